"""Quadratic forms on a cone of free and nonnegative coordinates: bounds, zeros, and directions below.

Free coordinates are eliminated by a Schur complement. A matrix over letters is decided where it is a positive
multiple of a rational matrix, or visibly semidefinite plus nonnegative.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flint import fmpq, fmpq_mat

from ..exact.ring import Number
from ..exact.values import SparseMatrix
from .congruence import congruence
from .context import Context
from .copositivity import Escape, Vector, copositivity_tree
from .linear_programs import nonnegative_solution

HALVINGS = 60


@dataclass(frozen=True)
class Form:
    """scale * matrix with a rational matrix and a positive scale (1, or an expression in letters)."""

    scale: Number
    matrix: SparseMatrix
    free: list[int]

    def minus(self, bound: fmpq) -> Form:
        """The form less bound * ||x||^2, in the same scale."""
        size = self.matrix.shape[0]
        return Form(
            self.scale, self.matrix + SparseMatrix.of((size, size), {(i, i): -bound for i in range(size)}), self.free
        )

    def at(self, x: Vector) -> fmpq:
        """The value of the rational form."""
        column = SparseMatrix.of((len(x), 1), {(i, 0): value for i, value in enumerate(x)})
        value: fmpq = column.inner(self.matrix @ column)
        return value


def rational_form(context: Context, matrix: SparseMatrix, free: list[int]) -> Form | None:
    """The matrix as a positive multiple of a rational one; None if its entries are not proportional to rationals."""
    entries = matrix.entries()
    if all(isinstance(value, fmpq) for value in entries.values()):
        return Form(fmpq(1), matrix, free)
    ring = context.evaluator.ring
    normal = {place: ring.normal(value) for place, value in entries.items()}
    scale = next((value for value in normal.values() if value), None)
    if scale is None:
        return Form(fmpq(1), SparseMatrix(matrix.shape, {}), free)
    scale = scale if context.is_positive(scale) else -scale
    if not context.is_positive(scale):
        return None
    ratios = {place: ratio(value, scale) for place, value in normal.items()}
    if any(value is None for value in ratios.values()):
        return None
    return Form(scale, SparseMatrix.of(matrix.shape, ratios), free)


def ratio(value: Any, scale: Any) -> fmpq | None:
    """Value / scale if that is a rational number."""
    factor = value.leading_coefficient() / scale.leading_coefficient() if value else fmpq(0)
    return factor if value == factor * scale else None


def copositive(context: Context, form: Form) -> Any:
    """The certificate that the form is nonnegative on the cone.

    Raises Escape with a direction of the cone where it is negative.
    """
    if not form.free:
        return copositivity_tree(context, form.matrix, form.scale)
    bound = [i for i in range(form.matrix.shape[0]) if i not in form.free]
    rows, solution = eliminate_free(context, form, bound)
    schur = schur_complement(form, bound, solution)
    try:
        rest = copositivity_tree(context, schur, form.scale)
    except Escape as escape:
        raise Escape(lifted(form, bound, solution, escape.direction)) from None
    written = [[[j, str(row[j])] for j in sorted(row)] for row in solution]
    return {"free": rows, "solution": written, "rest": rest}


def eliminate_free(context: Context, form: Form, bound: list[int]) -> tuple[Any, list[dict[int, fmpq]]]:
    """A congruence of the free block F and X with F X = C for the coupling C to the other coordinates.

    Raises Escape if F has a negative direction, or if C leaves the range of F.
    """
    size = form.matrix.shape[0]
    found = congruence(context, form.matrix.restrict(form.free))
    assert found is not None, "a rational matrix has a congruence"
    for row in found.rows_of_sign(-1):
        raise Escape(embedded(size, form.free, row))
    for null in found.rows_of_sign(0):
        for b in bound:
            slope = sum((value * form.matrix[form.free[k], b] for k, value in null.items()), fmpq(0))
            if slope:
                raise Escape(downhill(form, null, b, slope))
    pivots = [k for k, sign in enumerate(found.signs) if sign]
    return found.write(context), solve(form, bound, pivots)


def solve(form: Form, bound: list[int], pivots: list[int]) -> list[dict[int, fmpq]]:
    """X with F X = C that uses only the pivots, on which F is invertible."""
    x: list[dict[int, fmpq]] = [{} for _ in form.free]
    used = [k for k, b in enumerate(bound) if any(form.matrix[f, b] for f in form.free)]
    if not used:
        return x
    block = [form.matrix[form.free[i], form.free[j]] for i in pivots for j in pivots]
    coupling = [form.matrix[form.free[i], bound[k]] for i in pivots for k in used]
    solution = fmpq_mat(len(pivots), len(pivots), block).solve(fmpq_mat(len(pivots), len(used), coupling))
    for a, i in enumerate(pivots):
        x[i] = {k: solution[a, b] for b, k in enumerate(used) if solution[a, b] != 0}
    return x


def schur_complement(form: Form, bound: list[int], solution: list[dict[int, fmpq]]) -> SparseMatrix:
    """The form on the nonnegative coordinates, with the free ones at their best values -X y."""
    size = len(bound)
    coupling = SparseMatrix.of(
        (size, len(form.free)),
        {(k, i): form.matrix[b, f] for k, b in enumerate(bound) for i, f in enumerate(form.free)},
    )
    x = SparseMatrix((len(form.free), size), {i: row for i, row in enumerate(solution) if row})
    correction: SparseMatrix = fmpq(-1) * (coupling @ x)
    return form.matrix.restrict(bound) + correction


def lifted(form: Form, bound: list[int], solution: list[dict[int, fmpq]], y: Vector) -> Vector:
    """The direction with these nonnegative coordinates and the free ones at their best values -X y."""
    x = [fmpq(0)] * form.matrix.shape[0]
    for b, value in zip(bound, y, strict=True):
        x[b] = value
    for f, row in zip(form.free, solution, strict=True):
        x[f] = -sum((value * y[k] for k, value in row.items()), fmpq(0))
    return x


def embedded(size: int, places: list[int], row: dict[int, fmpq]) -> Vector:
    """A sparse vector in some coordinates as a full one."""
    x = [fmpq(0)] * size
    for k, value in row.items():
        x[places[k]] = value
    return x


def downhill(form: Form, null: dict[int, fmpq], b: int, slope: fmpq) -> Vector:
    """e_b + t v for a null vector v of the free block that is coupled to b: the value s_bb + 2 t slope is negative."""
    x = embedded(form.matrix.shape[0], form.free, null)
    t = -(form.matrix[b, b] + 1) / (2 * slope) if form.matrix[b, b] >= 0 else fmpq(0)
    x = [t * value for value in x]
    x[b] = fmpq(1)
    return x


# Strictness, bounds and zeros


@dataclass(frozen=True)
class Margin:
    """A bound below the form on unit vectors of the cone, and the certificate for it."""

    value: fmpq
    proof: Any


def strictly_copositive(context: Context, form: Form) -> Margin:
    """A positive margin with its certificate.

    Raises Escape with a direction x != 0 where the form is not positive, Stuck if halving the margin finds neither.
    """
    if not form.matrix.shape[0]:
        return Margin(fmpq(1), copositive(context, form))
    least = min(form.matrix[i, i] for i in range(form.matrix.shape[0]))
    if least <= 0:
        raise Escape(unit_vector(form, least))
    require_definite_on_free(context, form)
    margin = power_of_two_below(least / 16)
    for _ in range(HALVINGS):
        try:
            return Margin(margin, copositive(context, form.minus(margin)))
        except Escape as escape:
            margin = smaller_margin(form, margin, escape.direction)
    raise Stuck("no margin of strict copositivity was found")


def require_definite_on_free(context: Context, form: Form) -> None:
    """Raise Escape if the form is not positive on the free coordinates alone."""
    found = congruence(context, form.matrix.restrict(form.free))
    assert found is not None, "a rational matrix has a congruence"
    for row in found.rows_of_sign(-1) or found.rows_of_sign(0):
        raise Escape(embedded(form.matrix.shape[0], form.free, row))


class Stuck(Exception):
    """Neither a certificate nor a direction was found."""


def unit_vector(form: Form, least: fmpq) -> Vector:
    """The coordinate direction of the least diagonal entry."""
    size = form.matrix.shape[0]
    index = next(i for i in range(size) if form.matrix[i, i] == least)
    return [fmpq(int(i == index)) for i in range(size)]


def power_of_two_below(value: fmpq) -> fmpq:
    """The largest power of two that is at most the positive value."""
    power = fmpq(2) ** (int(value.p).bit_length() - int(value.q).bit_length())
    while power > value:
        power /= 2
    return power


def smaller_margin(form: Form, margin: fmpq, x: Vector) -> fmpq:
    """A smaller margin after a direction below the last one.

    Raises Escape if the form is not positive there, or has a zero in the cone with the same support.
    """
    value = form.at(x) / sum(entry * entry for entry in x)
    if value <= 0:
        raise Escape(x)
    zero = zero_on_support(form, x)
    if zero is not None:
        raise Escape(zero)
    return min(power_of_two_below(value), margin) / 8


def zero_on_support(form: Form, x: Vector) -> Vector | None:
    """A null vector of the form on the support of x that lies in the cone, if there is one.

    A linear program: the nonnegative coordinates add up to 1, and free ones are differences of two variables. The form
    is positive on the free coordinates, so that no null vector has these alone.
    """
    size = form.matrix.shape[0]
    support = [i for i, value in enumerate(x) if value != 0 or i in form.free]
    signs = [(i, sign) for i in support for sign in ((1, -1) if i in form.free else (1,))]
    columns = [{j: sign * form.matrix[j, i] for j in support} | {size: fmpq(i not in form.free)} for i, sign in signs]
    solution = nonnegative_solution(columns, {size: fmpq(1)})
    if solution is None:
        return None
    zero = [fmpq(0)] * size
    for k, value in solution.items():
        zero[signs[k][0]] += signs[k][1] * value
    return zero


def zero_direction(context: Context, form: Form) -> Vector | None:
    """A direction of the cone at which a copositive form vanishes; None if none was found."""
    try:
        strictly_copositive(context, form)
    except Escape as escape:
        return escape.direction if form.at(escape.direction) == 0 else None
    except Stuck:
        return None
    return None
