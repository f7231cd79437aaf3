"""Congruences: the product W A W^T is multiplied out with fractions, and its signs are counted again."""

from fractions import Fraction
from math import inf, nan
from random import Random

import pytest
import sympy
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import matrix, point, real_root, sqrt, verify_statements
from exactcheck.decide import Context
from exactcheck.decide.congruence import (
    LARGE,
    Elimination,
    congruence,
    dominant_sign,
    float_congruence,
    rounded,
)
from exactcheck.exact.problem import Problem
from exactcheck.landscape import inertia, positive_definite, positive_semidefinite
from tests.exact.trees import plain
from tests.kernel.strategies import fractions, symmetric


def context_of(*expressions, assuming=()):
    """A context for expressions."""
    problem = Problem()
    for assumption in assuming:
        problem.assume(assumption)
    for expression in expressions:
        problem.write(expression)
    return Context(problem)


def of_rows(rows):
    """A context and the value of a rational matrix."""
    context = context_of()
    return context, context.evaluator.matrix(matrix(rows))


def multiplied(found, rows):
    """W A W^T and W, with fractions."""
    size = len(rows)
    w = [[plain(row.get(j, fmpq(0))) for j in range(size)] for row in found.rows]
    left = [[sum(a * rows[k][j] for k, a in enumerate(row)) for j in range(size)] for row in w]
    return [[sum(a * b for a, b in zip(row, other, strict=True)) for other in w] for row in left], w


def is_diagonal_with(product, signs):
    """True if the product is diagonal with these signs."""
    return all(
        (value > 0) - (value < 0) == (signs[i] if i == j else 0)
        for i, row in enumerate(product)
        for j, value in enumerate(row)
    )


@given(st.integers(0, 6).flatmap(lambda n: symmetric(n, fractions)))
def test_the_product_is_diagonal_and_the_transformation_invertible(rows):
    found = congruence(*of_rows(rows))
    product, w = multiplied(found, rows)
    assert is_diagonal_with(product, found.signs)
    assert sympy.Matrix(len(rows), len(rows), [v for row in w for v in row]).det() != 0
    assert found.inertia == [found.signs.count(sign) for sign in (1, -1, 0)]
    assert [len(found.rows_of_sign(sign)) for sign in (1, -1, 0)] == found.inertia


@given(st.integers(1, 4).flatmap(lambda n: symmetric(n, st.sampled_from([0, 0, 1, -1]))))
def test_zeros_on_the_diagonal(rows):
    hollow = [[0 if i == j else v for j, v in enumerate(row)] for i, row in enumerate(rows)]
    found = congruence(*of_rows(hollow))
    assert is_diagonal_with(multiplied(found, hollow)[0], found.signs)


def random_symmetric(size, rank, seed):
    """L diag(+-1) L^T with this rank and small entries, and its inertia by Sylvester's law."""
    source = Random(seed)
    # unit triangular, so that the inertia is that of the diagonal
    low = [[1 if i == j else source.randint(-1, 1) if i > j else 0 for j in range(size)] for i in range(size)]
    signs = [source.choice((1, -1)) if k < rank else 0 for k in range(size)]
    rows = [[sum(low[i][k] * signs[k] * low[j][k] for k in range(size)) for j in range(size)] for i in range(size)]
    return rows, [signs.count(1), signs.count(-1), signs.count(0)]


@pytest.mark.parametrize("size", [LARGE, LARGE + 6])
@pytest.mark.parametrize("missing", [0, 2])
def test_large_matrices_are_proposed_in_floats_and_decided_exactly(size, missing):
    rows, inertia = random_symmetric(size, size - missing, seed=size)
    context, value = of_rows(rows)
    found = congruence(context, value)
    assert found.inertia == inertia == Elimination(context, value).run().inertia
    if missing:
        assert rounded(value) is None


def test_a_proposal_that_is_accepted_dominates_its_rows():
    size = LARGE
    source = Random(1)
    rows = [[0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rows[i][j] = rows[j][i] = source.randint(-3, 3) + (100 * (-1) ** i if i == j else 0)
    found = rounded(of_rows(rows)[1])
    product, _ = multiplied(found, rows)
    for i, (row, sign) in enumerate(zip(product, found.signs, strict=True)):
        assert sign * row[i] > sum(abs(v) for j, v in enumerate(row) if j != i)
    assert found.inertia == [size // 2, size // 2, 0]


def test_an_eigenvalue_too_small_for_floats():
    size, tiny = LARGE, Fraction(1, 10**60)
    for sign, counts in ((1, [size, 0, 0]), (-1, [size - 1, 1, 0]), (0, [size - 1, 0, 1])):
        rows = [[Fraction(i == j) + 1 for j in range(size)] for i in range(size)]
        # the last row repeats the first one but for the corner
        rows[-1] = [*rows[0][:-1], rows[0][0] + sign * tiny]
        for row in rows[:-1]:
            row[-1] = row[0]
        assert congruence(*of_rows(rows)).inertia == counts


def test_rows_that_are_all_alike():
    assert congruence(*of_rows([[1] * LARGE] * LARGE)).inertia == [1, 0, LARGE - 1]


def test_numbers_beyond_floats():
    rows = [[10**400 * (i == j) + 1 for j in range(LARGE)] for i in range(LARGE)]
    assert congruence(*of_rows(rows)).inertia == [LARGE, 0, 0]


@pytest.mark.parametrize("bad", [nan, inf, pytest.param(0.0)])
def test_floats_that_propose_nothing(bad):
    assert float_congruence([[bad, 0.0], [0.0, bad]]) is None


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=4), st.data())
def test_dominance(row, data):
    i = data.draw(st.integers(0, len(row) - 1))
    others = sum(abs(v) for v in row) - abs(row[i])
    assert dominant_sign(row, i) == (0 if abs(row[i]) <= others else 1 if row[i] > 0 else -1)


X, Y = point("x"), point("y")


@pytest.mark.parametrize(
    ("rows", "assuming", "signs"),
    [
        ([[X, 0], [0, Y]], (X > 0, Y > 0), [2, 0, 0]),
        ([[X, X], [X, X]], (X > 0,), [1, 0, 1]),
        ([[X, 1], [1, 0]], (X > 0,), [1, 1, 0]),
        ([[X + 1, 1], [1, 1]], (X > 0,), [2, 0, 0]),
        ([[0, X], [X, 0]], (X > 0,), [1, 1, 0]),
        ([[2, sqrt(2)], [sqrt(2), 1]], (), [1, 0, 1]),
        ([[1, sqrt(2)], [sqrt(2), 1]], (), [1, 1, 0]),
        ([[-X, 0], [0, 0]], (X > 0,), [0, 1, 1]),
        ([[X]], (), None),
        ([[X]], (X >= 0,), None),
        ([[X, 0], [0, Y]], (X > 0,), None),
        ([[X + Y - 1]], (X > 0, Y > 0), None),
    ],
)
def test_over_letters_the_signs_of_pivots_must_be_known(rows, assuming, signs):
    a = matrix(rows)
    context = context_of(a, assuming=assuming)
    found = congruence(context, context.evaluator.matrix(a))
    assert (None if found is None else found.inertia) == signs


A, CUBE_ROOT = point("a"), real_root([-2, 0, 0, 1], 1, 2)
WITH_LETTERS = [
    (positive_semidefinite(matrix([[1 + A**2, 1, 1 + A**2], [1, 5, 1], [1 + A**2, 1, 9 + A**2]])), "proved"),
    (inertia(matrix([[1 + A**2, 1, 1 + A**2], [1, 0, 1], [1 + A**2, 1, 0]]), 1, 2, 0), "proved"),
    (positive_definite(matrix([[CUBE_ROOT, 1], [1, 5]])), "proved"),
    (positive_definite(matrix([[CUBE_ROOT, 1, 0], [1, 5, CUBE_ROOT], [0, CUBE_ROOT, 7]])), "proved"),
    (positive_definite(matrix([[CUBE_ROOT, 3], [3, 5]])), "refuted"),
]


@pytest.mark.parametrize(("statement", "expected"), WITH_LETTERS)
def test_pivots_by_which_nothing_is_divided(statement, expected):
    assert verify_statements(statement).verdict == expected
