"""Hessians at points, and their numbers of positive, negative and zero eigenvalues along a family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from ..exact.components import Component
from ..exact.errors import InputError
from ..exact.expression import Function, Matrix, Scalar, letter
from ..exact.matrices import matrix
from ..exact.statement import Statement
from .forms import inertia
from .polynomials import smooth_function

Inertia = tuple[int, int, int]


def hessian(function: Any, at: Any, variables: Iterable[Any] | None = None) -> Matrix:
    """The matrix of second derivatives at a point, for a function of numbers or a polynomial of sympy.

    The coordinates are those of `variables`, by default of the free symbols sorted by name.

    >>> from exactcheck import function, verify_statements
    >>> f = function(lambda x, y: (x * y - 1) ** 2, x=None, y=None)
    >>> verify_statements(inertia(hessian(f, at=(0, 0)), 1, 1, 0)).verdict
    'proved'

    Raises InputError for a function with variables that are matrices, and for a point with other coordinates.
    """
    function = smooth_function(function, variables)
    if not all(isinstance(variable, Scalar) for variable in function.variables):
        raise InputError(f"function: {function!r} has variables that are matrices; all must be numbers")
    point = at if isinstance(at, (tuple, list)) else (at,)
    size = len(function.variables)
    units = [[int(i == j) for j in range(size)] for i in range(size)]
    upper = {(i, j): function.derivative(point, units[i], units[j]) for i in range(size) for j in range(i, size)}
    return matrix([[upper[min(i, j), max(i, j)] for j in range(size)] for i in range(size)])


def inertia_along(function: Function, component: Component) -> Inertia | None:
    """The inertia of the Hessian at all points of a component, accepted by the kernel; None if it is not seen.

    Conditions may be inequalities, and letters that are not zero: their two signs are told apart. Under equations, and
    where it is not constant, it is not seen.
    """
    if any(relation == "=" for _, relation in component.where):
        return None
    found = {_decided(hessian(function, point), assumed) for point, assumed in _cases(component)}
    return found.pop() if len(found) == 1 else None


def _cases(component: Component) -> Iterator[tuple[list[Scalar], list[Statement]]]:
    """Points with letters that are positive where they are not zero, and what is assumed of these."""
    unequal = [value for value, relation in component.where if relation == "!="]
    for signs in product((1, -1), repeat=len(unequal)):
        turned = {id(value): sign for value, sign in zip(unequal, signs, strict=True)}
        letters = {id(x): letter(x.arguments[0], "point") for x in component.variables}
        values = [letters[id(x)] * turned.get(id(x), 1) for x in component.variables]
        assumed = [letters[id(x)] > 0 for x in component.variables if id(x) in turned]
        for value, relation in component.where:
            if relation != "!=":
                left = _at(component, value, values)
                assumed.append({">": left > 0, ">=": left >= 0, "<": left < 0, "<=": left <= 0}[relation])
        yield [_at(component, x, values) for x in component.point], assumed


def _at(component: Component, value: Scalar, letters: list[Scalar]) -> Scalar:
    """An expression at values of the letters of a component."""
    return Function("function", component.variables, value)(*letters) if component.variables else value


def _decided(form: Matrix, assumed: list[Statement]) -> Inertia | None:
    """The inertia of a matrix, accepted by the kernel."""
    from ..decide import Context, decide
    from ..decide.congruence import congruence
    from ..exact.problem import Problem

    problem = Problem()
    problem.write(form)
    for statement in assumed:
        problem.assume(statement)
    context = Context(problem)
    found = congruence(context, context.evaluator.matrix(form))
    if found is None:
        return None
    positive, negative, zero = found.inertia
    statement = inertia(form, positive, negative, zero)
    decision = decide(context, statement)
    accepted = decision.verdict == "proved" and not context.accepts(statement, "proved", decision.proof)
    return (positive, negative, zero) if accepted else None
