"""New letters for two quadratic equations: their common principal axes, where one of the forms is positive definite.

With the forms A and B > 0, the eigenspaces of B^-1 A are orthogonal for both, so that on each of them A is a multiple
of B. If there are two eigenspaces, the two equations say what B is on each.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from flint import fmpq, fmpq_mat

from ..kernel.polynomial import Polynomial, total
from .polynomial_rings import fraction, rational

HALF = Fraction(1, 2)
Forms = list[Polynomial]


def principal_axes(equations: Sequence[Polynomial], letters: Sequence[str]) -> tuple[Forms, list[Forms]] | None:
    """The new letters as forms in the old ones, and the matrix of the old ones in terms of the new ones; or None."""
    if len(equations) != 2 or len(letters) < 2 or not all(is_pure(equation, letters) for equation in equations):
        return None
    forms = [matrix(equation, letters) for equation in equations]
    for definite, other in (forms, forms[::-1]):
        if is_definite(definite):
            return eigenspaces(definite.inv() * other, letters)
    return None


def is_pure(equation: Polynomial, letters: Sequence[str]) -> bool:
    """True if there are only constants and terms of degree two in the letters."""
    degrees = {sum(k for _, k in m) for m in equation.terms}
    return degrees <= {0, 2} and 2 in degrees and equation.letters <= set(letters)


def matrix(equation: Polynomial, letters: Sequence[str]) -> fmpq_mat:
    """The symmetric matrix of a form."""

    def entry(x: str, y: str) -> Fraction:
        monomial = ((x, 2),) if x == y else tuple(sorted(((x, 1), (y, 1))))
        return equation.terms.get(monomial, Fraction(0)) * (1 if x == y else HALF)

    return fmpq_mat(len(letters), len(letters), [rational(entry(x, y)) for x in letters for y in letters])


def is_definite(form: fmpq_mat) -> bool:
    """True for a positive or a negative definite form, by its leading minors."""
    size = form.nrows()
    minors = [fmpq_mat(k, k, [form[i, j] for i in range(k) for j in range(k)]).det() for k in range(1, size + 1)]
    turned = [(-1) ** k * minor for k, minor in enumerate(minors, 1)]
    return all(minor > 0 for minor in minors) or all(minor > 0 for minor in turned)


def eigenspaces(mapping: fmpq_mat, letters: Sequence[str]) -> tuple[Forms, list[Forms]] | None:
    """A basis of eigenvectors, if there are two eigenvalues, both rational."""
    _, factors = mapping.charpoly().factor()
    if len(factors) != 2 or any(factor.degree() != 1 for factor, _ in factors):
        return None
    size = len(letters)
    unit = fmpq_mat(size, size, [fmpq(int(i == j)) for i in range(size) for j in range(size)])
    vectors = [v for factor, _ in factors for v in kernel(mapping - unit * (-factor[0] / factor[1]))]
    if len(vectors) != size:
        return None
    basis = fmpq_mat(size, size, [vectors[j][i] for i in range(size) for j in range(size)])
    inverse = basis.inv()
    x = list(map(Polynomial.letter, letters))
    new = [total(x[j] * fraction(inverse[i, j]) for j in range(size)) for i in range(size)]
    return new, [[Polynomial.of(fraction(basis[i, j])) for j in range(size)] for i in range(size)]


def kernel(mapping: fmpq_mat) -> list[list[fmpq]]:
    """A basis of the vectors that are mapped to zero."""
    reduced, rank = mapping.rref()
    size = mapping.ncols()
    pivots = [next(j for j in range(size) if reduced[i, j]) for i in range(rank)]
    found = []
    for free in (j for j in range(size) if j not in pivots):
        vector = [fmpq(int(j == free)) for j in range(size)]
        for i, pivot in enumerate(pivots):
            vector[pivot] = -reduced[i, free]
        found.append(vector)
    return found
