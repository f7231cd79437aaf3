"""Scalars that are sums of squares as they are written: positive multiples of ||X||^2 and of even powers."""

from __future__ import annotations

from typing import Any

from flint import fmpq

from ..exact.expression import Expression, Function, Matrix, Scalar, number
from ..exact.statement import Statement
from .context import Context

Squares = list[tuple[fmpq, Expression]]


def visible_squares(context: Context, statement: Statement) -> Any:
    """The proof that left >= right, or None: one side is 0, the other one a sum of squares."""
    left, right = statement["left"], statement["right"]
    if isinstance(left, Matrix) or statement["relation"] not in (">=", "<="):
        return None
    large, small = (left, right) if statement["relation"] == ">=" else (right, left)
    squares = None if small.value != 0 else summands(large)
    if squares is None:
        return None
    return {"squares": [[str(weight), context.problem.write(expression)] for weight, expression in squares]}


def summands(node: Scalar) -> Squares | None:
    """The squares that a scalar consists of, or None."""
    if node.operation == "value":
        function: Function = node.arguments[0]
        values = {id(v): part for v, part in zip(function.variables, node.arguments[1], strict=True)}
        return summands(replaced(function.arguments[1], values))
    if node.operation == "inner" and node.arguments[0] is node.arguments[1]:
        return [(fmpq(1), node.arguments[0])]
    if node.operation == "^" and node.arguments[1] > 0 and node.arguments[1] % 2 == 0:
        return [(fmpq(1), node.arguments[0] ** (node.arguments[1] // 2))]
    if node.operation == "*" and node.arguments[0].value is not None and node.arguments[0].value > 0:
        return scaled(node.arguments[0].value, summands(node.arguments[1]))
    if node.operation == "+":
        parts = [summands(part) for part in node.arguments]
        return None if None in parts else [square for part in parts if part is not None for square in part]
    if node.value is not None and node.value > 0:
        return [(node.value, number(fmpq(1)))]
    return None


def scaled(weight: fmpq, squares: Squares | None) -> Squares | None:
    """A positive multiple of a sum of squares."""
    return None if squares is None else [(weight * coefficient, expression) for coefficient, expression in squares]


def replaced(node: Any, values: dict[int, Expression]) -> Any:
    """The expression with the variables of a function replaced by values; equal parts stay one object."""
    seen: dict[int, Any] = {}

    def visit(part: Any) -> Any:
        if isinstance(part, tuple):
            return tuple(map(visit, part))
        if not isinstance(part, Expression) or part.operation == "function":
            return part
        if id(part) not in seen:
            seen[id(part)] = values[id(part)] if id(part) in values else rebuilt(part, list(map(visit, part.arguments)))
        return seen[id(part)]

    return visit(node)


def rebuilt(part: Expression, arguments: list[Any]) -> Expression:
    """The same operation on other arguments; the node itself if nothing has changed."""
    if all(new is old for new, old in zip(arguments, part.arguments, strict=True)):
        return part
    copy = object.__new__(type(part))
    for slot in ("rows", "cols"):
        if hasattr(part, slot):
            object.__setattr__(copy, slot, getattr(part, slot))
    copy.operation, copy.arguments, copy.name = part.operation, tuple(arguments), None
    return copy
