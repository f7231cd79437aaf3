"""Progress on standard error: a live bar on a terminal, a line for each run elsewhere."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TextIO

from ..claims.audit import Progress

CELLS = 24
WIDTH = 96


class ProgressBar:
    """Call it with the progress of an audit; `close` ends the bar."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.live = self.stream.isatty()

    def __call__(self, progress: Progress) -> None:
        """Show how far the audit is."""
        count = f"{progress.done}/{progress.total}"
        if self.live:
            done = CELLS * progress.done // progress.total
            line = f"[{'#' * done}{'.' * (CELLS - done)}] {count} {progress.claim}"
            self._write(f"\r{line[:WIDTH]:<{WIDTH}}")
        else:
            self._write(f"[{count}] {progress.claim}: {progress.verdict}\n")

    def close(self) -> None:
        """Clear the bar."""
        if self.live:
            self._write("\r" + " " * WIDTH + "\r")

    def _write(self, text: str) -> None:
        # an audit goes on though nobody reads how far it is
        with suppress(OSError):
            self.stream.write(text)
            self.stream.flush()
