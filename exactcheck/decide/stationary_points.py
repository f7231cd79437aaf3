"""All stationary points of absolute values: those of the l1 rank-one loss by a case tree; false sets by a point.

The loss is recognized by its pieces, and the tree is made for a planted vector of letters: those of the problem, or new
ones of which the stated set is an instance. Complete for planted vectors whose entries are rational numbers or letters
that are known to be positive (or all of them to be nonnegative) and for the set that `stationary_set` gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice
from typing import Any

from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.cases import with_declarations
from ..kernel.polynomial import Polynomial
from ..kernel.problem import Problem
from ..kernel.stationary_sets import content
from ..kernel.symmetries import written
from .context import Context
from .decision import Decision, proved, refuted, undecided
from .l1_case_tree import CaseTree, uniform_tree
from .l1_stationary_set import general_statement
from .planted_vectors import PlantedVector, planted_vector
from .stationary_candidates import counterexamples


def decide_stationary_points(context: Context, statement: Statement) -> Decision:
    """Proved by a case tree, or refuted by a point that is stationary and in no cell, or the other way round."""
    stated = context.problem.state(statement)
    point = list(islice(unused(context, "x"), len(statement["smooth"].variables)))
    try:
        planted = recognized(context.kernel, stated, point)
    except Rejected as reason:
        return undecided(str(reason))
    why = "no case tree is known for a function that is no l1 rank-one loss of numbers and letters"
    for proof in proofs(context, planted, point) if planted else ():
        why = context.accepts(statement, "proved", proof)
        if not why:
            return proved(proof)
    for found in counterexamples(context, stated):
        if not context.accepts(statement, "refuted", found):
            return refuted(found)
    return undecided(why)


def unused(context: Context, prefix: str) -> Iterator[str]:
    """Numbered names; those of the problem begin otherwise."""
    problem = context.kernel
    taken = {*problem.setting.letters, *problem.definitions, *problem.values}
    start = next(p for p in (prefix * k for k in count(1)) if not any(name.startswith(p) for name in taken))
    return (f"{start}{k}" for k in count(1))


def recognized(problem: Problem, stated: Any, point: list[str]) -> PlantedVector | None:
    """The planted vector of the function, if it is an l1 rank-one loss."""
    wider = with_declarations(problem, [*problem.declarations, *({"letter": x, "role": "point"} for x in point)])
    return planted_vector(content(wider, stated, [Polynomial.letter(x) for x in point]), point)


def proofs(context: Context, planted: PlantedVector, point: list[str]) -> Iterator[Any]:
    """Proofs to try: from sets proved before, with the letters of the planted vector, as an instance with new ones."""
    for k in range(len(context.kernel.stationary_sets)):
        yield {"earlier": k, "signs": planted.signs, "point": point}
    pairs = [(point[i], point[j]) for i, j in planted.pairs]
    values = {x: value for x, value in zip(point, planted.magnitudes, strict=True) if value}
    own = {x: bare_letter(value) for x, value in values.items()}
    if "" not in own.values() and len(set(own.values())) == len(own) and -1 not in planted.signs:
        known = assumed(context)
        yield {"point": point, "tree": CaseTree(point, own, pairs, known).root()}
        yield {"point": point, "tree": uniform_tree(point, own, pairs, known)}
    new = dict(zip(values, unused(context, "a"), strict=False))
    yield {
        "general": general_statement([["letter", new[x]] if x in new else "0" for x in point], planted.pairs),
        "letters": [[new[x], written(value)] for x, value in values.items()],
        "signs": planted.signs,
        "point": point,
        "tree": CaseTree(point, new, pairs, assumed(context) + len(new)).root(),
    }


def assumed(context: Context) -> int:
    """How many facts stand before those of a case; what was proved before comes last."""
    return len(context.setting.facts) - len(context.kernel.learned)


def bare_letter(value: Polynomial) -> str:
    """The name of a letter that stands alone, otherwise nothing."""
    (letter, *others) = value.letters or {""}
    return letter if not others and value == Polynomial.letter(letter) else ""
