"""What the commands work on: papers, claims, parameters, the ledger."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .status import UsageError

if TYPE_CHECKING:
    from ..claims.claim import Claim
    from ..claims.collection import Collected
    from ..claims.limits import Limits


def papers_and_claims(names: Sequence[str]) -> tuple[list[Collected], list[Claim]]:
    """The papers and claims that are meant: all, or papers, labels and claims by name or by the path of a folder."""
    from ..claims.collection import collect, collect_all, find

    papers: list[Collected] = []
    chosen: list[Claim] = []
    for name in names:
        folder, label = folder_and_label(name)
        found = collect_all() if folder is None else [collect(folder)]
        papers += [paper for paper in found if paper not in papers]
        chosen += find(label if folder is None else f"{found[0].paper.key}/{label}", found)
    if not names:
        papers = collect_all()
        chosen = [claim for paper in papers for claim in paper.claims]
    require_different_keys(papers)
    return papers, list(dict.fromkeys(chosen))


def folder_and_label(name: str) -> tuple[Path | None, str]:
    """The folder of a paper in a path such as ./mine or ./mine/theorem-1, with the label after it; else the name.

    Raises UsageError for a path that leads nowhere.
    """
    path, is_path = Path(name), name.startswith((".", os.sep))
    for folder in (path, *path.parents):
        if (folder / "__init__.py").is_file() and (is_path or folder != Path()):
            return folder, path.relative_to(folder).as_posix().strip(".")
    if is_path and not path.is_dir():
        raise UsageError(f"{name}: there is no such folder")
    return (path, "") if (is_path or os.sep in name) and path.is_dir() else (None, name)


def require_different_keys(papers: Sequence[Collected]) -> None:
    """Two papers with one key have claims with one name."""
    folders: dict[str, Path] = {}
    for paper in papers:
        if folders.setdefault(paper.paper.key, paper.folder) != paper.folder:
            raise UsageError(f"{paper.folder}: its key {paper.paper.key!r} is that of {folders[paper.paper.key]} too")


def add_names(command: argparse.ArgumentParser) -> None:
    """The papers and claims a command is about."""
    about = "papers, claims, and folders of papers of your own (default: all papers)"
    command.add_argument("names", nargs="*", metavar="PAPER|CLAIM|PATH", help=about)
    add_ledger(command)


def add_ledger(command: argparse.ArgumentParser) -> None:
    """The place of the ledger."""
    command.add_argument("--ledger", type=Path, default=Path(".exactcheck"), help="the ledger's folder (.exactcheck)")


def add_limits(command: argparse.ArgumentParser) -> None:
    """What deciding a run may take."""
    command.add_argument(
        "--time", type=seconds, metavar="SECONDS", help="a run of a claim that takes longer stays undecided"
    )
    command.add_argument(
        "--memory", type=positive, metavar="MB", help="a run of a claim that takes more memory stays undecided"
    )


def limits_of(options: argparse.Namespace) -> Limits:
    """The limits that are given."""
    from ..claims.limits import Limits

    return Limits(options.time, options.memory)


def positive(text: str) -> int:
    """A number of processes or of megabytes."""
    if not re.fullmatch("[0-9]{1,18}", text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive integer")
    return int(text)


def seconds(text: str) -> float:
    """A time, such as 60 or 0.5."""
    if not re.fullmatch(r"[0-9]{1,18}(\.[0-9]{1,18})?", text) or not float(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive number of seconds, such as 60 or 0.5")
    return float(text)


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
