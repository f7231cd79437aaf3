"""Coercivity: a bound of the norm by the value, or an arc to infinity on which the value stays below a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import islice
from time import monotonic
from typing import Any

from ..exact.statement import Statement
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.semialgebraic_sets import arbitrary_point, squared_norm, value_at
from ..kernel.stationary_points import valued_problem
from .arcs import Arcs, holds_far_out, monomial_arcs, powers_along, written_arc
from .context import Context
from .contradictions import Contradictions
from .decision import Decision, proved, refuted, undecided
from .empty_sets import contradictions
from .known_regions import Region
from .nonnegative_polynomials import is_negative_somewhere
from .norm_bounds import NormBounds
from .number_letters import sharpened
from .positivity import positivity
from .solution_moves import is_polynomial
from .solution_search import GaveUp
from .squares_as_written import in_letters
from .violated_facts import plain_contradiction
from .written_polynomials import written

Stated = dict[str, Any]
Values = dict[str, Fraction]
FEW, MANY = 3, 40


def decide_coercivity(context: Context, statement: Statement) -> Decision:
    """Refuted by a monomial arc; proved by q ||x||^(2k) <= a f + b, or by a bound that a hint names. Not complete.

    Arcs at the simplest values of the letters come first, those at other values last.
    """
    stated = context.problem.state(statement)
    function = context.kernel.function(stated["function"])
    search = contradictions(context, statement, stated, [function])
    level, letter = search.numbers.unused("t"), search.numbers.unused("s")
    names = [search.numbers.unused(x) for x in function.variables]
    arcs = Arcs(search, letter)
    points = context.points()
    arc = falling_arc(context, statement, stated, arcs, names, islice(points, FEW))
    if arc is None:
        known = sharpened(Known(context.kernel)).declaring(level)
        proof = bounded(context, statement, search, known, (function, level, names))
        if proof is not None:
            return proved({"numbers": search.declared, "level": level, "point": names, **proof})
        arc = falling_arc(context, statement, stated, arcs, names, islice(points, MANY))
    if arc is not None:
        return refuted(arc)
    return undecided("neither a bound of the norm by the value nor an arc on which the value stays small was found")


def bounded(context: Context, statement: Statement, search: Contradictions, known: Known, of: Any) -> Any:
    """Scale, bound, power and tree, or None."""
    function, level, names = of
    known = arbitrary_point(known, names, len(names))
    value, norm = value_at(known.problem, function, known.point), squared_norm(known.point)
    known = known.supposing(Polynomial.letter(level) - value, ">=")
    if "bound" in statement.hints:
        return named_bound(context, statement, search, known, level)
    until, region = search.started + search.hints.seconds, Region(known.setting, tuple(sorted(value.letters)))
    for power, (scale, positive), weight, offset in NormBounds(known, names, value):
        left = until - monotonic()
        if left < 0:
            return None
        surplus, lower = value * weight + offset, scale * norm**power
        if is_polynomial(surplus) and is_negative_somewhere(region, surplus - lower, False):
            continue
        proof = positivity(known.setting, known.setting.normal(surplus - lower), False, left)
        if proof is not None:
            bound = Polynomial.letter(level) * weight + offset
            tree = by_surplus(known, (bound - lower, weight), surplus - lower, proof)
            if tree is None:
                continue
            return {"scale": [written(scale), positive], "bound": written(bound), "power": power, "tree": tree}
    return None


def named_bound(context: Context, statement: Statement, search: Contradictions, known: Known, level: str) -> Any:
    """The same for the bound that a hint names."""
    _, variables, body = context.problem.write_hint(statement.hints["bound"])
    bound, power = in_letters(body, {variables[0]: level}), statement.hints.get("power", 1)
    try:
        difference = known.setting.normal(known.problem.scalar(bound)) - squared_norm(known.point) ** power
        tree = search.holds(known, difference, ">=", [known.point])
    except GaveUp:
        return None
    return {"scale": ["1", "signs"], "bound": bound, "power": power, "tree": tree}


def by_surplus(known: Known, of: tuple[Polynomial, Polynomial], surplus: Polynomial, proof: Any) -> Any:
    """The tree: a f + b - q ||x||^(2k) >= 0 contradicts a (t - f) >= 0 and q ||x||^(2k) > a t + b; or None."""
    (difference, weight), below = of, known.setting.facts[-1].polynomial
    learned = known.supposing(difference, "<").supposing(weight * below, ">=").supposing(surplus, ">=")
    sign, leaf = positivity(known.setting, weight, False), plain_contradiction(learned)
    if sign is None or leaf is None:
        return None
    falls = {"factors": [[written(weight), 1, sign], [written(below), 1, "signs"]]}
    then = {"learn": written(surplus), "strict": False, "positive": proof, "then": leaf}
    return {"learn": written(weight * below), "strict": False, "positive": falls, "then": then}


def falling_arc(
    context: Context, statement: Statement, stated: Stated, arcs: Arcs, names: list[str], points: Iterable[Values]
) -> Any:
    """A refutation by an arc on which f stays below a number, at some values of the letters, or None."""
    for values in points:
        at = {x: str(v) for x, v in values.items()}
        known = Known(valued_problem(context.kernel, at))
        function = known.problem.function(stated["function"])
        there = arbitrary_point(known, names, len(names))
        f = value_at(there.problem, function, there.point)
        named = arcs.named(context, statement)
        if f.letters <= set(names):
            for found in [named] if named else candidate_arcs(f, names, arcs.letter):
                refutation = shown_arc(arcs, known, function, found)
                if refutation is not None:
                    return {"at": at, "numbers": arcs.search.declared, **refutation}
    return None


def candidate_arcs(f: Polynomial, names: list[str], letter: str) -> Iterator[list[Any]]:
    """Monomial arcs on which no positive power of s has the largest exponent with a positive coefficient."""
    for coordinates in monomial_arcs(len(names), [], names):
        powers = powers_along(f, dict(zip(names, coordinates, strict=True)))
        largest = max(powers, default=0)
        if largest <= 0 or not holds_far_out(powers, ">"):
            yield written_arc(coordinates, letter)


def shown_arc(arcs: Arcs, known: Known, function: Any, arc: list[Any]) -> Any:
    """The arc with a bound of f on it, or None."""

    def values(there: Known) -> Polynomial:
        return value_at(there.problem, function, there.point)

    powers = values(arcs.at(known, {"from": [], "arc": arc})).coefficients(arcs.letter)
    bound = 1 + sum((abs(c) for k, p in powers.items() if k <= 0 for c in p.terms.values()), Fraction(0))
    try:
        found, (tree,) = arcs.shown(known, arc, lambda there: [(-(values(there) - bound), ">=")])
    except GaveUp:
        return None
    return {"arc": found, "bound": str(bound), "tree": tree}
