"""Positivity of polynomials: what is proved holds on a grid, and each method is reached."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import point, scalar, sqrt
from exactcheck.decide import Context
from exactcheck.decide.positivity import combination, positivity, side_of, subdivided
from exactcheck.exact.expression import letter
from exactcheck.exact.problem import Problem
from tests.decide.rechecking import decided, verdict
from tests.kernel.strategies import fractions

X, Y = point("x"), point("y")


def asked(expression, assuming=()):
    """What is known of the letters, and the expression as a polynomial in them."""
    problem = Problem()
    for assumption in assuming:
        problem.assume(assumption)
    problem.write(expression)
    context = Context(problem)
    return context.setting, context.polynomial(context.evaluator.number(expression))


@pytest.mark.parametrize(
    ("expression", "assuming", "strict", "method"),
    [
        (X**2 + 1, (), False, "signs"),
        (X * Y, (X >= 0, Y >= 0), False, "signs"),
        (X * Y + 1, (X >= 0, Y >= 0), True, "signs"),
        (X**2 - 2 * X * Y + Y**2, (), False, "squares"),
        (X * Y - Y, (X >= 1, Y >= 0), False, "signs"),
        (X**3 - 8, (X >= 2,), False, "sum"),
        (X * Y - 1, (X > 1, Y > 1), True, "sum"),
        (1 - X * Y, (X >= 0, X <= 1, Y >= 0, Y <= 1), False, "sum"),
        (X**2 - X + "3/10", (X >= 0, X <= 1), True, "box"),
        (X**4 - X**3 - X + "11/10" + X**2, (X >= 0,), True, "box"),
        (X - 1, (), False, None),
        (X, (X >= 0,), True, None),
        (X**2 - 2 * X + 1, (X >= 0, X <= 2), True, None),
        (X * Y, (X >= 0,), False, None),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_methods(expression, assuming, strict, method):
    proof = positivity(*asked(expression, assuming), strict)
    assert (proof if proof is None or isinstance(proof, str) else next(iter(sorted(proof)))) == method
    if method:
        assert verdict(expression > 0 if strict else expression >= 0, assuming=assuming) == "proved"


terms = st.lists(st.tuples(fractions, st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=4)
GRID = [Fraction(k, 8) for k in range(9)]


@given(terms, st.booleans())
def test_on_the_unit_square(given_terms, strict):
    p = sum((c * X**i * Y**j for c, i, j in given_terms), scalar(0))
    square = (X >= 0, X <= 1, Y >= 0, Y <= 1)
    decision = decided(p > 0 if strict else p >= 0, assuming=square)
    values = [sum(c * x**i * y**j for c, i, j in given_terms) for x, y in product(GRID, GRID)]
    if decision.verdict == "proved":
        assert min(values) > 0 if strict else min(values) >= 0
    if decision.verdict == "refuted":
        at = {name: Fraction(v) for name, v in decision.proof["at"].items()}
        x, y = at.get("x", Fraction(0)), at.get("y", Fraction(0))
        value = sum(c * x**i * y**j for c, i, j in given_terms)
        assert 0 <= x <= 1 and 0 <= y <= 1 and (value <= 0 if strict else value < 0)


@given(fractions, fractions, fractions)
def test_quadratic_polynomials_of_one_letter_are_decided_completely(a, b, c):
    holds = (a > 0 and b * b <= 4 * a * c) or (a == 0 == b and c >= 0)
    found = verdict(a * X**2 + b * X + c >= 0)
    assert (found == "proved") == holds
    assert found in (("proved",) if holds else ("refuted", "undecided"))


@given(
    st.lists(st.tuples(fractions.map(abs), st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=3),
    st.integers(-2, 1),
)
def test_products_of_gaps_are_sums(given_terms, corner):
    p = sum((c * (X - corner) ** i * (2 - Y) ** j for c, i, j in given_terms if i + j < 3), scalar(0))
    assert verdict(p >= 0, assuming=(corner <= X, Y <= 2)) == "proved"


@pytest.mark.parametrize(
    ("assuming", "expected"),
    [
        ((X >= 0,), (0, None, False, True)),
        ((X > 0,), (0, None, True, True)),
        ((X >= "1/2", X <= 3), ("1/2", 3, False, False)),
        ((X > 1, X < 2), (1, 2, True, True)),
        ((X >= 0, X >= 1, X <= 5, X <= 4), (1, 4, False, False)),
        ((2 * X >= 3, 2 * X <= 4), ("3/2", 2, False, False)),
    ],
    ids=repr,
)
def test_ranges_of_letters(assuming, expected):
    setting, _ = asked(X, assuming)
    side = side_of(setting, "x")
    lower, upper = (None if end is None else Fraction(end) for end in expected[:2])
    assert (side.lower, side.upper) == (lower, upper)


def test_a_letter_without_a_lower_bound_has_no_range():
    assert side_of(asked(X, (X <= 1,))[0], "x") is None
    setting, p = asked(1 - X, (X <= 1,))
    assert subdivided(setting, p, False) is None
    assert side_of(asked(letter("n", "size"))[0], "n").lower == 0


def test_a_sum_uses_the_squares_of_roots_before_products_of_facts():
    assuming = (X >= -1, Y >= 0)
    setting, p = asked(Y**2 + (X + 1) * Y, assuming)
    assert combination(setting, p, False, 0) is None and combination(setting, p, False, 1) is not None
    setting, p = asked(Y**2 + sqrt(X + 1, "h") ** 2 * Y, assuming)
    found = combination(setting, p, False, 0)
    assert sorted(found["sum"], key=str) == [["1", {"h": 2, "y": 1}, []], ["1", {"y": 2}, []]]


def test_inverse_powers_are_left_to_signs_and_sums():
    setting, p = asked(X - 1 / X, (X >= 1,))
    assert subdivided(setting, p, False) is None
    assert subdivided(*asked(X - 1, (X >= 0,)), False) is None


STRICT = [
    (Y**2, (X > 0, Y**2 >= X**2), True),
    (Y**2, (X >= 0, Y**2 >= X**2), False),
    (X * Y - 1, (X > 1, Y >= 1), True),
]


@pytest.mark.parametrize(("expression", "assuming", "positive"), STRICT)
def test_a_strict_sum_uses_what_is_positive(expression, assuming, positive):
    found = combination(*asked(expression, assuming), True, 1)
    assert (found is not None) == positive
