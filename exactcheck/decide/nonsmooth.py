"""Directional derivatives and second subderivatives of sums of absolute values and maxima."""

from __future__ import annotations

from collections.abc import Callable

from flint import fmpq

from ..exact.statement import Statement
from .context import Context
from .critical_points import Open
from .decision import Decision, proved, refuted, undecided
from .kinks import Dense, KinkedPoint, Program, coordinates, dense, kinked_point, rational, written
from .named_proofs import named_direction, named_multipliers

HOLDS: dict[str, Callable[[fmpq], bool]] = {
    "=": lambda excess: excess == 0,
    ">=": lambda excess: excess >= 0,
    ">": lambda excess: excess > 0,
    "<=": lambda excess: excess <= 0,
    "<": lambda excess: excess < 0,
}
# the bounds that decide a relation to the number that the second subderivative is
AT_THE_NUMBER = {
    "=": ("multipliers", "acceleration"),
    ">=": ("multipliers",),
    "<": ("multipliers",),
    "<=": ("acceleration",),
    ">": ("acceleration",),
}


def decide_slope(context: Context, statement: Statement) -> Decision:
    """df(x)(w) stands in a relation to a number. Complete for numbers; over letters if all signs are known."""
    return first_order(context, statement)


def first_order(context: Context, statement: Statement) -> Decision:
    """What the kernel reads off the first derivatives, which is a proof without a search."""
    for verdict in ("proved", "refuted"):
        reason = context.accepts(statement, verdict, "first order")
        if not reason:
            return Decision(verdict, "first order")
    return undecided(reason)


def decide_second(context: Context, statement: Statement) -> Decision:
    """d2f(x; 0)(w) stands in a relation to a number or to infinity. Complete for rational points and directions.

    Where df(x)(w) = 0 the value is the largest one of a linear program over the multipliers, -infinity if the point is
    not stationary.
    """
    try:
        at = kinked_point(context, statement)
    except Open as reason:
        return undecided(str(reason))
    try:
        program = at.program(context)
        w = [rational(context, x) for x in coordinates(context.evaluator, statement["along"])]
        if program.slope(w) or isinstance(statement["constant"], str):
            return first_order(context, statement)
        smooth, *gains = at.curvatures(context, w)
        constant = rational(context, context.evaluator.number(statement["constant"]))
    except Open as reason:
        found = first_order(context, statement)
        return named(context, at, statement, f"{reason}; name bounds") if found.verdict == "undecided" else found
    value, bounds = second_subderivative(program, at.size, smooth, gains)
    excess = fmpq(-1) if value is None else value - constant
    if value is None:
        bounds["acceleration"] = falling(program, bounds["acceleration"], (smooth, gains), constant)
    names = AT_THE_NUMBER[statement["relation"]] if excess == 0 else ("multipliers" if excess > 0 else "acceleration",)
    writers = {"multipliers": program.written, "acceleration": written}
    proof = {name: writers[name](bounds[name]) for name in names}
    return proved(proof) if HOLDS[statement["relation"]](excess) else refuted(proof)


def named(context: Context, at: KinkedPoint, statement: Statement, reason: str) -> Decision:
    """By the multipliers and the acceleration that the claim names."""
    readers, hints = {"multipliers": named_multipliers, "acceleration": named_direction}, statement.hints
    proof = {name: read(context, at, hints[name]) for name, read in readers.items() if name in hints}
    for verdict in ("proved", "refuted") if proof else ():
        reason = context.accepts(statement, verdict, proof)
        if not reason:
            return Decision(verdict, proof)
    return undecided(reason)


def second_subderivative(
    program: Program, size: int, smooth: fmpq, gains: Dense
) -> tuple[fmpq | None, dict[str, Dense]]:
    """The value where df(x)(w) = 0, from the curvatures along w, with multipliers and an acceleration that show it.

    None for -infinity, with a direction of descent.
    """
    found = program.largest(gains, {})
    if not isinstance(found, tuple):
        return None, {"acceleration": dense(size, found)}
    z, y = found
    value = smooth + sum((gain * weight for gain, weight in zip(gains, z, strict=True)), fmpq(0))
    return value, {"multipliers": z, "acceleration": dense(size, y)}


def falling(program: Program, descent: Dense, curvatures: tuple[fmpq, Dense], constant: fmpq) -> Dense:
    """A multiple of a direction of descent by which f falls along w to second order by more than the constant."""
    smooth, gains = curvatures
    rise = smooth + sum(map(abs, gains), fmpq(0)) - constant
    factor = (abs(rise) + 1) / -program.slope(descent)
    return [factor * x for x in descent]
