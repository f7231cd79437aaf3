"""Values of letters in order of simplicity, of which those are left out early that violate an assumption."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate
from random import Random

from ..kernel.polynomial import Polynomial

Values = dict[str, Fraction]
Assumption = tuple[Polynomial, bool]

FEW = 5
TRIALS = 4000
PARTIAL = 5 * TRIALS
DRAWN = TRIALS // 10


class SimpleValues:
    """The choices of each letter, the simplest one first, and assumptions p >= 0 (p > 0 if strict) on the letters."""

    def __init__(self, choices: dict[str, list[Fraction]], assumptions: list[Assumption]) -> None:
        self.names, self.choices = list(choices), list(choices.values())
        # the most that the letters from the k-th on can weigh
        self.capacity = [*accumulate((len(choice) - 1 for choice in reversed(self.choices)), initial=0)][::-1]
        self.ready = [self._settled(assumptions, k) for k in range(len(self.names))]
        self.left = 0

    def _settled(self, assumptions: list[Assumption], k: int) -> list[Assumption]:
        """The assumptions that are decided by the first k + 1 letters and not by fewer."""
        known = set(self.names[: k + 1])
        return [each for each in assumptions if self.names[k] in each[0].letters <= known]

    def __iter__(self) -> Iterator[Values]:
        """All combinations by the sum of the numbers of their choices, as long as only so many partial ones are tried;
        of many letters also a sample, so that not only the simplest are seen.
        """
        self.left = PARTIAL
        for weight in range(self.capacity[0] + 1):
            yield from self._weighing(weight, {})
        if len(self.names) > FEW:
            yield from self._sample()

    def _weighing(self, weight: int, values: Values) -> Iterator[Values]:
        """The combinations that begin with the values and whose other choices have numbers with this sum."""
        k = len(values)
        if k == len(self.names):
            yield dict(values)
            return
        least = max(weight - self.capacity[k + 1], 0)
        for number in range(least, min(weight, len(self.choices[k]) - 1) + 1):
            self.left -= 1
            if self.left < 0:
                return
            values[self.names[k]] = self.choices[k][number]
            if all(holds(each, values) for each in self.ready[k]):
                yield from self._weighing(weight - number, values)
            del values[self.names[k]]

    def _sample(self) -> Iterator[Values]:
        """Random combinations, simple ones more often."""
        source = Random(0)
        for _ in range(DRAWN):
            numbers = [min(source.randrange(len(c)), source.randrange(len(c))) for c in self.choices]
            values = {name: c[k] for name, c, k in zip(self.names, self.choices, numbers, strict=True)}
            if all(holds(each, values) for ready in self.ready for each in ready):
                yield values


def holds(assumption: Assumption, values: Values) -> bool:
    """True if the values satisfy the assumption."""
    polynomial, strict = assumption
    total = Fraction(0)
    for monomial, term in polynomial.terms.items():
        for name, exponent in monomial:
            if exponent < 0 and not values[name]:
                return False
            term *= values[name] ** exponent
        total += term
    return total > 0 or (total == 0 and not strict)
