"""The simplex method as textbooks have it: a dense tableau of Fractions, two phases, Bland's rule."""

from __future__ import annotations

from fractions import Fraction


def largest(rows, target, gains, capacities):
    """The largest sum_k gains_k x_k with rows x = target and 0 <= x_k <= capacities_k; None if there is no such x."""
    width, count = len(gains), len(gains) + len(capacities)
    equations = [[*row, *[0] * len(capacities)] for row in rows]
    for slack, (k, _) in enumerate(capacities.items()):
        equations.append([int(j in (k, width + slack)) for j in range(count)])
    tableau = [
        [Fraction(sign * v) for v in (*row, *[sign * (i == j) for j in range(len(equations))], value)]
        for i, (row, value) in enumerate(zip(equations, [*target, *capacities.values()], strict=True))
        for sign in (-1 if value < 0 else 1,)
    ]
    basis = [count + i for i in range(len(equations))]
    maximize(tableau, basis, [0] * count + [-1] * len(equations), count)
    if any(row[-1] for row, k in zip(tableau, basis, strict=True) if k >= count):
        return None
    leave_artificial(tableau, basis, count)
    gains = [*gains, *[0] * (len(capacities) + len(equations))]
    maximize(tableau, basis, gains, count)
    return sum(gains[k] * row[-1] for row, k in zip(tableau, basis, strict=True))


def maximize(tableau, basis, gains, count):
    """Pivot until no column raises the objective; the objective is bounded."""
    while True:
        used = [(gains[k], row) for k, row in zip(basis, tableau, strict=True) if gains[k]]
        entering = next((j for j in range(count) if gains[j] > sum(gain * row[j] for gain, row in used)), None)
        if entering is None:
            return
        ratios = [
            (row[-1] / row[entering], k, i)
            for i, (row, k) in enumerate(zip(tableau, basis, strict=True))
            if row[entering] > 0
        ]
        pivot(tableau, basis, min(ratios)[2], entering)


def leave_artificial(tableau, basis, count):
    """Exchange the artificial columns, which are zero, for others; an equation without others says nothing."""
    for i, k in enumerate(basis):
        if k >= count:
            entering = next((j for j in range(count) if tableau[i][j]), None)
            if entering is not None:
                pivot(tableau, basis, i, entering)


def pivot(tableau, basis, i, j):
    """Column j enters the basis in row i."""
    basis[i] = j
    value = tableau[i][j]
    tableau[i] = [entry / value for entry in tableau[i]]
    for other, row in enumerate(tableau):
        if other != i and row[j]:
            factor = row[j]
            tableau[other] = [a - factor * b for a, b in zip(row, tableau[i], strict=True)]
