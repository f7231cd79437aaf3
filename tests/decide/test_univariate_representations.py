"""Finitely many solutions by the roots of one polynomial, against the points that the equations were made from."""

from fractions import Fraction

import pytest
from flint import fmpq_poly
from hypothesis import assume, given
from hypothesis import strategies as st

from exactcheck.decide.polynomial_rings import PolynomialRing
from exactcheck.decide.quotient_algebras import QuotientAlgebra, standard_monomials
from exactcheck.decide.solution_moves import forms_to_try
from exactcheck.decide.univariate_representations import Element, Quotient, at_letter, coefficients, inverse_modulo
from exactcheck.kernel.polynomial import Polynomial

LIMITS = (100, 500, 500)
RING = PolynomialRing("xy")
X, Y = Polynomial.letter("x"), Polynomial.letter("y")
POINTS = st.lists(st.tuples(*[st.integers(-3, 3)] * 2), min_size=1, max_size=5, unique=True)


def algebra_of(polynomials):
    """The algebra of an ideal."""
    basis = RING.groebner_basis(polynomials, LIMITS)
    return QuotientAlgebra(RING, basis, standard_monomials(RING, basis))


def vanishing_at(points):
    """Polynomials whose common zeros are the points, all simple: the products of a factor for each."""
    products = [Polynomial.of(1)]
    for a, b in points:
        products = [p * factor for p in products for factor in (X - a, Y - b)]
    return products


def at_point(polynomial, point):
    """The value of a polynomial."""
    return polynomial.substitute(dict(zip("xy", map(Polynomial.of, point), strict=True))).constant


@given(POINTS)
def test_the_coordinates_of_points(points):
    algebra = algebra_of(vanishing_at(points))
    assert len(algebra.monomials) == len(points)
    elements = (Element.of(algebra, form) for form in forms_to_try(["x", "y"]))
    element = next(each for each in elements if each.generates)
    for point in points:
        u = at_point(element.value, point)
        assert element.vanishing(int(u)) == 0
        scale = element.denominator(int(u))
        assert scale
        assert [h(int(u)) for _, h in element.coordinates] == [scale * a for a in point]


@given(POINTS, st.lists(st.integers(-3, 3), min_size=4, max_size=4))
def test_multiplication_by_a_letter(points, weights):
    algebra = algebra_of(vanishing_at(points))
    row = [Fraction(w) for w, _ in zip(weights * 2, algebra.monomials, strict=False)]
    for name, place in (("x", 0), ("y", 1)):
        matrix = algebra.letter_matrices[name]
        for point in points:
            b = [at_point(Polynomial({m: Fraction(1)}), point) for m in algebra.monomials]
            product = [sum(int(row[j]) * matrix[j, i] for j in range(len(b))) for i in range(len(b))]
            left = sum(Fraction(int(p.p), int(p.q)) * value for p, value in zip(product, b, strict=True))
            assert left == point[place] * sum(r * value for r, value in zip(row, b, strict=True))


def test_a_double_point_on_a_curve():
    # y = x^2 and x^2 = 0: the powers of x span the algebra, though its polynomial is no product of different factors
    element = Element.of(algebra_of([Y - X * X, X * X]), X)
    assert element.generates
    assert (element.vanishing, element.denominator) == (fmpq_poly([0, 0, 1]), fmpq_poly([1]))
    assert element.coordinates == [(X, fmpq_poly([0, 1])), (Y, fmpq_poly())]


def test_powers_that_do_not_span():
    algebra = algebra_of([X * X, Y * Y])
    assert len(algebra.monomials) == 4
    elements = [Element.of(algebra, form) for form in forms_to_try(["x", "y"])]
    assert not any(element.generates for element in elements)
    assert elements[0].vanishing == fmpq_poly([0, 0, 1])


QUADRATIC = st.tuples(st.integers(-5, 5), st.integers(-5, 5)).map(lambda c: fmpq_poly([c[0], c[1], 1]))
ANY = st.lists(st.integers(-5, 5), min_size=1, max_size=4).map(fmpq_poly)


@given(QUADRATIC, ANY, ANY)
def test_quotients_modulo_a_polynomial(modulus, d, h):
    assume(d and modulus.gcd(d).degree() == 0)
    inverse = inverse_modulo(d, modulus)
    assert inverse[0] * d + inverse[1] * modulus == 1
    quotient = Quotient.of(h, inverse, modulus)
    assert quotient.value.degree() < 2
    assert (quotient.value * d - h) % modulus == 0
    w = {name: at_letter(p, "w") for name, p in {"d": d, "h": h, "p": modulus, "g": quotient.value}.items()}
    a, b, c = (at_letter(p, "w") for p in (quotient.multiple, quotient.linear, quotient.constant))
    assert X - w["g"] == a * (w["d"] * X - w["h"]) + b * w["p"] * X + c * w["p"]


@pytest.mark.parametrize(("values", "expected"), [([], [0]), ([1, 0, 2], [1, 0, 2])])
def test_coefficients(values, expected):
    assert coefficients(fmpq_poly(values)) == expected
