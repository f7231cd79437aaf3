"""Members of ideals of low degree, against sympy's Groebner bases."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.decide.cofactors import cofactors, degree
from exactcheck.decide.ideal_members import columns_up_to, independent_equations, members, new_members, simplest
from exactcheck.decide.polynomial_rings import PolynomialRing
from exactcheck.kernel.polynomial import Polynomial, total

AXES = sympy.symbols("x y z")
X, Y, Z = (Polynomial.letter(str(axis)) for axis in AXES)
RING = PolynomialRing("xyz")


def expression(value):
    """A polynomial of the kernel as an expression of sympy."""
    return sympy.sympify(str(RING.element(value)))


SMALL = st.lists(st.tuples(st.integers(-3, 3), st.tuples(*[st.integers(0, 2)] * 3)), min_size=1, max_size=4).map(
    lambda terms: total(Polynomial({RING.monomial(e): Fraction(c)}) for c, e in terms)
)


@given(st.lists(SMALL.filter(lambda p: p.letters), min_size=1, max_size=3))
def test_what_is_found_is_in_the_ideal(generators):
    basis = sympy.groebner(list(map(expression, generators)), *AXES, order="grevlex", domain="QQ")
    columns = columns_up_to(RING, generators, max(map(degree, generators)) + 1)
    found = members(RING, generators, columns)
    assert found
    assert all(basis.contains(expression(member)) for member in found)
    shown = cofactors(RING, found, generators, 1)
    assert shown is not None
    for member, pairs in zip(found, shown, strict=True):
        assert total(generators[k] * c for k, c in pairs) == member


def test_the_rows_of_a_critical_factor_are_orthogonal():
    # (U U^T - D) U = 0 for D = diag(2, 1) implies that the rows of U are orthogonal
    u, v, s, t = (Polynomial.letter(name) for name in "uvst")
    a, b, c = u * u + v * v, u * s + v * t, s * s + t * t
    generators = [(a - 2) * u + b * s, (a - 2) * v + b * t, b * u + (c - 1) * s, b * v + (c - 1) * t]
    found = new_members(generators, 4, lambda _: False)
    (member, pairs) = found[0]
    assert member == b
    assert total(generators[k] * cofactor for k, cofactor in pairs) == b


def test_nothing_new_and_too_much():
    assert new_members([X * X + Y * Y - 1], 1, lambda _: False) == []
    many = [X**k * Y ** (60 - k) + 1 for k in range(61)]
    assert members(RING, many, columns_up_to(RING, many, 66)) == []


def test_relations_between_numbers_help():
    root = Polynomial.letter("w")
    assert new_members([root * X - 2, root * Y - 2], 2, lambda _: False)[0][0] == X - Y
    with_relation = new_members([root * X - 2, root**2 - 2], 1, lambda _: False)
    assert [member for member, _ in with_relation] == [root - X]


def test_equations_that_others_show_are_left_out():
    old = [(0, X * Y), (1, Z * Z - X), (2, X * Y * Z)]
    assert independent_equations(old, [(3, X)]) == [1, 3]


@pytest.mark.parametrize("value", [Fraction(0), Fraction(-7, 3), Fraction(12345, 67891)])
def test_simplest_fractions(value):
    prime = 2**61 - 1
    assert simplest(value.numerator * pow(value.denominator, -1, prime) % prime) == value


@given(SMALL.filter(bool), SMALL.filter(bool))
def test_cofactors_of_products(left, right):
    found = cofactors(RING, [left * right], [right, X**5 + 1], 0)
    assert found is not None
    assert total([right, X**5 + 1][k] * c for k, c in found[0]) == left * right
