"""`exactcheck check`: certificates from a file."""

import json

import pytest

from exactcheck.kernel import check, digest
from tests.claims.papers import LETTERS, TRUE, write_paper


@pytest.fixture
def certificates(run, tmp_path):
    """Certificates of two claims of a paper of one's own."""
    folder = write_paper(tmp_path, TRUE, LETTERS)
    claims = run("audit", folder, "--jobs", "1", "--json").document["claims"]
    return {claim["claim"]: tmp_path / claim["certificate"] for claim in claims}


def test_what_holds_is_accepted_and_said_in_words(certificates, run):
    ended = run("check", *certificates.values(), "--paper", "./mine")
    assert ended.status == 0
    assert ended.out.count(": accepted") == 2
    assert "mine/mean: proved, scope parametric" in ended.out
    files = run("check", *certificates.values(), "--paper", "./mine", "--json").document["files"]
    assert [(file["accepted"], file["verdict"]) for file in files] == [(True, "proved")] * 2


def test_a_paper_of_one_s_own_has_to_be_named(certificates, run):
    ended = run("check", certificates["mine/square"])
    assert ended.status == 1
    assert "not known here; --paper names a folder" in ended.out
    assert run("check", certificates["mine/square"], "--paper", "./nowhere").said(3, "no paper here")


DAMAGES = {
    "empty": lambda text: "",
    "truncated": lambda text: text[: len(text) // 2],
    "last character": lambda text: text.rstrip()[:-1],
    "newer": lambda text: text.replace("exactcheck-certificate/1", "exactcheck-certificate/2"),
    "float": lambda text: text.replace('"a":"1/2"', '"a":0.5'),
    "list": lambda text: f"[{text}]",
    "text": lambda text: "this is no certificate",
    "bytes": lambda text: "\udcff" + text,
    "deep": lambda text: "[" * 100_000,
    "verdict": lambda text: text.replace('"verdict":"proved"', '"verdict":"refuted"'),
    "a step": lambda text: text.replace('"relation":">="', '"relation":">"', 1),
}


@pytest.mark.parametrize("name", sorted(DAMAGES))
def test_a_damaged_certificate_is_rejected_and_the_others_are_checked(name, certificates, run, tmp_path):
    text = certificates["mine/square"].read_text()
    damaged = tmp_path / "damaged.json"
    damaged.write_bytes(DAMAGES[name](text).encode(errors="surrogateescape"))
    assert damaged.read_bytes() != text.encode()
    ended = run("check", damaged, certificates["mine/mean"], "--paper", "./mine", "--json")
    assert ended.status == 1
    assert ended.err == ""
    first, second = ended.document["files"]
    assert not first["accepted"] and first["reason"] and "\n" not in first["reason"]
    assert second["accepted"]
    if name == "newer":
        assert "'exactcheck-certificate/2'; this checker reads exactcheck-certificate/1" in first["reason"]


def test_an_easier_problem_is_rejected_even_though_it_holds(certificates, run, tmp_path):
    easier = json.loads(certificates["mine/square"].read_text())
    for given in easier["runs"]:
        for step in given["steps"]:
            step["statement"]["right"] = "0"
    easier["digest"] = digest(easier["claim"], easier["runs"])
    (tmp_path / "easier.json").write_text(json.dumps(easier))
    assert check((tmp_path / "easier.json").read_text()).claim == "mine/square"
    ended = run("check", "easier.json", "--paper", "./mine")
    assert ended.status == 1
    assert "rejected: run 1: the statements are not those of the claim" in ended.out


def test_what_cannot_be_read_is_named_and_the_others_are_checked(certificates, run):
    files = ["nowhere.json", "mine", certificates["mine/mean"]]
    ended = run("check", *files, "--paper", "./mine")
    assert ended.status == 3
    assert ended.err.splitlines() == [
        f"exactcheck: {name}: it cannot be read; name a file that holds a certificate" for name in files[:2]
    ]
    assert ": accepted" in ended.out
    document = run("check", *files, "--paper", "./mine", "--json").document
    assert [file["accepted"] for file in document["files"]] == [False, False, True]


def test_a_rejection_weighs_more_than_a_missing_file(certificates, run, tmp_path):
    (tmp_path / "empty.json").touch()
    assert run("check", "empty.json", "nowhere.json").status == 1
