"""`exactcheck verify`: one claim on one's own instance."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .arguments import add_limits, limits_of, papers_and_claims, read_parameters
from .status import AS_RECORDED, DIFFERENT, UNDECIDED, USAGE

if TYPE_CHECKING:
    from ..claims.result import Result

DESCRIPTION = "decide one claim on your own instance"


def add(command: argparse.ArgumentParser) -> None:
    """The options."""
    command.add_argument("names", nargs=1, metavar="CLAIM", help="a claim or label, such as zhang-2025/theorem-2")
    command.add_argument("-p", dest="parameters", action="append", default=[], metavar="NAME=VALUE", help="a parameter")
    command.add_argument("--certificate", type=Path, metavar="FILE", help="write the certificate to this file")
    add_limits(command)


def run(options: argparse.Namespace) -> int:
    """Decide one claim for one's own parameters."""
    from ..claims.result import results_document
    from ..claims.verification import verified_parts
    from ..report.terminal import description

    papers, claims = papers_and_claims(options.names)
    values = read_parameters(options.parameters)
    found = verified_parts(options.names[0], claims, values, papers, limits_of(options))
    results = found.parts
    for name, reason in found.outside.items():
        print(f"{name}: out of its scope, {reason}", file=sys.stderr)
    unwritten = "" if options.certificate is None else write_certificate(options.certificate, results)
    print(json.dumps(results_document(results), indent=1) if options.json else "\n\n".join(map(description, results)))
    if unwritten:
        print(f"exactcheck: --certificate {options.certificate}: {unwritten}", file=sys.stderr)
    return verify_status(results) or (USAGE if unwritten else AS_RECORDED)


def write_certificate(path: Path, results: Sequence[Result]) -> str:
    """Write the one certificate there is; empty, or why not: what was decided is shown all the same."""
    certified = [result for result in results if result.certificate is not None]
    if len(certified) != 1:
        return f"{len(certified)} certificates to write; name a single claim that is decided"
    try:
        path.write_text(certified[0].document, encoding="utf-8")
    except OSError as error:
        return f"it cannot be written: {error.strerror}"
    return ""


def verify_status(results: Sequence[Result]) -> int:
    """0 unless an instance of a claim that is recorded as proved is refuted (1) or undecided (2)."""
    if any(result.verdict == "refuted" != result.claim.verdict for result in results):
        return DIFFERENT
    return UNDECIDED if any(result.verdict == "undecided" for result in results) else AS_RECORDED
