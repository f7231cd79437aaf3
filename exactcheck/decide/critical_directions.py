"""The critical cone of sums of absolute values and maxima at a stationary point."""

from __future__ import annotations

from typing import Any

from flint import fmpq

from ..exact.statement import Statement
from .branches import branches, shares
from .context import Context
from .critical_points import Open
from .decision import Decision, proved, refuted, undecided
from .kinks import Dense, Program, coordinates, dense, difference, kinked_point, rational, written
from .letter_cones import cone_over_letters
from .linear_programs import Infeasible, Vector, least_costs
from .polyhedral_cones import Halfspaces, TooLarge, minus, sparse
from .stationarity import inner_multipliers

SIGNS = {"nonnegative": 1, "nonpositive": -1}

# the number of a generator and a part of its a_i, with what that contributes to the identity, entry by entry
Column = tuple[tuple[int | None, Dense], Vector]


def decide_directions(context: Context, statement: Statement) -> Decision:
    """The point is stationary and {w : df(x)(w) = 0} is a given cone.

    Complete for rational points and cones by labels or halfspaces, and for cones with independent generators. At other
    points the claim names multipliers, and halfspaces are compared one by one.
    """
    try:
        at = kinked_point(context, statement)
    except Open as reason:
        return undecided(str(reason))
    try:
        program = at.program(context)
        kind, *parts = statement["cone"]
        vectors = [] if kind == "labels" else [[vector(context, each) for each in part] for part in parts]
    except Open as reason:
        return cone_over_letters(context, at, statement, str(reason))
    found = program.largest([], {})
    if not isinstance(found, tuple):
        return refuted({"descent": written(dense(at.size, found))})
    z = inner_multipliers(program)
    critical = critical_cone(program, at.size, z)
    if kind == "generators":
        return compare_generators(program, z, critical, *vectors)
    stated = labelled(parts[0]) if kind == "labels" else Halfspaces(at.size, *vectors)
    return compare_halfspaces(program, z, critical, stated)


def vector(context: Context, parts: Any) -> Dense:
    """The coordinates of a rational direction.

    Raises Open for any other.
    """
    return [rational(context, x) for x in coordinates(context.evaluator, parts)]


def labelled(labels: tuple[str, ...]) -> Halfspaces:
    """The product of the coordinates' ranges."""
    size = len(labels)

    def unit(i: int, sign: int) -> Dense:
        return [fmpq(sign * (i == j)) for j in range(size)]

    inequalities = [unit(i, SIGNS[label]) for i, label in enumerate(labels) if label in SIGNS]
    return Halfspaces(size, inequalities, [unit(i, 1) for i, label in enumerate(labels) if label == "fixed"])


def critical_cone(program: Program, size: int, z: Dense) -> Halfspaces:
    """The critical cone by multipliers of the subgradient 0, with inequalities and equations in the kernel's order."""
    inequalities, equations = list[Dense](), list[Dense]()
    for slopes, weights in zip(branches(program), shares(program, z), strict=True):
        first = next(j for j, weight in enumerate(weights) if weight > 0)
        for j, slope in enumerate(slopes):
            if j != first:
                row = dense(size, difference(slopes[first], slope))
                (equations if weights[j] > 0 else inequalities).append(row)
    return Halfspaces(size, inequalities, equations)


def compare_halfspaces(program: Program, z: Dense, critical: Halfspaces, stated: Halfspaces) -> Decision:
    """Each cone lies in the halfspaces of the other one, or a direction is in one of them only."""
    proof: dict[str, Any] = {"multipliers": program.written(z)}
    for name, cone, other, outside in (
        ("only", critical, stated, "critical"),
        ("all", stated, critical, "stated"),
    ):
        proof[name] = []
        for target in other.all:
            found = cone.combination(target)
            if not is_combination(found):
                return refuted({outside: written(found)})
            proof[name].append(["1", found])
    return proved(proof)


def is_combination(found: list[Any]) -> bool:
    """True for numbers with weights, false for a direction."""
    return all(isinstance(entry, list) for entry in found)


def compare_generators(
    program: Program, z: Dense, critical: Halfspaces, rays: list[Dense], lines: list[Dense]
) -> Decision:
    """All generators are critical, and critical directions are combinations of them; or one of these fails."""
    generators = [*rays, *lines, *map(minus, lines)]
    for number, generator in enumerate(generators):
        if program.slope(generator) != 0:
            return refuted({"generator": number})
    try:
        own = [*critical.rays, *critical.lines, *map(minus, critical.lines)]
    except TooLarge as reason:
        return undecided(str(reason))
    for w in own:
        found = least_costs([sparse(generator) for generator in generators], sparse(w), {}, {})
        if isinstance(found, Infeasible):
            separator = [-found.prices.get(i, fmpq(0)) for i in range(critical.size)]
            return refuted({"critical": written(w), "separator": written(separator)})
    shown = Representation(critical, rays, lines).proof()
    if shown is None:
        return undecided("the cone is the critical cone, but its generators are not independent; give its inequalities")
    return proved({"multipliers": program.written(z), **shown})


class Representation:
    """Vectors a_i with w = sum_i <a_i, w> g_i for all critical w, and <a_i, w> >= 0 for the rays g_i.

    One linear program. Its unknowns are the weights of the critical cone's halfspaces in the a_i, any vectors a_i for
    lines, and the weights of the equations in what is left of each coordinate.
    """

    def __init__(self, critical: Halfspaces, rays: list[Dense], lines: list[Dense]) -> None:
        self.critical, self.rays, self.generators = critical, len(rays), [*rays, *lines]

    def proof(self) -> dict[str, Any] | None:
        """The a_i and the combinations that show the rest; None if there are none."""
        size, cone = self.critical.size, self.critical
        unknowns = [*self._coordinates(), *self._rest()]
        target = {i * size + i: fmpq(1) for i in range(size)}
        found = least_costs([column for _, column in unknowns], target, {}, {})
        if isinstance(found, Infeasible):
            return None
        a = [[fmpq(0)] * size for _ in self.generators]
        for k, weight in found.solution.items():
            (generator, row), _ = unknowns[k]
            if generator is not None:
                a[generator] = [x + weight * y for x, y in zip(a[generator], row, strict=True)]
        targets = [*a[: self.rays], *self._left(a)]
        combinations = [cone.combination(target) for target in targets]
        assert all(map(is_combination, combinations)), "the program makes them valid"
        return {"coordinates": [written(row) for row in a], "only": [["1", each] for each in combinations]}

    def _coordinates(self) -> list[Column]:
        """The columns for a_i = sum weight * row, as g_i a_i^T."""
        size, columns = self.critical.size, list[Column]()
        axes = [[fmpq(p == q) for q in range(size)] for p in range(size)]
        for i, generator in enumerate(self.generators):
            for row in self.critical.all if i < self.rays else [*axes, *map(minus, axes)]:
                outer = {p * size + q: generator[p] * row[q] for p in range(size) for q in range(size)}
                columns.append(((i, row), {place: value for place, value in outer.items() if value != 0}))
        return columns

    def _rest(self) -> list[Column]:
        """The columns for multiples of the equations in each coordinate."""
        size = self.critical.size
        return [
            ((None, b), {p * size + q: sign * b[q] for q in range(size) if b[q] != 0})
            for p in range(size)
            for b in self.critical.equations
            for sign in (1, -1)
        ]

    def _left(self, a: list[Dense]) -> list[Dense]:
        """The rows of I - sum_i g_i a_i^T and their opposites."""
        size, rows = self.critical.size, []
        for p in range(size):
            row = [
                fmpq(p == q) - sum((g[p] * x[q] for g, x in zip(self.generators, a, strict=True)), fmpq(0))
                for q in range(size)
            ]
            rows += [row, minus(row)]
        return rows
