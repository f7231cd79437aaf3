"""The named definitions of a claim at numbers, with their exact values."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from flint import fmpq

from ...claims.run import Built
from ...exact.errors import InputError
from ...exact.evaluation import Evaluator, Form, Update
from ...exact.expression import Expression
from ...exact.values import SparseMatrix, added
from .numbers import Tree, Trees

Rows = list[list[Tree]]
OPERATORS = ("low rank update", "quadratic form", "measurements")


class Definitions:
    """The named definitions in the order in which they are needed, and values of expressions.

    Raises InputError for matrices of letter size, which have no entries.
    """

    def __init__(self, built: Built) -> None:
        if any("block" in item for item in built.declarations):
            raise InputError(f"{built.claim.name}: matrices of letter size have no entries; give the sizes")
        self.built = built
        self.evaluator = Evaluator(built.problem.letters, built.problem.name_of)
        self.trees = Trees(self.evaluator)

    @cached_property
    def named(self) -> dict[str, Expression]:
        """The definitions by name."""
        return self.built.problem.definitions()

    @cached_property
    def names(self) -> dict[int, str]:
        """The names of definitions, by the identity of their expressions."""
        return {id(expression): name for name, expression in self.named.items()}

    @property
    def free_letters(self) -> list[str]:
        """The letters that are not fixed: coordinates of arbitrary points, and parameters without a value."""
        return [name for name, letter in self.built.problem.letters.items() if letter.role]

    def scalar(self, expression: Expression) -> Tree:
        """The value of a scalar."""
        return self.trees.of(self.evaluator.number(expression))

    def rows(self, expression: Expression) -> Rows:
        """The entries of a matrix, row by row."""
        return self.rows_of(self.evaluator.matrix(expression))

    def rows_of(self, matrix: SparseMatrix) -> Rows:
        """The entries of a value."""
        known: dict[int, Tree] = {}
        rows: Rows = [["0"] * matrix.shape[1] for _ in range(matrix.shape[0])]
        for (i, j), value in matrix.entries().items():
            if id(value) not in known:
                known[id(value)] = self.trees.of(value)
            rows[i][j] = known[id(value)]
        return rows

    def operator(self, expression: Expression) -> Any:
        """The value of an operator: an update of the identity, a form, or measurements."""
        return self.evaluator.number(expression)


def gram_terms(operator: Update | Form) -> list[tuple[SparseMatrix, SparseMatrix]]:
    """The pairs (v_k, w_k) with A^T A(X) = X + sum_k <v_k, X> w_k + <w_k, X> v_k.

    For A(X) = X + sum_k <v_k, X> u_k these are w_j = u_j + 1/2 sum_k <u_j, u_k> v_k.
    """
    if isinstance(operator, Form):
        return list(operator.terms)
    return [
        (v, added(u, [(fmpq(1, 2) * u.inner(other), right) for other, right in operator.terms]))
        for u, v in operator.terms
    ]
