"""Decisions: proved or refuted, each with what shows it, or undecided with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Decision:
    """A verdict with its proof in the kernel's notation; an undecided one has a reason instead.

    A decision has no truth value: unknown is a value, never an else.
    """

    verdict: str
    proof: Any = None
    reason: str = ""

    def __bool__(self) -> bool:
        raise TypeError(f"a decision ({self.verdict}) has no truth value; compare its verdict")


def proved(proof: Any) -> Decision:
    """The statement is true, and this shows it."""
    return Decision("proved", proof)


def refuted(proof: Any) -> Decision:
    """The statement is false, and this shows it."""
    return Decision("refuted", proof)


def undecided(reason: str) -> Decision:
    """Neither was found."""
    return Decision("undecided", reason=reason)
