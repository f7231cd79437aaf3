"""What was found about a printed statement, from its verdict and from its statements about best constants."""

from __future__ import annotations

from collections.abc import Sequence

from ..decide import Context
from ..exact.statement import Statement
from .claim import Claim

QUANTITIES = ("isometry", "curvature", "first-order growth")


def finding(claim: Claim, verdict: str) -> str:
    """The finding as far as the verdict alone determines it; empty for an undecided claim."""
    if verdict == "refuted":
        return claim.finding or "false as stated"
    return "holds" if verdict == "proved" else ""


def constant(claim: Claim, context: Context, statements: Sequence[Statement]) -> tuple[str, str | None]:
    """For proved statements of a claim about a constant: whether that is sharp or loose, with the best one.

    A best constant is stated by "=" for an isometry constant or a curvature. It shows the bound with the same kind in
    the same run loose if it differs from it, and sharp otherwise.
    """
    best = [s for s in statements if s.kind in QUANTITIES and s["relation"] == "="]
    if not best or not claim.constant:
        return "holds", None
    bounds = [s for s in statements if s.kind == best[0].kind and s["relation"] != "="]
    number = context.evaluator.number
    loose = any(not context.is_zero(number(b["constant"]) - number(best[0]["constant"])) for b in bounds)
    return f"holds and the constant is {'loose' if loose else 'sharp'}", repr(best[0]["constant"])
