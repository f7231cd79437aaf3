"""Second subderivatives on the whole critical cone: d2f(x; 0)(w) >= c ||w||^2 for all w, at a stationary point.

For w outside of the critical cone d2f(x; 0)(w) is infinite. On the cone <L'' w, w> is a lower bound for all multipliers
of the subgradient 0, where L is the smooth function that belongs to them: L <= f near x, L = f at x, L' = 0 (see
`nonsmooth`). Halfspaces split the cone into cells, and each cell may use other multipliers. In a cell with inequalities
<a_i, w> >= 0, equations <b_k, w> = 0 and a copositive matrix S

    <L'' w, w> - c ||w||^2 = <F w, w> + sum_ij S_ij <a_i, w> <a_j, w> - 2 sum_k <b_k, w> <e_k, w>

for F = L'' - c I - sum_ij S_ij a_i a_j^T + sum_k (b_k e_k^T + e_k b_k^T) with any vectors e_k; all is >= 0 if F is
semidefinite.

With c > 0 the point is a strict local minimum, and f(x + h) >= f(x) + c/4 ||h||^2 near it (Rockafellar and Wets,
Theorem 13.24). Else there were h -> 0 with f(x + h) < f(x) + c/4 ||h||^2, and with directions h / ||h|| that tend to a
w. Then df(x)(w) <= 0, so that w is in some cell, and with its L one has f(x + h) >= L(x + h) = f(x) + 1/2 <L'' h, h> +
o(||h||^2) >= f(x) + c/2 ||h||^2 + o(||h||^2).
"""

from __future__ import annotations

from typing import Any

from .congruence import read_rows, require_semidefinite
from .copositivity import require_copositive
from .critical_directions import critical_cone, stationary_multipliers
from .kinks import KinkedPoint, Vector
from .matrix import Matrix, identity
from .polynomial import Scalar
from .reading import array, integer, record, require


def require_cone_curvature(at: KinkedPoint, bound: Scalar, proof: Any) -> None:
    """Reject unless multipliers show a stationary point, and cells d2f(x; 0)(w) >= bound * ||w||^2 for all w."""
    z, cells = record(proof, "multipliers", "cells")
    cone = critical_cone(at, stationary_multipliers(at, z))
    Cells(at, bound, cone.equations).check(cells, cone.inequalities)


class Cells:
    """A tree of cells of the critical cone."""

    def __init__(self, at: KinkedPoint, bound: Scalar, equations: list[Vector]) -> None:
        self.at, self.bound, self.equations = at, bound, equations

    def check(self, node: Any, inequalities: list[Vector]) -> None:
        """Reject unless the bound holds in the cell with these inequalities."""
        if isinstance(node, dict) and "split" in node:
            normal, above, below = record(node, "split", "above", "below")
            a = self.at.vector(normal)
            self.check(above, [*inequalities, a])
            self.check(below, [*inequalities, [-value for value in a]])
        else:
            self._leaf(node, inequalities)

    def _leaf(self, node: Any, inequalities: list[Vector]) -> None:
        z, used, copositive, products, tangent, congruence = record(
            node, "multipliers", "inequalities", "copositive", "products", "tangent", "congruence"
        )
        at = self.at
        rows = [inequalities[integer(i, 0, len(inequalities) - 1)] for i in array(used)]
        matrix = self._products(products, len(rows))
        require_copositive(at.problem, matrix, [], copositive)
        a = Matrix(len(rows), at.size, {(i, j): value for i, row in enumerate(rows) for j, value in enumerate(row)})
        form = Matrix(at.size, at.size, at.lagrangian(stationary_multipliers(at, z)).hessian())
        form = form - self.bound * identity(at.size) - a.transpose() @ matrix @ a + self._tangent(tangent)
        require_semidefinite(at.problem.setting, form, read_rows(congruence, at.problem.scalar, at.size))

    def _products(self, data: Any, size: int) -> Matrix:
        """The symmetric matrix with these entries [i, j, value] on and above the diagonal."""
        entries: dict[tuple[int, int], Scalar] = {}
        for entry in array(data):
            i, j, value = array(entry, 3)
            place = integer(i, 0, size - 1), integer(j, 0, size - 1)
            require(i <= j and place not in entries, "an entry out of order")
            entries[i, j] = entries[j, i] = self.at.problem.scalar(value)
        return Matrix(size, size, entries)

    def _tangent(self, data: Any) -> Matrix:
        """The symmetric products of equations with vectors, from [number, vector]."""
        size = self.at.size
        total = Matrix(size, size, {})
        for entry in array(data):
            number, vector = array(entry, 2)
            b = column(self.equations[integer(number, 0, len(self.equations) - 1)])
            e = column(self.at.vector(vector))
            total = total + b @ e.transpose() + e @ b.transpose()
        return total


def column(values: Vector) -> Matrix:
    """A vector as a matrix of one column."""
    return Matrix(len(values), 1, {(i, 0): value for i, value in enumerate(values)})
