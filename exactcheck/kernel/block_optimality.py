"""Second-order conditions for a minimum, for matrices of letter size: one statement for every size at once.

The point and the directions are made of identity and all-ones blocks, so all entries of a block (of a square block:
all diagonal and all off-diagonal ones) share their value, their derivative and their label. The derivatives come from
evaluating the objective at point + t D with an arbitrary matrix D in each block.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .blocks import BlockMatrix, Factor, Place, Sum, Term, entry_sum, word_trace
from .expression import Function
from .optimality import Coordinate, label, require_allowed
from .polynomial import Polynomial, Scalar
from .positivity import squared
from .problem import Problem
from .reading import array, record, require

Labels = list[tuple[str, int]]


@dataclass(frozen=True)
class BlockCriticalPoint:
    """The labels of the diagonal and the off-diagonal entries of each block, and the Hessian form on the cone."""

    problem: Problem
    function: Function
    point: list[BlockMatrix]
    labels: list[dict[Place, Labels]]

    def require_curvature(self, bound: Scalar, proof: Any) -> None:
        """Reject unless the Hessian form is at least bound * ||D||^2 on the critical cone.

        What remains after squares ||W||^2 and traces tr(W W) is shown by signs; the W are made of the arbitrary
        directions D1, D2, ... of the cone, one for each argument.
        """
        direction = [self._cone_direction(k) for k in range(len(self.point))]
        excess = self._form(direction) - bound * sum((d.inner(d) for d in direction), Polynomial())
        if proof != "signs":
            excess = excess - self._nonnegative_part(direction, *record(proof, "squares", "traces"))
        require(self.problem.setting.is_nonnegative(excess), "the Hessian form is not visibly above the bound")

    def _nonnegative_part(self, direction: list[BlockMatrix], squares: Any, traces: Any) -> Polynomial:
        """The sum of nonnegative multiples of ||W||^2, and of tr(W W) for W without negative off-diagonal entries."""
        scope = {**self.problem.definitions, **{f"D{k}": d for k, d in enumerate(direction, 1)}}
        total = Polynomial()
        for terms, form in ((squares, squared), (traces, trace_of_square)):
            for term in array(terms):
                coefficient, expression = array(term, 2)
                weight = self.problem.scalar(coefficient)
                require(self.problem.setting.is_nonnegative(weight), "a weight that is not known to be nonnegative")
                total = total + weight * form(self.problem.evaluate(expression, scope))
        return total

    def curvature(self, direction: Any) -> tuple[Scalar, Scalar]:
        """The Hessian form at a direction of the critical cone, and the squared norm of the direction."""
        d: list[BlockMatrix] = []
        for part, x, labels in zip(array(direction, len(self.point)), self.point, self.labels, strict=True):
            value = self.problem.matrix(part)
            require((value.rows, value.cols) == (x.rows, x.cols), "a direction of a wrong shape")
            d.append(value)
            for place, block_labels in labels.items():
                for (name, inward), entry in zip(block_labels, classes(value, place), strict=True):
                    require_allowed(self.problem.setting, name, inward * entry)
        return self._form(d), sum((part.inner(part) for part in d), Polynomial())

    def _form(self, direction: list[BlockMatrix]) -> Polynomial:
        first, second = self.problem.step(), self.problem.step()
        steps = Polynomial.letter(first) + Polynomial.letter(second)
        moved = [x + steps * d for x, d in zip(self.point, direction, strict=True)]
        value = Polynomial.of(self.problem.call(self.function, moved))
        return value.coefficients(first).get(1, Polynomial()).coefficients(second).get(1, Polynomial())

    def _cone_direction(self, k: int) -> BlockMatrix:
        x, symbol = self.point[k], self.problem.step()
        terms = {place: cone_block(symbol, x, place, labels) for place, labels in self.labels[k].items()}
        return BlockMatrix(x.setting, x.rows, x.cols, terms)


def trace_of_square(matrix: Any) -> Scalar:
    """tr(W W) = sum_i w_ii^2 + sum_(i != j) w_ij w_ji; rejected unless no off-diagonal entry can be negative."""
    require(isinstance(matrix, BlockMatrix), "the trace of something that is no matrix of letter size")
    require(matrix.rows == matrix.cols, "the trace of a matrix that is not square")
    for (i, j), terms in matrix.entries.items():
        patterns = ("all", "off-diagonal") if i == j else ("all",)
        for term, weight in terms.items():
            single = len(term.left) == 1 and term.ones is None and term.left[0].pattern in patterns
            known = single and matrix.setting.is_nonnegative(weight)
            require(known, "a matrix whose off-diagonal entries are not known to be nonnegative")
    return matrix.inner(matrix.transpose())


def generic(symbol: str, x: BlockMatrix, place: Place, pattern: str = "none") -> Factor:
    """An arbitrary matrix of the shape of one block of x."""
    return Factor(f"{symbol}.{place[0]}.{place[1]}", x.rows[place[0]], x.cols[place[1]], pattern=pattern)


def is_square(x: BlockMatrix, place: Place) -> bool:
    """True if the block's rows and columns are the same block of indices."""
    return x.rows[place[0]] == x.cols[place[1]]


def classes(x: BlockMatrix, place: Place) -> list[Scalar]:
    """The values of a block's entries: on and off the diagonal if it is square, otherwise the one value."""
    parts = dict(x.entries.get(place, {}))
    ones = parts.pop(Term((), (x.rows[place[0]], x.cols[place[1]])), Fraction(0))
    diagonal = parts.pop(Term(()), Fraction(0))
    require(not parts and (is_square(x, place) or not diagonal), "a block that is not made of an identity and ones")
    return [ones + diagonal, ones] if is_square(x, place) else [ones]


def cone_block(symbol: str, x: BlockMatrix, place: Place, labels: Labels) -> Sum:
    """An arbitrary block of the critical cone, zero where it is fixed."""
    names = [name for name, _ in labels]
    patterns = {
        ("free",): "none",
        ("free", "free"): "none",
        ("nonnegative",): "all",
        ("nonnegative", "nonnegative"): "all",
        ("free", "nonnegative"): "off-diagonal",
    }
    if set(names) == {"fixed"}:
        return {}
    require(tuple(names) in patterns, f"a block with the labels {names} is beyond this rule")
    inward = labels[-1][1]
    require(all(sign == inward for name, sign in labels if name == "nonnegative"), "a block at both of its bounds")
    return {Term((generic(symbol, x, place, patterns[tuple(names)]),)): Fraction(inward)}


def block_critical_point(
    problem: Problem, function: Function, point: list[BlockMatrix], bounds: list[Any]
) -> BlockCriticalPoint:
    """The labels of all blocks; rejected unless the point is feasible and first-order stationary."""
    gradient = block_gradient(problem, function, point)
    labels = []
    for x, slopes, (lower, upper) in zip(point, gradient, bounds, strict=True):
        found = {}
        for place, derivatives in slopes.items():
            entries = [Coordinate(value, lower, upper) for value in classes(x, place)]
            found[place] = [label(problem.setting, e, d) for e, d in zip(entries, derivatives, strict=True)]
        labels.append(found)
    return BlockCriticalPoint(problem, function, point, labels)


def block_gradient(problem: Problem, function: Function, point: list[BlockMatrix]) -> list[dict[Place, list[Scalar]]]:
    """The derivatives by the entries of each block, from the coefficients of tr(D) and of the sum of entries of D."""
    step = problem.step()
    factors = [generic_blocks(problem.step(), x) for x in point]
    moved = []
    for x, parts in zip(point, factors, strict=True):
        d = BlockMatrix(x.setting, x.rows, x.cols, {place: {Term((f,)): Fraction(1)} for place, f in parts.items()})
        moved.append(x + Polynomial.letter(step) * d)
    slope = Polynomial.of(problem.call(function, moved)).coefficients(step).get(1, Polynomial())
    gradient = [{place: block_slope(problem, slope, f) for place, f in parts.items()} for parts in factors]
    rest = slope - sum((part for parts in gradient for _, part in parts.values()), Polynomial())
    require(problem.setting.is_zero(rest), "a gradient that is not made of identities and ones")
    return [{place: values for place, (values, _) in parts.items()} for parts in gradient]


def generic_blocks(symbol: str, x: BlockMatrix) -> dict[Place, Factor]:
    """An arbitrary matrix for each block of x."""
    return {(i, j): generic(symbol, x, (i, j)) for i in range(len(x.rows)) for j in range(len(x.cols))}


def block_slope(problem: Problem, slope: Polynomial, factor: Factor) -> tuple[list[Scalar], Polynomial]:
    """The derivatives by the entries of one block, and the part of the slope that they explain."""
    total = entry_sum(problem.setting, factor.row, (factor,), factor.col)
    by_sum = coefficient(slope, total)
    if factor.row != factor.col:
        return [by_sum], by_sum * total
    trace = word_trace(problem.setting, (factor,))
    # of a block with one row and one column, sum and trace are one letter
    by_trace = Polynomial() if trace == total else coefficient(slope, trace)
    return [by_sum + by_trace, by_sum], by_sum * total + by_trace * trace


def coefficient(polynomial: Polynomial, letter: Polynomial) -> Polynomial:
    """The coefficient of a single letter."""
    ((monomial, _),) = letter.terms.items()
    return polynomial.coefficients(monomial[0][0]).get(1, Polynomial())
