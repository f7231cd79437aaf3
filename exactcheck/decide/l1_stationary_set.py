"""The l1 rank-one loss with a planted vector a >= 0 and its stationary set, in the kernel's notation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .case_nodes import Expression, minus, times, total

Body = Any


def general_statement(planted: Sequence[Expression], pairs: Sequence[tuple[int, int]]) -> dict[str, Any]:
    """f(u) = 1/2 sum_ij |u_i u_j - a_i a_j|, and the cells {|u_i| <= a_i, sum_i u_i = 0}, {a} and {-a}.

    The coordinates i with a_i = 0 count in no sum.
    """
    names = [f"u_{i}" for i in range(1, len(planted) + 1)]
    u = [["name", name] for name in names]

    def function(body: Body) -> Expression:
        return ["function", names, body]

    def piece(i: int, j: int) -> Expression:
        return function(total([times(u[i], u[j]), minus(times(planted[i], planted[j]))]))

    balance = total(x for x, a in zip(u, planted, strict=True) if a != "0")
    sides = [total([a, signed]) for x, a in zip(u, planted, strict=True) for signed in (minus(x), x)]
    points = [[total([x, minus(a)]) for x, a in zip(u, planted, strict=True)]]
    points.append([total([x, a]) for x, a in zip(u, planted, strict=True)])
    cells = [{"zero": [balance], "nonnegative": sides}, *({"zero": each, "nonnegative": []} for each in points)]
    return {
        "smooth": function("0"),
        "pieces": [["1/2" if i == j else "1", piece(i, j)] for i, j in pairs],
        "cells": [{field: list(map(function, bodies)) for field, bodies in cell.items()} for cell in cells],
    }
