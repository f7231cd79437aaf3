"""Low-rank recovery: the losses of the symmetric and the asymmetric factorization, and the balancing regularizer."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ..exact.expression import Dimension, Function, Matrix, Operator, Scalar, function, scalar
from ..exact.matrices import norm_squared

HALF = Fraction(1, 2)


def symmetric_loss(operator: Operator, truth: Matrix, columns: Dimension) -> Function:
    """f(U) = 1/2 ||A(U U^T - M)||^2 for U with this number of columns and the ground truth M.

    Source: Zhang (2025), equation (1), with M = U_* U_*^T.
    """

    def body(U: Matrix) -> Scalar:  # noqa: N803 - the field's notation
        return HALF * norm_squared(operator(U @ U.T - truth))

    return function(body, U=(truth.rows, columns))


def asymmetric_loss(operator: Operator, truth: Matrix, columns: Dimension, regularization: Any = 0) -> Function:
    """g(L, R) + regularization * h(L, R), with g(L, R) = 1/2 ||A(L R^T - M)||^2 and the balancing regularizer h.

    L and R have this number of columns; M is the ground truth.

    Source: Zhang (2025), equation (2) and problem (5), with M = L_* R_*^T.
    """
    weight = scalar(regularization, "regularization")

    def body(L: Matrix, R: Matrix) -> Scalar:  # noqa: N803
        loss: Scalar = HALF * norm_squared(operator(L @ R.T - truth)) + weight * imbalance(L, R)
        return loss

    return function(body, L=(truth.rows, columns), R=(truth.cols, columns))


def balancing_regularizer(left_rows: Dimension, right_rows: Dimension, columns: Dimension) -> Function:
    """h(L, R) = 1/2 ||L^T L - R^T R||^2, which is zero if L and R are balanced.

    Source: Zhang (2025), equation (3).
    """
    return function(imbalance, L=(left_rows, columns), R=(right_rows, columns))


def imbalance(L: Matrix, R: Matrix) -> Scalar:  # noqa: N803
    """1/2 ||L^T L - R^T R||^2."""
    half: Scalar = HALF * norm_squared(L.T @ L - R.T @ R)
    return half
