"""Where along a family with several letters the inertia of a Hessian can change: factors of coefficients, and cases."""

from __future__ import annotations

from typing import Any

from ..kernel import Rejected
from ..kernel.component_inertia import characteristic_coefficients, hessian, the_component
from ..kernel.contradictions import require_contradictory
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from .coefficient_signs import open_factor
from .located_components import local_names
from .number_letters import NumberLetters
from .plain_trees import PlainTrees
from .points_of_components import points_on


def changing_factor(known: Known, content: dict[str, Any]) -> Polynomial | None:
    """A factor of a coefficient of the characteristic polynomial whose sign is not known, in the local letters."""
    component = the_component(content)
    try:
        member = component.member(known, local_names(component))
        matrix = hessian(member.problem, content["function"], member.point)
        return open_factor(member, characteristic_coefficients(member, matrix))
    except Rejected:
        return None


def is_somewhere(known: Known, content: dict[str, Any]) -> bool:
    """True if the kernel accepts a point of a component."""
    component = the_component(content)
    names = {*known.setting.letters, *known.problem.definitions, *local_names(component)}
    return next(points_on(known, NumberLetters(names), component), None) is not None


def is_nowhere(known: Known, content: dict[str, Any]) -> bool:
    """True if the kernel accepts that a component has no points."""
    component = the_component(content)
    names = local_names(component)
    trees = PlainTrees(NumberLetters({*known.setting.letters, *known.problem.definitions, *names}), seconds=1.0)
    try:
        member = component.member(known, names)
        tree = trees.contradiction(member)
        if tree is None:
            return False
        require_contradictory(member, tree)
    except Rejected:
        return False
    return True
