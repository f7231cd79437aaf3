r"""Which formulas LaTeX with amsmath and amssymb compiles: a part of its grammar that is enough for statements.

What is outside of it (commands of one's own, \input, a script on a script) is not accepted, so that a document in which
it would stand still compiles.
"""

from __future__ import annotations

import re

from .plain_text import DROPPED, MATRICES, RELATIONS, SYMBOLS, TOKEN, TRANSPARENT

LETTERS = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega nabla forall exists "
    "det exp log ln sin cos tan min max inf sup lim dim ker arg gcd deg Pr limsup liminf langle rangle lfloor rfloor "
    "lceil rceil otimes oplus circ quad qquad"
)
FOREIGN = {"coloneqq", "bm", "lbrace", "rbrace", "lbrack", "rbrack", "$", "#", "%"}
PLAIN = {*LETTERS.split(), *RELATIONS, *SYMBOLS, *DROPPED, ",", ";", ":", "!", " "} - FOREIGN - {"left", "right"}
ACCENTS = {"dot", "ddot", "bar", "hat", "tilde", "vec", "overline", "underline", "widehat", "widetilde"}
WORDS = {"text", "textrm", "textit", "operatorname"}
ARGUMENTS = {"frac": 2, "tfrac": 2, "dfrac": 2, "sqrt": 1, **dict.fromkeys(ACCENTS | TRANSPARENT - FOREIGN, 1)}
ENVIRONMENTS = (MATRICES | {"cases", "aligned"}) - {"array"}
DELIMITERS = {*"()[]|/.", *(rf"\{name}" for name in ("{", "}", "|", "langle", "rangle", "lvert", "rvert", "Vert"))}
LONGEST = 3000


class Foreign(Exception):
    """The formula is outside of the grammar."""


def compiles(latex: str) -> bool:
    r"""True if the formula is in the grammar.

    >>> compiles(r"\frac12 \|c\|^2"), compiles(r"\input{x}"), compiles("x^a^b"), compiles("{")
    (True, False, False, False)
    """
    if len(latex) > LONGEST or not latex.isascii() or set(latex) & set("#%$~") or not latex.isprintable():
        return False
    reader = _Reader([token for token in TOKEN.findall(latex) if not token.isspace()])
    try:
        reader.sequence()
    except (Foreign, RecursionError):
        return False
    return not reader.tokens


class _Reader:
    """Consumes tokens; raises Foreign at what it does not know."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens[::-1]

    def peek(self) -> str:
        """The next token; empty at the end."""
        return self.tokens[-1] if self.tokens else ""

    def take(self, *expected: str) -> str:
        """Consume the next token, which must be one of those that are expected."""
        token = self.tokens.pop() if self.tokens else ""
        if not token or (expected and token not in expected):
            raise Foreign(token)
        return token

    def sequence(self, *ends: str) -> None:
        """Atoms, each with at most one exponent and one index, up to one of the ends."""
        while self.tokens and self.peek() not in (*ends, "}", r"\right", r"\end", "&", r"\\"):
            self.atom()
            self.scripts()

    def scripts(self) -> None:
        """Exponents and indices of an atom."""
        found: set[str] = set()
        while self.peek() in ("^", "_"):
            script = self.take()
            if script in found:
                raise Foreign(script)
            found.add(script)
            self.argument()

    def atom(self) -> None:
        """A sign, a group, a command with its arguments, or an environment."""
        token = self.take()
        if token in ("^", "_"):
            raise Foreign(token)
        if token == "{":
            self.sequence()
            self.take("}")
        elif token == r"\left":
            self.take(*DELIMITERS)
            self.sequence()
            self.take(r"\right")
            self.take(*DELIMITERS)
        elif token == r"\begin":
            self.environment()
        elif token.startswith("\\"):
            self.command(token[1:])

    def command(self, name: str) -> None:
        """The arguments of a command."""
        if name in WORDS:
            self.words()
        elif name in ARGUMENTS:
            if name == "sqrt" and self.peek() == "[":
                self.take("[")
                self.sequence("]")
                self.take("]")
            for _ in range(ARGUMENTS[name]):
                self.argument()
        elif name not in PLAIN:
            raise Foreign(name)

    def argument(self) -> None:
        """A group, or a single token that takes no arguments of its own."""
        if self.peek() == "{" or self.peek()[1:] in ACCENTS | TRANSPARENT:
            self.atom()
        elif self.peek().startswith("\\") and self.peek()[1:] not in PLAIN:
            raise Foreign(self.peek())
        elif self.take() in ("}", "&", "^", "_"):
            raise Foreign

    def words(self) -> None:
        """A group of ordinary letters, which stand in text mode."""
        self.take("{")
        while self.peek() != "}":
            if not re.fullmatch(r"[\w ,.;:()\[\]/+=*-]", self.take()) or self.peek() == "_":
                raise Foreign
        self.take("}")

    def name(self) -> str:
        """The name of an environment."""
        self.take("{")
        letters = ""
        while self.peek() != "}":
            letters += self.take()
        self.take("}")
        return letters

    def environment(self) -> None:
        """Cells and rows up to the end of the environment."""
        opened = self.name()
        if opened not in ENVIRONMENTS:
            raise Foreign(opened)
        self.sequence()
        while self.peek() in ("&", r"\\"):
            self.take()
            self.sequence()
        self.take(r"\end")
        if self.name() != opened:
            raise Foreign(opened)
