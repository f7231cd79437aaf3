"""Rational bounds of exp, log, tanh and the sigmoid against FLINT's balls at 200 bits."""

from fractions import Fraction

import flint
import pytest
from flint import arb, fmpq
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.transcendental import (
    BOUNDS,
    LARGEST_EXPONENT,
    exp_bounds,
    increasing,
    log_bounds,
    outward,
    rounded_above,
    rounded_below,
    sigmoid_bounds,
    tanh_bounds,
)

BALLS = {"exp": arb.exp, "log": arb.log, "tanh": arb.tanh, "sigmoid": lambda x: 1 / (1 + (-x).exp())}
names = st.sampled_from(sorted(BOUNDS))
precisions = st.sampled_from([8, 24, 64, 128])
near = st.fractions(min_value=-30, max_value=30, max_denominator=10**6)
tiny = st.integers(-(10**9), 10**9).map(lambda k: Fraction(k, 10**15))
wide = st.integers(-4000, 4000).map(Fraction)
numbers = near | tiny | wide


def ball(name, x):
    """FLINT's enclosure of a value."""
    return BALLS[name](arb(fmpq(x.numerator, x.denominator)))


def exactly(x):
    """A rational number as FLINT's ball; 1/3 is one with a radius."""
    return arb(fmpq(x.numerator, x.denominator))


@given(names, numbers, precisions)
def test_the_bounds_enclose_the_value_and_are_tight(name, x, bits):
    if name == "log":
        x = abs(x) + Fraction(1, 10**7)
    lower, upper = BOUNDS[name](x, bits)
    with flint.ctx.workprec(7000):
        value = ball(name, x)
        assert not value < exactly(lower)
        assert not value > exactly(upper)
        # relative for exp, absolute near the zeros of log and tanh
        scale = max(abs(upper), Fraction(1))
        assert upper - lower <= scale * Fraction(8, 2**bits)


@given(numbers, precisions)
def test_a_number_is_rounded_to_its_side(x, bits):
    lower, upper = outward((x, x), bits)
    assert lower <= x <= upper
    assert (lower, upper) == (rounded_below(x, bits), rounded_above(x, bits))
    assert upper - lower <= abs(x) * Fraction(4, 2**bits)
    assert outward((lower, upper), bits) == (lower, upper)


@pytest.mark.parametrize(
    ("bounds", "x", "value"), [(exp_bounds, 0, 1), (log_bounds, 1, 0), (tanh_bounds, 0, 0), (sigmoid_bounds, 0, "1/2")]
)
def test_some_values_are_exact(bounds, x, value):
    assert bounds(Fraction(x), 16) == (Fraction(value), Fraction(value))


@pytest.mark.parametrize("name", sorted(BOUNDS))
def test_over_an_interval_the_ends_count(name):
    x, y = Fraction(1, 3), Fraction(2)
    lower, upper = increasing(BOUNDS[name], (x, y), 40)
    assert lower == BOUNDS[name](x, 40)[0]
    assert upper == BOUNDS[name](y, 40)[1]
    assert increasing(BOUNDS[name], (x, x), 40) == BOUNDS[name](x, 40)


@pytest.mark.parametrize("x", [0, -1, Fraction(-1, 10**9)])
def test_what_is_not_positive_has_no_logarithm(x):
    with pytest.raises(Rejected, match="not known to be positive"):
        log_bounds(Fraction(x), 64)


def test_large_exponents():
    far = Fraction(LARGEST_EXPONENT + 1)
    with pytest.raises(Rejected, match="above 4096"):
        exp_bounds(far, 64)
    lower, upper = exp_bounds(-far, 64)
    assert 0 == lower < upper < Fraction(1, 2**5000)
    assert sigmoid_bounds(-far, 64)[0] == 0 < sigmoid_bounds(-far, 64)[1] < Fraction(1, 2**5000)
    assert sigmoid_bounds(far, 64)[1] == 1 > sigmoid_bounds(far, 64)[0] > 1 - Fraction(1, 2**60)
    assert tanh_bounds(-far, 64)[0] == -1
    assert tanh_bounds(far, 64)[1] == 1
