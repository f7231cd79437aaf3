"""Cells as text: {|x| <= 1, x + y = 0}, {(1, 2)}."""

from __future__ import annotations

from typing import Any

from flint import fmpq

from .expression import Function, Scalar, number
from .printing import TEXT, render

Fields = dict[str, tuple[Function, ...]]
# a variable, "<=" or ">=", and the number it is bounded by
Bound = tuple[Scalar, str, Scalar]


def cells(listed: tuple[Fields, ...]) -> str:
    """A union of cells."""
    return " and ".join(map(cell, listed)) or "none"


def cell(fields: Fields) -> str:
    """The conditions of a cell, or its only point."""
    zero, nonnegative = ([each.arguments[1] for each in fields[kind]] for kind in ("zero", "nonnegative"))
    variables: Any = fields["zero"][0].variables if zero else ()
    point = [value for x, body in zip(variables, zero, strict=False) if (value := root(x, body)) is not None]
    if not nonnegative and len(point) == len(zero) == len(variables) > 0:
        return f"{{({', '.join(render(value, TEXT) for value in point)})}}"
    conditions = [*inequalities(nonnegative), *(f"{render(body, TEXT)} = 0" for body in zero)]
    return f"{{{', '.join(conditions) or 'all points'}}}"


def inequalities(bodies: list[Scalar]) -> list[str]:
    """The conditions body >= 0, with x <= a and x >= -a as |x| <= a where they are neighbours."""
    words, previous = list[str](), None
    for body in bodies:
        found = bound(body)
        if found and previous and is_other_side(previous, found):
            x, _, a = previous
            words[-1], previous = f"|{render(x, TEXT)}| <= {render(a, TEXT)}", None
            continue
        words.append(" ".join((render(found[0], TEXT), found[1], render(found[2], TEXT))) if found else positive(body))
        previous = found
    return words


def positive(body: Scalar) -> str:
    """An inequality that is no bound of a variable."""
    return f"{render(body, TEXT)} >= 0"


def bound(body: Scalar) -> Bound | None:
    """The bound that body >= 0 is, as x <= a for a - x and x >= a for x - a."""
    left, right = body.arguments if body.operation == "+" else (number(fmpq(0)), body)
    if right.operation == "-" and right.arguments[0].operation == "variable":
        return right.arguments[0], "<=", left
    if body.operation == "variable" or (body.operation == "+" and left.operation == "variable"):
        x = body if body.operation == "variable" else left
        value = root(x, body)
        return None if value is None else (x, ">=", value)
    return None


def root(variable: Scalar, body: Scalar) -> Scalar | None:
    """The a of a body x - a."""
    if body is variable:
        return number(fmpq(0))
    return negative(body.arguments[1]) if body.operation == "+" and body.arguments[0] is variable else None


def negative(value: Scalar) -> Scalar:
    """The negative of an expression, without two signs."""
    return value.arguments[0] if value.operation == "-" else -value


def is_other_side(upper: Bound, lower: Bound) -> bool:
    """True for x <= a and x >= -a."""
    same = upper[0] is lower[0] and (upper[1], lower[1]) == ("<=", ">=")
    return same and render(upper[2], TEXT) == render(negative(lower[2]), TEXT)
