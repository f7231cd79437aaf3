"""Isolation of real roots against sympy."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import assume, given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.real_roots import narrowed, require_isolated

coefficients = st.lists(st.integers(-9, 9), min_size=2, max_size=6).filter(lambda c: c[-1] != 0)
ends = st.tuples(st.fractions(-5, 5, max_denominator=4), st.fractions(-5, 5, max_denominator=4))


def isolates(polynomial, interval):
    """What the kernel says."""
    try:
        require_isolated([Fraction(c) for c in polynomial], interval)
    except Rejected:
        return False
    return True


@given(coefficients, ends)
def test_an_interval_is_accepted_exactly_if_it_holds_one_root(polynomial, interval):
    x = sympy.Symbol("x")
    p = sympy.Poly(polynomial[::-1], x)
    lower, upper = map(sympy.Rational, interval)
    squarefree = sympy.gcd(p, p.diff(x)).degree() == 0
    inside = lower < upper and p.eval(lower) != 0 and p.eval(upper) != 0 and p.count_roots(lower, upper) == 1
    assert isolates(polynomial, interval) == (squarefree and inside)


@given(coefficients, st.integers(1, 60))
def test_narrowing_keeps_the_root(polynomial, bits):
    x = sympy.Symbol("x")
    p = sympy.Poly(polynomial[::-1], x)
    assume(sympy.gcd(p, p.diff(x)).degree() == 0)
    for (lower, upper), _ in p.intervals():
        interval = Fraction(int(lower.p), int(lower.q)) - 1, Fraction(int(upper.p), int(upper.q)) + 1
        if not isolates(polynomial, interval):
            continue
        low, high = narrowed([Fraction(c) for c in polynomial], interval, Fraction(1, 2**bits))
        assert high - low <= Fraction(1, 2**bits)
        assert p.count_roots(sympy.Rational(low), sympy.Rational(high)) == 1


@pytest.mark.parametrize(
    ("polynomial", "interval"),
    [
        ([4, -4, 1], (1, 3)),  # a double root
        ([-2, 0, 1], (-2, 2)),  # two roots
        ([1, 0, 1], (-2, 2)),  # none
        ([-2, 0, 1], (2, 1)),  # the ends the wrong way round
        ([0, -1, 1], (0, 2)),  # a root at an end
        ([5], (0, 1)),
        ([0, 0], (-1, 1)),
        ([], (-1, 1)),
    ],
)
def test_what_isolates_no_root_is_rejected(polynomial, interval):
    assert not isolates(polynomial, tuple(map(Fraction, interval)))
