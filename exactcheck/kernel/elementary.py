"""Expressions with exp, log, tanh and sigmoid over numbers of any kind: intervals, quotients of polynomials.

A number of the kind has sums and products, also with rational numbers, `power(k)` and `elementary(name)`. Derivatives
come from the definition, by tangents. Only scalars and functions of scalars are read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count
from typing import Any

from .expression import SCALARS, Function
from .polynomial import Scalar
from .problem import Problem
from .reading import Rejected, array, integer, name, rational, require, text
from .tangents import Tangent, slope_at

Value = Any
FUNCTIONS = ("exp", "log", "tanh", "sigmoid")
MOST_DIRECTIONS = 4


@dataclass(frozen=True)
class Elementary:
    """Values of expressions; `constant` makes a number of the kind from an expression in letters of the problem."""

    problem: Problem
    constant: Callable[[Scalar], Value]
    scope: dict[str, Value]
    levels: count[int]

    def number(self, expression: Any) -> Value:
        """The value of an expression that must be a scalar."""
        if isinstance(expression, str):
            return self.constant(rational(expression))
        operation = text(array(expression)[0] if expression else "")
        if operation in FUNCTIONS:
            (argument,) = array(expression[1:], 1)
            return self.number(argument).elementary(operation)
        require(operation in OPERATIONS, f"{operation!r:.40} is no operation on values of elementary functions")
        return OPERATIONS[operation](self, *expression[1:])

    def function(self, expression: Any) -> Function:
        """A function, by its name or as it is written."""
        if isinstance(expression, list) and expression[:1] == ["name"]:
            found = self.scope.get(name(array(expression, 2)[1]))
        else:
            _, variables, body = array(expression, 3)
            require(expression[0] == "function", "a function was expected")
            names = [name(variable) for variable in array(variables)]
            require(len(set(names)) == len(names) > 0, "a function needs variables with different names")
            found = Function(names, body, self.scope)
        if not isinstance(found, Function):
            raise Rejected("a function was expected")
        return found

    def call(self, function: Function, arguments: Sequence[Value]) -> Value:
        """The value of a function at numbers of the kind."""
        require(len(arguments) == len(function.variables), "a function with a wrong number of arguments")
        scope = {**function.scope, **dict(zip(function.variables, arguments, strict=True))}
        return replace(self, scope=scope).number(function.body)

    def derivative(
        self, function: Function, arguments: Sequence[Value], directions: Sequence[Sequence[Value]]
    ) -> Value:
        """The coefficient of t_1 ... t_k in the value at point + t_1 d_1 + ... + t_k d_k, a level for each t_i."""
        levels = [next(self.levels) for _ in directions]
        for level, direction in zip(levels, directions, strict=True):
            arguments = [Tangent(level, at, (step,)) for at, step in zip(arguments, direction, strict=True)]
        result = self.call(function, arguments)
        for level in reversed(levels):
            result = slope_at(result, level, self.constant(Fraction(0)))
        return result


def values_of(problem: Problem, constant: Callable[[Scalar], Value]) -> Elementary:
    """Values of expressions of a problem."""
    return Elementary(problem, constant, problem.definitions, count(1))


def _letter(values: Elementary, letter: Any) -> Value:
    return values.constant(values.problem.scalar(["letter", letter]))


def _name(values: Elementary, word: Any) -> Value:
    require(name(word) in values.scope, f"{word} is not defined")
    found = values.scope[word]
    if isinstance(found, SCALARS):
        return values.constant(found)
    require(hasattr(found, "elementary"), f"{word} is no scalar")
    return found


def _sum(values: Elementary, first: Any, *others: Any) -> Value:
    result = values.number(first)
    for other in others:
        result = result + values.number(other)
    return result


def _product(values: Elementary, first: Any, *others: Any) -> Value:
    result = values.number(first)
    for other in others:
        result = result * values.number(other)
    return result


def _negative(values: Elementary, argument: Any) -> Value:
    return values.number(argument) * Fraction(-1)


def _power(values: Elementary, base: Any, exponent: Any) -> Value:
    return values.number(base).power(integer(exponent, -1000, 1000))


def _value(values: Elementary, function: Any, point: Any) -> Value:
    return values.call(values.function(function), [values.number(part) for part in array(point)])


def _derivative(values: Elementary, function: Any, point: Any, directions: Any) -> Value:
    arguments = [values.number(part) for part in array(point)]
    along = [[values.number(part) for part in array(each, len(arguments))] for each in array(directions)]
    require(0 < len(along) <= MOST_DIRECTIONS, f"a derivative along one to {MOST_DIRECTIONS} directions")
    return values.derivative(values.function(function), arguments, along)


OPERATIONS: dict[str, Callable[..., Value]] = {
    "letter": _letter,
    "name": _name,
    "+": _sum,
    "*": _product,
    "-": _negative,
    "^": _power,
    "value": _value,
    "derivative": _derivative,
}
