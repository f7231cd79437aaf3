"""Signs of expressions in one letter between the numbers that are known to bound it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ..kernel import Rejected
from ..kernel.integer_polynomials import primitive
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.real_roots import roots_between
from ..kernel.root_counts import coefficients_in
from ..kernel.setting import FREE
from ..kernel.signs_between_ends import is_root, known_between_ends, without_even_powers
from .simplest_rationals import simplest
from .written_polynomials import written

Node = Any
Number = Polynomial
CLOSE = 128
PRECISIONS = (8, 16, 32, 64, 128, 256)


def sign_between_ends(known: Known, value: Polynomial) -> Node | None:
    """A node without what follows; None if a sign between the bounds is not found."""
    value = known.setting.normal(value)
    if len(value.letters) != 1:
        return None
    (letter,) = value.letters
    try:
        a, b = bounds(known, letter)
        coefficients = coefficients_in(without_even_powers(value, letter), letter)
        roots = sum(is_root(known.setting, coefficients, end) for end in (a, b) if end is not None)
        for bits in PRECISIONS:
            lower, upper = outside(known, a, -1, bits), outside(known, b, 1, bits)
            if roots_between(primitive(coefficients), lower, upper) == roots:
                ends = [None if end is None else written(end) for end in (a, b)]
                outer = [None if end is None else str(end) for end in (lower, upper)]
                place = str(inside(known, a, b))
                node = {"ends": ends, "letter": letter, "value": written(value), "range": outer, "at": place}
                known_between_ends(known, node)
                return node
    except Rejected:
        return None
    return None


def bounds(known: Known, letter: str) -> tuple[Number | None, Number | None]:
    """The largest number that a letter is known to exceed, and the smallest that exceeds it."""
    lower, upper = None, None
    for fact in known.setting.facts:
        parts = fact.polynomial.coefficients(letter)
        slope, offset = parts.get(1, Polynomial()).constant, parts.get(0, Polynomial())
        if not fact.strict or not slope or not set(parts) <= {0, 1} or not known.setting.is_constant(offset):
            continue
        end = known.setting.normal(offset * (-1 / slope))
        if slope > 0:
            lower = end if lower is None or known.setting.sign(end - lower) > 0 else lower
        else:
            upper = end if upper is None or known.setting.sign(upper - end) > 0 else upper
    return lower, upper


def sign_beyond_bounds(known: Known, value: Polynomial) -> str | None:
    """The sign of an expression that is linear in one letter, if it is positive or negative beyond a bound of this."""
    free = [x for x in value.letters if known.setting.letters[x].role in FREE]
    parts = value.coefficients(free[0]) if len(free) == 1 else {}
    slope = parts.get(1, Polynomial()).constant
    if not slope or not set(parts) <= {0, 1} or not known.setting.is_constant(parts.get(0, Polynomial())):
        return None
    for end, side in zip(bounds(known, free[0]), (1, -1), strict=True):
        if end is not None:
            at = known.setting.sign(parts.get(0, Polynomial()) + end * slope)
            positive = slope * side > 0
            if at * (1 if positive else -1) >= 0:
                return ">" if positive else "<"
    return None


def is_between(known: Known, letter: str, number: Number) -> bool:
    """True if a number is between the bounds of a letter."""
    a, b = bounds(known, letter)
    return (a is None or known.setting.sign(number - a) > 0) and (b is None or known.setting.sign(b - number) > 0)


def is_empty(known: Known, letter: str) -> bool:
    """True if no number is between the bounds of a letter."""
    a, b = bounds(known, letter)
    return a is not None and b is not None and known.setting.sign(b - a) <= 0


def outside(known: Known, end: Number | None, side: int, bits: int) -> Fraction | None:
    """A rational number close to an end, below it or above it."""
    if end is None:
        return None
    return known.setting.enclosure(end, bits + 8)[side > 0] + side * Fraction(1, 2**bits)


def inside(known: Known, a: Number | None, b: Number | None) -> Fraction:
    """A simple number between two ends."""
    lower = None if a is None else known.setting.enclosure(a, CLOSE)[1]
    upper = None if b is None else known.setting.enclosure(b, CLOSE)[0]
    if lower is None:
        lower = Fraction(-1) if upper is None else upper - 2
    if upper is None:
        upper = lower + 2
    margin = (upper - lower) / 4
    return simplest(lower + margin, upper - margin)
