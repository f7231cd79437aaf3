"""`exactcheck new`: a paper of one's own, ready to run."""

from __future__ import annotations

import argparse
import json
import shutil
from keyword import iskeyword
from pathlib import Path

from .status import AS_RECORDED, UsageError

DESCRIPTION = "write a template for your own paper, ready to run"
TEMPLATE = Path(__file__).parent.parent / "template"
KEY, SUFFIX = "my-paper", ".txt"


def add(command: argparse.ArgumentParser) -> None:
    """The options."""
    command.add_argument("name", metavar="NAME", help="the paper's key, such as my-paper; the folder is my_paper")


def run(options: argparse.Namespace) -> int:
    """Write the template into a new folder, and say how to decide its claims."""
    folder = folder_for(options.name)
    files = write_template(folder, options.name)
    if options.json:
        print(json.dumps({"format": "exactcheck-new/1", "folder": str(folder), "files": list(map(str, files))}))
        return AS_RECORDED
    print("\n".join(map(str, files)))
    print(f"\ndecide its claims with: exactcheck audit ./{folder}")
    return AS_RECORDED


def folder_for(name: str) -> Path:
    """The folder of a paper with this key.

    Raises UsageError unless the key is one and the folder can be a Python package of a name of its own.
    """
    from ..claims.collection import paper_folders
    from ..claims.paper import slug

    folder = name.replace("-", "_")
    if slug(name) != name or not folder.isidentifier():
        raise UsageError(f"{name!r}: name the paper by small letters, digits and hyphens, a letter first, as {KEY}")
    if iskeyword(folder):
        raise UsageError(f"{name}: a word of Python's names no folder of modules; choose another name, as {KEY}")
    if folder in {shipped.name for shipped in paper_folders()}:
        raise UsageError(f"{name}: a paper of this name comes with exactcheck; choose another name")
    return Path(folder)


def write_template(folder: Path, name: str) -> list[Path]:
    """Write the template into a folder that is made for it; returns its files.

    Raises UsageError if the folder is there already, OSError if it cannot be written; then nothing is left behind.
    """
    try:
        folder.mkdir()
    except FileExistsError:
        raise UsageError(f"{folder}: it is there already; choose another name, or move it away") from None
    try:
        return [write_file(folder / source.stem, source, name) for source in sorted(TEMPLATE.glob(f"*{SUFFIX}"))]
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def write_file(path: Path, source: Path, name: str) -> Path:
    """Write a file of the template under the paper's own name; returns its path."""
    path.write_text(source.read_text(encoding="utf-8").replace(KEY, name), encoding="utf-8")
    return path
