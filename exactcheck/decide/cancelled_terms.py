"""Positivity by cancelling one negative term after the other with a multiple of a known fact.

Much faster than the linear program over all products where it works, as it does if the facts are bounds of letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from heapq import heappop, heappush
from typing import Any

from ..kernel.polynomial import Monomial, Polynomial, times
from ..kernel.setting import Setting
from .positivity import inverse

MOST_STATES = 800

Multiple = tuple[Fraction, Monomial, int]
Terms = list[tuple[Monomial, Fraction]]


def cancelled_terms(setting: Setting, polynomial: Polynomial, strict: bool) -> Any:
    """The polynomial as a sum of monomials of nonnegative letters and of their products with facts, or None.

    If it has to be positive (strict), one summand is known to be positive. What has few negative terms after few facts
    is continued first.
    """
    start = setting.normal(polynomial)
    waiting: list[tuple[int, int, Polynomial, tuple[Multiple, ...]]] = [(0, 0, start, ())]
    seen = {start}
    while waiting and len(seen) < MOST_STATES:
        _, _, rest, used = heappop(waiting)
        negative = negative_terms(setting, rest)
        if not negative:
            if not strict or is_positive(setting, rest, used):
                return written(rest, used)
            continue
        for multiple, value in cancelling(setting, negative):
            left = rest - value
            if left not in seen:
                seen.add(left)
                rank = len(negative_terms(setting, left)) + len(used)
                heappush(waiting, (rank, len(seen), left, (*used, multiple)))
    return None


def negative_terms(setting: Setting, polynomial: Polynomial) -> Terms:
    """The terms that can be negative."""
    return [(m, v) for m, v in polynomial.terms.items() if not nonnegative(setting, m, v)]


def cancelling(setting: Setting, negative: Terms) -> list[tuple[Multiple, Polynomial]]:
    """Multiples of facts that cancel the term with the fewest ways to cancel it."""
    return min((list(multiples(setting, m, v)) for m, v in negative), key=len)


def multiples(setting: Setting, monomial: Monomial, value: Fraction) -> Iterator[tuple[Multiple, Polynomial]]:
    """The multiples of facts by monomials of nonnegative letters that contain this term."""
    for number, fact in enumerate(setting.facts):
        for other, coefficient in fact.polynomial.terms.items():
            weight, powers = value / coefficient, times(monomial, inverse(other))
            if weight > 0 and all(k > 0 for _, k in powers) and nonnegative(setting, powers, weight):
                yield (weight, powers, number), setting.normal(Polynomial({powers: weight}) * fact.polynomial)


def nonnegative(setting: Setting, monomial: Monomial, value: Fraction) -> bool:
    """True if a term cannot be negative."""
    return setting.terms_nonnegative(Polynomial({monomial: value}))


def is_positive(setting: Setting, rest: Polynomial, used: tuple[Multiple, ...]) -> bool:
    """True if a summand is known to be positive."""
    strict = [Polynomial({m: v}) for v, m, number in used if setting.facts[number].strict]
    return any(map(setting.has_positive_term, [rest, *strict]))


def written(rest: Polynomial, used: tuple[Multiple, ...]) -> Any:
    """The sum in the kernel's notation."""
    terms = [[str(v), dict(m), []] for m, v in rest.terms.items()]
    return {"sum": terms + [[str(v), dict(m), [number]] for v, m, number in used]}
