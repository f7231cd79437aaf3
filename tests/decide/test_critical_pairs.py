"""Groebner bases as combinations of equations, one degree after another."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exactcheck.decide import critical_pairs
from exactcheck.decide.critical_pairs import Pool, successive_cofactors
from exactcheck.decide.polynomial_rings import PolynomialRing
from exactcheck.kernel.polynomial import Polynomial, total

RING = PolynomialRing("xyz")
X, Y, Z = map(Polynomial.letter, "xyz")
LIMITS = (100, 500, 500)
SMALL = st.lists(st.tuples(st.integers(-3, 3), st.tuples(*[st.integers(0, 2)] * 3)), min_size=1, max_size=3).map(
    lambda terms: total(Polynomial({RING.monomial(e): Fraction(c)}) for c, e in terms)
)
CYCLIC = [X + Y + Z, X * Y + Y * Z + Z * X, X * Y * Z - 1]
# S-polynomials of degree 3 lead to the basis, which has none of this degree
INDIRECT = [X * X * Y - Z, X * Y * Y - X]


def require_combinations(found, equations):
    """Fail unless each member is what its cofactors say."""
    known = list(equations)
    for member, pairs in found:
        assert total(known[k] * c for k, c in pairs) == member
        known.append(member)


@pytest.mark.parametrize("equations", [CYCLIC, INDIRECT, [X * X - Y, Y * Y - Z, Z * Z - X], [X, Y], [X, X + 1]])
def test_a_whole_basis(equations):
    basis = RING.groebner_basis(equations, LIMITS)
    found = successive_cofactors(RING, basis, equations)
    assert found is not None
    require_combinations(found, equations)
    assert all(g in [member for member, _ in found] for g in basis)


@given(st.lists(SMALL.filter(lambda p: p.letters), min_size=1, max_size=3))
def test_what_is_found_adds_up(equations):
    basis = RING.groebner_basis(equations, LIMITS)
    assume(basis)
    found = successive_cofactors(RING, basis, equations)
    if found is not None:
        require_combinations(found, equations)
        assert all(g in [member for member, _ in found] for g in basis)


def test_too_large(monkeypatch):
    monkeypatch.setattr(critical_pairs, "LARGEST", 0)
    assert successive_cofactors(RING, RING.groebner_basis(CYCLIC, LIMITS), CYCLIC) is None


def test_what_is_no_member_is_not_found():
    assert successive_cofactors(RING, [X + 1], [X, Y]) is None


def test_the_products_of_a_pair():
    pool = Pool(RING, [X * X - Y, X * Y - Z])
    assert pool.pairs_up_to(2) == []
    assert pool.pairs_up_to(3) == [(0, 1)]
    columns = pool.columns([(0, 1)], 3)
    # X (X Y - Z) and Y (X^2 - Y) share their leading monomials; nothing else in them is one
    assert (0, Y) in columns
    assert (1, X) in columns
    assert len(columns) == 4
    assert pool.has_new_head(Z * Z)
    assert not pool.has_new_head(X * X * Z)
