"""Decision procedures: each takes a statement and returns proved, refuted or undecided, with a proof for the kernel."""

from __future__ import annotations

from collections.abc import Callable

from ..exact.statement import Statement
from ..kernel import canonical
from .by_cases import HINT, decide_by_cases
from .coercivity import decide_coercivity
from .comparison import decide_comparison
from .component_inertia import decide_inertia_along
from .connected_components import decide_connected_components
from .context import Context
from .copositive_statements import decide_copositivity
from .critical_directions import decide_directions
from .decision import Decision, undecided
from .definiteness import decide_definiteness, decide_inertia
from .dimensions import decide_dimension
from .empty_sets import decide_empty, decide_implication
from .enclosures import decide_on_box
from .flow_quantities import decide_quantity
from .gradient_iterates import decide_iterates
from .growth import decide_growth
from .isometry import decide_isometry
from .kinked_minimum import decide_kinked_minimum
from .minimum import decide_cone, decide_curvature, decide_minimum
from .nonsmooth import decide_second, decide_slope
from .real_solutions import decide_solutions
from .second_derivatives import decide_bend, decide_lowest
from .second_order_points import decide_second_order
from .setwise_minima import decide_setwise_minimum
from .stationary_points import decide_stationary_points
from .subgradient_steps import decide_steps
from .sums_of_squares import decide_sum_of_squares

PROCEDURES: dict[str, Callable[[Context, Statement], Decision]] = {
    "comparison": decide_comparison,
    "definiteness": decide_definiteness,
    "inertia": decide_inertia,
    "copositivity": decide_copositivity,
    "minimum": decide_minimum,
    "curvature": decide_curvature,
    "critical cone": decide_cone,
    "isometry": decide_isometry,
    "stationarity": decide_second_order,
    "directional derivative": decide_slope,
    "second subderivative": decide_second,
    "first-order growth": decide_growth,
    "stationary points": decide_stationary_points,
    "second directional derivative": decide_bend,
    "parabolic subderivative": decide_bend,
    "second subderivative without a subgradient": decide_lowest,
    "critical directions": decide_directions,
    "kinked minimum": decide_kinked_minimum,
    "subgradient steps": decide_steps,
    "real solutions": decide_solutions,
    "critical points": decide_solutions,
    "inertia along": decide_inertia_along,
    "dimension": decide_dimension,
    "connected components": decide_connected_components,
    "sum of squares": decide_sum_of_squares,
    "empty set": decide_empty,
    "implication": decide_implication,
    "setwise minimum": decide_setwise_minimum,
    "coercivity": decide_coercivity,
    "flow quantity": decide_quantity,
    "gradient descent": decide_iterates,
    "comparison on a box": decide_on_box,
}


def decide(context: Context, statement: Statement) -> Decision:
    """Decide a statement in its context with the procedure for its kind, by cases if it is to be."""
    procedure = PROCEDURES[statement.kind]
    by_cases = HINT in statement.hints
    decision = decide_by_cases(context, statement, procedure) if by_cases else procedure(context, statement)
    if decision.verdict != "refuted" or not speaks_of_forms(context, statement):
        return decision
    # the kernel refutes nothing about an operator of which only a form is known, which need not exist
    reason = context.accepts(statement, "refuted", decision.proof)
    return undecided(reason) if reason else decision


def speaks_of_forms(context: Context, statement: Statement) -> bool:
    """True if an operator of which only a form is known occurs in the problem or in the statement."""
    written = [*context.problem.declarations, context.problem.state(statement)]
    return any('"quadratic form"' in canonical(part) for part in written)


__all__ = ["Context", "Decision", "decide"]
