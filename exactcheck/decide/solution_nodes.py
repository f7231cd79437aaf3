"""Nodes of trees of cases, as the kernel reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.solution_trees import RULES
from .number_fields import inverse
from .written_polynomials import written, written_terms

Node = Any


@dataclass(frozen=True)
class Steps:
    """Nodes of a tree, each with one case, and what is known after them."""

    known: Known
    nodes: tuple[Node, ...] = ()

    def then(self, node: Node) -> Steps:
        """One more of them, by the kernel's rule for it."""
        open_node = {**node, "then": None}
        rule = next(rule for key, rule in RULES.items() if key in open_node)
        ((case, _),) = rule(self.known, open_node)
        return Steps(case, (*self.nodes, open_node))

    def before(self, tree: Node) -> Node:
        """The tree that goes on after them."""
        for node in reversed(self.nodes):
            tree = {**node, "then": tree}
        return tree


def with_branches(node: Node, branches: Sequence[Node]) -> Node:
    """A node with these branches."""
    if "then" in node:
        return {**node, "then": branches[0]}
    return {**node, "cases": [[*case[:-1], branch] for case, branch in zip(node["cases"], branches, strict=True)]}


def shown(pairs: Sequence[tuple[int, Polynomial]]) -> list[Any]:
    """A combination in the kernel's notation."""
    return [[k, written_terms(c)] for k, c in pairs]


def roots_node(known: Known, index: int, letter: str, values: Sequence[Polynomial]) -> Node:
    """The cases of the roots of an equation, with their inverses where something is divided by the letter."""
    expressions = (*known.point, *known.equations, *known.unequal, *(fact.polynomial for fact in known.setting.facts))
    divides = any(x == letter and k < 0 for p in expressions for monomial in p.terms for x, k in monomial)
    inverses = [inverse(known.setting, value) if divides else None for value in values]
    cases = [[written(v), None if i is None else written(i), None] for v, i in zip(values, inverses, strict=True)]
    return {"roots": index, "letter": letter, "cases": cases}
