"""Directional derivatives and second subderivatives of a sum of absolute values and maxima, from its definition.

The second subderivative is d2f(x; 0)(w) = liminf (f(x + t w') - f(x)) / (t^2/2) over t -> 0+ and w' -> w; for a smooth
f with a zero gradient it is the Hessian form. With f = s + sum_k |q_k| + sum_l max_j r_lj near x as in `kinks`:

- df(x) is continuous, so that d2f(x; 0)(w) = +infinity if df(x)(w) > 0, and -infinity if df(x)(w) < 0;
- multipliers with s' + sum_k z_k q_k' + sum_lj t_lj r_lj' = 0 give the lower bound <L'' w, w> of the function
  L = s + sum_k z_k q_k + sum_lj t_lj r_lj: f lies above L near x, equals it at x, and the gradient of L is zero;
- if df(x)(w) = 0, every y gives the upper bound <s'' w, w> + <s', y> + sum_k |<q_k'' w, w> + <q_k', y>| +
  sum_l max_j (<r_lj'' w, w> + <r_lj', y>). Along the arc x + t w + t^2/2 y a function q with q(x) = 0 is
  t <q', w> + t^2/2 (<q'' w, w> + <q', y>) + o(t^2); an absolute value is at most the sum of the two absolute values and
  a maximum at most the sum of the two maxima, and the terms in t add up to t df(x)(w) = 0.

The two bounds meet for some multipliers and y by the duality of linear programs (Rockafellar and Wets, Theorem 13.14),
on which nothing here depends. So d2f(x; 0)(0) is 0 at a stationary point, and -infinity at any other.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .kinks import KinkedPoint, Vector, kinked_point, known_sign, linear, quadratic
from .polynomial import Scalar
from .problem import Problem
from .reading import require
from .setting import Setting

NEGATIONS = {"=": ("<", ">"), "<=": (">",), "<": (">=",), ">=": ("<",), ">": ("<=",)}
INFINITY = "infinity"

# what is known of a number: a lower and an upper bound, each None if there is none
Bounds = tuple[Scalar | None, Scalar | None]


def stands(setting: Setting, bounds: Bounds, relation: str) -> bool:
    """True if every number between the bounds is known to stand in the relation to zero."""
    least, most = bounds
    known = {
        ">=": least is not None and setting.is_nonnegative(least),
        ">": least is not None and setting.is_positive(least),
        "<=": most is not None and setting.is_nonnegative(-most),
        "<": most is not None and setting.is_positive(-most),
    }
    return known[relation] if relation != "=" else known[">="] and known["<="]


def require_relation(problem: Problem, statement: dict[str, Any], bounds: Bounds, holds: bool) -> None:
    """Reject unless the relation of the statement is known to hold (to fail) for every number between the bounds."""
    relation = statement["relation"]
    require(relation in NEGATIONS, f"{relation!r:.20} is not a relation")
    relations = (relation,) if holds else NEGATIONS[relation]
    known = any(stands(problem.setting, bounds, each) for each in relations)
    require(known, f"the relation is not known to {'hold' if holds else 'fail'}")


def prove_slope(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The directional derivative, recomputed."""
    require_relation(problem, statement, slope_excess(problem, statement, proof), holds=True)


def refute_slope(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The directional derivative, recomputed."""
    require_relation(problem, statement, slope_excess(problem, statement, proof), holds=False)


def slope_excess(problem: Problem, statement: dict[str, Any], proof: Any) -> Bounds:
    """The directional derivative less the constant."""
    require(proof == "first order", "a directional derivative needs no further proof")
    at = kinked_point(problem, statement)
    excess = at.slope(at.direction(statement["along"])) - problem.scalar(statement["constant"])
    return excess, excess


def prove_second(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The relation from bounds of the second subderivative."""
    require_relation(problem, statement, second_excess(problem, statement, proof), holds=True)


def refute_second(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The failure of the relation from bounds of the second subderivative."""
    require_relation(problem, statement, second_excess(problem, statement, proof), holds=False)


def second_excess(problem: Problem, statement: dict[str, Any], proof: Any) -> Bounds:
    """Bounds of the second subderivative less the constant; where one is infinite, of the sign of the difference."""
    at = kinked_point(problem, statement)
    w = at.direction(statement["along"])
    if proof == "first order":
        return infinite_excess(problem, known_sign(problem.setting, at.slope(w)), statement["constant"])
    require(isinstance(proof, dict) and len(proof) > 0 and set(proof) <= {"multipliers", "acceleration"}, "no bounds")
    constant = problem.scalar(statement["constant"])
    least = most = None
    if "multipliers" in proof:
        least = lower_bound(at, w, at.multipliers(proof["multipliers"])) - constant
    if "acceleration" in proof:
        most = upper_bound(at, w, at.vector(proof["acceleration"])) - constant
    return least, most


def infinite_excess(problem: Problem, sign: int, constant: Any) -> Bounds:
    """The sign of d2f(x; 0)(w) less the constant by the sign of df(x)(w), where it decides."""
    if constant == INFINITY:
        excess = Fraction(0 if sign > 0 else -1)
    else:
        problem.scalar(constant)
        require(sign != 0, "the second subderivative is finite or -infinity in a critical direction")
        excess = Fraction(sign)
    return excess, excess


def lower_bound(at: KinkedPoint, w: Vector, z: Vector) -> Scalar:
    """The lower bound of d2f(x; 0)(w) by multipliers of the subgradient 0."""
    at.require_subgradient(z, [Fraction(0)] * at.size)
    return quadratic(at.lagrangian(z), w)


def upper_bound(at: KinkedPoint, w: Vector, y: Vector) -> Scalar:
    """The upper bound of d2f(x; 0)(w) by the arc x + t w + t^2/2 y; rejected unless df(x)(w) = 0."""
    require(at.problem.setting.is_zero(at.slope(w)), "the directional derivative is not known to be zero")
    smooth, *bends = [quadratic(jet, w) + linear(jet, y) for jet in (at.smooth, *at.kinked_jets)]
    return smooth + at.spread(bends)
