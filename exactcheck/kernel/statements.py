"""The kinds of statements, and for each the rule that establishes it and the rule that refutes it.

Every rule recomputes what it needs from the definitions in the problem. A refutation shows the statement false for the
given letters, or for all allowed values of the letters, which the witness of the problem shows to exist.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .comparison import learn_comparison, prove_comparison, refute_comparison
from .forms import (
    prove_copositivity,
    prove_definiteness,
    prove_inertia,
    refute_copositivity,
    refute_definiteness,
    refute_inertia,
)
from .growth import prove_growth, refute_growth
from .isometry import prove_isometry, refute_isometry
from .nonsmooth import prove_second, prove_slope, refute_second, refute_slope
from .points import prove_cone, prove_curvature, prove_minimum, refute_cone, refute_curvature, refute_minimum
from .problem import Problem
from .reading import record, require
from .stationarity import prove_stationarity, refute_stationarity

Rule = Callable[[Problem, dict[str, Any], Any], None]

KINKED = ["smooth", "pieces", "at"]
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
}


def establish(problem: Problem, statement: Any, verdict: Any, proof: Any) -> None:
    """Reject unless the proof shows the verdict ("proved" or "refuted") on the statement."""
    require(isinstance(statement, dict) and statement.get("kind") in KINDS, "a statement of an unknown kind")
    fields, prove, refute = KINDS[statement["kind"]]
    record(statement, "kind", *fields)
    require(verdict in ("proved", "refuted"), f"{verdict!r:.40} is not a verdict")
    (prove if verdict == "proved" else refute)(problem, statement, proof)
    # a statement about every operator with a form is true where there is none
    require(verdict == "proved" or not problem.hypothetical, "a refutation about an operator that need not exist")


def learn(problem: Problem, statement: dict[str, Any]) -> None:
    """Keep a statement that has been proved as a fact for later steps, if it is an inequality between scalars."""
    if statement["kind"] == "comparison":
        learn_comparison(problem, statement)
