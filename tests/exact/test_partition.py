"""Partitions: with integers they are ordinary matrices, with letters they are matrices over blocks."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import InputError, Partition, inner, norm_squared, scalar, verify_statements
from exactcheck.exact.partition import size_letter
from tests.exact.trees import evaluated, evaluator

sizes = st.lists(st.integers(0, 3), min_size=1, max_size=4)


@given(sizes, st.data())
def test_columns_of_the_identity(numbers, data):
    names = [f"block_{k}" for k in range(len(numbers))]
    rows = Partition(**dict(zip(names, numbers, strict=True)))
    chosen = data.draw(st.lists(st.sampled_from(range(len(names)))))
    starts = [0, *accumulate(numbers)]
    indices = [i for k in chosen for i in range(starts[k], starts[k + 1])]
    assert rows.dimension == sum(numbers)
    expected = [[int(i == j) for j in indices] for i in range(sum(numbers))]
    assert evaluated(rows.columns(*(names[k] for k in chosen))) == expected


@given(st.integers(0, 4), st.integers(0, 3))
def test_a_letter_stands_for_every_size(n, q):
    size = size_letter("n")
    both = Partition(p=size, q=q), Partition(p=n, q=q)
    counts = [norm_squared(rows.columns("q", "p")) + 2 * inner(rows.columns("p"), rows.columns("p")) for rows in both]
    ring = evaluator(counts[0] - 3 * size)
    assert ring.ring.normal(ring.number(counts[0]) - ring.number(3 * size + q)) == 0
    assert evaluated(counts[1]) == 3 * n + q


def test_one_letter_makes_all_blocks_letters():
    rows = Partition(p=size_letter("n"), q=2)
    assert not rows.known
    assert [block.name for block in rows.dimension] == ["p", "q"]
    assert rows.columns("q").shape[1] == (rows.blocks["q"],)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Partition(a=-1), "a: a block of -1 indices; a size is at least 0"),
        (lambda: Partition(a=0.5), "a: the float 0.5"),
        (lambda: Partition(a="1.5"), 'a: .* write "3/2"'),
        (lambda: Partition(a=1, b=None), "b: None is not a rational number"),
        (lambda: Partition(a=1, b=2).columns("c"), "'c' is not a block; the blocks are a, b"),
        (lambda: Partition(a=size_letter("n")).columns("c"), "'c' is not a block; the blocks are a"),
        (lambda: size_letter(""), "name"),
    ],
)
def test_what_is_no_partition(make, words):
    with pytest.raises(InputError, match=words):
        make()


@pytest.mark.parametrize("size", [scalar("1/2"), -size_letter("n"), size_letter("n") - 1])
def test_sizes_that_are_no_numbers_of_indices_cannot_be_stated(size):
    columns = Partition(a=size).columns("a")
    with pytest.raises(InputError, match="the size of the block a is not known to be"):
        verify_statements(norm_squared(columns) >= 0)
