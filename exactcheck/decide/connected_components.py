"""The number of connected components: connected pieces, told apart by signs, joined where they touch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.connected_components import PARTS, bounds, located
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from .connected_pieces import Piece, cover_of
from .context import Context
from .decision import Decision
from .plain_trees import PlainTrees
from .point_sets import Bounds, PointSet, decided, limits_of, point_set, stated_family
from .points_of_pieces import points_of
from .real_solutions import variables
from .separated_pieces import Separation, Witness, candidates
from .solution_search import GaveUp
from .touching_pieces import Joints, Touching
from .written_polynomials import written

Node = Any


def decide_connected_components(context: Context, statement: Statement) -> Decision:
    """Proved or refuted by the bounds; undecided if these leave it open."""
    return decided(context, statement, bounds_of, "the number of connected components")


def bounds_of(context: Context, statement: Statement) -> Bounds | str:
    """The bounds with their proof, or why there are none.

    A hint may name a `function` whose values may tell components apart.
    """
    stated, limits = context.problem.state(statement), limits_of(statement)
    points = point_set(context, stated, limits)
    if isinstance(points, str):
        return points
    hint = statement.hints.get("function")
    function = None if hint is None else context.problem.write_hint(hint)
    try:
        proof = proof_of(points, functions_for(points, stated, function), limits)
        return Bounds(proof, *bounds(context.kernel, stated, *(proof[part] for part in PARTS)))
    except (GaveUp, Rejected) as reason:
        return str(reason)


def proof_of(points: PointSet, functions: list[Any], limits: dict[str, Any]) -> dict[str, Any]:
    """All parts of a proof; raises GaveUp."""
    trees = PlainTrees(points.numbers)
    cover = cover_of(points.with_numbers(), points.numbers, points.components, limits)
    pieces = cover.pieces
    witnesses = [witness(points, trees, piece) for piece in pieces]
    known = points.with_numbers()
    members = [member_of(known, piece) for piece in pieces]
    inside = [contained(member, points, piece, trees) for member, piece in zip(members, pieces, strict=True)]
    joints = Joints(Touching(points, trees, limits), pieces)
    apart = None
    if pieces and None not in witnesses:
        simple = len(points.components[0].point) + 2
        functions = [*(linear(form, functions[0][1]) for form in cover.forms), *functions]
        separation = Separation(members, witnesses, trees, functions, simple)  # type: ignore[arg-type]
        apart = separation.tree(range(len(pieces)), joints.join)
    else:
        joints.join(range(len(pieces)))
    return {
        "numbers": points.declared,
        "solutions": points.solved,
        "pieces": [stated_family(piece.family) for piece in pieces],
        "domains": [{"letters": list(piece.family.letters), "blocks": piece.blocks} for piece in pieces],
        "inside": inside,
        "cover": cover.trees,
        "joined": joints.found,
        "apart": apart,
    }


def member_of(known: Known, piece: Piece) -> Known:
    """An arbitrary point of a piece, for its own letters."""
    return piece.family.component().member(known, list(piece.family.letters))


def contained(member: Known, points: PointSet, piece: Piece, trees: PlainTrees) -> Any:
    """Why the piece lies in its component; raises GaveUp."""
    values = list(map(written, piece.values))
    found = trees.all_hold(member, located(member, points.components[piece.component], values))
    if found is None:
        raise GaveUp("a piece that is not seen to lie in the set")
    return {"component": piece.component, "values": values, "trees": found}


def witness(points: PointSet, trees: PlainTrees, piece: Piece) -> Witness | None:
    """A point of a piece, with what shows that its letters satisfy the conditions."""
    for known, values in points_of(points.with_numbers(), points.numbers, piece):
        at = [values[x] for x in piece.family.letters]
        found = trees.all_hold(known, piece.family.component().conditions(known.problem, at))
        if found is not None:
            return Witness(known, values, (list(map(written, at)), found))
    return None


def functions_for(points: PointSet, stated: dict[str, Any], function: Any) -> list[Any]:
    """Functions that may tell the pieces apart; coordinates are called as the variables of a function that is known."""
    ((kind, content),) = stated["set"].items()
    function = content if kind == "critical points" else function
    if function is not None:
        return candidates(variables(points.known.problem, {"kind": "critical points", "function": function}), function)
    size = len(points.components[0].point) if points.components else 0
    return candidates([f"x{k + 1}" for k in range(size)], None)


def linear(form: dict[int, Polynomial], names: Sequence[str]) -> Any:
    """A function from its coefficients by coordinates, with the constant at -1."""
    terms = [["*", written(c), ["name", names[i]]] for i, c in form.items() if i >= 0]
    return ["function", list(names), ["+", written(form[-1]), *terms]]
