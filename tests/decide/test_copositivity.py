"""Copositivity, definiteness and inertia against criteria that share nothing with how they are decided."""

from fractions import Fraction
from itertools import combinations, pairwise, product
from random import Random

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import matrix, verify_statements
from exactcheck.landscape import (
    copositive,
    inertia,
    positive_definite,
    positive_semidefinite,
    strictly_copositive,
)
from tests.kernel.cases import HORN
from tests.kernel.strategies import symmetric

HOFFMAN_PEREIRA = [
    [1, -1, 1, 0, 0, 1, -1],
    [-1, 1, -1, 1, 0, 0, 1],
    [1, -1, 1, -1, 1, 0, 0],
    [0, 1, -1, 1, -1, 1, 0],
    [0, 0, 1, -1, 1, -1, 1],
    [1, 0, 0, 1, -1, 1, -1],
    [-1, 1, 0, 0, 1, -1, 1],
]


def verdict(statement):
    """The verdict; a decided one has been accepted by the kernel."""
    result = verify_statements(statement)
    assert result.trust == ("none" if result.verdict == "undecided" else "kernel")
    return result.verdict


def shifted(rows, amount):
    """The matrix with something added to its diagonal."""
    return [
        [Fraction(v) + (Fraction(amount) if i == j else 0) for j, v in enumerate(row)] for i, row in enumerate(rows)
    ]


def classical(rows, strict):
    """Copositive: no principal submatrix has a negative determinant and a nonnegative adjugate (Hadeler).

    Strictly copositive: none has a determinant <= 0 and positive cofactors in its last row (Keller).
    """
    a = sympy.Matrix(rows)
    for size in range(1, a.rows + 1):
        for chosen in combinations(range(a.rows), size):
            part = a.extract(list(chosen), list(chosen))
            determinant, adjugate = part.det(), part.adjugate()
            if strict and determinant <= 0 and all(v > 0 for v in adjugate[-1, :]):
                return False
            if not strict and determinant < 0 and all(v >= 0 for v in adjugate):
                return False
    return True


@given(st.integers(1, 4).flatmap(symmetric))
def test_copositivity_agrees_with_the_determinant_criterion(rows):
    assert verdict(copositive(matrix(rows))) == ("proved" if classical(rows, strict=False) else "refuted")


@given(st.integers(1, 4).flatmap(symmetric))
def test_strict_copositivity_agrees_with_keller_s_criterion(rows):
    assert verdict(strictly_copositive(matrix(rows))) == ("proved" if classical(rows, strict=True) else "refuted")


@given(st.integers(1, 4).flatmap(symmetric), st.sets(st.integers(0, 3)))
def test_copositivity_on_a_cone_agrees_with_that_on_all_its_orthants(rows, chosen):
    free = sorted(i for i in chosen if i < len(rows))
    on_orthants = []
    for signs in product((1, -1), repeat=len(free)):
        sign = dict(zip(free, signs, strict=True))
        turned = [[v * sign.get(i, 1) * sign.get(j, 1) for j, v in enumerate(row)] for i, row in enumerate(rows)]
        on_orthants.append(classical(turned, strict=False))
    assert verdict(copositive(matrix(rows), free=free)) == ("proved" if all(on_orthants) else "refuted")


@given(st.integers(1, 5).flatmap(symmetric))
def test_definiteness_and_inertia_agree_with_the_characteristic_polynomial(rows):
    coefficients = sympy.Matrix(rows).charpoly().all_coeffs()
    zero = next(k for k, c in enumerate(reversed(coefficients)) if c)
    nonzero = [c for c in coefficients if c]
    # all roots are real, so that Descartes' rule counts the positive ones exactly
    positive = sum((a > 0) != (b > 0) for a, b in pairwise(nonzero))
    negative = len(rows) - zero - positive
    a = matrix(rows)
    assert verdict(inertia(a, positive, negative, zero)) == "proved"
    assert verdict(inertia(a, positive + 1, negative, zero)) == "refuted"
    assert verdict(positive_definite(a)) == ("proved" if positive == len(rows) else "refuted")
    assert verdict(positive_semidefinite(a)) == ("proved" if not negative else "refuted")


@pytest.mark.parametrize("rows", [HORN, HOFFMAN_PEREIRA], ids=["Horn", "Hoffman and Pereira"])
def test_famous_matrices_are_copositive_and_nothing_more(rows):
    assert verdict(copositive(matrix(rows))) == "proved"
    assert verdict(strictly_copositive(matrix(rows))) == "refuted"
    assert verdict(positive_semidefinite(matrix(rows))) == "refuted"
    assert verdict(copositive(matrix(shifted(rows, "-1/1000000000000000000000000000000")))) == "refuted"
    assert verdict(strictly_copositive(matrix(shifted(rows, "1/1000")))) == "proved"


@pytest.mark.parametrize("order", [8, 11, 15])
def test_clique_matrices_on_both_sides_of_the_border(order):
    source = Random(order)
    edges = {pair for pair in combinations(range(order), 2) if source.random() < 0.5}
    cliques = (c for size in range(order, 0, -1) for c in combinations(range(order), size))
    number = next(len(c) for c in cliques if edges.issuperset(combinations(c, 2)))
    rows = [[(0 if (min(i, j), max(i, j)) in edges else number) - 1 for j in range(order)] for i in range(order)]
    assert verdict(copositive(matrix(rows))) == "proved"
    assert verdict(copositive(matrix(shifted(rows, "-1/1000")))) == "refuted"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [([[0]], "proved"), ([[-1]], "refuted"), ([[0, 0], [0, 0]], "proved"), ([[0, -1], [-1, 5]], "refuted")],
)
def test_small_and_zero_matrices(rows, expected):
    assert verdict(copositive(matrix(rows))) == expected


def test_an_eigenvalue_of_1e_40_is_seen():
    tiny = Fraction(1, 10**40)
    for sign, expected in ((1, "proved"), (-1, "refuted"), (0, "refuted")):
        rows = [[1, 1], [1, 1 + sign * tiny]]
        assert verdict(positive_definite(matrix(rows))) == expected
    assert verdict(positive_semidefinite(matrix([[1, 1], [1, 1]]))) == "proved"


def test_an_algebraic_eigenvalue_that_is_zero_is_seen():
    from exactcheck import sqrt

    root = sqrt(2, "root")
    assert verdict(positive_semidefinite(matrix([[2, root], [root, 1]]))) == "proved"
    assert verdict(positive_definite(matrix([[2, root], [root, 1]]))) != "proved"


def test_a_free_coordinate_that_is_not_semidefinite_refutes():
    assert verdict(copositive(matrix([[0, 1], [1, 0]]), free=[0])) == "refuted"
    assert verdict(copositive(matrix([[0, 0], [0, 1]]), free=[0])) == "proved"
