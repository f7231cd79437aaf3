"""A sum of absolute values at a point: the smooth part and the kinks there, and what follows for derivatives.

Let f = p_0 + sum_k w_k |p_k| with polynomials p_k and weights w_k >= 0. Near the point a summand with w_k p_k != 0
keeps its sign and joins the smooth part; one with w_k p_k = 0 there is a kink. So f = s + sum_k |q_k| near x, with
q_k(x) = 0, and the jets of s and of the q_k say all that is needed:

- the directional derivative is df(x)(d) = <s', d> + sum_k |<q_k', d>|;
- the subdifferential (Frechet's, the limiting one and Clarke's are equal) is {s' + sum_k z_k q_k' : |z_k| <= 1}: df(x)
  is its support function, and f is regular as a convex function of a smooth map (Rockafellar and Wets, Theorem 10.6).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .expression import SCALARS, Function
from .jet import Jet, jet_sum
from .matrix import Matrix
from .optimality import on_jets, places
from .polynomial import Polynomial, Scalar
from .problem import Problem
from .reading import Rejected, array, require
from .setting import Setting

Vector = list[Scalar]
Shape = tuple[int, int]


@dataclass(frozen=True)
class KinkedPoint:
    """The second-order jets of the smooth part and of the kinks, and the shapes of the parts of the point."""

    problem: Problem
    shapes: list[Shape]
    smooth: Jet
    kinks: list[Jet]

    @property
    def size(self) -> int:
        """The number of coordinates."""
        return sum(rows * cols for rows, cols in self.shapes)

    def direction(self, parts: Any) -> Vector:
        """The coordinates of a direction that is given in parts of the shapes of the point."""
        values = [self.problem.evaluate(part) for part in array(parts)]
        require([shape(value) for value in values] == self.shapes, "a direction of another shape than the point")
        return [x for value in values for x in entries(value)]

    def vector(self, data: Any) -> Vector:
        """A scalar for each coordinate."""
        return [self.problem.scalar(value) for value in array(data, self.size)]

    def slope(self, d: Vector) -> Scalar:
        """The directional derivative df(x)(d)."""
        setting = self.problem.setting
        return linear(self.smooth, d) + sum(magnitude(setting, linear(kink, d)) for kink in self.kinks)

    def multipliers(self, data: Any) -> Vector:
        """A number from [-1, 1] for each kink."""
        z = [self.problem.scalar(value) for value in array(data, len(self.kinks))]
        setting = self.problem.setting
        inside = all(setting.is_nonnegative(1 - value) and setting.is_nonnegative(1 + value) for value in z)
        require(inside, "a multiplier that is not known to lie in [-1, 1]")
        return z

    def lagrangian(self, z: Vector) -> Jet:
        """s + sum_k z_k q_k, which is <= f near x and = f at x; its gradient is a subgradient of f."""
        return jet_sum([self.smooth, *(value * kink for value, kink in zip(z, self.kinks, strict=True))])

    def require_subgradient(self, z: Vector, v: Vector) -> None:
        """Reject unless v is the subgradient that belongs to these multipliers."""
        gradient = self.lagrangian(z).linear
        equal = all(self.problem.setting.is_zero(gradient.get(i, Fraction(0)) - value) for i, value in enumerate(v))
        require(equal, "the multipliers belong to another subgradient")


def kinked_point(problem: Problem, statement: dict[str, Any]) -> KinkedPoint:
    """The point of a statement; rejected unless every weight is known to be >= 0 and every sign is known."""
    smooth, pieces = problem.function(statement["smooth"]), [array(piece, 2) for piece in array(statement["pieces"])]
    point = [problem.evaluate(part) for part in array(statement["at"], len(smooth.variables))]
    shapes = [shape(part) for part in point]
    smooth_jets, kinks = [jet(problem, smooth, point)], list[Jet]()
    for coefficient, expression in pieces:
        weight = problem.scalar(coefficient)
        require(problem.setting.is_nonnegative(weight), "a weight that is not known to be nonnegative")
        summand = jet(problem, problem.function(expression), point) * weight
        sign = known_sign(problem.setting, summand.value)
        (smooth_jets if sign else kinks).append(summand * Fraction(sign or 1))
    return KinkedPoint(problem, shapes, jet_sum(smooth_jets), kinks)


def jet(problem: Problem, function: Function, point: list[Any]) -> Jet:
    """Value, gradient and Hessian of a function that is a scalar."""
    value = problem.call(function, on_jets(point))
    require(isinstance(value, SCALARS), "a function that is no scalar")
    return Jet.of(value)


def shape(part: Any) -> Shape:
    """The numbers of rows and columns of a part of a point, 1 and 1 for a scalar; rejected for letter size."""
    require(isinstance(part, (Fraction, Polynomial, Matrix)), "a point is made of scalars and matrices of known size")
    return (part.rows, part.cols) if isinstance(part, Matrix) else (1, 1)


def entries(part: Any) -> Vector:
    """The coordinates of a part of a point, row by row."""
    return [part[place] for place in places(part)] if isinstance(part, Matrix) else [part]


def known_sign(setting: Setting, value: Scalar) -> int:
    """The sign of a value for all values of the letters; rejected unless it is known."""
    if setting.is_zero(value):
        return 0
    for sign in (1, -1):
        if setting.is_positive(sign * value):
            return sign
    raise Rejected("a sign that is not known")


def magnitude(setting: Setting, value: Scalar) -> Scalar:
    """The absolute value."""
    return known_sign(setting, value) * value


def linear(of: Jet, d: Vector) -> Scalar:
    """The derivative along d."""
    return sum((value * d[i] for i, value in of.linear.items()), Fraction(0))


def quadratic(of: Jet, d: Vector) -> Scalar:
    """The Hessian form at d."""
    return sum((value * d[i] * d[j] for (i, j), value in of.hessian().items()), Fraction(0))
