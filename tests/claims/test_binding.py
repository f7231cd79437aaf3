"""Certificates and their claims: what holds may still be about something else."""

import json
from contextlib import suppress

import pytest

from exactcheck.claims.binding import check_bound
from exactcheck.kernel import Rejected, canonical, check, digest
from tests.claims.papers import FALSE, LETTERS, PARTS, TRUE, audited, collected


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    """A paper, and the certificates of its claims."""
    found = collected(tmp_path_factory.mktemp("paper"), TRUE, FALSE, LETTERS, PARTS)
    results = audited(found, tmp_path_factory.mktemp("ledger"))
    return found, {name: result.document for name, result in results.items()}


def resealed(certificate):
    """The certificate as somebody would write it who knows how: verdict, scope and digest are recomputed."""
    with suppress(TypeError, KeyError):
        certificate["digest"] = digest(certificate["claim"], certificate["runs"])
    return canonical(certificate)


def test_every_certificate_is_bound_to_its_claim(paper):
    found, documents = paper
    for name, document in documents.items():
        assert check_bound(document, [found]) == check(document)
        assert check_bound(document, [found]).claim == f"mine/{name}"


def test_a_true_statement_about_something_easier_is_rejected(paper):
    found, documents = paper
    easier = json.loads(documents["square"])
    for run in easier["runs"]:
        for step in run["steps"]:
            step["statement"]["right"] = "0"
    document = resealed(easier)
    assert check(document).verdict == "proved"
    with pytest.raises(Rejected, match="run 1: the statements are not those of the claim at these parameters"):
        check_bound(document, [found])


def test_an_easier_problem_is_rejected(paper):
    found, documents = paper
    easier = json.loads(documents["mean"])
    for run in easier["runs"]:
        letters = [item["letter"] for item in run["problem"] if "letter" in item]
        if letters:
            run["problem"].append({"assume": [["letter", letters[0]], "<=", "2"]})
    document = resealed(easier)
    assert check(document).verdict == "proved"
    with pytest.raises(Rejected, match="run 2: the problem is not that of the claim"):
        check_bound(document, [found])


def test_a_certificate_of_some_of_the_statements_is_rejected(paper, tmp_path):
    both = collected(tmp_path, TRUE.replace("    yield", "    yield a + 1 > 0\n    yield"))
    (document,) = (result.document for result in audited(both, tmp_path / "ledger").values())
    partial = json.loads(document)
    for run in partial["runs"]:
        del run["steps"][1:]
    assert check(resealed(partial)).verdict == "proved"
    with pytest.raises(Rejected, match="the statements are not those of the claim"):
        check_bound(resealed(partial), [both])


CHANGES = {
    "another claim": (lambda c: c.update(claim="mine/root"), "parameters|statements|problem"),
    "no claim": (lambda c: c.update(claim="mine/circle"), "'mine/circle', which is not known here; --paper names"),
    "a claim that is no name": (lambda c: c.update(claim=["mine"]), "which is not known here"),
    "other parameters": (lambda c: c["runs"][0]["parameters"].update(a="7"), "problem|statements"),
    "outside the domain": (
        lambda c: c["runs"][0]["parameters"].update(a="-1"),
        "says nothing about these parameters: a",
    ),
    "a float": (lambda c: c["runs"][0]["parameters"].update(a=["1"]), "says nothing about these parameters: a"),
    "not in lowest terms": (lambda c: c["runs"][0]["parameters"].update(a="2/4"), "not written as the claim writes"),
    "no parameters": (lambda c: c["runs"][0].update(parameters={}), "the parameters of mine/square are a"),
    "no runs": (lambda c: c.update(runs={}), "without runs"),
    "no run": (lambda c: c.update(runs=[]), "without runs"),
    "a run that is none": (lambda c: c.update(runs=[7]), "the parameters of mine/square are a"),
    "no steps": (lambda c: c["runs"][0].update(steps=[]), "a run without steps"),
    "a newer format": (
        lambda c: c.update(format="exactcheck-certificate/2"),
        "this checker reads exactcheck-certificate/1",
    ),
    "another verdict": (lambda c: c.update(verdict="refuted"), "the runs establish proved"),
    "a wider scope": (lambda c: c.update(scope="general"), "the runs establish proved, scope instance"),
}


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_what_is_changed_is_rejected(name, paper):
    found, documents = paper
    change, words = CHANGES[name]
    certificate = json.loads(documents["square"])
    change(certificate)
    with pytest.raises(Rejected, match=words):
        check_bound(resealed(certificate), [found])


@pytest.mark.parametrize("document", ["", "{", "[]", "7", "null", '{"claim": 1}', "\0", '{"a": 0.5}', '{"a": NaN}'])
def test_what_is_no_certificate_is_rejected(document, paper):
    with pytest.raises(Rejected):
        check_bound(document, [paper[0]])


def test_a_claim_that_fails_at_these_parameters_rejects_the_certificate(tmp_path):
    failing = TRUE.replace("    yield", "    1 / (3 if a is None else 0) if repr(a) == '5' else None\n    yield")
    found = collected(tmp_path, failing)
    certificate = json.loads(audited(found, tmp_path / "ledger")["square"].document)
    certificate["runs"][0]["parameters"] = {"a": "5"}
    with pytest.raises(Rejected, match=r"says nothing about these parameters.*ZeroDivisionError"):
        check_bound(resealed(certificate), [found])
