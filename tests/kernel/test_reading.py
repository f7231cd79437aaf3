"""Strict reading: one spelling for each number, and nothing is guessed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.reading import array, integer, name, rational, record, written


@given(st.fractions())
def test_a_number_is_read_as_it_is_written(number):
    assert rational(written(number)) == number


@pytest.mark.parametrize(
    "text", ["2/4", "1/1", "-0", "+1", "01", "1/0", " 1", "1.0", "1e3", "", "1/-2", "\u0661", 1, 0.5, None]
)
def test_other_spellings_are_rejected(text):
    with pytest.raises(Rejected):
        rational(text)


def test_a_number_too_long_for_this_python_is_rejected():
    with pytest.raises(Rejected, match="digits"):
        rational("1" + "0" * 5000)


@pytest.mark.parametrize("value", [True, 1.0, "1", -1, 11, None])
def test_an_integer_lies_between_its_bounds(value):
    with pytest.raises(Rejected):
        integer(value, 0, 10)


@pytest.mark.parametrize("value", ["", "1a", "a b", "@1", "é", 3])
def test_names(value):
    with pytest.raises(Rejected):
        name(value)


def test_lists_and_records_have_exactly_what_is_asked_for():
    assert array([1, 2], 2) == [1, 2]
    assert record({"a": 1, "b": Fraction(2)}, "b", "a") == [Fraction(2), 1]
    for bad in ({"a": 1}, {"a": 1, "b": 2, "c": 3}, [], None):
        with pytest.raises(Rejected):
            record(bad, "a", "b")
    with pytest.raises(Rejected):
        array([1], 2)
