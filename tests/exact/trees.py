"""Random formulas that any algebra can compute: exactcheck's expressions, sympy's, and plain fractions."""

from __future__ import annotations

import operator
from fractions import Fraction
from typing import Any

import sympy
from hypothesis import strategies as st

from exactcheck import function, scalar
from exactcheck.exact.evaluation import Evaluator
from exactcheck.exact.expression import Expression
from exactcheck.exact.problem import Problem
from exactcheck.exact.values import SparseMatrix
from tests.kernel.strategies import fractions

NAMES = ("x", "y", "z")
SYMBOLS = {name: sympy.Symbol(name, real=True) for name in NAMES}
OPERATIONS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "^": operator.pow}
Tree = Any


def _grown(smaller: Any) -> Any:
    binary = st.tuples(st.sampled_from("+-*"), smaller, smaller)
    return binary | st.tuples(st.just("^"), smaller, st.integers(0, 2)) | st.tuples(st.just("neg"), smaller)


numbers = st.recursive(fractions, _grown, max_leaves=6)
trees = st.recursive(st.sampled_from(NAMES) | fractions, _grown, max_leaves=6)
points = st.tuples(fractions, fractions, fractions).map(lambda values: dict(zip(NAMES, values, strict=True)))


def matrices(rows, cols, entries=fractions):
    """Matrices as lists of rows."""
    return st.lists(st.lists(entries, min_size=cols, max_size=cols), min_size=rows, max_size=rows)


def computed(tree: Tree, values: dict[str, Any], number: Any = lambda value: value) -> Any:
    """The tree in the algebra of the values; `number` turns a fraction into its number."""
    if isinstance(tree, str):
        return values[tree]
    if isinstance(tree, Fraction):
        return number(tree)
    if tree[0] == "neg":
        return -computed(tree[1], values, number)
    if tree[0] == "^":
        return computed(tree[1], values, number) ** tree[2]
    return OPERATIONS[tree[0]](*(computed(part, values, number) for part in tree[1:]))


def function_of(tree: Tree) -> Any:
    """The function of x, y, z with this formula."""
    return function(lambda x, y, z: computed(tree, {"x": x, "y": y, "z": z}, scalar), **dict.fromkeys(NAMES))


def in_sympy(tree: Tree) -> Any:
    """The tree as an expanded sympy polynomial in the SYMBOLS."""
    return sympy.expand(computed(tree, SYMBOLS, sympy.Rational))


def evaluator(*expressions: Any) -> Evaluator:
    """An evaluator that knows the letters of the expressions."""
    problem = Problem()
    for expression in expressions:
        problem.write(expression)
    return Evaluator(problem.letters, problem.name_of)


def evaluated(expression: Expression) -> Any:
    """The value of an expression without letters: a Fraction, or a list of rows of fractions."""
    return plain(evaluator(expression).number(expression))


def plain(value: Any) -> Any:
    """A rational number as a Fraction, a matrix as a list of rows."""
    if isinstance(value, SparseMatrix):
        return [[plain(value[i, j]) for j in range(value.shape[1])] for i in range(value.shape[0])]
    return Fraction(int(value.p), int(value.q))


def as_rows(matrix: Any) -> Any:
    """A rational sympy matrix as a list of rows of fractions."""
    return [[Fraction(int(v.p), int(v.q)) for v in row] for row in matrix.tolist()]
