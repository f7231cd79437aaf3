"""The dimension of a set of points: the largest d such that it contains a d-dimensional disc; -1 if it is empty.

The disc is a smooth one: the image of an open ball of R^d under a smooth embedding. The dimension of a finite union is
the largest one of its parts (Bochnak, Coste and Roy, Real Algebraic Geometry, section 2.8).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .components import Component
from .contradictions import cases_of, require_all_hold, require_contradictory, require_holds
from .known_equations import Known
from .matrix import Matrix, determinant
from .point_sets import components_of, require_bounds
from .polynomial import Polynomial, total
from .problem import Problem
from .reading import array, integer, record, require
from .real_solutions import with_numbers
from .stationary_points import valued_problem

Statement = dict[str, Any]
Node = Any
STRICT = {">=": ">", "<=": "<"}


def prove_dimension(problem: Problem, statement: Statement, proof: Any) -> None:
    """The dimension is between two bounds, and what is stated of it holds for all numbers between them."""
    require_bounds(statement, *bounds(problem, statement, *record(proof, *PARTS)), proved=True)


def refute_dimension(problem: Problem, statement: Statement, proof: Any) -> None:
    """At values of the letters of the problem what is stated holds for no number between two bounds."""
    at, *parts = record(proof, "at", *PARTS)
    require_bounds(statement, *bounds(valued_problem(problem, at), statement, *parts), proved=False)


PARTS = ("numbers", "solutions", "lower", "upper")


def bounds(problem: Problem, statement: Statement, *parts: Any) -> tuple[int, int]:
    """A lower and an upper bound of the dimension; without a proof of one it is the trivial one."""
    numbers, solved, lower, upper = parts
    known = Known(with_numbers(problem, numbers))
    components = components_of(known.problem, statement["set"], solved)
    least = -1 if lower is None else dimension_at(known, components, lower)
    most = max((len(each.letters) for each in components), default=-1)
    return least, most if upper is None else highest(known, components, upper)


# From above


def highest(known: Known, components: list[Component], upper: Any) -> int:
    """What no part of the union exceeds, by a tree of cases for each component."""
    found = [-1]
    for component, part in zip(components, array(upper, len(components)), strict=True):
        names, tree = record(part, "letters", "tree")
        found.append(highest_in(known, component.member(known, names), tree))
    return max(found)


def highest_in(outer: Known, known: Known, node: Node) -> int:
    """What the dimension of the points of a case does not exceed.

    The cases of a rule cover those points, so that the largest of their bounds is one. A leaf {"rank": equations,
    "full": tree}: the point is a function of letters x in R^k, and for r of the equations det(J J^T) > 0, where J is
    the r x k matrix of their derivatives. So J has rank r, and by the implicit function theorem the x with these
    equations are a manifold of dimension k - r, of which the points are an image under a semialgebraic map, which does
    not raise the dimension. A leaf {"nowhere": tree}: there are no points.
    """
    if isinstance(node, dict) and "nowhere" in node:
        require_contradictory(known, record(node, "nowhere")[0])
        return -1
    if isinstance(node, dict) and "rank" in node:
        return leaf_bound(outer, known, *record(node, "rank", "full"))
    cases = cases_of(known, node)
    require(cases is not None, "a node of an unknown kind")
    return max((highest_in(outer, case, branch) for case, branch in cases or ()), default=-1)


def leaf_bound(outer: Known, known: Known, indices: Any, full: Node) -> int:
    """The number of letters less the number of independent equations between them."""
    equations = [known.equation(k) for k in array(indices)]
    letters = sorted({x for p in (*known.point, *equations) for x in p.letters} - outer.setting.letters.keys())
    rows = [[derivative(equation, x) for x in letters] for equation in equations]
    require_holds(known, gram_determinant(known, rows), ">", full)
    return len(letters) - len(equations)


def gram_determinant(known: Known, rows: list[list[Polynomial]]) -> Polynomial:
    """det(J J^T) for a matrix J, the sum of the squares of its minors of full size (Cauchy and Binet)."""
    size = range(len(rows))
    products = {(i, j): total(a * b for a, b in zip(rows[i], rows[j], strict=True)) for i in size for j in size}
    return known.setting.normal(determinant(Matrix(len(rows), len(rows), dict(products))))


def derivative(value: Polynomial, letter: str) -> Polynomial:
    """The partial derivative with respect to a letter."""
    parts = value.coefficients(letter).items()
    return total(part * Polynomial.letter(letter, k - 1) * Fraction(k) for k, part in parts if k)


# From below


def dimension_at(known: Known, components: list[Component], lower: Any) -> int:
    """The dimension near a point of a component, at least.

    At values p of the letters x of the component all its conditions hold, inequalities strictly, so that near p only
    the equations matter; and there these follow from some of them, e_1, ..., e_r: for each other one u e is a
    combination of these for an expression u with u(p) != 0. The derivatives of e_1, ..., e_r and of d coordinates at p
    have a minor of full size that is not zero. So the x near p with the equations are a manifold, on whose tangent
    space at p, where the derivatives of e_1, ..., e_r vanish, those of the d coordinates are independent: a
    d-dimensional disc in it is embedded by them. Without a minor it is only shown that there is a point.
    """
    if isinstance(lower, dict) and "minor" not in lower:
        require_member(known, components, *record(lower, "component", "values", "trees"))
        return 0
    index, names, values, trees, independent, others, minor, unequal = record(
        lower, "component", "letters", "values", "trees", "equations", "others", "minor", "unequal"
    )
    component = components[integer(index, 0, len(components) - 1)]
    at = [known.setting.normal(known.problem.scalar(x)) for x in array(values, len(component.letters))]
    stated = component.conditions(known.problem, at)
    require_all_hold(known, [(value, STRICT.get(relation, relation)) for value, relation in stated], trees)
    member = component.member(known, names)
    there = dict(zip(names, at, strict=True))
    chosen = [member.equation(k) for k in array(independent)]
    require_others_follow(member, array(independent), others, there)
    coordinates, letters = (array(part) for part in record(minor, "coordinates", "letters"))
    functions = [*chosen, *(member.point[integer(k, 0, len(member.point) - 1)] for k in coordinates)]
    require(len(functions) == len(letters), "a minor that is not square")
    entries = {
        (i, j): derivative(function, names[integer(column, 0, len(names) - 1)]).substitute(there)
        for i, function in enumerate(functions)
        for j, column in enumerate(letters)
    }
    size = len(functions)
    require_holds(known, known.setting.normal(determinant(Matrix(size, size, dict(entries)))), "!=", unequal)
    return len(coordinates)


def require_member(known: Known, components: list[Component], index: Any, values: Any, trees: Any) -> None:
    """Reject unless a component has a point at these values of its letters."""
    component = components[integer(index, 0, len(components) - 1)]
    letters = [known.problem.scalar(x) for x in array(values, len(component.letters))]
    require_all_hold(known, component.conditions(known.problem, letters), trees)


def require_others_follow(member: Known, independent: list[Any], others: Any, there: dict[str, Polynomial]) -> None:
    """Reject unless near a point all equations follow from the independent ones."""
    rest = [k for k in range(len(member.equations)) if k not in independent]
    for k, part in zip(rest, array(others, len(rest)), strict=True):
        expression, pairs = array(part, 2)
        require(all(index in independent for index, _ in map(list, array(pairs))), "a combination of other equations")
        unit = Polynomial.of(member.problem.scalar(expression))
        same = member.setting.is_zero(unit * member.equation(k) - member.combination(pairs))
        require(same, "an equation that does not follow from the independent ones")
        require(member.is_unequal(unit.substitute(there)), "a factor that may be zero at the point")
