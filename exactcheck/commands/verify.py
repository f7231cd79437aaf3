"""`exactcheck verify`: one claim on one's own instance."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .arguments import papers_and_claims, read_parameters
from .status import AS_RECORDED, DIFFERENT, UNDECIDED, UsageError

if TYPE_CHECKING:
    from ..claims.result import Result

DESCRIPTION = "decide one claim on your own instance"


def add(command: argparse.ArgumentParser) -> None:
    """The options."""
    command.add_argument("names", nargs=1, metavar="CLAIM", help="a claim or label, such as zhang-2025/theorem-2")
    command.add_argument("-p", dest="parameters", action="append", default=[], metavar="NAME=VALUE", help="a parameter")
    command.add_argument("--certificate", type=Path, metavar="FILE", help="write the certificate to this file")


def run(options: argparse.Namespace) -> int:
    """Decide one claim for one's own parameters."""
    from ..claims.result import results_document
    from ..claims.verification import verified
    from ..report.terminal import description

    papers, claims = papers_and_claims(options.names)
    parameters = read_parameters(options.parameters)
    known = {name for claim in claims for name in claim.domains}
    unknown = sorted(set(parameters) - known)
    if unknown:
        raise UsageError(
            f"unknown parameter {', '.join(unknown)}; {options.names[0]} takes {', '.join(sorted(known)) or 'none'}"
        )
    results = [verified(claim, {k: v for k, v in parameters.items() if k in claim.domains}, papers) for claim in claims]
    if options.certificate is not None:
        write_certificate(options.certificate, results)
    print(json.dumps(results_document(results), indent=1) if options.json else "\n\n".join(map(description, results)))
    return verify_status(results)


def write_certificate(path: Path, results: Sequence[Result]) -> None:
    """Write the one certificate there is."""
    certified = [result for result in results if result.certificate is not None]
    if len(certified) != 1:
        raise UsageError(f"--certificate: {len(certified)} certificates to write; name a single claim that is decided")
    path.write_text(certified[0].document, encoding="utf-8")


def verify_status(results: Sequence[Result]) -> int:
    """0 unless an instance of a claim that is recorded as proved is refuted (1) or undecided (2)."""
    if any(result.verdict == "refuted" != result.claim.verdict for result in results):
        return DIFFERENT
    return UNDECIDED if any(result.verdict == "undecided" for result in results) else AS_RECORDED
