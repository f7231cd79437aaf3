"""Parallel processes that end with the one that started them: when that is done, fails, is interrupted or killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from threading import Thread
from typing import Any


def in_processes(function: Callable[..., Any], arguments: Sequence[tuple[Any, ...]], jobs: int) -> Iterator[Any]:
    """The values of a function, each with the number of its arguments, as they come: (number, value).

    Raises what the function raises, and MemoryError if a process is killed.
    """
    others = multiprocessing.active_children()
    pool = ProcessPoolExecutor(min(jobs, len(arguments)), multiprocessing.get_context("spawn"), end_with_parent)
    try:
        with uninterrupted():
            pending = {pool.submit(function, *given): number for number, given in enumerate(arguments)}
        while pending:
            for future in wait(pending, return_when=FIRST_COMPLETED).done:
                yield pending.pop(future), future.result()
    except BaseException as error:
        for process in set(multiprocessing.active_children()).difference(others):
            process.terminate()
        if isinstance(error, BrokenProcessPool):
            raise MemoryError("a process of the audit was killed, perhaps for want of memory") from error
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Within the block Ctrl-C waits for this thread; processes that are started in it never hear of it, and die of
    their parent.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent() -> None:
    """Have this process end when its parent is gone."""
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()
