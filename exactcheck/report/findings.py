"""What was found about a paper, in the order in which its authors would want to read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..claims.result import Result
from .facts import title

PREFACE = (
    "What is called proved or refuted here was decided in exact arithmetic; with trust kernel, a checker has derived "
    "it again from the definitions. That the formulas say what the words of the paper mean is for its authors to judge."
)


@dataclass(frozen=True)
class Findings:
    """The results about one paper, sorted by what they mean for it."""

    results: tuple[Result, ...]

    @cached_property
    def by_name(self) -> dict[str, Result]:
        """The results by the names of their claims."""
        return {result.claim.name: result for result in self.results}

    @property
    def false(self) -> list[Result]:
        """Refuted claims, misprints apart."""
        return [r for r in self.results if r.verdict == "refuted" and r.finding != "misprint"]

    @property
    def misprints(self) -> list[Result]:
        """Refuted claims that are slips of the pen."""
        return [r for r in self.results if r.verdict == "refuted" and r.finding == "misprint"]

    @property
    def loose(self) -> list[Result]:
        """Claims with a constant that is valid but not the best one."""
        return [r for r in self.results if "loose" in r.finding]

    @property
    def open(self) -> list[Result]:
        """Claims that were not settled, and runs that stayed undecided."""
        return [r for r in self.results if r.verdict in ("undecided", "not checkable") or "undecided" in _verdicts(r)]

    @property
    def theorems(self) -> list[Result]:
        """The theorems of the paper that are not refuted."""
        return [r for r in self.results if r.claim.label.startswith("Theorem") and r.verdict != "refuted"]

    def repaired(self, result: Result) -> Result | None:
        """The result about the claim that repairs a refuted one."""
        return self.by_name.get(result.repaired_by or "")


def _verdicts(result: Result) -> set[str]:
    return {outcome.verdict for outcome in result.outcomes}


def survival(findings: Findings, result: Result) -> str:
    """Whether the theorems survive a refuted claim.

    Every claim is decided from its definitions, none from another claim, so that a proved theorem does not fall with
    a refuted step of its printed proof.
    """
    if result.claim.label.startswith("Theorem"):
        return _own_survival(findings.repaired(result))
    if not findings.theorems:
        return ""
    held = [r for r in findings.theorems if r.verdict == "proved"]
    unsettled = [r for r in findings.theorems if r.verdict != "proved"]
    kept = f"Still proved, from the definitions and without this statement: {_listed(held)}." if held else ""
    lost = f"Not settled here: {_listed(unsettled)}." if unsettled else ""
    return " ".join(filter(None, (kept, lost)))


def _own_survival(repaired: Result | None) -> str:
    if repaired is None or repaired.verdict != "proved":
        return "The theorem as printed is false; no repaired form of it has been proved here."
    return (
        f"The theorem as printed is false; repaired, it survives: {title(repaired.claim)} is proved, "
        f"scope {repaired.scope}."
    )


def _listed(results: Sequence[Result]) -> str:
    return ", ".join(
        f"{title(r.claim)} (scope {r.scope})" if r.verdict == "proved" else title(r.claim) for r in results
    )
