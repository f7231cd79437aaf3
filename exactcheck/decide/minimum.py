"""Local minima, curvature and critical cones under bounds, by second-order conditions."""

from __future__ import annotations

from typing import Any

from flint import fmpq

from ..exact.errors import InputError
from ..exact.evaluation import Unevaluated
from ..exact.ring import Number
from ..exact.statement import Statement
from .cones import Form, Stuck, copositive, rational_form, strictly_copositive, zero_direction
from .context import Context
from .copositivity import Escape, Vector
from .critical_points import CriticalPoint, NotStationary, Open, arc, critical_point, flat
from .decision import Decision, proved, refuted, undecided
from .letter_forms import letter_copositivity, letter_margins, minus
from .neighbourhood import neighbourhood

MOST_AXES = 12


def decide_minimum(context: Context, statement: Statement) -> Decision:
    """A property of a point: first- or second-order critical, (strict) local minimum, or not a local minimum.

    Complete for the critical-point properties at rational points. A local minimum is proved by a positive form on the
    critical cone and refuted by a direction of descent; between the two it stays undecided.
    """
    if statement["property"] == "not a local minimum":
        opposite = Statement(statement.kind, statement.hints, **{**statement.fields, "property": "local minimum"})
        return negated(decide_minimum(context, opposite))
    try:
        at = critical_point(context, statement)
    except Unevaluated:
        return letter_size_minimum(context, statement)
    except NotStationary as failure:
        return refuted(failure.proof)
    except Open as reason:
        return undecided(str(reason))
    return property_of(context, at, statement)


def negated(decision: Decision) -> Decision:
    """The decision on the opposite statement; what is open stays open."""
    opposite = {"proved": "refuted", "refuted": "proved"}
    return Decision(opposite.get(decision.verdict, decision.verdict), decision.proof, decision.reason)


def property_of(context: Context, at: CriticalPoint, statement: Statement) -> Decision:
    """A property of a first-order critical point."""
    if statement["property"] == "first-order critical point":
        return proved("first order")
    form = rational_form(context, at.cone_form(), at.free)
    if form is None:
        return letter_minimum(context, at, statement)
    if statement["property"] == "second-order critical point":
        return second_order(context, at, form)
    return local_minimum(context, at, form, statement)


def second_order(context: Context, at: CriticalPoint, form: Form) -> Decision:
    """The form is nonnegative on the cone, or has a direction of descent."""
    try:
        return proved(copositive(context, form))
    except Escape as escape:
        return descent(at, escape.direction)


def local_minimum(context: Context, at: CriticalPoint, form: Form, statement: Statement) -> Decision:
    """The form is positive on the cone, or negative somewhere; a zero of the form leaves the question open."""
    try:
        margin = strictly_copositive(context, form)
        return proved({"margin": context.write(form.scale * margin.value), "copositive": margin.proof})
    except Stuck as reason:
        return undecided(str(reason))
    except Escape as escape:
        if form.at(escape.direction) < 0:
            return descent(at, escape.direction)
        return degenerate(context, at, form, escape.direction, statement)


def degenerate(context: Context, at: CriticalPoint, form: Form, direction: Vector, statement: Statement) -> Decision:
    """A zero of the form along which the objective falls by a higher order, or (for "strict") stays constant."""
    candidates = [direction]
    try:
        copositive(context, form)
    except Escape as escape:
        candidates.insert(0, escape.direction)
    for candidate in [*candidates, *axes(at)]:
        displacement = at.displacement(candidate)
        proof = {"arc": arc(len(displacement), dict(enumerate(displacement)))}
        if not context.accepts(statement, "refuted", proof):
            return refuted(proof)
    found = neighbourhood(context, statement)
    if found is not None:
        return proved(found)
    return undecided("the Hessian form vanishes on a direction of the critical cone")


def axes(at: CriticalPoint) -> list[Vector]:
    """The directions along one coordinate of the cone, of which a few are worth a trial."""
    size = len(at.moving)
    unit = [[fmpq(i == k) for i in range(size)] for k in range(min(size, MOST_AXES))]
    return unit + [[-x for x in unit[k]] for k in at.free if k < MOST_AXES]


def descent(at: CriticalPoint, direction: Vector) -> Decision:
    """Refuted by the straight arc along a direction of the cone."""
    displacement = at.displacement(direction)
    return refuted({"arc": arc(len(displacement), dict(enumerate(displacement)))})


def letter_minimum(context: Context, at: CriticalPoint, statement: Statement) -> Decision:
    """Over letters: the form less a margin is visibly semidefinite plus nonnegative."""
    form = at.cone_form()
    if statement["property"] == "second-order critical point":
        proof = letter_copositivity(context, form, at.free)
        return undecided("the form over letters is open") if proof is None else proved(proof)
    for margin in letter_margins(context, form):
        proof = letter_copositivity(context, minus(form, margin), at.free)
        if proof is not None:
            return proved({"margin": context.write(margin), "copositive": proof})
    return undecided("the form over letters is open")


def letter_size_minimum(context: Context, statement: Statement) -> Decision:
    """For matrices of letter size the kernel expands the form and reads its signs; only a margin is proposed.

    The claim may name the margin, and squares and traces that the form consists of.
    """
    shown = visible_form(context, statement)
    proofs = {
        "first-order critical point": ["first order"],
        "second-order critical point": [shown],
    }.get(statement["property"]) or [{"margin": m, "copositive": shown} for m in size_margins(context, statement)]
    reason = "no margin was proposed"
    for proof in proofs:
        reason = context.accepts(statement, "proved", proof)
        if not reason:
            return proved(proof)
    return undecided(reason)


def size_margins(context: Context, statement: Statement) -> list[Any]:
    """The margin that the claim names, or guesses: monomials in the positive letters."""
    if "margin" in statement.hints:
        return [context.problem.write_hint(statement.hints["margin"])]
    names = [n for n, x in context.setting.letters.items() if x.positive and x.role not in ("size", "atom")]
    powers = [["^", ["letter", name], k] for name in names for k in (2, 1, 4)]
    return ["1", *powers, *(["*", "1/4", power] for power in powers)]


def visible_form(context: Context, statement: Statement) -> Any:
    """The squares and traces that the claim names, or "signs" if it names none."""
    if not {"squares", "traces"} & set(statement.hints):
        return "signs"
    return {kind: context.problem.write_hint(statement.hints.get(kind, ())) for kind in ("squares", "traces")}


def decide_curvature(context: Context, statement: Statement) -> Decision:
    """The least value of the Hessian form on unit vectors of the critical cone is >= (or =) a number.

    Complete for rational numbers when the relation is >=.
    """
    try:
        at = critical_point(context, statement)
        bound = context.evaluator.number(statement["constant"])
    except Unevaluated:
        return letter_size_curvature(context, statement)
    except NotStationary:
        raise InputError("at: the point is not first-order stationary, so that it has no critical cone") from None
    except Open as reason:
        return undecided(str(reason))
    excess = minus(at.cone_form(), bound)
    form = rational_form(context, excess, at.free)
    if form is None:
        proof = letter_copositivity(context, excess, at.free)
        return (
            undecided("the form over letters is open")
            if proof is None or statement["relation"] == "="
            else proved(proof)
        )
    try:
        proof = copositive(context, form)
    except Escape as escape:
        return refuted({"direction": [str(x) for x in at.displacement(escape.direction)]})
    if statement["relation"] == ">=":
        return proved(proof)
    return attained(context, statement, (form, bound, proof), at)


def attained(context: Context, statement: Statement, bounded: tuple[Form, Number, Any], at: CriticalPoint) -> Decision:
    """The bound is attained, or a larger one holds."""
    form, bound, proof = bounded
    direction = zero_direction(context, form)
    candidates = [] if direction is None else [[str(x) for x in at.displacement(direction)]]
    candidates += [written_entries(context, witness) for witness in statement.hints.get("witnesses", ())]
    for candidate in candidates:
        shown = {"bound": proof, "attained": [candidate]}
        if not context.accepts(statement, "proved", shown):
            return proved(shown)
    try:
        margin = strictly_copositive(context, form)
    except (Escape, Stuck):
        return undecided("whether the bound is attained is open")
    larger = bound + form.scale * margin.value
    return refuted({"larger": context.write(larger), "bound": margin.proof})


def written_entries(context: Context, witness: tuple[Any, ...]) -> list[Any]:
    """The entries of a direction that a claim names, in the kernel's notation."""
    return [context.write(x) for part in witness for x in flat(context.evaluator.number(part))]


def letter_size_curvature(context: Context, statement: Statement) -> Decision:
    """For matrices of letter size by signs; directions that attain the bound are the claim's to name."""
    directions = context.problem.write_hint(statement.hints.get("witnesses", ()))
    shown = visible_form(context, statement)
    proof = shown if statement["relation"] == ">=" else {"bound": shown, "attained": directions}
    reason = context.accepts(statement, "proved", proof)
    return undecided(reason) if reason else proved(proof)


def decide_cone(context: Context, statement: Statement) -> Decision:
    """The critical cone has these labels."""
    for verdict in ("proved", "refuted"):
        reason = context.accepts(statement, verdict, "first order")
        if not reason:
            return Decision(verdict, "first order")
    return undecided(reason)
