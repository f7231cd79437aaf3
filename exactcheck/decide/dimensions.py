"""Dimensions: from above by independent equations in each of several cases, from below at a point of a component."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from ..exact.statement import Statement
from ..kernel.components import Component
from ..kernel.dimensions import PARTS, bounds, dimension_at, highest
from .context import Context
from .decision import Decision
from .independent_equations import upper_bound
from .plain_trees import PlainTrees
from .point_sets import Bounds, PointSet, decided, limits_of, point_set
from .points_of_components import points_on
from .tangent_minors import lower_bounds

ENOUGH = 12


def decide_dimension(context: Context, statement: Statement) -> Decision:
    """Proved or refuted by the bounds; undecided if these leave it open."""
    return decided(context, statement, bounds_of, "the dimension")


def bounds_of(context: Context, statement: Statement) -> Bounds | str:
    """The bounds with their proof, or why there are none."""
    stated, limits = context.problem.state(statement), limits_of(statement)
    points = point_set(context, stated, limits)
    if isinstance(points, str):
        return points
    proof = proof_of(points, limits)
    return Bounds(proof, *bounds(context.kernel, stated, *(proof[part] for part in PARTS)))


def proof_of(points: PointSet, limits: dict[str, Any]) -> dict[str, Any]:
    """A proof of the bounds that are found."""
    upper = [upper_bound(points.with_numbers(), points.numbers, component, limits) for component in points.components]
    lower = largest_disc(points, upper)
    # the numbers are those that all parts have declared
    return {"numbers": points.declared, "solutions": points.solved, "lower": lower, "upper": upper}


def largest_disc(points: PointSet, upper: list[Any]) -> Any:
    """The best lower bound, at a point of one of the components; None if no point is found."""
    best, most = None, -1
    for k, component in enumerate(points.components):
        limit = highest(points.with_numbers(), [component], [upper[k]])
        for proof in discs(points, k, component) if limit > most else ():
            found = dimension_at(points.with_numbers(), points.components, proof)
            if found > most:
                best, most = proof, found
            if found == limit:
                break
    return best


def discs(points: PointSet, index: int, component: Component) -> Iterator[Any]:
    """Lower bounds at a few points of a component."""
    trees = PlainTrees(points.numbers)
    for case, values in islice(points_on(points.with_numbers(), points.numbers, component), ENOUGH):
        yield from lower_bounds(case, trees, index, component, values)
