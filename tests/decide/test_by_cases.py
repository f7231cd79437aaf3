"""Statements by cases."""

import pytest

from exactcheck import letter, point
from exactcheck.exact.errors import InputError
from exactcheck.landscape import by_cases, l1_rank_one_loss, not_stationary
from tests.decide.rechecking import decided, proves, refutes, verdict

X, Y = point("x"), point("y")
QUARTIC = X**4 / Y + Y**3 >= X**3


def test_cases_prove_what_is_open_without_them():
    allowed = (X >= 0, Y > 0)
    assert verdict(QUARTIC, assuming=allowed) == "undecided"
    assert proves(by_cases(QUARTIC, X - Y), assuming=allowed)
    assert proves(by_cases(QUARTIC, X + Y + 1, X - Y), assuming=allowed)


def test_a_case_is_split_as_far_as_that_is_needed():
    found = decided(by_cases(QUARTIC, X - Y, X, Y), assuming=(X >= 0, Y > 0))
    assert [type(node) for _, node in found.proof["cases"]["cases"]] == [list, list, list]
    assert decided(by_cases(X**2 >= 0, X)).proof == {"cases": ["signs"]}


def test_a_case_that_cannot_occur():
    found = decided(by_cases(QUARTIC, X + 1, X - Y), assuming=(X >= 0, Y > 0))
    assert found.proof["cases"]["cases"][1:] == [["=", "impossible"], ["<", "impossible"]]


def test_a_case_refutes():
    assert refutes(by_cases(X**3 >= X, X), assuming=(X >= -1,))


def test_what_stays_open_names_the_case():
    statement = 4 * X**4 / Y + 4 * Y**3 >= 7 * X**3
    found = decided(by_cases(statement, X - Y), assuming=(X >= 0, Y > 0))
    assert (found.verdict, found.reason[:30]) == ("undecided", "in the case (x + (-y)) > 0: ne")


def test_signs_of_pieces_by_cases():
    a = letter("a")
    f = l1_rank_one_loss([a])
    statement = not_stationary(f, at=2 * a + X, descent=-1)
    assert proves(by_cases(statement, X), assuming=(a > 0, X >= 0))


@pytest.mark.parametrize(
    ("statement", "expressions"), [(QUARTIC, []), ("x > 0", [X]), (QUARTIC, [1.5]), (QUARTIC, ["x"])]
)
def test_mistakes(statement, expressions):
    with pytest.raises(InputError):
        by_cases(statement, *expressions)
