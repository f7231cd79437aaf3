"""Sets of polynomial conditions that are empty, and conditions that imply others."""

from __future__ import annotations

from typing import Any

from ..exact.expression import scalar
from ..exact.statement import Statement
from .regions import Region, objective, shared_coordinates
from .search_hints import ANY, Hint, conditions_of, search_hints


def separated(
    f: Any, level: Any, wall: Any, *, squares: Hint = None, cases: Hint = None, seconds: float = 20
) -> Statement:
    """f > level wherever the polynomial wall is zero.

    Then no connected set, and no connected component of {f <= level}, has points on both sides wall > 0 and wall < 0:
    the wall would be zero somewhere on it. In particular S = {f <= level, wall >= 0} and U = {wall > 0} are a
    certificate for `setwise_local_minimum`. What is decided is the inequality.

    >>> from exactcheck import verify_statements
    >>> from sympy.abc import x, y
    >>> verify_statements(separated((x**2 - 1) ** 2 + y**2, "1/2", x)).verdict
    'proved'
    >>> verify_statements(separated((x**2 - 1) ** 2 + y**2, 1, x)).verdict
    'refuted'
    """
    function, coordinates = objective(f)
    (zero,) = coordinates.functions("wall", wall)
    excess = coordinates.function(function(*coordinates.numbers) - scalar(level, "level"))
    hints = search_hints(coordinates, squares, cases, seconds)
    return Statement("implication", hints, conditions=((zero, "="),), conclusions=((excess, ">"),))


def empty(conditions: Region, *, squares: Hint = None, cases: Hint = None, seconds: float = 20) -> Statement:
    """No point satisfies all conditions, polynomial equations and inequalities in its coordinates.

    The conditions are a function of the coordinates that lists them, or relations of sympy. `squares` and `cases` are
    hints: functions of the coordinates that list expressions whose squares, or whose signs, may help.

    >>> from exactcheck import verify_statements
    >>> verify_statements(empty(lambda x, y: [x**2 + y**2 <= 1, x + y >= 2])).verdict
    'proved'
    >>> verify_statements(empty(lambda x, y: [x**2 + y**2 <= 2, x + y >= 2])).verdict
    'refuted'
    """
    coordinates = shared_coordinates([conditions])
    listed = conditions_of("conditions", coordinates, conditions, ANY)
    return Statement("empty set", search_hints(coordinates, squares, cases, seconds), conditions=listed)


def implies(
    conditions: Region, conclusions: Region, *, squares: Hint = None, cases: Hint = None, seconds: float = 20
) -> Statement:
    """All points that satisfy the conditions satisfy the conclusions; both are given as in `empty`.

    >>> from exactcheck import verify_statements
    >>> verify_statements(implies(lambda x, y: [x * y == 1, x > 0], lambda x, y: [y > 0, x + y >= 2])).verdict
    'proved'
    """
    coordinates = shared_coordinates([conditions, conclusions])
    supposed = conditions_of("conditions", coordinates, conditions, ANY)
    wanted = conditions_of("conclusions", coordinates, conclusions, ANY)
    hints = search_hints(coordinates, squares, cases, seconds)
    return Statement("implication", hints, conditions=supposed, conclusions=wanted)


def everywhere(conclusions: Region, *, squares: Hint = None, cases: Hint = None, seconds: float = 20) -> Statement:
    """All points satisfy the conclusions, which are given as in `empty`.

    >>> from exactcheck import verify_statements
    >>> verify_statements(everywhere(lambda x, y: x**2 + y**2 >= 2 * x * y)).verdict
    'proved'
    """
    coordinates = shared_coordinates([conclusions])
    wanted = conditions_of("conclusions", coordinates, conclusions, ANY)
    return Statement(
        "implication", search_hints(coordinates, squares, cases, seconds), conditions=(), conclusions=wanted
    )
