"""Polynomials of the kernel in its notation."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ..kernel.polynomial import Polynomial


def written(polynomial: Polynomial, variables: Collection[str] = ()) -> Any:
    """The expression; some letters as names, which the letters of a component are."""

    def base(x: str) -> list[str]:
        return ["name" if x in variables else "letter", x]

    terms = []
    for monomial, coefficient in sorted(polynomial.terms.items()):
        factors: list[Any] = [str(coefficient)] if coefficient != 1 or not monomial else []
        factors += [base(x) if k == 1 else ["^", base(x), k] for x, k in monomial]
        terms.append(factors[0] if len(factors) == 1 else ["*", *factors])
    if not terms:
        return "0"
    return terms[0] if len(terms) == 1 else ["+", *terms]


def written_terms(polynomial: Polynomial) -> Any:
    """The expression in a form that is read fast, for polynomials in letters that are not used as names."""
    if any(k < 0 for monomial in polynomial.terms for _, k in monomial):
        return written(polynomial)
    return ["terms", [[str(coefficient), dict(monomial)] for monomial, coefficient in sorted(polynomial.terms.items())]]
