"""The number of real roots of a polynomial on the whole line.

Its coefficients are rational, or expressions that stand for one number each: then Sturm's theorem counts.
"""

from fractions import Fraction
from itertools import pairwise

from .integer_polynomials import primitive
from .polynomial import Polynomial
from .reading import require
from .real_roots import roots_between
from .setting import Setting

Coefficients = list[Fraction]
Numbers = list[Polynomial]


def number_of_real_roots(polynomial: Coefficients) -> int:
    """How many different real roots a polynomial of degree >= 1 has."""
    return roots_between(primitive(polynomial))


def number_of_real_roots_over(setting: Setting, polynomial: Numbers) -> int:
    """The same for coefficients that are numbers; rejected where a sign among them is not determined.

    Sturm's theorem counts different roots, simple or not: the sign changes of the chain far to the left less those far
    to the right, where each member has the sign of its leading term. A remainder may be multiplied by positive numbers:
    here by squares of leading coefficients, which are not zero, so that nothing is divided.
    """
    slope = [value * Fraction(k) for k, value in enumerate(polynomial)][1:]
    chain = [trimmed(setting, polynomial), trimmed(setting, slope)]
    require(len(chain[0]) > 1, "an equation without its letter")
    while rest := negative_remainder(setting, *chain[-2:]):
        chain.append(rest)
    right = [setting.sign(member[-1]) > 0 for member in chain]
    left = [positive == (len(member) % 2 == 1) for positive, member in zip(right, chain, strict=True)]
    return sum(a != b for a, b in pairwise(left)) - sum(a != b for a, b in pairwise(right))


def negative_remainder(setting: Setting, dividend: Numbers, divisor: Numbers) -> Numbers:
    """A negative multiple of the remainder of a division of polynomials."""
    rest, leading = dividend, divisor[-1]
    while len(rest) >= len(divisor):
        shift, factor = len(rest) - len(divisor), leading * rest[-1]
        subtracted = [Polynomial()] * shift + [factor * value for value in divisor]
        # the difference of the last ones is leading^2 rest[-1] - leading rest[-1] leading = 0
        pairs = zip(rest[:-1], subtracted, strict=False)
        rest = trimmed(setting, [leading**2 * a - b for a, b in pairs])
    return [-value for value in rest]


def trimmed(setting: Setting, polynomial: Numbers) -> Numbers:
    """The polynomial without leading coefficients that are zero."""
    found = [setting.normal(value) for value in polynomial]
    while found and setting.sign(found[-1]) == 0:
        found.pop()
    return found


def numbers_in(setting: Setting, polynomial: Polynomial, letter: str) -> Numbers:
    """The coefficients, lowest first, of a polynomial in one letter over numbers."""
    powers = polynomial.coefficients(letter)
    require(all(map(setting.is_constant, powers.values())), f"an equation that is not one in {letter} over numbers")
    require(min(powers, default=0) >= 0, f"an equation with negative powers of {letter}")
    return [powers.get(k, Polynomial()) for k in range(max(powers, default=0) + 1)]


def coefficients_in(polynomial: Polynomial, letter: str) -> Coefficients:
    """The coefficients, lowest first, of a polynomial of degree >= 1 in one letter over the rationals."""
    require(polynomial.letters == {letter}, f"an equation that is not one in {letter} alone")
    powers = polynomial.coefficients(letter)
    require(min(powers) >= 0, f"an equation with negative powers of {letter}")
    return [powers.get(k, Polynomial()).constant or Fraction(0) for k in range(max(powers) + 1)]
