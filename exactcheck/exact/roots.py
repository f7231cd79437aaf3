"""Square roots, minima of two numbers, and real algebraic numbers."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Any

from flint import fmpq, fmpq_poly, fmpz, fmpz_poly

from .errors import InputError
from .expression import Scalar, number, scalar
from .letters import Letter
from .rationals import rational


def sqrt(value: Any, name: str = "root") -> Scalar:
    """The nonnegative square root.

    A rational square gives a rational number; sqrt(q) of another rational number becomes s * sqrt(d) with the
    squarefree part d of numerator times denominator, so that sqrt(8) and sqrt(2) share the letter for sqrt(2). The root
    of an expression is a letter of its own; statements that contain it speak of the values for which it is real.

    Raises InputError for the root of a negative number.
    """
    inside = scalar(value)
    if inside.value is None:
        return Scalar("letter", Letter(name, square=inside))
    if inside.value < 0:
        raise InputError(f"the square root of the negative number {inside.value}")
    product = fmpz(inside.value.p) * fmpz(inside.value.q)
    squarefree, outside = _squarefree_part(product)
    factor = number(fmpq(outside, inside.value.q))
    return factor if squarefree == 1 else factor * _root_of_integer(int(squarefree))


def lesser(left: Any, right: Any, name: str = "least") -> Scalar:
    """The smaller one of two numbers; of expressions that are no rational numbers a letter of its own.

    >>> lesser("1/2", "1/3")
    1/3
    """
    a, b = scalar(left, "left"), scalar(right, "right")
    if a.value is not None and b.value is not None:
        return a if a.value <= b.value else b
    return Scalar("letter", Letter(name, minimum=(a, b)))


def _squarefree_part(value: fmpz) -> tuple[fmpz, fmpz]:
    """(d, s) with value = d s^2 and d squarefree; 0 = 1 * 0^2."""
    if value == 0:
        return fmpz(1), fmpz(0)
    squarefree, outside = fmpz(1), fmpz(1)
    for prime, exponent in value.factor():
        outside *= prime ** (exponent // 2)
        squarefree *= prime ** (exponent % 2)
    return squarefree, outside


def _root_of_integer(value: int) -> Scalar:
    """The root of a squarefree integer as the product of the roots of its primes.

    These products are linearly independent over the rationals, so that equal numbers have equal normal forms.
    """
    result = scalar(1)
    for prime, _ in fmpz(value).factor():
        result = result * _PRIME_ROOTS.setdefault(
            int(prime), Scalar("letter", Letter(f"sqrt{prime}", square=scalar(int(prime))))
        )
    return result


_PRIME_ROOTS: dict[int, Scalar] = {}


def real_root(coefficients: Any, lower: Any, upper: Any, name: str = "theta") -> Scalar:
    """The one real root between `lower` and `upper` of the polynomial with these coefficients, lowest first.

    The root is kept by the irreducible factor that it belongs to.

    Raises InputError unless there is exactly one root strictly between the bounds and none at them.
    """
    ends = rational(lower, "lower"), rational(upper, "upper")
    polynomial = fmpq_poly([rational(c, "coefficients") for c in coefficients])
    if polynomial.degree() < 1:
        raise InputError("coefficients: a constant polynomial has no root")
    factors = [factor for factor, _ in fmpz_poly([fmpz(c) for c in polynomial.numer().coeffs()]).factor()[1]]
    owners = [factor for factor in factors if _count(factor, ends) > 0]
    if any(factor(end) == 0 for factor in factors for end in ends) or len(owners) != 1 or _count(owners[0], ends) != 1:
        raise InputError(f"lower, upper: there is not exactly one root between {ends[0]} and {ends[1]}")
    if owners[0].degree() == 1:
        return number(fmpq(-owners[0][0], owners[0][1]))
    return Scalar("letter", Letter(name, polynomial=owners[0], interval=ends))


def _count(factor: fmpz_poly, ends: tuple[fmpq, fmpq]) -> int:
    """The number of real roots of a squarefree polynomial between two numbers that are none, by Sturm's theorem."""
    chain = _sturm_chain(tuple(map(int, factor.coeffs())))
    below, above = (_sign_changes([polynomial(end) for polynomial in chain]) for end in ends)
    return below - above


@lru_cache(maxsize=64)
def _sturm_chain(coefficients: tuple[int, ...]) -> list[fmpz_poly]:
    """Sturm's chain with positive multiples of the remainders, whose coefficients are integers."""
    polynomial = fmpz_poly(list(coefficients))
    chain = [polynomial, polynomial.derivative()]
    while rest := -(fmpq_poly(chain[-2]) % fmpq_poly(chain[-1])):
        chain.append(rest.numer() // abs(rest.numer().content()))
    return chain


def _sign_changes(values: list[fmpq]) -> int:
    return sum((a > 0) != (b > 0) for a, b in pairwise([value for value in values if value]))
