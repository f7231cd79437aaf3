"""Expressions as Python code for sympy: numbers by their values, everything else as it was defined."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ...exact.errors import InputError
from ...exact.expression import Expression, Function
from ...exact.statement import Statement
from .definitions import Definitions, Rows
from .numbers import PYTHON, Tree, contains
from .vocabulary import ARGUMENT, TAKEN, own_names

SUM, PRODUCT, POWER, ATOM = range(4)


class Code:
    """The code of expressions; named ones by the names that the file gives them.

    `values` are those of the letters that are not fixed, if it is about one point.
    """

    def __init__(self, definitions: Definitions, values: Mapping[str, str]) -> None:
        self.definitions = definitions
        self.values = values
        names = own_names([*definitions.named, *definitions.free_letters])
        self.own = {name: names[name] for name in definitions.named}
        self.letters = {name: names[name] for name in definitions.free_letters}
        self.names = {id(value): names[name] for name, value in definitions.named.items()}
        self.python = replace(PYTHON, letter=lambda name: self.letters[name])

    def of(self, node: Expression, binding: int = SUM) -> str:
        """The code, in parentheses if it binds less than needed."""
        if id(node) in self.names:
            return self.names[id(node)]
        if node.operation not in WRITERS:
            raise InputError(f"{node.operation} of letter size has no counterpart in sympy")
        text, own = WRITERS[node.operation](self, node)
        return text if own >= binding else f"({text})"

    def number(self, tree: Tree) -> str:
        """A number, as an object of sympy's."""
        return f"Integer({tree})" if isinstance(tree, str) and "/" not in tree else self.python.write(tree)

    def difference(self, left: Expression, right: Expression) -> str:
        """left - right."""
        zero = right.operation == "rational" and right.arguments[0] == 0
        return self.of(left) if zero else f"{self.of(left)} - {self.of(right, PRODUCT)}"

    def variables(self, function: Function) -> str:
        """The variables of a function, as its parameters."""
        return ", ".join(map(self.variable, function.variables))

    def variable(self, variable: Expression) -> str:
        """The name of a variable: one that no definition has."""
        name: str = variable.arguments[0]
        return name + "_" if name in {*TAKEN, *self.names.values()} - {ARGUMENT} else name

    def rows(self, rows: Rows) -> str:
        """A matrix by its entries, one line for each row."""
        if not rows or not rows[0]:
            return f"zeros({len(rows)}, 0)"
        lines = [f"    [{', '.join(map(self.python.write, row))}]," for row in rows]
        return "\n".join(["Matrix([", *lines, "])"])

    def operator_body(self, operator: Any) -> str:
        """The value of an operator at X."""
        if operator.operation == "measurements":
            return f"Matrix([{', '.join(f'inner({self.of(row)}, X)' for row in operator.arguments[0])}])"
        return " + ".join(["X", *(f"inner({self.of(v)}, X) * {self.of(u, PRODUCT)}" for u, v in operator.arguments[0])])

    def gram(self, operator: Expression, x: Expression) -> str:
        """A^T A(x)."""
        if id(operator) not in self.names:
            raise InputError("an operator whose A^T A is taken needs a name: give it one with .named(...)")
        return f"{self.names[id(operator)]}_gram({self.of(x)})"

    def open(self, statement: Statement) -> bool:
        """True if the statement speaks of letters that have no value."""
        left = set(self.definitions.free_letters) - set(self.values)
        return bool(left) and any(map(self._mentions, statement.fields.values()))

    def _mentions(self, value: Any) -> bool:
        if isinstance(value, (list, tuple)):
            return any(map(self._mentions, value))
        if not isinstance(value, Expression):
            return False
        if value.operation == "letter":
            return contains(self.definitions.scalar(value), "letter")
        return any(map(self._mentions, value.arguments))


def _joined(sign: str, binding: int) -> Callable[[Code, Expression], tuple[str, int]]:
    return lambda code, node: (sign.join(code.of(part, binding) for part in node.arguments), binding)


def _called(name: str) -> Callable[[Code, Expression], tuple[str, int]]:
    return lambda code, node: (f"{name}({', '.join(map(code.of, node.arguments))})", ATOM)


def _method(name: str) -> Callable[[Code, Expression], tuple[str, int]]:
    return lambda code, node: (f"{code.of(node.arguments[0], ATOM)}{name}", ATOM)


def _rational(code: Code, node: Expression) -> tuple[str, int]:
    text = code.python.write(str(node.arguments[0]))
    return text, (PRODUCT if text.startswith("-") else ATOM)


def _letter(code: Code, node: Expression) -> tuple[str, int]:
    tree = code.definitions.scalar(node)
    return code.python.write(tree), (ATOM if isinstance(tree, str) or "sqrt" in tree or "letter" in tree else SUM)


def _negative(code: Code, node: Expression) -> tuple[str, int]:
    return f"-{code.of(node.arguments[0], PRODUCT)}", PRODUCT


def _sum(code: Code, node: Expression) -> tuple[str, int]:
    left, right = node.arguments
    if right.operation == "-" and id(right) not in code.names:
        return f"{code.of(left)} - {code.of(right.arguments[0], PRODUCT)}", SUM
    return f"{code.of(left)} + {code.of(right)}", SUM


def _power(code: Code, node: Expression) -> tuple[str, int]:
    base, exponent = node.arguments
    return f"{code.of(base, ATOM)}**{exponent}", POWER


def _inner(code: Code, node: Expression) -> tuple[str, int]:
    left, right = node.arguments
    if left.operation == "apply" and left.arguments[0].operation == "quadratic form":
        operator, y = right.arguments
        return f"inner({code.of(left.arguments[1])}, {code.gram(operator, y)})", ATOM
    return (f"norm_squared({code.of(left)})" if left is right else f"inner({code.of(left)}, {code.of(right)})"), ATOM


def _matrix(code: Code, node: Expression) -> tuple[str, int]:
    rows = code.definitions.rows(node)
    body = ", ".join(f"[{', '.join(map(code.python.write, row))}]" for row in rows)
    return f"Matrix([{body}])", ATOM


def _applied(code: Code, node: Expression) -> tuple[str, int]:
    operator, x = node.arguments
    name = code.names.get(id(operator), f"(lambda X: {code.operator_body(operator)})")
    return f"{name}({code.of(x)})", ATOM


def _gram(code: Code, node: Expression) -> tuple[str, int]:
    return code.gram(*node.arguments), ATOM


def _value(code: Code, node: Expression) -> tuple[str, int]:
    function, point = node.arguments
    return f"{code.of(function, ATOM)}({', '.join(map(code.of, point))})", ATOM


def _function(code: Code, node: Any) -> tuple[str, int]:
    return f"lambda {code.variables(node)}: {code.of(node.arguments[1])}", SUM


def _derivative(code: Code, node: Expression) -> tuple[str, int]:
    function, point, directions = node.arguments
    along = ", ".join(f"[{', '.join(map(code.of, direction))}]" for direction in directions)
    return f"directional_derivative({code.of(function)}, [{', '.join(map(code.of, point))}], {along})", ATOM


WRITERS: dict[str, Callable[[Code, Any], tuple[str, int]]] = {
    "rational": _rational,
    "letter": _letter,
    "variable": lambda code, node: (code.variable(node), ATOM),
    "+": _sum,
    "-": _negative,
    "*": _joined(" * ", PRODUCT),
    "^": _power,
    "matrix": _matrix,
    "identity": lambda code, node: (f"eye({node.rows})", ATOM),
    "ones": lambda code, node: (f"ones({node.rows}, {node.cols})", ATOM),
    "transpose": _method(".T"),
    "trace": _method(".trace()"),
    "determinant": _method('.det(method="berkowitz")'),
    "vec": _called("stacked"),
    "inner": _inner,
    "exp": _called("exp"),
    "log": _called("log"),
    "tanh": _called("tanh"),
    "sigmoid": lambda code, node: (f"1 / (1 + exp(-{code.of(node.arguments[0], ATOM)}))", PRODUCT),
    "apply": _applied,
    "gram": _gram,
    "value": _value,
    "derivative": _derivative,
    "function": _function,
}
