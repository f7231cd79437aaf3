"""Trees of cases which show that nothing satisfies all that is known. Beside the nodes of `solution_trees`:

- {"learn": expression, "strict": b, "positive": proof, "then": node}: the proof shows expression >= 0 (> 0 if strict);
- {"between": expression, "then": node}: where p >= 0 and -p >= 0 are known, p = 0;
- {"ends": [a, b], "letter": x, "value": e, "range": [lower, upper], "at": q, "then": node}: e has the same sign for all
  x between a and b;
- {"fact": k, "modulo": [[j, cofactor], ...], "positive": proof}: a leaf. The k-th fact says p >= 0 (p > 0), and the
  proof shows sum_j c_j e_j - p > 0 (>= 0) for known equations e_j = 0. Without a fact (null) p is zero.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .known_equations import Known
from .polynomial import Polynomial
from .positivity import require_positive
from .reading import array, integer, record, require
from .signs_between_ends import FIELDS, known_between_ends
from .solution_trees import RULES, Cases, Node

NEGATED = {"=": "!=", "!=": "=", ">=": "<", ">": "<=", "<=": ">", "<": ">="}


def require_contradictory(known: Known, node: Node) -> None:
    """Reject unless the tree shows that no values of the letters are as is known.

    By induction on the tree: values of the letters at which all of this holds belong to one of the cases that a rule
    goes on with, and no values belong to a leaf.
    """
    if node == "impossible":
        known.require_impossible()
        return
    require(isinstance(node, dict), "a node of a tree was expected")
    if "fact" in node:
        require_violated(known, *record(node, "fact", "modulo", "positive"))
        return
    cases = cases_of(known, node)
    require(cases is not None, "a node of an unknown kind")
    for case, branch in cases or ():
        require_contradictory(case, branch)


def cases_of(known: Known, node: Node) -> Cases | None:
    """The cases that the rule of a node goes on with, to which all values of the letters belong; None for a leaf."""
    rules = [rule for key, rule in CONTRADICTION_RULES.items() if isinstance(node, dict) and key in node]
    require(len(rules) <= 1, "a node of several kinds")
    return rules[0](known, node) if rules else None


def require_in_all_cases(known: Known, node: Node, shown: Callable[[Known, Node], bool]) -> None:
    """Reject unless a tree shows something of all values of the letters: `shown` says so of a leaf, or rejects it.

    By induction on the tree: all values belong to one of the cases that a rule goes on with. What is no leaf of this
    kind shows that there are no values.
    """
    if shown(known, node):
        return
    cases = cases_of(known, node)
    if cases is None:
        require_contradictory(known, node)
    for case, branch in cases or ():
        require_in_all_cases(case, branch, shown)


def require_holds(known: Known, value: Polynomial, relation: str, node: Node) -> None:
    """Reject unless the tree shows that the value stands in the relation to zero: otherwise it stands in the other."""
    require_contradictory(known.supposing(value, NEGATED[relation]), node)


def require_violated(known: Known, index: Any, modulo: Any, proof: Any) -> None:
    """Reject unless a fact is shown to be violated.

    At values with p >= 0 and all e_j = 0 the sum_j c_j e_j - p is at most 0, and less where p > 0. This contradicts the
    proof. Without a fact, p = 0 >= 0.
    """
    target, strict = known.combination(modulo), True
    if index is not None:
        facts = known.setting.facts
        fact = facts[integer(index, 0, len(facts) - 1)]
        target, strict = target - fact.polynomial, not fact.strict
    require_positive(known.problem, target, strict, proof)


def learn(known: Known, node: Node) -> Cases:
    """What a proof of positivity shows holds at all values at which the facts do."""
    expression, strict, proof, then = record(node, "learn", "strict", "positive", "then")
    require(type(strict) is bool, "whether an inequality is strict is true or false")
    value = Polynomial.of(known.problem.scalar(expression))
    require_positive(known.problem, value, strict, proof)
    yield known.supposing(value, ">" if strict else ">="), then


def between(known: Known, node: Node) -> Cases:
    """A real number that is neither negative nor positive is zero."""
    expression, then = record(node, "between", "then")
    value = Polynomial.of(known.problem.scalar(expression))
    both = known.setting.is_nonnegative(value) and known.setting.is_nonnegative(-value)
    require(both, "a number that may be positive or negative")
    yield known.supposing(value, "="), then


def between_ends(known: Known, node: Node) -> Cases:
    """An expression in one letter has a sign between two numbers between which it has no root."""
    then = record(node, *FIELDS, "then")[-1]
    yield known_between_ends(known, {field: node[field] for field in FIELDS}), then


CONTRADICTION_RULES = {**RULES, "learn": learn, "between": between, "ends": between_ends}


def require_all_hold(known: Known, values: list[tuple[Polynomial, str]], nodes: Any) -> None:
    """Reject unless each of the values stands in its relation to zero, by one tree for each."""
    for (value, relation), node in zip(values, array(nodes, len(values)), strict=True):
        require_holds(known, value, relation, node)
