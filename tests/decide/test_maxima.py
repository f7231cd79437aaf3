"""Sums of absolute values and maxima: quotients along rays, hulls of the selections, and |p| = max(p, -p)."""

from fractions import Fraction
from itertools import product

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy.abc import x, y

from exactcheck import function, letter, sqrt
from exactcheck.landscape import (
    directional_derivative,
    first_order_growth,
    infinity,
    l1_rank_one_loss,
    maximum,
    not_second_order_stationary,
    not_stationary,
    second_order_stationary,
    second_subderivative,
    stationary,
    sum_of_absolute_values,
)
from tests.decide.kinked import AT
from tests.decide.mixed import directions, mixed, stationary_mixed
from tests.decide.rechecking import decided, verdict
from tests.decide.test_nonsmooth import MINUS_INFINITY, compared, expected, offsets, relations

OPPOSITE = {"proved": "refuted", "refuted": "proved", "undecided": "undecided"}
routes = st.booleans()


def along(f, direct):
    """The function by its own route, or without absolute values."""
    return (f if direct else f.without_absolute_values()).expression()


@given(mixed, directions, relations, offsets, routes)
def test_a_slope_is_a_limit_of_quotients(f, d, relation, offset, direct):
    constant = f.slope(d) + offset
    statement = compared(directional_derivative(along(f, direct), AT, d), relation, constant)
    assert verdict(statement) == expected(f.slope(d), relation, constant)


@given(mixed | stationary_mixed, routes)
def test_stationary_exactly_if_zero_is_in_the_hull_of_the_selections(f, direct):
    outcome = "proved" if f.is_stationary() else "refuted"
    assert verdict(stationary(along(f, direct), AT)) == outcome
    assert verdict(not_stationary(along(f, direct), AT)) == OPPOSITE[outcome]


@given(mixed | stationary_mixed, directions, relations, offsets, routes)
def test_a_second_subderivative_is_the_largest_form_over_the_selections(f, w, relation, offset, direct):
    slope, largest = f.slope(w), f.second(w)
    derivative = second_subderivative(along(f, direct), AT, w)
    assert verdict(derivative == infinity) == ("proved" if slope > 0 else "refuted")
    value = (-MINUS_INFINITY if slope > 0 else MINUS_INFINITY) if slope or largest is None else largest
    constant = offset if slope or largest is None else largest + offset
    assert verdict(compared(derivative, relation, constant)) == expected(value, relation, constant)


@given(stationary_mixed, directions, directions)
def test_no_arc_falls_faster_than_the_second_subderivative(f, w, bend):
    if f.slope(w) == 0:
        t = Fraction(1, 10**7)
        rise = f.at(*(t * a + t**2 / 2 * b for a, b in zip(w, bend, strict=True))) - f.at(Fraction(0), Fraction(0))
        assert rise / (t**2 / 2) >= f.second(w) - Fraction(1, 1000)


@given(mixed | stationary_mixed, routes)
def test_the_second_order_by_the_second_subderivative(f, direct):
    found = decided(second_order_stationary(along(f, direct), AT))
    assert verdict(not_second_order_stationary(along(f, direct), AT)) == OPPOSITE[found.verdict]
    if not f.is_stationary():
        assert found.verdict == "refuted"
        return
    tried = [w for w in product(range(-3, 4), repeat=2) if f.slope(w) == 0]
    assert found.verdict != "proved" or all(f.second(w) >= 0 for w in tried)
    if found.verdict == "refuted":
        w = [Fraction(value) for value in found.proof["direction"]]
        assert f.slope(w) == 0 and f.second(w) < 0


def least_slope(f):
    """The least df(w) on ||w||_1 = 1: df is linear between the axes and the lines where two members are equal."""
    lines = [(1, 0), (0, 1)]
    for _, members in f.without_absolute_values().maxima:
        for p, q in product(members, repeat=2):
            a, b = (s - t for s, t in zip(p.slope, q.slope, strict=True))
            lines += [(-b, a)] if a or b else []
    units = [tuple(Fraction(s * c) / (abs(a) + abs(b)) for c in (a, b)) for a, b in lines for s in (1, -1)]
    return min(map(f.slope, units))


@given(mixed | stationary_mixed, st.sampled_from([Fraction(0), Fraction(1, 7), Fraction(-1, 7)]), routes)
def test_the_growth_is_the_least_slope(f, offset, direct):
    least = least_slope(f)
    constant = max(least + offset, Fraction(0))
    growth = first_order_growth(along(f, direct), AT)
    assert verdict(growth >= constant) == ("proved" if least >= constant else "refuted")
    assert verdict(growth == constant) == ("proved" if least == constant else "refuted")


@pytest.mark.parametrize(
    ("expression", "outcome"),
    [
        (sympy.Max(x, -x, y**2), "proved"),
        (sympy.Max(x + y, -x - y, x - y + x * y, y - x - 2 * x**2), "proved"),
        # the members have a common slope along the y axis only: -y^2 against 0, then y^2
        (sympy.Max(x - y**2, -x - y**2), "refuted"),
        (sympy.Max(x + 3 * y**2, -x - y**2), "proved"),
        (sympy.Max(x - 3 * y**2, -x + y**2), "refuted"),
        (sympy.Max(x**2, y**2) - x**2 / 2, "proved"),
        (sympy.Max(x**2, y**2) - 2 * x**2, "refuted"),
        # only other multipliers than the inner ones show this
        (sympy.Max(x, -x, -(y**2)), "proved"),
        (sympy.Max(x**2, y**2) - 2 * x**2 / 3, "proved"),
        (sympy.Max(x, 2 * x) + x + y**2, "refuted"),
        (sympy.Max(x, 2 * x, y, -x - y, x + y - 1) - x * y, "proved"),
        # the largest member alone counts
        (sympy.Max(x, x**2 + y**2 + 1), "proved"),
    ],
)
def test_the_second_order_at_zero(expression, outcome):
    assert verdict(second_order_stationary(expression, {x: 0, y: 0})) == outcome


class TestDirectionsAndPointsOfTheirOwnKind:
    """What the definitions say of w = 0, of directions outside of the critical cone, and of other points."""

    corner = sympy.Max(x, 0) + y**2

    @pytest.mark.parametrize(
        ("at", "w", "value"),
        [
            # stationary: 0 along 0, infinite where f rises, otherwise the form
            ((0, 0), (0, 0), 0),
            ((0, 0), (1, 0), infinity),
            ((0, 0), (-1, 3), 18),
        ],
    )
    def test_a_stationary_point(self, at, w, value):
        assert verdict(second_subderivative(self.corner, at, w) == value) == "proved"

    @pytest.mark.parametrize("w", [(0, 0), (-1, 0), (1, -2)])
    @pytest.mark.parametrize("at", [(0, 1), (1, 0), (1, -1)])
    @pytest.mark.parametrize("constant", [0, -(10**9)])
    def test_a_point_that_is_not_stationary(self, at, w, constant):
        """-infinity where f does not rise to first order, infinity where it does; w = 0 is no exception."""
        rises = verdict(directional_derivative(self.corner, at, w) > 0) == "proved"
        derivative = second_subderivative(self.corner, at, w)
        assert verdict(derivative < constant) == ("refuted" if rises else "proved")
        assert verdict(derivative == infinity) == ("proved" if rises else "refuted")
        assert verdict(second_order_stationary(self.corner, at)) == "refuted"

    def test_one_variable_and_nothing_planted(self):
        assert verdict(stationary(sympy.Max(x, -x), 0)) == "proved"
        assert verdict(first_order_growth(sympy.Max(2 * x, -x), 0) == 1) == "proved"
        assert verdict(second_subderivative(sympy.Max(x, x**2), 0, -1) == 2) == "proved"
        zero = l1_rank_one_loss([0])
        assert verdict(second_order_stationary(zero, 0)) == "proved"
        assert verdict(second_subderivative(zero, 0, -3) == 9) == "proved"
        assert verdict(first_order_growth(zero, 0) == 0) == "proved"

    def test_a_maximum_of_one_or_of_equal_members(self):
        assert verdict(stationary(maximum([x**2]), 0)) == "proved"
        assert verdict(second_order_stationary(maximum([x**2, x**2, 0 * x]), 0)) == "proved"
        assert verdict(stationary(maximum([x, x]), 0)) == "refuted"
        assert verdict(first_order_growth(maximum([0], variables="x"), 0) == 0) == "proved"


class TestLetters:
    """Weights, members and points in letters, with the signs that are known."""

    a = letter("a")
    f = sum_of_absolute_values(-x, maxima=[(a, [2 * x, 0])])

    def test_a_slope(self):
        derivative = directional_derivative(self.f, 0, 1)
        assert verdict(derivative == 2 * self.a - 1, assuming=(self.a >= 0,)) == "proved"
        assert verdict(derivative == 2 * self.a - 1) == "undecided"

    def test_multipliers(self):
        line = function(lambda x: x, x=None)
        corner = function(lambda x: (1 - self.a) * x, x=None), function(lambda x: -self.a * x, x=None)
        named = stationary(maximum([line, *corner, -1]), 0, multipliers=[[0, self.a, 1 - self.a, 0]])
        assert verdict(named, assuming=(self.a >= 0, self.a <= 1)) == "proved"
        assert verdict(named, assuming=(self.a >= 0,)) == "undecided"

    def test_which_member_is_the_largest_must_be_known(self):
        g = maximum([self.a, x, 0])
        assert verdict(directional_derivative(g, 1, 1) == 0, assuming=(self.a > 1,)) == "proved"
        assert verdict(directional_derivative(g, 1, 1) == 1, assuming=(self.a < 1,)) == "proved"
        assert "is the largest is open" in decided(stationary(g, 1)).reason
        assert "sign of" in decided(stationary(g, 1), assuming=(self.a >= 1,)).reason

    def test_roots(self):
        g = maximum([x**2, 2, x])
        assert verdict(directional_derivative(g, sqrt(2), 1) == 2 * sqrt(2)) == "proved"
        assert verdict(stationary(g, sqrt(2), multipliers=[[0, 1, 0]])) == "proved"
        assert verdict(stationary(g, sqrt(2), multipliers=[["1/2", "1/2", 0]])) == "undecided"
