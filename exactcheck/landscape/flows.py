"""The subgradient method x+ = x - a g with g in df(x): regions that no step leaves, and what steps do in a region."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Function, Scalar, scalar
from ..exact.statement import Statement
from .kinked_functions import KinkedFunction, kinked_function
from .points import as_point

Inequalities = Statement | Iterable[Statement]
Pairs = tuple[tuple[Function, str], ...]


@dataclass(frozen=True, eq=False)
class SubgradientStep:
    """A step that starts at `point`, of this size, along the subgradient with these multipliers of the pieces."""

    point: Any
    size: Any
    multipliers: Sequence[Any]


def invariant_region(
    f: Any, region: Callable[..., Inequalities], largest_step: Any, *, cuts: Sequence[Any] = (0,)
) -> Statement:
    """No step leaves the region: x - a g lies in it for all x in the region, 0 < a <= largest_step and g in df(x).

    `region` says which inequalities of the variables of f make the region. All variables are numbers. `cuts` is a hint:
    where coordinates may be cut for the proof.

    >>> from exactcheck import verify_statements
    >>> from exactcheck.landscape import l1_rank_one_loss
    >>> unit = lambda u: [u >= 0, u <= 1]
    >>> verify_statements(invariant_region(l1_rank_one_loss([1]), unit, "1/2")).verdict
    'refuted'
    >>> verify_statements(invariant_region(l1_rank_one_loss([1]), lambda u: [u >= 0, u <= 2], "1/2")).verdict
    'proved'
    """
    return _statement(f, region, largest_step, None, "always", _cuts(cuts))


def not_invariant_region(
    f: Any,
    region: Callable[..., Inequalities],
    largest_step: Any,
    *,
    step: SubgradientStep | None = None,
    cuts: Sequence[Any] = (0,),
) -> Statement:
    """Some step leaves the region, see `invariant_region`.

    `step` is a hint: one that does. It is needed where letters occur.
    """
    return _statement(f, region, largest_step, None, "not always", {**_cuts(cuts), **_step(f, step)})


def every_step(
    f: Any,
    region: Callable[..., Inequalities],
    largest_step: Any,
    outcome: Callable[..., Inequalities],
    *,
    cuts: Sequence[Any] = (0,),
) -> Statement:
    """What every step from the region does, for all x in it, 0 < a <= largest_step and g in df(x).

    `outcome(a, x, y)` yields inequalities between the step size a, the coordinates x of the point (a tuple) and the
    coordinates y of x - a g.

    >>> from exactcheck import verify_statements
    >>> from exactcheck.landscape import l1_rank_one_loss
    >>> shrinks = every_step(l1_rank_one_loss([0]), lambda u: u >= 0, 1, lambda a, x, y: y[0] <= (1 - a) * x[0])
    >>> verify_statements(shrinks).verdict
    'proved'
    """
    return _statement(f, region, largest_step, outcome, "always", _cuts(cuts))


def not_every_step(
    f: Any,
    region: Callable[..., Inequalities],
    largest_step: Any,
    outcome: Callable[..., Inequalities],
    *,
    step: SubgradientStep | None = None,
    cuts: Sequence[Any] = (0,),
) -> Statement:
    """Some step from the region violates the outcome, see `every_step` and `not_invariant_region`."""
    return _statement(f, region, largest_step, outcome, "not always", {**_cuts(cuts), **_step(f, step)})


def _statement(
    f: Any,
    region: Callable[..., Inequalities],
    largest: Any,
    outcome: Callable[..., Inequalities] | None,
    property_: str,
    hints: dict[str, Any],
) -> Statement:
    of = _of_numbers(f)
    largest_step = scalar(largest, "largest_step")
    if largest_step.value is not None and largest_step.value <= 0:
        raise InputError(f"largest_step: {largest_step!r} is not positive")
    inside = _pairs("region", of.variables, region(*of.variables))
    ends = "region" if outcome is None else _outcome(of, outcome)
    return Statement(
        "subgradient steps",
        hints,
        smooth=of.smooth,
        pieces=of.pieces,
        region=inside,
        largest=largest_step,
        outcome=ends,
        property=property_,
    )


def _of_numbers(f: Any) -> KinkedFunction:
    """The function, whose variables are numbers and whose pieces are absolute values."""
    of = kinked_function(f)
    if not all(isinstance(variable, Scalar) for variable in of.variables):
        raise InputError(f"f: {of!r} has variables that are matrices; steps are of functions of numbers")
    if any(isinstance(piece, tuple) for _, piece in of.pieces):
        raise InputError(f"f: {of!r} contains maxima; steps are of sums of absolute values")
    return of


def _outcome(of: KinkedFunction, outcome: Callable[..., Inequalities]) -> Pairs:
    """Inequalities between the step size, the point and the next point."""
    taken = {variable.arguments[0] for variable in of.variables}
    size = Scalar("variable", _unused("a", taken))
    following = tuple(Scalar("variable", _unused(f"{x.arguments[0]}_next", taken)) for x in of.variables)
    return _pairs("outcome", (size, *of.variables, *following), outcome(size, of.variables, following))


def _unused(name: str, taken: set[str]) -> str:
    """The name, longer if it is taken; from here on it is."""
    while name in taken:
        name += "_"
    taken.add(name)
    return name


def _pairs(argument: str, variables: Sequence[Any], inequalities: Inequalities) -> Pairs:
    """Inequalities as functions of the variables that are >= 0 or > 0."""
    listed = [inequalities] if isinstance(inequalities, Statement) else list(inequalities)
    if not listed:
        raise InputError(f"{argument}: it has no inequality")
    return tuple(_pair(argument, tuple(variables), inequality) for inequality in listed)


def _pair(argument: str, variables: tuple[Any, ...], inequality: Any) -> tuple[Function, str]:
    comparison = isinstance(inequality, Statement) and inequality.kind == "comparison"
    if not comparison or inequality["relation"] == "=" or not isinstance(inequality["left"], Scalar):
        raise InputError(f"{argument}: {inequality!r} is no inequality between numbers, such as x >= 0 or x + y < 1")
    less, relation = inequality["relation"] in ("<=", "<"), inequality["relation"]
    left, right = (inequality["right"], inequality["left"]) if less else (inequality["left"], inequality["right"])
    return Function("function", variables, left - right), {"<=": ">=", "<": ">"}.get(relation, relation)


def _cuts(cuts: Sequence[Any]) -> dict[str, Any]:
    return {"cuts": tuple(scalar(cut, "cuts") for cut in cuts)}


def _step(f: Any, step: SubgradientStep | None) -> dict[str, Any]:
    """The hints that name a step."""
    if step is None:
        return {}
    of = _of_numbers(f)
    if len(step.multipliers) != len(of.pieces):
        raise InputError(f"step: {len(step.multipliers)} multipliers for {len(of.pieces)} pieces")
    return {
        "point": as_point(of.smooth, step.point),
        "step": scalar(step.size, "step"),
        "multipliers": tuple(scalar(value, "multipliers") for value in step.multipliers),
    }
