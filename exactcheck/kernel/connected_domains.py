"""Connected sets of values of letters: products of convex sets, ellipsoids, caps, and what is outside of balls."""

from __future__ import annotations

from typing import Any

from .known_equations import Known
from .matrix import Matrix, determinant
from .polynomial import Polynomial
from .reading import array, require

Conditions = list[tuple[Polynomial, str]]


def require_connected_domain(known: Known, letters: list[str], conditions: Conditions, blocks: Any) -> None:
    """Reject unless the values of the letters that satisfy the conditions are a connected set, or none.

    The letters are divided into blocks, and each condition is about those of one block: the set is the product of one
    set for each block, and a product of connected sets is connected.
    """
    parts = [list(map(str, array(block))) for block in array(blocks)]
    require(sorted(x for part in parts for x in part) == sorted(letters), "blocks that are no partition of the letters")
    left = list(conditions)
    for part in parts:
        others = set(letters) - set(part)
        own = [each for each in left if not each[0].letters & others]
        left = [each for each in left if each[0].letters & others]
        require(is_convex(known, part, own) or is_round(known, part, own), "a set that is not known to be connected")
    require(not left, "a condition about letters of several blocks")


def is_convex(known: Known, letters: list[str], conditions: Conditions) -> bool:
    """True if all conditions are linear in the letters: a convex set is connected."""
    linear = all(degrees(value, letters) <= {(), (1,)} for value, _ in conditions)
    return linear and all(relation != "!=" for _, relation in conditions)


def degrees(value: Polynomial, letters: list[str]) -> set[tuple[int, ...]]:
    """The exponents of the letters that occur, for each term."""
    return {tuple(sorted(k for x, k in monomial if x in letters)) for monomial in value.terms}


def is_round(known: Known, letters: list[str], conditions: Conditions) -> bool:
    """True for one condition q = 0, >= 0, > 0, <= 0 or < 0 on at least two letters, q = x^T A x + b^T x + c with A > 0.

    The negative of q may stand there, too. After an affine change of the letters q is ||y||^2 - r. In R^k, k >= 2, the
    sphere, the points outside of a ball, with or without its boundary, and balls are connected, or empty. A linear
    condition a^T x > d, or >= d, may come with the sphere: what it leaves is empty, a point, or a cap, in which every
    point is joined to the pole, where a^T x is largest, by an arc on which a^T x increases.
    """
    linear = [each for each in conditions if degrees(each[0], letters) <= {(), (1,)}]
    round_ones = [each for each in conditions if each not in linear]
    if len(round_ones) != 1 or len(letters) < 2:
        return False
    ((value, relation),) = round_ones
    cap = relation == "=" and len(linear) == 1 and linear[0][1] in (">", ">=", "<", "<=")
    quadratic = degrees(value, letters) <= {(), (1,), (2,), (1, 1)}
    if relation == "!=" or not quadratic or (linear and not cap):
        return False
    return any(is_positive_definite(known, quadratic_part(q, letters)) for q in (value, -value))


def quadratic_part(value: Polynomial, letters: list[str]) -> Matrix:
    """The symmetric matrix of the terms of degree two, twice."""
    entries = {}
    for i, x in enumerate(letters):
        for j, y in enumerate(letters):
            if x == y:
                entries[i, j] = value.coefficients(x).get(2, Polynomial()) * 2
            else:
                entries[i, j] = value.coefficients(x).get(1, Polynomial()).coefficients(y).get(1, Polynomial())
    return Matrix(len(letters), len(letters), dict(entries))


def is_positive_definite(known: Known, form: Matrix) -> bool:
    """True if all leading minors are positive (Sylvester)."""
    minors = (determinant(form.restrict(list(range(k)))) for k in range(1, form.rows + 1))
    return all(known.setting.is_positive(Polynomial.of(minor)) for minor in minors)
