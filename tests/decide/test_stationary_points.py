"""All stationary points: sets that are right and ones that are changed, against the decision at single points."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import function, letter, point, scalar, sqrt, verify_statements
from exactcheck.landscape import (
    l1_rank_one_loss,
    l1_stationary_set,
    stationary,
    stationary_points,
    sum_of_absolute_values,
)
from tests.decide.rechecking import decided, proves, refutes, verdict

A, B = letter("a"), letter("b")
SIDES = (0, 1, -1, Fraction(1, 2), Fraction(-3, 2), 2)
numbers = st.sampled_from(SIDES)


def claimed(truth, cells=None):
    """The statement that the stationary points are these, by default those of the formula."""
    found = l1_stationary_set(truth) if cells is None else cells
    return stationary_points(l1_rank_one_loss(truth)) == found


@pytest.mark.parametrize(
    "truth",
    [[3], [0], [1, 1], [1, 0], [0, 0], [1, 2], [0, -1, 0], [1, -2, 3], ["1/2", 0, "-2/3", 0], [2, 3, 5, 7], [0] * 5],
)
def test_given_vectors(truth):
    assert proves(claimed(truth))


@given(st.lists(numbers, min_size=1, max_size=2))
def test_random_vectors(truth):
    assert proves(claimed(truth))


@pytest.mark.parametrize(
    ("truth", "assumptions"),
    [
        ([A], [A >= 0]),
        ([A, B], [A > 0, B > 0]),
        ([A, B], [A >= 0, B >= 0]),
        ([B, 0, A], [A > 0, B > 0]),
        ([A, -B], [A > 0, B > 0]),
        ([A, A], [A > 0]),
        ([A, 2], [A > 0]),
        ([A * B, 2 * B], [A > 0, B > 0]),
        ([A, B], [A > 0, B > 0, A >= B]),
        ([A, 0], [A >= 0]),
    ],
)
def test_letters(truth, assumptions):
    assert proves(claimed(truth), assuming=tuple(assumptions))


@pytest.mark.parametrize(
    ("truth", "assumptions"),
    [([A], []), ([A, B], [A > 0, B >= 0]), ([A + 1], [A > 0]), ([scalar(2) * sqrt(2)], [])],
)
def test_what_is_not_recognized_stays_undecided(truth, assumptions):
    assert verdict(claimed(truth), assuming=tuple(assumptions)) == "undecided"


def test_signs_of_letters_from_an_earlier_set():
    statements = [claimed([s * A if s == 1 else -A, B if t == 1 else -B]) for s, t in product((1, -1), repeat=2)]
    assert proves(*statements, assuming=(A >= 0, B >= 0))


def segment(x, y):
    return [x <= 1, x >= -1, y <= 2, y >= -2, x + y == 0]


WRONG = {
    "no -us": [segment, (1, 2)],
    "no segment": [(1, 2), (-1, -2)],
    "nothing": [],
    "another point": [segment, (1, 2), (-1, -2), (3, 3)],
    "the plane": [lambda x, y: []],
    "the box": [lambda x, y: segment(x, y)[:4], (1, 2), (-1, -2)],
    "a line": [lambda x, y: [x + y == 0], (1, 2), (-1, -2)],
    "a shorter segment": [lambda x, y: [x <= "1/2", x >= "-1/2", x + y == 0], (1, 2), (-1, -2)],
    "a longer segment": [lambda x, y: [x <= 2, x >= -2, x + y == 0], (1, 2), (-1, -2)],
    "half of the segment": [lambda x, y: [*segment(x, y), x >= 0], (1, 2), (-1, -2)],
    "another segment": [lambda x, y: [x <= 1, x >= -1, x - y == 0], (1, 2), (-1, -2)],
    "us of another sign": [segment, (1, -2), (-1, 2)],
}


@pytest.mark.parametrize("name", WRONG)
def test_other_sets_are_refuted(name):
    assert refutes(claimed([1, 2], WRONG[name]))


@pytest.mark.parametrize(
    "same",
    [
        [(-1, -2), segment, (1, 2)],
        [segment, segment, (1, 2), (-1, -2), (1, 2)],
        [lambda x, y: [y + x == 0, y >= -2, x >= -1, y <= 2, x <= 1], (1, 2), (-1, -2)],
    ],
)
def test_the_set_in_another_order(same):
    assert proves(claimed([1, 2], same))


def test_the_set_in_other_words_is_not_recognized():
    assert verdict(claimed([1, 2], [lambda x, y: [x**2 <= 1, 2 * x + 2 * y == 0], (1, 2), (-1, -2)])) == "undecided"


@given(st.lists(numbers, min_size=1, max_size=2), st.lists(numbers, min_size=2, max_size=2))
def test_the_set_agrees_with_the_decision_at_a_point(truth, coordinates):
    u = tuple(coordinates[: len(truth)])
    signs = [(x > 0) - (x < 0) for x in truth]
    balanced = sum(s * x for s, x in zip(signs, u, strict=True)) == 0
    inside = balanced and all(abs(x) <= abs(a) for x, a in zip(u, truth, strict=True))
    listed = inside or list(u) in (truth, [-a for a in truth])
    assert verdict(stationary(l1_rank_one_loss(truth), at=u)) == ("proved" if listed else "refuted")
    # without a point of the set, or with one more, it is another one
    if not listed:
        assert refutes(claimed(truth, [*l1_stationary_set(truth), u]))


@given(st.lists(numbers.filter(bool), min_size=2, max_size=2), st.integers(0, 2))
def test_a_missing_cell_is_found(truth, k):
    cells = l1_stationary_set(truth)
    found = verdict(claimed(truth, cells[:k] + cells[k + 1 :]))
    assert found == "refuted"


def test_where_letters_occur_a_value_refutes():
    assert refutes(claimed([A, B], [(A, B), (-A, -B)]), assuming=(A > 0, B > A))
    assert decided(claimed([A], [A, -A]), assuming=(A > 1,)).proof["at"] == {"a": "2"}


def other_functions():
    """Functions that are no l1 rank-one loss, with their stationary points."""

    def of(*bodies, smooth=lambda x, y: x * 0):
        variables = {"x": None, "y": None}
        return sum_of_absolute_values(function(smooth, **variables), [function(body, **variables) for body in bodies])

    yield of(lambda x, y: x, lambda x, y: y), [(0, 0)]
    yield of(lambda x, y: x**2 - 1, lambda x, y: x * y - 3, lambda x, y: y**2 - 4), []
    yield of(lambda x, y: x**2 - 1, lambda x, y: x * y - 2, lambda x, y: y**2 - 4, smooth=lambda x, y: x + y), []
    yield of(lambda x, y: x**2 - 1, lambda x, y: x * y - 2, lambda x, y: y**2 + 4), []
    yield of(lambda x, y: x**2 - 1, lambda x, y: x * y - 2, lambda x, y: y**2 - x), []
    yield of(lambda x, y: x**2 - 1, lambda x, y: x * y - 2, lambda x, y: y**2 - 3), []


@pytest.mark.parametrize("k", range(6))
def test_other_functions_are_not_proved(k):
    f, _ = list(other_functions())[k]
    assert verdict(stationary_points(f) == [(0, 0)]) != "proved"


def test_other_functions_are_refuted():
    (f, cells), *_ = other_functions()
    assert refutes(stationary_points(f) == [])
    assert refutes(stationary_points(f) == [lambda x, y: x == y])
    assert verdict(stationary_points(f) == cells) == "undecided"


def test_names_that_are_taken():
    x1, a1 = point("x1"), point("a1")
    assert proves(x1 * a1 >= x1 * a1 - 1, claimed([1, 2]))
    assert proves(claimed([x1, a1]), assuming=(x1 > 0, a1 > 0))


def test_the_scope_is_all_points():
    assert verify_statements(claimed([1])).scope == "exhaustive"
    assert verify_statements(claimed([1], [1])).scope == "instance"
