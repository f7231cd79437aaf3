"""Statements that are decided by cases."""

from __future__ import annotations

from typing import Any

from ..exact.errors import InputError
from ..exact.expression import scalar
from ..exact.statement import Statement


def by_cases(statement: Statement, *expressions: Any) -> Statement:
    """The same statement, to be decided for the signs of these expressions one after the other.

    The expressions are a hint and no part of what is stated: where a case needs no further split, there is none.

    >>> from exactcheck import point, verify_statements
    >>> x, y = point("x"), point("y")
    >>> verify_statements(x**4 / y + y**3 >= x**3, assuming=[x >= 0, y > 0]).verdict
    'undecided'
    >>> verify_statements(by_cases(x**4 / y + y**3 >= x**3, x - y), assuming=[x >= 0, y > 0]).verdict
    'proved'

    Raises InputError for what is no statement, and without an expression.
    """
    if not isinstance(statement, Statement):
        raise InputError(f"statement: {statement!r} is no statement")
    if not expressions:
        raise InputError("expressions: none is given whose sign makes the cases")
    cases = tuple(scalar(expression, "expressions") for expression in expressions)
    return Statement(statement.kind, {**statement.hints, "cases": cases}, **statement.fields)
