"""Nonnegative solutions against all basic ones: if there is a solution, there is one on independent columns."""

from fractions import Fraction
from itertools import combinations

import pytest
import sympy
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.decide.linear_programs import nonnegative_solution, pivot
from tests.exact.trees import plain
from tests.kernel.strategies import fractions

HEIGHT = 3
small = st.sampled_from([Fraction(v) for v in (0, 0, 1, -1, 2)]) | fractions
vectors = st.lists(small, min_size=HEIGHT, max_size=HEIGHT)


def sparse(vector):
    """A vector without its zeros."""
    return {i: fmpq(v.numerator, v.denominator) for i, v in enumerate(vector) if v}


def basic_solution_exists(columns, target):
    """True if the target is a nonnegative combination of independent columns: all choices are tried."""
    b = sympy.Matrix(target)
    for size in range(HEIGHT + 1):
        for chosen in combinations(columns, size):
            a = sympy.Matrix(HEIGHT, size, lambda i, j, chosen=chosen: chosen[j][i])
            if a.rank() == size and a.row_join(b).rank() == size:
                weights = (a.T * a).LUsolve(a.T * b) if size else sympy.Matrix(0, 1, [])
                if all(w >= 0 for w in weights):
                    return True
    return False


@given(st.lists(vectors, max_size=5), vectors)
def test_a_solution_is_found_exactly_if_a_basic_one_exists(columns, target):
    found = nonnegative_solution([sparse(column) for column in columns], sparse(target))
    assert (found is not None) == basic_solution_exists(columns, target)
    if found is not None:
        weights = {k: plain(w) for k, w in found.items()}
        assert all(w > 0 for w in weights.values()) and len(weights) <= HEIGHT
        assert [sum(w * columns[k][i] for k, w in weights.items()) for i in range(HEIGHT)] == target


@given(st.lists(vectors, min_size=1, max_size=6), st.data())
def test_what_is_made_from_nonnegative_weights_is_found(columns, data):
    columns = [[v / data.draw(st.sampled_from([1, 100])) for v in column] for column in columns]
    weights = data.draw(st.lists(st.integers(0, 3), min_size=len(columns), max_size=len(columns)))
    target = [sum(w * column[i] for w, column in zip(weights, columns, strict=True)) for i in range(HEIGHT)]
    assert nonnegative_solution([sparse(column) for column in columns], sparse(target)) is not None


@pytest.mark.parametrize(
    ("columns", "target", "expected"),
    [
        ([], {}, {}),
        ([], {0: fmpq(1)}, None),
        ([{0: fmpq(1)}], {}, {}),
        ([{0: fmpq(1)}], {1: fmpq(1)}, None),
        ([{0: fmpq(-2)}], {0: fmpq(-1)}, {0: fmpq(1, 2)}),
        ([{0: fmpq(2)}], {0: fmpq(-1)}, None),
        ([{0: fmpq(1, 100)}], {0: fmpq(1)}, {0: fmpq(100)}),
    ],
)
def test_small_systems(columns, target, expected):
    assert nonnegative_solution(columns, target) == expected


@given(st.lists(st.lists(fractions, min_size=3, max_size=3), min_size=2, max_size=3), st.data())
def test_a_pivot_is_a_row_operation(rows, data):
    i, j = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, 2))
    rows[i][j] = rows[i][j] or Fraction(1)
    table = fmpq_mat(len(rows), 3, [fmpq(v.numerator, v.denominator) for row in rows for v in row])
    turned = pivot(table, i, j)
    assert [turned[k, j] for k in range(len(rows))] == [int(k == i) for k in range(len(rows))]
    before, after = (sympy.Matrix(len(rows), 3, [plain(v) for v in m.entries()]) for m in (table, turned))
    assert before.rref() == after.rref()
