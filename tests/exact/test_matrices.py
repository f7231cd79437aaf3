"""Matrices against sympy's, and every shape that does not fit."""

from fractions import Fraction

import numpy
import pytest
import sympy
from flint import fmpq_mat, fmpz_mat
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import (
    InputError,
    determinant,
    diagonal,
    identity,
    inner,
    matrix,
    norm_squared,
    ones,
    sparse,
    trace,
    unit,
    vec,
)
from exactcheck.exact.matrices import entry, generic, half
from exactcheck.exact.partition import Partition, size_letter
from exactcheck.landscape import measurements
from tests.exact.trees import as_rows, evaluated, matrices, plain
from tests.kernel.strategies import fractions

A = matrix([[1, 2], [3, 4]])
WIDE = ones(2, 3)
BLOCKS = Partition(p=size_letter("n"), q=2).dimension
shapes = st.tuples(st.integers(1, 3), st.integers(1, 3))
pairs = shapes.flatmap(lambda shape: st.tuples(matrices(*shape), matrices(*shape)))
square = st.integers(1, 4).flatmap(lambda n: matrices(n, n))


@given(pairs, fractions)
def test_sums_products_and_transposes(pair, c):
    (a, b), (left, right) = map(matrix, pair), map(sympy.Matrix, pair)
    assert evaluated(a + b) == as_rows(left + right)
    assert evaluated(a - b) == as_rows(left - right)
    assert evaluated(c * a.T @ b) == as_rows(sympy.Rational(c) * left.T * right)
    assert evaluated(-(a @ b.T)) == as_rows(-(left * right.T))
    assert evaluated(a.T.T / 3) == as_rows(left / 3)


@given(pairs)
def test_inner_products_and_vectors(pair):
    (a, b), (left, right) = map(matrix, pair), map(sympy.Matrix, pair)
    assert evaluated(inner(a, b)) == (left.T * right).trace()
    assert evaluated(norm_squared(a)) == sum(v**2 for v in left)
    assert evaluated(vec(a)) == as_rows(left.reshape(left.rows * left.cols, 1))
    assert evaluated(inner(vec(a), vec(b))) == evaluated(inner(a, b))


@given(square)
def test_traces_and_determinants(rows):
    a, same = matrix(rows), sympy.Matrix(rows)
    assert evaluated(trace(a)) == same.trace()
    assert evaluated(determinant(a)) == same.det()
    assert evaluated(determinant(a @ a.T)) == same.det() ** 2


@pytest.mark.parametrize(
    ("made", "rows"),
    [
        (identity(2), [[1, 0], [0, 1]]),
        (ones(2, 1), [[1], [1]]),
        (diagonal([1, "1/2"]), [[1, 0], [0, Fraction(1, 2)]]),
        (unit(2, 3, 1, 2), [[0, 0, 0], [0, 0, 1]]),
        (sparse(2, 2, [(1, 0, "-3")]), [[0, 0], [-3, 0]]),
        (matrix([]), []),
        (matrix(sympy.Matrix([[1, sympy.Rational(1, 3)]])), [[1, Fraction(1, 3)]]),
        (matrix(fmpq_mat(1, 2, [1, 2]) / 3), [[Fraction(1, 3), Fraction(2, 3)]]),
        (matrix(fmpz_mat([[1, -2]])), [[1, -2]]),
        (matrix(numpy.array([[1, 2], [3, 4]])), [[1, 2], [3, 4]]),
        (matrix([["1/2", half()]]), [[Fraction(1, 2), Fraction(1, 2)]]),
    ],
)
def test_ways_to_make_a_matrix(made, rows):
    assert evaluated(made) == rows


def test_entries_are_counted_from_0():
    assert plain(entry(A, 1, 0).value) == 3
    assert plain(entry(unit(2, 2, 0, 0), 1, 1).value) == 0


def test_an_arbitrary_matrix_of_known_size_has_letters_for_entries():
    assert repr(generic("X", 1, 2)) == "[[X_1_1, X_1_2]]"
    assert generic("X", BLOCKS, BLOCKS).name == "X"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: matrix([1, 2]), "list of rows"),
        (lambda: matrix("12"), "list of rows"),
        (lambda: matrix(["12"]), "list of rows"),
        (lambda: matrix(3), "list of rows"),
        (lambda: matrix([[1], [1, 2]]), "rows of equal length"),
        (lambda: matrix([[1, 0], [0.5, 1]]), r"entry \(2, 1\): the float 0.5"),
        (lambda: matrix(numpy.eye(2)), r"entry \(1, 1\): the float 1.0"),
        (lambda: matrix([[1, "a"]]), r"entry \(1, 2\): 'a'"),
        (lambda: matrix([[A]]), r"entry \(1, 1\)"),
        (lambda: sparse(1, 1, [(0, 0, 1), (0, 0, 2)]), "given twice"),
        (lambda: sparse(1, 1, [(0, 1, 1)]), r"the entry \(0, 1\), counted from 0, is not in a 1 x 1 matrix"),
        (lambda: unit(2, 2, -1, 0), r"the entry \(-1, 0\)"),
        (lambda: entry(A, 2, 0), r"the entry \(2, 0\)"),
        (lambda: entry(identity(2), 0, 0), "given by its entries"),
        (lambda: entry([[1]], 0, 0), "is not a matrix"),
        (lambda: inner(A, WIDE), "an inner product of a 2 x 2 and a 2 x 3 matrix"),
        (lambda: inner(1, 2), "left: 1 is not a matrix"),
        (lambda: inner(A, measurements([A])(A)), "right: .* is not a matrix"),
        (lambda: trace(WIDE), "square matrix"),
        (lambda: trace(3), "3 is not a matrix"),
        (lambda: determinant(WIDE), "square matrix"),
        (lambda: determinant(identity(BLOCKS)), "determinant of a matrix of letter size"),
        (lambda: vec(identity(BLOCKS)), "letter size"),
        (lambda: vec([[1]]), "is not a matrix"),
        (lambda: generic("X", 2, 2, nonnegative="all"), "say what you assume of the entries"),
        (lambda: generic("X", 2, 2, family="f"), "say what you assume of the entries"),
    ],
)
def test_what_does_not_fit(make, words):
    with pytest.raises(InputError, match=words):
        make()
