"""Statements as tests in Python that the functions of `checks` decide; empty for those that they cannot decide."""

from __future__ import annotations

from collections.abc import Callable

from ...exact.expression import Matrix
from ...exact.statement import Statement
from .expression_code import Code


def assertion(statement: Statement, code: Code) -> str:
    """The test of a statement; empty if it is left to the certificate."""
    return TESTS[statement.kind](statement, code) if statement.kind in TESTS else ""


def _comparison(statement: Statement, code: Code) -> str:
    """A comparison of numbers, or an equation for all values of the letters; of matrices entry by entry."""
    left, right, relation = statement["left"], statement["right"], statement["relation"]
    if relation != "=" and code.open(statement):
        return ""
    difference = code.difference(left, right)
    if isinstance(left, Matrix):
        return f"all({_sign('entry', relation)} for entry in {difference})"
    return _sign(difference, relation)


def _sign(difference: str, relation: str) -> str:
    return f"expand({difference}) == 0" if relation == "=" else f"sign({difference}) {relation} 0"


def _minimum(statement: Statement, code: Code) -> str:
    """A strict local minimum, by sufficient conditions."""
    if statement["property"] != "strict local minimum" or code.open(statement):
        return ""
    at = ", ".join(map(code.of, statement["at"]))
    lower, upper = (
        ", ".join("None" if end is None else code.of(end) for end in ends)
        for ends in zip(*statement["bounds"], strict=True)
    )
    return f"is_strict_local_minimum({code.of(statement['function'])}, [{at}], lower=[{lower}], upper=[{upper}])"


def _isometry(statement: Statement, code: Code) -> str:
    """The constant of a named operator with one term, over all matrices."""
    operator, best = statement["operator"], statement["relation"] == "="
    name = code.names.get(id(operator))
    if name is None or operator.operation == "measurements" or len(operator.arguments[0]) != 1 or code.open(statement):
        return ""
    return f"is_isometry_constant({code.of(statement['constant'])}, {name}_v1, {name}_w1, best={best})"


def _copositivity(statement: Statement, code: Code) -> str:
    """Strict copositivity, some coordinates free."""
    if not statement["strict"] or code.open(statement):
        return ""
    return f"positive_on_cone({code.of(statement['matrix'])}, {list(statement['free'])})"


def _definiteness(statement: Statement, code: Code) -> str:
    """Positive definiteness: all coordinates are free."""
    matrix = statement["matrix"]
    if statement["property"] != "positive definite" or code.open(statement):
        return ""
    return f"positive_on_cone({code.of(matrix)}, range({matrix.rows}))"


TESTS: dict[str, Callable[[Statement, Code], str]] = {
    "comparison": _comparison,
    "minimum": _minimum,
    "isometry": _isometry,
    "copositivity": _copositivity,
    "definiteness": _definiteness,
}
