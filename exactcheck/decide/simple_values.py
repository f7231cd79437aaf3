"""Values of letters in order of simplicity, of which those are left out early that violate an assumption.

Where an equation is linear in a letter, its value follows from those of the letters before it. Where no choice of a
letter lies between its bounds, which may depend on those letters too, a number between them is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate
from random import Random

from ..kernel.polynomial import Polynomial
from .simplest_rationals import simplest
from .solution_moves import is_polynomial

Values = dict[str, Fraction]
Assumption = tuple[Polynomial, bool]
Bound = tuple[Fraction, Fraction, bool]
Line = tuple[Polynomial, Polynomial, bool]

FEW = 5
TRIALS = 4000
PARTIAL = 5 * TRIALS
DRAWN = TRIALS // 10


class SimpleValues:
    """The choices of each letter, the simplest one first, and assumptions p >= 0 (p > 0 if strict) on the letters."""

    def __init__(self, choices: dict[str, list[Fraction]], assumptions: list[Assumption]) -> None:
        self.names, self.choices = list(choices), list(choices.values())
        self.ready = [self._settled(assumptions, k) for k in range(len(self.names))]
        self.solved = [solvable(ready, name) for ready, name in zip(self.ready, self.names, strict=True)]
        self.lines = [linear(ready, name) for ready, name in zip(self.ready, self.names, strict=True)]
        # the most that the letters from the k-th on can weigh
        weights = [0 if e else len(choice) - 1 for e, choice in zip(self.solved, self.choices, strict=True)]
        self.capacity = [*accumulate(reversed(weights), initial=0)][::-1]
        self.left = 0
        self.between: dict[tuple[Fraction, ...], list[Fraction]] = {}

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
        options = self._options(k, values)
        for number in range(least, min(weight, len(options) - 1) + 1):
            self.left -= 1
            if self.left < 0:
                return
            values[self.names[k]] = options[number]
            if all(holds(each, values) for each in self.ready[k]):
                yield from self._weighing(weight - number, values)
            del values[self.names[k]]

    def _options(self, k: int, values: Values) -> list[Fraction]:
        """The choices of the k-th letter: one value where an equation says it, or one that fits if no choice does."""
        equation = self.solved[k]
        if equation is None:
            if len(self.lines[k]) < 2:
                return self.choices[k]
            place = tuple(values.values())
            if place not in self.between:
                self.between[place] = self._between(k, values)
            return self.between[place]
        known = equation.substitute({x: Polynomial.of(v) for x, v in values.items()}).coefficients(self.names[k])
        slope, offset = ((known.get(power) or Polynomial()).constant for power in (1, 0))
        return [-(offset or Fraction(0)) / slope] if slope else self.choices[k][:1]

    def _between(self, k: int, values: Values) -> list[Fraction]:
        """The choices; if none lies between bounds of the letter after these values, the simplest number that does."""
        bounds = [(value(slope, values), value(offset, values), strict) for slope, offset, strict in self.lines[k]]
        if any(all(meets(choice, bound) for bound in bounds) for choice in self.choices[k]):
            return self.choices[k]
        lower, upper = ([-offset / slope for slope, offset, _ in bounds if sign * slope > 0] for sign in (1, -1))
        if not lower or not upper:
            return self.choices[k]
        margin = (min(upper) - max(lower)) / 4
        return [simplest(max(lower) + margin, min(upper) - margin)] if margin > 0 else []

    def _sample(self) -> Iterator[Values]:
        """Random combinations, simple ones more often."""
        source = Random(0)
        for _ in range(DRAWN):
            values: Values = {}
            for k, name in enumerate(self.names):
                options = self._options(k, values) or self.choices[k]
                values[name] = options[min(source.randrange(len(options)), source.randrange(len(options)))]
            if all(holds(each, values) for ready in self.ready for each in ready):
                yield values


def solvable(assumptions: list[Assumption], letter: str) -> Polynomial | None:
    """An expression that is assumed to be zero, and linear in the letter; None if there is none."""
    wide = [p for p, strict in assumptions if not strict and (-p, False) in assumptions and is_polynomial(p)]
    return next((p for p in wide if 1 in set(p.coefficients(letter)) <= {0, 1}), None)


def linear(assumptions: list[Assumption], letter: str) -> list[Line]:
    """Slope and offset of the assumptions that are linear in the letter: bounds, once the others have values."""
    powers = [(p.coefficients(letter), strict) for p, strict in assumptions if is_polynomial(p)]
    return [(found[1], found.get(0, Polynomial()), strict) for found, strict in powers if set(found) in ({1}, {0, 1})]


def meets(value: Fraction, bound: Bound) -> bool:
    """True if slope * value + offset is >= 0, or > 0 if the bound is strict."""
    slope, offset, strict = bound
    found = slope * value + offset
    return found > 0 or (found == 0 and not strict)


def holds(assumption: Assumption, values: Values) -> bool:
    """True if the values satisfy the assumption."""
    polynomial, strict = assumption
    if any(exponent < 0 and not values[name] for monomial in polynomial.terms for name, exponent in monomial):
        return False
    total = value(polynomial, values)
    return total > 0 or (total == 0 and not strict)


def value(polynomial: Polynomial, values: Values) -> Fraction:
    """The value of a polynomial."""
    total = Fraction(0)
    for monomial, term in polynomial.terms.items():
        for name, exponent in monomial:
            term *= values[name] ** exponent
        total += term
    return total
