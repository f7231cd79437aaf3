"""Names of variables: a sentence about a statement reads as the statement is meant, or the statement is rejected."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.speech import formula
from exactcheck.kernel.statements import establish

X, Y = ["name", "x"], ["name", "y"]
PLUS_ONE = ["polynomial", [["1", {"x": 1}], ["1", {}]]]


def of(body, *variables):
    """A function."""
    return ["function", list(variables), body]


@pytest.mark.parametrize(
    "statement",
    [
        {"kind": "implication", "conditions": [[of(X, "x", "y"), ">="]], "conclusions": [[of(Y, "y", "x"), ">="]]},
        {"kind": "empty set", "conditions": [[of(X, "x", "y"), ">"], [of(["-", Y], "y", "x"), ">"]]},
        {"kind": "real solutions", "equations": [of(X, "x", "y"), of(Y, "y", "x")], "components": []},
        {"kind": "empty set", "conditions": [[["name", "f"], ">"], [of(X, "x"), ">"]]},
    ],
    ids=lambda statement: statement["kind"],
)
def test_functions_that_call_their_variables_differently(statement):
    problem = Problem([{"define": "f", "as": of(Y, "y")}])
    with pytest.raises(Rejected, match="call their variables differently"):
        establish(problem, statement, "proved", None)


@pytest.mark.parametrize("word", ["point", 5, None])
def test_a_name_that_is_no_function_has_no_variables(word):
    statement = {"kind": "empty set", "conditions": [[of(X, "x"), "="], [["name", word], "="]]}
    with pytest.raises(Rejected):
        establish(Problem([{"define": "point", "as": "1"}]), statement, "proved", None)


def test_an_outcome_has_variables_of_its_own():
    statement = {
        "kind": "subgradient steps",
        "smooth": of(["^", X, 2], "x"),
        "pieces": [],
        "region": [[of(X, "x"), ">="]],
        "largest": "1/2",
        "outcome": [[of(["name", "z"], "a", "x", "z"), ">="]],
        "property": "always",
    }
    with pytest.raises(Rejected) as reason:
        establish(Problem([]), statement, "proved", None)
    assert "variables" not in str(reason.value)


LETTER = [{"letter": "x", "role": "point"}, {"assume": [["letter", "x"], ">", "0"]}]
MEANT_TWICE = of(["letter", "x"], "x")


@pytest.mark.parametrize(
    "statement",
    [
        {"kind": "sum of squares", "function": MEANT_TWICE},
        {"kind": "empty set", "conditions": [[of(["value", MEANT_TWICE, ["1"]], "y"), ">"]]},
        {
            "kind": "real solutions",
            "equations": [of(Y, "y")],
            "components": [{"letters": ["x"], "where": [], "point": [["letter", "x"]]}],
        },
    ],
    ids=lambda statement: statement["kind"],
)
def test_a_variable_with_the_name_of_a_letter(statement):
    with pytest.raises(Rejected, match="names of variables and of letters"):
        establish(Problem(LETTER), statement, "proved", None)
    with pytest.raises(Rejected, match="names of variables and of letters"):
        Problem([*LETTER, {"define": "f", "as": MEANT_TWICE}])


def test_the_same_name_elsewhere_is_no_matter():
    Problem(
        [*LETTER, {"define": "f", "as": of(X, "x")}, {"define": "c", "as": ["value", ["name", "f"], [["letter", "x"]]]}]
    )


@pytest.mark.parametrize("variables", ["x", [["x"]], None])
def test_variables_that_are_no_names(variables):
    with pytest.raises(Rejected):
        Problem([{"define": "f", "as": ["function", variables, ["letter", "x"]]}])
    statement = {"kind": "sum of squares", "function": ["function", variables, "1"]}
    with pytest.raises(Rejected):
        establish(Problem([]), statement, "proved", {"point": [], "squares": []})


def test_a_polynomial_as_a_factor_is_in_parentheses():
    assert formula(["*", "2", PLUS_ONE]) == "2 (x + 1)"
    assert formula(["-", PLUS_ONE]) == "(-(x + 1))"
    assert formula(["*", "2", ["polynomial", [["3", {"x": 1}]]]]) == "2 3 x"
