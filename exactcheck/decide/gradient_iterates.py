"""Iterates of gradient descent: whether they are certainly in a region, or certainly not, at rising precision."""

from __future__ import annotations

from typing import Any

from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.gradient_iterates import Descent, read_descent, surely, surely_not
from .context import Context
from .decision import Decision, proved, refuted, undecided

PRECISIONS = (64, 256, 1024, 4096)
EXACT_STEPS = 4
WIDEST = 1


def decide_iterates(context: Context, statement: Statement) -> Decision:
    """Exact for a few steps; then boxes with rounded sides, until they are small enough to tell.

    A value that is exactly zero after many steps is not told apart from others.
    """
    try:
        descent = read_descent(context.kernel, context.problem.state(statement))
    except Rejected as reason:
        return undecided(str(reason))
    for bits in (None,) if descent.steps <= EXACT_STEPS else PRECISIONS:
        found = at_precision(descent, bits)
        if found.verdict != "undecided":
            return found
    return undecided(f"an iterate may be on either side of the border at {PRECISIONS[-1]} binary digits")


def at_precision(descent: Descent, bits: int | None) -> Decision:
    """Proved if all iterates in question are certainly inside, refuted by the first one that is certainly outside."""
    certain = True
    for number, box in enumerate(descent.boxes(bits)):
        # from here on the boxes would only grow, and so would the numbers
        if any(upper - lower > WIDEST for lower, upper in box):
            return undecided("")
        for condition, (polynomial, relation) in enumerate(descent.region if descent.is_looked_at(number) else []):
            values = descent.enclosure(polynomial, box)
            if surely_not(values, relation):
                proof: dict[str, Any] = {"precision": bits, "iterate": number, "condition": condition}
                return refuted(proof)
            certain = certain and surely(values, relation)
    return proved({"precision": bits}) if certain else undecided("")
