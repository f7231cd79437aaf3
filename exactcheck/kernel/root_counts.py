"""The number of real roots of a polynomial, by Sturm's theorem on the whole line.

Its coefficients are rational, or expressions that stand for one number each.
"""

from fractions import Fraction
from itertools import pairwise

from .polynomial import Polynomial
from .reading import require
from .real_roots import Coefficients, sturm_chain
from .setting import Setting

Numbers = list[Polynomial]


def number_of_real_roots(polynomial: Coefficients) -> int:
    """How many different real roots a polynomial of degree >= 1 has.

    Sturm's theorem counts different roots, whether the polynomial is squarefree or not: the sign changes of the chain
    far to the left less those far to the right, where each member has the sign of its leading term.
    """
    return fewer_changes([(len(member), member[-1] > 0) for member in sturm_chain(polynomial)])


def fewer_changes(leading: list[tuple[int, bool]]) -> int:
    """By how much the sign changes far to the right are fewer than those far to the left.

    Of each member of a chain the number of coefficients, and whether the last one is positive.
    """
    right = [positive for _, positive in leading]
    left = [positive == (length % 2 == 1) for length, positive in leading]
    return sum(a != b for a, b in pairwise(left)) - sum(a != b for a, b in pairwise(right))


def number_of_real_roots_over(setting: Setting, polynomial: Numbers) -> int:
    """The same for coefficients that are numbers; rejected where a sign among them is not determined.

    In Sturm's chain a remainder may be multiplied by a positive number: here by squares of leading coefficients, which
    are not zero, so that nothing is divided.
    """
    slope = [value * Fraction(k) for k, value in enumerate(polynomial)][1:]
    chain = [trimmed(setting, polynomial), trimmed(setting, slope)]
    require(len(chain[0]) > 1, "an equation without its letter")
    while rest := negative_remainder(setting, *chain[-2:]):
        chain.append(rest)
    return fewer_changes([(len(member), setting.sign(member[-1]) > 0) for member in chain])


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
