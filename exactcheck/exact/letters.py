"""Letters: the names in an expression that are not numbers.

A free letter (parameter, point or size) stands for every value; a root stands for the nonnegative square root of an
expression; an algebraic letter for one root of an integer polynomial, marked by an interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import fmpq, fmpz_poly

if TYPE_CHECKING:
    from .expression import Scalar


@dataclass(frozen=True, eq=False)
class Letter:
    """A letter; `role` is "parameter", "point" or "size" for a free one."""

    name: str
    role: str = ""
    square: Scalar | None = None
    polynomial: fmpz_poly | None = None
    interval: tuple[fmpq, fmpq] | None = None


@dataclass(frozen=True, eq=False)
class Block:
    """A named block of indices whose number is an expression in size letters."""

    name: str
    size: Scalar
