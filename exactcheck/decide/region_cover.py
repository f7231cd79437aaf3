"""A region cut into parts on which signs and known facts show where the steps of the subgradient method end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

from ..kernel.polynomial import Polynomial
from ..kernel.setting import Setting
from ..kernel.signed_point import signed_at
from ..kernel.subgradient_steps import Part, Side, Steps, coordinate_name
from .cancelled_terms import cancelled_terms
from .positivity import by_signs, positivity
from .products_of_facts import products_of_facts
from .region_points import Point

MOST_PARTS = 400

Cut = tuple[Side, dict[str, Any]]
Proof = Callable[[Setting, Polynomial, bool], Any]


class Cover:
    """The search for a tree of cuts, of coordinates at the ends and along the zero sets of summands.

    The samples are points of the region at values of the letters: where a summand takes both signs, none is sought.
    """

    def __init__(self, steps: Steps, ends: list[Any], samples: list[tuple[Steps, list[Point]]]) -> None:
        self.steps, self.ends, self.samples = steps, ends, samples
        self.parts = 0

    def tree(self, sides: list[Side]) -> Any:
        """The tree that shows the outcome on the part of the region on these sides, or None."""
        self.parts += 1
        if self.parts > MOST_PARTS:
            return None
        part = Part(self.steps, sides)
        empty = next((k for k, fact in enumerate(part.setting.facts) if part.contradicts(fact)), None)
        if empty is not None:
            return {"empty": empty}
        signs = list(self.signs(part, sides, quickly))
        cut = next(self.coordinate_cuts(sides, [part.summand(k).letters for k in unknown(part)]), None)
        if cut is not None:
            return self.branches(sides, *cut)
        outcome = outcomes(part, quickly)
        return {"signs": signs, "outcome": outcome} if outcome is not None else self.last_resort(sides)

    def last_resort(self, sides: list[Side]) -> Any:
        """The tree where nothing more is to be had quickly, or None."""
        part = Part(self.steps, sides)
        signs = list(self.signs(part, sides, thoroughly))
        loose = unknown(part)
        outcome = outcomes(part, thoroughly)
        if outcome is not None:
            return {"signs": signs, "outcome": outcome}
        cut = next(self.other_cuts(sides, loose), None)
        return None if cut is None else self.branches(sides, *cut)

    def branches(self, sides: list[Side], side: Side, fields: dict[str, Any]) -> Any:
        """The tree of a cut, or None."""
        parts: list[Any] = []
        for sign in (-1, 0, 1):
            parts.append(self.tree([*sides, replace(side, sign=sign)]))
            if parts[-1] is None:
                return None
        return {**fields, "parts": parts}

    def coordinate_cuts(self, sides: list[Side], wanted: list[set[str]]) -> Iterator[Cut]:
        """Cuts of coordinates that were not made, first of those in most of the sets of letters."""
        names = [coordinate_name(k) for k in range(self.steps.size)]
        often = {k: sum(name in letters for letters in wanted) for k, name in enumerate(names)}
        for k in sorted((k for k in often if often[k]), key=lambda k: -often[k]):
            for end in self.ends:
                side = Side("coordinate", k, self.steps.problem.scalar(end), 0)
                if is_new(side, sides):
                    yield side, {"coordinate": k, "where": end}

    def other_cuts(self, sides: list[Side], loose: list[int]) -> Iterator[Cut]:
        """Cuts along the zero sets of summands, then of any coordinate, that were not made."""
        for k in loose:
            side = Side("summand", k, Fraction(0), 0)
            if is_new(side, sides):
                yield side, {"summand": k}
        yield from self.coordinate_cuts(sides, [{coordinate_name(k) for k in range(self.steps.size)}])

    def signs(self, part: Part, sides: list[Side], shown: Proof) -> Iterator[list[Any]]:
        """Summands that are shown to be positive or negative on a part, which learns them."""
        for k in unknown(part):
            for sign in self.possible_signs(k, sides):
                signed = sign * part.summand(k)
                proof = shown(part.setting, signed, True)
                if proof is not None:
                    part.learn(signed, strict=True)
                    yield [k, sign, proof]

    def possible_signs(self, number: int, sides: list[Side]) -> list[int]:
        """The signs that a summand may have everywhere on a part, as far as the samples say."""
        found = {
            steps.problem.setting.sign(steps.summand(steps.problem, number, list(point)))
            for steps, points in self.samples
            for point in points
            if all(lies_on(steps, side, point) for side in sides)
        }
        return [sign for sign in (1, -1) if found <= {sign}]


def unknown(part: Part) -> list[int]:
    """The summands of which no sign is known."""
    pieces = signed_at(part.problem, part.steps.statement, part.point).pieces
    return [k for k, piece in enumerate(pieces) if piece.fixed is None and piece.sign != "0"]


def is_new(side: Side, sides: list[Side]) -> bool:
    """True if this cut was not made."""
    return all((made.of, made.number, made.at) != (side.of, side.number, side.at) for made in sides)


def lies_on(steps: Steps, side: Side, point: Point) -> bool:
    """True if a point of a sample lies on the side."""
    setting, problem = steps.problem.setting, steps.problem
    if side.of == "coordinate":
        return setting.sign(Polynomial.of(point[side.number] - side.at)) == side.sign
    return setting.sign(steps.summand(problem, side.number, list(point))) == side.sign


def outcomes(part: Part, shown: Proof) -> list[list[Any]] | None:
    """A proof of what the outcome says on a part at each vertex of the multipliers, or None."""
    found = []
    for polynomial, strict in part.wanted():
        proofs = [shown(part.setting, corner, strict) for corner in part.vertices(polynomial)]
        if None in proofs:
            return None
        found.append(proofs)
    return found


def quickly(setting: Setting, polynomial: Polynomial, strict: bool) -> Any:
    """A proof of polynomial >= 0 (> 0 if strict) that takes next to no time to find, or None."""
    return "signs" if by_signs(setting, polynomial, strict) else cancelled_terms(setting, polynomial, strict)


def thoroughly(setting: Setting, polynomial: Polynomial, strict: bool) -> Any:
    """A proof of polynomial >= 0 (> 0 if strict), or None."""
    found = quickly(setting, polynomial, strict)
    for most_facts in (1, 2):
        found = found or products_of_facts(setting, polynomial, strict, most_facts)
    return found or positivity(setting, polynomial, strict)
