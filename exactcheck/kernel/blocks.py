"""Matrices of letter size: identities and all-ones blocks, generic matrices, and their products, for every size at
once.

Rows and columns are sequences of named blocks whose sizes are letters. An entry of a block matrix is a sum of terms,
each a scalar times one of

- a word, the product of generic matrices and their transposes (the empty word is the identity);
- an outer word  u 1 1^T v, the all-ones block 1 1^T between two words u and v.

Traces tr(w) and sums 1^T w 1 of words are scalars: letters named after a normal form of the word, so that two equal
polynomials in them are equal for all sizes and all generic matrices.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from .polynomial import Polynomial, Scalar
from .reading import require
from .setting import Setting


@dataclass(frozen=True)
class Factor:
    """A generic matrix or its transpose, from one block to another.

    `pattern` says which entries are known to be >= 0 ("all", "off-diagonal" or "none"); `family` names a family of
    matrices with orthonormal columns, orthogonal to each other: A^T B is I if A = B and 0 otherwise; `image` marks
    the matrix S = A^T A(image) of a linear operator A, which <S, X> = <A(image), A(X)> defines.
    """

    symbol: str
    row: str
    col: str
    transposed: bool = False
    pattern: str = "none"
    family: str = ""
    image: Term | None = None

    def transpose(self) -> Factor:
        """The transposed factor."""
        return replace(self, row=self.col, col=self.row, transposed=not self.transposed)

    def __str__(self) -> str:
        name = self.symbol if self.image is None else f"{self.symbol}*{self.symbol}[{self.image}]"
        return name + ("'" if self.transposed else "")


Word = tuple[Factor, ...]


@dataclass(frozen=True)
class Term:
    """A word, or with `ones` = (c, d) the outer word left 1_c 1_d^T right."""

    left: Word
    ones: tuple[str, str] | None = None
    right: Word = ()

    def transpose(self) -> Term:
        """The transposed term."""
        if self.ones is None:
            return Term(reverse(self.left))
        return Term(reverse(self.right), (self.ones[1], self.ones[0]), reverse(self.left))

    def __str__(self) -> str:
        return spelled(self.left) + (f" [1 {','.join(self.ones)} 1] {spelled(self.right)}" if self.ones else "")


Sum = dict[Term, Scalar]
Place = tuple[int, int]


def spelled(word: Word) -> str:
    """A word as text; "1", which is no name, for the empty one."""
    return " ".join(map(str, word)) or "1"


def reverse(word: Word) -> Word:
    """The transpose of a word."""
    return tuple(factor.transpose() for factor in reversed(word))


def join(left: Word, right: Word) -> Word | None:
    """The product of two words with A^T A = I and A^T B = 0 carried out in orthonormal families; None for zero."""
    while left and right and left[-1].family and left[-1].family == right[0].family:
        if not left[-1].transposed or right[0].transposed:
            break
        if left[-1].symbol != right[0].symbol:
            return None
        left, right = left[:-1], right[1:]
    return left + right


class BlockMatrix:
    """An immutable matrix over blocks; absent entries are zero."""

    def __init__(self, setting: Setting, rows: tuple[str, ...], cols: tuple[str, ...], entries: dict[Place, Sum]):
        self.setting, self.rows, self.cols = setting, rows, cols
        kept = {place: {term: value for term, value in sum_.items() if value} for place, sum_ in entries.items()}
        self.entries = {place: sum_ for place, sum_ in kept.items() if sum_}

    def _like(self, entries: dict[Place, Sum]) -> BlockMatrix:
        return BlockMatrix(self.setting, self.rows, self.cols, entries)

    def __add__(self, other: BlockMatrix) -> BlockMatrix:
        require((self.rows, self.cols) == (other.rows, other.cols), "a sum of matrices of different shapes")
        places = set(self.entries) | set(other.entries)
        return self._like({p: added([self.entries.get(p, {}), other.entries.get(p, {})]) for p in places})

    def __rmul__(self, factor: Scalar) -> BlockMatrix:
        return self._like({p: {term: factor * v for term, v in s.items()} for p, s in self.entries.items()})

    def __neg__(self) -> BlockMatrix:
        return Fraction(-1) * self

    def __sub__(self, other: BlockMatrix) -> BlockMatrix:
        return self + -other

    def transpose(self) -> BlockMatrix:
        """The transposed matrix."""
        turned = {(j, i): {t.transpose(): v for t, v in s.items()} for (i, j), s in self.entries.items()}
        return BlockMatrix(self.setting, self.cols, self.rows, turned)

    def __matmul__(self, other: BlockMatrix) -> BlockMatrix:
        require(self.cols == other.rows, "a product of matrices whose shapes do not fit")
        total: dict[Place, Sum] = {}
        for (i, k), left in self.entries.items():
            for (m, j), right in other.entries.items():
                if k == m:
                    total[i, j] = added([total.get((i, j), {}), self._product(left, right)])
        return BlockMatrix(self.setting, self.rows, other.cols, total)

    def _product(self, left: Sum, right: Sum) -> Sum:
        return added([self._times(a, b, x * y) for a, x in left.items() for b, y in right.items()])

    def _times(self, a: Term, b: Term, value: Scalar) -> Sum:
        """The product of two terms; ones in both leave the scalar 1^T w 1 between them."""
        middle = join(a.right if a.ones else a.left, b.left)
        if middle is None:
            return {}
        if a.ones is None:
            return {Term(middle, b.ones, b.right): value}
        if b.ones is None:
            return {Term(a.left, a.ones, middle): value}
        between = entry_sum(self.setting, a.ones[1], middle, b.ones[0])
        return {Term(a.left, (a.ones[0], b.ones[1]), b.right): value * between}

    def inner(self, other: BlockMatrix) -> Scalar:
        """tr(self^T other)."""
        require((self.rows, self.cols) == (other.rows, other.cols), "an inner product of different shapes")
        result: Scalar = Polynomial()
        for (i, j), left in self.entries.items():
            turned = {term.transpose(): value for term, value in left.items()}
            for term, value in self._product(turned, other.entries.get((i, j), {})).items():
                result = result + value * trace(self.setting, self.cols[j], term)
        return result


def added(sums: Iterable[Sum]) -> Sum:
    """The sum of sums of terms."""
    total: Sum = {}
    for part in sums:
        for term, value in part.items():
            total[term] = total[term] + value if term in total else value
    return total


# Scalars


def trace(setting: Setting, block: str, term: Term) -> Polynomial:
    """The trace of a term from a block to itself."""
    if term.ones is not None:
        middle = join(term.right, term.left)
        return Polynomial() if middle is None else entry_sum(setting, term.ones[1], middle, term.ones[0])
    word = term.left
    while len(word) > 1 and (ends := join(word[-1:], word[:1])) != word[-1:] + word[:1]:
        if ends is None:
            return Polynomial()
        block, word = word[0].col, word[1:-1]
    return word_trace(setting, word) if word else setting.blocks[block]


def word_trace(setting: Setting, word: Word) -> Polynomial:
    """The trace of a word that no orthonormality shortens: the same for its rotations and their transposes."""
    turns = [word[k:] + word[:k] for k in range(len(word))]
    least = min([*turns, *(reverse(turn) for turn in turns)], key=spelled)
    for turn in turns:
        if turn[0].image is not None and all(factor.image is None for factor in turn[1:]):
            rest = turn[1:] if turn[0].transposed else reverse(turn[1:])
            return image_product(setting, turn[0].symbol, turn[0].image, Term(rest))
    return atom(setting, f"tr({spelled(least)})", trace_nonnegative(turns))


def image_product(setting: Setting, operator: str, left: Term, right: Term) -> Polynomial:
    """<A(left), A(right)> for an arbitrary linear operator A."""
    first, second = sorted([str(left), str(right)])
    return atom(setting, f"{operator}<{first}|{second}>", first == second)


def entry_sum(setting: Setting, row: str, word: Word, col: str) -> Polynomial:
    """1^T word 1, the sum of all entries; for the empty word the size of the block.

    Of a matrix with one row and one column it is the trace.
    """
    if not word:
        return setting.blocks[row]
    if row == col and setting.blocks[row] == 1:
        return trace(setting, row, Term(word))
    least = min(word, reverse(word), key=spelled)
    return atom(setting, f"sum({spelled(least)})", is_square(word) or entries_nonnegative(word))


def atom(setting: Setting, name: str, nonnegative: bool) -> Polynomial:
    """The letter of a trace or a sum, declared when it is first met."""
    if name not in setting.letters:
        setting.declare_atom(name, nonnegative)
    return Polynomial.letter(name)


def is_square(word: Word) -> bool:
    """True for v v^T."""
    half = len(word) // 2
    return len(word) % 2 == 0 and word[half:] == reverse(word[:half])


def entries_nonnegative(word: Word) -> bool:
    """True if every factor, hence the product, has no negative entry."""
    return all(factor.pattern == "all" for factor in word)


def trace_nonnegative(turns: list[Word]) -> bool:
    """tr(v v^T) is a norm; tr(Y Y) = sum y_ii^2 + sum y_ij y_ji >= 0 if Y has no negative entry off the diagonal."""
    word = turns[0]
    twice = len(word) == 2 and word[0] == word[1] and word[0].pattern in ("all", "off-diagonal")
    return twice or entries_nonnegative(word) or any(is_square(turn) for turn in turns)
