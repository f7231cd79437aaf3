"""Sums of squares that a function is written as: residuals of a loss, whose squares are expanded nowhere."""

from __future__ import annotations

from typing import Any

from ..kernel import Rejected
from ..kernel.reading import rational

Expression = Any
Terms = list[list[Expression]]


def squares_as_written(function: Expression, names: list[str]) -> Terms:
    """The pairs [coefficient, root] of a function that is written as a sum of squares and of numbers.

    Its variables become letters with these names. Empty if the function is written in another way.
    """
    if not isinstance(function, list) or function[0] != "function":
        return []
    renaming = dict(zip(function[1], names, strict=True))
    found: Terms = []
    for term in summands(function[2]):
        pair = square(term)
        if pair is None and not is_number(term):
            return []
        if pair is not None:
            found.append([pair[0], in_letters(pair[1], renaming)])
    return found


def summands(expression: Expression) -> list[Expression]:
    """The terms of nested sums."""
    if isinstance(expression, list) and expression[0] == "+":
        return [term for part in expression[1:] for term in summands(part)]
    return [expression]


def factors(expression: Expression) -> list[Expression]:
    """The factors of nested products."""
    if isinstance(expression, list) and expression[0] == "*":
        return [factor for part in expression[1:] for factor in factors(part)]
    return [expression]


def square(term: Expression) -> tuple[str, Expression] | None:
    """The coefficient and the root of a number times an even power."""
    numbers = [factor for factor in factors(term) if is_number(factor)]
    others = [factor for factor in factors(term) if not is_number(factor)]
    if len(others) != 1 or len(numbers) > 1 or others[0][0] != "^" or others[0][2] % 2 or others[0][2] <= 0:
        return None
    _, base, exponent = others[0]
    return "".join(numbers) or "1", ["^", base, exponent // 2]


def is_number(expression: Expression) -> bool:
    """True for a rational number."""
    try:
        rational(expression)
    except Rejected:
        return False
    return True


def in_letters(expression: Expression, renaming: dict[str, str]) -> Expression:
    """The expression with letters in the place of variables."""
    if not isinstance(expression, list):
        return expression
    if expression[0] == "name" and expression[1] in renaming:
        return ["letter", renaming[expression[1]]]
    return [in_letters(part, renaming) for part in expression]
