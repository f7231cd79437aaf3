"""Sets of points, and numbers that belong to them, such as a dimension, with a lower and an upper bound.

A set is {"components": [...]}, the union of these, {"critical points": function} or {"real solutions": [functions]}.
For the last two a proof names components whose union the set is, {"components": [...], "proof": proof}.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .components import Component, read_components
from .known_equations import Known
from .polynomial import Polynomial
from .problem import Problem
from .reading import integer, record, require
from .real_solutions import prove_solutions

Statement = dict[str, Any]
FIELDS = {"critical points": "function", "real solutions": "equations"}
HOLDS: dict[str, Callable[[int, int, int], bool]] = {
    "=": lambda number, lower, upper: lower == number == upper,
    ">=": lambda number, lower, _: lower >= number,
    "<=": lambda number, _, upper: upper <= number,
}
FAILS: dict[str, Callable[[int, int, int], bool]] = {
    "=": lambda number, lower, upper: not lower <= number <= upper,
    ">=": lambda number, _, upper: upper < number,
    "<=": lambda number, lower, _: lower > number,
}


def components_of(problem: Problem, points: Any, solved: Any) -> list[Component]:
    """Components whose union is the set; rejected if their points have different numbers of coordinates.

    What a proof names is evaluated where the letters of an arbitrary point are declared, too: it must not contain them.
    """
    require(isinstance(points, dict) and len(points) == 1, "a set of points was expected")
    ((kind, content),) = points.items()
    if kind == "components":
        require(solved is None, "a set whose components are not to be found")
        stated = read_components(content)
        for component in stated:
            require_meaning(problem, component)
        return of_one_space(stated)
    require(kind in FIELDS, f"{kind!r:.40} is no set of points")
    components, proof = record(solved, "components", "proof")
    problem.require_declared(components)
    prove_solutions(problem, {"kind": kind, FIELDS[kind]: content, "components": components}, proof)
    return of_one_space(read_components(components))


def require_meaning(problem: Problem, component: Component) -> None:
    """Reject a component without values, or of arbitrary matrices: of which points it speaks would not be clear."""
    # longer than every name that there is
    unused = "p" * (1 + max(map(len, problem.setting.letters | problem.values | problem.definitions), default=0))
    names = [f"{unused}{k}" for k, _ in enumerate(component.letters)]
    member = component.member(Known(problem), names)
    conditions = component.conditions(member.problem, list(map(Polynomial.letter, names)))
    values = [*member.point, *(value for value, _ in conditions)]
    roles = {member.setting.letters[x].role for value in values for x in value.letters}
    require("atom" not in roles, "a set of points that speaks of an arbitrary matrix")


def of_one_space(components: list[Component]) -> list[Component]:
    """The components; rejected if their points have different numbers of coordinates."""
    require(len({len(each.point) for each in components}) <= 1, "points with different numbers of coordinates")
    return components


def require_bounds(statement: Statement, lower: int, upper: int, *, proved: bool) -> None:
    """Reject unless what is stated of a number is true, or false, for all integers between the bounds."""
    relation, number = statement["relation"], integer(statement["number"], -1)
    require(isinstance(relation, str) and relation in HOLDS, f"{relation!r:.20} is not one of =, >=, <=")
    decided = (HOLDS if proved else FAILS)[relation](number, lower, upper)
    require(decided, f"a number from {lower} to {upper}")
