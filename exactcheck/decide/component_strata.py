"""Where along a family with one letter the inertia of a Hessian can change: the line of the letter is cut at roots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cmp_to_key, partial
from typing import Any

from ..kernel import Rejected
from ..kernel.component_inertia import characteristic_coefficients, hessian, the_component
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial, total
from ..kernel.root_counts import coefficients_in
from ..kernel.signs_between_ends import without_even_powers
from .located_components import local_names
from .number_fields import inverse
from .number_letters import NumberLetters
from .polynomial_rings import PolynomialRing
from .signs_between_ends import inside

Number = Polynomial
MOST = 12


@dataclass(frozen=True)
class Stratum:
    """Values of a letter between two ends, of which both may be absent; or at one number, where the point is known."""

    lower: Number | None
    upper: Number | None
    point: tuple[Number, ...] | None = None


def strata_of(known: Known, numbers: NumberLetters, content: dict[str, Any]) -> list[Stratum]:
    """Open intervals and points of which the values of the letter of a family consist; empty if none are found.

    They end where a coefficient of the characteristic polynomial is zero, or what a condition compares with zero.
    """
    component = the_component(content)
    names = local_names(component)
    if len(names) != 1:
        return []
    try:
        member = component.member(known, names)
        matrix = hessian(member.problem, content["function"], member.point)
        conditions = component.conditions(member.problem, [Polynomial.letter(names[0])])
        values = [*characteristic_coefficients(member, matrix), *(value for value, _ in conditions)]
        case, cuts = roots_of(known, numbers, values, names[0])
        between = [Stratum(a, b) for a, b in zip([None, *cuts], [*cuts, None], strict=True)]
        points = [Stratum(cut, cut) for cut in cuts]
        parts = [between[0], *(part for pair in zip(points, between[1:], strict=True) for part in pair)]
        inner = [part for part in parts if allowed(case, conditions, names[0], part)]
        return [located(case, member.point, names[0], part) for part in inner] if len(cuts) <= MOST else []
    except Rejected:
        return []


def located(known: Known, point: Sequence[Polynomial], letter: str, part: Stratum) -> Stratum:
    """The same with its point, if it is one; raises Rejected if a coordinate divides by what has no inverse."""
    if part.lower is None or part.lower is not part.upper:
        return part
    powers = [x.coefficients(letter) for x in point]
    reciprocal = inverse(known.setting, part.lower) if any(k < 0 for each in powers for k in each) else Polynomial()
    if reciprocal is None:
        raise Rejected("a number without an inverse")
    values = [total(c * (part.lower**k if k >= 0 else reciprocal**-k) for k, c in each.items()) for each in powers]
    return replace(part, point=tuple(map(known.setting.normal, values)))


def roots_of(known: Known, numbers: NumberLetters, values: list[Polynomial], letter: str) -> tuple[Known, list[Number]]:
    """All roots of expressions in the letter in increasing order; raises Rejected for expressions in others, too."""
    factors = {
        factor
        for value in values
        if value.letters
        for factor, _ in PolynomialRing([letter]).factors(without_even_powers(value, letter))
    }
    found: list[Number] = []
    for factor in factors:
        known, roots = numbers.roots(known, coefficients_in(factor, letter))
        found += roots
    return known, sorted(found, key=cmp_to_key(partial(order, known)))


def order(known: Known, left: Number, right: Number) -> int:
    """Which of two numbers is larger."""
    return known.setting.sign(left - right)


def allowed(known: Known, conditions: list[tuple[Polynomial, str]], letter: str, part: Stratum) -> bool:
    """True if the conditions hold at a value in the part, hence at all in it."""
    single = part.lower is part.upper
    at = part.lower if single else None
    at = Polynomial.of(inside(known, part.lower, part.upper)) if at is None else at
    try:
        return all(known.satisfies(value.substitute({letter: at}), relation) for value, relation in conditions)
    except Rejected:
        return False
