"""Expressions and statements as sympy objects, for those who go on in sympy.

Matrices of known size become sympy matrices, letters symbols or roots, functions Lambda objects of the entries of their
variables, row by row. A variable outside of its function, such as the parameter of a family, becomes a symbol. Every
value is computed by sympy alone, from the definition.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import sympy

from .errors import InputError
from .expression import Expression, Function, Matrix, Scalar
from .letters import Letter
from .statement import Statement

RELATIONS: dict[str, Any] = {"=": sympy.Eq, "<=": sympy.Le, "<": sympy.Lt, ">=": sympy.Ge, ">": sympy.Gt}


def to_sympy(value: Any) -> Any:
    """A scalar, matrix of known size, function or comparison as a sympy object.

    Raises InputError for matrices of letter size and arbitrary operators, which sympy has no counterpart for.
    """
    if isinstance(value, Statement):
        return _statement(value)
    if isinstance(value, Function):
        return _lambda(value)
    return _value(value, {})


def _statement(statement: Statement) -> Any:
    if statement.kind != "comparison":
        raise InputError(f"the statement that {statement!r} has no counterpart in sympy; its parts do")
    left, right = to_sympy(statement["left"]), to_sympy(statement["right"])
    relation = RELATIONS[statement["relation"]]
    if not isinstance(left, sympy.MatrixBase):
        return relation(left, right, evaluate=False)
    return sympy.And(*(relation(a, b) for a, b in zip(left, right, strict=True)))


def _lambda(function: Function) -> Any:
    arguments = {variable.arguments[0]: _symbolic(variable) for variable in function.variables}
    symbols = [s for value in arguments.values() for s in (value if isinstance(value, sympy.MatrixBase) else [value])]
    return sympy.Lambda(tuple(symbols), sympy.expand(_value(function.arguments[1], arguments)))


def _symbolic(variable: Scalar | Matrix) -> Any:
    name = variable.arguments[0]
    if isinstance(variable, Scalar):
        return sympy.Symbol(name, real=True)
    rows, cols = variable.shape
    if not isinstance(rows, int) or not isinstance(cols, int):
        raise InputError("a function of matrices of letter size has no counterpart in sympy")
    return sympy.Matrix(rows, cols, lambda i, j: sympy.Symbol(f"{name}_{i + 1}_{j + 1}", real=True))


def _value(node: Any, scope: dict[str, Any]) -> Any:
    if not isinstance(node, Expression):
        return node
    if node.operation not in VALUES:
        raise InputError(f"{node.operation} of letter size has no counterpart in sympy")
    return VALUES[node.operation](node, scope)


def _letter(letter: Letter) -> Any:
    if letter.square is not None:
        return sympy.sqrt(_value(letter.square, {}))
    if letter.minimum is not None:
        return sympy.Min(*(_value(side, {}) for side in letter.minimum))
    if letter.polynomial is not None and letter.interval is not None:
        return _algebraic(letter)
    return sympy.Symbol(
        letter.name, real=True, **({"integer": True, "nonnegative": True} if letter.role == "size" else {})
    )


def _algebraic(letter: Letter) -> Any:
    assert letter.polynomial is not None and letter.interval is not None
    x = sympy.Symbol("x")
    polynomial = sympy.Poly([int(c) for c in reversed(letter.polynomial.coeffs())], x)
    lower, upper = (sympy.Rational(int(end.p), int(end.q)) for end in letter.interval)
    below = polynomial.count_roots(None, lower)
    return sympy.rootof(polynomial, int(below)) if upper > lower else lower


def _known(node: Any) -> tuple[int, int]:
    rows, cols = node.shape
    if not isinstance(rows, int) or not isinstance(cols, int):
        raise InputError("a matrix of letter size has no counterpart in sympy")
    return rows, cols


def _matrix(node: Any, scope: dict[str, Any]) -> Any:
    entries = {(i, j): _value(value, scope) for i, j, value in node.arguments[0]}
    return sympy.Matrix(*_known(node), lambda i, j: entries.get((i, j), sympy.Integer(0)))


def _apply(node: Expression, scope: dict[str, Any]) -> Any:
    operator, x = node.arguments[0], _value(node.arguments[1], scope)
    return _operator(operator, scope, x)


def _operator(operator: Expression, scope: dict[str, Any], x: Any) -> Any:
    if operator.operation == "low rank update":
        pairs = [(_value(u, scope), _value(v, scope)) for u, v in operator.arguments[0]]
        return sum((_inner(v, x) * u for u, v in pairs), x)
    if operator.operation == "measurements":
        return sympy.Matrix([_inner(_value(row, scope), x) for row in operator.arguments[0]])
    raise InputError("an arbitrary operator has no counterpart in sympy")


def _gram(node: Expression, scope: dict[str, Any]) -> Any:
    operator, x = node.arguments[0], _value(node.arguments[1], scope)
    image = _operator(operator, scope, x)
    if operator.operation == "low rank update":
        pairs = [(_value(u, scope), _value(v, scope)) for u, v in operator.arguments[0]]
        return sum((_inner(u, image) * v for u, v in pairs), image)
    rows = [_value(row, scope) for row in operator.arguments[0]]
    return sum((weight * row for weight, row in zip(image, rows, strict=True)), sympy.zeros(*x.shape))


def _inner(left: Any, right: Any) -> Any:
    return sum((a * b for a, b in zip(left, right, strict=True)), sympy.Integer(0))


def _call(function: Function, point: Sequence[Any], scope: dict[str, Any]) -> Any:
    names = [variable.arguments[0] for variable in function.variables]
    return _value(function.arguments[1], {**scope, **dict(zip(names, point, strict=True))})


def _derivative(node: Expression, scope: dict[str, Any]) -> Any:
    function, at, directions = node.arguments
    point = [_value(part, scope) for part in at]
    steps = [sympy.Dummy(f"t{k}") for k in range(len(directions))]
    for step, direction in zip(steps, directions, strict=True):
        point = [part + step * _value(change, scope) for part, change in zip(point, direction, strict=True)]
    value = sympy.expand(_call(function, point, scope))
    for step in steps:
        value = sympy.diff(value, step).subs(step, 0)
    return value


VALUES: dict[str, Callable[[Any, dict[str, Any]], Any]] = {
    "rational": lambda node, scope: sympy.Rational(int(node.arguments[0].p), int(node.arguments[0].q)),
    "letter": lambda node, scope: _letter(node.arguments[0]),
    "variable": lambda node, scope: scope[node.arguments[0]] if node.arguments[0] in scope else _symbolic(node),
    "+": lambda node, scope: _value(node.arguments[0], scope) + _value(node.arguments[1], scope),
    "*": lambda node, scope: _value(node.arguments[0], scope) * _value(node.arguments[1], scope),
    "-": lambda node, scope: -_value(node.arguments[0], scope),
    "^": lambda node, scope: _value(node.arguments[0], scope) ** node.arguments[1],
    "matrix": _matrix,
    "identity": lambda node, scope: sympy.eye(_known(node)[0]),
    "ones": lambda node, scope: sympy.ones(*_known(node)),
    "transpose": lambda node, scope: _value(node.arguments[0], scope).T,
    "vec": lambda node, scope: sympy.Matrix(list(_value(node.arguments[0], scope))),
    "inner": lambda node, scope: _inner(_value(node.arguments[0], scope), _value(node.arguments[1], scope)),
    "trace": lambda node, scope: _value(node.arguments[0], scope).trace(),
    "determinant": lambda node, scope: _value(node.arguments[0], scope).det(method="berkowitz"),
    "apply": _apply,
    "gram": _gram,
    "exp": lambda node, scope: sympy.exp(_value(node.arguments[0], scope)),
    "log": lambda node, scope: sympy.log(_value(node.arguments[0], scope)),
    "tanh": lambda node, scope: sympy.tanh(_value(node.arguments[0], scope)),
    "sigmoid": lambda node, scope: 1 / (1 + sympy.exp(-_value(node.arguments[0], scope))),
    "value": lambda node, scope: _call(node.arguments[0], [_value(part, scope) for part in node.arguments[1]], scope),
    "derivative": _derivative,
}
