"""Signs of the coefficients of a characteristic polynomial along a family: nodes for those that are found."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice, pairwise, product
from math import prod
from typing import Any

from ..kernel import Rejected
from ..kernel.contradictions import CONTRADICTION_RULES
from ..kernel.known_equations import Known
from ..kernel.polynomial import Monomial, Polynomial
from ..kernel.setting import FREE
from ..kernel.signs_between_ends import without_even_powers
from .polynomial_rings import PolynomialRing
from .positivity import positivity
from .signs_between_ends import sign_between_ends
from .solution_moves import is_polynomial
from .written_polynomials import written

ONE = Fraction(1)
SECONDS = 0.2
PLACES = [Fraction(p, q) for p, q in ((0, 1), (1, 1), (-1, 1), (1, 2), (-1, 2), (2, 1), (-2, 1))]
MOST_PLACES = 250
SIGNS_OF = {">": {1}, ">=": {0, 1}, "=": {0}, "!=": {-1, 1}}


def with_signs(member: Known, values: list[Polynomial]) -> tuple[Known, list[Any]]:
    """What is known with the signs of expressions that are found, as far as they are needed, and the nodes for them."""
    found = []
    for value in values:
        if not any(member.satisfies(value, relation) for relation in (">", "=", "<")):
            between = sign_between_ends(member, value)
            node = sign_learned(member, value) if between is None else {**between, "then": None}
            if node is not None:
                found.append(node)
                ((member, _),) = CONTRADICTION_RULES["learn" if between is None else "ends"](member, node)
    return member, found


def sign_learned(member: Known, value: Polynomial) -> Any:
    """A node for a sign that the terms show, or any proof of positivity; or None."""
    node, value = sign_of_terms(member, value), cleared(value)
    if node is not None or len(value.letters) < 2:
        return node
    (side,) = one_of(signs_at_places(member, [value])) or (0,)
    proof = positivity(member.setting, value * side, True, SECONDS) if side else None
    return None if proof is None else {"learn": written(value * side), "strict": True, "positive": proof, "then": None}


def sign_of_terms(member: Known, value: Polynomial) -> Any:
    """A node for the sign of a sum of even powers whose coefficients are numbers with one sign; or None."""
    grouped: dict[Monomial, Polynomial] = {}
    for monomial, coefficient in value.terms.items():
        free = tuple((x, k) for x, k in monomial if member.setting.letters[x].role in FREE)
        number = Polynomial({tuple(pair for pair in monomial if pair not in free): coefficient})
        grouped[free] = grouped.get(free, Polynomial()) + number
    even = all(k % 2 == 0 for monomial in grouped for _, k in monomial)
    signs = {member.setting.sign(number) for number in grouped.values() if member.setting.is_constant(number)}
    if not even or len(signs) != 1 or 0 in signs:
        return None
    side = signs.pop()
    terms = [(Polynomial({tuple((x, k // 2) for x, k in m): ONE}), number * side) for m, number in grouped.items()]
    multiples = [[written(number), "signs", [["1", written(root)]]] for root, number in terms[1:]]
    node = {"learn": written(value * side), "strict": True, "positive": {"multiples": multiples, "rest": "signs"}}
    try:
        next(CONTRADICTION_RULES["learn"](member, {**node, "then": None}))
    except Rejected:
        return None
    return {**node, "then": None}


def signs_at_places(member: Known, values: list[Polynomial]) -> Iterator[tuple[int, ...]]:
    """The signs of expressions at simple values of the letters at which all holds that is known."""
    facts = [(fact.polynomial, ">" if fact.strict else ">=") for fact in member.setting.facts]
    conditions = [*facts, *((e, "=") for e in member.equations), *((p, "!=") for p in member.unequal)]
    free = sorted({x for p in (*values, *(p for p, _ in conditions)) for x in p.letters})
    if any(member.setting.letters[x].role not in FREE for x in free):
        return
    for chosen in islice(product(PLACES, repeat=len(free)), MOST_PLACES):
        at = dict(zip(free, chosen, strict=True))
        try:
            if all(number(p, at) in SIGNS_OF[relation] for p, relation in conditions):
                yield tuple(number(value, at) for value in values)
        except ZeroDivisionError:
            continue


def number(value: Polynomial, at: dict[str, Fraction]) -> int:
    """The sign of an expression at values of its letters."""
    found = sum((c * prod(at[x] ** k for x, k in m) for m, c in value.terms.items()), Fraction(0))
    return (found > 0) - (found < 0)


def one_of(found: Iterator[Any]) -> Any:
    """What all are equal to; None if they are not, or if there are none."""
    first = next(found, None)
    return first if all(each == first for each in found) else None


def cleared(value: Polynomial) -> Polynomial:
    """The expression times even powers of letters that it divides by: the sign stays."""
    for letter in sorted(value.letters):
        value = without_even_powers(value, letter)
    return value


def changes(signs: tuple[int, ...]) -> tuple[int, int]:
    """The last place of a sign that is not zero, and the number of sign changes up to there: these tell the inertia."""
    nonzero = [(k, sign) for k, sign in enumerate((1, *signs)) if sign]
    return nonzero[-1][0], sum(a != b for (_, a), (_, b) in pairwise(nonzero))


def open_ones(known: Known, values: list[Polynomial]) -> list[Polynomial]:
    """The expressions whose sign is not known."""
    return [value for value in values if not any(known.satisfies(value, relation) for relation in (">", "=", "<"))]


def open_factor(known: Known, coefficients: list[Polynomial]) -> Polynomial | None:
    """A factor of a coefficient, a polynomial in letters that are no numbers, whose sign is not known."""
    for value in map(cleared, coefficients):
        free = all(known.setting.letters[x].role in FREE for x in value.letters)
        factors = (
            PolynomialRing(value.letters).factors(value) if value.letters and is_polynomial(value) and free else ()
        )
        for factor in open_ones(known, [factor for factor, _ in factors]):
            return factor
    return None
