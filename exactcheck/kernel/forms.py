"""Statements about symmetric matrices: definiteness, inertia, and copositivity with free coordinates."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .congruence import inertia, read_rows
from .copositivity import require_copositive
from .matrix import Matrix, identity
from .polynomial import Scalar
from .problem import Problem
from .reading import Rejected, array, integer, record, require


def symmetric(problem: Problem, statement: dict[str, Any]) -> Matrix:
    """The matrix of the statement."""
    matrix = problem.matrix(statement["matrix"])
    if not isinstance(matrix, Matrix):
        raise Rejected("a matrix of letter size")
    return matrix


def quadratic_form(problem: Problem, matrix: Matrix, direction: Any) -> tuple[list[Scalar], Scalar]:
    """A vector and the value of the form there."""
    x = [problem.scalar(value) for value in array(direction, matrix.rows)]
    column = Matrix(len(x), 1, {(i, 0): value for i, value in enumerate(x)})
    return x, column.inner(matrix @ column)


def prove_definiteness(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The inertia from a congruence."""
    matrix, property_ = symmetric(problem, statement), statement["property"]
    require(property_ in ("positive definite", "positive semidefinite"), f"{property_!r:.40} is not a definiteness")
    _, negative, zero = inertia(problem.setting, matrix, read_rows(proof, problem.scalar, matrix.rows))
    require(negative == 0 and (zero == 0 or property_ == "positive semidefinite"), "the inertia says otherwise")


def refute_definiteness(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """A direction with a negative value (for "positive definite" also zero, if the direction is not zero)."""
    matrix, property_ = symmetric(problem, statement), statement["property"]
    require(property_ in ("positive definite", "positive semidefinite"), f"{property_!r:.40} is not a definiteness")
    require_bad_direction(problem, matrix, proof, property_ == "positive definite")


def require_bad_direction(problem: Problem, matrix: Matrix, direction: Any, strict: bool) -> list[Scalar]:
    """Reject unless x^T A x < 0, or x^T A x <= 0 and x != 0 for a strict property."""
    x, value = quadratic_form(problem, matrix, direction)
    setting = problem.setting
    moves = any(setting.is_positive(entry) or setting.is_positive(-entry) for entry in x)
    bad = setting.is_nonnegative(-value) if strict else setting.is_positive(-value)
    require(moves and bad, "a direction that does not refute the statement")
    return x


def read_inertia(statement: dict[str, Any]) -> tuple[int, int, int]:
    """The numbers of positive, negative and zero eigenvalues that the statement gives."""
    positive, negative, zero = (integer(count) for count in array(statement["inertia"], 3))
    return positive, negative, zero


def prove_inertia(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """The inertia from a congruence."""
    matrix = symmetric(problem, statement)
    found = inertia(problem.setting, matrix, read_rows(proof, problem.scalar, matrix.rows))
    require(found == read_inertia(statement), f"the inertia is {found}")


def refute_inertia(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """Another inertia from a congruence."""
    matrix = symmetric(problem, statement)
    found = inertia(problem.setting, matrix, read_rows(proof, problem.scalar, matrix.rows))
    require(found != read_inertia(statement), "the inertia is as stated")


def read_free(statement: dict[str, Any], size: int) -> list[int]:
    """The free coordinates, in increasing order."""
    free = [integer(i, 0, size - 1) for i in array(statement["free"])]
    require(free == sorted(set(free)), "free coordinates out of order")
    require(isinstance(statement["strict"], bool), "strict is true or false")
    return free


def prove_copositivity(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """A case tree; strictness by a positive margin."""
    matrix = symmetric(problem, statement)
    free = read_free(statement, matrix.rows)
    bound, proof = margin(problem, proof) if statement["strict"] else (Fraction(0), proof)
    require_copositive(problem, matrix - bound * identity(matrix.rows), free, proof)


def margin(problem: Problem, proof: Any) -> tuple[Scalar, Any]:
    """A positive lower bound of the form on unit vectors, and what shows it."""
    bound, rest = record(proof, "margin", "copositive")
    value = problem.scalar(bound)
    require(problem.setting.is_positive(value), "a margin that is not positive")
    return value, rest


def refute_copositivity(problem: Problem, statement: dict[str, Any], proof: Any) -> None:
    """A direction in the cone."""
    matrix = symmetric(problem, statement)
    free = read_free(statement, matrix.rows)
    x = require_bad_direction(problem, matrix, proof, statement["strict"])
    inside = all(i in free or problem.setting.is_nonnegative(value) for i, value in enumerate(x))
    require(inside, "a direction outside the cone")
