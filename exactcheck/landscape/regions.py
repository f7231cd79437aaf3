"""Regions of points from what users have: functions of the coordinates that list conditions, or sympy relations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from inspect import signature
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Expression, Function, Matrix, Scalar, scalar
from ..exact.matrices import matrix
from ..exact.statement import Statement
from .polynomials import common_functions, is_sympy

Conditions = tuple[tuple[Function, str], ...]
TURNED = {"<=": ">=", "<": ">"}
SYMPY_RELATIONS = {"==": "=", "!=": "!=", ">=": ">=", ">": ">", "<=": "<=", "<": "<"}


@dataclass(frozen=True, eq=False)
class Coordinates:
    """The coordinates of a point, all numbers, and the variables in terms of them: numbers, or matrices of them."""

    numbers: tuple[Scalar, ...]
    parts: tuple[Scalar | Matrix, ...]

    def function(self, body: Any) -> Function:
        """The function of the coordinates with this value."""
        return Function("function", self.numbers, body)

    def of(self, function: Function) -> Function:
        """A function of the variables as one of the coordinates."""
        numbers = all(isinstance(variable, Scalar) for variable in function.variables)
        return function if numbers else self.function(function(*self.parts))

    def conditions(self, argument: str, given: Any) -> Conditions:
        """Conditions as functions with their relation to zero: from a function of the variables, or sympy relations."""
        listed = as_list(given(*self.parts)) if callable(given) else as_list(given)
        return tuple(self._condition(argument, each) for each in listed)

    def functions(self, argument: str, given: Any) -> tuple[Function, ...]:
        """Values as functions: from a function of the variables that lists them, or from expressions of sympy."""
        listed = as_list(given(*self.parts)) if callable(given) else as_list(given)
        return tuple(self.value(argument, each) for each in listed)

    def value(self, argument: str, given: Any) -> Function:
        """One value as a function of the coordinates."""
        if isinstance(given, Function):
            if len(given.variables) != len(self.parts):
                raise InputError(f"{argument}: {given!r} has {len(given.variables)} variables, not {len(self.parts)}")
            return self.of(given)
        if is_sympy(given):
            (found,) = common_functions([(argument, given)], [x.arguments[0] for x in self.numbers])
            return self.function(found(*self.numbers))
        return self.function(scalar(given, argument))

    def _condition(self, argument: str, given: Any) -> tuple[Function, str]:
        if is_sympy(given) and getattr(given, "is_Relational", False):
            function, relation = self.value(argument, given.lhs - given.rhs), SYMPY_RELATIONS[given.rel_op]
            return turned(function, relation)
        comparison = isinstance(given, Statement) and given.kind == "comparison"
        if not comparison or not isinstance(given["left"], Scalar):
            raise InputError(f"{argument}: {given!r} is no condition such as x >= 0, x + y < 1 or x * y == 1")
        return turned(self.function(given["left"] - given["right"]), given["relation"])


def turned(function: Function, relation: str) -> tuple[Function, str]:
    """The condition with one of the relations =, !=, >= and >."""
    if relation not in TURNED:
        return function, relation
    variables, body = function.arguments
    return Function("function", variables, -body), TURNED[relation]


def as_list(given: Any) -> list[Any]:
    """Several things, or one."""
    return list(given) if isinstance(given, (list, tuple)) else [given]


def coordinates_of(variables: Iterable[Expression]) -> Coordinates:
    """The coordinates for variables: the entries of matrices row by row.

    Raises InputError for a matrix of letter size.
    """
    numbers: list[Scalar] = []
    parts: list[Scalar | Matrix] = []
    for variable in variables:
        name = variable.arguments[0]
        if not isinstance(variable, Matrix):
            numbers.append(Scalar("variable", name))
            parts.append(numbers[-1])
            continue
        rows, cols = variable.shape
        if not isinstance(rows, int) or not isinstance(cols, int):
            raise InputError(f"f: the variable {name} is a matrix of letter size")
        table = [[Scalar("variable", f"{name}_{i + 1}_{j + 1}") for j in range(cols)] for i in range(rows)]
        numbers += [x for row in table for x in row]
        parts.append(matrix(table))
    return Coordinates(tuple(numbers), tuple(parts))


def objective(f: Any, variables: Iterable[Any] | None = None) -> tuple[Function, Coordinates]:
    """A function of numbers from a function or a sympy expression, and its coordinates."""
    (function,) = common_functions([("f", f)], variables)
    numbers = all(isinstance(variable, Scalar) for variable in function.variables)
    if numbers:
        return function, Coordinates(function.variables, function.variables)  # type: ignore[arg-type]
    coordinates = coordinates_of(function.variables)
    return coordinates.of(function), coordinates


def shared_coordinates(given: Sequence[Any]) -> Coordinates:
    """The coordinates that several regions speak of: the arguments of functions, or the free symbols of relations."""
    bodies = [each for each in given if callable(each)]
    if bodies:
        names = list(signature(bodies[0]).parameters)
        if any(list(signature(body).parameters) != names for body in bodies):
            raise InputError(f"conclusions: they must have the same arguments as the conditions, {', '.join(names)}")
    else:
        symbols = {symbol for each in given for part in as_list(each) for symbol in getattr(part, "free_symbols", ())}
        names = sorted(str(symbol) for symbol in symbols)
    if not names:
        raise InputError("conditions: they contain no variable; write them as lambda x, y: [x >= 0, ...]")
    return coordinates_of(Scalar("variable", name) for name in names)


Region = Callable[..., Any] | Sequence[Any] | Any
