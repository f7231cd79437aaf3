"""Sums of absolute values: what they are made of, and input that does not fit."""

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import InputError, function, inner, letter, matrix
from exactcheck.landscape import l1_rank_one_loss, sum_of_absolute_values, value
from tests.exact.trees import evaluated

LINE = function(lambda x, y: x - y, x=None, y=None)
BOWL = function(lambda x, y: x**2 + y**2, x=None, y=None)


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=4), st.data())
def test_the_loss_by_its_definition(truth, data):
    u = data.draw(st.lists(st.fractions(-3, 3, max_denominator=3), min_size=len(truth), max_size=len(truth)))
    f = l1_rank_one_loss(truth)
    found = sum(sympy.Rational(str(w)) * abs(evaluated(value(piece, tuple(u)))) for w, piece in f.pieces)
    pairs = [(i, j) for i in range(len(u)) for j in range(len(u))]
    expected = sum(abs(u[i] * u[j] - truth[i] * truth[j]) for i, j in pairs) / 2
    assert found + evaluated(value(f.smooth, tuple(u))) == expected
    assert len(f.variables) == len(truth)


def test_weights_and_a_missing_smooth_part():
    f = sum_of_absolute_values(0, [LINE, ("1/2", BOWL), [0, LINE]])
    assert repr(f) == "(x, y) -> |x - y| + 1/2 |x^2 + y^2| + 0 |x - y|"
    assert repr(sum_of_absolute_values(BOWL, [])) == "(x, y) -> x^2 + y^2"
    assert repr(sum_of_absolute_values(function(lambda x, y: 0 * x, x=None, y=None), [])) == "(x, y) -> 0"
    assert repr(sum_of_absolute_values(BOWL, maxima=[[LINE, 0], ("3", [BOWL])])) == (
        "(x, y) -> x^2 + y^2 + max(x - y, 0) + 3 max(x^2 + y^2)"
    )
    assert repr(sum_of_absolute_values(1, [LINE], maxima=[[letter("a"), LINE]])) == (
        "(x, y) -> 1 + |x - y| + max(a, x - y)"
    )
    many = sum_of_absolute_values(BOWL, [LINE] * 100)
    assert repr(many).endswith(" ...") and len(repr(many)) < 310


OTHER = function(lambda y, x: x - y, y=None, x=None)
OF_A_MATRIX = function(lambda x, y: inner(x, x) + y, x=(2, 1), y=None)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: sum_of_absolute_values(0, []), "smooth: no function and no variable; name the variables"),
        (lambda: sum_of_absolute_values(0, [], maxima=[[1, 2]]), "smooth, maxima: no function and no variable"),
        (lambda: sum_of_absolute_values(None, [LINE]), "smooth: None is neither a function nor a sympy expression"),
        (lambda: sum_of_absolute_values(LINE.variables[0], [LINE]), "smooth: x is neither a function"),
        (lambda: sum_of_absolute_values("f", [LINE]), "smooth: 'f' is not a rational"),
        (lambda: sum_of_absolute_values(BOWL, [(-1, LINE)]), "weight: -1 is negative"),
        (lambda: sum_of_absolute_values(BOWL, [(0.5, LINE)]), "weight: the float 0.5"),
        (lambda: sum_of_absolute_values(BOWL, [3]), "pieces: 3 is neither"),
        (lambda: sum_of_absolute_values(BOWL, [(1, 3)]), r"pieces: \(1, 3\) is neither"),
        (
            lambda: sum_of_absolute_values(BOWL, [(1, LINE, 2)]),
            "neither a function or a sympy expression nor a pair",
        ),
        (lambda: sum_of_absolute_values(BOWL, [("a", LINE)]), "weight: 'a' is not a rational number"),
        (lambda: sum_of_absolute_values(BOWL, maxima=LINE), "maxima: .* is not a list"),
        (lambda: sum_of_absolute_values(BOWL, maxima="ab"), "maxima: 'ab' is not a list"),
        (lambda: sum_of_absolute_values(BOWL, maxima=[LINE]), "maxima: .* is neither a list of at least one function"),
        (lambda: sum_of_absolute_values(BOWL, maxima=[[]]), r"maxima: \[\] is neither a list of at least one function"),
        (lambda: sum_of_absolute_values(BOWL, maxima=[(2, [])]), r"maxima: \(2, \[\]\) is neither"),
        (lambda: sum_of_absolute_values(BOWL, maxima=[(-1, [LINE])]), "weight: -1 is negative"),
        (lambda: sum_of_absolute_values(BOWL, maxima=[[LINE, OTHER]]), "maxima: .* other variables than the rest"),
        (lambda: sum_of_absolute_values(BOWL, maxima=[[LINE, 0.1]]), 'maxima: the float 0.1 .* or "1/10" if that'),
        (lambda: sum_of_absolute_values(BOWL, LINE), "pieces: .* is not a list"),
        (lambda: sum_of_absolute_values(BOWL, [OTHER]), "other variables"),
        (lambda: sum_of_absolute_values(BOWL, [OF_A_MATRIX]), "other variables"),
        (lambda: l1_rank_one_loss([]), r"truth: \[\] is not a list"),
        (lambda: l1_rank_one_loss("12"), "truth: '12' is not a list"),
        (lambda: l1_rank_one_loss(3), "truth: 3 is not a list"),
        (lambda: l1_rank_one_loss([1, 0.5]), "entry 2 of truth: the float 0.5"),
        (lambda: l1_rank_one_loss(matrix([[1], [2]])), "truth: .* is not a list"),
    ],
)
def test_what_is_no_sum_of_absolute_values(make, words):
    with pytest.raises(InputError, match=words):
        make()
