"""Gradient descent x+ = x - a grad f(x) with a constant rational step size from a rational start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Scalar, scalar
from ..exact.matrices import entry
from ..exact.statement import Statement
from .regions import Coordinates, Region, as_list, objective
from .search_hints import conditions_of

INEQUALITIES = (">=", ">")


def gradient_descent_ends_in(f: Any, start: Sequence[Any], step: Any, steps: int, region: Region) -> Statement:
    """After so many steps gradient descent is in the region.

    `region` is a function of the variables of f that lists inequalities. The kernel computes the iterates: exactly for
    a few steps, then in intervals that certainly contain them.

    >>> from exactcheck import verify_statements
    >>> from sympy.abc import x
    >>> run = gradient_descent_ends_in((x**2 - 1) ** 2, [2], "1/100", 50, lambda x: [x >= 1, x <= "101/100"])
    >>> verify_statements(run).verdict
    'proved'

    Raises InputError for a step size that is not positive, and for a number of steps that is none.
    """
    return _run(f, start, step, steps, region, "last")


def gradient_descent_stays_in(f: Any, start: Sequence[Any], step: Any, steps: int, region: Region) -> Statement:
    """The start and the iterates after each of so many steps are in the region, see `gradient_descent_ends_in`.

    What happens after these steps an `invariant_region` can tell.
    """
    return _run(f, start, step, steps, region, "all")


def _run(f: Any, start: Sequence[Any], step: Any, steps: int, region: Region, iterates: str) -> Statement:
    function, coordinates = objective(f)
    size = scalar(step, "step")
    if size.value is None or size.value <= 0:
        raise InputError(f"step: {step!r} is no positive rational number")
    if not isinstance(steps, int) or isinstance(steps, bool) or not 0 <= steps <= 10**5:
        raise InputError(f"steps: {steps!r} is no number of steps from 0 to 100000")
    content = {"start": _start(coordinates, start), "step": size, "steps": steps, "iterates": iterates}
    inside = conditions_of("region", coordinates, region, INEQUALITIES)
    return Statement("gradient descent", {}, function=function, region=inside, **content)


def _start(coordinates: Coordinates, start: Any) -> tuple[Scalar, ...]:
    """The start, one number for each coordinate; matrices row by row."""
    parts = as_list(start)
    if len(parts) != len(coordinates.parts):
        raise InputError(f"start: {len(parts)} parts instead of {len(coordinates.parts)}")
    found: list[Scalar] = []
    for variable, part in zip(coordinates.parts, parts, strict=True):
        if isinstance(variable, Scalar):
            found.append(scalar(part, "start"))
            continue
        from ..exact.expression import Matrix, require_shape
        from ..exact.matrices import matrix

        given = part if isinstance(part, Matrix) else matrix(part)
        require_shape("start, comparison", variable, given)
        rows, cols = given.shape
        found += [entry(given, i, j) for i in range(int(rows)) for j in range(int(cols))]  # type: ignore[arg-type]
    return tuple(found)
