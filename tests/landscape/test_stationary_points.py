"""Stationary sets as a user states and reads them."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import function, letter, matrix, norm_squared, sqrt
from exactcheck.exact.errors import InputError
from exactcheck.landscape import l1_rank_one_loss, l1_stationary_set, stationary_points, sum_of_absolute_values

A, B = letter("a"), letter("b")
LOSS = l1_rank_one_loss([1, 2])


@pytest.mark.parametrize(
    ("truth", "words"),
    [
        ([3], ["{|u_1| <= 3, u_1 = 0}", "{(3)}", "{(-3)}"]),
        ([1, -2, 0], ["{|u_1| <= 1, |u_2| <= 2, |u_3| <= 0, u_1 - u_2 = 0}", "{(1, -2, 0)}", "{(-1, 2, 0)}"]),
        ([-1, 0], ["{|u_1| <= 1, |u_2| <= 0, -u_1 = 0}", "{(-1, 0)}", "{(1, 0)}"]),
        ([0, 0], ["{(0, 0)}"]),
        ([A, -B], ["{|u_1| <= a, |u_2| <= b, u_1 - u_2 = 0}", "{(a, -b)}", "{(-a, b)}"]),
        ([A + 1], ["{|u_1| <= a + 1, u_1 = 0}", "{(a + 1)}", "{(-(a + 1))}"]),
    ],
)
def test_the_set_in_words(truth, words):
    assert list(map(repr, l1_stationary_set(truth))) == words


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (
            lambda x, y: [x <= 1, x >= 0, y >= 2 * x, x + y == 1],
            "{u_1 <= 1, u_1 >= 0, u_2 >= 2 u_1, u_1 + u_2 - 1 = 0}",
        ),
        (lambda x, y: [x <= 1, y >= -1], "{u_1 <= 1, u_2 >= -1}"),
        (lambda x, y: [x >= -1, x <= 1], "{u_1 >= -1, u_1 <= 1}"),
        (lambda x, y: [x <= 1, x >= -1, x >= -1], "{|u_1| <= 1, u_1 >= -1}"),
        (lambda x, y: [2 - x - y >= 0, y**2 <= 1], "{u_2 <= 2 - u_1, 1 - u_2^2 >= 0}"),
        (lambda x, y: x == y, "{u_1 - u_2 = 0}"),
        (lambda x, y: [x == 1], "{u_1 - 1 = 0}"),
        (lambda x, y: [y == 1, x == 2], "{u_2 - 1 = 0, u_1 - 2 = 0}"),
        (lambda x, y: [x == 1, y == 2, x >= 0], "{u_1 >= 0, u_1 - 1 = 0, u_2 - 2 = 0}"),
        (lambda x, y: [], "{all points}"),
        ((1, "1/2"), "{(1, 1/2)}"),
    ],
)
def test_cells_in_words(cell, words):
    assert repr(stationary_points(LOSS) == [cell]).endswith(f" are {words}")


def test_no_cells_in_words():
    assert repr(stationary_points(LOSS) == []).endswith(" are none")


def test_one_variable():
    assert repr(stationary_points(l1_rank_one_loss([1])) == [1, lambda u: u >= 2]).endswith("are {(1)} and {u_1 >= 2}")


small = st.sampled_from([Fraction(0), Fraction(1), Fraction(-1), Fraction(1, 2), Fraction(-3, 2), Fraction(2)])


@given(st.lists(small, min_size=1, max_size=4))
def test_vertices_lie_in_the_cell(truth):
    signs = [(a > 0) - (a < 0) for a in truth]
    for cell in l1_stationary_set(truth):
        for u in cell.vertices():
            balanced = sum(s * x for s, x in zip(signs, u, strict=True)) == 0
            assert list(map(abs, u)) == list(map(abs, truth)) or balanced
            assert all(abs(x) <= abs(a) for x, a in zip(u, truth, strict=True))
    # all points of the box whose coordinates are at their ends, and whose signed sum is zero, are vertices
    ends = {
        tuple(sign * abs(a) for sign, a in zip(each, truth, strict=True))
        for each in product((1, -1), repeat=len(truth))
    }
    corners = {u for u in ends if sum(s * x for s, x in zip(signs, u, strict=True)) == 0}
    assert corners <= set(l1_stationary_set(truth)[0].vertices())


def test_vertices_need_linear_conditions():
    cell = l1_stationary_set([1, 2])[0]
    assert cell.vertices() == [(-1, 1), (1, -1)]
    round_one = function(lambda x, y: 1 - x**2 - y**2, x=None, y=None)
    with pytest.raises(InputError, match="not linear"):
        type(cell)(cell.variables, (), (round_one,)).vertices()


class TestMistakes:
    """Errors name the argument."""

    @pytest.mark.parametrize(
        ("cells", "words"),
        [
            ((1, 2), "cells: 1 is about 1 coordinates instead of 2"),
            ([(1, 2, 3)], "cells: .* is about 3 coordinates instead of 2"),
            (l1_stationary_set([1]), "cells: .* is about 1 coordinates instead of 2"),
            ("all", "cells: 'all' is not a list"),
            (lambda x, y: [], "is not a list"),
            ([lambda x, y: [x < 1]], "no condition such as"),
            ([lambda x, y: [x]], "no condition such as"),
            ([lambda x, y: [matrix([[x]]) == matrix([[1]])]], "no condition such as"),
            ([(1.5, 2)], "a coordinate"),
        ],
    )
    def test_of_sets(self, cells, words):
        with pytest.raises(InputError, match=words):
            stationary_points(LOSS) == cells  # noqa: B015

    def test_of_functions(self):
        with pytest.raises(InputError, match="variables that are matrices"):
            stationary_points(function(lambda X: norm_squared(X), X=(2, 2)))
        line = function(lambda x: x, x=None)
        with pytest.raises(InputError, match="contains maxima"):
            stationary_points(sum_of_absolute_values(0, maxima=[[line, 0]]))
        with pytest.raises(InputError, match="no function with kinks"):
            stationary_points("f")
        with pytest.raises(InputError, match="truth"):
            l1_stationary_set([])

    def test_the_set_is_no_truth_value(self):
        assert hash(stationary_points(LOSS)) is not None
        with pytest.raises(TypeError):
            bool(stationary_points(LOSS) == l1_stationary_set([1, 2]))


def test_entries_that_are_no_rational_numbers_are_taken_to_be_nonnegative():
    assert repr(l1_stationary_set([sqrt(2)])[0]) == "{|u_1| <= sqrt2, u_1 = 0}"
