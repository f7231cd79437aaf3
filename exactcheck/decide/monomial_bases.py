"""The monomials that the squares of a sum of squares can have, in classes that never meet in one square.

If a polynomial does not change with the signs of some letters, the average of a sum of squares over these changes is
one whose squares have monomials of one parity only. A monomial whose square is no product of two others of its class,
and does not occur in the polynomial, occurs in no square: leaving these out again and again leads into half the Newton
polytope.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations_with_replacement

Exponents = tuple[int, ...]


def times(left: Exponents, right: Exponents) -> Exponents:
    """The product of two monomials."""
    return tuple(a + b for a, b in zip(left, right, strict=True))


def monomials(count: int, degree: int) -> Iterator[Exponents]:
    """All monomials in so many letters of degree at most so much, by degree."""
    for k in range(degree + 1):
        for chosen in combinations_with_replacement(range(count), k):
            yield tuple(chosen.count(i) for i in range(count))


def candidates(support: Iterable[Exponents]) -> list[Exponents]:
    """The monomials whose squares are within the degrees of the polynomial."""
    found = list(support)
    highest = [max(column) for column in zip(*found, strict=True)]
    degrees = [sum(each) for each in found]
    within = (z for z in monomials(len(highest), max(degrees) // 2) if 2 * sum(z) >= min(degrees))
    return [z for z in within if all(2 * k <= most for k, most in zip(z, highest, strict=True))]


def parity_classes(basis: Iterable[Exponents], supports: Iterable[Exponents]) -> list[list[Exponents]]:
    """The monomials in classes: the product of two of one class has the parity of a product of the given monomials."""
    span: list[int] = []
    for each in supports:
        mask = reduced(parity(each), span)
        if mask:
            span = sorted([*span, mask], reverse=True)
    classes: dict[int, list[Exponents]] = {}
    for z in basis:
        classes.setdefault(reduced(parity(z), span), []).append(z)
    return list(classes.values())


def parity(monomial: Exponents) -> int:
    """Which exponents are odd, as bits."""
    return sum((k % 2) << i for i, k in enumerate(monomial))


def reduced(mask: int, span: list[int]) -> int:
    """The mask without the leading bits of the span, whose members are in decreasing order."""
    for each in span:
        mask = min(mask, mask ^ each)
    return mask


def half_polytope(classes: list[list[Exponents]], support: set[Exponents]) -> list[list[Exponents]]:
    """The classes without the monomials that can occur in no square."""
    found = [list(members) for members in classes]
    while True:
        products = {times(y, z) for members in found for k, y in enumerate(members) for z in members[:k]} | support
        kept = [[z for z in members if times(z, z) in products] for members in found]
        if kept == found:
            return [members for members in kept if members]
        found = kept


def bases(support: set[Exponents]) -> list[list[Exponents]]:
    """The classes of monomials for the squares in a polynomial with these monomials."""
    return half_polytope(parity_classes(candidates(support), support), support)
