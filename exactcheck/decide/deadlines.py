"""A limit on the time of a search: loops that may be long ask whether it is reached, however deep they are called."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import monotonic

_end: ContextVar[float] = ContextVar("end", default=inf)


class OutOfTime(Exception):
    """The search has taken as long as it may."""


@contextmanager
def ending(end: float) -> Iterator[None]:
    """What is done within may take until this time of `monotonic`, or until an earlier one that is already set."""
    token = _end.set(min(end, _end.get()))
    try:
        yield
    finally:
        _end.reset(token)


def require_time() -> None:
    """Raise OutOfTime if the limit is reached."""
    if monotonic() > _end.get():
        raise OutOfTime
