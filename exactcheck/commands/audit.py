"""`exactcheck audit`: decide claims, write and recheck their certificates, print the verdict table."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .arguments import add_names, papers_and_claims, positive
from .status import AS_RECORDED, DIFFERENT, UNDECIDED

if TYPE_CHECKING:
    from ..claims.result import Result

DESCRIPTION = "decide every claim, recheck every certificate"


def add(command: argparse.ArgumentParser) -> None:
    """The options."""
    add_names(command)
    command.add_argument("--fresh", action="store_true", help="decide again what the ledger knows")
    command.add_argument(
        "--jobs", type=positive, default=os.cpu_count() or 1, help="processes (default: all processors)"
    )


def run(options: argparse.Namespace) -> int:
    """Decide claims, write and recheck their certificates, print the verdict table."""
    from ..claims.audit import audit, recheck
    from ..claims.ledger import open_ledger
    from ..claims.result import results_document
    from ..report.progress import ProgressBar
    from ..report.terminal import verdict_table

    papers, claims = papers_and_claims(options.names)
    bar = ProgressBar()
    try:
        ledger = open_ledger(options.ledger)
        results = audit(papers, claims, ledger, fresh=options.fresh, jobs=options.jobs, listen=bar)
    finally:
        bar.close()
    rejected = [(result, reason) for result in results if (reason := recheck(result))]
    if options.json:
        print(json.dumps(results_document(results), indent=1))
    else:
        print(verdict_table(results))
    for result, reason in rejected:
        print(f"{result.claim.name}: the certificate is rejected: {reason}", file=sys.stderr)
    return DIFFERENT if rejected else status_of(results)


def status_of(results: Sequence[Result]) -> int:
    """The exit status that results deserve, with a line for each that is not as recorded."""
    status = AS_RECORDED
    for result in results:
        if result.as_recorded:
            continue
        open_ = result.verdict == "undecided" or any(o.verdict == "undecided" for o in result.outcomes)
        status = max(status, UNDECIDED) if open_ and status != DIFFERENT else (status if open_ else DIFFERENT)
        recorded = f"recorded {result.claim.verdict}, scope {result.claim.scope}"
        why = f" ({result.reason})" if result.reason else ""
        print(f"{result.claim.name}: {result.verdict}, scope {result.scope}; {recorded}{why}", file=sys.stderr)
    return status
