"""Decision procedures: each takes a statement and returns proved, refuted or undecided, with a proof for the kernel."""

from __future__ import annotations

from collections.abc import Callable

from ..exact.statement import Statement
from .comparison import decide_comparison
from .context import Context
from .copositive_statements import decide_copositivity
from .decision import Decision
from .definiteness import decide_definiteness, decide_inertia
from .isometry import decide_isometry
from .minimum import decide_cone, decide_curvature, decide_minimum

PROCEDURES: dict[str, Callable[[Context, Statement], Decision]] = {
    "comparison": decide_comparison,
    "definiteness": decide_definiteness,
    "inertia": decide_inertia,
    "copositivity": decide_copositivity,
    "minimum": decide_minimum,
    "curvature": decide_curvature,
    "critical cone": decide_cone,
    "isometry": decide_isometry,
}


def decide(context: Context, statement: Statement) -> Decision:
    """Decide a statement in its context with the procedure for its kind."""
    return PROCEDURES[statement.kind](context, statement)


__all__ = ["Context", "Decision", "decide"]
