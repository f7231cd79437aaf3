"""Statements about symmetric matrices: what they contain, and what does not fit."""

import pytest
import sympy

from exactcheck import InputError, identity, matrix, ones, verify_statements
from exactcheck.exact.partition import Partition, size_letter
from exactcheck.landscape import copositive, inertia, positive_definite, positive_semidefinite, strictly_copositive

ROWS = [[2, -1], [-1, 2]]
SQUARE = matrix(ROWS)


@pytest.mark.parametrize(
    ("statement", "kind", "fields"),
    [
        (positive_definite(SQUARE), "definiteness", {"property": "positive definite"}),
        (positive_semidefinite(SQUARE), "definiteness", {"property": "positive semidefinite"}),
        (inertia(SQUARE, 1, 0, 1), "inertia", {"inertia": [1, 0, 1]}),
        (copositive(SQUARE), "copositivity", {"free": [], "strict": False}),
        (strictly_copositive(SQUARE, free=[1, 0, 1]), "copositivity", {"free": [0, 1], "strict": True}),
    ],
)
def test_fields(statement, kind, fields):
    assert statement.kind == kind
    assert statement["matrix"] is SQUARE
    assert {name: statement[name] for name in fields} == fields


@pytest.mark.parametrize("given", [ROWS, SQUARE, sympy.Matrix(ROWS)])
def test_everything_that_makes_a_matrix_is_accepted(given):
    assert verify_statements(positive_definite(given)).verdict == "proved"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: positive_definite(ones(2, 3)), "matrix: a symmetric matrix is square"),
        (lambda: copositive([[1, 2]]), "matrix: a symmetric matrix is square"),
        (lambda: positive_definite([[0.5]]), r"entry \(1, 1\): the float 0.5"),
        (lambda: copositive(3), "list of rows"),
        (lambda: copositive(SQUARE, free=[2]), "free: coordinates are counted from 0 to 1"),
        (lambda: strictly_copositive(SQUARE, free=[-1]), "free: coordinates are counted from 0 to 1"),
    ],
)
def test_what_does_not_fit(make, words):
    with pytest.raises(InputError, match=words):
        make()


STATEMENTS = [positive_definite, positive_semidefinite, copositive, strictly_copositive, lambda a: inertia(a, 1, 1, 0)]


@pytest.mark.parametrize("state", STATEMENTS)
def test_a_matrix_that_is_not_symmetric_is_an_error(state):
    with pytest.raises(InputError, match="not symmetric"):
        verify_statements(state([[1, 2], [0, 1]]))


@pytest.mark.parametrize("state", STATEMENTS)
def test_of_letter_size_the_question_stays_open(state):
    result = verify_statements(state(identity(Partition(p=size_letter("n")).dimension)))
    assert result.verdict == "undecided"


@pytest.mark.parametrize("free", ["a", [0.0], [False], ["0"]])
def test_free_coordinates_are_numbers(free):
    with pytest.raises(InputError, match="free"):
        copositive([[1, 0], [0, 1]], free=free)


@pytest.mark.parametrize("counts", [("1", 0, 0), (-1, 2, 0), (1.0, 0, 0), (True, 0, 0)])
def test_numbers_of_eigenvalues(counts):
    with pytest.raises(InputError, match="eigenvalues"):
        inertia([[1]], *counts)
