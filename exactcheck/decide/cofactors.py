"""Polynomials as combinations of others: cofactors by exact linear algebra on monomials, or by division.

p = sum_k c_k e_k with unknown cofactors of bounded degree is a linear system for their coefficients. Which of its
columns and rows are independent is found modulo a prime; the rational solution is checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations_with_replacement

from flint import fmpq_mat, nmod_mat

from ..kernel.polynomial import Monomial, Polynomial, times, total
from .polynomial_rings import Exponents, PolynomialRing, fraction, rational

PRIME = 2**61 - 1
LARGEST = 1200
ZERO = Fraction(0)

Rows = dict[Monomial, int]
Residues = dict[Monomial, int]
Column = tuple[int, Polynomial]
Combination = list[tuple[int, Polynomial]]


def cofactors(
    ring: PolynomialRing, targets: Sequence[Polynomial], generators: Sequence[Polynomial], extra: int
) -> list[Combination] | None:
    """For each target the pairs (k, c_k) with sum_k c_k e_k = target.

    None if there are none of a degree that lets all products have at most `extra` more than the largest degree, or if
    the system becomes too large. Generators of a larger degree than the targets are tried last.
    """
    least, largest = max(map(degree, targets), default=0), max(map(degree, [*targets, *generators]))
    for bound in range(least, largest + extra + 1):
        # products of small degree first: they are taken where they suffice
        columns = columns_up_to(ring, generators, bound)
        if len(columns) > 2 * LARGEST:
            return None
        found = solved(targets, generators, columns)
        if found is not None:
            return found
    return None


def columns_up_to(ring: PolynomialRing, generators: Sequence[Polynomial], bound: int) -> list[Column]:
    """The pairs (k, monomial) whose products with the generators have no larger degree, small degrees first."""
    found = [(k, m) for k, g in enumerate(generators) for m in multipliers(ring, bound - degree(g))]
    return sorted(found, key=lambda column: degree(column[1]) + degree(generators[column[0]]))


def multipliers(ring: PolynomialRing, most: int) -> list[Polynomial]:
    """All monomials up to a degree."""
    found = []
    for k in range(most + 1):
        for letters in combinations_with_replacement(ring.letters, k):
            monomial: Monomial = ()
            for letter in letters:
                monomial = times(monomial, ((letter, 1),))
            found.append(Polynomial({monomial: Fraction(1)}))
    return found


def solved(
    targets: Sequence[Polynomial], generators: Sequence[Polynomial], columns: Sequence[Column]
) -> list[Combination] | None:
    """The targets as combinations of the products, if all are."""
    found = shown(targets, generators, columns)
    return [each for each in found if each is not None] if None not in found else None


def shown(
    targets: Sequence[Polynomial], generators: Sequence[Polynomial], columns: Sequence[Column]
) -> list[Combination | None]:
    """Each target as a combination of the products, or None."""
    residues = [modulo(p) for p in generators]
    products = [multiplied(residues[k], multiplier) for k, multiplier in columns]
    vectors = [*products, *map(modulo, targets)]
    rows = {monomial: i for i, monomial in enumerate(dict.fromkeys(m for vector in vectors for m in vector))}
    if len(rows) > LARGEST:
        return [None for _ in targets]
    supports = modular_supports(matrix(vectors, rows), len(products))
    return [
        None if support is None else exact_combination(target, generators, [columns[j] for j in support])
        for target, support in zip(targets, supports, strict=True)
    ]


def modulo(polynomial: Polynomial) -> Residues:
    """The coefficients modulo the prime."""
    return {m: c.numerator * pow(c.denominator, -1, PRIME) % PRIME for m, c in polynomial.terms.items()}


def multiplied(residues: Residues, multiplier: Polynomial) -> Residues:
    """The product with a monomial."""
    (shift,) = multiplier.terms
    return {times(monomial, shift): value for monomial, value in residues.items()} if shift else residues


def matrix(vectors: Sequence[Residues], rows: Rows) -> nmod_mat:
    """The matrix with these columns."""
    width = len(vectors)
    entries = [0] * (len(rows) * width)
    for j, vector in enumerate(vectors):
        for monomial, value in vector.items():
            entries[rows[monomial] * width + j] = value
    return nmod_mat(len(rows), width, entries, PRIME)


def modular_supports(columns: nmod_mat, count: int) -> list[list[int] | None]:
    """For each column after the first ones those of the first with which it is a combination, independent ones."""
    reduced, pivots = echelon(columns)
    own = [i for i, j in enumerate(pivots) if j < count]
    found: list[list[int] | None] = []
    for t in range(count, columns.ncols()):
        alien = any(int(reduced[i, t]) for i in range(len(own), len(pivots)))
        found.append(None if alien else [pivots[i] for i in own if int(reduced[i, t])])
    return found


def echelon(matrix: nmod_mat) -> tuple[nmod_mat, list[int]]:
    """The reduced row echelon form, and the columns of the first entries of its rows."""
    reduced, rank = matrix.rref()
    found, column = [], 0
    for i in range(rank):
        while not int(reduced[i, column]):
            column += 1
        found.append(column)
        column += 1
    return reduced, found


def exact_combination(
    target: Polynomial, generators: Sequence[Polynomial], columns: Sequence[Column]
) -> Combination | None:
    """The target as a combination of products that are independent modulo the prime, checked."""
    products = [generators[k] * multiplier for k, multiplier in columns]
    if not products:
        return None if target else []
    monomials = list(dict.fromkeys(m for p in products for m in p.terms))
    places = {m: i for i, m in enumerate(monomials)}
    _, chosen = echelon(matrix(list(map(modulo, products)), places).transpose())
    kept = {monomials[i]: row for row, i in enumerate(chosen)}
    left, right = fmpq_mat(len(kept), len(products)), fmpq_mat(len(kept), 1)
    for j, product in enumerate([*products, target]):
        for monomial, value in product.terms.items():
            if monomial in kept:
                side, column = (left, j) if j < len(products) else (right, 0)
                side[kept[monomial], column] = rational(value)
    weights = list(map(fraction, left.solve(right).entries()))
    same = total(p * c for p, c in zip(products, weights, strict=True) if c) == target
    return combined(columns, weights) if same else None


def combined(columns: Sequence[Column], weights: Sequence[Fraction]) -> Combination:
    """The cofactors of the generators."""
    found: dict[int, list[Polynomial]] = {}
    for (k, multiplier), weight in zip(columns, weights, strict=True):
        if weight:
            found.setdefault(k, []).append(multiplier * weight)
    return [(k, total(parts)) for k, parts in sorted(found.items())]


def divided(
    ring: PolynomialRing, polynomial: Polynomial, basis: Sequence[Polynomial]
) -> tuple[Polynomial, Combination]:
    """The remainder by a Groebner basis, and the pairs (k, q_k) with polynomial = sum_k q_k g_k + remainder."""
    heads = [(ring.monomial(ring.leading(g)), ring.leading(g)) for g in basis]
    quotients: dict[int, list[Polynomial]] = {}
    rest, remainder = polynomial, Polynomial()
    while rest:
        exponents = ring.leading(rest)
        monomial = ring.monomial(exponents)
        head = Polynomial({monomial: rest.terms[monomial]})
        k = next((k for k, (_, least) in enumerate(heads) if divides(least, exponents)), None)
        if k is None:
            rest, remainder = rest - head, remainder + head
            continue
        quotient = head * Polynomial({heads[k][0]: basis[k].terms[heads[k][0]]}) ** -1
        quotients.setdefault(k, []).append(quotient)
        rest = rest - quotient * basis[k]
    return remainder, [(k, total(parts)) for k, parts in sorted(quotients.items())]


def divides(left: Exponents, right: Exponents) -> bool:
    """True if one monomial divides the other."""
    return all(a <= b for a, b in zip(left, right, strict=True))


def degree(polynomial: Polynomial) -> int:
    """The largest degree of a term."""
    return max((sum(k for _, k in monomial) for monomial in polynomial.terms), default=0)
