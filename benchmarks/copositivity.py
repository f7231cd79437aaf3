"""Copositivity of matrices on the border: the Horn matrix and its kin, and the clique matrices of random graphs.

Sympy and FLINT get the classical criterion (Hadeler; Cottle, Habetler and Lemke): a matrix whose proper principal
submatrices are copositive is copositive unless its determinant is negative and its adjugate nonnegative. They need all
2^n principal submatrices.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from random import Random

import flint
import sympy
from sympy.core.cache import clear_cache

from exactcheck import matrix, verify_statements
from exactcheck.landscape import copositive

from .clock import growth, ratio, seconds, table, written


def cyclic(order):
    """The Horn matrix for order 5, and its kin of odd order: 1 on the diagonal, -1 beside it, 1 elsewhere."""
    return [[-1 if (i - j) % order in (1, order - 1) else 1 for j in range(order)] for i in range(order)]


def clique(order):
    """w (I + complement) - 1 1^T for a random graph with the clique number w: copositive, and with any less it is not.

    By Motzkin and Straus the clique number is the least such factor.
    """
    source = Random(order)
    pairs = list(combinations(range(order), 2))
    edges = {pair for pair in pairs if source.random() < 0.5}
    subsets = [c for size in range(1, order + 1) for c in combinations(range(order), size)]
    number = max(len(c) for c in subsets if edges.issuperset(combinations(c, 2)))
    joined = edges | {(j, i) for i, j in edges}
    return [[(0 if (i, j) in joined else number) - 1 for j in range(order)] for i in range(order)]


FAMILIES = {"cyclic": cyclic, "clique": clique}


def example(kind, order, shift):
    """The matrix less shift / 1000 on the diagonal."""
    rows = FAMILIES[kind](order)
    return [[v - Fraction(shift, 1000) * (i == j) for j, v in enumerate(row)] for i, row in enumerate(rows)]


def by_exactcheck(kind, order, shift):
    """Decided, with the certificate checked by the kernel."""
    rows = [[str(v) for v in row] for row in example(kind, order, shift)]
    return verify_statements(copositive(matrix(rows))).verdict == ("refuted" if shift else "proved")


def by_sympy(kind, order, shift):
    """The criterion over sympy."""
    clear_cache()
    a = sympy.Matrix([[sympy.Rational(v) for v in row] for row in example(kind, order, shift)])

    def bad(chosen):
        part = a.extract(list(chosen), list(chosen))
        return part.det() < 0 and all(v >= 0 for v in part.adjugate())

    return holds(order, bad) == (not shift)


def by_flint(kind, order, shift):
    """The criterion over FLINT."""
    rows = [[flint.fmpq(v.numerator, v.denominator) for v in row] for row in example(kind, order, shift)]

    def bad(chosen):
        part = flint.fmpq_mat([[rows[i][j] for j in chosen] for i in chosen])
        determinant = part.det()
        return determinant < 0 and all(determinant * v >= 0 for v in part.inv().entries())

    return holds(order, bad) == (not shift)


def holds(order, bad):
    """True if no principal submatrix is bad."""
    return not any(bad(chosen) for size in range(1, order + 1) for chosen in combinations(range(order), size))


def rows_of(kind, shift, orders):
    """One row for each order, and the growth."""
    times = []
    for order in orders:
        found = [seconds(task, kind, order, shift) for task in (by_exactcheck, by_sympy, by_flint)]
        times.append(found)
        ours, peer, floor = found
        yield [str(order), written(ours), written(peer), ratio(peer, ours), written(floor), ratio(ours, floor)]
    grown = [growth(orders, column) for column in zip(*times, strict=True)]
    yield ["growth", grown[0], grown[1], "", grown[2], ""]


def run():
    """Both families, on the border and just outside."""
    headings = ["order", "exactcheck", "sympy", "faster", "FLINT", "slower"]
    for kind, orders in (("cyclic", (5, 7, 9, 11, 13, 15)), ("clique", (5, 8, 10, 12, 15))):
        table(f"Copositivity, {kind} matrices on the border (proved)", headings, rows_of(kind, 0, orders))
        table(f"Copositivity, {kind} matrices less 1/1000 (refuted)", headings, rows_of(kind, 1, orders))
