"""The Hessian of a function along a component: its numbers of positive, negative and zero eigenvalues at every point.

A component may be given by equations that nothing solves, such as a sphere or an orbit of orthogonal matrices. There
the entries of the Hessian vary, while the coefficients of its characteristic polynomial may be constant, or of constant
sign, modulo the equations; a real symmetric matrix has real eigenvalues only, and then these coefficients say how many
are positive (Descartes' rule of signs, which is exact for polynomials with real roots only).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from .components import Component, read_components
from .contradictions import require_in_all_cases
from .jet import Jet
from .known_equations import Known
from .polynomial import Monomial, Polynomial, Scalar, times, total
from .problem import Problem
from .reading import array, integer, record, require
from .real_solutions import with_numbers
from .stationary_points import valued_problem

Statement = dict[str, Any]
Rows = list[list[Polynomial]]
Inertia = list[int]
LARGEST = 40


def prove_inertia_along(problem: Problem, statement: Statement, proof: Any) -> None:
    """The Hessian has this inertia at an arbitrary point of the component, in each case of a tree."""
    numbers, letters, tree = record(proof, "numbers", "letters", "tree")
    require_inertia(the_component(statement).member(Known(with_numbers(problem, numbers)), letters), statement, tree)


def require_inertia(known: Known, statement: Statement, tree: Any) -> None:
    """Reject unless the Hessian has the inertia at every point of which this is known.

    At a leaf (null) the inertia is seen from the signs that are known.
    """

    def shown(case: Known, node: Any) -> bool:
        if node is not None:
            return False
        found = inertia_of(case, hessian(case.problem, statement["function"], case.point))
        require(found == stated(statement), f"a Hessian with the inertia {found}")
        return True

    require_in_all_cases(known, tree, shown)


def refute_inertia_along(problem: Problem, statement: Statement, proof: Any) -> None:
    """At values of the letters of the problem and of the component the Hessian has another inertia."""
    at, numbers, values = record(proof, "at", "numbers", "values")
    there = with_numbers(valued_problem(problem, at), numbers)
    component, known = the_component(statement), Known(there)
    letters = [there.setting.normal(there.scalar(x)) for x in array(values, len(component.letters))]
    require(all(map(there.setting.is_constant, letters)), "values that are no numbers")
    conditions = component.conditions(there, letters)
    require(all(known.satisfies(*condition) for condition in conditions), "numbers that the component does not allow")
    point = list(component.values(there, letters))
    found = inertia_of(known, hessian(there, statement["function"], point))
    require(found != stated(statement), "a Hessian with the inertia that is stated")


def the_component(statement: Statement) -> Component:
    """The component of a statement."""
    (component,) = read_components([statement["component"]])
    return component


def stated(statement: Statement) -> Inertia:
    """The numbers of positive, negative and zero eigenvalues."""
    return [integer(count, 0, LARGEST) for count in array(statement["inertia"], 3)]


def hessian(problem: Problem, function: Any, point: Sequence[Scalar]) -> Rows:
    """The matrix of second derivatives at a point, from the definition of the function."""
    displaced = [Jet(x, {i: Fraction(1)}) for i, x in enumerate(point)]
    jet = problem.call(problem.function(function), list(displaced))
    require(isinstance(jet, (Fraction, Polynomial, Jet)), "a function that is no scalar")
    require(len(point) <= LARGEST, f"a point with {len(point)} coordinates")
    entries, size = Jet.of(jet).hessian(), range(len(point))
    return [[problem.setting.normal(entries.get((i, j), Fraction(0))) for j in size] for i in size]


def inertia_of(known: Known, matrix: Rows) -> Inertia:
    """The inertia of a symmetric matrix by the signs of the coefficients of det(x - H) = x^n + c_1 x^(n-1) + ... + c_n.

    If c_m is known not to be zero and all after it are, then n - m eigenvalues are zero, and m are not. The polynomial
    has real roots only, so that the number of positive ones, each as often as it occurs, is the number of sign changes
    in 1, c_1, ..., c_m, zeros left out. Between two opposite signs there is one change whatever stands there, so that a
    sign that is not known may be left out, too.
    """
    signs = [1, *(sign(known, value) for value in characteristic_coefficients(known, matrix))]
    while signs[-1] == 0:
        signs.pop()
    nonzero = [value for value in signs if value != 0]
    for before, value, after in zip(nonzero, nonzero[1:], [*nonzero[2:], None], strict=False):
        settled = value is not None or (before is not None and after is not None and before == -after)
        require(settled, "a coefficient whose sign is not known")
    told = [value for value in nonzero if value is not None]
    positive = sum(left != right for left, right in pairwise(told))
    return [positive, len(signs) - 1 - positive, len(matrix) + 1 - len(signs)]


def sign(known: Known, value: Polynomial) -> int | None:
    """The sign of an expression if it is known to be the same everywhere."""
    found = (number for number, relation in ((0, "="), (1, ">"), (-1, "<")) if known.satisfies(value, relation))
    return next(found, None)


def characteristic_coefficients(known: Known, matrix: Rows) -> list[Polynomial]:
    """c_1, ..., c_n by the method of Faddeev and LeVerrier, simplified by the equations on the way.

    M_1 = H and c_k = -tr(M_k) / k, M_(k+1) = H (M_k + c_k).
    """
    simplify = Reduction(known)
    rows = [list(map(simplify, row)) for row in matrix]
    power, found = rows, list[Polynomial]()
    for k in range(1, len(rows) + 1):
        trace = total(power[i][i] for i in range(len(rows)))
        found.append(simplify(trace * Fraction(-1, k)))
        shifted = [[x + found[-1] if i == j else x for j, x in enumerate(row)] for i, row in enumerate(power)]
        columns = list(zip(*shifted, strict=True))
        power = [[simplify(inner(row, column)) for column in columns] for row in rows]
    return found


def inner(row: Sequence[Polynomial], column: Sequence[Polynomial]) -> Polynomial:
    """The inner product."""
    return total(x * y for x, y in zip(row, column, strict=True) if x and y)


class Reduction:
    """Expressions with the same values where the equations hold: leading monomials of these are replaced.

    Monomials are ordered by degree, then reverse lexicographically. Each replacement puts smaller ones in the place of
    one, with exponents that are not below those that were there, or not negative: it comes to an end.
    """

    def __init__(self, known: Known) -> None:
        self.setting = known.setting
        self.letters = sorted(known.setting.letters, reverse=True)
        self.rules: list[tuple[Monomial, Polynomial]] = []
        for equation in known.equations:
            if equation.letters and all(k > 0 for monomial in equation.terms for _, k in monomial):
                head = max(equation.terms, key=self.order)
                rest = equation * (-1 / equation.terms[head]) + Polynomial({head: Fraction(1)})
                self.rules.append((head, rest))

    def order(self, monomial: Monomial) -> tuple[int, list[int]]:
        """The place of a monomial among all."""
        exponents = dict(monomial)
        return sum(exponents.values()), [-exponents.get(letter, 0) for letter in self.letters]

    def __call__(self, value: Polynomial) -> Polynomial:
        """The expression with replaced monomials."""
        waiting, done = dict(self.setting.normal(value).terms), Polynomial()
        while waiting:
            monomial = max(waiting, key=self.order)
            coefficient = waiting.pop(monomial)
            replaced = self.replaced(monomial)
            if replaced is None:
                done = done + Polynomial({monomial: coefficient})
            else:
                waiting = (Polynomial(waiting) + replaced * coefficient).terms
        return self.setting.normal(done)

    def replaced(self, monomial: Monomial) -> Polynomial | None:
        """What a monomial is equal to by one of the equations; None if no leading monomial divides it."""
        exponents = dict(monomial)
        for head, rest in self.rules:
            if all(exponents.get(x, 0) >= k for x, k in head):
                return rest * Polynomial({times(monomial, tuple((x, -k) for x, k in head)): Fraction(1)})
        return None
