"""Sympy expressions with Abs, Max and Min: the same values, and what is refused."""

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy import Abs, Max, Min
from sympy.abc import x, y

from exactcheck import InputError
from exactcheck.landscape import nonsmooth_function, value
from tests.exact.trees import evaluated

u, v = sympy.symbols("u v", real=True)
numbers = st.fractions(-3, 3, max_denominator=3).map(lambda q: sympy.Rational(q.numerator, q.denominator))
positive = st.sampled_from([sympy.Integer(0), sympy.Integer(2), sympy.Rational(1, 3)])
polynomials = st.sampled_from([x, y, x - y, x * y - 1, 1 - x**2, 2 * y, sympy.Integer(1), -x])
convex = st.recursive(
    polynomials | polynomials.map(Abs),
    lambda inside: st.one_of(
        st.builds(lambda a, b: a + b, inside, inside),
        st.builds(lambda a, b: Max(a, b), inside, inside),
        st.builds(lambda c, a: c * a, positive | st.just(x**2), inside),
        st.builds(lambda a, b: -Min(-a, b), inside, polynomials),
    ),
    max_leaves=5,
)


def total(f, point):
    """The value of a function with kinks, from its parts."""
    found = evaluated(value(f.smooth, point))
    for weight, piece in f.pieces:
        several = isinstance(piece, tuple)
        values = [evaluated(value(p, point)) for p in (piece if several else (piece,))]
        found += evaluated(weight) * (max(values) if several else abs(values[0]))
    return found


@given(convex, numbers, numbers)
def test_the_function_has_the_values_of_the_expression(expression, a, b):
    f = nonsmooth_function(expression, variables=[x, y])
    assert total(f, (a, b)) == expression.subs({x: a, y: b})


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        (Abs(x**2 - 1) / 2 + Max(x, y, 0) + x * y, "(x, y) -> x y + 1/2 |x^2 - 1| + max(0, x, y)"),
        (2 * (Abs(x) + Max(x, y)) - x, "(x, y) -> -x + 2 |x| + 2 max(x, y)"),
        (-Min(x, 2 * y), "(x, y) -> max(-x, -2 y)"),
        (Max(Abs(x), y), "(x, y) -> max(y, x, -x)"),
        (Abs(x) ** 2 + Abs(x) ** 3, "(x) -> x^2 + |x^3|"),
        (Abs(u**3 * v), "(u, v) -> |u^3 v|"),
        (Abs(x) * Abs(y) ** 2 * Abs(x - 1), "(x, y) -> |x y^2 (x - 1)|"),
        (y**2 * Max(x, y), "(x, y) -> max(x y^2, y^3)"),
        (sympy.sqrt(2) * Abs(x), "(x) -> |sqrt2 x|"),
        (x**2, "(x) -> x^2"),
    ],
)
def test_what_is_made_of_an_expression(expression, printed):
    assert repr(nonsmooth_function(expression)) == printed


def test_variables_in_an_order_of_ones_own():
    assert repr(nonsmooth_function(Abs(x) + y, variables=[y, x])) == "(y, x) -> y + |x|"
    assert repr(nonsmooth_function(Abs(x), variables="xz")) == "(x, z) -> |x|"


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (-Abs(x), r"expression: -Abs\(x\) has another sign or another form than is accepted: numbers >= 0"),
        (x - 2 * Max(x, y), r"expression: -2\*Max\(x, y\) has another sign"),
        (Min(x, y), r"expression: -Max\(-x, -y\) has another sign"),
        (x * Abs(y), r"expression: x\*Abs\(y\) has another sign"),
        (x * Max(x, y), r"expression: x\*Max\(x, y\) has another sign"),
        (Max(x, y) ** 2, r"expression: Max\(x, y\)\*\*2 has another"),
        (Max(x, 0) * Max(y, 0), r"expression: Max\(0, x\)\*Max\(0, y\) has another"),
        (Max(x, -Abs(y)), r"expression: -Abs\(y\) has another"),
        (Abs(Abs(x) - 1), r"expression: Abs\(Abs\(x\) - 1\) has another"),
        (sympy.sqrt(Abs(x)), r"expression: sqrt\(Abs\(x\)\) has another"),
        (1 / Abs(x), r"expression: 1/Abs\(x\) has another"),
        (sympy.sin(Abs(x)), r"expression: sin\(Abs\(x\)\) has another"),
        (-sympy.sqrt(3) * Abs(x), r"expression: -sqrt\(3\)\*Abs\(x\) has another sign"),
        (2**x * Abs(x), r"pieces: 2\*\*x is no polynomial"),
        (Abs(sympy.sin(x)), r"pieces: sin\(x\) is no polynomial"),
        (Abs(x / y), "pieces: 1/y is no polynomial"),
        (Max(x, 0.5 * y), 'maxima: the float 0.5 is not exact; give "1/2"'),
        (0.5 * Abs(x), 'weight: the float 0.5 is not exact; give "1/2"'),
        (sympy.exp(x) + Abs(x), r"smooth: exp\(x\) is no polynomial"),
        (sympy.Integer(3), "smooth: no function and no variable"),
        (sympy.Matrix([x]), "expression: Matrix.* is no sympy expression"),
        (x > 0, "expression: x > 0 is no sympy expression"),
        ("Abs(x)", "expression: 'Abs.*' is no sympy expression"),
    ],
)
def test_what_is_refused(expression, words):
    with pytest.raises(InputError, match=words):
        nonsmooth_function(expression)
