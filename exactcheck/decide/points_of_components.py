"""Points of components: values of the letters, simple ones first, at which the conditions hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, islice, product
from typing import Any

from ..kernel import Rejected
from ..kernel.components import Component
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from .located_components import local_names
from .number_letters import NumberLetters
from .solution_discovery import Discovery
from .solution_search import GaveUp

Values = list[Polynomial]
SIMPLE = [Fraction(p, q) for p, q in ((1, 1), (0, 1), (-1, 1), (2, 1), (1, 2), (-2, 1), (3, 1), (-1, 2), (1, 3))]
MOST, SYSTEMS = 400, 40
LIMITS: dict[str, Any] = {"most_cases": 60, "seconds": 5.0}


def points_on(known: Known, numbers: NumberLetters, component: Component) -> Iterator[tuple[Known, Values]]:
    """Some points of a component, each with the case in which the numbers in it are declared."""
    for chosen in islice(product(SIMPLE, repeat=len(component.letters)), MOST):
        values = list(map(Polynomial.of, chosen))
        if allows(known, component, values):
            yield known, values
    member = component.member(known, local_names(component))
    if member.equations:
        yield from solved_points(member, known, numbers, component)


def solved_points(
    member: Known, known: Known, numbers: NumberLetters, component: Component
) -> Iterator[tuple[Known, Values]]:
    """Points at simple values of some letters, the others as solutions of the equations."""
    names = local_names(component)
    fixed = [
        each for k in range(len(names)) for each in combinations(names, max(len(names) - len(member.equations) + k, 0))
    ]
    choices = (
        dict(zip(some, values, strict=True)) for some in fixed for values in product(SIMPLE[:3], repeat=len(some))
    )
    for chosen in islice(choices, SYSTEMS):
        case = member.at(map(Polynomial.letter, names))
        for x, value in chosen.items():
            case = case.supposing(Polynomial.letter(x) - value, "=")
        for values in isolated(known, numbers, case, names):
            there = known
            for name in numbers.declarations:
                there = numbers.declared(there, name)
            if allows(there, component, values):
                yield there, values


def isolated(known: Known, numbers: NumberLetters, case: Known, names: Sequence[str]) -> list[Values]:
    """The isolated points of a case."""
    search = Discovery(known.problem, list(names), LIMITS)
    search.numbers = numbers
    try:
        search.tree(case, tuple(names))
    except (GaveUp, Rejected):
        return []
    return [list(family.point) for family in search.families if not family.letters]


def allows(known: Known, component: Component, values: Values) -> bool:
    """True if the conditions of the component hold at these values of its letters."""
    try:
        return all(known.satisfies(*condition) for condition in component.conditions(known.problem, values))
    except Rejected:
        return False
