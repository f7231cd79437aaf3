"""The command line among other programs: pipes that close, streams that are full or missing, Ctrl-C."""

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.claims.papers import TRUE, write_paper

SLOW = (
    """
import multiprocessing, time


@claim(paper, "Slow", where="section 7", statement="a > 0 for a > 0, after a while.")
"""
    + "".join(f"@claim.sample(a={k})\n" for k in range(1, 22))
    + """
def slow(a: Positive):
    time.sleep(0.1 if multiprocessing.parent_process() else 0)
    yield a > 0
"""
)

# streams as they usually are; what is written reaches them late, perhaps when the process ends
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


@pytest.fixture(autouse=True)
def own_paper(tmp_path, monkeypatch):
    write_paper(tmp_path, TRUE)
    monkeypatch.chdir(tmp_path)


def shell(arguments, redirection=""):
    """Run a command in a shell, which makes the redirections."""
    command = f"set -o pipefail; {sys.executable} -m exactcheck {arguments} {redirection}"
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, env=BUFFERED)


@pytest.mark.parametrize(
    ("arguments", "redirection", "status"),
    [
        ("list ./mine", "| true", 141),
        ("audit ./mine --no-report --jobs 1", "2>&1 | true", 141),
        ("list ./mine", ">&-", 0),
        ("audit ./mine --no-report --jobs 1", "2>&-", 0),
        ("list ./nowhere --json", "2>&-", 3),
        ("list ./nowhere", ">&- 2>&-", 3),
        ("list ./mine", "> /dev/full", 4),
        ("audit ./mine --no-report --jobs 1", "2> /dev/full", 0),
        ("list ./nowhere", "2> /dev/full", 3),
    ],
)
def test_a_stream_that_cannot_be_written_leaves_no_traceback(arguments, redirection, status):
    ended = shell(arguments, redirection)
    assert ended.returncode == status
    assert "Traceback" not in ended.stderr + ended.stdout
    if "--json" in arguments:
        assert json.loads(ended.stdout)["exit_status"] == status


def test_a_name_that_is_no_text_is_shown_all_the_same():
    ended = subprocess.run(
        [sys.executable, "-m", "exactcheck", "check", b"\xff.json"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 3
    assert ended.stderr == "exactcheck: \\udcff.json: it cannot be read; name a file that holds a certificate\n"


def test_letters_that_a_stream_does_not_know_are_escaped():
    ended = subprocess.run(
        [sys.executable, "-m", "exactcheck", "list", "./mine/größe"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 3
    assert "gr\\xf6\\xdfe" in ended.stderr


def test_ctrl_c_is_one_line_and_keeps_what_was_decided(tmp_path):
    write_paper(tmp_path, SLOW, key="slow")
    command = [sys.executable, "-m", "exactcheck", "audit", "./slow", "--jobs", "2", "--no-report"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True, env=BUFFERED) as audit:
        for line in audit.stderr:
            if line.startswith("[4/"):
                os.killpg(audit.pid, signal.SIGINT)
                break
        rest = audit.stderr.read()
    assert audit.returncode == 130
    lines = [line for line in rest.splitlines() if not line.startswith("[")]
    assert lines == ["exactcheck: interrupted; an audit that is started again goes on where it stopped"]
    shown = shell("list ./slow")
    assert any(f"({k} of 21 runs)" in shown.stdout for k in range(4, 21))
