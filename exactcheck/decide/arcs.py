"""Arcs to infinity, those that a hint names and monomial ones, and why conditions hold far out on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ..exact.statement import Statement
from ..kernel.arcs import cleared_values
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.semialgebraic_sets import Values, squared_norm
from .context import Context
from .contradictions import Contradictions
from .squares_as_written import in_letters
from .written_polynomials import written

Conditions = Callable[[Known], Values]
# coefficients and exponents of the coordinates that are tried, c s^k
MONOMIALS = [(0, 0), (1, 1), (1, -1), (-1, 1), (-1, -1), (1, 0), (-1, 0), (1, 2)]
MOST_ARCS = 5000


@dataclass(frozen=True)
class Arcs:
    """What is used to look at arcs: a search, and the name of the letter s."""

    search: Contradictions
    letter: str

    def named(self, context: Context, statement: Statement) -> list[Any] | None:
        """The coordinates of the arc that a hint names, one function of s for each."""
        hint = statement.hints.get("arc")
        if hint is None:
            return None
        return [in_letters(body, {names[0]: self.letter}) for _, names, body in context.problem.write_hint(hint)]

    def shown(self, known: Known, arc: Sequence[Any], conditions: Conditions) -> tuple[dict[str, Any], list[Any]]:
        """The arc from some s on, and trees that show conditions there; raises GaveUp."""
        free = {"letter": self.letter, "from": [], "arc": list(arc), "far": None}
        wanted = [*conditions(self.at(known, free)), (squared_norm(self.at(known, free).point) - self._s, ">=")]
        bounds = [["1", "1"], *(bound for value, _ in wanted for bound in self._bounds(known, value))]
        bounded = {**free, "from": [bound for k, bound in enumerate(bounds) if bound not in bounds[:k]]}
        there = self.at(known, bounded)
        *trees, far = (
            self.search.holds(there, value, relation, [[self._s]])
            for value, relation in cleared_values([*conditions(there), *wanted[-1:]], self.letter)
        )
        return {**bounded, "far": far}, list(trees)

    @property
    def _s(self) -> Polynomial:
        return Polynomial.letter(self.letter)

    def at(self, known: Known, arc: dict[str, Any]) -> Known:
        """A point of the arc before it is shown to be unbounded."""
        s = self._s
        there = known.declaring(self.letter).supposing(s, ">")
        for a, b in arc["from"]:
            there = there.supposing(known.problem.scalar(a) * s - known.problem.scalar(b), ">=")
        return there.at(there.setting.normal(there.problem.scalar(x)) for x in arc["arc"])

    def _bounds(self, known: Known, value: Polynomial) -> Iterator[list[Any]]:
        """a s >= b such that the largest power outweighs the others where s >= 1."""
        powers = value.coefficients(self.letter)
        leading = powers.pop(max(powers, default=0), Polynomial())
        rest = sum((lost(known, p) for p in powers.values()), Polynomial())
        if rest and known.setting.is_positive(leading):
            yield [written(leading), written(rest)]


def lost(known: Known, coefficient: Polynomial) -> Polynomial:
    """How much a coefficient may take away; of one whose sign is not known, the sum of its numbers."""
    if known.setting.is_nonnegative(coefficient):
        return Polynomial()
    if known.setting.is_nonnegative(-coefficient):
        return -coefficient
    return Polynomial.of(sum((abs(c) for c in coefficient.terms.values()), Fraction(0)))


def monomial_arcs(size: int, conditions: Sequence[tuple[Polynomial, str]], names: Sequence[str]) -> Iterator[list[Any]]:
    """Arcs of monomials c s^k on which conditions with rational coefficients hold far out, in order of simplicity."""
    tried = 0
    for weight in range(size * (len(MONOMIALS) - 1) + 1):
        for choice in choices(size, weight):
            coordinates = [MONOMIALS[k] for k in choice]
            tried += 1
            if tried > MOST_ARCS:
                return
            if any(c and k > 0 for c, k in coordinates):
                point = dict(zip(names, coordinates, strict=True))
                if all(holds_far_out(powers_along(value, point), relation) for value, relation in conditions):
                    yield coordinates


def choices(size: int, weight: int) -> Iterator[tuple[int, ...]]:
    """Numbers of monomials with this sum."""
    if size == 0:
        yield from [()] if weight == 0 else []
        return
    for first in range(min(weight, len(MONOMIALS) - 1) + 1):
        for rest in choices(size - 1, weight - first):
            yield (first, *rest)


def powers_along(polynomial: Polynomial, point: dict[str, tuple[int, int]]) -> dict[int, Fraction]:
    """The coefficients of the powers of s along an arc, zeros left out."""
    total: dict[int, Fraction] = {}
    for monomial, value in polynomial.terms.items():
        power = 0
        for x, k in monomial:
            c, exponent = point[x]
            value, power = value * c**k, power + exponent * k
        total[power] = total.get(power, Fraction(0)) + value
    return {power: value for power, value in total.items() if value}


def holds_far_out(powers: dict[int, Fraction], relation: str) -> bool:
    """True if a sum of powers of s stands in the relation to zero for all large s."""
    if relation == "=" or not powers:
        return not powers and relation in ("=", ">=")
    return powers[max(powers)] > 0


def written_arc(coordinates: Sequence[tuple[int, int]], letter: str) -> list[Any]:
    """The coordinates in the kernel's notation."""
    return [written(Polynomial.letter(letter, k) * Fraction(c) if k else Polynomial.of(c)) for c, k in coordinates]
