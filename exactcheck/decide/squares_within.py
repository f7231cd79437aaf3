"""Squares that occur in a function as it is written, such as those of the residuals of a loss: they are nonnegative."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from ..kernel.expression import Function

Expression = Any
MOST = 12


def squares_within(functions: list[Function]) -> list[Function]:
    """Functions whose squares, or even powers, occur in some functions; each once and not too many."""
    found = {str(root.body): root for function in functions for root in roots(function)}
    return list(islice(found.values(), MOST))


def roots(function: Function) -> Iterator[Function]:
    """Roots of the even powers of sums in the body of a function, and in those that it takes values of."""
    for body in bodies(function.body, function.scope):
        yield Function(function.variables, body, function.scope)


def bodies(expression: Expression, scope: dict[str, Any]) -> Iterator[Expression]:
    """The roots as expressions in the same variables."""
    if not isinstance(expression, list) or not expression:
        return
    operation, *parts = expression
    if operation == "^" and parts[1] > 0 and parts[1] % 2 == 0 and isinstance(parts[0], list):
        if parts[0][0] not in ("name", "letter"):
            yield parts[0] if parts[1] == 2 else ["^", parts[0], parts[1] // 2]
    elif operation in ("+", "-", "*"):
        for part in parts:
            yield from bodies(part, scope)
    elif operation == "value":
        callee, arguments = parts
        called = scope.get(callee[1]) if callee[0] == "name" else Function(callee[1], callee[2], scope)
        if isinstance(called, Function):
            for body in bodies(called.body, called.scope):
                yield ["value", ["function", called.variables, body], arguments]
