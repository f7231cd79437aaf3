"""As many real solutions as Hermite's quadratic form has: an independent count, for systems with finitely many.

On the polynomials modulo an ideal, a space of finite dimension, the signature of the form (f, g) -> trace of the
multiplication by f g is the number of different real zeros, and its rank the number of different complex ones.
"""

from itertools import pairwise, product

import pytest
import sympy
from flint import Ordering, fmpq, fmpq_mat, fmpz_mpoly_ctx, fmpz_mpoly_vec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks.critical_sets import SYSTEMS
from exactcheck.landscape import critical_points, real_solutions


def leading_terms(equations, letters):
    """{leading exponents: the other terms, of a monic element} of a reduced Groebner basis."""
    names = list(map(str, letters))
    ring = fmpz_mpoly_ctx.get(names, Ordering.degrevlex)
    integral = [sympy.Poly(e, *letters, domain="ZZ").as_dict() for e in equations]
    vector = fmpz_mpoly_vec([ring.from_dict({k: int(c) for k, c in terms.items()}) for terms in integral], ring)
    basis = vector.buchberger_naive().autoreduction()
    monic = {}
    for element in basis:
        # the terms of FLINT are in decreasing order
        (head, leading), *rest = [(tuple(map(int, e)), fmpq(c)) for e, c in element.terms()]
        monic[head] = {e: c / leading for e, c in rest}
    return monic


def monomials_below(heads):
    """The exponents that no leading ones divide, by degree, lowest first; None if they are infinitely many."""
    width = range(len(next(iter(heads))))
    bounds = [min((h[i] for h in heads if not any(h[j] for j in width if j != i)), default=None) for i in width]
    if None in bounds:
        return None
    inside = [e for e in product(*map(range, bounds)) if not any(all(map(int.__le__, h, e)) for h in heads)]
    return sorted(inside, key=sum)


class Multiplication:
    """Multiplication by the letters, modulo an ideal, of columns of coordinates."""

    def __init__(self, basis, monomials):
        self.basis, self.monomials = basis, monomials
        self.columns = {}
        self.letters = [self.matrix([self.column(raised(e, i)) for e in monomials]) for i in range(len(monomials[0]))]

    def column(self, exponents):
        """The coordinates of a monomial, by the relations and those of lower monomials."""
        if exponents not in self.columns:
            self.columns[exponents] = self.reduced(exponents)
        return self.columns[exponents]

    def reduced(self, exponents):
        """The same, not yet known."""
        if exponents in self.monomials:
            return [fmpq(e == exponents) for e in self.monomials]
        if exponents in self.basis:
            return self.sum((-c, self.column(e)) for e, c in self.basis[exponents].items())
        # x^e = x_i x^(e - 1_i), where the latter is no monomial of the basis either
        lower = [(i, raised(exponents, i, -1)) for i, k in enumerate(exponents) if k]
        i, rest = next((i, e) for i, e in lower if e not in self.monomials)
        below = zip(self.column(rest), self.monomials, strict=True)
        return self.sum((c, self.column(raised(e, i))) for c, e in below if c)

    def sum(self, terms):
        """A linear combination of columns."""
        result = [fmpq(0)] * len(self.monomials)
        for c, column in terms:
            result = [a + c * b for a, b in zip(result, column, strict=True)]
        return result

    def matrix(self, columns):
        """The matrix with these columns."""
        return fmpq_mat([list(row) for row in zip(*columns, strict=True)])

    def by(self, exponents):
        """The matrix of the multiplication by a monomial."""
        result = fmpq_mat([[int(i == j) for j in self.monomials] for i in self.monomials])
        for matrix, k in zip(self.letters, exponents, strict=True):
            result = result * matrix**k if k else result
        return result


def raised(exponents, i, by=1):
    """The exponents with one of them changed."""
    return (*exponents[:i], exponents[i] + by, *exponents[i + 1 :])


def hermite_form(multiplication):
    """The matrix of traces of products of two monomials."""
    size = range(len(multiplication.monomials))
    matrices = [multiplication.by(e) for e in multiplication.monomials]
    traces = fmpq_mat([[sum((m[i, i] for i in size), fmpq(0)) for m in matrices]])
    # the columns of a matrix are the coordinates of the products with one monomial
    return fmpq_mat([(traces * m).entries() for m in matrices])


def signature(form):
    """Positive less negative eigenvalues: all roots of the characteristic polynomial are real, so Descartes counts."""
    at_x = [(k, c) for k, c in enumerate(form.charpoly().coeffs()) if c]
    at_minus_x = [(k, -c if k % 2 else c) for k, c in at_x]
    positive, negative = (sum((a > 0) != (b > 0) for (_, a), (_, b) in pairwise(c)) for c in (at_x, at_minus_x))
    return positive - negative


def number_of_real_zeros(equations, letters):
    """The number of different common real zeros; None if there are infinitely many complex ones."""
    basis = leading_terms(equations, letters)
    if any(not any(head) for head in basis):
        return 0
    monomials = monomials_below(basis)
    return None if monomials is None else signature(hermite_form(Multiplication(basis, monomials)))


def system(name):
    """The equations of a benchmark with their letters."""
    build, arguments, _ = SYSTEMS[name]
    equations = list(map(sympy.expand, build(*arguments)))
    return equations, sorted({x for e in equations for x in e.free_symbols}, key=str)


x, y, z = sympy.symbols("x y z")


@pytest.mark.parametrize(
    ("equations", "count"),
    [
        ([x**2 - 2, y - x], 2),
        ([x**2 + 1, y], 0),
        ([x**2 * (x - 1), y**2], 2),  # multiple zeros count once
        ([x * y - 1, x + y - 2], 1),
        ([x, y, x + y - 1], 0),
        ([(x**2 + y**2 - 5) * (x - 7), x * y - 2], 5),
        ([x * y, x**2], None),
    ],
)
def test_the_form_counts_what_is_known(equations, count):
    assert number_of_real_zeros(equations, (x, y)) == count


# the last one takes long, and is counted by the benchmark
@pytest.mark.parametrize("name", [name for name in SYSTEMS if name != "katsura 6"])
def test_as_many_real_solutions_as_the_form_says(name):
    equations, letters = system(name)
    count = number_of_real_zeros(equations, letters)
    assert count == SYSTEMS[name][2] == len(real_solutions(equations, letters).components)


def test_a_number_with_two_equations_that_are_multiples_is_one_solution():
    # in two cases 12 z^3 + 3 = 0 and 4 z^3 + 1 = 0 are found
    f = x**2 * y * z - 3 * x * y**2 - 2 * y**3 * z - 3 * z**4 - 3 * z - 3
    found = critical_points(f)
    assert len(found.components) == number_of_real_zeros([sympy.diff(f, v) for v in (x, y, z)], (x, y, z)) == 1


quadratics = st.lists(st.integers(-3, 3), min_size=6, max_size=6).map(
    lambda c: sum(a * m for a, m in zip(c, (1, x, y, x * x, x * y, y * y), strict=True))
)


@settings(max_examples=12)
@given(quadratics, quadratics)
def test_as_many_real_solutions_of_random_systems(first, second):
    assume(all(e != 0 for e in (first, second)))
    count = number_of_real_zeros([first, second], (x, y))
    assume(count is not None)
    assert len(real_solutions([first, second], (x, y)).components) == count
