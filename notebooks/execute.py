"""Executes the notebooks and stores their outputs, the same bytes for the same code: `python notebooks/execute.py`."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

FOLDER = Path(__file__).parent
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook with the outputs that it has now, run in a folder of its own.

    Raises CellExecutionError if a cell fails.
    """
    notebook = nbformat.read(path, as_version=4)
    with TemporaryDirectory() as folder:
        client(notebook, folder).execute(env={**os.environ, "IPYTHONDIR": folder})
    notebook.metadata = nbformat.from_dict(METADATA)
    return notebook


def client(notebook: nbformat.NotebookNode, folder: str) -> NotebookClient:
    """What runs the notebook in the folder, and talks to its kernel through files there instead of a network."""
    files = Config(KernelManager={"transport": "ipc", "ip": f"{folder}/kernel"})
    fixed = {"record_timing": False, "coalesce_streams": True}  # whatever takes how long
    place = {"metadata": {"path": folder}}
    return NotebookClient(notebook, kernel_name="python3", resources=place, config=files, **fixed)


def main() -> None:
    """Execute every notebook beside this file."""
    for path in sorted(FOLDER.glob("*.ipynb")):
        nbformat.write(executed(path), path)


if __name__ == "__main__":
    main()
