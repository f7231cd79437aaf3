"""The sign of an expression in one letter between two numbers, where it has no root: the same everywhere.

{"ends": [a, b], "letter": x, "value": e, "range": [lower, upper], "at": q}: x > a and x < b are known, and e is p(x)
for a polynomial p with rational coefficients, up to an even power of x. An absent end is null. The ends may be numbers
such as roots of p; the range, whose ends are rational, holds them, and no other roots of p.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .integer_polynomials import primitive
from .known_equations import Known
from .polynomial import Polynomial
from .reading import array, name, rational, record, require
from .real_roots import End, roots_between
from .root_counts import Coefficients, coefficients_in
from .setting import Setting

Node = Any
FIELDS = ("ends", "letter", "value", "range", "at")


def known_between_ends(known: Known, node: Node) -> Known:
    """What is known with the sign of the expression.

    p has as many roots in the range as there are ends that are roots of p. These lie in it, as lower < a and b < upper:
    between a and b there is no root, and by continuity p has the sign there that it has at q, as a < q < b.
    """
    ends, letter, expression, outer, place = record(node, *FIELDS)
    problem, x, at = known.problem, Polynomial.letter(name(letter)), rational(place)
    value = Polynomial.of(problem.scalar(expression))
    coefficients = coefficients_in(without_even_powers(known.setting.normal(value), letter), letter)
    lower, upper = (None if end is None else rational(end) for end in array(outer, 2))
    a, b = (None if end is None else Polynomial.of(problem.scalar(end)) for end in array(ends, 2))
    require((a is None) == (lower is None) and (b is None) == (upper is None), "a range with other ends")
    roots = 0
    for end, bound, side in ((a, lower, 1), (b, upper, -1)):
        if end is not None and bound is not None:
            require_end(known.setting, (x, end), (at, bound), side)
            roots += is_root(known.setting, coefficients, end)
    require(roots_between(primitive(coefficients), lower, upper) == roots, "an expression with a root between the ends")
    number = sum((c * at**k for k, c in enumerate(coefficients)), Fraction(0))
    return known.supposing(value, ">" if number > 0 else "<")


def require_end(
    setting: Setting, known: tuple[Polynomial, Polynomial], places: tuple[Fraction, End], side: int
) -> None:
    """Reject unless bound < end < q, and x > end is known; for the upper end everything the other way round."""
    (x, end), (at, bound) = known, places
    require(setting.is_constant(end), "an end that is no number")
    require(setting.is_positive((x - end) * side), "a letter that is not known to be beyond an end")
    ordered = setting.sign((end - bound) * side) > 0 and setting.sign((Polynomial.of(at) - end) * side) > 0
    require(ordered, "a place that is not between the ends, or a range that does not hold these")


def is_root(setting: Setting, coefficients: Coefficients, end: Polynomial) -> bool:
    """True if the number is a root of the polynomial."""
    return setting.is_zero(sum((end**k * c for k, c in enumerate(coefficients)), Polynomial()))


def without_even_powers(value: Polynomial, letter: str) -> Polynomial:
    """The expression times an even power of a letter that it divides by, hence not zero: the sign stays."""
    least = min(value.coefficients(letter), default=0)
    return value * Polynomial.letter(letter, 2 * ((1 - least) // 2)) if least < 0 else value
