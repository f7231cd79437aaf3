"""Where a refuted claim fails: the statement in words, the point, and the exact values of its two sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..claims.result import Result, written_parameters
from ..claims.run import Outcome
from ..exact.errors import InputError


@dataclass(frozen=True)
class Sides:
    """The values of the two sides of a comparison that fails, as text and as LaTeX, and the relation between them."""

    left: tuple[str, str]
    relation: str
    right: tuple[str, str]


@dataclass(frozen=True)
class Failure:
    """A run that is refuted: `statement` fails at these parameters, at the place that `place` describes."""

    parameters: str
    statement: str
    place: str
    sides: Sides | None

    @property
    def given(self) -> str:
        """The parameters, as the beginning of a sentence."""
        return "As it stands" if self.parameters == "as it stands" else f"For {self.parameters}"


def failure(result: Result) -> Failure | None:
    """The first counterexample to a refuted claim; None for any other."""
    for outcome in result.outcomes:
        if outcome.verdict == "refuted":
            failed = outcome.statements[-1]
            given = written_parameters(outcome.parameters)
            return Failure(given, failed["statement"], failed["reason"], sides(result, outcome))
    return None


def failure_words(found: Failure) -> str:
    """A counterexample in one line of text."""
    words = f"{found.given}: {found.statement} does not hold." + (f" {sentence(found.place)}" if found.place else "")
    return words + (
        f" There the left side is {found.sides.left[0]}, the right {found.sides.right[0]}." if found.sides else ""
    )


def sentence(place: str) -> str:
    """The words for a place as a sentence."""
    return f"{place[0].upper()}{place[1:]}."


def sides(result: Result, outcome: Outcome) -> Sides | None:
    """The values of the two sides of a comparison that a run refutes, if sympy finds them and they violate it too."""
    import sympy

    from ..claims.run import build
    from ..exact.to_sympy import RELATIONS, to_sympy

    fixed = {name: value for name, value in outcome.parameters.items() if value != name}
    statement = build(result.claim, fixed).statements[len(outcome.statements) - 1]
    if statement.kind != "comparison" or not hasattr(statement["left"], "value"):
        return None
    try:
        values = [_value(to_sympy(statement[side]), _point(outcome)) for side in ("left", "right")]
    except (InputError, ValueError, TypeError):
        return None
    if RELATIONS[statement["relation"]](*values) is not sympy.false:
        return None
    left, right = ((str(value).replace("**", "^"), sympy.latex(value)) for value in values)
    return Sides(left, statement["relation"], right)


def _point(outcome: Outcome) -> dict[str, Any]:
    """The values of letters at which the statement fails, as the certificate has them."""
    proof = outcome.certificate["steps"][-1]["proof"] if outcome.certificate else None
    at = proof.get("at") if isinstance(proof, dict) else None
    return at if isinstance(at, dict) else {}


def _value(expression: Any, at: dict[str, Any]) -> Any:
    import sympy

    symbols = {symbol: sympy.Rational(at[symbol.name]) for symbol in expression.free_symbols if symbol.name in at}
    return sympy.simplify(expression.subs(symbols))
