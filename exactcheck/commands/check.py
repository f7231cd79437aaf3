"""`exactcheck check`: certificates against their claims and by the kernel."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .status import AS_RECORDED, DIFFERENT, USAGE

DESCRIPTION = "check certificates against their claims and by the kernel"


def add(command: argparse.ArgumentParser) -> None:
    """The options."""
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a certificate")
    command.add_argument("--paper", action="append", default=[], type=Path, help="the folder of a paper of your own")


def run(options: argparse.Namespace) -> int:
    """Check certificates: what they state against the claim they name, then every step by the kernel."""
    from ..claims.binding import check_bound
    from ..claims.collection import collect, collect_all
    from ..kernel import Rejected

    papers = [*map(collect, options.paper), *collect_all()]
    reports = []
    unread = []
    for path in options.files:
        try:
            found = check_bound(read_file(path), papers)
            reports.append({"file": str(path), "accepted": True, "reason": None, **found.__dict__})
        except Rejected as reason:
            reports.append({"file": str(path), "accepted": False, "reason": str(reason)})
        except OSError as error:
            unread.append(path)
            reports.append({"file": str(path), "accepted": False, "reason": f"it cannot be read: {error.strerror}"})
    if options.json:
        print(json.dumps({"format": "exactcheck-check/1", "files": reports}, indent=1))
    else:
        print("\n".join(map(check_line, reports)))
    return check_status(reports, unread)


def check_status(reports: Sequence[dict[str, Any]], unread: Sequence[Path]) -> int:
    """1 if a certificate is rejected; otherwise 3, with a line for each, if files could not be read."""
    for path in unread:
        print(f"exactcheck: {path}: it cannot be read; name a file that holds a certificate", file=sys.stderr)
    rejected = sum(not report["accepted"] for report in reports) > len(unread)
    return DIFFERENT if rejected else USAGE if unread else AS_RECORDED


def read_file(path: Path) -> str:
    """The text of a certificate; bytes that are no text make it corrupt, not unreadable."""
    return path.read_bytes().decode("utf-8", errors="replace")


def check_line(report: dict[str, Any]) -> str:
    """The outcome for one file."""
    if not report["accepted"]:
        return f"{report['file']}: rejected: {report['reason']}"
    statements = "\n".join(f"  {line}" for line in report["statements"])
    return (
        f"{report['file']}: accepted\n  {report['claim']}: {report['verdict']}, scope {report['scope']}\n{statements}"
    )
