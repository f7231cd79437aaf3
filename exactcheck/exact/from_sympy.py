"""Numbers and polynomials from sympy expressions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy

from .elementary_functions import exp, log, tanh
from .errors import InputError
from .expression import Scalar, number, scalar
from .rationals import rational
from .roots import sqrt

ELEMENTARY: dict[Any, Callable[[Any], Scalar]] = {sympy.exp: exp, sympy.log: log, sympy.tanh: tanh}


def scalar_from_sympy(value: Any, variables: dict[Any, Scalar] | None = None) -> Scalar:
    """A sympy expression made of rational numbers, square roots, sums, products, integer powers and the given symbols.

    It may contain exp, log and tanh, for comparisons on a box.

    Raises InputError for anything else, floats included.
    """
    known = variables or {}
    if not isinstance(value, sympy.Expr):
        raise InputError(f"{value} is not a number")
    if value in known:
        return known[value]
    if value.is_Rational:
        return number(rational(value))
    if value.is_Float:
        return scalar(float(value))
    if value is sympy.E:
        return exp(1)
    parts = [scalar_from_sympy(part, known) for part in value.args]
    if value.func in ELEMENTARY and len(parts) == 1:
        return ELEMENTARY[value.func](parts[0])
    if value.is_Add:
        return _total(parts)
    if value.is_Mul:
        return _product(parts)
    if value.is_Pow and value.exp.is_Integer:
        return parts[0] ** int(value.exp)
    if value.is_Pow and (2 * value.exp).is_Integer:
        return sqrt(parts[0]) ** int(2 * value.exp)
    raise InputError(f"{value} is not made of rational numbers, square roots, sums, products and powers")


def _total(parts: list[Scalar]) -> Scalar:
    result = scalar(0)
    for part in parts:
        result = result + part
    return result


def _product(parts: list[Scalar]) -> Scalar:
    result = scalar(1)
    for part in parts:
        result = result * part
    return result


def symbols_of(value: Any) -> list[Any]:
    """The free symbols of a sympy expression, by name."""
    return sorted(sympy.sympify(value).free_symbols, key=str)
