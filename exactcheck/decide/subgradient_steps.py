"""Steps of the subgradient method from a region: a step that leaves the outcome, or a cover that shows what all do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, product
from typing import Any

from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.polynomial import Polynomial
from ..kernel.signed_point import signed_at
from ..kernel.subgradient_steps import Steps, at_values, known, subgradient_steps
from .context import Context
from .decision import Decision, proved, refuted, undecided
from .region_cover import Cover
from .region_points import Point, region_points

MOST_VALUES = 4
MOST_SUBGRADIENTS = 64
SHARES = ("1", "1/2", "1/64")


def decide_steps(context: Context, statement: Statement) -> Decision:
    """Where the steps from a region end. Not complete.

    Steps that start at corners of the region and at simple points of it are tried first, for some values of the
    letters. Then the region is cut along its coordinates, and along the zero sets of summands, until signs and sums of
    products of known facts show the rest.
    """
    always = statement["property"] == "always"
    try:
        steps = subgradient_steps(context.kernel, context.problem.state(statement))
        ends = [context.problem.write_hint(end) for end in statement.hints.get("cuts", ())]
        samples = list(islice(located(context, steps, ends), MOST_VALUES))
        violation = violated(context, statement, samples)
        if violation is not None:
            return refuted(violation) if always else proved(violation)
        tree = Cover(steps, ends, [(sample.steps, sample.points) for sample in samples]).tree([])
    except Rejected as reason:
        return undecided(str(reason))
    if tree is not None:
        return proved(tree) if always else refuted(tree)
    return undecided("neither a step that violates the outcome nor a cover of the region that excludes one was found")


@dataclass(frozen=True)
class Sample:
    """The steps at values of the letters (None if there are none), and points of the region there."""

    values: dict[str, Fraction] | None
    steps: Steps
    points: list[Point]


def located(context: Context, steps: Steps, ends: list[Any]) -> Iterator[Sample]:
    """The steps at simple values of the letters."""
    free = any(letter.role for letter in context.problem.letters.values())
    for values in context.points() if free else [None]:
        there = steps if values is None else subgradient_steps(at_values(steps.problem, values), steps.statement)
        numbers = [Polynomial.of(there.problem.setting.normal(there.problem.scalar(end))).constant for end in ends]
        yield Sample(values, there, region_points(there, [number for number in numbers if number is not None]))


def violated(context: Context, statement: Statement, samples: list[Sample]) -> Any:
    """A step that violates the outcome, or None: for all values of the letters if that is to be proved."""
    by_name = named(context, statement) if "step" in statement.hints else None
    if by_name is not None:
        return by_name
    for sample in samples:
        if sample.values is None or statement["property"] == "always":
            at = None if sample.values is None else {name: str(value) for name, value in sample.values.items()}
            found = next((found for point in sample.points for found in violations(sample.steps, point)), None)
            if found is not None:
                return {"at": at, **found}
    return None


def named(context: Context, statement: Statement) -> Any:
    """The step that the claim names, if the kernel accepts it for one of the inequalities of the outcome."""
    hints = {name: context.problem.write_hint(statement.hints[name]) for name in ("point", "step", "multipliers")}
    verdict = "refuted" if statement["property"] == "always" else "proved"
    parts = statement["region"] if statement["outcome"] == "region" else statement["outcome"]
    proofs = ({"at": None, **hints, "outcome": number} for number in range(len(parts)))
    return next((proof for proof in proofs if not context.accepts(statement, verdict, proof)), None)


def violations(steps: Steps, point: Point) -> Iterator[dict[str, Any]]:
    """Steps from the point that violate the outcome: the largest one and parts of it, and multipliers at their ends."""
    setting, at = steps.problem.setting, signed_at(steps.problem, steps.statement, list(point))
    ends = [{"+": (1,), "-": (-1,), "0": (1, -1)}.get(piece.sign, ()) for piece in at.pieces]
    for z, share in product(islice(product(*ends), MOST_SUBGRADIENTS), SHARES):
        size, g = Fraction(share) * steps.largest, at.subgradient([Fraction(value) for value in z])
        for number, (reached, strict) in enumerate(steps.after(steps.problem, size, list(point), g)):
            if known(setting, -reached, not strict):
                value = Polynomial.of(setting.normal(size)).constant
                step = ["*", share, steps.statement["largest"]] if value is None else str(value)
                yield {"point": written(point), "step": step, "multipliers": written(z), "outcome": number}


def written(numbers: Iterable[Any]) -> list[str]:
    """Rational numbers in the kernel's notation."""
    return [str(number) for number in numbers]
