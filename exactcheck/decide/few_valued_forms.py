"""Expressions that have few values where equations hold: they satisfy a polynomial in one unknown modulo these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from flint import fmpq_mat

from ..kernel.polynomial import Polynomial
from .cofactors import divided
from .polynomial_rings import PolynomialRing, fraction, rational

ZERO, ONE = Fraction(0), Fraction(1)
HIGHEST = 4
MOST_TERMS = 60


def forms(letters: Sequence[str]) -> Iterator[Polynomial]:
    """Expressions that may have few values: letters, their products, sums and determinants of these."""
    x = {name: Polynomial.letter(name) for name in letters}
    pairs = list(combinations(letters, 2))
    yield from (x[a] * x[b] for a, b in pairs)
    yield from (x[a] + x[b] * sign for a, b in pairs for sign in (1, -1))
    for first, second in combinations(pairs, 2):
        if not set(first) & set(second):
            yield from (x[first[0]] * x[first[1]] + x[second[0]] * x[second[1]] * sign for sign in (-1, 1))


def vanishing(ring: PolynomialRing, basis: Sequence[Polynomial], form: Polynomial) -> list[Fraction]:
    """The coefficients of a polynomial of small degree that is zero at the form modulo the basis; empty if none is."""
    powers, power = [divided(ring, Polynomial.of(1), basis)[0]], Polynomial.of(1)
    for _ in range(HIGHEST):
        power = divided(ring, power * form, basis)[0]
        powers.append(power)
        relation = dependency(powers)
        if relation:
            return relation
        if len(power.terms) > MOST_TERMS:
            break
    return []


def dependency(powers: Sequence[Polynomial]) -> list[Fraction]:
    """Coefficients with which polynomials add up to zero, the last one 1; empty if there are none."""
    rows = list(dict.fromkeys(monomial for p in powers for monomial in p.terms))
    if not powers[-1]:
        return [ZERO] * (len(powers) - 1) + [ONE]
    reduced, rank = fmpq_mat(
        len(rows), len(powers), [rational(p.terms.get(m, ZERO)) for m in rows for p in powers]
    ).rref()
    pivots = [next(j for j in range(len(powers)) if reduced[i, j]) for i in range(rank)]
    if len(powers) - 1 in pivots:
        return []
    found = dict(zip(pivots, (-fraction(reduced[i, len(powers) - 1]) for i in range(rank)), strict=True))
    return [found.get(k, ZERO) for k in range(len(powers) - 1)] + [ONE]
