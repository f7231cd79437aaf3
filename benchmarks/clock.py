"""Timing of a task in a process of its own, with a limit."""

from __future__ import annotations

import gc
import math
import multiprocessing
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import _lru_cache_wrapper
from multiprocessing.connection import Connection
from typing import Any

LIMIT = 60.0
ENOUGH = 0.5
Seconds = float | None


def seconds(task: Callable[..., Any], *arguments: Any, limit: float = LIMIT) -> Seconds:
    """The shortest time of a few runs after a first one that is not counted; None beyond the limit.

    A task returns whether it succeeded: a peer that comes to another result is an error, not a figure.
    """
    here, there = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=measure, args=(there, task, arguments))
    process.start()
    there.close()
    try:
        found = here.recv() if here.poll(limit) else None
    except EOFError:
        raise RuntimeError(f"{task.__module__}.{task.__name__}{arguments} failed") from None
    finally:
        process.kill()
        process.join()
    return found


def measure(answer: Connection, task: Callable[..., Any], arguments: Sequence[Any]) -> None:
    """Run the task until it has run for long enough; a long first run counts itself."""
    times: list[float] = []
    while not times or (sum(times) < ENOUGH and len(times) < 20):
        forget()
        start = time.perf_counter()
        succeeded = task(*arguments)
        times.append(time.perf_counter() - start)
        if not bool(succeeded):
            sys.exit(f"{task.__module__}.{task.__name__}{tuple(arguments)} came to {succeeded!r}")
    answer.send(min(times))


def forget() -> None:
    """Empty the caches of all functions, so that no run is answered by the one before it."""
    for function in gc.get_objects():
        if isinstance(function, _lru_cache_wrapper):
            function.cache_clear()


def written(value: Seconds) -> str:
    """A time with three digits."""
    if value is None:
        return f"> {LIMIT:.0f} s"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.3g} ms"


def ratio(slow: Seconds, fast: Seconds) -> str:
    """How many times the second is faster; a lower bound where the first did not end."""
    if fast is None:
        return "-"
    return f"{slow / fast:.3g}x" if slow is not None else f"> {LIMIT / fast:.3g}x"


def growth(sizes: Sequence[float], times: Sequence[Seconds]) -> str:
    """The exponent with which the times grow from the second smallest to the largest size that ended."""
    ended = [(size, value) for size, value in zip(sizes, times, strict=True) if value is not None]
    if len(ended) < 2:
        return "-"
    (small, first), (large, last) = ended[-2], ended[-1]
    return f"size^{math.log(last / first) / math.log(large / small):.1f}"


def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table, a row as soon as it is measured."""
    widths = [max(11, len(heading) + 1) for heading in headings]
    print(f"\n{title}\n", flush=True)
    print("".join(heading.rjust(width) for heading, width in zip(headings, widths, strict=True)), flush=True)
    for row in rows:
        print("".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)), flush=True)
