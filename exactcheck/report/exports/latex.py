"""A claim at numbers as LaTeX: displayed formulas, to be put into a document that loads amsmath."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...exact.expression import Function
from ...exact.printing import LATEX, latex, latex_sentence
from .definitions import Definitions
from .numbers import LATEX_NOTATION


def latex_document(document: dict[str, Any], definitions: Definitions) -> str:
    """The LaTeX of a document that `as_json.document` has made, with the formulas of its functions and statements."""
    lines = [formula for name, item in document["definitions"].items() for formula in defined(name, item, definitions)]
    lines += map(latex_sentence, definitions.built.statements[: len(document["statements"])])
    return "\n".join([*comments(document), *(display(line) for line in lines)]) + "\n"


def comments(document: dict[str, Any]) -> Iterator[str]:
    """The claim, its parameters and the verdict."""
    values = ", ".join(f"{name} = {value}" for name, value in document["parameters"].items())
    yield f"% {document['claim']}{f' at {values}' if values else ''}"
    yield f"% {document['verdict']}, scope {document['scope']}, certificate {document['digest']}"


def display(formula: str) -> str:
    """A displayed formula."""
    return rf"\[ {formula} \]"


def defined(name: str, item: dict[str, Any], definitions: Definitions) -> Iterator[str]:
    """The formulas of one definition."""
    symbol = LATEX.name(name)
    if item["kind"] == "scalar":
        yield f"{symbol} = {LATEX_NOTATION.write(item['value'])}"
    elif item["kind"] == "matrix":
        yield f"{symbol} = {array(item['entries'])}"
    elif item["kind"] == "function":
        expression = definitions.named[name]
        assert isinstance(expression, Function), "a definition of this kind is a function"
        variables = ", ".join(latex(variable) for variable in expression.variables)
        yield f"{symbol}({variables}) = {latex(expression.arguments[1])}"
    else:
        yield from operator(symbol, item)


def operator(symbol: str, item: dict[str, Any]) -> Iterator[str]:
    """A(X) and A^T A(X), each with its matrices."""
    terms, gram = item["terms"], item["gram"]["terms"]
    adjoint = f"{symbol}^T {symbol}(X)"
    if terms and "u" in terms[0]:
        yield f"{symbol}(X) = X" + "".join(product("v", "u", k) for k in numbers(terms))
        yield from matrices(terms)
    if gram and "v" in gram[0]:
        yield f"{adjoint} = X" + "".join(product("v", "w", k) + product("w", "v", k) for k in numbers(gram))
        yield from matrices(gram)
    else:
        yield f"{adjoint} = " + "".join(product("a", "a", k) for k in numbers(terms)).removeprefix(" + ")
        yield from matrices(terms)


def numbers(terms: list[Any]) -> range:
    """The numbers of the terms."""
    return range(1, len(terms) + 1)


def product(left: str, right: str, number: int) -> str:
    """<left_k, X> right_k, as a further term."""
    return rf" + \langle {left}_{{{number}}}, X \rangle {right}_{{{number}}}"


def matrices(terms: list[dict[str, Any]]) -> Iterator[str]:
    """The matrices of the terms."""
    for number, term in enumerate(terms, 1):
        for letter, rows in term.items():
            yield f"{letter}_{{{number}}} = {array(rows)}"


def array(rows: list[list[Any]]) -> str:
    """A matrix with any number of columns."""
    columns = "c" * (len(rows[0]) if rows else 1)
    body = r" \\ ".join(" & ".join(map(LATEX_NOTATION.write, row)) for row in rows)
    return rf"\left[\begin{{array}}{{{columns}}} {body} \end{{array}}\right]"
