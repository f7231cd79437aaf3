"""Statements of one's own, decided without writing a paper around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..exact.errors import InputError
from ..exact.statement import Statement
from .claim import Claim
from .hypotheses import assume
from .limited_runs import decided_within
from .limits import Limits
from .paper import Paper
from .result import Result
from .run import build

QUESTIONS = Paper(key="question", title="A question of one's own", authors="-", year=0)


def verify_statements(
    *statements: Statement, assuming: Sequence[Any] = (), time: float | None = None, memory: int | None = None
) -> Result:
    """Decide statements in order, up to the first that is refuted; what is proved may be used by later ones.

    `assuming` are comparisons such as x >= 0 that the letters in the statements satisfy. What takes more than `time`
    seconds or `memory` megabytes is undecided.

    The certificate is checked by the kernel as any other; no claim rebuilds it, so check it with `--expect` and the
    digest. Raises InputError for anything that is no statement, and for a limit that is not positive.

    >>> from exactcheck import matrix, verify_statements
    >>> from exactcheck.landscape import copositive
    >>> verify_statements(copositive(matrix([[1, -1], [-1, 1]]))).verdict
    'proved'
    """
    limits = Limits(time, memory)
    if not statements or not all(isinstance(statement, Statement) for statement in statements):
        raise InputError("statements: what is decided are statements, such as copositive(A) or f(x) >= 0")

    def ask() -> Iterator[Statement]:
        assume(*assuming)
        yield from statements

    words = "; ".join(map(repr, statements))
    question = Claim(QUESTIONS, "statements", statement=words, function=ask, runs=({},))
    return Result(question, (decided_within(build(question, {}), limits),))
