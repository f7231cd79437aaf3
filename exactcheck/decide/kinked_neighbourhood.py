"""Local minima of sums of absolute values and maxima on a whole neighbourhood."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.branches import leaders
from ..kernel.kinked_neighbourhood import minorant_increase, sign_choices
from ..kernel.kinks import KinkedPoint, kinked_point, known_sign, largest, linear, quadratic
from ..kernel.neighbourhood import within
from ..kernel.polynomial import Polynomial
from .context import Context
from .neighbourhood import MOST_COEFFICIENTS, RADII, Signs, coefficients, growths, shown


def kinked_neighbourhood(context: Context, statement: Statement, stationary: list[Any]) -> Any:
    """The proof that a rational point is a local minimum (a strict one, if that is the property), or None.

    For each choice of signs with the multipliers that belong to the kinks' values in the middle of the orthant, or for
    all of them with given ones. Not complete: it finds what signs, sums of known products and Bernstein coefficients
    show.
    """
    stated = context.problem.state(statement)
    at = kinked_point(context.kernel, stated)
    try:
        choices = sign_choices(at)
    except Rejected:
        return None
    for z in ([orthant_multipliers(at, signs) for signs in choices], [stationary] * len(choices)):
        increases = [
            minorant_increase(context.kernel, stated, at, at.multipliers(each), signs)
            for each, signs in zip(z, choices, strict=True)
        ]
        found = positive(context, choices, increases, statement["property"] == "strict local minimum")
        if found is not None:
            listed = [{"multipliers": each, "positive": part} for each, part in zip(z, found["parts"], strict=True)]
            return {**found, "parts": listed}
    return None


def positive(context: Context, choices: list[Signs], increases: list[Polynomial], strict: bool) -> Any:
    """A radius and a growth with the proofs of positivity, or None."""
    if sum(map(coefficients, increases)) > MOST_COEFFICIENTS:
        return None
    for radius in RADII:
        setting = within(context.kernel, len(choices[0]), radius).setting
        for growth in growths(choices, increases) if strict else [None]:
            parts = shown(setting, choices, increases, growth)
            if parts is not None:
                return {"radius": str(radius), "growth": growth, "parts": parts}
    return None


def orthant_multipliers(at: KinkedPoint, signs: Signs) -> list[Any]:
    """The signs of the kinks, and the largest members of the maxima, in the middle of an orthant near the point."""
    setting, d = at.problem.setting, [Fraction(sign) for sign in signs]
    kinks = [known_sign(setting, linear(q, d)) or known_sign(setting, quadratic(q, d)) for q in at.kinks]
    maxima = []
    for members in at.maxima:
        steepest = leaders(setting, members, d)
        first = steepest[largest(setting, [quadratic(member, d) for member in steepest])]
        maxima.append([str(int(member is first)) for member in members])
    return [*map(str, kinks), *maxima]
