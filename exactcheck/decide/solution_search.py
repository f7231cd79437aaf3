"""The search for a tree of cases in which an arbitrary solution of polynomial equations is in a component.

The cases are what the kernel's own rules make of a node, so that nothing is lost between search and check. In each
case the first of these is done: leave it if it is impossible or in a component; solve an equation for a letter; take a
product apart; take roots; take a sum of squares apart; for finitely many complex solutions, all coordinates as
polynomials in one number; tell apart whether a letter is zero; add members of a Groebner basis.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from time import monotonic
from typing import Any

from flint import fmpq_poly

from ..kernel import Rejected
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.root_counts import number_of_real_roots, number_of_real_roots_over
from ..kernel.solution_trees import RULES
from . import solution_moves as moves
from .cofactors import cofactors
from .finite_solutions import Basis, by_powers, in_number_field
from .ideal_members import EXTRA, independent_equations, new_members
from .located_components import Locator
from .number_fields import real_roots
from .number_letters import NumberLetters
from .polynomial_rings import BASIS, PolynomialRing
from .solution_nodes import Steps, roots_node, shown, with_branches
from .squares_as_written import squares_as_written
from .univariate_representations import Element, at_letter, coefficients
from .written_polynomials import written

Node = Any
Move = Callable[[Known, tuple[str, ...], moves.Live], Node]
SIGNS = (">", "=", "<")
PRECISION = 256


class GaveUp(Exception):
    """No tree was found within the limits, or a case is in no component; the case is kept."""

    def __init__(self, reason: str, case: Known | None = None) -> None:
        super().__init__(reason)
        self.case = case


@dataclass
class Search:
    """One search, with what it may use up."""

    locate: Locator
    numbers: NumberLetters
    most_cases: int = 400
    seconds: float = 60
    started: float = field(default_factory=monotonic)

    def tree(self, known: Known, unknowns: tuple[str, ...], focus: int | None = None) -> Node:
        """A node for the case; `focus` is an equation in one letter to be taken apart first."""
        self._count(known)
        if is_impossible(known):
            return "impossible"
        leaf = self.locate(known)
        if leaf is not None:
            return leaf
        live = moves.live_equations(known)
        unclear = [(k, e) for k, e in live if not moves.is_clear(known, e)]
        if unclear:
            factors = [(k, Polynomial({moves.cleared(known, e): Fraction(1)})) for k, e in unclear]
            return self._combine(known, unknowns, [[each] for each in factors])
        if focus is not None:
            live = [(focus, known.equations[focus])]
            for product in moves.products(live):
                return self._cases(known, unknowns, product, len(known.equations))
            return self._roots(known, unknowns, live, {focus})
        for move in self.steps():
            if node := move(known, unknowns, live):
                return node
        return self._rest(known, unknowns)

    def steps(self) -> Sequence[Move]:
        """What is tried in a case, first things first."""
        easy = (self._solve, self._product, self._no_roots, self._squares, self._single_roots, self._number_roots)
        return (*easy, self._finite, self._members, self._letters, self._unequal, self._basis, self._any_roots)

    def solutions(self, known: Known, unknowns: tuple[str, ...], functions: Sequence[Any]) -> Node:
        """A tree for the solutions of equations that may be written as sums of squares.

        Raises GaveUp if a limit is reached.
        """
        try:
            return self._solutions(known, unknowns, functions)
        except RecursionError:
            raise GaveUp("the cases are nested too deeply") from None

    def _solutions(self, known: Known, unknowns: tuple[str, ...], functions: Sequence[Any]) -> Node:
        if not functions:
            return self.tree(known, unknowns)
        index = len(functions) - 1
        node = {"squares": index, "terms": squares_as_written(functions[index], list(unknowns)), "then": None}
        if not node["terms"]:
            return self._solutions(known, unknowns, functions[:index])
        try:
            ((case, _),) = RULES["squares"](known, node)
        except Rejected:
            return self._solutions(known, unknowns, functions[:index])
        return {**node, "then": self._solutions(case, unknowns, functions[:index])}

    def _count(self, known: Known) -> None:
        self.most_cases -= 1
        if self.most_cases < 0:
            raise GaveUp("the limit on the number of cases is reached", known)
        if monotonic() - self.started > self.seconds:
            raise GaveUp("the limit on the time is reached", known)

    def _rest(self, known: Known, unknowns: tuple[str, ...]) -> Node:
        """Where nothing is left to be done: tell apart what a component asks for."""
        condition = self.locate.open_condition(known)
        if condition is None:
            raise GaveUp("a case is in no component", known)
        node = {"sign": written(condition), "cases": [[relation, None] for relation in SIGNS]}
        found = [self.tree(case, unknowns) for case, _ in RULES["sign"](known, node)]
        return with_branches(node, found)

    def _combine(
        self,
        known: Known,
        unknowns: tuple[str, ...],
        combinations: Sequence[Sequence[tuple[int, Polynomial]]],
    ) -> Node:
        stated = list(map(shown, combinations))
        node = {"combine": stated, "then": None}
        ((case, _),) = RULES["combine"](known, node)
        return {**node, "then": self.tree(case, unknowns)}

    def _solve(self, known: Known, unknowns: tuple[str, ...], live: moves.Live) -> Node:
        """Solve an equation for a letter."""
        forms = [form for form in moves.solved_forms(known, live, unknowns) if moves.is_invertible(known, form)]
        for form in forms:
            inverse = written(form.coefficient**-1)
            node = {"solve": form.index, "letter": form.letter, "inverse": inverse, "then": None}
            try:
                ((case, _),) = RULES["solve"](known, node)
            except Rejected:
                continue
            return {**node, "then": self.tree(case, without(unknowns, form.letter))}
        return None

    def _product(self, known: Known, unknowns: tuple[str, ...], live: moves.Live) -> Node:
        """Take a product apart that has a sum of terms among its factors, or one that is not zero.

        Before that it is told apart whether a sum that several products have as a factor is zero.
        """
        products = moves.products(live)
        sums = [p for p in products if any(len(f.terms) > 1 for f, _ in p.factors)]
        return self._factor(known, unknowns, moves.without_branches(known, products) or sums)

    def _letters(self, known: Known, unknowns: tuple[str, ...], live: moves.Live) -> Node:
        """Take a product of letters apart."""
        return self._factor(known, unknowns, moves.products(live))

    def _factor(self, known: Known, unknowns: tuple[str, ...], products: Sequence[moves.Product]) -> Node:
        if not products:
            return None
        shared = moves.shared_factor(known, products)
        if shared is not None:
            return self._without_factor(known, unknowns, shared)
        return self._cases(known, unknowns, products[0])

    def _cases(self, known: Known, unknowns: tuple[str, ...], chosen: moves.Product, last: int | None = None) -> Node:
        parts = [[written(factor), exponent, None] for factor, exponent in chosen.factors]
        node = {"factor": chosen.index, "cases": parts}
        found = [self.tree(case, unknowns, last) for case, _ in RULES["factor"](known, node)]
        return with_branches(node, found)

    def _without_factor(self, known: Known, unknowns: tuple[str, ...], factor: Polynomial) -> Node:
        """The cases in which a factor is zero, and in which it is not: other factors of its products are zero then."""
        node: Node = {"sign": written(factor), "cases": [["=", None], ["!=", None]]}
        (zero, _), (unequal, _) = RULES["sign"](known, node)
        return {**node, "cases": [["=", self.tree(zero, unknowns)], ["!=", self.tree(unequal, unknowns)]]}

    def _no_roots(self, known: Known, unknowns: tuple[str, ...], live: moves.Live) -> Node:
        """An equation in one letter without real roots."""
        found = [each for each in moves.univariate(live, unknowns) if number_of_real_roots(each[2]) == 0]
        return {"roots": found[0][0], "letter": found[0][1], "cases": []} if found else None

    def _single_roots(self, known: Known, unknowns: tuple[str, ...], live: moves.Live) -> Node:
        """The roots of an equation in a letter that occurs in no other one."""
        alone = {k for k, e in live if not any(e.letters & other.letters for j, other in live if j != k)}
        return self._roots(known, unknowns, live, alone)

    def _any_roots(self, known: Known, unknowns: tuple[str, ...], live: moves.Live) -> Node:
        """The roots of an equation in a letter."""
        return self._roots(known, unknowns, live, {k for k, _ in live})

    def _roots(self, known: Known, unknowns: tuple[str, ...], live: moves.Live, allowed: set[int]) -> Node:
        for k, letter, given in moves.univariate(live, unknowns):
            if k in allowed:
                case, values = self.numbers.roots(known, given)
                return self._root_cases(case, without(unknowns, letter), roots_node(case, k, letter, values))
        return None

    def _number_roots(self, known: Known, unknowns: tuple[str, ...], live: moves.Live) -> Node:
        """The roots of an equation in a letter whose coefficients are numbers."""
        for k, letter, given in moves.univariate_over_numbers(known, live, unknowns):
            found = real_roots(self.numbers, known, given)
            if found is None and number_of_real_roots_over(known.setting, given) == 0:
                found = known, []
            if found is not None:
                case, values = found
                return self._root_cases(case, without(unknowns, letter), roots_node(case, k, letter, values))
        return None

    def _root_cases(self, known: Known, unknowns: tuple[str, ...], node: Node) -> Node:
        found = [self.tree(each, unknowns) for each, _ in RULES["roots"](known, node)]
        return with_branches(node, found)

    def _squares(self, known: Known, unknowns: tuple[str, ...], live: moves.Live) -> Node:
        """Take a sum of squares apart."""
        for k, equation in live:
            found = moves.sum_of_squares(equation)
            if found and found[0][0] < 0:
                return self._combine(known, unknowns, [[(k, Polynomial.of(-1))]])
            if found:
                terms = [[written(Polynomial.of(weight)), written(root)] for weight, root in found]
                node = {"squares": k, "terms": terms, "then": None}
                ((case, _),) = RULES["squares"](known, node)
                return {**node, "then": self.tree(case, unknowns)}
        return None

    def _unequal(self, known: Known, unknowns: tuple[str, ...], live: moves.Live) -> Node:
        """Tell apart whether a letter is zero that is the coefficient of another one."""
        for form in moves.solved_forms(known, live, unknowns):
            letter = next((x for x in sorted(form.coefficient.letters) if not moves.is_unit(known, x)), None)
            if letter in unknowns:
                return self._signs(known, unknowns, str(letter))
        return None

    def _signs(self, known: Known, unknowns: tuple[str, ...], letter: str) -> Node:
        """The cases in which a letter is zero and in which it is not."""
        node: Node = {"sign": written(Polynomial.letter(letter)), "cases": [["=", None], ["!=", None]]}
        found = [self.tree(case, unknowns) for case, _ in RULES["sign"](known, node)]
        return {**node, "cases": [["=", found[0]], ["!=", found[1]]]}

    def _members(self, known: Known, unknowns: tuple[str, ...], live: moves.Live) -> Node:
        """Add members of the ideal that are of low degree or products, and keep what all equations follow from."""
        plain = [(k, e) for k, e in live if moves.is_polynomial(e)]
        if not plain:
            return None
        generators = [e for _, e in plain] + moves.relations(known, {x for _, e in plain for x in e.letters})
        new = new_members(generators, len(plain), lambda g: self._workable(known, unknowns, g))
        if not new:
            return None
        stated = [shown([(plain[k][0], c) for k, c in pairs if k < len(plain)]) for _, pairs in new]
        node = {"combine": stated, "then": None}
        ((case, _),) = RULES["combine"](known, node)
        start = len(known.equations)
        kept = [k for k, e in live if not moves.is_polynomial(e)]
        kept += independent_equations(plain, [(start + i, g) for i, (g, _) in enumerate(new)])
        keep: Node = {"keep": kept, "then": None}
        ((rest, _),) = RULES["keep"](case, keep)
        return {**node, "then": {**keep, "then": self.tree(rest, unknowns)}}

    def _basis(self, known: Known, unknowns: tuple[str, ...], live: moves.Live) -> Node:
        """Add members of a Groebner basis that can be worked on."""
        plain = [(k, e) for k, e in live if moves.is_polynomial(e)]
        if not plain:
            return None
        ring = PolynomialRing({x for _, e in plain for x in e.letters})
        present = [moves.canonical(known, e) for _, e in plain]
        new = [g for g in ring.groebner_basis([e for _, e in plain], BASIS) if moves.canonical(known, g) not in present]
        useful = [g for g in new if self._useful(known, unknowns, g)]
        found = cofactors(ring, useful, [e for _, e in plain], EXTRA) if useful else None
        if found is None:
            return None
        return self._combine(known, unknowns, [[(plain[k][0], c) for k, c in each] for each in found])

    def _workable(self, known: Known, unknowns: tuple[str, ...], equation: Polynomial) -> bool:
        """True if one of the moves applies to the equation that need no letter to be different from zero."""
        live = [(0, equation)]
        sums = any(len(factor.terms) > 1 for factor, _ in moves.product_of(equation))
        if not equation.letters or sums or moves.sum_of_squares(equation):
            return True
        solved = moves.solved_forms(known, live, unknowns)
        return any(not form.coefficient.letters for form in solved) or bool(moves.univariate(live, unknowns))

    def _useful(self, known: Known, unknowns: tuple[str, ...], equation: Polynomial) -> bool:
        """True if one of the moves applies to the equation."""
        live = [(0, equation)]
        if not equation.letters or moves.product_of(equation) or moves.sum_of_squares(equation):
            return True
        return bool(moves.solved_forms(known, live, unknowns) or moves.univariate(live, unknowns))

    def _finite(self, known: Known, unknowns: tuple[str, ...], live: moves.Live) -> Node:
        """All coordinates as polynomials in one number, if there are finitely many complex solutions."""
        letters = {x for _, e in live for x in e.letters}
        others = sorted(letters - set(unknowns))
        alone = len(letters) == len(live) == 1
        if not letters or alone or not all(known.setting.is_constant(Polynomial.letter(x)) for x in others):
            return None
        basis = Basis.of(known, live)
        element = basis.element() if basis is not None else None
        if basis is None or element is None:
            return None
        name = self.numbers.unused("u")
        steps = by_powers(known, basis, element, name)
        if not element.generates:
            return steps.before(self.tree(steps.known, (*unknowns, name)))
        _, factors = element.vanishing.numer().factor()
        parts = [[written(at_letter(fmpq_poly(p), name)), int(exponent), None] for p, exponent in factors]
        node: Node = {"factor": 0, "cases": parts}
        rest = tuple(x for x in unknowns if x not in letters)
        found = [
            self._field(case, rest, (element, name, fmpq_poly(p)))
            for (case, _), (p, _) in zip(RULES["factor"](steps.known, node), factors, strict=True)
        ]
        return steps.before(with_branches(node, found))

    def _field(self, known: Known, unknowns: tuple[str, ...], field: tuple[Element, str, fmpq_poly]) -> Node:
        """The case of an irreducible factor, whose roots and the coordinates at them are numbers."""
        self._count(known)
        _, name, factor = field
        if number_of_real_roots(coefficients(factor)) == 0:
            return {"roots": len(known.equations) - 1, "letter": name, "cases": []}
        steps = in_number_field(known, *field)
        case, values = self.numbers.roots(steps.known, coefficients(factor))
        node = roots_node(case, 0, name, values)
        among = [min(x.letters) for x, _ in field[0].coordinates if known.setting.is_constant(x)]
        found = [self._at_root(each, unknowns, among) for each, _ in RULES["roots"](case, node)]
        return steps.before(with_branches(node, found))

    def _at_root(self, known: Known, unknowns: tuple[str, ...], numbers: Sequence[str]) -> Node:
        """The case of one root, where equations say what the numbers among the coordinates are."""
        steps = Steps(known)
        for k, letter in enumerate(numbers, 1):
            equation = steps.known.equations[k]
            lower, upper = known.setting.enclosure(equation, PRECISION)
            if lower > 0 or upper < 0:
                return steps.before("impossible")
            if equation:
                self.numbers.same.setdefault(letter, []).append(Polynomial.letter(letter) - equation)
                steps = steps.then({"solve": k, "letter": letter, "inverse": "1"})
        return steps.before(self.tree(steps.known, unknowns))


def without(unknowns: tuple[str, ...], letter: str) -> tuple[str, ...]:
    """The other letters."""
    return tuple(x for x in unknowns if x != letter)


def is_impossible(known: Known) -> bool:
    """True if the kernel sees a contradiction."""
    try:
        known.require_impossible()
    except Rejected:
        return False
    return True
