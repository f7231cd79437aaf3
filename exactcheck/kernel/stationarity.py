"""Stationary points of a sum of absolute values, to first and to second order, and points that are none.

A point is stationary if 0 is a subgradient, and second-order stationary if also d2f(x; 0)(w) >= 0 for all w; see
`nonsmooth` for the second subderivative.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .congruence import read_rows, require_semidefinite
from .kinks import KinkedPoint, Vector, kinked_point
from .matrix import Matrix
from .nonsmooth import upper_bound
from .problem import Problem
from .reading import array, integer, record, require

PROPERTIES = ("stationary", "second-order stationary", "not stationary", "not second-order stationary")


def prove_stationarity(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The property by multipliers, or its failure by a direction."""
    decide_stationarity(problem, statement, proof, holds=True)


def refute_stationarity(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The failure of the property by a direction, or what is denied by multipliers."""
    decide_stationarity(problem, statement, proof, holds=False)


def decide_stationarity(problem: Problem, statement: dict[str, Any], proof: Any, holds: bool) -> None:
    """Reject unless the proof shows the property (its failure, for the opposite verdict or the opposite property)."""
    property_ = statement["property"]
    require(property_ in PROPERTIES, f"{property_!r:.40} is not a property of a point")
    plain = property_.removeprefix("not ")
    check = require_stationary if holds == (plain == property_) else require_not_stationary
    check(kinked_point(problem, statement), plain == "second-order stationary", proof)


def require_not_stationary(at: KinkedPoint, second: bool, proof: Any) -> None:
    """Reject unless df(x)(d) < 0, or for the second order d2f(x; 0)(d) < 0."""
    setting = at.problem.setting
    require(isinstance(proof, dict) and "direction" in proof, "a direction was expected")
    d = at.vector(proof["direction"])
    if second and "acceleration" in proof:
        y = at.vector(record(proof, "direction", "acceleration")[1])
        require(setting.is_positive(-upper_bound(at, d, y)), "the second subderivative is not known to be negative")
        return
    record(proof, "direction")
    require(setting.is_positive(-at.slope(d)), "the directional derivative is not known to be negative")


def require_stationary(at: KinkedPoint, second: bool, proof: Any) -> None:
    """Reject unless the multipliers give the subgradient 0, and for the second order a form that is nonnegative.

    f falls nowhere to first order. So df(x)(w) = 0 makes each term of sum_k (|<q_k', w>| - z_k <q_k', w>) zero, that
    is, <q_k', w> = 0 where |z_k| < 1. On these w the form of s + sum_k z_k q_k, a lower bound of d2f(x; 0), does not
    change by <q_k', w> <b_k, w> with any b_k. For all other w d2f(x; 0)(w) is infinite.
    """
    fields = ("multipliers", "tangent", "congruence") if second else ("multipliers",)
    z, *rest = record(proof, *fields)
    multipliers = at.multipliers(z)
    at.require_subgradient(multipliers, [Fraction(0)] * at.size)
    if second:
        form = tangent_form(at, multipliers, rest[0])
        rows = read_rows(rest[1], at.problem.scalar, at.size)
        require_semidefinite(at.problem.setting, form, rows)


def tangent_form(at: KinkedPoint, z: Vector, terms: Any) -> Matrix:
    """The Hessian of s + sum_k z_k q_k, changed by symmetric products of q_k' and b_k for kinks with |z_k| < 1."""
    form = Matrix(at.size, at.size, at.lagrangian(z).hessian())
    for term in array(terms):
        index, vector = array(term, 2)
        k = integer(index, 0, len(at.kinks) - 1)
        setting = at.problem.setting
        inner = setting.is_positive(1 - z[k]) and setting.is_positive(1 + z[k])
        require(inner, "a multiplier that is not known to lie inside of [-1, 1]")
        a = Matrix(at.size, 1, {(i, 0): value for i, value in at.kinks[k].linear.items()})
        b = Matrix(at.size, 1, {(i, 0): value for i, value in enumerate(at.vector(vector))})
        form = form + a @ b.transpose() + b @ a.transpose()
    return form
