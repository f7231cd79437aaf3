"""What the commands work on: papers, claims, parameters, the ledger."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .status import UsageError

if TYPE_CHECKING:
    from ..claims.claim import Claim
    from ..claims.collection import Collected


def papers_and_claims(names: Sequence[str]) -> tuple[list[Collected], list[Claim]]:
    """The papers and claims that are meant: all, or papers, labels and claims by name, or folders by path."""
    from ..claims.collection import collect, collect_all, find

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


def positive(text: str) -> int:
    """A number of processes."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive integer")
    return int(text)


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
