"""Trees of cases in which the inertia of a Hessian along a family is seen, and is the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ..kernel import Rejected
from ..kernel.component_inertia import Inertia, characteristic_coefficients, hessian, inertia_of
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.root_counts import coefficients_in
from ..kernel.setting import FREE
from ..kernel.signs_between_ends import without_even_powers
from ..kernel.solution_trees import RULES
from .coefficient_signs import SECONDS, changes, one_of, open_factor, open_ones, signs_at_places, with_signs
from .number_letters import NumberLetters
from .plain_trees import PlainTrees
from .polynomial_rings import PolynomialRing
from .signs_between_ends import is_between
from .solution_search import SIGNS
from .written_polynomials import written

MOST_FACTORS = 2


@dataclass(frozen=True)
class InertiaTrees:
    """The search for them, with letters for numbers, the function, and how many factors may be told apart."""

    numbers: NumberLetters
    function: Any
    depth: int = MOST_FACTORS

    def tree(self, known: Known) -> tuple[Inertia, Any]:
        """The inertia with a tree; raises Rejected if none is found.

        Signs of coefficients between the bounds of their letter are told first. Then the line of a letter is cut at a
        root, or it is told apart which sign a factor of a coefficient has.
        """
        matrix = hessian(known.problem, self.function, known.point)
        coefficients = characteristic_coefficients(known, matrix)
        case, signs = with_signs(known, coefficients)
        try:
            found, tree = inertia_of(case, matrix), None
        except Rejected:
            return self.by_cut(known, coefficients) or self.by_factor(known, coefficients)
        for node in reversed(signs):
            tree = {**node, "then": tree}
        return found, tree

    def by_cut(self, known: Known, coefficients: list[Polynomial]) -> tuple[Inertia, Any] | None:
        """The cases by the sign of x - r for a root r of a coefficient in one letter x, if there is one."""
        for value in open_ones(known, coefficients) if not known.equations else ():
            if len(value.letters) == 1:
                (letter,) = value.letters
                for factor, _ in PolynomialRing([letter]).factors(without_even_powers(value, letter)):
                    case, roots = self.numbers.roots(known, coefficients_in(factor, letter))
                    between = next((root for root in roots if is_between(case, letter, root)), None)
                    if between is not None:
                        return self.by_sign(case, Polynomial.letter(letter) - between)
        return None

    def by_factor(self, known: Known, coefficients: list[Polynomial]) -> tuple[Inertia, Any]:
        """The cases by the sign of a factor of a coefficient, for a component without equations of its own."""
        own = len(known.equations) > MOST_FACTORS - self.depth
        hopeful = self.depth and not own and one_of(map(changes, signs_at_places(known, coefficients))) is not None
        factor = open_factor(known, coefficients) if hopeful else None
        if factor is None:
            raise Rejected("a coefficient whose sign is not known")
        return replace(self, depth=self.depth - 1).by_sign(known, factor)

    def by_sign(self, known: Known, value: Polynomial) -> tuple[Inertia, Any]:
        """The cases by the sign of an expression, if the inertia is the same in those that are possible."""
        node: Any = {"sign": written(value), "cases": [[relation, None] for relation in SIGNS]}
        found = [self.case(case, value) for case, _ in RULES["sign"](known, node)]
        seen = [counts for counts, _ in found if counts is not None]
        if not seen or any(counts != seen[0] for counts in seen):
            raise Rejected("an inertia that is not constant")
        cases = [[relation, tree] for relation, (_, tree) in zip(SIGNS, found, strict=True)]
        return seen[0], {**node, "cases": cases}

    def case(self, known: Known, value: Polynomial) -> tuple[Inertia | None, Any]:
        """One of the cases: a contradiction, or an inertia; where x - r = 0 the letter x is replaced."""
        if len(value.letters) > 1:
            tree = PlainTrees(self.numbers, seconds=SECONDS).contradiction(known)
            if tree is not None:
                return None, tree
        letter = next((x for x in value.letters if known.setting.letters[x].role in FREE), "")
        linear = set(value.coefficients(letter)) <= {0, 1} and len(value.letters) == 1
        if not linear or not known.equations or known.equations[-1] != value:
            return self.tree(known)
        node = {"solve": len(known.equations) - 1, "letter": letter, "inverse": "1", "then": None}
        ((solved, _),) = RULES["solve"](known, node)
        found, tree = self.tree(solved)
        return found, {**node, "then": tree}
