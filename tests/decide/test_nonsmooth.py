"""Derivatives of sums of absolute values: one-sided quotients, vertices of the multipliers, and closed forms."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import function, letter, sqrt
from exactcheck.landscape import (
    directional_derivative,
    infinity,
    l1_rank_one_loss,
    second_subderivative,
    sum_of_absolute_values,
)
from tests.decide.kinked import AT, directions, stationary_sums, sums
from tests.decide.rechecking import decided, verdict

RELATIONS = {
    "=": lambda a, b: a == b,
    "<=": lambda a, b: a <= b,
    "<": lambda a, b: a < b,
    ">=": lambda a, b: a >= b,
    ">": lambda a, b: a > b,
}
relations = st.sampled_from(sorted(RELATIONS))
offsets = st.sampled_from([Fraction(0), Fraction(0), Fraction(1, 10**9), Fraction(-1, 10**9), Fraction(5)])
MINUS_INFINITY = -(10**9)


def compared(derivative, relation, constant):
    """The statement that the derivative stands in the relation to the constant."""
    return {
        "=": derivative == constant,
        "<=": derivative <= constant,
        "<": derivative < constant,
        ">=": derivative >= constant,
        ">": derivative > constant,
    }[relation]


def expected(value, relation, constant):
    return "proved" if RELATIONS[relation](value, constant) else "refuted"


@given(sums, directions, relations, offsets)
def test_a_slope_is_a_limit_of_quotients(f, d, relation, offset):
    value = f.slope(d)
    statement = compared(directional_derivative(f.expression(), AT, d), relation, value + offset)
    assert verdict(statement) == expected(value, relation, value + offset)


@given(sums | stationary_sums, directions, relations, offsets)
def test_a_second_subderivative_is_the_largest_form_over_the_multipliers(f, w, relation, offset):
    slope, largest = f.slope(w), f.second(w)
    derivative = second_subderivative(f.expression(), AT, w)
    assert verdict(derivative == infinity) == ("proved" if slope > 0 else "refuted")
    if slope or largest is None:
        value, constant = (-MINUS_INFINITY if slope > 0 else MINUS_INFINITY), offset
    else:
        value, constant = largest, largest + offset
    assert verdict(compared(derivative, relation, constant)) == expected(value, relation, constant)


@given(stationary_sums, directions, directions)
def test_no_arc_falls_faster_than_the_second_subderivative(f, w, y):
    """Along x + t w + t^2/2 y, of which the limit of the quotients is never below the value."""
    if f.slope(w) == 0:
        t = Fraction(1, 10**7)
        rise = f.at(*(t * a + t**2 / 2 * b for a, b in zip(w, y, strict=True))) - f.at(Fraction(0), Fraction(0))
        assert rise / (t**2 / 2) >= f.second(w) - Fraction(1, 1000)


@st.composite
def spurious(draw):
    """u* without zeros, and a stationary point of the loss other than +-u*, by Guan and So's Theorem 3.1."""
    truth = draw(st.lists(st.sampled_from([-2, -1, 1, 2, 3]), min_size=2, max_size=4))
    signs = [1 if x > 0 else -1 for x in truth]
    u = [Fraction(draw(st.integers(-2, 2))) for _ in truth[:-1]]
    u.append(-signs[-1] * sum((s * x for s, x in zip(signs, u, strict=False)), Fraction(0)))
    largest = min((abs(Fraction(t) / x) for t, x in zip(truth, u, strict=True) if x), default=Fraction(0))
    factor = largest * draw(st.sampled_from([1, 1, Fraction(1, 2)]))
    return truth, signs, [factor * x for x in u]


@given(spurious(), st.lists(st.integers(-2, 2), min_size=4, max_size=4))
def test_the_loss_curves_down_along_the_signs_on_the_critical_cone(found, w):
    """The cone: a coordinate with |u_i| = |u*_i| moves towards zero."""
    truth, signs, u = found
    w = w[: len(u)]
    inside = all(abs(x) < abs(t) or step * x <= 0 for x, t, step in zip(u, truth, w, strict=True))
    value = -(sum(s * step for s, step in zip(signs, w, strict=True)) ** 2)
    derivative = second_subderivative(l1_rank_one_loss(truth), u, w)
    assert verdict(derivative == (value if inside else infinity)) == "proved"


@given(st.lists(st.integers(-2, 2), min_size=2, max_size=4), st.lists(st.integers(-2, 2), min_size=4, max_size=4))
def test_the_loss_at_zero(truth, w):
    w = w[: len(truth)]
    on = sum(abs(step) for step, x in zip(w, truth, strict=True) if x)
    off = sum(abs(step) for step, x in zip(w, truth, strict=True) if not x)
    signed = sum(step * ((x > 0) - (x < 0)) for step, x in zip(w, truth, strict=True))
    value = -(signed**2) + 2 * on * off + off**2
    f, zero = l1_rank_one_loss(truth), [0] * len(truth)
    assert verdict(directional_derivative(f, zero, w) == 0) == "proved"
    assert verdict(second_subderivative(f, zero, w) == value) == "proved"


@pytest.mark.parametrize(
    ("truth", "u", "w", "value"),
    [
        # Theorem 3.8: -||u*||_1^2 along +-u* - u, zero coordinates and u = 0 included
        ((1, 1), (-1, 1), (2, 0), -4),
        ((1, 1), (-1, 1), (0, -2), -4),
        ((1, 0), (0, 0), (1, 0), -1),
        ((1, 2, 3), (1, 2, -3), (0, 0, 6), -36),
        ((1, 1, 0), ("1/2", "-1/2", 0), ("1/2", "3/2", 0), -4),
        ((1, 1, 0), ("1/2", "-1/2", 0), (0, 0, 1), infinity),
        ((-3,), 0, -3, -9),
        # Example 3.3
        ((1, 0), (0, 0), (0, 1), 1),
        # a global minimum, and u* = 0
        ((1, 2), (1, 2), (1, 0), infinity),
        ((0, 0), (0, 0), (1, -2), 9),
    ],
)
def test_values_that_were_published(truth, u, w, value):
    assert verdict(second_subderivative(l1_rank_one_loss(truth), u, w) == value) == "proved"


def test_proofs_hold_the_bounds_that_decide():
    f = l1_rank_one_loss([1, 1])
    derivative = second_subderivative(f, (-1, 1), (2, 0))
    found = {r: decided(compared(derivative, r, -4)).proof for r in RELATIONS}
    assert {r: sorted(proof) for r, proof in found.items()} == {
        "=": ["acceleration", "multipliers"],
        ">=": ["multipliers"],
        "<": ["multipliers"],
        "<=": ["acceleration"],
        ">": ["acceleration"],
    }


def test_letters_and_roots():
    a = letter("a")
    f = sum_of_absolute_values(function(lambda x: a * x, x=None), [function(lambda x: x, x=None)])
    assert verdict(directional_derivative(f, 0, 1) == a + 1) == "proved"
    assert verdict(directional_derivative(f, a, 1) == a + 1) == "undecided"
    assert verdict(directional_derivative(f, a, 1) == a + 1, assuming=(a > 0,)) == "proved"
    assert verdict(second_subderivative(f, 0, 1) == infinity, assuming=(a > 0,)) == "proved"
    assert verdict(second_subderivative(f, 0, 1) >= 0, assuming=(a >= -1,)) == "undecided"
    circle = sum_of_absolute_values(0, [function(lambda x: x**2 - 2, x=None)])
    assert verdict(directional_derivative(circle, sqrt(2), 1) == 2 * sqrt(2)) == "proved"
    assert verdict(second_subderivative(circle, sqrt(2), 0) == 0) == "undecided"


@pytest.mark.parametrize(("constant", "outcome"), [(-7, "refuted"), (-(10**6), "refuted")])
def test_at_a_point_that_is_not_stationary_it_falls_below_every_number(constant, outcome):
    f = sum_of_absolute_values(
        function(lambda x, y: x**2 + y, x=None, y=None), [function(lambda x, y: x, x=None, y=None)]
    )
    assert verdict(second_subderivative(f, (0, 0), (0, 0)) >= constant) == outcome


@pytest.mark.parametrize(
    ("statement", "outcome"),
    [(lambda d: d == 1, "proved"), (lambda d: d < 1, "refuted"), (lambda d: d >= "1/2", "proved")],
)
def test_a_second_subderivative_in_letters_by_named_bounds(statement, outcome):
    a = letter("a", "parameter")
    derivative = second_subderivative(
        l1_rank_one_loss([a, 0]), (0, 0), (0, 1), multipliers=[-1, 0, 1], acceleration=(0, 0)
    )
    assert decided(statement(derivative), assuming=(a > 0,)).verdict == outcome
