"""Problems: every name means one thing, and what is written down is what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import InputError, function, matrix, norm_squared, point, scalar, sqrt
from exactcheck.exact.evaluation import Evaluator
from exactcheck.exact.expression import letter
from exactcheck.exact.problem import Problem, distinct
from exactcheck.exact.roots import real_root
from exactcheck.kernel.problem import Problem as KernelProblem
from exactcheck.landscape import rip_constant
from exactcheck.landscape.operators import measurements
from tests.exact.trees import plain

X = point("x")


def read_by_the_kernel(expression):
    """The value that the kernel reads from the written form of an expression without letters."""
    problem = Problem()
    written = problem.write(expression)
    return KernelProblem(problem.declarations).scalar(written)


def by_the_engine(expression):
    """The value over FLINT."""
    problem = Problem()
    problem.write(expression)
    return plain(Evaluator(problem.letters, problem.name_of).number(expression))


def test_letters_of_one_name_are_told_apart_by_a_number():
    problem = Problem()
    written = problem.write([letter("x"), letter("x"), letter("x_2"), X, X])
    assert written == [["letter", name] for name in ("x", "x_2", "x_2_2", "x_3", "x_3")]
    assert [declaration["letter"] for declaration in problem.declarations] == ["x", "x_2", "x_2_2", "x_3"]


def test_roots_of_one_definition_are_one_letter():
    problem = Problem()
    assert problem.write(sqrt(X, "a") + sqrt(X, "b")) == ["+", ["letter", "a"], ["letter", "a"]]
    assert problem.write(sqrt(X + 1, "a")) == ["letter", "a_2"]
    root = [real_root([-2, 0, 0, 1], 1, 2, name) for name in "pq"]
    assert problem.write(root) == [["letter", "p"], ["letter", "p"]]


def test_a_definition_is_written_once():
    problem, m = Problem(), matrix([[1, 2]]).named("M")
    assert problem.write([m, m]) == [["name", "M"]] * 2
    assert problem.write(matrix([[3]]).named("M")) == ["name", "M_2"]
    assert [declaration["define"] for declaration in problem.declarations] == ["M", "M_2"]
    assert problem.definitions()["M"] is m


FIVE = (scalar(2) + scalar(3)).named("c")
TWICE = function(lambda c: 2 * c, c=None)


@pytest.mark.parametrize(
    "make",
    [
        lambda: function(lambda c: 10 * c + FIVE, c=None)(7),
        lambda: FIVE + function(lambda c: 10 * c + FIVE, c=None)(7),
        lambda: function(lambda c, c_2: 10 * c + FIVE + 100 * c_2, c=None, c_2=None)(7, 8),
        lambda: function(lambda c: 10 * c + FIVE, c=None).named("c")(7),
        lambda: function(lambda c: 10 * c + function(lambda y: FIVE * y, y=None)(c), c=None)(7),
        lambda: function(lambda c: TWICE.named("g")(c) + TWICE(FIVE) + 3 * c, c=None)(7),
        lambda: function(lambda c: c * (FIVE * 2).named("d"), c=None)(7),
        lambda: function(lambda c: c * sqrt(FIVE * FIVE, "s") ** 2, c=None)(7),
        lambda: function(lambda c: c + 10 * function(lambda c: c**2, c=None)(3), c=None)(7),
        lambda: function(lambda c: norm_squared(matrix([[c, FIVE]])), c=None).derivative((7,), (1,)),
    ],
)
def test_a_variable_is_never_mistaken_for_a_definition(make):
    assert read_by_the_kernel(make()) == by_the_engine(make())


@given(st.lists(st.sampled_from(["c", "c_2", "c_3", "d"]), unique=True), st.sets(st.sampled_from(["c", "c_2", "e"])))
def test_new_names_are_different(variables, taken):
    found = distinct(variables, taken)
    assert list(found) == variables
    assert len(set(found.values())) == len(variables) and not taken & set(found.values())


@pytest.mark.parametrize("inside", [lambda x: (x + 1).named("c"), lambda x: sqrt(x + 1)])
def test_a_variable_does_not_leave_its_function(inside):
    with pytest.raises(InputError, match="the variable x outside of its function"):
        read_by_the_kernel(function(lambda x: inside(x) * 2, x=None)(3))


@pytest.mark.parametrize(
    "statement", [matrix([[X]]) == 0, matrix([[X]]) >= 0, rip_constant(measurements([[[1]]]), rank=1) <= 1], ids=repr
)
def test_only_comparisons_of_scalars_are_assumed(statement):
    with pytest.raises(InputError, match="cannot be assumed"):
        Problem().assume(statement)


def test_assumptions_and_hints_are_declared():
    problem = Problem()
    problem.assume(X >= "1/2")
    assert problem.declarations == [
        {"letter": "x", "role": "point"},
        {"assume": [["letter", "x"], ">=", "1/2"]},
    ]
    constant = rip_constant(measurements([[[1]]]), rank=1, witness=(matrix([[point("w")]]), matrix([[1]])))
    assert problem.state(constant == 0)["relation"] == "="
    assert list(problem.letters) == ["x", "w"]


def test_numbers_are_written_in_lowest_terms():
    assert Problem().write([scalar("6/4"), scalar("-3")]) == ["3/2", "-3"]
