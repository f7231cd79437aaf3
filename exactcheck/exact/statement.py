"""A statement: something that is true or false, and not yet decided."""

from __future__ import annotations

from typing import Any


class Statement:
    """A kind ("comparison", "minimum", "isometry", ...) and its fields, which are expressions, numbers and words.

    A statement has no truth value. `exactcheck.decide` decides it. Hints are not part of it: they help the search.
    """

    __slots__ = ("fields", "hints", "kind")

    def __init__(self, kind: str, hints: dict[str, Any] | None = None, **fields: Any) -> None:
        self.kind = kind
        self.fields = fields
        self.hints = hints or {}

    def __getitem__(self, field: str) -> Any:
        return self.fields[field]

    def __repr__(self) -> str:
        from .printing import sentence

        return sentence(self)

    def _repr_latex_(self) -> str:
        from .printing import latex_sentence

        return f"${latex_sentence(self)}$"

    def __bool__(self) -> bool:
        raise TypeError(
            f"the statement ({self!r}) has no truth value before it is decided; "
            "decide it, or write a chain such as a >= b >= c as a >= b, b >= c"
        )
