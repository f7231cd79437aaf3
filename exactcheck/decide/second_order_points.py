"""Second-order stationary points of sums of absolute values and maxima, by the whole critical cone."""

from __future__ import annotations

from flint import fmpq

from ..exact.statement import Statement
from .cone_curvature import Below, Cells, Unsettled
from .context import Context
from .critical_points import Open
from .decision import Decision, proved, refuted, undecided
from .kinks import KinkedPoint, Program, kinked_point, written
from .minimum import negated
from .stationarity import decide_stationarity, inner_multipliers


def decide_second_order(context: Context, statement: Statement) -> Decision:
    """Stationary or not, to first or to second order.

    What one form on the critical subspace leaves open to second order is decided by cells of the critical cone. It
    stays undecided only in many dimensions, or where the second subderivative vanishes in a direction and no cells are
    found that meet there.
    """
    found = decide_stationarity(context, statement)
    if found.verdict != "undecided" or not statement["property"].endswith("second-order stationary"):
        return found
    try:
        at = kinked_point(context, statement)
        decision = on_the_cone(context, at, at.program(context))
    except Open:
        return found
    return negated(decision) if statement["property"].startswith("not ") else decision


def on_the_cone(context: Context, at: KinkedPoint, program: Program) -> Decision:
    """A stationary rational point."""
    try:
        return proved(Cells(context, at, program, inner_multipliers(program), fmpq(0)).proof())
    except Below as found:
        return refuted({"direction": written(found.direction), "acceleration": written(found.acceleration)})
    except Unsettled as reason:
        return undecided(str(reason))
