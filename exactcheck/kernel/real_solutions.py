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

# no name of a letter
ROOT = "@"


def prove_solutions(problem: Problem, statement: Statement, proof: Any) -> None:
    """Every component consists of solutions, and every solution is in a component."""
    numbers, inside, names, tree = record(proof, "numbers", "inside", "point", "tree")
    known = Known(with_numbers(problem, numbers))
    components, solution = read_components(statement["components"]), arbitrary_solution(known, statement, names)
    conjugates: set[Any] = set()
    for component, part in zip(components, array(inside, len(components)), strict=True):
        letters, same, cofactors = record(part, "letters", "same", "cofactors")
        member = component.member(known, letters)
        shape = up_to_conjugation(member, solution)
        if shape is None or shape not in conjugates:
            identities = require_solutions(member, statement, (same_numbers(member.problem, same), cofactors))
            conjugates |= {shape} if identities and not same else set()
    require_complete(solution, components, tree)


def refute_solutions(problem: Problem, statement: Statement, proof: Any) -> None:
    """At values of the letters of the problem: a point of a component that is no solution, or a solution in none."""
    require(isinstance(proof, dict), "a point was expected")
    if "component" in proof:
        values, index, letters, equation = record(proof, "at", "component", "values", "equation")
        component = chosen(read_components(statement["components"]), index)
        require_no_solution(valued_problem(problem, values), statement, component, (letters, equation))
    else:
        values, numbers, point, same, outside = record(proof, "at", "numbers", "point", "same", "outside")
        require_left_out(with_numbers(valued_problem(problem, values), numbers), statement, (point, same), outside)


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


def same_numbers(problem: Problem, pairs: Any) -> dict[str, Polynomial]:
    """Letters for roots with expressions that are these roots, too."""
    found = {}
    for pair in array(pairs):
        letter, expression = array(pair, 2)
        value = problem.setting.normal(problem.scalar(expression))
        known = name(letter) in problem.setting.letters and problem.setting.is_the_root(letter, value)
        require(known, f"a number that is not known to be {letter}")
        found[letter] = value
    return found


def require_solutions(member: Known, statement: Statement, proof: tuple[dict[str, Polynomial], Any]) -> bool:
    """Reject unless the equations hold at an arbitrary point of a component; True if they do by their normal forms."""
    found, identities, (same, cofactors) = equations(member.problem, statement, member.point), True, proof
    for equation, pairs in zip(found, array(cofactors, len(found)), strict=True):
        difference = member.setting.normal((equation - member.combination(pairs)).substitute(same))
        require(member.setting.is_zero(difference), "a component that is not known to consist of solutions")
        identities = identities and not difference
    return identities


def up_to_conjugation(member: Known, solution: Known) -> Any:
    """What a point whose coordinates are polynomials in one root of a polynomial shares with those for its other roots.

    None for other points. If the root does not occur in the equations for an arbitrary solution, these hold at all of
    the points if their normal forms at one are zero: they are remainders by the polynomial, the same ones at all.
    """
    letters = {letter for x in member.point for letter in x.letters}
    name = letters.pop() if len(letters) == 1 else ""
    polynomial = member.setting.letters[name].polynomial if name else None
    if polynomial is None or member.equations or any(name in e.letters for e in solution.equations):
        return None
    return tuple(polynomial), tuple(x.substitute({name: Polynomial.letter(ROOT)}) for x in member.point)


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


def require_left_out(problem: Problem, statement: Statement, solution: tuple[Any, Any], outside: Any) -> None:
    """Reject unless the point is a solution, and for each component a tree shows that no point of it is this one."""
    coordinates = [problem.setting.normal(problem.scalar(x)) for x in array(solution[0])]
    same = same_numbers(problem, solution[1])
    values = [value.substitute(same) for value in equations(problem, statement, coordinates)]
    require(all(map(problem.setting.is_zero, values)), "a point that is not known to be a solution")
    components = read_components(statement["components"])
    for component, part in zip(components, array(outside, len(components)), strict=True):
        letters, tree = record(part, "letters", "tree")
        member = component.member(Known(problem), letters)
        require(len(member.point) == len(coordinates), "points with different numbers of coordinates")
        for x, y in zip(member.point, coordinates, strict=True):
            member = member.supposing(x - y, "=")
        require_complete(member, [], tree)
