"""Rational numbers: every spelling that is accepted, and what each refusal says."""

from fractions import Fraction

import numpy
import pytest
import sympy
from flint import fmpq, fmpz
from hypothesis import given

from exactcheck import InputError
from exactcheck.exact.rationals import rational, written
from tests.kernel.strategies import fractions


@given(fractions)
def test_all_spellings_are_one_number(value):
    p, q = value.numerator, value.denominator
    spellings = [
        value,
        f"{p}/{q}",
        f" {p} / {q} ",
        f"{3 * p}/{3 * q}",
        f"{'+' if p >= 0 else ''}{p}/0{q}",
        fmpq(p, q),
        sympy.Rational(p, q),
    ]
    assert {str(rational(spelling)) for spelling in spellings} == {str(value)}
    assert written(rational(value)) == str(value)


@pytest.mark.parametrize("value", [3, fmpz(3), "3", sympy.Integer(3), numpy.int64(3)])
def test_integers(value):
    assert rational(value) == 3


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.5, r'the float 0.5 is not exact; give "1/2", which it is$'),
        (0.1, r'give "3602879701896397/36028797018963968", which it is, or "1/10" if that was meant'),
        (0.07, r'or "7/100" if that was meant'),
        (numpy.float64(0.25), r'give "1/4"'),
        (float("nan"), r'give a rational number such as "1/2"'),
        (float("inf"), r'give a rational number such as "1/2"'),
        ("0.5", r'decimal number; write "1/2"'),
        ("-1.25e1", r'decimal number; write "-25/2"'),
        (".5", r'decimal number; write "1/2"'),
        ("1e3", r'decimal number; write "1000"'),
        ("1/0", "not a rational number; write it as"),
        ("1/-2", "not a rational number"),
        ("one", "not a rational number"),
        ("1_000", "not a rational number"),
        ("٣", "not a rational number"),
        ("", "not a rational number"),
        ("9" * 5000, "at most 4000"),
        (True, "truth value"),
        (None, "give an int, a Fraction or a string"),
        ([1], "give an int, a Fraction or a string"),
        (1j, "give an int, a Fraction or a string"),
        (sympy.pi, "give an int, a Fraction or a string"),
    ],
)
def test_a_refusal_names_the_argument_and_says_what_is_accepted(value, words):
    with pytest.raises(InputError, match=f"^alpha: .*{words}"):
        rational(value, "alpha")


@given(fractions)
def test_the_number_that_is_suggested_for_a_float_is_the_float(value):
    with pytest.raises(InputError) as refusal:
        rational(float(value))
    assert Fraction(str(refusal.value).split('"')[1]) == Fraction(float(value))
