"""What the parameters of a claim may be; they stand as annotations of its function."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Scalar, letter, number
from ..exact.rationals import rational
from ..exact.statement import Statement

LARGEST = 10**6


@dataclass(frozen=True)
class Domain:
    """A set of numbers: integers from `least` on, or rational numbers above (or from) zero, or all."""

    name: str
    integer: bool = False
    least: int | None = None
    strict: bool = False

    def read(self, value: Any, argument: str) -> int | Scalar:
        """A value of the parameter: a Python int for an integer, otherwise a rational number.

        Raises InputError, naming the argument, for what is not in the domain.
        """
        is_number = isinstance(value, Scalar) and value.operation == "rational"
        number_read = value.value if is_number else rational(value, argument)
        if self.integer and number_read.q != 1:
            raise InputError(f"{argument}: {number_read} is not an integer")
        if self.integer and number_read > LARGEST:
            raise InputError(f"{argument}: {number_read} is too large; at most {LARGEST} is accepted")
        if self.least is not None and (number_read < self.least or (self.strict and number_read == self.least)):
            raise InputError(f"{argument}: {number_read} is not {'>' if self.strict else '>='} {self.least}")
        return int(number_read.p) if self.integer else number(number_read)

    def letter(self, name: str) -> tuple[Scalar, list[Statement]]:
        """A letter for every value of the parameter, and what is assumed of it."""
        symbol = letter(name, "size" if self.integer else "parameter")
        if self.least is None or (self.integer and self.least == 0):
            return symbol, []
        return symbol, [symbol > self.least if self.strict else symbol >= self.least]


Integer = Domain("a positive integer", integer=True, least=1)
Natural = Domain("an integer >= 0", integer=True, least=0)
Positive = Domain("a positive number", least=0, strict=True)
Nonnegative = Domain("a number >= 0", least=0)
Real = Domain("a number")
