"""What the parameters of a claim may be."""

from fractions import Fraction

import pytest
import sympy
from flint import fmpq

from exactcheck import InputError, Integer, Natural, Nonnegative, Positive, Real, point, scalar

HALVES = ["1/2", "2/4", "+1/2", "1 / 2", Fraction(1, 2), fmpq(1, 2), sympy.Rational(1, 2), scalar("1/2")]


@pytest.mark.parametrize("value", HALVES)
def test_every_way_to_write_a_half_is_the_same_half(value):
    assert Positive.read(value, "a").value == fmpq(1, 2)


@pytest.mark.parametrize("value", [3, "3", "6/2", Fraction(3), sympy.Integer(3)])
def test_integers_are_ints(value):
    assert type(Integer.read(value, "n")) is int
    assert Integer.read(value, "n") == 3


REFUSED = [
    (Integer, 0, "n: 0 is not >= 1"),
    (Integer, -2, "n: -2 is not >= 1"),
    (Integer, "1/2", "n: 1/2 is not an integer"),
    (Integer, 10**6 + 1, "n: 1000001 is too large; at most 1000000"),
    (Natural, -1, "n: -1 is not >= 0"),
    (Positive, 0, "n: 0 is not > 0"),
    (Positive, "-1/2", "n: -1/2 is not > 0"),
    (Nonnegative, "-1/2", "n: -1/2 is not >= 0"),
    (Real, 0.5, 'n: the float 0.5 is not exact; give "1/2"'),
    (Real, 0.1, '"1/10" if that was meant'),
    (Real, float("nan"), "n: the float nan is not exact"),
    (Real, float("inf"), "n: the float inf is not exact"),
    (Real, "0.5", "n: '0.5' is a decimal number; write \"1/2\""),
    (Real, "1e-3", 'write "1/1000"'),
    (Real, "1/0", "n: '1/0' is not a rational number"),
    (Real, "1/-2", "n: '1/-2' is not a rational number"),
    (Real, "sqrt(2)", "is not a rational number"),
    (Real, "\N{FULLWIDTH DIGIT THREE}", "is not a rational number"),
    (Real, "", "is not a rational number"),
    (Real, "7" * 5000, "n: a string of 5000 characters"),
    (Real, True, "n: True is a truth value"),
    (Real, None, "n: None is not a rational number"),
    (Real, 1j, "n: 1j is not a rational number"),
    (Real, sympy.sqrt(2), "is not a rational number"),
    (Real, point("x"), "is not a rational number"),
    (Real, [1], "is not a rational number"),
]


@pytest.mark.parametrize(("domain", "value", "words"), REFUSED)
def test_what_is_outside_is_named(domain, value, words):
    with pytest.raises(InputError) as error:
        domain.read(value, "n")
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("domain", "role", "assumed"),
    [
        (Integer, "size", ["n >= 1"]),
        (Natural, "size", []),
        (Positive, "parameter", ["n > 0"]),
        (Nonnegative, "parameter", ["n >= 0"]),
        (Real, "parameter", []),
    ],
)
def test_a_letter_stands_for_every_value(domain, role, assumed):
    letter, assumptions = domain.letter("n")
    assert letter.arguments[0].role == role
    assert list(map(repr, assumptions)) == assumed
