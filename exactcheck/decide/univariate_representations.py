"""Rational univariate representations: the solutions of equations with finitely many ones by roots of one polynomial.

For an element u of the quotient algebra whose powers span it, with the characteristic polynomial p of multiplication by
u: p(u) = 0, and d(u) x = h(u) for every x, with d = p' if p is squarefree. With this d the coefficients of h are about
as long as those of p; for d = 1 they would be longer by a factor of the degree (F. Rouillier, 1999).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from flint import fmpq, fmpq_mat, fmpq_poly, nmod_mat

from ..kernel.polynomial import Polynomial
from .cofactors import PRIME
from .polynomial_rings import fraction, rational
from .quotient_algebras import QuotientAlgebra


@dataclass(frozen=True)
class Element:
    """A linear form u of an algebra, with the rows of the matrix M of multiplication by it."""

    algebra: QuotientAlgebra
    value: Polynomial
    matrix: fmpq_mat

    @staticmethod
    def of(algebra: QuotientAlgebra, form: Polynomial) -> Element:
        """A linear form by its polynomial."""
        size = len(algebra.monomials)
        found = fmpq_mat(size, size)
        for ((letter, _),), value in form.terms.items():
            found += algebra.letter_matrices[letter] * rational(value)
        return Element(algebra, form, found)

    @cached_property
    def generates(self) -> bool:
        """True if the powers of u span the algebra; not seen where they are dependent modulo a large prime."""
        size = self.matrix.nrows()
        try:
            entries = [int(value.p) * pow(int(value.q), -1, PRIME) for value in self.matrix.entries()]
        except ValueError:
            return False
        matrix, row = nmod_mat(size, size, entries, PRIME), nmod_mat(1, size, [j == 0 for j in range(size)], PRIME)
        powers = []
        for _ in range(size):
            powers += row.entries()
            row = row * matrix
        return bool(nmod_mat(size, size, powers, PRIME).rank() == size)

    @cached_property
    def vanishing(self) -> fmpq_poly:
        """The polynomial of least degree that is zero at u; its coefficients are integers without a common factor."""
        return primitive(self.matrix.charpoly() if self.generates else self.matrix.minpoly())

    @cached_property
    def denominator(self) -> fmpq_poly:
        """The polynomial d."""
        slope = self.vanishing.derivative()
        return slope if self.vanishing.gcd(slope).degree() == 0 else fmpq_poly([1])

    @cached_property
    def coordinates(self) -> list[tuple[Polynomial, fmpq_poly]]:
        """The letters x with the polynomials h for which d(u) x = h(u)."""
        letters, size = list(map(Polynomial.letter, self.algebra.ring.letters)), self.matrix.nrows()
        powers = fmpq_mat(1, size, [fmpq(j == 0) for j in range(size)])
        entries = []
        for _ in range(size):
            entries += powers.entries()
            powers = powers * self.matrix
        right = self.algebra.matrix(letters) * evaluated(self.denominator, self.matrix)
        solution = fmpq_mat(size, size, entries).transpose().solve(right.transpose())
        return [(x, fmpq_poly([solution[i, j] for i in range(size)])) for j, x in enumerate(letters)]


def evaluated(polynomial: fmpq_poly, matrix: fmpq_mat) -> fmpq_mat:
    """A polynomial at a square matrix, by Horner's rule."""
    size = matrix.nrows()
    unit = fmpq_mat(size, size, [fmpq(i == j) for i in range(size) for j in range(size)])
    found = fmpq_mat(size, size)
    for k in reversed(range(len(polynomial))):
        found = found * matrix + unit * polynomial[k]
    return found


def primitive(polynomial: fmpq_poly) -> fmpq_poly:
    """The multiple whose coefficients are integers without a common factor."""
    integral = polynomial.numer()
    return fmpq_poly(integral) / integral.content()


def coefficients(polynomial: fmpq_poly) -> list[Fraction]:
    """The coefficients, lowest first."""
    return [fraction(value) for value in polynomial.coeffs()] or [Fraction(0)]


def at_letter(polynomial: fmpq_poly, name: str) -> Polynomial:
    """The polynomial at a letter."""
    return Polynomial({((name, k),) if k else (): value for k, value in enumerate(coefficients(polynomial))})


@dataclass(frozen=True)
class Quotient:
    """h / d modulo an irreducible polynomial p that does not divide d, and why: x - g = a (d x - h) + b p x + c p."""

    value: fmpq_poly
    multiple: fmpq_poly
    linear: fmpq_poly
    constant: fmpq_poly

    @staticmethod
    def of(numerator: fmpq_poly, inverse: tuple[fmpq_poly, fmpq_poly], modulus: fmpq_poly) -> Quotient:
        """From the inverse a of d modulo p, with b p = 1 - a d."""
        a, b = inverse
        quotient, value = divmod(a * numerator, modulus)
        return Quotient(value, a, b, quotient)


def inverse_modulo(value: fmpq_poly, modulus: fmpq_poly) -> tuple[fmpq_poly, fmpq_poly]:
    """(a, b) with a * value + b * modulus = 1, for polynomials without a common divisor."""
    divisor, a, b = value.xgcd(modulus)
    return a / divisor[0], b / divisor[0]
