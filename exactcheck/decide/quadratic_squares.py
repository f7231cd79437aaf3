"""Quadratic polynomials as sums of squares of affine ones, by completing squares: they are one exactly if they are
nonnegative for all real values of the letters.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ..kernel.polynomial import Monomial, Polynomial

Row = dict[Monomial, Fraction]


def quadratic_squares(polynomial: Polynomial) -> Any:
    """The proof that the polynomial is nonnegative, or None: it is no quadratic, or negative somewhere."""
    if any(k < 0 for monomial in polynomial.terms for _, k in monomial):
        return None
    if any(sum(k for _, k in monomial) > 2 for monomial in polynomial.terms):
        return None
    squares, rows = [], gram(polynomial)
    while any(rows.values()):
        found = completed(rows)
        if found is None:
            return None
        weight, affine = found
        squares.append([str(weight), written(affine)])
    return {"squares": squares}


def gram(polynomial: Polynomial) -> dict[Monomial, Row]:
    """The symmetric matrix of the form in 1 and the letters, as sparse rows."""
    rows: dict[Monomial, Row] = {}
    for monomial, value in polynomial.terms.items():
        factors = [((letter, 1),) for letter, k in monomial for _ in range(k)]
        left, right = [(), (), *factors][-2:]
        share = value if left == right else value / 2
        for a, b in {(left, right), (right, left)}:
            rows.setdefault(a, {})[b] = share
    return rows


def completed(rows: dict[Monomial, Row]) -> tuple[Fraction, Row] | None:
    """The next square, taken out of the rows; None if a diagonal entry is not positive where it must be."""
    pivot = next(key for key, row in rows.items() if row)
    row, weight = dict(rows[pivot]), rows[pivot].get(pivot, Fraction(0))
    if weight <= 0:
        return None
    affine = {key: value / weight for key, value in row.items()}
    for a, factor in row.items():
        for b, value in affine.items():
            rest = rows[a].get(b, Fraction(0)) - factor * value
            if rest:
                rows[a][b] = rest
            else:
                rows[a].pop(b, None)
    return weight, affine


def written(affine: Row) -> Any:
    """An affine polynomial in the kernel's notation."""
    terms = [["*", str(v), ["letter", m[0][0]]] if m else str(v) for m, v in sorted(affine.items())]
    return ["+", *terms]
