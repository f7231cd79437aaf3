"""A claim at numbers as a JSON document.

    {"format": "exactcheck-counterexample/1", "claim": ..., "label": ..., "paper": {...}, "parameters": {name: "p/q"},
     "verdict": "proved" | "refuted", "scope": ..., "trust": "kernel", "digest": the certificate's,
     "free_letters": [name, ...], "definitions": {name: definition, ...}, "statements": [statement, ...]}

A definition has a "kind", and a "meaning" where the paper gives one:

- "scalar": "value", a number;
- "matrix": "rows", "columns", "entries", which is a list of rows of numbers;
- "operator": "formula", which says what A(X) is, with its matrices in "terms", and the same for A^T A in "gram";
- "function": "variables", the shape of each one (null for a scalar), and "formula".

Numbers are written as `numbers` says: "p/q", or sums, products and roots of such. A statement has its "text", its
"verdict" and its parts; a part that is a definition is given by its name, a scalar by its value. A refuted statement
has a "reason", in words, and the "proof" in the notation of certificates. The order of the fields is fixed.
"""

from __future__ import annotations

from typing import Any

from ...claims.result import Result
from ...exact.evaluation import Measured, Unevaluated
from ...exact.expression import Expression, Function, Scalar
from ...exact.printing import TEXT, render
from .definitions import OPERATORS, Definitions, gram_terms
from .numbers import contains

FORMAT = "exactcheck-counterexample/1"


def document(result: Result, definitions: Definitions, legend: dict[str, str]) -> dict[str, Any]:
    """The document."""
    claim, certificate = result.claim, result.certificate
    assert certificate is not None, "what is printed has been decided"
    return {
        "format": FORMAT,
        "claim": claim.name,
        "label": claim.label,
        "paper": {"key": claim.paper.key, "title": claim.paper.title, "authors": claim.paper.authors},
        "parameters": {name: str(value) for name, value in result.outcomes[0].parameters.items()},
        "verdict": result.verdict,
        "scope": result.scope,
        "trust": result.trust,
        "digest": certificate["digest"],
        "free_letters": definitions.free_letters,
        "definitions": {
            name: definition(definitions, name, expression, legend) for name, expression in definitions.named.items()
        },
        "statements": statements(result, definitions),
    }


def definition(definitions: Definitions, name: str, value: Expression, legend: dict[str, str]) -> dict[str, Any]:
    """One definition."""
    if isinstance(value, Function):
        found = function(value)
    elif value.operation in OPERATORS:
        found = operator(definitions, name, value)
    elif isinstance(value, Scalar):
        found = {"kind": "scalar", "value": definitions.scalar(value)}
    else:
        rows = definitions.rows(value)
        found = {"kind": "matrix", "rows": len(rows), "columns": len(rows[0]) if rows else 0, "entries": rows}
    meaning = {"meaning": legend[name]} if name in legend else {}
    return {"kind": found.pop("kind"), **meaning, **found}


def function(value: Function) -> dict[str, Any]:
    """A function: its variables and its formula."""
    variables = {v.arguments[0]: None if isinstance(v, Scalar) else list(v.shape) for v in value.variables}
    return {"kind": "function", "variables": variables, "formula": render(value, TEXT, inside=False)}


def operator(definitions: Definitions, name: str, expression: Expression) -> dict[str, Any]:
    """An operator with the matrices of A and of A^T A."""
    value = definitions.operator(expression)
    if isinstance(value, Measured):
        terms = [{"a": definitions.rows_of(row)} for row in value.rows]
        formula = f"{name}(X) = (<a_1, X>, <a_2, X>, ...)"
        gram = {"formula": f"{name}^T {name}(X) = sum_k <a_k, X> a_k", "terms": terms}
        return {"kind": "operator", "formula": formula, "terms": terms, "gram": gram}
    pairs = [{"v": definitions.rows_of(v), "w": definitions.rows_of(w)} for v, w in gram_terms(value)]
    gram = {"formula": f"{name}^T {name}(X) = X + sum_k (<v_k, X> w_k + <w_k, X> v_k)", "terms": pairs}
    if expression.operation == "quadratic form":
        return {"kind": "operator", "formula": f"||{name}(X)||^2 = <X, {name}^T {name}(X)>", "terms": [], "gram": gram}
    terms = [{"u": definitions.rows_of(u), "v": definitions.rows_of(v)} for u, v in value.terms]
    return {"kind": "operator", "formula": f"{name}(X) = X + sum_k <v_k, X> u_k", "terms": terms, "gram": gram}


def statements(result: Result, definitions: Definitions) -> list[dict[str, Any]]:
    """The statements that were decided, with their parts."""
    outcome = result.outcomes[0]
    assert outcome.certificate is not None, "what is printed has been decided"
    found = []
    for statement, words, step in zip(
        definitions.built.statements, outcome.statements, outcome.certificate["steps"], strict=False
    ):
        about = {"kind": statement.kind, "text": words["statement"], "verdict": words["verdict"]}
        why = {"reason": words["reason"], "proof": step["proof"]} if words["verdict"] == "refuted" else {}
        found.append({**about, **why, **{key: part(definitions, value) for key, value in statement.fields.items()}})
    return found


def part(definitions: Definitions, value: Any) -> Any:
    """A part of a statement: a definition by its name, a number by its value, anything else as text."""
    if isinstance(value, (list, tuple)):
        return [part(definitions, inside) for inside in value]
    if not isinstance(value, Expression):
        return value
    if id(value) in definitions.names:
        return definitions.names[id(value)]
    return evaluated(definitions, value)


def evaluated(definitions: Definitions, value: Expression) -> Any:
    """A scalar by its value; what has none, or is too large to be read, as text."""
    text = render(value, TEXT, inside=False)
    if not isinstance(value, Scalar):
        return text
    try:
        tree = definitions.scalar(value)
    except Unevaluated:
        return text
    return text if contains(tree, "letter") else tree
