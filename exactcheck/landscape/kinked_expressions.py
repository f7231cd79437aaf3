"""Functions with kinks from sympy expressions that contain Abs, Max and Min."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..exact.errors import InputError
from .absolute_values import sum_of_absolute_values
from .kinked_functions import KinkedFunction
from .polynomials import is_sympy


def nonsmooth_function(expression: Any, variables: Iterable[Any] | None = None) -> KinkedFunction:
    """The function of a sympy expression: a polynomial plus multiples of absolute values and maxima of polynomials.

    Accepted are sums, multiples by numbers >= 0 and even powers, `Abs`, `Max` (also of absolute values and maxima) and
    `-Min`. What is concave, such as `-Abs(x)`, is not. `variables` names the variables in order, which are real;
    without it they are the free symbols, sorted by name.

    Raises InputError for anything else.

    >>> from sympy import Abs, Max
    >>> from sympy.abc import x, y
    >>> nonsmooth_function(Abs(x**2 - 1) / 2 + Max(x, y, 0) + x * y)
    (x, y) -> x y + 1/2 |x^2 - 1| + max(0, x, y)
    """
    if not is_sympy(expression):
        raise InputError(f"expression: {expression!r} is no sympy expression")
    from .kinked_terms import weighted_maxima

    smooth: Any = 0
    pieces, maxima = list[Any](), list[Any]()
    for weight, members in weighted_maxima(expression):
        if len(members) == 1:
            smooth += weight * members[0]
        elif len(members) == 2 and members[0] == -members[1]:
            pieces.append((weight, members[0]))
        else:
            maxima.append((weight, members))
    symbols = sorted(expression.free_symbols, key=str) if variables is None else variables
    return sum_of_absolute_values(smooth, pieces, maxima=maxima, variables=symbols)
