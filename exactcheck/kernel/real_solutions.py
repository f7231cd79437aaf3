"""All real solutions of polynomial equations, and all critical points of a polynomial, as a union of components.

A proof shows that each component consists of solutions (the equations hold there, as combinations of the equations
among its conditions), and follows an arbitrary solution through a tree of cases until it is in a component.
A set of critical points is the one of the solutions of gradient = 0, and the kernel differentiates the function itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from .components import Component, read_components
from .jet import Jet
from .known_equations import Known
from .polynomial import Polynomial, Scalar
from .problem import Problem
from .reading import array, integer, name, rational, record, require
from .solution_trees import require_complete
from .stationary_points import declaring, valued_problem
from .stationary_sets import value

Statement = dict[str, Any]


def prove_solutions(problem: Problem, statement: Statement, proof: Any) -> None:
    """Every component consists of solutions, and every solution is in a component."""
    numbers, inside, names, tree = record(proof, "numbers", "inside", "point", "tree")
    known = Known(with_numbers(problem, numbers))
    components = read_components(statement["components"])
    for component, part in zip(components, array(inside, len(components)), strict=True):
        letters, cofactors = record(part, "letters", "cofactors")
        require_solutions(component.member(known, letters), statement, cofactors)
    require_complete(arbitrary_solution(known, statement, names), components, tree)


def refute_solutions(problem: Problem, statement: Statement, proof: Any) -> None:
    """At values of the letters of the problem: a point of a component that is no solution, or a solution in none."""
    require(isinstance(proof, dict), "a point was expected")
    if "component" in proof:
        values, index, letters, equation = record(proof, "at", "component", "values", "equation")
        component = chosen(read_components(statement["components"]), index)
        require_no_solution(valued_problem(problem, values), statement, component, (letters, equation))
    else:
        values, numbers, point, outside = record(proof, "at", "numbers", "point", "outside")
        require_left_out(with_numbers(valued_problem(problem, values), numbers), statement, point, outside)


def with_numbers(problem: Problem, numbers: Any) -> Problem:
    """The problem with more algebraic numbers and square roots, which a proof may use: that each exists is checked."""
    declarations = array(numbers)
    for declaration in declarations:
        require(isinstance(declaration, dict), "a declaration that is not an object")
        record(declaration, *(("letter", "root") if "root" in declaration else ("letter", "polynomial", "interval")))
    return declaring(problem, *declarations)


def equations(problem: Problem, statement: Statement, point: Sequence[Scalar]) -> list[Polynomial]:
    """What is zero at the solutions: the equations of the statement, or the derivatives of its function."""
    if statement["kind"] == "real solutions":
        functions = array(statement["equations"])
        require(len(functions) > 0, "no equation says how many coordinates there are")
        return [value(problem, function, list(point)) for function in functions]
    displaced = [Jet(x, {i: Fraction(1)}) for i, x in enumerate(point)]
    jet = problem.call(problem.function(statement["function"]), list(displaced))
    require(isinstance(jet, (Fraction, Polynomial, Jet)), "a function that is no scalar")
    gradient = Jet.of(jet).linear
    return [problem.setting.normal(gradient.get(i, Fraction(0))) for i in range(len(displaced))]


def require_solutions(member: Known, statement: Statement, cofactors: Any) -> None:
    """Reject unless the equations hold at an arbitrary point of a component."""
    found = equations(member.problem, statement, member.point)
    for equation, pairs in zip(found, array(cofactors, len(found)), strict=True):
        difference = equation - member.combination(pairs)
        require(member.setting.is_zero(difference), "a component that is not known to consist of solutions")


def arbitrary_solution(known: Known, statement: Statement, names: Any) -> Known:
    """A point whose coordinates are letters, with the equations that it satisfies."""
    for letter in array(names):
        known = known.declaring(name(letter))
    known = known.at(map(Polynomial.letter, names))
    for equation in equations(known.problem, statement, known.point):
        known = known.supposing(equation, "=")
    return known


def chosen(components: list[Component], index: Any) -> Component:
    """One of the components."""
    return components[integer(index, 0, len(components) - 1)]


def require_no_solution(problem: Problem, statement: Statement, component: Component, proof: tuple[Any, Any]) -> None:
    """Reject unless the point of the component at these numbers violates an equation."""
    values, equation = proof
    known, letters = Known(problem), [rational(x) for x in array(values, len(component.letters))]
    conditions = component.conditions(problem, letters)
    require(all(known.satisfies(*condition) for condition in conditions), "numbers that the component does not allow")
    found = equations(problem, statement, list(component.values(problem, letters)))
    require(known.is_unequal(found[integer(equation, 0, len(found) - 1)]), "an equation that is not violated")


def require_left_out(problem: Problem, statement: Statement, point: Any, outside: Any) -> None:
    """Reject unless the point is a solution, and for each component a tree shows that no point of it is this one."""
    coordinates = [problem.setting.normal(problem.scalar(x)) for x in array(point)]
    solved = all(map(problem.setting.is_zero, equations(problem, statement, coordinates)))
    require(solved, "a point that is not known to be a solution")
    components = read_components(statement["components"])
    for component, part in zip(components, array(outside, len(components)), strict=True):
        letters, tree = record(part, "letters", "tree")
        member = component.member(Known(problem), letters)
        require(len(member.point) == len(coordinates), "points with different numbers of coordinates")
        for x, y in zip(member.point, coordinates, strict=True):
            member = member.supposing(x - y, "=")
        require_complete(member, [], tree)
