"""Measurement operators: their adjoints, and what is no operator."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import InputError, identity, inner, matrix, norm_squared, ones, sqrt, verify_statements
from exactcheck.exact.matrices import generic
from exactcheck.exact.partition import Partition, size_letter
from exactcheck.landscape import arbitrary_operator, low_rank_update, measurements, operator_with_form
from tests.exact.trees import evaluated, matrices

SQUARE = matrix([[1, 2], [3, 4]])
SIZE = Partition(p=size_letter("n")).dimension
TWO = Partition(p=size_letter("n"), q=2).dimension
parts = st.lists(matrices(2, 2), min_size=4, max_size=4)


def products(left, right):
    """The inner product of two lists of rows."""
    return sum(a * b for row, other in zip(left, right, strict=True) for a, b in zip(row, other, strict=True))


@given(parts)
def test_the_gram_operator_is_the_form_polarized(rows):
    u, v, x, y = map(matrix, rows)
    for operator in (low_rank_update([(u, v)]), measurements([u, v]), operator_with_form([(u, v)])):
        assert evaluated(inner(operator.gram(x), y)) == evaluated(inner(operator(x), operator(y)))
        assert evaluated(inner(operator.gram(x), y)) == evaluated(inner(x, operator.gram(y)))


@given(parts)
def test_norms_by_the_formulas_of_the_docstrings(rows):
    u, v, x, _ = rows
    a, b, c = map(matrix, (u, v, x))
    image = [[w + products(v, x) * d for w, d in zip(*pair, strict=True)] for pair in zip(x, u, strict=True)]
    assert evaluated(norm_squared(low_rank_update([(a, b)])(c))) == products(image, image)
    assert evaluated(norm_squared(measurements([u, v])(c))) == products(u, x) ** 2 + products(v, x) ** 2
    form = products(x, x) + 2 * products(u, x) * products(v, x)
    assert evaluated(norm_squared(operator_with_form([(a, b)])(c))) == form


def test_an_update_keeps_the_shape_and_other_operators_have_images():
    assert low_rank_update([(SQUARE, SQUARE)])(SQUARE).shape == (2, 2)
    for operator in (measurements([SQUARE]), operator_with_form([(SQUARE, SQUARE)])):
        assert not hasattr(operator(SQUARE), "shape")
        assert operator.gram(SQUARE).shape == (2, 2)


def test_entries_may_be_letters_and_roots():
    root = sqrt(2) * identity(2)
    operator = low_rank_update([(root, root)])
    assert verify_statements(operator(identity(2)) == 5 * identity(2)).verdict == "proved"


def test_an_arbitrary_operator_speaks_of_all():
    operator, x = arbitrary_operator("L", SIZE), generic("X", SIZE, SIZE)
    assert operator.name == "L"
    assert verify_statements(norm_squared(operator(x)) >= 0).verdict == "proved"
    assert verify_statements(inner(operator.gram(x), x) == norm_squared(operator(x))).verdict == "proved"
    assert verify_statements(norm_squared(operator(x)) >= norm_squared(x)).verdict != "proved"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: low_rank_update([]), "terms: at least one pair"),
        (lambda: low_rank_update([(SQUARE, identity(3))]), "terms: matrices of one shape .*2.*3"),
        (lambda: low_rank_update([(SQUARE, SQUARE), (ones(2, 1), ones(2, 1))]), "terms: matrices of one shape"),
        (lambda: operator_with_form([]), "terms: at least one pair"),
        (lambda: measurements([]), "rows: at least one matrix"),
        (lambda: measurements([SQUARE, [[1]]]), "rows: matrices of one shape"),
        (lambda: measurements([[[0.5]]]), r"entry \(1, 1\): the float 0.5"),
        (lambda: measurements([[1, 2]]), "list of rows"),
        (lambda: arbitrary_operator("L", 3), "over one block of letter size"),
        (lambda: arbitrary_operator("L", TWO), "over one block of letter size"),
        (lambda: arbitrary_operator("1", SIZE), "name: '1'"),
        (lambda: low_rank_update([(SQUARE, SQUARE)])(identity(3)), "acts on 2 x 2 matrices"),
        (lambda: measurements([SQUARE]).gram(ones(2, 1)), "acts on 2 x 2 matrices"),
    ],
)
def test_what_is_no_operator(make, words):
    with pytest.raises(InputError, match=words):
        make()
