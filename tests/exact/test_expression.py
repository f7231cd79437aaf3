"""Expressions: arithmetic, the statements that comparisons make, and what cannot be written down."""

import operator
from fractions import Fraction

import pytest
import sympy
from hypothesis import given

from exactcheck import InputError, function, identity, inner, matrix, point, scalar
from exactcheck.exact.expression import letter, zero
from exactcheck.exact.partition import Partition, size_letter
from exactcheck.exact.statement import Statement
from exactcheck.landscape import measurements
from tests.exact.trees import computed, evaluated, function_of, numbers, plain, points, trees

X, Y = point("x"), point("y")
A = matrix([[1, 2], [3, 4]])
LETTER_SIZE = identity(Partition(p=size_letter("n"), q=2).dimension)
RELATIONS = {"=": operator.eq, "<=": operator.le, "<": operator.lt, ">=": operator.ge, ">": operator.gt}


@given(numbers)
def test_numbers_are_computed_at_once(tree):
    assert plain(computed(tree, {}, scalar).value) == computed(tree, {})


@given(trees, points)
def test_a_function_at_a_point_is_its_formula(tree, at):
    assert evaluated(function_of(tree)(*at.values())) == computed(tree, at)


def test_numbers_stand_on_both_sides_of_an_operation():
    f = function(lambda x: (1 + x) * 2 - (3 - x) / 4 - Fraction(1, 2) * x + "1/3", x=None)
    assert evaluated(f(2)) == 6 - Fraction(1, 4) - 1 + Fraction(1, 3)
    assert evaluated(6 / scalar(4) - X * 0) == Fraction(3, 2)


@pytest.mark.parametrize(
    ("made", "same"),
    [
        (X + 0, X),
        (0 + X, X),
        (X - 0, X),
        (X * 1, X),
        (1 * X, X),
        (X / 1, X),
        (X**1, X),
        (X * 0, scalar(0)),
        (0 / X, scalar(0)),
    ],
)
def test_neutral_numbers_leave_no_trace(made, same):
    assert repr(made) == repr(same)


@pytest.mark.parametrize("relation", sorted(RELATIONS))
def test_a_comparison_is_a_statement(relation):
    compare = RELATIONS[relation]
    for left, right in ((X, 1), (A, identity(2)), (A, 0)):
        statement = compare(left, right)
        assert isinstance(statement, Statement)
        assert (statement.kind, statement["relation"]) == ("comparison", relation)
        assert statement["left"] is left


def test_a_number_on_the_left_turns_the_relation():
    assert repr(operator.le(1, X)) == "x >= 1"
    assert repr(operator.eq(1, X)) == "x = 1"


@pytest.mark.parametrize("thing", [X, scalar(1), A, X >= 0, A == A, measurements([A]), function(lambda x: x, x=None)])
def test_nothing_has_a_truth_value(thing):
    with pytest.raises(TypeError, match="no truth value"):
        bool(thing)


def test_a_chain_of_comparisons_is_refused():
    with pytest.raises(TypeError, match="write a chain such as"):
        _ = 1 >= X >= 0


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: X + 0.5, "float 0.5"),
        (lambda: X >= 0.5, 'give "1/2"'),
        (lambda: X * "0.5", 'write "1/2"'),
        (lambda: X == "half", "not a rational number"),
        (lambda: X == None, "cannot be compared with a scalar"),  # noqa: E711
        (lambda: X + True, "truth value"),
        (lambda: X**0.5, "exponent: 0.5"),
        (lambda: X ** Fraction(1, 2), "exponent"),
        (lambda: X**True, "exponent: True"),
        (lambda: X / 0, "division by zero"),
        (lambda: scalar(0) ** -1, "division by zero"),
        (lambda: scalar(sympy.Matrix([1])), "not a number"),
        (lambda: scalar(sympy.true), "not a number"),
        (lambda: scalar(A), "not a rational number"),
        (lambda: A + identity(3), "a sum of a 2 x 2 and a 3 x 3 matrix"),
        (lambda: A + 1, "a sum of a matrix and 1"),
        (lambda: A - 1, "a sum of a matrix and -1"),
        (lambda: A @ identity(3), "2 columns and one with 3 rows"),
        (lambda: A @ 3, "3 is not a matrix"),
        (lambda: operator.eq(A, identity(3)), "a comparison of a 2 x 2 and a 3 x 3"),
        (lambda: A >= 1, "1 cannot be compared with a matrix"),
        (lambda: operator.eq(A, sympy.eye(2)), "not a number"),
        (lambda: A == None, "None cannot be compared with a matrix"),  # noqa: E711
        (lambda: A / "0", "division by zero"),
        (lambda: A * 0.5, "float 0.5"),
        (lambda: measurements([A])(identity(3)), "acts on 2 x 2 matrices, not on 3 x 3"),
        (lambda: measurements([A]).gram([[1]]), "is not a matrix"),
        (lambda: letter("x", "role"), "role: 'role' is not one of parameter, point, size"),
        (lambda: letter("x y"), "name: 'x y'"),
        (lambda: letter("_x"), "name: '_x'"),
        (lambda: letter(3), "name: 3"),
        (lambda: X.named("2x"), "name: '2x'"),
        (lambda: A.named(""), "name: ''"),
    ],
)
def test_what_cannot_be_written_down(make, words):
    with pytest.raises(InputError, match=words):
        make()


@pytest.mark.parametrize("make", [lambda: A * A, lambda: 1 + A, lambda: X + A, lambda: A**2, lambda: X / A])
def test_what_python_has_no_operation_for(make):
    with pytest.raises(TypeError):
        make()


SQUARES = function(lambda x, u: x**2 + inner(u, u), x=None, u=(2, 1))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: SQUARES(1), "2 variables at a point with 1 parts"),
        (lambda: SQUARES(1, [[1, 2]]), "a 2 x 1 and a 1 x 2 matrix"),
        (lambda: SQUARES(A, [[1], [2]]), "not a rational number"),
        (lambda: SQUARES(1, [[1], [0.5]]), r"entry \(2, 1\)"),
        (lambda: SQUARES(1, "12"), "list of rows"),
        (lambda: SQUARES.derivative((1, [[1], [2]])), "needs a direction"),
        (lambda: SQUARES.derivative((1, [[1], [2]]), (1,)), "point with 1 parts"),
        (lambda: function(lambda x: matrix([[x]]), x=None), "body"),
        (lambda: function(lambda x: 0.5, x=None), "body: the float 0.5"),
        (lambda: function(lambda x: function(lambda y: x * y, y=None)(1), x=None), "x belongs to another function"),
        (lambda: function(lambda a: function(lambda b: a * b, x=None)(3), x=None), "x belongs to another function"),
    ],
)
def test_what_is_no_function_or_no_point(make, words):
    with pytest.raises(InputError, match=words):
        make()


def test_zero_of_every_size():
    assert evaluated(zero(2, 1)) == [[0], [0]]
    assert repr(LETTER_SIZE == 0) == "I_p+q = 0 ones(p+q, p+q)"


def test_a_name_changes_only_the_name():
    named = (X + Y).named("total")
    assert repr(named) == "x + y"
    assert repr(2 * named) == "2 total"
    assert A.named("A").shape == (2, 2)
    assert named is not X + Y
