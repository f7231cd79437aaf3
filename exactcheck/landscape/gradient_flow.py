"""The gradient flow x' = -grad f(x): quantities that it conserves, and quantities that never rise along it."""

from __future__ import annotations

from typing import Any

from ..exact.expression import Function, Matrix
from ..exact.statement import Statement
from .regions import Coordinates, Region, objective
from .search_hints import ANY, Hint, conditions_of, search_hints


def conserved_quantity(
    f: Any,
    q: Any,
    *,
    where: Region | None = None,
    squares: Hint = None,
    cases: Hint = None,
    seconds: float = 20,
) -> Statement:
    """q is constant along every trajectory of x' = -grad f(x): -<grad f, grad q> = 0, each entry of a matrix.

    f is a function or a sympy expression; q may also be a Python function of the variables of f, whose value may be a
    matrix. With `where`, conditions as in `empty`, the derivative is zero at the points that satisfy them.

    >>> from exactcheck import function, norm_squared, verify_statements
    >>> f = function(lambda X, Y: norm_squared(X @ Y.T), X=(2, 1), Y=(2, 1))
    >>> verify_statements(conserved_quantity(f, lambda X, Y: X.T @ X - Y.T @ Y)).verdict
    'proved'
    """
    return _quantity(f, q, "=", where, (squares, cases, seconds))


def nonincreasing_quantity(
    f: Any,
    q: Any,
    *,
    where: Region | None = None,
    squares: Hint = None,
    cases: Hint = None,
    seconds: float = 20,
) -> Statement:
    """q never rises along a trajectory of x' = -grad f(x): -<grad f, grad q> <= 0, see `conserved_quantity`.

    >>> from exactcheck import verify_statements
    >>> from sympy.abc import x, y
    >>> verify_statements(nonincreasing_quantity(x**2 + y**4, x**2 + y**2)).verdict
    'proved'
    """
    return _quantity(f, q, "<=", where, (squares, cases, seconds))


def _quantity(f: Any, q: Any, relation: str, where: Region | None, hints: tuple[Hint, Hint, float]) -> Statement:
    function, coordinates = objective(f)
    conditions = () if where is None else conditions_of("where", coordinates, where, ANY)
    content = {"function": function, "quantity": _value(coordinates, q), "relation": relation}
    return Statement("flow quantity", search_hints(coordinates, *hints), **content, conditions=conditions)


def _value(coordinates: Coordinates, q: Any) -> Function:
    """The quantity as a function of the coordinates; its value may be a matrix."""
    if isinstance(q, Function) or not callable(q):
        return coordinates.value("q", q)
    found = q(*coordinates.parts)
    return coordinates.function(found) if isinstance(found, Matrix) else coordinates.value("q", found)
