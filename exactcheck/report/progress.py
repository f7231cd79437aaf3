"""Progress on standard error: a live bar on a terminal, a line for each run elsewhere."""

from __future__ import annotations

import sys
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
        if self.live:
            done = CELLS * progress.done // progress.total
            bar = "#" * done + "." * (CELLS - done)
            line = f"[{bar}] {progress.done}/{progress.total} {progress.claim}"
            self.stream.write(f"\r{line[:WIDTH]:<{WIDTH}}")
        else:
            self.stream.write(f"[{progress.done}/{progress.total}] {progress.claim}: {progress.verdict}\n")
        self.stream.flush()

    def close(self) -> None:
        """Clear the bar."""
        if self.live:
            self.stream.write("\r" + " " * WIDTH + "\r")
            self.stream.flush()
