"""Polynomials modulo equations with finitely many complex solutions: the minimal polynomial of an element, and the
others as polynomials in it.

With a basis b of monomials, b_0 = 1, multiplication by u is w b_j = sum_i M_ji b_i for each j; these relations are
combinations of a Groebner basis. So are the equations for u that they imply: for the rows v_l = e_0 M^l,

    w^k - v_k b = sum_(l < k) w^(k-1-l) sum_j (v_l)_j (w b_j - sum_i M_ji b_i).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from flint import fmpq, fmpq_mat

from ..kernel.polynomial import Monomial, Polynomial, total
from .cofactors import Combination, divided, divides
from .polynomial_rings import Exponents, PolynomialRing, fraction, order, rational

LARGEST = 60


def standard_monomials(ring: PolynomialRing, basis: Sequence[Polynomial]) -> list[Monomial]:
    """The monomials that no leading monomial of a Groebner basis divides; empty if they are too many or infinite."""
    heads = [ring.leading(g) for g in basis]
    width = len(ring.letters)
    pure = [any(not any(e[:i] + e[i + 1 :]) for e in heads) for i in range(width)]
    if not all(pure):
        return []
    found: list[Exponents] = []
    waiting = [(0,) * width]
    seen = set(waiting)
    while waiting and len(found) <= LARGEST:
        exponents = waiting.pop()
        if any(divides(head, exponents) for head in heads):
            continue
        found.append(exponents)
        nexts = [(*exponents[:i], exponents[i] + 1, *exponents[i + 1 :]) for i in range(width)]
        waiting += [each for each in nexts if each not in seen]
        seen.update(nexts)
    return [ring.monomial(e) for e in sorted(found, key=order)] if len(found) <= LARGEST else []


@dataclass(frozen=True)
class QuotientAlgebra:
    """The polynomials modulo a Groebner basis, with their monomials."""

    ring: PolynomialRing
    basis: Sequence[Polynomial]
    monomials: Sequence[Monomial]

    @cached_property
    def places(self) -> dict[Monomial, int]:
        """The numbers of the monomials."""
        return {monomial: j for j, monomial in enumerate(self.monomials)}

    def reduced(self, element: Polynomial) -> tuple[Polynomial, Combination]:
        """The normal form, and the multiples of the basis that make the difference."""
        return divided(self.ring, element, self.basis)

    def multiplication(self, element: Polynomial) -> fmpq_mat:
        """The matrix M with element * b_j = sum_i M_ji b_i."""
        rows = [self.row(self.reduced(element * Polynomial({m: Fraction(1)}))[0]) for m in self.monomials]
        return fmpq_mat(len(rows), len(rows), [value for row in rows for value in row])

    def row(self, normal: Polynomial) -> list[fmpq]:
        """The coefficients of a normal form."""
        return [rational(normal.terms.get(monomial, Fraction(0))) for monomial in self.monomials]


@dataclass(frozen=True)
class Powers:
    """The powers of an element u up to the first one that depends on those before: rows of coefficients."""

    algebra: QuotientAlgebra
    element: Polynomial
    matrix: fmpq_mat
    rows: list[list[fmpq]]
    minimal: list[Fraction]

    @staticmethod
    def of(algebra: QuotientAlgebra, element: Polynomial) -> Powers:
        """The powers of an element."""
        size = len(algebra.monomials)
        matrix = algebra.multiplication(element)
        row = fmpq_mat(1, size, [fmpq(j == 0) for j in range(size)])
        rows: list[list[fmpq]] = []
        while True:
            weights = dependence(rows, row.entries())
            if weights is not None:
                return Powers(algebra, element, matrix, rows, [*(-weight for weight in weights), Fraction(1)])
            rows.append(row.entries())
            row = row * matrix

    @property
    def generates(self) -> bool:
        """True if every element is a polynomial in this one."""
        return len(self.rows) == len(self.algebra.monomials)

    def coefficients(self, element: Polynomial) -> list[Fraction]:
        """An element as a polynomial in this one, lowest coefficient first."""
        weights = dependence(self.rows, self.algebra.row(self.algebra.reduced(element)[0]))
        if weights is None:
            raise ValueError("no polynomial in the generator")
        return weights

    def relations(self, name: str) -> list[Polynomial]:
        """The relations w b_j - sum_i M_ji b_i for the letter w of this name."""
        w, b = Polynomial.letter(name), [Polynomial({m: Fraction(1)}) for m in self.algebra.monomials]
        size = range(len(b))
        return [w * b[j] - total(b[i] * fraction(self.matrix[j, i]) for i in size) for j in size]

    def cofactors(self, polynomial: Sequence[Fraction], name: str) -> Combination:
        """The multiples of the relations whose sum is p(w) - sum_k p_k v_k b."""
        found = []
        for j in range(len(self.algebra.monomials)):
            terms = [
                power(name, k - 1 - step) * (value * fraction(self.rows[step][j]))
                for k, value in enumerate(polynomial)
                for step in range(k)
                if value and self.rows[step][j]
            ]
            if cofactor := total(terms):
                found.append((j, cofactor))
        return found


def power(name: str, exponent: int) -> Polynomial:
    """A power of a letter."""
    return Polynomial.letter(name) ** exponent


def dependence(rows: list[list[fmpq]], row: list[fmpq]) -> list[Fraction] | None:
    """The weights with which independent rows add up to another one."""
    if not rows:
        return None if any(row) else []
    matrix = fmpq_mat(
        len(rows[0]), len(rows) + 1, [value for column in zip(*rows, row, strict=True) for value in column]
    )
    reduced, rank = matrix.rref()
    if rank > len(rows):
        return None
    return [fraction(reduced[i, len(rows)]) for i in range(len(rows))]
