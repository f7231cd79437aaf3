"""`exactcheck counterexample`: a claim at numbers, every object in it exact, for other programs and for papers."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .arguments import papers_and_claims
from .status import AS_RECORDED, UNDECIDED

if TYPE_CHECKING:
    from ..report.counterexample import Counterexample

DESCRIPTION = "the exact objects of a claim at numbers, as text, JSON, sympy code or LaTeX"
FORMS = ("text", "json", "sympy", "latex")


def add(command: argparse.ArgumentParser) -> None:
    """The options."""
    command.add_argument("names", nargs=1, metavar="CLAIM", help="a claim or label, such as zhang-2025/theorem-2")
    command.add_argument(
        "-p",
        dest="constraints",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a parameter, or a bound such as 'delta<1/100' where the paper chooses parameters",
    )
    command.add_argument("--as", dest="form", choices=FORMS, default="text", help="the form (default: text)")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to this file")


def run(options: argparse.Namespace) -> int:
    """Decide a claim at numbers, and print its objects if it is decided."""
    from ..claims.choice import NotEstablished
    from ..claims.request import Request, read_constraint
    from ..report.counterexample import found_counterexample

    request = Request(tuple(map(read_constraint, options.constraints)))
    papers, claims = papers_and_claims(options.names)
    try:
        found = found_counterexample(claims, request, papers)
    except NotEstablished as reason:
        return undecided(str(reason), options.json)
    text = written(found, "json" if options.json else options.form)
    if options.output is None:
        print(text, end="")
    else:
        options.output.write_text(text, encoding="utf-8")
    return AS_RECORDED


def written(found: Counterexample, form: str) -> str:
    """The counterexample in a form."""
    if form == "json":
        return json.dumps(found.to_json(), indent=1) + "\n"
    return {"text": found.to_text, "sympy": found.to_sympy_code, "latex": found.to_latex}[form]()


def undecided(reason: str, as_json: bool) -> int:
    """Say that nothing is printed because the claim is not decided."""
    print(f"exactcheck: {' '.join(reason.split())}", file=sys.stderr)
    if as_json:
        print(json.dumps({"format": "exactcheck-error/1", "error": reason, "exit_status": UNDECIDED}))
    return UNDECIDED
