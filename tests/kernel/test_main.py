"""The program `python -m exactcheck.kernel`, in this process; test_bare_python runs it alone."""

import json
import runpy
import sys

import pytest

from exactcheck.kernel.__main__ import main
from tests.kernel.cases import certificate, documents


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "certificate.json"
    path.write_text(documents()["definite"])
    return path


def test_an_accepted_certificate(file, capsys):
    assert main([str(file)]) == 0
    assert "accepted" in capsys.readouterr().out


def test_a_rejected_certificate(file, capsys):
    forged = certificate("definite")
    forged["runs"][0]["steps"][0]["proof"][0] = [[0, "-1"], [1, "5"]]
    file.write_text(json.dumps(forged))
    assert main([str(file)]) == 1
    assert "rejected: run 1: step 1" in capsys.readouterr().out


def test_an_unreadable_file(tmp_path, capsys):
    assert main([str(tmp_path)]) == 3
    assert "cannot be read" in capsys.readouterr().err


def test_a_digest_is_for_one_file(file):
    assert main(["--expect", certificate("definite")["digest"], str(file)]) == 0
    assert main(["--expect", "0" * 64, str(file)]) == 1
    with pytest.raises(SystemExit):
        main(["--expect", "0", str(file), str(file)])


@pytest.mark.filterwarnings("ignore:.*found in sys.modules")
def test_it_runs_as_a_program(file, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["exactcheck.kernel", str(file)])
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("exactcheck.kernel", run_name="__main__")
    assert stopped.value.code == 0
