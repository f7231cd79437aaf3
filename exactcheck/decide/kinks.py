"""A sum of absolute values at a point, and the linear program over its multipliers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flint import fmpq

from ..exact.evaluation import Evaluator, Unevaluated, gradient_and_hessian
from ..exact.jets import Jet
from ..exact.ring import Number
from ..exact.statement import Statement
from .context import Context
from .critical_points import Open, flat, sign
from .linear_programs import Infeasible, Optimal, Vector, least_costs

Dense = list[fmpq]


@dataclass(frozen=True)
class Program:
    """Multipliers z in [-1, 1] for the kinks, where the subgradient is gradient + sum_k z_k slopes_k; all rational."""

    gradient: Vector
    slopes: list[Vector]

    def largest(self, gains: Dense, subgradient: Vector) -> tuple[Dense, Vector] | Vector:
        """Multipliers of a subgradient v with the largest sum of gains_k z_k, and y that shows that none has more:
        sum_k gains_k z_k <= <g - v, y> + sum_k |gains_k + <slopes_k, y>| for all of them, g the gradient.

        If there are none, a direction d with <g - v, d> + sum_k |<slopes_k, d>| < 0.
        """
        costs = {k: -gain for k, gain in enumerate(gains)}
        found = least_costs(self.slopes, self.target(subgradient), costs, self.capacities)
        if isinstance(found, Infeasible):
            return found.prices
        assert isinstance(found, Optimal), "multipliers are bounded"
        return [found.solution.get(k, fmpq(0)) - 1 for k in range(len(self.slopes))], found.prices

    def reach(self, v: Vector) -> tuple[fmpq, Vector]:
        """The largest c >= 0 for which c v is a subgradient, and y with df(x)(y) = c and <v, y> >= 1.

        For a stationary point and v != 0.
        """
        last = len(self.slopes)
        columns = [*self.slopes, {i: -value for i, value in v.items()}]
        found = least_costs(columns, self.target({}), {last: fmpq(-1)}, self.capacities)
        assert isinstance(found, Optimal), "0 is a subgradient, and the subgradients are bounded"
        return found.solution.get(last, fmpq(0)), found.prices

    def target(self, subgradient: Vector) -> Vector:
        """What the slopes add up to with the weights z_k + 1, which run from 0 to 2."""
        total = dict(subgradient)
        for weight, part in [(-1, self.gradient), *((1, slope) for slope in self.slopes)]:
            for i, value in part.items():
                total[i] = total.get(i, fmpq(0)) + weight * value
        return total

    @property
    def capacities(self) -> Vector:
        """The upper ends of these weights."""
        return {k: fmpq(2) for k in range(len(self.slopes))}

    def slope(self, d: Dense) -> fmpq:
        """The directional derivative."""
        return dot(self.gradient, d) + sum((abs(dot(slope, d)) for slope in self.slopes), fmpq(0))


@dataclass(frozen=True)
class KinkedPoint:
    """The jets of the smooth part and of the kinks, and the number of the piece of each kink."""

    size: int
    smooth: Jet
    kinks: list[Jet]
    pieces: list[int]

    def program(self, context: Context) -> Program:
        """The linear program over the multipliers.

        Raises Open if a number in it is not rational.
        """
        gradient, *slopes = [
            {i: rational(context, value) for i, value in jet.gradient.items()} for jet in (self.smooth, *self.kinks)
        ]
        return Program(gradient, slopes)

    def curvatures(self, context: Context, w: Dense) -> Dense:
        """The Hessian forms at w, of the smooth part and then of each kink.

        Raises Open if one is not rational.
        """
        return [rational(context, quadratic(jet, w)) for jet in (self.smooth, *self.kinks)]


def kinked_point(context: Context, statement: Statement) -> KinkedPoint:
    """The point of a statement.

    Raises Open if a sign is not known, or if a function is no polynomial in variables of known size.
    """
    try:
        return evaluated(context, statement)
    except Unevaluated as reason:
        raise Open(f"no value of a function and its derivatives: {reason}") from None


def evaluated(context: Context, statement: Statement) -> KinkedPoint:
    """The point of a statement.

    Raises Open if a sign is not known, and Unevaluated if a function is no polynomial in variables of known size.
    """
    evaluator = context.evaluator
    point = [evaluator.number(part) for part in statement["at"]]
    smooth, kinks, numbers = [gradient_and_hessian(evaluator, statement["smooth"], point)], [], []
    for number, (weight, piece) in enumerate(statement["pieces"]):
        summand = gradient_and_hessian(evaluator, piece, point) * evaluator.number(weight)
        side = sign(context, summand.value)
        if side:
            smooth.append(summand * fmpq(side))
        else:
            kinks.append(summand)
            numbers.append(number)
    return KinkedPoint(sum(len(flat(part)) for part in point), Jet.sum(smooth), kinks, numbers)


def coordinates(evaluator: Evaluator, parts: Any) -> list[Number]:
    """The coordinates of a point or a direction."""
    return [x for part in parts for x in flat(evaluator.number(part))]


def rational(context: Context, value: Number) -> fmpq:
    """A rational number.

    Raises Open for any other.
    """
    terms = [] if isinstance(value, fmpq) else context.terms(value)
    if any(powers for powers, _ in terms):
        raise Open(f"{value} is not a rational number")
    return value if isinstance(value, fmpq) else sum((coefficient for _, coefficient in terms), fmpq(0))


def dot(sparse: Vector, dense: Dense) -> fmpq:
    """The inner product of a sparse and a dense vector."""
    return sum((value * dense[i] for i, value in sparse.items()), fmpq(0))


def dense(size: int, sparse: Vector) -> Dense:
    """A sparse vector with its zeros."""
    return [sparse.get(i, fmpq(0)) for i in range(size)]


def written(values: Dense) -> list[str]:
    """Rational numbers in the kernel's notation."""
    return [str(value) for value in values]


def quadratic(jet: Jet, w: Dense) -> Number:
    """The Hessian form at w."""
    return sum((value * w[i] * w[j] for i, row in jet.hessian.items() for j, value in row.items()), fmpq(0))
