"""A partition of indices into named blocks, for matrices that treat the indices of a block alike."""

from __future__ import annotations

from typing import Any

from .errors import InputError
from .expression import Dimension, Matrix, Scalar, letter, scalar
from .letters import Block
from .matrices import sparse


class Partition:
    """Consecutive blocks of indices; sizes are integers, or expressions in size letters.

    With integer sizes everything made from the partition is an ordinary matrix; with letters it is a matrix over
    blocks, and what is proved holds for every size.

    >>> rows = Partition(first=1, second=2)
    >>> rows.columns("second").shape
    (3, 2)
    """

    def __init__(self, **sizes: Any) -> None:
        self.known = all(isinstance(size, int) for size in sizes.values())
        self.sizes: dict[str, int] = {}
        self.blocks: dict[str, Block] = {}
        if self.known:
            self.sizes = {name: _size(name, size) for name, size in sizes.items()}
        else:
            self.blocks = {name: Block(name, scalar(size, name)) for name, size in sizes.items()}

    @property
    def dimension(self) -> Dimension:
        """The total number of indices, or the blocks that make it up."""
        return sum(self.sizes.values()) if self.known else tuple(self.blocks.values())

    def columns(self, *names: str) -> Matrix:
        """The columns of the identity matrix that belong to these blocks, in this order."""
        for name in names:
            if name not in {**self.sizes, **self.blocks}:
                raise InputError(f"{name!r} is not a block; the blocks are {', '.join({**self.sizes, **self.blocks})}")
        if not self.known:
            chosen = tuple(self.blocks[name] for name in names)
            return Matrix(self.dimension, chosen, "columns")
        rows = [i for name in names for i in self._indices(name)]
        return sparse(sum(self.sizes.values()), len(rows), [(i, j, 1) for j, i in enumerate(rows)])

    def _indices(self, name: str) -> range:
        start = sum(size for block, size in list(self.sizes.items())[: list(self.sizes).index(name)])
        return range(start, start + self.sizes[name])


def _size(name: str, size: int) -> int:
    if size < 0:
        raise InputError(f"{name}: a block of {size} indices; a size is at least 0")
    return size


def size_letter(name: str) -> Scalar:
    """A letter for every integer >= 0."""
    return letter(name, "size")
