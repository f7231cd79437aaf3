"""The restricted isometry property, decided on all matrices of the space.

A(X) = X + sum_k <v_k, X> u_k differs from the identity on the span of the u_k and v_k only, so that two small matrices
decide; explicit measurements need A^T A in full. The bounds for all X imply those for low rank; the converse fails, so
that a violation counts only at a matrix of the rank.
"""

from __future__ import annotations

from typing import Any

from flint import fmpq, fmpq_mat

from ..exact.evaluation import Evaluator, Form, Measured, Unevaluated, Update
from ..exact.ring import Number
from ..exact.statement import Statement
from ..exact.values import BlockConstant, SparseMatrix
from .congruence import Congruence, Row, congruence
from .context import Context
from .decision import Decision, proved, refuted, undecided

Forms = tuple[SparseMatrix, SparseMatrix]


def decide_isometry(context: Context, statement: Statement) -> Decision:
    """(1 - c) ||X||^2 <= ||A(X)||^2 <= (1 + c) ||X||^2 for rank X <= k; with "=" also that no smaller c will do.

    Complete where the rank is not a restriction; otherwise undecided if the bounds fail only at matrices of higher
    rank.
    """
    try:
        question = Isometry(context, statement)
    except Unevaluated:
        return undecided("the isometry property of an operator without a value")
    if not context.is_nonnegative(question.constant):
        return undecided("the constant is not known to be nonnegative")
    sides = [congruence(context, form) for form in question.forms()]
    upper, lower = sides
    if upper is None or lower is None:
        return undecided("the sign of a pivot over letters is open")
    for side, found in (("upper", upper), ("lower", lower)):
        for row in found.rows_of_sign(-1):
            witness = question.factors(row)
            if witness is not None:
                return refuted({"side": side, "violated": witness})
    if -1 in upper.signs + lower.signs:
        return undecided("the bounds fail, but perhaps only at matrices of higher rank")
    bound = {"upper": upper.write(context), "lower": lower.write(context)}
    return proved(bound) if statement["relation"] == "<=" else question.best(bound, upper, lower)


class Isometry:
    """One question about an operator with a value."""

    def __init__(self, context: Context, statement: Statement) -> None:
        self.context, self.statement = context, statement
        self.evaluator: Evaluator = context.evaluator
        self.operator: Update | Form | Measured = self.evaluator.number(statement["operator"])
        self.constant: Number = self.evaluator.number(statement["constant"])
        self.rank: Number = self.evaluator.number(statement["rank"])

    def forms(self) -> Forms:
        """What must be semidefinite for the upper and for the lower bound."""
        if isinstance(self.operator, Update | Form):
            gram, change = self._span_forms(
                [pair[0] for pair in self.operator.terms], [p[1] for p in self.operator.terms]
            )
            return self.constant * gram + fmpq(-1) * change, self.constant * gram + change
        form, one = full_form(self.operator)
        return (1 + self.constant) * one + fmpq(-1) * form, form + (self.constant - 1) * one

    def _span_forms(self, u: list[Any], v: list[Any]) -> Forms:
        """The Gram matrix G of the u and v, and G K G for the change K of the form in their span."""
        vectors, size = u + v, len(u)
        shape = (2 * size, 2 * size)
        gram = SparseMatrix.of(
            shape, {(i, j): a.inner(b) for i, a in enumerate(vectors) for j, b in enumerate(vectors)}
        )
        middle = {(i, (i + size) % (2 * size)): fmpq(1) for i in range(2 * size)}
        if isinstance(self.operator, Update):
            middle |= {(size + i, size + j): gram[i, j] for i in range(size) for j in range(size)}
        return gram, gram @ SparseMatrix.of(shape, middle) @ gram

    def best(self, bound: Any, upper: Congruence, lower: Congruence) -> Decision:
        """Whether a matrix of the rank attains one of the bounds."""
        given = self.statement.hints.get("witness")
        for side, found in (("upper", upper), ("lower", lower)):
            candidates = [self.factors(row) for row in found.rows_of_sign(0)]
            if given is not None:
                candidates.append(self.context.problem.write(given))
            for witness in candidates:
                proof = {"bound": bound, "side": side, "attained": witness}
                if witness is not None and not self.context.accepts(self.statement, "proved", proof):
                    return proved(proof)
        return self.smaller()

    def smaller(self) -> Decision:
        """A smaller constant that still works, if halving the distance to zero finds one."""
        if not isinstance(self.constant, fmpq):
            return undecided("whether the constant is attained is open")
        for k in (1, 8, 64, 10**6):
            constant = self.constant * fmpq(k, k + 1)
            found = [congruence(self.context, form) for form in self._with(constant).forms()]
            if all(side is not None and -1 not in side.signs for side in found):
                written = [side.write(self.context) for side in found if side is not None]
                return refuted({"smaller": str(constant), "bound": {"upper": written[0], "lower": written[1]}})
        return undecided("whether the constant is attained at the rank is open")

    def _with(self, constant: fmpq) -> Isometry:
        other = object.__new__(Isometry)
        other.__dict__.update(self.__dict__, constant=constant)
        return other

    def factors(self, row: Row) -> Any:
        """Factors L, R of the matrix X that a row of the congruence stands for, X = L R^T with at most rank columns."""
        if isinstance(self.operator, Measured):
            shape = self.operator.rows[0].shape
            x = SparseMatrix.of(shape, {divmod(k, shape[1]): value for k, value in row.items()})
            return self._written(*rank_factors(x), within=self.rank)
        return self._span_factors(row)

    def _span_factors(self, row: Row) -> Any:
        """X = sum_k y_k w_k in the span of the u and v, with the rows (or columns) that it uses as one factor."""
        node = self.statement["operator"].arguments[0]
        expressions = [u for u, _ in node] + [v for _, v in node]
        matrices = [self.evaluator.number(e) for e in expressions]
        x = None
        for k, weight in row.items():
            x = weight * matrices[k] if x is None else x + weight * matrices[k]
        if isinstance(x, SparseMatrix) and all(isinstance(v, fmpq) for v in x.entries().values()):
            return self._written(*rank_factors(x), within=self.rank)
        parts = [["*", self.context.write(y), self.context.problem.write(expressions[k])] for k, y in row.items()]
        return self._selected(x, ["+", *parts])

    def _selected(self, x: Any, written: Any) -> Any:
        """L = the columns of the identity at the rows that X uses, R = X^T L."""
        if isinstance(x, BlockConstant):
            used = [a for a in x.rows if a in x.identity or any(b == a for b, _ in x.ones)]
            count = sum((x.sizes[a] for a in used), fmpq(0))
            names = [self.context.problem.write_block(block) for block in self.statement["operator"].rows]
            left: Any = ["columns", names, [name for name, a in zip(names, x.rows, strict=True) if a in used]]
        else:
            used = sorted(x.rows)
            count = fmpq(len(used))
            left = ["matrix", x.shape[0], len(used), [[i, k, "1"] for k, i in enumerate(used)]]
        if not self.context.is_nonnegative(self.rank - count):
            return None
        return [left, ["*", ["transpose", written], left]]

    def _written(self, left: fmpq_mat, right: fmpq_mat, within: Number) -> Any:
        if left.ncols() > within:
            return None
        return [written_matrix(left), written_matrix(right)]


def rank_factors(x: SparseMatrix) -> tuple[fmpq_mat, fmpq_mat]:
    """L and R with L R^T = X and as many columns as the rank: the pivot columns of X and its row echelon form."""
    matrix = fmpq_mat(*x.shape, [x[i, j] for i in range(x.shape[0]) for j in range(x.shape[1])])
    echelon, rank = matrix.rref()
    pivots = [next(j for j in range(x.shape[1]) if echelon[i, j] != 0) for i in range(rank)]
    left = fmpq_mat(x.shape[0], rank, [matrix[i, j] for i in range(x.shape[0]) for j in pivots])
    right = fmpq_mat(x.shape[1], rank, [echelon[i, j] for j in range(x.shape[1]) for i in range(rank)])
    return left, right


def written_matrix(matrix: fmpq_mat) -> Any:
    """A rational matrix in the kernel's notation."""
    rows, cols = matrix.nrows(), matrix.ncols()
    entries = [[i, j, str(matrix[i, j])] for i in range(rows) for j in range(cols) if matrix[i, j] != 0]
    return ["matrix", rows, cols, entries]


def full_form(operator: Measured) -> tuple[SparseMatrix, SparseMatrix]:
    """A^T A over the entries of X, row by row, and the identity of the same size."""
    width = operator.rows[0].shape[1]
    size = operator.rows[0].shape[0] * width
    vectors = [{i * width + j: value for (i, j), value in row.entries().items()} for row in operator.rows]
    stacked = SparseMatrix((len(vectors), size), dict(enumerate(vectors)))
    return stacked.transpose() @ stacked, SparseMatrix((size, size), {k: {k: fmpq(1)} for k in range(size)})
