"""The connected pieces of a family, as families in letters of its own."""

from __future__ import annotations

from typing import Any

from ..exact.components import Component
from ..exact.expression import Function, Scalar
from ..exact.statement import Statement
from .components import expression, number_of, rank

TURNED = {">": "<", ">=": "<=", "<": ">", "<=": ">="}


def connected_pieces(component: Component, function: Function) -> list[Component]:
    """Families whose union is the component, each connected; empty if they are not found.

    The kernel has accepted that they are the whole component.
    """
    from ..decide import Context
    from ..decide.connected_components import bounds_of
    from ..exact.problem import Problem
    from ..kernel.components import read_components
    from ..kernel.known_equations import Known
    from ..kernel.polynomial import Polynomial
    from ..kernel.real_solutions import with_numbers

    points = {"components": (component,)}
    statement = Statement("connected components", {"function": function}, set=points, relation="=", number=1)
    problem = Problem()
    context = Context(problem)
    found = bounds_of(context, statement)
    # without a way to tell pieces apart one of them is not seen to have a point
    if isinstance(found, str) or found.proof["apart"] is None:
        return []
    letters = {name: Scalar("letter", letter) for name, letter in problem.letters.items()}
    known = Known(with_numbers(context.kernel, found.proof["numbers"]))
    for item in found.proof["numbers"]:
        square = Polynomial.of(known.problem.scalar(item["root"])) if "root" in item else None
        letters[item["letter"]] = number_of(item, square, letters)
    return [_shown(known, each, letters) for each in read_components(found.proof["pieces"])]


def _shown(known: Any, piece: Any, letters: dict[str, Scalar]) -> Component:
    """A piece as an expression, its letters without what told them apart from others."""
    from ..kernel.polynomial import Polynomial

    member = piece.member(known, piece.letters)
    variables = {x: Scalar("variable", x.removesuffix("__")) for x in piece.letters}
    shown = {**letters, **variables}
    conditions = piece.conditions(member.problem, list(map(Polynomial.letter, piece.letters)))
    where = tuple(_condition(value, relation, shown) for value, relation in conditions)
    return Component(tuple(variables.values()), where, tuple(expression(x, shown) for x in member.point))


def _condition(value: Any, relation: str, letters: dict[str, Scalar]) -> tuple[Scalar, str]:
    """A condition whose first coefficient is 1."""
    leading = value.terms[min(value.terms, key=rank)]
    return expression(value * (1 / leading), letters), TURNED.get(relation, relation) if leading < 0 else relation
