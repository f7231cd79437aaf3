"""Matrices and jets against sympy."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.jet import Jet
from exactcheck.kernel.matrix import Matrix, determinant, identity
from tests.kernel.strategies import fractions, polynomials


def matrices(rows, cols):
    """Lists of rows."""
    return st.lists(st.lists(fractions, min_size=cols, max_size=cols), min_size=rows, max_size=rows)


def ours(rows):
    """As a kernel matrix."""
    entries = {(i, j): v for i, row in enumerate(rows) for j, v in enumerate(row)}
    return Matrix(len(rows), len(rows[0]), entries)


def theirs(rows):
    """As a sympy matrix."""
    return sympy.Matrix([[sympy.Rational(v) for v in row] for row in rows])


def same(found, expected):
    """Entry by entry."""
    shape = (found.rows, found.cols) == expected.shape
    return shape and all(
        found[i, j] == Fraction(str(expected[i, j])) for i in range(found.rows) for j in range(found.cols)
    )


@given(matrices(2, 3), matrices(2, 3), matrices(3, 2), fractions)
def test_arithmetic_agrees_with_sympy(a, b, c, factor):
    assert same(ours(a) + ours(b), theirs(a) + theirs(b))
    assert same(ours(a) - ours(b), theirs(a) - theirs(b))
    assert same(ours(a) @ ours(c), theirs(a) * theirs(c))
    assert same(factor * ours(a), sympy.Rational(factor) * theirs(a))
    assert same(ours(a).transpose(), theirs(a).T)
    assert sympy.Rational(ours(a).inner(ours(b))) == (theirs(a).T * theirs(b)).trace()


@given(matrices(4, 4))
def test_determinants_agree_with_sympy(a):
    assert sympy.Rational(determinant(ours(a))) == theirs(a).det()


@given(matrices(4, 4), st.permutations(range(4)))
def test_a_principal_submatrix_keeps_the_order(a, order):
    chosen = order[:2]
    assert same(ours(a).restrict(chosen), theirs(a).extract(chosen, chosen))


def test_shapes_must_fit():
    a, b = identity(2), identity(3)
    for bad in (lambda: a + b, lambda: a @ b, lambda: a.inner(b), lambda: determinant(Matrix(2, 3, {}))):
        with pytest.raises(Rejected):
            bad()
    with pytest.raises(Rejected):
        determinant(identity(13))


def on_jet(terms, jets):
    """A polynomial evaluated on jets."""
    total = Jet(Fraction(0))
    for monomial, coefficient in terms.items():
        term = Jet(coefficient)
        for letter, exponent in monomial:
            term = term * jets[letter] ** exponent
        total = total + term
    return total


@given(polynomials, st.tuples(fractions, fractions, fractions))
def test_derivatives_agree_with_sympy(p, at):
    letters = sympy.symbols("x y z")
    jets = {str(x): Jet(v, {k: Fraction(1)}) for k, (x, v) in enumerate(zip(letters, at, strict=True))}
    jet = on_jet(p.terms, jets)
    exact = sympy.Add(*(sympy.Rational(v) * sympy.prod(sympy.Symbol(x) ** k for x, k in m) for m, v in p.terms.items()))
    point = dict(zip(letters, map(sympy.Rational, at), strict=True))
    hessian = jet.hessian()
    for i, x in enumerate(letters):
        assert exact.diff(x).subs(point) == sympy.Rational(jet.linear.get(i, 0))
        for j, y in enumerate(letters):
            assert exact.diff(x, y).subs(point) == sympy.Rational(hessian.get((i, j), 0))


@given(fractions, fractions)
def test_jets_subtract(a, b):
    jet = Jet(a, {0: Fraction(1)})
    assert (jet - b).value == a - b
    assert (b - jet).value == b - a
    assert (b - jet).linear == {0: -1}


def test_a_jet_does_not_mix_with_other_things():
    for bad in ("1", 0.5, None):
        with pytest.raises(TypeError):
            _ = Jet(Fraction(1)) + bad
        with pytest.raises(TypeError):
            _ = Jet(Fraction(1)) * bad
