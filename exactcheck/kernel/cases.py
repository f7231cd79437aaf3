"""Case trees: a statement for all values of its letters from the same statement in cases that cover them.

A case is a problem of its own, with the declarations of the one it belongs to and more. Its nodes:

- {"sign": e, "cases": [[relation, node], ...]}: in each case e stands in the relation to 0, and some relation always
  holds;
- {"replace": [[letter, value, new letter], ...], "then": node}: the letters have values in terms of new ones and of
  others, and take all their values as these do; or without a new letter (null) letter = value is known;
- "impossible": what is known contradicts itself, so that no values are left.

Anything else is a proof of the statement in its case.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .comparison import learn_comparison
from .matrix import Matrix, determinant
from .polynomial import Polynomial, Scalar
from .problem import Problem
from .reading import array, record, require
from .setting import FREE, Setting

Proof = Any
Condition = list[Any]
REAL = ("parameter", "point")
SIGNS = {">": {1}, ">=": {0, 1}, "=": {0}, "<=": {-1, 0}, "<": {-1}}


def require_cases(problem: Problem, node: Proof, check: Callable[[Problem, Proof], None]) -> None:
    """Check the proof of each case; rejected unless the cases cover all values of the letters."""
    if node == "impossible":
        require_contradiction(problem.setting)
    elif isinstance(node, dict) and "sign" in node:
        for condition, branch in branches(node):
            require_cases(assuming(problem, [condition]), branch, check)
    elif isinstance(node, dict) and "replace" in node:
        replacements, then = record(node, "replace", "then")
        changed = replacing(problem, [array(each, 3) for each in array(replacements)])
        require_cases(changed, then, check)
    else:
        check(problem, node)


def branches(node: Proof, signs: dict[str, set[int]] = SIGNS) -> list[tuple[Condition, Proof]]:
    """The conditions of a split by sign with what follows each; rejected unless one of them always holds."""
    expression, cases = record(node, "sign", "cases")
    pairs = [array(case, 2) for case in array(cases)]
    require(all(isinstance(relation, str) and relation in signs for relation, _ in pairs), "not a relation to zero")
    covered = set().union(*(signs[relation] for relation, _ in pairs))
    require(covered == {-1, 0, 1}, "cases that leave out a sign")
    return [([expression, relation, "0"], branch) for relation, branch in pairs]


def paths(template: Proof) -> list[list[Condition]]:
    """The conditions on the way to each leaf (null) of a tree of splits by sign: one of these lists always holds."""
    if template is None:
        return [[]]
    return [[condition, *rest] for condition, branch in branches(template) for rest in paths(branch)]


def with_declarations(problem: Problem, declarations: list[Any]) -> Problem:
    """A problem with these declarations and what has been proved before."""
    other = Problem(declarations)
    # what need not exist in a case need not exist at all
    other.hypothetical = problem.hypothetical
    for statement in problem.learned:
        learn_comparison(other, statement)
    return other


def assuming(problem: Problem, conditions: list[Condition]) -> Problem:
    """The problem where the conditions hold too."""
    return with_declarations(problem, [*problem.declarations, *({"assume": condition} for condition in conditions)])


def replacing(problem: Problem, replacements: list[list[Any]]) -> Problem:
    """The problem in which free letters for real numbers have values in terms of others."""
    declarations, replaced, new = problem.declarations, list[Any](), list[Any]()
    for letter, value, other in replacements:
        old = next((item for item in declarations if item.get("letter") == letter and "role" in item), None)
        require(old is not None and old["role"] in REAL, f"{letter!r:.40} is no letter for real numbers")
        declarations = [{"letter": letter, "is": value} if item is old else item for item in declarations]
        if other is None:
            difference = Polynomial.letter(letter) - problem.scalar(value)
            require(known_zero(problem.setting, difference), f"{letter} is not known to have this value")
        else:
            declarations.insert(0, {"letter": other, "role": "point"})
            replaced.append(letter)
            new.append(other)
    result = with_declarations(problem, declarations)
    require_onto(result, replaced, new)
    return result


def require_onto(problem: Problem, replaced: list[str], new: list[str]) -> None:
    """Reject unless the replaced letters take all their values, whatever the others are, as the new ones do.

    They are M t + r for the vector t of new letters, an invertible matrix M of numbers, and an r in which only other
    free letters and numbers occur.
    """
    matrix = {}
    for i, letter in enumerate(replaced):
        for monomial, coefficient in problem.values[letter].terms.items():
            names = [name for name, _ in monomial]
            if set(names) & set(new):
                require(len(names) == 1 and monomial[0][1] == 1, f"{letter} is not linear in the new letters")
                matrix[i, new.index(names[0])] = coefficient
            else:
                known = all(is_independent(problem.setting, name) for name in names)
                require(known, f"{letter} may not take all its values")
    require(determinant(Matrix(len(new), len(new), matrix)) != 0, "letters that may not take all their values")


def is_independent(setting: Setting, letter: str) -> bool:
    """True for a letter that does not depend on others."""
    return setting.letters[letter].role in FREE or setting.is_constant(Polynomial.letter(letter))


def known_zero(setting: Setting, value: Scalar) -> bool:
    """True if value = 0 is established, as an identity or by facts value >= 0 and -value >= 0."""
    return setting.is_zero(value) or (setting.is_nonnegative(value) and setting.is_nonnegative(-value))


def require_contradiction(setting: Setting) -> None:
    """Reject unless the negation of some fact is known."""
    refuted = (setting.is_nonnegative if fact.strict else setting.is_positive for fact in setting.facts)
    found = any(test(-fact.polynomial) for test, fact in zip(refuted, setting.facts, strict=True))
    require(found, "a case that is not known to be impossible")
