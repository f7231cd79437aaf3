"""The branches of the kinks at a point: an absolute value is the maximum of two of them."""

from __future__ import annotations

from flint import fmpq

from .kinks import Dense, Program
from .linear_programs import Vector


def branches(program: Program) -> list[list[Vector]]:
    """The slopes of the branches of the absolute values, then those of the maxima."""
    return [*([kink, negated(kink)] for kink in program.kinks), *program.maxima]


def forms(program: Program, gains: Dense) -> list[Dense]:
    """The values of the branches, from those of what multipliers belong to."""
    kinks, maxima = program.parts(gains)
    return [*([value, -value] for value in kinks), *maxima]


def shares(program: Program, z: Dense) -> list[Dense]:
    """Positive multiples of the weights of the branches."""
    kinks, maxima = program.parts(z)
    return [*([1 + value, 1 - value] for value in kinks), *maxima]


def negated(vector: Vector) -> Vector:
    """The opposite vector."""
    return {i: -value for i, value in vector.items()}


def is_zero(vector: Vector) -> bool:
    """True for a vector without entries other than zero."""
    return all(value == fmpq(0) for value in vector.values())
