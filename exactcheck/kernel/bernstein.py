"""Positivity of a polynomial on a box of its letters by Bernstein coefficients.

Each letter runs over [lower, upper] or [lower, infinity); x = lower + (upper - lower) s or lower + s / (1 - s) with s
in [0, 1]. Bernstein coefficients that are all >= 0 show that the polynomial is >= 0 on the box; where some are zero
it is positive on the relative interior of every face on which not all of them vanish. A tree of cuts refines the box.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise, product
from math import comb
from typing import Any

from .polynomial import Polynomial
from .reading import array, name, rational, require
from .setting import Setting

Index = tuple[int, ...]


@dataclass(frozen=True)
class Side:
    """The range of one letter: its ends, and whether the ends themselves belong to it."""

    letter: str
    lower: Fraction
    upper: Fraction | None
    closed_below: bool
    closed_above: bool


@dataclass(frozen=True)
class Patch:
    """A box with the Bernstein coefficients of the polynomial on it."""

    sides: list[Side]
    degrees: Index
    coefficients: dict[Index, Fraction]

    def is_positive(self, strict: bool) -> bool:
        """True if the coefficients show p >= 0 on the box (p > 0 at all points that belong to it, if strict)."""
        if any(value < 0 for value in self.coefficients.values()):
            return False
        return not strict or all(any(self.coefficients[index] for index in face) for face in self.faces())

    def faces(self) -> Iterator[list[Index]]:
        """The index sets of the faces that have points of the box in their relative interior."""
        ranges = []
        for side, degree in zip(self.sides, self.degrees, strict=True):
            ends = [[0]] * side.closed_below + [[degree]] * side.closed_above
            ranges.append([list(range(degree + 1)), *ends])
        for choice in product(*ranges):
            yield list(product(*choice))

    def cut(self, letter: str, at: Fraction) -> tuple[Patch, Patch]:
        """The two boxes on either side of s = at (de Casteljau's algorithm)."""
        k = [side.letter for side in self.sides].index(letter)
        lower, upper = dict(self.coefficients), dict(self.coefficients)
        for index in self.coefficients:
            if index[k] == 0:
                line = [self.coefficients[(*index[:k], i, *index[k + 1 :])] for i in range(self.degrees[k] + 1)]
                for i, (low, high) in enumerate(zip(*de_casteljau(line, at), strict=True)):
                    lower[(*index[:k], i, *index[k + 1 :])] = low
                    upper[(*index[:k], i, *index[k + 1 :])] = high
        side = self.sides[k]
        left = [*self.sides[:k], replace(side, closed_above=True), *self.sides[k + 1 :]]
        right = [*self.sides[:k], replace(side, closed_below=True), *self.sides[k + 1 :]]
        return Patch(left, self.degrees, lower), Patch(right, self.degrees, upper)


def de_casteljau(line: list[Fraction], at: Fraction) -> tuple[list[Fraction], list[Fraction]]:
    """The coefficients on [0, at] and on [at, 1]."""
    lower, upper = [line[0]], [line[-1]]
    while len(line) > 1:
        line = [(1 - at) * a + at * b for a, b in pairwise(line)]
        lower.append(line[0])
        upper.append(line[-1])
    return lower, upper[::-1]


def whole_box(polynomial: Polynomial, sides: list[Side]) -> Patch:
    """The polynomial on the whole box; unbounded sides are multiplied by a power of 1 - s."""
    terms = {tuple(dict(m).get(side.letter, 0) for side in sides): v for m, v in polynomial.terms.items()}
    degrees = tuple(max((index[k] for index in terms), default=0) for k in range(len(sides)))
    coefficients = {index: terms.get(index, Fraction(0)) for index in product(*(range(d + 1) for d in degrees))}
    for k, side in enumerate(sides):
        coefficients = {index: converted(coefficients, side, degrees[k], index, k) for index in coefficients}
    return Patch(sides, degrees, coefficients)


def converted(coefficients: dict[Index, Fraction], side: Side, degree: int, index: Index, k: int) -> Fraction:
    """One coefficient after the k-th letter has been brought into Bernstein form."""
    weights = conversion(side, degree, index[k])
    line = (coefficients[(*index[:k], i, *index[k + 1 :])] for i in range(degree + 1))
    return sum((weight * value for weight, value in zip(weights, line, strict=True)), Fraction(0))


def conversion(side: Side, degree: int, j: int) -> list[Fraction]:
    """The weights that turn coefficients of powers of the letter into the Bernstein coefficient with index j."""
    shift = [
        [Fraction(comb(i, k)) * side.lower ** (i - k) if k <= i else Fraction(0) for k in range(degree + 1)]
        for i in range(degree + 1)
    ]
    if side.upper is None:
        return [shift[i][j] / comb(degree, j) for i in range(degree + 1)]
    scaled = [Fraction(comb(j, k), comb(degree, k)) * (side.upper - side.lower) ** k for k in range(j + 1)]
    return [sum((shift[i][k] * scaled[k] for k in range(j + 1)), Fraction(0)) for i in range(degree + 1)]


def require_positive_on_box(setting: Setting, polynomial: Polynomial, strict: bool, box: Any, tree: Any) -> None:
    """Reject unless the box holds all allowed values of the letters and the tree shows the polynomial positive."""
    sides = [read_side(setting, *array(side, 3)) for side in array(box)]
    letters = [side.letter for side in sides]
    require(len(set(letters)) == len(letters), "a letter with two ranges")
    require(polynomial.letters <= set(letters), "a polynomial with letters that have no range")
    require(all(k >= 0 for monomial in polynomial.terms for _, k in monomial), "negative powers on a box")
    check(whole_box(polynomial, sides), strict, tree)


def read_side(setting: Setting, letter: Any, lower: Any, upper: Any) -> Side:
    """The range of a letter, which must follow from what is assumed."""
    x = Polynomial.letter(name(letter))
    low, high = rational(lower), None if upper is None else rational(upper)
    require(setting.is_nonnegative(x - low), f"{letter} >= {low} is not known")
    require(high is None or (high > low and setting.is_nonnegative(high - x)), f"{letter} <= {high} is not known")
    closed_above = high is not None and not setting.is_positive(high - x)
    return Side(letter, low, high, not setting.is_positive(x - low), closed_above)


def check(patch: Patch, strict: bool, tree: Any) -> None:
    """Reject unless every leaf of the tree shows positivity on its box."""
    if tree == "positive":
        require(patch.is_positive(strict), "Bernstein coefficients that do not show positivity")
        return
    letter, at, lower, upper = array(tree, 4)
    require(any(side.letter == letter for side in patch.sides), f"a cut along {letter!r:.40}, which has no range")
    require(0 < rational(at) < 1, "a cut outside the box")
    for part, branch in zip(patch.cut(letter, rational(at)), (lower, upper), strict=True):
        check(part, strict, branch)
