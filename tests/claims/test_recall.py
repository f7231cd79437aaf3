"""Outcomes in the ledger that somebody has changed: none is believed beyond what the kernel derives again."""

import json
import math
import sqlite3

import pytest

from exactcheck.claims.audit import known_results
from exactcheck.claims.ledger import Ledger
from exactcheck.claims.recall import recalled
from exactcheck.claims.result import outcome_to_json
from exactcheck.claims.run import build, decide_run
from exactcheck.kernel import canonical
from tests.claims.papers import FALSE, LETTERS, TRUE, UNDECIDABLE, audited, collected


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The runs of a few claims with what the ledger keeps of them."""
    paper = collected(tmp_path_factory.mktemp("paper"), TRUE, FALSE, LETTERS, UNDECIDABLE)
    builds = [build(claim, values) for claim in paper.claims for values in claim.runs]
    return [(built, outcome_to_json(decide_run(built))) for built in builds]


def plain(outcome):
    """An outcome by its fields, without the time that it took."""
    return {**outcome.__dict__, "seconds": None}


def test_what_nobody_has_changed_is_recalled(kept):
    for built, text in kept:
        assert plain(recalled(built, text)) == {**json.loads(text), "seconds": None}
        assert recalled(built, text.encode()) == recalled(built, text)


@pytest.mark.parametrize(
    "text", ["", "garbage", "null", "[]", "7", "{}", '"proved"', b"\xff\xfe", None, 7, '{"verdict"']
)
def test_what_is_no_outcome_is_forgotten(text, kept):
    for built, _ in kept:
        assert recalled(built, text) is None


def changed(text, **fields):
    return json.dumps({**json.loads(text), **fields})


@pytest.mark.parametrize("verdict", ["proved", "refuted", "not checkable", "", None, True])
def test_a_verdict_without_a_certificate_is_forgotten(verdict, kept):
    for built, text in kept:
        assert recalled(built, changed(text, verdict=verdict, certificate=None)) is None


@pytest.mark.parametrize(
    "lie",
    [
        {"verdict": "proved"},
        {"verdict": "refuted"},
        {"verdict": "undecided"},
        {"scope": "general"},
        {"finding": "holds and the constant is sharp", "sharp": "1/2"},
        {"statements": [{"statement": "P = NP", "verdict": "proved", "reason": ""}]},
        {"parameters": {}},
    ],
)
def test_what_is_said_beside_a_certificate_counts_for_nothing(lie, kept):
    for built, text in kept:
        truth = json.loads(text)
        if truth["certificate"] is not None:
            assert plain(recalled(built, changed(text, **lie))) == {**truth, "seconds": None}


def test_an_undecided_run_stays_undecided_whatever_is_said(kept):
    built, text = next((built, text) for built, text in kept if json.loads(text)["verdict"] == "undecided")
    found = recalled(built, changed(text, scope="general", finding="holds", sharp="1"))
    assert (found.verdict, found.scope, found.finding, found.sharp) == ("undecided", "instance", "", None)


@pytest.mark.parametrize("seconds", [-1, math.nan, math.inf, "1", None, [1]])
def test_a_time_that_is_none_is_forgotten(seconds, kept):
    assert all(recalled(built, changed(text, seconds=seconds)) is None for built, text in kept)


def forgeries(certificate):
    """A certificate with each of its parts changed or left out."""
    for field in certificate:
        yield {key: value for key, value in certificate.items() if key != field}
        yield {**certificate, field: []}
        yield {**certificate, field: None}
    step = certificate["steps"][0]
    opposite = "refuted" if step["verdict"] == "proved" else "proved"
    for other in ({**step, "verdict": opposite}, {**step, "proof": None}, {**step, "proof": {"at": {}}}):
        yield {**certificate, "steps": [other]}
    yield {**certificate, "steps": [*certificate["steps"], step]}
    yield {**certificate, "parameters": {**certificate["parameters"], "a": "7"}}
    yield {**certificate, "witness": {"a": 0.5}}


def test_every_change_of_a_certificate_is_noticed(kept):
    for built, text in kept:
        truth = json.loads(text)
        for forged in forgeries(truth["certificate"]) if truth["certificate"] else ():
            if canonical(forged) != canonical(truth["certificate"]):
                assert recalled(built, changed(text, certificate=forged)) is None


def test_the_certificate_of_another_run_is_none_of_this_one(kept):
    certificates = [json.loads(text)["certificate"] for _, text in kept]
    for k, (built, text) in enumerate(kept):
        for other in certificates[:k] + certificates[k + 1 :]:
            if other is not None:
                assert recalled(built, changed(text, certificate=other)) is None


def test_a_forged_ledger_proves_nothing(tmp_path):
    paper = collected(tmp_path, FALSE)
    ledger = tmp_path / "ledger"
    honest = audited(paper, ledger)
    connection = sqlite3.connect(ledger / "ledger.sqlite")
    rows = [(key, json.loads(text)) for key, text in connection.execute("SELECT key, outcome FROM outcomes")]
    with connection:
        for key, outcome in rows:
            for step in outcome["certificate"]["steps"]:
                step["verdict"] = "proved"
            forged = json.dumps({**outcome, "verdict": "proved", "finding": "holds"})
            connection.execute("UPDATE outcomes SET outcome = ? WHERE key = ?", (forged, key))
    connection.close()
    known = known_results([paper], list(paper.claims), Ledger(ledger))
    assert "refuted" not in {result.verdict for result in known}
    assert len(known[0].outcomes) == 1
    assert [result.document for result in audited(paper, ledger).values()] == [r.document for r in honest.values()]
