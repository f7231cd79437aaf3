"""Signs of polynomials by their factors over the rationals, and of those in one letter by their roots.

For a polynomial in one letter on a range with rational ends this is complete.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..kernel import Rejected
from ..kernel.polynomial import Polynomial
from ..kernel.polynomial_signs import require_rootless
from ..kernel.setting import Setting
from .polynomial_rings import PolynomialRing
from .sample_points import Number, Range, value
from .written_polynomials import written

Prover = Callable[[Polynomial], Any]


def by_roots(setting: Setting, polynomial: Polynomial, ends: Range) -> Any:
    """A proof that a polynomial in one letter is positive on the range of the letter, or None."""
    if len(polynomial.letters) != 1:
        return None
    (letter,) = polynomial.letters
    proof = {"rootless": letter, "range": [None if end is None else str(end) for end in ends]}
    try:
        require_rootless(setting, polynomial, proof)
    except Rejected:
        return None
    return proof


def by_factors(polynomial: Polynomial, strict: bool, prove: Prover, points: Sequence[dict[str, Number]]) -> Any:
    """A proof by the signs of the irreducible factors, which those at a point tell, or None."""
    factors = PolynomialRing(polynomial.letters).factors(polynomial)
    nonzero = next((point for point in points if value(polynomial, point)), None)
    if nonzero is None or (len(factors) == 1 and factors[0][1] == 1):
        return None
    found, rest = [], polynomial
    for factor, exponent in factors:
        turned = -factor if value(factor, nonzero) < 0 else factor
        proof = prove(turned) if strict or exponent % 2 else None
        if proof is None and (strict or exponent % 2):
            return None
        found.append([written(turned), exponent, proof])
        rest = quotient(rest, turned**exponent)
    found.append([written(rest), 1, "signs"])
    return {"factors": found if rest != Polynomial.of(1) else found[:-1]} if positive(rest) else None


def quotient(dividend: Polynomial, divisor: Polynomial) -> Polynomial:
    """The quotient of two polynomials of which the second divides the first."""
    ring = PolynomialRing(dividend.letters | divisor.letters)
    return ring.polynomial(ring.element(dividend) / ring.element(divisor))


def positive(number: Polynomial) -> bool:
    """True for a positive number."""
    return number.constant is not None and number.constant > 0
