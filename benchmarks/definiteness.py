"""Definiteness of dense rational matrices with small entries, certificate checked, against sympy and FLINT alone."""

from __future__ import annotations

from random import Random

import flint
import sympy
from sympy.core.cache import clear_cache

from exactcheck import matrix, verify_statements
from exactcheck.landscape import positive_definite

from .clock import growth, ratio, seconds, table, written

SIZES = (10, 20, 50, 100, 200)


def example(size):
    """G^T G + I for a square G with entries between -2 and 2."""
    source = Random(size)
    g = flint.fmpz_mat([[source.randint(-2, 2) for _ in range(size)] for _ in range(size)])
    product = g.transpose() * g
    return [[int(product[i, j]) + (i == j) for j in range(size)] for i in range(size)]


def by_exactcheck(size):
    """Decided, with the certificate checked by the kernel."""
    return verify_statements(positive_definite(matrix(example(size)))).verdict == "proved"


def by_sympy(size):
    """Sympy's own answer."""
    clear_cache()
    return sympy.Matrix(example(size)).is_positive_definite


def by_flint(size):
    """Leading principal minors by one fraction-free elimination."""
    _, _, _, upper = flint.fmpz_mat(example(size)).fflu()
    return all(upper[i, i] > 0 for i in range(size))


def rows():
    """One row for each size, and the growth."""
    times = []
    for size in SIZES:
        found = [seconds(task, size) for task in (by_exactcheck, by_sympy, by_flint)]
        times.append(found)
        ours, peer, floor = found
        yield [str(size), written(ours), written(peer), ratio(peer, ours), written(floor), ratio(ours, floor)]
    grown = [growth(SIZES, column) for column in zip(*times, strict=True)]
    yield ["growth", grown[0], grown[1], "", grown[2], ""]


def run():
    """The table."""
    headings = ["size", "exactcheck", "sympy", "faster", "FLINT", "slower"]
    table("Definiteness of dense matrices", headings, rows())
