"""Statements that are false at some sizes only, or about something that need not exist: no rule may settle them."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish

ONE_ROW = [
    {"letter": "n", "role": "size"},
    {"assume": [["letter", "n"], ">=", "1"]},
    {"assume": [["letter", "n"], "<=", "1"]},
    {"block": "p", "size": ["letter", "n"]},
]


def test_matrices_that_are_equal_for_one_row_are_not_refuted():
    statement = {"kind": "comparison", "left": ["identity", ["p"]], "relation": "=", "right": ["ones", ["p"], ["p"]]}
    with pytest.raises(Rejected, match="not refuted"):
        establish(Problem(ONE_ROW), statement, "refuted", {"entry": 0, "at": {"n": "1"}})
    with pytest.raises(Rejected):
        establish(Problem(ONE_ROW), statement, "proved", "expansion")


@pytest.mark.parametrize("verdict", ["proved", "refuted"])
def test_labels_of_entries_that_do_not_exist_are_not_refuted(verdict):
    body = ["inner", ["name", "X"], ["name", "X"]]
    labels = [[[0, 0, ["free", "free"]]]]
    statement = {
        "kind": "critical cone",
        "function": ["function", ["X"], body],
        "at": [["identity", ["p"]]],
        "bounds": [[None, None]],
        "labels": labels,
    }
    # at the zero matrix every label is "free", so that only the wrong labels are left to refute
    statement["at"] = [["*", "0", ["identity", ["p"]]]]
    if verdict == "proved":
        establish(Problem(ONE_ROW), statement, verdict, "first order")
        return
    statement["labels"] = [[[0, 0, ["free", "fixed"]]]]
    with pytest.raises(Rejected, match="not refuted"):
        establish(Problem(ONE_ROW), statement, verdict, "first order")


def test_the_value_of_a_form_is_no_square():
    # ||A(X)||^2 = ||X||^2 - 4 <E11, X>^2 is negative at E11: there is no such operator
    unit = ["matrix", 1, 1, [[0, 0, "1"]]]
    operator = ["quadratic form", [[["*", "-2", unit], unit]]]
    problem = Problem([{"define": "v", "as": ["apply", operator, unit]}])
    statement = {"kind": "comparison", "left": ["inner", ["name", "v"], ["name", "v"]], "relation": ">=", "right": "0"}
    with pytest.raises(Rejected, match="no norm"):
        establish(problem, statement, "proved", [{"squares": [["1", ["name", "v"]]]}])
    establish(problem, statement, "refuted", {"entry": 0, "at": {}})
