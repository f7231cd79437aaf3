"""Results, and statements without a paper."""

import json

import pytest

from exactcheck import InputError, matrix, point, verify, verify_statements
from exactcheck.claims.counterexample import counterexample
from exactcheck.kernel import check
from exactcheck.landscape import copositive
from tests.kernel.cases import results

X = point("x")
INSTANCE = {"n": 3, "r": 1, "r_star": 1, "alpha": "1/2", "epsilon": "1/10"}


def test_a_result_reads_well():
    result = verify("zhang-2025/theorem-2/symmetric", **INSTANCE)
    assert repr(result) == "<zhang-2025/theorem-2/symmetric: proved, scope instance, trust kernel, holds>"
    assert "proved" in result._repr_latex_()
    document = result.to_json()
    assert json.loads(json.dumps(document)) == document
    assert check(result.document).verdict == "proved"


def test_nothing_has_a_truth_value():
    result = verify("zhang-2025/theorem-2/symmetric", **INSTANCE)
    for thing in (result, X >= 0, X, verify("zhang-2025/assumption-1", **INSTANCE)):
        with pytest.raises(TypeError):
            bool(thing)


def test_several_parts_are_refuted_if_one_is():
    found = verify("zhang-2025/assumption-1", **INSTANCE)
    assert found.verdict == "proved"
    assert len(list(found)) == 3


def test_sympy_gets_the_definitions():
    found = verify("zhang-2025/theorem-2/symmetric", **INSTANCE).to_sympy()
    assert found["U0"].shape == (3, 1)


def test_only_statements_can_be_decided():
    for bad in ((), (True,), (X,), ("x > 0",), (copositive(matrix([[1]])), 1)):
        with pytest.raises(InputError, match="statements"):
            verify_statements(*bad)


@pytest.mark.parametrize("bad", [{"n": 3}, {**INSTANCE, "n": 0.5}, {**INSTANCE, "n": 1}, {**INSTANCE, "beta": 1}])
def test_bad_parameters_raise(bad):
    with pytest.raises(InputError):
        verify("zhang-2025/theorem-2", **bad)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("comparison refuted", "x = 1, y = 1"),
        ("copositive refuted", "direction (2, 1)"),
        ("no strict minimum", "displacement (0, t, 0)"),
        ("curvature refuted", "direction (1, 1)"),
        ("larger curvature", "larger constant 9/16"),
        ("smaller isometry", "smaller constant 8/9"),
        ("isometry refuted", "matrix"),
    ],
)
def test_a_refutation_says_where(name, words):
    assert words in results()[name].outcomes[0].statements[-1]["reason"]


def test_what_speaks_for_itself_needs_no_words():
    assert counterexample("expansion") == ""
    assert counterexample({"at": {}, "entry": 0}) == ""
    assert "1/2 t^2" in counterexample({"arc": [["0", "1/2"], []]})
