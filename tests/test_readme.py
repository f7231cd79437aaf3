"""The first session of the README gives the output that is printed there."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from exactcheck.cli import main

README = Path(__file__).parent.parent / "README.md"
SESSIONS = [
    tuple(part.split("\n", 1))
    for block in re.findall(r"```console\n(.*?)```", README.read_text(), re.S)
    for part in re.split(r"^\$ exactcheck ", block, flags=re.M)[1:]
]


@pytest.mark.parametrize(("command", "expected"), SESSIONS)
def test_a_command_prints_what_is_shown(command, expected, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    main(shlex.split(command))
    captured = capsys.readouterr()
    found = captured.out + captured.err
    assert doctest.OutputChecker().check_output(expected, found, doctest.ELLIPSIS), found


def test_the_python_sessions_hold():
    text = "".join(re.findall(r"```python\n(.*?)```", README.read_text(), re.S))
    session = doctest.DocTestParser().get_doctest(text, {}, "README", str(README), 0)
    assert len(session.examples) > 5
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(session).failed == 0


def test_both_commands_are_in_the_makefile():
    makefile = (README.parent / "Makefile").read_text()
    for target in ("audit", "test", "bench"):
        assert f"make {target}" in README.read_text()
        assert f"\n{target}: " in makefile
