"""Stationary points of sums of absolute values and maxima, to first and to second order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from flint import fmpq, fmpq_mat

from ..exact.statement import Statement
from .congruence import congruence
from .context import Context
from .critical_points import Open
from .decision import Decision, proved, refuted, undecided
from .kinks import Dense, KinkedPoint, Program, coordinates, dense, difference, kinked_point, rational, written
from .linear_programs import Vector
from .minimum import negated
from .named_proofs import named_direction, named_multipliers
from .nonsmooth import second_subderivative
from .subspaces import Subspace

MOST_PAIRED = 8


def decide_stationarity(context: Context, statement: Statement) -> Decision:
    """Stationary or not, to first or to second order.

    To first order complete for rational points; at others the claim may name multipliers or a direction. To second
    order proved by one vector of multipliers whose form is nonnegative on the critical subspace, and refuted by a
    direction; between the two it stays undecided.
    """
    denied = statement["property"].removeprefix("not ")
    if denied != statement["property"]:
        fields = {**statement.fields, "property": denied}
        return negated(decide_stationarity(context, Statement(statement.kind, statement.hints, **fields)))
    try:
        at = kinked_point(context, statement)
    except Open as reason:
        return undecided(str(reason))
    try:
        program = at.program(context)
    except Open as reason:
        return named(context, at, statement, f"{reason}; name multipliers, or a direction of descent")
    return decide_rational(context, at, program, statement)


def decide_rational(context: Context, at: KinkedPoint, program: Program, statement: Statement) -> Decision:
    """At a rational point."""
    found = program.largest([], {})
    if not isinstance(found, tuple):
        return refuted({"direction": written(dense(at.size, found))})
    if statement["property"] == "stationary":
        return proved({"multipliers": program.written(found[0])})
    try:
        return second_order(context, at, program, statement)
    except Open as reason:
        return undecided(str(reason))


def named(context: Context, at: KinkedPoint, statement: Statement, reason: str) -> Decision:
    """By the multipliers or the direction that the claim names."""
    readers = {"multipliers": (named_multipliers, "proved"), "direction": (named_direction, "refuted")}
    for kind in (kind for kind in readers if kind in statement.hints):
        read, verdict = readers[kind]
        proof = {kind: read(context, at, statement.hints[kind])}
        reason = context.accepts(statement, verdict, proof)
        if not reason:
            return Decision(verdict, proof)
    return undecided(reason)


def second_order(context: Context, at: KinkedPoint, program: Program, statement: Statement) -> Decision:
    """A stationary point by the form on the critical subspace, or a direction of the critical cone that refutes it."""
    z = inner_multipliers(program)
    vanishing = vanishing_slopes(program, z)
    subspace = Subspace(at.size, [(k, slope) for k, (_, slope) in enumerate(vanishing)])
    form, tangent = subspace.restricted(hessian(context, at, z))
    found = congruence(context, form)
    assert found is not None, "rational pivots have signs"
    negative = found.rows_of_sign(-1)
    if not negative:
        terms = [[vanishing[k][0], written(b)] for k, b in tangent]
        return proved({"multipliers": program.written(z), "tangent": terms, "congruence": found.write(context)})
    hint = [rational(context, x) for x in coordinates(context.evaluator, statement.hints.get("direction", ()))]
    guesses = [subspace.projected(dense(at.size, row)) for row in negative]
    for w in (*filter(None, [hint]), *both_ways(guesses), *simple_directions(at.size)):
        if program.slope(w) == 0:
            smooth, *gains = at.curvatures(context, w)
            value, bounds = second_subderivative(program, at.size, smooth, gains)
            if value is not None and value < 0:
                return refuted({"direction": written(w), "acceleration": written(bounds["acceleration"])})
    return undecided("no direction with a negative second subderivative was found, and no multipliers exclude it")


def vanishing_slopes(program: Program, z: Dense) -> list[tuple[Any, Vector]]:
    """Slopes that are zero in all directions in which f neither rises nor falls, with the numbers that the kernel knows
    them by: those of kinks with a multiplier inside of [-1, 1], and differences of members with a positive weight.
    """
    kinks, maxima = program.parts(z)
    found: list[tuple[Any, Vector]] = [(k, program.kinks[k]) for k, value in enumerate(kinks) if abs(value) < 1]
    for number, (weights, members) in enumerate(zip(maxima, program.maxima, strict=True)):
        first, *others = [j for j, weight in enumerate(weights) if weight > 0]
        found += [([number, first, j], difference(members[first], members[j])) for j in others]
    return found


def inner_multipliers(program: Program) -> Dense:
    """Multipliers of the subgradient 0 of which as few as possible are at an end: 1 or -1, or for a weight 0."""
    start = program.largest([], {})[0]
    found = [start]
    for k, end in enumerate(start):
        at_end = abs(end) == 1 if k < len(program.kinks) else end == 0
        if at_end and all(z[k] == end for z in found):
            gains = [fmpq(0)] * len(start)
            gains[k] = -end if k < len(program.kinks) else fmpq(1)
            found.append(program.largest(gains, {})[0])
    return [sum(values, fmpq(0)) / len(found) for values in zip(*found, strict=True)]


def hessian(context: Context, at: KinkedPoint, z: Dense) -> fmpq_mat:
    """The Hessian of the smooth part plus those of the kinks and members by their multipliers."""
    entries = [fmpq(0)] * at.size**2
    for weight, jet in zip([fmpq(1), *z], at.jets, strict=True):
        for i, row in jet.hessian.items():
            for j, value in row.items():
                entries[i * at.size + j] += weight * rational(context, value)
    return fmpq_mat(at.size, at.size, entries)


def both_ways(directions: list[Dense]) -> Iterator[Dense]:
    """Each direction and its opposite."""
    for direction in directions:
        yield direction
        yield [-x for x in direction]


def simple_directions(size: int) -> Iterator[Dense]:
    """The axes, and in few dimensions sums and differences of two of them, both ways."""
    axes = [[fmpq(i == j) for i in range(size)] for j in range(size)]
    yield from both_ways(axes)
    if size <= MOST_PAIRED:
        for left, right in combinations(axes, 2):
            for sign in (1, -1):
                yield from both_ways([[a + sign * b for a, b in zip(left, right, strict=True)]])
