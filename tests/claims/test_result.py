"""Results: what follows from the outcomes of the runs, and how they read."""

import json

import pytest

from exactcheck import Positive, Real, assume
from exactcheck.claims.result import Result, outcome_from_json, outcome_to_json, results_document, written_parameters
from exactcheck.claims.run import build, decide_run
from exactcheck.kernel import check
from exactcheck.kernel.certificate import SCOPES
from tests.claims.papers import PAPER, claim_of


def square(a: Positive):
    """a^2 > a."""
    yield a**2 > a


def double(a: Positive, b: Positive):
    yield a + b > 0


def motzkin(x: Real, y: Real):
    assume(y > 0)
    yield x**120 * y**60 + x**60 * y**120 + 1 - 3 * x**60 * y**60 >= 0


def result(function, *runs, **about):
    """The result over these runs."""
    claim = claim_of(function, *runs, **about)
    return Result(claim, tuple(decide_run(build(claim, run)) for run in claim.runs))


CASES = [
    (square, [{"a": 2}], "proved", "instance", "kernel", "holds"),
    (square, [{"a": 2}, {"a": 1}], "refuted", "instance", "kernel", "false as stated"),
    (double, [{"a": 1, "b": 1}, {"a": 1}, {}], "proved", "parametric", "kernel", "holds"),
    (motzkin, [{}], "undecided", "instance", "none", ""),
    (motzkin, [{"x": 1, "y": 2}, {}], "proved", "instance", "kernel", "holds"),
]


@pytest.mark.parametrize(("function", "runs", "verdict", "scope", "trust", "finding"), CASES)
def test_a_result_follows_from_its_runs(function, runs, verdict, scope, trust, finding):
    found = result(function, *runs)
    assert (found.verdict, found.scope, found.trust, found.finding) == (verdict, scope, trust, finding)
    if found.certificate is not None:
        established = check(found.document)
        assert (established.verdict, established.scope) == (verdict, scope)
    assert (not found.reason) == all(outcome.verdict != "undecided" for outcome in found.outcomes)


@pytest.mark.parametrize(("function", "runs", "verdict", "scope"), [case[:4] for case in CASES])
def test_only_what_is_recorded_is_as_recorded(function, runs, verdict, scope):
    is_open = any(outcome.verdict == "undecided" for outcome in result(function, *runs).outcomes)
    for recorded in ("proved", "refuted"):
        for reach in SCOPES:
            found = result(function, *runs, verdict=recorded, scope=reach)
            same = recorded == verdict and (reach == scope or verdict == "refuted")
            assert found.as_recorded == (same and not is_open)


def test_a_result_has_no_truth_value():
    for function, runs in ((square, [{"a": 2}]), (motzkin, [{}])):
        with pytest.raises(TypeError, match=r"a result \(\w+\) has no truth value; compare its verdict"):
            bool(result(function, *runs))


def test_a_result_reads_well():
    found = result(square, {"a": 1}, part="i")
    assert repr(found) == "<mine/claim/i: refuted, scope instance, trust kernel, false as stated>"
    assert repr(result(motzkin)) == "<mine/claim: undecided, scope instance, trust none>"


@pytest.mark.parametrize(("function", "runs"), [case[:2] for case in CASES])
def test_a_result_is_latex_that_a_notebook_can_show(function, runs):
    found = result(function, *runs)
    latex = found._repr_latex_()
    assert latex.startswith("$") and latex.endswith("$") and "$" not in latex[1:-1]
    assert latex.count("{") == latex.count("}")
    assert latex.count(r"\begin{array}") == latex.count(r"\end{array}") == 1
    assert "_" not in latex.replace(r"\_", "") and "\n" not in latex
    for word in (found.claim.name, found.verdict, found.scope, found.finding):
        assert word in latex


@pytest.mark.parametrize(("function", "runs"), [case[:2] for case in CASES])
def test_the_document_of_results_is_json(function, runs):
    found = result(function, *runs, records=("mine/1",), reading="as printed")
    document = results_document([found])
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    (claim,) = document["claims"]
    assert claim["verdict"] == found.verdict
    assert claim["records"] == ["mine/1"]
    assert claim["recorded"] == {"verdict": "proved", "scope": "instance"}


def test_an_outcome_travels_as_text():
    for outcome in result(motzkin, {"x": 1, "y": 2}, {}).outcomes:
        assert outcome_from_json(outcome_to_json(outcome)) == outcome


@pytest.mark.parametrize(
    ("parameters", "words"),
    [({}, "as it stands"), ({"n": 3, "a": "1/2"}, "n=3, a=1/2"), ({"n": 3, "a": "a", "b": "b"}, "n=3, all a, b")],
)
def test_parameters_read_aloud(parameters, words):
    assert written_parameters(parameters) == words


def test_what_is_not_checkable_stays_so():
    from exactcheck import claim

    found = Result(claim.not_checkable(PAPER, "Remark", record=(), reason="it is an opinion"), ())
    assert (found.verdict, found.trust, found.finding) == ("not checkable", "none", "not checkable")
    assert found.as_recorded
    assert found.reason == "it is an opinion"
