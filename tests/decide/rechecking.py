"""A decision, and the kernel's own word on it: nothing here counts as decided that the kernel does not re-derive."""

from __future__ import annotations

import json
from typing import Any

from exactcheck.claims.run import decisions_in_order, witness
from exactcheck.decide import Context, Decision
from exactcheck.exact.problem import Problem
from exactcheck.exact.statement import Statement
from exactcheck.kernel.certificate import Run, read


def decided(*statements: Statement, assuming: tuple[Statement, ...] = ()) -> Decision:
    """The decision on the last statement that is reached; proved and refuted ones are rechecked by the kernel."""
    problem = Problem()
    for assumption in assuming:
        problem.assume(assumption)
    written = [problem.state(statement) for statement in statements]
    declarations = list(problem.declarations)
    context = Context(problem)
    decisions = list(decisions_in_order(context, list(statements)))
    steps = [
        {"statement": statement, "verdict": decision.verdict, "proof": decision.proof}
        for statement, decision in zip(written, decisions, strict=False)
        if decision.verdict != "undecided"
    ]
    if steps:
        recheck(steps, declarations, witness(context))
    return decisions[-1]


def recheck(steps: list[Any], declarations: list[Any], values: dict[str, str]) -> None:
    """Have the kernel check the steps from their written form alone; raises Rejected."""
    run = {"parameters": {}, "problem": declarations, "witness": values, "steps": steps}
    verdict, _, _ = Run(read(json.dumps(run))).check()
    assert verdict == steps[-1]["verdict"]


def verdict(*statements: Statement, assuming: tuple[Statement, ...] = ()) -> str:
    """The verdict that the kernel has accepted, or "undecided"."""
    return decided(*statements, assuming=assuming).verdict


def proves(*statements: Statement, assuming: tuple[Statement, ...] = ()) -> bool:
    """True if the last statement is proved and the kernel accepts the proof."""
    return verdict(*statements, assuming=assuming) == "proved"


def refutes(*statements: Statement, assuming: tuple[Statement, ...] = ()) -> bool:
    """True if the last statement is refuted and the kernel accepts the refutation."""
    return verdict(*statements, assuming=assuming) == "refuted"
