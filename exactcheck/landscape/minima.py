"""Critical points and local minima of a function under bounds, its critical cone and its curvature there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Function, Scalar, scalar
from ..exact.statement import Statement
from .kinked_points import critical_directions, kinked_minimum
from .points import Point, as_bounds, as_point, count
from .polynomials import smooth_function
from .size_hints import Parts, size_hints


def value(function: Any, at: Point, variables: Iterable[Any] | None = None) -> Scalar:
    """The value of the function, or of a polynomial of sympy, at a point.

    The coordinates are those of `variables`, by default of the free symbols sorted by name.

    >>> from sympy.abc import x, y
    >>> from exactcheck import verify_statements
    >>> verify_statements(value(x**2 - y, at=(3, 4)) == 5).verdict
    'proved'
    """
    smooth: Function = smooth_function(function, variables)
    return smooth(*as_point(smooth, at))


def _statement(kind: str, function: Function, at: Point, bounds: tuple[Any, Any], **fields: Any) -> Statement:
    hints = fields.pop("hints", {})
    place = {"at": as_point(function, at), "bounds": as_bounds(function, *bounds)}
    return Statement(kind, hints, function=function, **place, **fields)


def strict_local_minimum(
    function: Any,
    at: Point,
    lower_bounds: Any = None,
    upper_bounds: Any = None,
    *,
    margin: Any = None,
    squares: Parts | None = None,
    traces: Parts | None = None,
) -> Statement:
    """The point is a strict local minimum of the function under the bounds, of one with kinks without any.

    `margin`, `squares` and `traces` are hints for matrices of letter size, see `size_hints`: the Hessian form on the
    critical cone less margin * ||D||^2 is a sum of these and of terms that are visibly nonnegative.
    """
    if not isinstance(function, Function):
        if (margin, squares, traces) != (None, None, None):
            raise InputError("margin, squares, traces: hints for matrices of letter size, not for functions with kinks")
        return kinked_minimum("strict local minimum", function, at, (lower_bounds, upper_bounds))
    hints = size_hints(function, squares, traces, margin)
    return _statement(
        "minimum", function, at, (lower_bounds, upper_bounds), hints=hints, property="strict local minimum"
    )


def local_minimum(function: Any, at: Point, lower_bounds: Any = None, upper_bounds: Any = None) -> Statement:
    """The point is a local minimum of the function under the bounds, of one with kinks without any."""
    if not isinstance(function, Function):
        return kinked_minimum("local minimum", function, at, (lower_bounds, upper_bounds))
    return _statement("minimum", function, at, (lower_bounds, upper_bounds), property="local minimum")


def not_a_local_minimum(function: Any, at: Point, lower_bounds: Any = None, upper_bounds: Any = None) -> Statement:
    """The point is no local minimum of the function under the bounds, of one with kinks without any."""
    if not isinstance(function, Function):
        return kinked_minimum("not a local minimum", function, at, (lower_bounds, upper_bounds))
    return _statement("minimum", function, at, (lower_bounds, upper_bounds), property="not a local minimum")


def second_order_critical_point(
    function: Function,
    at: Point,
    lower_bounds: Any = None,
    upper_bounds: Any = None,
    *,
    squares: Parts | None = None,
    traces: Parts | None = None,
) -> Statement:
    """The point is first-order critical, and the Hessian form is nonnegative on the critical cone.

    `squares` and `traces` are hints for matrices of letter size, see `size_hints`.

    Source: Zhang (2025), conditions (6) and (8).
    """
    hints = size_hints(function, squares, traces)
    return _statement(
        "minimum", function, at, (lower_bounds, upper_bounds), hints=hints, property="second-order critical point"
    )


def first_order_critical_point(
    function: Function, at: Point, lower_bounds: Any = None, upper_bounds: Any = None
) -> Statement:
    """The point is feasible, and no feasible direction descends to first order.

    Source: Zhang (2025), condition (6) for the bounds U >= 0.
    """
    return _statement("minimum", function, at, (lower_bounds, upper_bounds), property="first-order critical point")


LABELS = ("free", "nonnegative", "fixed")


def critical_cone(
    function: Any,
    at: Point,
    labels: Any,
    lower_bounds: Any = None,
    upper_bounds: Any = None,
    *,
    multipliers: Sequence[Any] | None = None,
) -> Statement:
    """The critical cone at the point has these labels: "free", "nonnegative" or "fixed" for each coordinate in order.

    For a function with kinks: the point is stationary, and the cone is {w : df(x)(w) = 0}. There "nonpositive" is a
    label too, and a `cone` may stand for the labels. `multipliers` is a hint for points in letters, see `stationary`.

    Of letter size, labels[k] lists [row block, column block, labels] for the blocks of variable k, a square block
    having one label for its diagonal and one for its off-diagonal entries.

    Source: Zhang (2025), section 2.1, below (7); Guan and So (2024), Proposition 3.6.
    """
    if not isinstance(function, Function):
        return critical_directions(function, at, labels, (lower_bounds, upper_bounds), multipliers)
    if multipliers is not None:
        raise InputError("multipliers: a hint for functions with kinks")
    if not isinstance(labels, (list, tuple)) or not all(label in LABELS for label in _words(labels)):
        raise InputError(f"labels: a list of {', '.join(LABELS)}, one for each coordinate, not {labels!r}")
    sizes = [count(variable) for variable in function.variables]
    if None not in sizes and len(labels) != sum(filter(None, sizes)):
        raise InputError(f"labels: {len(labels)} labels for {sum(filter(None, sizes))} coordinates")
    return _statement("critical cone", function, at, (lower_bounds, upper_bounds), labels=labels)


def _words(labels: Any) -> Iterator[Any]:
    """The labels in nested lists, block numbers left out."""
    for label in labels:
        if isinstance(label, (list, tuple)):
            yield from _words(label)
        elif not isinstance(label, int) or isinstance(label, bool):
            yield label


@dataclass(frozen=True, eq=False)
class Curvature:
    """The least value of the Hessian form on unit vectors of the critical cone, to be compared with a number."""

    function: Function
    at: Point
    bounds: tuple[Any, Any]
    hints: dict[str, Any]

    def __ge__(self, constant: Any) -> Statement:
        return self._statement(">=", constant)

    def __eq__(self, constant: object) -> Statement:  # type: ignore[override]
        return self._statement("=", constant)

    def _statement(self, relation: str, constant: Any) -> Statement:
        number = scalar(constant, "constant")
        return _statement(
            "curvature", self.function, self.at, self.bounds, hints=self.hints, relation=relation, constant=number
        )

    __hash__ = object.__hash__


def curvature(
    function: Function,
    at: Point,
    lower_bounds: Any = None,
    upper_bounds: Any = None,
    *,
    witnesses: Sequence[Any] = (),
    squares: Parts | None = None,
    traces: Parts | None = None,
) -> Curvature:
    """The least curvature of the function on the critical cone at a point, to be compared with a number.

    `>=` says that the form is at least the number times ||D||^2, `==` also that a direction attains it. Matrices of
    letter size need hints: `witnesses` names directions of which one attains it whatever the letters are, `squares` and
    `traces` what the form less the bound consists of, see `size_hints`.
    """
    hints = size_hints(function, squares, traces)
    hints["witnesses"] = tuple(as_point(function, witness) for witness in witnesses)
    return Curvature(function, at, (lower_bounds, upper_bounds), hints)
