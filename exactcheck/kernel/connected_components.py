"""The number of connected components of a set of points, by pieces that are connected, and where they meet.

The set is covered by pieces, which lie in it: families of points whose letters take all values in a connected set. At
most as many components are left as there are pieces, fewer if pieces meet or touch one another; and at least as many as
parts of the set are told apart by the signs of continuous functions.

All of this is about one choice of values of the letters of the problem, and holds for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .components import Component, read_components
from .connected_domains import require_connected_domain
from .contradictions import require_all_hold, require_holds, require_in_all_cases
from .expression import Function
from .known_equations import Known
from .point_sets import components_of, require_bounds
from .polynomial import Polynomial
from .problem import Problem
from .reading import array, integer, name, record, require
from .real_solutions import with_numbers
from .semialgebraic_sets import require_polynomial, value_at
from .solution_trees import require_inside
from .stationary_points import valued_problem

Statement = dict[str, Any]
Node = Any
PARTS = ("numbers", "solutions", "pieces", "domains", "inside", "cover", "joined", "apart")


@dataclass(frozen=True)
class Pieces:
    """Families of points, with an arbitrary point of each."""

    known: Known
    families: list[Component]
    members: list[Known]

    def index(self, value: Any) -> int:
        """The number of one of the pieces."""
        return integer(value, 0, len(self.families) - 1)


def prove_connected_components(problem: Problem, statement: Statement, proof: Any) -> None:
    """The number is between two bounds, and what is stated of it holds for all numbers between them."""
    require_bounds(statement, *bounds(problem, statement, *record(proof, *PARTS)), proved=True)


def refute_connected_components(problem: Problem, statement: Statement, proof: Any) -> None:
    """At values of the letters of the problem what is stated holds for no number between two bounds."""
    at, *parts = record(proof, "at", *PARTS)
    require_bounds(statement, *bounds(valued_problem(problem, at), statement, *parts), proved=False)


def bounds(problem: Problem, statement: Statement, *parts: Any) -> tuple[int, int]:
    """A lower and an upper bound of the number of connected components."""
    numbers, solved, data, domains, inside, cover, joined, apart = parts
    known = Known(with_numbers(problem, numbers))
    components = components_of(known.problem, statement["set"], solved)
    pieces = read_pieces(known, data, domains)
    for member, part in zip(pieces.members, array(inside, len(pieces.members)), strict=True):
        require_within(member, components, part)
    for component, part in zip(components, array(cover, len(components)), strict=True):
        names, tree = record(part, "letters", "tree")
        require_covered(component.member(known, names), pieces.families, tree)
    least = 0 if apart is None else number_of_parts(pieces, list(range(len(pieces.families))), apart)
    return least, number_of_classes(pieces, joined)


def read_pieces(known: Known, data: Any, domains: Any) -> Pieces:
    """The pieces, with what shows that the letters of each take all values in a connected set.

    The coordinates are polynomials in the letters, and in inverses of some that are not zero there: the points of a
    piece are the continuous image of a connected set, hence connected.
    """
    known.problem.require_declared(data)
    families, members = read_components(data), []
    for family, part in zip(families, array(domains, len(families)), strict=True):
        names, blocks = record(part, "letters", "blocks")
        members.append(family.member(known, names))
        conditions = family.conditions(members[-1].problem, list(map(Polynomial.letter, names)))
        require_connected_domain(members[-1], names, conditions, blocks)
    return Pieces(known, families, members)


def require_within(member: Known, components: list[Component], part: Any) -> None:
    """Reject unless an arbitrary point of a piece is the one of a component at some values of its letters."""
    index, values, trees = record(part, "component", "values", "trees")
    component = components[integer(index, 0, len(components) - 1)]
    require_all_hold(member, located(member, component, values), trees)


def located(known: Known, component: Component, values: Any) -> list[tuple[Polynomial, str]]:
    """What must stand in which relation to zero for the point to be the one of the component at these values."""
    letters = [known.problem.scalar(x) for x in array(values, len(component.letters))]
    conditions = component.conditions(known.problem, letters)
    point = list(component.values(known.problem, letters))
    require(len(point) == len(known.point), "points with different numbers of coordinates")
    return [*conditions, *((x - y, "=") for x, y in zip(point, known.point, strict=True))]


def require_covered(known: Known, pieces: list[Component], tree: Node) -> None:
    """Reject unless the tree shows that every point of which this is known is in a piece."""

    def shown(case: Known, node: Node) -> bool:
        leaf = isinstance(node, dict) and "component" in node
        if leaf:
            require_inside(case, pieces, node)
        return leaf

    require_in_all_cases(known, tree, shown)


# From above


def number_of_classes(pieces: Pieces, joined: Any) -> int:
    """The number of pieces after those that touch have been joined: the union of connected sets that touch is one."""
    classes = list(range(len(pieces.families)))
    for part in array(joined):
        first, second, touching = record(part, "first", "second", "touching")
        i, j = pieces.index(first), pieces.index(second)
        require_touching(pieces, i, j, touching)
        classes = [classes[j] if each == classes[i] else each for each in classes]
    return len(set(classes))


def require_touching(pieces: Pieces, first: int, second: int, touching: Any) -> None:
    """Reject unless a point of the second piece is the limit of points of the first one.

    These are the points at letters that are expressions in e, which satisfy the conditions for all e with 0 < e <= 1,
    and their coordinates are polynomials in e: their limit is the one at e = 0. With one of its limit points a
    connected set stays connected, and this point is one of the other piece.
    """
    letter, arc, allowed, values, trees = record(touching, "letter", "arc", "allowed", "values", "trees")
    e, known, family = Polynomial.letter(name(letter)), pieces.known, pieces.families[first]
    near = known.declaring(letter).supposing(e, ">").supposing(1 - e, ">=")
    letters = [near.problem.scalar(x) for x in array(arc, len(family.letters))]
    require_all_hold(near, family.conditions(near.problem, letters), allowed)
    parts = [x.coefficients(letter) for x in family.values(near.problem, letters)]
    require(all(power >= 0 for part in parts for power in part), "coordinates that need not have a limit")
    # the limit does not depend on e, and what it is compared with must not
    limit = known.at(part.get(0, Polynomial()) for part in parts)
    require_all_hold(known, located(limit, pieces.families[second], values), trees)


# From below


def number_of_parts(pieces: Pieces, among: Sequence[int], node: Node) -> int:
    """How many nonempty parts, open and closed in the set, are told apart in a union of pieces that is such a part.

    A continuous function that is zero nowhere on a part divides it into two, where it is positive and where it is
    negative, both open and closed in it. A connected component lies in one of them.
    """
    require(isinstance(node, dict), "a node of a tree was expected")
    if "piece" in node:
        require_point(pieces, among, *record(node, "piece", "values", "trees"))
        return 1
    by, signs, above, below = record(node, "by", "signs", "above", "below")
    pieces.known.problem.require_declared(by)
    function = pieces.known.problem.function(by)
    require_polynomial(pieces.known.problem, function)
    sides: dict[str, list[int]] = {">": [], "<": []}
    for index, part in zip(among, array(signs, len(among)), strict=True):
        relation, tree = array(part, 2)
        require(relation in sides, "a function is positive or negative on a piece")
        require_sign(pieces.members[index], function, relation, tree)
        sides[relation].append(index)
    return sum(number_of_parts(pieces, sides[side], part) for side, part in ((">", above), ("<", below)))


def require_sign(member: Known, function: Function, relation: str, tree: Node) -> None:
    """Reject unless the function has this sign at an arbitrary point of a piece."""
    require(len(function.variables) == len(member.point), "a function of other coordinates")
    require_holds(member, value_at(member.problem, function, member.point), relation, tree)


def require_point(pieces: Pieces, among: Sequence[int], piece: Any, values: Any, trees: Any) -> None:
    """Reject unless one of the pieces has a point."""
    index = pieces.index(piece)
    require(index in among, "a piece of another part")
    letters = [pieces.known.problem.scalar(x) for x in array(values, len(pieces.families[index].letters))]
    require_all_hold(pieces.known, pieces.families[index].conditions(pieces.known.problem, letters), trees)
