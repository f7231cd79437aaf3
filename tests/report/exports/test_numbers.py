"""Trees of exact numbers, read back by sympy and compared with sympy's own values."""

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import lesser, letter, real_root, scalar, sqrt
from exactcheck.exact.evaluation import Evaluator
from exactcheck.exact.problem import Problem
from exactcheck.exact.to_sympy import to_sympy
from exactcheck.report.exports.checks import real_root_between
from exactcheck.report.exports.numbers import LATEX_NOTATION, PYTHON, TEXT, Trees, contains

ROOT_THREE = sqrt(3)
PARTS = [scalar(0), scalar("-3/4"), scalar(5), sqrt(2), sqrt(8), sqrt("1/6"), ROOT_THREE, sqrt(ROOT_THREE / 7, "deep")]


def tree_of(value):
    """The tree of an expression."""
    problem = Problem()
    problem.write(value)
    evaluator = Evaluator(problem.letters, problem.name_of)
    return Trees(evaluator).of(evaluator.number(value))


def by_python(tree):
    """The value of the printed code."""
    names = {name: getattr(sympy, name) for name in ("Rational", "sqrt", "Min")}
    return sympy.sympify(eval(PYTHON.write(tree), {**names, "real_root_between": real_root_between}))


def by_reading(tree):
    """The value of a tree, read as its description says."""
    if isinstance(tree, str):
        return sympy.Rational(tree)
    ((kind, inside),) = tree.items()
    if kind == "power":
        return by_reading(inside[0]) ** inside[1]
    if kind == "root":
        return real_root_between([int(c) for c in inside["coefficients"]], *map(sympy.Rational, inside["between"]))
    makers = {"sum": sympy.Add, "product": sympy.Mul, "minimum": sympy.Min}
    return sympy.sqrt(by_reading(inside)) if kind == "sqrt" else makers[kind](*map(by_reading, inside))


@given(st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(PARTS)), min_size=1, max_size=3))
def test_printed_and_read_back(terms):
    value = scalar(0)
    for left, right in terms:
        value = value + left * right
    tree, expected = tree_of(value), to_sympy(value)
    assert sympy.expand(by_python(tree) - expected) == 0
    assert sympy.expand(by_reading(tree) - expected) == 0
    assert sympy.expand(sympy.sympify(TEXT.write(tree)) - expected) == 0
    assert " " not in TEXT.write(tree)
    assert tree == tree_of(value + sqrt(2) - sqrt(2))


@pytest.mark.parametrize(
    ("value", "tree", "text"),
    [
        (scalar("-1/2"), "-1/2", "-1/2"),
        (sqrt(2) - sqrt(2), "0", "0"),
        (sqrt("1/12"), {"product": ["1/6", {"sqrt": "3"}]}, "1/6*sqrt(3)"),
        (sqrt(2) * sqrt(3), {"sqrt": "6"}, "sqrt(6)"),
        (-sqrt(2), {"product": ["-1", {"sqrt": "2"}]}, "-sqrt(2)"),
        (1 - sqrt(2), {"sum": ["1", {"product": ["-1", {"sqrt": "2"}]}]}, "1-sqrt(2)"),
        (sqrt(sqrt(2)), {"sqrt": {"sqrt": "2"}}, "sqrt(sqrt(2))"),
        (sqrt(sqrt(2) ** 2 * 2), "2", "2"),
        (letter("x") ** 2 * 3, {"product": ["3", {"power": [{"letter": "x"}, 2]}]}, "3*x^2"),
        (lesser(sqrt(2), 1), {"minimum": [{"sqrt": "2"}, "1"]}, "min(sqrt(2),1)"),
        (
            real_root([-2, 0, 0, 1], 1, 2),
            {"root": {"coefficients": ["-2", "0", "0", "1"], "between": ["1", "2"]}},
            "root([-2,0,0,1],1,2)",
        ),
    ],
)
def test_trees_and_texts(value, tree, text):
    assert tree_of(value) == tree
    assert TEXT.write(tree) == text


def test_roots_of_polynomials_and_minima_are_read_back():
    theta = tree_of(real_root([-2, 0, 0, 1], 1, 2) ** 2 + 1)
    assert abs(sympy.N(by_python(theta), 30) - sympy.N(2 ** sympy.Rational(2, 3) + 1, 30)) < sympy.Rational(1, 10**25)
    assert by_python(tree_of(lesser(sqrt(2), "3/2"))) == by_reading(tree_of(lesser(sqrt(2), "3/2"))) == sympy.sqrt(2)


def test_what_a_tree_contains():
    tree = tree_of(sqrt(letter("x") + 1))
    assert contains(tree, "letter") and contains(tree, "sqrt") and not contains(tree, "root")


@pytest.mark.parametrize(
    ("value", "latex"),
    [
        (scalar("-1/2"), r"-\tfrac{1}{2}"),
        (1 - sqrt("3/4"), r"1 - \tfrac{1}{2}\,\sqrt{3}"),
        (sqrt(2) * (letter("alpha") ** 2), r"\sqrt{2}\,{\alpha}^{2}"),
        (real_root([-2, 0, 0, 1], 1, 2), r"\operatorname{root}_{(1, 2)}(-2\,x^{0} + 1\,x^{3})"),
    ],
)
def test_latex(value, latex):
    assert LATEX_NOTATION.write(tree_of(value)) == latex
