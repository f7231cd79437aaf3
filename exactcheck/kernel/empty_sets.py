"""Sets of polynomial conditions that no point satisfies, and conditions that imply others.

{e = 0, p != 0, g >= 0, h > 0} is empty by a tree of cases that all end in contradictions; conditions imply a conclusion
if there is no point that satisfies them and not the conclusion. A point refutes either.
"""

from __future__ import annotations

from typing import Any

from .contradictions import NEGATED, require_all_hold, require_contradictory
from .known_equations import Known
from .problem import Problem
from .reading import array, integer, record, require
from .real_solutions import with_numbers
from .semialgebraic_sets import (
    ANY,
    SemialgebraicSet,
    arbitrary_point,
    point_of,
    read_set,
    require_satisfied,
    supposing_all,
)
from .stationary_points import valued_problem

Statement = dict[str, Any]


def prove_empty(problem: Problem, statement: Statement, proof: Any) -> None:
    """Nothing satisfies all that is known of an arbitrary point of the set: the set has none."""
    numbers, names, tree = record(proof, "numbers", "point", "tree")
    known = Known(with_numbers(problem, numbers))
    conditions = read_conditions(known.problem, statement)
    known = arbitrary_point(known, names, size_of(conditions))
    require_contradictory(supposing_all(known, conditions.values(known.problem, known.point)), tree)


def refute_empty(problem: Problem, statement: Statement, proof: Any) -> None:
    """A point of the set at values of the letters."""
    values, numbers, point = record(proof, "at", "numbers", "point")
    there = with_numbers(valued_problem(problem, values), numbers)
    conditions = read_conditions(there, statement)
    require_satisfied(there, conditions.values(there, point_of(there, point, size_of(conditions))))


def prove_implication(problem: Problem, statement: Statement, proof: Any) -> None:
    """At an arbitrary point that satisfies the conditions, the negation of each conclusion leads to a contradiction."""
    numbers, names, trees = record(proof, "numbers", "point", "trees")
    known = Known(with_numbers(problem, numbers))
    conditions, conclusions = read_implication(known.problem, statement)
    known = arbitrary_point(known, names, size_of(conclusions))
    supposed, wanted = (each.values(known.problem, known.point) for each in (conditions, conclusions))
    require_all_hold(supposing_all(known, supposed), wanted, trees)


def refute_implication(problem: Problem, statement: Statement, proof: Any) -> None:
    """A point that satisfies the conditions and violates a conclusion, at values of the letters."""
    values, numbers, point, index = record(proof, "at", "numbers", "point", "conclusion")
    there = with_numbers(valued_problem(problem, values), numbers)
    conditions, conclusions = read_implication(there, statement)
    located = point_of(there, point, size_of(conclusions))
    wanted = conclusions.values(there, located)
    value, relation = wanted[integer(index, 0, len(wanted) - 1)]
    require_satisfied(there, [*conditions.values(there, located), (value, NEGATED[relation])])


def read_conditions(problem: Problem, statement: Statement) -> SemialgebraicSet:
    """The conditions of a statement, at least one."""
    return read_set(problem, statement["conditions"], ANY)


def read_implication(problem: Problem, statement: Statement) -> tuple[SemialgebraicSet, SemialgebraicSet]:
    """The conditions, of which there may be none, and the conclusions."""
    conclusions = read_set(problem, statement["conclusions"], ANY)
    return read_set(problem, array(statement["conditions"]), ANY, size_of(conclusions)), conclusions


def size_of(conditions: SemialgebraicSet) -> int:
    """The number of coordinates."""
    require(len(conditions.functions) > 0, "no condition says how many coordinates there are")
    return len(conditions.functions[0].variables)
