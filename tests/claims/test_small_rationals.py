"""Simple rational numbers, against lists of all of them."""

from fractions import Fraction
from itertools import islice

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.claims.small_rationals import Range, by_height, exact_root, height, of_height, simplest

POSITIVE = st.fractions(min_value=Fraction(1, 60), max_value=30, max_denominator=60)
ENDS = st.tuples(POSITIVE, POSITIVE, st.booleans(), st.booleans())


def between(ends):
    """A range with these ends."""
    low, high, low_open, high_open = ends
    return Range(min(low, high), max(low, high), low_open, high_open)


@given(ENDS, ENDS, POSITIVE)
def test_the_meet_is_what_is_in_both(first, second, x):
    a, b = between(first), between(second)
    assert (x in a.meet(b)) == (x in a and x in b)
    assert not (a.empty and x in a)
    assert a.empty == (a.lower == a.upper and (a.lower_open or a.upper_open))


@given(ENDS, POSITIVE, POSITIVE)
def test_powers_shifts_and_sides(ends, x, by):
    a = between(ends)
    assert (x**2 in a.power(2)) == (x in a)
    assert (x + by in a.shifted(by)) == (x in a)
    assert (x > by and x - by in a.shifted(-by)) == (x > by and x in a)
    assert {-1: x <= a.lower, 0: x in a, 1: x >= a.upper}[a.side(x)]


@given(ENDS, ENDS, POSITIVE, POSITIVE)
def test_quotients(first, second, x, y):
    a, b = between(first), between(second)
    if x in a and y in b:
        assert x / y in a.over(b)
        assert x / y in a.over(Range())
        assert x / y in Range().over(b)


@given(ENDS, st.sampled_from([1, 2]))
def test_the_simplest_root_has_the_least_denominator_and_numerator(ends, exponent):
    a = between(ends)
    found = a.simplest_root(exponent)
    if found is None:
        assert a.empty or exact_root(a.value, exponent) is None
        return
    assert found**exponent in a
    simpler = (Fraction(p, q) for q in range(1, found.denominator + 1) for p in range(1, found.numerator + 1))
    assert all(x == found or x**exponent not in a for x in simpler)


@pytest.mark.parametrize("bound", [10**6, 10**12])
def test_the_simplest_number_below_a_small_bound(bound):
    assert Range(upper=Fraction(1, bound), upper_open=True).simplest_root(1) == Fraction(1, bound + 1)
    assert simplest(lambda x: -1 if x <= bound else 0) == bound + 1


@given(POSITIVE, st.sampled_from([1, 2, 4]))
def test_roots_as_sympy_finds_them(x, exponent):
    assert exact_root(x**exponent, exponent) == x
    root = sympy.root(sympy.Rational(x.numerator, x.denominator), exponent)
    assert (exact_root(x, exponent) is not None) == bool(root.is_Rational)


def test_all_numbers_by_height():
    limit = 12
    everything = {Fraction(p, q) for p in range(1, limit + 1) for q in range(1, limit + 1)}
    found = list(by_height(limit))
    assert len(found) == len(set(found))
    assert set(found) == everything
    assert list(map(height, found)) == sorted(map(height, found))
    assert all(height(x) == 7 for x in of_height(7))


def test_a_range_without_an_upper_end():
    assert Fraction(10**9) in Range()
    assert 0 not in Range()
    assert Range(Fraction(5), lower_open=False).simplest_root(2) == 3
    assert list(islice(by_height(1), 2)) == [1]
