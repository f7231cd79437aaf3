"""Members of an ideal of low degree: rows of a reduced echelon form of the multiples of its generators.

The echelon form is computed modulo a prime, its entries are read as the simplest fractions with these residues, and
what comes out is only a proposal: `cofactors` shows whether it is a member.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import isqrt

from flint import nmod_mat

from ..kernel.polynomial import Monomial, Polynomial
from .cofactors import LARGEST, PRIME, Column, Combination, columns_up_to, degree, divided, divides, solved
from .polynomial_rings import Exponents, PolynomialRing, order

EXTRA = 3
Numbered = Sequence[tuple[int, Polynomial]]


def new_members(
    generators: Sequence[Polynomial], count: int, useful: Callable[[Polynomial], bool]
) -> list[tuple[Polynomial, Combination]]:
    """Members that the first generators do not show by themselves, with their cofactors, of the least degree possible.

    These are of no larger degree than a generator and not divisible by its leading monomials, or useful. The generators
    after the first `count` are relations between numbers.
    """
    ring = PolynomialRing({x for e in generators for x in e.letters})
    largest = max(map(degree, generators[:count]))
    heads = [ring.leading(g) for g in generators]
    for bound in range(min(map(degree, generators[:count])), largest + EXTRA + 1):
        columns = columns_up_to(ring, generators, bound)
        found = members(ring, generators, columns)
        new = [g for g in found if is_new(ring, g, heads, largest) or (g not in generators and useful(g))]
        if new:
            shown = solved(new, generators, columns)
            if shown is not None:
                return list(zip(new, shown, strict=True))
    return []


def is_new(ring: PolynomialRing, member: Polynomial, heads: Sequence[Exponents], largest: int) -> bool:
    """True for a member of at most this degree whose leading monomial none of these divides."""
    head = ring.leading(member)
    return sum(head) <= largest and not any(divides(least, head) for least in heads)


def independent_equations(old: Numbered, new: Numbered) -> list[int]:
    """The numbers of equations of which all others are combinations: new ones, and old ones that they do not show."""
    ring = PolynomialRing({x for _, e in [*old, *new] for x in e.letters})
    kept = list(new)
    for k, equation in sorted(old, key=lambda pair: order(ring.leading(pair[1]))):
        if divided(ring, equation, [e for _, e in kept])[0]:
            kept.append((k, equation))
    return sorted(k for k, _ in kept)


def members(ring: PolynomialRing, generators: Sequence[Polynomial], columns: Sequence[Column]) -> list[Polynomial]:
    """The span of the products in reduced form, without what has a leading monomial that another one divides.

    Empty if the matrix would become too large.
    """
    products = [generators[k] * multiplier for k, multiplier in columns]
    monomials = sorted({m for p in products for m in p.terms}, key=lambda m: order(ring.exponents(m)), reverse=True)
    if len(products) > 2 * LARGEST or len(monomials) > LARGEST:
        return []
    found: list[Polynomial] = []
    heads: list[tuple[int, ...]] = []
    for head, member in reversed(echelon(products, monomials)):
        exponents = ring.exponents(head)
        if not any(divides(least, exponents) for least in heads):
            heads.append(exponents)
            found.append(member)
    return found


def echelon(products: Sequence[Polynomial], monomials: Sequence[Monomial]) -> list[tuple[Monomial, Polynomial]]:
    """The rows of the reduced echelon form with their leading monomials, the largest ones first."""
    places, width = {m: j for j, m in enumerate(monomials)}, len(monomials)
    entries = [0] * (len(products) * width)
    for i, polynomial in enumerate(products):
        for monomial, value in polynomial.terms.items():
            entries[i * width + places[monomial]] = value.numerator * pow(value.denominator, -1, PRIME) % PRIME
    reduced, rank = nmod_mat(len(products), width, entries, PRIME).rref()
    values = list(map(int, reduced.entries()))
    rows = [values[i * width : (i + 1) * width] for i in range(rank)]
    terms = [{m: simplest(v) for m, v in zip(monomials, row, strict=True) if v} for row in rows]
    return [(next(iter(row)), Polynomial(row)) for row in terms]


@lru_cache(maxsize=4096)
def simplest(residue: int) -> Fraction:
    """The fraction with this residue modulo the prime that has the smallest numerator and denominator."""
    before, now, weight_before, weight = PRIME, residue, 0, 1
    while now > isqrt(PRIME // 2):
        quotient = before // now
        before, now = now, before - quotient * now
        weight_before, weight = weight, weight_before - quotient * weight
    return Fraction(now, weight)
