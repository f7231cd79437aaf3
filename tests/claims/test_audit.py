"""The audit: nothing is decided twice, nothing is lost, and nothing is believed that the kernel has not checked."""

import sqlite3
from pathlib import Path

import pytest

from exactcheck import InputError
from exactcheck.claims import audit as auditing
from exactcheck.claims.audit import ClaimError, audit, known_results, recheck, tasks
from exactcheck.claims.ledger import DiskFull, Ledger, open_ledger
from tests.claims.papers import FALSE, LETTERS, PARTS, TRUE, UNDECIDABLE, audited, collected

ALL = (TRUE, FALSE, LETTERS, UNDECIDABLE, PARTS)
VERDICTS = {
    "square": "proved",
    "root-as-printed": "refuted",
    "root": "proved",
    "motzkin": "undecided",
    "mean": "proved",
    "pair/sum": "proved",
    "pair/double": "proved",
}


@pytest.fixture
def count(monkeypatch):
    """The runs that are decided, by the names of their claims."""
    decided, decide_run = [], auditing.decide_run

    def counting(built):
        decided.append(built.claim.name)
        return decide_run(built)

    monkeypatch.setattr(auditing, "decide_run", counting)
    return decided


def test_every_claim_is_decided_and_every_certificate_accepted(tmp_path):
    results = audited(collected(tmp_path, *ALL), tmp_path / "ledger")
    assert {name: result.verdict for name, result in results.items()} == VERDICTS
    assert [recheck(result) for result in results.values()] == [""] * len(results)
    assert results["root-as-printed"].repaired_by == "mine/root"
    assert results["root"].scope == "parametric"


def test_nothing_is_decided_twice(tmp_path, count):
    paper = collected(tmp_path, *ALL)
    first = audited(paper, tmp_path / "ledger")
    runs = len(count)
    assert runs == len(tasks([paper], list(paper.claims)))
    assert audited(paper, tmp_path / "ledger") == first
    assert len(count) == runs
    assert audited(paper, tmp_path / "ledger", fresh=True)
    assert len(count) == 2 * runs


def test_what_has_changed_is_decided_again(tmp_path, count):
    audited(collected(tmp_path / "before", TRUE, LETTERS), tmp_path / "ledger")
    count.clear()
    changed = TRUE.replace("yield a**2 + 1 >= 2 * a", "yield a**2 + 2 >= 2 * a")
    audited(collected(tmp_path / "after", changed, LETTERS), tmp_path / "ledger")
    assert count == ["mine/square", "mine/square"]


def test_what_is_decided_is_kept_before_the_next_is(tmp_path, count):
    paper = collected(tmp_path, *ALL)

    def interrupting(progress):
        if progress.done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        audited(paper, tmp_path / "ledger", listen=interrupting)
    assert len(count) == 3
    audited(paper, tmp_path / "ledger")
    assert len(count) == len(tasks([paper], list(paper.claims)))


def test_parallel_processes_find_the_same(tmp_path):
    paper = collected(tmp_path, *ALL)
    found = [audited(paper, tmp_path / f"ledger{jobs}", jobs=jobs) for jobs in (1, 2)]
    one, two = ([result.document for result in results.values()] for results in found)
    assert one == two
    assert {name: result.verdict for name, result in found[1].items()} == VERDICTS


def test_progress_counts_every_run(tmp_path):
    paper, heard = collected(tmp_path, TRUE, UNDECIDABLE), []
    audit([paper], list(paper.claims), open_ledger(tmp_path / "ledger"), listen=heard.append)
    assert [(p.done, p.total, p.verdict) for p in heard] == [
        (1, 3, "proved"),
        (2, 3, "proved"),
        (3, 3, "undecided"),
    ]


def test_a_part_can_be_audited_alone(tmp_path):
    paper = collected(tmp_path, *ALL)
    ledger = open_ledger(tmp_path / "ledger")
    wanted = [claim for claim in paper.claims if claim.name == "mine/pair/sum"]
    assert [result.verdict for result in audit([paper], wanted, ledger)] == ["proved"]
    known = known_results([paper], list(paper.claims), ledger)
    assert [result.claim.name for result in known if result.outcomes] == ["mine/pair/sum"]
    assert all(result.path is None for result in known if not result.outcomes)


SAMPLES = {
    "outside its hypotheses": (
        "    yield a**2",
        "    assume(a > 3)\n    yield a**2",
        r"run 1 \(a=1/2\): hypothesis violated",
    ),
    "outside its domain": ("a=3", "a=-3", r"run 2 \(a=-3\): a: -3 is not > 0"),
    "of no parameter": ("a=3", "b=3", r"run 2 \(b=3, all a\): mine/square: unknown parameter b"),
    "a float": ("a=3", "a=0.5", r"run 2 \(a=0.5\): a: the float 0.5 is not exact"),
    "that fails": ("    yield a**2", "    a.nothing\n    yield a**2", "section.py, line 12.*AttributeError"),
}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_sample_that_is_none_is_an_error_of_the_claim(name, tmp_path):
    before, after, words = SAMPLES[name]
    assert before in TRUE
    with pytest.raises(ClaimError, match=f"mine/square, {words}" if words.startswith("run") else words):
        audited(collected(tmp_path, TRUE.replace(before, after)), tmp_path / "ledger")


def test_an_error_that_nobody_has_foreseen_names_the_run(tmp_path, monkeypatch):
    def failing(built):
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(auditing, "decide_run", failing)
    with pytest.raises(ZeroDivisionError) as error:
        audited(collected(tmp_path, TRUE), tmp_path / "ledger")
    assert error.value.__notes__ == ["mine/square, run 1 (a=1/2)"]


def test_an_error_in_a_parallel_process_is_the_same_error(tmp_path):
    failing = TRUE.replace(
        "    yield", "    if __import__('multiprocessing').parent_process(): raise ValueError('oh')\n    yield"
    )
    with pytest.raises(InputError, match=r"mine/square, run [12].*ValueError: oh"):
        audited(collected(tmp_path, failing), tmp_path / "ledger", jobs=2)


def test_a_parallel_process_that_dies_is_want_of_memory(tmp_path):
    dying = TRUE.replace(
        "    yield", "    if __import__('multiprocessing').parent_process(): __import__('os')._exit(9)\n    yield"
    )
    with pytest.raises(MemoryError, match="was killed"):
        audited(collected(tmp_path, dying), tmp_path / "ledger", jobs=2)


def test_a_full_disk_loses_nothing_that_was_decided(tmp_path, monkeypatch, count):
    paper = collected(tmp_path, *ALL)
    room, put = 4, Ledger.put

    def without_room(ledger, *what):
        if len(count) > room:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorname = "SQLITE_FULL"
            with ledger._guarded():
                raise error
        put(ledger, *what)

    monkeypatch.setattr(Ledger, "put", without_room)
    with pytest.raises(DiskFull, match="the disk is full; what was decided before is kept"):
        audited(paper, tmp_path / "ledger")
    monkeypatch.setattr(Ledger, "put", put)
    count.clear()
    assert {name: result.verdict for name, result in audited(paper, tmp_path / "ledger").items()} == VERDICTS
    assert len(count) == len(tasks([paper], list(paper.claims))) - room


def test_a_certificate_that_is_changed_on_disk_is_rejected(tmp_path):
    paper = collected(tmp_path, TRUE)
    result = audited(paper, tmp_path / "ledger")["square"]
    other = audited(collected(tmp_path / "other", LETTERS), tmp_path / "ledger")["mean"]
    place, text = Path(result.path), result.document
    for changed in ("", text[:-9], text.replace('"verdict":"proved"', '"verdict":"refuted"'), "{}", other.document):
        place.write_text(changed, encoding="utf-8")
        assert recheck(result)
    place.unlink()
    assert recheck(result)
    audited(paper, tmp_path / "ledger")
    assert recheck(result) == ""
