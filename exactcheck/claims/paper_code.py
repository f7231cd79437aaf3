"""Code of a paper's: it is written by others, may fail or end the process, and may print."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from threading import RLock

from ..exact.errors import InputError

# standard output is redirected for the whole process, by one thread at a time
ONE_AT_A_TIME = RLock()


class CodeError(InputError):
    """Code of a paper's fails; the message names the place and the line."""


@contextmanager
def paper_code(place: str, folder: Path) -> Iterator[None]:
    """Within the block code from a paper's folder runs; what it prints goes to standard error.

    Raises CodeError for what it raises, `sys.exit` included, except an InputError, which says enough, and MemoryError.
    """
    try:
        with ONE_AT_A_TIME, redirect_stdout(sys.stderr):
            yield
    except (InputError, MemoryError):
        raise
    except (Exception, SystemExit) as error:
        raise CodeError(f"{place}{line(error, folder)}: {type(error).__name__}: {error}") from error


def line(error: BaseException, folder: Path) -> str:
    """Where in the folder the error arose; empty if that is not known."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).parent == folder]
    return f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
