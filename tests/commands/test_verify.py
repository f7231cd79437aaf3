"""`exactcheck verify`: one's own instance."""

import json

import pytest

from exactcheck.kernel import check
from tests.claims.papers import FALSE, LETTERS, PARTS, TRUE, UNDECIDABLE, write_paper


@pytest.fixture(autouse=True)
def own_paper(tmp_path):
    write_paper(tmp_path, TRUE, FALSE, LETTERS, PARTS, UNDECIDABLE)


@pytest.mark.parametrize(
    ("name", "values", "status", "words"),
    [
        ("mean", ["a=1", "b=1/2"], 0, "proved, scope instance, trust kernel"),
        ("mean", ["a=letter", "b=letter"], 0, "proved, scope parametric, trust kernel"),
        ("mean", ["a=1", "b=letter"], 0, "for a=1, all b"),
        ("root-as-printed", ["a=1/2"], 0, "refuted"),
        ("root-as-printed", ["a=3"], 0, "proved"),
        ("motzkin", ["x=letter", "y=letter"], 2, "undecided"),
        ("motzkin", ["x=1", "y=2"], 0, "proved"),
        ("pair", ["a=1", "b=2"], 0, "mine/pair/double"),
    ],
)
def test_an_instance_is_decided(name, values, status, words, run):
    ended = run("verify", f"./mine/{name}", *(f"-p{value}" for value in values))
    assert ended.status == status
    assert words in ended.out
    assert ended.err == ""


BAD = {
    "missing": ("mean", ["a=1"], "mine/mean: no value for b (a positive number)", '"letter"'),
    "missing all": ("mean", [], "no value for a", "b (a positive number)"),
    "unknown": ("mean", ["a=1", "b=1", "c=1"], "unknown parameter c", "takes a, b"),
    "zero": ("mean", ["a=1", "b=0"], "b: 0 is not > 0"),
    "negative": ("mean", ["a=-1/2", "b=1"], "a: -1/2 is not > 0"),
    "decimal": ("mean", ["a=0.5", "b=1"], 'write "1/2"'),
    "exponent": ("mean", ["a=1e-3", "b=1"], 'write "1/1000"'),
    "word": ("mean", ["a=one", "b=1"], "a: 'one' is not a rational number", '"p/q"'),
    "infinite": ("mean", ["a=inf", "b=1"], "a: 'inf' is not a rational number"),
    "division by zero": ("mean", ["a=1/0", "b=1"], "a: '1/0'"),
    "long": ("mean", ["a=" + "7" * 5000, "b=1"], "a: ", "5000"),
    "hypothesis": ("root", ["a=1"], "hypothesis violated: a > 1", "1 > 1"),
    "no pair": ("mean", ["a"], "NAME=VALUE"),
    "twice": ("mean", ["a=1", "a=2"], "a is given twice"),
    "no claim": ("maen", ["a=1"], "there is no claim", "mine/mean"),
}


@pytest.mark.parametrize("json_too", [False, True])
@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_is_one_line(name, json_too, run):
    label, values, *words = BAD[name]
    arguments = [part for value in values for part in ("-p", value)]
    ended = run("verify", f"./mine/{label}", *arguments, *(["--json"] if json_too else []))
    assert ended.said(3, *words)
    if json_too:
        assert ended.document["format"] == "exactcheck-error/1"
        assert ended.document["exit_status"] == 3
    else:
        assert ended.out == ""


def test_an_instance_that_refutes_what_is_recorded_as_proved_differs(run, tmp_path):
    write_paper(tmp_path / "other", TRUE.replace(">= 2 * a", "> 2 * a").replace("a=3", "a=2"))
    assert run("verify", "./other/mine/square", "-p", "a=2").status == 0
    ended = run("verify", "./other/mine/square", "-p", "a=1")
    assert ended.status == 1
    assert "refuted" in ended.out and "recorded: proved" in ended.out


def test_json_is_one_document(run):
    claims = run("verify", "./mine/pair", "-p", "a=1", "-p", "b=2", "--json").document["claims"]
    assert [(claim["claim"], claim["verdict"]) for claim in claims] == [
        ("mine/pair/sum", "proved"),
        ("mine/pair/double", "proved"),
    ]


def test_the_certificate_is_written(run, tmp_path):
    ended = run("verify", "./mine/mean", "-p", "a=1", "-p", "b=2", "--certificate", "mean.json")
    assert ended.status == 0
    assert check((tmp_path / "mean.json").read_text()).verdict == "proved"
    assert run("check", "mean.json", "--paper", "./mine").status == 0


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["mean", "-p", "a=1", "-p", "b=2", "--certificate", "no/where.json"], 3, "it cannot be written"),
        (["mean", "-p", "a=1", "-p", "b=2", "--certificate", "mine"], 3, "Is a directory"),
        (["pair", "-p", "a=1", "-p", "b=2", "--certificate", "x.json"], 3, "2 certificates to write"),
        (["motzkin", "-p", "x=letter", "-p", "y=letter", "--certificate", "x.json"], 2, "0 certificates to write"),
    ],
)
def test_what_was_decided_is_shown_though_it_cannot_be_written(arguments, status, words, run, tmp_path):
    for extra in ([], ["--json"]):
        ended = run("verify", f"./mine/{arguments[0]}", *arguments[1:], *extra)
        assert ended.said(status, "--certificate", words)
        assert f"mine/{arguments[0]}" in ended.out
        if extra:
            assert json.loads(ended.out)["claims"]
    assert not (tmp_path / "x.json").exists()
