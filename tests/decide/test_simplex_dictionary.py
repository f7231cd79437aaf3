"""Dictionaries: every exchange describes the same points, and a variable that stays positive says why."""

from itertools import combinations

import sympy
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.decide.simplex_dictionary import Dictionary
from tests.exact.trees import plain
from tests.kernel.strategies import fractions, symmetric

SIZES = st.integers(1, 3)


def start(rows):
    """w = 1 + S x, with x numbered 0, 1, ... and w after it."""
    n = len(rows)
    table = fmpq_mat(n, n + 1, [fmpq(v) for row in rows for v in (1, *row)])
    return Dictionary(table, list(range(n, 2 * n)), list(range(n)))


def completed(dictionary, nonbasic):
    """All variables from values of the nonbasic ones."""
    values = dict(zip(dictionary.nonbasic, nonbasic, strict=True))
    for i, name in enumerate(dictionary.basic):
        slopes = [plain(dictionary.table[i, j]) for j in range(len(nonbasic) + 1)]
        values[name] = slopes[0] + sum(a * b for a, b in zip(slopes[1:], nonbasic, strict=True))
    return values


def satisfies(rows, values):
    """True if w = 1 + S x."""
    n = len(rows)
    return all(values[n + i] == 1 + sum(rows[i][j] * values[j] for j in range(n)) for i in range(n))


@given(SIZES.flatmap(symmetric), st.data())
def test_exchanges_describe_the_same_points(rows, data):
    n, dictionary = len(rows), start(rows)
    for _ in range(data.draw(st.integers(0, 5))):
        places = [(i, j) for i in range(n) for j in range(n) if dictionary.table[i, j + 1] != 0]
        if places:
            dictionary.exchange(*data.draw(st.sampled_from(places)))
    assert sorted(dictionary.basic + dictionary.nonbasic) == list(range(2 * n))
    assert satisfies(rows, completed(dictionary, data.draw(st.lists(fractions, min_size=n, max_size=n))))


def least(rows, fixed, variable):
    """The least value of a variable on {x, w >= 0, w = 1 + S x, fixed variables 0}, over all vertices."""
    n = len(rows)
    found = []
    for zeros in combinations(range(2 * n), n):
        equations = [[int(j == k) for j in range(n)] if k < n else rows[k - n] for k in zeros]
        a = sympy.Matrix(equations)
        if a.det() == 0:
            continue
        x = list(a.LUsolve(sympy.Matrix([0 if k < n else -1 for k in zeros])))
        values = [*x, *(1 + sum(rows[i][j] * x[j] for j in range(n)) for i in range(n))]
        if all(v >= 0 for v in values) and not any(values[k] for k in fixed):
            found.append(values[variable])
    return min(found, default=None)


@given(SIZES.flatmap(symmetric), st.data())
def test_a_variable_is_driven_to_zero_exactly_if_it_can_be(rows, data):
    n, dictionary, fixed = len(rows), start(rows), []
    for variable in data.draw(st.lists(st.integers(0, 2 * n - 1), unique=True, max_size=3)):
        before = dictionary.copy()
        row = dictionary.drive_to_zero(variable)
        minimum = least(rows, fixed, variable)
        values = completed(dictionary, [0] * n)
        assert satisfies(rows, values) and all(v >= 0 for v in values.values())
        assert not any(values[k] for k in fixed)
        if row is None:
            assert values[variable] == 0 == minimum
            fixed.append(variable)
        else:
            assert minimum > 0 and minimum == values[variable] == plain(dictionary.value(variable))
            assert all(slope >= 0 for name, slope in row.items() if name not in fixed)
            assert before.fixed == set(fixed)
            return
    assert dictionary.fixed == set(fixed)


def test_a_copy_is_independent():
    one = start([[1, -2], [-2, 1]])
    other = one.copy()
    other.drive_to_zero(2)
    assert (one.basic, one.nonbasic, one.fixed) == ([2, 3], [0, 1], set())
    assert other.fixed == {2}
