"""Polyhedral cones over the rationals: generators from halfspaces, and combinations of halfspaces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import comb, gcd, lcm

from flint import fmpq, fmpq_mat

from .kinks import Dense
from .linear_programs import Infeasible, Vector, least_costs
from .subspaces import pivot_columns, rows_of

MOST_SUBSETS = 5000


class TooLarge(Exception):
    """A cone with too many faces."""


@dataclass(frozen=True)
class Halfspaces:
    """The w with <a, w> >= 0 for the inequalities a and <b, w> = 0 for the equations b."""

    size: int
    inequalities: list[Dense]
    equations: list[Dense]

    @property
    def all(self) -> list[Dense]:
        """All c with <c, w> >= 0 on the cone that make it up."""
        return [*self.inequalities, *self.equations, *(minus(b) for b in self.equations)]

    def combination(self, target: Dense) -> list[list[object]] | Dense:
        """Weights by number that make the target of the inequalities, with weights >= 0, and the equations.

        If there are none, a w of the cone with <target, w> < 0.
        """
        found = least_costs([sparse(c) for c in self.all], sparse(target), {}, {})
        if isinstance(found, Infeasible):
            return [-found.prices.get(i, fmpq(0)) for i in range(self.size)]
        last = len(self.inequalities) + len(self.equations)
        weights = {k: value for k, value in found.solution.items() if k < last}
        for k, value in found.solution.items():
            if k >= last:
                number = k - len(self.equations)
                weights[number] = weights.get(number, fmpq(0)) - value
        return [[k, str(weights[k])] for k in sorted(weights)]

    @cached_property
    def lines(self) -> list[Dense]:
        """A basis of the largest subspace in the cone."""
        return null_space(self.size, [*self.inequalities, *self.equations])

    @cached_property
    def rays(self) -> list[Dense]:
        """Together with the lines, generators of the cone; none can be left out.

        Raises TooLarge if there are too many faces to look at.
        """
        flat = [*self.equations, *self.lines]
        dimension = len(null_space(self.size, flat))
        facets = list(dict.fromkeys(tuple(primitive(a)) for a in self.inequalities if any(a)))
        if dimension == 0:
            return []
        if comb(len(facets), dimension - 1) > MOST_SUBSETS:
            raise TooLarge(f"a critical cone with {len(facets)} inequalities in {dimension} dimensions")
        found = {
            tuple(primitive(w)) for chosen in combinations(facets, dimension - 1) for w in self._edges(flat, chosen)
        }
        return [list(ray) for ray in sorted(found)]

    def _edges(self, flat: list[Dense], chosen: tuple[tuple[fmpq, ...], ...]) -> Iterator[Dense]:
        """The ray, if there is one, where the chosen inequalities are equations."""
        line = null_space(self.size, [*flat, *map(list, chosen)])
        if len(line) == 1:
            yield from (w for w in (line[0], minus(line[0])) if self.contains(w))

    def contains(self, w: Dense) -> bool:
        """True for a vector of the cone."""
        return all(inner(a, w) >= 0 for a in self.inequalities) and all(inner(b, w) == 0 for b in self.equations)


def null_space(size: int, rows: list[Dense]) -> list[Dense]:
    """A basis of the w with <row, w> = 0 for all rows."""
    matrix = fmpq_mat(len(rows), size, [x for row in rows for x in row])
    reduced, _ = matrix.rref()
    pivots = pivot_columns(matrix)
    basis = []
    for j in (j for j in range(size) if j not in pivots):
        w = [fmpq(0)] * size
        w[j] = fmpq(1)
        for i, pivot in enumerate(pivots):
            w[pivot] = -reduced[i, j]
        basis.append(w)
    return basis


def dual_basis(vectors: list[Dense]) -> list[Dense]:
    """For independent vectors v_i the a_i in their span with <a_i, v_j> = 1 for i = j, else 0."""
    if not vectors:
        return []
    v = fmpq_mat(len(vectors), len(vectors[0]), [x for vector in vectors for x in vector])
    return rows_of((v * v.transpose()).inv() * v)


def primitive(w: Dense) -> Dense:
    """The positive multiple with integers that have no common divisor."""
    scale = lcm(*(int(x.q) for x in w))
    divisor = gcd(*(int(x.p) * (scale // int(x.q)) for x in w))
    return [x * scale / divisor for x in w] if divisor else w


def inner(left: Dense, right: Dense) -> fmpq:
    """The inner product."""
    return sum((a * b for a, b in zip(left, right, strict=True)), fmpq(0))


def minus(w: Dense) -> Dense:
    """The opposite vector."""
    return [-x for x in w]


def sparse(w: Dense) -> Vector:
    """A vector without its zeros."""
    return {i: x for i, x in enumerate(w) if x != 0}
