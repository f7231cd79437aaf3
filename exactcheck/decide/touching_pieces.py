"""Where connected pieces touch: a point of one of them that is a point of the other, or a limit of its points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, permutations, product
from typing import Any

from ..kernel import Rejected
from ..kernel.connected_components import located
from ..kernel.contradictions import NEGATED, require_holds
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.problem import Problem
from .connected_pieces import Piece
from .number_letters import NumberLetters
from .piece_conditions import Conditions
from .plain_trees import PlainTrees
from .point_sets import PointSet
from .points_of_pieces import SIMPLE, Values, block_points, holds
from .solution_discovery import Discovery, Family
from .solution_search import GaveUp, is_impossible
from .written_polynomials import written

WEAK = {">": ">=", "<": "<="}
MOST = 30


class Meeting(Discovery):
    """A search for common points, with letters for numbers that there are."""

    def __init__(self, problem: Problem, numbers: NumberLetters, names: list[str], limits: dict[str, Any]) -> None:
        super().__init__(problem, names, limits)
        self.numbers = numbers


@dataclass(frozen=True)
class Touching:
    """What is needed for the search."""

    points: PointSet
    trees: PlainTrees
    limits: dict[str, Any]

    @property
    def numbers(self) -> NumberLetters:
        """Letters for numbers."""
        return self.points.numbers

    def proof(self, first: Piece, second: Piece) -> Any:
        """A point of the second piece that is a limit of points of the first, with its proof; None if none is seen."""
        for case, p, values in self.candidates(first, second):
            arc = self.arc(case, first, p)
            if arc is not None:
                found = self.checked(first, second, arc, values)
                if found is not None:
                    return found
        return None

    def candidates(self, first: Piece, second: Piece) -> Iterator[tuple[Known, Values, Values]]:
        """Letters of both with the same point, at which those of the first satisfy its conditions, or almost do."""
        names = {x: self.numbers.unused(f"{x}other") for x in second.family.letters}
        renaming = {x: Polynomial.letter(y) for x, y in names.items()}
        where = [(p.substitute(renaming), relation) for p, relation in second.family.where]
        letters = [*first.family.letters, *names.values()]
        for family, case in self.meetings(
            first, (where, [x.substitute(renaming) for x in second.family.point]), letters
        ):
            for chosen in islice(product(SIMPLE, repeat=len(family.letters)), MOST):
                at = {x: Polynomial.of(v) for x, v in zip(family.letters, chosen, strict=True)}
                try:
                    values = dict(zip(letters, [x.substitute(at) for x in family.point], strict=True))
                except Rejected:
                    continue
                inside = all(holds(case, p, relation, values) for p, relation in where)
                almost = all(holds(case, p, WEAK.get(r, r), values) for p, r in first.family.where)
                if inside and almost:
                    own = {x: values[x] for x in first.family.letters}
                    yield case, own, {x: values[y] for x, y in names.items()}

    def meetings(
        self, first: Piece, second: tuple[Conditions, Sequence[Polynomial]], letters: list[str]
    ) -> list[tuple[Family, Known]]:
        """The families of letters with the same point."""
        known = self.points.with_numbers()
        for letter in letters:
            known = known.declaring(letter)
        for letter in sorted({x for p in first.family.point for m in p.terms for x, k in m if k < 0}):
            known = known.supposing(Polynomial.letter(letter), "!=")
        try:
            for p, relation in second[0]:
                known = known.supposing(p, relation)
            for p, relation in first.family.where:
                if relation == "=":
                    known = known.supposing(p, "=")
            for x, y in zip(first.family.point, second[1], strict=True):
                known = known.supposing(x - y, "=")
            search = Meeting(self.points.known.problem, self.numbers, letters, self.limits)
            search.tree(known.at(map(Polynomial.letter, letters)), tuple(letters))
        except (GaveUp, Rejected):
            return []
        case = self.points.with_numbers()
        return [(family, case) for family in search.families]

    def arc(self, case: Known, piece: Piece, p: Values) -> Values | None:
        """Letters in terms of e, from an inner point at e = 1 to p at e = 0; constant in blocks where p is allowed."""
        found: Values = {}
        e = Polynomial.letter("e")
        for block in piece.blocks:
            own = [condition for condition in piece.family.where if condition[0].letters & set(block)]
            start = {x: p[x] for x in block}
            if all(holds(case, *condition, start) for condition in own):
                found |= start
                continue
            inner = next(block_points(case, self.numbers, block, own), None)
            if inner is None:
                return None
            found |= {x: p[x] + e * (inner[1][x] - p[x]) for x in block}
        return found

    def checked(self, first: Piece, second: Piece, arc: Values, values: Values) -> Any:
        """The proof with its trees."""
        known = self.points.with_numbers()
        letter = self.numbers.unused("e")
        e = Polynomial.letter(letter)
        along = {x: value.substitute({"e": e}) for x, value in arc.items()}
        near = known.declaring(letter).supposing(e, ">").supposing(1 - e, ">=")
        try:
            conditions = [(p.substitute(along), relation) for p, relation in first.family.where]
            parts = [x.substitute(along).coefficients(letter) for x in first.family.point]
        except Rejected:
            return None
        if any(power < 0 for part in parts for power in part):
            return None
        limit = known.at(part.get(0, Polynomial()) for part in parts)
        allowed = [self.along(near, *condition, letter) for condition in conditions]
        stated = [written(values[x]) for x in second.family.letters]
        trees = self.trees.all_hold(known, located(limit, second.family.component(), stated))
        if None in allowed or trees is None:
            return None
        arcs = [written(along[x]) for x in first.family.letters]
        return {"letter": letter, "arc": arcs, "allowed": allowed, "values": stated, "trees": trees}

    def along(self, near: Known, value: Polynomial, relation: str, letter: str) -> Any:
        """Why a condition holds on an arc: what is linear in e is a sum of multiples of its values at 0 and at 1."""
        found = between_values(near, value, relation, letter)
        return self.trees.holds(near, value, relation) if found is None else found


def between_values(near: Known, value: Polynomial, relation: str, letter: str) -> Any:
    """A tree for c (1 - e) + d e > 0 with c >= 0 and d > 0; None for anything else."""
    if is_impossible(near.supposing(value, NEGATED[relation])):
        return "impossible"
    turned = near.setting.normal(-value if relation in ("<", "<=") else value)
    parts = turned.coefficients(letter)
    start = parts.get(0, Polynomial())
    if relation == "=" or not set(parts) <= {0, 1} or not near.setting.is_nonnegative(start):
        return None
    first = {"factors": [[written(start), 1, "signs"], [written(1 - Polynomial.letter(letter)), 1, "signs"]]}
    factor = written(start * (1 - Polynomial.letter(letter)))
    learned = {"multiples": [[factor, first, [["1", "1"]]]], "rest": "signs"}
    tree = {"learn": written(turned), "strict": True, "positive": learned, "then": "impossible"}
    try:
        require_holds(near, value, relation, tree)
    except Rejected:
        return None
    return tree


@dataclass
class Joints:
    """Pairs of pieces that touch."""

    touching: Touching
    pieces: Sequence[Piece]
    found: list[Any] = field(default_factory=list)

    def join(self, group: Sequence[int]) -> int:
        """Join the pieces of a group as far as is seen to be possible; how many parts are left."""
        classes = {i: i for i in group}
        for i, j in permutations(group, 2):
            if classes[i] != classes[j]:
                proof = self.touching.proof(self.pieces[i], self.pieces[j])
                if proof is not None:
                    self.found.append({"first": i, "second": j, "touching": proof})
                    classes = {k: classes[j] if c == classes[i] else c for k, c in classes.items()}
        return len(set(classes.values()))
