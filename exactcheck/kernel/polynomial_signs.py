"""A polynomial in one letter is positive on a range on which it has no root and is positive somewhere.

Without a root, the sign is the same on the whole range, by continuity.
"""

from fractions import Fraction
from typing import Any

from .integer_polynomials import primitive, value_at
from .polynomial import Polynomial
from .reading import array, name, rational, record, require
from .real_roots import roots_between
from .root_counts import coefficients_in
from .setting import Setting


def require_rootless(setting: Setting, polynomial: Polynomial, proof: Any) -> None:
    """Reject unless the polynomial is in one letter and is positive on a range that holds its allowed values."""
    letter, between = record(proof, "rootless", "range")
    lower, upper = (None if end is None else rational(end) for end in array(between, 2))
    x = Polynomial.letter(name(letter))
    require(lower is None or setting.is_nonnegative(x - lower), f"{letter} >= {lower} is not known")
    require(upper is None or setting.is_nonnegative(upper - x), f"{letter} <= {upper} is not known")
    require(lower is None or upper is None or lower < upper, "a range with its ends in the wrong order")
    coefficients = primitive(coefficients_in(setting.normal(polynomial), letter))
    ends = [end for end in (lower, upper) if end is not None] or [Fraction(0)]
    values = [value_at(coefficients, end.numerator, end.denominator) for end in ends]
    require(values[0] > 0, "a polynomial that is not positive at a point of the range")
    require(all(values), "a root at an end of the range")
    require(roots_between(coefficients, lower, upper) == 0, "a polynomial with a root in the range")
