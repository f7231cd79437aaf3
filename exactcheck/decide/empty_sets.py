"""Emptiness of sets of polynomial conditions, and implications: trees of contradictions, or points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..exact.statement import Statement
from ..kernel.contradictions import NEGATED
from ..kernel.empty_sets import read_conditions, read_implication, size_of
from ..kernel.known_equations import Known
from ..kernel.problem import Problem
from ..kernel.semialgebraic_sets import SemialgebraicSet, Values, arbitrary_point, supposing_all
from .context import Context
from .contradictions import Contradictions, Hints
from .decision import Decision, proved, refuted, undecided
from .number_letters import NumberLetters, sharpened
from .simple_points import simple_points
from .solution_search import GaveUp
from .squares_within import squares_within

Stated = dict[str, Any]


def decide_empty(context: Context, statement: Statement) -> Decision:
    """Refuted by a simple point, proved by a tree of contradictions. Not complete."""
    stated = context.problem.state(statement)
    conditions = read_conditions(context.kernel, stated)
    search, known, names = prepared(context, statement, stated, size_of(conditions), [conditions])
    values = conditions.values(known.problem, known.point)
    point = located(context, statement, names, values, {})
    if point is not None:
        return refuted(point)
    try:
        tree = search.tree(supposing_all(known, values), [known.point])
    except GaveUp as reason:
        return undecided(f"neither a point nor a contradiction was found: {reason}")
    return proved({"numbers": search.declared, "point": names, "tree": tree})


def decide_implication(context: Context, statement: Statement) -> Decision:
    """For each conclusion: refuted by a simple point, proved by a tree of contradictions. Not complete."""
    stated = context.problem.state(statement)
    conditions, conclusions = read_implication(context.kernel, stated)
    search, known, names = prepared(context, statement, stated, size_of(conclusions), [conditions, conclusions])
    values = conditions.values(known.problem, known.point)
    wanted = conclusions.values(known.problem, known.point)
    for index, (value, relation) in enumerate(wanted):
        violating = [*values, (value, NEGATED[relation])]
        point = located(context, statement, names, violating, {"conclusion": index})
        if point is not None:
            return refuted(point)
    trees = []
    for value, relation in wanted:
        try:
            trees.append(search.holds(supposing_all(known, values), value, relation, [known.point]))
        except GaveUp as reason:
            return undecided(f"neither a proof nor a point that violates it was found: {reason}")
    return proved({"numbers": search.declared, "point": names, "trees": trees})


def prepared(
    context: Context, statement: Statement, stated: Stated, size: int, sets: Sequence[SemialgebraicSet]
) -> tuple[Contradictions, Known, list[str]]:
    """A search with the hints of a statement, and an arbitrary point with the names of its coordinates."""
    functions = [function for each in sets for function in each.functions]
    search = contradictions(context, statement, stated, [*functions])
    names = [search.numbers.unused(x) for x in functions[0].variables[:size]]
    return search, arbitrary_point(sharpened(Known(context.kernel)), names, size), names


def contradictions(context: Context, statement: Statement, stated: Stated, functions: list[Any]) -> Contradictions:
    """A search that knows the squares within functions and what the hints name."""
    problem = context.kernel
    numbers = NumberLetters({*problem.setting.letters, *problem.values, *problem.definitions})
    named = {key: hinted(context, problem, statement, key) for key in ("squares", "cases")}
    squares = [*named["squares"], *squares_within(functions)]
    limits = {key: statement.hints[key] for key in ("seconds", "most_cases") if key in statement.hints}
    return Contradictions(numbers, Hints(squares, named["cases"], **limits))


def hinted(context: Context, problem: Problem, statement: Statement, key: str) -> list[Any]:
    """Functions that a hint names."""
    return [problem.function(context.problem.write_hint(each)) for each in statement.hints.get(key, ())]


def located(
    context: Context, statement: Statement, names: Sequence[str], values: Values, more: dict[str, Any]
) -> dict[str, Any] | None:
    """A point that the kernel accepts as a refutation: one that a hint names, or a simple one."""
    hint = statement.hints.get("point")
    candidates = [named_point(context, hint)] if hint is not None else []
    candidates += list(simple_points(context, names, values))
    for at, point in candidates:
        proof = {"at": at, "numbers": [], "point": point, **more}
        if not context.accepts(statement, "refuted", proof):
            return proof
    return None


def named_point(context: Context, hint: Any) -> tuple[dict[str, str], Any]:
    """A point from a hint, at simple values of the letters."""
    at = {x: str(v) for x, v in next(context.points(), {}).items()}
    return at, context.problem.write_hint(hint)
