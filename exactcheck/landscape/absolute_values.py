"""Sums of weighted absolute values: the functions f = p_0 + sum_k w_k |p_k|, and the l1 rank-one loss among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Function, Matrix, Scalar, function, scalar

Piece = tuple[Scalar, Function]


@dataclass(frozen=True, eq=False)
class SumOfAbsoluteValues:
    """The function f = smooth + sum_k w_k |p_k|, with the pieces (w_k, p_k)."""

    smooth: Function
    pieces: tuple[Piece, ...]

    @property
    def variables(self) -> tuple[Scalar | Matrix, ...]:
        """The variables of the smooth part."""
        return self.smooth.variables

    def __repr__(self) -> str:
        from ..exact.printing import absolute_values

        return absolute_values(self.smooth, self.pieces)


def sum_of_absolute_values(smooth: Any, pieces: Sequence[Any]) -> SumOfAbsoluteValues:
    """The function smooth + sum_k w_k |p_k|; a piece is a function p_k, or a pair (w_k, p_k) with a weight w_k >= 0.

    All functions have the same variables, by name and shape. `smooth` may be 0 if there is a piece.

    Raises InputError for anything else.

    >>> from exactcheck import function
    >>> line = function(lambda x, y: x - y, x=None, y=None)
    >>> sum_of_absolute_values(function(lambda x, y: x**2, x=None, y=None), [line, ("1/2", line)])
    (x, y) -> x^2 + |x - y| + 1/2 |x - y|
    """
    if not isinstance(pieces, Sequence) or isinstance(pieces, str):
        raise InputError(f"pieces: {pieces!r} is not a list of functions, or of pairs of a weight and a function")
    pairs = tuple(_piece(piece) for piece in pieces)
    if not isinstance(smooth, Function):
        if not pairs or scalar(smooth, "smooth").value != 0:
            raise InputError(f"smooth: {smooth!r} is no function; give one, or 0 if there are pieces")
        smooth = _constant_zero(pairs[0][1])
    for _, piece in pairs:
        if signature(piece) != signature(smooth):
            raise InputError(f"pieces: {piece!r} has other variables than {smooth!r}")
    return SumOfAbsoluteValues(smooth, pairs)


def _piece(piece: Any) -> Piece:
    if isinstance(piece, Function):
        return scalar(1), piece
    if not isinstance(piece, Sequence) or len(piece) != 2 or not isinstance(piece[1], Function):
        raise InputError(f"pieces: {piece!r} is neither a function nor a pair of a weight and a function")
    weight = scalar(piece[0], "weight")
    if weight.value is not None and weight.value < 0:
        raise InputError(f"weight: {weight!r} is negative; weights of absolute values are >= 0")
    return weight, piece[1]


def signature(of: Function) -> list[tuple[str, Any]]:
    """The names and shapes of the variables of a function."""
    return [(variable.arguments[0], getattr(variable, "shape", None)) for variable in of.variables]


def _constant_zero(like: Function) -> Function:
    """The function 0 of the same variables."""
    return Function("function", like.variables, scalar(0))


def l1_rank_one_loss(truth: Sequence[Any]) -> SumOfAbsoluteValues:
    """f(u) = 1/2 sum_ij |u_i u_j - u*_i u*_j| over the numbers u_1, ..., u_n, for the vector u* = `truth`.

    The pieces are the pairs i <= j, with the weight 1/2 for i = j and 1 for i < j.

    Source: Guan and So (2024), equation (1).

    >>> l1_rank_one_loss([1, 2])
    (u_1, u_2) -> 1/2 |u_1^2 - 1| + |u_1 u_2 - 2| + 1/2 |u_2^2 - 4|
    """
    if not isinstance(truth, Sequence) or isinstance(truth, str) or not truth:
        raise InputError(f"truth: {truth!r} is not a list of at least one number")
    planted = [scalar(value, f"entry {i} of truth") for i, value in enumerate(truth, 1)]
    names = dict.fromkeys(f"u_{i}" for i in range(1, len(planted) + 1))
    pieces = []
    for i, j in combinations_with_replacement(range(len(planted)), 2):
        piece = function(_entry(i, j, planted[i] * planted[j]), **names).named(f"p_{i + 1}_{j + 1}")
        pieces.append(("1/2" if i == j else 1, piece))
    return sum_of_absolute_values(0, pieces)


def _entry(i: int, j: int, planted: Scalar) -> Callable[..., Scalar]:
    """The function u_i u_j - u*_i u*_j of u."""

    def body(*u: Scalar) -> Scalar:
        product: Scalar = u[i] ** 2 if i == j else u[i] * u[j]
        return product - planted  # type: ignore[no-any-return]

    return body
