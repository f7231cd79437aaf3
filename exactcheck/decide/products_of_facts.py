"""Positivity as a sum of products of facts and nonnegative letters whose degrees are no larger than those of the sum.

A small linear program; `positivity` tries products of all kinds, of which there may be too many.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from ..kernel.polynomial import Monomial, Polynomial, times
from ..kernel.setting import Setting
from .positivity import Summand, admissible, fact_products, numbered, weighted

MOST_COLUMNS = 1500

Degrees = dict[str, int]


def products_of_facts(setting: Setting, polynomial: Polynomial, strict: bool, most_facts: int) -> Any:
    """The polynomial as a nonnegative combination of products of at most so many facts, or None."""
    normal = setting.normal(polynomial)
    columns = list(dict.fromkeys(fitting(setting, normal, most_facts)))
    if len(columns) > MOST_COLUMNS:
        return None
    places: dict[Monomial, int] = {}
    positive = [k for k, column in enumerate(columns) if column.positive] if strict else []
    weights = weighted([numbered(c.value, places) for c in columns], numbered(normal, places), positive)
    if weights is None or (strict and not set(positive) & set(weights)):
        return None
    return {"sum": [[str(w), dict(columns[k].powers), list(columns[k].facts)] for k, w in sorted(weights.items())]}


def fitting(setting: Setting, polynomial: Polynomial, most_facts: int) -> Iterator[Summand]:
    """The products whose terms have degrees between the least and the largest ones of the polynomial."""
    least, largest = (degrees(polynomial, end) for end in (min, max))
    for powers, facts, value in fact_products(setting, most_facts):
        lower, upper = degrees(value, min), degrees(value, max)
        letters = sorted({*least, *lower})
        ranges = [range(least.get(x, 0) - lower.get(x, 0), largest.get(x, 0) - upper.get(x, 0) + 1) for x in letters]
        for shift in product(*ranges):
            monomial = times(powers, tuple((x, k) for x, k in zip(letters, shift, strict=True) if k))
            if all(k > 0 for _, k in monomial):
                summand = admissible(setting, monomial, facts)
                if summand is not None and total_degree(summand.value) <= total_degree(polynomial):
                    yield summand


def degrees(polynomial: Polynomial, end: Any) -> Degrees:
    """The least or the largest exponent of each letter."""
    return {x: end(dict(monomial).get(x, 0) for monomial in polynomial.terms) for x in polynomial.letters}


def total_degree(polynomial: Polynomial) -> int:
    """The largest degree of a term."""
    return max((sum(k for _, k in monomial) for monomial in polynomial.terms), default=0)
