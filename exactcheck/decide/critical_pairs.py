"""Members of a Groebner basis as combinations of equations, one degree after another, by their critical pairs.

The products of a pair are those with the least common multiple of its leading monomials; products that cancel the other
leading monomials in these come with them. All are one matrix, as in Faugere's algorithm F4 - but the basis is known, so
that the matrix has to be solved only for its members.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ..kernel.polynomial import Polynomial
from .cofactors import LARGEST, Column, Combination, degree, divides, shown
from .ideal_members import members
from .polynomial_rings import Exponents, PolynomialRing, order

Pair = tuple[int, int]
EXTRA = 2


class Pool:
    """Equations, and members of the basis that are combinations of those before them."""

    def __init__(self, ring: PolynomialRing, equations: Sequence[Polynomial]) -> None:
        self.ring = ring
        self.members: list[Polynomial] = []
        self.heads: list[Exponents] = []
        self.monomials: list[list[Exponents]] = []
        self.pairs: set[Pair] = set()
        self.done: set[Pair] = set()
        self.extend(equations)

    def extend(self, members: Iterable[Polynomial]) -> Pool:
        """More members, with the pairs that they belong to."""
        for member in members:
            self.members.append(member)
            self.heads.append(self.ring.leading(member))
            self.monomials.append(list(map(self.ring.exponents, member.terms)))
            last = len(self.members) - 1
            self.pairs |= {(k, last) for k in range(last)}
        return self

    def pairs_up_to(self, bound: int) -> list[Pair]:
        """The pairs whose least common multiples have no larger degree."""
        return sorted(pair for pair in self.pairs if sum(self.multiple(pair)) <= bound)

    def multiple(self, pair: Pair) -> Exponents:
        """The least common multiple of the leading monomials."""
        left, right = (self.heads[k] for k in pair)
        return tuple(map(max, left, right))

    def columns(self, pairs: Sequence[Pair], bound: int) -> list[Column]:
        """The members up to a degree, the products of the pairs, and those for other leading monomials in them."""
        small = [(k, head) for k, head in enumerate(self.heads) if degree(self.members[k]) <= bound]
        chosen = dict.fromkeys([*small, *((k, self.multiple(pair)) for pair in pairs for k in pair)])
        waiting, covered = list(chosen), {head for _, head in chosen}
        while waiting:
            k, head = waiting.pop()
            for monomial in self.products(k, head):
                divisor = None if monomial in covered else self.divisor(monomial)
                if divisor is not None:
                    covered.add(monomial)
                    chosen[divisor, monomial] = None
                    waiting.append((divisor, monomial))
        return [(k, self.quotient(head, k)) for k, head in sorted(chosen, key=lambda pair: (order(pair[1]), pair[0]))]

    def has_new_head(self, polynomial: Polynomial) -> bool:
        """True if no leading monomial divides the one of the polynomial."""
        return self.divisor(self.ring.leading(polynomial)) is None

    def products(self, k: int, head: Exponents) -> list[Exponents]:
        """The monomials of the multiple of a member with this leading monomial."""
        shift = [a - b for a, b in zip(head, self.heads[k], strict=True)]
        return [tuple(a + b for a, b in zip(monomial, shift, strict=True)) for monomial in self.monomials[k]]

    def divisor(self, monomial: Exponents) -> int | None:
        """The last member whose leading monomial divides this one."""
        return next((k for k in reversed(range(len(self.heads))) if divides(self.heads[k], monomial)), None)

    def quotient(self, head: Exponents, k: int) -> Polynomial:
        """The monomial by which a member is multiplied."""
        shift = [a - b for a, b in zip(head, self.heads[k], strict=True)]
        return Polynomial({self.ring.monomial(shift): Fraction(1)})


def successive_cofactors(
    ring: PolynomialRing, basis: Sequence[Polynomial], equations: Sequence[Polynomial]
) -> list[tuple[Polynomial, Combination]] | None:
    """The basis, and what leads to it, each with the pairs (k, c_k) of a combination of the equations and those before.

    None if that is not found with products of at most two degrees more, or if a matrix becomes too large.
    """
    pool, waiting, found = Pool(ring, equations), list(basis), list[tuple[Polynomial, Combination]]()
    largest = max(map(degree, [*basis, *equations])) + EXTRA
    bound = min(map(degree, basis))
    while waiting and bound <= largest:
        new = new_members(pool, waiting, bound)
        if new is None:
            return None
        waiting = [p for p in waiting if all(p != member for member, _ in new)]
        found, pool = [*found, *new], pool.extend(member for member, _ in new)
        bound = min((degree(member) for member, _ in new), default=bound + 1)
    return None if waiting else found


def new_members(pool: Pool, waiting: Sequence[Polynomial], bound: int) -> list[tuple[Polynomial, Combination]] | None:
    """Members of the basis as combinations; where there are none, others that no leading monomial divides.

    First only pairs are tried that have not been tried before. None if the matrix would become too large.
    """
    pairs = pool.pairs_up_to(bound)
    fresh = [pair for pair in pairs if pair not in pool.done]
    pool.done |= set(fresh)
    columns = pool.columns(fresh, bound)
    if len(columns) > 2 * LARGEST:
        return None
    new = combined(waiting, pool, columns)
    if new or not fresh:
        return new
    columns = pool.columns(pairs, bound)
    if len(columns) > 2 * LARGEST:
        return None
    others = [member for member in members(pool.ring, pool.members, columns) if pool.has_new_head(member)]
    return combined([*waiting, *others], pool, columns)


def combined(
    targets: Sequence[Polynomial], pool: Pool, columns: Sequence[Column]
) -> list[tuple[Polynomial, Combination]]:
    """The targets that are combinations of the products."""
    found = shown(targets, pool.members, columns)
    return [(p, pairs) for p, pairs in zip(targets, found, strict=True) if pairs is not None]
