"""Sums of weighted absolute values and maxima of polynomials, and the l1 rank-one loss among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations_with_replacement
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Function, Scalar, function, scalar
from .kinked_functions import KinkedFunction
from .polynomials import Given, common_functions, is_sympy, named_scalar


def sum_of_absolute_values(
    smooth: Any, pieces: Sequence[Any] = (), *, maxima: Sequence[Any] = (), variables: Iterable[Any] | None = None
) -> KinkedFunction:
    """The function smooth + sum_k w_k |p_k| + sum_l v_l max_j p_lj.

    A piece is a function p_k, or a pair (w_k, p_k) with a weight w_k >= 0. One of the maxima is a list of functions
    [p_l1, p_l2, ...], or a pair (v_l, [p_l1, p_l2, ...]) with a weight v_l >= 0. Functions are functions of the same
    variables, by name and shape, or sympy polynomials, or numbers where something else has variables. `variables` names
    those of sympy expressions in order; without it they are sorted by name.

    Raises InputError for anything else.

    >>> from exactcheck import function
    >>> line = function(lambda x, y: x - y, x=None, y=None)
    >>> sum_of_absolute_values(function(lambda x, y: x**2, x=None, y=None), [line, ("1/2", line)])
    (x, y) -> x^2 + |x - y| + 1/2 |x - y|
    >>> from sympy.abc import x, y
    >>> sum_of_absolute_values(x * y, [x - 1], maxima=[(2, [x, y, 0])])
    (x, y) -> x y + |x - 1| + 2 max(x, y, 0)
    """
    absolute = [_weighted("pieces", piece, _is_value) for piece in _listed("pieces", pieces)]
    largest = [_weighted("maxima", members, _is_list_of_values) for members in _listed("maxima", maxima)]
    given: list[Given] = [("smooth", smooth), *(("pieces", value) for _, value in absolute)]
    given += [("maxima", member) for _, members in largest for member in members]
    first, *functions = common_functions(given, variables)
    rest = iter(functions)
    return KinkedFunction(
        first,
        (
            *((weight, next(rest)) for weight, _ in absolute),
            *((weight, tuple(next(rest) for _ in members)) for weight, members in largest),
        ),
    )


def _listed(argument: str, values: Any) -> Sequence[Any]:
    if not isinstance(values, Sequence) or isinstance(values, str):
        raise InputError(f"{argument}: {values!r} is not a list; what it holds may be given with weights, as pairs")
    return values


def _is_value(value: Any) -> bool:
    """True for what may be the function of an absolute value."""
    return isinstance(value, Function) or is_sympy(value)


def _is_list_of_values(value: Any) -> bool:
    """True for what may be the members of a maximum."""
    listed = isinstance(value, (list, tuple)) and len(value) > 0
    return listed and not any(isinstance(member, (list, tuple)) for member in value)


ACCEPTED = {
    "pieces": "neither a function or a sympy expression nor a pair of a weight and one",
    "maxima": "neither a list of at least one function nor a pair of a weight and such a list",
}


def _weighted(argument: str, given: Any, fits: Callable[[Any], bool]) -> tuple[Scalar, Any]:
    """What is given, with its weight."""
    if fits(given):
        return scalar(1), given
    if not isinstance(given, (list, tuple)) or len(given) != 2 or not fits(given[1]):
        raise InputError(f"{argument}: {given!r} is {ACCEPTED[argument]}")
    weight = named_scalar("weight", given[0])
    if weight.value is not None and weight.value < 0:
        raise InputError(f"weight: {weight!r} is negative; weights of absolute values and maxima are >= 0")
    return weight, given[1]


def l1_rank_one_loss(truth: Sequence[Any]) -> KinkedFunction:
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
