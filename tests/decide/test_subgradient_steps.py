"""Steps of the subgradient method: regions that are kept or left, against random steps in Fractions."""

from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import function, letter, real_root, scalar
from exactcheck.landscape import (
    SubgradientStep,
    every_step,
    invariant_region,
    l1_rank_one_loss,
    not_every_step,
    not_invariant_region,
    sum_of_absolute_values,
)
from tests.decide.rechecking import verdict

AXIS = l1_rank_one_loss([1, 0])
K, A = letter("k"), letter("a")


def cone(k, top=1):
    """|x| <= k y, 0 <= y <= top."""
    return lambda x, y: [k * y - x >= 0, k * y + x >= 0, y >= 0, y <= top]


def shrinks(a, x, y):
    return y[1] <= (1 - a) * x[1]


@pytest.mark.parametrize(
    ("k", "largest", "outcome"),
    [
        ("2/5", "1/4", "proved"),
        ("2/5", "2/7", "proved"),
        ("2/5", "3/10", "refuted"),  # more than k / (1 + k)
        ("1/2", "1/4", "refuted"),  # k^2 + 2 k > 1
        ("1/2", "1/1000", "refuted"),
        ("41/100", "1/5", "proved"),
        ("42/100", "1/1000", "refuted"),
    ],
)
def test_the_trapped_region(k, largest, outcome):
    region = cone(scalar(k))
    other = {"proved": "refuted", "refuted": "proved"}[outcome]
    assert verdict(invariant_region(AXIS, region, largest)) == outcome
    assert verdict(not_invariant_region(AXIS, region, largest)) == other
    assert verdict(every_step(AXIS, region, largest, shrinks)) == "proved"


def test_the_cone_is_trapped_as_a_whole():
    assert verdict(invariant_region(AXIS, lambda x, y: cone(scalar("2/5"))(x, y)[:3], "1/4")) == "proved"


def test_a_region_with_the_truth_in_it():
    """It can be kept, but no step shrinks it to 0."""
    region = lambda x, y: [x >= 0, x <= 2, y >= -1, y <= 1]  # noqa: E731
    assert verdict(every_step(AXIS, region, "1/4", lambda a, x, y: y[0] <= (1 - a) * x[0])) == "refuted"
    assert verdict(not_every_step(AXIS, region, "1/4", lambda a, x, y: y[0] <= (1 - a) * x[0])) == "proved"
    twice = every_step(AXIS, cone(scalar("2/5")), "1/4", lambda a, x, y: y[1] <= (1 - 2 * a) * x[1])
    assert verdict(twice) == "refuted"


@pytest.mark.parametrize(
    ("assumptions", "outcome"),
    [
        ([K > 0, K**2 + 2 * K <= 1, A > 0, A * (1 + K) <= K], "proved"),
        ([K > 0, K**2 + 3 * K <= 2, A > 0, A * (1 + K) <= K], "refuted"),
        ([K > 0, K**2 + 2 * K <= 1, A > 0, A <= K], "refuted"),
    ],
)
def test_letters(assumptions, outcome):
    assert verdict(invariant_region(AXIS, cone(K), A), assuming=tuple(assumptions)) == outcome


def test_the_largest_region_exactly():
    k = real_root([-1, 2, 1], 0, 1, "k")
    assert verdict(k < "1/2", invariant_region(AXIS, cone(k), (1 - k) / 2)) == "proved"


def test_a_named_step():
    wide = (K > 0, K**2 < 1, K**2 + 2 * K > 1, A > 0)
    corner = SubgradientStep((K, 1), A, (-1, 1, 1))
    assert verdict(not_invariant_region(AXIS, cone(K), A, step=corner), assuming=wide) == "proved"
    inner = SubgradientStep((0, "1/2"), "1/4", (-1, 1, 1))
    assert verdict(not_invariant_region(AXIS, cone(scalar("2/5")), "1/4", step=inner)) == "refuted"
    outward = SubgradientStep((0, 1), "1/2", (-1, -1, 1))
    assert verdict(not_invariant_region(AXIS, cone(scalar("2/5")), "1/2", step=outward)) == "proved"


def test_a_ball():
    """With the gradient of a square it is kept, although the kink pushes outward."""
    kink = function(lambda x, y: x, x=None, y=None)
    bowl = sum_of_absolute_values(function(lambda x, y: (x**2 + y**2) / 2, x=None, y=None), [kink])
    ball = lambda x, y: x**2 + y**2 <= 1  # noqa: E731
    assert verdict(invariant_region(bowl, ball, "1/4")) == "proved"
    assert verdict(invariant_region(sum_of_absolute_values(0, [kink]), ball, "1/4")) == "refuted"


def test_convex_outcomes_stay_open():
    """The least value of a convex function of the multipliers may lie inside."""
    line = sum_of_absolute_values(0, [function(lambda x: x, x=None)])
    assert verdict(every_step(line, lambda x: [x >= -1, x <= 1], 1, lambda a, x, y: y[0] ** 2 >= 0)) == "undecided"


def test_towards_the_truth():
    f = l1_rank_one_loss([1, 1])
    region = {"cuts": (1, -1)}
    nearer = lambda a, x, y: (x[0] - y[0]) * (x[0] - 1) + (x[1] - y[1]) * (x[1] - 1) >= 0  # noqa: E731
    assert verdict(every_step(f, lambda x, y: x + y >= 0, 1, nearer, **region)) == "proved"
    assert verdict(every_step(f, lambda x, y: x + y >= -1, 1, nearer, **region)) == "refuted"


def box(right, top):
    """|x| <= right, |y| <= top."""
    return lambda x, y: [x <= right, x >= -right, y <= top, y >= -top]


REGIONS = {
    "the cone": ((1, 0), cone(scalar("2/5"), 2), "1/4"),
    "a wider cone": ((1, 0), cone(scalar(1), 2), "1/4"),
    "a cone for another truth": ((2, 0), cone(scalar("1/4")), "1/5"),
    "a cone for the truth 0": ((0, 0), cone(scalar("1/2")), "1/3"),
    "a square": ((1, 1), lambda x, y: [x >= 0, y >= 0, x <= 2, y <= 2], "1/5"),
    "a square with larger steps": ((1, 1), lambda x, y: [x >= 0, y >= 0, x <= 2, y <= 2], "1/2"),
    "a box": ((1, 2), box(2, 3), "1/2"),
    "a small box": ((0, 1), box(Fraction(1, 2), 2), "1/4"),
}


@cache
def region_verdict(name):
    us, region, largest = REGIONS[name]
    return verdict(invariant_region(l1_rank_one_loss(us), region, largest, cuts=(0, 1)))


def reached(us, u, z, size):
    """u - a g, from the definition, with the multiplier z where a summand is zero."""
    g = [Fraction(0)] * len(u)
    for i, j in combinations_with_replacement(range(len(u)), 2):
        between = u[i] * u[j] - us[i] * us[j]
        sign = (between > 0) - (between < 0) or z
        g[i] += sign * u[j]
        g[j] += sign * u[i] if i != j else 0
    return [x - size * slope for x, slope in zip(u, g, strict=True)]


def lies_in(region, u):
    """True if numbers satisfy the inequalities."""
    sides = [(c["left"].value, c["relation"], c["right"].value) for c in region(*map(scalar, u))]
    return all(left >= right if relation == ">=" else left <= right for left, relation, right in sides)


fractions = st.builds(Fraction, st.integers(-24, 24), st.sampled_from([4, 8, 12]))


@pytest.mark.parametrize("name", REGIONS)
@given(st.tuples(fractions, fractions), st.sampled_from([-1, 0, 1]), st.fractions(0, 1))
def test_no_step_leaves_what_is_proved(name, u, z, share):
    us, region, largest = REGIONS[name]
    if region_verdict(name) == "proved" and lies_in(region, u) and share:
        assert lies_in(region, reached(us, u, z, share * Fraction(largest)))


def test_regions_of_both_kinds_were_tried():
    found = {name: region_verdict(name) for name in REGIONS}
    kept = ["a cone for another truth", "a cone for the truth 0", "a small box", "a square", "the cone"]
    assert sorted(name for name, each in found.items() if each == "proved") == kept
    assert set(found.values()) <= {"proved", "refuted"}
