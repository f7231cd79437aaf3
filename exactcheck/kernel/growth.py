"""Growth of a sum of absolute values and maxima to first order: the largest c with df(x)(w) >= c ||w||_1 for all w."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

from .kinks import KinkedPoint, Vector, kinked_point, magnitude
from .polynomial import Scalar
from .problem import Problem
from .reading import array, record, require

MOST_COORDINATES = 12


def prove_growth(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """df(x)(w) >= c ||w||_1 for all w; for "=" also a direction that attains it."""
    at, constant, relation = growth(problem, statement)
    if relation == ">=":
        require_growth(at, constant, record(proof, "multipliers")[0])
        return
    multipliers, attained = record(proof, "multipliers", "attained")
    require_growth(at, constant, multipliers)
    d = at.vector(attained)
    require(problem.setting.is_positive(norm(at, d)), "a direction that is not known to differ from zero")
    require(problem.setting.is_zero(at.slope(d) - constant * norm(at, d)), "the direction does not attain the constant")


def refute_growth(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """A direction with df(x)(w) < c ||w||_1; for "=" also a larger constant."""
    at, constant, relation = growth(problem, statement)
    if relation == "=" and isinstance(proof, dict) and "larger" in proof:
        larger, multipliers = record(proof, "larger", "multipliers")
        require(problem.setting.is_positive(problem.scalar(larger) - constant), "the other constant is not larger")
        require_growth(at, problem.scalar(larger), multipliers)
        return
    d = at.vector(record(proof, "direction")[0])
    require(
        problem.setting.is_positive(constant * norm(at, d) - at.slope(d)), "the direction does not grow more slowly"
    )


def growth(problem: Problem, statement: dict[str, Any]) -> tuple[KinkedPoint, Scalar, str]:
    """The point, the constant and the relation of the statement."""
    relation = statement["relation"]
    require(relation in (">=", "="), f"{relation!r:.20} is not a relation for a growth")
    return kinked_point(problem, statement), problem.scalar(statement["constant"]), relation


def require_growth(at: KinkedPoint, constant: Scalar, proof: Any) -> None:
    """Reject unless for every vector e of signs there is a subgradient g with e_i g_i >= c for all i.

    For w of these signs df(x)(w) >= <g, w> = sum_i e_i g_i |w_i| >= c ||w||_1.
    """
    require(at.size <= MOST_COORDINATES, f"a growth in more than {MOST_COORDINATES} coordinates")
    setting, corners = at.problem.setting, list(product((1, -1), repeat=at.size))
    for signs, z in zip(corners, array(proof, len(corners)), strict=True):
        g = at.lagrangian(at.multipliers(z)).linear
        steep = all(setting.is_nonnegative(e * g.get(i, Fraction(0)) - constant) for i, e in enumerate(signs))
        require(steep, "a subgradient that does not show the growth")


def norm(at: KinkedPoint, d: Vector) -> Scalar:
    """||d||_1."""
    return sum((magnitude(at.problem.setting, value) for value in d), Fraction(0))
