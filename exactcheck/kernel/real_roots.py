"""Real roots of polynomials with integer coefficients: how many there are in an interval, and where one of them is.

A real algebraic number is given by a polynomial whose roots are simple and a rational interval that holds one of them.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from .integer_polynomials import Integers, on_unit_interval, shifted, squarefree_part, value_at
from .intervals import Interval
from .reading import require

End = Fraction | None

GUARD = 8
MANY = 32


def roots_between(polynomial: Integers, lower: End = None, upper: End = None) -> int:
    """How many different roots a polynomial that is not zero has strictly between two ends, or beyond an absent one."""
    return len(isolated(polynomial, lower, upper))


@lru_cache(maxsize=2**8)
def isolated(polynomial: Integers, lower: End = None, upper: End = None) -> tuple[Interval, ...]:
    """In increasing order, disjoint intervals around these roots: open ones with one root each, or points."""
    simple = squarefree_part(polynomial)
    outside = max([root_bound(simple), *(abs(end) + 1 for end in (lower, upper) if end is not None)])
    start, end = -outside if lower is None else lower, outside if upper is None else upper
    require(start < end, "an interval with its ends in the wrong order")
    parts = isolated_in_unit_interval(on_unit_interval(simple, (start, end)))
    return tuple((start + (end - start) * left, start + (end - start) * right) for left, right in sorted(parts))


def root_bound(polynomial: Integers) -> Fraction:
    """A power of two that no root reaches in absolute value.

    If |c_(n-k) / c_n| < 2^(k e) for all k >= 1, then for |x| >= 2^(e+1) the term c_(n-k) x^(n-k) is in absolute value
    less than 2^-k times c_n x^n, all of them together are less than it, and p(x) is not zero.
    """
    *others, last = (abs(value).bit_length() for value in polynomial)
    exponents = (-((last - 1 - size) // k) for k, size in enumerate(reversed(others), 1) if size)
    return Fraction(2) ** (1 + max(exponents, default=0))


def isolated_in_unit_interval(polynomial: Integers) -> Iterator[Interval]:
    """The same for the roots strictly between 0 and 1 of a polynomial whose roots are simple.

    Descartes: a polynomial has at most as many positive roots, counted with multiplicity, as its coefficients have sign
    changes, zeros left out, and the difference is even: without a sign change none, with one exactly one. The positive
    roots x of (1 + x)^n p(1 / (1 + x)) belong to the roots 1 / (1 + x) of p between 0 and 1. With more changes than one
    the interval is halved. That ends, as the roots are simple (Vincent's theorem); were it not to end, nothing is said.
    """
    waiting = [(polynomial, 0, 1)]
    while waiting:
        p, k, parts = waiting.pop()
        changes = few_sign_changes(p)
        if changes == 1:
            yield Fraction(k, parts), Fraction(k + 1, parts)
        elif changes > 1:
            # 2^n p(t / 2) and 2^n p((t + 1) / 2): the halves, and the middle is a root where the latter is zero at 0
            left = tuple(value << i for i, value in enumerate(reversed(p)))[::-1]
            right = tuple(shifted(left))
            waiting += [(left, 2 * k, 2 * parts), (right, 2 * k + 1, 2 * parts)]
            if right[0] == 0:
                yield (Fraction(2 * k + 1, 2 * parts),) * 2


def few_sign_changes(polynomial: Integers) -> int:
    """The number of sign changes of (1 + x)^n p(1 / (1 + x)), at most 2."""
    changes, last = 0, 0
    for value in shifted(polynomial[::-1]):
        if value and last and (value > 0) != (last > 0):
            changes += 1
            if changes == 2:
                break
        last = value or last
    return changes


def require_isolated(polynomial: Integers, interval: Interval) -> None:
    """Reject unless all roots are simple and there is exactly one between the endpoints, none at them."""
    require(len(polynomial) > 1, "a constant polynomial has no isolated root")
    simple = len(squarefree_part(polynomial)) == len(polynomial)
    require(simple, "the polynomial of an algebraic number is not squarefree")
    require(interval[0] < interval[1], "an isolating interval with its ends in the wrong order")
    unit = on_unit_interval(polynomial, interval)
    require(unit[0] != 0 and sum(unit) != 0, "a root at the end of an interval")
    count = sum(1 for _ in isolated_in_unit_interval(unit))
    require(count == 1, f"{count} roots in an interval that should isolate one")


@lru_cache(maxsize=2**12)
def narrowed(polynomial: Integers, interval: Interval, bits: int) -> Interval:
    """A part no wider than 2^-bits of an isolating interval that holds its root; a point if the root is met.

    It is the interval itself or one of 2^m equal parts of it: those for more bits lie within those for fewer.
    """
    lower, upper = interval
    parts = (upper - lower) * 2**bits
    if parts <= 1:
        return interval
    m = (-(-parts.numerator // parts.denominator) - 1).bit_length()
    ends = place(on_unit_interval(polynomial, interval), m)
    first, last = (lower + (upper - lower) * Fraction(end, 2**m) for end in ends)
    return first, last


@lru_cache(maxsize=2**10)
def place(polynomial: Integers, bits: int) -> tuple[int, int]:
    """(k, k + 1) if the root between 0 and 1, where the sign changes, is between k / 2^bits and the next one.

    (k, k) if the root is k / 2^bits. Signs decide by bisection; for many bits first near the place that a chord through
    the ends of a wider part guesses, at distances that are doubled.
    """
    fewer = bits // 2 + GUARD if bits >= MANY else 0
    ends, shift = place(polynomial, fewer) if fewer else (0, 1), bits - fewer
    left, right = (end << shift for end in ends)
    below, above = (value_at(polynomial, end, 2**fewer) for end in ends)
    rising, step, at = above > 0, 1, (left + right) // 2
    if fewer and left < right:
        at = max(left + 1, left + (abs(below) << shift) // (abs(below) + abs(above)))
    while right - left > 1:
        value = value_at(polynomial, at, 2**bits)
        if value == 0:
            return at, at
        if (value > 0) == rising:
            right, at = at, at - step
        else:
            left, at = at, at + step
        step, at = 2 * step, at if fewer and left < at < right else (left + right) // 2
    return left, right
