"""Statements by cases: the signs of some expressions are told apart one after the other, as far as that is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.cases import assuming, require_contradiction
from ..kernel.problem import Problem
from ..kernel.speech import formula
from .case_nodes import Expression, Node, split
from .context import Context
from .decision import Decision, proved, undecided

HINT = "cases"
Procedure = Callable[[Context, Statement], Decision]


def decide_by_cases(context: Context, statement: Statement, procedure: Procedure) -> Decision:
    """Proved if the procedure proves it in each case; refuted if it refutes it in one.

    A case in which it is proved before all signs are told apart is not split further, nor is an impossible one.
    """
    hints = {name: hint for name, hint in statement.hints.items() if name != HINT}
    plain = Statement(statement.kind, hints, **statement.fields)
    expressions = [context.problem.write_hint(each) for each in statement.hints[HINT]]
    found = in_cases(context, plain, expressions, procedure)
    return proved({"cases": found.proof}) if found.verdict == "proved" else found


def in_cases(
    context: Context, statement: Statement, expressions: Sequence[Expression], procedure: Procedure
) -> Decision:
    """The decision with a node of a case tree as its proof."""
    found = proved("impossible") if is_impossible(context.kernel) else procedure(context, statement)
    if found.verdict != "undecided" or not expressions:
        return found
    first, *rest = expressions
    cases: dict[str, Node] = {}
    for relation in (">", "=", "<"):
        found = in_cases(case(context, [first, relation, "0"]), statement, rest, procedure)
        if found.verdict != "proved":
            words = f"in the case {formula(first)} {relation} 0: {found.reason}"
            return found if found.verdict == "refuted" else undecided(words)
        cases[relation] = found.proof
    return proved(split(first, cases))


def case(context: Context, condition: list[Any]) -> Context:
    """The context in which the condition holds too."""
    return context.in_case(assuming(context.kernel, [condition]))


def is_impossible(problem: Problem) -> bool:
    """True if what is known contradicts itself."""
    try:
        require_contradiction(problem.setting)
    except Rejected:
        return False
    return True
