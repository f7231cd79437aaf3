"""The exponential function, the logarithm, the hyperbolic tangent and the sigmoid of expressions.

Their values are no algebraic numbers, so that only some statements may contain them: comparisons on a box.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .errors import InputError
from .expression import Expression, Scalar, scalar
from .letters import Letter
from .statement import Statement

ELEMENTARY = ("exp", "log", "tanh", "sigmoid")
ADMITTING = ("comparison on a box",)


def exp(x: Any) -> Scalar:
    """The exponential function.

    >>> from exactcheck import point
    >>> 1 + exp(2 * point("w"))
    1 + exp(2 w)
    """
    return Scalar("exp", scalar(x, "x"))


def log(x: Any) -> Scalar:
    """The natural logarithm.

    Raises InputError for a number that is not positive.
    """
    argument = scalar(x, "x")
    if argument.value is not None and argument.value <= 0:
        raise InputError(f"x: {argument.value} has no logarithm, which positive numbers have")
    return Scalar("log", argument)


def tanh(x: Any) -> Scalar:
    """The hyperbolic tangent, (exp(x) - exp(-x)) / (exp(x) + exp(-x))."""
    return Scalar("tanh", scalar(x, "x"))


def sigmoid(x: Any) -> Scalar:
    """The logistic sigmoid, 1 / (1 + exp(-x))."""
    return Scalar("sigmoid", scalar(x, "x"))


def elementary_in(value: Any) -> Iterator[Scalar]:
    """The elementary functions that occur in an expression or in the fields of a statement, in functions too."""
    return (part for part in parts_of(value) if isinstance(part, Scalar) and part.operation in ELEMENTARY)


def parts_of(value: Any) -> Iterator[Expression]:
    """An expression, or those in lists and fields, with all of their parts; definitions of letters are none."""
    seen, waiting = set(), [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            waiting.extend(part.values())
        elif isinstance(part, (tuple, list)):
            waiting.extend(reversed(part))
        elif isinstance(part, Expression) and id(part) not in seen:
            seen.add(id(part))
            yield part
            waiting.extend(reversed(part.arguments))


def definition_of(letter: Letter) -> list[Scalar]:
    """The expressions that a root or a minimum is defined by."""
    return [part for part in (letter.square, *(letter.minimum or ())) if part is not None]


def elementary_in_roots(value: Any) -> Iterator[Scalar]:
    """The elementary functions in the definitions of the roots and minima that occur."""
    for part in parts_of(value):
        if part.operation == "letter":
            definition = definition_of(part.arguments[0])
            yield from elementary_in(definition)
            yield from elementary_in_roots(definition)


def require_algebraic(statement: Statement) -> None:
    """Raise InputError for a statement with an elementary function where it must not have one."""
    inside = next(elementary_in_roots(statement.fields), None)
    if inside is not None:
        raise InputError(
            f"({statement!r}) contains a root or a minimum of {inside!r}; the root of exp(x) is exp(x / 2)"
        )
    found = next(elementary_in(statement.fields), None)
    if found is not None and statement.kind not in ADMITTING:
        raise InputError(
            f"({statement!r}) contains {found!r}, which is no algebraic number; compare on_box(f, {{x: (a, b)}}) with "
            "a number, or for all real values write for_all_reals(left >= right)"
        )
