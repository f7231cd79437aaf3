"""Names of letters in what is shown: numbers that are different have different names there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from .letters import Letter

_NAMES: ContextVar[dict[Any, str] | None] = ContextVar("names", default=None)


@contextmanager
def distinct_names() -> Iterator[None]:
    """Within it letters for different numbers are shown by different names, also where theirs are the same."""
    if _NAMES.get() is not None:
        yield
        return
    token = _NAMES.set({})
    try:
        yield
    finally:
        _NAMES.reset(token)


def shown_name(letter: Letter) -> str:
    """The name by which a letter is shown; a letter that stands for every value keeps its own."""
    names = _NAMES.get()
    if names is None or letter.role:
        return letter.name
    number = letter if letter.polynomial is None else (str(letter.polynomial), letter.interval)
    if number not in names:
        found, count = letter.name, 1
        while found in names.values():
            count += 1
            found = f"{letter.name}_{count}"
        names[number] = found
    return names[number]
