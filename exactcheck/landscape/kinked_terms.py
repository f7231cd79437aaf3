"""The terms of a sympy expression that contains Abs, Max and Min, as multiples of maxima of polynomials."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import sympy

from ..exact.errors import InputError

# a weight >= 0, and the polynomials of which the maximum is taken: two opposite ones for an absolute value
Weighted = tuple[Any, list[Any]]


def weighted_maxima(expression: Any) -> list[Weighted]:
    """The expression as a sum of multiples of maxima of polynomials, the smooth terms as maxima of one.

    Raises InputError for a term that is none, and for a multiple that may be negative.
    """
    if not isinstance(expression, sympy.Expr):
        raise InputError(f"expression: {expression!r} is no sympy expression")
    return [_weighted(term) for term in _terms(expression.replace(sympy.Min, _turned))]


def _turned(*members: Any) -> Any:
    """A minimum as the opposite of a maximum."""
    return -sympy.Max(*(-member for member in members))


def _kinked(expression: Any) -> bool:
    return bool(expression.has(sympy.Abs, sympy.Max))


def _terms(expression: Any) -> Iterator[Any]:
    """The summands, with multiples of sums multiplied out."""
    for term in expression.as_ordered_terms():
        factor, rest = term.as_coeff_Mul()
        if rest.is_Add and _kinked(rest):
            yield from (factor * part for part in _terms(rest))
        else:
            yield term


def _weighted(term: Any) -> Weighted:
    """A summand as a multiple of the maximum of polynomials."""
    weight, rest = term.as_coeff_Mul()
    if not _kinked(rest):
        return sympy.Integer(1), [term]
    if weight.is_negative:
        raise _refused(term)
    return weight, _members(rest)


def _members(value: Any) -> list[Any]:
    """Polynomials of which the value is the maximum: two opposite ones for an absolute value."""
    if not _kinked(value):
        return [value]
    if isinstance(value, sympy.Max):
        return [member for part in value.args for member in _members(part)]
    if value.is_Add:
        return [sympy.Add(*chosen) for chosen in product(*map(_members, value.args))]
    return _members_of_product(value)


def _members_of_product(value: Any) -> list[Any]:
    """Those of what is not negative times absolute values, or times one maximum."""
    factors = [factor.as_base_exp() for factor in sympy.Mul.make_args(value)]
    plain = sympy.Mul(*(base**power for base, power in factors if not _kinked(base)))
    kinked = [(base, power) for base, power in factors if _kinked(base)]
    if all(map(_is_power_of_absolute_value, kinked)):
        inside = plain * sympy.Mul(*(base.args[0] ** power for base, power in kinked))
        if all(power % 2 == 0 for _, power in kinked):
            return [inside]
        if _nonnegative(plain):
            return [inside, -inside]
    (base, power), *others = kinked
    if others or power != 1 or not isinstance(base, (sympy.Max, sympy.Add)) or not _nonnegative(plain):
        raise _refused(value)
    return [plain * member for member in _members(base)]


def _is_power_of_absolute_value(factor: tuple[Any, Any]) -> bool:
    base, power = factor
    return isinstance(base, sympy.Abs) and not _kinked(base.args[0]) and bool(power.is_Integer and power > 0)


def _nonnegative(factor: Any) -> bool:
    """True for a product of numbers >= 0 and even powers."""
    powers = [part.as_base_exp() for part in sympy.Mul.make_args(factor)]
    return all(base.is_nonnegative is True if base.is_number else power % 2 == 0 for base, power in powers)


def _refused(term: Any) -> InputError:
    ways = "numbers >= 0 and even powers times Abs(p), Max(p, q, ...) or -Min(p, q, ...), with polynomials p, q"
    return InputError(f"expression: {term} has another sign or another form than is accepted: {ways}")
