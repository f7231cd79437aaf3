"""The kinds of statements, and for each the rule that establishes it and the rule that refutes it.

Every rule recomputes what it needs from the definitions in the problem. A refutation shows the statement false for the
given letters, or for all allowed values of the letters, which the witness of the problem shows to exist.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .bound_names import require_same_variables
from .cases import require_cases
from .coercivity import prove_coercivity, refute_coercivity
from .comparison import learn_comparison, prove_comparison, refute_comparison
from .component_inertia import prove_inertia_along, refute_inertia_along
from .connected_components import prove_connected_components, refute_connected_components
from .critical_directions import prove_directions, refute_directions
from .dimensions import prove_dimension, refute_dimension
from .empty_sets import prove_empty, prove_implication, refute_empty, refute_implication
from .enclosures import prove_on_box, refute_on_box
from .flow_quantities import prove_quantity, refute_quantity
from .forms import (
    prove_copositivity,
    prove_definiteness,
    prove_inertia,
    refute_copositivity,
    refute_definiteness,
    refute_inertia,
)
from .gradient_iterates import prove_iterates, refute_iterates
from .growth import prove_growth, refute_growth
from .isometry import prove_isometry, refute_isometry
from .kinked_minimum import prove_kinked_minimum, refute_kinked_minimum
from .nonsmooth import prove_second, prove_slope, refute_second, refute_slope
from .points import prove_cone, prove_curvature, prove_minimum, refute_cone, refute_curvature, refute_minimum
from .problem import Problem
from .reading import record, require
from .real_solutions import prove_solutions, refute_solutions
from .second_derivatives import prove_bend, prove_lowest, refute_bend, refute_lowest
from .setwise_minima import prove_setwise_minimum, refute_setwise_minimum
from .stationarity import prove_stationarity, refute_stationarity
from .stationary_points import prove_stationary_points, refute_stationary_points
from .subgradient_steps import prove_steps, refute_steps
from .sums_of_squares import prove_sum_of_squares, refute_sum_of_squares

Rule = Callable[[Problem, dict[str, Any], Any], None]

KINKED = ["smooth", "pieces", "at"]
ALONG = [*KINKED, "along"]
SETWISE = ["set", "around", "strict", "spurious", "unbounded"]
DESCENT = ["start", "step", "steps", "iterates"]
KINDS: dict[str, tuple[list[str], Rule, Rule]] = {
    "comparison": (["left", "relation", "right"], prove_comparison, refute_comparison),
    "definiteness": (["matrix", "property"], prove_definiteness, refute_definiteness),
    "inertia": (["matrix", "inertia"], prove_inertia, refute_inertia),
    "copositivity": (["matrix", "free", "strict"], prove_copositivity, refute_copositivity),
    "minimum": (["function", "at", "bounds", "property"], prove_minimum, refute_minimum),
    "curvature": (["function", "at", "bounds", "relation", "constant"], prove_curvature, refute_curvature),
    "critical cone": (["function", "at", "bounds", "labels"], prove_cone, refute_cone),
    "isometry": (["operator", "rank", "relation", "constant"], prove_isometry, refute_isometry),
    "stationarity": ([*KINKED, "property"], prove_stationarity, refute_stationarity),
    "directional derivative": ([*KINKED, "along", "relation", "constant"], prove_slope, refute_slope),
    "second subderivative": ([*KINKED, "along", "relation", "constant"], prove_second, refute_second),
    "first-order growth": ([*KINKED, "relation", "constant"], prove_growth, refute_growth),
    "stationary points": (["smooth", "pieces", "cells"], prove_stationary_points, refute_stationary_points),
    "second directional derivative": ([*ALONG, "relation", "constant"], prove_bend, refute_bend),
    "parabolic subderivative": ([*ALONG, "acceleration", "relation", "constant"], prove_bend, refute_bend),
    "second subderivative without a subgradient": ([*ALONG, "relation", "constant"], prove_lowest, refute_lowest),
    "critical directions": ([*KINKED, "cone"], prove_directions, refute_directions),
    "kinked minimum": ([*KINKED, "property"], prove_kinked_minimum, refute_kinked_minimum),
    "subgradient steps": (["smooth", "pieces", "region", "largest", "outcome", "property"], prove_steps, refute_steps),
    "real solutions": (["equations", "components"], prove_solutions, refute_solutions),
    "critical points": (["function", "components"], prove_solutions, refute_solutions),
    "inertia along": (["function", "component", "inertia"], prove_inertia_along, refute_inertia_along),
    "dimension": (["set", "relation", "number"], prove_dimension, refute_dimension),
    "connected components": (["set", "relation", "number"], prove_connected_components, refute_connected_components),
    "sum of squares": (["function"], prove_sum_of_squares, refute_sum_of_squares),
    "empty set": (["conditions"], prove_empty, refute_empty),
    "implication": (["conditions", "conclusions"], prove_implication, refute_implication),
    "setwise minimum": (["function", "denominator", *SETWISE], prove_setwise_minimum, refute_setwise_minimum),
    "coercivity": (["function"], prove_coercivity, refute_coercivity),
    "flow quantity": (["function", "quantity", "relation", "conditions"], prove_quantity, refute_quantity),
    "comparison on a box": (["function", "box", "relation"], prove_on_box, refute_on_box),
    "gradient descent": (["function", "region", *DESCENT], prove_iterates, refute_iterates),
}


def establish(problem: Problem, statement: Any, verdict: Any, proof: Any) -> None:
    """Reject unless the proof shows the verdict ("proved" or "refuted") on the statement."""
    require(isinstance(statement, dict) and statement.get("kind") in KINDS, "a statement of an unknown kind")
    fields, prove, refute = KINDS[statement["kind"]]
    record(statement, "kind", *fields)
    require(verdict in ("proved", "refuted"), f"{verdict!r:.40} is not a verdict")
    problem.require_declared(statement)
    require_same_variables(problem.definitions, statement)
    if verdict == "proved" and isinstance(proof, dict) and "cases" in proof:
        require_cases(problem, record(proof, "cases")[0], lambda case, part: establish(case, statement, verdict, part))
        return
    (prove if verdict == "proved" else refute)(problem, statement, proof)
    # a statement about every operator with a form is true where there is none
    require(verdict == "proved" or not problem.hypothetical, "a refutation about an operator that need not exist")


def learn(problem: Problem, statement: dict[str, Any]) -> None:
    """Keep a statement that has been proved for later steps: an inequality between scalars, or a stationary set."""
    if statement["kind"] == "comparison":
        learn_comparison(problem, statement)
    elif statement["kind"] == "stationary points":
        problem.stationary_sets.append(statement)
