"""Points that may show a set of stationary points to be false: vertices of its cells, and simple multiples of these."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from math import comb
from typing import Any

from flint import fmpq

from ..kernel import Rejected
from ..kernel.kinks import KinkedPoint, kinked_point
from ..kernel.polynomial import Polynomial
from ..kernel.problem import Problem
from ..kernel.stationary_points import located_cells, valued_problem
from ..kernel.stationary_sets import value
from .context import Context
from .kinks import Program, dense, written
from .linear_programs import Vector
from .simple_values import SimpleValues
from .vertices import Affine, vertices

MOST_POINTS = 1000
MOST_VALUES = 3
MOST_SCALES = 3
MOST_CROSSINGS = 1000
FACTORS = [Fraction(p, q) for p, q in ((0, 1), (1, 1), (-1, 1), (1, 2), (-1, 2), (2, 1), (-2, 1))]


def counterexamples(context: Context, stated: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Refutations in the kernel's notation, from points at a few allowed values of the letters."""
    for values in islice(context.points(), MOST_VALUES):
        at = {letter: str(number) for letter, number in values.items()}
        here = valued_problem(context.kernel, at)
        for point in candidates(here, stated):
            located = {**stated, "at": list(map(str, point))}
            try:
                found = refutation(here, located)
            except Rejected:
                continue
            if found is not None:
                yield {"at": at, "coordinates": located["at"], **found}


def refutation(here: Problem, located: dict[str, Any]) -> dict[str, Any] | None:
    """Multipliers for a stationary point outside of all cells, or a direction for another one in some cell."""
    program = linear_program(kinked_point(here, located))
    found, cells = program.largest([], {}), located_cells(here, located)
    if isinstance(found, tuple):
        outside = all(cell.excludes(here.setting) for cell in cells)
        return {"multipliers": program.written(found[0])} if outside else None
    inside = any(cell.contains(here.setting) for cell in cells)
    return {"direction": written(dense(len(located["at"]), found))} if inside else None


def linear_program(at: KinkedPoint) -> Program:
    """The linear program over the multipliers of a point; rejected if a number in it is not rational."""
    gradient, *kinks = [sparse(jet.linear) for jet in (at.smooth, *at.kinks)]
    return Program(gradient, kinks, [[sparse(member.linear) for member in members] for members in at.maxima])


def sparse(linear: dict[int, Any]) -> Vector:
    """A gradient as a vector of rational numbers."""
    return {i: rational(number) for i, number in linear.items()}


def rational(number: Any) -> fmpq:
    """A rational number; rejected for others."""
    constant = Polynomial.of(number).constant
    if constant is None:
        raise Rejected("a number that is not rational")
    return fmpq(constant.numerator, constant.denominator)


def candidates(here: Problem, stated: dict[str, Any]) -> Iterator[list[Fraction]]:
    """The vertices of the cells, then points with simple multiples of their coordinates, and such with the sum zero."""
    size = len(here.function(stated["smooth"]).variables)
    corners = [point for cell in stated["cells"] for point in cell_vertices(here, cell, size)]
    yield from corners
    choices = {f"coordinate {i}": scaled([point[i] for point in corners]) for i in range(size)}
    for values in islice(SimpleValues(choices, []), MOST_POINTS):
        point = list(values.values())
        yield point
        yield [*point[:-1], -sum(point[:-1], Fraction(0))]


def scaled(coordinates: list[Fraction]) -> list[Fraction]:
    """0, and simple multiples of the numbers, of 1 if there are none."""
    scales = list(dict.fromkeys(abs(x) for x in coordinates if x))[:MOST_SCALES] or [Fraction(1)]
    return list(dict.fromkeys(factor * scale for factor in FACTORS for scale in scales))


def cell_vertices(here: Problem, cell: dict[str, Any], size: int) -> list[list[Fraction]]:
    """The vertices of a cell, as if its functions were linear; none if one has no rational value or there are many."""
    functions = [*cell["zero"], *cell["nonnegative"]]
    try:
        rows = [affine(here, function, size) for function in functions]
    except Rejected:
        return []
    count = len(cell["zero"])
    if comb(len(rows) - count, max(size - count, 0)) > MOST_CROSSINGS:
        return []
    return [[Fraction(int(x.p), int(x.q)) for x in point] for point in vertices(size, rows[:count], rows[count:])]


def affine(here: Problem, function: Any, size: int) -> Affine:
    """The linear function with the same values at 0 and at the unit vectors."""
    units = [[Fraction(i == j) for j in range(size)] for i in range(size)]
    offset, *values = [rational(value(here, function, point)) for point in [[Fraction(0)] * size, *units]]
    return [each - offset for each in values], offset
