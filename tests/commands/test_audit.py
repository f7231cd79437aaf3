"""`exactcheck audit`, and how it ends."""

import errno
import json
import sqlite3

import pytest

from exactcheck.claims.ledger import DiskFull, Ledger
from tests.claims.papers import FALSE, LETTERS, PARTS, TRUE, UNDECIDABLE, write_paper

WIDER = TRUE.replace('where="section 1"', 'where="section 1", scope="parametric"')
REVERSED = TRUE.replace('where="section 1"', 'where="section 1", verdict="refuted"')
UNREPAIRED = FALSE.replace('verdict="refuted", finding="missing hypothesis",', "")
VACUOUS = TRUE.replace('@claim.sample(a="1/2")\n@claim.sample(a=3)', "@claim.general()").replace(
    "    yield", "    assume(a > 2, a < 1)\n    yield"
)
OPEN_AND_FALSE = """
@claim(paper, "Mixed", where="section 6", statement="x^120 y^60 + x^60 y^120 + 1 >= 3 x^60 y^60 and x > 0.")
@claim.general()
@claim.sample(x=-1, y=2)
def mixed(x: Real, y: Real):
    yield x**120 * y**60 + x**60 * y**120 + 1 - 3 * x**60 * y**60 >= 0
    yield x > 0
"""


@pytest.mark.parametrize(
    ("claims", "status", "words"),
    [
        ((TRUE, FALSE, LETTERS, PARTS), 0, ""),
        ((WIDER,), 1, "mine/square: proved, scope instance; recorded proved, scope parametric"),
        ((UNREPAIRED,), 1, "mine/root-as-printed: refuted, scope instance; recorded proved, scope instance"),
        ((UNDECIDABLE,), 2, "mine/motzkin: undecided, scope instance; recorded proved, scope instance (all x, y: "),
        ((TRUE, UNDECIDABLE), 2, "mine/motzkin: undecided"),
        ((WIDER, UNDECIDABLE), 1, "mine/motzkin: undecided"),
        ((VACUOUS,), 2, "no values of the letters were found that satisfy the hypotheses"),
        ((OPEN_AND_FALSE,), 1, "mine/mixed: refuted, scope instance; recorded proved, scope instance (all x, y: "),
    ],
)
def test_the_exit_status_and_a_line_for_each_difference(claims, status, words, run, tmp_path):
    ended = run("audit", write_paper(tmp_path, *claims), "--jobs", "1")
    assert ended.status == status
    assert words in ended.err
    assert "Traceback" not in ended.err
    if not status:
        assert all(line.startswith("[") for line in ended.err.splitlines())


def test_a_claim_recorded_with_another_verdict_is_starred(run, tmp_path):
    repaired = REVERSED.replace("Square", "Repaired").replace("def square", "def repaired")
    repaired = repaired.replace('verdict="refuted"', 'reading="repaired", repairs="square"')
    ended = run(
        "audit",
        write_paper(tmp_path, REVERSED.replace("record=", 'reading="printed", record='), repaired),
        "--jobs",
        "1",
    )
    assert ended.status == 1
    assert "mine/square: proved, scope instance; recorded refuted, scope instance" in ended.err
    assert "proved *" in ended.out


def test_json_is_one_document_that_says_the_same(run, tmp_path):
    folder = write_paper(tmp_path, TRUE, FALSE, UNDECIDABLE)
    ended = run("audit", folder, "--json", "--jobs", "1")
    assert ended.status == 2
    document = ended.document
    assert document["format"] == "exactcheck-results/1"
    verdicts = {claim["claim"]: claim["verdict"] for claim in document["claims"]}
    assert verdicts == {
        "mine/square": "proved",
        "mine/root-as-printed": "refuted",
        "mine/root": "proved",
        "mine/motzkin": "undecided",
    }
    assert run("list", folder, "--json").document == document


FAILING = {
    "raises": "    raise ValueError('out of ideas')\n",
    "exits": "    import sys; sys.exit(0)\n",
    "interrupts itself": "    raise KeyboardInterrupt\n",
    "is no code": "    a ++ \n",
}


@pytest.mark.parametrize("json_too", [False, True])
@pytest.mark.parametrize("name", sorted(FAILING))
def test_a_claim_that_fails_is_one_line_and_loses_nothing(name, json_too, run, tmp_path):
    good = write_paper(tmp_path, TRUE, key="mine")
    assert run("audit", good, "--jobs", "1").status == 0
    bad = write_paper(tmp_path / "bad", TRUE.replace("    yield", FAILING[name] + "    yield"))
    ended = run("audit", bad, "--jobs", "1", *(["--json"] if json_too else []))
    assert ended.said(130 if "interrupts" in name else 3)
    if json_too:
        assert ended.document["exit_status"] == ended.status
        assert ended.document["error"] in ended.err
    else:
        assert ended.out == ""
    assert "2 runs" not in run("list", good).out
    assert "1 proved" in run("list", good).out


def test_debug_shows_the_traceback_and_changes_nothing_else(run, tmp_path):
    folder = write_paper(tmp_path, TRUE.replace("    yield", "    raise ValueError('out of ideas')\n    yield"))
    ended = run("audit", folder, "--debug", "--json", "--jobs", "1")
    assert ended.status == 3
    assert "Traceback" in ended.err and "section.py" in ended.err
    assert "ValueError: out of ideas" in ended.document["error"]


def test_what_a_module_prints_does_not_spoil_the_document(run, tmp_path):
    loud = "print('hello')\n" + TRUE.replace("    yield", "    print('world')\n    yield")
    ended = run("audit", write_paper(tmp_path, loud), "--json", "--jobs", "1")
    assert [claim["verdict"] for claim in ended.document["claims"]] == ["proved"]
    assert "hello" in ended.err and "world" in ended.err


def test_an_interrupted_audit_goes_on(run, tmp_path, monkeypatch):
    folder, put = write_paper(tmp_path, TRUE, FALSE, LETTERS), Ledger.put

    def interrupted(ledger, built, outcome):
        put(ledger, built, outcome)
        if built.claim.name == "mine/root":
            raise KeyboardInterrupt

    monkeypatch.setattr(Ledger, "put", interrupted)
    assert run("audit", folder, "--jobs", "1").said(130, "interrupted", "goes on where it stopped")
    monkeypatch.setattr(Ledger, "put", put)
    assert "runs)" in run("list", folder).out
    assert run("audit", folder, "--jobs", "1").status == 0


def test_a_full_disk_is_a_resource(run, tmp_path, monkeypatch):
    def full(ledger, *what):
        raise DiskFull("there: the disk is full; what was decided before is kept")

    folder = write_paper(tmp_path, TRUE)
    monkeypatch.setattr(Ledger, "put", full)
    assert run("audit", folder, "--jobs", "1").said(4, "the disk is full", "is kept")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError("a process was killed"), "a process was killed"),
        (MemoryError(), "out of memory"),
        (RecursionError("too deep"), "too deep"),
        (OSError(errno.ENOSPC, "No space left on device", "/there"), "/there: No space left on device"),
    ],
)
def test_want_of_memory_is_a_resource(error, words, run, tmp_path, monkeypatch):
    def failing(*arguments, **options):
        raise error

    monkeypatch.setattr("exactcheck.claims.audit.audit", failing)
    assert run("audit", write_paper(tmp_path, TRUE)).said(4, words)


def test_an_error_of_our_own_is_one_line_too(run, tmp_path, monkeypatch):
    def failing(built):
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("exactcheck.claims.audit.decide_run", failing)
    ended = run("audit", write_paper(tmp_path, TRUE), "--jobs", "1", "--json")
    assert ended.said(70, "internal error (mine/square, run 1 (a=1/2)): ZeroDivisionError: oh", "--debug")
    assert ended.document["exit_status"] == 70


def forge(folder):
    """Have every outcome in the ledger say that it is proved, in general."""
    connection = sqlite3.connect(folder / "ledger.sqlite")
    with connection:
        for key, text in list(connection.execute("SELECT key, outcome FROM outcomes")):
            outcome = json.loads(text)
            outcome.update(verdict="proved", scope="general", finding="holds", reason="")
            for step in (outcome["certificate"] or {"steps": []})["steps"]:
                step["verdict"] = "proved"
            connection.execute("UPDATE outcomes SET outcome = ? WHERE key = ?", (json.dumps(outcome), key))
    connection.close()


def test_a_forged_ledger_is_not_believed(run, tmp_path):
    folder = write_paper(tmp_path, FALSE, UNDECIDABLE)
    honest = run("audit", folder, "--json", "--jobs", "1").document
    forge(tmp_path / ".exactcheck")
    shown = run("list", folder, "--json").document["claims"]
    assert {claim["claim"]: claim["scope"] for claim in shown if claim["scope"] == "general"} == {}
    assert next(claim for claim in shown if claim["claim"] == "mine/motzkin")["verdict"] == "undecided"
    again = run("audit", folder, "--json", "--jobs", "1").document
    for document in (honest, again):
        for claim in document["claims"]:
            claim["seconds"] = None
    assert again == honest


def test_a_damaged_ledger_is_named(run, tmp_path):
    folder = write_paper(tmp_path, TRUE)
    assert run("audit", folder, "--jobs", "1").status == 0
    (tmp_path / ".exactcheck" / "ledger.sqlite").write_bytes(b"nonsense" * 1000)
    for command in ("audit", "list", "show"):
        assert run(command, folder).said(3, "the ledger cannot be used", "move ledger.sqlite away")


def test_a_read_only_ledger_can_be_listed_and_not_be_audited_into(run, tmp_path, monkeypatch):
    folder = write_paper(tmp_path, TRUE)
    run("audit", folder, "--jobs", "1")
    monkeypatch.setattr("exactcheck.claims.ledger.os.access", lambda place, mode: False)
    assert "1 proved" in run("list", folder).out
    assert run("audit", folder).said(3, "read-only", "--ledger")


def test_fresh_decides_again(run, tmp_path, monkeypatch):
    from exactcheck.claims import audit

    folder, decided, decide_run = write_paper(tmp_path, TRUE), [], audit.decide_run
    monkeypatch.setattr(audit, "decide_run", lambda built: decided.append(built) or decide_run(built))
    for options, runs in (([], 2), ([], 2), (["--fresh"], 4), ([], 4)):
        assert run("audit", folder, "--jobs", "1", *options).status == 0
        assert len(decided) == runs
