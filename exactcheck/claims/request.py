"""What somebody asks of the parameters of a claim: values, and bounds such as delta<1/100."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ..exact.errors import InputError
from ..exact.rationals import rational
from .small_rationals import Range

RELATION = re.compile(r"\s*([A-Za-z]\w*)\s*([<>=!~:]+)\s*(.*\S)\s*", re.ASCII | re.DOTALL)
BOUND = re.compile(r"\s*([<>=!~:]+)(.*)", re.DOTALL)
RELATIONS = ("=", "<", "<=", ">", ">=")


@dataclass(frozen=True)
class Constraint:
    """name relation value, with one of the relations =, <, <=, >, >=."""

    name: str
    relation: str
    value: Any

    def __post_init__(self) -> None:
        if self.relation not in RELATIONS:
            raise InputError(f"{self.name}: {self.relation!r} is none of the relations {', '.join(RELATIONS)}")

    def __str__(self) -> str:
        return f"{self.name} {self.relation} {self.value}"

    @property
    def number(self) -> Fraction:
        """The value as a rational number.

        Raises InputError, naming the parameter, if it is none.
        """
        value = rational(self.value, self.name)
        return Fraction(int(value.p), int(value.q))

    @property
    def range(self) -> Range:
        """The positive numbers that satisfy it."""
        if self.relation == "=":
            return Range.of(self.number).meet(Range())
        if self.relation.startswith("<"):
            return Range(upper=self.number, upper_open=self.relation == "<")
        return Range(self.number, lower_open=self.relation == ">").meet(Range())


@dataclass(frozen=True)
class Request:
    """Constraints on the parameters of a claim, and on what else its paper lets one choose."""

    constraints: tuple[Constraint, ...] = ()

    def __post_init__(self) -> None:
        seen: dict[str, Any] = {}
        for constraint in self.constraints:
            if constraint.relation == "=" and seen.setdefault(constraint.name, constraint.value) != constraint.value:
                raise InputError(f"{constraint.name}: it is given as {seen[constraint.name]} and {constraint.value}")

    def __iter__(self) -> Iterator[Constraint]:
        return iter(self.constraints)

    @property
    def values(self) -> dict[str, Any]:
        """The parameters that are given by a value."""
        return {constraint.name: constraint.value for constraint in self if constraint.relation == "="}

    @property
    def bounds(self) -> list[Constraint]:
        """The constraints that are no values."""
        return [constraint for constraint in self if constraint.relation != "="]

    def range(self, name: str) -> Range:
        """The positive values of a parameter that are asked for."""
        found = Range()
        for constraint in self:
            if constraint.name == name:
                found = found.meet(constraint.range)
        return found

    def require_known(self, names: Iterable[str], who: str) -> None:
        """Raise InputError if a constraint is about anything else."""
        known = list(names)
        unknown = sorted({constraint.name for constraint in self} - set(known))
        if unknown:
            raise InputError(
                f"unknown parameter {', '.join(unknown)}; {who} takes {', '.join(known) or 'no parameters'}"
            )


def read_constraint(text: str) -> Constraint:
    """A constraint as it is typed: NAME=VALUE, NAME<VALUE, NAME<=VALUE, NAME>VALUE or NAME>=VALUE.

    >>> print(read_constraint("delta<1/100"))
    delta < 1/100
    """
    found = RELATION.fullmatch(text)
    if found is None:
        raise InputError(f"{text!r}: write NAME=VALUE, such as alpha=1/2, or a bound such as 'delta<1/100'")
    return Constraint(*found.groups())


def request_of(parameters: Mapping[str, Any]) -> Request:
    """The request made by values in Python; a string such as "<1/100" is a bound, a tuple several constraints."""
    return Request(
        tuple(
            constraint_of(name, value)
            for name, values in parameters.items()
            for value in (values if isinstance(values, tuple) else (values,))
        )
    )


def constraint_of(name: str, value: Any) -> Constraint:
    """A value, or a bound written as a string."""
    found = BOUND.fullmatch(value) if isinstance(value, str) else None
    return Constraint(name, found[1], found[2].strip()) if found else Constraint(name, "=", value)
