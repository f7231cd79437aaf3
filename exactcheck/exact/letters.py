"""Letters: the names in an expression that are not numbers.

A free letter (parameter, point or size) stands for every value; a root stands for the nonnegative square root of an
expression; a minimum for the smaller one of two expressions; an algebraic letter for one root of an integer polynomial,
marked by an interval.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flint import fmpq, fmpz_poly

from .errors import InputError

if TYPE_CHECKING:
    from .expression import Scalar

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*", re.ASCII)
ROLES = ("parameter", "point", "size")


@dataclass(frozen=True, eq=False)
class Letter:
    """A letter; `role` is "parameter", "point" or "size" for a free one."""

    name: str
    role: str = ""
    square: Scalar | None = None
    minimum: tuple[Scalar, Scalar] | None = None
    polynomial: fmpz_poly | None = None
    interval: tuple[fmpq, fmpq] | None = None


def free_letter(name: str, role: str) -> Letter:
    """A letter for every value that its role allows.

    Raises InputError for a name or a role that there is not.
    """
    if role not in ROLES:
        raise InputError(f"role: {role!r} is not one of {', '.join(ROLES)}")
    return Letter(require_name(name), role)


def require_name(name: Any) -> str:
    """The name.

    Raises InputError unless it is a letter followed by letters, digits and _.
    """
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise InputError(f"name: {name!r} is not a letter followed by letters, digits and _")
    return name


@dataclass(frozen=True, eq=False)
class Block:
    """A named block of indices whose number is an expression in size letters."""

    name: str
    size: Scalar
