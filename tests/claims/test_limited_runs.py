"""Runs within limits: what is decided in time is decided, what is not is undecided, and nothing is lost."""

import multiprocessing
import os
import signal
import time
from dataclasses import replace

import flint
import pytest

from exactcheck import InputError, point, verify_statements
from exactcheck.claims import audit as auditing
from exactcheck.claims import run as running
from exactcheck.claims.limited_runs import LimitReached, decided_within, outcomes_within
from exactcheck.claims.limits import Limits
from exactcheck.claims.run import build, decide_run
from tests.claims.papers import LETTERS, PARTS, TRUE, audited, claim_of, collected

X = point("x")
FAST, SLOW, NEVER = X**2 >= 0, X**2 + 1 > 0, X**2 + 2 > 0


def a_run(*statements):
    return build(claim_of(lambda: iter(statements)), {})


@pytest.fixture
def instead(monkeypatch):
    """Have something else be done when a statement is to be decided, which the forked process knows too."""

    def replacing(which, action):
        decide = running.decide

        def deciding(context, statement):
            if repr(statement) == which:
                action()
            return decide(context, statement)

        monkeypatch.setattr(running, "decide", deciding)

    return replacing


def in_c_for_ever():
    sum(range(10**14))


@pytest.mark.parametrize("limits", [Limits(), Limits(time=60), Limits(memory=500), Limits(time=60, memory=500)])
def test_what_stays_within_limits_is_as_without(limits):
    run = a_run(FAST, SLOW)
    found, wanted = decided_within(run, limits), decide_run(run)
    assert wanted.verdict == "proved"
    assert replace(found, seconds=0) == replace(wanted, seconds=0)


ENDS = {
    "in Python": (lambda: time.sleep(60), Limits(time=0.3), "the time limit of 0.3 s was reached"),
    "in C": (in_c_for_ever, Limits(time=0.3), "the time limit of 0.3 s was reached"),
    "memory": (lambda: bytearray(2**27), Limits(memory=64), "the memory limit of 64 MB was reached"),
    "memory in C": (
        lambda: flint.fmpz(3) ** (2**32),
        Limits(memory=64),
        "its process was ended by SIGABRT, perhaps at the memory limit of 64 MB",
    ),
    "killed": (
        lambda: os.kill(os.getpid(), signal.SIGKILL),
        Limits(time=60),
        "its process was ended by SIGKILL, perhaps for want of memory",
    ),
}


@pytest.mark.parametrize("name", sorted(ENDS))
def test_a_limit_leaves_a_run_undecided_and_keeps_what_was_proved(name, instead, capfd):
    action, limits, reason = ENDS[name]
    instead(repr(SLOW), action)
    found = decided_within(a_run(FAST, SLOW, NEVER), limits)
    assert isinstance(found, LimitReached)
    assert (found.verdict, found.reason, found.certificate, found.finding) == ("undecided", reason, None, "")
    assert [(step["statement"], step["verdict"], step["reason"]) for step in found.statements] == [
        (repr(FAST), "proved", ""),
        (repr(SLOW), "undecided", reason),
    ]
    assert 0 < found.seconds < 30
    assert capfd.readouterr() == ("", "")


def test_a_proof_that_nobody_has_checked_in_time_proves_nothing(monkeypatch):
    monkeypatch.setattr(running, "run_certificate", lambda *run: time.sleep(60))
    found = decided_within(a_run(FAST), Limits(time=0.3))
    assert (found.verdict, found.certificate) == ("undecided", None)
    assert [step["verdict"] for step in found.statements] == ["proved"]


def test_a_refutation_that_nobody_has_checked_in_time_refutes_nothing(monkeypatch):
    monkeypatch.setattr(running, "run_certificate", lambda *run: time.sleep(60))
    found = decided_within(a_run(X**2 >= 1), Limits(time=0.3))
    assert [step["verdict"] for step in found.statements] == ["undecided"] == [found.verdict]


@pytest.mark.parametrize("error", [InputError("oh"), ZeroDivisionError("oh"), RecursionError("oh")])
def test_an_error_is_raised_here(error, instead):
    def failing():
        raise error

    instead(repr(FAST), failing)
    with pytest.raises(type(error), match="oh"):
        decided_within(a_run(FAST), Limits(time=60))


def test_a_process_that_just_ends_is_a_defect(instead):
    instead(repr(FAST), lambda: os._exit(0))
    with pytest.raises(RuntimeError, match="without an outcome, with exit status 0"):
        decided_within(a_run(FAST), Limits(time=60))


def test_as_many_as_wanted_are_decided_at_a_time_and_none_is_left(instead):
    instead(repr(SLOW), lambda: time.sleep(60))
    runs = {name: (run, lambda listen, run=run: decide_run(run, listen)) for name, run in three_runs().items()}
    found = outcomes_within(runs, Limits(time=60), 2)
    assert {next(found)[0], next(found)[0]} == {"first", "last"}
    assert len(multiprocessing.active_children()) == 1
    found.close()
    assert not multiprocessing.active_children()


def three_runs():
    return {"first": a_run(FAST), "slow": a_run(SLOW), "last": a_run(FAST, NEVER)}


@pytest.mark.parametrize("jobs", [1, 3])
def test_an_audit_loses_nothing_and_tries_again(jobs, tmp_path, instead, monkeypatch):
    paper, decide = collected(tmp_path, TRUE, PARTS, LETTERS), running.decide
    instead("3 > 0", lambda: time.sleep(60))
    found = audited(paper, tmp_path / "ledger", limits=Limits(time=1), jobs=jobs)
    assert {name: result.verdict for name, result in found.items()} == {
        "square": "proved",
        "mean": "proved",
        "pair/sum": "undecided",
        "pair/double": "proved",
    }
    assert found["pair/sum"].reason == "a=1, b=2: the time limit of 1 s was reached"
    assert not found["pair/sum"].as_recorded
    monkeypatch.setattr(running, "decide", decide)
    again, decide_run = [], auditing.decide_run
    monkeypatch.setattr(auditing, "decide_run", lambda built: again.append(built.claim.name) or decide_run(built))
    assert audited(paper, tmp_path / "ledger")["pair/sum"].verdict == "proved"
    assert again == ["mine/pair/sum"]


def test_a_limit_takes_nothing_from_the_ledger(tmp_path, instead):
    paper = collected(tmp_path, TRUE)
    first = audited(paper, tmp_path / "ledger")
    instead("5/4 >= 1", lambda: time.sleep(60))
    second = audited(paper, tmp_path / "ledger", fresh=True, limits=Limits(time=0.2))["square"]
    assert [outcome.verdict for outcome in second.outcomes] == ["undecided", "proved"]
    third = audited(paper, tmp_path / "ledger", limits=Limits(time=0.2))["square"]
    assert (third.verdict, third.document) == ("proved", first["square"].document)


def test_an_error_of_an_audit_names_the_run(tmp_path, instead):
    instead("5/4 >= 1", lambda: [][0])
    with pytest.raises(IndexError) as error:
        audited(collected(tmp_path, TRUE), tmp_path / "ledger", limits=Limits(time=60))
    assert error.value.__notes__ == ["mine/square, run 1 (a=1/2)"]


def test_statements_of_one_s_own_have_limits_too(instead):
    instead(repr(SLOW), lambda: time.sleep(60))
    found = verify_statements(FAST, SLOW, time=0.3)
    assert (found.verdict, found.reason) == ("undecided", "as it stands: the time limit of 0.3 s was reached")
    assert verify_statements(FAST, time=60, memory=500).verdict == "proved"
    with pytest.raises(InputError, match="time: 0 is not a positive number"):
        verify_statements(FAST, time=0)
