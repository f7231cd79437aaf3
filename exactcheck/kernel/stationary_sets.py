"""Sets of points that a statement on the stationary points of a sum of absolute values speaks of, and its content.

A set is a union of cells, each the solutions of equations and inequalities: {"zero": [functions], "nonnegative":
[functions]}, in the same scalar variables as the sum.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from .cases import known_zero
from .expression import SCALARS
from .polynomial import Polynomial, Scalar
from .problem import Problem
from .reading import array, record, require
from .setting import Setting

Point = list[Scalar]
Unsigned = frozenset[Polynomial]
Summary = tuple[Polynomial, Counter[tuple[Polynomial, Unsigned]], frozenset[tuple[frozenset[Unsigned], Unsigned]]]


@dataclass(frozen=True)
class Cell:
    """The values at a point of what must be zero, and of what must be nonnegative."""

    zero: list[Polynomial]
    nonnegative: list[Polynomial]

    def contains(self, setting: Setting) -> bool:
        """True if the point is known to lie in the cell."""
        zero = all(known_zero(setting, value) for value in self.zero)
        return zero and all(map(setting.is_nonnegative, self.nonnegative))

    def excludes(self, setting: Setting) -> bool:
        """True if one equation or one inequality is known to be violated."""
        unequal = any(setting.is_positive(value) or setting.is_positive(-value) for value in self.zero)
        return unequal or any(setting.is_positive(-value) for value in self.nonnegative)


@dataclass(frozen=True)
class Content:
    """Smooth part, pieces with their weights, and cells of a statement as polynomials in the coordinates of a point."""

    smooth: Polynomial
    pieces: list[tuple[Polynomial, Polynomial]]
    cells: list[Cell]

    def summary(self, renaming: dict[str, Polynomial] | None = None) -> Summary:
        """What does not depend on the order of pieces and cells nor on signs between bars, with letters renamed."""

        def renamed(value: Polynomial) -> Polynomial:
            return value.substitute(renaming) if renaming else value

        def unsigned(value: Polynomial) -> Unsigned:
            return frozenset((renamed(value), -renamed(value)))

        cells = frozenset(
            (frozenset(map(unsigned, cell.zero)), frozenset(map(renamed, cell.nonnegative))) for cell in self.cells
        )
        return renamed(self.smooth), Counter((renamed(w), unsigned(p)) for w, p in self.pieces), cells


def cells(problem: Problem, statement: dict[str, Any], at: Point) -> list[Cell]:
    """The cells of a statement at a point."""
    conditions = [record(cell, "zero", "nonnegative") for cell in array(statement["cells"])]
    return [
        Cell(*([value(problem, function, at) for function in array(functions)] for functions in cell))
        for cell in conditions
    ]


def content(problem: Problem, statement: dict[str, Any], at: Point) -> Content:
    """All that a statement says, at a point."""
    pieces = [array(piece, 2) for piece in array(statement["pieces"])]
    weighted = [(problem.setting.normal(problem.scalar(w)), value(problem, piece, at)) for w, piece in pieces]
    return Content(value(problem, statement["smooth"], at), weighted, cells(problem, statement, at))


def value(problem: Problem, function: Any, at: Point) -> Polynomial:
    """The value of a scalar function of scalars."""
    found = problem.call(problem.function(function), list(at))
    require(isinstance(found, SCALARS), "a function that is no scalar")
    return problem.setting.normal(found)
