"""Expressions as sympy objects, compared with the same formula written in sympy."""

from fractions import Fraction
from itertools import pairwise

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactcheck import (
    InputError,
    determinant,
    function,
    identity,
    inner,
    matrix,
    norm_squared,
    ones,
    point,
    real_root,
    scalar,
    sqrt,
    to_sympy,
    trace,
    vec,
)
from exactcheck.exact.expression import letter
from exactcheck.exact.matrices import generic
from exactcheck.exact.partition import Partition, size_letter
from exactcheck.landscape import copositive, family, low_rank_update, measurements, operator_with_form
from tests.exact.trees import SYMBOLS, as_rows, computed, evaluated, function_of, in_sympy, matrices, trees

X = point("x")
SIZE = Partition(p=size_letter("n"))
LETTER_SIZE = identity(SIZE.dimension)


@given(trees)
def test_formulas_in_letters(tree):
    formula = scalar(0) + computed(tree, {name: point(name) for name in "xyz"}, scalar)
    assert sympy.expand(to_sympy(formula)) == in_sympy(tree)
    assert to_sympy(function_of(tree)) == sympy.Lambda(tuple(SYMBOLS.values()), in_sympy(tree))


@settings(max_examples=25)
@given(matrices(2, 2), matrices(2, 2))
def test_matrices_are_those_of_the_engine(one, other):
    a, b = matrix(one), matrix(other)
    update, measured = low_rank_update([(a, b)]), measurements([a, b])
    for expression in (a @ b.T - 2 * a, update(b), update.gram(b), measured.gram(a), vec(a), identity(2), ones(2, 3)):
        assert as_rows(to_sympy(expression)) == evaluated(expression)
    square = function(lambda u: norm_squared(u @ b), u=(2, 2))
    numbers = [inner(a, b), trace(a @ b), determinant(a), inner(measured(a), measured(b)), square(a)]
    for expression in [*numbers, square.derivative((a,), (b,)), square.derivative((a,), (b,), (a,))]:
        found = to_sympy(expression)
        assert Fraction(int(found.p), int(found.q)) == evaluated(expression)


@given(st.lists(st.integers(-5, 5), min_size=3, max_size=5).filter(lambda c: c[-1]))
def test_real_roots_are_those_of_sympy(lowest_first):
    polynomial = sympy.Poly(lowest_first[::-1], sympy.Symbol("t"))
    roots = sympy.real_roots(polynomial, multiple=False)
    ends = [-1000, *((a + b) / 2 for (a, _), (b, _) in pairwise(roots)), 1000]
    for (root, _), lower, upper in zip(roots, ends, ends[1:], strict=False):
        between = [sympy.Rational(str(sympy.N(end, 30))).limit_denominator(10**12) for end in (lower, upper)]
        found = to_sympy(real_root(lowest_first, *between))
        assert found == root


def test_roots_and_sizes():
    assert to_sympy(sqrt(12)) == 2 * sympy.sqrt(3)
    assert to_sympy(sqrt(X + 1)) == sympy.sqrt(sympy.Symbol("x", real=True) + 1)
    assert to_sympy(real_root([-2, 0, 0, 1], 1, 2)) == sympy.rootof(sympy.Symbol("x") ** 3 - 2, 0)
    assert to_sympy(size_letter("n")).is_integer
    assert to_sympy(letter("a")) == sympy.Symbol("a", real=True)


def test_functions_of_matrices_take_entries():
    found = to_sympy(function(lambda x, u: x * norm_squared(u), x=None, u=(2, 1)))
    x, u, v = sympy.symbols("x u_1_1 u_2_1", real=True)
    assert found == sympy.Lambda((x, u, v), x * u**2 + x * v**2)


def test_variables_outside_of_their_function_are_symbols():
    x, y = sympy.symbols("x y", real=True)
    f = function(lambda x, y: x * y**2 - 1, x=None, y=None)
    found = family(lambda y, x: (x + 1, x / y), nonzero=lambda y, x: y)
    assert (to_sympy(f(*found.point)) - ((x + 1) * (x / y) ** 2 - 1)).expand() == 0


def test_comparisons():
    x = sympy.Symbol("x", real=True)
    assert to_sympy(X**2 >= 1) == (x**2 >= 1)
    assert to_sympy(X < "1/2") == (x < sympy.Rational(1, 2))
    assert to_sympy(scalar(1) == 2) == sympy.Eq(1, 2, evaluate=False)
    assert to_sympy(matrix([[X, 1]]) >= 0) == (x >= 0)
    assert to_sympy(matrix([[1, 2]]) == matrix([[1, 3]])) == sympy.false


@pytest.mark.parametrize(
    "thing",
    [
        LETTER_SIZE,
        trace(LETTER_SIZE),
        ones(SIZE.dimension, SIZE.dimension),
        SIZE.columns("p"),
        generic("G", SIZE.dimension, SIZE.dimension),
        function(lambda u: norm_squared(u), u=(SIZE.dimension, SIZE.dimension)),
        copositive([[1]]),
        norm_squared(operator_with_form([(identity(2), identity(2))])(identity(2))),
        operator_with_form([(identity(2), identity(2))]).gram(identity(2)),
        low_rank_update([(identity(2), identity(2))]),
    ],
    ids=repr,
)
def test_what_sympy_has_no_counterpart_for(thing):
    with pytest.raises(InputError, match="no counterpart in sympy"):
        to_sympy(thing)
