"""The expressions behind a result, rebuilt from its claim and parameters."""

from __future__ import annotations

from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Expression
from .result import Result
from .run import Built, build


def rebuilt(result: Result) -> Built:
    """The statements of the first run of a result that has fixed sizes, or of its first run."""
    if not result.outcomes:
        raise InputError(f"{result.claim.name}: there is no run to rebuild")
    runs = [
        build(result.claim, {name: value for name, value in outcome.parameters.items() if value != name})
        for outcome in result.outcomes
    ]
    return next((run for run in runs if not any("block" in item for item in run.declarations)), runs[0])


def rebuilt_as_sympy(result: Result) -> dict[str, Any]:
    """The named definitions, and the comparisons as "statement 1" and so on, as sympy objects.

    Raises InputError if all runs are of letter size.
    """
    from ..exact.to_sympy import to_sympy

    run = rebuilt(result)
    found = {name: to_sympy(value) for name, value in run.problem.definitions().items() if _has_value(value)}
    for number, statement in enumerate(run.statements, 1):
        if statement.kind == "comparison":
            found[f"statement {number}"] = to_sympy(statement)
    return found


def _has_value(value: Any) -> bool:
    """True for scalars, matrices and functions; operators have no sympy object of their own."""
    return isinstance(value, Expression) and value.operation not in (
        "low rank update",
        "measurements",
        "abstract operator",
    )
