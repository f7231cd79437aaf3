"""A claim at numbers as a Python file that needs sympy alone: definitions, then an assertion for each statement.

The functions of `checks` are printed with it, so that running the file checks the claim. What they cannot decide, such
as inequalities for arbitrary points, stands as a comment that refers to the certificate.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from ...exact.expression import Function
from .assertions import assertion
from .definitions import Definitions
from .expression_code import Code
from .vocabulary import ARGUMENT, imports, needed_checks

WIDTH = 100


def python_code(document: dict[str, Any], definitions: Definitions) -> str:
    """The file for a document that `as_json.document` has made."""
    code = Code(definitions, refuting_point(document))
    objects = [*letters(code), *(text for name in document["definitions"] for text in defined(name, document, code))]
    assertions = [*belonging(document, code), *checked(document, code)]
    helpers = needed_checks("\n".join([*objects, *assertions]))
    needed = imports("\n".join([*helpers, *objects, *assertions]))
    parts = [
        f'"""{heading(document)}\n"""\n',
        *needed,
        *(f"\n\n{helper}" for helper in helpers),
        "\n\n# The objects\n",
        *objects,
        "# What is stated of them\n",
        *assertions,
        'print("every assertion holds")\n',
    ]
    return "\n".join(parts)


def heading(document: dict[str, Any]) -> str:
    """What the file is about."""
    values = ", ".join(f"{name} = {value}" for name, value in document["parameters"].items())
    about = [
        f"{document['claim']}{f' at {values}' if values else ''}.",
        f"{document['paper']['authors']}, {document['paper']['title']}: {document['label']}.",
        f"{document['verdict']}, certificate {document['digest']}. Running this file checks every assertion exactly.",
    ]
    return "\n\n".join(textwrap.fill(line.replace("\\", "/").replace('"', "'"), WIDTH) for line in about)


def refuting_point(document: dict[str, Any]) -> dict[str, str]:
    """The values of letters at which the last statement fails."""
    proof = document["statements"][-1].get("proof")
    return proof.get("at", {}) if isinstance(proof, dict) else {}


def letters(code: Code) -> Iterator[str]:
    """Symbols for the letters that are not fixed, or their values at the point where a statement fails."""
    for name in code.definitions.free_letters:
        value = code.number(code.values[name]) if name in code.values else f'Symbol("{name}", real=True)'
        yield f"{code.letters[name]} = {value}\n"


def defined(name: str, document: dict[str, Any], code: Code) -> Iterator[str]:
    """A definition."""
    item, own = document["definitions"][name], code.own[name]
    meaning = item.get("meaning", "")
    note = [f"# {own}: {meaning}"] if meaning else []
    if item["kind"] == "scalar":
        yield "\n".join([*note, f"{own} = {code.number(item['value'])}\n"])
    elif item["kind"] == "matrix":
        yield "\n".join([*note, f"{own} = {code.rows(item['entries'])}\n"])
    elif item["kind"] == "function":
        function = code.definitions.named[name]
        assert isinstance(function, Function), "a definition of this kind is a function"
        yield one_line(own, code.variables(function), meaning, code.of(function.arguments[1]))
    else:
        yield from operator(name, item, meaning, code)


def one_line(name: str, variables: str, meaning: str, body: str) -> str:
    """A function that returns an expression."""
    about = f'    """{meaning[:1].upper()}{meaning[1:]}."""\n' if meaning else ""
    return f"\ndef {name}({variables}):\n{about}    return {body}\n\n"


def operator(name: str, item: dict[str, Any], meaning: str, code: Code) -> Iterator[str]:
    """An operator A, and A^T A from its own matrices."""
    own, value = code.own[name], code.definitions.named[name]
    if item["terms"]:
        yield one_line(own, ARGUMENT, meaning, code.operator_body(value))
    pairs = []
    for number, term in enumerate(item["gram"]["terms"], 1):
        for letter, rows in term.items():
            yield f"{own}_{letter}{number} = {code.rows(rows)}\n"
        pairs.append([f"{own}_{letter}{number}" for letter in term])
    products = [f"inner({v}, X) * {w}" for pair in pairs for v, w in ((pair[0], pair[-1]), (pair[-1], pair[0]))]
    if value.operation == "measurements":
        yield one_line(f"{own}_gram", ARGUMENT, f"{name}^T {name}", " + ".join(products[::2]))
    else:
        yield one_line(f"{own}_gram", ARGUMENT, f"{name}^T {name}", " + ".join([ARGUMENT, *products]))


def belonging(document: dict[str, Any], code: Code) -> Iterator[str]:
    """That what stands for A^T A belongs to A."""
    for name, item in document["definitions"].items():
        if item["kind"] == "operator" and item["terms"]:
            own, value = code.own[name], code.definitions.named[name]
            rows, cols = value.rows, value.cols  # type: ignore[attr-defined]
            yield f"# {name}_gram is {name}^T {name}\nassert same_form({own}, {own}_gram, {rows}, {cols})\n"


def checked(document: dict[str, Any], code: Code) -> Iterator[str]:
    """An assertion for each statement that was decided, or a comment."""
    for statement, about in zip(code.definitions.built.statements, document["statements"], strict=False):
        words = "\n".join(f"# {line}" for line in textwrap.wrap(about["text"], WIDTH))
        test = assertion(statement, code)
        if not test or (about["verdict"] != "proved" and statement.kind != "comparison"):
            yield f"{words}\n# ({about['verdict']} by the certificate)\n"
        else:
            yield f"{words}\nassert {test if about['verdict'] == 'proved' else f'not ({test})'}\n"
