"""Values of expressions over FLINT: numbers, matrices, gradients and Hessians, for the search that proposes proofs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from flint import fmpq, fmpq_mat

from .expression import Dimension, Expression, Function
from .jets import Jet
from .letters import Letter
from .ring import Number, Ring
from .values import BlockConstant, SparseMatrix, added

Value = Any


class Unevaluated(Exception):
    """The expression has no value here: it is about arbitrary matrices of letter size or an arbitrary operator, or it
    needs derivatives of a quotient or of a derivative.
    """


@dataclass(frozen=True)
class Update:
    """The operator X -> X + sum_k <v_k, X> u_k."""

    terms: list[tuple[Value, Value]]

    def apply(self, x: Value) -> Value:
        """A(x)."""
        return added(x, [(v.inner(x), u) for u, v in self.terms])

    def gram(self, x: Value) -> Value:
        """A^T A(x)."""
        image = self.apply(x)
        return added(image, [(u.inner(image), v) for u, v in self.terms])


@dataclass(frozen=True)
class Form:
    """An operator of which only ||A(X)||^2 = ||X||^2 + 2 sum_k <b_k, X> <c_k, X> is known."""

    terms: list[tuple[Value, Value]]

    def apply(self, x: Value) -> FormValue:
        """A(x)."""
        return FormValue(self, x)

    def gram(self, x: Value) -> Value:
        """A^T A(x), the polar form."""
        return added(x, [(b.inner(x), c) for b, c in self.terms] + [(c.inner(x), b) for b, c in self.terms])


@dataclass(frozen=True)
class FormValue:
    """The value of such an operator."""

    operator: Form
    x: Value

    def inner(self, other: FormValue) -> Number:
        """<A(X), A(Y)>."""
        return self.operator.gram(self.x).inner(other.x)


@dataclass(frozen=True)
class Measured:
    """The operator X -> (<a_1, X>, ..., <a_m, X>)."""

    rows: list[SparseMatrix]

    def apply(self, x: SparseMatrix) -> SparseMatrix:
        """A(x), as a column."""
        return SparseMatrix.of((len(self.rows), 1), {(k, 0): row.inner(x) for k, row in enumerate(self.rows)})

    def gram(self, x: SparseMatrix) -> SparseMatrix:
        """A^T A(x)."""
        zero = SparseMatrix(x.shape, {})
        return added(zero, [(row.inner(x), row) for row in self.rows])  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Frame:
    """The values of the variables of a function, and of the nodes of its body that have been evaluated."""

    scope: dict[str, Value] = field(default_factory=dict)
    seen: dict[int, Value] = field(default_factory=dict)


class Evaluator:
    """Evaluates the expressions of one problem; parts that occur again are evaluated once."""

    def __init__(self, letters: dict[str, Letter], name_of: Callable[[Letter], str]) -> None:
        self.name_of = name_of
        self.steps = count()
        self._top = Frame()
        self._depends: dict[int, bool] = {}
        self._kept: list[Expression] = []
        self.ring = Ring(letters, self._in_ring)

    def _in_ring(self, expression: Any, ring: Ring) -> Number:
        self.ring = ring
        return self.number(expression)

    def number(self, expression: Expression) -> Number:
        """The value of a scalar."""
        return self.value(expression, self._top)

    def matrix(self, expression: Expression) -> SparseMatrix:
        """The value of a matrix of known size.

        Raises Unevaluated for one of letter size.
        """
        value = self.value(expression, self._top)
        if not isinstance(value, SparseMatrix):
            raise Unevaluated
        return value

    def call(self, function: Function, point: Sequence[Value]) -> Value:
        """The value of a function at values of its variables."""
        names = [variable.arguments[0] for variable in function.variables]
        return self.value(function.arguments[1], Frame(dict(zip(names, point, strict=True))))

    def value(self, node: Expression, frame: Frame) -> Value:
        """The value of a node; nodes without variables are evaluated once for all."""
        known = frame.seen if self.depends(node) else self._top.seen
        if id(node) not in known:
            self._kept.append(node)
            known[id(node)] = self._compute(node, frame)
        return known[id(node)]

    def values(self, nodes: Sequence[Expression], frame: Frame) -> list[Value]:
        """The values of several nodes."""
        return [self.value(node, frame) for node in nodes]

    def depends(self, node: Any) -> bool:
        """True if a variable of an enclosing function occurs."""
        if isinstance(node, tuple):
            return any(map(self.depends, node))
        if not isinstance(node, Expression):
            return False
        if id(node) not in self._depends:
            self._kept.append(node)
            inside = node.operation != "function" and any(map(self.depends, node.arguments))
            self._depends[id(node)] = node.operation == "variable" or inside
        return self._depends[id(node)]

    def _compute(self, node: Expression, frame: Frame) -> Value:
        if node.operation in PLAIN:
            return PLAIN[node.operation](*self.values(node.arguments, frame))
        if node.operation in SPECIAL:
            return SPECIAL[node.operation](self, node, frame)
        raise Unevaluated(node.operation)

    def sizes(self, dimension: Dimension, frame: Frame) -> dict[str, Number]:
        """The sizes of the blocks of a dimension of letter size."""
        blocks = dimension if isinstance(dimension, tuple) else ()
        return {f"{block.name}#{id(block)}": self.value(block.size, frame) for block in blocks}


def product(left: Value, right: Value) -> Value:
    """The product of scalars, of a scalar and a matrix, or of matrices."""
    both = hasattr(left, "transpose") and hasattr(right, "transpose")
    return left @ right if both else left * right


def negative(value: Value) -> Value:
    """-value."""
    return fmpq(-1) * value


def determinant(value: SparseMatrix) -> Number:
    """The determinant of a rational matrix.

    Raises Unevaluated if there are letters.
    """
    if not isinstance(value, SparseMatrix):
        raise Unevaluated("determinant")
    entries = [value[i, j] for i in range(value.shape[0]) for j in range(value.shape[1])]
    if not all(isinstance(entry, fmpq) for entry in entries):
        raise Unevaluated("determinant")
    return fmpq_mat(*value.shape, entries).det()


def inner(left: Value, right: Value) -> Number:
    """<left, right>."""
    return left.inner(right)


def trace(value: Value) -> Number:
    """The trace."""
    if not isinstance(value, SparseMatrix):
        raise Unevaluated("trace")
    return sum((value[i, i] for i in range(value.shape[0])), fmpq(0))


def vec(value: Value) -> SparseMatrix:
    """The entries in one column, row by row."""
    if not isinstance(value, SparseMatrix):
        raise Unevaluated("vec")
    width = value.shape[1]
    return SparseMatrix.of(
        (value.shape[0] * width, 1), {(i * width + j, 0): v for (i, j), v in value.entries().items()}
    )


PLAIN: dict[str, Callable[..., Value]] = {
    "+": lambda left, right: left + right,
    "*": product,
    "-": negative,
    "transpose": lambda value: value.transpose(),
    "vec": vec,
    "inner": inner,
    "trace": trace,
    "determinant": determinant,
    "apply": lambda operator, x: operator.apply(x),
    "gram": lambda operator, x: operator.gram(x),
}


def _rational(evaluator: Evaluator, node: Expression, frame: Frame) -> Number:
    return node.arguments[0]


def _letter(evaluator: Evaluator, node: Expression, frame: Frame) -> Number:
    return evaluator.ring.generators[evaluator.name_of(node.arguments[0])]


def _variable(evaluator: Evaluator, node: Expression, frame: Frame) -> Value:
    return frame.scope[node.arguments[0]]


def _power(evaluator: Evaluator, node: Expression, frame: Frame) -> Number:
    base, exponent = evaluator.value(node.arguments[0], frame), node.arguments[1]
    if exponent >= 0:
        return base**exponent
    if isinstance(base, Jet):
        raise Unevaluated("a function that divides by its variables")
    return evaluator.ring.inverse(base) ** -exponent


def _matrix(evaluator: Evaluator, node: Any, frame: Frame) -> SparseMatrix:
    entries = {(i, j): evaluator.value(value, frame) for i, j, value in node.arguments[0]}
    return SparseMatrix.of(node.shape, entries)


def _identity(evaluator: Evaluator, node: Any, frame: Frame) -> Value:
    if isinstance(node.rows, int):
        return SparseMatrix(node.shape, {i: {i: fmpq(1)} for i in range(node.rows)})
    sizes = evaluator.sizes(node.rows, frame)
    return BlockConstant(tuple(sizes), tuple(sizes), sizes, dict.fromkeys(sizes, fmpq(1)), {})


def _ones(evaluator: Evaluator, node: Any, frame: Frame) -> Value:
    if isinstance(node.rows, int):
        row = dict.fromkeys(range(node.cols), fmpq(1))
        return SparseMatrix(node.shape, {i: dict(row) for i in range(node.rows)})
    high, wide = evaluator.sizes(node.rows, frame), evaluator.sizes(node.cols, frame)
    entries = {(a, b): fmpq(1) for a in high for b in wide}
    return BlockConstant(tuple(high), tuple(wide), {**high, **wide}, {}, entries)


def _columns(evaluator: Evaluator, node: Any, frame: Frame) -> BlockConstant:
    high, wide = evaluator.sizes(node.rows, frame), evaluator.sizes(node.cols, frame)
    return BlockConstant(tuple(high), tuple(wide), high, dict.fromkeys(wide, fmpq(1)), {})


def _update(evaluator: Evaluator, node: Expression, frame: Frame) -> Update:
    return Update([(evaluator.value(u, frame), evaluator.value(v, frame)) for u, v in node.arguments[0]])


def _form(evaluator: Evaluator, node: Expression, frame: Frame) -> Form:
    return Form(_update(evaluator, node, frame).terms)


def _measurements(evaluator: Evaluator, node: Expression, frame: Frame) -> Measured:
    return Measured(evaluator.values(node.arguments[0], frame))


def _value(evaluator: Evaluator, node: Expression, frame: Frame) -> Value:
    return evaluator.call(node.arguments[0], evaluator.values(node.arguments[1], frame))


def _derivative(evaluator: Evaluator, node: Expression, frame: Frame) -> Number:
    """The coefficient of the product of the steps along the directions, by one jet variable for each direction."""
    function, at, directions = node.arguments
    if len(directions) > 2:
        raise Unevaluated("a derivative of order above two")
    point, *displacements = [evaluator.values(parts, frame) for parts in (at, *directions)]
    if any(has_jets(part) for parts in (point, *displacements) for part in parts):
        raise Unevaluated("a derivative of a derivative")
    for along in displacements:
        step = next(evaluator.steps)
        point = [moved(part, change, step) for part, change in zip(point, along, strict=True)]
        last = step
    jet = evaluator.call(function, point)
    if not isinstance(jet, Jet):
        return fmpq(0)
    return jet.gradient.get(last, fmpq(0)) if len(directions) == 1 else jet.hessian.get(last - 1, {}).get(last, fmpq(0))


def has_jets(part: Value) -> bool:
    """True if a scalar or an entry of a matrix is a jet already."""
    return isinstance(part, Jet) or (
        isinstance(part, SparseMatrix) and any(isinstance(entry, Jet) for entry in part.entries().values())
    )


def moved(part: Value, change: Value, step: int) -> Value:
    """Part + t change, with t the jet variable numbered `step`."""
    t = Jet(fmpq(0), {step: fmpq(1)})
    return part + t * change if not isinstance(part, BlockConstant) else _unknown()


def _unknown() -> Value:
    raise Unevaluated("a derivative of letter size")


SPECIAL: dict[str, Callable[[Evaluator, Any, Frame], Value]] = {
    "rational": _rational,
    "letter": _letter,
    "variable": _variable,
    "^": _power,
    "matrix": _matrix,
    "identity": _identity,
    "ones": _ones,
    "columns": _columns,
    "low rank update": _update,
    "quadratic form": _form,
    "measurements": _measurements,
    "value": _value,
    "derivative": _derivative,
}


def gradient_and_hessian(evaluator: Evaluator, function: Function, point: Sequence[Value]) -> Jet:
    """Value, gradient and Hessian at a point; the entries of matrices are numbered row by row."""
    return jet_at(evaluator, function, on_jets(point))


def jet_at(evaluator: Evaluator, function: Function, arguments: Sequence[Value]) -> Jet:
    """The value of a function at arguments that hold jets."""
    value = evaluator.call(function, arguments)
    return value if isinstance(value, Jet) else Jet(value)


def on_jets(point: Sequence[Value]) -> list[Value]:
    """A point with a displacement added to every coordinate."""
    index = count()

    def shift(part: Value) -> Value:
        if isinstance(part, BlockConstant):
            raise Unevaluated("a Hessian of letter size")
        if not isinstance(part, SparseMatrix):
            return Jet(part, {next(index): fmpq(1)})
        places = [(i, j) for i in range(part.shape[0]) for j in range(part.shape[1])]
        return SparseMatrix.of(part.shape, {place: Jet(part[place], {next(index): fmpq(1)}) for place in places})

    return [shift(part) for part in point]
