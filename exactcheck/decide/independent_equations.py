"""Upper bounds of dimensions: in each of several cases equations whose derivatives are independent everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from ..kernel.components import Component
from ..kernel.contradictions import CONTRADICTION_RULES
from ..kernel.dimensions import derivative, gram_determinant
from ..kernel.known_equations import Known
from ..kernel.matrix import Matrix, determinant
from ..kernel.polynomial import Polynomial
from ..kernel.solution_trees import RULES
from .cofactors import divided
from .contradictions import between
from .located_components import local_names
from .number_letters import NumberLetters
from .plain_trees import PlainTrees
from .polynomial_rings import BASIS, PolynomialRing
from .solution_discovery import Discovery
from .solution_moves import Live, is_polynomial
from .solution_search import SIGNS, GaveUp, Move
from .written_polynomials import written

Node = Any
MOST_EQUATIONS = 6
MOST_TERMS, FEW_TERMS = 400, 12


def upper_bound(known: Known, numbers: NumberLetters, component: Component, limits: dict[str, Any]) -> Any:
    """The names of the letters of a component, with a tree of cases; the trivial one if the search gives up."""
    names = local_names(component)
    member = component.member(known, names)
    search = Ranks(known, numbers, names, limits)
    try:
        tree = search.tree(member, tuple(names))
    except GaveUp:
        tree = {"rank": [], "full": "impossible"}
    return {"letters": names, "tree": tree}


class Ranks(Discovery):
    """A search that ends in cases with equations that are independent everywhere."""

    def __init__(self, known: Known, numbers: NumberLetters, names: list[str], limits: dict[str, Any]) -> None:
        super().__init__(known.problem, names, limits)
        self.numbers, self.trees = numbers, PlainTrees(numbers, seconds=1.0)

    def tree(self, known: Known, unknowns: tuple[str, ...], focus: int | None = None) -> Node:
        """A node for the case."""
        found = super().tree(known, unknowns, focus)
        return {"nowhere": "impossible"} if found == "impossible" else found

    def steps(self) -> Sequence[Move]:
        """What is tried in a case, first things first."""
        easy = (self._solve, self._product, self._no_roots, self._squares, self._single_roots, self._number_roots)
        late = (self._members, self._letters, self._inverse, self._any_roots, self._unequal, self._singular)
        return (self._between, self._full, *easy, self._finite, *late)

    def _between(self, known: Known, unknowns: tuple[str, ...], live: Live) -> Node:
        """What is neither positive nor negative is zero."""
        value = between(known)
        if value is None:
            return None
        node = {"between": written(value), "then": None}
        ((case, _),) = CONTRADICTION_RULES["between"](known, node)
        return {**node, "then": self.tree(case, unknowns)}

    def _full(self, known: Known, unknowns: tuple[str, ...], live: Live) -> Node:
        """A leaf with all equations, or as few letters as there are equations."""
        if len(live) > MOST_EQUATIONS:
            return None
        value = gram_determinant(known, self._rows(known, unknowns, live))
        hopeful = 0 < len(value.terms) <= MOST_TERMS and 0 < len(reduced(value, live).terms) <= FEW_TERMS
        full = self.trees.holds(known, value, ">") if hopeful else None
        return None if full is None else {"rank": [k for k, _ in live], "full": full}

    def _singular(self, known: Known, unknowns: tuple[str, ...], live: Live) -> Node:
        """The cases in which some of the equations are independent, and in which they are not."""
        for size in range(min(len(live), MOST_EQUATIONS), 0, -1):
            for some in combinations(live, size):
                rows = self._rows(known, unknowns, some)
                value = gram_determinant(known, rows)
                if len(value.terms) > MOST_TERMS or not reduced(value, live) or value in known.equations:
                    continue
                return self._by_rank(known, unknowns, (some, rows, value))
        return None

    def _by_rank(
        self, known: Known, unknowns: tuple[str, ...], found: tuple[Any, list[list[Polynomial]], Polynomial]
    ) -> Node:
        some, rows, value = found
        node: Node = {"sign": written(value), "cases": [[relation, None] for relation in SIGNS]}
        _, (zero, _), _ = RULES["sign"](known, node)
        squares = [["1", written(minor)] for minor in minors(known, rows)]
        learned = {"learn": written(value), "strict": False, "positive": {"squares": squares}, "then": "impossible"}
        independent = {"rank": [k for k, _ in some], "full": "impossible"}
        branches = [independent, self.tree(zero, unknowns), {"nowhere": learned}]
        return {**node, "cases": [[relation, branch] for relation, branch in zip(SIGNS, branches, strict=True)]}

    def _rest(self, known: Known, unknowns: tuple[str, ...]) -> Node:
        return {"rank": [], "full": "impossible"}

    def _rows(self, known: Known, unknowns: Sequence[str], live: Sequence[tuple[int, Polynomial]]) -> list[Any]:
        """The derivatives of equations by all letters that the kernel counts."""
        letters = {x for p in (*known.point, *(e for _, e in live)) for x in p.letters} - self.outer
        named = sorted(x for x in letters if x not in self.numbers.declarations)
        return [[derivative(e, x) for x in named] for _, e in live]


def reduced(value: Polynomial, live: Live) -> Polynomial:
    """The remainder modulo the equations, if a Groebner basis is found."""
    equations = [e for _, e in live if is_polynomial(e)]
    if not equations or not is_polynomial(value):
        return value
    ring = PolynomialRing({x for p in (value, *equations) for x in p.letters})
    basis = ring.groebner_basis(equations, BASIS)
    return divided(ring, value, basis)[0] if basis else value


def minors(known: Known, rows: list[list[Polynomial]]) -> list[Polynomial]:
    """All minors of full size that are not the zero polynomial."""
    width = len(rows[0]) if rows else 0
    found = []
    for columns in combinations(range(width), len(rows)):
        entries = {(i, j): row[column] for i, row in enumerate(rows) for j, column in enumerate(columns)}
        found.append(known.setting.normal(determinant(Matrix(len(rows), len(rows), dict(entries)))))
    return [minor for minor in found if minor]
