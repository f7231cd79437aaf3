"""Sums of squares that are visible as such, of known and of letter size."""

import pytest

from exactcheck import function, identity, matrix, norm_squared, ones, point, scalar
from exactcheck.decide.visible_squares import replaced, summands
from exactcheck.exact.matrices import generic
from exactcheck.exact.partition import Partition, size_letter
from exactcheck.landscape import measurements, symmetric_loss
from tests.decide.rechecking import proves, verdict

X, Y = point("x"), point("y")
SIZE = Partition(p=size_letter("n")).dimension
G = generic("G", SIZE, SIZE)
SUM = function(lambda x, y: x**2 + 3 * (x - y) ** 4, x=None, y=None)


@pytest.mark.parametrize(
    ("node", "weights"),
    [
        (X**2, [1]),
        (X**6 / 2, None),
        (scalar("1/2") * X**6, ["1/2"]),
        (X**2 + 3 * (X - Y) ** 2 + 2, [1, 3, 2]),
        (2 * (3 * X**2 + Y**4), [6, 2]),
        (norm_squared(G @ G.T), [1]),
        (SUM(X, Y + 1), [1, 3]),
        (X, None),
        (X**3, None),
        (-(X**2), None),
        (-1 * X**2, None),
        (X**2 - 1, None),
        (X**2 + X, None),
        (scalar(0), None),
        (X * X, None),
        (X**-2, None),
    ],
    ids=repr,
)
def test_what_is_seen(node, weights):
    found = summands(node)
    assert (found and [str(weight) for weight, _ in found]) == (weights and [str(weight) for weight in weights])


@pytest.mark.parametrize(
    "statement",
    [
        norm_squared(G) >= 0,
        norm_squared(G) <= 0,
        norm_squared(G @ ones(SIZE, SIZE) - G) + 1 >= 0,
        SUM(X, Y) >= 0,
        norm_squared(measurements([[[1, 2]]])(matrix([[X, Y]]))) >= 0,
        symmetric_loss(measurements([identity(2)]), identity(2), 1)(matrix([[X], [Y]])) >= 0,
    ],
    ids=repr,
)
def test_the_kernel_accepts_what_is_seen_and_nothing_is_seen_the_wrong_way_round(statement):
    assert proves(statement) == (statement["relation"] == ">=")


def test_strictness_is_not_seen():
    assert verdict(SUM(X, Y) > 0) == "refuted"
    assert verdict(norm_squared(G) > 0) == "undecided"


def test_parts_that_do_not_change_stay_the_same_object():
    body = (X + 1) ** 2 + X
    assert replaced(body, {}) is body
    swapped = replaced(body, {id(X): Y})
    assert repr(swapped) == "(y + 1)^2 + y"
    assert replaced((body, X), {id(X): Y})[1] is Y
