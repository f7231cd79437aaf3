"""Definiteness against leading and principal minors, and over letters."""

from itertools import combinations

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import matrix, point, sqrt
from exactcheck.landscape import inertia, positive_definite, positive_semidefinite
from tests.decide.rechecking import verdict
from tests.kernel.strategies import symmetric

X, Y = point("x"), point("y")


def minors(rows, leading):
    """The leading, or all principal, minors."""
    a, n = sympy.Matrix(rows), len(rows)
    chosen = [range(k) for k in range(1, n + 1)]
    if not leading:
        chosen = [part for k in range(1, n + 1) for part in combinations(range(n), k)]
    return [a.extract(list(part), list(part)).det() for part in chosen]


def shifted_gram(rows, shift):
    """A A^T + shift I, on both sides of the border."""
    a = sympy.Matrix(rows)
    return (a * a.T + shift * sympy.eye(a.rows)).tolist()


@given(st.integers(1, 3).flatmap(symmetric), st.integers(-2, 2))
def test_sylvester_s_criterion(rows, shift):
    for a in (rows, shifted_gram(rows, shift)):
        definite, semidefinite = all(d > 0 for d in minors(a, True)), all(d >= 0 for d in minors(a, False))
        assert verdict(positive_definite(a)) == ("proved" if definite else "refuted")
        assert verdict(positive_semidefinite(a)) == ("proved" if semidefinite else "refuted")


@pytest.mark.parametrize(
    ("statement", "assuming", "expected"),
    [
        (positive_definite(matrix([[X + 1, 1], [1, 1]])), (X > 0,), "proved"),
        (positive_semidefinite(matrix([[X, X], [X, X]])), (X > 0,), "proved"),
        (positive_definite(matrix([[X, X], [X, X]])), (X > 0,), "refuted"),
        (positive_definite(matrix([[X, 1], [1, 2]])), (), "undecided"),
        (positive_definite(matrix([[X, Y], [Y, X]])), (X > 0,), "undecided"),
        (inertia(matrix([[0, X], [X, 0]]), 1, 1, 0), (X > 0,), "proved"),
        (inertia(matrix([[0, X], [X, 0]]), 2, 0, 0), (X > 0,), "refuted"),
        (inertia(matrix([[X]]), 1, 0, 0), (), "undecided"),
        (positive_definite(matrix([["3/2", sqrt(2)], [sqrt(2), "3/2"]])), (), "proved"),
        (positive_definite(matrix([["7/5", sqrt(2)], [sqrt(2), "7/5"]])), (), "refuted"),
        (positive_semidefinite(matrix([[sqrt(2), sqrt(6)], [sqrt(6), 3 * sqrt(2)]])), (), "proved"),
        (positive_definite(matrix([[sqrt(2), sqrt(6)], [sqrt(6), 3 * sqrt(2)]])), (), "refuted"),
    ],
    ids=repr,
)
def test_over_letters_and_roots(statement, assuming, expected):
    assert verdict(statement, assuming=assuming) == expected


def test_the_empty_matrix():
    assert verdict(positive_definite(matrix([]))) == "proved"
    assert verdict(inertia(matrix([]), 0, 0, 0)) == "proved"
