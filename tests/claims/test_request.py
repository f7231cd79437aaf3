"""What is asked of parameters."""

from fractions import Fraction

import pytest

from exactcheck import InputError
from exactcheck.claims.request import Constraint, Request, constraint_of, read_constraint, request_of
from exactcheck.claims.small_rationals import Range


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("n=3", ("n", "=", "3")),
        (" alpha = 1/2 ", ("alpha", "=", "1/2")),
        ("delta<1/100", ("delta", "<", "1/100")),
        ("delta <= 1/100", ("delta", "<=", "1/100")),
        ("r_star>2", ("r_star", ">", "2")),
        ("x>=-1", ("x", ">=", "-1")),
    ],
)
def test_constraints_as_they_are_typed(text, parts):
    found = read_constraint(text)
    assert (found.name, found.relation, found.value) == parts
    assert str(found) == "{} {} {}".format(*parts)


@pytest.mark.parametrize("text", ["", "n", "n=", "=3", "<1", "1<n", "n 3", "delta<"])
def test_anything_else_is_refused(text):
    with pytest.raises(InputError, match=r"write NAME=VALUE.*'delta<1/100'"):
        read_constraint(text)


@pytest.mark.parametrize("text", ["n==3", "n=<3", "n!=3", "n<>3", "n:=3", "n~3"])
def test_a_relation_that_there_is_not(text):
    with pytest.raises(InputError, match=r"n: '.*' is none of the relations =, <, <=, >, >="):
        read_constraint(text)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("x=1/2", ["1/2"], ["1/3"]),
        ("x<1/2", ["1/3"], ["1/2", "2/3"]),
        ("x<=1/2", ["1/2"], ["2/3"]),
        ("x>1/2", ["2/3"], ["1/2", "1/3"]),
        ("x>=1/2", ["1/2", "100"], ["1/3"]),
        ("x>-1", ["1/100"], ["0", "-1/2"]),
        ("x>=0", ["1/100"], ["0"]),
        ("x=-1", [], ["-1"]),
    ],
)
def test_the_positive_numbers_that_satisfy_it(text, inside, outside):
    found = read_constraint(text).range
    assert all(Fraction(x) in found for x in inside)
    assert not any(Fraction(x) in found for x in outside)


@pytest.mark.parametrize("value", ["0.5", 0.5, "one", "1/0", True])
def test_a_value_that_is_no_rational_number(value):
    with pytest.raises(InputError, match="x: "):
        Constraint("x", "<", value).range  # noqa: B018 - it raises


def test_several_constraints_on_one_parameter():
    request = request_of({"delta": (">1/10", "<=1/5"), "n": 3, "alpha": "1/2"})
    assert request.values == {"n": 3, "alpha": "1/2"}
    assert [str(bound) for bound in request.bounds] == ["delta > 1/10", "delta <= 1/5"]
    assert request.range("delta") == Range(Fraction(1, 10), Fraction(1, 5), True, False)
    assert request.range("other") == Range()
    assert constraint_of("n", 3) == Constraint("n", "=", 3)


def test_two_values_of_one_parameter_contradict_each_other():
    with pytest.raises(InputError, match="n: it is given as 3 and 4"):
        Request((read_constraint("n=3"), read_constraint("n=4")))
    assert Request((read_constraint("n=3"), read_constraint("n=3"))).values == {"n": "3"}


def test_unknown_parameters_are_named():
    with pytest.raises(InputError, match="unknown parameter m, o; it takes n"):
        request_of({"o": 1, "n": 2, "m": "<3"}).require_known(["n"], "it")
