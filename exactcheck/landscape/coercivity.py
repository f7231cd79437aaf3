"""Coercivity: whether a polynomial tends to infinity as the norm of the point does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..exact.statement import Statement
from .regions import objective
from .search_hints import Hint, arc_of, of_one_number, search_hints


def coercive(
    f: Any,
    variables: Iterable[Any] | None = None,
    *,
    bound: Callable[..., Any] | None = None,
    power: int = 1,
    arc: Callable[..., Any] | None = None,
    squares: Hint = None,
    seconds: float = 20,
) -> Statement:
    """A polynomial tends to infinity as the norm of the point does: its sublevel sets are bounded.

    With letters in its coefficients it is to do so at all their values.

    Hints: a `bound` lambda t: b, which may contain letters, with ||x||^(2 power) <= b wherever f(x) <= t, and
    expressions whose `squares` may help; or an `arc` lambda s: (...) to infinity on which f stays below a number.

    >>> from exactcheck import verify_statements
    >>> from sympy.abc import x, y
    >>> verify_statements(coercive(x**2 - x * y + y**2 - 5 * x)).verdict
    'proved'
    >>> verify_statements(coercive((x * y - 1) ** 2)).verdict
    'refuted'

    Raises InputError for what is no polynomial.
    """
    function, coordinates = objective(f, variables)
    hints = search_hints(coordinates, squares, None, seconds)
    if bound is not None:
        hints["bound"] = of_one_number("bound", bound)
        hints["power"] = power
    if arc is not None:
        hints["arc"] = arc_of(arc, len(coordinates.numbers))
    return Statement("coercivity", hints, function=function)
