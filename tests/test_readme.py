"""The first session of the README gives the output that is printed there; its commands and links are there."""

import re

import pytest

from tests.sessions import ROOT, agree, answers, blocks, commands, output

README = ROOT / "README.md"
CONSOLE = [pair for block in blocks(README) if block.language == "console" for pair in commands(block.text)]


@pytest.mark.parametrize(("command", "expected"), CONSOLE)
def test_a_command_prints_what_is_shown(command, expected, tmp_path):
    found = output(command, tmp_path)
    assert agree(expected, found), found


def test_the_python_sessions_hold():
    text = "".join(block.text for block in blocks(README) if block.language == "python")
    assert answers(text, README, {}) > 5


def test_the_main_commands_are_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text()
    for target in ("audit", "test", "docs", "bench"):
        assert f"make {target}" in README.read_text()
        assert f"\n{target}: " in makefile


def test_links_lead_to_files():
    links = re.findall(r"\]\(([^)#]+)", README.read_text())
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
