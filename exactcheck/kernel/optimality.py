"""First- and second-order conditions for a minimum under bounds, from the definition of the objective.

The gradient and Hessian at the point are the coefficients of the objective evaluated on jets. With lower bounds l and
upper bounds u, a coordinate is

- "free" if l < x < u,
- "fixed" if it is at a bound and its derivative points strictly into the feasible set (or l = u),
- "nonnegative" (inward displacements only) if it is at a bound and its derivative is zero,

and first-order stationarity requires a zero derivative of free coordinates. The critical cone consists of the
displacements that these labels allow. A Hessian form that is positive on it (except at 0) makes the point a strict
local minimum (Nocedal and Wright, Theorem 12.6; second-order sufficient condition for linear constraints).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from typing import Any

from .copositivity import require_copositive
from .expression import SCALARS, Function
from .jet import Jet
from .matrix import Matrix, identity
from .polynomial import Polynomial, Scalar
from .problem import Problem
from .reading import array, require
from .setting import Setting

Bound = Scalar | None


@dataclass(frozen=True)
class Coordinate:
    """One entry of the point with its bounds."""

    value: Scalar
    lower: Bound
    upper: Bound


def coordinates(point: list[Any], bounds: Any) -> list[Coordinate]:
    """The entries of the arguments in order, row by row, with the bounds of the argument they belong to."""
    return [
        Coordinate(entry, lower, upper)
        for value, (lower, upper) in zip(point, bounds, strict=True)
        for entry in ([value[place] for place in places(value)] if isinstance(value, Matrix) else [value])
    ]


def places(matrix: Matrix) -> list[tuple[int, int]]:
    """The places of a matrix, row by row."""
    return [(i, j) for i in range(matrix.rows) for j in range(matrix.cols)]


def on_jets(point: list[Any]) -> list[Any]:
    """The arguments with a displacement added to every entry."""
    return displaced(point, lambda k: Jet(Fraction(0), {k: Fraction(1)}))


@dataclass(frozen=True)
class CriticalPoint:
    """A feasible first-order stationary point: the label and inward sign of each coordinate, and the Hessian."""

    problem: Problem
    labels: list[str]
    inward: list[int]
    hessian: Matrix

    def cone_form(self) -> tuple[Matrix, list[int]]:
        """The Hessian on the coordinates that may move, inward displacements positive, and which of these are free."""
        moving = [i for i, label in enumerate(self.labels) if label != "fixed"]
        turned = {(i, j): self.inward[i] * self.inward[j] * value for (i, j), value in self.hessian.entries.items()}
        form = Matrix(self.hessian.rows, self.hessian.cols, turned).restrict(moving)
        return form, [k for k, i in enumerate(moving) if self.labels[i] == "free"]

    def require_curvature(self, bound: Scalar, proof: Any) -> None:
        """Reject unless the Hessian form is at least bound * ||D||^2 on the critical cone."""
        form, free = self.cone_form()
        require_copositive(self.problem, form - bound * identity(form.rows), free, proof)

    def curvature(self, direction: Any) -> tuple[Scalar, Scalar]:
        """The Hessian form at a direction of the critical cone, and the squared norm of the direction."""
        d = [self.problem.scalar(value) for value in array(direction, len(self.labels))]
        for label, inward, value in zip(self.labels, self.inward, d, strict=True):
            require_allowed(self.problem.setting, label, inward * value)
        column = Matrix(len(d), 1, {(i, 0): value for i, value in enumerate(d)})
        return column.inner(self.hessian @ column), column.inner(column)


def require_allowed(setting: Setting, label: str, displacement: Scalar) -> None:
    """Reject unless an (inward) displacement lies in the critical cone."""
    if label == "fixed":
        require(setting.is_zero(displacement), "a direction that moves a fixed coordinate")
    elif label == "nonnegative":
        require(setting.is_nonnegative(displacement), "a direction that leaves the feasible set")


def critical_point(problem: Problem, function: Function, point: list[Any], bounds: list[Any]) -> CriticalPoint:
    """The labels and the Hessian; rejected unless the point is feasible and first-order stationary."""
    entries = coordinates(point, bounds)
    found = problem.call(function, on_jets(point))
    require(isinstance(found, SCALARS), "a function that is no scalar")
    value = Jet.of(found)
    pairs = [label(problem.setting, x, value.linear.get(i, Fraction(0))) for i, x in enumerate(entries)]
    hessian = Matrix(len(entries), len(entries), value.hessian())
    return CriticalPoint(problem, [pair[0] for pair in pairs], [pair[1] for pair in pairs], hessian)


def label(setting: Setting, x: Coordinate, derivative: Scalar) -> tuple[str, int]:
    """The label of a coordinate and the sign of its inward displacements."""
    below = None if x.lower is None else gap(setting, x.value - x.lower)
    above = None if x.upper is None else gap(setting, x.upper - x.value)
    if below == 0 and above == 0:
        return "fixed", 1
    inward = -1 if above == 0 else 1
    if below != 0 and above != 0:
        require(setting.is_zero(derivative), "a derivative along a free coordinate is not zero")
        return "free", inward
    if setting.is_zero(derivative):
        return "nonnegative", inward
    require(setting.is_positive(inward * derivative), "a derivative at a bound is not known to point inwards")
    return "fixed", inward


def gap(setting: Setting, distance: Scalar) -> int:
    """0 at a bound, 1 strictly inside; anything else is rejected."""
    if setting.is_zero(distance):
        return 0
    require(setting.is_positive(distance), "the point is not known to respect its bounds")
    return 1


def arc_increment(
    problem: Problem, function: Function, point: list[Any], bounds: list[Any], arc: Any
) -> tuple[int, Scalar]:
    """The first power of t in f(x(t)) - f(x(0)), with its coefficient, along a feasible polynomial arc from the point.

    The arc is given per coordinate by the coefficients of t, t^2, ...; it must move, and respect the bounds for small
    t > 0. (0, 0) if the objective is constant along the arc.
    """
    setting, step = problem.setting, problem.step()
    entries = coordinates(point, bounds)
    arcs = [[problem.scalar(value) for value in array(coefficients)] for coefficients in array(arc, len(entries))]
    moves = any(setting.is_positive(value) or setting.is_positive(-value) for series in arcs for value in series)
    require(moves, "an arc that is not known to move")
    for x, series in zip(entries, arcs, strict=True):
        require_feasible(setting, x, series)
    moved = displaced(point, lambda k: power_series(arcs[k], step))
    increment = Polynomial.of(problem.call(function, moved) - problem.call(function, point)).coefficients(step)
    leading = next((power for power in sorted(increment) if not setting.is_zero(increment[power])), 0)
    return leading, increment[leading] if leading else Fraction(0)


def require_feasible(setting: Setting, x: Coordinate, arc: list[Scalar]) -> None:
    """Reject unless the coordinate stays between its bounds for small t > 0."""
    for sign, bound in ((1, x.lower), (-1, x.upper)):
        if bound is not None:
            series = [sign * (x.value - bound), *(sign * value for value in arc)]
            leading = next((value for value in series if not setting.is_zero(value)), None)
            require(leading is None or setting.is_positive(leading), "an arc that may leave the feasible set")


def power_series(coefficients: list[Scalar], step: str) -> Polynomial:
    """sum_k coefficients_k t^(k+1)."""
    result = Polynomial()
    for k, value in enumerate(coefficients):
        result = result + value * Polynomial.letter(step, k + 1)
    return result


def displaced(point: list[Any], change: Callable[[int], Scalar]) -> list[Any]:
    """The point with change(k) added to its k-th entry, in the order of `coordinates`."""
    index = count()
    return [
        Matrix(value.rows, value.cols, {place: value[place] + change(next(index)) for place in places(value)})
        if isinstance(value, Matrix)
        else value + change(next(index))
        for value in point
    ]
