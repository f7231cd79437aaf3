"""Subspaces: projections, and forms on them."""

from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.decide.subspaces import Subspace
from tests.kernel.strategies import symmetric

SIZE = 3
vectors = st.lists(st.integers(-2, 2), min_size=SIZE, max_size=SIZE)


def flint(values):
    return [fmpq(v) for v in values]


def dot(left, right):
    return sum((a * b for a, b in zip(left, right, strict=True)), fmpq(0))


@given(st.lists(vectors, max_size=4), symmetric(SIZE), vectors, vectors)
def test_a_form_on_a_subspace(given_vectors, form, v, w):
    numbered = [(10 + k, {i: fmpq(x) for i, x in enumerate(a) if x}) for k, a in enumerate(given_vectors)]
    subspace = Subspace(SIZE, numbered)
    by_number = dict(zip((k for k, _ in numbered), given_vectors, strict=True))
    rank = fmpq_mat(len(given_vectors), SIZE, flint(x for a in given_vectors for x in a)).rank()
    assert len(subspace.numbers) == rank
    projected = subspace.projected(flint(w))
    assert all(dot(flint(a), projected) == 0 for a in given_vectors)
    assert subspace.projected(projected) == projected

    dense = fmpq_mat(SIZE, SIZE, flint(x for row in form for x in row))
    restricted, changes = subspace.restricted(dense)
    value = lambda x, y: dot(flint(x), (dense * fmpq_mat(SIZE, 1, flint(y))).entries())  # noqa: E731
    for x, y in ((v, w), (w, w)):
        found = dot(flint(x), [dot([restricted[i, j] for j in range(SIZE)], flint(y)) for i in range(SIZE)])
        assert found == value(subspace.projected(flint(x)), subspace.projected(flint(y)))
        products = [dot(flint(by_number[k]), flint(x)) * dot(b, flint(y)) for k, b in changes]
        products += [dot(flint(by_number[k]), flint(y)) * dot(b, flint(x)) for k, b in changes]
        assert found == value(x, y) + sum(products, fmpq(0))
