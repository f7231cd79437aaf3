"""Matrices of exact numbers: sparse ones of known size, and ones that are constant on blocks of letter size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flint import fmpq

from .ring import Number

ZERO = fmpq(0)


@dataclass(frozen=True)
class SparseMatrix:
    """A matrix by rows, each a dictionary from columns to the entries that are not zero."""

    shape: tuple[int, int]
    rows: dict[int, dict[int, Number]]

    @staticmethod
    def of(shape: tuple[int, int], entries: dict[tuple[int, int], Number]) -> SparseMatrix:
        """The matrix with these entries."""
        rows: dict[int, dict[int, Number]] = {}
        for (i, j), value in entries.items():
            if value:
                rows.setdefault(i, {})[j] = value
        return SparseMatrix(shape, rows)

    def entries(self) -> dict[tuple[int, int], Number]:
        """The entries that are not zero."""
        return {(i, j): value for i, row in self.rows.items() for j, value in row.items()}

    def __getitem__(self, place: tuple[int, int]) -> Number:
        return self.rows.get(place[0], {}).get(place[1], ZERO)

    def __add__(self, other: SparseMatrix) -> SparseMatrix:
        rows = {i: dict(row) for i, row in self.rows.items()}
        for i, row in other.rows.items():
            accumulate(rows.setdefault(i, {}), 1, row)
        return SparseMatrix(self.shape, {i: row for i, row in rows.items() if row})

    def __rmul__(self, factor: Number) -> SparseMatrix:
        return self.map(lambda value: factor * value) if factor else SparseMatrix(self.shape, {})

    def __matmul__(self, other: SparseMatrix) -> SparseMatrix:
        rows: dict[int, dict[int, Number]] = {}
        for i, row in self.rows.items():
            total: dict[int, Number] = {}
            for k, weight in row.items():
                accumulate(total, weight, other.rows.get(k, {}))
            if total:
                rows[i] = total
        return SparseMatrix((self.shape[0], other.shape[1]), rows)

    def transpose(self) -> SparseMatrix:
        """The transpose."""
        return SparseMatrix.of(self.shape[::-1], {(j, i): value for (i, j), value in self.entries().items()})

    def inner(self, other: SparseMatrix) -> Number:
        """The sum of the products of corresponding entries."""
        pairs = [(row, other.rows[i]) for i, row in self.rows.items() if i in other.rows]
        products = [value * others[j] for row, others in pairs for j, value in row.items() if j in others]
        kind = next((type(value) for value in products if hasattr(value, "sum")), None)
        return kind.sum(products) if kind else sum(products, ZERO)

    def map(self, change: Callable[[Number], Number]) -> SparseMatrix:
        """The change applied to every entry that is not zero."""
        return SparseMatrix(self.shape, {i: {j: change(v) for j, v in row.items()} for i, row in self.rows.items()})

    def restrict(self, indices: list[int]) -> SparseMatrix:
        """The principal submatrix on these indices."""
        place = {index: k for k, index in enumerate(indices)}
        rows = {
            place[i]: {place[j]: value for j, value in self.rows[i].items() if j in place}
            for i in indices
            if i in self.rows
        }
        return SparseMatrix((len(indices), len(indices)), rows)


def accumulate(total: dict[int, Number], weight: Number, row: dict[int, Number]) -> None:
    """Total += weight * row, entries that cancel removed."""
    for j, value in row.items():
        term = weight * value
        if j in total:
            term = total[j] + term
        if term:
            total[j] = term
        else:
            total.pop(j, None)


@dataclass(frozen=True)
class BlockConstant:
    """A matrix over blocks: `identity[a]` times I on the square block a, plus `ones[a, b]` in every entry of block a,
    b.

    Products need only the sizes of the blocks, 1_a 1_b^T 1_b 1_c^T = |b| 1_a 1_c^T, so these may be letters.
    """

    rows: tuple[str, ...]
    cols: tuple[str, ...]
    sizes: dict[str, Number]
    identity: dict[str, Number]
    ones: dict[tuple[str, str], Number]

    def __add__(self, other: BlockConstant) -> BlockConstant:
        identity, ones = merged(self.identity, other.identity), merged(self.ones, other.ones)
        return BlockConstant(self.rows, self.cols, {**self.sizes, **other.sizes}, identity, ones)

    def __rmul__(self, factor: Number) -> BlockConstant:
        identity = {a: factor * value for a, value in self.identity.items()}
        ones = {pair: factor * value for pair, value in self.ones.items()}
        return BlockConstant(self.rows, self.cols, self.sizes, identity, ones)

    def __matmul__(self, other: BlockConstant) -> BlockConstant:
        identity = {a: x * other.identity[a] for a, x in self.identity.items() if a in other.identity}
        ones: dict[tuple[str, str], Number] = {}
        for (a, b), x in self.ones.items():
            if b in other.identity:
                ones = merged(ones, {(a, b): x * other.identity[b]})
            for (c, d), y in other.ones.items():
                if b == c:
                    ones = merged(ones, {(a, d): x * self.sizes[b] * y})
        for a, x in self.identity.items():
            ones = merged(ones, {(c, d): x * y for (c, d), y in other.ones.items() if c == a})
        return BlockConstant(self.rows, other.cols, {**self.sizes, **other.sizes}, identity, ones)

    def transpose(self) -> BlockConstant:
        """The transpose."""
        turned = {(b, a): value for (a, b), value in self.ones.items()}
        return BlockConstant(self.cols, self.rows, self.sizes, self.identity, turned)

    def inner(self, other: BlockConstant) -> Number:
        """tr(self^T other)."""
        product = self.transpose() @ other
        total: Number = ZERO
        for a, value in product.identity.items():
            total = total + value * self.sizes[a]
        for (a, b), value in product.ones.items():
            if a == b:
                total = total + value * self.sizes[a]
        return total


def added(x: Any, terms: list[tuple[Number, Any]]) -> Any:
    """x + sum_k weight_k matrix_k."""
    for weight, matrix in terms:
        x = x + weight * matrix
    return x


def merged(left: dict, right: dict) -> dict:  # type: ignore[type-arg]
    """The sum of two dictionaries of numbers."""
    total = dict(left)
    for key, value in right.items():
        total[key] = total[key] + value if key in total else value
    return total
