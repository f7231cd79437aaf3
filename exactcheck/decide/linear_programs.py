"""Nonnegative solutions of linear equations over the rationals, by an exact simplex method."""

from __future__ import annotations

from flint import fmpq, fmpq_mat


def nonnegative_solution(columns: list[dict[int, fmpq]], target: dict[int, fmpq]) -> dict[int, fmpq] | None:
    """Weights x >= 0 with sum_k x_k column_k = target, at most one for each equation; None if there are none.

    Phase one of the simplex method with Bland's rule, which always ends.
    """
    places = sorted(set(target).union(*columns))
    height, width = len(places), len(columns)
    signs = [-1 if target.get(place, 0) < 0 else 1 for place in places]
    entries = [
        sign * value
        for place, sign in zip(places, signs, strict=True)
        for value in [*(column.get(place, fmpq(0)) for column in columns), fmpq(target.get(place, 0))]
    ]
    tableau = fmpq_mat(height, width + 1, entries)
    basis = [width + 1 + i for i in range(height)]
    while True:
        infeasibility = [i for i in range(height) if basis[i] > width and tableau[i, width] != 0]
        if not infeasibility:
            break
        entering = next((j for j in range(width) if _gain(tableau, basis, j, width) > 0), None)
        if entering is None:
            return None
        rows = [i for i in range(height) if tableau[i, entering] > 0]
        leaving = min(rows, key=lambda i: (tableau[i, width] / tableau[i, entering], basis[i]))
        tableau = pivot(tableau, leaving, entering)
        basis[leaving] = entering
    return {basis[i]: tableau[i, width] for i in range(height) if basis[i] < width and tableau[i, width] != 0}


def _gain(tableau: fmpq_mat, basis: list[int], j: int, width: int) -> fmpq:
    """How fast the sum of the artificial variables falls when column j enters."""
    return sum((tableau[i, j] for i, b in enumerate(basis) if b > width), fmpq(0))


def pivot(tableau: fmpq_mat, row: int, column: int) -> fmpq_mat:
    """The tableau with the column turned into a unit vector, by one rank-one update."""
    height, width = tableau.nrows(), tableau.ncols()
    value = tableau[row, column]
    left = fmpq_mat(height, 1, [tableau[i, column] - (i == row) for i in range(height)])
    right = fmpq_mat(1, width, [tableau[row, j] / value for j in range(width)])
    return tableau - left * right
