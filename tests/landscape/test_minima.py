"""Statements about points: what they contain, and points and bounds that do not fit."""

import pytest

from exactcheck import InputError, function, inner, matrix, point
from exactcheck.exact.matrices import vec
from exactcheck.exact.statement import Statement
from exactcheck.landscape import (
    critical_cone,
    curvature,
    first_order_critical_point,
    l1_rank_one_loss,
    local_minimum,
    not_a_local_minimum,
    second_order_critical_point,
    strict_local_minimum,
    value,
)
from tests.exact.trees import evaluated

SCALAR = function(lambda x: x**2, x=None)
MATRIX = function(lambda u: inner(u, u), u=(2, 1))
BOTH = function(lambda x, u: x**2 + inner(u, u), x=None, u=(2, 1))
COLUMN = matrix([[1], [2]])


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        (strict_local_minimum, "strict local minimum"),
        (local_minimum, "local minimum"),
        (not_a_local_minimum, "not a local minimum"),
        (first_order_critical_point, "first-order critical point"),
        (second_order_critical_point, "second-order critical point"),
    ],
)
def test_properties_of_a_point(statement, name):
    made = statement(BOTH, at=(1, COLUMN), lower_bounds=(0, None), upper_bounds=2)
    assert (made.kind, made["property"]) == ("minimum", name)
    assert made["function"] is BOTH
    assert [[repr(end) for end in pair] for pair in made["bounds"]] == [["0", "2"], ["None", "2"]]


def test_a_point_of_one_variable_needs_no_tuple():
    for at in (COLUMN, [[1], [2]], (COLUMN,)):
        assert evaluated(value(MATRIX, at=at)) == 5
    for at in (3, "3", (3,)):
        assert evaluated(value(SCALAR, at=at)) == 9
    assert evaluated(value(BOTH, at=["1/2", COLUMN])) == 5 + evaluated(value(SCALAR, at="1/2"))


def test_curvature_and_cone():
    made = curvature(BOTH, at=(0, COLUMN), lower_bounds=0, witnesses=[(1, [[0], [0]])]) == 2
    assert (made.kind, made["relation"], repr(made["constant"])) == ("curvature", "=", "2")
    ((first, second),) = made.hints["witnesses"]
    assert (repr(first), repr(second)) == ("1", "[[0], [0]]")
    cone = critical_cone(SCALAR, at=0, labels=["free"])
    assert (cone.kind, cone["labels"]) == ("critical cone", ["free"])


def test_a_curvature_is_compared_from_below():
    with pytest.raises(TypeError):
        _ = curvature(SCALAR, at=0) <= 1
    with pytest.raises(TypeError):
        _ = curvature(SCALAR, at=0) < 1


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: curvature(SCALAR, at=0) >= 0.5, "constant: the float 0.5"),
        (lambda: curvature(SCALAR, at=0, witnesses=[[[1]]]) == 2, "not a rational number"),
        (lambda: value(SCALAR, at=vec(COLUMN)), "not a rational number"),
    ],
)
def test_what_does_not_fit_is_named(make, words):
    with pytest.raises(InputError, match=words):
        make()


def test_letters_and_expressions_are_bounds_and_coordinates():
    x = point("x")
    made = local_minimum(SCALAR, at=x + 1, lower_bounds=x)
    assert isinstance(made, Statement)
    assert repr(made) == "the point x + 1 of (x) -> x^2 under x >= x is a local minimum"


@pytest.mark.parametrize("labels", ["free", ["loose"], ["free"], ["free", "free", "free"], ["free", 1.0], None])
def test_labels_of_a_cone_fit_the_function(labels):
    f = function(lambda x, y: x**2 + y**2, x=None, y=None)
    with pytest.raises(InputError, match="labels"):
        critical_cone(f, at=(0, 0), labels=labels)


def test_values_of_polynomials_of_sympy():
    from sympy.abc import x, y

    assert evaluated(value(x**2 - 3 * y, at=(5, 2))) == 19
    assert evaluated(value(x**2 - 3 * y, at=(5, 2), variables=[y, x])) == -11
    assert evaluated(value(x**3, at="1/2")) == evaluated(value(x**3 + 0 * y, ("1/2",), [x]))


@pytest.mark.parametrize("ask", [value, first_order_critical_point, second_order_critical_point])
def test_a_function_with_kinks_is_sent_elsewhere(ask):
    with pytest.raises(InputError, match="directional_derivative"):
        ask(l1_rank_one_loss([1, 1]), at=(1, 1))
