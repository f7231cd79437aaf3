"""A paper whose statements are claims."""

from __future__ import annotations

from dataclasses import dataclass

from ..exact.errors import InputError


@dataclass(frozen=True)
class Paper:
    """A paper: `key` is the first part of the name of each of its claims, as in zhang-2025/theorem-2."""

    key: str
    title: str
    authors: str
    year: int
    version: str = ""

    def __post_init__(self) -> None:
        if slug(self.key) != self.key or not self.key:
            raise InputError(f"key: {self.key!r} is not made of small letters, digits and hyphens")


def slug(label: str) -> str:
    """A label as it stands in the name of a claim: small letters, digits and hyphens."""
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in label.lower())
    return "-".join(words.split())
