"""The audit of all papers from nothing, the check of all its certificates, and the start of the command line."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .clock import table, written

COMMANDS = [
    ("audit --fresh, 1 job", ["audit", "--fresh", "--jobs", "1"]),
    ("audit --fresh, 2 jobs", ["audit", "--fresh", "--jobs", "2"]),
    ("audit, all known", ["audit"]),
    ("check, all certificates", ["check"]),
    ("--help", ["--help"]),
]


def rows():
    """Each command in a folder of its own, in this order."""
    with tempfile.TemporaryDirectory() as folder:
        for name, arguments in COMMANDS:
            files = sorted(map(str, Path(folder).glob(".exactcheck/certificates/*.json")))
            command = [sys.executable, "-m", "exactcheck", *arguments, *(files if arguments == ["check"] else [])]
            start = time.perf_counter()
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
            yield [name, written(time.perf_counter() - start)]


def run():
    """The table."""
    table("The command line", ["command                ", "wall time"], rows())
