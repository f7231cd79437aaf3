"""Linear functionals on polynomials that are negative on one polynomial and not negative on any square.

There is one unless the polynomial is a sum of squares, and then a rational one with a positive definite matrix of
moments: floats propose it, and after rounding exact elimination decides.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flint import fmpq, fmpq_mat

from ..kernel.polynomial import Polynomial
from ..kernel.sums_of_squares import Functional, exponents, functional_value, moment_matrix
from .gram_matrices import GramSpace, Terms, Vector, block, elimination, float_of
from .monomial_bases import monomials, parity_classes
from .polynomial_rings import fraction, rational
from .weighted_squares import circular_moment, costs

DIGITS = (2, 3, 4, 6, 9, 12)


def separating_functional(polynomial: Polynomial, names: list[str], work: int) -> Functional | None:
    """A rational functional that is negative on the polynomial and has a positive semidefinite matrix of moments."""
    target = {exponents(m, names): rational(c) for m, c in polynomial.terms.items()}
    space = moment_space(target, work)
    if space is None:
        return None
    uncovered = next((m for m in target if m not in space.monomials), None)
    if uncovered is not None:
        return {uncovered: fraction(-target[uncovered])}
    goal = [float_of(c) for c in space.at_pivots(target)]
    scale = max(map(abs, goal))
    centre = space.barrier().minimized([c / scale for c in goal], space.functional(circular_moment))
    largest = max(map(abs, centre.functional))
    for digits in DIGITS if centre.outcome == "negative" else ():
        values = (Fraction(round(x / largest * 10**digits), 10**digits) for x in centre.functional)
        functional = {space.monomials[j]: x for j, x in zip(space.pivots, values, strict=True) if x}
        if is_separating(functional, polynomial, names):
            return functional
    return None


def moment_space(target: Terms, work: int) -> GramSpace | None:
    """The Gram matrices of a polynomial in all monomials of at most half its degree (and at least half its order)."""
    degrees = [sum(m) for m in target]
    count = len(next(iter(target)))
    basis = [z for z in monomials(count, max(degrees) // 2) if 2 * sum(z) >= min(degrees)]
    blocks = [block({(0,) * count: fmpq(1)}, members) for members in parity_classes(basis, target)]
    return GramSpace(target, blocks) if costs(blocks) <= work else None


def is_separating(functional: Functional, polynomial: Polynomial, names: list[str]) -> bool:
    """True if the functional is negative on the polynomial and has a positive definite matrix of moments."""
    found = functional_value(functional, polynomial, names).constant
    matrix = moments(functional, polynomial, names)
    parts = elimination(matrix)
    return found is not None and found < 0 and parts is not None and len(parts) == len(matrix)


def moments(functional: Functional, polynomial: Polynomial, names: list[str]) -> list[Vector]:
    """The matrix of moments that the kernel makes."""
    degree = max(sum(k for _, k in monomial) for monomial in polynomial.terms)
    matrix = moment_matrix(functional, len(names), degree // 2)
    size = range(matrix.rows)
    return [[rational(Fraction(matrix[i, j])) for j in size] for i in size]


def written_functional(functional: Functional, polynomial: Polynomial, names: list[str]) -> dict[str, Any]:
    """The functional with the rows of W for which W M W^T is diagonal, in the kernel's notation."""
    values = [[list(powers), str(number)] for powers, number in sorted(functional.items())]
    parts = elimination(moments(functional, polynomial, names)) or []
    inverse = fmpq_mat([row for _, row in parts]).transpose().inv() if parts else fmpq_mat(0, 0)
    rows = [[[j, str(inverse[i, j])] for j in range(len(parts)) if inverse[i, j]] for i in range(len(parts))]
    return {"point": names, "functional": values, "congruence": rows}
