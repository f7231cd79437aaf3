"""Points of a function under bounds: labels of coordinates, the critical cone, and the Hessian form on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flint import fmpq

from ..exact.evaluation import gradient_and_hessian
from ..exact.ring import Number
from ..exact.statement import Statement
from ..exact.values import SparseMatrix
from .context import Context


class NotStationary(Exception):
    """The point violates a bound, or the objective falls to first order."""

    def __init__(self, proof: Any) -> None:
        super().__init__("not first-order stationary")
        self.proof = proof


class Open(Exception):
    """The sign of an expression in letters is not known."""


@dataclass(frozen=True)
class Coordinate:
    """One coordinate: its label, the sign of inward displacements, and its derivative."""

    label: str
    inward: int


@dataclass(frozen=True)
class CriticalPoint:
    """A first-order stationary point with its labels and its Hessian."""

    coordinates: list[Coordinate]
    hessian: SparseMatrix

    @property
    def moving(self) -> list[int]:
        """The coordinates that may move."""
        return [i for i, x in enumerate(self.coordinates) if x.label != "fixed"]

    @property
    def free(self) -> list[int]:
        """The positions of the free coordinates among those that may move."""
        return [k for k, i in enumerate(self.moving) if self.coordinates[i].label == "free"]

    def cone_form(self) -> SparseMatrix:
        """The Hessian on the coordinates that may move, inward displacements positive."""
        inward = [x.inward for x in self.coordinates]
        turned = {(i, j): inward[i] * inward[j] * value for (i, j), value in self.hessian.entries().items()}
        return SparseMatrix.of(self.hessian.shape, turned).restrict(self.moving)

    def displacement(self, direction: list[fmpq]) -> list[fmpq]:
        """A direction of the cone as a displacement of all coordinates."""
        result = [fmpq(0)] * len(self.coordinates)
        for i, value in zip(self.moving, direction, strict=True):
            result[i] = self.coordinates[i].inward * value
        return result


def critical_point(context: Context, statement: Statement) -> CriticalPoint:
    """The labels and the Hessian at the point of a statement.

    Raises NotStationary with the proof if the point is infeasible or not stationary, Open if a sign is not known, and
    Unevaluated for matrices of letter size.
    """
    evaluator = context.evaluator
    point = [evaluator.number(part) for part in statement["at"]]
    jet = gradient_and_hessian(evaluator, statement["function"], point)
    bounds = [[None if end is None else evaluator.number(end) for end in pair] for pair in statement["bounds"]]
    entries = [(x, pair) for part, pair in zip(point, bounds, strict=True) for x in flat(part)]
    size = len(entries)
    for i, (x, (lower, upper)) in enumerate(entries):
        require_feasible(context, i, (x, lower, upper))
    found = []
    for i, (x, (lower, upper)) in enumerate(entries):
        derivative = jet.gradient.get(i, fmpq(0))
        found.append(coordinate(context, (i, size), (x, lower, upper), derivative))
    return CriticalPoint(found, SparseMatrix((size, size), jet.hessian))


def flat(part: Any) -> list[Number]:
    """The entries of a part of a point, row by row."""
    if not isinstance(part, SparseMatrix):
        return [part]
    return [part[i, j] for i in range(part.shape[0]) for j in range(part.shape[1])]


def sign(context: Context, value: Number) -> int:
    """The sign of a number.

    Raises Open if it is not known.
    """
    if context.is_zero(value):
        return 0
    if context.is_positive(value):
        return 1
    if context.is_positive(-value):
        return -1
    raise Open(f"the sign of {value} is open")


def require_feasible(context: Context, place: int, bounded: tuple[Number, Number, Number]) -> None:
    """Raise NotStationary if a bound is violated: before any derivative counts, the point must be one to compare."""
    x, lower, upper = bounded
    gaps = ([] if lower is None else [x - lower]) + ([] if upper is None else [upper - x])
    if any(sign(context, gap) < 0 for gap in gaps):
        raise NotStationary({"infeasible": place})


def coordinate(
    context: Context, place: tuple[int, int], bounded: tuple[Number, Number, Number], derivative: Number
) -> Coordinate:
    """The label of one coordinate."""
    x, lower, upper = bounded
    below = 1 if lower is None else sign(context, x - lower)
    above = 1 if upper is None else sign(context, upper - x)
    inward = -1 if above == 0 else 1
    if below == 0 and above == 0:
        return Coordinate("fixed", 1)
    slope = sign(context, derivative)
    if slope * inward < 0 or (slope and below and above):
        raise NotStationary({"arc": arc(place[1], {place[0]: -slope})})
    if below and above:
        return Coordinate("free", inward)
    return Coordinate("nonnegative" if slope == 0 else "fixed", inward)


def arc(size: int, direction: dict[int, Any]) -> list[list[str]]:
    """The straight arc along a direction, in the kernel's notation."""
    return [[str(direction[i])] if direction.get(i) else [] for i in range(size)]
