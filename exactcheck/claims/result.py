"""Results: verdict, scope, trust and finding of a claim, with its certificate."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from typing import Any

from ..kernel import canonical, digest
from ..kernel.certificate import FORMAT, LIMITS, READING, SCOPES, conclusion
from .claim import Claim
from .finding import finding
from .run import Outcome

RESULTS_FORMAT = "exactcheck-results/1"


@dataclass(frozen=True)
class Result:
    """What was decided about a claim: over all its recorded runs, or at values that somebody asked for.

    A result has no truth value: compare its verdict with "proved", "refuted" or "undecided".
    """

    claim: Claim
    outcomes: tuple[Outcome, ...]
    repaired_by: str | None = None
    path: str | None = field(default=None, compare=False)

    def __bool__(self) -> bool:
        raise TypeError(f"a result ({self.verdict}) has no truth value; compare its verdict")

    @property
    def verdict(self) -> str:
        """One of "refuted" (if a run is), "proved" (if a run is and none is refuted), "undecided", "not checkable"."""
        found = {outcome.verdict for outcome in self.outcomes}
        if self.claim.verdict == "not checkable":
            return "not checkable"
        return next((verdict for verdict in ("refuted", "proved") if verdict in found), "undecided")

    @property
    def scope(self) -> str:
        """The widest scope at which the verdict was reached."""
        reached = [outcome.scope for outcome in self.outcomes if outcome.verdict == self.verdict]
        return max(reached, key=SCOPES.index, default="instance")

    @property
    def trust(self) -> str:
        """How it is known: "kernel" if the kernel has accepted the certificate, otherwise "none"."""
        return "kernel" if self.certificate is not None else "none"

    @property
    def finding(self) -> str:
        """What was found about the printed statement, from the closed list; empty while undecided."""
        if self.verdict != "proved":
            return "not checkable" if self.verdict == "not checkable" else finding(self.claim, self.verdict)
        findings = [o.finding for o in self.outcomes if o.verdict == "proved" and o.scope == self.scope]
        return findings[0] if len(set(findings)) == 1 else "holds"

    @property
    def sharp(self) -> str | None:
        """The best constant, where one was established."""
        values = {o.sharp for o in self.outcomes if o.verdict == "proved" and o.scope == self.scope}
        return values.pop() if len(values) == 1 and "constant" in self.finding else None

    @property
    def reason(self) -> str:
        """Why something is undecided or not checkable."""
        reasons = [f"{written_parameters(o.parameters)}: {o.reason}" for o in self.outcomes if o.verdict == "undecided"]
        return self.claim.reason or "; ".join(reasons)

    @property
    def seconds(self) -> float:
        """The time that the decisions took."""
        return sum(outcome.seconds for outcome in self.outcomes)

    @cached_property
    def certificate(self) -> dict[str, Any] | None:
        """The certificate of all decided runs, or None."""
        runs = [outcome.certificate for outcome in self.outcomes if outcome.certificate is not None]
        if not runs:
            return None
        verdict, scope = conclusion([(o.verdict, o.scope) for o in self.outcomes if o.certificate is not None])
        return {
            "format": FORMAT,
            "claim": self.claim.name,
            "runs": runs,
            "verdict": verdict,
            "scope": scope,
            "digest": digest(self.claim.name, runs),
            "not_established": f"{LIMITS[scope]} {READING}",
            "engines": engines(),
        }

    @property
    def document(self) -> str:
        """The certificate as a JSON document."""
        return canonical(self.certificate) + "\n"

    @property
    def as_recorded(self) -> bool:
        """True if verdict and scope are what is recorded beside the claim, and nothing stayed undecided."""
        recorded = (self.claim.verdict, self.claim.scope if self.verdict == "proved" else self.scope)
        return (self.verdict, self.scope) == recorded and not any(o.verdict == "undecided" for o in self.outcomes)

    def to_json(self) -> dict[str, Any]:
        """The result as it stands in `--json` output."""
        return {
            "claim": self.claim.name,
            "records": list(self.claim.records),
            "label": " ".join(filter(None, (self.claim.label, self.claim.part and f"({self.claim.part})"))),
            "where": self.claim.where,
            "verdict": self.verdict,
            "scope": self.scope,
            "trust": self.trust,
            "finding": self.finding or None,
            "sharp": self.sharp,
            "repaired_by": self.repaired_by,
            "reason": self.reason or None,
            "seconds": round(self.seconds, 3),
            "certificate": self.path,
            "recorded": {"verdict": self.claim.verdict, "scope": self.claim.scope},
            "reading": self.claim.reading or None,
        }

    def to_sympy(self) -> dict[str, Any]:
        """The definitions and statements of the first decided run as sympy objects, by name; see `exact.to_sympy`."""
        from .rebuild import rebuilt_as_sympy

        return rebuilt_as_sympy(self)

    def __repr__(self) -> str:
        parts = [f"{self.claim.name}: {self.verdict}", f"scope {self.scope}", f"trust {self.trust}"]
        parts += [self.finding] if self.finding else []
        return f"<{', '.join(parts)}>"

    def _repr_latex_(self) -> str:
        lines = [rf"\textbf{{{self.claim.name}}}: \text{{{self.verdict}, scope {self.scope}, trust {self.trust}}}"]
        lines += [rf"\text{{{self.finding}}}"] if self.finding else []
        return r"$\begin{array}{l}" + r"\\".join(line.replace("_", r"\_") for line in lines) + r"\end{array}$"


def written_parameters(parameters: dict[str, Any]) -> str:
    """The parameters as text; letters by their names."""
    letters = [name for name, value in parameters.items() if value == name]
    fixed = [f"{name}={value}" for name, value in parameters.items() if value != name]
    return ", ".join([*fixed, *([f"all {', '.join(letters)}"] if letters else [])]) or "as it stands"


def engines() -> dict[str, str]:
    """The versions of what took part in the search."""
    return {name: version(name) for name in ("exactcheck", "python-flint")}


def results_document(results: Sequence[Result]) -> dict[str, Any]:
    """The document that `list --json` and `audit --json` print."""
    return {"format": RESULTS_FORMAT, "claims": [result.to_json() for result in results]}


def outcome_to_json(outcome: Outcome) -> str:
    """An outcome as text, for the ledger and for other processes."""
    return json.dumps(outcome.__dict__)


def outcome_from_json(text: str) -> Outcome:
    """The outcome that `outcome_to_json` wrote.

    Raises ValueError or TypeError for anything else.
    """
    return Outcome(**json.loads(text))
