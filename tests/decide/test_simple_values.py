"""Simple values of letters that satisfy assumptions, also where these leave narrow ranges."""

from fractions import Fraction
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import verify
from exactcheck.decide.simple_values import SimpleValues
from exactcheck.kernel.polynomial import Polynomial

x, y = map(Polynomial.letter, "xy")
CHOICES = {"x": [Fraction(1), Fraction(0)], "y": [Fraction(1), Fraction(2)]}


@given(lower=st.fractions(2, 5, max_denominator=50), width=st.fractions("1/1000", 1, max_denominator=1000))
def test_a_number_between_bounds_that_no_choice_meets(lower, width):
    """x is 1 or 0; y lies between bounds that depend on x."""
    found = list(SimpleValues(CHOICES, [(y - x - lower, True), (x + lower + width - y, False)]))
    assert [each["x"] for each in found] == [1, 0] or {each["y"] for each in found} & {1, 2}
    assert all(lower < each["y"] - each["x"] <= lower + width for each in found)


@pytest.mark.parametrize("bounds", [[(y - 3, True), (3 - y, False)], [(y - 4, True)], [(y - 4, True), (3 - y, False)]])
def test_no_values_are_made_up(bounds):
    """Empty ranges, and one without an upper bound."""
    assert not list(SimpleValues(CHOICES, bounds))


def test_choices_come_before_numbers_between_bounds():
    found = SimpleValues(CHOICES, [(y - x, False), (3 - y, False)])
    assert [tuple(each.values()) for each in islice(found, 3)] == [(1, 1), (1, 2), (0, 1)]


@pytest.mark.parametrize("a", ["1/4", "2/3", "9/10", "99/100"])
def test_hypotheses_that_leave_little_room(a):
    """a < x0 and x0 (1 + h) <= 1 with h > 0."""
    assert verify("josz-li-2023/theorem-1-a-trajectory-stays/an-instance", a=a).verdict == "proved"
