"""The search for a tree of cases that all end in contradictions.

Equations are worked on as in `solution_search`. Beside that, facts p >= 0 and -p >= 0 are an equation, squares that a
hint or a function names are facts, and where nothing else is left, cases are told apart: by the signs of the
expressions that a hint names, then by the signs of letters, where a negative letter is replaced by a positive one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from time import monotonic
from typing import Any

from ..kernel import Rejected
from ..kernel.contradictions import CONTRADICTION_RULES, NEGATED
from ..kernel.expression import Function
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.semialgebraic_sets import value_at
from ..kernel.setting import FREE
from .context import fits
from .located_components import Locator
from .number_letters import NumberLetters
from .simple_points import COORDINATES, inequalities, unequal
from .simple_values import SimpleValues
from .solution_search import GaveUp, Search
from .violated_facts import opposite_is_positive, plain_contradiction, products_contradict
from .written_polynomials import written

Node = Any
DEPTH = 4
SECONDS = 20.0
MOST_CASES = 400


class Leaves(Locator):
    """Ends a case as soon as a contradiction is seen without much effort."""

    def __call__(self, known: Known) -> Node:
        """A leaf, or None."""
        return plain_contradiction(known)


@dataclass(frozen=True)
class Hints:
    """Functions of the point whose squares may help, and whose signs make cases; and limits for all trees together."""

    squares: Sequence[Function] = ()
    cases: Sequence[Function] = ()
    seconds: float = SECONDS
    most_cases: int = MOST_CASES
    depth: int = DEPTH


@dataclass
class Contradictions:
    """What is used in the search for trees: letters for numbers, hints, and roots of squares."""

    numbers: NumberLetters
    hints: Hints = field(default_factory=Hints)
    started: float = field(default_factory=monotonic)
    roots: Sequence[Polynomial] = ()

    def shallow(self) -> Contradictions:
        """The same search with less effort, and without cases by the signs of letters."""
        return replace(self, hints=replace(self.hints, depth=0))

    @property
    def declared(self) -> list[Any]:
        """The declarations of the numbers that trees use."""
        return list(self.numbers.declarations.values())

    def tree(self, known: Known, points: Sequence[Sequence[Polynomial]]) -> Node:
        """A tree for what is known of points whose coordinates are letters, the cheap way first; raises GaveUp."""
        if self.hints.depth:
            try:
                return self.shallow().tree(known, points)
            except GaveUp:
                if satisfied_somewhere(known):
                    raise GaveUp("a simple point satisfies all that is known") from None
        known = known.at(x for point in points for x in point)
        left = max(self.started + self.hints.seconds - monotonic(), 0.0)
        search = CaseSearch(known, self, replace(self.hints, seconds=left), [len(point) for point in points])
        unknowns = tuple(sorted({x for p in known.point for x in p.letters}))
        try:
            return search.with_squares(known, unknowns)
        except RecursionError:
            raise GaveUp("the cases are nested too deeply") from None

    def holds(self, known: Known, value: Polynomial, relation: str, points: Sequence[Sequence[Polynomial]]) -> Node:
        """A tree that shows that a value stands in the relation to zero; raises GaveUp."""
        return self.tree(known.supposing(value, NEGATED[relation]), points)


class CaseSearch(Search):
    """One search."""

    def __init__(self, known: Known, of: Contradictions, hints: Hints, sizes: Sequence[int]) -> None:
        super().__init__(Leaves(known), of.numbers, most_cases=hints.most_cases, seconds=hints.seconds)
        self.hints, self.sizes, self.roots, self.depth = hints, sizes, of.roots, 0

    def tree(self, known: Known, unknowns: tuple[str, ...], focus: int | None = None) -> Node:
        """A node for the case."""
        both, divided = between(known), cleared_fact(known)
        if both is not None:
            return self._after(known, unknowns, {"between": written(both), "then": None})
        if divided is not None:
            return self._after(known, unknowns, divided)
        return super().tree(known, unknowns, focus)

    def with_squares(self, known: Known, unknowns: tuple[str, ...]) -> Node:
        """A node for the case where the squares that hints name are learned first, unless they are not needed."""
        leaf = self.locate(known)
        if leaf is not None:
            return leaf
        learned: list[Node] = []
        for root in [*self._values(known, self.hints.squares), *self.roots]:
            if root.letters:
                node = learning(root)
                ((known, _),) = CONTRADICTION_RULES["learn"](known, node)
                learned.append(node)
        found = self.tree(known, unknowns)
        for node in reversed(learned):
            found = {**node, "then": found}
        return found

    def _after(self, known: Known, unknowns: tuple[str, ...], node: Node) -> Node:
        """The node of a rule with one case, and what follows."""
        key = next(key for key in CONTRADICTION_RULES if key in node)
        ((case, _),) = CONTRADICTION_RULES[key](known, node)
        return {**node, "then": self.tree(case, unknowns)}

    def _values(self, known: Known, functions: Sequence[Function]) -> list[Polynomial]:
        """The values of functions at each of the points, as far as they are known to exist there."""
        found, start = [], 0
        for size in self.sizes:
            point, start = known.point[start : start + size], start + size
            for each in functions:
                try:
                    found.append(value_at(known.problem, each, point))
                except Rejected:
                    continue
        return found

    def _rest(self, known: Known, unknowns: tuple[str, ...]) -> Node:
        """Where no equation can be worked on: a contradiction, or cases."""
        until = self.started + self.seconds
        leaf = products_contradict(known, thorough=self.hints.depth > 0)
        if leaf is None and self.hints.depth:
            leaf = opposite_is_positive(known, until)
        if leaf is not None:
            return leaf
        if monotonic() > until:
            raise GaveUp("the limit on the time is reached", known)
        for expression in self._values(known, self.hints.cases):
            if not is_signed(known, expression):
                return self._signs_of(known, unknowns, expression)
        letter = unsigned_letter(known, unknowns)
        if letter is None or self.depth >= self.hints.depth:
            raise GaveUp("a case in which no contradiction was found", known)
        self.depth += 1
        found = self._signs_of(known, unknowns, Polynomial.letter(letter), letter)
        self.depth -= 1
        return found

    def _signs_of(
        self, known: Known, unknowns: tuple[str, ...], expression: Polynomial, letter: str | None = None
    ) -> Node:
        """The cases in which an expression is positive, zero and negative; there a letter changes its sign."""
        node: Node = {"sign": written(expression), "cases": [[relation, None] for relation in (">", "=", "<")]}
        (positive, _), (zero, _), (negative, _) = CONTRADICTION_RULES["sign"](known, node)
        branches = [self.tree(positive, unknowns), self.tree(zero, unknowns)]
        last = self.tree if letter is None else self._turned
        branches.append(last(negative, unknowns if letter is None else (letter, *unknowns)))
        return {**node, "cases": [[r, branch] for r, branch in zip((">", "=", "<"), branches, strict=True)]}

    def _turned(self, known: Known, unknowns: tuple[str, ...]) -> Node:
        """The case with a new letter for -x, where x is the first of the unknowns."""
        x, *others = unknowns
        name = self.numbers.unused(f"{x}_")
        outer: Node = {"letter": name, "is": written(-Polynomial.letter(x)), "then": None}
        ((known, _),) = CONTRADICTION_RULES["is"](known, outer)
        inner: Node = {"solve": len(known.equations) - 1, "letter": x, "inverse": "1", "then": None}
        rest = (*(each for each in others if each != x), name)
        return {**outer, "then": self._after(known, rest, inner)}


def satisfied_somewhere(known: Known) -> bool:
    """True if all that is known holds at some simple values of the letters: then there is no contradiction."""
    conditions = [(fact.polynomial, ">" if fact.strict else ">=") for fact in known.setting.facts]
    conditions += [(e, "=") for e in known.equations] + [(p, "!=") for p in known.unequal]
    letters = sorted({x for p, _ in conditions for x in p.letters})
    if any(known.setting.letters[x].role not in FREE for x in letters):
        return False
    choices = {x: [c for c in COORDINATES if fits(c, known.setting.letters[x].role)] for x in letters}
    points = SimpleValues(choices, [each for condition in conditions for each in inequalities(*condition)])
    return any(unequal(conditions, point) for point in points)


def learning(root: Polynomial) -> Node:
    """The node that makes a square a fact."""
    root_ = written(root)
    return {"learn": ["^", root_, 2], "strict": False, "positive": {"squares": [["1", root_]]}, "then": None}


def between(known: Known) -> Polynomial | None:
    """An expression that is known to be neither positive nor negative, and not yet known as an equation."""
    for fact in known.setting.facts:
        p = fact.polynomial
        both = known.setting.is_nonnegative(-p) and known.setting.is_nonnegative(p)
        if not fact.strict and p.letters and both and not known.is_zero(p):
            return p
    return None


def cleared_fact(known: Known) -> Node | None:
    """The node that multiplies a fact by letters that it divides by, such that it does not any more."""
    facts = known.setting.facts
    for k, fact in enumerate(facts):
        least = {x: min(fact.polynomial.coefficients(x)) for x in sorted(fact.polynomial.letters)}
        factor = {x: -p if known.setting.letters[x].positive else -p + p % 2 for x, p in least.items() if p < 0}
        cleared = fact.polynomial * Polynomial({tuple(factor.items()): Fraction(1)})
        if factor and all(other.polynomial != cleared for other in facts):
            strict = fact.strict and all(known.setting.letters[x].positive for x in factor)
            proof = {"sum": [["1", factor, [k]]]}
            return {"learn": written(cleared), "strict": strict, "positive": proof, "then": None}
    return None


def is_signed(known: Known, expression: Polynomial) -> bool:
    """True if it is known which sign an expression has, or that it is zero."""
    return any(known.satisfies(expression, relation) for relation in (">", "=", "<"))


def unsigned_letter(known: Known, unknowns: Sequence[str]) -> str | None:
    """The unknown that has an odd power most often in facts, of those whose sign is not known."""
    counts: dict[str, int] = {}
    for fact in known.setting.facts:
        for monomial in fact.polynomial.terms:
            for x, k in monomial:
                if k % 2 and x in unknowns and not known.setting.letters[x].nonnegative:
                    counts[x] = counts.get(x, 0) + 1
    return max(sorted(counts), key=lambda x: counts[x], default=None)
