"""Polynomials against their values at random points."""

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.polynomial import Polynomial, split
from tests.kernel.strategies import fractions, points, polynomials, value


@given(polynomials, polynomials, points)
def test_arithmetic_agrees_with_values(p, q, at):
    assert value(p + q, at) == value(p, at) + value(q, at)
    assert value(p - q, at) == value(p, at) - value(q, at)
    assert value(p * q, at) == value(p, at) * value(q, at)
    assert value(-p, at) == -value(p, at)


@given(polynomials, polynomials)
def test_products_agree_with_sympy(p, q):
    def as_sympy(r):
        terms = [sympy.Rational(v) * sympy.prod(sympy.Symbol(x) ** k for x, k in m) for m, v in r.terms.items()]
        return sympy.Add(*terms)

    assert sympy.expand(as_sympy(p) * as_sympy(q) - as_sympy(p * q)) == 0


@given(polynomials, st.integers(0, 4), points)
def test_powers_agree_with_values(p, exponent, at):
    assert value(p**exponent, at) == value(p, at) ** exponent


@given(polynomials, fractions, points)
def test_rational_numbers_mix_with_polynomials(p, c, at):
    assert value(c + p, at) == value(p + c, at) == value(p, at) + c
    assert value(c * p, at) == value(p * c, at) == value(p, at) * c
    assert value(c - p, at) == c - value(p, at)


@given(polynomials, polynomials, points)
def test_substitution_agrees_with_values(p, q, at):
    assert value(p.substitute({"x": q}), at) == value(p, {**at, "x": value(q, at)})


@given(polynomials, points)
def test_the_coefficients_of_a_letter_add_up(p, at):
    assert sum(value(c, at) * at["y"] ** k for k, c in p.coefficients("y").items()) == value(p, at)


@given(polynomials)
def test_the_common_monomial_is_taken_out(p):
    common, rest = split(p)
    if p:
        ratio = next(iter(p.terms.values())) / next(iter((rest * Polynomial({common: 1})).terms.values()))
        assert rest * Polynomial({common: ratio}) == p
        assert ratio > 0


@given(polynomials, polynomials)
def test_equal_polynomials_have_equal_hashes(p, q):
    assert hash(p + q) == hash(q + p)
    assert (p == q) == (not p - q)


def test_only_a_single_term_has_an_inverse():
    x = Polynomial.letter("x")
    assert x**-2 * x**2 == 1
    for bad in (x + 1, Polynomial()):
        with pytest.raises(Rejected):
            _ = bad**-1


def test_other_things_do_not_mix():
    x = Polynomial.letter("x")
    for bad in ("1", 0.5, None):
        with pytest.raises(TypeError):
            _ = x + bad
        with pytest.raises(TypeError):
            _ = x * bad
    assert x != "x"
