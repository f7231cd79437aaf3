"""Normal forms over roots and algebraic numbers against coordinates that are multiplied by hand."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import InputError, point, real_root, scalar, sqrt
from exactcheck.exact.evaluation import Evaluator
from exactcheck.exact.problem import Problem
from exactcheck.kernel.problem import Problem as KernelProblem
from tests.exact.trees import SYMBOLS, computed, evaluator, in_sympy, plain, trees
from tests.kernel.strategies import fractions

ROOT2, ROOT3 = sqrt(2), sqrt(3)
THETA = real_root([-2, 0, 0, 1], 1, 2)
X, Y = point("x"), point("y")
coordinates = st.tuples(fractions, fractions, fractions, fractions)
cubic = st.tuples(fractions, fractions, fractions)


def normal(expression):
    """The normal form as a dictionary from powers to coefficients."""
    ring = evaluator(expression)
    number = ring.number(expression)
    return {tuple(sorted(powers.items())): plain(c) for powers, c in ring.ring.terms(number)}


def biquadratic(v):
    """v0 + v1 sqrt(2) + v2 sqrt(3) + v3 sqrt(6)."""
    return v[0] + v[1] * ROOT2 + v[2] * ROOT3 + v[3] * sqrt(6)


def of_theta(v):
    """v0 + v1 theta + v2 theta^2, for the cube root theta of 2."""
    return v[0] + v[1] * THETA + v[2] * THETA**2


@given(coordinates, coordinates)
def test_products_over_two_roots(a, b):
    product = (
        a[0] * b[0] + 2 * a[1] * b[1] + 3 * a[2] * b[2] + 6 * a[3] * b[3],
        a[0] * b[1] + a[1] * b[0] + 3 * (a[2] * b[3] + a[3] * b[2]),
        a[0] * b[2] + a[2] * b[0] + 2 * (a[1] * b[3] + a[3] * b[1]),
        a[0] * b[3] + a[3] * b[0] + a[1] * b[2] + a[2] * b[1],
    )
    assert normal(biquadratic(a) * biquadratic(b) - biquadratic(product)) == {}
    shifted = (product[0] + 1, *product[1:])
    assert normal(biquadratic(a) * biquadratic(b) - biquadratic(shifted)) == {(): -1}


@given(cubic, cubic)
def test_products_over_a_cube_root(a, b):
    product = (
        a[0] * b[0] + 2 * (a[1] * b[2] + a[2] * b[1]),
        a[0] * b[1] + a[1] * b[0] + 2 * a[2] * b[2],
        a[0] * b[2] + a[1] * b[1] + a[2] * b[0],
    )
    assert normal(of_theta(a) * of_theta(b) - of_theta(product)) == {}


@pytest.mark.parametrize(
    "zero",
    [
        ROOT2 * ROOT3 - sqrt(6),
        sqrt(8) - 2 * ROOT2,
        sqrt("1/2") - ROOT2 / 2,
        sqrt("8/27") * sqrt(6) - "4/3",
        1 / ROOT2 - ROOT2 / 2,
        (ROOT2 + ROOT3) * (ROOT3 - ROOT2) - 1,
        sqrt(2 + ROOT2) ** 2 - 2 - ROOT2,
        sqrt(X) ** 3 - X * sqrt(X),
        X / X - 1,
        (X * Y) ** -2 * X**2 - Y**-2,
        sqrt(X) / sqrt(X) - 1,
        sqrt(1 / X) ** 2 - 1 / X,
        THETA**4 - 2 * THETA,
    ],
    ids=repr,
)
def test_what_is_zero_by_definition_has_the_normal_form_zero(zero):
    assert normal(zero) == {}


@pytest.mark.parametrize(
    "other", [ROOT2 - sqrt(3), sqrt(2) - "7/5", THETA**3 - THETA, X / Y - 1, sqrt(X) - X], ids=repr
)
def test_what_is_not_zero_has_another_normal_form(other):
    assert normal(other) != {}


@given(trees)
def test_polynomials_in_free_letters(tree):
    letters = {name: point(name) for name in "xyz"}
    formula = scalar(0) + computed(tree, letters, scalar)
    expected = sympy.Poly(in_sympy(tree), *SYMBOLS.values())
    terms = {} if expected.is_zero else dict(expected.terms())
    assert normal(formula) == {
        tuple((name, k) for name, k in zip("xyz", powers, strict=True) if k): Fraction(int(c.p), int(c.q))
        for powers, c in terms.items()
    }


@given(st.tuples(st.integers(-2, 2), st.integers(-2, 2), st.integers(0, 1)), fractions.filter(bool))
def test_the_inverse_of_a_single_term(powers, coefficient):
    term = coefficient * X ** powers[0] * Y ** powers[1] * sqrt(X) ** powers[2]
    assert normal(term * term**-1) == {(): 1}


@pytest.mark.parametrize(
    ("quotient", "words"),
    [
        (1 / (X + Y), "division by a sum of letters"),
        (1 / (ROOT2 + 1), "division by a sum of letters"),
        (1 / sqrt(X + 1), "division by a sum of letters"),
        (1 / (X - X), "division by zero"),
        (1 / (ROOT2**2 - 2), "division by zero"),
    ],
)
def test_only_single_terms_can_be_divided_by(quotient, words):
    with pytest.raises(InputError, match=words):
        normal(quotient)


def test_letters_are_told_apart_from_inverses():
    assert normal(X * point("x_inverse") - 1) != {}
    assert normal(point("x") - point("x")) != {}


@given(trees)
def test_what_is_written_is_what_the_kernel_computes(tree):
    x, y = point("x"), point("y")
    formula = scalar(0) + computed(tree, {"x": x / y, "y": sqrt(x) * ROOT2, "z": THETA}, scalar)
    problem = Problem()
    for letter in (x, y):
        problem.assume(letter > 0)
    written = problem.write(formula)
    engine = Evaluator(problem.letters, problem.name_of)
    normal_form = engine.ring.write(engine.number(formula))
    kernel = KernelProblem(problem.declarations)
    assert kernel.setting.is_zero(kernel.scalar(normal_form) - kernel.scalar(written))
