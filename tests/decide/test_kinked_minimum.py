"""Local minima and second-order points of functions with kinks, against values nearby."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import InputError, function, letter, sqrt
from exactcheck.decide import cone_curvature, polyhedral_cones
from exactcheck.landscape import (
    cone,
    critical_cone,
    l1_rank_one_loss,
    local_minimum,
    maximum,
    not_a_local_minimum,
    not_second_order_stationary,
    second_order_stationary,
    strict_local_minimum,
    sum_of_absolute_values,
)
from tests.decide.kinked import AT, stationary_sums, sums
from tests.decide.mixed import mixed, stationary_mixed
from tests.decide.rechecking import decided, verdict
from tests.decide.test_stationarity import OPPOSITE

ZERO = Fraction(0)
RING = [w for w in product(range(-4, 5), repeat=2) if any(w)]
functions = sums | stationary_sums | mixed | stationary_mixed


def rise(f, arc, t):
    """f along a polynomial arc from AT, less its value there."""
    moved = [sum((Fraction(c) * t ** (k + 1) for k, c in enumerate(series)), ZERO) for series in arc]
    return f.at(*moved) - f.at(ZERO, ZERO)


@given(functions)
def test_a_local_minimum_by_values_nearby(f):
    """Proved only if no value nearby is smaller; refuted only by an arc with smaller (or equal) values."""
    found, strict = (decided(kind(f.expression(), AT)) for kind in (local_minimum, strict_local_minimum))
    t = Fraction(1, 10**8)
    values = [rise(f, [[w[0]], [w[1]]], t) for w in RING]
    assert found.verdict != "proved" or min(values) >= 0
    assert strict.verdict != "proved" or min(values) > 0
    assert found.verdict != "refuted" or rise(f, found.proof["arc"], t) < 0
    assert strict.verdict != "refuted" or rise(f, strict.proof["arc"], t) <= 0
    assert min(values) >= 0 or found.verdict == "refuted"
    assert min(values) > 0 or strict.verdict == "refuted"
    assert verdict(not_a_local_minimum(f.expression(), AT)) == OPPOSITE[found.verdict]


@given(stationary_sums | stationary_mixed)
def test_the_second_order_is_decided_unless_it_vanishes_somewhere(f):
    """Nothing stays open where the second subderivative is negative, or positive, on a ring of directions."""
    values = [f.second(w) for w in RING if f.slope(w) == 0] if f.second((0, 0)) is not None else []
    found = verdict(second_order_stationary(f.expression(), AT))
    if values and min(values) < 0:
        assert found == "refuted"
    elif values and min(values) > 3:
        assert found == "proved"
    assert verdict(not_second_order_stationary(f.expression(), AT)) == OPPOSITE[found]


def plane(*bodies):
    """Functions of x and y."""
    return [function(body, x=None, y=None) for body in bodies]


def kinked(smooth, *bodies):
    return sum_of_absolute_values(*plane(smooth), plane(*bodies))


@pytest.mark.parametrize(
    ("f", "second", "strict", "weak"),
    [
        (kinked(lambda x, y: 0 * x, lambda x, y: x, lambda x, y: y), "proved", "proved", "proved"),
        (kinked(lambda x, y: x**2, lambda x, y: y), "proved", "proved", "proved"),
        (kinked(lambda x, y: 0 * x, lambda x, y: x), "proved", "refuted", "proved"),
        (kinked(lambda x, y: y**4, lambda x, y: x), "proved", "proved", "proved"),
        (kinked(lambda x, y: -(y**4), lambda x, y: x), "proved", "refuted", "refuted"),
        (kinked(lambda x, y: -(y**3), lambda x, y: x), "proved", "refuted", "refuted"),
        # positive on the critical cone, not on the subspace that it spans
        (kinked(lambda x, y: x + y + 3 * x * y + x**2 + y**2, lambda x, y: x, lambda x, y: y), *["proved"] * 3),
        (kinked(lambda x, y: x + y - x * y, lambda x, y: x, lambda x, y: y), *["refuted"] * 3),
        # two multipliers in turn: the larger one of two forms is positive, neither of them is
        (kinked(lambda x, y: -(x**2 + y**2) / 4, lambda x, y: (x**2 - y**2) / 2, lambda x, y: x * y), *["proved"] * 3),
        (kinked(lambda x, y: 0 * x, lambda x, y: x - y**2, lambda x, y: x + y**2), "proved", "proved", "proved"),
        (kinked(lambda x, y: 0 * x, lambda x, y: x - y**2), "proved", "refuted", "proved"),
        (kinked(lambda x, y: -(y**4), lambda x, y: x - y**2), "proved", "refuted", "refuted"),
        (maximum(plane(lambda x, y: x, lambda x, y: -x + y**2, lambda x, y: -2 * x)), "proved", "proved", "proved"),
        (maximum(plane(lambda x, y: x, lambda x, y: -x - y**2)), "refuted", "refuted", "refuted"),
        # here both forms vanish in the directions where they meet
        (
            kinked(lambda x, y: -(x**2 + y**2) / 2, lambda x, y: (x**2 - y**2) / 2, lambda x, y: x * y),
            "proved",
            "refuted",
            "undecided",
        ),
    ],
)
def test_examples_at_zero(f, second, strict, weak):
    assert verdict(second_order_stationary(f, (0, 0))) == second
    assert verdict(strict_local_minimum(f, (0, 0))) == strict
    assert verdict(local_minimum(f, (0, 0))) == weak
    assert verdict(not_a_local_minimum(f, (0, 0))) == OPPOSITE[weak]


QUADRANT = kinked(lambda x, y: x + y + x * y, lambda x, y: x, lambda x, y: y)


def test_cells_that_meet_in_a_rational_direction():
    """On the quadrant x, y >= 0 the larger one of (7 y - 2 x) (y + 3 x) and (2 x - 7 y) (5 y + x)."""

    def smooth(x, y):
        return -x - y + (7 * y - 2 * x) * (2 * x - 4 * y) / 2

    f = kinked(smooth, lambda x, y: x, lambda x, y: y, lambda x, y: (7 * y - 2 * x) * (6 * y + 4 * x) / 2)
    assert verdict(second_order_stationary(f, (0, 0))) == "proved"
    assert verdict(strict_local_minimum(f, (0, 0))) == "refuted"


def test_a_flat_maximum():
    assert verdict(local_minimum(maximum(plane(lambda x, y: x, lambda x, y: -x)), (0, 0))) == "proved"


@given(st.lists(st.sampled_from([-2, -1, 0, 1, 3]), min_size=1, max_size=3))
def test_the_planted_vector_is_a_strict_local_minimum(truth):
    assert verdict(strict_local_minimum(l1_rank_one_loss(truth), tuple(truth))) == "proved"
    spurious = any(truth)
    zero = not_a_local_minimum(l1_rank_one_loss(truth), (0,) * len(truth))
    assert verdict(zero) == ("proved" if spurious else "refuted")


def test_four_variables():
    f = l1_rank_one_loss([1, 2, 3, 4])
    assert verdict(strict_local_minimum(f, (1, 2, 3, 4))) == "proved"
    assert verdict(not_a_local_minimum(f, (1, 2, 3, "-6/4"))) == "proved"


PAIRS = list(product((1, -1), repeat=2))


def pyramid(a, b, c):
    """4 z + a x^2 + b y^2 + c x y, and kinks that leave |x| + |y| <= -z critical: a cone with four rays."""
    names = dict.fromkeys("xyz")
    pieces = [function(lambda x, y, z, p=p, q=q: p * x + q * y + z, **names) for p, q in PAIRS]
    smooth = function(lambda x, y, z: 4 * z + a * x**2 + b * y**2 + c * x * y + z**2, **names)
    return sum_of_absolute_values(smooth, pieces)


@pytest.mark.parametrize(
    ("form", "second", "strict"),
    [
        ((0, 0, 0), "proved", "proved"),
        ((-1, 0, 0), "proved", "refuted"),
        ((-2, 0, 0), "refuted", "refuted"),
        (("-1/2", "-1/2", 0), "proved", "proved"),
        ((0, 0, 3), "proved", "proved"),
        ((0, 0, 5), "refuted", "refuted"),
    ],
)
def test_a_cone_that_is_not_simplicial(form, second, strict):
    f = pyramid(*map(Fraction, form))
    assert verdict(second_order_stationary(f, (0, 0, 0))) == second
    assert verdict(strict_local_minimum(f, (0, 0, 0))) == strict


class TestOpenQuestions:
    def test_letters(self):
        a = letter("a")
        f = sum_of_absolute_values(function(lambda x: a * x**2, x=None), [])
        assert "not a rational number" in decided(strict_local_minimum(f, 0), assuming=(a > 0,)).reason

    def test_roots(self):
        f = sum_of_absolute_values(function(lambda x: sqrt(2) * x**2, x=None), [])
        assert verdict(second_order_stationary(f, 0)) == "undecided"

    def test_a_search_that_is_cut_short(self, monkeypatch):
        turns = kinked(lambda x, y: -(x**2 + y**2) / 4, lambda x, y: (x**2 - y**2) / 2, lambda x, y: x * y)
        monkeypatch.setattr(cone_curvature, "MOST_CELLS", 0)
        assert "too many" in decided(second_order_stationary(turns, (0, 0))).reason
        assert "close to zero" in decided(strict_local_minimum(turns, (0, 0))).reason

    def test_too_many_faces(self, monkeypatch):
        monkeypatch.setattr(polyhedral_cones, "MOST_SUBSETS", 0)
        assert "2 inequalities" in decided(second_order_stationary(QUADRANT, (0, 0))).reason
        assert "2 inequalities" in decided(critical_cone(QUADRANT, (0, 0), cone(rays=[(-1, 0)]))).reason

    def test_more_variables_than_orthants_are_tried_for(self):
        names = dict.fromkeys("abcdefghi")
        flat = sum_of_absolute_values(0, [function(lambda a, *rest: a, **names)])
        assert verdict(local_minimum(flat, (0,) * 9)) == "undecided"

    def test_a_point_whose_signs_are_not_known(self):
        f = sum_of_absolute_values(0, [function(lambda x: x, x=None)])
        assert verdict(local_minimum(f, letter("a"))) == "undecided"

    def test_bounds(self):
        f = sum_of_absolute_values(0, [function(lambda x: x, x=None)])
        with pytest.raises(InputError, match="without bounds"):
            strict_local_minimum(f, 0, lower_bounds=0)
