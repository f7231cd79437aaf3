"""Degenerate points: shown on a neighbourhood where they are minima, and never where they are none."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import function, verify_statements
from exactcheck.landscape import local_minimum, strict_local_minimum

# objective, lower bounds, is the origin a (strict) local minimum
CASES = [
    (lambda x, y: x**2 + y**4, None, True, True),
    (lambda x, y: x**2 - y**4, None, False, False),
    (lambda x, y: x**2 * y**2, None, True, False),
    (lambda x, y: x**2 + x * y**2, 0, True, False),
    (lambda x, y: x**2 - x * y**2 + y**4, None, True, True),
    (lambda x, y: x**2 - 3 * x * y**2 + y**4, None, False, False),
    (lambda x, y: x**3 + y**3 + x * y, 0, True, True),
    (lambda x, y: x**3 + y**3, None, False, False),
    (lambda x, y: 0 * x + 0 * y, None, True, False),
    (lambda x, y: x**3 * y**3, (0, None), False, False),
    (lambda x, y: x * y**2 + y**4, (0, None), True, False),
]


@pytest.mark.parametrize(("body", "lower", "weak", "strict"), CASES)
def test_degenerate_origins(body, lower, weak, strict):
    f = function(body, x=None, y=None)
    for statement, truth in ((local_minimum, weak), (strict_local_minimum, strict)):
        verdict = verify_statements(statement(f, at=(0, 0), lower_bounds=lower)).verdict
        assert verdict in {True: ("proved", "undecided"), False: ("refuted", "undecided")}[truth]


@pytest.mark.parametrize("index", [0, 2, 3, 6])
def test_what_is_proved_on_a_neighbourhood(index):
    body, lower, _, strict = CASES[index]
    f = function(body, x=None, y=None)
    assert verify_statements(local_minimum(f, at=(0, 0), lower_bounds=lower)).verdict == "proved"
    if strict:
        assert verify_statements(strict_local_minimum(f, at=(0, 0), lower_bounds=lower)).verdict == "proved"


coefficients = st.lists(st.integers(-2, 2), min_size=5, max_size=5)
MONOMIALS = [(2, 0), (1, 2), (0, 4), (2, 1), (0, 3)]
GRID = [Fraction(k, 64) for k in range(-2, 3)]


def combined(values, x, y):
    """The polynomial with these coefficients."""
    return sum((c * x**a * y**b for c, (a, b) in zip(values, MONOMIALS, strict=True)), 0 * x)


@given(coefficients)
def test_no_lower_value_is_near_a_proved_minimum(values):
    f = function(lambda x, y: combined(values, x, y), x=None, y=None)
    result = verify_statements(local_minimum(f, at=(0, 0)))
    numbers = [combined(values, x, y) for x, y in product(GRID, GRID)]
    proof = result.certificate["runs"][0]["steps"][-1]["proof"] if result.certificate else None
    if result.verdict == "proved" and isinstance(proof, dict) and Fraction(proof.get("radius", 0)) >= Fraction(1, 32):
        assert min(numbers) >= 0


@pytest.mark.parametrize("upper", [1, "1/64"])
def test_bounds_near_the_point(upper):
    f = function(lambda x, y: x**2 + y**4, x=None, y=None)
    found = verify_statements(strict_local_minimum(f, at=(0, 0), upper_bounds=upper))
    assert found.verdict == ("proved" if upper == 1 else "undecided")
