"""What the ledger kept of a run, derived again: it keeps proofs, and its own word on a verdict counts for nothing."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import Any

from ..decide import Context, Decision
from ..kernel import Rejected, canonical
from ..kernel.certificate import read, run_checked
from .binding import require_same
from .result import outcome_from_json
from .run import Built, Outcome, findings, in_words


def recalled(built: Built, text: Any) -> Outcome | None:
    """The outcome of a run that the ledger kept as this text; None unless it is one of this very run, and holds.

    Verdict, scope and finding follow from the certificate, which must state what the claim states and convince the
    kernel. An undecided run has none, and claims nothing.
    """
    try:
        kept = outcome_from_json(text)
        kept = replace(kept, parameters=built.parameters, seconds=duration(kept.seconds))
        return undecided(built, kept) if kept.certificate is None else derived(built, kept)
    except (Rejected, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None


def duration(seconds: Any) -> float:
    """A time that something may have taken."""
    if not 0 <= seconds < inf:
        raise Rejected(f"{seconds} is no duration")
    return float(seconds)


def undecided(built: Built, kept: Outcome) -> Outcome:
    """The outcome of an undecided run; raises Rejected for any other without a certificate."""
    if kept.verdict != "undecided":
        raise Rejected(f"{kept.verdict} without a certificate")
    decisions = [Decision(step["verdict"], reason=str(step["reason"])) for step in kept.statements]
    return replace(
        kept,
        scope="instance",
        reason=str(kept.reason),
        statements=in_words(built, decisions),
        finding="",
        sharp=None,
    )


def derived(built: Built, kept: Outcome) -> Outcome:
    """The outcome that follows from the certificate; raises Rejected."""
    certificate = read(canonical(kept.certificate))
    require_same(built, certificate)
    verdict, scope, _ = run_checked(0, certificate)
    decisions = [Decision(step["verdict"], step["proof"]) for step in certificate["steps"]]
    found, sharp = findings(built, informed(built, decisions), verdict)
    return replace(
        kept,
        verdict=verdict,
        scope=scope,
        reason="",
        statements=in_words(built, decisions),
        finding=found,
        sharp=sharp,
        certificate=certificate,
    )


def informed(built: Built, decisions: list[Decision]) -> Context:
    """The context of a run after its decisions."""
    context = Context(built.problem)
    for statement, decision in zip(built.statements, decisions, strict=False):
        if decision.verdict == "proved":
            context.learn(statement)
    return context
