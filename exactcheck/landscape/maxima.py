"""Maxima of finitely many polynomials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Function, scalar
from .kinked_functions import KinkedFunction
from .polynomials import common_functions


def maximum(functions: Sequence[Any], *, variables: Iterable[Any] | None = None) -> KinkedFunction:
    """The function max_j p_j of functions, sympy polynomials or numbers p_j, at least one of them no number.

    `variables` names the variables of sympy expressions in order; without it they are sorted by name. To add a smooth
    function, absolute values or other maxima, see `sum_of_absolute_values`.

    Raises InputError for anything else.

    Source: Rockafellar and Wets (1998), Example 7.28.

    >>> from sympy.abc import x, y
    >>> maximum([x**2 - y, y, 0])
    (x, y) -> max(x^2 - y, y, 0)
    """
    if not isinstance(functions, Sequence) or isinstance(functions, str) or not functions:
        raise InputError(f"functions: {functions!r} is not a list of at least one function")
    members = common_functions([("functions", member) for member in functions], variables)
    return KinkedFunction(Function("function", members[0].variables, scalar(0)), ((scalar(1), tuple(members)),))
