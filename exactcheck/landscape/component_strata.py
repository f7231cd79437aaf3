"""The inertia of a Hessian along a family where it changes: on parts of the family, on each of which it is constant."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..exact.components import Component
from ..exact.expression import Function, Scalar
from .component_inertia import _statement, inertia_along
from .component_pieces import connected_pieces
from .components import expression, number_of
from .hessians import Inertia

if TYPE_CHECKING:
    from ..decide.component_strata import Stratum
    from ..kernel.known_equations import Known

MOST_FACTORS = 3
Strata = list[tuple[Component, Inertia]]
Part = tuple["Stratum", Inertia]


def strata_along(function: Function, component: Component) -> Strata:
    """Parts of a family with the inertia at all points of each, accepted by the kernel.

    The values of the letter of a family with one letter are points and open intervals in the parts, from one end of the
    line to the other, without those at which a condition of the family is violated. Other families fall into their
    connected pieces, and these into such parts. Empty if the inertia is not seen on one of them.
    """
    if len(component.variables) == 1 and all(relation != "=" for _, relation in component.where):
        return _parts_of_a_line(function, component)
    found: Strata = []
    for piece in connected_pieces(component, function):
        one_letter = len(piece.variables) == 1 and all(relation != "=" for _, relation in piece.where)
        counts = inertia_along(function, piece)
        parts = _parts_of_a_line(function, piece) if one_letter else _parts_by_signs(function, piece, MOST_FACTORS)
        if counts is None and not parts:
            return []
        found += parts if counts is None else [(piece, counts)]
    return found


def _parts_by_signs(function: Function, component: Component, depth: int) -> Strata:
    """The parts of a family on which expressions are positive, zero and negative; those without points are left out.

    Empty if it is not seen of one of them that it has a point, or none, or which inertia there is.
    """
    from ..decide.component_sign_strata import changing_factor, is_nowhere, is_somewhere

    if not _asked(is_somewhere, function, component):
        return []
    counts = inertia_along(function, component)
    if counts is not None:
        return [(component, counts)]
    factor = _asked(changing_factor, function, component)
    if factor is None or depth == 0:
        return []
    shown = expression(factor, {f"{x.arguments[0]}__": x for x in component.variables})
    found: Strata = []
    for relation in (">", "=", "<"):
        part = Component(component.variables, (*component.where, (shown, relation)), component.point)
        if not _asked(is_nowhere, function, part):
            pieces = connected_pieces(part, function) if relation == "=" else []
            parts = [each for piece in pieces or [part] for each in _parts_by_signs(function, piece, depth - 1)]
            if not parts:
                return []
            found += parts
    return found


def _asked(question: Callable[[Known, dict[str, Any]], Any], function: Function, component: Component) -> Any:
    """The answer to a question about a component."""
    from ..decide import Context
    from ..exact.problem import Problem
    from ..kernel.known_equations import Known

    problem = Problem()
    content = problem.state(_statement(function, component, [0, 0, 0]))
    return question(Known(Context(problem).kernel), content)


def _parts_of_a_line(function: Function, component: Component) -> Strata:
    """The parts of a family with one letter."""
    strata, letters = _strata(function, component)
    found: list[Part] = []
    for stratum in strata:
        counts = inertia_along(function, _part(component, stratum, letters))
        if counts is None:
            return []
        found.append((stratum, counts))
        while (merged := _merged(function, component, found[-3:], letters)) is not None:
            found[-3:] = [merged]
    return [(_part(component, stratum, letters), counts) for stratum, counts in found]


def _merged(function: Function, component: Component, last: list[Part], letters: dict[str, Scalar]) -> Part | None:
    """Two intervals and the point between them as one interval, if the inertia is seen to be the same."""
    from ..decide.component_strata import Stratum

    if len(last) < 3 or last[1][0].point is None or len({counts for _, counts in last}) > 1:
        return None
    (left, counts), (middle, _), (right, _) = last
    if left.upper is not middle.lower or right.lower is not middle.upper:
        return None
    joined = Stratum(left.lower, right.upper)
    return (joined, counts) if inertia_along(function, _part(component, joined, letters)) == counts else None


def _strata(function: Function, component: Component) -> tuple[list[Stratum], dict[str, Scalar]]:
    """The parts, and the numbers at their ends as expressions."""
    from ..decide import Context
    from ..decide.component_strata import strata_of
    from ..decide.number_letters import NumberLetters, sharpened
    from ..exact.problem import Problem
    from ..kernel.known_equations import Known

    problem = Problem()
    content = problem.state(_statement(function, component, [0, 0, 0]))
    kernel = Context(problem).kernel
    names = [x.arguments[0] for x in component.variables]
    numbers = NumberLetters({*kernel.setting.letters, *kernel.definitions, *names, *(f"{x}__" for x in names)})
    found = strata_of(sharpened(Known(kernel)), numbers, content)
    letters = {name: Scalar("letter", letter) for name, letter in problem.letters.items()}
    for name, item in numbers.declarations.items():
        letters[name] = number_of(item, numbers.squares.get(name), letters)
    return found, letters


def _part(component: Component, stratum: Stratum, letters: dict[str, Scalar]) -> Component:
    """The points of the family in a stratum."""
    if stratum.point is not None:
        return Component((), (), tuple(expression(x, letters) for x in stratum.point))
    (x,) = component.variables
    ends = ((stratum.lower, ">"), (stratum.upper, "<"))
    bounds = [(expression(-end, letters, x), relation) for end, relation in ends if end is not None]
    # a letter with a sign is not zero
    signed = any(value is x for value, _ in bounds)
    kept = [(value, sign) for value, sign in component.where if not (signed and sign == "!=" and value is x)]
    return Component(component.variables, (*kept, *bounds), component.point)
