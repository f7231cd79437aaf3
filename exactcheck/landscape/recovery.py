"""Low-rank recovery: the losses 1/2 ||A(U U^T - M)||^2 and what they are made of."""

from __future__ import annotations

from fractions import Fraction

from ..exact.expression import Dimension, Function, Matrix, Operator, Scalar, function
from ..exact.matrices import norm_squared


def symmetric_loss(operator: Operator, truth: Matrix, columns: Dimension) -> Function:
    """f(U) = 1/2 ||A(U U^T - M)||^2 for U with this number of columns and the ground truth M (a square matrix).

    Source: Zhang (2025), equation (1), with M = U_* U_*^T.
    """

    def body(U: Matrix) -> Scalar:  # noqa: N803 - the paper's letter, and the name of the variable in certificates
        return Fraction(1, 2) * norm_squared(operator(U @ U.T - truth))

    return function(body, U=(truth.rows, columns))
