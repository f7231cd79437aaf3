"""Limits that a user sets: how long the decision of a run may take, and how much memory."""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any

from ..exact.errors import InputError

MEGABYTE = 2**20
MEMORY_IN_USE = Path("/proc/self/statm")


@dataclass(frozen=True)
class Limits:
    """Seconds and megabytes that a run may take; None is no limit. The memory is what comes on top of what the process
    holds when the run starts.

    Raises InputError for what is not positive.

    >>> Limits(time=5).time_reached
    'the time limit of 5 s was reached'
    """

    time: float | None = None
    memory: int | None = None

    def __post_init__(self) -> None:
        if self.time is not None:
            require_positive("time", self.time, [int, float], "seconds")
        if self.memory is not None:
            require_positive("memory", self.memory, [int], "megabytes")
            if not MEMORY_IN_USE.exists():
                raise InputError("memory: this system does not tell how much memory is in use; limit the time alone")

    @property
    def given(self) -> bool:
        """True if there is a limit."""
        return (self.time, self.memory) != (None, None)

    @property
    def time_reached(self) -> str:
        """Why a run that took too long is undecided."""
        return f"the time limit of {self.time:.10g} s was reached"

    @property
    def memory_reached(self) -> str:
        """Why a run that took too much memory is undecided."""
        return (
            "there was no memory left" if self.memory is None else f"the memory limit of {self.memory} MB was reached"
        )

    def killed(self, sign: str) -> str:
        """Why a run is undecided whose process was ended by a signal: arithmetic in C aborts for want of memory."""
        under = "for want of memory" if self.memory is None else f"at the memory limit of {self.memory} MB"
        return f"its process was ended by {sign}, perhaps {under}"

    @contextmanager
    def on_memory(self) -> Iterator[None]:
        """Within the block this process takes no more memory than the limit allows; then a MemoryError is raised."""
        before = resource.getrlimit(resource.RLIMIT_AS)
        if self.memory is not None:
            resource.setrlimit(resource.RLIMIT_AS, (self.lowered(*before), before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_AS, before)

    def lowered(self, *known: int) -> int:
        """The bytes that the process may hold, which are no more than the limits that it has."""
        assert self.memory is not None, "only a limit lowers what there is"
        wanted = memory_in_use() + self.memory * MEGABYTE
        return min(wanted, sys.maxsize, *(limit for limit in known if limit != resource.RLIM_INFINITY))


def memory_in_use() -> int:
    """The bytes of address space that this process holds."""
    return int(MEMORY_IN_USE.read_text().split()[0]) * resource.getpagesize()


def require_positive(name: str, value: Any, kinds: Sequence[type], unit: str) -> None:
    """Raise InputError unless the value is a positive number of one of the kinds."""
    if type(value) not in kinds or not 0 < value < inf:
        wanted = "integer" if kinds == [int] else "number"
        raise InputError(f"{name}: {value!r} is not a positive {wanted} of {unit}")
