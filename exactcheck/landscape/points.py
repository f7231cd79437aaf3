"""Points and bounds of a function: one expression for each of its variables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Function, Matrix, Scalar, scalar

Point = Any


def as_point(function: Function, at: Point) -> tuple[Scalar | Matrix, ...]:
    """A point as one expression for each variable; a function of one variable takes the value itself."""
    if not isinstance(function, Function):
        kinks = "for one with kinks ask for stationary, directional_derivative, second_subderivative and the like"
        accepted = "a function made with `function` is accepted, and by value and hessian a polynomial of sympy"
        raise InputError(f"function: {function!r} is no smooth function; {accepted}; {kinks}")
    if len(function.variables) == 1 and not (isinstance(at, tuple) and len(at) == 1):
        return function.at((at,))
    if not isinstance(at, Sequence):
        raise InputError(f"at: a point has {len(function.variables)} parts")
    return function.at(tuple(at))


def as_bounds(function: Function, lower: Any, upper: Any) -> tuple[tuple[Scalar | None, Scalar | None], ...]:
    """The bounds of each variable: one number for all its entries, or None."""
    count = len(function.variables)
    lows, highs = ([side] * count if not isinstance(side, (tuple, list)) else list(side) for side in (lower, upper))
    if len(lows) != count or len(highs) != count:
        raise InputError(f"lower_bounds, upper_bounds: one bound, or one for each of the {count} variables")
    return tuple(
        (_bound(low, "lower_bounds"), _bound(high, "upper_bounds")) for low, high in zip(lows, highs, strict=True)
    )


def _bound(end: Any, argument: str) -> Scalar | None:
    return None if end is None else scalar(end, argument)


def count(variable: Scalar | Matrix) -> int | None:
    """The number of coordinates of a variable; None for a matrix of letter size."""
    if isinstance(variable, Scalar):
        return 1
    rows, cols = variable.shape
    return rows * cols if isinstance(rows, int) and isinstance(cols, int) else None
