"""What is said about a claim, in the terminal and on its page alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..claims.claim import VERDICTS, Claim
from ..claims.collection import repaired_name
from ..claims.result import Result


@dataclass(frozen=True)
class Fact:
    """A name and a text of words and formulas; `claims` are the claims that the text names, if it names only these."""

    name: str
    text: str
    claims: tuple[str, ...] = ()


def title(claim: Claim) -> str:
    """The label of a claim, with its part."""
    return f"{claim.label} ({claim.part})" if claim.part else claim.label


def facts(result: Result, rejection: str = "") -> list[Fact]:
    """Where a claim is printed, how it is read, what was decided, what stands beside it; `rejection` is the kernel's
    reason for not accepting the certificate.
    """
    claim, certificate = result.claim, result.certificate
    found = [
        Fact("paper", f"{claim.paper.authors} ({claim.paper.year}), {claim.paper.title}"),
        Fact("where", claim.where),
        Fact("records", ", ".join(claim.records)),
        Fact("reading", claim.reading),
        Fact("repairs", repaired_name(claim), tuple(filter(None, [repaired_name(claim)]))),
        Fact("uses", ", ".join(claim.uses), claim.uses),
        Fact("verdict", verdict_line(result, rejection)),
        Fact("finding", found_line(result)),
        Fact("repaired by", result.repaired_by or "", tuple(filter(None, [result.repaired_by]))),
        Fact("reason", result.reason),
        Fact("certificate", result.path or ""),
        Fact("digest", certificate["digest"] if certificate else ""),
        Fact("limits", certificate["not_established"] if certificate else ""),
    ]
    return [fact for fact in found if fact.text]


def verdict_line(result: Result, rejection: str = "") -> str:
    """Verdict, scope and trust, and what is recorded if that differs."""
    if not result.outcomes and result.claim.function is not None:
        return (
            f"not decided here yet (recorded: {result.claim.verdict}); run `exactcheck audit {result.claim.paper.key}`"
        )
    recorded = "" if result.as_recorded else f"; recorded: {result.claim.verdict}, scope {result.claim.scope}"
    trust = f"none: the certificate is rejected, {rejection}" if rejection else result.trust
    return f"{result.verdict}, scope {result.scope}, trust {trust}{recorded}"


def found_line(result: Result) -> str:
    """The finding, with the best constant where one was established."""
    if not result.sharp:
        return result.finding
    printed = f"printed: {result.claim.constant}, " if "loose" in result.finding else ""
    return f"{result.finding} ({printed}best constant: {result.sharp})"


def shown_verdict(result: Result) -> str:
    """The verdict; "not run" if nothing has been tried."""
    return "not run" if not result.outcomes and result.claim.function is not None else result.verdict


def shown_scope(result: Result) -> str:
    """The scope of a decision."""
    return result.scope if result.verdict in ("proved", "refuted") else "-"


def counts(results: Sequence[Result]) -> str:
    """How many claims have which verdict.

    >>> counts([])
    '0 claims'
    """
    found = Counter(map(shown_verdict, results))
    parts = [f"{found[verdict]} {verdict}" for verdict in (*VERDICTS, "not run") if found[verdict]]
    return ": ".join(filter(None, (f"{len(results)} claims", ", ".join(parts))))


def debts(results: Sequence[Result], rejections: Mapping[str, str]) -> str:
    """How many verdicts do not rest on a certificate that the kernel accepts."""
    decided = [result for result in results if result.verdict in ("proved", "refuted")]
    trusts = Counter("none" if result.claim.name in rejections else result.trust for result in decided)
    owed = [f"{trusts[trust]} with trust {trust}" for trust in ("engine", "none")]
    return f"Trust: {trusts['kernel']} verdicts with trust kernel, {', '.join(owed)}."
