"""Arcs x(s) to infinity: {"letter": s, "from": [[a, b], ...], "arc": coordinates, "far": node}.

Coordinates are expressions that may divide by s, for all s > 0 with a s >= b for each of the pairs, where a > 0: these
are all s from some number on, whatever the letters of the problem are. As ||x(s)||^2 >= s there, which the tree shows,
the arc is unbounded.
"""

from __future__ import annotations

from typing import Any

from .contradictions import require_holds
from .known_equations import Known
from .polynomial import Polynomial
from .reading import array, name, record, require
from .semialgebraic_sets import Values, point_of, squared_norm


def read_arc(known: Known, arc: Any, size: int) -> tuple[Known, str]:
    """An arbitrary point of the arc, far out, and the letter s; rejected unless the arc is unbounded."""
    letter, bounds, coordinates, far = record(arc, "letter", "from", "arc", "far")
    # the bounds are evaluated before there is an s, so that they do not depend on it
    pairs = [[known.setting.normal(known.problem.scalar(x)) for x in array(bound, 2)] for bound in array(bounds)]
    require(all(known.setting.is_positive(a) for a, _ in pairs), "a bound that may keep s from being large")
    s = Polynomial.letter(name(letter))
    known = known.declaring(letter).supposing(s, ">")
    for a, b in pairs:
        known = known.supposing(a * s - b, ">=")
    known = known.at(point_of(known.problem, coordinates, size))
    require_holds(known, cleared(squared_norm(known.point) - s, letter), ">=", far)
    return known, str(letter)


def cleared(value: Polynomial, letter: str) -> Polynomial:
    """The value times a power of the letter, which is positive, such that it does not divide by this letter."""
    powers = [power for power in value.coefficients(letter) if power < 0]
    return value * Polynomial.letter(letter, -min(powers)) if powers else value


def cleared_values(values: Values, letter: str) -> Values:
    """The same for conditions: the relations to zero stay as they are."""
    return [(cleared(value, letter), relation) for value, relation in values]
