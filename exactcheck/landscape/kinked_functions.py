"""Sums of a smooth function, weighted absolute values and weighted maxima."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Function, Matrix, Scalar
from .polynomials import is_sympy

# a weight with the function of an absolute value, or with the members of a maximum
Piece = tuple[Scalar, Function | tuple[Function, ...]]


@dataclass(frozen=True, eq=False)
class KinkedFunction:
    """The function f = smooth + sum_k w_k |p_k| + sum_l v_l max_j p_lj.

    A piece is (w_k, p_k) or (v_l, (p_l1, p_l2, ...)), with weights >= 0.
    """

    smooth: Function
    pieces: tuple[Piece, ...]

    @property
    def variables(self) -> tuple[Scalar | Matrix, ...]:
        """The variables of the smooth part."""
        return self.smooth.variables

    def __repr__(self) -> str:
        from ..exact.printing import absolute_values

        return absolute_values(self.smooth, self.pieces)


def kinked_function(f: Any) -> KinkedFunction:
    """What statements accept for f: a kinked function, a smooth one, or a sympy expression with Abs and Max.

    Raises InputError for anything else.
    """
    if isinstance(f, KinkedFunction):
        return f
    if isinstance(f, Function):
        return KinkedFunction(f, ())
    if is_sympy(f):
        from .kinked_expressions import nonsmooth_function

        return nonsmooth_function(f)
    ways = "sum_of_absolute_values(smooth, pieces), maximum(functions) or a sympy expression with Abs and Max"
    raise InputError(f"f: {f!r} is no function with kinks; make one with {ways}")
