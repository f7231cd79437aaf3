"""The command line: parses, calls, prints. Engines are imported when a command needs them.

Exit status: 0 as recorded, 1 a verdict differs or a certificate is rejected, 2 something stayed undecided, 3 usage or
input, 4 a resource limit.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from .claims.claim import Claim
    from .claims.collection import Collected
    from .claims.result import Result

AS_RECORDED, DIFFERENT, UNDECIDED, USAGE, RESOURCES, INTERRUPTED = 0, 1, 2, 3, 4, 130
EPILOG = (
    "exit status: 0 as recorded, 1 a verdict differs or a certificate is rejected, 2 undecided, 3 usage, 4 resources"
)


class UsageError(Exception):
    """The command line cannot be understood."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, and status 3."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise UsageError(f"{message} (see {self.prog} --help)")


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = Parser(prog="exactcheck", description="A referee that never rounds: claims decided exactly.", epilog=EPILOG)
    top.add_argument("--version", action="store_true", help="print the version")
    commands = top.add_subparsers(metavar="COMMAND", parser_class=Parser)
    for name, run, description, add in COMMANDS:
        command = commands.add_parser(name, help=description, description=description, epilog=EPILOG)
        command.set_defaults(run=run)
        add(command)
        command.add_argument("--json", action="store_true", help="print one JSON document")
        command.add_argument("--debug", action="store_true", help="show the traceback of an error")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        options = parser().parse_args(given)
        if options.version:
            return print_version()
        if not hasattr(options, "run"):
            raise UsageError(f"name a command: {', '.join(name for name, *_ in COMMANDS)} (see exactcheck --help)")
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return AS_RECORDED
    except KeyboardInterrupt:
        return failed(given, "interrupted; what was decided is kept, the same command goes on from there", INTERRUPTED)
    except Exception as error:
        foreseen = exit_status(error)
        if "--debug" in given or foreseen is None:
            raise
        return failed(given, str(error) or type(error).__name__, foreseen)


def exit_status(error: Exception) -> int | None:
    """The exit status for an error that has been foreseen, otherwise None."""
    from .claims.ledger import DiskFull, LedgerError
    from .exact.errors import InputError

    if isinstance(error, (DiskFull, MemoryError)):
        return RESOURCES
    if isinstance(error, OSError) and error.errno == 28:
        return RESOURCES
    return USAGE if isinstance(error, (UsageError, InputError, LedgerError, OSError)) else None


def failed(given: Sequence[str], message: str, status: int) -> int:
    """Say what went wrong: one line on standard error, with --json also a document on standard output."""
    print(f"exactcheck: {' '.join(message.split())}", file=sys.stderr)
    if "--json" in given:
        print(json.dumps({"format": "exactcheck-error/1", "error": message, "exit_status": status}))
    return status


def print_version() -> int:
    """Print the version."""
    from importlib.metadata import version

    print(f"exactcheck {version('exactcheck')}")
    return AS_RECORDED


# What the commands work on


def papers_and_claims(names: Sequence[str]) -> tuple[list[Collected], list[Claim]]:
    """The papers and claims that are meant: all, or papers, labels and claims by name, or folders by path."""
    from .claims.collection import collect, collect_all, find

    folders = [Path(name) for name in names if (os.sep in name and Path(name).is_dir()) or name == "."]
    papers = [collect(folder) for folder in folders]
    chosen = [claim for paper in papers for claim in paper.claims]
    others = [name for name in names if Path(name) not in folders]
    if others or not names:
        shipped = collect_all()
        papers += shipped
        wanted = others or [paper.paper.key for paper in shipped]
        chosen += [claim for name in wanted for claim in find(name, shipped)]
    return papers, list(dict.fromkeys(chosen))


def add_names(command: argparse.ArgumentParser) -> None:
    """The papers and claims a command is about."""
    command.add_argument("names", nargs="*", metavar="PAPER|CLAIM|PATH", help="what to take (default: all papers)")
    add_ledger(command)


def add_ledger(command: argparse.ArgumentParser) -> None:
    """The place of the ledger."""
    command.add_argument("--ledger", type=Path, default=Path(".exactcheck"), help="the ledger's folder (.exactcheck)")


# audit


def add_audit(command: argparse.ArgumentParser) -> None:
    """The options of `audit`."""
    add_names(command)
    command.add_argument("--fresh", action="store_true", help="decide again what the ledger knows")
    command.add_argument(
        "--jobs", type=positive, default=os.cpu_count() or 1, help="processes (default: all processors)"
    )


def positive(text: str) -> int:
    """A number of processes."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive integer")
    return int(text)


def run_audit(options: argparse.Namespace) -> int:
    """Decide claims, write and recheck their certificates, print the verdict table."""
    from .claims.audit import audit, recheck
    from .claims.ledger import open_ledger
    from .claims.result import results_document
    from .report.progress import ProgressBar
    from .report.terminal import verdict_table

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


# list, show


def run_list(options: argparse.Namespace) -> int:
    """Print papers and claims, with what the ledger knows of them."""
    from .claims.audit import known_results
    from .claims.ledger import Ledger
    from .claims.result import results_document
    from .report.terminal import verdict_table

    papers, claims = papers_and_claims(options.names)
    results = known_results(papers, claims, Ledger(options.ledger))
    print(json.dumps(results_document(results), indent=1) if options.json else verdict_table(results))
    return AS_RECORDED


def run_show(options: argparse.Namespace) -> int:
    """Print claims in full."""
    from .claims.audit import known_results
    from .claims.ledger import Ledger
    from .claims.result import results_document
    from .report.terminal import description

    if not options.names:
        raise UsageError("show takes the name of a claim, such as zhang-2025/theorem-2")
    papers, claims = papers_and_claims(options.names)
    results = known_results(papers, claims, Ledger(options.ledger))
    print(json.dumps(results_document(results), indent=1) if options.json else "\n\n".join(map(description, results)))
    return AS_RECORDED


# verify


def add_verify(command: argparse.ArgumentParser) -> None:
    """The options of `verify`."""
    command.add_argument("names", nargs=1, metavar="CLAIM", help="a claim or label, such as zhang-2025/theorem-2")
    command.add_argument("-p", dest="parameters", action="append", default=[], metavar="NAME=VALUE", help="a parameter")
    command.add_argument("--certificate", type=Path, metavar="FILE", help="write the certificate to this file")


def run_verify(options: argparse.Namespace) -> int:
    """Decide one claim for one's own parameters."""
    from .claims.result import results_document
    from .claims.verification import verified
    from .report.terminal import description

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


def read_parameters(given: Sequence[str]) -> dict[str, str]:
    """NAME=VALUE pairs."""
    parameters: dict[str, str] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise UsageError(f"-p {pair}: write a parameter as NAME=VALUE, such as -p alpha=1/2")
        if name.strip() in parameters:
            raise UsageError(f"-p {pair}: {name.strip()} is given twice")
        parameters[name.strip()] = value.strip()
    return parameters


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


# check


def add_check(command: argparse.ArgumentParser) -> None:
    """The options of `check`."""
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a certificate")
    command.add_argument("--paper", action="append", default=[], type=Path, help="the folder of a paper of your own")


def run_check(options: argparse.Namespace) -> int:
    """Check certificates: what they state against the claim they name, then every step by the kernel."""
    from .claims.binding import check_bound
    from .claims.collection import collect, collect_all
    from .kernel import Rejected

    papers = [*map(collect, options.paper), *collect_all()]
    reports = []
    for path in options.files:
        try:
            found = check_bound(read_file(path), papers)
            reports.append({"file": str(path), "accepted": True, "reason": None, **found.__dict__})
        except Rejected as reason:
            reports.append({"file": str(path), "accepted": False, "reason": str(reason)})
    if options.json:
        print(json.dumps({"format": "exactcheck-check/1", "files": reports}, indent=1))
    else:
        print("\n".join(map(check_line, reports)))
    return AS_RECORDED if all(report["accepted"] for report in reports) else DIFFERENT


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


Command = tuple[str, Callable[[argparse.Namespace], int], str, Callable[[argparse.ArgumentParser], None]]
COMMANDS: tuple[Command, ...] = (
    ("audit", run_audit, "decide every claim, recheck every certificate", add_audit),
    ("list", run_list, "papers and claims, with verdict, scope and trust", add_names),
    ("show", run_show, "a claim in full: statement, place, obligations, verdict, certificate", add_names),
    ("verify", run_verify, "decide one claim on your own instance", add_verify),
    ("check", run_check, "check certificates against their claims and by the kernel", add_check),
)
