"""Cells: the points of R^n that satisfy equations and inequalities, and their vertices if these are linear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Function, Scalar, scalar
from ..exact.statement import Statement

Vertex = tuple[Fraction, ...]


@dataclass(frozen=True, eq=False)
class Cell:
    """The points at which some functions are zero and others are nonnegative, all of the same variables."""

    variables: tuple[Scalar, ...]
    zero: tuple[Function, ...]
    nonnegative: tuple[Function, ...]

    @property
    def fields(self) -> dict[str, tuple[Function, ...]]:
        """The functions as a statement has them."""
        return {"zero": self.zero, "nonnegative": self.nonnegative}

    def __repr__(self) -> str:
        from ..exact.printed_cells import cell

        return cell(self.fields)

    def vertices(self) -> list[Vertex]:
        """The vertices in lexicographic order, for linear conditions with rational coefficients.

        Each satisfies all conditions, and those that hold with equality determine it. A bounded cell is the convex hull
        of its vertices.

        Raises InputError for other conditions.
        """
        from ..decide.vertices import vertices

        zero, nonnegative = ([self._affine(each) for each in functions] for functions in (self.zero, self.nonnegative))
        found = vertices(len(self.variables), zero, nonnegative)
        return [tuple(Fraction(int(x.p), int(x.q)) for x in point) for point in found]

    def _affine(self, function: Function) -> Any:
        """The coefficients and the offset of a linear function."""
        from flint import fmpq

        from ..exact.evaluation import Evaluator, gradient_and_hessian

        size = len(self.variables)
        jet = gradient_and_hessian(Evaluator({}, lambda letter: letter.name), function, [fmpq(0)] * size)
        if any(any(row.values()) for row in jet.hessian.values()):
            raise InputError(f"vertices: {function!r} is not linear")
        return [jet.gradient.get(i, fmpq(0)) for i in range(size)], jet.value


def as_cell(variables: Sequence[Scalar], given: Any, argument: str = "cells") -> Cell:
    """A cell from what a user has: a cell, a point, or a function of the variables that lists conditions on them.

    Raises InputError for anything else.
    """
    if callable(given):
        return _of_conditions(tuple(variables), given, argument)
    point = given if isinstance(given, (tuple, list)) else (given,)
    size = len(given.variables if isinstance(given, Cell) else point)
    if size != len(variables):
        raise InputError(f"{argument}: {given!r} is about {size} coordinates instead of {len(variables)}")
    return given if isinstance(given, Cell) else point_cell(variables, point)


def point_cell(variables: Sequence[Scalar], point: Sequence[Any]) -> Cell:
    """The cell of one point."""
    names = tuple(variables)
    bodies = [x - scalar(value, "a coordinate") for x, value in zip(names, point, strict=True)]
    return Cell(names, tuple(Function("function", names, body) for body in bodies), ())


def _of_conditions(variables: tuple[Scalar, ...], conditions: Callable[..., Any], argument: str) -> Cell:
    stated = conditions(*variables)
    listed = [stated] if isinstance(stated, Statement) else list(stated)
    for condition in listed:
        comparison = isinstance(condition, Statement) and condition.kind == "comparison"
        if not comparison or not isinstance(condition["left"], Scalar) or condition["relation"] in ("<", ">"):
            raise InputError(f"{argument}: {condition!r} is no condition such as x + y == 0, x <= 1 or x >= y")
    pairs = [(condition["relation"], _difference(variables, condition)) for condition in listed]
    zero = tuple(function for relation, function in pairs if relation == "=")
    return Cell(variables, zero, tuple(function for relation, function in pairs if relation != "="))


def _difference(variables: tuple[Scalar, ...], condition: Statement) -> Function:
    """The function that a condition says to be zero or nonnegative."""
    left, right = condition["left"], condition["right"]
    return Function("function", variables, right - left if condition["relation"] == "<=" else left - right)
