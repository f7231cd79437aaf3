"""A proof that components are all solutions, from the tree with which these were found.

The cases of the tree are made once more by the kernel's rules, and its leaves are found anew: some components have been
left out since then, and others are described by fewer conditions. Nothing is searched for.
"""

from __future__ import annotations

from typing import Any

from ..kernel import Rejected
from ..kernel.components import read_components
from ..kernel.known_equations import Known
from ..kernel.problem import Problem
from ..kernel.real_solutions import arbitrary_solution, with_numbers
from ..kernel.solution_trees import RULES
from .located_components import Locator
from .number_letters import NumberLetters, sharpened
from .real_solutions import solutions_inside

Node = Any


def proof_from(problem: Problem, stated: dict[str, Any], names: list[str], numbers: NumberLetters, tree: Node) -> Any:
    """The proof for a problem in which numbers of the components are declared already; None if it is not one."""
    declared = [item for name, item in numbers.declarations.items() if name not in problem.setting.letters]
    components = read_components(stated["components"])
    try:
        known = sharpened(Known(with_numbers(problem, declared)))
        inside = [solutions_inside(known, stated, component) for component in components]
        if None in inside:
            return None
        moved = relocated(arbitrary_solution(known, stated, names), tree, Locator(known, components))
    except Rejected:
        return None
    return {"numbers": declared, "inside": inside, "point": names, "tree": moved}


def relocated(known: Known, node: Node, locate: Locator) -> Node:
    """The tree with leaves in these components.

    Raises Rejected if one is in none of them.
    """
    if node == "impossible":
        return node
    leaf = locate(known)
    if leaf is not None:
        return leaf
    rule = next((rule for key, rule in RULES.items() if key in node), None)
    if rule is None:
        raise Rejected("a case in no component")
    found = [relocated(case, branch, locate) for case, branch in rule(known, node)]
    if "then" in node:
        return {**node, "then": found[0]}
    return {**node, "cases": [[*case[:-1], branch] for case, branch in zip(node["cases"], found, strict=True)]}
