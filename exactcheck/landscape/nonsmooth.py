"""Statements about a sum of absolute values at a point: stationarity, derivatives along directions, growth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import scalar
from ..exact.statement import Statement
from .absolute_values import SumOfAbsoluteValues
from .minima import Point, as_point

infinity = "infinity"


def _statement(
    kind: str, f: SumOfAbsoluteValues, at: Point, hints: dict[str, Any] | None = None, **fields: Any
) -> Statement:
    point = _place(f, at)
    return Statement(kind, hints, smooth=f.smooth, pieces=f.pieces, at=point, **fields)


def _place(f: SumOfAbsoluteValues, at: Any) -> Any:
    """A point or a direction of f."""
    if not isinstance(f, SumOfAbsoluteValues):
        raise InputError(f"f: {f!r} is no sum of absolute values; make one with sum_of_absolute_values(smooth, pieces)")
    return as_point(f.smooth, at)


def stationary(f: SumOfAbsoluteValues, at: Point, *, multipliers: Sequence[Any] | None = None) -> Statement:
    """0 is a subgradient of f at the point (Frechet's, limiting or Clarke's: they are the same here).

    `multipliers` is a hint for points that are not rational: z_k in [-1, 1] for each piece, the sign of p_k where that
    is not zero, with grad p_0 + sum_k w_k z_k grad p_k = 0.

    Source: Rockafellar and Wets (1998), Theorem 10.6; Guan and So (2024), Definition 2.3.
    """
    return _statement("stationarity", f, at, _multipliers(f, multipliers), property="stationary")


def not_stationary(f: SumOfAbsoluteValues, at: Point, *, descent: Any = None) -> Statement:
    """0 is no subgradient of f at the point.

    `descent` is a hint for points that are not rational: a direction in which f falls to first order.
    """
    hints = {} if descent is None else {"direction": _place(f, descent)}
    return _statement("stationarity", f, at, hints, property="not stationary")


def second_order_stationary(f: SumOfAbsoluteValues, at: Point) -> Statement:
    """The point is stationary, and the second subderivative d2f(x; 0)(w) is >= 0 for all w.

    Source: Guan and So (2024), Definition 2.3.
    """
    return _statement("stationarity", f, at, property="second-order stationary")


def not_second_order_stationary(f: SumOfAbsoluteValues, at: Point, *, along: Any = None) -> Statement:
    """The point is not stationary, or the second subderivative is negative in some direction.

    `along` is a hint: a direction to try.
    """
    hints = {} if along is None else {"direction": _place(f, along)}
    return _statement("stationarity", f, at, hints, property="not second-order stationary")


def _multipliers(f: SumOfAbsoluteValues, multipliers: Sequence[Any] | None) -> dict[str, Any]:
    if multipliers is None:
        return {}
    if len(multipliers) != len(f.pieces):
        raise InputError(f"multipliers: {len(multipliers)} numbers for {len(f.pieces)} pieces")
    return {"multipliers": tuple(scalar(value, "multipliers") for value in multipliers)}


@dataclass(frozen=True, eq=False)
class Along:
    """A derivative of f at a point along a direction, to be compared with a number."""

    kind: str
    f: SumOfAbsoluteValues
    at: Point
    along: Any

    def __eq__(self, constant: object) -> Statement:  # type: ignore[override]
        return self._statement("=", constant)

    def __ge__(self, constant: Any) -> Statement:
        return self._statement(">=", constant)

    def __gt__(self, constant: Any) -> Statement:
        return self._statement(">", constant)

    def __le__(self, constant: Any) -> Statement:
        return self._statement("<=", constant)

    def __lt__(self, constant: Any) -> Statement:
        return self._statement("<", constant)

    def _statement(self, relation: str, constant: Any) -> Statement:
        infinite = self.kind == "second subderivative" and isinstance(constant, str) and constant == infinity
        number = infinity if infinite else scalar(constant, "constant")
        direction = _place(self.f, self.along)
        return _statement(self.kind, self.f, self.at, along=direction, relation=relation, constant=number)

    __hash__ = object.__hash__


def directional_derivative(f: SumOfAbsoluteValues, at: Point, along: Any) -> Along:
    """df(x)(w) = lim (f(x + t w) - f(x)) / t over t -> 0+, to be compared with a number.

    Source: Guan and So (2024), section 2.1.
    """
    return Along("directional derivative", f, at, along)


def second_subderivative(f: SumOfAbsoluteValues, at: Point, along: Any) -> Along:
    """d2f(x; 0)(w) = liminf (f(x + t w') - f(x)) / (t^2/2) over t -> 0+ and w' -> w, to be compared with a number or
    with `infinity`.

    For a smooth f with a zero gradient it is the Hessian form. Where the point is not stationary it is infinite.

    Source: Rockafellar and Wets (1998), Definition 13.3; Guan and So (2024), Definition 2.2.
    """
    return Along("second subderivative", f, at, along)


@dataclass(frozen=True, eq=False)
class Growth:
    """The largest c with df(x)(w) >= c ||w||_1 for all w, to be compared with a number."""

    f: SumOfAbsoluteValues
    at: Point

    def __ge__(self, constant: Any) -> Statement:
        return self._statement(">=", constant)

    def __eq__(self, constant: object) -> Statement:  # type: ignore[override]
        return self._statement("=", constant)

    def _statement(self, relation: str, constant: Any) -> Statement:
        number = scalar(constant, "constant")
        if number.value is not None and number.value < 0:
            raise InputError(f"constant: {constant} is negative; a growth is >= 0, or there is none")
        return _statement("first-order growth", self.f, self.at, relation=relation, constant=number)

    __hash__ = object.__hash__


def first_order_growth(f: SumOfAbsoluteValues, at: Point) -> Growth:
    """The largest c with df(x)(w) >= c ||w||_1 for all w, to be compared with a number >= 0.

    `>=` says that the bound holds with the number, `==` also that some w != 0 attains it.

    Source: Guan and So (2024), Proposition 3.4.
    """
    return Growth(f, at)
