"""A sum of absolute values and maxima at a point: the smooth part and the kinks there, and what derivatives follow.

Let f = p_0 + sum_k w_k |p_k| + sum_l v_l max_j p_lj with polynomials and weights w_k, v_l >= 0. Near the point a term
with w_k p_k != 0 keeps its sign and joins the smooth part; one with w_k p_k = 0 there is a kink. Of a maximum only the
members count that are active, that is, largest at the point, as the others stay smaller near it: the first active one
joins the smooth part, and what remains is the maximum of the differences to it. So f = s + sum_k |q_k| + sum_l max_j
r_lj near x, with q_k(x) = r_lj(x) = 0 and one r_lj = 0 for each l, and the jets of s, q_k and r_lj say all that is
needed:

- the directional derivative is df(x)(d) = <s', d> + sum_k |<q_k', d>| + sum_l max_j <r_lj', d>;
- the subdifferential (Frechet's, the limiting one and Clarke's are equal) is {s' + sum_k z_k q_k' + sum_lj t_lj r_lj'},
  with |z_k| <= 1, t_lj >= 0 and sum_j t_lj = 1: df(x) is its support function, and f is regular as a convex function of
  a smooth map (Rockafellar and Wets, Theorem 10.6).

All these multipliers are one vector: the z_k, then the t_lj of one maximum after the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any

from .expression import SCALARS, Function
from .jet import Jet, merged
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
    """The second-order jets of the smooth part, of the kinks and of the members of each maximum, and the shapes of the
    parts of the point.
    """

    problem: Problem
    shapes: list[Shape]
    smooth: Jet
    kinks: list[Jet]
    maxima: list[list[Jet]] = field(default_factory=list)

    @property
    def size(self) -> int:
        """The number of coordinates."""
        return sum(rows * cols for rows, cols in self.shapes)

    def require_no_maxima(self) -> None:
        """Reject a point at which several members of a maximum are active, for rules that know absolute values only."""
        require(not self.maxima, "a maximum with several active members, where only absolute values are understood")

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
        return linear(self.smooth, d) + self.spread([linear(jet, d) for jet in self.kinked_jets])

    @property
    def kinked_jets(self) -> list[Jet]:
        """The jets that multipliers belong to: those of the kinks, then those of the members of each maximum."""
        return [*self.kinks, *(member for members in self.maxima for member in members)]

    def spread(self, values: Vector) -> Scalar:
        """sum_k |a_k| + sum_l max_j b_lj, for a value of each kink and of each member."""
        setting = self.problem.setting
        kinks, maxima = self.parts(values)
        absolute = sum((magnitude(setting, value) for value in kinks), Fraction(0))
        return absolute + sum((members[largest(setting, members)] for members in maxima), Fraction(0))

    def parts(self, values: Vector) -> tuple[Vector, list[Vector]]:
        """The values of the kinks, and those of the members of each maximum."""
        ends = [len(self.kinks)]
        for members in self.maxima:
            ends.append(ends[-1] + len(members))
        return values[: ends[0]], [values[i:j] for i, j in pairwise(ends)]

    def multipliers(self, data: Any) -> Vector:
        """A number from [-1, 1] for each kink, then a list of weights >= 0 with the sum 1 for each maximum."""
        setting, listed = self.problem.setting, array(data, len(self.kinks) + len(self.maxima))
        z = [self.problem.scalar(value) for value in listed[: len(self.kinks)]]
        inside = all(setting.is_nonnegative(1 - value) and setting.is_nonnegative(1 + value) for value in z)
        require(inside, "a multiplier that is not known to lie in [-1, 1]")
        for weights, members in zip(listed[len(self.kinks) :], self.maxima, strict=True):
            t = [self.problem.scalar(value) for value in array(weights, len(members))]
            require(all(map(setting.is_nonnegative, t)), "a weight of a member that is not known to be >= 0")
            require(setting.is_zero(sum(t, Fraction(-1))), "weights of members with another sum than 1")
            z += t
        return z

    def lagrangian(self, z: Vector) -> Jet:
        """s + sum_k z_k q_k + sum_lj t_lj r_lj, which is <= f near x and = f at x; its gradient is a subgradient."""
        return combination([(Fraction(1), self.smooth), *zip(z, self.kinked_jets, strict=True)])

    def require_subgradient(self, z: Vector, v: Vector) -> None:
        """Reject unless v is the subgradient that belongs to these multipliers."""
        gradient = self.lagrangian(z).linear
        equal = all(self.problem.setting.is_zero(gradient.get(i, Fraction(0)) - value) for i, value in enumerate(v))
        require(equal, "the multipliers belong to another subgradient")


def kinked_point(problem: Problem, statement: dict[str, Any]) -> KinkedPoint:
    """The point of a statement; rejected unless weights are known to be >= 0, and all signs and maxima are known."""
    setting, smooth = problem.setting, problem.function(statement["smooth"])
    point = [problem.evaluate(part) for part in array(statement["at"], len(smooth.variables))]
    shapes, arguments = [shape(part) for part in point], on_jets(point)
    terms, kinks, maxima = [(Fraction(1), jet_at(problem, smooth, arguments))], list[Jet](), list[list[Jet]]()
    for coefficient, expression in (array(piece, 2) for piece in array(statement["pieces"])):
        weight = problem.scalar(coefficient)
        require(setting.is_nonnegative(weight), "a weight that is not known to be nonnegative")
        if is_maximum(expression):
            members = [jet_at(problem, problem.function(member), arguments) * weight for member in expression]
            first, *others = active(setting, members)
            terms.append((Fraction(1), first))
            if others:
                maxima.append([Jet(Fraction(0)), *(other - first for other in others)])
            continue
        summand = jet_at(problem, problem.function(expression), arguments)
        sign = known_sign(setting, weight * summand.value)
        if sign:
            terms.append((sign * weight, summand))
        else:
            kinks.append(summand * weight)
    return KinkedPoint(problem, shapes, combination(terms), kinks, maxima)


def is_maximum(expression: Any) -> bool:
    """True for a list of functions, which is not the expression for one: that begins with the name of an operation."""
    return isinstance(expression, list) and len(expression) > 0 and isinstance(expression[0], list)


def active(setting: Setting, members: list[Jet]) -> list[Jet]:
    """The members with the largest value; rejected unless each is known to have it or to be smaller."""
    most = members[largest(setting, [member.value for member in members])].value
    return [member for member in members if known_sign(setting, most - member.value) == 0]


def largest(setting: Setting, values: Vector) -> int:
    """The place of the first value that is the largest one for all values of the letters; rejected if none is known."""
    for place, value in enumerate(values):
        if all(setting.is_nonnegative(value - other) for other in values):
            return place
    raise Rejected("a largest value that is not known")


def jet(problem: Problem, function: Function, point: list[Any]) -> Jet:
    """Value, gradient and Hessian of a function that is a scalar."""
    return jet_at(problem, function, on_jets(point))


def jet_at(problem: Problem, function: Function, arguments: list[Any]) -> Jet:
    """The value of a function that is a scalar, at arguments that hold jets."""
    value = problem.call(function, arguments)
    require(isinstance(value, SCALARS), "a function that is no scalar")
    return Jet.of(value)


def combination(terms: list[tuple[Scalar, Jet]]) -> Jet:
    """The sum of multiples of jets."""
    linear_part = merged([(factor, jet.linear) for factor, jet in terms])
    quadratic_part = merged([(factor, jet.quadratic) for factor, jet in terms])
    return Jet(sum((factor * jet.value for factor, jet in terms), Fraction(0)), linear_part, quadratic_part)


def shape(part: Any) -> Shape:
    """The numbers of rows and columns of a part of a point, 1 and 1 for a scalar; rejected for letter size."""
    require(isinstance(part, (Fraction, Polynomial, Matrix)), "a point is made of scalars and matrices of known size")
    return (part.rows, part.cols) if isinstance(part, Matrix) else (1, 1)


def entries(part: Any) -> Vector:
    """The coordinates of a part of a point, row by row."""
    return [part[place] for place in places(part)] if isinstance(part, Matrix) else [part]


def known_sign(setting: Setting, value: Scalar) -> int:
    """The sign of a value for all values of the letters; rejected unless it is known."""
    if isinstance(value, Fraction):
        return (value > 0) - (value < 0)
    if setting.is_zero(value):
        return 0
    for sign in (1, -1):
        if setting.is_positive(sign * value):
            return sign
    raise Rejected("a sign that is not known")


def magnitude(setting: Setting, value: Scalar) -> Scalar:
    """The absolute value; rejected unless the value is known to be >= 0 or to be <= 0."""
    for sign in (1, -1):
        if setting.is_nonnegative(sign * value):
            return sign * value
    raise Rejected("an absolute value of something whose sign is not known")


def linear(of: Jet, d: Vector) -> Scalar:
    """The derivative along d."""
    return sum((value * d[i] for i, value in of.linear.items()), Fraction(0))


def quadratic(of: Jet, d: Vector) -> Scalar:
    """The Hessian form at d."""
    return sum((value * d[i] * d[j] for (i, j), value in of.hessian().items()), Fraction(0))
