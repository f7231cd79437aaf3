"""Quadratic polynomials: a sum of squares exactly if no principal minor of the form is negative."""

from fractions import Fraction
from itertools import combinations

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import point
from exactcheck.decide.quadratic_squares import quadratic_squares
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.problem import Problem
from tests.decide.rechecking import proves
from tests.kernel.strategies import fractions, mirrored

LETTERS = ("x", "y")
COUNT = len(LETTERS) + 1
lower = st.lists(st.integers(-3, 3) | fractions, min_size=6, max_size=6)


def form(values):
    """The symmetric matrix of a form in 1, x, y."""
    pairs = [(i, j) for i in range(COUNT) for j in range(i + 1)]
    return mirrored(COUNT, dict(zip(pairs, values, strict=True)))


def polynomial(rows):
    """(1, x, y) A (1, x, y)^T."""
    z = [Polynomial.of(1), *map(Polynomial.letter, LETTERS)]
    total = Polynomial()
    for i in range(COUNT):
        for j in range(COUNT):
            total = total + rows[i][j] * z[i] * z[j]
    return total


def is_semidefinite(rows):
    """No principal minor is negative."""
    a = sympy.Matrix(rows)
    chosen = [part for size in range(1, COUNT + 1) for part in combinations(range(COUNT), size)]
    return all(a.extract(list(part), list(part)).det() >= 0 for part in chosen)


def gram(rows, shift):
    """A A^T + shift * (1 in the corner), near the border."""
    a = sympy.Matrix(rows)
    a = a * a.T
    a[0, 0] += shift
    return [[sympy.Rational(v) for v in row] for row in a.tolist()]


def is_sum(squares, p):
    """True if positive multiples of the squares add up, in the kernel's reading, to the polynomial."""
    reader = Problem([{"letter": name, "role": "point"} for name in LETTERS])
    total = Polynomial()
    for weight, affine in squares["squares"]:
        value = Polynomial.of(reader.scalar(affine))
        assert sympy.Rational(weight) > 0
        assert all(sum(k for _, k in monomial) <= 1 for monomial in value.terms)
        total = total + Polynomial.of(reader.scalar(weight)) * value * value
    return not (total - p)


@given(lower, st.sampled_from([-1, 0, 0, 1]))
def test_squares_are_found_exactly_for_semidefinite_forms(values, shift):
    near = [[Fraction(int(v.p), int(v.q)) for v in row] for row in gram(form(values), shift)]
    for rows in (form(values), near):
        p = polynomial(rows)
        found = quadratic_squares(p)
        assert (found is not None) == is_semidefinite(rows)
        assert found is None or is_sum(found, p)


X, Y = point("x"), point("y")


@pytest.mark.parametrize("p", [X**2 - 2 * X * Y + Y**2, (X + Y - 1) ** 2, X**2 + X + "1/4", X**2 + Y**2 + X * Y, X - X])
def test_the_kernel_accepts_the_squares(p):
    assert proves(p >= 0)


@pytest.mark.parametrize("terms", [{(("x", 4),): 1}, {(("x", -1),): 1}, {(("x", 2), ("y", 1)): 1}, {(("x", 1),): 1}])
def test_what_is_no_quadratic_polynomial(terms):
    assert quadratic_squares(Polynomial(terms)) is None
