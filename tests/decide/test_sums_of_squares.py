"""Sums of squares and Gram matrices: what is found adds up, and what is separated is no sum of squares."""

from fractions import Fraction
from math import prod

import pytest
import sympy
from flint import fmpq, fmpq_mat
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy.abc import x, y, z

from exactcheck import function, letter, sqrt, verify_statements
from exactcheck.decide.dense_floats import cholesky, inverse, null_vectors, solved
from exactcheck.decide.gram_matrices import block, elimination, orthogonal, representation
from exactcheck.decide.monomial_bases import bases, candidates, monomials, parity_classes, times
from exactcheck.decide.weighted_squares import circular_moment
from exactcheck.landscape import sum_of_squares
from tests.decide.rechecking import decided, verdict
from tests.kernel.strategies import symmetric

MOTZKIN = x**4 * y**2 + x**2 * y**4 + z**6 - 3 * x**2 * y**2 * z**2
SCHEIDERER = x**4 + x * y**3 + y**4 - 3 * x**2 * y * z - 4 * x * y**2 * z + 2 * x**2 * z**2 + x * z**3 + y * z**3 + z**4
SYMBOLS = (x, y, z)


def terms(polynomial, symbols=SYMBOLS):
    """The coefficients of a polynomial of sympy by exponents."""
    return {m: fmpq(int(c.p), int(c.q)) for m, c in sympy.Poly(polynomial, *symbols).terms()}


def of_sympy(polynomial, symbols=SYMBOLS):
    """The polynomial with these coefficients, over sympy."""
    numbers = {m: sympy.Rational(int(c.p), int(c.q)) for m, c in polynomial.items()}
    return sum(c * prod(v**k for v, k in zip(symbols, m, strict=True)) for m, c in numbers.items())


def squares(polynomial, symbols=SYMBOLS):
    """Pairs of a coefficient and a root over sympy, or None."""
    target = terms(polynomial, symbols)
    one = {(0,) * len(symbols): fmpq(1)}
    found = representation(target, [block(one, members) for members in bases(set(target))], circular_moment)
    if found is None:
        return None
    return [(sympy.Rational(str(c)), of_sympy(q, symbols)) for part in found for c, q in part]


@pytest.mark.parametrize(
    "polynomial",
    [
        x**2,
        (x * y - 1) ** 2 + x**2,
        (x * y - 1) ** 2,
        (x - 2 * y) ** 2 * (y + z) ** 2 + (x * y - z**2) ** 2,
        MOTZKIN * (x**2 + y**2 + z**2),
        MOTZKIN * (x**2 + y**2),
        x**4 + y**4 + z**4 - 2 * x**2 * y * z + 1,
        (x**3 - y) ** 2 + (y**3 - x) ** 2,
    ],
)
def test_squares_add_up(polynomial):
    found = squares(sympy.expand(polynomial))
    assert all(c > 0 for c, _ in found)
    assert sympy.expand(sum(c * q**2 for c, q in found) - polynomial) == 0


@pytest.mark.parametrize("polynomial", [MOTZKIN, MOTZKIN + z**6, SCHEIDERER, x, x**2 - 1, -(x**2), x**2 + y**3])
def test_what_has_no_rational_squares(polynomial):
    assert squares(polynomial) is None


@pytest.mark.parametrize(
    ("polynomial", "expected"),
    [
        (x**4 + y**4 - 2 * x * y + 1, "proved"),
        (MOTZKIN, "refuted"),
        (MOTZKIN.subs(z, 1), "refuted"),
        (MOTZKIN.subs(z, 1) + 10, "refuted"),
        (MOTZKIN * (x**2 + y**2 + z**2), "proved"),
        (SCHEIDERER, "undecided"),
        (SCHEIDERER.subs(z, 1), "undecided"),
        (SCHEIDERER.subs(z, 1) + sympy.Rational(1, 100), "proved"),
        (x**3, "refuted"),
        (x**3 + x**2 * y, "refuted"),
        (x**4 - 3 * x**2 + 2, "refuted"),
        (x**2 - 2 * x * y, "refuted"),
        (sympy.Integer(-1) + 0 * x, "refuted"),
    ],
)
def test_statements(polynomial, expected):
    assert verdict(sum_of_squares(polynomial, SYMBOLS)) == expected


def test_zero_is_the_empty_sum():
    assert verdict(sum_of_squares(sympy.Integer(0), [x])) == "proved"


def test_letters_of_a_problem():
    c = letter("c")
    assert (
        verdict(sum_of_squares(function(lambda x, y: x**2 + 2 * c * x * y + c**2 * y**2, x=None, y=None))) == "proved"
    )
    wide = function(lambda x, y: x**2 + 2 * c * x * y + y**2, x=None, y=None)
    assert decided(sum_of_squares(wide)).proof["at"] == {"c": "2"}
    assert decided(sum_of_squares(wide), assuming=(c <= 1, c >= -1)).verdict == "undecided"
    assert decided(sum_of_squares(function(lambda c: (c - 1) ** 2, c=None)), assuming=(c > 0,)).verdict == "proved"


def test_irrational_coefficients_are_left_open_or_letters():
    assert verdict(sum_of_squares(function(lambda x: (x - sqrt(2)) ** 2, x=None))) != "refuted"
    assert verdict(sum_of_squares(function(lambda x: x**2 + sqrt(2), x=None))) == "undecided"


def test_what_is_no_polynomial_is_left_open():
    assert decided(sum_of_squares(function(lambda x: 1 / x, x=None))).verdict == "undecided"


def test_too_large_a_search_is_not_begun():
    many = sympy.symbols("a:h")
    assert verdict(sum_of_squares(sum(a**10 for a in many) + (many[0] + many[1]) ** 2)) == "undecided"


def test_in_words():
    statement = sum_of_squares(x**2 + y**2)
    assert repr(statement) == "(x, y) -> x^2 + y^2 is a sum of squares"
    result = verify_statements(statement)
    assert (result.verdict, result.scope, result.trust) == ("proved", "exhaustive", "kernel")


whole = st.integers(-3, 3)
small = st.dictionaries(st.sampled_from(list(monomials(2, 2))), whole, min_size=1, max_size=4)


def polynomial_of(coefficients):
    """The polynomial in x and y."""
    return sum(c * x**i * y**j for (i, j), c in coefficients.items())


@given(st.lists(small, min_size=1, max_size=3))
def test_sums_of_squares_are_found(given_roots):
    polynomial = sympy.expand(sum(polynomial_of(root) ** 2 for root in given_roots))
    assert verdict(sum_of_squares(polynomial, [x, y])) == "proved"
    if polynomial != 0:
        found = squares(polynomial, (x, y))
        assert sympy.expand(sum(c * q**2 for c, q in found) - polynomial) == 0


@given(st.dictionaries(st.sampled_from(list(monomials(2, 4))), whole, min_size=1, max_size=5))
def test_polynomials_are_not_both(coefficients):
    polynomial = polynomial_of(coefficients)
    decision = decided(sum_of_squares(polynomial, [x, y]))
    grid = [polynomial.subs({x: a, y: b}) if polynomial != 0 else 0 for a in range(-2, 3) for b in range(-2, 3)]
    if decision.verdict == "proved":
        assert min(grid) >= 0
    if decision.verdict == "refuted" and "functional" in decision.proof:
        require_separates(decision.proof, polynomial)
    assert decision.verdict != "undecided" or min(grid) >= 0


def require_separates(proof, polynomial):
    """The functional is negative on the polynomial, and its matrix of moments has no negative eigenvalue."""
    functional = {tuple(m): sympy.Rational(v) for m, v in proof["functional"]}
    exact = sympy.Poly(polynomial, x, y)
    assert sum(functional.get(m, 0) * c for m, c in exact.terms()) < 0
    basis = list(monomials(2, exact.total_degree() // 2))
    matrix = sympy.Matrix([[functional.get(times(a, b), 0) for b in basis] for a in basis])
    assert matrix.is_positive_semidefinite


@settings(max_examples=30)
@given(symmetric(3))
def test_elimination_decides_semidefiniteness(rows):
    matrix = [[fmpq(v) for v in row] for row in rows]
    found = elimination(matrix)
    assert (found is not None) == bool(sympy.Matrix(rows).is_positive_semidefinite)
    if found is not None:
        total = [[sum((d * u[i] * u[j] for d, u in found), fmpq(0)) for j in range(3)] for i in range(3)]
        assert total == matrix


@given(st.lists(st.lists(whole.map(fmpq), min_size=4, max_size=4), max_size=3))
def test_orthogonal_vectors(vectors):
    found = orthogonal(vectors, 4)
    assert all(sum(a * b for a, b in zip(u, v, strict=True)) == 0 for u in found for v in vectors)
    assert len(found) == 4 - (fmpq_mat(vectors).rank() if vectors else 0)


@given(symmetric(3))
def test_floats(rows):
    positive = sympy.Matrix(rows) * sympy.Matrix(rows) + sympy.eye(3)
    matrix = [[float(v) for v in positive.row(i)] for i in range(3)]
    factor = cholesky(matrix)
    assert solved(factor, matrix[0]) == pytest.approx([1, 0, 0], abs=1e-6)
    exact = positive.inv()
    assert inverse(factor)[2] == pytest.approx([float(v) for v in exact.row(2)], abs=1e-6)
    assert null_vectors(matrix, 1e-9) == []


def test_floats_that_are_not_definite():
    assert cholesky([[1.0, 2.0], [2.0, 1.0]]) is None
    assert cholesky([[float("nan")]]) is None
    assert null_vectors([[4.0, -2.0], [-2.0, 1.0]], 1e-9) == [[0.5, 1.0]]


def test_monomials_of_squares():
    assert sorted(map(len, bases(set(terms(MOTZKIN))))) == [1, 1, 1, 1]
    assert len(candidates(terms(MOTZKIN))) == 8
    assert parity_classes([(0,), (1,), (2,)], [(2,)]) == [[(0,), (2,)], [(1,)]]
    assert parity_classes([(0,), (1,), (2,)], [(1,)]) == [[(0,), (1,), (2,)]]


def test_moments_of_circles():
    # the mean of cos^4 is 3/8, times 2^2
    assert circular_moment((4, 0)) == 1.5 and circular_moment((3, 2)) == 0 and circular_moment((2, 2)) == 1
    assert Fraction(circular_moment((6,))) == Fraction(5, 2)
