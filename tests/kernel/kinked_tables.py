"""Functions and statements for tables of what the kernel accepts about functions with kinks, and of what it rejects."""

from __future__ import annotations

from exactcheck.kernel import Rejected
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish

OPPOSITE = {"proved": "refuted", "refuted": "proved"}


def of(variables, *terms):
    """A polynomial function; a term is a coefficient with the exponents of the variables."""
    listed = [[c, {x: k for x, k in zip(variables, powers, strict=True) if k}] for c, *powers in terms]
    return ["function", list(variables), ["polynomial", listed]]


def stated(kind, smooth, pieces, at, **fields):
    """A statement about a function with kinks; pieces have the weight 1."""
    return {"kind": kind, "smooth": smooth, "pieces": [["1", piece] for piece in pieces], "at": list(at), **fields}


def accepted(statement, verdict, proof, declarations=()):
    """True if the kernel accepts the proof."""
    try:
        establish(Problem(list(declarations)), statement, verdict, proof)
    except Rejected:
        return False
    return True


X, Y = of("xy", ("1", 1, 0)), of("xy", ("1", 0, 1))
NOTHING = of("xy")
PARABOLA = of("xy", ("1", 1, 0), ("-1", 0, 2))  # x - y^2
ORIGIN = ("0", "0")
