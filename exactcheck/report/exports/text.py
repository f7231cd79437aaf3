"""A claim at numbers as plain text: each matrix as an array of exact strings, as numpy.loadtxt reads with dtype=str."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

from .numbers import TEXT

WIDTH = 100


def text_document(document: dict[str, Any]) -> str:
    """The text of a document that `as_json.document` has made."""
    blocks = [head(document), *(block(name, item) for name, item in document["definitions"].items())]
    return "\n\n".join([*blocks, "\n".join(verdicts(document))]) + "\n"


def head(document: dict[str, Any]) -> str:
    """The claim, its parameters and the verdict."""
    paper = document["paper"]
    values = ", ".join(f"{name} = {value}" for name, value in document["parameters"].items())
    return "\n".join(
        [
            f"# {document['claim']}: {document['label']}",
            f"# {paper['authors']}, {paper['title']}",
            *([f"# at {values}"] if values else []),
            f"# {document['verdict']}, scope {document['scope']}, trust {document['trust']}",
            f"# certificate {document['digest']}",
        ]
    )


def block(name: str, item: dict[str, Any]) -> str:
    """One definition."""
    meaning = f": {item['meaning']}" if "meaning" in item else ""
    if item["kind"] == "scalar":
        return f"# {name}{meaning}\n{TEXT.write(item['value'])}"
    if item["kind"] == "matrix":
        return f"# {name} ({item['rows']} x {item['columns']}){meaning}\n{array(item['entries'])}"
    if item["kind"] == "function":
        return "\n".join(f"# {line}" for line in textwrap.wrap(f"{name}{meaning}: {item['formula']}", WIDTH))
    return "\n".join([f"# {name}{meaning}: {item['formula']}", *terms(item), *gram(item["gram"])])


def array(rows: list[list[Any]]) -> str:
    """A matrix, one row a line, entries in columns."""
    cells = [[TEXT.write(entry) for entry in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = (" ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "\n".join(lines)


def terms(item: dict[str, Any]) -> Iterable[str]:
    """The matrices of an operator."""
    for number, term in enumerate(item["terms"], 1):
        for letter, rows in term.items():
            yield f"# {letter}_{number}\n{array(rows)}"


def gram(item: dict[str, Any]) -> Iterable[str]:
    """The matrices of A^T A."""
    yield f"# {item['formula']}"
    yield from terms(item)


def verdicts(document: dict[str, Any]) -> Iterable[str]:
    """The statements with their verdicts."""
    for statement in document["statements"]:
        why = f" - {statement['reason']}" if statement.get("reason") else ""
        yield f"# {statement['verdict']}: {statement['text']}{why}"
