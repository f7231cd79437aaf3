"""Results as plain text: the verdict table and a claim in full."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ..claims.result import Result, written_parameters
from .facts import facts, shown_scope, shown_verdict, title
from .failure import failure, failure_words
from .instance import instance
from .plain_text import plain
from .rederiving import check_commands, folder_of

WIDTH = 100
HEADINGS = ("claim", "verdict", "scope", "trust", "finding")


def verdict_table(results: Sequence[Result]) -> str:
    """One line for each claim, and a line that counts."""
    rows = [HEADINGS, *(row(result) for result in results)]
    widths = [max(len(cells[k]) for cells in rows) for k in range(len(HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in rows]
    return "\n".join([lines[0], "-" * min(sum(widths) + 8, WIDTH), *lines[1:], "", summary(results)])


def row(result: Result) -> tuple[str, ...]:
    """The cells of a line; a star marks what differs from the record."""
    mark = "" if result.as_recorded or not result.outcomes else " *"
    if 0 < len(result.outcomes) < len(result.claim.runs):
        mark = f" ({len(result.outcomes)} of {len(result.claim.runs)} runs)"
    sharp = f": {result.sharp}" if result.sharp and "loose" in result.finding else ""
    found = f"{result.finding}{sharp}" + (f" (repaired: {result.repaired_by})" if result.repaired_by else "")
    return result.claim.name, shown_verdict(result) + mark, shown_scope(result), result.trust, found


def summary(results: Sequence[Result]) -> str:
    """How many claims have which verdict."""
    counts = Counter(map(shown_verdict, results))
    parts = [f"{count} {verdict}" for verdict, count in sorted(counts.items())]
    decided = [result for result in results if result.verdict in ("proved", "refuted")]
    debts = sum(result.trust != "kernel" for result in decided)
    kernel = f"{debts} without a certificate" if debts else "every verdict rechecked by the kernel"
    return f"{len(results)} claim{'s' * (len(results) != 1)}: {', '.join(parts)}" + (f"; {kernel}" if decided else "")


def description(result: Result) -> str:
    """A claim in full: the statement, what is known of it, what was shown, where it fails, the exact instance."""
    about = [f"{fact.name + ':':<13}{wrapped(plain(fact.text), 13)}" for fact in facts(result)]
    runs = [line for outcome in result.outcomes for line in run_lines(outcome)]
    blocks = [about, runs, failure_lines(result), instance_lines(result), recheck_lines(result)]
    head = f"{result.claim.name}   {title(result.claim)}"
    return "\n\n".join([head, wrapped(plain(result.claim.statement), 0), *("\n".join(b) for b in blocks if b)])


def run_lines(outcome: Any) -> list[str]:
    """The statements of one run with their verdicts."""
    head = f"for {written_parameters(outcome.parameters)} ({outcome.scope}, {outcome.seconds:.2f} s):"
    steps = [f"  {step['verdict']:<10} {wrapped(step['statement'] + why(step), 13)}" for step in outcome.statements]
    return [head, *steps]


def failure_lines(result: Result) -> list[str]:
    """Where a refuted claim fails, with the exact values of both sides."""
    found = failure(result)
    return [] if found is None else [f"fails:       {wrapped(failure_words(found), 13)}"]


def instance_lines(result: Result) -> list[str]:
    """The definitions of a run of known size."""
    found = instance(result)
    if found is None:
        return []
    names = [(", ".join(definition.names), definition.text) for definition in found.definitions]
    lines = [f"  {name} := {wrapped(text, 5 + len(name))}" for name, text in names]
    return [f"{found.heading.lower()}, {written_parameters(found.parameters)}:", *lines]


def recheck_lines(result: Result) -> list[str]:
    """The commands that check the certificate."""
    return (
        ["recheck:", *(f"  {c}" for c in check_commands(result, result.path, folder_of(result)))] if result.path else []
    )


def why(step: dict[str, str]) -> str:
    """The reason of an undecided step."""
    return f" - {step['reason']}" if step["reason"] else ""


def wrapped(text: str, indent: int) -> str:
    """Text wrapped to the width of a terminal, later lines indented; paragraphs stay apart."""
    filler = " " * indent
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    return f"\n\n{filler}".join(
        textwrap.fill(part, WIDTH, initial_indent=filler, subsequent_indent=filler, break_long_words=False)[indent:]
        for part in paragraphs
    )
