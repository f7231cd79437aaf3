"""Statements about sums of absolute values: what they contain, and points and constants that do not fit."""

import pytest
import sympy

from exactcheck import InputError, function, letter
from exactcheck.landscape import (
    directional_derivative,
    first_order_growth,
    infinity,
    l1_rank_one_loss,
    maximum,
    not_second_order_stationary,
    not_stationary,
    second_order_stationary,
    second_subderivative,
    stationary,
    sum_of_absolute_values,
)

F = l1_rank_one_loss([1, 2])
LINE = function(lambda x: x, x=None)
ABSOLUTE = sum_of_absolute_values(0, [LINE])
X, Y = sympy.symbols("x y")
CORNER = maximum([X, Y])


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        (stationary, "stationary"),
        (not_stationary, "not stationary"),
        (second_order_stationary, "second-order stationary"),
        (not_second_order_stationary, "not second-order stationary"),
    ],
)
def test_properties_of_a_point(statement, name):
    made = statement(F, (-1, "1/2"))
    assert (made.kind, made["property"], made["smooth"], made["pieces"]) == ("stationarity", name, F.smooth, F.pieces)
    assert [repr(x) for x in made["at"]] == ["-1", "1/2"]
    assert repr(made) == f"the point (-1, 1/2) of {F!r} is {name}"


@pytest.mark.parametrize("derivative", [directional_derivative, second_subderivative])
def test_derivatives_are_compared_with_numbers(derivative):
    d = derivative(F, (0, 0), (1, "1/2"))
    made = [d == 1, d <= "1/2", d < 0, d >= -1, d > 2]
    assert [s["relation"] for s in made] == ["=", "<=", "<", ">=", ">"]
    assert [repr(s["constant"]) for s in made] == ["1", "1/2", "0", "-1", "2"]
    kind = derivative.__name__.replace("_", " ")
    assert repr(made[0]) == f"the {kind} along (1, 1/2) at the point (0, 0) of {F!r} is = 1"


def test_infinity_is_for_second_subderivatives():
    made = second_subderivative(F, (0, 0), (1, 0)) == infinity
    assert made["constant"] == "infinity" and repr(made).endswith("is = infinity")
    with pytest.raises(InputError, match="constant: 'infinity' is not a rational number"):
        _ = directional_derivative(F, (0, 0), (1, 0)) == infinity


def test_growth():
    made = first_order_growth(ABSOLUTE, 0) >= 1
    assert (made.kind, made["relation"], repr(made["constant"])) == ("first-order growth", ">=", "1")
    assert repr(made) == "the largest c with df(w) >= c ||w||_1 for all w at the point (0) of (x) -> |x| is >= 1"
    assert (first_order_growth(ABSOLUTE, 0) == letter("a"))["relation"] == "="


def test_hints_are_no_part_of_a_statement():
    made = stationary(ABSOLUTE, 0, multipliers=["1/2"])
    assert [repr(z) for z in made.hints["multipliers"]] == ["1/2"]
    assert set(made.fields) == set(stationary(ABSOLUTE, 0).fields)
    assert [repr(x) for x in not_stationary(ABSOLUTE, 1, descent=-1).hints["direction"]] == ["-1"]
    assert [repr(x) for x in not_second_order_stationary(ABSOLUTE, 1, along=2).hints["direction"]] == ["2"]
    assert not stationary(ABSOLUTE, 0).hints and not not_stationary(ABSOLUTE, 0).hints


def test_smooth_functions_and_sympy_expressions_are_functions_too():
    assert stationary(LINE, 0)["smooth"] is LINE and stationary(LINE, 0)["pieces"] == ()
    made = directional_derivative(sympy.Abs(X) + sympy.Max(Y, 0), {Y: 1, X: 0}, {"x": 1, "y": "1/2"}) == 1
    assert repr(made) == (
        "the directional derivative along (1, 1/2) at the point (0, 1) of (x, y) -> |x| + max(0, y) is = 1"
    )


def test_the_multipliers_of_a_maximum_are_a_list():
    made = stationary(sum_of_absolute_values(X, [Y], maxima=[[X, Y, 0]]), (0, 0), multipliers=[1, ("1/2", 0, "1/2")])
    assert repr(made.hints["multipliers"]) == "(1, (1/2, 0, 1/2))"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: stationary("x", 0), "f: 'x' is no function with kinks; make one with sum_of_absolute_values"),
        (lambda: stationary(lambda x: x, 0), "f: .* is no function with kinks"),
        (lambda: stationary(F, (1,)), "2 variables at a point with 1 parts"),
        (lambda: stationary(F, 1), "at: a point has 2 parts"),
        (lambda: stationary(F, (0.5, 1)), "the float 0.5"),
        (lambda: stationary(ABSOLUTE, 0, multipliers=[1, 1]), "multipliers: 2 numbers for 1 pieces"),
        (lambda: stationary(ABSOLUTE, 0, multipliers=[0.5]), "multipliers: the float 0.5"),
        (lambda: stationary(ABSOLUTE, 0, multipliers=1), "multipliers: 1 numbers for 1 pieces"),
        (lambda: stationary(CORNER, (0, 0), multipliers=[1]), "multipliers: 1 where a list of 2 weights"),
        (lambda: stationary(CORNER, (0, 0), multipliers=[[1]]), r"multipliers: \[1\] where a list of 2 weights"),
        (lambda: stationary(CORNER, (0, 0), multipliers=[[0.5, "1/2"]]), "multipliers: the float 0.5"),
        (lambda: not_stationary(None, 0, descent=1), "f: None is no function with kinks"),
        (lambda: stationary(CORNER, {"x": 1}), "at: values of x where those of x, y were expected"),
        (lambda: stationary(CORNER, {"x": 1, "y": 0, "z": 2}), "at: values of x, y, z where those of x, y"),
        (lambda: stationary(CORNER, (1, 2, 3)), "2 variables at a point with 3 parts"),
        (lambda: directional_derivative(F, (0, 0), 1) == 0, "a point has 2 parts"),
        (lambda: directional_derivative(2, 0, 1) == 0, "f: 2 is no function with kinks"),
        (lambda: directional_derivative(CORNER, (0, 0), (1, 0, 0)) == 0, "2 variables at a point with 3 parts"),
        (lambda: second_subderivative(F, (0, 0), (1, 1)) >= 0.5, "constant: the float 0.5"),
        (lambda: first_order_growth(ABSOLUTE, 0) >= -1, "constant: -1 is negative"),
        (lambda: first_order_growth([LINE], 0) >= 1, "f: .* is no function with kinks"),
    ],
)
def test_what_does_not_fit(make, words):
    with pytest.raises(InputError, match=words):
        make()
