"""`exactcheck list` and `exactcheck show`: what is known, without deciding anything."""

import pytest

from tests.claims.papers import FALSE, PARTS, TRUE, write_paper


@pytest.fixture(autouse=True)
def own_paper(tmp_path):
    write_paper(tmp_path, TRUE, FALSE, PARTS)


def test_what_has_not_been_run_is_not_known(run, tmp_path):
    ended = run("list", "./mine")
    assert ended.status == 0
    assert "5 claims: 5 not run" in ended.out
    assert not (tmp_path / ".exactcheck").exists()
    shown = run("show", "./mine/square")
    assert shown.status == 0
    assert "not decided here yet (recorded: proved); run `exactcheck audit mine`" in " ".join(shown.out.split())


def test_what_was_audited_is_known(run):
    run("audit", "./mine/pair", "--jobs", "1")
    claims = run("list", "./mine", "--json").document["claims"]
    assert {claim["claim"]: claim["trust"] for claim in claims} == {
        "mine/square": "none",
        "mine/root-as-printed": "none",
        "mine/root": "none",
        "mine/pair/sum": "kernel",
        "mine/pair/double": "kernel",
    }
    shown = run("show", "./mine/pair")
    assert shown.out.count("verdict:     proved, scope instance, trust kernel") == 2
    assert run("show", "./mine/pair", "--json").document == run("list", "./mine/pair", "--json").document


def test_show_says_everything_about_a_claim(run):
    out = run("show", "./mine/root-as-printed").out
    for words in ("Root as printed", "section 2", "mine/root", "as printed", "a^2 > a", "repaired by: mine/root"):
        assert words in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show"], "show takes the name of a claim"),
        (["show", "./mine/sqare"], "did you mean mine/square"),
        (["list", "./nowhere"], "there is no such folder"),
        (["list", "./mine", "--jobs", "2"], "unrecognized arguments: --jobs 2"),
        (["list", "./mine", "--js"], "unrecognized arguments: --js"),
    ],
)
def test_what_cannot_be_shown_is_named(arguments, words, run):
    assert run(*arguments).said(3, words)
