"""Polynomials as sums of nonnegative weights times squares of polynomials in the letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import comb, prod
from typing import Any

from flint import fmpq

from ..kernel.polynomial import Polynomial
from .gram_matrices import Block, Square, Terms, Vector, block, representation
from .monomial_bases import Exponents, bases, monomials, parity_classes
from .polynomial_rings import PolynomialRing, fraction, rational
from .sample_points import Number, value
from .written_polynomials import written

WORK = 200_000
MOST_CANDIDATES = 300


@dataclass(frozen=True)
class Weight:
    """A nonnegative polynomial with the proof that it is, and if it is positive."""

    polynomial: Polynomial
    proof: Any
    positive: bool


ONE = Weight(Polynomial.of(1), "signs", True)
Weighted = list[tuple[Weight, Polynomial, Polynomial]]


def free_squares(polynomial: Polynomial, zeros: Iterable[dict[str, Number]] = (), work: int = WORK) -> Weighted | None:
    """A polynomial as a sum of positive multiples of squares, or None.

    Triples of a weight, which is 1, a coefficient and a polynomial. What is a sum of squares only over the real numbers
    is not found.
    """
    ring = PolynomialRing(polynomial.letters)
    target = terms(ring, polynomial)
    degree, count = max(map(sum, target), default=0), len(ring.letters)
    if not target or degree % 2 or comb(count + degree // 2, count) > MOST_CANDIDATES:
        return None
    blocks = [block(terms(ring, ONE.polynomial), members[::-1]) for members in bases(set(target))]
    if costs(blocks) > work:
        return None
    reduced = [flat_at(ring, each, ONE, zeros) for each in blocks]
    found = representation(target, reduced, circular_moment)
    return None if found is None else read(ring, [ONE] * len(found), found)


def squares_of_facts(
    polynomial: Polynomial, weights: Sequence[Weight], points: Sequence[dict[str, Number]], zeros: Sequence[Any]
) -> Weighted | None:
    """A polynomial as a sum of weights times squares, or None; the weights are positive at the points."""
    ring = PolynomialRing(polynomial.letters.union(*(w.polynomial.letters for w in weights)))
    target, factors = terms(ring, polynomial), [terms(ring, w.polynomial) for w in weights]
    degree = max(max(map(sum, each)) for each in [target, *factors])
    supports, chosen, blocks = [m for each in [target, *factors] for m in each], [], []
    for weight, factor in zip(weights, factors, strict=True):
        half = (degree + degree % 2 - max(map(sum, factor))) // 2
        if comb(len(ring.letters) + half, half) > MOST_CANDIDATES:
            return None
        for members in parity_classes(monomials(len(ring.letters), half), supports):
            chosen.append(weight)
            blocks.append(flat_at(ring, block(factor, members[::-1]), weight, zeros))
    if costs(blocks) > WORK or len(points) < max(len(each.monomials) for each in blocks):
        return None
    found = representation(target, blocks, sampled_moments(ring, points))
    return None if found is None else read(ring, chosen, found)


def terms(ring: PolynomialRing, polynomial: Polynomial) -> Terms:
    """The coefficients by exponents."""
    return {ring.exponents(m): rational(c) for m, c in polynomial.terms.items()}


def costs(blocks: Sequence[Block]) -> int:
    """About how many multiplications a step of the search takes."""
    return sum(len(each.monomials) ** 4 * len(each.weight) ** 2 for each in blocks)


def flat_at(ring: PolynomialRing, each: Block, weight: Weight, zeros: Iterable[dict[str, Number]]) -> Block:
    """The block with squares that are zero at the zeros of the polynomial where the weight is not."""
    active = [point for point in zeros if value(weight.polynomial, point)]
    at = [[rational(point[x]) for x in ring.letters] for point in active]  # type: ignore[arg-type]
    return each.without([[monomial_at(z, point) for z in each.monomials] for point in at])


def monomial_at(monomial: Exponents, point: Vector) -> fmpq:
    """The value of a monomial."""
    return prod((x**k for x, k in zip(point, monomial, strict=True)), start=fmpq(1))


def circular_moment(monomial: Exponents) -> float:
    """The mean of a monomial in independent coordinates of points on circles of radius 2^(1/2)."""
    return 0.0 if any(k % 2 for k in monomial) else prod((comb(k, k // 2) / 2 ** (k // 2) for k in monomial), start=1.0)


def sampled_moments(ring: PolynomialRing, points: Sequence[dict[str, Number]]) -> Callable[[Exponents], float]:
    """The means of monomials at some points."""
    rows = [[float(point[x]) for x in ring.letters] for point in points]

    def mean(monomial: Exponents) -> float:
        return sum(prod(x**k for x, k in zip(row, monomial, strict=True)) for row in rows) / len(rows)

    return mean


def read(ring: PolynomialRing, weights: Sequence[Weight], found: list[list[Square]]) -> Weighted:
    """The squares in the kernel's representation."""
    return [
        (weight, Polynomial.of(fraction(c)), Polynomial({ring.monomial(m): fraction(v) for m, v in root.items()}))
        for weight, squares in zip(weights, found, strict=True)
        for c, root in squares
    ]


def combination_proof(found: Weighted, strict: bool) -> Any:
    """The proof of positivity by weighted squares; None if it is to be strict and no positive part is seen."""
    if not strict and all(weight is ONE for weight, _, _ in found):
        return {"squares": pairs(found)}
    visible = (k for k, (w, _, root) in enumerate(found) if w.positive and w.proof == "signs" and root.constant)
    rest = next(visible, None)
    if strict and rest is None:
        return None
    others = [each for k, each in enumerate(found) if k != rest or not strict]
    weights = list({weight.polynomial: weight for weight, _, _ in others}.values())
    multiples = [[written(w.polynomial), w.proof, pairs([e for e in others if e[0] == w])] for w in weights]
    return {"multiples": multiples, "rest": "signs"}


def pairs(found: Weighted) -> Any:
    """Coefficients and roots in the kernel's notation."""
    return [[str(coefficient.constant), written(root)] for _, coefficient, root in found]
