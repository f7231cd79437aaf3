"""Stationary points of sums of absolute values, against vertices of the multipliers and a published theorem."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exactcheck import InputError, Partition, function, identity, inner, letter, matrix, norm_squared, sqrt, unit
from exactcheck.landscape import (
    l1_rank_one_loss,
    not_second_order_stationary,
    not_stationary,
    second_order_stationary,
    second_subderivative,
    stationary,
    sum_of_absolute_values,
)
from tests.decide.kinked import AT, stationary_sums, sums
from tests.decide.rechecking import decided, verdict

OPPOSITE = {"proved": "refuted", "refuted": "proved", "undecided": "undecided"}


@given(sums | stationary_sums)
def test_stationary_exactly_if_there_are_multipliers(f):
    expected = "proved" if f.multipliers() else "refuted"
    assert verdict(stationary(f.expression(), AT)) == expected
    assert verdict(not_stationary(f.expression(), AT)) == OPPOSITE[expected]


def by_theorem(truth, u):
    """Guan and So's Theorem 3.1: {|u_i| <= |u*_i|, sign(u*)^T u = 0} and +-u*, for u* != 0."""
    signed = sum(x * ((t > 0) - (t < 0)) for x, t in zip(u, truth, strict=True))
    inside = all(abs(x) <= abs(t) for x, t in zip(u, truth, strict=True)) and signed == 0
    return inside or is_planted(truth, u)


@given(st.lists(st.integers(-2, 2), min_size=1, max_size=3), st.data())
def test_the_stationary_points_of_the_loss(truth, data):
    assume(any(truth))
    u = [data.draw(st.sampled_from([0, t, -t, Fraction(t, 2), -Fraction(t, 2), t + 1])) for t in truth]
    expected = by_theorem(truth, u)
    f = l1_rank_one_loss(truth)
    assert verdict(stationary(f, tuple(u))) == ("proved" if expected else "refuted")
    second = (
        "proved" if [abs(x) for x in u] == [abs(t) for t in truth] and expected and is_planted(truth, u) else "refuted"
    )
    assert verdict(second_order_stationary(f, tuple(u))) == second
    assert verdict(not_second_order_stationary(f, tuple(u))) == OPPOSITE[second]


def is_planted(truth, u):
    """True for u = +-u*."""
    return list(u) == list(truth) or [-x for x in u] == list(truth)


@given(sums | stationary_sums)
def test_the_second_order_by_the_second_subderivative(f):
    """Proved only if it is >= 0 in all directions that are tried; refuted only if it is negative in one."""
    found = decided(second_order_stationary(f.expression(), AT))
    if not f.multipliers():
        assert found.verdict == "refuted"
        return
    tried = [w for w in product(range(-3, 4), repeat=2) if f.slope(w) == 0]
    negative = any(f.second(w) < 0 for w in tried)
    assert found.verdict in (("refuted", "undecided") if negative else ("proved", "refuted", "undecided"))
    if found.verdict == "refuted":
        w = [Fraction(x) for x in found.proof["direction"]]
        assert f.slope(w) == 0 and f.second(w) < 0


@pytest.mark.parametrize(
    ("smooth", "pieces", "outcome"),
    [
        (lambda x, y: x**2 - y**2, [], "refuted"),
        (lambda x, y: x**2 + y**2, [], "proved"),
        (lambda x, y: x * y, [lambda x, y: x], "proved"),
        (lambda x, y: x * y, [lambda x, y: x + y], "refuted"),
        (lambda x, y: -x * y, [lambda x, y: x + y, lambda x, y: x + y], "proved"),
        (lambda x, y: -(x**2), [lambda x, y: x + y**2], "proved"),
        (lambda x, y: -(x**2) - y**2, [lambda x, y: x + y, lambda x, y: x - y], "proved"),
        (lambda x, y: -(x**2) + x, [lambda x, y: x], "refuted"),
        (lambda x, y: x - x * y, [lambda x, y: x], "refuted"),
        (lambda x, y: 0 * x, [lambda x, y: x * y], "proved"),
        # the form is nonnegative on the critical cone, not on the subspace that it spans
        (lambda x, y: x + y + x * y, [lambda x, y: x, lambda x, y: y], "proved"),
        (lambda x, y: x**2 + y, [lambda x, y: x], "refuted"),
        # only different multipliers in different directions show this
        (lambda x, y: -(x**2 + y**2) / 4, [lambda x, y: (x**2 - y**2) / 2, lambda x, y: x * y], "proved"),
    ],
)
def test_the_second_order_at_zero(smooth, pieces, outcome):
    f = sum_of_absolute_values(function(smooth, x=None, y=None), [function(piece, x=None, y=None) for piece in pieces])
    assert verdict(second_order_stationary(f, (0, 0))) == outcome


def test_a_direction_that_the_claim_names_is_tried_first():
    f, at = l1_rank_one_loss([1, 1]), ("-1/2", "1/2")
    assert decided(not_second_order_stationary(f, at, along=(3, 1))).proof["direction"] == ["3", "1"]
    assert decided(not_second_order_stationary(f, at, along=(1, -1))).proof["direction"] != ["1", "-1"]


class TestPointsThatAreNotRational:
    """sqrt 2 and letters: what the claim names is checked."""

    circle = sum_of_absolute_values(function(lambda x: -x, x=None), [function(lambda x: x**2 - 2, x=None)])

    def test_without_a_name_it_is_undecided(self):
        assert "name multipliers" in decided(stationary(self.circle, sqrt(2))).reason

    def test_multipliers(self):
        assert verdict(stationary(self.circle, sqrt(2), multipliers=[sqrt(2) / 4])) == "proved"
        assert verdict(stationary(self.circle, sqrt(2), multipliers=["1/3"])) == "undecided"
        assert verdict(stationary(self.circle, 0, multipliers=["1/3"])) == "refuted"

    def test_descent(self):
        steep = sum_of_absolute_values(function(lambda x: -9 * x, x=None), [function(lambda x: x**2 - 2, x=None)])
        assert verdict(not_stationary(steep, sqrt(2), descent=1)) == "proved"
        assert verdict(not_stationary(steep, sqrt(2), descent=-1)) == "undecided"

    def test_letters(self):
        """All points (t, -t) with |t| <= 1 of the loss for (1, 1) with the multipliers -1."""
        t = letter("t")
        f = l1_rank_one_loss([1, 1])
        statement = stationary(f, (t, -t), multipliers=[-1, -1, -1])
        assert verdict(statement, assuming=(t > 0, 1 - t**2 > 0)) == "proved"
        assert verdict(statement) == "undecided"


def test_matrices_are_points():
    f = sum_of_absolute_values(0, [function(lambda u: inner(unit(2, 1, 0, 0), u) - 2, u=(2, 1))])
    assert verdict(stationary(f, matrix([[1], [0]]))) == "refuted"
    assert verdict(stationary(f, matrix([[2], [5]]))) == "proved"


def test_multipliers_are_as_many_as_pieces():
    with pytest.raises(InputError, match="1 numbers for 3 pieces"):
        stationary(l1_rank_one_loss([1, 1]), (0, 0), multipliers=[1])


def test_what_is_no_polynomial_or_of_letter_size_is_undecided():
    inverse = sum_of_absolute_values(0, [function(lambda x: 1 / x, x=None)])
    assert "divides by its variables" in decided(stationary(inverse, 1)).reason
    assert "divides by its variables" in decided(second_subderivative(inverse, 1, 1) == 0).reason
    size = Partition(p=letter("n", "size")).dimension
    whole = sum_of_absolute_values(function(lambda u: norm_squared(u), u=(size, size)), [])
    assert "letter size" in decided(stationary(whole, identity(size))).reason
