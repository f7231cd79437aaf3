"""Runs within limits: each in a process of its own, which is ended when it reaches one.

A process is ended from outside, because arithmetic in C hears of nothing before it is done. It tells of each statement
as soon as that is decided, so that nothing is lost with it. It is forked: a run needs no name to be found by, and a
script or a notebook is not run again.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from .limits import Limits
from .processes import end_with_parent, uninterrupted
from .run import Built, Outcome, Step, StepListener, decide_run

Key = TypeVar("Key")
Decide = Callable[[StepListener], Outcome]
PATIENCE = 3600.0


class LimitReached(Outcome):
    """The outcome of a run that reached a limit: it says nothing about the claim, and the ledger does not keep it."""


def decided_within(run: Built, limits: Limits) -> Outcome:
    """Decide a run in this process if there are no limits, otherwise within them."""
    if not limits.given:
        return decide_run(run)
    return next(outcomes_within({"": (run, partial(decide_run, run))}, limits, 1))[1]


def outcomes_within(todo: dict[Key, tuple[Built, Decide]], limits: Limits, jobs: int) -> Iterator[tuple[Key, Outcome]]:
    """The outcomes of runs as they come, `jobs` at a time; undecided where a limit was reached.

    Raises what deciding a run raises.
    """
    waiting = iter(todo.items())
    running: dict[Any, tuple[Key, LimitedRun]] = {}
    try:
        while True:
            for key, (run, decide) in islice(waiting, jobs - len(running)):
                started = LimitedRun(run, decide, limits)
                running[started.ear] = key, started
            if not running:
                return
            for ear in wait(list(running), min(run.time_left for _, run in running.values())):
                running[ear][1].hear()
            for ear in [ear for ear, (_, run) in running.items() if run.ended]:
                key, ended = running.pop(ear)
                yield key, ended.outcome()
    finally:
        for _, left in running.values():
            left.stop()


class LimitedRun:
    """A run that is being decided in a process of its own."""

    def __init__(self, run: Built, decide: Decide, limits: Limits) -> None:
        self.run, self.limits = run, limits
        self.proved: list[Step] = []
        self.found: Outcome | BaseException | None = None
        self.start = time.monotonic()
        self.ear, mouth = Pipe(duplex=False)
        self.process = Process(target=tell, args=(decide, limits, mouth), daemon=True)
        with uninterrupted():
            self.process.start()
        mouth.close()

    @property
    def seconds(self) -> float:
        """The time since its start."""
        return time.monotonic() - self.start

    @property
    def time_left(self) -> float:
        """How long to wait for it at most."""
        return PATIENCE if self.limits.time is None else min(PATIENCE, max(0.0, self.limits.time - self.seconds))

    @property
    def ended(self) -> bool:
        """True if it has told what it found, or has no time left."""
        return self.found is not None or not self.time_left

    def hear(self) -> None:
        """Take in what it tells next; nothing more comes from a process that was killed."""
        try:
            told = self.ear.recv()
        except (EOFError, OSError):
            told = self.death()
        if isinstance(told, dict):
            self.proved += [told] if told["verdict"] == "proved" else []
        else:
            self.found = told

    def death(self) -> LimitReached | RuntimeError:
        """What it means that the process ended without an outcome: no verdict if a signal ended it, else a defect."""
        self.process.join()
        code = self.process.exitcode
        if code is None or code >= 0:
            return RuntimeError(f"the process of a run ended without an outcome, with exit status {code}")
        return self.unfinished(self.limits.killed(signal.Signals(-code).name))

    def outcome(self) -> Outcome:
        """What it found, or that it reached a limit; raises the error that it ended with."""
        while self.found is None and self.ear.poll():
            self.hear()
        self.stop()
        if isinstance(self.found, MemoryError):
            return self.unfinished(self.limits.memory_reached)
        if isinstance(self.found, BaseException):
            raise self.found
        return self.unfinished(self.limits.time_reached) if self.found is None else self.found

    def unfinished(self, reason: str) -> LimitReached:
        """The outcome if it reached a limit: what was proved before it, and what was not."""
        rest = self.run.statements[len(self.proved) : len(self.proved) + 1]
        steps = [*self.proved, *({"statement": repr(s), "verdict": "undecided", "reason": reason} for s in rest)]
        return LimitReached(self.run.parameters, "undecided", "instance", reason, self.seconds, steps, "", None, None)

    def stop(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.join()
        self.ear.close()


FORK = multiprocessing.get_context("fork")
Pipe, Process = FORK.Pipe, FORK.Process


def tell(decide: Decide, limits: Limits, mouth: Connection) -> None:
    """Decide a run in its own process and tell each statement that is decided, then the outcome or the error."""
    end_with_parent()
    if limits.memory is not None:
        silence()
    try:
        with limits.on_memory():
            told: Outcome | BaseException = decide(mouth.send)
    except BaseException as error:
        told = error
    mouth.send(told)


def silence() -> None:
    """Have this process write nothing to standard error: arithmetic in C says goodbye there when memory is short."""
    faulthandler.disable()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
