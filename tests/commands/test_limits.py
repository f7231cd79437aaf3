"""`--time` and `--memory`: what reaches a limit is undecided, and nothing else is lost."""

import time

import pytest

from exactcheck.claims import run as running
from tests.claims.papers import LETTERS, PARTS, TRUE, write_paper

TIME, MEMORY = "the time limit of 0.5 s was reached", "the memory limit of 64 MB was reached"


@pytest.fixture(autouse=True)
def slow_pair(tmp_path, monkeypatch):
    """A paper with one claim that takes a minute, and one that takes much memory."""
    write_paper(tmp_path, TRUE, PARTS, LETTERS)
    actions, decide = {"3 > 0": lambda: time.sleep(60), "2 > 0": lambda: bytearray(2**27)}, running.decide

    def deciding(context, statement):
        actions.get(repr(statement), lambda: None)()
        return decide(context, statement)

    monkeypatch.setattr(running, "decide", deciding)


@pytest.mark.parametrize(
    ("part", "values", "limit", "reason"),
    [
        ("sum", ("-p", "a=1", "-p", "b=2"), ("--time", "0.5"), TIME),
        ("double", ("-p", "a=1"), ("--memory", "64"), MEMORY),
    ],
)
def test_a_claim_that_reaches_a_limit_is_undecided(part, values, limit, reason, run):
    ended = run("verify", f"./mine/pair/{part}", *values, *limit)
    assert ended.status == 2
    assert f"undecided  {'3 > 0' if part == 'sum' else '2 > 0'} - {reason}" in ended.out
    assert "verdict:     undecided" in ended.out
    [claim] = run("verify", f"./mine/pair/{part}", *values, *limit, "--json").document["claims"]
    assert claim["verdict"] == "undecided"
    assert claim["reason"].endswith(reason)


def test_what_stays_within_limits_is_decided(run):
    ended = run("verify", "./mine/pair", "-p", "a=1", "-p", "b=3", "--time", "60", "--memory", "500")
    assert ended.status == 0


def test_an_audit_goes_on_and_keeps_what_it_decided(run):
    ended = run("audit", "./mine", "--time", "0.5", "--memory", "64", "--jobs", "2")
    assert ended.status == 2
    assert "4 claims: 2 proved, 2 undecided" in ended.out
    assert f"mine/pair/sum: undecided, scope instance; recorded proved, scope instance (a=1, b=2: {TIME})" in ended.err
    assert MEMORY in ended.err
    known = {claim["claim"]: claim["trust"] for claim in run("list", "./mine", "--json").document["claims"]}
    assert known == {
        "mine/square": "kernel",
        "mine/mean": "kernel",
        "mine/pair/sum": "none",
        "mine/pair/double": "none",
    }
    assert run("audit", "./mine/square", "./mine/mean").status == 0


BAD = {
    "--time": ["0", "0.0", "-1", "abc", "1/2", "nan", "inf", "1e3", "", ".5", "5s", "٣", "9" * 5000],
    "--memory": ["0", "-1", "0.5", "100MB", "nan", "", "٣", "9" * 5000],
}
SAYS = {"--time": "is not a positive number of seconds, such as 60 or 0.5", "--memory": "is not a positive integer"}


@pytest.mark.parametrize("command", ["audit", "verify"])
@pytest.mark.parametrize(("option", "value"), [(option, value) for option in BAD for value in BAD[option]])
def test_a_limit_is_a_positive_number(command, option, value, run):
    assert run(command, "./mine/mean", f"{option}={value}").said(3, option, SAYS[option])
