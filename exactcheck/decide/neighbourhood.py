"""Local minima on a whole neighbourhood, tried where the Hessian form vanishes on a direction of the critical cone."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import prod
from typing import Any

from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.neighbourhood import growth_of, increment, letter, sign_choices, within
from ..kernel.optimality import coordinates
from ..kernel.points import located
from ..kernel.polynomial import Polynomial
from ..kernel.setting import Setting
from .context import Context
from .positivity import positivity

Signs = tuple[int, ...]
RADII = [Fraction(1), Fraction(1, 4), Fraction(1, 32)]
SHARES = [Fraction(1, 2), Fraction(1, 64)]
MOST_COEFFICIENTS = 20_000


def neighbourhood(context: Context, statement: Statement) -> Any:
    """The proof that the point is a local minimum (a strict one, if that is the property), or None.

    Not complete: it finds what signs, sums of known products and Bernstein coefficients show.
    """
    strict = statement["property"] == "strict local minimum"
    function, point, bounds = located(context.kernel, context.problem.state(statement))
    entries = coordinates(point, bounds)
    for radius in RADII:
        try:
            choices = sign_choices(context.kernel, entries, radius)
        except Rejected:
            continue
        inside = within(context.kernel, len(entries), radius)
        increases = [increment(inside, function, point, signs) for signs in choices]
        if sum(map(coefficients, increases)) > MOST_COEFFICIENTS:
            return None
        for growth in growths(choices, increases) if strict else [None]:
            parts = shown(inside.setting, choices, increases, growth)
            if parts is not None:
                return {"radius": str(radius), "growth": growth, "parts": parts}
    return None


def shown(setting: Setting, choices: list[Signs], increases: list[Polynomial], growth: Any) -> list[Any] | None:
    """Proofs that the increases, less the growth if there is one, are nonnegative; None if one is not found."""
    parts = []
    for signs, increase in zip(choices, increases, strict=True):
        margin = Polynomial() if growth is None else growth_of(signs, growth)
        parts.append(positivity(setting, increase - margin, False))
        if parts[-1] is None:
            return None
    return parts


def coefficients(polynomial: Polynomial) -> int:
    """The number of Bernstein coefficients of a polynomial."""
    degrees: dict[str, int] = {}
    for monomial in polynomial.terms:
        for name, power in monomial:
            degrees[name] = max(power, degrees.get(name, 0))
    return prod(degree + 1 for degree in degrees.values())


def growths(choices: list[Signs], increases: list[Polynomial]) -> Iterator[Any]:
    """Candidates c sum_k t_k^m_k: the lowest powers along the axes, and parts of their least coefficient."""
    leading = [axis for k in range(len(choices[0])) for axis in [lowest_power(choices, increases, k)]]
    if None in leading:
        return
    found = [axis for axis in leading if axis is not None]
    least = min((value for _, value in found), default=Fraction(1))
    for share in SHARES:
        yield {"coefficient": str(share * least), "exponents": [power for power, _ in found]}


def lowest_power(choices: list[Signs], increases: list[Polynomial], k: int) -> tuple[int, Fraction] | None:
    """The power of t_k with which f grows along the k-th axis, and its least coefficient; None if it may not grow."""
    powers, values = [1], []
    for signs, increase in zip(choices, increases, strict=True):
        if signs[k]:
            axis = {m[0][1]: v for m, v in increase.terms.items() if len(m) == 1 and m[0][0] == letter(k)}
            if not axis or axis[min(axis)] <= 0:
                return None
            powers.append(min(axis))
            values.append(axis[min(axis)])
    return max(powers), min(values, default=Fraction(1))
