"""A real algebraic number: a squarefree integer polynomial and a rational interval that holds exactly one of its roots.

Sturm's theorem counts the roots, bisection narrows the interval. Polynomials are lists of coefficients, lowest first.
"""

from fractions import Fraction
from itertools import pairwise
from math import gcd, lcm

from .intervals import Interval
from .reading import require

Coefficients = list[Fraction]


def evaluate(polynomial: Coefficients, x: Fraction) -> Fraction:
    """Horner's rule."""
    value = Fraction(0)
    for coefficient in reversed(polynomial):
        value = value * x + coefficient
    return value


def derivative(polynomial: Coefficients) -> Coefficients:
    """The derivative."""
    return [k * coefficient for k, coefficient in enumerate(polynomial)][1:]


def remainder(dividend: Coefficients, divisor: Coefficients) -> Coefficients:
    """The remainder of polynomial division, without leading zeros."""
    rest = list(dividend)
    while len(rest) >= len(divisor):
        factor, shift = rest[-1] / divisor[-1], len(rest) - len(divisor)
        rest = [value - factor * (divisor[i - shift] if i >= shift else 0) for i, value in enumerate(rest)][:-1]
    while rest and not rest[-1]:
        rest.pop()
    return rest


def sturm_chain(polynomial: Coefficients) -> list[Coefficients]:
    """The polynomial, its derivative, and positive multiples of the negated remainders down to their common divisor.

    Sturm's theorem is about the signs of the members, which positive factors do not change: with integers without a
    common factor in place of long fractions they are found faster.
    """
    chain = [primitive(polynomial), primitive(derivative(polynomial))]
    while rest := remainder(chain[-2], chain[-1]):
        chain.append(primitive([-value for value in rest]))
    return chain


def primitive(polynomial: Coefficients) -> Coefficients:
    """The positive multiple whose coefficients are integers without a common factor; zero as it is."""
    scale = lcm(*(value.denominator for value in polynomial))
    content = gcd(*(int(value * scale) for value in polynomial))
    return [Fraction(value * scale, content) for value in polynomial] if content else polynomial


def sign_changes(chain: list[Coefficients], x: Fraction) -> int:
    """The number of sign changes of the chain at x, zeros left out."""
    signs = [value > 0 for polynomial in chain if (value := evaluate(polynomial, x))]
    return sum(left != right for left, right in pairwise(signs))


def require_isolated(polynomial: Coefficients, interval: Interval) -> None:
    """Reject unless the polynomial is squarefree and has exactly one root between the endpoints, none at them."""
    lower, upper = interval
    require(len(polynomial) > 1 and polynomial[-1] != 0, "a constant polynomial has no isolated root")
    chain = sturm_chain(polynomial)
    require(len(chain[-1]) == 1, "the polynomial of an algebraic number is not squarefree")
    require(lower < upper, "an isolating interval with its ends in the wrong order")
    require(evaluate(polynomial, lower) != 0 and evaluate(polynomial, upper) != 0, "a root at the end of an interval")
    count = sign_changes(chain, lower) - sign_changes(chain, upper)
    require(count == 1, f"{count} roots in an interval that should isolate one")


def narrowed(polynomial: Coefficients, interval: Interval, width: Fraction) -> Interval:
    """Bisect an isolating interval until it is no wider than the given width (a point if the root is met)."""
    lower, upper = interval
    rising = evaluate(polynomial, upper) > 0
    while upper - lower > width:
        middle = (lower + upper) / 2
        value = evaluate(polynomial, middle)
        if not value:
            return middle, middle
        lower, upper = (lower, middle) if (value > 0) == rising else (middle, upper)
    return lower, upper
