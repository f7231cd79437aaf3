"""Values, gradients and Hessians against sympy's, and against the kernel's from the written form."""

from fractions import Fraction

import pytest
import sympy
from flint import fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from exactcheck import determinant, function, identity, inner, matrix, norm_squared, ones, point, scalar, trace, vec
from exactcheck.exact.evaluation import Evaluator, Unevaluated, gradient_and_hessian
from exactcheck.exact.matrices import generic
from exactcheck.exact.partition import Partition, size_letter
from exactcheck.exact.problem import Problem
from exactcheck.kernel.problem import Problem as KernelProblem
from exactcheck.landscape import low_rank_update, measurements, operator_with_form
from tests.exact.trees import (
    NAMES,
    SYMBOLS,
    as_rows,
    evaluated,
    evaluator,
    function_of,
    in_sympy,
    matrices,
    plain,
    points,
    trees,
)

SIZE = Partition(p=size_letter("n"), q=2)
X = point("x")


def at(expression, values):
    """A sympy expression at a point, as a Fraction."""
    found = sympy.Rational(expression.subs({SYMBOLS[name]: sympy.Rational(v) for name, v in values.items()}))
    return Fraction(int(found.p), int(found.q))


@given(trees, points)
def test_gradients_and_hessians(tree, values):
    f, symbols = in_sympy(tree), [SYMBOLS[name] for name in NAMES]
    place = [fmpq(v.numerator, v.denominator) for v in values.values()]
    jet = gradient_and_hessian(evaluator(), function_of(tree), place)
    zero = fmpq(0)
    assert plain(jet.value) == at(f, values)
    assert [plain(jet.gradient.get(i, zero)) for i in range(3)] == [at(f.diff(x), values) for x in symbols]
    hessian = [[plain(jet.hessian.get(i, {}).get(j, zero)) for j in range(3)] for i in range(3)]
    assert hessian == [[at(f.diff(x, y), values) for y in symbols] for x in symbols]


@given(trees, points, points, points)
def test_derivatives_along_directions(tree, values, first, second):
    f, t, s = in_sympy(tree), *sympy.symbols("t s")
    x = {
        SYMBOLS[n]: sympy.Rational(values[n]) + t * sympy.Rational(first[n]) + s * sympy.Rational(second[n])
        for n in NAMES
    }
    moved = sympy.expand(f.subs(x, simultaneous=True))
    g, place = function_of(tree), list(values.values())
    once, twice = (
        g.derivative(place, list(first.values())),
        g.derivative(place, list(first.values()), list(second.values())),
    )
    assert evaluated(once) == moved.diff(t).subs({t: 0, s: 0})
    assert evaluated(twice) == moved.diff(t, s).subs({t: 0, s: 0})


def product(left, right):
    """The inner product of two sympy matrices."""
    return (left.T * right).trace()


@given(matrices(2, 2), matrices(2, 2), matrices(2, 2))
def test_operators(u, v, x):
    left, right, place = (sympy.Matrix(rows) for rows in (u, v, x))
    a, b, c = map(matrix, (u, v, x))
    update, measured, form = low_rank_update([(a, b), (b, b)]), measurements([u, v]), operator_with_form([(a, b)])
    numbers = [product(left, place), product(right, place)]
    image = place + numbers[1] * (left + right)
    assert evaluated(update(c)) == as_rows(image)
    assert evaluated(update.gram(c)) == as_rows(image + product(left, image) * right + product(right, image) * right)
    images = numbers[0] * product(left, left) + numbers[1] * product(right, left)
    assert evaluated(inner(measured(c), measured(a))) == images
    assert evaluated(measured.gram(c)) == as_rows(numbers[0] * left + numbers[1] * right)
    polar = place + numbers[0] * right + numbers[1] * left
    assert evaluated(form.gram(c)) == as_rows(polar)
    assert evaluated(norm_squared(form(c))) == product(polar, place)


@settings(max_examples=25)
@given(matrices(2, 1), matrices(2, 1), matrices(2, 2))
def test_functions_of_matrices(place, along, m):
    u, d, truth = sympy.Matrix(place), sympy.Matrix(along), sympy.Matrix(m)
    t = sympy.Symbol("t")
    f = function(lambda x: norm_squared(x @ x.T - matrix(m)) + 3 * trace(matrix(m) @ x @ x.T), x=(2, 1))

    def value(x):
        error = x * x.T - truth
        return sympy.expand(product(error, error) + 3 * (truth * x * x.T).trace())

    assert evaluated(f(place)) == value(u)
    assert evaluated(f.derivative((place,), (along,))) == value(u + t * d).diff(t).subs(t, 0)
    assert evaluated(f.derivative((place,), (along,), (along,))) == value(u + t * d).diff(t, 2).subs(t, 0)


def test_entries_that_vary_and_entries_that_do_not():
    f = function(lambda x: norm_squared(matrix([[x, 1], [2, x]])), x=None)
    assert plain(gradient_and_hessian(evaluator(), f, [fmpq(3)]).gradient[0]) == 12
    g = function(lambda x: norm_squared(matrix([[1, x], [x, 2]])), x=None)
    assert evaluated(g.derivative((3,), (1,))) == 12
    assert evaluated(function(lambda x: scalar(5), x=None).derivative((3,), (1,))) == 0


LETTERS = [X, point("y"), size_letter("n")]


@given(trees, matrices(2, 2))
def test_the_kernel_computes_the_same_from_the_written_form(tree, rows):
    f = function_of(tree).named("f")
    m = (LETTERS[0] * matrix(rows) + LETTERS[1] * ones(2, 2)).named("m")
    formula = f(*LETTERS) + inner(vec(m), vec(m)) + trace(m @ m.T) + f.derivative(LETTERS, (X, 1, 0))
    problem = Problem()
    written = problem.write(formula)
    engine, kernel = Evaluator(problem.letters, problem.name_of), KernelProblem(problem.declarations)
    value = engine.ring.write(engine.number(formula))
    assert not kernel.setting.normal(kernel.scalar(written) - kernel.scalar(value))


def test_a_size_that_is_a_letter():
    n = size_letter("n")
    blocks = Partition(p=n, q=2)
    one, full = identity(blocks.dimension), ones(blocks.dimension, blocks.dimension)
    columns, others = blocks.columns("q", "p"), Partition(r=n).dimension
    for expression, expected in [
        (inner(one, one), n + 2),
        (inner(full, one), n + 2),
        (norm_squared(full @ full), (n + 2) ** 4),
        (norm_squared(columns), n + 2),
        (norm_squared(full @ columns), (n + 2) ** 2),
        (norm_squared(ones(blocks.dimension, others) @ ones(others, (blocks.blocks["q"],))), 2 * n**2 * (n + 2)),
    ]:
        ring = evaluator(expression, expected)
        assert ring.ring.normal(ring.number(expression) - ring.number(expected)) == 0


CUBE = function(lambda x: x**3, x=None)


@pytest.mark.parametrize(
    "expression",
    [
        trace(generic("G", SIZE.dimension, SIZE.dimension)),
        trace(identity(SIZE.dimension)),
        determinant(matrix([[X]])),
        function(lambda x: 1 / x, x=None).derivative((2,), (1,)),
        function(lambda x: CUBE.derivative((x,), (1,)), x=None).derivative((2,), (1,)),
        function(lambda x: CUBE.derivative((1,), (x,)), x=None).derivative((2,), (1,)),
        CUBE.derivative((1,), (1,), (1,), (1,)),
    ],
    ids=repr,
)
def test_what_has_no_value_says_so(expression):
    with pytest.raises(Unevaluated):
        evaluator(expression).number(expression)


def test_a_matrix_of_letter_size_is_no_matrix_of_numbers():
    whole = identity(SIZE.dimension)
    with pytest.raises(Unevaluated):
        evaluator(whole).matrix(whole)


@given(st.integers(0, 4), st.integers(0, 4))
def test_powers_of_derivatives_outside_of_functions(p, q):
    slope = CUBE.derivative((p,), (q,))
    assert evaluated(slope**2) == (3 * p**2 * q) ** 2
