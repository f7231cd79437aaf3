"""Second derivatives of sums of absolute values and maxima along a direction, where no subgradient is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flint import fmpq

from ..exact.statement import Statement
from .branches import branches, forms, is_zero
from .context import Context
from .critical_points import Open
from .decision import Decision, proved, refuted, undecided
from .kinks import Dense, Program, coordinates, dense, difference, dot, kinked_point, rational, written
from .linear_programs import Infeasible, Vector, least_costs
from .nonsmooth import HOLDS

# the bounds that decide a relation to the number itself
AT_THE_NUMBER = {"=": ("below", "above"), ">=": ("below",), "<": ("below",), "<=": ("above",), ">": ("above",)}


def decide_bend(context: Context, statement: Statement) -> Decision:
    """A parabolic subderivative, or a second directional derivative, stands in a relation to a number.

    Complete for numbers; over letters if all signs are known.
    """
    return by_trial(context, statement, ["second order"])


def by_trial(context: Context, statement: Statement, proofs: list[Any]) -> Decision:
    """The first proof that the kernel accepts for one of the verdicts."""
    reason = ""
    for proof in proofs:
        for verdict in ("proved", "refuted"):
            reason = context.accepts(statement, verdict, proof)
            if not reason:
                return Decision(verdict, proof)
    return undecided(reason)


def decide_lowest(context: Context, statement: Statement) -> Decision:
    """The second subderivative without a subgradient stands in a relation to a number.

    Complete for rational points and directions: the value is the least one over all choices of branches that are the
    largest ones at once in some direction near w. Over letters tried for one choice.
    """
    try:
        at = kinked_point(context, statement)
        program = at.program(context)
        w = [rational(context, x) for x in coordinates(context.evaluator, statement["along"])]
        smooth, *gains = at.curvatures(context, w)
        constant = rational(context, context.evaluator.number(statement["constant"]))
    except Open:
        return over_letters(context, statement)
    choices = Choices(smooth, rivals(program, gains, w))
    least, y = choices.least()
    excess = least - constant
    proofs: dict[str, Any] = {
        "below": lambda: {"least": str(least), "choices": choices.tree(least, {})},
        "above": lambda: {"turn": written(dense(at.size, y))},
    }
    names = AT_THE_NUMBER[statement["relation"]] if excess == 0 else ("below" if excess > 0 else "above",)
    proof = {key: value for name in names for key, value in proofs[name]().items()}
    return proved(proof) if HOLDS[statement["relation"]](excess) else refuted(proof)


def over_letters(context: Context, statement: Statement) -> Decision:
    """Where no choice is left, or a straight line is enough."""
    constant = context.write(context.evaluator.number(statement["constant"]))
    straight = {"turn": ["0"] * len(coordinates(context.evaluator, statement["along"]))}
    below = {"least": constant, "choices": "bound"}
    return by_trial(context, statement, [{**below, **straight}, below, straight])


@dataclass(frozen=True)
class Branch:
    """The slope of a branch, and its Hessian form at w."""

    slope: Vector
    form: fmpq


def rivals(program: Program, gains: Dense, w: Dense) -> list[list[Branch]]:
    """For each kink the branches that are steepest along w; of those with the same slope the one that curves most."""
    found = []
    for slopes, values in zip(branches(program), forms(program, gains), strict=True):
        steepest = max(dot(slope, w) for slope in slopes)
        kept: list[Branch] = []
        for branch in map(Branch, slopes, values):
            if dot(branch.slope, w) == steepest and not any(above(other, branch) for other in kept):
                kept = [*(other for other in kept if not above(branch, other)), branch]
        found.append(kept)
    return found


def above(upper: Branch, lower: Branch) -> bool:
    """True for the same slope and a form that is not smaller."""
    return bool(upper.form >= lower.form) and is_zero(difference(upper.slope, lower.slope))


class Choices:
    """The choices of one branch for each kink, and the least sum of forms over those that are possible at once."""

    def __init__(self, smooth: fmpq, kinks: list[list[Branch]]) -> None:
        self.smooth, self.kinks = smooth, kinks
        spread = {k: max(b.form for b in kink) - min(b.form for b in kink) for k, kink in enumerate(kinks)}
        self.open = sorted((k for k in spread if spread[k] > 0), key=lambda k: -spread[k])

    def least(self) -> tuple[fmpq, Vector]:
        """The least sum, and a direction in which the branches of this choice are the largest ones."""
        best = self._least({}, None)
        assert best is not None, "some choice is possible"
        return best

    def _least(self, chosen: dict[int, int], best: tuple[fmpq, Vector] | None) -> tuple[fmpq, Vector] | None:
        if best is not None and self.bound(chosen) >= best[0]:
            return best
        found = self.direction(chosen)
        if isinstance(found, list):
            return best
        kink = next((k for k in self.open if k not in chosen), None)
        if kink is None:
            return self.bound(chosen), found
        for place in sorted(range(len(self.kinks[kink])), key=lambda j: self.kinks[kink][j].form):
            best = self._least({**chosen, kink: place}, best)
        return best

    def bound(self, chosen: dict[int, int]) -> fmpq:
        """The forms of the chosen branches, and the smallest ones of the other kinks."""
        smallest = [
            kink[chosen[k]].form if k in chosen else min(branch.form for branch in kink)
            for k, kink in enumerate(self.kinks)
        ]
        return sum(smallest, self.smooth)

    def direction(self, chosen: dict[int, int]) -> Vector | list[Any]:
        """A direction in which the chosen branches are larger than the others, or weights that exclude one."""
        higher = [
            (kink, other, difference(self.kinks[kink][place].slope, branch.slope))
            for kink, place in chosen.items()
            for other, branch in enumerate(self.kinks[kink])
            if other != place
        ]
        total = -1
        found = least_costs([{**vector, total: fmpq(1)} for _, _, vector in higher], {total: fmpq(1)}, {}, {})
        if isinstance(found, Infeasible):
            return {i: -value for i, value in found.prices.items() if i != total}
        return [[*higher[k][:2], str(weight)] for k, weight in sorted(found.solution.items())]

    def tree(self, least: fmpq, chosen: dict[int, int]) -> Any:
        """The tree that shows the bound for all choices that contain this one."""
        if self.bound(chosen) >= least:
            return "bound"
        found = self.direction(chosen)
        if isinstance(found, list):
            return {"excluded": found}
        kink = next(k for k in self.open if k not in chosen)
        places = range(len(self.kinks[kink]))
        return {"kink": kink, "branches": [self.tree(least, {**chosen, kink: place}) for place in places]}
