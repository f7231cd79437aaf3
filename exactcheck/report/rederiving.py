"""The commands that decide a claim again, and that check its certificate."""

from __future__ import annotations

import inspect
import shlex
from pathlib import Path
from typing import Any

from ..claims.collection import shipped_proofs
from ..claims.result import Result


def is_shipped(folder: Path) -> bool:
    """True for a paper that comes with exactcheck."""
    return folder.resolve().parent == shipped_proofs()


def folder_of(result: Result) -> Path:
    """The folder of the paper of a claim that has been decided."""
    assert result.claim.function is not None, "only claims with a function are decided"
    return Path(inspect.getfile(result.claim.function)).parent


def verify_command(result: Result, parameters: dict[str, Any], folder: Path) -> str:
    """The command that decides a run again; a paper of one's own is named by its folder."""
    given = [f"-p {name}={'letter' if value == name else value}" for name, value in parameters.items()]
    name = result.claim.name if is_shipped(folder) else f"./{folder.name}/{result.claim.name.partition('/')[2]}"
    return " ".join(["exactcheck verify", shlex.quote(name), *given])


def check_commands(result: Result, file: str, folder: Path) -> list[str]:
    """The commands that check the certificate in a file: against the claim, and by the kernel alone."""
    own = "" if is_shipped(folder) else f"--paper {shlex.quote('./' + folder.name)} "
    digest = result.certificate["digest"] if result.certificate else ""
    return [f"exactcheck check {own}{file}", f"python -S -m exactcheck.kernel --expect {digest} {file}"]
