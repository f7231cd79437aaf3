"""Bounds q ||x||^(2k) <= a f(x) + b that a polynomial f may have, whose numbers may depend on letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import product
from math import ceil
from typing import Any

from ..kernel.known_equations import Known
from ..kernel.polynomial import Monomial, Polynomial, total
from .positivity import positivity
from .written_polynomials import written

WEIGHTS = [Fraction(x) for x in ("1", "2", "4", "16")]
OFFSETS = [Fraction(x) for x in ("0", "1", "4", "16", "100", "1000", "1000000")]
MOST_FACTORS = 3
Scale = tuple[Polynomial, Any]


@dataclass(frozen=True)
class NormBounds:
    """What is to be tried in q ||x||^(2k) <= a f + b; q, a and b may depend on the letters in the coefficients of f."""

    known: Known
    names: list[str]
    value: Polynomial

    def __iter__(self) -> Iterator[tuple[int, Scale, Polynomial, Polynomial]]:
        """k, q with a proof that it is positive, a and b."""
        half = max(max((self._degree(m) for m in self.value.terms), default=0) // 2, 1)
        powers = dict.fromkeys((1, half))
        scales = list(self._scales())
        for power, number, offset, (scale, weight) in product(powers, WEIGHTS, self._offsets(), scales):
            yield power, scale, weight * number, offset

    def _scales(self) -> Iterator[tuple[Scale, Polynomial]]:
        """q with a weight that goes with it: products of leading coefficients, 1, and products of strict facts."""
        one = Polynomial.of(1)
        leading = self._leading()
        if leading:
            yield scale_of(leading), one + others(leading)
        yield (one, "signs"), one
        letters = self.value.letters - set(self.names)
        strict = [f.polynomial for f in self.known.setting.facts if f.strict and f.polynomial.letters <= letters]
        if strict:
            yield scale_of([(p, "signs") for p in strict[:MOST_FACTORS]]), one

    def _offsets(self) -> list[Polynomial]:
        """Numbers; or numbers times 1 and even powers of the letters in f."""
        letters = sorted(self.value.letters - set(self.names))
        base = 1 + total(Polynomial.letter(x, self._growth(x)) for x in letters)
        return [base * offset for offset in OFFSETS]

    def _growth(self, letter: str) -> int:
        """An even power of a letter that outweighs coefficients with it: c x^i <= x^d + C c^(d / (d - i)) for i < d."""
        d = min((k for x in self.names for k in self._pure(x)), default=2)
        found = [2]
        for monomial in self.value.terms:
            if letter in dict(monomial):
                i = self._degree(monomial)
                j = sum(k for _, k in monomial) - i
                found.append(ceil(Fraction(j * d, d - i)) if i < d else 2 * j)
        return max(found) + max(found) % 2

    def _degree(self, monomial: Monomial) -> int:
        """The degree in the coordinates."""
        return sum(k for x, k in monomial if x in self.names)

    def _pure(self, name: str) -> dict[int, Polynomial]:
        """The coefficients of even powers of one coordinate, for the largest one alone."""
        found: dict[int, Polynomial] = {}
        for monomial, c in self.value.terms.items():
            k = dict(monomial).get(name, 0)
            if k and k % 2 == 0 and self._degree(monomial) == k:
                rest = tuple((x, e) for x, e in monomial if x != name)
                found[k] = found.get(k, Polynomial()) + Polynomial({rest: c})
        return {max(found): found[max(found)]} if found else {}

    def _leading(self) -> list[Scale]:
        """The coefficients of these powers that depend on letters, if all are positive, with proofs."""
        leading = dict.fromkeys(c for x in self.names for c in self._pure(x).values() if c.letters)
        proofs = {c: positivity(self.known.setting, c, True) for c in leading}
        return [] if None in proofs.values() else list(proofs.items())


def scale_of(leading: list[Scale]) -> Scale:
    """The product of positive expressions."""
    if len(leading) == 1:
        return leading[0]
    return multiplied(c for c, _ in leading), {"factors": [[written(c), 1, proof] for c, proof in leading]}


def others(leading: list[Scale]) -> Polynomial:
    """What is at least the product of all the coefficients, and of all but one of them."""
    coefficients = [c for c, _ in leading]
    return total(multiplied(c for c in coefficients if c is not one) for one in [*coefficients, None])


def multiplied(polynomials: Iterable[Polynomial]) -> Polynomial:
    """The product."""
    return reduce(lambda p, q: p * q, polynomials, Polynomial.of(1))
