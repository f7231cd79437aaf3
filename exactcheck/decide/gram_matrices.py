"""Polynomials as sums of weights times squares, by Gram matrices: floats propose them, exact elimination decides.

The Gram matrices G_b with p = sum of w_b z_b^T G_b z_b are an affine space over the rationals. A positive definite one
is proposed by a barrier method, rounded, and moved back into the space. Where there is none, the vectors that all
semidefinite ones map to zero are divided out: z(v) for a rational zero v of p, and vectors seen in the floats.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from flint import fmpq, fmpq_mat

from .dense_floats import Row, Rows, null_vectors
from .gram_barrier import Barrier, Centre, Entry, FloatBlock
from .monomial_bases import Exponents, times

Terms = dict[Exponents, fmpq]
Square = tuple[fmpq, Terms]
Vector = list[fmpq]
DENOMINATORS = (1, 2, 12, 120, 10**3, 10**5, 10**7, 10**10)
PERTURBED = tuple(100.0**-k for k in range(5))
FLAT, NEARBY, SIMPLE = 1e-3, 5e-3, 12
REDUCTIONS = 3


@dataclass(frozen=True)
class Block:
    """A weight, monomials, and the rows of polynomials in these (all of them if there are none) for its squares."""

    weight: Terms
    monomials: list[Exponents]
    basis: list[Vector]

    @cached_property
    def products(self) -> dict[tuple[int, int], Terms]:
        """The weight times the products of two of the polynomials, those of two different ones twice."""
        rows = [{z: c for z, c in zip(self.monomials, row, strict=True) if c} for row in self.basis]
        pairs = [(i, j) for i in range(len(rows)) for j in range(i, len(rows))]
        found = {(i, j): multiplied(self.weight, multiplied(rows[i], rows[j])) for i, j in pairs}
        return {(i, j): {m: c if i == j else 2 * c for m, c in terms.items()} for (i, j), terms in found.items()}

    def without(self, vectors: Sequence[Vector]) -> Block:
        """The block whose squares have Gram matrices that map the vectors to zero."""
        return replace(self, basis=combined(orthogonal(vectors, len(self.basis)), self.basis))


def block(weight: Terms, monomials: list[Exponents]) -> Block:
    """A block for squares of all polynomials in some monomials."""
    size = len(monomials)
    return Block(weight, monomials, [[fmpq(i == j) for j in range(size)] for i in range(size)])


def multiplied(left: Terms, right: Terms) -> Terms:
    """The product of two polynomials."""
    found: Terms = {}
    for y, a in left.items():
        for z, b in right.items():
            found[times(y, z)] = found.get(times(y, z), fmpq(0)) + a * b
    return {m: c for m, c in found.items() if c}


def orthogonal(vectors: Sequence[Vector], size: int) -> list[Vector]:
    """A basis of the vectors that are orthogonal to the given ones."""
    if not vectors:
        return [[fmpq(i == j) for j in range(size)] for i in range(size)]
    echelon, rank = fmpq_mat(len(vectors), size, [c for v in vectors for c in v]).rref()
    pivots = [next(j for j in range(size) if echelon[i, j]) for i in range(rank)]
    found = []
    for j in (j for j in range(size) if j not in pivots):
        vector = [fmpq(i == j) for i in range(size)]
        for i, pivot in enumerate(pivots):
            vector[pivot] = -echelon[i, j]
        found.append(vector)
    return found


def combined(rows: list[Vector], basis: list[Vector]) -> list[Vector]:
    """The combinations of the vectors of a basis."""
    if not rows:
        return []
    found = fmpq_mat(rows) * fmpq_mat(basis)
    return [[found[i, j] for j in range(found.ncols())] for i in range(found.nrows())]


class GramSpace:
    """The Gram matrices of a polynomial in some blocks, as solutions of linear equations."""

    def __init__(self, target: Terms, blocks: list[Block]) -> None:
        self.target, self.blocks = target, blocks
        self.columns = [(k, i, j) for k, each in enumerate(blocks) for i, j in each.products]
        self.monomials = sorted({m for k, i, j in self.columns for m in blocks[k].products[i, j]})
        self.covered = set(target) <= set(self.monomials)
        self._reduce()

    def _reduce(self) -> None:
        """Independent equations, and the other ones as combinations of these."""
        place = {m: k for k, m in enumerate(self.monomials)}
        transposed = fmpq_mat(max(len(self.columns), 1), max(len(self.monomials), 1))
        for row, (k, i, j) in enumerate(self.columns):
            for m, c in self.blocks[k].products[i, j].items():
                transposed[row, place[m]] = c
        self.echelon, self.rank = transposed.rref()
        width = len(self.monomials)
        self.pivots = [next(j for j in range(width) if self.echelon[i, j]) for i in range(self.rank)]
        self.system = fmpq_mat(self.rank, len(self.columns)) if self.rank and self.columns else fmpq_mat(0, 0)
        for row, pivot in enumerate(self.pivots):
            for column in range(len(self.columns)):
                self.system[row, column] = transposed[column, pivot]

    @property
    def is_consistent(self) -> bool:
        """True if some symmetric matrices, of whatever signs, are Gram matrices."""
        found = self.at_pivots(self.target)
        return self.covered and all(
            sum((self.echelon[k, j] * value for k, value in enumerate(found)), fmpq(0)) == self.target.get(m, fmpq(0))
            for j, m in enumerate(self.monomials)
        )

    def at_pivots(self, polynomial: Terms) -> Vector:
        """The coefficients that belong to the independent equations."""
        return [polynomial.get(self.monomials[j], fmpq(0)) for j in self.pivots]

    def functional(self, value: Callable[[Exponents], float]) -> Row:
        """A functional by its values on monomials, in the coordinates of the independent equations."""
        values = [value(m) for m in self.monomials]
        rows = [[(j, float_of(c)) for j in range(len(values)) if (c := self.echelon[k, j])] for k in range(self.rank)]
        return [sum(c * values[j] for j, c in row) for row in rows]

    def barrier(self) -> Barrier:
        """The proposer's problem."""
        places = {self.monomials[j]: k for k, j in enumerate(self.pivots)}
        return Barrier([float_block(each, places) for each in self.blocks])

    def identity(self) -> Row:
        """What has the identity matrices as Gram matrices, at the independent equations."""
        diagonal = [self.blocks[k].products[i, j] for k, i, j in self.columns if i == j]
        return [float_of(sum((p.get(self.monomials[j], fmpq(0)) for p in diagonal), fmpq(0))) for j in self.pivots]

    def nearest(self, proposal: Vector) -> Vector:
        """The solution that is nearest to a proposal, entries of the matrices in the order of the columns."""
        entries = fmpq_mat(len(proposal), 1, proposal)
        right = fmpq_mat(self.rank, 1, self.at_pivots(self.target)) - self.system * entries
        if any(right[k, 0] for k in range(self.rank)):
            normal = (self.system * self.system.transpose()).solve(right)
            entries = entries + self.system.transpose() * normal
        return [entries[k, 0] for k in range(len(proposal))]

    def squares(self, entries: Vector) -> list[list[Square]] | None:
        """The squares of each block if all matrices are positive semidefinite."""
        sizes = [len(each.basis) for each in self.blocks]
        matrices = [[[fmpq(0)] * size for _ in range(size)] for size in sizes]
        for value, (k, i, j) in zip(entries, self.columns, strict=True):
            matrices[k][i][j] = matrices[k][j][i] = value
        found = []
        for each, matrix in zip(self.blocks, matrices, strict=True):
            parts = elimination(matrix)
            if parts is None:
                return None
            found.append([(weight, written(each, row)) for weight, row in parts])
        return found


def float_of(value: fmpq) -> float:
    """The nearest float."""
    return int(value.p) / int(value.q)


def float_block(each: Block, places: dict[Exponents, int]) -> FloatBlock:
    """A block for the proposer."""
    entries: list[list[Entry]] = [[] for _ in places]
    for i, y in enumerate(each.monomials):
        for j in range(i, len(each.monomials)):
            for m, c in each.weight.items():
                product = times(m, times(y, each.monomials[j]))
                if product in places:
                    entries[places[product]].append((i, j, float_of(c)))
    return FloatBlock(len(each.monomials), entries, [[float_of(c) for c in row] for row in each.basis])


def elimination(matrix: list[Vector]) -> list[tuple[fmpq, Vector]] | None:
    """Pairs (d, u) with G = sum of d u u^T and d > 0; None if the matrix is not positive semidefinite.

    The first coordinates go first, so that of the last one nothing but a multiple of its own square remains.
    """
    work, size = [[*row] for row in matrix], len(matrix)
    found = []
    for k in range(size):
        pivot = work[k][k]
        if pivot < 0 or (not pivot and any(work[k][k:])):
            return None
        if pivot:
            row = [fmpq(0)] * k + [value / pivot for value in work[k][k:]]
            for i in range(k + 1, size):
                if row[i]:
                    work[i] = [a - pivot * row[i] * b for a, b in zip(work[i], row, strict=True)]
            found.append((pivot, row))
    return found


def written(each: Block, row: Vector) -> Terms:
    """A combination of the polynomials of a block."""
    coefficients = combined([row], each.basis)[0]
    return {z: c for z, c in zip(each.monomials, coefficients, strict=True) if c}


def representation(
    target: Terms, blocks: list[Block], moments: Callable[[Exponents], float], reductions: int = REDUCTIONS
) -> list[list[Square]] | None:
    """The squares of each block with which a polynomial is the sum of weights times squares, or None.

    The moments are those of points at which all weights are positive. Complete neither way: what has only irrational
    representations is not found.
    """
    active = [k for k, each in enumerate(blocks) if each.basis]
    found = squares_in([blocks[k] for k in active], target, moments, reductions)
    if found is None:
        return None
    by_block = dict(zip(active, found, strict=True))
    return [by_block.get(k, []) for k in range(len(blocks))]


def squares_in(
    blocks: list[Block], target: Terms, moments: Callable[[Exponents], float], reductions: int
) -> list[list[Square]] | None:
    """The same for blocks with at least one polynomial each."""
    space = GramSpace(target, blocks)
    if not space.is_consistent:
        return None
    if space.rank == len(space.columns):
        return space.squares(space.nearest([fmpq(0)] * len(space.columns)))
    scale = max(float_of(abs(c)) for c in target.values())
    goal, start = [float_of(c) / scale for c in space.at_pivots(target)], space.functional(moments)
    centre = space.barrier().minimized(goal, start)
    found = rounded(space, centre, scale) if centre.outcome == "centred" else None
    if found is not None or centre.outcome == "negative" or not reductions:
        return found
    smaller = flattened(space, perturbed(space, goal, start))
    return None if smaller is None else representation(target, smaller, moments, reductions - 1)


def rounded(space: GramSpace, centre: Centre, scale: float) -> list[list[Square]] | None:
    """Squares by the proposed matrices, rounded to larger and larger denominators."""
    proposal = [scale * centre.grams[k][i][j] for k, i, j in space.columns]
    for denominator in DENOMINATORS:
        entries = space.nearest([fmpq(round(value * denominator), denominator) for value in proposal])
        found = space.squares(entries)
        if found is not None:
            return found
    return None


def perturbed(space: GramSpace, goal: Row, start: Row) -> list[Rows]:
    """Gram matrices of polynomials close to the given one, for which there are positive definite ones."""
    barrier, identity, grams = space.barrier(), space.identity(), []
    functional = start
    for size in PERTURBED:
        centre = barrier.minimized([p + size * one for p, one in zip(goal, identity, strict=True)], functional, 20)
        if centre.outcome != "centred":
            break
        functional, grams = centre.functional, centre.grams
    return grams


def flattened(space: GramSpace, grams: list[Rows]) -> list[Block] | None:
    """The blocks without the rational vectors that the matrices seem to map to zero; None if there are none."""
    if not grams:
        return None
    largest = max(row[i] for gram in grams for i, row in enumerate(gram))
    seen = [list(map(recognized, null_vectors(gram, FLAT * largest))) for gram in grams]
    vectors = [[v for v in found if v is not None] for found in seen]
    if not any(vectors):
        return None
    return [each.without(found) for each, found in zip(space.blocks, vectors, strict=True)]


def recognized(vector: Row) -> Vector | None:
    """A vector of simple rational numbers close to the given one, or None."""
    simple = [Fraction(value).limit_denominator(SIMPLE) for value in vector]
    if any(abs(float(a) - b) > NEARBY for a, b in zip(simple, vector, strict=True)):
        return None
    return [fmpq(a.numerator, a.denominator) for a in simple]
