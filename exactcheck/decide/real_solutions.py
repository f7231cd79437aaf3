"""All real solutions of polynomial equations and all critical points of a polynomial, as a union of components."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import islice, product
from typing import Any

from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.components import Component, read_components
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial, split, times
from ..kernel.problem import Problem
from ..kernel.real_solutions import (
    arbitrary_solution,
    equations,
    require_no_solution,
    up_to_conjugation,
    with_numbers,
)
from ..kernel.setting import FREE
from ..kernel.stationary_points import valued_problem
from .cofactors import cofactors
from .context import Context
from .decision import Decision, proved, refuted, undecided
from .located_components import Locator, local_names
from .number_letters import NumberLetters, sharpened
from .polynomial_rings import PolynomialRing
from .solution_moves import cleared, is_polynomial, is_unit, relations
from .solution_nodes import shown
from .solution_search import GaveUp, Search
from .written_polynomials import written, written_terms

Stated = dict[str, Any]
SIMPLE = ["1", "2", "-1", "1/2", "0", "3", "-2"]
TRIALS = 400
SATURATION = 4


def decide_solutions(context: Context, statement: Statement) -> Decision:
    """Proved by a tree of cases; refuted by a point of a component that is no solution, or by a solution left out.

    Hints: `most_cases` and `seconds` limit the search; a `proof` that was found before is taken as it is.
    """
    if "proof" in statement.hints:
        return proved(statement.hints["proof"])
    stated = context.problem.state(statement)
    components = read_components(stated["components"])
    numbers, known = NumberLetters(taken_names(context.kernel, stated)), sharpened(Known(context.kernel))
    names = [numbers.unused(x) for x in variables(context.kernel, stated)]
    solution = arbitrary_solution(known, stated, names)
    inside = all_inside(known, stated, components, (solution, numbers))
    wrong = wrong_component(context, stated, components, inside)
    if wrong is not None and wrong.verdict == "refuted":
        return wrong
    search = Search(Locator(known, components), numbers, **limits(statement))
    try:
        tree = search.solutions(solution, tuple(names), stated.get("equations", []))
    except GaveUp as reason:
        return wrong or left_out(context, stated, reason, (components, numbers))
    if wrong is not None:
        # the search may have found out what numbers in the equations are in terms of those in the components
        inside = all_inside(known, stated, components, (solution, numbers))
        if None in inside:
            return wrong
    declared = list(numbers.declarations.values())
    return proved({"numbers": declared, "inside": inside, "point": names, "tree": tree})


def limits(statement: Statement) -> dict[str, Any]:
    """The limits of a search from the hints."""
    return {name: statement.hints[name] for name in ("most_cases", "seconds") if name in statement.hints}


def taken_names(problem: Problem, stated: Stated) -> set[str]:
    """The names that mean something in a problem or in a statement."""
    letters = {x for component in stated["components"] for x in component["letters"]}
    return {*problem.setting.letters, *problem.values, *problem.definitions, *letters, *(f"{x}__" for x in letters)}


def variables(problem: Problem, stated: Stated) -> list[str]:
    """The names of the coordinates."""
    first = stated["function"] if stated["kind"] == "critical points" else stated["equations"][0]
    return problem.function(first).variables


def all_inside(
    known: Known, stated: Stated, components: Sequence[Component], found: tuple[Known, NumberLetters]
) -> list[Any]:
    """For each component why its points are solutions, or None if that is not seen; once for conjugate points."""
    (solution, numbers), shown, proofs = found, dict[Any, Any](), list[Any]()
    for component in components:
        shape = up_to_conjugation(component.member(known, local_names(component)), solution)
        proofs.append(shown[shape] if shape in shown else solutions_inside(known, stated, component, numbers))
        if shape is not None and proofs[-1] is not None and not proofs[-1]["same"]:
            shown[shape] = proofs[-1]
    return proofs


def solutions_inside(known: Known, stated: Stated, component: Component, numbers: NumberLetters) -> Any:
    """Why the points of a component are solutions; None if that is not seen."""
    names = local_names(component)
    member = component.member(known, names)
    values = equations(member.problem, stated, member.point)
    same = same_numbers(member.problem, (values, member.point), numbers)
    at = {letter: member.problem.scalar(value) for letter, value in same}
    found = []
    for equation in values:
        pairs = combination(member, member.setting.normal(equation.substitute(at)))
        if pairs is None:
            return None
        found.append(shown(pairs))
    return {"letters": names, "same": same, "cofactors": found}


def same_numbers(
    problem: Problem, values: tuple[Sequence[Polynomial], Sequence[Polynomial]], numbers: NumberLetters
) -> list[Any]:
    """The letters for roots in the values of equations that are known in terms of letters of the coordinates."""
    found, present = list[Any](), {x for coordinate in values[1] for x in coordinate.letters}
    for letter in sorted({x for value in values[0] for x in value.letters} - present):
        terms = [value for value in numbers.same.get(letter, []) if value.letters <= present]
        found += [[letter, written_terms(value)] for value in terms if problem.setting.is_the_root(letter, value)][:1]
    return found


def combination(member: Known, equation: Polynomial) -> Any:
    """Cofactors with which the conditions of a component add up to an equation.

    It may take a multiple of the equation by letters that are not zero.
    """
    if not member.setting.normal(equation):
        return []
    known = relations(member, {x for e in (equation, *member.equations) for x in e.letters})
    letters = equation.letters.union(*(e.letters for e in (*member.equations, *known)))
    units = Polynomial({tuple((x, 1) for x in sorted(letters) if is_unit(member, x)): Fraction(1)})
    plain = equation * Polynomial({cleared(member, equation): Fraction(1)})
    if not member.equations or not all(map(is_polynomial, [plain, *member.equations])):
        return None
    for power in range(SATURATION):
        multiple = plain * units**power
        found = cofactors(PolynomialRing(letters), [multiple], [*member.equations, *known], 2)
        if found is not None:
            return [(k, c * ratio(equation, multiple)) for k, c in found[0] if k < len(member.equations)]
    return None


def ratio(left: Polynomial, right: Polynomial) -> Polynomial:
    """The monomial m with left = m * right, for two polynomials of which one is a multiple of the other by one."""
    first, second = (split(p)[0] for p in (left, right))
    return Polynomial({times(first, tuple((x, -k) for x, k in second)): Fraction(1)})


def wrong_component(
    context: Context, stated: Stated, components: Sequence[Component], inside: Sequence[Any]
) -> Decision | None:
    """None if all components are seen to consist of solutions.

    Otherwise refuted by a point of one that is no solution, at simple values of letters, or undecided.
    """
    if None not in inside:
        return None
    index = inside.index(None)
    component = components[index]
    at = {x: str(v) for x, v in next(context.points(), {}).items()}
    problem = valued_problem(context.kernel, at)
    candidates = list(product(SIMPLE, repeat=len(component.letters)))[:TRIALS]
    count = len(stated.get("equations", component.point))
    for values, equation in product(candidates, range(count)):
        try:
            require_no_solution(problem, stated, component, (list(values), equation))
        except Rejected:
            continue
        return refuted({"at": at, "component": index, "values": list(values), "equation": equation})
    return undecided(f"whether component {index + 1} consists of solutions")


def left_out(
    context: Context, stated: Stated, reason: GaveUp, search: tuple[list[Component], NumberLetters]
) -> Decision:
    """Refuted by a solution in no component: a point of a case that is in none, at simple values of its letters."""
    components, numbers = search
    known = reason.case
    if known is None:
        return undecided(str(reason))
    letters = [x for x, letter in known.setting.letters.items() if letter.role in FREE]
    at = {x: str(v) for x, v in next(context.points(), {}).items()}
    declared = list(numbers.declarations.values())
    problem = with_numbers(valued_problem(context.kernel, at), declared)
    for values in islice(product(SIMPLE, repeat=len(letters)), TRIALS):
        point = coordinates_at(known, {**dict(zip(letters, values, strict=True)), **at})
        same = same_numbers(problem, (equations(problem, stated, point), point), numbers) if point else []
        if point is None or not is_solution(problem, stated, point, same):
            continue
        outside = [separated(problem, component, point, numbers) for component in components]
        if None not in outside:
            stated_point = [written(x) for x in point]
            return refuted({"at": at, "numbers": declared, "point": stated_point, "same": same, "outside": outside})
    return undecided(str(reason))


def coordinates_at(known: Known, values: dict[str, str]) -> list[Polynomial] | None:
    """The point of a case at values of its letters, if these can be divided by."""
    replaced = {x: Polynomial.of(Fraction(value)) for x, value in values.items()}
    try:
        return [x.substitute(replaced) for x in known.point]
    except Rejected:
        return None


def is_solution(problem: Problem, stated: Stated, point: list[Polynomial], same: list[Any]) -> bool:
    """True if the equations are known to hold at the point."""
    at = {letter: problem.scalar(value) for letter, value in same}
    return not any(problem.setting.normal(value.substitute(at)) for value in equations(problem, stated, point))


def separated(problem: Problem, component: Component, point: list[Polynomial], numbers: NumberLetters) -> Any:
    """Why a point is not in a component; None if that is not seen."""
    names = local_names(component)
    member = component.member(Known(problem), names)
    for x, y in zip(member.point, point, strict=True):
        member = member.supposing(x - y, "=")
    try:
        tree = Search(Locator(Known(problem)), numbers, most_cases=100, seconds=10).tree(member, tuple(names))
    except GaveUp:
        return None
    return {"letters": names, "tree": tree}
