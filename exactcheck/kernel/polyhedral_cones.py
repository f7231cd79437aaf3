"""Polyhedral cones: by inequalities and equations, by labels of the coordinates, or by rays and lines.

A cone {w : <a, w> >= 0, <b, w> = 0} lies in the halfspace <c, w> >= 0 if a positive multiple of c is a combination of
the a and b with weights >= 0 for the a (and only then: Farkas' lemma, on which nothing here depends).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .kinks import KinkedPoint, Vector
from .polynomial import Scalar
from .reading import array, integer, require
from .setting import Setting

LABELS = {"free": 0, "nonnegative": 1, "nonpositive": -1, "fixed": 0}


@dataclass(frozen=True)
class Halfspaces:
    """The cone of the w with <a, w> >= 0 for the inequalities a and <b, w> = 0 for the equations b."""

    inequalities: list[Vector]
    equations: list[Vector]

    @property
    def halfspaces(self) -> list[Vector]:
        """The vectors c of all halfspaces <c, w> >= 0 whose intersection is the cone."""
        return [*self.inequalities, *self.equations, *([-value for value in b] for b in self.equations)]

    def require_within(self, at: KinkedPoint, targets: list[Vector], proof: Any) -> None:
        """Reject unless a combination for each target c shows that <c, w> >= 0 on the cone."""
        for target, combination in zip(targets, array(proof, len(targets)), strict=True):
            self._require_halfspace(at, target, combination)

    def _require_halfspace(self, at: KinkedPoint, target: Vector, proof: Any) -> None:
        setting, rows = at.problem.setting, [*self.inequalities, *self.equations]
        multiple, combination = array(proof, 2)
        factor = at.problem.scalar(multiple)
        require(setting.is_positive(factor), "a multiple that is not known to be positive")
        rest = [factor * value for value in target]
        for entry in array(combination):
            index, weight = array(entry, 2)
            row, value = rows[integer(index, 0, len(rows) - 1)], at.problem.scalar(weight)
            known = index >= len(self.inequalities) or setting.is_nonnegative(value)
            require(known, "a weight of an inequality that is not known to be nonnegative")
            rest = [a - value * b for a, b in zip(rest, row, strict=True)]
        require(all(map(setting.is_zero, rest)), "a halfspace that is another combination")

    def require_member(self, setting: Setting, w: Vector) -> None:
        """Reject unless the vector is known to lie in the cone."""
        inside = all(setting.is_nonnegative(inner(a, w)) for a in self.inequalities)
        inside = inside and all(setting.is_zero(inner(b, w)) for b in self.equations)
        require(inside, "a direction that is not known to lie in the cone")

    def require_outside(self, setting: Setting, w: Vector) -> None:
        """Reject unless the vector is known to violate an inequality or an equation."""
        violated = any(setting.is_positive(-inner(c, w)) for c in self.halfspaces)
        require(violated, "a direction that is not known to lie outside of the cone")


@dataclass(frozen=True)
class Generated:
    """The cone of the sums of nonnegative multiples of the rays and of any multiples of the lines."""

    rays: list[Vector]
    lines: list[Vector]

    @property
    def generators(self) -> list[Vector]:
        """The rays, then both directions of each line."""
        return [*self.rays, *self.lines, *([-value for value in line] for line in self.lines)]

    def representation(self, at: KinkedPoint, coordinates: Any) -> list[Vector]:
        """The vectors c with <c, w> >= 0 only on the cone: there w = sum_i <a_i, w> g_i over rays and lines g_i, with
        <a_i, w> >= 0 for the rays, where the a_i are the given coordinates.
        """
        generators = [*self.rays, *self.lines]
        a = [at.vector(row) for row in array(coordinates, len(generators))]
        rest = []
        for i in range(at.size):
            row = [Fraction(int(i == j)) - inner([x[j] for x in a], [g[i] for g in generators]) for j in range(at.size)]
            rest += [row, [-value for value in row]]
        return [*a[: len(self.rays)], *rest]

    def require_separated(self, at: KinkedPoint, w: Vector, separator: Any) -> None:
        """Reject unless the separator is >= 0 on the cone and negative at the vector."""
        c, setting = at.vector(separator), at.problem.setting
        beside = all(setting.is_nonnegative(inner(c, generator)) for generator in self.generators)
        require(beside and setting.is_positive(-inner(c, w)), "a direction that is not separated from the cone")


Cone = Halfspaces | Generated


def inner(left: Vector, right: Vector) -> Scalar:
    """The inner product."""
    return sum((a * b for a, b in zip(left, right, strict=True)), Fraction(0))


def read_cone(at: KinkedPoint, data: Any) -> Cone:
    """A cone ["labels", labels], ["halfspaces", inequalities, equations] or ["generators", rays, lines].

    Vectors have the shape of the point.
    """
    require(len(array(data)) > 0, "a cone was expected")
    word, *parts = data
    if word == "labels":
        return labelled(at, array(array(parts, 1)[0], at.size))
    require(word in ("halfspaces", "generators"), "a cone by labels, halfspaces or generators was expected")
    first, second = ([at.direction(vector) for vector in array(part)] for part in array(parts, 2))
    return Generated(first, second) if word == "generators" else Halfspaces(first, second)


def labelled(at: KinkedPoint, labels: list[Any]) -> Halfspaces:
    """The product of the coordinates' ranges."""
    inequalities, equations = [], []
    for i, label in enumerate(labels):
        require(isinstance(label, str) and label in LABELS, f"{label!r:.20} is not a label of a coordinate")
        if LABELS[label]:
            inequalities.append(unit(at.size, i, LABELS[label]))
        elif label == "fixed":
            equations.append(unit(at.size, i, 1))
    return Halfspaces(inequalities, equations)


def unit(size: int, i: int, sign: int) -> Vector:
    """A unit vector or its negative."""
    return [Fraction(sign * (i == j)) for j in range(size)]
