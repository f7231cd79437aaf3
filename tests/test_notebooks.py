"""The notebooks run, and show what is stored in them."""

import json
import re

import nbformat
import pytest

from notebooks.execute import FOLDER, METADATA, executed

NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
DRAWN = ("image/svg+xml", "image/png")


def shown(notebook):
    """What each code cell shows, pictures by their kind alone: other versions draw otherwise."""
    return {cell.id: [content(output) for output in cell.outputs] for cell in notebook.cells if "outputs" in cell}


def content(output):
    """What an output shows."""
    if output.output_type == "stream":
        return output.name, output.text
    return {kind: "" if kind in DRAWN else data for kind, data in output.data.items()}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_is_stored(path):
    stored = nbformat.read(path, as_version=4)
    nbformat.validate(stored)
    assert shown(executed(path)) == shown(stored)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_nothing_stored_is_of_one_machine_or_moment(path):
    notebook = nbformat.read(path, as_version=4)
    assert notebook.metadata == METADATA
    assert not any(cell.metadata for cell in notebook.cells)
    assert not re.search(r"/(?:home|root|tmp|usr|work)/|0x[0-9a-f]{6,}|\d+ ?s\b", json.dumps(shown(notebook)))


def test_the_story_of_zhang_2025_is_complete():
    outputs = shown(nbformat.read(FOLDER / "zhang_2025.ipynb", as_version=4))
    assert all(outputs.values())
    kinds = {kind for found in outputs.values() for output in found if isinstance(output, dict) for kind in output}
    assert {"text/plain", "text/latex", "image/svg+xml"} <= kinds
    assert "proved, scope general, trust kernel" in outputs["verdict"][0]["text/plain"]
    assert outputs["forged"][0][1].splitlines()[-1].startswith("rejected: ")


def test_the_story_of_guan_so_2024_is_complete():
    outputs = shown(nbformat.read(FOLDER / "guan_so_2024.ipynb", as_version=4))
    assert all(outputs.values())
    assert "refuted" in outputs["refuted"][0]["text/plain"]
    assert "scope general" in outputs["theorem"][0]["text/plain"]
    assert outputs["forged"][0][1].splitlines()[-1].startswith("rejected: ")


def test_the_story_of_josz_li_2023_is_complete():
    outputs = shown(nbformat.read(FOLDER / "josz_li_2023.ipynb", as_version=4))
    assert all(outputs.values())
    drawn = [cell for cell, found in outputs.items() if any(isinstance(o, dict) and DRAWN[0] in o for o in found)]
    assert drawn == ["figure-1", "figure-2", "figure-3", "figure-4"]
    assert "scope exhaustive" in outputs["infinity"][0]["text/plain"]
    assert outputs["seven-parts"][0][1].startswith("7 ") and "proved" in outputs["seven-parts"][0][1]
    *verdicts, last = outputs["findings"][0][1].splitlines()
    assert all(": refuted, " in line or line.startswith("    repaired by josz-li-2023/") for line in [*verdicts, last])
    assert outputs["repairs"][0][1].endswith("repairs: proved\n")
    assert outputs["forged"][0][1].splitlines()[-1].startswith("rejected: ")
