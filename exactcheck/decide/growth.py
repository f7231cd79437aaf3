"""Growth of sums of absolute values and maxima to first order: the largest c with df(x)(w) >= c ||w||_1 for all w."""

from __future__ import annotations

from itertools import product
from typing import Any

from flint import fmpq

from ..exact.statement import Statement
from ..kernel.growth import MOST_COORDINATES
from .context import Context
from .critical_points import Open
from .decision import Decision, proved, refuted, undecided
from .kinks import KinkedPoint, Program, dense, kinked_point, rational, written
from .linear_programs import Vector
from .named_proofs import named_direction, named_multipliers


def decide_growth(context: Context, statement: Statement) -> Decision:
    """The growth is >= (or =) a number. Complete for rational points and numbers >= 0 in up to 12 coordinates.

    By duality c is allowed if c e is a subgradient for each of the 2^n vectors e of signs.
    """
    try:
        at = kinked_point(context, statement)
    except Open as reason:
        return undecided(str(reason))
    if not 0 < at.size <= MOST_COORDINATES:
        return undecided(f"a growth in {at.size} coordinates; from 1 to {MOST_COORDINATES} are decided")
    try:
        program = at.program(context)
        constant = rational(context, context.evaluator.number(statement["constant"]))
    except Open as reason:
        return named(context, at, statement, f"{reason}; name multipliers")
    shown = corners(program, at.size, constant)
    if not isinstance(shown, list):
        return refuted({"direction": written(dense(at.size, shown))})
    if statement["relation"] == ">=":
        return proved({"multipliers": shown})
    best, direction = least_growth(program, at.size)
    if best == constant:
        return proved({"multipliers": shown, "attained": written(dense(at.size, direction))})
    return refuted({"larger": str(best), "multipliers": corners(program, at.size, best)})


def named(context: Context, at: KinkedPoint, statement: Statement, reason: str) -> Decision:
    """By the multipliers, and the direction that attains the constant, that the claim names."""
    hints = statement.hints
    if "multipliers" in hints:
        proof: dict[str, Any] = {"multipliers": [named_multipliers(context, at, z) for z in hints["multipliers"]]}
        if statement["relation"] == "=" and "attained" in hints:
            proof["attained"] = named_direction(context, at, hints["attained"])
        reason = context.accepts(statement, "proved", proof)
        if not reason:
            return proved(proof)
    return undecided(reason)


def corners(program: Program, size: int, constant: fmpq) -> list[list[Any]] | Vector:
    """Multipliers of c e for each vector e of signs, or a direction that grows more slowly."""
    shown = []
    for signs in product((1, -1), repeat=size):
        subgradient = {i: constant * sign for i, sign in enumerate(signs)}
        found = program.largest([fmpq(0)] * len(program.slopes), subgradient)
        if not isinstance(found, tuple):
            return found
        shown.append(program.written(found[0]))
    return shown


def least_growth(program: Program, size: int) -> tuple[fmpq, Vector]:
    """The largest c, and a direction that grows no faster."""
    reached = [program.reach(dict(enumerate(map(fmpq, signs)))) for signs in product((1, -1), repeat=size)]
    return min(reached, key=lambda found: found[0])
