"""The command line in this process, in a folder of its own."""

import json
from dataclasses import dataclass

import pytest

from exactcheck.cli import main


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit status, standard output, standard error."""

    status: int
    out: str
    err: str

    @property
    def document(self):
        """The one JSON document on standard output."""
        return json.loads(self.out, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))

    def said(self, status, *words):
        """True if the command refused with this status and one line that has these words."""
        line = self.err.splitlines()[-1] if self.err else ""
        assert self.status == status, self
        assert "Traceback" not in self.err
        assert [said.startswith("exactcheck: ") for said in self.err.splitlines()].count(True) == 1
        assert line.startswith("exactcheck: ")
        assert all(word in line for word in words), line
        return True


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Run a command; audits write no report."""
    monkeypatch.chdir(tmp_path)

    def running(*arguments):
        extra = ["--no-report"] if arguments[:1] == ("audit",) else []
        status = main([*map(str, arguments), *extra])
        return Ended(status, *capsys.readouterr())

    return running
