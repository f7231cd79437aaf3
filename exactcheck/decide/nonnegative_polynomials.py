"""Positivity of polynomials beyond single terms and linear programs: factors and roots, squares, facts, multipliers.

A polynomial that is negative at a point which the facts allow is not searched for a proof.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from ..kernel.polynomial import Polynomial
from ..kernel.setting import Setting
from .known_regions import Point, Region
from .multipliers import by_even_squares, by_polya, by_squares
from .polynomial_factors import by_factors, by_roots
from .sample_points import value
from .solution_moves import is_polynomial
from .weighted_squares import ONE, combination_proof, free_squares, squares_of_facts
from .written_polynomials import written

MOST_LETTERS = 8
MOST_FACTS = 6
SLACK = 1e-9
SHARE = Fraction(1, 16)


def by_squares_and_factors(setting: Setting, polynomial: Polynomial, strict: bool) -> Any:
    """A proof of polynomial >= 0 (> 0 if strict) in the kernel's notation, or None."""
    if not is_polynomial(polynomial) or not 0 < len(polynomial.letters) <= MOST_LETTERS:
        return None
    region = Region(setting, tuple(sorted(polynomial.letters)))
    if is_negative_somewhere(region, polynomial, strict):
        return None
    points = [*region.simple, *region.drawn]
    proof = by_factors(polynomial, strict, lambda factor: by_one_factor(region, factor, strict), points)
    return proof or by_one_factor(region, polynomial, strict)


def is_negative_somewhere(region: Region, polynomial: Polynomial, strict: bool) -> bool:
    """True if the polynomial is seen to be negative (not positive, if strict) at a point that is allowed."""
    positive = [w.polynomial for w in region.weights if w.positive]
    allowed = (point for point in region.simple if all(value(each, point) for each in positive))
    if any(found < 0 or (strict and not found) for found in (value(polynomial, point) for point in allowed)):
        return True
    scale = float(max(map(abs, polynomial.terms.values())))
    return any(value(polynomial, point) < -SLACK * scale for point in region.drawn)


def by_one_factor(region: Region, polynomial: Polynomial, strict: bool) -> Any:
    """A proof that does not look at the factors, or None."""
    return next((proof for proof in attempts(region, polynomial, strict) if proof is not None), None)


def attempts(region: Region, polynomial: Polynomial, strict: bool) -> Iterator[Any]:
    """The proofs that are tried, or None for each that fails."""
    setting = region.setting
    if setting.is_positive(polynomial) if strict else setting.is_nonnegative(polynomial):
        yield "signs"
    if len(polynomial.letters) == 1:
        yield by_roots(setting, polynomial, region.range(*polynomial.letters))
    zeros = [point for point in region.simple if not value(polynomial, point)]
    squares = free_squares(polynomial, zeros)
    yield None if squares is None else combination_proof(squares, strict)
    if all(setting.is_nonnegative(Polynomial.letter(x)) for x in polynomial.letters):
        yield by_polya(setting, polynomial, strict)
        yield from by_even_squares(setting, polynomial, strict)
    if region.weights:
        yield from by_facts(region, polynomial, strict, zeros)
    yield by_squares(polynomial, strict, region.simple)
    if strict:
        yield by_positive_term(region, polynomial)


def by_positive_term(region: Region, polynomial: Polynomial) -> Any:
    """A proof that what remains without a part of a positive term is nonnegative, or None."""
    for monomial, coefficient in polynomial.terms.items():
        part = Polynomial({monomial: coefficient * SHARE})
        if region.setting.is_positive(part):
            proof = by_one_factor(region, polynomial - part, False)
            if proof is not None:
                return {"multiples": [[written(polynomial - part), proof, [["1", "1"]]]], "rest": "signs"}
    return None


def by_facts(region: Region, polynomial: Polynomial, strict: bool, zeros: Sequence[Point]) -> Iterator[Any]:
    """Squares weighted by facts, then also by products of facts."""
    own = Region(region.setting, tuple(sorted(polynomial.letters)))
    if len(own.weights) > MOST_FACTS:
        return
    for weights in ([ONE, *own.weights], [ONE, *own.weights, *own.products]):
        found = squares_of_facts(polynomial, weights, own.drawn, zeros)
        yield None if found is None else combination_proof(found, strict)
