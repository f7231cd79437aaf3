"""Positivity of a polynomial in letters over all their allowed values.

In this order: the signs of its terms; completed squares of a quadratic polynomial; the roots of one in one letter; a
sum of products of nonnegative letters and known facts, found by a linear program; Bernstein coefficients on the box of
the letters, refined by few cuts; what `nonnegative_polynomials` finds; more cuts. Complete for quadratic polynomials in
letters without assumptions, and for polynomials in one letter on a range with rational ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement
from time import monotonic
from typing import Any

from flint import fmpq

from ..kernel.bernstein import Patch, Side, whole_box
from ..kernel.polynomial import Monomial, Polynomial, times
from ..kernel.setting import Setting
from .deadlines import OutOfTime, ending, require_time
from .linear_programs import Infeasible, Vector, feasible
from .nonnegative_polynomials import by_squares_and_factors
from .number_coefficients import by_number_coefficients
from .quadratic_squares import quadratic_squares

MOST_SUMMANDS = 400
# the most facts in a product, and the rounds in which products are added: small programs first
EFFORTS = ((0, 1), (1, 1), (0, 2), (1, 2), (2, 1), (2, 2))
FEW_CUTS, DEPTH = 6, 14
SECONDS, FEW_SECONDS = 20.0, 1.0


def by_signs(setting: Setting, polynomial: Polynomial, strict: bool) -> bool:
    """True if the signs of the terms show polynomial >= 0 (> 0 if strict)."""
    return setting.is_positive(polynomial) if strict else setting.is_nonnegative(polynomial)


def positivity(setting: Setting, polynomial: Polynomial, strict: bool, seconds: float = SECONDS) -> Any:
    """A proof of polynomial >= 0 (> 0 if strict) in the kernel's notation, or None, after so many seconds at most."""
    if by_signs(setting, polynomial, strict):
        return "signs"
    normal = setting.normal(polynomial)
    if setting.is_constant(normal):
        return None
    try:
        with ending(monotonic() + seconds):
            return next((proof for proof in attempts(setting, normal, strict) if proof is not None), None)
    except OutOfTime:
        return None


def attempts(setting: Setting, polynomial: Polynomial, strict: bool) -> Iterator[Any]:
    """The proofs that are tried, the cheap ones first, or None for each that fails."""
    yield None if strict else quadratic_squares(polynomial)
    yield from by_number_coefficients(setting, polynomial, strict, lambda below: rational_proof(setting, below, strict))
    if len(polynomial.letters) == 1:
        yield by_squares_and_factors(setting, polynomial, strict)
    yield as_sum(setting, polynomial, strict)
    yield subdivided(setting, polynomial, strict, FEW_CUTS)
    if len(polynomial.letters) > 1:
        yield by_squares_and_factors(setting, polynomial, strict)
    yield subdivided(setting, polynomial, strict)


def rational_proof(setting: Setting, polynomial: Polynomial, strict: bool) -> Any:
    """A proof for a polynomial that takes the place of another one, or None; soon, as there are several of these."""
    try:
        with ending(monotonic() + FEW_SECONDS):
            return as_sum(setting, polynomial, strict, 1) or by_squares_and_factors(setting, polynomial, strict)
    except OutOfTime:
        return None


Key = tuple[Monomial, tuple[int, ...]]


@dataclass(frozen=True)
class Summand:
    """A nonnegative product: powers of letters times known facts."""

    powers: Monomial
    facts: tuple[int, ...]
    value: Polynomial
    positive: bool


def as_sum(
    setting: Setting, polynomial: Polynomial, strict: bool, most: int = 2, rounds: Sequence[int] = (1, 2)
) -> Any:
    """The polynomial as a nonnegative combination of summands, with at most so many facts multiplied, or None.

    With as few facts as possible, and in small programs first; summands are added in one of these numbers of rounds.
    """
    efforts = (effort for effort in EFFORTS if effort[0] <= most and effort[1] in rounds)
    found = (combination(setting, polynomial, strict, *effort) for effort in efforts)
    return next((proof for proof in found if proof is not None), None)


def combination(setting: Setting, polynomial: Polynomial, strict: bool, most_facts: int, rounds: int) -> Any:
    """The polynomial as a nonnegative combination of summands that share monomials with it, or None."""
    summands = sorted(
        reachable(setting, polynomial, most_facts, rounds),
        key=lambda s: (not s.positive, len(s.facts), len(s.value.terms)),
    )
    places: dict[Monomial, int] = {}
    columns = [numbered(summand.value, places) for summand in summands]
    positive = [k for k, summand in enumerate(summands) if summand.positive] if strict else []
    weights = None if strict and not positive else weighted(columns, numbered(polynomial, places), positive)
    if weights is None:
        return None
    return {"sum": [[str(w), dict(summands[k].powers), list(summands[k].facts)] for k, w in sorted(weights.items())]}


def weighted(columns: list[Vector], target: Vector, preferred: list[int]) -> Vector | None:
    """Weights >= 0 with which the columns add up to the target, or None; if some are preferred, one of these is > 0."""
    found = feasible(columns, target, {})
    if isinstance(found, Infeasible):
        return None
    return found.negative({k: fmpq(-1) for k in preferred}) if preferred else found.program.solution()


def numbered(polynomial: Polynomial, places: dict[Monomial, int]) -> dict[int, fmpq]:
    """The coefficients as a sparse vector, new monomials numbered as they come."""
    return {places.setdefault(m, len(places)): fmpq(v.numerator, v.denominator) for m, v in polynomial.terms.items()}


def reachable(setting: Setting, polynomial: Polynomial, most_facts: int, rounds: int = 2) -> list[Summand]:
    """Summands that meet the monomials of the polynomial; in a second round those that meet the monomials of these."""
    found: dict[Key, Summand] = {}
    monomials = set(polynomial.terms)
    products = list(fact_products(setting, most_facts))
    for _ in range(rounds):
        for key in keys(products, monomials):
            require_time()
            if len(found) >= MOST_SUMMANDS:
                return list(found.values())
            summand = None if key in found else admissible(setting, *key)
            if summand is not None:
                found[key] = summand
        monomials = {m for summand in found.values() for m in summand.value.terms}
    return list(found.values())


def keys(products: list[tuple[Monomial, tuple[int, ...], Polynomial]], monomials: set[Monomial]) -> Iterator[Key]:
    """Products of letters and facts that meet the monomials: the facts, then multiples by the degree of the factor."""
    yield from (((), facts) for powers, facts, _ in products if len(facts) == 1 and not powers)
    for powers, facts, value in products:
        shifts = {times(m, inverse(t)) for m in monomials for t in value.terms}
        for shift in sorted(shifts, key=lambda shift: (sum(abs(k) for _, k in shift), shift)):
            yield times(powers, shift), facts


def fact_products(setting: Setting, most: int) -> Iterator[tuple[Monomial, tuple[int, ...], Polynomial]]:
    """1, the squares of roots, and the products of at most so many facts."""
    yield (), (), Polynomial.of(1)
    for letter in setting.letters.values():
        if letter.square is not None:
            yield ((letter.name, 2),), (), letter.square
    facts = setting.facts
    for count in range(1, most + 1):
        for chosen in combinations_with_replacement(range(len(facts)), count):
            value = Polynomial.of(1)
            for k in chosen:
                value = value * facts[k].polynomial
            yield (), chosen, setting.normal(value)


def inverse(monomial: Monomial) -> Monomial:
    """1 / monomial."""
    return tuple((letter, -exponent) for letter, exponent in monomial)


def admissible(setting: Setting, powers: Monomial, facts: tuple[int, ...]) -> Summand | None:
    """The summand, if its letters cannot make it negative."""
    plain = Polynomial({powers: Fraction(1)})
    if not setting.terms_nonnegative(plain) or any(k < 0 and setting.letters[x].defined for x, k in powers):
        return None
    value = plain
    for k in facts:
        value = value * setting.facts[k].polynomial
    strict = all(setting.facts[k].strict for k in facts)
    return Summand(powers, facts, setting.normal(value), strict and setting.has_positive_term(plain))


def subdivided(setting: Setting, polynomial: Polynomial, strict: bool, depth: int = DEPTH) -> Any:
    """Ranges of the letters and a tree of cuts on whose boxes the Bernstein coefficients show positivity, or None."""
    sides = [side_of(setting, letter) for letter in sorted(polynomial.letters)]
    if any(side is None for side in sides) or any(k < 0 for m in polynomial.terms for _, k in m):
        return None
    ranges = [side for side in sides if side is not None]
    tree = cut_tree(whole_box(polynomial, ranges), strict, depth)
    if tree is None:
        return None
    return {"box": [[s.letter, str(s.lower), None if s.upper is None else str(s.upper)] for s in ranges], "tree": tree}


def side_of(setting: Setting, letter: str) -> Side | None:
    """The known range of a letter; None without a lower bound."""
    x = Polynomial.letter(letter)
    lower, upper = None, None
    for fact in setting.facts:
        if fact.polynomial.letters == {letter} and set(fact.polynomial.terms) <= {(), ((letter, 1),)}:
            slope, offset = fact.polynomial.terms[((letter, 1),)], fact.polynomial.terms.get((), Fraction(0))
            if slope > 0:
                lower = max(lower, -offset / slope) if lower is not None else -offset / slope
            else:
                upper = min(upper, -offset / slope) if upper is not None else -offset / slope
    if lower is None and setting.letters[letter].nonnegative:
        lower = Fraction(0)
    if lower is None:
        return None
    positive = setting.is_positive
    return Side(letter, lower, upper, not positive(x - lower), upper is not None and not positive(upper - x))


def cut_tree(patch: Patch, strict: bool, depth: int = DEPTH) -> Any:
    """Cut the box in half along one letter after the other until every part is settled; None beyond the depth."""
    require_time()
    if patch.is_positive(strict):
        return "positive"
    corners = [patch.coefficients[tuple(0 for _ in patch.degrees)], patch.coefficients[patch.degrees]]
    if depth == 0 or any(value < 0 for value in corners):
        return None
    side = patch.sides[depth % len(patch.sides)]
    parts = []
    for part in patch.cut(side.letter, Fraction(1, 2)):
        parts.append(cut_tree(part, strict, depth - 1))
        if parts[-1] is None:
            return None
    return [side.letter, "1/2", *parts]
