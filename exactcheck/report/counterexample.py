"""`counterexample`: a claim at numbers, with every object in it exact, decided before anything is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..claims.choice import Choice, decided_choice
from ..claims.claim import Claim
from ..claims.collection import Collected, collect_all, find
from ..claims.rebuild import rebuilt
from ..claims.request import Request, request_of
from ..claims.result import Result
from .exports.definitions import Definitions


@dataclass(frozen=True)
class Counterexample:
    """A claim decided at numbers: its result, and its objects in the forms that others read.

    `result` holds the verdict and the certificate: "proved" if the claim says that the objects are a counterexample to
    something else, "refuted" if they are one to the claim itself.
    """

    result: Result
    choice: Choice = field(repr=False)

    @property
    def parameters(self) -> dict[str, Any]:
        """The values of the claim's parameters: integers, and rational numbers as strings."""
        return self.result.outcomes[0].parameters

    @cached_property
    def definitions(self) -> Definitions:
        """The named definitions with their values."""
        return Definitions(rebuilt(self.result))

    def to_json(self) -> dict[str, Any]:
        """The document that `exports.as_json` describes."""
        from .exports.as_json import document

        return document(self.result, self.definitions, dict(self.choice.legend))

    def to_sympy_code(self) -> str:
        """A Python file that defines the objects with sympy, and checks what is stated of them when it is run."""
        from .exports.sympy_code import python_code

        return python_code(self.to_json(), self.definitions)

    def to_latex(self) -> str:
        """Displayed formulas for the objects and statements."""
        from .exports.latex import latex_document

        return latex_document(self.to_json(), self.definitions)

    def to_text(self) -> str:
        """The objects as arrays of exact numbers."""
        from .exports.text import text_document

        return text_document(self.to_json())

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value}" for name, value in self.parameters.items())
        return f"<counterexample {self.result.claim.name}: {self.result.verdict} at {values or 'no parameters'}>"

    def _repr_latex_(self) -> str:
        # a notebook sets the formulas, and would show the comments
        return "\n".join(line for line in self.to_latex().splitlines() if not line.startswith("%"))


def counterexample(claim: str | Claim, /, **parameters: Any) -> Counterexample:
    """A claim at the parameters given, or at simple ones that its paper chooses; a false one where it is refuted.

    A string such as "<1/100" is a bound, a tuple several constraints on one parameter.

    Raises InputError if there is no such claim or nothing fits the parameters, NotEstablished if the claim is not
    decided there.

    >>> found = counterexample("zhang-2025/theorem-2", r=1, r_star=1, delta="7/25")
    >>> found.result.verdict, found.parameters["alpha"], found.parameters["epsilon"]
    ('proved', '7/15', '4/7')
    """
    papers = collect_all()
    claims = [claim] if isinstance(claim, Claim) else find(claim, papers)
    return found_counterexample(claims, request_of(parameters), papers)


def found_counterexample(claims: Sequence[Claim], request: Request, papers: Iterable[Collected]) -> Counterexample:
    """The counterexample for a request, for the claims that a name stands for; see `counterexample`."""
    return Counterexample(*decided_choice(claims, request, list(papers)))
