"""Polynomials with irrational coefficients: by squares, from lower bounds on, and by rational ones below."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import point, sqrt
from tests.decide.rechecking import proves, refutes, verdict

x, y = point("x"), point("y")
ROOT, OTHER = sqrt(2), sqrt(3)
NESTED = sqrt(2 + ROOT)
PROVED = {
    "a bound above the root": (x**2 - ROOT - 1 > 0, [x >= 2]),
    "the same for a bound that is a number": (x**2 - ROOT - 1 > 0, [x >= OTHER]),
    "at its own root": (x**2 - ROOT >= 0, [x >= NESTED]),
    "no root": (x**2 - ROOT * x + 1 > 0, []),
    "a square": (x**2 - 2 * ROOT * x + 2 >= 0, []),
    "a square of two": ((x - ROOT * y) ** 2 + NESTED > 1, []),
    "a cube": (x**3 - ROOT * x >= 0, [x >= ROOT]),
    "two letters": (x * y > ROOT, [x > NESTED, y >= 1]),
    "a quartic": (x**4 - ROOT * x + 2 > 0, []),
    "a quartic in two letters": (x**4 + y**4 - ROOT * x * y + NESTED * y + 5 > 0, []),
    "bounded": (ROOT * x < 3, [x >= 0, x <= 2]),
}
REFUTED = {
    "below the root": (x**2 - ROOT - 1 > 0, [x >= "3/2"]),
    "near its least value": (x**2 - ROOT * x + "1/2" > "1/10", []),
    "linear": (ROOT * x >= y, []),
}
OPEN = {"strict where it touches": (x**2 - 2 * ROOT * x + 2 > 0, []), "strict at its root": (x**2 > 2, [x >= ROOT])}


@pytest.mark.parametrize("name", PROVED)
def test_proved(name):
    statement, assuming = PROVED[name]
    assert proves(statement, assuming=tuple(assuming))


@pytest.mark.parametrize("name", REFUTED)
def test_refuted(name):
    statement, assuming = REFUTED[name]
    assert refutes(statement, assuming=tuple(assuming))


@pytest.mark.parametrize("name", OPEN)
def test_never_proved(name):
    """False at an irrational point alone."""
    statement, assuming = OPEN[name]
    assert verdict(statement, assuming=tuple(assuming)) != "proved"


SMALL = st.integers(-5, 5)


@given(st.integers(1, 4), SMALL, SMALL, SMALL)
def test_quadratics_have_no_root_exactly_if_they_are_positive(a, b, c, d):
    """a x^2 + b 2^(1/2) x + c + d 3^(1/2): the sign of the discriminant 2 b^2 - 4 a c - 4 a d 3^(1/2), exactly."""
    p, q = Fraction(4 * a * c - 2 * b**2), Fraction(4 * a * d)
    positive = p + q > 0 if p * q == 0 else (p > 0 and q > 0) or (p * q < 0 and (p > 0) == (p**2 > 3 * q**2))
    found = verdict(a * x**2 + b * ROOT * x + c + d * OTHER > 0)
    assert found == "proved" if positive else found != "proved"
