"""Second derivatives of a sum of absolute values and maxima along a direction, where no subgradient is named.

With f = s + sum_g max_j r_gj near x as in `branches`, and the leaders of g along w the branches with the largest
<r_gj', w>:

- the parabolic subderivative is the liminf of (f(x + t w + t^2/2 y') - f(x) - t df(x)(w)) / (t^2/2) over t -> 0+ and
  y' -> y. Along this arc r_gj is t <r_gj', w> + t^2/2 (<r_gj'' w, w> + <r_gj', y'>) + o(t^2). For small t the largest
  branch is a leader, so that the quotient tends to <s'' w, w> + <s', y> + sum_g max (<r_gj'' w, w> + <r_gj', y>) over
  the leaders. It is a limit, as this is continuous in y;
- the second directional derivative is the limit of (f(x + t w) - f(x) - t df(x)(w)) / (t^2/2), the same for y = 0;
- the second subderivative without a subgradient is the liminf of (f(x + t w') - f(x) - t df(x)(w')) / (t^2/2) over
  t -> 0+ and w' -> w.

Upper bounds of the last one. Let w' = w + t^(1/2) y. Then r_gj(x + t w') is t <r_gj', w'> + t^2/2 <r_gj'' w, w> +
o(t^2). For small t the largest branches, and those with the largest <r_gj', w'>, are the leaders along y among the
leaders along w. They have the same <r_gj', w'>, which is what df(x)(w') contains. So the quotient tends to
<s'' w, w> + sum_g max <r_gj'' w, w> over them.

Lower bounds. If <r_gj', w'> is the largest one, then max_i r_gi(x + t w') - t max_i <r_gi', w'> is at least
r_gj(x + t w') - t <r_gj', w'> = t^2/2 <r_gj'' w, w> + o(t^2), and j is a leader along w. So the quotient is at least
<s'' w, w> + sum_g <r_gj'' w, w> + o(1) for a choice of branches that is the largest one at w' for all g at once. As f
and df(x) are continuous, w' may be taken from a dense set: where only branches with the same gradient have the same
slope. Of branches with the same gradient the one with the larger <r_gj'' w, w> may be chosen. A tree of cases goes
through the choices; one is excluded by weights >= 0, for which sum weight (r_gj' - r_gi') = 0 over branches j chosen in
g and other branches i of g, where a positive weight belongs to two different gradients: at w' the sum is positive.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .branches import Branches, bend, branches, gradient, leaders, most
from .kinks import KinkedPoint, Vector, kinked_point, quadratic
from .nonsmooth import Bounds, require_relation
from .polynomial import Scalar
from .problem import Problem
from .reading import array, integer, record, require

LOWER, UPPER = ("least", "choices"), ("turn",)


def prove_bend(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The parabolic subderivative or the second directional derivative, recomputed."""
    require_relation(problem, statement, bend_excess(problem, statement, proof), holds=True)


def refute_bend(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The parabolic subderivative or the second directional derivative, recomputed."""
    require_relation(problem, statement, bend_excess(problem, statement, proof), holds=False)


def bend_excess(problem: Problem, statement: dict[str, Any], proof: Any) -> Bounds:
    """The derivative less the constant."""
    require(proof == "second order", "this derivative needs no further proof")
    at = kinked_point(problem, statement)
    w = at.direction(statement["along"])
    y = at.direction(statement["acceleration"]) if "acceleration" in statement else [Fraction(0)] * at.size
    setting, total = problem.setting, bend(at.smooth, w, y)
    for members in branches(at):
        total = total + most(setting, [bend(member, w, y) for member in leaders(setting, members, w)])
    excess = total - problem.scalar(statement["constant"])
    return excess, excess


def prove_lowest(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The relation from bounds of the second subderivative without a subgradient."""
    require_relation(problem, statement, lowest_excess(problem, statement, proof), holds=True)


def refute_lowest(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The failure of the relation from bounds of the second subderivative without a subgradient."""
    require_relation(problem, statement, lowest_excess(problem, statement, proof), holds=False)


def lowest_excess(problem: Problem, statement: dict[str, Any], proof: Any) -> Bounds:
    """Bounds of the second subderivative without a subgradient, less the constant."""
    at, constant = kinked_point(problem, statement), problem.scalar(statement["constant"])
    w = at.direction(statement["along"])
    require(isinstance(proof, dict) and set(proof) in ({*LOWER}, {*UPPER}, {*LOWER, *UPPER}), "no bounds")
    least = bounded_below(at, w, proof) - constant if "least" in proof else None
    return least, turned(at, w, at.vector(proof["turn"])) - constant if "turn" in proof else None


def turned(at: KinkedPoint, w: Vector, y: Vector) -> Scalar:
    """The limit of the quotients for w' = w + t^(1/2) y."""
    setting, total = at.problem.setting, quadratic(at.smooth, w)
    for members in branches(at):
        largest = leaders(setting, leaders(setting, members, w), y)
        total = total + most(setting, [quadratic(member, w) for member in largest])
    return total


def bounded_below(at: KinkedPoint, w: Vector, proof: Any) -> Scalar:
    """The lower bound that the proof names; rejected unless its cases show it."""
    least = at.problem.scalar(proof["least"])
    rivals = [distinct(at, leaders(at.problem.setting, members, w), w) for members in branches(at)]
    Choices(at, w, rivals, least).check(proof["choices"], {})
    return least


def distinct(at: KinkedPoint, members: Branches, w: Vector) -> Branches:
    """The branches without those that another one with the same gradient is known to curve above."""
    kept: Branches = []
    for member in members:
        if not any(above(at, other, member, w) for other in kept):
            kept = [*(other for other in kept if not above(at, member, other, w)), member]
    return kept


def above(at: KinkedPoint, upper: Any, lower: Any, w: Vector) -> bool:
    """True if both are known to have the same gradient, and the first one to have a form that is not smaller at w."""
    difference, setting = upper - lower, at.problem.setting
    return all(map(setting.is_zero, difference.linear.values())) and setting.is_nonnegative(quadratic(difference, w))


class Choices:
    """A tree of cases for the branches that are the largest ones near w."""

    def __init__(self, at: KinkedPoint, w: Vector, rivals: list[Branches], least: Scalar) -> None:
        self.at, self.w, self.rivals, self.least = at, w, rivals, least

    def check(self, node: Any, chosen: dict[int, int]) -> None:
        """Reject unless the bound holds for every choice that contains this one."""
        if node == "bound":
            setting = self.at.problem.setting
            require(setting.is_nonnegative(self.bound(chosen) - self.least), "a case below the lower bound")
        elif isinstance(node, dict) and "excluded" in node:
            self._excluded(record(node, "excluded")[0], chosen)
        else:
            kink, choices = record(node, "kink", "branches")
            number = integer(kink, 0, len(self.rivals) - 1)
            require(number not in chosen, f"the kink {number} is distinguished twice")
            for place, choice in enumerate(array(choices, len(self.rivals[number]))):
                self.check(choice, {**chosen, number: place})

    def bound(self, chosen: dict[int, int]) -> Scalar:
        """The forms of the chosen branches, and the smallest ones of the other kinks."""
        total = quadratic(self.at.smooth, self.w)
        for number, members in enumerate(self.rivals):
            kept = [members[chosen[number]]] if number in chosen else members
            total = total - most(self.at.problem.setting, [-quadratic(member, self.w) for member in kept])
        return total

    def _excluded(self, weights: Any, chosen: dict[int, int]) -> None:
        """Reject unless a combination of the inequalities between slopes contradicts them."""
        size, setting = self.at.size, self.at.problem.setting
        total, contradiction = [Fraction(0)] * size, False
        for entry in array(weights):
            kink, other, weight = array(entry, 3)
            require(integer(kink, 0, len(self.rivals) - 1) in chosen, "a kink without a choice")
            members = self.rivals[kink]
            rival = members[integer(other, 0, len(members) - 1)]
            higher, factor = gradient(size, members[chosen[kink]] - rival), self.at.problem.scalar(weight)
            require(setting.is_nonnegative(factor), "a weight that is not known to be nonnegative")
            moved = any(setting.is_positive(value) or setting.is_positive(-value) for value in higher)
            contradiction = contradiction or (moved and setting.is_positive(factor))
            total = [a + factor * b for a, b in zip(total, higher, strict=True)]
        require(contradiction and all(map(setting.is_zero, total)), "the case is not excluded")
