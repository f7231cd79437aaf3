"""Nodes of case trees and the expressions in them, in the kernel's notation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from inspect import signature
from itertools import combinations_with_replacement
from typing import Any

Node = Any
Expression = Any
Group = tuple[str, str]


def letter(name: str) -> Expression:
    """A letter."""
    return ["letter", name]


def minus(expression: Expression) -> Expression:
    """The negative of an expression."""
    return ["-", expression]


def total(expressions: Iterable[Expression]) -> Expression:
    """A sum, 0 for none."""
    return ["+", "0", *expressions]


def times(*factors: Expression) -> Expression:
    """A product."""
    return ["*", *factors]


def split(expression: Expression, cases: dict[str, Node]) -> Node:
    """A split by the sign of an expression."""
    return {"sign": expression, "cases": [[relation, node] for relation, node in cases.items()]}


def replace(replacements: Sequence[list[Any]], then: Node) -> Node:
    """Replacements [letter, value, new letter or None], one after the other."""
    return {"replace": list(replacements), "then": then} if replacements else then


def symmetric(groups: Sequence[Group], template: Callable[..., Node], case: Callable[..., Node]) -> Node:
    """The groups by the parts of the template of the first one, up to permutations; `case` takes those of each part.

    Without groups there is one case, with as many empty parts as `case` takes.
    """
    if not groups:
        return case(*([] for _ in signature(case).parameters))
    first = template(*groups[0])
    patterns = []
    for pattern in combinations_with_replacement(range(leaves(first)), len(groups)):
        found = [[g for g, k in zip(groups, pattern, strict=True) if k == part] for part in range(leaves(first))]
        patterns.append(case(*found))
    return {"symmetric": [list(group) for group in groups], "template": first, "patterns": patterns}


def mirrored(expression: Expression, then: Node) -> Node:
    """The case in which an odd expression is >= 0, up to a change of all signs."""
    return {"mirrored": expression, "then": then}


def leaves(template: Node) -> int:
    """The number of parts of a template."""
    return 1 if template is None else sum(leaves(branch) for _, branch in template["cases"])
