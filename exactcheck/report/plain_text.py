r"""LaTeX mathematics as text for a terminal: \alpha^2 \ge \frac12 as alpha^2 >= 1/2.

A reading aid, not a parser of TeX: what it does not know it shows by its name.
"""

from __future__ import annotations

import re

from .prose import pieces

TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\s+|.", re.DOTALL)
RELATIONS = {
    "ge": ">=", "geq": ">=", "geqslant": ">=", "le": "<=", "leq": "<=", "leqslant": "<=", "ne": "!=", "neq": "!=",
    "lt": "<", "gt": ">", "in": "in", "notin": "not in", "subset": "within", "subseteq": "within", "to": "->",
    "mapsto": "->", "nsim": "!~",
    "rightarrow": "->", "Rightarrow": "=>", "implies": "=>", "iff": "<=>", "approx": "~", "sim": "~", "equiv": "==",
    "coloneqq": ":=", "cup": "union", "cap": "intersected with", "setminus": "without", "pm": "+-", "mp": "-+",
    "succeq": ">=", "preceq": "<=", "mid": "|", "perp": "is orthogonal to",
}  # fmt: skip
SYMBOLS = {
    "|": "||", "Vert": "||", "lVert": "||", "rVert": "||", "vert": "|", "lvert": "|", "rvert": "|", "{": "{", "}": "}",
    "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "cdot": "*", "times": " x ", "circ": "o", "top": "T",
    "prime": "'", "infty": "infinity", "ldots": "...", "dots": "...", "cdots": "...", "ell": "l", "partial": "d",
    "varepsilon": "epsilon", "vartheta": "theta", "varphi": "phi", "emptyset": "{}", "star": "*", "ast": "*",
    "dagger": "+", "colon": ":", "sum": "sum", "prod": "prod", "int": "int", "%": "%", "&": "&", "#": "#", "_": "_",
    "$": "$",
}  # fmt: skip
SPACES = {",", ";", ":", " ", "!", "quad", "qquad", "\n"}
TRANSPARENT = {
    "mathrm", "mathbf", "mathbb", "mathcal", "mathsf", "mathit", "mathfrak", "operatorname", "text", "textrm",
    "textit", "boldsymbol", "bm",
}  # fmt: skip
DROPPED = {"left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "displaystyle", "textstyle", "limits"}
MATRICES = {"matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "array"}
SIMPLE = re.compile(r"-?[\w.]+\*?")
SOFT = "\1"  # a space between two letters or digits, nothing elsewhere
CLOSING = "\0>"  # a closing angle, which eats the space before it


def plain(text: str) -> str:
    r"""A statement as readable text: words as they are, mathematics spelled out.

    >>> plain(r"For $r \ge r^*$ the point $U_0 = \alpha Q_2$ has $f(U_0) = \frac12 \|c\|^2$.")
    'For r >= r* the point U_0 = alpha Q_2 has f(U_0) = 1/2 ||c||^2.'
    """
    return "".join(plain_formula(piece.text) if piece.mathematics else piece.text for piece in pieces(text))


def plain_formula(latex: str) -> str:
    r"""LaTeX mathematics as text.

    >>> plain_formula(r"\delta = \alpha^2 \sqrt{r/r^* + 2 \epsilon^2 r} \le 1")
    'delta = alpha^2 sqrt(r/r* + 2 epsilon^2 r) <= 1'
    """
    return _tidied(_Reader(latex).sequence())


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, latex: str) -> None:
        self.tokens: list[str] = TOKEN.findall(latex)
        self.position = 0

    def sequence(self, *ends: str) -> str:
        """Everything up to one of the ends, which is read too, or to the end of the formula."""
        text = ""
        while self.position < len(self.tokens):
            token = self._next()
            if token in ends:
                break
            read = self._read(token)
            text = text.rstrip() + ">" if read == CLOSING else text + read
        return text

    def _next(self) -> str:
        self.position += 1
        return self.tokens[self.position - 1]

    def _skip_spaces(self) -> None:
        while self.position < len(self.tokens) and self.tokens[self.position].isspace():
            self.position += 1

    def argument(self) -> str:
        """The next group in braces, or the next token; empty at the end of the formula."""
        self._skip_spaces()
        if self.position == len(self.tokens):
            return ""
        return self._read(self._next()).strip()

    def _read(self, token: str) -> str:
        if token == "{":
            return self.sequence("}")
        if token == "^":
            return _exponent(self.argument())
        if token == "_":
            return "_" + _grouped(self.argument())
        if token.startswith("\\"):
            return self._command(token[1:])
        return {"&": ", ", "~": " ", "}": ""}.get(token, " " if token.isspace() else token)

    def _command(self, name: str) -> str:
        if name in RELATIONS:
            return f" {RELATIONS[name]} "
        if name in ("frac", "tfrac", "dfrac"):
            return f"{SOFT}{_grouped(self.argument())}/{_grouped(self.argument())}{SOFT}"
        if name == "sqrt":
            return f"{SOFT}{self._root()}{SOFT}"
        if name == "langle":
            self._skip_spaces()
            return "<"
        if name == "begin":
            return self._environment(self.argument())
        return self._word(name)

    def _word(self, name: str) -> str:
        if name in TRANSPARENT:
            return f"{SOFT}{self.argument()}{SOFT}"
        if name in DROPPED:
            return ""
        if name in SPACES:
            return " "
        if name in SYMBOLS:
            return SYMBOLS[name]
        return {"rangle": CLOSING, "\\": "; "}.get(name, f"{SOFT}{name}{SOFT}")

    def _root(self) -> str:
        self._skip_spaces()
        if self.tokens[self.position : self.position + 1] != ["["]:
            return f"sqrt({self.argument()})"
        self._next()
        index = self.sequence("]")
        return f"root({self.argument()}, {index})"

    def _environment(self, name: str) -> str:
        if name == "array":
            self.argument()
        start = self.position
        depth = 1
        while depth and self.position < len(self.tokens):
            depth += {"\\begin": 1, "\\end": -1}.get(self._next(), 0)
        body = self.tokens[start : self.position - (depth == 0)]
        self.argument()
        inside = [_Reader("".join(row)).sequence().strip(f" {SOFT}") for row in _split(body, "\\\\")]
        if name not in MATRICES:
            return "; ".join(inside)
        return "[" + ", ".join(f"[{row}]" for row in inside) + "]"


def _split(tokens: list[str], separator: str) -> list[list[str]]:
    """The rows between separators."""
    rows: list[list[str]] = [[]]
    for token in tokens:
        rows = [*rows, []] if token == separator else [*rows[:-1], [*rows[-1], token]]
    return rows


def _exponent(text: str) -> str:
    return "*" if text.strip(SOFT) == "*" else f"^{_grouped(text)}"


def _grouped(text: str) -> str:
    """The text, in parentheses unless it is a name, a number or a sign."""
    text = text.strip(f" {SOFT}")
    return text if SIMPLE.fullmatch(text) or len(text) <= 2 else f"({text})"


def _tidied(text: str) -> str:
    """Single spaces, and none where a bracket or a comma makes them superfluous."""
    text = re.sub(rf"(?<=[A-Za-z0-9]){SOFT}+(?=[A-Za-z0-9])", " ", text).replace(SOFT, "")
    return re.sub(r"([(\[]) | (?=[)\],;])", r"\1", re.sub(r"\s+", " ", text.replace(CLOSING, ">")).strip())
