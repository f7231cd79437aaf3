"""Stationary points of a sum of absolute values and maxima, to first and to second order, and points that are none.

A point is stationary if 0 is a subgradient, and second-order stationary if also d2f(x; 0)(w) >= 0 for all w; see
`nonsmooth` for the second subderivative.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .cone_curvature import require_cone_curvature
from .congruence import read_rows, require_semidefinite
from .jet import Jet
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

    f falls nowhere to first order. So df(x)(w) = 0 makes each term of sum_k (|<q_k', w>| - z_k <q_k', w>) and of
    sum_l (max_j <r_lj', w> - sum_j t_lj <r_lj', w>) zero, that is, <q_k', w> = 0 where |z_k| < 1, and
    <r_li' - r_lj', w> = 0 where t_li > 0 and t_lj > 0. On these w the form of s + sum_k z_k q_k + sum_lj t_lj r_lj, a
    lower bound of d2f(x; 0), does not change by <a, w> <b, w> with a = q_k' or a = r_li' - r_lj' and any b. For all
    other w d2f(x; 0)(w) is infinite. For a form that is nonnegative on the critical cone only, see `cone_curvature`.
    """
    if second and isinstance(proof, dict) and "cells" in proof:
        require_cone_curvature(at, Fraction(0), proof)
        return
    fields = ("multipliers", "tangent", "congruence") if second else ("multipliers",)
    z, *rest = record(proof, *fields)
    multipliers = at.multipliers(z)
    at.require_subgradient(multipliers, [Fraction(0)] * at.size)
    if second:
        form = tangent_form(at, multipliers, rest[0])
        rows = read_rows(rest[1], at.problem.scalar, at.size)
        require_semidefinite(at.problem.setting, form, rows)


def tangent_form(at: KinkedPoint, z: Vector, terms: Any) -> Matrix:
    """The Hessian of s + sum_k z_k q_k + sum_lj t_lj r_lj, changed by a b^T + b a^T for terms [a, b]; a is given by the
    number of a kink, or by those of a maximum and of two of its members.
    """
    form = Matrix(at.size, at.size, at.lagrangian(z).hessian())
    for term in array(terms):
        place, vector = array(term, 2)
        flat = flat_slope(at, z, place)
        a = Matrix(at.size, 1, {(i, 0): value for i, value in flat.linear.items()})
        b = Matrix(at.size, 1, {(i, 0): value for i, value in enumerate(at.vector(vector))})
        form = form + a @ b.transpose() + b @ a.transpose()
    return form


def flat_slope(at: KinkedPoint, z: Vector, place: Any) -> Jet:
    """A jet whose linear part is zero wherever df(x) is; rejected unless the multipliers show that."""
    setting = at.problem.setting
    kinks, maxima = at.parts(z)
    if isinstance(place, list):
        chosen, *pair = array(place, 3)
        number = integer(chosen, 0, len(maxima) - 1)
        i, j = (integer(member, 0, len(maxima[number]) - 1) for member in pair)
        used = all(setting.is_positive(maxima[number][member]) for member in (i, j))
        require(used, "a weight of a member that is not known to be positive")
        return at.maxima[number][i] - at.maxima[number][j]
    k = integer(place, 0, len(kinks) - 1)
    inner = setting.is_positive(1 - kinks[k]) and setting.is_positive(1 + kinks[k])
    require(inner, "a multiplier that is not known to lie inside of [-1, 1]")
    return at.kinks[k]
