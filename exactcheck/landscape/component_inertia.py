"""What a function is like along a component: its value, and the eigenvalues of its Hessian."""

from __future__ import annotations

from typing import Any

from ..exact.components import Component
from ..exact.errors import InputError
from ..exact.expression import Function, Scalar
from ..exact.statement import Statement
from .components import as_component, expression
from .hessians import Inertia, _at, _cases
from .hessians import inertia_along as inertia_in_cases
from .polynomials import common_functions


def hessian_inertia(f: Any, component: Any, positive: int, negative: int, zero: int) -> Statement:
    """At all points of a component the Hessian has these numbers of positive, negative and zero eigenvalues.

    The function may be a sympy expression; the component is a point or a `family(...)`, whose letters may satisfy
    equations.

    >>> from sympy.abc import x, y
    >>> from exactcheck import verify_statements
    >>> from exactcheck.landscape import family
    >>> circle = family(lambda x, y: (x, y), where=lambda x, y: x**2 + y**2 == 1)
    >>> verify_statements(hessian_inertia((x**2 + y**2 - 1) ** 2, circle, 1, 0, 1)).verdict
    'proved'

    Raises InputError for what is no polynomial in numbers, for points with other coordinates, and for counts that do
    not add up to their number.
    """
    (function,) = common_functions([("f", f)], None)
    if not all(isinstance(variable, Scalar) for variable in function.variables):
        raise InputError("f: it has variables that are matrices; all must be numbers")
    size, counts = len(function.variables), [positive, negative, zero]
    if not all(type(count) is int and count >= 0 for count in counts) or sum(counts) != size:
        raise InputError(f"positive, negative, zero: {counts} are no numbers of eigenvalues that add up to {size}")
    return _statement(function, as_component(size, component), counts)


def inertia_along(function: Function, component: Component) -> Inertia | None:
    """The inertia at all points of a component, accepted by the kernel; None if it is not constant, or not seen."""
    component = with_positive_letters(component)
    found = inertia_in_cases(function, component)
    if found is not None:
        return found
    from ..decide import Context
    from ..decide.component_inertia import inertia_along as found_along
    from ..exact.problem import Problem
    from ..kernel.known_equations import Known

    problem = Problem()
    content = problem.state(_statement(function, component, [0, 0, 0]))
    context = Context(problem)
    counts, proof = found_along(Known(context.kernel), content)
    if counts is None or context.accepts(_statement(function, component, counts), "proved", proof):
        return None
    positive, negative, zero = counts
    return positive, negative, zero


def value_along(function: Function, component: Component) -> Scalar | None:
    """The value at all points of a component, accepted by the kernel; None if it is not constant, or not seen."""
    component = with_positive_letters(component)
    from ..decide import Context
    from ..decide.component_inertia import value_along as found_along
    from ..exact.problem import Problem
    from ..kernel.known_equations import Known

    problem = Problem()
    content = problem.state(_statement(function, component, [0, 0, 0]))
    number = found_along(Known(Context(problem).kernel), content)
    if number is None:
        return None
    letters = {name: Scalar("letter", item) for name, item in problem.letters.items()}
    value = expression(number, letters)
    return value if all(_is_value(function, value, *case) for case in _cases_with_equations(component)) else None


def with_positive_letters(component: Component) -> Component:
    """The same points, with -x in the place of a letter x that is negative."""
    negative = {id(value) for value, relation in component.where if relation == "<"}
    turned = {id(x): -x for x in component.variables if id(x) in negative}
    if not turned:
        return component
    values = [turned.get(id(x), x) for x in component.variables]
    positive = [(x, ">") for x in component.variables if id(x) in turned]
    others = [(value, relation) for value, relation in component.where if id(value) not in turned or relation != "<"]
    where = [(_at(component, value, values), relation) for value, relation in others]
    return Component(
        component.variables, (*positive, *where), tuple(_at(component, x, values) for x in component.point)
    )


def _statement(function: Function, component: Component, counts: list[int]) -> Statement:
    return Statement("inertia along", function=function, component=component, inertia=counts)


def _cases_with_equations(component: Component) -> list[tuple[list[Scalar], list[Statement]]]:
    """Points with assumptions about their letters, equations among these."""
    equations = [value for value, relation in component.where if relation == "="]
    others = tuple(condition for condition in component.where if condition[1] != "=")
    found = []
    for values, assumed in _cases(Component(component.variables, others, component.variables)):
        known = [_at(component, equation, values) == 0 for equation in equations]
        found.append(([_at(component, x, values) for x in component.point], [*assumed, *known]))
    return found


def _is_value(function: Function, value: Scalar, point: list[Scalar], assumed: list[Statement]) -> bool:
    """True if the kernel accepts that the function has this value under what is assumed."""
    return _accepted(function(*point) == value, assumed)


def differ(left: Scalar, right: Scalar) -> bool:
    """True if the kernel accepts that one of two numbers is smaller."""
    return _accepted(left < right, []) or _accepted(right < left, [])


def _accepted(statement: Statement, assumed: list[Statement]) -> bool:
    """True if a statement is proved under what is assumed, and the kernel accepts it."""
    from ..decide import Context, decide
    from ..exact.problem import Problem

    problem = Problem()
    problem.state(statement)
    for each in assumed:
        problem.assume(each)
    context = Context(problem)
    decision = decide(context, statement)
    return decision.verdict == "proved" and not context.accepts(statement, "proved", decision.proof)
