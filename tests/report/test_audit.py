"""`exactcheck audit` writes the report, says where it is, and loses nothing if it cannot."""

import json
import os

import pytest

from exactcheck.cli import main
from tests.claims.papers import FALSE, LETTERS, TRUE, write_paper
from tests.report.pages import broken_links, read_pages


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    write_paper(tmp_path, TRUE, FALSE)

    def command(*arguments):
        status = main(["audit", "./mine", "--jobs", "1", *arguments])
        return status, *capsys.readouterr()

    return command


def test_the_report_is_beside_the_audit(run, tmp_path):
    status, out, err = run()
    assert status == 0
    assert err.splitlines()[-1] == "report: report/index.html"
    assert "report" not in out
    pages = read_pages(tmp_path / "report")
    assert broken_links(tmp_path / "report", pages) == []
    assert "mine/claims/square.html" in pages


def test_the_folder_is_a_choice(run, tmp_path):
    assert run("--report", "a/b")[2].splitlines()[-1] == "report: a/b/index.html"
    assert not (tmp_path / "report").exists()


def test_no_report_is_a_choice_too(run, tmp_path):
    assert "report:" not in run("--no-report")[2]
    assert not (tmp_path / "report").exists()


def test_json_stays_one_document(run):
    status, out, _ = run("--json")
    assert status == 0
    assert json.loads(out)["format"] == "exactcheck-results/1"


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_folder_that_cannot_be_written_loses_nothing(options, run, tmp_path):
    (tmp_path / "report").write_text("a file, not a folder")
    status, out, err = run(*options)
    assert status == 3
    assert "square" in out
    last = err.splitlines()[-1]
    assert last.startswith("exactcheck: --report report: not written (")
    assert "what was decided is kept" in last
    assert (tmp_path / "report").read_text() == "a file, not a folder"
    assert run("--no-report")[0] == 0


def test_pages_of_somebody_else_s_are_not_overwritten(run, tmp_path):
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "index.html").write_text("mine")
    status, _, err = run()
    assert status == 3
    assert "name another folder" in err
    assert os.listdir(tmp_path / "report") == ["index.html"]


def test_a_full_disk_is_a_resource_limit(run, monkeypatch):
    from exactcheck.report import writing

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "write_report", full)
    status, _, err = run()
    assert status == 4
    assert "No space left on device" in err


def test_a_verdict_that_differs_weighs_more_than_a_report_that_is_missing(run, tmp_path):
    write_paper(tmp_path, TRUE.replace('where="section 1"', 'where="section 1", verdict="undecided"'))
    (tmp_path / "report").write_text("")
    assert run()[0] == 1


def test_an_audit_of_one_claim_reports_on_the_whole_paper(run, tmp_path, capsys):
    run()
    write_paper(tmp_path, TRUE, FALSE, LETTERS, key="other")
    status = main(["audit", "./other/square", "--jobs", "1"])
    assert status == 0
    pages = read_pages(tmp_path / "report")
    assert broken_links(tmp_path / "report", pages) == []
    assert "not decided here yet" in pages["other/claims/mean.html"].text["main"]
    assert "proved" in pages["other/claims/square.html"].text["main"]
