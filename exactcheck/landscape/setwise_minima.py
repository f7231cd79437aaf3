"""Setwise local minima, also at infinity, by their certificates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..exact.expression import scalar
from ..exact.statement import Statement
from .regions import Region, objective
from .search_hints import Hint, arc_of, conditions_of, point_of, search_hints


def setwise_local_minimum(
    f: Any,
    region: Region,
    around: Region,
    *,
    denominator: Any = 1,
    strict: bool = False,
    spurious: bool = False,
    at_infinity: bool = False,
    arc: Callable[..., Any] | None = None,
    point: Sequence[Any] | None = None,
    lower: Sequence[Any] | None = None,
    bound: Any = None,
    squares: Hint = None,
    cases: Hint = None,
    seconds: float = 20,
) -> Statement:
    r"""(S, U) is a certificate of a setwise local minimum S: S is in U, not empty, and f(x) <= f(y) on S x (U \ S).

    `region` says by equations and inequalities >= and <= which points are in S, which is closed, `around` by
    inequalities > and < which are in U, which is open; both are functions of the variables of f. `strict` asks for
    f(x) < f(y), `spurious` for inf_S f > inf f, `at_infinity` for an unbounded S. With a `denominator`, a polynomial
    that is positive everywhere, all this is said of f / denominator.

    Hints: an `arc` lambda s: (...) in S for all large s, a `point` of S, a point at which f is `lower` than some
    `bound` of f on S; expressions whose `squares` may help, and whose signs make `cases`.

    If it is refuted, S may still be a setwise local minimum for another U, unless S is empty.

    >>> from exactcheck import function, verify_statements
    >>> f = function(lambda x: x**4 - 2 * x**2 + x / 4, x=None).named("f")
    >>> right = setwise_local_minimum(f, lambda x: [f(x) <= "-1/2", x >= 0], lambda x: x > 0, spurious=True)
    >>> verify_statements(right).verdict
    'proved'

    Source: Josz and Li (2023), Definitions 1 and 2.
    """
    function, coordinates = objective(f)
    content = {
        "function": function,
        "denominator": coordinates.functions("denominator", denominator)[0],
        "set": conditions_of("region", coordinates, region, ("=", ">=")),
        "around": conditions_of("around", coordinates, around, (">",)),
    }
    hints = search_hints(coordinates, squares, cases, seconds)
    if arc is not None:
        hints["arc"] = arc_of(arc, len(coordinates.numbers))
    for name, given in (("point", point), ("lower", lower)):
        if given is not None:
            hints[name] = point_of(name, given, len(coordinates.numbers))
    if bound is not None:
        hints["bound"] = scalar(bound, "bound")
    return Statement("setwise minimum", hints, **content, strict=strict, spurious=spurious, unbounded=at_infinity)
