"""The restricted isometry property: (1 - c) ||X||^2 <= ||A(X)||^2 <= (1 + c) ||X||^2 for all X of rank at most k.

It is shown for all X, of any rank. For A(X) = X + sum_k <v_k, X> u_k the form ||A(X)||^2 - ||X||^2 depends only on the
inner products of X with w = (u_1, ..., v_1, ...): it is x^T G K G x for the part X = sum x_i w_i in their span, with G
their Gram matrix and K = [[0, I], [I, <u_i, u_j>]], and 0 for X orthogonal to them. (If only the form
||X||^2 + 2 sum_k <u_k, X> <v_k, X> is known, K = [[0, I], [I, 0]].) So the property follows from c >= 0
and two small semidefinite matrices c G - G K G and c G + G K G. Explicit measurements give the matrices
(1 + c) I - A^T A and A^T A - (1 - c) I in full.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .blocks import BlockMatrix
from .congruence import read_rows, require_semidefinite
from .matrix import Matrix, identity
from .operators import LowRankUpdate, Measurements, QuadraticForm
from .polynomial import Scalar
from .problem import Problem
from .reading import Rejected, array, record, require


def require_isometry(problem: Problem, operator: Any, constant: Scalar, proof: Any) -> None:
    """Reject unless the bounds with this constant hold for all X."""
    upper, lower = record(proof, "upper", "lower")
    require(problem.setting.is_nonnegative(constant), "a negative constant")
    for matrix, rows in zip(excess(operator, constant), (upper, lower), strict=True):
        require_semidefinite(problem.setting, matrix, read_rows(rows, problem.scalar, matrix.rows))


def excess(operator: Any, constant: Scalar) -> tuple[Matrix, Matrix]:
    """Two matrices that are semidefinite exactly if the upper and the lower bound hold for all X."""
    if isinstance(operator, LowRankUpdate | QuadraticForm):
        gram, change = span_forms(operator)
        return constant * gram - change, constant * gram + change
    if isinstance(operator, Measurements):
        form = full_form(operator)
        one = identity(form.rows)
        return (1 + constant) * one - form, form - (1 - constant) * one
    raise Rejected("the isometry property of an arbitrary operator")


def span_forms(operator: LowRankUpdate | QuadraticForm) -> tuple[Matrix, Matrix]:
    """G and G K G."""
    u, v = [pair[0] for pair in operator.terms], [pair[1] for pair in operator.terms]
    w, size = u + v, len(u)
    gram = Matrix(2 * size, 2 * size, {(i, j): a.inner(b) for i, a in enumerate(w) for j, b in enumerate(w)})
    middle = {(i, (i + size) % (2 * size)): Fraction(1) for i in range(2 * size)}
    if isinstance(operator, LowRankUpdate):
        middle |= {(size + i, size + j): gram[i, j] for i in range(size) for j in range(size)}
    return gram, gram @ Matrix(2 * size, 2 * size, middle) @ gram


def full_form(operator: Measurements) -> Matrix:
    """A^T A as a matrix over the entries of X, row by row."""
    first = operator.rows[0]
    width, size = first.cols, first.rows * first.cols
    flat = [{i * width + j: value for (i, j), value in row.entries.items()} for row in operator.rows]
    require(
        all((row.rows, row.cols) == (first.rows, first.cols) for row in operator.rows),
        "measurements of different shapes",
    )
    form = Matrix(size, size, {})
    for row in flat:
        form = form + Matrix(size, size, {(i, j): a * b for i, a in row.items() for j, b in row.items()})
    return form


def witness(problem: Problem, operator: Any, rank: Scalar, proof: Any) -> tuple[Scalar, Scalar]:
    """||A(X)||^2 and ||X||^2 for X = left right^T with at most `rank` columns, X not zero."""
    left, right = (problem.matrix(factor) for factor in array(proof, 2))
    require(type(left) is type(right), "factors of different kinds")
    require(problem.setting.is_nonnegative(rank - columns(problem, left)), "a matrix of too large a rank")
    x = left @ right.transpose()
    norm = x.inner(x)
    require(problem.setting.is_positive(norm), "a matrix that is not known to differ from zero")
    image = operator.apply(x)
    return image.inner(image), norm


def columns(problem: Problem, matrix: Matrix | BlockMatrix) -> Scalar:
    """The number of columns."""
    if isinstance(matrix, Matrix):
        return Fraction(matrix.cols)
    return sum((problem.setting.blocks[block] for block in matrix.cols), Fraction(0))


def prove_isometry(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The bounds for all X; for "=" also a matrix of the rank that attains one of them."""
    operator, rank, relation, constant = read_isometry(problem, statement)
    if relation == "<=":
        require_isometry(problem, operator, constant, proof)
        return
    bound, side, factors = record(proof, "bound", "side", "attained")
    require_isometry(problem, operator, constant, bound)
    require(problem.setting.is_zero(beyond(problem, operator, rank, constant, side, factors)), "not attained")


def refute_isometry(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """A matrix of the rank beyond the bounds; for "=" also bounds with a smaller constant."""
    operator, rank, relation, constant = read_isometry(problem, statement)
    if isinstance(proof, dict) and "smaller" in proof and relation == "=":
        smaller, bound = record(proof, "smaller", "bound")
        require(problem.setting.is_positive(constant - problem.scalar(smaller)), "the other constant is not smaller")
        require_isometry(problem, operator, problem.scalar(smaller), bound)
        return
    side, factors = record(proof, "side", "violated")
    excess = beyond(problem, operator, rank, constant, side, factors)
    require(problem.setting.is_positive(excess), "the matrix is not beyond the bounds")


def read_isometry(problem: Problem, statement: dict[str, Any]) -> tuple[Any, Scalar, str, Scalar]:
    """The operator, the rank, the relation and the constant of the statement."""
    relation = statement["relation"]
    require(relation in ("<=", "="), f"{relation!r:.20} is not a relation for an isometry constant")
    rank, constant = problem.scalar(statement["rank"]), problem.scalar(statement["constant"])
    return problem.operator(statement["operator"]), rank, relation, constant


def beyond(problem: Problem, operator: Any, rank: Scalar, constant: Scalar, side: Any, factors: Any) -> Scalar:
    """How far ||A(X)||^2 exceeds the upper bound, or falls below the lower one."""
    require(side in ("upper", "lower"), f"{side!r:.20} is not a side")
    image, norm = witness(problem, operator, rank, factors)
    return image - (1 + constant) * norm if side == "upper" else (1 - constant) * norm - image
