"""Trees of cuts of a box until a function is enclosed on each part, by the kernel's own evaluation."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from heapq import heappop, heappush
from itertools import count
from typing import Any

from ..kernel import Rejected
from ..kernel.enclosures import Box, OnBox
from ..kernel.intervals import Interval
from .simplest_rationals import simplest

# defined, the lower bound, and the number of the part, by which those that wait are ordered; the part
Waiting = tuple[bool, Fraction, int, "Part"]


class NotEnclosed(Exception):
    """No tree was found, as there were too many parts, or parts too narrow for the precision."""

    def __init__(self, reason: str, narrow: bool) -> None:
        super().__init__(reason)
        self.narrow = narrow


class Violated(Exception):
    """A point at which the comparison is violated."""

    def __init__(self, point: list[Fraction], bits: int) -> None:
        super().__init__("a point that violates the comparison")
        self.point, self.bits = point, bits


@dataclass(eq=False)
class Part:
    """A part of the box: how it is enclosed, or where it is cut into two."""

    box: Box
    enclosed: str = ""
    cut: tuple[int, Fraction] = (0, Fraction(0))
    parts: tuple[Part, ...] = ()

    def written(self) -> Any:
        """The node in the kernel's notation."""
        if self.enclosed:
            return self.enclosed
        coordinate, at = self.cut
        return {"cut": coordinate, "at": str(at), "parts": [part.written() for part in self.parts]}


def cut_tree(comparison: OnBox, box: Box, bits: int, most: int) -> Any:
    """A tree of at most so many cuts, the worst enclosed part cut first.

    Raises Violated with a point that the search has met, and NotEnclosed.
    """
    root, waiting, numbers = Part(box), list[Waiting](), count()
    new: tuple[Part, ...] = (root,)
    for _ in range(most + 1):
        for part in new:
            least = enclose(comparison, part, bits)
            if not part.enclosed:
                heappush(waiting, (least is not None, least or Fraction(0), next(numbers), part))
        if not waiting:
            return root.written()
        defined, _, _, worst = heappop(waiting)
        worst.cut, worst.parts = _halves(comparison, worst.box, bits, defined)
        new = worst.parts
    raise NotEnclosed(f"the function is not enclosed on the parts after {most} cuts of the box", narrow=False)


def enclose(comparison: OnBox, part: Part, bits: int) -> Fraction | None:
    """Enclose the function on a part if that does; the lower bound, or None where the function may not be defined.

    Raises Violated if a simple point of the part shows that nothing will.
    """
    least = None
    try:
        middle = [simplest(*_middle(side)) for side in part.box]
        if comparison.is_wrong(comparison.at(middle, bits)):
            raise Violated(middle, bits)
        for enclosed, bound in (("direct", comparison.least_directly), ("slopes", comparison.least_by_slopes)):
            least = bound(part.box, bits)
            if comparison.is_right(least):
                part.enclosed = enclosed
                break
    except Rejected:
        return least
    return least


def _middle(side: Interval) -> Interval:
    """The middle half of a side."""
    quarter = (side[1] - side[0]) / 4
    return side[0] + quarter, side[1] - quarter


def _halves(comparison: OnBox, box: Box, bits: int, defined: bool) -> tuple[tuple[int, Fraction], tuple[Part, ...]]:
    """A cut across the side along which the function may vary most, at a simple number near its middle."""
    try:
        slopes = comparison.slopes(box, bits)
        weights = [(upper - lower) * max(-s[0], s[1]) for (lower, upper), s in zip(box, slopes, strict=True)]
    except Rejected:
        weights = [upper - lower for lower, upper in box]
    i = max(range(len(box)), key=lambda k: (box[k][0] < box[k][1], weights[k]))
    lower, upper = box[i]
    if (upper - lower) * 2 ** (bits // 2) <= max(abs(lower), abs(upper), Fraction(1, 2**bits)):
        failure = "it may touch the bound" if defined else "it may not be defined"
        raise NotEnclosed(f"the function is not enclosed on very narrow parts, where {failure}", narrow=defined)
    at = simplest(*_middle((lower, upper)))
    return (i, at), tuple(Part([*box[:i], side, *box[i + 1 :]]) for side in ((lower, at), (at, upper)))
