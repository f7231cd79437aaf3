"""Local minima of a sum of absolute values and maxima, and points that are none.

A point is shown to be a strict local minimum by the second subderivative, see `cone_curvature`, or a minimum on a whole
neighbourhood, see `kinked_neighbourhood`; and to be none, or not a strict one, by a polynomial arc along which f falls,
or does not rise. Along an arc every polynomial is one in the step t, whose sign for small t > 0 is that of its first
coefficient that is not zero.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .cone_curvature import require_cone_curvature
from .kinked_neighbourhood import require_kinked_neighbourhood
from .kinks import is_maximum, kinked_point, known_sign
from .optimality import displaced, power_series
from .polynomial import Polynomial, Scalar
from .problem import Problem
from .reading import array, record, require
from .setting import Setting

PROPERTIES = ("local minimum", "strict local minimum", "not a local minimum")

# the coefficients of the powers of the step
Series = dict[int, Scalar]


def prove_kinked_minimum(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The property by second subderivatives, or its failure by an arc."""
    if read_property(statement) == "not a local minimum":
        require_descent(problem, statement, False, proof)
    else:
        require_minimum(problem, statement, statement["property"] == "strict local minimum", proof)


def refute_kinked_minimum(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The failure of the property by an arc, or a local minimum by second subderivatives."""
    property_ = read_property(statement)
    if property_ == "not a local minimum":
        require_minimum(problem, statement, False, proof)
    else:
        require_descent(problem, statement, property_ == "strict local minimum", proof)


def read_property(statement: dict[str, Any]) -> str:
    """The property of the point."""
    require(statement["property"] in PROPERTIES, f"{statement['property']!r:.40} is not a property of a point")
    return str(statement["property"])


def require_minimum(problem: Problem, statement: dict[str, Any], strict: bool, proof: Any) -> None:
    """Reject unless d2f(x; 0)(w) >= margin * ||w||^2 for all w with a positive margin, or a neighbourhood shows it."""
    if isinstance(proof, dict) and "radius" in proof:
        require_kinked_neighbourhood(problem, statement, strict, proof)
        return
    margin, multipliers, cells = record(proof, "margin", "multipliers", "cells")
    bound = problem.scalar(margin)
    require(problem.setting.is_positive(bound), "a margin that is not known to be positive")
    require_cone_curvature(kinked_point(problem, statement), bound, {"multipliers": multipliers, "cells": cells})


def require_descent(problem: Problem, statement: dict[str, Any], flat: bool, proof: Any) -> None:
    """Reject unless f falls along an arc from the point ("flat": falls or is constant along one that moves)."""
    setting, at = problem.setting, kinked_point(problem, statement)
    arcs = [[problem.scalar(value) for value in array(arc)] for arc in array(record(proof, "arc")[0], at.size)]
    moves = any(setting.is_positive(value) or setting.is_positive(-value) for arc in arcs for value in arc)
    require(moves, "an arc that is not known to move")
    step = problem.step()
    point = [problem.evaluate(part) for part in array(statement["at"])]
    increment = along(problem, statement, displaced(point, lambda k: power_series(arcs[k], step)), step)
    increment.pop(0, None)
    sign = first_sign(setting, increment)
    require(sign < 0 or (flat and sign == 0), "the function is not known to fall")


def along(problem: Problem, statement: dict[str, Any], moved: list[Any], step: str) -> Series:
    """The coefficients of the powers of t in f along the arc, for small t > 0."""
    total = series(problem, statement["smooth"], moved, step)
    for weight, expression in statement["pieces"]:
        if is_maximum(expression):
            term = highest(problem.setting, [series(problem, member, moved, step) for member in expression])
        else:
            value = series(problem, expression, moved, step)
            term = scaled(Fraction(first_sign(problem.setting, value)), value)
        total = combined(total, scaled(problem.scalar(weight), term))
    return total


def series(problem: Problem, expression: Any, moved: list[Any], step: str) -> Series:
    """The coefficients of the powers of t in a function at the moved point."""
    value = problem.call(problem.function(expression), moved)
    return dict(Polynomial.of(value).coefficients(step))


def scaled(factor: Scalar, of: Series) -> Series:
    """A multiple."""
    return {power: factor * value for power, value in of.items()}


def combined(left: Series, right: Series) -> Series:
    """The sum."""
    return {k: left.get(k, Fraction(0)) + right.get(k, Fraction(0)) for k in left.keys() | right.keys()}


def highest(setting: Setting, members: list[Series]) -> Series:
    """The member that is the largest one for small t > 0; rejected unless it is known."""
    best = members[0]
    for member in members[1:]:
        if first_sign(setting, combined(member, scaled(Fraction(-1), best))) > 0:
            best = member
    return best


def first_sign(setting: Setting, of: Series) -> int:
    """The sign for small t > 0; rejected unless the coefficients up to the first that is not zero have known signs."""
    for power in sorted(of):
        sign = known_sign(setting, of[power])
        if sign:
            return sign
    return 0
