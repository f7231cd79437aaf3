"""A proof that components are all solutions, from the tree with which these were found.

Components have other numbers since then, some are described by fewer conditions, and some have been left out because
they are inside of others. Nothing is searched for.
"""

from __future__ import annotations

from typing import Any

from ..kernel import Rejected
from ..kernel.components import read_components
from ..kernel.known_equations import Known
from ..kernel.problem import Problem
from ..kernel.real_solutions import arbitrary_solution, with_numbers
from .number_letters import sharpened
from .real_solutions import all_inside
from .solution_discovery import Discovered
from .solution_nodes import with_branches

Node = Any


def proof_from(problem: Problem, stated: dict[str, Any], names: list[str], found: Discovered) -> Any:
    """The proof for a problem in which numbers of the components are declared already; None if it is not one."""
    declared = [item for name, item in found.numbers.declarations.items() if name not in problem.setting.letters]
    components = read_components(stated["components"])
    try:
        known = sharpened(Known(with_numbers(problem, declared)))
        solution = arbitrary_solution(known, stated, names)
        inside = all_inside(known, stated, components, (solution, found.numbers))
    except Rejected:
        return None
    if None in inside:
        return None
    return {"numbers": declared, "inside": inside, "point": names, "tree": moved(found.tree, found)}


def moved(node: Node, found: Discovered) -> Node:
    """The tree with leaves in the components that are left."""
    if node == "impossible":
        return node
    if "component" in node:
        while node["component"] in found.inside:
            letters, leaf = found.inside[node["component"]]
            values = dict(zip(letters, node["values"], strict=True))
            node = {**leaf, "values": [replaced(value, values) for value in leaf["values"]]}
        return {**node, "component": found.places.index(node["component"])}
    branches = [node["then"]] if "then" in node else [case[-1] for case in node["cases"]]
    return with_branches(node, [moved(branch, found) for branch in branches])


def replaced(expression: Any, values: dict[str, Any]) -> Any:
    """An expression with values in the place of letters."""
    if not isinstance(expression, list):
        return expression
    if expression[0] == "letter":
        return values.get(expression[1], expression)
    return [replaced(part, values) for part in expression]
