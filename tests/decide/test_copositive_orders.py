"""Copositivity at orders 8 to 15, where the answer is known from how the matrix was made."""

from fractions import Fraction
from random import Random

import pytest

from exactcheck import matrix
from exactcheck.landscape import copositive, strictly_copositive
from tests.decide.rechecking import decided, verdict
from tests.decide.test_copositivity import HOFFMAN_PEREIRA, shifted

TINY = Fraction(1, 10**12)


def cycle(order):
    """(sum x)^2 - 4 (x_1 x_2 + ... + x_n x_1), nonnegative for x >= 0 and n >= 4; the Horn matrix for n = 5."""
    return [[-1 if (i - j) % order in (1, order - 1) else 1 for j in range(order)] for i in range(order)]


def semidefinite_plus_nonnegative(order, seed):
    """B^T B + N with a zero of the form: B v = 0 for v = e_1 + 2 e_2 + e_3, and N is zero on its support."""
    source = Random(seed)
    rows = []
    for _ in range(order // 2):
        row = [source.randint(-3, 3) for _ in range(order)]
        row[0] = -2 * row[1] - row[2]
        rows.append(row)
    gram = [[sum(row[i] * row[j] for row in rows) for j in range(order)] for i in range(order)]
    for i in range(order):
        for j in range(max(i + 1, 3), order):
            gram[i][j] = gram[j][i] = gram[i][j] + source.randint(0, 2)
    return gram


def form_at(rows, x):
    """x^T A x."""
    return sum(a * x[i] * x[j] for i, row in enumerate(rows) for j, a in enumerate(row))


def require_border(rows):
    """Copositive with a zero: not strictly, a little more is strictly, a little less is not copositive at all."""
    assert verdict(copositive(matrix(rows))) == "proved"
    for statement, a in ((strictly_copositive, rows), (copositive, shifted(rows, -TINY))):
        decision = decided(statement(matrix(a)))
        x = [Fraction(v) for v in decision.proof]
        assert decision.verdict == "refuted" and all(v >= 0 for v in x) and any(x)
        assert form_at(a, x) <= 0 if statement is strictly_copositive else form_at(a, x) < 0
    assert verdict(strictly_copositive(matrix(shifted(rows, TINY)))) == "proved"


@pytest.mark.parametrize("order", [8, 9, 11, 13, 15])
def test_cycles(order):
    require_border(cycle(order))


@pytest.mark.parametrize("order", [8, 10, 12, 15])
def test_semidefinite_plus_nonnegative(order):
    require_border(semidefinite_plus_nonnegative(order, seed=order))


def test_two_famous_blocks_side_by_side():
    rows = [[0] * 12 for _ in range(12)]
    for offset, block in ((0, cycle(5)), (5, HOFFMAN_PEREIRA)):
        for i, row in enumerate(block):
            rows[offset + i][offset : offset + len(row)] = row
    require_border(rows)
    rows[0][11] = rows[11][0] = -TINY
    assert verdict(copositive(matrix(rows))) == "refuted"


@pytest.mark.parametrize("order", [8, 12])
def test_one_entry_decides(order):
    # (e_1 + e_2) is a zero; with this pair below -1 it becomes a direction of descent
    rows = cycle(order)
    rows[0][1] = rows[1][0] = -1 - TINY
    assert verdict(copositive(matrix(rows))) == "refuted"
    rows[0][1] = rows[1][0] = -1 + TINY
    assert verdict(copositive(matrix(rows))) == "proved"
