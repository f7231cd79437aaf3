"""Statements about sums of squares of polynomials."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Scalar
from ..exact.statement import Statement
from .polynomials import common_functions


def sum_of_squares(f: Any, variables: Iterable[Any] | None = None) -> Statement:
    """The polynomial is a sum of squares of polynomials with real coefficients.

    The function may be a sympy expression; its variables are numbers. Letters may occur in it: the statement is about
    all their values. It is proved by squares with rational coefficients, if there are such. It is refuted by a point
    where the function is negative, or by a linear functional that is negative on it and on no square: nonnegative
    polynomials need not be sums of squares (Hilbert, 1888).

    >>> from exactcheck import verify_statements
    >>> from sympy.abc import x, y
    >>> verify_statements(sum_of_squares(x**4 - 2 * x * y + y**2 + 1)).verdict
    'proved'
    >>> motzkin = x**4 * y**2 + x**2 * y**4 - 3 * x**2 * y**2 + 1
    >>> verify_statements(sum_of_squares(motzkin)).verdict
    'refuted'

    Raises InputError for what is no polynomial over the reals, or has variables that are matrices.
    """
    (function,) = common_functions([("f", f)], variables)
    if not all(isinstance(variable, Scalar) for variable in function.variables):
        raise InputError("f: it has variables that are matrices; all must be numbers")
    return Statement("sum of squares", function=function)
