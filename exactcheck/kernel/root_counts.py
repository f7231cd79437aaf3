"""The number of real roots of a polynomial, by Sturm's theorem on the whole line."""

from fractions import Fraction
from itertools import pairwise

from .polynomial import Polynomial
from .reading import require
from .real_roots import Coefficients, sturm_chain


def number_of_real_roots(polynomial: Coefficients) -> int:
    """How many different real roots a polynomial of degree >= 1 has.

    Sturm's theorem counts different roots, whether the polynomial is squarefree or not: the sign changes of the chain
    far to the left less those far to the right, where each member has the sign of its leading term.
    """
    chain = sturm_chain(polynomial)
    right = [member[-1] > 0 for member in chain]
    left = [(member[-1] > 0) == (len(member) % 2 == 1) for member in chain]
    return sum(a != b for a, b in pairwise(left)) - sum(a != b for a, b in pairwise(right))


def coefficients_in(polynomial: Polynomial, letter: str) -> Coefficients:
    """The coefficients, lowest first, of a polynomial of degree >= 1 in one letter over the rationals."""
    require(polynomial.letters == {letter}, f"an equation that is not one in {letter} alone")
    powers = polynomial.coefficients(letter)
    require(min(powers) >= 0, f"an equation with negative powers of {letter}")
    return [powers.get(k, Polynomial()).constant or Fraction(0) for k in range(max(powers) + 1)]
