"""The hypotheses of a claim: `assume` inside its function."""

from __future__ import annotations

import ast
import linecache
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import FrameType
from typing import Any

from ..decide import Context, decide
from ..exact.errors import InputError
from ..exact.expression import Dimension, Matrix
from ..exact.matrices import generic
from ..exact.problem import Problem
from ..exact.statement import Statement

_current: ContextVar[Problem | None] = ContextVar("problem", default=None)


class OutOfScope(InputError):
    """The values violate a hypothesis of the claim, so that it says nothing about them."""


@contextmanager
def collecting(problem: Problem) -> Iterator[None]:
    """Within the block, hypotheses about letters are added to the problem."""
    token = _current.set(problem)
    try:
        yield
    finally:
        _current.reset(token)


def assume(*conditions: Any) -> None:
    """State the hypotheses of a claim: comparisons of parameters and of what is made of them.

    Numbers are compared at once; what is said about letters becomes an assumption of the statement.

    Raises OutOfScope, quoting the condition, if numbers violate it.
    """
    for position, condition in enumerate(conditions):
        if isinstance(condition, Statement):
            _assume_statement(condition, position)
        elif not isinstance(condition, bool):
            raise InputError(f"assume: {condition!r} is not a comparison")
        elif not condition:
            raise OutOfScope(f"hypothesis violated: {_quoted(position, sys._getframe(1))}")


def arbitrary_matrix(
    name: str, rows: Dimension, cols: Dimension, nonnegative: str = "none", family: str = ""
) -> Matrix:
    """An arbitrary matrix: a statement that contains it speaks of every matrix of this shape.

    `nonnegative` may be "all" or "off-diagonal": which entries are assumed to be >= 0. Of letter size, the matrices of
    one `family` have orthonormal columns, orthogonal to each other.
    """
    if not isinstance(rows, int) or not isinstance(cols, int):
        return generic(name, rows, cols, nonnegative, family)
    matrix = generic(name, rows, cols, family=family)
    for i, j, entry in matrix.arguments[0]:
        if nonnegative == "all" or (nonnegative == "off-diagonal" and i != j):
            assume(entry >= 0)
    return matrix


def _assume_statement(condition: Statement, position: int) -> None:
    problem = Problem()
    problem.state(condition)
    if any(letter.role for letter in problem.letters.values()):
        current = _current.get()
        if current is None:
            raise InputError(
                f"assume: {condition!r} outside of a claim is lost; use verify_statements(..., assuming=[...])"
            )
        current.assume(condition)
        return
    decision = decide(Context(problem), condition)
    if decision.verdict == "undecided":
        raise InputError(f"the hypothesis {condition!r} could not be decided: {decision.reason}")
    if decision.verdict == "refuted":
        raise OutOfScope(f"hypothesis violated: {_quoted(position, sys._getframe(2))}, here {condition!r}")


def _quoted(position: int, frame: FrameType) -> str:
    """The condition as it stands in the source, with the values of the names in it."""
    try:
        source = _call_source(frame)
        call = ast.parse(source.strip(), mode="eval").body
        condition = call.args[position]  # type: ignore[attr-defined]
    except (SyntaxError, IndexError, AttributeError, ValueError):
        return f"condition {position + 1} of assume"
    names = [node.id for node in ast.walk(condition) if isinstance(node, ast.Name)]
    values = {**frame.f_globals, **frame.f_locals}
    known = [f"{name} = {values[name]!r}" for name in dict.fromkeys(names) if isinstance(values.get(name), int)]
    return ast.unparse(condition) + (f" does not hold for {', '.join(known)}" if known else "")


def _call_source(frame: FrameType) -> str:
    """The source text of the call that the frame is executing."""
    positions = list(frame.f_code.co_positions())[frame.f_lasti // 2]
    first, last, start, end = positions
    if first is None or last is None:
        raise ValueError("no position")
    lines = [linecache.getline(frame.f_code.co_filename, k).rstrip("\n") for k in range(first, last + 1)]
    lines[-1] = lines[-1].encode()[:end].decode()
    lines[0] = lines[0].encode()[start:].decode()
    return "\n".join(lines)
