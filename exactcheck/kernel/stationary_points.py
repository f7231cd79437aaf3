"""All stationary points of a sum of absolute values: for all values of the letters, they are the points of some cells.

The coordinates of an arbitrary point become letters, and a case tree leads to cases in which either the directional
derivative is negative along some direction and the point lies in no cell, or multipliers give the subgradient 0 and the
point lies in a cell. Patterns of cases may be taken up to permutations of the coordinates.
"""

from __future__ import annotations

from typing import Any

from .cases import known_zero, require_cases, with_declarations
from .kinks import kinked_point
from .polynomial import Polynomial
from .positivity import require_positive
from .problem import Problem
from .reading import array, integer, name, rational, record, require
from .signed_point import signed_point
from .stationarity import require_not_stationary, require_stationary
from .stationary_sets import Cell, Point, Summary, cells, content
from .symmetries import Renaming, mirrored_case, permuted_cases

Statement = dict[str, Any]


def prove_stationary_points(problem: Problem, statement: Statement, proof: Any) -> None:
    """The set by a case tree, as an instance of a set with letters, or from one that was proved before."""
    require(isinstance(proof, dict), "a case tree was expected")
    if "general" in proof:
        require_instance(problem, statement, proof)
        return
    if "earlier" in proof:
        index, signs, names = record(proof, "earlier", "signs", "point")
        other = problem.stationary_sets[integer(index, 0, len(problem.stationary_sets) - 1)]
        require_same(declaring(problem, *coordinates(names)), statement, other, signs, names)
        return
    names, tree = record(proof, "point", "tree")
    located = {**statement, "at": [["letter", name(x)] for x in array(names)]}
    require_tree(declaring(problem, *coordinates(names)), located, tree)


def declaring(problem: Problem, *declarations: dict[str, Any]) -> Problem:
    """The problem with more letters."""
    return with_declarations(problem, [*problem.declarations, *declarations])


def coordinates(names: Any) -> list[dict[str, Any]]:
    """Declarations of an arbitrary point."""
    return [{"letter": x, "role": "point"} for x in array(names)]


def require_tree(problem: Problem, statement: Statement, tree: Any) -> None:
    """Reject unless the statement holds in each case of a tree."""
    require_cases(problem, tree, lambda case, proof: require_case(case, statement, proof))


def require_case(problem: Problem, statement: Statement, proof: Any) -> None:
    """Reject unless in this case no point is stationary and none lies in a cell, or all are and do."""
    require(isinstance(proof, dict), "a proof in a case was expected")
    if "symmetric" in proof:
        for case, part in permuted_cases(problem, proof, lambda renaming: permuted(problem, statement, renaming)):
            require_tree(case, statement, part)
    elif "mirrored" in proof:
        letters = [letter for _, letter in statement["at"]]
        case, part = mirrored_case(problem, proof, letters, lambda mirror: summary(problem, statement, mirror))
        require_tree(case, statement, part)
    elif "direction" in proof:
        require_descent(problem, statement, *record(proof, "direction", "falling"))
    else:
        require_member(problem, statement, record(proof, "multipliers")[0])


def summary(problem: Problem, statement: Statement, renaming: Renaming) -> Summary:
    """What the statement says, with letters renamed; rejected unless the point's coordinates are its own letters.

    As these are free, differ, and occur nowhere else in the statement, equal polynomials in them are equal functions.
    Where one was replaced, equal polynomials are only functions with equal values at this point.
    """
    own = all(letter not in problem.values for _, letter in statement["at"])
    require(own, "a point whose coordinates are not different letters of its own")
    return content(problem, statement, point(problem, statement)).summary(renaming)


def permuted(problem: Problem, statement: Statement, renaming: Renaming) -> tuple[frozenset[Polynomial], Summary]:
    """The coordinates of the point, which a permutation must keep among themselves, and what the statement says."""
    renamed = frozenset(x.substitute(renaming) for x in point(problem, statement))
    return renamed, summary(problem, statement, renaming)


def point(problem: Problem, statement: Statement) -> Point:
    """The coordinates of the point."""
    return [problem.scalar(x) for x in statement["at"]]


def located_cells(problem: Problem, statement: Statement) -> list[Cell]:
    """The cells at the point."""
    return cells(problem, statement, point(problem, statement))


def require_descent(problem: Problem, statement: Statement, direction: Any, falling: Any) -> None:
    """Reject unless f falls along the direction to first order and the point lies in no cell."""
    at = signed_point(problem, statement)
    d = [problem.scalar(value) for value in array(direction, at.size)]
    require_positive(problem, Polynomial.of(-at.steepest(d)), True, falling)
    outside = all(cell.excludes(problem.setting) for cell in located_cells(problem, statement))
    require(outside, "the point may lie in a cell")


def require_member(problem: Problem, statement: Statement, multipliers: Any) -> None:
    """Reject unless the multipliers surely give the subgradient 0 and the point lies in a cell."""
    at = signed_point(problem, statement)
    z = [problem.scalar(value) for value in array(multipliers, len(at.pieces))]
    at.require_multipliers(z)
    zero = all(known_zero(problem.setting, value) for value in at.subgradient(z))
    require(zero, "the multipliers may belong to a subgradient that is not zero")
    inside = any(cell.contains(problem.setting) for cell in located_cells(problem, statement))
    require(inside, "the point is not known to lie in a cell")


def require_instance(problem: Problem, statement: Statement, proof: Any) -> None:
    """Reject unless the statement is another one, for all positive values of some letters, at values of these.

    Coordinates of the point may change their signs: x is stationary for f(x) = g(D x) if and only if D x is for g, D
    diagonal with entries 1 and -1.
    """
    general, letters, signs, names, tree = record(proof, "general", "letters", "signs", "point", "tree")
    pairs = [array(pair, 2) for pair in array(letters)]
    declared = [{"letter": a, "role": "parameter"} for a, _ in pairs]
    assumed = [{"assume": [["letter", name(a)], ">", "0"]} for a, _ in pairs]
    other = dict(zip(("smooth", "pieces", "cells"), record(general, "smooth", "pieces", "cells"), strict=True))
    lettered = declaring(problem, *declared, *assumed)
    # the point's letters come later: a function that knew them would be another one at each point
    lettered.require_declared(other)
    prove_stationary_points(lettered, other, {"point": names, "tree": tree})
    valued = declaring(problem, *({"letter": a, "is": value} for a, value in pairs))
    positive = all(valued.setting.is_positive(valued.values[a]) for a, _ in pairs)
    require(positive, "a value that is not known to be positive")
    require_same(declaring(valued, *coordinates(names)), statement, other, signs, names)


def require_same(problem: Problem, statement: Statement, other: Statement, signs: Any, names: list[str]) -> None:
    """Reject unless one statement at an arbitrary point says what the other one says at it with changed signs."""
    turns = [integer(sign, -1, 1) for sign in array(signs, len(names))]
    require(0 not in turns, "a sign that is zero")
    x = [Polynomial.letter(letter) for letter in names]
    turned = [value * sign for value, sign in zip(x, turns, strict=True)]
    same = content(problem, statement, x).summary() == content(problem, other, turned).summary()
    require(same, "the statement does not follow from the other one")


def refute_stationary_points(problem: Problem, statement: Statement, proof: Any) -> None:
    """A point at values of the letters that is stationary and lies in no cell, or the other way round."""
    require(isinstance(proof, dict), "a point was expected")
    stationary = "multipliers" in proof
    values, numbers, rest = record(proof, "at", "coordinates", "multipliers" if stationary else "direction")
    here = valued_problem(problem, values)
    located = {**statement, "at": [str(rational(x)) for x in array(numbers)]}
    found, setting = located_cells(here, located), here.setting
    if stationary:
        require_stationary(kinked_point(here, located), False, {"multipliers": rest})
        require(all(cell.excludes(setting) for cell in found), "the point may lie in a cell")
    else:
        require_not_stationary(kinked_point(here, located), False, {"direction": rest})
        require(any(cell.contains(setting) for cell in found), "the point is not known to lie in a cell")


def valued_problem(problem: Problem, values: Any) -> Problem:
    """The problem at values of letters; rejected unless these are allowed."""
    require(isinstance(values, dict), "values of letters are an object")
    problem.at({letter: rational(value) for letter, value in values.items()})
    return with_declarations(
        problem,
        [
            {"letter": item["letter"], "is": values[item["letter"]]} if item.get("letter") in values else item
            for item in problem.declarations
        ],
    )
