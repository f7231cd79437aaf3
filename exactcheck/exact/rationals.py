"""Rational numbers from everything that users have, and never from a float."""

from __future__ import annotations

import re
from fractions import Fraction
from numbers import Rational
from typing import Any

from flint import fmpq, fmpz

from .errors import InputError

LONGEST = 4000  # Python reads integers of up to 4300 digits
RATIONAL = re.compile(r"[+-]?\d+( ?/ ?0*[1-9]\d*)?", re.ASCII)
DECIMAL = re.compile(r"[+-]?(\d+\.\d*|\.\d+|\d+)(e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)


def rational(value: Any, argument: str = "a number") -> fmpq:
    """The rational number that `value` is.

    Accepted: int, Fraction, a string "p/q" or "p", flint's fmpq and fmpz, sympy's Rational. A float is refused, because
    it hides which number was meant; the message shows the rational number that it is.

    Raises InputError, naming `argument`.
    """
    if isinstance(value, fmpq):
        return value
    if isinstance(value, fmpz):
        return fmpq(value)
    if isinstance(value, bool):
        raise InputError(f"{argument}: {value} is a truth value, not a number")
    if isinstance(value, float):
        raise InputError(f"{argument}: the float {value!r} is not exact; {_suggestion(value)}")
    if isinstance(value, str):
        return _from_string(value, argument)
    if isinstance(value, Rational):
        return fmpq(int(value.numerator), int(value.denominator))
    if getattr(value, "is_Rational", False):
        return fmpq(int(value.p), int(value.q))
    raise InputError(
        f'{argument}: {value!r} is not a rational number; give an int, a Fraction or a string such as "1/2"'
    )


def _suggestion(value: float) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return 'give a rational number such as "1/2"'
    exact, short = Fraction(value), Fraction(value).limit_denominator(1000)
    meant = "" if short == exact else f', or "{short}" if that was meant'
    return f'give "{exact}", which it is{meant}'


def _from_string(value: str, argument: str) -> fmpq:
    if len(value) > LONGEST:
        raise InputError(f"{argument}: a string of {len(value)} characters; a number has at most {LONGEST}")
    if RATIONAL.fullmatch(value.strip()):
        number = Fraction(value.strip().replace(" ", ""))
        return fmpq(number.numerator, number.denominator)
    if DECIMAL.fullmatch(value.strip()):
        raise InputError(f'{argument}: {value!r} is a decimal number; write "{Fraction(value.strip())}"')
    raise InputError(f'{argument}: {value!r} is not a rational number; write it as "p/q" or as an integer')


def written(value: fmpq) -> str:
    """The spelling "p/q" in lowest terms that certificates use."""
    return str(value)
