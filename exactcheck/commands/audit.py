"""`exactcheck audit`: decide claims, write and recheck their certificates, print the verdicts, write the report."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .arguments import add_limits, add_names, limits_of, papers_and_claims, positive
from .status import AS_RECORDED, DIFFERENT, RESOURCES, UNDECIDED, USAGE

if TYPE_CHECKING:
    from ..claims.collection import Collected
    from ..claims.ledger import Ledger
    from ..claims.result import Result

DESCRIPTION = "decide every claim, recheck every certificate, write the report"


def add(command: argparse.ArgumentParser) -> None:
    """The options."""
    add_names(command)
    command.add_argument("--fresh", action="store_true", help="decide again what the ledger knows")
    command.add_argument(
        "--jobs", type=positive, default=os.cpu_count() or 1, help="processes (default: all processors)"
    )
    add_limits(command)
    command.add_argument("--report", type=Path, default=Path("report"), metavar="DIR", help="its folder (report)")
    command.add_argument("--no-report", action="store_true", help="write no report")


def run(options: argparse.Namespace) -> int:
    """Decide claims, write and recheck their certificates, print the verdicts, write the report."""
    from ..claims.audit import audit, recheck
    from ..claims.ledger import open_ledger
    from ..claims.result import results_document
    from ..report.progress import ProgressBar
    from ..report.terminal import verdict_table

    papers, claims = papers_and_claims(options.names)
    bar = ProgressBar()
    try:
        ledger = open_ledger(options.ledger)
        limits = limits_of(options)
        results = audit(papers, claims, ledger, fresh=options.fresh, jobs=options.jobs, limits=limits, listen=bar)
    finally:
        bar.close()
    rejected = [(result, reason) for result in results if (reason := recheck(result))]
    print(json.dumps(results_document(results), indent=1) if options.json else verdict_table(results))
    for result, reason in rejected:
        print(f"{result.claim.name}: the certificate is rejected: {reason}", file=sys.stderr)
    for result in results:
        if not result.as_recorded:
            print(difference(result), file=sys.stderr)
    status = DIFFERENT if rejected else status_of(results)
    if options.no_report:
        return status
    all_results = list(with_known(papers, results, ledger))
    written = report(options.report, papers, all_results, {result.claim.name: reason for result, reason in rejected})
    return status or written


def with_known(papers: Sequence[Collected], results: Sequence[Result], ledger: Ledger) -> Iterator[Result]:
    """The results, with what the ledger knows of the other claims of their papers, in the order of the papers."""
    from ..claims.audit import known_results
    from ..claims.result import Result
    from ..exact.errors import InputError

    decided = {result.claim: result for result in results}
    for paper in papers:
        for claim in paper.claims if set(paper.claims) & set(decided) else ():
            try:
                yield decided[claim] if claim in decided else known_results(list(papers), [claim], ledger)[0]
            except InputError:
                yield Result(claim, ())


def report(folder: Path, papers: list[Collected], results: list[Result], rejections: dict[str, str]) -> int:
    """Write the report and say where it is, or why it is not there; the exit status that this deserves."""
    from ..claims.ledger import is_full
    from ..exact.errors import InputError
    from ..report.writing import write_report

    try:
        print(f"report: {write_report(folder, papers, results, rejections)}", file=sys.stderr)
    except (InputError, OSError) as error:
        reason = getattr(error, "strerror", None) or error
        print(f"exactcheck: --report {folder}: not written ({reason}); what was decided is kept", file=sys.stderr)
        return RESOURCES if isinstance(error, OSError) and is_full(error) else USAGE
    return AS_RECORDED


def difference(result: Result) -> str:
    """How a result differs from what is recorded."""
    recorded = f"recorded {result.claim.verdict}, scope {result.claim.scope}"
    why = f" ({result.reason})" if result.reason else ""
    return f"{result.claim.name}: {result.verdict}, scope {result.scope}; {recorded}{why}"


def status_of(results: Sequence[Result]) -> int:
    """The exit status that results deserve: a verdict that differs weighs more than an open one."""
    found = {claim_status(result) for result in results}
    return next((status for status in (DIFFERENT, UNDECIDED) if status in found), AS_RECORDED)


def claim_status(result: Result) -> int:
    """The exit status that one result deserves; while a run is undecided, only a refutation differs for sure."""
    if result.as_recorded:
        return AS_RECORDED
    open_ = "undecided" in {outcome.verdict for outcome in result.outcomes}
    return UNDECIDED if open_ and not result.verdict == "refuted" != result.claim.verdict else DIFFERENT
