"""The ledger: outcomes of runs by what they depend on, in SQLite, and certificates as files named by their content.

Several processes may use one ledger: each outcome is one transaction, each file is written beside its place and moved.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import get_ident

from .recall import recalled
from .result import Result, outcome_to_json
from .run import Built, Outcome

FOLDER = ".exactcheck"
PATIENCE = 60
TABLE = "CREATE TABLE IF NOT EXISTS outcomes (key TEXT PRIMARY KEY, claim TEXT NOT NULL, outcome TEXT NOT NULL)"


class LedgerError(Exception):
    """The ledger cannot be read or written; the message says where, and what to do."""


class DiskFull(LedgerError):
    """There is no room for the ledger."""


@cache
def fingerprint() -> str:
    """A digest of exactcheck's own code: what one version decided is not taken over by another."""
    package = Path(__file__).resolve().parent.parent
    digest = sha256()
    for path in sorted(package.rglob("*.py")):
        if "proofs" not in path.relative_to(package).parts:
            digest.update(path.read_bytes())
    return digest.hexdigest()


def run_key(built: Built) -> str:
    """The key of a run: claim, parameters, statement and the version that decides."""
    return sha256(f"{fingerprint()}\n{built.key}".encode()).hexdigest()


class Ledger:
    """The ledger in a folder that need not exist, to be read; `open_ledger` makes one that can be written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self.folder / "ledger.sqlite", timeout=PATIENCE)
        connection.text_factory = bytes
        try:
            with connection:
                yield connection
        finally:
            connection.close()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            if is_full(error):
                raise DiskFull(f"{self.folder}: the disk is full; what was decided before is kept") from error
            hint = "name a folder that can be written with --ledger"
            if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
                hint = "move ledger.sqlite away, and it is made anew"
            raise LedgerError(f"{self.folder}: the ledger cannot be used ({error}); {hint}") from error

    def get(self, built: Built) -> Outcome | None:
        """The outcome of a run that was decided before, or None; it is believed as far as the kernel accepts it."""
        if not (self.folder / "ledger.sqlite").exists():
            return None
        with self._guarded(), self._connection() as connection:
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'outcomes'").fetchone():
                return None
            row = connection.execute("SELECT outcome FROM outcomes WHERE key = ?", (run_key(built),)).fetchone()
        return None if row is None else recalled(built, row[0])

    def put(self, built: Built, outcome: Outcome) -> None:
        """Keep the outcome of a run."""
        row = (run_key(built), built.claim.name, outcome_to_json(outcome))
        with self._guarded(), self._connection() as connection:
            connection.execute("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", row)

    def certificate_path(self, result: Result) -> Path:
        """The place of the certificate of a result, which is named by its content."""
        return self.folder / "certificates" / f"{sha256(result.document.encode()).hexdigest()}.json"

    def write_certificate(self, result: Result) -> Path:
        """Write the certificate of a result to its place."""
        path, document = self.certificate_path(result), result.document.encode()
        with self._guarded():
            if not path.exists() or path.read_bytes() != document:
                replace(path, document)
        return path


def is_full(error: OSError | sqlite3.Error) -> bool:
    """True if there was no room: the disk is full, a quota is used up, a file would be too large."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE"))
    return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def replace(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that nobody ever sees a part of it."""
    beside = path.with_suffix(f".{os.getpid()}-{get_ident()}")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def open_ledger(folder: Path) -> Ledger:
    """The ledger in a folder, made if there is none.

    Raises LedgerError if it cannot be written.
    """
    ledger = Ledger(folder)
    with ledger._guarded():
        (folder / "certificates").mkdir(parents=True, exist_ok=True)
        with ledger._connection() as connection:
            connection.execute(TABLE)
            connection.execute("DELETE FROM outcomes WHERE 0")
        for place in (folder / "ledger.sqlite", folder / "certificates"):
            if not os.access(place, os.W_OK):
                raise PermissionError(f"{place} is read-only")
    return ledger
