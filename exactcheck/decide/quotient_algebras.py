"""Polynomials modulo equations with finitely many complex solutions, on the monomials that span them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from flint import fmpq, fmpq_mat

from ..kernel.multiplication import Basis
from ..kernel.polynomial import Monomial, Polynomial, times
from .cofactors import divides
from .polynomial_rings import Exponents, PolynomialRing, order

LARGEST = 100


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
    """The polynomials modulo a reduced Groebner basis, with the monomials that it leaves."""

    ring: PolynomialRing
    basis: Sequence[Polynomial]
    monomials: Sequence[Monomial]

    @cached_property
    def border(self) -> list[Monomial]:
        """The products of letters with the monomials that are neither among these nor leading monomials, in order."""
        heads = {self.ring.leading(g) for g in self.basis}
        inside = set(map(self.ring.exponents, self.monomials))
        width = range(len(self.ring.letters))
        products = {tuple(k + (i == j) for j, k in enumerate(e)) for e in inside for i in width}
        return list(map(self.ring.monomial, sorted(products - inside - heads, key=order)))

    @cached_property
    def combinations(self) -> Basis:
        """What the leading monomials and the border are in terms of the monomials, as the kernel finds it."""
        found = Basis({monomial: j for j, monomial in enumerate(self.monomials)})
        for g in self.basis:
            found.learn(g)
        for monomial in self.border:
            found.derive(monomial)
        return found

    def needed_for(self, polynomials: Sequence[Polynomial]) -> tuple[list[Monomial], list[Monomial]]:
        """The leading monomials, and those of the border, whose combinations tell the ones of products with b_j."""
        waiting = [times(m, b) for p in polynomials for m in p.terms for b in self.monomials]
        found: set[Monomial] = set()
        while waiting:
            monomial = waiting.pop()
            if monomial not in found and monomial not in self.combinations.places:
                found.add(monomial)
                waiting += self.read_for(monomial) if monomial in self.border else []
        heads = {self.ring.monomial(self.ring.leading(g)) for g in self.basis}
        return sorted(found & heads), [monomial for monomial in self.border if monomial in found]

    def read_for(self, monomial: Monomial) -> list[Monomial]:
        """What is read to derive a monomial of the border."""
        rest, letter = self.combinations.split(monomial)
        _, row = self.combinations.combinations[rest]
        return [rest, *(times(self.monomials[i], letter) for i in row)]

    @cached_property
    def letter_matrices(self) -> dict[str, fmpq_mat]:
        """For each letter the matrix M with letter * b_j = sum_i M_ji b_i."""
        b = [Polynomial({monomial: Fraction(1)}) for monomial in self.monomials]
        return {x: self.matrix([Polynomial.letter(x) * each for each in b]) for x in self.ring.letters}

    def matrix(self, polynomials: Sequence[Polynomial]) -> fmpq_mat:
        """The matrix whose rows are the coefficients of polynomials in terms of the monomials."""
        found, size = fmpq_mat(len(polynomials), len(self.monomials)), range(len(self.monomials))
        for j, polynomial in enumerate(polynomials):
            scale, row = self.combinations.of(polynomial)
            for i in size:
                if row.get(i):
                    found[j, i] = fmpq(row[i], scale)
        return found
