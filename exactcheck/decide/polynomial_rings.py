"""Polynomials of the kernel over FLINT: factors, Groebner bases, and division by these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx, fmpz_mpoly, fmpz_mpoly_ctx, fmpz_mpoly_vec

from ..kernel.polynomial import Monomial, Polynomial

Exponents = tuple[int, ...]

# limits on the length of a Groebner basis, on its terms and on the bits of its numbers
BASIS = (200, 2000, 2000)


class PolynomialRing:
    """The polynomials in some letters over the rationals, ordered by degree, then reverse lexicographically."""

    def __init__(self, letters: Iterable[str]) -> None:
        self.letters = sorted(letters) or ["none"]
        self.context = fmpq_mpoly_ctx.get(self.letters, Ordering.degrevlex)
        self.integers = fmpz_mpoly_ctx.get(self.letters, Ordering.degrevlex)

    def element(self, polynomial: Polynomial) -> fmpq_mpoly:
        """A polynomial without negative powers."""
        return self.context.from_dict({self.exponents(m): rational(c) for m, c in polynomial.terms.items()})

    def exponents(self, monomial: Monomial) -> Exponents:
        """The exponents of a monomial."""
        powers = dict(monomial)
        return tuple(powers.get(letter, 0) for letter in self.letters)

    def monomial(self, exponents: Sequence[int]) -> Monomial:
        """The monomial with these exponents."""
        return tuple((letter, int(k)) for letter, k in zip(self.letters, exponents, strict=True) if k)

    def polynomial(self, element: Any) -> Polynomial:
        """An element in the kernel's representation."""
        return Polynomial({self.monomial(e): fraction(c) for e, c in element.to_dict().items()})

    def factors(self, polynomial: Polynomial) -> list[tuple[Polynomial, int]]:
        """The irreducible factors over the rationals with their exponents, numbers left out."""
        _, found = self._primitive(self.element(polynomial)).factor()
        return [(self.polynomial(factor), int(exponent)) for factor, exponent in found]

    def groebner_basis(self, polynomials: Sequence[Polynomial], limits: tuple[int, int, int]) -> list[Polynomial]:
        """A reduced Groebner basis; empty if the limits on its length, number of terms and of bits are exceeded."""
        vector = fmpz_mpoly_vec([self._primitive(self.element(p)) for p in polynomials], self.integers)
        try:
            basis, complete = vector.buchberger_naive(limits)
        except TypeError:
            return []
        if not complete:
            return []
        return [self.polynomial(each) for each in basis.autoreduction()]

    def leading(self, polynomial: Polynomial) -> Exponents:
        """The exponents of the leading monomial."""
        return max(map(self.exponents, polynomial.terms), key=order)

    def _primitive(self, element: fmpq_mpoly) -> fmpz_mpoly:
        terms = element.to_dict()
        scale = fmpq(1)
        for value in terms.values():
            scale *= (value * scale).q
        integral = self.integers.from_dict({e: (value * scale).p for e, value in terms.items()})
        content = integral.term_content().leading_coefficient() if terms else 1
        return self.integers.from_dict({e: (value * scale).p // content for e, value in terms.items()})


def order(exponents: Exponents) -> tuple[int, Exponents]:
    """Degree, then reverse lexicographical."""
    return sum(exponents), tuple(-k for k in reversed(exponents))


def rational(value: Fraction) -> fmpq:
    """A rational number of FLINT."""
    return fmpq(value.numerator, value.denominator)


def fraction(value: Any) -> Fraction:
    """A rational number of Python."""
    number = fmpq(value)
    return Fraction(int(number.p), int(number.q))
