"""Names that a reader of a statement could confuse: those of variables with letters, or with other variables.

The value of a statement does not depend on what its variables are called, but the sentence that is printed about it
does: in "all points with x >= 0 have y >= 0" each x must be the same coordinate, and no x a letter of the problem.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .expression import Environment, Function, letters_of
from .reading import require

Statement = dict[str, Any]


def require_distinct(expression: Any) -> None:
    """Reject a function, or a component, in which a variable has the name of a letter that occurs there."""
    if isinstance(expression, dict):
        if "letters" in expression:
            require_none_of(expression["letters"], expression)
        parts = list(expression.values())
    elif isinstance(expression, list):
        if len(expression) == 3 and expression[0] == "function":
            require_none_of(expression[1], expression[2])
        parts = expression
    else:
        return
    for part in parts:
        require_distinct(part)


def require_none_of(variables: Any, expression: Any) -> None:
    """Reject if one of the variables is the name of a letter in the expression."""
    names = {name for name in variables if isinstance(name, str)} if isinstance(variables, list) else set()
    both = names & letters_of(expression)
    require(not both, f"{sorted(both)} are names of variables and of letters")


def require_same_variables(definitions: Environment, statement: Statement) -> None:
    """Reject a statement about functions that call their variables differently; those of an outcome have others."""
    outcome = {"outcome": statement.get("outcome")}
    for fields in (outcome, {field: value for field, value in statement.items() if field not in outcome}):
        lists = {tuple(map(str, variables)) for variables in variable_lists(definitions, fields)}
        require(len(lists) <= 1, "functions of one statement that call their variables differently")


def variable_lists(definitions: Environment, value: Any) -> Iterator[list[str]]:
    """The variables of the functions in a field, not of those that occur within expressions."""
    if isinstance(value, dict):
        for part in value.values():
            yield from variable_lists(definitions, part)
    elif isinstance(value, list) and value and isinstance(value[0], str):
        if value[0] == "function" and len(value) == 3 and isinstance(value[1], list):
            yield value[1]
        elif value[0] == "name" and len(value) == 2 and isinstance(value[1], str):
            found = definitions.get(value[1])
            if isinstance(found, Function):
                yield found.variables
    elif isinstance(value, list):
        for part in value:
            yield from variable_lists(definitions, part)
