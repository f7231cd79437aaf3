"""Sparse matrices against FLINT's dense ones, and matrices over blocks against what they are at every size."""

from fractions import Fraction

from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.exact.values import BlockConstant, SparseMatrix, accumulate, added
from tests.exact.trees import matrices, plain
from tests.kernel.strategies import fractions

SIZES = {"a": 1, "b": 3, "c": 2}
WORDS = [("a", "b"), ("c",), ("b", "c"), ("a", "b", "c")]
entries = st.sampled_from([Fraction(0), Fraction(0), Fraction(1), Fraction(-1), Fraction(2, 3)])


def sparse(rows):
    """A list of rows as a sparse matrix."""
    places = {(i, j): fmpq(v.numerator, v.denominator) for i, row in enumerate(rows) for j, v in enumerate(row)}
    return SparseMatrix.of((len(rows), len(rows[0])), places)


def dense(rows):
    """A list of rows as FLINT's matrix."""
    return fmpq_mat(len(rows), len(rows[0]), [fmpq(v.numerator, v.denominator) for row in rows for v in row])


def same(matrix, expected):
    """True if the sparse matrix has these entries, and stores no zeros."""
    assert all(matrix.entries().values()) and all(matrix.rows.values())
    return plain(matrix) == [[plain(v) for v in row] for row in expected.tolist()]


@given(matrices(3, 2, entries), matrices(3, 2, entries), matrices(2, 4, entries), fractions)
def test_sparse_matrices(a, b, c, factor):
    weight = fmpq(factor.numerator, factor.denominator)
    assert same(sparse(a) + sparse(b), dense(a) + dense(b))
    assert same(sparse(a) @ sparse(c), dense(a) * dense(c))
    assert same(sparse(a).transpose(), dense(a).transpose())
    assert same(added(sparse(a), [(weight, sparse(b))]), dense(a) + dense(b) * weight)
    products = dense(a).transpose() * dense(b)
    assert sparse(a).inner(sparse(b)) == products[0, 0] + products[1, 1]


@given(matrices(4, 4, entries), st.lists(st.integers(0, 3), unique=True))
def test_principal_submatrices(rows, chosen):
    part = sparse(rows).restrict(chosen)
    assert plain(part) == [[rows[i][j] for j in chosen] for i in chosen]


def test_entries_that_cancel_are_removed():
    total = {0: fmpq(1), 1: fmpq(1)}
    accumulate(total, fmpq(-1), {0: fmpq(1), 2: fmpq(2)})
    assert total == {1: 1, 2: -2}


@st.composite
def blocked(draw, rows=None, cols=None):
    """A matrix over blocks; a block of it meets itself with a multiple of the identity as well."""
    high = rows or draw(st.sampled_from(WORDS))
    wide = cols or draw(st.sampled_from(WORDS))
    one = {a: fmpq(draw(st.integers(-2, 2))) for a in high if a in wide}
    full = {(a, b): fmpq(draw(st.integers(-2, 2))) for a in high for b in wide}
    return BlockConstant(high, wide, {a: fmpq(SIZES[a]) for a in (*high, *wide)}, one, full)


def expanded(value):
    """The entries of a matrix over blocks, written out."""
    high = [(a, k) for a in value.rows for k in range(SIZES[a])]
    wide = [(b, k) for b in value.cols for k in range(SIZES[b])]
    zero = fmpq(0)
    places = [
        value.ones.get((i[0], j[0]), zero) + (value.identity.get(i[0], zero) if i == j else 0)
        for i in high
        for j in wide
    ]
    return fmpq_mat(len(high), len(wide), places)


@given(st.data())
def test_matrices_over_blocks_at_one_size(data):
    a = data.draw(blocked())
    b = data.draw(blocked(a.rows, a.cols))
    c = data.draw(blocked(a.cols))
    assert expanded(a + fmpq(2) * b) == expanded(a) + 2 * expanded(b)
    assert expanded(a @ c) == expanded(a) * expanded(c)
    assert expanded((a @ c).transpose()) == (expanded(a) * expanded(c)).transpose()
    image = expanded(a).transpose() * expanded(b)
    assert a.inner(b) == sum(image[i, i] for i in range(image.nrows()))
    square = (expanded(a) * expanded(c)).transpose() * (expanded(a) * expanded(c))
    assert (a @ c).inner(a @ c) == sum(square[i, i] for i in range(square.nrows()))
    assert ((a @ c) + (a @ c)).inner(a @ c) == 2 * (a @ c).inner(a @ c)
