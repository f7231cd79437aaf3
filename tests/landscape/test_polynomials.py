"""Polynomials from sympy: the same values, readable, and what is none."""

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy.abc import x, y

from exactcheck import InputError, function, inner
from exactcheck.landscape import value
from exactcheck.landscape.polynomials import common_functions
from tests.exact.trees import evaluated

numbers = st.fractions(-3, 3, max_denominator=3).map(lambda q: sympy.Rational(q.numerator, q.denominator))
polynomials = st.recursive(
    st.sampled_from([x, y]) | numbers,
    lambda inside: st.one_of(
        st.builds(lambda a, b: a + b, inside, inside),
        st.builds(lambda a, b: a * b, inside, inside),
        st.builds(lambda a, k: a**k, inside, st.integers(0, 3)),
    ),
    max_leaves=6,
)


@given(polynomials, numbers, numbers)
def test_a_polynomial_has_the_same_values(expression, a, b):
    (made,) = common_functions([("f", expression)], variables=[x, y])
    assert evaluated(value(made, (a, b))) == expression.subs({x: a, y: b})


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        (x**2 - 3 * y + 1, "x^2 - 3 y + 1"),
        (-x, "-x"),
        (-((x - y) ** 2) / 2 + x * (y - 1), "x (y - 1) - 1/2 (x - y)^2"),
        (sympy.sqrt(2) * x, "sqrt2 x"),
        (sympy.Integer(0), "0"),
    ],
)
def test_a_polynomial_reads_as_it_was_written(expression, printed):
    (made,) = common_functions([("f", expression)], variables=[x, y])
    assert repr(made) == f"(x, y) -> {printed}"


OF_A_MATRIX = function(lambda u, x: inner(u, u) + x, u=(2, 1), x=None)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (sympy.sin(x), r"f: sin\(x\) is no polynomial; accepted are sums, products and powers .* of x"),
        (x + 2 ** sympy.sin(x) * y, r"f: 2\*\*sin\(x\) is no polynomial"),
        (sympy.sqrt(x + y), r"f: sqrt\(x \+ y\) is no polynomial"),
        (1 / x + y, "f: 1/x is no polynomial"),
        (x**y, r"f: x\*\*y is no polynomial"),
        (x / y, "f: 1/y is no polynomial"),
        (sympy.Abs(x), r"f: Abs\(x\) is no polynomial"),
        (sympy.Piecewise((x, x > 0), (y, True)), "f: Piecewise.* is no polynomial"),
        (0.1 * x, 'f: the float 0.1 is not exact; give .* or "1/10" if that was meant'),
        (sympy.Float("0.5"), 'f: the float 0.5 is not exact; give "1/2", which it is'),
        (sympy.pi * x, "f: pi is not made of rational numbers"),
        (sympy.I * x, "f: I is not made of rational numbers"),
        (sympy.oo * x, "f: oo is not made of rational numbers"),
        (x > 0, "f: x > 0 is no sympy expression for a number"),
        (sympy.Matrix([x]), r"f: Matrix\(\[\[x\]\]\) is no sympy expression for a number"),
        (x + sympy.Symbol("x", real=True), "f: different symbols of the same name"),
        (sympy.Symbol("z") + x, "f: z in .* is none of the variables x, y"),
    ],
)
def test_what_is_no_polynomial(expression, words):
    with pytest.raises(InputError, match=words):
        common_functions([("f", expression)], variables=[x, y])


def test_a_variable_that_is_a_matrix_has_no_symbol():
    assert repr(common_functions([("f", OF_A_MATRIX), ("g", 3 * x)])[1]) == "(u, x) -> 3 x"
    with pytest.raises(InputError, match="g: u in u is none of the variables x"):
        common_functions([("f", OF_A_MATRIX), ("g", sympy.Symbol("u"))])
