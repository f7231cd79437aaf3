"""Comparisons of numbers and polynomials: what is false is never proved."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import matrix, point, real_root, scalar, sqrt, verify_statements
from tests.decide.rechecking import decided
from tests.decide.test_copositivity import verdict
from tests.kernel.strategies import fractions

X, Y, Z = point("x"), point("y"), point("z")


@given(fractions, fractions)
def test_rational_numbers(a, b):
    assert verdict(scalar(a) <= scalar(b)) == ("proved" if a <= b else "refuted")
    assert verdict(scalar(a) < scalar(b)) == ("proved" if a < b else "refuted")
    assert verdict(scalar(a) == scalar(b)) == ("proved" if a == b else "refuted")


@given(st.integers(2, 30), st.integers(2, 30), fractions)
def test_square_roots_agree_with_sympy(p, q, c):
    exact = sympy.sqrt(p) + sympy.Rational(c) - sympy.sqrt(q)
    expected = "proved" if exact >= 0 else "refuted"
    assert verdict(sqrt(p) + c >= sqrt(q)) == expected


def test_numbers_that_only_look_different():
    assert verdict(sqrt(2) * sqrt(3) == sqrt(6)) == "proved"
    assert verdict(sqrt(2) * sqrt(3) > sqrt(6)) == "refuted"
    near = Fraction(int(sympy.floor(sympy.sqrt(2) * 10**40)), 10**40)
    assert verdict(sqrt(2) == scalar(near)) == "refuted"
    assert verdict(sqrt(2) > scalar(near)) == "proved"


def test_a_real_root():
    root = real_root([-2, 0, 0, 1], 1, 2, "c")
    assert verdict(root**3 == 2) == "proved"
    assert verdict(root > "5/4") == "proved"
    assert verdict(root > "127/100") == "refuted"


MOTZKIN = X**4 * Y**2 + X**2 * Y**4 - 3 * X**2 * Y**2 + 1


@pytest.mark.parametrize(
    ("statement", "assuming", "expected"),
    [
        (X**2 + Y**2 >= 2 * X * Y, (), {"proved"}),
        (X**2 + Y**2 > 2 * X * Y, (), {"refuted"}),
        (X**2 - X + 1 >= "3/4", (), {"proved"}),
        (X**2 - X + 1 >= "4/5", (), {"refuted"}),
        (X * Y >= 0, (X >= 0, Y >= 0), {"proved"}),
        (X * Y > 0, (X >= 0, Y > 0), {"refuted"}),
        (X * (1 - X) <= "1/4", (X >= 0, X <= 1), {"proved"}),
        (X * (1 - X) < "1/4", (X >= 0, X <= 1), {"refuted", "undecided"}),
        (X**3 >= X, (X >= 1,), {"proved"}),
        (X**3 >= X, (X >= 0,), {"refuted"}),
        (MOTZKIN >= 0, (), {"proved", "undecided"}),
        (MOTZKIN > 0, (), {"refuted"}),
        (MOTZKIN >= "1/1000", (), {"refuted"}),
    ],
)
def test_polynomials(statement, assuming, expected):
    assert verify_statements(statement, assuming=assuming).verdict in expected


@given(
    st.lists(st.tuples(fractions, st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=4), fractions, fractions
)
def test_what_is_proved_holds_at_random_points(terms, a, b):
    result = verify_statements(sum((c * X**i * Y**j for c, i, j in terms), scalar(0)) >= 0, assuming=(X >= 0,))
    if result.verdict == "proved":
        assert sum(c * abs(a) ** i * b**j for c, i, j in terms) >= 0
    if result.verdict == "refuted":
        at = result.certificate["runs"][0]["steps"][0]["proof"]["at"]
        values = {name: Fraction(value) for name, value in at.items()}
        x, y = values.get("x", Fraction(0)), values.get("y", Fraction(0))
        assert x >= 0 > sum(c * x**i * y**j for c, i, j in terms)


def test_contradictory_assumptions_prove_nothing():
    result = verify_statements(X > 5, assuming=(X >= 1, X <= 0))
    assert result.verdict == "undecided"


@pytest.mark.parametrize(
    ("statement", "equations", "expected"),
    [
        (X * Y**3 == Y**2, (X * Y == 1,), "proved"),
        (X * Y**3 == Y, (X * Y == 1,), "refuted"),
        (X**2 + Y**2 >= 2, (X + Y == 2,), "proved"),
        (X**2 + Y**2 > 2, (X + Y == 2,), "refuted"),
        (X**4 + Y**4 == 1 - 2 * X**2 * Y**2, (X**2 + Y**2 == 1,), "proved"),
        (Z >= 0, (Z == X - Y, X == Y + 1), "proved"),
        (Z >= 2, (Z == X - Y, X == Y + 1), "refuted"),
        (matrix([[X * Z, Y**2]]) == matrix([[Y * Z, X**2]]), (X == Y,), "proved"),
        (matrix([[X * Z, Y**2]]) == matrix([[Y * Z, X]]), (X == Y,), "refuted"),
        (X == 0, (X**2 == 0,), "undecided"),
    ],
)
def test_assumed_equations(statement, equations, expected):
    assert decided(statement, assuming=equations).verdict == expected


@given(st.integers(-3, 3), st.integers(-3, 3), st.integers(-3, 3), fractions, fractions)
def test_what_follows_from_an_equation_holds_on_the_line(a, b, c, slope, offset):
    statement = X**2 * a + X * Y * b + Y**2 >= c
    line = slope * X + offset
    value = line**2 + X * line * b + X**2 * a - c
    found = {decided(statement, assuming=(Y - line == 0,)).verdict, decided(value >= 0).verdict}
    assert found != {"proved", "refuted"}
