"""Sets of points of statements, as the union of components that are given or found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..exact.statement import Statement
from ..kernel.components import Component, read_components
from ..kernel.known_equations import Known
from ..kernel.point_sets import FIELDS
from ..kernel.real_solutions import with_numbers
from ..kernel.stationary_points import valued_problem
from .context import Context
from .decision import Decision, proved, refuted, undecided
from .found_solutions import proof_from
from .number_letters import NumberLetters, sharpened
from .real_solutions import variables
from .solution_discovery import Family, Stopped, discovered
from .written_polynomials import written

Search = Callable[[Context, Statement], "Bounds | str"]
LIMITS = {"most_cases": 400, "seconds": 60.0}


@dataclass(frozen=True)
class Bounds:
    """A proof that a number is between two bounds."""

    proof: dict[str, Any]
    least: int
    most: int


@dataclass(frozen=True)
class PointSet:
    """A set: its components, letters for the numbers in them and for new ones, and what shows that they are all."""

    known: Known
    numbers: NumberLetters
    components: list[Component]
    solved: Any

    @property
    def declared(self) -> list[Any]:
        """The declarations of all numbers that a proof uses."""
        return list(self.numbers.declarations.values())

    def with_numbers(self) -> Known:
        """What is known where all numbers that were found are declared."""
        missing = [item for item in self.declared if item["letter"] not in self.known.setting.letters]
        return sharpened(Known(with_numbers(self.known.problem, missing)))


def point_set(context: Context, stated: dict[str, Any], limits: dict[str, Any]) -> PointSet | str:
    """The set of a statement, or why it was not found."""
    ((kind, content),) = stated["set"].items()
    problem = context.kernel
    taken = {*problem.setting.letters, *problem.values, *problem.definitions}
    if kind == "components":
        components = read_components(content)
        taken |= {name for each in components for x in each.letters for name in (x, f"{x}__")}
        return PointSet(sharpened(Known(problem)), NumberLetters(taken), components, None)
    equations = {"kind": kind, FIELDS[kind]: content}
    names = variables(problem, equations)
    try:
        found = discovered(problem, {**equations, "components": []}, names, limits)
    except Stopped as stopped:
        return str(stopped)
    families, numbers = found.families, found.numbers
    data = list(map(stated_family, families))
    numbers.taken |= {f"{x}__" for family in families for x in family.letters}
    there = with_numbers(problem, list(numbers.declarations.values()))
    proof = proof_from(there, {**equations, "components": data}, names, found)
    if proof is None:
        return "the components that were found are not seen to be all"
    return PointSet(sharpened(Known(there)), numbers, read_components(data), {"components": data, "proof": proof})


def decided(context: Context, statement: Statement, search: Search, what: str) -> Decision:
    """Proved or refuted by bounds, for a refutation at values of the letters; undecided if these leave it open."""
    found = search(context, statement)
    if isinstance(found, str):
        return undecided(found)
    if not context.accepts(statement, "proved", found.proof):
        return proved(found.proof)
    at = {x: str(v) for x, v in next(context.points(), {}).items()}
    there = search(context.in_case(valued_problem(context.kernel, at)), statement) if at else found
    if not isinstance(there, str):
        against = {"at": at, **there.proof}
        if not context.accepts(statement, "refuted", against):
            return refuted(against)
    return undecided(f"{what} is from {found.least} to {found.most}, as far as was seen")


def limits_of(statement: Statement) -> dict[str, Any]:
    """The limits of a search from the hints."""
    return {name: statement.hints.get(name, value) for name, value in LIMITS.items()}


def stated_family(family: Family) -> dict[str, Any]:
    """A family in the kernel's notation."""
    where = [[written(value, family.letters), relation] for value, relation in family.where]
    return {
        "letters": list(family.letters),
        "where": where,
        "point": [written(x, family.letters) for x in family.point],
    }
