"""`exactcheck new`: a paper of one's own that runs at once."""

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest

from exactcheck.commands import new
from exactcheck.kernel import check

VERDICTS = {"lemma-1": "proved", "lemma-2-as-printed": "refuted", "lemma-2": "proved"}


@pytest.mark.parametrize("name", ["my-paper", "a", "doe-2026-b"])
def test_the_template_is_a_paper_that_audits_as_recorded(name, run, tmp_path):
    folder = name.replace("-", "_")
    written = run("new", name)
    assert written.status == 0
    listed, advice = written.out.strip().split("\n\n")
    assert {tmp_path / line for line in listed.splitlines()} == set((tmp_path / folder).iterdir())
    ended = run(*advice.rpartition("exactcheck ")[2].split(), "--jobs", "1", "--json")
    assert ended.status == 0
    claims = ended.document["claims"]
    assert {claim["claim"].removeprefix(f"{name}/"): claim["verdict"] for claim in claims} == VERDICTS
    assert {claim["trust"] for claim in claims} == {"kernel"}
    assert {claim["scope"] for claim in claims if claim["verdict"] == "proved"} == {"parametric"}
    for claim in claims:
        document = (tmp_path / claim["certificate"]).read_text()
        assert check(document).verdict == claim["verdict"]
        assert run("check", claim["certificate"], "--paper", folder).status == 0


def test_the_template_is_written_as_the_project_writes(run, tmp_path):
    run("new", "my-paper")
    for command in (["check"], ["format", "--check", "--line-length", "120"]):
        subprocess.run([sys.executable, "-m", "ruff", *command, str(tmp_path / "my_paper")], check=True)


def test_json_names_folder_and_files(run, tmp_path):
    document = run("new", "my-paper", "--json").document
    assert document["format"] == "exactcheck-new/1"
    assert document["folder"] == "my_paper"
    assert sorted(document["files"]) == sorted(f"my_paper/{path.name}" for path in (tmp_path / "my_paper").iterdir())


NAMES = {
    "My-Paper": "small letters, digits and hyphens, a letter first",
    "my_paper": "small letters, digits and hyphens",
    "my--paper": "small letters",
    "my-paper-": "small letters",
    "my paper": "small letters",
    "möbius": "small letters",
    "2025-paper": "a letter first",
    "": "small letters",
    ".": "small letters",
    "../paper": "small letters",
    "class": "a word of Python's",
    "zhang-2025": "comes with exactcheck",
}


@pytest.mark.parametrize("json_too", [False, True])
@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_bad_name_writes_nothing(name, json_too, run, tmp_path):
    ended = run("new", name, *(["--json"] if json_too else []))
    assert ended.said(3, name, NAMES[name])
    assert list(tmp_path.iterdir()) == []
    if json_too:
        assert json.loads(ended.out)["exit_status"] == 3


def test_no_name_is_refused(run):
    assert run("new").said(3, "NAME")


@pytest.mark.parametrize("there", ["folder", "empty folder", "file", "link to nothing"])
def test_what_is_there_is_never_overwritten(there, run, tmp_path):
    place = tmp_path / "my_paper"
    if "folder" in there:
        place.mkdir()
    if there == "folder":
        (place / "lemma_1.py").write_text("mine")
    if there == "file":
        place.write_text("mine")
    if there == "link to nothing":
        place.symlink_to(tmp_path / "nothing")
    assert run("new", "my-paper").said(3, "my_paper: it is there already")
    assert [path.read_text() for path in tmp_path.rglob("*") if path.is_file()] in ([], ["mine"])
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a place where nobody can make a folder")
def test_a_place_that_cannot_be_written_is_one_line(run, monkeypatch, tmp_path):
    monkeypatch.chdir("/proc/self")
    assert run("new", "my-paper").said(3, "my_paper")


@pytest.mark.parametrize(("code", "status"), [(errno.EACCES, 3), (errno.ENOSPC, 4)])
def test_half_a_paper_is_not_left_behind(code, status, run, monkeypatch, tmp_path):
    write_file = new.write_file

    def failing(path, source, name):
        if path.name == "lemma_2.py":
            raise OSError(code, "it fails", str(path))
        return write_file(path, source, name)

    monkeypatch.setattr(new, "write_file", failing)
    assert run("new", "my-paper").said(status, "my_paper/lemma_2.py: it fails")
    assert list(tmp_path.iterdir()) == []
