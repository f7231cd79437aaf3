"""Labels of a critical cone that are the same for all entries of a block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from ..exact.errors import InputError
from ..exact.partition import Partition


def block_labels(rows: Partition, columns: Sequence[str], labels: Mapping[str, str | tuple[str, str]]) -> list[Any]:
    """The labels for `critical_cone` of one matrix variable, from one label for each block of its rows.

    Its columns belong to the blocks of `columns`. A pair of labels is for the diagonal and the other entries of the
    columns' own block, so that a cone can be free on a diagonal.

    >>> block_labels(Partition(a=1, b=2), ["b"], {"a": "fixed", "b": ("free", "nonnegative")})
    ['fixed', 'fixed', 'free', 'nonnegative', 'nonnegative', 'free']
    """
    names = list(rows.blocks or rows.sizes)
    if set(labels) != set(names):
        raise InputError(f"labels: one label is needed for each of the blocks {', '.join(names)}")
    if not rows.known:
        places = product(enumerate(names), enumerate(columns))
        return [[[i, j, pair(labels[a], a == b)] for (i, a), (j, b) in places]]
    indices = [(name, k) for name in names for k in range(rows.sizes[name])]
    across = [(name, k) for name in columns for k in range(rows.sizes[name])]
    return [one_label(labels[row[0]], row == col) for row in indices for col in across]


def pair(label: str | tuple[str, str], square: bool) -> list[str]:
    """The labels of a block of letter size: diagonal and off-diagonal of a square one, otherwise one."""
    if isinstance(label, tuple):
        return list(label) if square else [label[1]]
    return [label, label] if square else [label]


def one_label(label: str | tuple[str, str], diagonal: bool) -> str:
    """The label of one entry."""
    return label if isinstance(label, str) else label[0 if diagonal else 1]
