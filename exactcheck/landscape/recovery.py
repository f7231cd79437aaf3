"""Low-rank recovery: the losses of the symmetric and the asymmetric factorization, and the balancing regularizer."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ..exact.expression import Dimension, Function, Matrix, Operator, Scalar, function, scalar
from ..exact.matrices import norm_squared


def symmetric_loss(operator: Operator, truth: Matrix, columns: Dimension) -> Function:
    """f(U) = 1/2 ||A(U U^T - M)||^2 for U with this number of columns and the ground truth M (a square matrix).

    Source: Zhang (2025), equation (1), with M = U_* U_*^T.
    """

    def body(U: Matrix) -> Scalar:  # noqa: N803 - the paper's letter, and the name of the variable in certificates
        return Fraction(1, 2) * norm_squared(operator(U @ U.T - truth))

    return function(body, U=(truth.rows, columns))


def asymmetric_loss(operator: Operator, truth: Matrix, columns: Dimension) -> Function:
    """g(L, R) = 1/2 ||A(L R^T - M)||^2 for L, R with this number of columns and the ground truth M.

    Source: Zhang (2025), equation (2), with M = L_* R_*^T.
    """

    def body(L: Matrix, R: Matrix) -> Scalar:  # noqa: N803
        return Fraction(1, 2) * norm_squared(operator(L @ R.T - truth))

    return function(body, L=(truth.rows, columns), R=(truth.cols, columns))


def balancing(left_rows: Dimension, right_rows: Dimension, columns: Dimension) -> Function:
    """h(L, R) = 1/2 ||L^T L - R^T R||^2, which is zero if L and R are balanced.

    Source: Zhang (2025), equation (3).
    """

    def body(L: Matrix, R: Matrix) -> Scalar:  # noqa: N803
        return Fraction(1, 2) * norm_squared(L.T @ L - R.T @ R)

    return function(body, L=(left_rows, columns), R=(right_rows, columns))


def regularized_loss(operator: Operator, truth: Matrix, columns: Dimension, weight: Any) -> Function:
    """g(L, R) + weight * h(L, R): the asymmetric loss with the balancing regularizer.

    Source: Zhang (2025), problem (5).
    """

    def body(L: Matrix, R: Matrix) -> Scalar:  # noqa: N803
        loss = Fraction(1, 2) * norm_squared(operator(L @ R.T - truth))
        return loss + scalar(weight, "weight") / 2 * norm_squared(L.T @ L - R.T @ R)

    return function(body, L=(truth.rows, columns), R=(truth.cols, columns))
