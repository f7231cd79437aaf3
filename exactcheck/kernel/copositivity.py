"""Copositivity: x^T A x >= 0 for all x with x_i >= 0 on the nonnegative coordinates, the other coordinates free.

Free coordinates first. With A_ff semidefinite and A_ff X = A_fn, completing the square leaves the Schur complement
S = A_nn - A_nf X, and A is copositive on the cone if and only if S is copositive.

If S is not copositive, take a minimizer of x^T S x over the simplex and scale it: x >= 0, (S x)_i >= -1 for all i, with
equality on its support I, which is not empty. A certificate is a tree of questions "is i in I?". At a leaf the indices
in `inside` belong to I, those in `outside` do not, and one of these excludes it:

- multipliers z with z_j <= 0 off `inside`, sum z > 0 and (S z)_j >= 0 off `outside`: then
  0 <= x^T S z <= -sum z < 0;
- S restricted to the indices not in `outside` is a semidefinite matrix plus one without negative entries: then
  0 <= x^T S x = -sum x < 0.

Strictness is copositivity of A - margin * I with a positive margin.
"""

from typing import Any

from .congruence import inertia, read_row, read_rows, require_semidefinite, require_symmetric
from .matrix import Matrix
from .problem import Problem
from .reading import array, integer, record, require


def require_copositive(problem: Problem, matrix: Matrix, free: list[int], proof: Any) -> None:
    """Reject unless the certificate shows the matrix copositive on the cone."""
    require_symmetric(problem.setting, matrix)
    remaining, tree = eliminate_free(problem, matrix, free, proof)
    Tree(problem, remaining).check(tree, [], [])


def eliminate_free(problem: Problem, matrix: Matrix, free: list[int], proof: Any) -> tuple[Matrix, Any]:
    """The Schur complement of the free coordinates, and the rest of the certificate."""
    if not free:
        return matrix, proof
    congruence, solution, tree = record(proof, "free", "solution", "rest")
    bound = [i for i in range(matrix.rows) if i not in free]
    block = matrix.restrict(free)
    require_semidefinite(problem.setting, block, read_rows(congruence, problem.scalar, len(free)))
    x = [read_row(row, problem.scalar, len(bound)) for row in array(solution, len(free))]
    solved = Matrix(len(free), len(bound), {(i, j): value for i, row in enumerate(x) for j, value in row.items()})
    coupling = Matrix(
        len(free), len(bound), {(i, j): matrix[f, b] for i, f in enumerate(free) for j, b in enumerate(bound)}
    )
    require_zero(problem, block @ solved - coupling)
    return matrix.restrict(bound) - coupling.transpose() @ solved, tree


def require_zero(problem: Problem, matrix: Matrix) -> None:
    """Reject unless every entry is zero."""
    require(all(map(problem.setting.is_zero, matrix.entries.values())), "the free coordinates are not eliminated")


class Tree:
    """A case tree on the support of a minimizer that should not exist."""

    def __init__(self, problem: Problem, matrix: Matrix) -> None:
        self.problem, self.matrix = problem, matrix
        self.rows = {i: dict(row) for i, row in matrix.by_row().items()}

    def check(self, node: Any, inside: list[int], outside: list[int]) -> None:
        """Reject unless the node excludes every support that contains `inside` and avoids `outside`."""
        size = self.matrix.rows
        if len(outside) == size:
            require(node == "empty", "a case without indices is not marked as empty")
        elif isinstance(node, dict) and "multipliers" in node:
            self._multipliers(node, inside, outside)
        elif isinstance(node, dict) and "congruence" in node:
            self._semidefinite(node, outside)
        else:
            index, in_support, not_in_support = record(node, "index", "inside", "outside")
            require(integer(index, 0, size - 1) not in inside + outside, f"the case {index} is distinguished twice")
            self.check(in_support, [*inside, index], outside)
            self.check(not_in_support, inside, [*outside, index])

    def _multipliers(self, node: Any, inside: list[int], outside: list[int]) -> None:
        setting = self.problem.setting
        z = read_row(record(node, "multipliers")[0], self.problem.scalar, self.matrix.rows)
        require(setting.is_positive(sum(z.values())), "multipliers whose sum is not positive")
        signs = all(setting.is_nonnegative(-value) for j, value in z.items() if j not in inside)
        require(signs, "a positive multiplier outside the support")
        for i in range(self.matrix.rows):
            if i not in outside:
                row = self.rows.get(i, {})
                image = sum(row[j] * value for j, value in z.items() if j in row)
                require(setting.is_nonnegative(image), f"the multipliers do not exclude the index {i}")

    def _semidefinite(self, node: Any, outside: list[int]) -> None:
        congruence, nonnegative = record(node, "congruence", "nonnegative")
        kept = [i for i in range(self.matrix.rows) if i not in outside]
        summand = {}
        for entry in array(nonnegative):
            i, j, value = array(entry, 3)
            require(integer(i) <= integer(j, 0, len(kept) - 1) and (i, j) not in summand, "an entry out of order")
            summand[i, j] = summand[j, i] = self.problem.scalar(value)
            require(self.problem.setting.is_nonnegative(summand[i, j]), "a negative entry in the nonnegative part")
        rest = self.matrix.restrict(kept) - Matrix(len(kept), len(kept), summand)
        rows = read_rows(congruence, self.problem.scalar, len(kept))
        require(inertia(self.problem.setting, rest, rows)[1] == 0, "a negative eigenvalue in the semidefinite part")
