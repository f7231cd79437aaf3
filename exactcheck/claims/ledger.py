"""The ledger: outcomes of runs by what they depend on, in SQLite, and certificates as files named by their content.

Several processes may use one ledger: each outcome is one transaction, each file is written beside its place and moved.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path

from .result import Result, outcome_from_json, outcome_to_json
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
            full = getattr(error, "errno", None) == 28 or "full" in str(error)
            if full:
                raise DiskFull(f"{self.folder}: the disk is full; what was decided before is kept") from error
            raise LedgerError(
                f"{self.folder}: the ledger cannot be used ({error}); name a folder that can be written with --ledger"
            ) from error

    def get(self, key: str) -> Outcome | None:
        """The outcome of a run that was decided before, or None."""
        if not (self.folder / "ledger.sqlite").exists():
            return None
        with self._guarded(), self._connection() as connection:
            row = connection.execute("SELECT outcome FROM outcomes WHERE key = ?", (key,)).fetchone()
        return None if row is None else outcome_from_json(row[0])

    def put(self, key: str, claim: str, outcome: Outcome) -> None:
        """Keep the outcome of a run."""
        with self._guarded(), self._connection() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", (key, claim, outcome_to_json(outcome))
            )

    def certificate_path(self, result: Result) -> Path:
        """The place of the certificate of a result, which is named by its content."""
        return self.folder / "certificates" / f"{sha256(result.document.encode()).hexdigest()}.json"

    def write_certificate(self, result: Result) -> Path:
        """Write the certificate of a result to its place."""
        path, document = self.certificate_path(result), result.document.encode()
        with self._guarded():
            if not path.exists() or path.read_bytes() != document:
                with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
                    file.write(document)
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(file.name, path)
        return path


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
