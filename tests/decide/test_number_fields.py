"""Inverses and roots in fields of numbers, against sympy."""

from itertools import pairwise

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.decide.number_fields import inverse, real_roots
from exactcheck.decide.number_letters import NumberLetters
from exactcheck.kernel.known_equations import Known
from exactcheck.kernel.polynomial import Polynomial, total
from exactcheck.kernel.problem import Problem

CUBIC = {"letter": "c", "polynomial": ["-2", "0", "0", "1"], "interval": ["1", "2"]}
DECLARED = [{"letter": "w", "root": "2"}, CUBIC, {"letter": "v", "root": ["letter", "w"]}]
W, C, V = (Polynomial.letter(name) for name in "wcv")
VALUES = {"w": sympy.sqrt(2), "c": sympy.cbrt(2), "v": sympy.sqrt(sympy.sqrt(2))}


def number(coefficients, *letters):
    """A combination of 1 and of letters."""
    return total(x * a for a, x in zip(coefficients, [Polynomial.of(1), *letters], strict=False))


def setting():
    """The letters."""
    return Problem(list(DECLARED)).setting


def evaluated(polynomial, values):
    """The number as an expression of sympy."""
    terms = polynomial.terms.items()
    return sum(sympy.Rational(str(a)) * sympy.prod(values[x] ** k for x, k in m) for m, a in terms)


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=4).filter(any))
def test_inverses(coefficients):
    value = number(coefficients, W, C, V)
    found = inverse(setting(), value)
    assert found is not None
    assert setting().normal(found * value) == 1


@pytest.mark.parametrize("value", [Polynomial(), W * W - 2, Polynomial.letter("x")])
def test_what_has_no_inverse(value):
    problem = Problem([*DECLARED, {"letter": "x", "role": "point"}])
    assert inverse(problem.setting, value) is None


@given(*[st.tuples(st.integers(-3, 3), st.integers(-2, 2))] * 3)
def test_quadratic_equations(c, b, a):
    known = Known(Problem([DECLARED[0]]))
    coefficients = [number(pair, W) for pair in (c, b, a)]
    if not any(a):
        return
    numbers = NumberLetters({"w"})
    case, roots = real_roots(numbers, known, coefficients)
    for root in roots:
        value = total(coefficient * root**k for k, coefficient in enumerate(coefficients))
        assert case.setting.is_zero(value)
    c_, b_, a_ = (evaluated(x, VALUES) for x in coefficients)
    discriminant = sympy.expand(b_**2 - 4 * a_ * c_)
    assert len(roots) == 1 + int(sympy.sign(discriminant))
    assert all(case.setting.sign(right - left) > 0 for left, right in pairwise(roots))


@pytest.mark.parametrize(
    ("constant", "letters"),
    [(W * -2 - 3, ["w"]), (-W, ["w", "root"]), (Polynomial.of(-3), ["w", "sqrt3"]), (W * 4 - 9, ["w"])],
)
def test_letters_of_square_roots(constant, letters):
    # sqrt(3 + 2 sqrt(2)) = 1 + sqrt(2), and sqrt(9 - 4 sqrt(2)) = 2 sqrt(2) - 1
    case, roots = real_roots(NumberLetters({"w"}), Known(Problem([DECLARED[0]])), [constant, Polynomial(), number([1])])
    assert len(roots) == 2
    assert list(case.setting.letters) == letters
    again, _ = real_roots(NumberLetters({"w", "root"}), case, [constant * 4, Polynomial(), number([1])])
    assert list(again.setting.letters) == letters


def test_equations_of_higher_degree_are_left():
    assert real_roots(NumberLetters({"w"}), Known(Problem([DECLARED[0]])), [-W, *[Polynomial()] * 2, W]) is None
