"""Comparisons on a box: a point that violates them, letters for exponentials, trees of cuts, slopes from a start."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice, product
from typing import Any

from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.enclosures import OnBox, bounded, on_box, require_on_box, slope, with_side
from ..kernel.stationary_points import valued_problem
from .box_cuts import NotEnclosed, Violated, cut_tree
from .context import Context
from .decision import Decision, proved, refuted, undecided
from .exponential_letters import by_letters
from .simplest_rationals import simplest

PRECISIONS = (64, 256)
MOST_VALUES, MOST_POINTS = 12, 80
FAR = [Fraction(x) for x in ("0", "1", "-1", "2", "-2", "1/2", "-1/2", "5", "-5", "20", "-20")]
# how many derivatives are looked at: more of functions of one variable
DEPTHS = (2, 3)
FEW_PARTS = 60


def decide_on_box(context: Context, statement: Statement) -> Decision:
    """Refuted by a simple point or one that the search meets; proved by signs of polynomials in letters for the
    exponentials, by cuts of the box until each part is enclosed on the right side, or by slopes on both sides of a
    simple point. Not complete: where the function touches the bound at a point that is not rational, for example.
    """
    stated = context.problem.state(statement)
    try:
        if (identity := expanded(on_box(context.kernel, stated))) is not None:
            return proved(identity)
        violation = violated(context, stated)
        if violation is not None:
            return refuted(violation)
        search = Search(on_box(context.kernel, stated), statement.hints["parts"])
        depths = DEPTHS if len(search.whole.sides) == 1 else DEPTHS[:1]
        proof = next((found for depth in depths if (found := search.proof(search.whole, depth)) is not None), None)
    except Violated as found:
        at = {name: str(value) for name, value in next(values_of_letters(context), {}).items()}
        return refuted({"at": at, "where": list(map(str, found.point)), "bits": found.bits})
    if proof is None:
        return undecided(f"neither a proof nor a point that violates it was found: {'; '.join(search.reasons)}")
    return proved(proof)


def expanded(comparison: OnBox) -> Any:
    """A proof of an equation by expansion, or None: that is faster than to look for a point."""
    try:
        return by_letters(comparison) if comparison.relation == "=" else None
    except Rejected:
        return None


class Search:
    """A search for proofs of one comparison and of those that it is reduced to; why it fails, if it does."""

    def __init__(self, whole: OnBox, parts: int) -> None:
        self.whole, self.parts = whole, parts
        self.reasons: list[str] = []

    def proof(self, comparison: OnBox, depth: int) -> Any:
        """A proof, or None.

        Raises Violated if the search meets a point that violates a comparison of the function itself.
        """
        for attempt in (self._letters, self._cuts, self._more_letters):
            try:
                proof = attempt(comparison)
                if proof is not None:
                    return proof
            except (Rejected, NotEnclosed) as reason:
                if comparison is self.whole and str(reason) not in self.reasons:
                    self.reasons.append(str(reason))
        return self._along(comparison, depth - 1) if depth else None

    def _more_letters(self, comparison: OnBox) -> Any:
        return self._letters(comparison, thorough=True)

    def _letters(self, comparison: OnBox, thorough: bool = False) -> Any:
        proof = by_letters(comparison, thorough)
        if proof is None:
            raise Rejected("with letters for exponentials no sign is found")
        require_on_box(comparison, proof)
        return proof

    def _cuts(self, comparison: OnBox) -> Any:
        """A tree of cuts, with more digits where the parts become too narrow."""
        if comparison.relation == "=":
            return None
        box, parts = bounded(comparison), self.parts if comparison is self.whole else min(self.parts, FEW_PARTS)
        *rough, finest = PRECISIONS
        for bits in rough:
            try:
                return {"bits": bits, "tree": cut_tree(comparison, box, bits, parts)}
            except NotEnclosed as failure:
                if not failure.narrow:
                    raise
        return {"bits": finest, "tree": cut_tree(comparison, box, finest, parts)}

    def _along(self, comparison: OnBox, depth: int) -> Any:
        """A start along some coordinate, and slopes on both sides of it, or None."""
        for i, (lower, upper) in enumerate(comparison.sides):
            starts = [c for c in dict.fromkeys([lower, upper, Fraction(0), Fraction(1)]) if c is not None]
            for c in starts:
                inside = (lower is None or lower <= c) and (upper is None or c <= upper)
                found = self._from(comparison, i, c, depth) if inside and (lower is None or lower != upper) else None
                if found is not None:
                    return found
        return None

    def _from(self, comparison: OnBox, i: int, c: Fraction, depth: int) -> Any:
        lower, upper = comparison.sides[i]
        parts = {"start": with_side(comparison, i, (c, c))}
        if lower != c:
            parts["below"] = slope(with_side(comparison, i, (lower, c)), i, -1)
        if upper != c:
            parts["above"] = slope(with_side(comparison, i, (c, upper)), i, 1)
        if any(is_violated(part, point) for part in parts.values() for point in simple_points(part)):
            return None
        proofs: dict[str, Any] = {"below": None, "above": None}
        for name, part in parts.items():
            try:
                proofs[name] = self.proof(part, depth)
            except Violated:
                return None
            if proofs[name] is None:
                return None
        return {"along": i, "at": str(c), **proofs}


def violated(context: Context, stated: dict[str, Any]) -> dict[str, Any] | None:
    """A simple point of the box at which the comparison is violated, at simple values of the letters."""
    for values in islice(values_of_letters(context), MOST_VALUES):
        at = {name: str(value) for name, value in values.items()}
        there = on_box(valued_problem(context.kernel, at), stated)
        for point in simple_points(there):
            if is_violated(there, point):
                return {"at": at, "where": list(map(str, point)), "bits": PRECISIONS[0]}
    return None


def values_of_letters(context: Context) -> Iterator[dict[str, Fraction]]:
    """Simple values of the free letters of the problem; of no letters if there are none."""
    free = any(letter.role for letter in context.problem.letters.values())
    return context.points() if free else iter([{}])


def simple_points(comparison: OnBox) -> Iterator[tuple[Fraction, ...]]:
    """Corners and simple points of the box, the simplest ones first; some, not all."""
    most = {1: 20, 2: 12, 3: 6}.get(len(comparison.sides), 2)
    choices = [simple_numbers(*side)[:most] for side in comparison.sides]
    ranked = sorted(product(*(range(len(choice)) for choice in choices)), key=lambda places: (sum(places), places))
    return (tuple(c[k] for c, k in zip(choices, places, strict=True)) for places in ranked[:MOST_POINTS])


def simple_numbers(lower: Fraction | None, upper: Fraction | None) -> list[Fraction]:
    """The simplest number of a range, its ends, and others in it."""
    ends = [end for end in (lower, upper) if end is not None]
    inside = [x for x in FAR if (lower is None or lower <= x) and (upper is None or x <= upper)]
    middle = [simplest(lower, upper)] if lower is not None and upper is not None else []
    return list(dict.fromkeys([*middle, *ends, *inside]))


def is_violated(comparison: OnBox, point: tuple[Fraction, ...]) -> bool:
    """True if the function is enclosed on the wrong side of zero at the point."""
    try:
        return comparison.is_wrong(comparison.at(point, PRECISIONS[0]))
    except Rejected:
        return False
