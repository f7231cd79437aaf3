"""What is known of some letters: facts, ranges, and points that these allow."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations

from ..kernel.polynomial import Polynomial
from ..kernel.setting import Setting
from .sample_points import Number, Range, drawn_points, simple_points
from .solution_moves import is_polynomial
from .weighted_squares import Weight

Point = dict[str, Number]


@dataclass(frozen=True)
class Region:
    """What is known of some letters: the facts in them, their ranges, and points that are allowed by these."""

    setting: Setting
    letters: tuple[str, ...]

    @cached_property
    def weights(self) -> list[Weight]:
        """The facts, and the letters that are nonnegative by definition."""
        facts = {f.polynomial: f for f in self.setting.facts if f.polynomial.letters and self._speaks(f.polynomial)}
        found = [Weight(p, "signs", fact.strict) for p, fact in facts.items() if -p not in facts]
        defined = (Polynomial.letter(x) for x in self.letters if self.setting.letters[x].nonnegative)
        return found + [Weight(x, "signs", self.setting.is_positive(x)) for x in defined if x not in facts]

    def _speaks(self, polynomial: Polynomial) -> bool:
        return polynomial.letters <= set(self.letters) and is_polynomial(polynomial)

    @cached_property
    def products(self) -> list[Weight]:
        """The products of two facts."""
        facts = list(enumerate(self.setting.facts))
        places = {f.polynomial: k for k, f in reversed(facts)}
        known = [w for w in self.weights if w.polynomial in places]
        return [
            Weight(
                self.setting.normal(v.polynomial * w.polynomial),
                {"sum": [["1", {}, sorted([places[v.polynomial], places[w.polynomial]])]]},
                v.positive and w.positive,
            )
            for v, w in combinations(known, 2)
        ]

    def range(self, letter: str) -> Range:
        """The rational bounds of a letter that are known."""
        lower: list[Fraction] = []
        upper: list[Fraction] = []
        for fact in (w.polynomial for w in self.weights):
            if fact.letters == {letter} and set(fact.terms) <= {(), ((letter, 1),)}:
                slope = fact.terms[(letter, 1),]
                (lower if slope > 0 else upper).append(-fact.terms.get((), Fraction(0)) / slope)
        return max(lower, default=None), min(upper, default=None)

    @cached_property
    def drawn(self) -> list[Point]:
        """Points at which all facts are positive."""
        return drawn_points({x: self.range(x) for x in self.letters}, [w.polynomial for w in self.weights])

    @cached_property
    def simple(self) -> list[Point]:
        """Points with small integers as coordinates at which no fact is negative."""
        return list(simple_points(self.letters, [w.polynomial for w in self.weights]))
