"""Numbers and polynomials that come from sympy."""

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import InputError, point, scalar, to_sympy
from exactcheck.exact.from_sympy import scalar_from_sympy
from tests.exact.test_ring import normal
from tests.exact.trees import SYMBOLS, computed, in_sympy, trees

T = sympy.Symbol("t")
surds = st.lists(st.tuples(st.fractions(-3, 3, max_denominator=4), st.integers(0, 12)), min_size=1, max_size=3)


@given(trees)
def test_polynomials(tree):
    letters = {name: point(name) for name in "xyz"}
    known = {symbol: letters[name] for name, symbol in SYMBOLS.items()}
    found = scalar_from_sympy(in_sympy(tree), known)
    assert normal(found - computed(tree, letters, scalar)) == {}


@given(surds, surds)
def test_sums_of_square_roots_keep_their_value(one, other):
    exact = [sum((sympy.Rational(c) * sympy.sqrt(n) for c, n in terms), sympy.Integer(0)) for terms in (one, other)]
    value = sympy.expand(exact[0] * exact[1])
    assert normal(scalar(value) - scalar(exact[0]) * scalar(exact[1])) == {}
    assert sympy.expand(to_sympy(scalar(value)) - value) == 0


@pytest.mark.parametrize(
    "value",
    [sympy.sqrt(8), sympy.sqrt(2) ** 3, 1 / sympy.sqrt(3), sympy.sqrt(2 + sympy.sqrt(2)), sympy.Rational(2, 3) ** -2],
    ids=str,
)
def test_numbers_there_and_back(value):
    assert sympy.expand(to_sympy(scalar(value)) ** 2 - value**2) == 0
    assert to_sympy(scalar(value)).is_nonnegative


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (T, "t is not made of rational numbers"),
        (sympy.pi, "pi is not made of"),
        (sympy.sqrt(-2), "I is not made of"),
        (sympy.cbrt(2), "is not made of"),
        (sympy.sin(2), "is not made of"),
        (2**T, "is not made of"),
        (sympy.oo, "oo is not made of"),
        (sympy.nan, "nan is not made of"),
        (sympy.Float("0.5"), "the float 0.5"),
        (sympy.sqrt(2) * sympy.Float("0.5"), "float"),
        (sympy.eye(2), "is not a number"),
        (sympy.false, "is not a number"),
        (T < 1, "is not a number"),
        (sympy.zoo, "zoo is not made of"),
    ],
    ids=str,
)
def test_what_is_no_exact_real_number(value, words):
    with pytest.raises(InputError, match=words):
        scalar(value)
