"""Arithmetic with polynomials in one letter, against sympy and plain fractions."""

from fractions import Fraction
from math import gcd

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.integer_polynomials import (
    PRIME,
    coprime_modulo,
    derivative,
    exact_quotient,
    on_unit_interval,
    primitive,
    pseudo_remainder,
    shifted,
    squarefree_part,
    value_at,
)

X = sympy.Symbol("x")
coefficients = st.lists(st.integers(-9, 9), min_size=2, max_size=6).filter(lambda c: c[-1] != 0)
fractions = st.fractions(-9, 9, max_denominator=8)


def poly(values):
    """The polynomial of sympy with these coefficients, lowest first."""
    return sympy.Poly([sympy.Rational(Fraction(c).numerator, Fraction(c).denominator) for c in values][::-1] or [0], X)


def same_up_to_a_number(values, expected):
    """True if the polynomials are multiples of each other by nonzero numbers."""
    return poly(values).monic() == expected.monic()


@given(st.lists(fractions, min_size=1, max_size=5).filter(any))
def test_a_primitive_polynomial_is_a_positive_multiple(values):
    found = primitive(values)
    assert found[-1] != 0 and gcd(*found) == 1
    (ratio,) = {Fraction(a) / b for a, b in zip(found, values, strict=False) if b}
    assert ratio > 0 and not any(values[len(found) :])


def test_zero_is_no_multiple_of_a_primitive_polynomial():
    with pytest.raises(Rejected):
        primitive([Fraction(0), 0])


@given(coefficients, fractions)
def test_values(values, x):
    exact = sum(c * x**k for k, c in enumerate(values))
    assert value_at(tuple(values), x.numerator, x.denominator) == exact * x.denominator ** (len(values) - 1)


@given(coefficients, fractions, st.fractions(0, 3, max_denominator=8).filter(bool))
def test_an_interval_becomes_the_one_from_0_to_1(values, lower, width):
    found = on_unit_interval(tuple(values), (lower, lower + width))
    expected = poly(values).compose(poly([lower, width]))
    assert same_up_to_a_number(found, expected) and (found[-1] > 0) == (values[-1] > 0)


@given(coefficients)
def test_a_shift_by_one(values):
    assert poly(shifted(values)) == poly(values).compose(poly([1, 1]))


@given(coefficients, coefficients, st.integers(0, 2))
def test_the_squarefree_part(left, right, exponent):
    product = poly(left) * poly(right) ** exponent
    found = squarefree_part(primitive([Fraction(int(c)) for c in product.all_coeffs()[::-1]]))
    assert same_up_to_a_number(found, sympy.Poly(sympy.prod([p for p, _ in product.sqf_list()[1]]) + 0 * X, X))


@pytest.mark.parametrize("leading", [1, PRIME])
def test_a_simple_polynomial_that_the_prime_cannot_tell_is_its_own_squarefree_part(leading):
    # x^2 - p and p x^2 - 1 are squarefree, and modulo p a square or constant
    polynomial = (-PRIME if leading == 1 else -1, 0, leading)
    assert not coprime_modulo(PRIME, polynomial, derivative(polynomial))
    assert same_up_to_a_number(squarefree_part(polynomial), poly(polynomial))


@given(coefficients, coefficients)
def test_polynomials_with_a_common_divisor_are_never_called_coprime(left, right):
    common = sympy.gcd(poly(left), poly(right)).degree() > 0
    assert coprime_modulo(PRIME, tuple(left), tuple(right)) == (not common)


@given(coefficients, coefficients)
def test_remainders(dividend, divisor):
    scale, rest = pseudo_remainder(dividend, tuple(divisor))
    _, remainder = sympy.div(scale * poly(dividend) - poly(rest), poly(divisor), domain="QQ")
    assert scale != 0 and len(rest) < len(divisor) and remainder.is_zero


@given(coefficients, coefficients)
def test_exact_quotients(left, right):
    divisor = primitive(right)
    assert exact_quotient(tuple(map(int, (poly(left) * poly(divisor)).all_coeffs()[::-1])), divisor) == tuple(left)
