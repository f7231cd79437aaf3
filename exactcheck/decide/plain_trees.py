"""Trees that show what relation to zero an expression stands in: at sight where that is possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..kernel import Rejected
from ..kernel.contradictions import NEGATED, require_holds
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.setting import FREE
from .cofactors import cofactors, divided
from .contradictions import Contradictions, Hints
from .ideal_members import EXTRA
from .number_letters import NumberLetters
from .polynomial_rings import BASIS, PolynomialRing
from .real_solutions import combination
from .signs_between_ends import bounds, sign_between_ends
from .solution_moves import is_polynomial
from .solution_search import GaveUp, is_impossible
from .written_polynomials import written

Node = Any
MOST_CASES = 60


@dataclass(frozen=True)
class PlainTrees:
    """The search for such trees, with letters for numbers and a limit for each of them."""

    numbers: NumberLetters
    seconds: float = 5.0

    def holds(self, known: Known, value: Polynomial, relation: str) -> Node:
        """A tree, or None."""
        if is_impossible(known.supposing(value, NEGATED[relation])):
            return "impossible"
        pairs = combination(known, known.setting.normal(value)) if relation == "=" else None
        if pairs is not None:
            return {"combine": [[[k, written(c)] for k, c in pairs]], "then": "impossible"}
        for attempt in (between, by_bound, by_remainder):
            tree = attempt(known, value, relation)
            if tree is not None and accepted(known, value, relation, tree):
                return tree
        letters = sorted(x for x in value.letters.union(*(p.letters for p in known.point)))
        try:
            return self._search().holds(known, value, relation, [list(map(Polynomial.letter, letters))])
        except (GaveUp, Rejected):
            return None

    def contradiction(self, known: Known) -> Node:
        """A tree that shows that nothing is as is known, or None."""
        if is_impossible(known):
            return "impossible"
        letters = sorted({x for fact in known.setting.facts for x in fact.polynomial.letters})
        try:
            return self._search().tree(known, [list(map(Polynomial.letter, letters))])
        except (GaveUp, Rejected):
            return None

    def _search(self) -> Contradictions:
        return Contradictions(self.numbers, Hints(seconds=self.seconds, most_cases=MOST_CASES))

    def all_hold(self, known: Known, values: Sequence[tuple[Polynomial, str]]) -> list[Node] | None:
        """A tree for each, or None."""
        found = []
        for value, relation in values:
            found.append(self.holds(known, value, relation))
            if found[-1] is None:
                return None
        return found


def accepted(known: Known, value: Polynomial, relation: str, tree: Node) -> bool:
    """True if the tree shows the relation."""
    try:
        require_holds(known, value, relation, tree)
    except Rejected:
        return False
    return True


def between(known: Known, value: Polynomial, relation: str) -> Node:
    """A tree for the sign that an expression in one letter has between the bounds of this, or None."""
    node = sign_between_ends(known, value) if relation != "=" else None
    return None if node is None else {**node, "then": "impossible"}


def by_bound(known: Known, value: Polynomial, relation: str) -> Node:
    """A tree for c x + d > 0 where x is known to be beyond a number b with c b + d >= 0, or None.

    c x + d is the sum of c (x - b) > 0 and of this number.
    """
    turned = known.setting.normal(-value if relation in ("<", "<=") else value)
    free = [x for x in turned.letters if known.setting.letters[x].role in FREE]
    parts = turned.coefficients(free[0]) if len(free) == 1 else {}
    slope = parts.get(1, Polynomial()).constant
    if relation in ("=", "!=") or not slope or not set(parts) <= {0, 1}:
        return None
    end = bounds(known, free[0])[0 if slope > 0 else 1]
    if end is None:
        return None
    first = (Polynomial.letter(free[0]) - end) * slope
    positive = {"multiples": [[written(known.setting.normal(turned - first)), "signs", [["1", "1"]]]], "rest": "signs"}
    return {"learn": written(turned), "strict": True, "positive": positive, "then": "impossible"}


def by_remainder(known: Known, value: Polynomial, relation: str) -> Node:
    """A leaf by the sign of the remainder modulo the equations, or None.

    With value = r - sum_j c_j e_j the supposed fact -value >= 0, or equation value = 0, contradicts r > 0.
    """
    turned = known.setting.normal(-value if relation in ("<", "<=") else value)
    plain = [(k, e) for k, e in enumerate(known.equations) if e.letters and is_polynomial(e)]
    if relation == "=" or not plain or not is_polynomial(turned):
        return None
    ring = PolynomialRing({x for p in (turned, *(e for _, e in plain)) for x in p.letters})
    basis = ring.groebner_basis([e for _, e in plain], BASIS)
    rest = divided(ring, turned, basis)[0] if basis else turned
    side = next((side for side in (1, -1) if known.setting.is_positive(rest * side)), 0)
    pairs = cofactors(ring, [(rest - turned) * side], [e for _, e in plain], EXTRA) if side else None
    if pairs is None or (side < 0 and relation != "!="):
        return None
    modulo = [[plain[j][0], written(c)] for j, c in pairs[0]]
    if relation == "!=":
        return {"fact": None, "modulo": [*modulo, [len(known.equations), str(side)]], "positive": "signs"}
    return {"fact": len(known.setting.facts), "modulo": modulo, "positive": "signs"}
