"""How quantities change along the gradient flow: trees of contradictions, or a point."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.contradictions import NEGATED
from ..kernel.flow_quantities import rates_of_change, read_quantity
from ..kernel.jet import Jet
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.semialgebraic_sets import arbitrary_point, supposing_all
from .context import Context
from .contradictions import Contradictions
from .decision import Decision, proved, refuted, undecided
from .empty_sets import contradictions, located
from .number_letters import sharpened
from .solution_search import GaveUp


def decide_quantity(context: Context, statement: Statement) -> Decision:
    """Equations without conditions are complete: they are identities, or a point violates them."""
    stated, problem = context.problem.state(statement), context.kernel
    relation = stated["relation"]
    size, conditions = read_quantity(problem, stated)
    search = contradictions(context, statement, stated, conditions.functions)
    names = [search.numbers.unused(x) for x in problem.function(stated["function"]).variables]
    known = arbitrary_point(sharpened(Known(problem)), names, size)
    try:
        rates = rates_of_change(known.problem, stated, list(known.point))
        values = conditions.values(known.problem, known.point)
    except Rejected as reason:
        return undecided(str(reason))
    search = replace(search, roots=slopes(known, stated))
    trees, supposed = [], supposing_all(known, values)
    for entry, rate in enumerate(rates):
        # most quantities are seen to hold without cases, before points are looked at
        tree = shallow_tree(search, supposed, rate, relation)
        if tree is None:
            point = located(context, statement, names, [*values, (rate, NEGATED[relation])], {"entry": entry})
            if point is not None:
                return refuted(point)
            try:
                tree = search.holds(supposed, rate, relation, [known.point])
            except GaveUp as reason:
                return undecided(f"neither a proof nor a point that violates it was found: {reason}")
        trees.append(tree)
    return proved({"numbers": search.declared, "point": names, "trees": trees})


def shallow_tree(search: Contradictions, known: Known, rate: Polynomial, relation: str) -> Any:
    """A tree that is found with little effort, or None."""
    try:
        return search.shallow().holds(known, rate, relation, [known.point])
    except GaveUp:
        return None


def slopes(known: Known, stated: dict[str, Any]) -> list[Polynomial]:
    """The derivatives of the function, whose squares add up to how fast it falls."""
    displaced = [Jet(x, {i: Fraction(1)}) for i, x in enumerate(known.point)]
    value = Jet.of(known.problem.call(known.problem.function(stated["function"]), list(displaced)))
    return [known.setting.normal(slope) for slope in value.linear.values()]
