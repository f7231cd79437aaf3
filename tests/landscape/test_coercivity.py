"""Coercive polynomials, and arcs to infinity on which others stay bounded."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Matrix, symbols
from sympy.abc import x, y

from exactcheck import InputError, function, letter, norm_squared
from exactcheck.landscape import coercive
from tests.decide.rechecking import proves, refutes, verdict


@pytest.mark.parametrize(
    "f", [x**2 + y**4 - 10 * x, x**4 + y**4 - 3 * x * y, x**2 - x * y + y**2, (x**2 + y**2 - 1) ** 2, x**4 - x**3]
)
def test_coercive(f):
    assert proves(coercive(f))


@pytest.mark.parametrize(
    "f", [(x * y - 1) ** 2, x**2 - y**2, x, x**3, x**2 * (y**2 + 1), (x - y) ** 2, (x**2 - y) ** 2]
)
def test_not_coercive(f):
    assert refutes(coercive(f, variables=[x, y]))


def test_a_curved_valley_needs_a_hint():
    f = function(lambda x, y: (y - x**2) ** 2 + x**2, x=None, y=None)
    assert proves(coercive(f, bound=lambda t: 3 * t + 2 * t**2, squares=lambda x, y: y - 2 * x**2))
    flat = function(lambda x, y: (y - x**3) ** 2, x=None, y=None)
    assert refutes(coercive(flat, arc=lambda s: (s, s**3)))


def test_a_factorization_is_not_coercive_on_matrices():
    assert refutes(coercive(function(lambda X, Y: norm_squared(X @ Y.T), X=(2, 1), Y=(2, 1))))
    assert proves(coercive(function(lambda X: norm_squared(X @ X.T), X=(2, 1))))


a, b, c = map(letter, "abc")


@pytest.mark.parametrize(
    ("f", "assuming"),
    [
        (lambda x, y: x**4 - 2 * a * x**2 + y**2, ()),
        (lambda x, y: x**4 + y**4 - b * x, ()),
        (lambda x, y: (x**2 - 1) ** 2 + a * x + y**2, ()),
        (lambda x, y: x**4 + y**4 - a * b * x * y + c * x**2 * y, ()),
        (lambda x, y: a * x**2 + y**2, (a > 0,)),
        (lambda x, y: (a - 1) * x**2 + (b - 1) * y**2, (a > 1, b > 1)),
        (lambda x, y: x**2 + 2 * a * x * y + y**2, (a > -1, a < 1)),
    ],
)
def test_bounds_that_depend_on_letters(f, assuming):
    assert proves(coercive(function(f, x=None, y=None)), assuming=assuming)


@pytest.mark.parametrize(
    ("f", "assuming"),
    [
        (lambda x, y: a * x**2 + y**2, ()),
        (lambda x, y: a * x**2 + y**2, (a >= 0,)),
        (lambda x, y: a * x**4 + x**2 + y**4, ()),
        (lambda x, y: x**2 + 2 * a * x * y + y**2, (a >= -1, a <= 1)),
    ],
)
def test_coercive_for_some_letters_only(f, assuming):
    """The arc is at letters among those that are allowed."""
    assert refutes(coercive(function(f, x=None, y=None)), assuming=assuming)


def test_a_named_bound_with_letters():
    f = function(lambda x, y: (y - a * x**2) ** 2 + x**2, x=None, y=None)
    squares = {"squares": lambda x, y: y - 2 * a * x**2}
    assert proves(coercive(f, bound=lambda t: (1 + 2 * a**2 * t) * t + t, **squares), assuming=(a > 0,))
    assert verdict(coercive(f, bound=lambda t: t, **squares), assuming=(a > 0,)) == "undecided"


ENTRIES = st.integers(-4, 4)


@settings(max_examples=20)
@given(ENTRIES, ENTRIES, ENTRIES)
def test_quadratic_forms_are_coercive_where_they_are_definite(a, b, c):
    u, v = symbols("x y")
    found = verdict(coercive(a * u**2 + 2 * b * u * v + c * v**2 + u, variables=[u, v]))
    definite = bool(Matrix([[a, b], [b, c]]).is_positive_definite)
    assert found in ("undecided", "proved" if definite else "refuted")
    assert not definite or found == "proved"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: coercive(5), "no function and no variable"),
        (lambda: coercive(1 / x), "is no polynomial"),
        (lambda: coercive(x**2, bound=lambda s, t: s), "bound: a function of one number"),
        (lambda: coercive(x**2, arc=lambda s: (s, s)), "arc: 2 coordinates instead of 1"),
    ],
)
def test_what_does_not_fit(make, words):
    with pytest.raises(InputError, match=words):
        make()
