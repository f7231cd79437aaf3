"""Labels by blocks: of known size they are those of every single entry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import InputError, Partition, function, norm_squared, verify_statements
from exactcheck.exact.expression import zero
from exactcheck.exact.partition import size_letter
from exactcheck.landscape import block_labels, critical_cone

WORDS = ("free", "nonnegative", "fixed")
label = st.sampled_from(WORDS) | st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS))


@given(st.tuples(*[st.integers(0, 2)] * 3), st.lists(st.sampled_from("abc"), unique=True), st.tuples(*[label] * 3))
def test_every_entry_gets_the_label_of_its_block(sizes, columns, chosen):
    labels = dict(zip("abc", chosen, strict=True))
    rows = Partition(**dict(zip("abc", sizes, strict=True)))
    names = {name: [(name, k) for k in range(size)] for name, size in zip("abc", sizes, strict=True)}
    expected = []
    for name in "abc":
        for i in names[name]:
            for j in [place for column in columns for place in names[column]]:
                pair = labels[name] if isinstance(labels[name], tuple) else (labels[name],) * 2
                expected.append(pair[0] if i == j else pair[1])
    assert block_labels(rows, columns, labels) == expected


def test_of_letter_size_there_is_one_label_for_each_pair_of_blocks():
    rows = Partition(a=size_letter("n"), b=2)
    assert block_labels(rows, ["b"], {"a": "fixed", "b": ("free", "nonnegative")}) == [
        [[0, 0, ["fixed"]], [1, 0, ["free", "nonnegative"]]]
    ]
    assert block_labels(rows, ["b", "a"], {"a": "free", "b": ("fixed", "free")}) == [
        [[0, 0, ["free"]], [0, 1, ["free", "free"]], [1, 0, ["fixed", "free"]], [1, 1, ["free"]]]
    ]


@pytest.mark.parametrize(
    ("low", "label_", "verdict"), [(None, "free", "proved"), (0, "nonnegative", "proved"), (0, "free", "refuted")]
)
def test_the_labels_are_those_of_a_critical_cone(low, label_, verdict):
    rows = Partition(a=1, b=2)
    f = function(lambda u: norm_squared(u), u=(3, 2))
    labels = block_labels(rows, ["b"], dict.fromkeys("ab", label_))
    assert verify_statements(critical_cone(f, at=zero(3, 2), labels=labels, lower_bounds=low)).verdict == verdict


@pytest.mark.parametrize("labels", [{"a": "free"}, {"a": "free", "b": "free", "c": "free"}, {}])
def test_every_block_needs_a_label(labels):
    with pytest.raises(InputError, match="labels: one label is needed for each of the blocks a, b"):
        block_labels(Partition(a=1, b=2), ["a"], labels)
