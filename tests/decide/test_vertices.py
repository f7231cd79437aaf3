"""Vertices of polyhedra against all ways to fix coordinates."""

from itertools import product

from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.decide.vertices import vertices

small = st.integers(-3, 3)


def row(coefficients, offset):
    return [fmpq(a) for a in coefficients], fmpq(offset)


def box(widths):
    """|x_i| <= widths_i."""
    n = len(widths)
    return [row([sign * (i == j) for j in range(n)], w) for i, w in enumerate(widths) for sign in (1, -1)]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=4))
def test_the_balanced_points_of_a_box(widths):
    """All coordinates but one at their ends, and that one what the others leave."""
    n, expected = len(widths), set()
    for ends in product((1, -1), repeat=n):
        for loose in range(n):
            x = [sign * w for sign, w in zip(ends, widths, strict=True)]
            x[loose] = -sum(value for i, value in enumerate(x) if i != loose)
            if abs(x[loose]) <= widths[loose]:
                expected.add(tuple(map(fmpq, x)))
    assert vertices(n, [row([1] * n, 0)], box(widths)) == sorted(expected)


@given(st.lists(st.tuples(small, small, small), min_size=0, max_size=5))
def test_polygons(lines):
    """Crossings of two borders, by Cramer's rule."""
    nonnegative = [row(slopes, offset) for *slopes, offset in lines]
    found = set()
    for a, b, c in lines:
        for d, e, f in lines:
            det = a * e - b * d
            if det:
                x = (fmpq(b * f - c * e, det), fmpq(c * d - a * f, det))
                if all(p * x[0] + q * x[1] + r >= 0 for p, q, r in lines):
                    found.add(x)
    assert vertices(2, [], nonnegative) == sorted(found)


def test_equations_that_follow_from_others_and_ones_that_have_no_solution():
    plane = [row([1, 1], -1), row([2, 2], -2)]
    assert vertices(2, plane, [row([1, 0], 0), row([0, 1], 0)]) == [(fmpq(0), fmpq(1)), (fmpq(1), fmpq(0))]
    assert vertices(2, [*plane, row([1, 1], 0)], [row([1, 0], 0)]) == []
    assert vertices(1, [row([1], -2)], []) == [(fmpq(2),)]
