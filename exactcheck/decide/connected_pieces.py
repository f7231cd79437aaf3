"""Taking components apart into connected pieces: families whose letters take all values in a connected set.

The cases of the search are made as for the solutions of equations. It ends in a case whose conditions describe a convex
set, or spheres and balls; before that it cuts the line of a letter at roots, and sets what satisfies a polynomial in
one unknown modulo the equations, such as a determinant, equal to each of the roots.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from ..kernel import Rejected
from ..kernel.components import Component
from ..kernel.connected_domains import require_connected_domain
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial, total
from ..kernel.root_counts import coefficients_in
from ..kernel.signs_between_ends import known_between_ends, without_even_powers
from ..kernel.solution_trees import RULES
from .asymptotes import asymptotes
from .cofactors import cofactors
from .few_valued_forms import forms, vanishing
from .ideal_members import EXTRA
from .located_components import local_names
from .new_letters import Change, NewLetters, in_new_letters
from .number_letters import NumberLetters
from .piece_conditions import Conditions, conditions_of, free, is_linear, is_loose, is_signed
from .plain_trees import PlainTrees
from .polynomial_rings import BASIS, PolynomialRing
from .principal_axes import principal_axes
from .signs_between_ends import is_empty, sign_between_ends
from .solution_discovery import Discovery, Family
from .solution_moves import Live, is_polynomial
from .solution_search import SIGNS, GaveUp, Move
from .written_polynomials import written

Node = Any
MOST_LETTERS = 8


@dataclass(frozen=True)
class Piece:
    """A connected family, the component in which it lies with the letters of this one, and its blocks of letters."""

    family: Family
    component: int
    values: tuple[Polynomial, ...]
    blocks: list[list[str]]


@dataclass(frozen=True)
class Cover:
    """Pieces, for each component a tree that covers it by them, and forms in coordinates that new letters stand for."""

    pieces: list[Piece]
    trees: list[Any]
    forms: list[dict[int, Polynomial]]


def cover_of(known: Known, numbers: NumberLetters, components: Sequence[Component], limits: dict[str, Any]) -> Cover:
    """The pieces of all components; raises GaveUp."""
    cover = Cover([], [], [])
    for k, component in enumerate(components):
        names = local_names(component)
        member = component.member(known, names)
        size = len(member.point)
        search = PieceSearch(known, numbers, names, limits)
        tree = search.tree(member.at([*member.point, *map(Polynomial.letter, names)]), tuple(names))
        cover.trees.append({"letters": names, "tree": shifted(tree, len(cover.pieces))})
        for family in search.families:
            short = replace(family, point=family.point[:size])
            blocks = blocks_of(family.letters, family.where)
            cover.pieces.append(Piece(short, k, family.point[size:], blocks))
        cover.forms.extend(filter(None, (in_coordinates(form, member.point) for form in search.forms)))
    return cover


def in_coordinates(form: Polynomial, point: Sequence[Polynomial]) -> dict[int, Polynomial] | None:
    """The coefficients of a form by the coordinates that are its letters, -1 for the constant; None if some are not."""
    places = {x: i for i, value in enumerate(point) for x in value.letters if value == Polynomial.letter(x)}
    found = {-1: form}
    for letter in form.letters & set(places):
        parts = found[-1].coefficients(letter)
        found[places[letter]], found[-1] = parts.get(1, Polynomial()), parts.get(0, Polynomial())
    return None if any(x.endswith("__") for p in found.values() for x in p.letters) else found


def shifted(node: Node, offset: int) -> Node:
    """The tree with leaves of larger numbers."""
    if isinstance(node, dict):
        if "component" in node:
            return {**node, "component": node["component"] + offset}
        return {key: shifted(part, offset) if key in ("then", "cases") else part for key, part in node.items()}
    return [shifted(part, offset) for part in node] if isinstance(node, list) else node


class PieceSearch(Discovery):
    """A search that makes a piece of a case whose letters take all values in a connected set."""

    def __init__(self, known: Known, numbers: NumberLetters, names: list[str], limits: dict[str, Any]) -> None:
        super().__init__(known.problem, names, limits)
        self.numbers, self.trees = numbers, PlainTrees(numbers)
        self.forms: list[Polynomial] = []

    def steps(self) -> Sequence[Move]:
        """What is tried in a case, first things first."""
        easy = (self._product, self._no_roots, self._single_roots, self._number_roots)
        late = (self._members, self._letters, self._inverse, self._any_roots, self._unequal)
        known = (self._solve, self._squares, self._piece, self._cut)
        return (*known, *easy, self._finite, self._conic, self._forms, self._axes, *late)

    def _rest(self, known: Known, unknowns: tuple[str, ...]) -> Node:
        raise GaveUp("a component that was not taken apart into connected pieces", known)

    def _piece(self, known: Known, unknowns: tuple[str, ...], live: Live) -> Node:
        """A piece, if the conditions on the letters describe a connected set."""
        if any(is_empty(known, x) for x in unknowns):
            node = self.trees.contradiction(known)
            if node is not None:
                return node
        family = piece_family(known, unknowns, self._conditions(known, unknowns), live)
        if not is_connected(known, family):
            return None
        self.families.append(family)
        self.found.add(Known(known.problem), family.component())
        return {"component": len(self.families) - 1, "values": [written(Polynomial.letter(x)) for x in family.letters]}

    def _cut(self, known: Known, unknowns: tuple[str, ...], live: Live) -> Node:
        """Where no equation is left: by the signs of what is not zero, of factors, and of x - r for roots r."""
        for value, relation in [] if live else self._conditions(known, unknowns):
            if is_linear(value):
                if relation == "!=":
                    return self._by_sign(known, unknowns, value)
            elif len(value.letters) == 1:
                return self._by_roots(known, unknowns, value)
            else:
                node = self._by_factors(known, unknowns, value)
                if node is not None:
                    return node
        return None

    def _conditions(self, known: Known, unknowns: Sequence[str]) -> Conditions:
        """What is known of the letters, without what follows from linear inequalities."""
        found, linear = conditions_of(known, unknowns), free(known)
        return [
            (p, r) for p, r in found if not is_loose(known, p) and (is_linear(p) or not self._follows(linear, p, r))
        ]

    def _follows(self, linear: Known, value: Polynomial, relation: str) -> bool:
        """True if a condition follows from linear inequalities."""
        if linear.satisfies(value, relation):
            return True
        if len(value.letters) == 1:
            node = sign_between_ends(linear, value)
            known = None if node is None else known_between_ends(linear, node)
            return known is not None and (relation == "!=" or known.satisfies(value, relation))
        factors = PolynomialRing(value.letters).factors(value) if is_polynomial(value) else []
        signed = len(factors) > 1 and all(is_signed(linear, factor) for factor, _ in factors)
        return signed and self.trees.holds(linear, value, relation) is not None

    def _by_roots(self, known: Known, unknowns: tuple[str, ...], value: Polynomial) -> Node:
        """Cases by the sign of x - r for a root r, or the contradiction that there is between roots."""
        node = sign_between_ends(known, value)
        if node is not None:
            return {**node, "then": "impossible"}
        (letter,) = value.letters
        for factor, _ in PolynomialRing([letter]).factors(without_even_powers(value, letter)):
            case, roots = self.numbers.roots(known, coefficients_in(factor, letter))
            for root in roots:
                difference = Polynomial.letter(letter) - root
                if not is_signed(case, difference):
                    return self._by_sign(case, unknowns, difference)
        return None

    def _by_factors(self, known: Known, unknowns: tuple[str, ...], value: Polynomial) -> Node:
        """Cases by the sign of a linear factor; the contradiction that there may be if all signs are known."""
        factors = PolynomialRing(value.letters).factors(value) if is_polynomial(value) else []
        for factor, _ in factors:
            if is_linear(factor) and not is_signed(known, factor):
                return self._by_sign(known, unknowns, factor)
        return self.trees.contradiction(known) if all(is_linear(factor) for factor, _ in factors) else None

    def _by_sign(self, known: Known, unknowns: tuple[str, ...], value: Polynomial) -> Node:
        node: Node = {"sign": written(value), "cases": [[relation, None] for relation in SIGNS]}
        found = [self.tree(case, unknowns) for case, _ in RULES["sign"](known, node)]
        return {**node, "cases": [[relation, branch] for relation, branch in zip(SIGNS, found, strict=True)]}

    def _forms(self, known: Known, unknowns: tuple[str, ...], live: Live) -> Node:
        """The roots of a polynomial that an expression satisfies modulo the equations."""
        plain = [(k, e) for k, e in live if is_polynomial(e)]
        letters = {x for _, e in plain for x in e.letters}
        if not plain or not letters <= set(unknowns) or len(letters) > MOST_LETTERS:
            return None
        ring, generators = PolynomialRing(letters), [e for _, e in plain]
        basis = ring.groebner_basis(generators, BASIS)
        for form in forms(sorted(letters)) if basis else ():
            coefficients = vanishing(ring, basis, form)
            if len(coefficients) > 2:
                node = self._form_roots(known, unknowns, plain, (form, coefficients))
                if node is not None:
                    return node
        return None

    def _form_roots(
        self, known: Known, unknowns: tuple[str, ...], plain: Live, found: tuple[Polynomial, list[Fraction]]
    ) -> Node:
        """The cases in which a form has one of its values, if these are real numbers for which letters are found."""
        form, coefficients = found
        target, variable = (total(x**k * c for k, c in enumerate(coefficients)) for x in (form, Polynomial.letter("w")))
        ring = PolynomialRing({x for p in [target, *(e for _, e in plain)] for x in p.letters})
        pairs = cofactors(ring, [target], [e for _, e in plain], EXTRA)
        case, values = self._values(known, variable)
        if pairs is None or len(values) < 2:
            return None
        outer: Node = {"combine": [[[plain[k][0], written(c)] for k, c in pairs[0]]], "then": None}
        ((case, _),) = RULES["combine"](case, outer)
        parts = [[written(form - value), exponent, None] for value, exponent in values]
        node = {"factor": len(case.equations) - 1, "cases": parts}
        branches = [self.tree(each, unknowns) for each, _ in RULES["factor"](case, node)]
        cases = [[*part[:2], branch] for part, branch in zip(parts, branches, strict=True)]
        return {**outer, "then": {**node, "cases": cases}}

    def _axes(self, known: Known, unknowns: tuple[str, ...], live: Live) -> Node:
        """The letters in terms of new ones, along common principal axes of two quadratic equations."""
        letters = [x for x in unknowns if any(x in e.letters for _, e in live)]
        found = principal_axes([e for _, e in live], letters)
        if found is None:
            return None
        steps = self._in_new_letters(known, letters, found)
        rest = tuple(x for x in unknowns if x not in letters)
        return steps.before(self._separate(steps.known, (*rest, *steps.names), [k for k, _ in live]))

    def _conic(self, known: Known, unknowns: tuple[str, ...], live: Live) -> Node:
        """The letters in terms of new ones along the asymptotes of a hyperbola, or the axis of a parabola."""
        letters = sorted(live[0][1].letters) if len(live) == 1 else []
        found = (
            asymptotes(known, self.numbers, live[0][1]) if len(letters) == 2 and set(letters) <= set(unknowns) else None
        )
        if found is None:
            return None
        case, new, basis = found
        steps = self._in_new_letters(case, letters, (new, basis))
        rest = tuple(x for x in unknowns if x not in letters)
        return steps.before(self.tree(steps.known, (*rest, *steps.names)))

    def _in_new_letters(self, known: Known, letters: Sequence[str], change: Change) -> NewLetters:
        """The case in which letters are replaced by new ones."""
        self.forms += change[0]
        return in_new_letters(known, [self.numbers.unused(f"v{k + 1}") for k in range(len(letters))], letters, change)

    def _separate(self, known: Known, unknowns: tuple[str, ...], pair: list[int]) -> Node:
        """Two equations in two groups of letters, each a combination of both without the other group."""
        first, second = (known.equations[k] for k in pair)
        monomials = [m for m in first.terms if m and second.terms.get(m)]
        ratios = {first.terms[m] / second.terms[m] for m in monomials}
        combinations = [[[pair[0], "1"], [pair[1], written(Polynomial.of(-ratio))]] for ratio in sorted(ratios)]
        node: Node = {"combine": combinations, "then": None}
        ((case, _),) = RULES["combine"](known, node)
        kept = list(range(len(known.equations), len(case.equations)))
        keep: Node = {"keep": kept, "then": None}
        ((rest, _),) = RULES["keep"](case, keep)
        return {**node, "then": {**keep, "then": self.tree(rest, unknowns)}}

    def _values(self, known: Known, polynomial: Polynomial) -> tuple[Known, list[tuple[Polynomial, int]]]:
        """The roots of a polynomial in one letter with their multiplicities; none if some are not real."""
        (letter,), values = polynomial.letters, list[tuple[Polynomial, int]]()
        for factor, exponent in PolynomialRing([letter]).factors(polynomial):
            coefficients = coefficients_in(factor, letter)
            known, roots = self.numbers.roots(known, coefficients)
            if len(roots) != len(coefficients) - 1:
                return known, []
            values += [(root, exponent) for root in roots]
        return known, values


def piece_family(known: Known, unknowns: Sequence[str], conditions: Conditions, live: Live) -> Family:
    """The points of a case with what is known of its letters."""
    where = [*conditions, *((equation, "=") for _, equation in live)]
    used = {x for p in (*known.point, *(value for value, _ in where)) for x in p.letters} & set(unknowns)
    return Family(tuple(x for x in unknowns if x in used), tuple(where), known.point)


def is_connected(known: Known, family: Family) -> bool:
    """True if the letters take all values in a set that the kernel sees to be connected."""
    try:
        blocks = blocks_of(family.letters, family.where)
        require_connected_domain(known, list(family.letters), list(family.where), blocks)
    except Rejected:
        return False
    return True


def blocks_of(letters: Sequence[str], where: Sequence[tuple[Polynomial, str]]) -> list[list[str]]:
    """The letters that conditions connect."""
    blocks = [{x} for x in letters]
    for value, _ in where:
        touched = [block for block in blocks if block & value.letters]
        if touched:
            blocks = [set().union(*touched), *(block for block in blocks if block not in touched)]
    return [sorted(block) for block in blocks]
