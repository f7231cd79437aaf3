"""Strict reading: what is not exactly of the expected form is rejected, never guessed.

Rational numbers are strings "p/q" in lowest terms ("p" when q = 1), so that every number has one spelling and no
float can enter. Records have exactly the fields that are asked for.
"""

import re
from fractions import Fraction
from typing import Any

RATIONAL = re.compile(r"(-?(?:0|[1-9][0-9]*))(?:/([1-9][0-9]*))?", re.ASCII)
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*", re.ASCII)
LARGEST_INDEX = 10**6


class Rejected(Exception):
    """The certificate does not establish what it claims; the message says where it fails."""


def require(condition: bool, reason: str) -> None:
    """Reject unless the condition holds."""
    if not condition:
        raise Rejected(reason)


def rational(value: Any) -> Fraction:
    """Read "p/q"; reject floats, other spellings and fractions that are not in lowest terms."""
    found = RATIONAL.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise Rejected(f"{value!r:.60} is not a rational number")
    try:
        numerator, denominator = int(found[1]), int(found[2] or 1)
    except ValueError:
        raise Rejected("a number of more digits than this Python reads") from None
    number = Fraction(numerator, denominator)
    if number.denominator != denominator or found[2] == "1" or value == "-0":
        raise Rejected(f"{value!r:.60} is not in lowest terms")
    return number


def written(number: Fraction) -> str:
    """The one spelling of a rational number."""
    return str(number)


def integer(value: Any, least: int = 0, most: int = LARGEST_INDEX) -> int:
    """Read a JSON integer between the bounds (true and false are not integers)."""
    require(type(value) is int and least <= value <= most, f"{value!r:.60} is not an integer from {least} to {most}")
    return int(value)


def name(value: Any) -> str:
    """Read an identifier."""
    require(isinstance(value, str) and NAME.fullmatch(value) is not None, f"{value!r:.60} is not a name")
    return str(value)


def text(value: Any) -> str:
    """Read a string."""
    require(isinstance(value, str), f"{value!r:.60} is not a string")
    return str(value)


def array(value: Any, length: int | None = None) -> list[Any]:
    """Read a list, of the given length if there is one."""
    # a message is written only where it is needed: values may be large, and are read again at each level
    if not isinstance(value, list):
        raise Rejected(f"{value!r:.60} is not a list")
    require(length is None or len(value) == length, f"a list of {len(value)} where {length} were expected")
    return list(value)


def record(value: Any, *fields: str) -> list[Any]:
    """Read an object that has exactly these fields, and return their values in this order."""
    if not isinstance(value, dict):
        raise Rejected(f"{value!r:.60} is not an object")
    require(set(value) == set(fields), f"fields {sorted(value)} where {sorted(fields)} were expected")
    return [value[field] for field in fields]
