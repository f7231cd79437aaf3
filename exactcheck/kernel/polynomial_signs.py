"""A polynomial in one letter is positive on a range on which it has no root and is positive somewhere.

By Sturm's theorem the number of different roots between two points that are no roots is the number of sign changes of
the chain at the one less that at the other, also for a polynomial with multiple roots. Far out, each member of the
chain has the sign of its leading term. Without a root, the sign is the same on the whole range, by continuity.
"""

from fractions import Fraction
from itertools import pairwise
from typing import Any

from .polynomial import Polynomial
from .reading import array, name, rational, record, require
from .real_roots import Coefficients, evaluate, sturm_chain
from .root_counts import coefficients_in
from .setting import Setting

End = Fraction | None


def require_rootless(setting: Setting, polynomial: Polynomial, proof: Any) -> None:
    """Reject unless the polynomial is in one letter and is positive on a range that holds its allowed values."""
    letter, ends = record(proof, "rootless", "range")
    lower, upper = (None if end is None else rational(end) for end in array(ends, 2))
    x = Polynomial.letter(name(letter))
    require(lower is None or setting.is_nonnegative(x - lower), f"{letter} >= {lower} is not known")
    require(upper is None or setting.is_nonnegative(upper - x), f"{letter} <= {upper} is not known")
    require(lower is None or upper is None or lower < upper, "a range with its ends in the wrong order")
    coefficients = coefficients_in(setting.normal(polynomial), letter)
    inside = next((end for end in (lower, upper) if end is not None), Fraction(0))
    require(evaluate(coefficients, inside) > 0, "a polynomial that is not positive at a point of the range")
    require(all(end is None or evaluate(coefficients, end) for end in (lower, upper)), "a root at an end of the range")
    require(roots_between(coefficients, lower, upper) == 0, "a polynomial with a root in the range")


def roots_between(polynomial: Coefficients, lower: End, upper: End) -> int:
    """How many different roots a polynomial of degree >= 1 has between the ends, which are no roots or absent."""
    chain = sturm_chain(polynomial)
    return changes(signs(chain, lower, -1)) - changes(signs(chain, upper, 1))


def signs(chain: list[Coefficients], end: End, side: int) -> list[bool]:
    """The signs of the members that are not zero at the end; without an end those far out on this side."""
    if end is None:
        values = [member[-1] * side ** (len(member) - 1) for member in chain]
    else:
        values = [value for member in chain if (value := evaluate(member, end))]
    return [value > 0 for value in values]


def changes(found: list[bool]) -> int:
    """The number of places where the sign changes."""
    return sum(left != right for left, right in pairwise(found))
