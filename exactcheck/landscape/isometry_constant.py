"""Restricted isometry constants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Matrix, Operator, Scalar, scalar
from ..exact.statement import Statement


@dataclass(frozen=True, eq=False)
class IsometryConstant:
    """The least c >= 0 with (1 - c) ||X||^2 <= ||A(X)||^2 <= (1 + c) ||X||^2 for all X of rank at most k.

    Compare it with a number to make a statement: `<=` says that the bounds hold with the number, `==` also that no
    smaller number will do.
    """

    operator: Operator
    rank: Scalar
    witness: tuple[Matrix, Matrix] | None = None

    def __le__(self, constant: Any) -> Statement:
        return self._statement("<=", constant)

    def __eq__(self, constant: object) -> Statement:  # type: ignore[override]
        return self._statement("=", constant)

    def _statement(self, relation: str, constant: Any) -> Statement:
        hints = {"witness": self.witness} if self.witness else {}
        number = scalar(constant, "constant")
        return Statement("isometry", hints, operator=self.operator, rank=self.rank, relation=relation, constant=number)

    __hash__ = object.__hash__


def rip_constant(operator: Operator, rank: Any, witness: tuple[Matrix, Matrix] | None = None) -> IsometryConstant:
    """The restricted isometry constant of an operator at a rank, to be compared with a number.

    `witness` may name factors L, R of a matrix L R^T of that rank at which a bound is attained; without it one is
    sought.

    Raises InputError for a number that is no rank.

    Source: Zhang (2025), (RIP) in section 1.1.
    """
    number = scalar(rank, "rank")
    if number.value is not None and (number.value.q != 1 or number.value < 0):
        raise InputError(f"rank: {number.value} is not an integer >= 0")
    return IsometryConstant(operator, number, witness)
