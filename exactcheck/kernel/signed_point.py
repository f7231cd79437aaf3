"""A sum of absolute values at a point in letters, where the signs of some summands may be unknown.

A summand w_k |p_k| has the subgradients z p_k' with z = 1 where p_k > 0, z = -1 where p_k < 0 and z in [-1, 1] where
p_k = 0. If less than the sign is known, then two ranges of multipliers are:

- the range that contains all of them, [-1, 1] with z p_k = |p_k|, for what is said of every subgradient;
- the multipliers that surely belong to a subgradient: 1 if p_k >= 0 is known, -1 if p_k <= 0, none otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .jet import Jet
from .kinks import Shape, Vector, is_maximum, jet, linear, shape
from .polynomial import Scalar, split
from .problem import Problem
from .reading import Rejected, array, require
from .setting import Setting


@dataclass(frozen=True)
class Piece:
    """The jet of a weighted summand and what is known of its sign: "+", "-", "0", ">=", "<=" or "?"."""

    jet: Jet
    sign: str

    @property
    def fixed(self) -> int | None:
        """The only multiplier, None if there may be others."""
        return {"+": 1, "-": -1}.get(self.sign)


@dataclass(frozen=True)
class SignedPoint:
    """The jets of the smooth part and of the summands at a point, and the shapes of the parts of the point."""

    problem: Problem
    shapes: list[Shape]
    smooth: Jet
    pieces: list[Piece]

    @property
    def size(self) -> int:
        """The number of coordinates."""
        return sum(rows * cols for rows, cols in self.shapes)

    def steepest(self, d: Vector) -> Scalar:
        """An upper bound of df(x)(d): the largest <g, d> over all g that may be subgradients."""
        total = linear(self.smooth, d)
        for piece in self.pieces:
            slope = linear(piece.jet, d)
            total = total + (self.largest(piece, slope) if piece.fixed is None else piece.fixed * slope)
        return total

    def largest(self, piece: Piece, slope: Scalar) -> Scalar:
        """An upper bound of z slope over the multipliers z of a piece p of unknown sign.

        For slope = -c p with c > 0 it is 0, as z p = |p|. Rejected if the sign of the slope is not known otherwise.
        """
        setting = self.problem.setting
        (at, towards), (value, away) = split(setting.normal(slope)), split(setting.normal(piece.jet.value))
        if at == value and towards == -away:
            return Fraction(0)
        for sign in (1, -1):
            if setting.is_nonnegative(sign * slope):
                return sign * slope
        raise Rejected("a slope of a sign that is not known")

    def require_multipliers(self, z: list[Scalar]) -> None:
        """Reject unless the multipliers surely belong to a subgradient."""
        setting = self.problem.setting
        for value, piece in zip(z, self.pieces, strict=True):
            sure = {"+": (1,), ">=": (1,), "-": (-1,), "<=": (-1,)}.get(piece.sign, ())
            inside = piece.sign == "0" and setting.is_nonnegative(1 - value) and setting.is_nonnegative(1 + value)
            require(inside or any(value == each for each in sure), "a multiplier that may belong to no subgradient")

    def subgradient(self, z: list[Scalar]) -> list[Scalar]:
        """The coordinates of the vector that belongs to these multipliers."""
        jets = [(Fraction(1), self.smooth), *((value, piece.jet) for value, piece in zip(z, self.pieces, strict=True))]
        return [
            sum((value * each.linear[i] for value, each in jets if i in each.linear), Fraction(0))
            for i in range(self.size)
        ]


def signed_point(problem: Problem, statement: dict[str, Any]) -> SignedPoint:
    """The point of a statement; rejected unless every weight is known to be >= 0."""
    return signed_at(problem, statement, [problem.evaluate(part) for part in array(statement["at"])])


def signed_at(problem: Problem, statement: dict[str, Any], point: list[Any]) -> SignedPoint:
    """The function of a statement at a point; rejected unless every weight is known to be >= 0."""
    smooth, pieces = problem.function(statement["smooth"]), [array(piece, 2) for piece in array(statement["pieces"])]
    require(len(point) == len(smooth.variables), "a point with another number of parts than the function has variables")
    shapes = [shape(part) for part in point]
    found = []
    for coefficient, expression in pieces:
        weight = problem.scalar(coefficient)
        require(problem.setting.is_nonnegative(weight), "a weight that is not known to be nonnegative")
        require(not is_maximum(expression), "a maximum, where only absolute values are understood")
        summand = jet(problem, problem.function(expression), point) * weight
        found.append(Piece(summand, sign(problem.setting, summand.value)))
    return SignedPoint(problem, shapes, jet(problem, smooth, point), found)


def sign(setting: Setting, value: Scalar) -> str:
    """What is known of the sign of a value: "0", "+", "-", ">=", "<=" or "?"."""
    if setting.is_zero(value):
        return "0"
    known = (
        word
        for test, words in ((setting.is_positive, "+-"), (setting.is_nonnegative, (">=", "<=")))
        for word, side in zip(words, (value, -value), strict=True)
        if test(side)
    )
    return next(known, "?")
