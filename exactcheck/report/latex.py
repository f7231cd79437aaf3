"""Words and formulas as LaTeX that compiles, whatever they contain."""

from __future__ import annotations

import re
import unicodedata

from .formula_grammar import compiles
from .plain_text import plain_formula
from .prose import paragraphs, pieces

ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "|": r"\textbar{}", '"': r"\textquotedbl{}", "`": r"\textasciigrave{}",
}  # fmt: skip
SIGNS = {"<=": r"$\le$", ">=": r"$\ge$", "!=": r"$\ne$", "->": r"$\to$"}


def escaped(text: str) -> str:
    r"""Words as LaTeX.

    >>> escaped("r_star & 1 < 2")
    'r\\_star \\& 1 \\textless{} 2'
    """
    return "".join(SIGNS.get(part) or "".join(map(_letter, part)) for part in re.split(r"(<=|>=|!=|->)", text))


def _letter(letter: str) -> str:
    """A letter as LaTeX has it, or its code; line breaks and other controls as spaces."""
    if letter in ESCAPES:
        return ESCAPES[letter]
    if unicodedata.category(letter).startswith("C") or letter.isspace():
        return " "
    return letter if ord(letter) < 0x180 else f"[U+{ord(letter):04X}]"


def prose(text: str) -> str:
    """A text of words and formulas as LaTeX; formulas that would not compile as words."""
    return "\n\n".join(_paragraph(part) for part in paragraphs(text))


def _paragraph(text: str) -> str:
    return "".join(mathematics(piece.text) if piece.mathematics else escaped(piece.text) for piece in pieces(text))


def mathematics(latex: str) -> str:
    """A formula between dollar signs, or in words."""
    return f"${latex}$" if compiles(latex) else escaped(plain_formula(latex))
