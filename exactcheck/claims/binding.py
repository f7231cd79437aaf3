"""Binding a certificate to its claim: the statement is rebuilt from the claim and the parameters, and must be the same.

A certificate can be valid and yet be about something else. So before a single step is checked, each run's problem and
statements are compared with those that the claim yields at the run's parameters.
"""

from __future__ import annotations

from typing import Any

from ..exact.errors import InputError
from ..kernel import Established, Rejected, canonical, check
from ..kernel.certificate import FORMAT, read
from .claim import Claim
from .collection import Collected
from .run import Built, build


def check_bound(document: str, papers: list[Collected]) -> Established:
    """Check a certificate against its claim and by the kernel.

    Raises Rejected if it names no known claim, states something else than the claim, or does not hold.
    """
    certificate = read(document)
    if not isinstance(certificate, dict) or certificate.get("format") != FORMAT:
        return check(document)  # which rejects it, and says what it reads
    claim = named_claim(certificate, papers)
    runs = certificate.get("runs")
    if not isinstance(runs, list):
        raise Rejected("a certificate without runs")
    for number, run in enumerate(runs):
        try:
            require_same(rebuilt(claim, run), run)
        except Rejected as reason:
            raise Rejected(f"run {number + 1}: {reason}") from None
    return check(document)


def named_claim(certificate: dict[str, Any], papers: list[Collected]) -> Claim:
    """The claim that the certificate names."""
    name = certificate.get("claim")
    for paper in papers:
        for claim in paper.claims:
            if claim.name == name and claim.function is not None:
                return claim
    raise Rejected(f"it is about the claim {name!r:.80}, which is not known here; --paper names a folder of your own")


def rebuilt(claim: Claim, run: Any) -> Built:
    """The statements of the claim at the parameters of the run."""
    parameters = run.get("parameters") if isinstance(run, dict) else None
    if not isinstance(parameters, dict) or set(parameters) != set(claim.domains):
        raise Rejected(f"the parameters of {claim.name} are {', '.join(claim.domains) or 'none'}")
    values = {name: value for name, value in parameters.items() if value != name}
    try:
        return build(claim, values)
    except InputError as error:
        raise Rejected(f"the claim says nothing about these parameters: {error}") from None


def require_same(expected: Built, run: dict[str, Any]) -> None:
    """Reject unless parameters, problem and statements are those of the claim, all of them unless one is refuted."""
    if canonical(run.get("parameters")) != canonical(expected.parameters):
        raise Rejected("the parameters are not written as the claim writes them")
    if canonical(run.get("problem")) != canonical(expected.declarations):
        raise Rejected("the problem is not that of the claim at these parameters")
    steps = run.get("steps")
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps) or not steps:
        raise Rejected("a run without steps")
    stated = [step.get("statement") for step in steps]
    complete = len(stated) == len(expected.written) or steps[-1].get("verdict") == "refuted"
    if not complete or canonical(stated) != canonical(expected.written[: len(stated)]):
        raise Rejected("the statements are not those of the claim at these parameters")
