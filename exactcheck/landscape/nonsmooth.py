"""Statements about sums of absolute values and maxima at a point: stationarity, derivatives, growth."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Function, Matrix, scalar
from ..exact.statement import Statement
from .kinked_functions import kinked_function
from .points import Point, as_point

infinity = "infinity"


def kinked_statement(kind: str, f: Any, at: Point, hints: dict[str, Any] | None = None, **fields: Any) -> Statement:
    """A statement about f at a point."""
    kinked = kinked_function(f)
    return Statement(kind, hints, smooth=kinked.smooth, pieces=kinked.pieces, at=place(kinked, at), **fields)


def place(f: Any, at: Any) -> Any:
    """A point or a direction of f; a dict gives the values by the variables or their names."""
    smooth = kinked_function(f).smooth
    return as_point(smooth, _in_order(smooth, at) if isinstance(at, Mapping) else at)


def _in_order(smooth: Function, values: Mapping[Any, Any]) -> tuple[Any, ...]:
    """The values of the variables."""
    names = [variable.arguments[0] for variable in smooth.variables]
    by_name = {str(variable): value for variable, value in values.items()}
    if sorted(by_name) != sorted(names) or len(by_name) < len(values):
        raise InputError(f"at: values of {', '.join(by_name)} where those of {', '.join(names)} were expected")
    return tuple(by_name[name] for name in names)


def stationary(f: Any, at: Point, *, multipliers: Sequence[Any] | None = None) -> Statement:
    """0 is a subgradient of f at the point (Frechet's, limiting or Clarke's: they are the same here).

    f is a function with kinks, a smooth function or a sympy expression with Abs and Max, as in all statements here; a
    point has one part for each variable, in order or as a dict.

    `multipliers` is a hint for points that are not rational: z_k in [-1, 1] for each absolute value, the sign of p_k
    where that is not zero, and for each maximum a list of weights t_lj >= 0 with the sum 1 for its members, 0 where a
    member is not the largest, with grad p_0 + sum_k w_k z_k grad p_k + sum_lj v_l t_lj grad p_lj = 0.

    Source: Rockafellar and Wets (1998), Theorem 10.6; Guan and So (2024), Definition 2.3.
    """
    return kinked_statement("stationarity", f, at, named_multipliers(f, multipliers), property="stationary")


def not_stationary(f: Any, at: Point, *, descent: Any = None) -> Statement:
    """0 is no subgradient of f at the point.

    `descent` is a hint for points that are not rational: a direction in which f falls to first order.
    """
    hints = {} if descent is None else {"direction": place(f, descent)}
    return kinked_statement("stationarity", f, at, hints, property="not stationary")


def second_order_stationary(f: Any, at: Point) -> Statement:
    """The point is stationary, and the second subderivative d2f(x; 0)(w) is >= 0 for all w.

    Source: Guan and So (2024), Definition 2.3.
    """
    return kinked_statement("stationarity", f, at, property="second-order stationary")


def not_second_order_stationary(f: Any, at: Point, *, along: Any = None) -> Statement:
    """The point is not stationary, or the second subderivative is negative in some direction.

    `along` is a hint: a direction to try.
    """
    hints = {} if along is None else {"direction": place(f, along)}
    return kinked_statement("stationarity", f, at, hints, property="not second-order stationary")


def named_multipliers(f: Any, multipliers: Sequence[Any] | None) -> dict[str, Any]:
    """The hint that names multipliers, if there is one."""
    if multipliers is None:
        return {}
    pieces = kinked_function(f).pieces
    if not isinstance(multipliers, Sequence) or len(multipliers) != len(pieces):
        count = len(multipliers) if isinstance(multipliers, Sequence) else repr(multipliers)
        raise InputError(f"multipliers: {count} numbers for {len(pieces)} pieces")
    return {"multipliers": tuple(_multiplier(piece, z) for (_, piece), z in zip(pieces, multipliers, strict=True))}


def _multiplier(piece: Any, value: Any) -> Any:
    """A number for an absolute value, a number for each member of a maximum."""
    if not isinstance(piece, tuple):
        return scalar(value, "multipliers")
    if not isinstance(value, (list, tuple)) or len(value) != len(piece):
        raise InputError(f"multipliers: {value!r} where a list of {len(piece)} weights for a maximum was expected")
    return tuple(scalar(weight, "multipliers") for weight in value)


@dataclass(frozen=True, eq=False)
class Along:
    """A derivative of f at a point along a direction, to be compared with a number."""

    kind: str
    f: Any
    at: Point
    along: Any
    hints: dict[str, Any] = field(default_factory=dict)

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
        direction = place(self.f, self.along)
        fields = {"along": direction, "relation": relation, "constant": number}
        return kinked_statement(self.kind, self.f, self.at, self.hints, **fields)

    __hash__ = object.__hash__


def directional_derivative(f: Any, at: Point, along: Any) -> Along:
    """df(x)(w) = lim (f(x + t w) - f(x)) / t over t -> 0+, to be compared with a number.

    Source: Guan and So (2024), section 2.1.
    """
    return Along("directional derivative", f, at, along)


def second_subderivative(
    f: Any, at: Point, along: Any, *, multipliers: Sequence[Any] | None = None, acceleration: Any = None
) -> Along:
    """d2f(x; 0)(w) = liminf (f(x + t w') - f(x)) / (t^2/2) over t -> 0+ and w' -> w, to be compared with a number or
    with `infinity`.

    For a smooth f with a zero gradient it is the Hessian form. It is infinity in directions in which f rises to first
    order, outside of the critical cone, and 0 along w = 0. At a point that is not stationary it is -infinity in all
    other directions, w = 0 included: then `< c` is proved for every number c.

    Two hints serve at points that are not rational. `multipliers` as for `stationary` bound the value from below by the
    Hessian form of p_0 + sum_k w_k z_k p_k + ...; `acceleration` is a y that bounds it from above by what f rises to
    second order along the arc x + t w + t^2/2 y.

    Source: Rockafellar and Wets (1998), Definition 13.3; Guan and So (2024), Definition 2.2.
    """
    hints = named_multipliers(f, multipliers)
    if acceleration is not None:
        hints["acceleration"] = place(f, acceleration)
    return Along("second subderivative", f, at, along, hints)


@dataclass(frozen=True, eq=False)
class Growth:
    """The largest c with df(x)(w) >= c ||w||_1 for all w, to be compared with a number."""

    f: Any
    at: Point
    hints: dict[str, Any]

    def __ge__(self, constant: Any) -> Statement:
        return self._statement(">=", constant)

    def __eq__(self, constant: object) -> Statement:  # type: ignore[override]
        return self._statement("=", constant)

    def _statement(self, relation: str, constant: Any) -> Statement:
        number = scalar(constant, "constant")
        if number.value is not None and number.value < 0:
            raise InputError(f"constant: {constant} is negative; a growth is >= 0, or there is none")
        return kinked_statement("first-order growth", self.f, self.at, self.hints, relation=relation, constant=number)

    __hash__ = object.__hash__


def first_order_growth(
    f: Any, at: Point, *, multipliers: Callable[[tuple[int, ...]], Sequence[Any]] | None = None, attained: Any = None
) -> Growth:
    """The largest c with df(x)(w) >= c ||w||_1 for all w, to be compared with a number >= 0.

    `>=` says that the bound holds with the number, `==` also that some w != 0 attains it.

    Two hints serve at points that are not rational. `multipliers` is a function of the vector e of signs, one for each
    coordinate, that gives multipliers as for `stationary` of a subgradient g with e_i g_i >= c for all i; `attained` is
    a direction that attains the constant.

    Source: Guan and So (2024), Proposition 3.4.
    """
    hints = {} if attained is None else {"attained": place(f, attained)}
    if multipliers is not None:
        corners = product((1, -1), repeat=sum(map(_coordinates, place(f, at))))
        hints["multipliers"] = tuple(named_multipliers(f, multipliers(e))["multipliers"] for e in corners)
    return Growth(f, at, hints)


def _coordinates(part: Any) -> int:
    """The number of coordinates of a part of a point, 1 for a scalar."""
    if not isinstance(part, Matrix):
        return 1
    rows, cols = part.shape
    if not isinstance(rows, int) or not isinstance(cols, int):
        raise InputError("at: multipliers for each vector of signs need a point of known size")
    return rows * cols
