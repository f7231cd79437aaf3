"""Comparisons: two scalars, or two matrices entry by entry, in one of the relations =, <=, <, >=, >."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .blocks import BlockMatrix
from .matrix import Matrix
from .polynomial import Polynomial, Scalar
from .positivity import require_positive
from .problem import Problem
from .reading import array, integer, name, rational, record, require

RELATIONS = ("=", "<=", "<", ">=", ">")


def sides(problem: Problem, statement: dict[str, Any]) -> tuple[list[Scalar], str]:
    """Left - right, entry by entry, turned so that the relation is "=", ">=" or ">"."""
    relation = statement["relation"]
    require(relation in RELATIONS, f"{relation!r:.20} is not a relation")
    left, right = problem.evaluate(statement["left"]), problem.evaluate(statement["right"])
    sign = -1 if relation in ("<=", "<") else 1
    turned = {"<=": ">=", "<": ">"}.get(relation, relation)
    if isinstance(left, Matrix | BlockMatrix):
        require(type(left) is type(right), "a comparison of things of different kinds")
        return entries(sign * (left - right), turned), turned
    scalars = all(isinstance(side, (Fraction, Polynomial)) for side in (left, right))
    require(scalars, "a comparison of things of different kinds")
    return [sign * (left - right)], turned


def entries(matrix: Matrix | BlockMatrix, relation: str) -> list[Scalar]:
    """All entries of a matrix; of a matrix of letter size the coefficients of its terms, for equations only."""
    if isinstance(matrix, Matrix):
        return [matrix[i, j] for i in range(matrix.rows) for j in range(matrix.cols)]
    require(relation == "=", "an inequality of matrices of letter size")
    return [value for terms in matrix.entries.values() for value in terms.values()]


def prove_comparison(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """An equation by expansion; an inequality by a certificate of positivity for every entry.

    {"modulo": combinations, "then": proof} is a proof after a combination of assumed equations has been taken from
    every entry, which is zero where they hold.
    """
    differences, relation = sides(problem, statement)
    if isinstance(proof, dict):
        modulo, proof = record(proof, "modulo", "then")
        multiples = map(problem.combination, array(modulo, len(differences)))
        differences = [value - multiple for value, multiple in zip(differences, multiples, strict=True)]
    if relation == "=":
        require(proof == "expansion", "an equation is shown by expansion")
        require(all(map(problem.setting.is_zero, differences)), "the two sides are not known to be equal")
        return
    for difference, part in zip(differences, array(proof, len(differences)), strict=True):
        require_positive(problem, Polynomial.of(difference), relation == ">", part)


def refute_comparison(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """One entry that violates the relation at allowed values of the letters."""
    entry, at = record(proof, "entry", "at")
    # two matrices of letter size can be equal at some sizes although their terms differ: I = 1 1^T for one row
    require(not isinstance(problem.evaluate(statement["left"]), BlockMatrix), "matrices of letter size are not refuted")
    differences, relation = sides(problem, statement)
    difference = Polynomial.of(differences[integer(entry, 0, len(differences) - 1)])
    values = read_point(at)
    setting = problem.at(values)
    sign = setting.sign(difference.substitute({x: Polynomial.of(v) for x, v in values.items()}))
    false = {"=": sign != 0, ">=": sign < 0, ">": sign <= 0}
    require(false[relation], "the values of the letters do not violate the comparison")


def read_point(data: Any) -> dict[str, Fraction]:
    """Rational values of letters."""
    require(isinstance(data, dict), "values of letters are an object")
    return {name(letter): rational(value) for letter, value in data.items()}


def learn_comparison(problem: Problem, statement: dict[str, Any]) -> None:
    """A proved inequality between scalars is a fact for later steps; an equation is not worth evaluating again."""
    if statement["relation"] != "=":
        differences, relation = sides(problem, statement)
        if len(differences) == 1:
            problem.setting.learn(differences[0], relation == ">")
            problem.learned.append(statement)
