"""A statement as its author writes it: words, with LaTeX mathematics between dollar signs."""

from __future__ import annotations

import re
from dataclasses import dataclass

PIECE = re.compile(r"(?<!\\)\$\$(?P<display>.+?)(?<!\\)\$\$|(?<!\\)\$(?P<inline>[^$]+?)(?<!\\)\$", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """Words or mathematics."""

    text: str
    mathematics: bool = False


def pieces(text: str) -> list[Piece]:
    r"""The words and the formulas of a text, in order; a dollar sign without a partner is a dollar sign, as is \$.

    >>> [piece.text for piece in pieces("For $r \\ge 1$.")]
    ['For ', 'r \\ge 1', '.']
    """
    found, end = [], 0
    for match in PIECE.finditer(text):
        found += [Piece(text[end : match.start()]), Piece(_one_line(match["display"] or match["inline"]), True)]
        end = match.end()
    found.append(Piece(text[end:]))
    return [piece if piece.mathematics else Piece(piece.text.replace(r"\$", "$")) for piece in found if piece.text]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, which empty lines separate."""
    return [_one_line(part) for part in re.split(r"\n\s*\n", text) if part.strip()]


def _one_line(text: str) -> str:
    """The text with single spaces; the space of a line break after a backslash stays a control space."""
    return re.sub(r"\s+", " ", text).strip() + (" " if text.rstrip().endswith("\\") and text[-1:].isspace() else "")
