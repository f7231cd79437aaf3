"""Linear functionals with positive definite moment matrices, in floating point: a proposer for Gram matrices.

For a polynomial p the function L(p) - sum of log det M_b(L) of a functional L is convex. Where it is least, the
inverses of the moment matrices M_b are Gram matrices of p. Where it is not bounded below, a functional with L(p) < 0
shows that p has none, or p is on the boundary of the polynomials that have one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

from .deadlines import require_time
from .dense_floats import Row, Rows, cholesky, inverse, product, solved, transposed

Entry = tuple[int, int, float]
STEPS = 60
CENTRED = 1e-3
NEGATIVE = 1e-6


@dataclass(frozen=True)
class FloatBlock:
    """For each value of the functional the entries (i, j, coefficient), i <= j, that it has in the matrix of moments;
    and the rows of the change of coordinates after which it is to be positive definite.
    """

    size: int
    entries: Sequence[Sequence[Entry]]
    basis: Rows

    def moments(self, functional: Row) -> Rows:
        """The matrix of moments in the new coordinates."""
        found = [[0.0] * self.size for _ in range(self.size)]
        for value, places in zip(functional, self.entries, strict=True):
            for i, j, coefficient in places:
                found[i][j] += coefficient * value
                if i != j:
                    found[j][i] += coefficient * value
        return product(product(self.basis, found), transposed(self.basis))

    def curvature(self, p: Rows, hessian: Rows, gradient: Row) -> None:
        """Add what the block, with the inverse p in the old coordinates, contributes to Hessian and gradient."""
        flat = [value for row in p for value in row]
        spread = [self._spread(places) for places in self.entries]
        for a, places in enumerate(self.entries):
            image = [0.0] * len(flat)
            for i, j, coefficient in places:
                weight = coefficient if i == j else 2 * coefficient
                gradient[a] -= weight * p[i][j]
                column = p[j]
                image = [x + y for x, y in zip(image, [weight * u * v for u in p[i] for v in column], strict=True)]
            if places:
                for c in range(a + 1):
                    hessian[a][c] += sum(image[place] * v for place, v in spread[c])

    def _spread(self, places: Sequence[Entry]) -> list[tuple[int, float]]:
        """The entries by their place in the list of all, both (i, j) and (j, i)."""
        both = [(i * self.size + j, c) for i, j, c in places]
        return both + [(j * self.size + i, c) for i, j, c in places if i != j]


@dataclass(frozen=True)
class Centre:
    """Where the search ended: centred, negative or far; with the functional and the Gram matrices."""

    outcome: str
    functional: Row
    grams: list[Rows]


class Barrier:
    """The function to be minimized for one polynomial, given by its values on the coordinates of functionals."""

    def __init__(self, blocks: list[FloatBlock]) -> None:
        self.blocks = blocks

    def minimized(self, target: Row, functional: Row, steps: int = STEPS) -> Centre:
        """Newton's method with a line search from a functional with positive definite matrices."""
        factors = self._factors(functional)
        for _ in range(steps):
            require_time()
            if factors is None:
                break
            gradient, hessian = self._derivatives(target, factors)
            upper = cholesky(hessian)
            direction = None if upper is None else solved(upper, [-value for value in gradient])
            if direction is None:
                break
            slope = dot(gradient, direction)
            if slope > -(CENTRED**2):
                return Centre("centred", functional, [inverse(factor) for factor in factors])
            functional, factors = self._line_search(target, functional, (direction, slope))
            size = sqrt(dot(target, target) * dot(functional, functional))
            if dot(target, functional) < -NEGATIVE * size:
                return Centre("negative", functional, [])
        return Centre("far", functional, [inverse(factor) for factor in factors or []])

    def _factors(self, functional: Row) -> list[Rows] | None:
        found = []
        for block in self.blocks:
            factor = cholesky(block.moments(functional))
            if factor is None:
                return None
            found.append(factor)
        return found

    def _derivatives(self, target: Row, factors: list[Rows]) -> tuple[Row, Rows]:
        gradient, hessian = [*target], [[0.0] * (k + 1) for k in range(len(target))]
        for block, factor in zip(self.blocks, factors, strict=True):
            p = product(product(transposed(block.basis), inverse(factor)), block.basis)
            block.curvature(p, hessian, gradient)
        return gradient, hessian

    def _line_search(self, target: Row, functional: Row, step: tuple[Row, float]) -> tuple[Row, list[Rows] | None]:
        direction, slope = step
        start, length = self._value(target, functional, self._factors(functional)), 1.0
        while length > 1e-9:
            moved = [x + length * d for x, d in zip(functional, direction, strict=True)]
            factors = self._factors(moved)
            if factors is not None and self._value(target, moved, factors) <= start + 0.1 * length * slope:
                return moved, factors
            length /= 2
        return functional, None

    def _value(self, target: Row, functional: Row, factors: list[Rows] | None) -> float:
        logarithms = sum(2 * log(row[-1]) for factor in factors or [] for row in factor)
        return dot(target, functional) - logarithms


def dot(left: Row, right: Row) -> float:
    """The inner product."""
    return sum(map(float.__mul__, left, right))
