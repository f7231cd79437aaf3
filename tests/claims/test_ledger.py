"""The ledger: what is kept, where it can be kept, and what is wrong with it if it cannot."""

import errno
import sqlite3
import threading

import pytest

from exactcheck.claims.ledger import DiskFull, Ledger, LedgerError, is_full, open_ledger, run_key
from exactcheck.claims.run import build, decide_run
from tests.claims.papers import LETTERS, TRUE, audited, collected


def run(tmp_path, text=TRUE, **values):
    """The statements of a claim, ready to be decided."""
    return build(collected(tmp_path / str(len(text)), text).claims[0], values)


def database(folder):
    return sqlite3.connect(folder / "ledger.sqlite")


def test_what_is_put_is_got(tmp_path):
    ledger, built = open_ledger(tmp_path / "ledger"), run(tmp_path, a="1/2")
    assert ledger.get(built) is None
    outcome = decide_run(built)
    ledger.put(built, outcome)
    assert ledger.get(built) == Ledger(tmp_path / "ledger").get(built) == outcome
    assert ledger.get(run(tmp_path, a=3)) is None


def test_the_key_depends_on_the_source_of_the_claim_and_on_the_version(tmp_path, monkeypatch):
    built = run(tmp_path, a=3)
    changed = run(tmp_path, TRUE.replace(">= 2 * a", ">= 2 * a - 1"), a=3)
    commented = run(tmp_path, TRUE + "# a remark\n", a=3)
    assert run_key(built) != run_key(changed)
    assert run_key(built) == run_key(commented)
    before = run_key(built)
    monkeypatch.setattr("exactcheck.claims.ledger.fingerprint", lambda: "another version")
    assert run_key(built) != before


def test_a_ledger_that_is_only_read_is_not_made(tmp_path):
    assert Ledger(tmp_path / "nowhere").get(run(tmp_path, a=3)) is None
    assert not (tmp_path / "nowhere").exists()


def test_a_ledger_that_has_just_been_begun_knows_nothing(tmp_path):
    (tmp_path / "ledger.sqlite").touch()
    assert Ledger(tmp_path).get(run(tmp_path, a=3)) is None


@pytest.mark.parametrize("content", [b"this is no database" * 100, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_file_that_is_no_database_is_named(content, tmp_path):
    (tmp_path / "ledger.sqlite").write_bytes(content)
    for use in (lambda: Ledger(tmp_path).get(run(tmp_path, a=3)), lambda: open_ledger(tmp_path)):
        with pytest.raises(LedgerError, match=r"the ledger cannot be used .*; move ledger.sqlite away"):
            use()


def test_a_truncated_database_is_named_and_not_believed(tmp_path):
    audited(collected(tmp_path, TRUE), tmp_path / "ledger")
    place = tmp_path / "ledger" / "ledger.sqlite"
    place.write_bytes(place.read_bytes()[:5000])
    with pytest.raises(LedgerError, match="malformed"):
        open_ledger(tmp_path / "ledger")


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "ledger"):
        with pytest.raises(LedgerError, match="name a folder that can be written with --ledger"):
            open_ledger(place)


def test_a_read_only_ledger_is_named_before_anything_is_decided(tmp_path, monkeypatch):
    open_ledger(tmp_path)
    monkeypatch.setattr("exactcheck.claims.ledger.os.access", lambda place, mode: False)
    with pytest.raises(LedgerError, match=r"ledger.sqlite is read-only\); name a folder"):
        open_ledger(tmp_path)


def test_a_full_disk_is_said_to_be_full(tmp_path, monkeypatch):
    ledger, builds = open_ledger(tmp_path), [run(tmp_path, a=number) for number in range(1, 60)]
    outcome, connect = decide_run(builds[0]), sqlite3.connect

    def without_room(*place, **options):
        connection = connect(*place, **options)
        connection.execute("PRAGMA max_page_count = 8")
        return connection

    def fill():
        for built in builds:
            ledger.put(built, outcome)

    monkeypatch.setattr(sqlite3, "connect", without_room)
    with pytest.raises(DiskFull, match="the disk is full; what was decided before is kept"):
        fill()
    assert ledger.get(builds[0]) == outcome


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), True),
        (OSError(errno.EACCES, "Permission denied", "/full/ledger"), False),
        (sqlite3.OperationalError("unable to open database file"), False),
    ],
)
def test_only_want_of_room_is_want_of_room(error, full):
    assert is_full(error) == full


def test_a_certificate_that_cannot_be_written_leaves_no_part_of_it(tmp_path, monkeypatch):
    result = audited(collected(tmp_path, LETTERS), tmp_path / "ledger")["mean"]
    ledger = open_ledger(tmp_path / "full")

    def full(file):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("exactcheck.claims.ledger.os.fsync", full)
    with pytest.raises(DiskFull):
        ledger.write_certificate(result)
    assert list((tmp_path / "full" / "certificates").iterdir()) == []


def test_two_audits_at_once_do_not_harm_each_other(tmp_path):
    paper, found, errors = collected(tmp_path, TRUE, LETTERS), [], []

    def auditing():
        try:
            found.append(audited(paper, tmp_path / "ledger", fresh=True))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=auditing) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    documents = [[result.document for result in results.values()] for results in found]
    assert documents[0] == documents[1]
    with database(tmp_path / "ledger") as connection:
        (count,) = connection.execute("SELECT count(*) FROM outcomes").fetchone()
    connection.close()
    assert count == 4
