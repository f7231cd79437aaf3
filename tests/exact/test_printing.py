"""Text and LaTeX: what is printed, read again by sympy, is the same formula."""

import re

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import function, identity, inner, matrix, norm_squared, ones, point, scalar, sqrt, trace
from exactcheck.exact.expression import letter
from exactcheck.exact.matrices import determinant
from exactcheck.exact.partition import Partition, size_letter
from exactcheck.exact.printing import LONGEST, formula, latex, latex_sentence, sentence
from exactcheck.landscape import (
    copositive,
    critical_cone,
    curvature,
    inertia,
    local_minimum,
    low_rank_update,
    positive_definite,
    rip_constant,
    strictly_copositive,
)
from tests.exact.trees import NAMES, SYMBOLS, computed, in_sympy, trees

X, Y = point("x"), point("y")
A, B = (matrix([[1, 2], [3, 4]]).named(name) for name in "AB")
OPERATOR = low_rank_update([(A, B)])
SQUARE = function(lambda x: x**2, x=None)
SIZE = Partition(p=size_letter("n"), q=2)


def read(text):
    """The printed formula as a sympy expression; a space between two factors stands for a product."""
    return sympy.sympify(re.sub(r"(?<=[\w)]) (?=[\w(])", "*", text).replace("^", "**"), locals=SYMBOLS)


def printed(tree):
    """The formula in letters."""
    return scalar(0) + computed(tree, {name: point(name) for name in NAMES}, scalar)


@given(trees)
def test_text_says_what_the_formula_is(tree):
    expression = printed(tree)
    if len(repr(expression)) < LONGEST:
        assert sympy.expand(read(repr(expression))) == in_sympy(tree)


@given(trees, st.integers(-3, -1))
def test_quotients_are_read_as_they_were_meant(tree, exponent):
    expression = (printed(tree) + "3/2") * (2 * X * Y) ** exponent
    meant = (in_sympy(tree) + sympy.Rational(3, 2)) * (2 * SYMBOLS["x"] * SYMBOLS["y"]) ** exponent
    assert sympy.simplify(read(repr(expression)) - meant) == 0


@pytest.mark.parametrize(
    ("expression", "text", "tex"),
    [
        (scalar("-1/2"), "-1/2", r"-\tfrac{1}{2}"),
        ((X * Y) ** 2, "(x y)^2", r"{(x\,y)}^{2}"),
        ((X**2) ** 3, "(x^2)^3", "{({x}^{2})}^{3}"),
        (-X + 2, "-x + 2", "-x + 2"),
        (X - "1/2", "x - 1/2", r"x - \tfrac{1}{2}"),
        (X - (Y - 1), "x - (y - 1)", "x - (y - 1)"),
        (X * -2, "x (-2)", r"x\,(-2)"),
        (-(X + Y), "-(x + y)", "-(x + y)"),
        (X / (X * Y), "x (x y)^-1", r"x\,{(x\,y)}^{-1}"),
        (letter("r_star") / letter("alpha"), "r_star alpha^-1", r"r_{\mathrm{star}}\,{\alpha}^{-1}"),
        (sqrt(X, "delta"), "delta", r"\delta"),
        ((A @ B).T, "(A B)'", r"{(A\,B)}^T"),
        (A @ B.T - 2 * A, "A B' - 2 A", r"A\,{B}^T - 2\,A"),
        ((A - B).T, "(A - B)'", "{(A - B)}^T"),
        (identity(2) @ ones(2, 1), "I_2 ones(2, 1)", r"I_{2}\,\mathbf{1}_{2}\mathbf{1}_{1}^T"),
        (matrix([[1, 0], ["1/2", X]]), "[[1, 0], [1/2, x]]", r"\begin{bmatrix}1&0\\\tfrac{1}{2}&x\end{bmatrix}"),
        (norm_squared(A), "||A||^2", r"\|A\|^2"),
        (inner(A, B), "<A, B>", r"\langle A, B\rangle "),
        (trace(A @ B), "tr(A B)", r"tr(A\,B)"),
        (determinant(A), "det(A)", "det(A)"),
        (SQUARE, "(x) -> x^2", r"(x) \mapsto {x}^{2}"),
        (SQUARE(3), "((x) -> x^2)(3)", r"((x) \mapsto {x}^{2})(3)"),
        (SQUARE.named("f")(3), "f(3)", "f(3)"),
        (SQUARE.named("f").derivative((3,), (1,)), "D^1 f(3)[1]", "D^1 f(3)[1]"),
        (OPERATOR, "X -> X + <B, X> A", r"X \mapsto X + \langle B, X\rangle A"),
        (OPERATOR(A), "(X -> X + <B, X> A)(A)", r"(X \mapsto X + \langle B, X\rangle A)(A)"),
        (OPERATOR.named("L").gram(A), "L^T L(A)", "L^T L(A)"),
        (SIZE.columns("q"), "I_{p+q}[:, q]", "I_{p+q}[:, q]"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_text_and_latex(expression, text, tex):
    assert formula(expression) == repr(expression) == text
    assert latex(expression) == tex


def test_a_difference_of_matrices_in_latex():
    assert latex(A @ B.T - A) == r"A\,{B}^T - A"


def test_long_formulas_are_cut():
    text = repr(sum((point(f"letter_{k}") for k in range(60)), scalar(0)))
    assert text.endswith(" ...") and len(text) == LONGEST + 4


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (X**2 >= 0, "x^2 >= 0"),
        (A == B, "[[1, 2], [3, 4]] = [[1, 2], [3, 4]]"),
        (positive_definite(A), "is positive definite"),
        (inertia([[1, 2], [2, 1]], 1, 1, 0), "has [1, 1, 0] positive, negative and zero eigenvalues"),
        (copositive([[1]]), "[[1]] is copositive"),
        (strictly_copositive([[1]], free=[0]), "[[1]] is strictly copositive with the coordinates [0] free"),
        (local_minimum(SQUARE.named("f"), at=0), "the point 0 of f is a local minimum"),
        (
            local_minimum(SQUARE.named("f"), at=0, lower_bounds=0, upper_bounds="1/2"),
            "the point 0 of f under x >= 0, x <= 1/2 is a local minimum",
        ),
        (curvature(SQUARE, at=0) >= 2, "the least curvature on the critical cone at 0 of (x) -> x^2 is >= 2"),
        (critical_cone(SQUARE, at=0, labels=["free"]), "at 0 of (x) -> x^2 has the labels ['free']"),
        (
            rip_constant(OPERATOR.named("L"), rank=2) <= "1/2",
            "the restricted isometry constant of L at rank 2 is <= 1/2",
        ),
    ],
)
def test_statements_are_sentences(statement, words):
    assert words in sentence(statement) == repr(statement)
    assert statement._repr_latex_() == f"${latex_sentence(statement)}$"


def test_a_comparison_in_latex():
    assert latex_sentence(X**2 >= "1/2") == r"{x}^{2} \ge \tfrac{1}{2}"
    assert (X + 1)._repr_latex_() == "$x + 1$"
