"""What the search for solutions is made of: division, cofactors, isolated roots, squares."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import assume, given
from hypothesis import strategies as st

from exactcheck.decide.cofactors import cofactors, divided
from exactcheck.decide.number_letters import square_root
from exactcheck.decide.polynomial_rings import PolynomialRing
from exactcheck.decide.quotient_algebras import standard_monomials
from exactcheck.decide.solution_moves import sum_of_squares
from exactcheck.kernel.polynomial import Polynomial, total
from exactcheck.kernel.real_roots import isolated
from tests.kernel.strategies import integers, polynomials

RING = PolynomialRing("xyz")
SYMBOLS = dict(zip("xyz", sympy.symbols("x y z"), strict=True))
LIMITS = (100, 500, 500)
MONOMIALS = [(), *(((x, k),) for x in "xyz" for k in (1, 2)), *(((a, 1), (b, 1)) for a, b in ("xy", "yz", "xz"))]
TERMS = st.dictionaries(st.sampled_from(MONOMIALS), integers.filter(bool).map(Fraction), min_size=1, max_size=3)
SMALL = TERMS.map(Polynomial)


def to_sympy(polynomial):
    """A polynomial of the kernel as a sympy expression."""
    return sympy.Add(
        *(
            sympy.Rational(c.numerator, c.denominator) * sympy.prod([SYMBOLS[x] ** k for x, k in monomial])
            for monomial, c in polynomial.terms.items()
        )
    )


def combined(pairs, generators):
    """The sum of multiples of polynomials."""
    return total(c * generators[k] for k, c in pairs)


@given(polynomials)
def test_there_and_back(polynomial):
    assert RING.polynomial(RING.element(polynomial)) == polynomial


@given(polynomials.filter(lambda p: p.letters))
def test_factors(polynomial):
    factors = RING.factors(polynomial)
    whole = sympy.prod([to_sympy(factor) ** k for factor, k in factors])
    assert sympy.simplify(to_sympy(polynomial) / whole).is_number
    assert sum(k for _, k in factors) == sum(k for _, k in sympy.factor_list(to_sympy(polynomial))[1])


@given(polynomials, st.lists(SMALL, min_size=1, max_size=2))
def test_remainders_are_those_of_sympy(polynomial, generators):
    basis = RING.groebner_basis(generators, LIMITS)
    assume(basis)
    remainder, quotients = divided(RING, polynomial, basis)
    assert combined(quotients, basis) + remainder == polynomial
    ordered = sympy.groebner([to_sympy(g) for g in generators], *SYMBOLS.values(), order="grevlex", domain="QQ")
    assert sympy.expand(ordered.reduce(to_sympy(polynomial))[1] - to_sympy(remainder)) == 0


@given(st.lists(SMALL, min_size=2, max_size=2), st.lists(SMALL, min_size=2, max_size=2))
def test_cofactors_of_a_combination(generators, multipliers):
    target = combined(enumerate(multipliers), generators)
    (pairs,) = cofactors(RING, [target], generators, 4)
    assert combined(pairs, generators) == target


def test_no_cofactors():
    x, one = Polynomial.letter("x"), Polynomial.of(1)
    assert cofactors(RING, [one], [x], 3) is None
    (pairs,) = cofactors(RING, [one], [x, x + 1], 3)
    assert combined(pairs, [x, x + 1]) == one


def test_infinitely_many_solutions_have_no_algebra():
    assert standard_monomials(RING, [Polynomial.letter("x")]) == []


@given(st.lists(st.integers(-9, 9), min_size=4, max_size=7).filter(lambda c: c[-1] and c[0]))
def test_isolated_roots(coefficients):
    polynomial = sympy.Poly(coefficients[::-1], SYMBOLS["x"])
    assume(polynomial.is_irreducible)
    intervals = isolated(tuple(coefficients))
    roots = sorted(polynomial.real_roots(), key=lambda root: root.evalf(30))
    assert len(intervals) == len(roots)
    for (lower, upper), root in zip(intervals, roots, strict=True):
        assert sympy.Rational(str(lower)) < root < sympy.Rational(str(upper))


@given(st.fractions(min_value="1/50", max_value=200))
def test_square_roots(value):
    outside, primes = square_root(value)
    assert len(set(primes)) == len(primes)
    assert outside**2 * sympy.prod(primes) == value


@pytest.mark.parametrize("sign", [1, -1])
@given(polynomials)
def test_sums_of_squares(sign, polynomial):
    found = sum_of_squares((polynomial * polynomial + 1) * Fraction(sign))
    # a square of one term is seen as it is, the others as far as completing squares goes
    assert found or len(polynomial.terms) != 1 or not polynomial.letters
    if found:
        rest = (polynomial * polynomial + 1) * Fraction(sign) - total(root**2 * weight for weight, root in found)
        assert all(weight * sign > 0 for weight, _ in found)
        assert rest.constant * sign >= 0
