"""Telling the pieces of a set apart by signs of polynomials: coordinates, products, determinants, the function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations, combinations_with_replacement, pairwise
from typing import Any

from ..kernel import Rejected
from ..kernel.component_inertia import Reduction
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.semialgebraic_sets import value_at
from ..kernel.signs_between_ends import known_between_ends
from .ellipsoids import extremes
from .plain_trees import PlainTrees
from .signs_between_ends import bounds, sign_between_ends, sign_beyond_bounds
from .simplest_rationals import simplest
from .written_polynomials import written

Node = Any
Expression = Any
Proposer = Callable[[int, int, Polynomial], str | None]
Join = Callable[[Sequence[int]], int]
BITS = 64
MOST_CANDIDATES = 400


@dataclass(frozen=True)
class Witness:
    """A point of a piece; as they are written, the values of its letters with what shows that they are allowed."""

    known: Known
    values: dict[str, Polynomial]
    written: tuple[list[Any], list[Node]]


@dataclass
class Separation:
    """The members of the pieces, a point of each, and what has been computed of candidates."""

    members: list[Known]
    witnesses: list[Witness]
    trees: PlainTrees
    candidates: list[Expression]
    simple: int
    values: dict[int, list[Polynomial | None]] = field(default_factory=dict)
    reductions: list[Reduction] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reductions = [Reduction(member) for member in self.members]

    def tree(self, among: Sequence[int], join: Join, proposed: Proposer | None = None) -> Node:
        """A tree of separations, in which pieces that are left together are joined.

        Signs that are seen at once are tried first, then those at points.
        """
        proposed = proposed or self.sign
        for k in self.numbers_of(proposed) if len(among) > 1 else ():
            for threshold in self.thresholds(k, among):
                found = self.split(k, threshold, among, proposed)
                if found is not None:
                    node, sides = found
                    above, below = (self.tree(side, join, proposed) for side in sides)
                    return {**node, "above": above, "below": below}
        if len(among) > 1 and join(among) > 1 and proposed == self.sign:
            return self.tree(among, join, self.sign_at_points)
        values, trees = self.witnesses[among[0]].written
        return {"piece": among[0], "values": values, "trees": trees}

    def numbers_of(self, proposed: Proposer) -> range:
        """Which candidates are tried."""
        return range(min(len(self.candidates), self.simple if proposed == self.sign_at_points else MOST_CANDIDATES))

    def split(self, k: int, threshold: Polynomial, among: Sequence[int], proposed: Proposer) -> Any:
        """A node that compares a candidate with a number, if it has a sign on each piece and not the same on all."""
        signs = [proposed(k, i, threshold) for i in among]
        if len(set(signs)) < 2 or None in signs:
            return None
        by = shifted(self.candidates[k], threshold)
        parts = []
        for i, relation in zip(among, signs, strict=True):
            tree = self.trees.holds(self.members[i], self.exact(by, i), str(relation))
            if tree is None:
                return None
            parts.append([relation, tree])
        sides = [[i for i, sign in zip(among, signs, strict=True) if sign == side] for side in (">", "<")]
        return {"by": by, "signs": parts}, sides

    def thresholds(self, k: int, among: Sequence[int]) -> list[Polynomial]:
        """Zero, and numbers between those that a candidate is equal to on a piece, or that bound it there, or these."""
        exact = [(i, end) for i in among for end in self.extent(k, i)]
        enclosed = sorted(bound for i, end in exact for bound in self.witnesses[i].known.setting.enclosure(end, BITS))
        gaps = [Polynomial.of(inner(a, b)) for a, b in pairwise(enclosed) if a < b]
        return list(dict.fromkeys([Polynomial(), *gaps, *(end for _, end in exact)]))

    def extent(self, k: int, i: int) -> list[Polynomial]:
        """The value of a candidate at a point of a piece, and at bounds of a letter."""
        value, witness = self.value(k, i), self.witnesses[i]
        if value is None:
            return []
        setting, places = witness.known.setting, [witness.values]
        if len(value.letters) == 1:
            (letter,) = value.letters
            ends = [*bounds(self.members[i], letter), *extremes(self.members[i].equations, letter)]
            places += [{letter: end} for end in ends if end is not None]
        found: list[Polynomial] = []
        for place in places:
            try:
                found.append(setting.normal(value.substitute(place)))
            except Rejected:
                continue
        return [number for number in found if setting.is_constant(number)]

    def value(self, k: int, i: int) -> Polynomial | None:
        """A candidate at an arbitrary point of a piece, simplified by its equations; None if it is not defined."""
        if k not in self.values:
            self.values[k] = [self.simplified(k, j) for j in range(len(self.members))]
        return self.values[k][i]

    def simplified(self, k: int, i: int) -> Polynomial | None:
        """The value by the equations of the piece."""
        try:
            return self.reductions[i](self.exact(self.candidates[k], i))
        except Rejected:
            return None

    def exact(self, function: Expression, i: int) -> Polynomial:
        """The value as the kernel computes it."""
        member = self.members[i]
        return value_at(member.problem, member.problem.function(function), member.point)

    def sign(self, k: int, i: int, threshold: Polynomial) -> str | None:
        """The sign of an expression on a piece, if it is seen at once."""
        value, member = self.value(k, i), self.members[i]
        if value is None:
            return None
        difference = member.setting.normal(value - threshold)
        seen = next((side for side in (">", "<") if member.satisfies(difference, side)), None)
        seen = seen or sign_beyond_bounds(member, difference)
        node = None if seen else sign_between_ends(member, difference)
        if node is not None:
            known = known_between_ends(member, node)
            seen = next(side for side in (">", "<") if known.satisfies(difference, side))
        return seen

    def sign_at_points(self, k: int, i: int, threshold: Polynomial) -> str | None:
        """The sign at a point of a piece with equations, which it may have at all its points."""
        value, witness = self.value(k, i), self.witnesses[i]
        if value is None or not self.members[i].equations:
            return self.sign(k, i, threshold)
        difference = witness.known.setting.normal(value.substitute(witness.values) - threshold)
        return next((side for side in (">", "<") if witness.known.satisfies(difference, side)), None)


def candidates(names: Sequence[str], function: Expression | None) -> list[Expression]:
    """Functions of the coordinates that may tell pieces apart."""
    x = [["name", name] for name in names]
    bodies = [*x, *([["value", function, x]] if function is not None else []), *quadratics(x)]
    return [["function", list(names), body] for body in bodies[:MOST_CANDIDATES]]


def quadratics(x: Sequence[Expression]) -> Iterator[Expression]:
    """The squared norm, products, and differences of products of different coordinates."""
    yield ["+", *(["^", each, 2] for each in x)]
    yield from (["*", a, b] for a, b in combinations_with_replacement(x, 2))
    yield from (["+", a, ["*", sign, b]] for a, b in combinations(x, 2) for sign in ("1", "-1"))
    for (a, b), (c, d) in combinations(list(combinations(x, 2)), 2):
        if a not in (c, d) and b not in (c, d):
            yield ["+", ["*", a, b], ["*", "-1", c, d]]


def shifted(function: Expression, threshold: Polynomial) -> Expression:
    """The function less a number."""
    if not threshold:
        return function
    _, names, body = function
    return ["function", names, ["+", body, written(-threshold)]]


def inner(lower: Fraction, upper: Fraction) -> Fraction:
    """A simple number well between two others."""
    margin = (upper - lower) / 4
    return simplest(lower + margin, upper - margin)
