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
        columns = [
            (k, multiplier)
            for k, generator in enumerate(generators)
            for multiplier in multipliers(ring, bound - degree(generator))
        ]
        if len(columns) > 2 * LARGEST:
            return None
        # products of small degree first: they are taken where they suffice
        columns.sort(key=lambda column: degree(column[1]) + degree(generators[column[0]]))
        found = solved(targets, generators, columns)
        if found is not None:
            return found
    return None


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
    targets: Sequence[Polynomial], generators: Sequence[Polynomial], columns: list[Column]
) -> list[Combination] | None:
    """The targets as combinations of the products, if they are."""
    products = [generators[k] * multiplier for k, multiplier in columns]
    rows = {monomial: i for i, monomial in enumerate(dict.fromkeys(m for p in [*products, *targets] for m in p.terms))}
    if len(rows) > LARGEST:
        return None
    chosen = independent([*products, *targets], rows)
    if chosen and chosen[-1] >= len(products):
        return None
    basis = [products[j] for j in chosen]
    coefficients = exact_solution(basis, targets, rows)
    if coefficients is None:
        return None
    return [combined([columns[j] for j in chosen], weights) for weights in coefficients]


def modular(polynomials: Sequence[Polynomial], rows: Rows) -> nmod_mat:
    """The coefficients modulo the prime, one column for each polynomial."""
    width = len(polynomials)
    entries = [0] * (len(rows) * width)
    for j, polynomial in enumerate(polynomials):
        for monomial, value in polynomial.terms.items():
            entries[rows[monomial] * width + j] = value.numerator * pow(value.denominator, -1, PRIME) % PRIME
    return nmod_mat(len(rows), width, entries, PRIME)


def independent(polynomials: Sequence[Polynomial], rows: Rows) -> list[int]:
    """The polynomials that are independent of those before, modulo the prime."""
    return pivots(modular(polynomials, rows))


def pivots(matrix: nmod_mat) -> list[int]:
    """The columns of the first entries of the rows of the reduced row echelon form."""
    reduced, rank = matrix.rref()
    found, column = [], 0
    for i in range(rank):
        while not int(reduced[i, column]):
            column += 1
        found.append(column)
    return found


def exact_solution(
    basis: Sequence[Polynomial],
    targets: Sequence[Polynomial],
    rows: Rows,
) -> list[list[Fraction]] | None:
    """The coefficients of the targets in the basis, checked."""
    if not basis:
        return [[] for _ in targets] if not any(targets) else None
    monomials = list(rows)
    chosen = [monomials[i] for i in pivots(modular(basis, rows).transpose())]
    left = fmpq_mat(len(chosen), len(basis), [rational(p.terms.get(m, ZERO)) for m in chosen for p in basis])
    right = fmpq_mat(len(chosen), len(targets), [rational(p.terms.get(m, ZERO)) for m in chosen for p in targets])
    solution = left.solve(right)
    found = [[fraction(solution[i, j]) for i in range(len(basis))] for j in range(len(targets))]
    checked = all(
        total(p * c for p, c in zip(basis, weights, strict=True) if c) == target
        for weights, target in zip(found, targets, strict=True)
    )
    return found if checked else None


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
