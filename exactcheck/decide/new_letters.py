"""New letters in the place of others, which are linear in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.solution_trees import RULES
from .written_polynomials import written

Node = Any
Change = tuple[list[Polynomial], list[list[Polynomial]]]


@dataclass
class NewLetters:
    """A case with the nodes that lead to it, and the names of new letters."""

    known: Known
    names: list[str]
    nodes: list[Node] = field(default_factory=list)

    def follow(self, node: Node) -> None:
        """Go on with the only case of a node."""
        rule = next(rule for key, rule in RULES.items() if key in node)
        ((self.known, _),) = rule(self.known, node)
        self.nodes.append(node)

    def before(self, tree: Node) -> Node:
        """The nodes with what follows."""
        for node in reversed(self.nodes):
            tree = {**node, "then": tree}
        return tree


def in_new_letters(known: Known, names: list[str], letters: Sequence[str], change: Change) -> NewLetters:
    """The case in which new letters are certain expressions, and the old ones a matrix times them, up to constants."""
    new, basis = change
    steps, first = NewLetters(known, names), len(known.equations)
    for name, form in zip(names, new, strict=True):
        steps.follow({"letter": name, "is": written(form), "then": None})
    # the sums of the equations v - form(x) = 0 with the weights of a row of the matrix
    last = len(steps.known.equations)
    rows = [[[first + j, written(-c)] for j, c in enumerate(row)] for row in basis]
    steps.follow({"combine": rows, "then": None})
    for k, letter in enumerate(letters):
        steps.follow({"solve": last + k, "letter": letter, "inverse": "1", "then": None})
    return steps
