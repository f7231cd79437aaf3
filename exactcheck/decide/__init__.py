"""Decision procedures: each takes a statement and returns proved, refuted or undecided, with a proof for the kernel."""

from __future__ import annotations

from collections.abc import Callable

from ..exact.statement import Statement
from .comparison import decide_comparison
from .context import Context
from .copositive_statements import decide_copositivity
from .decision import Decision, undecided
from .definiteness import decide_definiteness, decide_inertia
from .growth import decide_growth
from .isometry import decide_isometry
from .minimum import decide_cone, decide_curvature, decide_minimum
from .nonsmooth import decide_second, decide_slope
from .stationarity import decide_stationarity

PROCEDURES: dict[str, Callable[[Context, Statement], Decision]] = {
    "comparison": decide_comparison,
    "definiteness": decide_definiteness,
    "inertia": decide_inertia,
    "copositivity": decide_copositivity,
    "minimum": decide_minimum,
    "curvature": decide_curvature,
    "critical cone": decide_cone,
    "isometry": decide_isometry,
    "stationarity": decide_stationarity,
    "directional derivative": decide_slope,
    "second subderivative": decide_second,
    "first-order growth": decide_growth,
}


def decide(context: Context, statement: Statement) -> Decision:
    """Decide a statement in its context with the procedure for its kind."""
    decision = PROCEDURES[statement.kind](context, statement)
    if decision.verdict != "refuted":
        return decision
    # the kernel refutes nothing about an operator of which only a form is known, which need not exist
    reason = context.accepts(statement, "refuted", decision.proof)
    return undecided(reason) if reason else decision


__all__ = ["Context", "Decision", "decide"]
