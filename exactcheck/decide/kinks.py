"""A sum of absolute values and maxima at a point, and the linear program over its multipliers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from flint import fmpq

from ..exact.evaluation import Evaluator, Unevaluated, jet_at, on_jets
from ..exact.jets import Jet, combined, combined_rows
from ..exact.ring import Number
from ..exact.statement import Statement
from .context import Context
from .critical_points import Open, flat, sign
from .linear_programs import Feasible, Infeasible, Optimal, Vector, feasible

Dense = list[fmpq]


@dataclass(frozen=True)
class Program:
    """Multipliers z_k in [-1, 1] for the kinks, then weights t_lj >= 0 with the sum 1 for the members of each maximum,
    where the subgradient is gradient + sum_k z_k kinks_k + sum_lj t_lj maxima_lj; all rational.
    """

    gradient: Vector
    kinks: list[Vector]
    maxima: list[list[Vector]] = field(default_factory=list)

    @property
    def slopes(self) -> list[Vector]:
        """What the multipliers belong to."""
        return [*self.kinks, *(member for members in self.maxima for member in members)]

    @cached_property
    def stationary(self) -> Feasible | Infeasible:
        """The multipliers of the subgradient 0."""
        return self.multipliers({})

    def multipliers(self, subgradient: Vector) -> Feasible | Infeasible:
        """The multipliers of a subgradient, as the columns of a linear program with the weights z_k + 1 and t_lj."""
        return feasible(self.columns, self.target(subgradient), self.capacities)

    def largest(self, gains: Dense, subgradient: Vector) -> tuple[Dense, Vector] | Vector:
        """Multipliers of a subgradient v with the largest sum of gains_k z_k, and y that shows that none has more:
        gains z <= <g - v, y> + sum_k |gains_k + <kinks_k, y>| + sum_l max_j (gains_lj + <maxima_lj, y>) for all of
        them, g the gradient.

        If there are none, a direction d with <g - v, d> + sum_k |<kinks_k, d>| + sum_l max_j <maxima_lj, d> < 0.
        """
        found = self.multipliers(subgradient) if subgradient else self.stationary
        if isinstance(found, Infeasible):
            return found.prices
        best = found.least({k: -gain for k, gain in enumerate(gains) if gain})
        assert isinstance(best, Optimal), "multipliers are bounded"
        return self.shifted(best.solution), best.prices

    def reach(self, v: Vector) -> tuple[fmpq, Vector]:
        """The largest c >= 0 for which c v is a subgradient, and y with df(x)(y) = c and <v, y> >= 1.

        For a stationary point and v != 0.
        """
        columns = self.columns
        found = feasible([*columns, {i: -value for i, value in v.items()}], self.target({}), self.capacities)
        assert isinstance(found, Feasible), "0 is a subgradient"
        best = found.least({len(columns): fmpq(-1)})
        assert isinstance(best, Optimal), "the subgradients are bounded"
        return best.solution.get(len(columns), fmpq(0)), best.prices

    @property
    def columns(self) -> list[Vector]:
        """The slopes, those of members with a one for the sum of the weights of their maximum."""
        maxima = enumerate(self.maxima, 1)
        return [*self.kinks, *({**member, -number: fmpq(1)} for number, members in maxima for member in members)]

    def target(self, subgradient: Vector) -> Vector:
        """What the columns add up to with the weights z_k + 1, which run from 0 to 2, and t_lj."""
        total = dict(subgradient)
        for weight, part in [(-1, self.gradient), *((1, slope) for slope in self.kinks)]:
            for i, value in part.items():
                total[i] = total.get(i, fmpq(0)) + weight * value
        return total | {-number: fmpq(1) for number in range(1, len(self.maxima) + 1)}

    def shifted(self, weights: Vector) -> Dense:
        """The multipliers that belong to the weights of the columns."""
        count = len(self.kinks)
        return [weights.get(k, fmpq(0)) - (k < count) for k in range(count + sum(map(len, self.maxima)))]

    @property
    def capacities(self) -> Vector:
        """The upper ends of these weights."""
        return {k: fmpq(2) for k in range(len(self.kinks))}

    def slope(self, d: Dense) -> fmpq:
        """The directional derivative."""
        rise = dot(self.gradient, d) + sum((abs(dot(slope, d)) for slope in self.kinks), fmpq(0))
        return rise + sum((max(dot(member, d) for member in members) for members in self.maxima), fmpq(0))

    def parts(self, z: Sequence[Any]) -> tuple[list[Any], list[list[Any]]]:
        """What belongs to the kinks, and what to the members of each maximum."""
        rest = iter(z)
        return [next(rest) for _ in self.kinks], [[next(rest) for _ in members] for members in self.maxima]

    def written(self, z: Dense) -> list[Any]:
        """Multipliers in the kernel's notation."""
        kinks, maxima = self.parts(written(z))
        return [*kinks, *maxima]


@dataclass(frozen=True)
class Maximum:
    """The number of the piece, the numbers of the active members, and the jets of these less the first one's."""

    piece: int
    active: list[int]
    members: list[Jet]


@dataclass(frozen=True)
class KinkedPoint:
    """The jets of the smooth part and of the kinks, the number of the piece of each kink, and the maxima."""

    size: int
    smooth: Jet
    kinks: list[Jet]
    pieces: list[int]
    maxima: list[Maximum] = field(default_factory=list)

    @property
    def jets(self) -> list[Jet]:
        """The jet of the smooth part, and those that multipliers belong to."""
        return [self.smooth, *self.kinks, *(member for maximum in self.maxima for member in maximum.members)]

    def program(self, context: Context) -> Program:
        """The linear program over the multipliers.

        Raises Open if a number in it is not rational.
        """

        def slope(jet: Jet) -> Vector:
            return {i: rational(context, value) for i, value in jet.gradient.items()}

        maxima = [[slope(member) for member in maximum.members] for maximum in self.maxima]
        return Program(slope(self.smooth), [slope(kink) for kink in self.kinks], maxima)

    def curvatures(self, context: Context, w: Dense) -> Dense:
        """The Hessian forms at w, of the smooth part and then of what multipliers belong to.

        Raises Open if one is not rational.
        """
        return [rational(context, quadratic(jet, w)) for jet in self.jets]


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
    arguments = on_jets(point)
    terms, kinks, numbers, maxima = [(fmpq(1), jet_at(evaluator, statement["smooth"], arguments))], [], [], []
    for number, (coefficient, piece) in enumerate(statement["pieces"]):
        weight = evaluator.number(coefficient)
        if isinstance(piece, tuple):
            members = [jet_at(evaluator, member, arguments) * weight for member in piece]
            chosen = active(context, [member.value for member in members])
            first = members[chosen[0]]
            terms.append((fmpq(1), first))
            if len(chosen) > 1:
                maxima.append(Maximum(number, chosen, [members[k] + -first for k in chosen]))
            continue
        summand = jet_at(evaluator, piece, arguments)
        side = sign(context, weight * summand.value)
        if side:
            terms.append((side * weight, summand))
        else:
            kinks.append(summand * weight)
            numbers.append(number)
    return KinkedPoint(sum(len(flat(part)) for part in point), combination(terms), kinks, numbers, maxima)


def combination(terms: list[tuple[Number, Jet]]) -> Jet:
    """The sum of multiples of jets."""
    gradient = combined(*((factor, jet.gradient) for factor, jet in terms))
    hessian = combined_rows(*((factor, jet.hessian) for factor, jet in terms))
    return Jet(sum((factor * jet.value for factor, jet in terms), fmpq(0)), gradient, hessian)


def active(context: Context, values: list[Number]) -> list[int]:
    """The places of the largest values.

    Raises Open if it is not known which they are.
    """
    for most in values:
        if all(context.is_nonnegative(most - value) for value in values):
            return [place for place, value in enumerate(values) if sign(context, most - value) == 0]
    raise Open(f"which of {', '.join(map(str, values))} is the largest is open")


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


def difference(left: Vector, right: Vector) -> Vector:
    """The difference of sparse vectors."""
    return {i: left.get(i, fmpq(0)) - right.get(i, fmpq(0)) for i in left | right}


def dense(size: int, sparse: Vector) -> Dense:
    """A sparse vector with its zeros."""
    return [sparse.get(i, fmpq(0)) for i in range(size)]


def written(values: Dense) -> list[str]:
    """Rational numbers in the kernel's notation."""
    return [str(value) for value in values]


def quadratic(jet: Jet, w: Dense) -> Number:
    """The Hessian form at w."""
    return sum((value * w[i] * w[j] for i, row in jet.hessian.items() for j, value in row.items()), fmpq(0))
