"""Local minima of sums of absolute values and maxima, and points that are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flint import fmpq

from ..exact.statement import Statement
from .cone_curvature import Below, Cells, Unsettled
from .context import Context
from .critical_points import Open
from .decision import Decision, proved, refuted, undecided
from .kinked_neighbourhood import kinked_neighbourhood
from .kinks import Dense, KinkedPoint, Program, dense, kinked_point
from .minimum import negated
from .nonsmooth import second_subderivative
from .polyhedral_cones import inner
from .stationarity import inner_multipliers, simple_directions

# simple ones, as the digits of others multiply from trial to trial
MARGINS = [fmpq(1, 4**k) for k in range(10)]


def decide_kinked_minimum(context: Context, statement: Statement) -> Decision:
    """A (strict) local minimum, or none, at a rational point.

    Proved by a positive second subderivative, refuted by an arc along which the function falls (for "strict" does not
    rise). Where the second subderivative vanishes in a direction, arcs and a neighbourhood are tried.
    """
    if statement["property"] == "not a local minimum":
        opposite = Statement(statement.kind, statement.hints, **{**statement.fields, "property": "local minimum"})
        return negated(decide_kinked_minimum(context, opposite))
    try:
        at = kinked_point(context, statement)
        program = at.program(context)
        return at_rational_point(context, at, program, statement)
    except Open as reason:
        return undecided(str(reason))


def at_rational_point(context: Context, at: KinkedPoint, program: Program, statement: Statement) -> Decision:
    """By descent to first order, by cells, or by arcs."""
    found = program.largest([], {})
    if not isinstance(found, tuple):
        return refuted({"arc": arc(dense(at.size, found))})
    try:
        return proved(strict_minimum(context, at, program))
    except Unsettled:
        flat: list[Below] = []
    except Below as below:
        flat = [below]
    return degenerate(context, at, program, statement, flat)


def strict_minimum(context: Context, at: KinkedPoint, program: Program) -> dict[str, Any]:
    """A margin below the second subderivatives of unit vectors, with the proof.

    Raises Below with a second subderivative that is not positive, or Unsettled.
    """
    z, least = inner_multipliers(program), fmpq(1)
    for margin in MARGINS:
        if margin > least:
            continue
        try:
            return {"margin": str(margin), **Cells(context, at, program, z, margin).proof()}
        except Below as below:
            if below.value <= 0:
                raise
            least = below.value / inner(below.direction, below.direction) / 2
    raise Unsettled("the second subderivative comes close to zero")


def degenerate(
    context: Context, at: KinkedPoint, program: Program, statement: Statement, flat: list[Below]
) -> Decision:
    """A second subderivative that is not known to be positive: arcs, or a neighbourhood."""
    for found in (*negative(context, at, program), *flat, *flat_directions(context, at, program)):
        for candidate in (arc(found.direction, found.acceleration), arc(found.direction)):
            if not context.accepts(statement, "refuted", {"arc": candidate}):
                return refuted({"arc": candidate})
    shown = kinked_neighbourhood(context, statement, program.written(inner_multipliers(program)))
    if shown is not None:
        return proved(shown)
    return undecided("the second subderivative vanishes in a critical direction, or comes close to zero")


def negative(context: Context, at: KinkedPoint, program: Program) -> list[Below]:
    """A direction with a negative second subderivative, if one is found."""
    try:
        Cells(context, at, program, inner_multipliers(program), fmpq(0)).proof()
    except Below as found:
        return [found]
    except Unsettled:
        pass
    return []


def flat_directions(context: Context, at: KinkedPoint, program: Program) -> Iterator[Below]:
    """Simple critical directions in which the second subderivative vanishes."""
    for w in simple_directions(at.size):
        if program.slope(w) == 0:
            smooth, *gains = at.curvatures(context, w)
            value, bounds = second_subderivative(program, at.size, smooth, gains)
            if value == 0:
                yield Below(w, value, bounds["acceleration"])


def arc(direction: Dense, acceleration: Dense | None = None) -> list[list[str]]:
    """The coefficients of t and t^2 along x + t w + t^2/2 y."""
    if acceleration is None:
        return [[str(w)] for w in direction]
    return [[str(w), str(y / 2)] for w, y in zip(direction, acceleration, strict=True)]
