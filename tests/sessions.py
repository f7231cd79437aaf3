"""What a page shows of a session: commands with their output, Python with its answers, files as they are written."""

import doctest
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^```(?:\{code-block\} )?(\w+)\n((?::\w+:[^\n]*\n)*)(.*?)^```$", re.M | re.S)
PROGRESS = re.compile(r"^\[\d+/\d+\] .*\n", re.M)


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: its language, the file that it is the text of, and the text."""

    language: str
    file: str
    text: str


def blocks(page):
    """The fenced blocks of a page, in order."""
    return [
        Block(language, options.removeprefix(":caption:").strip(), text.lstrip("\n"))
        for language, options, text in FENCE.findall(page.read_text(encoding="utf-8"))
    ]


def commands(text):
    """The commands of a console session, each with the output that is shown."""
    return [tuple(part.split("\n", 1)) for part in re.split(r"^\$ ", text, flags=re.M)[1:]]


def agree(expected, found):
    """True if the output is what is shown; ... stands for anything."""
    return doctest.OutputChecker().check_output(expected, found, doctest.ELLIPSIS)


def answers(text, page, names):
    """Run a Python session with these names; the number of its examples, of which each must answer as shown."""
    session = doctest.DocTestParser().get_doctest(text, names, page.stem, str(page), 0)
    failed = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(session, clear_globs=False).failed
    names.update(session.globs)
    assert failed == 0
    return len(session.examples)


def output(command, folder):
    """What a command prints in a folder, standard error last, where audits also say how far they are."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    ended = subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True)
    return ended.stdout + PROGRESS.sub("", ended.stderr)


def replay(page, folder):
    """Do in a folder what a page shows, in order; the number of commands and examples that were run."""
    count, names = 0, {}
    for block in blocks(page):
        if block.file:
            (folder / block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            for command, expected in commands(block.text):
                found = output(command, folder)
                assert agree(expected, found), f"{page.name}: $ {command}\n{found}"
                count += 1
        elif block.text.startswith(">>>"):
            count += answers(block.text, page, names)
    return count
