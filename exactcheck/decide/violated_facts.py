"""Leaves of trees of contradictions: nonnegative terms that add up to zero though one of them is positive.

The terms are products of known facts, and of letters and even powers that are nonnegative; multiples of known equations
may be added. One linear program finds them. If there are none, each fact p >= 0 is tried by itself: is -p positive?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from time import monotonic
from typing import Any

from flint import fmpq

from ..kernel.known_equations import Known
from ..kernel.polynomial import Monomial, Polynomial
from ..kernel.setting import Setting
from .cofactors import degree, multipliers
from .linear_programs import Simplex, Vector
from .polynomial_rings import PolynomialRing
from .positivity import Summand, admissible, numbered, positivity, reachable
from .solution_moves import is_polynomial, live_equations
from .written_polynomials import written

Node = Any
MOST_MULTIPLES, MOST_SUMMANDS = 150, 200
SECONDS = 2.0


@dataclass(frozen=True)
class Multiple:
    """An equation e_k times a monomial with a sign."""

    index: int
    factor: Polynomial
    value: Polynomial


def plain_contradiction(known: Known) -> Node | None:
    """A leaf without products of facts and without equations, or None."""
    return balanced(known, plain_summands(known.setting), [])


def products_contradict(known: Known, thorough: bool) -> Node | None:
    """A leaf with equations, or with products of letters and facts, if it is to be thorough of two facts; or None."""
    setting, multiples = known.setting, equation_multiples(known)
    found = balanced(known, plain_summands(setting), multiples) if multiples else None
    for most_facts in (1, 2) if thorough else (1,):
        found = found or balanced(known, within(setting, most_facts), multiples)
    return found


def within(setting: Setting, most_facts: int) -> list[Summand]:
    """Products of letters and facts whose degree is at most the one of the facts, the shortest first."""
    monomials = all_monomials(setting)
    found = reachable(setting, monomials, most_facts)
    small = [each for each in found if each.value and degree(each.value) <= degree(monomials)]
    if is_polynomial(monomials):
        small = [each for each in small if is_polynomial(each.value)]
    return sorted(small, key=lambda each: (len(each.facts), len(each.value.terms)))[:MOST_SUMMANDS]


def all_monomials(setting: Setting) -> Polynomial:
    """A polynomial that has every monomial of a fact, and a constant."""
    monomials = {m for fact in setting.facts for m in fact.polynomial.terms}
    return Polynomial(dict.fromkeys([(), *monomials], Fraction(1)))


def plain_summands(setting: Setting) -> list[Summand]:
    """The facts, and the monomials in them that are nonnegative."""
    found = [admissible(setting, (), (k,)) for k in range(len(setting.facts))]
    found += [admissible(setting, m, ()) for m in all_monomials(setting).terms]
    return [summand for summand in found if summand is not None]


def equation_multiples(known: Known) -> list[Multiple]:
    """The equations times all monomials such that no product has a larger degree than facts and equations have."""
    live = [(k, e) for k, e in live_equations(known) if is_polynomial(e)]
    if not live:
        return []
    facts = [fact.polynomial for fact in known.setting.facts if fact.polynomial and is_polynomial(fact.polynomial)]
    ring = PolynomialRing({x for p in [*facts, *(e for _, e in live)] for x in p.letters})
    most = max(map(degree, [*facts, *(e for _, e in live)]))
    pairs = [(k, m, e) for k, e in live for m in multipliers(ring, most - degree(e))]
    if len(pairs) > MOST_MULTIPLES:
        return []
    signed = [(k, m * sign, e) for k, m, e in pairs for sign in (1, -1)]
    return [Multiple(k, m, known.setting.normal(m * e)) for k, m, e in signed]


def balanced(known: Known, summands: Sequence[Summand], multiples: Sequence[Multiple]) -> Node | None:
    """A leaf from weights with which the terms and multiples add up to zero, the positive terms among them to 1."""
    places: dict[Monomial, int] = {}
    values = [*(each.value for each in summands), *(each.value for each in multiples)]
    columns = [numbered(value, places) for value in values]
    unit = len(places)
    for column, summand in zip(columns, summands, strict=False):
        if summand.positive:
            column[unit] = fmpq(1)
    weights = solution(columns, {unit: fmpq(1)}, monotonic() + SECONDS)
    if weights is None:
        return None
    terms = [[str(w), dict(s.powers), list(s.facts)] for k, s in enumerate(summands) if (w := weights.get(k))]
    cofactors: dict[int, Polynomial] = {}
    for j, multiple in enumerate(multiples, len(summands)):
        if w := weights.get(j):
            share = multiple.factor * -Fraction(int(w.p), int(w.q))
            cofactors[multiple.index] = cofactors.get(multiple.index, Polynomial()) + share
    return leaf(None, list(cofactors.items()), {"sum": terms})


def solution(columns: list[Vector], target: Vector, until: float) -> Vector | None:
    """Weights >= 0 with which the columns add up to the target; None if there are none, or it takes too long."""
    program = Simplex(columns, target, {})
    while any(program.values[i] for i in program.artificial_rows()):
        entering = program.entering(program.artificial_costs())
        if entering is None or monotonic() > until:
            return None
        program.enter(entering)
    return program.solution()


def opposite_is_positive(known: Known, until: float) -> Node | None:
    """A leaf from a proof that the opposite of a fact is positive, or a multiple of an equation; None, or too late."""
    for fact, modulo, value, strict in targets(known):
        if monotonic() > until:
            return None
        proof = positivity(known.setting, value, strict, until - monotonic())
        if proof is not None:
            return leaf(fact, modulo, proof)
    return None


def targets(known: Known) -> Iterator[tuple[int | None, list[tuple[int, Polynomial]], Polynomial, bool]]:
    """What is to be shown positive: -p for the facts, the last one first, and the equations with both signs."""
    seen: set[Polynomial] = set()
    for k, fact in reversed(list(enumerate(known.setting.facts))):
        if fact.polynomial.letters and fact.polynomial not in seen:
            seen.add(fact.polynomial)
            yield k, [], -fact.polynomial, not fact.strict
    for k, equation in live_equations(known):
        for sign in (1, -1):
            yield None, [(k, Polynomial.of(sign))], equation * Fraction(sign), True


def leaf(fact: int | None, modulo: Sequence[tuple[int, Polynomial]], proof: Any) -> Node:
    """The leaf in the kernel's notation."""
    return {"fact": fact, "modulo": [[k, written(c)] for k, c in modulo], "positive": proof}
