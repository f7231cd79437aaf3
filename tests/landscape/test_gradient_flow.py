"""Quantities along the gradient flow: of linear networks, of losses, and false ones."""

import pytest

from exactcheck import InputError, Partition, function, letter, matrix, norm_squared
from exactcheck.landscape import conserved_quantity, nonincreasing_quantity
from tests.decide.rechecking import proves, refutes

TARGET = matrix([[1, 2], [0, letter("m")]])
LOSS = function(lambda X, Y: norm_squared(X @ Y.T - TARGET), X=(2, 1), Y=(2, 1))
NETWORK = function(lambda A, B, C: norm_squared(C @ B @ A), A=(1, 2), B=(2, 1), C=(1, 2))
SADDLE = function(lambda x, y: (x * y - 1) ** 2, x=None, y=None)


def test_a_factorization_conserves_the_balance():
    assert proves(conserved_quantity(LOSS, lambda X, Y: X.T @ X - Y.T @ Y))
    assert refutes(conserved_quantity(LOSS, lambda X, Y: X.T @ X + Y.T @ Y))


def test_a_deep_linear_network():
    assert proves(conserved_quantity(NETWORK, lambda A, B, C: A @ A.T - B.T @ B))
    assert proves(conserved_quantity(NETWORK, lambda A, B, C: B @ B.T - C.T @ C))
    assert refutes(conserved_quantity(NETWORK, lambda A, B, C: A @ A.T + C @ C.T))


def test_losses_never_rise():
    assert proves(nonincreasing_quantity(SADDLE, SADDLE))
    assert refutes(nonincreasing_quantity(SADDLE, lambda x, y: x * y))
    assert proves(nonincreasing_quantity(SADDLE, lambda x, y: x * y, where=lambda x, y: x * y >= 1))


def test_sympy_and_letters():
    from sympy.abc import x, y

    c = letter("c")
    assert proves(conserved_quantity((x * y - 3) ** 2, x**2 - y**2))
    weighted = function(lambda x, y: x**2 + c * y**2, x=None, y=None)
    assert proves(nonincreasing_quantity(weighted, lambda x, y: x**2 + y**2), assuming=(c >= 0,))
    assert refutes(nonincreasing_quantity(weighted, lambda x, y: x**2 + y**2), assuming=(c >= -1,))


def test_they_read_aloud():
    assert repr(conserved_quantity(SADDLE, lambda x, y: x**2 - y**2)) == (
        "x^2 - y^2 is constant along the gradient flow of (x, y) -> (x y - 1)^2"
    )
    assert repr(nonincreasing_quantity(SADDLE, lambda x, y: x, where=lambda x, y: y > 0)).endswith(" wherever y > 0")


def test_what_does_not_fit():
    with pytest.raises(InputError, match="no function and no variable"):
        conserved_quantity(5, 5)
    with pytest.raises(InputError, match="has 1 variables, not 2"):
        conserved_quantity(SADDLE, function(lambda x: x**2, x=None))
    blocks = Partition(p=letter("n", "size")).dimension
    with pytest.raises(InputError, match="letter size"):
        conserved_quantity(function(lambda X: norm_squared(X), X=(blocks, blocks)), lambda X: norm_squared(X))
