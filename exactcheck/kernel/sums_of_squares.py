"""Sums of squares of polynomials with real coefficients, for all allowed values of the letters of the problem.

A proof is the sum itself: at an arbitrary point, whose coordinates are letters of which nothing is known, the function
is equal to a sum of positive multiples of squares.

A refutation is a linear functional L on polynomials, given by its values on monomials, with L(q^2) >= 0 for every q of
degree at most d, where the function f has degree 2d or 2d + 1, and with L(f) < 0. If f were the sum of the squares of
polynomials q, none of these would have a degree above d, because leading forms of squares do not cancel; and L(f) would
be the sum of the L(q^2). That L(q^2) is never negative is that the matrix of the values L(z z') on the monomials z, z'
of degree at most d is positive semidefinite. The value at a point where f is negative is such a functional too.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations_with_replacement
from typing import Any

from .congruence import read_rows, require_semidefinite
from .matrix import Entries, Matrix
from .polynomial import Monomial, Polynomial, total
from .positivity import require_squares
from .problem import Problem
from .reading import array, integer, rational, record, require
from .stationary_points import coordinates, declaring, valued_problem
from .stationary_sets import value

Statement = dict[str, Any]
Exponents = tuple[int, ...]
Functional = dict[Exponents, Fraction]


def prove_sum_of_squares(problem: Problem, statement: Statement, proof: Any) -> None:
    """The function at an arbitrary point as a sum of positive multiples of squares."""
    names, squares = record(proof, "point", "squares")
    larger = declaring(problem, *coordinates(names))
    require_squares(larger, value(larger, statement["function"], arbitrary_point(names)), squares)


def refute_sum_of_squares(problem: Problem, statement: Statement, proof: Any) -> None:
    """At values of the letters of the problem: a point where the function is negative, or a functional."""
    require(isinstance(proof, dict), "a point or a functional was expected")
    if "value" in proof:
        values, point = record(proof, "at", "value")
        valued = valued_problem(problem, values)
        found = value(valued, statement["function"], [Polynomial.of(rational(x)) for x in array(point)])
        require(valued.setting.is_positive(-found), "a function that is not known to be negative at the point")
        return
    values, names, moments, congruence = record(proof, "at", "point", "functional", "congruence")
    larger = declaring(valued_problem(problem, values), *coordinates(names))
    polynomial = value(larger, statement["function"], arbitrary_point(names))
    functional = read_functional(moments, len(names))
    found = functional_value(functional, polynomial, names)
    require(larger.setting.is_positive(-found), "a functional that is not known to be negative on the function")
    degree = max((sum(exponents(monomial, names)) for monomial in polynomial.terms), default=0)
    matrix = moment_matrix(functional, len(names), degree // 2)
    require_semidefinite(larger.setting, matrix, read_rows(congruence, rational, matrix.rows))


def arbitrary_point(names: list[str]) -> list[Polynomial]:
    """The point whose coordinates are these letters."""
    return [Polynomial.letter(x) for x in names]


def exponents(monomial: Monomial, names: list[str]) -> Exponents:
    """The exponents of the coordinates in a monomial."""
    powers = dict(monomial)
    return tuple(powers.get(x, 0) for x in names)


def rest(monomial: Monomial, names: list[str]) -> Monomial:
    """The factors of a monomial that are no coordinates."""
    return tuple((x, k) for x, k in monomial if x not in names)


def read_functional(moments: Any, count: int) -> Functional:
    """The values on monomials as [exponents, value]; on all other monomials the functional is zero."""
    functional: Functional = {}
    for moment in array(moments):
        powers, number = array(moment, 2)
        monomial = tuple(integer(k, 0, 1000) for k in array(powers, count))
        require(monomial not in functional and rational(number) != 0, "a value that is given twice, or is zero")
        functional[monomial] = rational(number)
    return functional


def functional_value(functional: Functional, polynomial: Polynomial, names: list[str]) -> Polynomial:
    """The value on a polynomial, whose coefficients may have other letters."""
    terms = ((exponents(m, names), Polynomial({rest(m, names): c})) for m, c in polynomial.terms.items())
    return total(coefficient * functional.get(powers, Fraction(0)) for powers, coefficient in terms)


def moment_matrix(functional: Functional, count: int, degree: int) -> Matrix:
    """The values on the products of the monomials of degree at most so much, those without any left out."""
    basis = monomials(count, degree)
    products = {(i, j): functional.get(times(y, z)) for i, y in enumerate(basis) for j, z in enumerate(basis)}
    entries: Entries = {place: number for place, number in products.items() if number is not None}
    return Matrix(len(basis), len(basis), entries).restrict(sorted({i for i, _ in entries}))


def monomials(count: int, degree: int) -> list[Exponents]:
    """All monomials of degree at most so much, by degree."""
    chosen = (c for k in range(degree + 1) for c in combinations_with_replacement(range(count), k))
    return [tuple(letters.count(i) for i in range(count)) for letters in chosen]


def times(left: Exponents, right: Exponents) -> Exponents:
    """The product of two monomials."""
    return tuple(a + b for a, b in zip(left, right, strict=True))
