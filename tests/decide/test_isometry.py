"""Restricted isometry against A^T A written out in the basis of all matrices."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import identity, matrix, point, unit
from exactcheck.decide.isometry import rank_factors
from exactcheck.exact.partition import Partition, size_letter
from exactcheck.exact.values import SparseMatrix
from exactcheck.landscape import arbitrary_operator, low_rank_update, measurements, operator_with_form, rip_constant
from tests.decide.rechecking import verdict
from tests.exact.trees import as_rows, evaluated, evaluator, matrices, plain
from tests.kernel.strategies import integers

SIZE = Partition(p=size_letter("n")).dimension
halves = integers.map(lambda k: Fraction(k, 4))
constants = st.sampled_from([Fraction(k, 4) for k in (0, 1, 2, 3, 4, 6, 12, 40)])


def full_form(operator, rows, cols):
    """<A E_i, A E_j> for the matrices E_i with a single 1."""
    basis = [unit(rows, cols, i, j) for i in range(rows) for j in range(cols)]
    return sympy.Matrix([[sympy.Rational(inner_product(operator, e, d)) for d in basis] for e in basis])


def inner_product(operator, e, d):
    """<A(E), A(D)>."""
    image = evaluated(operator.gram(e))
    return sum(a * b for row, other in zip(image, evaluated(d), strict=True) for a, b in zip(row, other, strict=True))


def semidefinite(form):
    """No negative eigenvalue: the signs of the characteristic polynomial alternate."""
    signs = [(-1) ** k * c for k, c in enumerate(form.charpoly().all_coeffs())]
    return all(c >= 0 for c in signs)


def bounds_hold(form, c):
    """(1 - c) I <= form <= (1 + c) I."""
    one, c = sympy.eye(form.rows), sympy.Rational(c)
    return semidefinite((1 + c) * one - form) and semidefinite(form - (1 - c) * one)


def is_attained(form, c):
    """1 + c or 1 - c is an eigenvalue."""
    one, c = sympy.eye(form.rows), sympy.Rational(c)
    return 0 in (((1 + c) * one - form).det(), (form - (1 - c) * one).det())


@given(st.lists(matrices(1, 2, halves), min_size=1, max_size=3), constants)
def test_measurements_where_the_rank_is_no_restriction(rows, c):
    operator = measurements(rows)
    form = full_form(operator, 1, 2)
    holds = bounds_hold(form, c)
    assert verdict(rip_constant(operator, rank=1) <= c) == ("proved" if holds else "refuted")
    exact = verdict(rip_constant(operator, rank=1) == c)
    assert (
        exact in ("refuted", "undecided") if not holds or not is_attained(form, c) else exact in ("proved", "undecided")
    )


@given(matrices(2, 2, halves), matrices(2, 2, halves), constants)
def test_updates_of_full_rank(u, v, c):
    operator = low_rank_update([(matrix(u), matrix(v))])
    expected = "proved" if bounds_hold(full_form(operator, 2, 2), c) else "refuted"
    assert verdict(rip_constant(operator, rank=2) <= c) == expected


@given(matrices(2, 2, halves), matrices(2, 2, halves), constants)
def test_forms_and_low_rank(b, c, constant):
    operator = operator_with_form([(matrix(b), matrix(c))])
    holds = bounds_hold(full_form(operator, 2, 2), constant)
    # where the bounds fail nothing is refuted: there may be no operator with this form
    for rank in (1, 2):
        assert verdict(rip_constant(operator, rank=rank) <= constant) == ("proved" if holds else "undecided")


DIAGONAL = measurements([[[1, 0]], [[0, "1/2"]]])
# its form exceeds the bounds only at the identity, which has rank 2
AT_THE_IDENTITY = low_rank_update([(identity(2) / 4, identity(2))])
X = point("x")


@pytest.mark.parametrize(
    ("statement", "assuming", "expected"),
    [
        (rip_constant(DIAGONAL, rank=1) == "3/4", (), "proved"),
        (rip_constant(DIAGONAL, rank=1) == "4/5", (), "refuted"),
        (rip_constant(DIAGONAL, rank=1) == "1/2", (), "refuted"),
        (rip_constant(measurements([identity(2)]), rank=2) == 1, (), "proved"),
        (rip_constant(measurements([unit(1, 1, 0, 0)]), rank=1) == 0, (), "proved"),
        (rip_constant(AT_THE_IDENTITY, rank=2) <= "5/4", (), "proved"),
        (rip_constant(AT_THE_IDENTITY, rank=2) <= "6/5", (), "refuted"),
        (rip_constant(AT_THE_IDENTITY, rank=1) <= "6/5", (), "undecided"),
        (rip_constant(DIAGONAL, rank=1) <= -1, (), "undecided"),
        (
            rip_constant(low_rank_update([(X * unit(2, 2, 0, 0), unit(2, 2, 1, 1))]), rank=2) <= X + X**2,
            (X > 0,),
            "proved",
        ),
        (rip_constant(low_rank_update([(X * unit(2, 2, 0, 0), unit(2, 2, 1, 1))]), rank=2) <= X, (), "undecided"),
        (rip_constant(arbitrary_operator("L", SIZE), rank=1) <= 1, (), "undecided"),
    ],
    ids=repr,
)
def test_examples_on_both_sides(statement, assuming, expected):
    assert verdict(statement, assuming=assuming) == expected


@given(matrices(3, 2, integers))
def test_factors_have_as_many_columns_as_the_rank(rows):
    value = evaluator().matrix(matrix(rows)) if any(map(any, rows)) else SparseMatrix((3, 2), {})
    left, right = rank_factors(value)
    rank = sympy.Matrix(rows).rank()
    assert (left.ncols(), right.ncols()) == (rank, rank)
    if rank:
        product = left * right.transpose()
        assert [[plain(product[i, j]) for j in range(2)] for i in range(3)] == as_rows(sympy.Matrix(rows))
