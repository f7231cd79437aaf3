"""Finding all real solutions of polynomial equations: the cases that a search ends with are components."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from ..kernel import Rejected
from ..kernel.components import Component, read_components
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.problem import Problem
from ..kernel.real_solutions import arbitrary_solution
from ..kernel.setting import FREE
from .cofactors import divided
from .located_components import Locator, local_names
from .number_letters import NumberLetters
from .polynomial_rings import BASIS, PolynomialRing
from .real_solutions import solutions_inside
from .solution_moves import Live, degree_of, is_polynomial, is_unit, live_equations, solved_forms
from .solution_search import GaveUp, Move, Search
from .written_polynomials import written

Node = Any
Stated = dict[str, Any]


@dataclass(frozen=True)
class Family:
    """A component as polynomials: its letters, what stands in which relation to zero, and the coordinates."""

    letters: tuple[str, ...]
    where: tuple[tuple[Polynomial, str], ...]
    point: tuple[Polynomial, ...]

    def component(self) -> Component:
        """The component as the kernel reads it."""
        where = [[written(value, self.letters), relation] for value, relation in self.where]
        point = [written(x, self.letters) for x in self.point]
        return read_components([{"letters": list(self.letters), "where": where, "point": point}])[0]


@dataclass(frozen=True)
class Discovered:
    """Families with the numbers in them, the tree of cases with their places in it, and where the others are inside."""

    families: list[Family]
    numbers: NumberLetters
    tree: Node
    places: list[int]
    inside: dict[int, tuple[list[str], Node]]


class Stopped(Exception):
    """The search gave up, with the families and the numbers that it had found."""

    def __init__(self, reason: GaveUp, families: list[Family], numbers: NumberLetters) -> None:
        super().__init__(str(reason))
        self.families, self.numbers = families, numbers


class Discovery(Search):
    """A search that makes a component of a case in which nothing is left to be done."""

    def __init__(self, problem: Problem, names: list[str], limits: dict[str, Any]) -> None:
        numbers = NumberLetters({*problem.setting.letters, *problem.values, *problem.definitions, *names})
        self.found = Locator(Known(problem))
        self.families: list[Family] = []
        self.outer = set(problem.setting.letters)
        super().__init__(self.found, numbers, **limits)

    def steps(self) -> Sequence[Move]:
        """What is tried in a case: letters are told apart from zero only where they cannot be zero."""
        easy = (self._solve, self._product, self._no_roots, self._squares, self._single_roots, self._number_roots)
        return (*easy, self._finite, self._members, self._letters, self._inverse, self._any_roots)

    def _inverse(self, known: Known, unknowns: tuple[str, ...], live: Live) -> Node:
        """Tell apart whether a letter is zero that is the coefficient of another one, where it cannot be zero."""
        plain = [e for _, e in live if is_polynomial(e)]
        for form in solved_forms(known, live, unknowns):
            for letter in sorted(x for x in form.coefficient.letters & set(unknowns) if not is_unit(known, x)):
                ring = PolynomialRing({x for e in plain for x in e.letters})
                basis = ring.groebner_basis([*plain, Polynomial.letter(letter)], BASIS)
                if len(basis) == 1 and basis[0].constant:
                    return self._signs(known, unknowns, letter)
        return None

    def _rest(self, known: Known, unknowns: tuple[str, ...]) -> Node:
        family = family_of(known, self.outer)
        self.families.append(family)
        self.found.add(of_numbers(known), family.component())
        return {"component": len(self.families) - 1, "values": [written(Polynomial.letter(x)) for x in family.letters]}


def of_numbers(known: Known) -> Known:
    """The letters of a case without its equations."""
    return Known(known.problem)


def family_of(known: Known, outer: set[str]) -> Family:
    """The points of a case, in its free letters that are none of the problem."""
    live = [equation for _, equation in live_equations(known)]
    terms = [*known.point, *live]
    used = {x for p in terms for x in p.letters if known.setting.letters[x].role in FREE} - outer
    letters = tuple(x for x in known.setting.letters if x in used)
    unequal = [(Polynomial.letter(x), "!=") for x in letters if known.setting.letters[x].nonzero]
    unequal += [(p, "!=") for p in known.unequal if len(p.terms) > 1 and p.letters <= used]
    return Family(letters, (*unequal, *((equation, "=") for equation in live)), known.point)


def discovered(problem: Problem, stated: Stated, names: list[str], limits: dict[str, Any]) -> Discovered:
    """All solutions as families, those that others contain left out, the numbers in them, and the tree of cases.

    Raises Stopped if a limit is reached.
    """
    search = Discovery(problem, names, limits)
    solution = arbitrary_solution(Known(problem), stated, names)
    try:
        tree = search.solutions(solution, tuple(names), stated.get("equations", []))
    except GaveUp as reason:
        raise Stopped(reason, search.families, search.numbers) from None
    known = Known(problem)
    for name in search.numbers.declarations:
        known = search.numbers.declared(known, name)
    families = [relaxed(known, stated, shortened(family), search.numbers) for family in search.families]
    kept, inside = needed(known, families)
    return Discovered([families[k] for k in kept], search.numbers, tree, kept, inside)


def shortened(family: Family) -> Family:
    """The family without equations that follow from the others: long ones, and those with large numbers, go first."""
    equations = [value for value, relation in family.where if relation == "="]
    if not all(map(is_polynomial, equations)):
        return family
    ring = PolynomialRing({x for e in equations for x in e.letters})
    kept = sorted(equations, key=length)
    for equation in reversed(kept):
        others = [other for other in kept if other is not equation]
        basis = ring.groebner_basis(others, BASIS) if others else []
        if not divided(ring, equation, basis)[0]:
            kept = others
    unequal = tuple(condition for condition in family.where if condition[1] != "=")
    return replace(family, where=(*unequal, *((equation, "=") for equation in kept)))


def length(equation: Polynomial) -> tuple[int, int, int]:
    """The degree, the number of terms, and the size of the numbers."""
    sizes = (abs(c.numerator) + c.denominator for c in equation.terms.values())
    return degree_of(equation), len(equation.terms), sum(sizes)


def relaxed(known: Known, stated: Stated, family: Family, numbers: NumberLetters) -> Family:
    """The family without conditions != 0 that its points do not need in order to be solutions."""
    for condition in family.where:
        if condition[1] == "!=":
            wider = replace(family, where=tuple(other for other in family.where if other != condition))
            try:
                if solutions_inside(known, stated, wider.component(), numbers) is not None:
                    family = wider
            except Rejected:
                continue
    return family


def rank(known: Known, family: Family) -> tuple[int, list[Fraction]]:
    """Large families first, points from left to right."""
    if family.letters or not all(map(known.setting.is_constant, family.point)):
        return -len(family.letters), []
    return 0, [known.setting.enclosure(x, 32)[0] for x in family.point]


def needed(known: Known, families: list[Family]) -> tuple[list[int], dict[int, tuple[list[str], Node]]]:
    """The numbers of the families without those in another one, the largest first; of these the letters and a leaf."""
    kept = sorted(range(len(families)), key=lambda k: rank(known, families[k]))
    locate, inside = Locator(known, [families[k].component() for k in kept]), dict[int, tuple[list[str], Node]]()
    for number in sorted(kept, key=lambda k: len(families[k].letters)):
        index = kept.index(number)
        others, component = locate.without(index), locate.components[index]
        leaf = others(component.member(known, local_names(component)))
        if leaf is not None:
            kept, locate = [*kept[:index], *kept[index + 1 :]], others
            inside[number] = local_names(component), {**leaf, "component": kept[leaf["component"]]}
    return kept, inside
