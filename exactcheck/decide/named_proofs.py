"""What a claim names to prove a statement at a point in letters, in the kernel's notation."""

from __future__ import annotations

from typing import Any

from .context import Context
from .kinks import KinkedPoint, coordinates


def named_multipliers(context: Context, at: KinkedPoint, hint: Any) -> list[Any]:
    """Those of the kinks and of the active members, in the kernel's notation."""

    def write(value: Any) -> Any:
        return context.write(context.evaluator.number(value))

    maxima = [[write(hint[maximum.piece][k]) for k in maximum.active] for maximum in at.maxima]
    return [*(write(hint[k]) for k in at.pieces), *maxima]


def named_direction(context: Context, at: KinkedPoint, hint: Any) -> list[Any]:
    """Its coordinates in the kernel's notation."""
    return [context.write(value) for value in coordinates(context.evaluator, hint)]
