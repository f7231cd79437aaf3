"""The critical cone of a sum of absolute values and maxima at a stationary point: the w with df(x)(w) = 0.

Let multipliers give the subgradient 0, and let t_gj be the weight of the branch r_gj in it (see `branches`). Then
df(x)(w) = sum_g (max_j <r_gj', w> - sum_j t_gj <r_gj', w>), where no summand is negative. So df(x)(w) = 0 exactly if
<r_gi', w> is the largest of all <r_gj', w> whenever t_gi > 0. This is a polyhedral cone by inequalities, and by
equations between the branches with positive weights, whichever multipliers of the subgradient 0 are taken.

Two cones are equal if each lies in all halfspaces that make up the other, or contains its generators.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .branches import branches, gradient, shares
from .kinks import KinkedPoint, Vector, kinked_point
from .polyhedral_cones import Generated, Halfspaces, read_cone
from .problem import Problem
from .reading import integer, record, require


def prove_directions(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """Stationarity by multipliers, and both inclusions."""
    at = kinked_point(problem, statement)
    stated = read_cone(at, statement["cone"])
    if isinstance(stated, Generated):
        z, coordinates, only = record(proof, "multipliers", "coordinates", "only")
        critical = critical_cone(at, stationary_multipliers(at, z))
        for generator in stated.generators:
            critical.require_member(problem.setting, generator)
        critical.require_within(at, stated.representation(at, coordinates), only)
    else:
        z, only, all_ = record(proof, "multipliers", "only", "all")
        critical = critical_cone(at, stationary_multipliers(at, z))
        critical.require_within(at, stated.halfspaces, only)
        stated.require_within(at, critical.halfspaces, all_)


def refute_directions(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """A direction of descent, so that the point is not stationary, or one that is in one of the two sets only."""
    at, setting = kinked_point(problem, statement), problem.setting
    stated = read_cone(at, statement["cone"])
    require(isinstance(proof, dict), "a direction was expected")
    if "descent" in proof:
        d = at.vector(record(proof, "descent")[0])
        require(setting.is_positive(-at.slope(d)), "the directional derivative is not known to be negative")
    elif "critical" in proof:
        require_missing(at, stated, proof)
    else:
        require_uncritical(at, stated, proof)


def require_missing(at: KinkedPoint, stated: Halfspaces | Generated, proof: Any) -> None:
    """Reject unless a direction outside of the stated cone is critical."""
    fields = ("critical", "separator") if isinstance(stated, Generated) else ("critical",)
    direction, *separator = record(proof, *fields)
    w = at.vector(direction)
    require(at.problem.setting.is_zero(at.slope(w)), "the directional derivative is not known to be zero")
    if isinstance(stated, Generated):
        stated.require_separated(at, w, separator[0])
    else:
        stated.require_outside(at.problem.setting, w)


def require_uncritical(at: KinkedPoint, stated: Halfspaces | Generated, proof: Any) -> None:
    """Reject unless a direction of the stated cone is not critical."""
    setting = at.problem.setting
    if isinstance(stated, Generated):
        number = integer(record(proof, "generator")[0], 0, len(stated.generators) - 1)
        w = stated.generators[number]
    else:
        w = at.vector(record(proof, "stated")[0])
        stated.require_member(setting, w)
    slope = at.slope(w)
    require(setting.is_positive(slope) or setting.is_positive(-slope), "the directional derivative may be zero")


def stationary_multipliers(at: KinkedPoint, data: Any) -> Vector:
    """Multipliers of the subgradient 0."""
    z = at.multipliers(data)
    at.require_subgradient(z, [Fraction(0)] * at.size)
    return z


def critical_cone(at: KinkedPoint, z: Vector) -> Halfspaces:
    """The critical cone by multipliers of the subgradient 0; rejected unless each weight is known to be 0 or positive.

    Of each kink the inequalities and equations compare the first branch with a positive weight with all others.
    """
    setting, inequalities, equations = at.problem.setting, list[Vector](), list[Vector]()
    for members, weights in zip(branches(at), shares(at, z), strict=True):
        used = [setting.is_positive(weight) for weight in weights]
        known = all(sure or setting.is_zero(weight) for sure, weight in zip(used, weights, strict=True))
        require(known and any(used), "a weight of a branch that is not known to be zero or positive")
        first = used.index(True)
        for place, member in enumerate(members):
            if place != first:
                row = gradient(at.size, members[first] - member)
                (equations if used[place] else inequalities).append(row)
    return Halfspaces(inequalities, equations)
