"""Parameters for a counterexample: those that are given, those that the paper chooses, or those that refute the claim.

A paper may say how parameters are chosen when only some are given, or bounds on them:

    @claim(paper, "Theorem 2", ...)
    @claim.choose(small_parameters)
    @claim.sample(...)
    def theorem(n: Integer, alpha: Positive): ...

Here `small_parameters` takes a Request and returns a Choice: the name of a claim of the paper, this one or another, and
complete values of its parameters. What the words of a request mean (that delta is made of alpha and epsilon, say) only
the paper knows. The choice proves nothing: the claim is decided at these parameters like any other instance.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..exact.errors import InputError
from .claim import Claim
from .collection import Collected, find
from .paper_code import paper_code
from .request import Request
from .result import Result
from .run import Outcome, build, decide_run


class NotEstablished(Exception):
    """The claim is undecided at the parameters, or comes out otherwise than a counterexample needs."""


@dataclass(frozen=True)
class Choice:
    """A claim by name, complete values of its parameters, and what the objects in it are, by their names."""

    claim: str
    parameters: Mapping[str, Any]
    legend: Mapping[str, str] = field(default_factory=dict)


def decided_choice(claims: Sequence[Claim], request: Request, papers: Sequence[Collected]) -> tuple[Result, Choice]:
    """The result of a claim at the parameters that a request leads to, for the claims that a name stands for.

    Raises InputError if the request is contradictory or incomplete, NotEstablished if the claim is not decided there.
    """
    asked = next((claim for claim in claims if claim.choose is not None), None)
    if asked is not None and asked.choose is not None:
        with paper_code(f"{asked.name}: the choice of parameters", Path(inspect.getfile(asked.choose)).parent):
            choice = asked.choose(request)
        return chosen(choice, papers)
    if len(claims) > 1:
        raise InputError(f"name one of the claims {', '.join(claim.name for claim in claims)}")
    claim = claims[0]
    request.require_known(claim.domains, claim.name)
    if request.bounds:
        raise InputError(f"{request.bounds[0]}: {claim.name} does not choose parameters; give each by a value")
    return as_given(claim, {**claim.defaults, **request.values})


def chosen(choice: Choice, papers: Sequence[Collected]) -> tuple[Result, Choice]:
    """The claim that the paper has chosen, which must be proved at the chosen parameters."""
    (claim,) = find(choice.claim, list(papers))
    result = Result(claim, (decide_run(build(claim, dict(choice.parameters))),))
    if result.verdict != "proved":
        raise NotEstablished(f"{claim.name} is {result.verdict} at the parameters that were chosen: {result.reason}")
    return result, choice


def as_given(claim: Claim, values: dict[str, Any]) -> tuple[Result, Choice]:
    """The claim at given parameters; with none given, a claim that is false at those that refute it."""
    if claim.function is None:
        raise InputError(f"{claim.name}: it is not checkable: {claim.reason}")
    missing = [name for name in claim.domains if name not in values]
    if missing and len(missing) == len(claim.domains):
        values, missing = refuting_values(claim), []
    if missing:
        kinds = ", ".join(f"{name} ({claim.domains[name].name})" for name in missing)
        raise InputError(f"{claim.name}: no value for {kinds}")
    result = Result(claim, (decide_run(build(claim, values)),))
    if result.verdict == "undecided":
        raise NotEstablished(f"{claim.name} is undecided at these parameters: {result.reason}")
    return result, Choice(claim.name, result.outcomes[0].parameters)


def refuting_values(claim: Claim) -> dict[str, Any]:
    """Parameters for which one of the claim's own runs is refuted; letters at the values that the certificate names.

    Raises InputError if none is.
    """
    if claim.verdict == "refuted":
        for values in claim.runs:
            outcome = decide_run(build(claim, values))
            if outcome.verdict == "refuted":
                return {**values, **refuting_letters(claim, outcome)}
    kinds = ", ".join(f"{name} ({domain.name})" for name, domain in claim.domains.items())
    raise InputError(f"{claim.name}: no value for {kinds}")


def refuting_letters(claim: Claim, outcome: Outcome) -> dict[str, Any]:
    """The values of those parameters that were letters."""
    assert outcome.certificate is not None, "a refuted run has a certificate"
    proof = outcome.certificate["steps"][-1]["proof"]
    values = proof.get("at", {}) if isinstance(proof, dict) else {}
    return {name: values[name] for name in claim.domains if name in values}
