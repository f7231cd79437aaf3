"""Results as plain text: the verdict table and a claim in full."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ..claims.result import Result, written_parameters

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
    sharp = f": {result.sharp}" if result.sharp and "loose" in result.finding else ""
    found = f"{result.finding}{sharp}" + (f" (repaired: {result.repaired_by})" if result.repaired_by else "")
    scope = result.scope if result.verdict in ("proved", "refuted") else "-"
    return result.claim.name, shown_verdict(result) + mark, scope, result.trust, found


def shown_verdict(result: Result) -> str:
    """The verdict; "not run" if nothing has been tried."""
    return "not run" if not result.outcomes and result.claim.function is not None else result.verdict


def summary(results: Sequence[Result]) -> str:
    """How many claims have which verdict."""
    counts = Counter(map(shown_verdict, results))
    parts = [f"{count} {verdict}" for verdict, count in sorted(counts.items())]
    decided = [result for result in results if result.verdict in ("proved", "refuted")]
    debts = sum(result.trust != "kernel" for result in decided)
    kernel = f"{debts} without a certificate" if debts else "every verdict rechecked by the kernel"
    return f"{len(results)} claims: {', '.join(parts)}" + (f"; {kernel}" if decided else "")


def description(result: Result) -> str:
    """A claim in full: where it is printed, what it says, how it is read, what was decided at which parameters."""
    claim = result.claim
    facts = [
        ("paper", f"{claim.paper.authors} ({claim.paper.year}), {claim.paper.title}"),
        ("where", claim.where),
        ("records", ", ".join(claim.records)),
        ("reading", claim.reading),
        ("repairs", claim.repairs and f"{claim.paper.key}/{claim.repairs}"),
        ("uses", ", ".join(claim.uses)),
        ("verdict", verdict_line(result)),
        ("finding", result.finding + (f" (best constant: {result.sharp})" if result.sharp else "")),
        ("repaired by", result.repaired_by or ""),
        ("reason", result.reason),
        ("certificate", result.path or ""),
        ("digest", result.certificate["digest"] if result.certificate else ""),
    ]
    head = f"{claim.name}   {claim.label}{f' ({claim.part})' if claim.part else ''}"
    about = [f"{name + ':':<13}{wrapped(value, 13)}" for name, value in facts if value]
    runs = [line for outcome in result.outcomes for line in run_lines(outcome)]
    return "\n".join([head, "", wrapped(claim.statement, 0), "", *about, *([""] if runs else []), *runs])


def verdict_line(result: Result) -> str:
    """Verdict, scope and trust, and what is recorded if that differs."""
    if not result.outcomes and result.claim.function is not None:
        return (
            f"not decided here yet (recorded: {result.claim.verdict}); run `exactcheck audit {result.claim.paper.key}`"
        )
    recorded = "" if result.as_recorded else f"; recorded: {result.claim.verdict}, scope {result.claim.scope}"
    return f"{result.verdict}, scope {result.scope}, trust {result.trust}{recorded}"


def run_lines(outcome: Any) -> list[str]:
    """The statements of one run with their verdicts."""
    head = f"for {written_parameters(outcome.parameters)} ({outcome.scope}, {outcome.seconds:.2f} s):"
    steps = [f"  {step['verdict']:<10} {wrapped(step['statement'] + why(step), 13)}" for step in outcome.statements]
    return [head, *steps]


def why(step: dict[str, str]) -> str:
    """The reason of an undecided step."""
    return f" - {step['reason']}" if step["reason"] else ""


def wrapped(text: str, indent: int) -> str:
    """Text wrapped to the width of a terminal, later lines indented; paragraphs stay apart."""
    filler = " " * indent
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    return f"\n\n{filler}".join(
        textwrap.fill(part, WIDTH - indent, subsequent_indent=filler, break_long_words=False) for part in paragraphs
    )
