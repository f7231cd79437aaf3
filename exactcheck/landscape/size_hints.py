"""Hints for statements of letter size: what the Hessian form on the critical cone visibly consists of.

They are no part of a statement. A wrong hint leaves it undecided.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..exact.expression import Function, Matrix, scalar

# From the directions, one for each variable, to weights and matrices (weight, W).
Parts = Callable[..., Sequence[tuple[Any, Matrix]]]


def size_hints(
    function: Function, squares: Parts | None = None, traces: Parts | None = None, margin: Any = None
) -> dict[str, Any]:
    """The parts of a form: squares sum_k weight_k ||W_k||^2, traces sum_k weight_k tr(W_k W_k), and a margin."""
    hints: dict[str, Any] = {} if margin is None else {"margin": scalar(margin, "margin")}
    directions = [
        Matrix(*variable.shape, "variable", f"D{k}")
        for k, variable in enumerate(function.variables, 1)
        if isinstance(variable, Matrix)
    ]
    for kind, parts in (("squares", squares), ("traces", traces)):
        if parts is not None:
            hints[kind] = tuple((scalar(weight, kind), matrix) for weight, matrix in parts(*directions))
    return hints
