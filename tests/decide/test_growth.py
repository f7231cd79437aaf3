"""Growth to first order, against all vertices of the l1 ball cut by the kinks, and a closed form for the loss."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import InputError, function, letter, norm_squared
from exactcheck.landscape import first_order_growth, l1_rank_one_loss, sum_of_absolute_values
from tests.decide.kinked import AT, stationary_sums, sums
from tests.decide.rechecking import decided, verdict


def least_slope(f):
    """The least df(w) on ||w||_1 = 1 in the plane: df is linear between the axes and the lines of the kinks."""
    _, kinks = f.parts()
    lines = [(1, 0), (0, 1), *((-a[1], a[0]) for a, _ in kinks if any(a))]
    found = []
    for x, y in lines:
        length = abs(x) + abs(y)
        found += [f.slope((Fraction(s * x) / length, Fraction(s * y) / length)) for s in (1, -1)]
    return min(found)


@given(sums | stationary_sums, st.sampled_from([Fraction(0), Fraction(1, 7), Fraction(-1, 7)]))
def test_the_growth_is_the_least_slope(f, offset):
    least = least_slope(f)
    constant = max(least + offset, Fraction(0))
    growth = first_order_growth(f.expression(), AT)
    assert verdict(growth >= constant) == ("proved" if least >= constant else "refuted")
    assert verdict(growth == constant) == ("proved" if least == constant else "refuted")


@given(st.lists(st.integers(-3, 3).filter(bool), min_size=1, max_size=4))
def test_the_growth_of_the_loss_at_what_was_planted(truth):
    """min over signs e of (||u*||_1^2 + (sum e_i |u*_i|)^2) / (2 ||u*||_1)."""
    total = sum(map(abs, truth))
    sums_ = [sum(e * t for e, t in zip(signs, truth, strict=True)) for signs in product((1, -1), repeat=len(truth))]
    best = min(Fraction(total**2 + s**2, 2 * total) for s in sums_)
    growth = first_order_growth(l1_rank_one_loss(truth), tuple(truth))
    assert verdict(growth == best) == "proved"
    assert decided(growth == best / 2).proof["larger"] == str(best)
    assert verdict(growth >= best + 1) == "refuted"


def test_what_is_left_open():
    flat = sum_of_absolute_values(function(lambda u: norm_squared(u), u=(13, 1)), [])
    assert "13 coordinates" in decided(first_order_growth(flat, [[0]] * 13) >= 0).reason
    a = letter("a")
    tilted = sum_of_absolute_values(function(lambda x: a * x, x=None), [function(lambda x: x, x=None)])
    assert verdict(first_order_growth(tilted, 0) >= 0) == "undecided"
    with pytest.raises(InputError, match="negative"):
        _ = first_order_growth(tilted, 0) >= -1


def planted_pair(e):
    """Multipliers of the loss for (a, a) at (a, a) of the subgradient a e."""
    return [e[0], 0, e[1]]


@pytest.mark.parametrize(
    ("factor", "attained", "outcome"),
    [("1", (1, -1), "proved"), ("1/2", (1, -1), "undecided"), ("2", (1, -1), "undecided"), ("1", (1, 1), "undecided")],
)
def test_a_growth_in_letters_by_named_multipliers(factor, attained, outcome):
    a = letter("a", "parameter")
    growth = first_order_growth(l1_rank_one_loss([a, a]), (a, a), multipliers=planted_pair, attained=attained)
    found = decided(growth == factor * a, assuming=(a > 0,)).verdict
    assert found == outcome
    assert decided(growth >= factor * a, assuming=(a > 0,)).verdict == ("undecided" if factor == "2" else "proved")
