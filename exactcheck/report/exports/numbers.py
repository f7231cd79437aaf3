"""Exact real numbers as trees, and trees as text, LaTeX and Python code for sympy.

A tree is a string "p" or "p/q", or an object with one field:

- {"sum": [t, ...]}, {"product": [t, ...]}, {"power": [t, k]} with an integer k;
- {"sqrt": t}, the nonnegative square root;
- {"root": {"coefficients": [c_0, c_1, ...], "between": [lower, upper]}}, the only root there of c_0 + c_1 x + ...;
- {"minimum": [t, t]}, the smaller one;
- {"letter": name}, a real number that is not fixed.

Equal numbers made of rational numbers and their square roots have equal trees.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flint import fmpq, fmpz

from ...exact.evaluation import Evaluator
from ...exact.letters import Letter
from ...exact.printing import LATEX
from ...exact.ring import Number, Powers

Tree = Any


class Trees:
    """The trees of the numbers of one problem."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator
        self._known: dict[str, Tree] = {}

    def of(self, value: Number) -> Tree:
        """The tree of a number."""
        if isinstance(value, fmpq):
            return str(value)
        sums: dict[str, fmpq] = {}
        for powers, coefficient in reversed(self.evaluator.ring.terms(value)):
            outside, factors = self._factors(powers)
            key = json.dumps(factors)
            sums[key] = sums.get(key, fmpq(0)) + outside * coefficient
        terms = [product_of(c, json.loads(key)) for key, c in sums.items() if c != 0]
        return {"sum": terms} if len(terms) > 1 else (terms or ["0"])[0]

    def _factors(self, powers: Powers) -> tuple[fmpq, list[Tree]]:
        """The factors of a term: a rational number, at most one root of an integer, then the others."""
        radicand, others = fmpq(1), []
        for name, power in sorted(powers.items()):
            square = self._rational_square(name)
            if square is not None and power == 1:
                radicand *= square
            else:
                tree = self._letter(name)
                others.append(tree if power == 1 else {"power": [tree, power]})
        outside, squarefree = simplified_root(radicand)
        return outside, [*([] if squarefree == 1 else [{"sqrt": str(squarefree)}]), *others]

    def _rational_square(self, name: str) -> fmpq | None:
        """The square of a letter that is the root of a rational number."""
        square = self.evaluator.ring.squares.get(name)
        if square is None or not square.is_constant():
            return None
        return fmpq(square.leading_coefficient()) if square else fmpq(0)

    def _letter(self, name: str) -> Tree:
        if name not in self._known:
            self._known[name] = self._meaning(name, self.evaluator.ring.letters[name])
        return self._known[name]

    def _meaning(self, name: str, letter: Letter) -> Tree:
        if letter.square is not None:
            return {"sqrt": self.of(self.evaluator.number(letter.square))}
        if letter.minimum is not None:
            return {"minimum": [self.of(self.evaluator.number(side)) for side in letter.minimum]}
        if letter.polynomial is not None and letter.interval is not None:
            coefficients = [str(c) for c in letter.polynomial.coeffs()]
            return {"root": {"coefficients": coefficients, "between": [str(end) for end in letter.interval]}}
        return {"letter": name}


def simplified_root(value: fmpq) -> tuple[fmpq, fmpz]:
    """(s, d) with sqrt(value) = s sqrt(d) and a squarefree integer d, for value >= 0."""
    if value == 0:
        return fmpq(0), fmpz(1)
    outside, squarefree = fmpz(1), fmpz(1)
    for prime, exponent in (fmpz(value.p) * fmpz(value.q)).factor():
        outside *= prime ** (exponent // 2)
        squarefree *= prime ** (exponent % 2)
    return fmpq(outside, value.q), squarefree


def product_of(coefficient: fmpq, factors: list[Tree]) -> Tree:
    """The tree of a product."""
    parts = [*([] if coefficient == 1 and factors else [str(coefficient)]), *factors]
    return parts[0] if len(parts) == 1 else {"product": parts}


def contains(tree: Tree, kind: str) -> bool:
    """True if a part of the tree is of this kind."""
    if isinstance(tree, dict):
        return kind in tree or any(contains(part, kind) for part in tree.values())
    return isinstance(tree, list) and any(contains(part, kind) for part in tree)


@dataclass(frozen=True)
class Notation:
    """How trees are written: the words for numbers, letters, roots and powers, and the sign of a product."""

    number: Callable[[str], str]
    letter: Callable[[str], str]
    sqrt: Callable[[str], str]
    power: Callable[[str, int], str]
    root: Callable[[Any], str]
    minimum: Callable[[str], str]
    times: str
    plus: str

    def write(self, tree: Tree) -> str:
        """A tree in this notation."""
        if isinstance(tree, str):
            return self.number(tree)
        ((kind, inside),) = tree.items()
        if kind == "sum":
            return self.plus.join(map(self.write, inside)).replace(f"{self.plus}-", self.plus.replace("+", "-"))
        if kind == "product":
            return self._product(inside)
        if kind == "power":
            return self.power(self._factor(inside[0]), inside[1])
        if kind == "minimum":
            return self.minimum(", ".join(map(self.write, inside)))
        return {"sqrt": lambda t: self.sqrt(self.write(t)), "letter": self.letter, "root": self.root}[kind](inside)

    def _product(self, factors: list[Tree]) -> str:
        sign = "-" if factors[0] == "-1" else ""
        return sign + self.times.join(map(self._factor, factors[1:] if sign else factors))

    def _factor(self, tree: Tree) -> str:
        text = self.write(tree)
        return f"({text})" if isinstance(tree, dict) and ("sum" in tree or "product" in tree) else text


def _python_number(text: str) -> str:
    numerator, slash, denominator = text.partition("/")
    return f"Rational({numerator}, {denominator})" if slash else text


def _python_root(root: dict[str, Any]) -> str:
    ends = ", ".join(map(_python_number, root["between"]))
    return f"real_root_between([{', '.join(root['coefficients'])}], {ends})"


def _text_root(root: dict[str, Any]) -> str:
    return f"root([{','.join(root['coefficients'])}],{root['between'][0]},{root['between'][1]})"


def _latex_root(root: dict[str, Any]) -> str:
    powers = [rf"{c}\,x^{{{k}}}" for k, c in enumerate(root["coefficients"]) if c != "0"]
    lower, upper = (LATEX.number(fmpq(*map(int, end.split("/")))) for end in root["between"])
    return rf"\operatorname{{root}}_{{({lower}, {upper})}}({' + '.join(powers)})"


TEXT = Notation(
    str,
    str,
    lambda x: f"sqrt({x})",
    lambda x, k: f"{x}^{k}",
    _text_root,
    lambda x: f"min({x})".replace(" ", ""),
    "*",
    "+",
)
PYTHON = Notation(
    _python_number,
    str,
    lambda x: f"sqrt({x})",
    lambda x, k: f"{x}**{k}",
    _python_root,
    lambda x: f"Min({x})",
    " * ",
    " + ",
)
LATEX_NOTATION = Notation(
    lambda text: LATEX.number(fmpq(*map(int, text.split("/")))),
    LATEX.name,
    lambda x: rf"\sqrt{{{x}}}",
    lambda x, k: f"{{{x}}}^{{{k}}}",
    _latex_root,
    lambda x: rf"\min\{{{x}\}}",
    r"\,",
    " + ",
)
