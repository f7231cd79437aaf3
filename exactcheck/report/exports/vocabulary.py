"""The names in a printed Python file: checks, what is imported, and names of its own that collide with neither."""

from __future__ import annotations

import ast
import builtins
import inspect
import keyword
from collections.abc import Iterable, Iterator

from . import checks

CHECKS = {
    name: value
    for name, value in vars(checks).items()
    if inspect.isfunction(value) and value.__module__ == checks.__name__
}
MODULES = {
    "collections.abc": ("Callable", "Iterable", "Sequence"),
    "fractions": ("Fraction",),
    "itertools": ("combinations",),
    "sympy": (
        "CRootOf",
        "Expr",
        "Integer",
        "Matrix",
        "Min",
        "Poly",
        "Rational",
        "Symbol",
        "exp",
        "expand",
        "eye",
        "integer_nthroot",
        "log",
        "ones",
        "sqrt",
        "symbols",
        "tanh",
        "zeros",
    ),
}
ARGUMENT = "X"
IMPORTED = {name for names in MODULES.values() for name in names}
TAKEN = {*CHECKS, *IMPORTED, *keyword.kwlist, *dir(builtins), ARGUMENT}


def own_names(wished: Iterable[str]) -> dict[str, str]:
    """A name for each wished one that nothing else in the file has.

    >>> own_names(["U0", "sqrt", "lambda"])
    {'U0': 'U0', 'sqrt': 'sqrt_', 'lambda': 'lambda_'}
    """
    found: dict[str, str] = {}
    for name in wished:
        own = name
        while own in TAKEN or own in found.values():
            own += "_"
        found[name] = own
    return found


def names_in(code: str) -> set[str]:
    """The names that code uses."""
    return {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}


def needed_checks(code: str) -> list[str]:
    """The sources of the checks that the code calls, and that these call, in the order of `checks`."""
    needed: set[str] = set()
    new = names_in(code) & CHECKS.keys()
    while new:
        needed |= new
        new = {word for name in new for word in names_in(inspect.getsource(CHECKS[name]))} & CHECKS.keys() - needed
    return [inspect.getsource(check).rstrip() for name, check in CHECKS.items() if name in needed]


def imports(code: str) -> Iterator[str]:
    """The import statements for what the code uses."""
    used = names_in(code)
    for module, names in MODULES.items():
        wanted = [name for name in names if name in used]
        if wanted:
            space = "\n" if module == "sympy" else ""
            yield f"{space}from {module} import {', '.join(wanted)}"
