"""Measurement operators as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Dimension, Matrix, Operator
from ..exact.matrices import matrix


def low_rank_update(terms: Sequence[tuple[Matrix, Matrix]]) -> Operator:
    """The operator A(X) = X + sum_k <v_k, X> u_k, from the pairs (u_k, v_k) of matrices of one shape.

    >>> from exactcheck import identity
    >>> low_rank_update([(identity(2), identity(2))])
    X -> X + <I_2, X> I_2
    """
    pairs = [(u, v) for u, v in terms]
    if not pairs:
        raise InputError("terms: at least one pair of matrices is needed")
    shapes = {part.shape for pair in pairs for part in pair}
    if len(shapes) > 1:
        raise InputError(f"terms: matrices of one shape are needed, not of the shapes {sorted(map(str, shapes))}")
    ((rows, cols),) = shapes
    return Operator(rows, cols, "low rank update", tuple(pairs))


def operator_with_form(terms: Sequence[tuple[Matrix, Matrix]]) -> Operator:
    """An operator of which only ||A(X)||^2 = ||X||^2 + 2 sum_k <b_k, X> <c_k, X> is known, from the pairs (b_k, c_k).

    Whether such an operator exists is a question of its own: the form must be nonnegative.
    """
    update = low_rank_update(terms)
    return Operator(update.rows, update.cols, "quadratic form", *update.arguments)


def measurements(rows: Sequence[Any]) -> Operator:
    """The operator A(X) = (<a_1, X>, ..., <a_m, X>), from rational matrices a_k of one shape."""
    matrices = tuple(row if isinstance(row, Matrix) else matrix(row) for row in rows)
    if not matrices:
        raise InputError("rows: at least one matrix is needed")
    if len({row.shape for row in matrices}) > 1:
        raise InputError("rows: matrices of one shape are needed")
    return Operator(*matrices[0].shape, "measurements", matrices)


def arbitrary_operator(name: str, rows: Dimension, cols: Dimension | None = None) -> Operator:
    """An arbitrary linear operator on matrices whose rows, and whose columns, are one block of letter size.

    Without `cols` the matrices are square. A statement that contains the operator speaks of every linear operator.
    """
    high, wide = rows, rows if cols is None else cols
    if not all(isinstance(size, tuple) and len(size) == 1 for size in (high, wide)):
        raise InputError("rows, cols: an arbitrary operator acts on matrices over one block of letter size")
    return Operator(high, wide, "abstract operator", name).named(name)
