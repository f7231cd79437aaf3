"""Cases up to symmetries: changes of letters that map the hypotheses and the statement to themselves.

- Groups of letters that can be interchanged: if one of the conditions of a template holds for the letters of each
  group, then every point has a permutation by which the numbers of the conditions that hold for its groups do not
  decrease. So the statement is true everywhere if it is for these patterns.
- Letters that can all change their signs together: if an expression e changes its sign with them, then e >= 0 at every
  point or at its mirror image. So the statement is true everywhere if it is where e >= 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from itertools import combinations_with_replacement, pairwise
from typing import Any

from .cases import REAL, Condition, Proof, assuming, paths
from .polynomial import Polynomial
from .problem import Problem
from .reading import array, name, record, require

Renaming = dict[str, Polynomial]


def permuted_cases(
    problem: Problem, node: Proof, summary: Callable[[Renaming], Hashable]
) -> list[tuple[Problem, Proof]]:
    """The cases of {"symmetric": groups, "template": splits of the first group by sign, "patterns": [node, ...]}.

    Rejected unless neighbouring groups can be interchanged in the hypotheses and in the summary of the statement; these
    permutations generate all of them.
    """
    groups, template, proofs = record(node, "symmetric", "template", "patterns")
    letters = [list(map(name, array(group))) for group in array(groups)]
    require(len(letters) > 0 and len({len(group) for group in letters}) == 1, "groups of different sizes")
    require_symmetries(problem, summary, [exchange(left, right) for left, right in pairwise(letters)])
    require_independent(problem, [letter for group in letters for letter in group])
    parts = [[condition_in(problem, letters, condition) for condition in path] for path in paths(template)]
    patterns = list(combinations_with_replacement(range(len(parts)), len(letters)))
    return [
        (assuming(problem, [each[i] for i, k in enumerate(pattern) for each in parts[k]]), proof)
        for pattern, proof in zip(patterns, array(proofs, len(patterns)), strict=True)
    ]


def mirrored_case(
    problem: Problem, node: Proof, letters: list[str], summary: Callable[[Renaming], Hashable]
) -> tuple[Problem, Proof]:
    """The case of {"mirrored": e, "then": node} where e >= 0; rejected unless the letters can change their signs."""
    expression, then = record(node, "mirrored", "then")
    mirror = {letter: -Polynomial.letter(letter) for letter in letters}
    require_independent(problem, letters)
    require_symmetries(problem, summary, [mirror])
    value = Polynomial.of(problem.scalar(expression))
    odd = problem.setting.is_zero(value + value.substitute(mirror))
    require(odd, "an expression that does not change its sign")
    return assuming(problem, [[expression, ">=", "0"]]), then


def require_symmetries(problem: Problem, summary: Callable[[Renaming], Hashable], renamings: list[Renaming]) -> None:
    """Reject unless each renaming leaves the hypotheses and the statement as they are."""
    unchanged = hypotheses(problem, {}), summary({})
    for renaming in renamings:
        same = (hypotheses(problem, renaming), summary(renaming)) == unchanged
        require(same, "a change of letters that changes what is assumed or stated")


def require_independent(problem: Problem, letters: list[str]) -> None:
    """Reject unless these are different free letters for real numbers on which no other letter depends."""
    known = problem.setting.letters
    require(len(set(letters)) == len(letters), "a letter that occurs twice in a symmetry")
    require(all(x in known and known[x].role in REAL for x in letters), "a symmetry of other letters than real numbers")
    for letter in known.values():
        parts = [part for part in (letter.square, *(letter.minimum or ())) if part is not None]
        require(
            not any(part.letters & set(letters) for part in parts), f"{letter.name} depends on a letter of a symmetry"
        )


def exchange(left: list[str], right: list[str]) -> Renaming:
    """The renaming that interchanges two groups."""
    pairs = [pair for a, b in zip(left, right, strict=True) for pair in ((a, b), (b, a))]
    return {old: Polynomial.letter(new) for old, new in pairs}


def hypotheses(problem: Problem, renaming: Renaming) -> Counter[tuple[Polynomial, bool]]:
    """All that is known of the letters, renamed."""
    return Counter((fact.polynomial.substitute(renaming), fact.strict) for fact in problem.setting.facts)


def condition_in(problem: Problem, groups: list[list[str]], condition: Condition) -> list[Condition]:
    """A condition on the first group, for each group in its place."""
    expression, relation, zero = condition
    value = problem.setting.normal(problem.scalar(expression))
    others = {letter for group in groups[1:] for letter in group}
    require(not value.letters & others, "a condition on several groups")
    renamings = ({a: Polynomial.letter(b) for a, b in zip(groups[0], group, strict=True)} for group in groups)
    return [[written(value.substitute(renaming)), relation, zero] for renaming in renamings]


def written(polynomial: Polynomial) -> Any:
    """A polynomial as an expression."""
    terms = [
        ["*", str(value), *(["^", ["letter", letter], power] for letter, power in monomial)]
        for monomial, value in polynomial.terms.items()
    ]
    return ["+", "0", *terms]
