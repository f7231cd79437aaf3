"""All stationary points of a sum of absolute values as a union of cells, and those of the l1 rank-one loss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Scalar, scalar
from ..exact.statement import Statement
from .absolute_values import l1_rank_one_loss
from .cells import Cell, as_cell, point_cell
from .kinked_functions import KinkedFunction, kinked_function


@dataclass(frozen=True, eq=False)
class StationaryPoints:
    """The set of all stationary points of f, to be compared with a union of cells."""

    f: KinkedFunction

    def __eq__(self, cells: object) -> Statement:  # type: ignore[override]
        if not isinstance(cells, (list, tuple)):
            raise InputError(f"cells: {cells!r} is not a list of cells, points and conditions")
        found = tuple(as_cell(self.f.variables, each).fields for each in cells)  # type: ignore[arg-type]
        return Statement("stationary points", smooth=self.f.smooth, pieces=self.f.pieces, cells=found)

    __hash__ = object.__hash__


def stationary_points(f: Any) -> StationaryPoints:
    """The set of all x at which 0 is a subgradient of f, to be compared with a list whose union it is.

    Members of the list are points, cells, and functions of the variables that list equations and inequalities (with <=
    or >=). All variables of f are numbers.

    Proved for l1 rank-one losses, refuted for any f by a point where the two sets differ.

    >>> from exactcheck import verify_statements
    >>> f = l1_rank_one_loss([1, 2])
    >>> segment = lambda x, y: [x <= 1, x >= -1, y <= 2, y >= -2, x + y == 0]
    >>> verify_statements(stationary_points(f) == [segment, (1, 2), (-1, -2)])
    <question/statements: proved, scope exhaustive, trust kernel, holds>
    >>> verify_statements(stationary_points(f) == [segment, (1, 2)]).verdict
    'refuted'

    Raises InputError for an f with variables that are matrices, or with maxima.

    Source: Guan and So (2024), Theorem 3.1.
    """
    of = kinked_function(f)
    if not all(isinstance(variable, Scalar) for variable in of.variables):
        raise InputError(f"f: {of!r} has variables that are matrices; all must be numbers")
    if any(isinstance(piece, tuple) for _, piece in of.pieces):
        raise InputError(f"f: {of!r} contains maxima; only absolute values are understood here")
    return StationaryPoints(of)


def l1_stationary_set(truth: Sequence[Any]) -> list[Cell]:
    """The stationary points of `l1_rank_one_loss(truth)` as cells, by their formula.

    They are {u : |u_i| <= |u*_i| for all i, sum_i sign(u*_i) u_i = 0} and the points u* and -u*, all 0 if u* is.
    Entries that are not rational numbers are taken to be >= 0, and <= 0 where a minus stands before them. The vertices
    of a cell are exact: see `Cell.vertices`. To have the formula decided, state
    `stationary_points(l1_rank_one_loss(truth)) == l1_stationary_set(truth)`.

    >>> for cell in l1_stationary_set([1, -2, 0]):
    ...     print(cell)
    {|u_1| <= 1, |u_2| <= 2, |u_3| <= 0, u_1 - u_2 = 0}
    {(1, -2, 0)}
    {(-1, 2, 0)}
    >>> [tuple(map(str, vertex)) for vertex in l1_stationary_set([1, -2, 0])[0].vertices()]
    [('-1', '-1', '0'), ('1', '1', '0')]

    Source: Guan and So (2024), Theorem 3.1.
    """
    variables: Any = l1_rank_one_loss(truth).variables
    planted = [scalar(value, "truth") for value in truth]
    signs = list(map(_sign, planted))
    magnitudes = [negative(a) if sign < 0 else a for a, sign in zip(planted, signs, strict=True)]

    def box(*u: Scalar) -> list[Statement]:
        sides = [condition for x, a in zip(u, magnitudes, strict=True) for condition in (x <= a, x >= -a)]
        return [*sides, _signed_sum(u, signs) == 0]

    if not any(signs):
        return [point_cell(variables, planted)]
    return [
        as_cell(variables, box),
        point_cell(variables, planted),
        point_cell(variables, list(map(negative, planted))),
    ]


def _sign(entry: Scalar) -> int:
    """The sign of an entry as it is written."""
    if entry.value is None:
        return -1 if entry.operation == "-" else 1
    return bool(entry.value > 0) - bool(entry.value < 0)


def negative(entry: Scalar) -> Scalar:
    """The negative of an entry, without two signs."""
    return entry.arguments[0] if entry.operation == "-" else -entry


def _signed_sum(u: Sequence[Scalar], signs: Sequence[int]) -> Scalar:
    """The sum of the coordinates with their signs."""
    first, *rest = [(x, sign) for x, sign in zip(u, signs, strict=True) if sign]
    total = first[0] if first[1] > 0 else -first[0]
    for x, sign in rest:
        total = total + x if sign > 0 else total - x
    return total
