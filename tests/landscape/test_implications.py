"""Empty sets and implications: decided, compared with sympy, and what does not fit."""

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy.abc import x, y

from exactcheck import InputError, letter
from exactcheck.landscape import empty, everywhere, implies, separated
from tests.decide.rechecking import proves, refutes, verdict

PROVED = {
    "a disk beside a half-plane": lambda: empty(lambda x, y: [x**2 + y**2 <= 1, x + y >= 2]),
    "a parabola above itself": lambda: empty(lambda x, y: [y == x**2, y < 0]),
    "no common root": lambda: empty(lambda x: [x**2 == 2, x**3 == 3]),
    "a squeezed product": lambda: empty(lambda x, y: [x * y >= 0, x * y <= 0, x > 0, y**2 >= 1]),
    "relations of sympy": lambda: empty([x**2 < y, y <= 0]),
    "a hyperbola": lambda: implies(lambda x, y: [x * y == 1, x > 0], lambda x, y: [y > 0, x + y >= 2]),
    "a bounded trajectory": lambda: implies(
        lambda x, y: [x**2 - y**2 == 3, (x * y - 1) ** 2 <= 4],
        lambda x, y: (x**2 + y**2) ** 2 <= 49,
        squares=lambda x, y: x * y - 2,
    ),
    "an equation": lambda: implies(lambda x, y: [x + y == 1, x - y == 1], lambda x, y: [x == 1, y == 0]),
    "by cases": lambda: implies(lambda x, y: x * y > 0, lambda x, y: (x + y) ** 2 > 0, cases=lambda x, y: x),
    "everywhere": lambda: everywhere(lambda x, y: x**2 + y**2 >= 2 * x * y),
    "a wall": lambda: separated((x**2 - 1) ** 2 + y**2, "99/100", x),
}
REFUTED = {
    "a disk that meets a half-plane": lambda: empty(lambda x, y: [x**2 + y**2 <= 2, x + y >= 2]),
    "a point of a curve": lambda: empty(lambda x, y: [y == x**2 - 2, x >= 1, y > 0]),
    "the other branch": lambda: implies(lambda x, y: x * y == 1, lambda x, y: x > 0),
    "not everywhere": lambda: everywhere(lambda x, y: x**2 + y**2 > 2 * x * y),
    "a wall that is too low": lambda: separated((x**2 - 1) ** 2 + y**2, 1, x),
}


@pytest.mark.parametrize("name", PROVED)
def test_what_is_proved(name):
    assert proves(PROVED[name]())


@pytest.mark.parametrize("name", REFUTED)
def test_what_is_refuted(name):
    assert refutes(REFUTED[name]())


def test_letters_with_assumptions():
    c = letter("c")
    shifted = empty(lambda x: [x**2 <= c, x >= 2])
    assert proves(shifted, assuming=(c < 4,))
    assert refutes(shifted, assuming=(c <= 4, c > 0))


@given(st.lists(st.integers(-3, 3), min_size=3, max_size=3), st.integers(-2, 2))
def test_quadratic_inequalities_as_sympy_solves_them(coefficients, bound):
    a, b, c = coefficients
    found = verdict(empty(lambda x: [a * x**2 + b * x + c >= 0, x >= bound]))
    z = sympy.Symbol("z", real=True)
    holds = sympy.solveset(a * z**2 + b * z + c >= 0, z, sympy.S.Reals).intersect(sympy.Interval(bound, sympy.oo))
    if found != "undecided":
        assert (found == "proved") == (holds == sympy.S.EmptySet)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: empty(lambda x: []), "conditions: there is no condition"),
        (lambda: empty(lambda x: x), "conditions: x is no condition"),
        (lambda: empty([]), "no variable"),
        (lambda: implies(lambda x: x > 0, lambda y: y > 0), "same arguments as the conditions, x"),
        (lambda: separated(x**2, 0.5, x), "level: the float 0.5"),
        (lambda: separated(5, 1, x), "f: no function"),
        (lambda: empty(lambda x: x > 0, cases=lambda x: "no number"), "cases"),
    ],
)
def test_what_does_not_fit(make, words):
    with pytest.raises(InputError, match=words):
        make()


def test_statements_read_aloud():
    assert repr(empty(lambda x: [x >= 1, x < 0])) == "no point has x - 1 >= 0, -x > 0"
    assert repr(everywhere(lambda x: x**2 >= 0)) == "everywhere: x^2 >= 0"
    assert repr(implies(lambda x: x == 1, lambda x: x > 0)) == "wherever x - 1 = 0: x > 0"
