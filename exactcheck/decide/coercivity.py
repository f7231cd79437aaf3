"""Coercivity: a bound of the norm by the value, or an arc to infinity on which the value stays below a number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice, product
from typing import Any

from ..exact.statement import Statement
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.semialgebraic_sets import arbitrary_point, squared_norm, value_at
from ..kernel.stationary_points import valued_problem
from .arcs import Arcs, holds_far_out, monomial_arcs, powers_along, written_arc
from .cofactors import degree
from .context import Context
from .contradictions import Contradictions
from .decision import Decision, proved, refuted, undecided
from .empty_sets import contradictions
from .number_letters import sharpened
from .positivity import positivity
from .solution_search import GaveUp
from .squares_as_written import in_letters
from .violated_facts import plain_contradiction
from .written_polynomials import written

Stated = dict[str, Any]
WEIGHTS = [Fraction(x) for x in ("1", "2", "4", "16")]
OFFSETS = [Fraction(x) for x in ("0", "1", "4", "16", "100", "1000", "1000000")]
FEW = 3


def decide_coercivity(context: Context, statement: Statement) -> Decision:
    """Refuted by a monomial arc; proved by ||x||^(2k) <= a f + b, or by a bound that a hint names. Not complete."""
    stated = context.problem.state(statement)
    function = context.kernel.function(stated["function"])
    search = contradictions(context, statement, stated, [function])
    level, letter = search.numbers.unused("t"), search.numbers.unused("s")
    names = [search.numbers.unused(x) for x in function.variables]
    arcs = Arcs(search, letter)
    arc = falling_arc(context, statement, stated, arcs, names)
    if arc is not None:
        return refuted(arc)
    known = sharpened(Known(context.kernel)).declaring(level)
    proof = bounded(context, statement, search, known, (function, level, names))
    if proof is None:
        return undecided("neither a bound of the norm by the value nor an arc on which the value stays small was found")
    return proved({"numbers": search.declared, "level": level, "point": names, **proof})


def bounded(context: Context, statement: Statement, search: Contradictions, known: Known, of: Any) -> Any:
    """Bound, power and tree, or None."""
    function, level, names = of
    known = arbitrary_point(known, names, len(names))
    value, norm = value_at(known.problem, function, known.point), squared_norm(known.point)
    known = known.supposing(Polynomial.letter(level) - value, ">=")
    if "bound" in statement.hints:
        _, variables, body = context.problem.write_hint(statement.hints["bound"])
        bound, power = in_letters(body, {variables[0]: level}), statement.hints.get("power", 1)
        try:
            difference = known.setting.normal(known.problem.scalar(bound)) - norm**power
            return {"bound": bound, "power": power, "tree": search.holds(known, difference, ">=", [known.point])}
        except GaveUp:
            return None
    for power, weight, offset in linear_bounds(known, value):
        surplus = value * weight + offset - norm**power
        proof = positivity(known.setting, surplus, False)
        if proof is not None:
            bound = Polynomial.letter(level) * weight + offset
            return {
                "bound": written(bound),
                "power": power,
                "tree": by_surplus(known, bound - norm**power, surplus, proof),
            }
    return None


def linear_bounds(known: Known, value: Polynomial) -> Iterator[tuple[int, Fraction, Fraction]]:
    """k, a and b to be tried in ||x||^(2k) <= a f + b."""
    half = max(degree(value) // 2, 1)
    for power in dict.fromkeys((1, half)):
        yield from ((power, weight, offset) for weight, offset in product(WEIGHTS, OFFSETS))


def by_surplus(known: Known, difference: Polynomial, surplus: Polynomial, proof: Any) -> Any:
    """The tree: a f + b - ||x||^(2k) >= 0 contradicts f <= t and ||x||^(2k) > a t + b."""
    learned = known.supposing(difference, "<").supposing(surplus, ">=")
    leaf = plain_contradiction(learned)
    return {"learn": written(surplus), "strict": False, "positive": proof, "then": leaf}


def falling_arc(context: Context, statement: Statement, stated: Stated, arcs: Arcs, names: list[str]) -> Any:
    """A refutation by an arc on which f stays below a number, at simple values of the letters, or None."""
    for values in islice(context.points(), FEW):
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
