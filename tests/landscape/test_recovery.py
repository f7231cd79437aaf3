"""The symmetric loss against its definition in sympy: values, gradients, Hessians."""

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactcheck import InputError, matrix, ones, to_sympy
from exactcheck.exact.evaluation import gradient_and_hessian
from exactcheck.exact.partition import Partition, size_letter
from exactcheck.landscape import low_rank_update, measurements, symmetric_loss
from exactcheck.landscape import value as value_at
from tests.exact.trees import evaluated, evaluator, matrices, plain

small = st.integers(-2, 2).map(sympy.Integer)


def flat(rows):
    """The entries row by row."""
    return [v for row in rows for v in row]


def symbols(rows, cols):
    """A matrix of variables."""
    return sympy.Matrix(rows, cols, lambda i, j: sympy.Symbol(f"u_{i}_{j}"))


def loss(images, truth, u):
    """1/2 sum of squares of what the operator, a function of matrices, makes of U U^T - M."""
    return sympy.expand(sum(v**2 for v in images(u * u.T - truth)) / 2)


def compare(f, expected, u, at):
    """Value, gradient and Hessian of a loss at a point are those of the expected polynomial."""
    place = dict(zip(u, flat(at), strict=True))
    point = evaluator().matrix(matrix(at))
    jet = gradient_and_hessian(evaluator(), f, [point])
    zero = 0 * jet.value
    assert plain(jet.value) == expected.subs(place) == evaluated(value_at(f, at=at))
    assert [plain(jet.gradient.get(i, zero)) for i in range(len(u))] == [expected.diff(x).subs(place) for x in u]
    hessian = [[plain(jet.hessian.get(i, {}).get(j, zero)) for j in range(len(u))] for i in range(len(u))]
    assert hessian == [[expected.diff(x, y).subs(place) for y in u] for x in u]


@pytest.mark.parametrize(("n", "r"), [(2, 1), (2, 2), (3, 1)])
@settings(max_examples=12)
@given(data=st.data())
def test_an_update_of_the_identity(n, r, data):
    b, c, m, at = (data.draw(matrices(n, cols, small)) for cols in (n, n, n, r))
    u, (left, right, truth) = symbols(n, r), map(sympy.Matrix, (b, c, m))

    def images(x):
        return x + (right.T * x).trace() * left

    f = symmetric_loss(low_rank_update([(matrix(b), matrix(c))]), matrix(m), r)
    compare(f, loss(images, truth, u), list(u), at)


@settings(max_examples=12)
@given(st.data())
def test_measurements(data):
    rows, m, at = (
        data.draw(st.lists(matrices(2, 2, small), min_size=1, max_size=3)),
        *(data.draw(matrices(2, 2, small)) for _ in range(2)),
    )
    u, truth = symbols(2, 2), sympy.Matrix(m)

    def images(x):
        return [(sympy.Matrix(row).T * x).trace() for row in rows]

    compare(symmetric_loss(measurements(rows), matrix(m), 2), loss(images, truth, u), list(u), at)


def test_the_loss_in_sympy():
    f = to_sympy(symmetric_loss(measurements([[[1]]]), matrix([["1/4"]]), 1))
    assert sympy.factor(f(sympy.Symbol("u"))) == sympy.factor((sympy.Symbol("u") ** 2 - sympy.Rational(1, 4)) ** 2 / 2)


def test_the_number_of_columns_may_be_a_letter():
    n, r = Partition(p=size_letter("n")).dimension, Partition(q=size_letter("r")).dimension
    f = symmetric_loss(low_rank_update([(ones(n, n), ones(n, n))]), ones(n, n), r)
    assert f.variables[0].shape == (n, r)


def test_a_ground_truth_that_is_not_square_or_does_not_fit():
    operator = measurements([[[1, 0], [0, 1]]])
    for truth in (ones(2, 3), ones(3, 3)):
        with pytest.raises(InputError):
            symmetric_loss(operator, truth, 1)
