"""Statements about a point of a function under bounds: minima, curvature on the critical cone, the cone itself."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .block_optimality import BlockCriticalPoint, block_critical_point
from .blocks import BlockMatrix
from .expression import Function
from .forms import margin
from .matrix import Matrix
from .neighbourhood import require_neighbourhood
from .optimality import Coordinate, CriticalPoint, arc_increment, coordinates, critical_point
from .polynomial import Polynomial
from .problem import Problem
from .reading import Rejected, array, integer, record, require

PROPERTIES = (
    "first-order critical point",
    "second-order critical point",
    "local minimum",
    "strict local minimum",
    "not a local minimum",
)


def located(problem: Problem, statement: dict[str, Any]) -> tuple[Function, list[Any], list[Any]]:
    """The objective, the point and the bounds of each argument (null for none)."""
    function = problem.function(statement["function"])
    point = [problem.evaluate(part) for part in array(statement["at"], len(function.variables))]
    allowed = (Fraction, Polynomial, Matrix, BlockMatrix)
    require(all(isinstance(part, allowed) for part in point), "the point is made of scalars and matrices")
    bounds = [array(pair, 2) for pair in array(statement["bounds"], len(point))]
    return function, point, [[None if end is None else problem.scalar(end) for end in pair] for pair in bounds]


def critical(problem: Problem, statement: dict[str, Any]) -> CriticalPoint | BlockCriticalPoint:
    """The first-order stationary point of the statement."""
    function, point, bounds = located(problem, statement)
    if any(isinstance(part, BlockMatrix) for part in point):
        require(all(isinstance(part, BlockMatrix) for part in point), "a point partly of letter size")
        return block_critical_point(problem, function, point, bounds)
    return critical_point(problem, function, point, bounds)


def prove_minimum(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The property by second-order conditions, or its failure by descent."""
    property_ = read_property(statement)
    if property_ == "not a local minimum":
        require_descent(problem, statement, "local minimum", proof)
    else:
        require_conditions(problem, statement, property_, proof)


def refute_minimum(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The failure of the property by descent, or a local minimum by second-order conditions."""
    property_ = read_property(statement)
    if property_ == "not a local minimum":
        require_conditions(problem, statement, "local minimum", proof)
    else:
        require_descent(problem, statement, property_, proof)


def read_property(statement: dict[str, Any]) -> str:
    """The property of the point."""
    require(statement["property"] in PROPERTIES, f"{statement['property']!r:.40} is not a property of a point")
    return str(statement["property"])


def require_conditions(problem: Problem, statement: dict[str, Any], property_: str, proof: Any) -> None:
    """Reject unless the form on the critical cone is positive (nonnegative for second-order critical points).

    A local minimum may be shown on a whole neighbourhood instead.
    """
    if isinstance(proof, dict) and "radius" in proof:
        require(property_ in ("local minimum", "strict local minimum"), "a neighbourhood shows a local minimum only")
        place = located(problem, statement)
        require(not any(isinstance(part, BlockMatrix) for part in place[1]), "a neighbourhood of letter size")
        require_neighbourhood(problem, place, property_ == "strict local minimum", proof)
        return
    at = critical(problem, statement)
    if property_ == "first-order critical point":
        require(proof == "first order", "a first-order critical point needs no further proof")
    elif property_ == "second-order critical point":
        at.require_curvature(Fraction(0), proof)
    else:
        at.require_curvature(*margin(problem, proof))


def require_descent(problem: Problem, statement: dict[str, Any], property_: str, proof: Any) -> None:
    """Reject unless a bound is violated, or the objective falls along a feasible arc ("strict": does not rise)."""
    function, point, bounds = located(problem, statement)
    require(not any(isinstance(part, BlockMatrix) for part in point), "descent at a point of letter size")
    require(isinstance(proof, dict), "a violated bound or an arc was expected")
    if "infeasible" in proof:
        require_infeasible(problem, coordinates(point, bounds), record(proof, "infeasible")[0])
        return
    arc = array(record(proof, "arc")[0])
    power, coefficient = arc_increment(problem, function, point, bounds, arc)
    highest = {"first-order critical point": 1, "second-order critical point": 2}.get(property_)
    if highest is not None:
        require(all(len(array(series)) <= 1 for series in arc), "a curved arc says nothing about critical points")
        require(power <= highest, "the objective falls by a power that the conditions do not see")
    falls = problem.setting.is_positive(-coefficient)
    require(falls or (property_ == "strict local minimum" and power == 0), "the objective is not known to fall")


def require_infeasible(problem: Problem, entries: list[Coordinate], index: Any) -> None:
    """Reject unless the coordinate violates one of its bounds."""
    x = entries[integer(index, 0, len(entries) - 1)]
    gaps = [] if x.lower is None else [x.lower - x.value]
    gaps += [] if x.upper is None else [x.value - x.upper]
    require(any(map(problem.setting.is_positive, gaps)), "the coordinate is not known to violate a bound")


def prove_curvature(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The bound on the whole cone; for "=" also directions of which one attains it whatever the letters are."""
    bound, relation = problem.scalar(statement["constant"]), statement["relation"]
    require(relation in (">=", "="), f"{relation!r:.20} is not a relation for a curvature")
    at = critical(problem, statement)
    if relation == ">=":
        at.require_curvature(bound, proof)
        return
    bounded, attained = record(proof, "bound", "attained")
    at.require_curvature(bound, bounded)
    gaps = Polynomial.of(1)
    for direction in array(attained):
        form, norm = at.curvature(direction)
        require(problem.setting.is_positive(norm), "a direction that is not known to differ from zero")
        gaps = gaps * (form - bound * norm)
    require(problem.setting.is_zero(gaps), "the directions do not attain the bound")


def refute_curvature(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """A direction of the cone below the bound; for "=" also a larger bound."""
    bound, relation = problem.scalar(statement["constant"]), statement["relation"]
    require(relation in (">=", "="), f"{relation!r:.20} is not a relation for a curvature")
    at = critical(problem, statement)
    if isinstance(proof, dict) and "larger" in proof and relation == "=":
        larger, bounded = record(proof, "larger", "bound")
        require(problem.setting.is_positive(problem.scalar(larger) - bound), "the other bound is not larger")
        at.require_curvature(problem.scalar(larger), bounded)
        return
    form, norm = at.curvature(record(proof, "direction")[0])
    require(problem.setting.is_positive(bound * norm - form), "the direction is not below the bound")


def prove_cone(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The labels of all coordinates, recomputed."""
    require(proof == "first order", "a critical cone needs no further proof")
    require(labels_of(critical(problem, statement)) == statement["labels"], "the critical cone is another one")


def refute_cone(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """Other labels, recomputed."""
    require(proof == "first order", "a critical cone needs no further proof")
    at = critical(problem, statement)
    # of letter size a label may be about no entry at all: a block of one row and column has no off-diagonal ones
    if not isinstance(at, CriticalPoint):
        raise Rejected("a critical cone of letter size is not refuted")
    require(labels_of(at) != statement["labels"], "the critical cone is as stated")


def labels_of(at: CriticalPoint | BlockCriticalPoint) -> Any:
    """The labels of the coordinates in order; of letter size those of each argument's blocks."""
    if isinstance(at, CriticalPoint):
        return at.labels
    return [[[i, j, [label for label, _ in labels]] for (i, j), labels in sorted(found.items())] for found in at.labels]
