"""Expressions: what statements are made of, written down as the user wrote them and evaluated nowhere here.

A node knows its operation, its arguments and its shape. The certificate carries the expression itself, so that the
kernel computes every value from the definition; `evaluation` computes the same values over FLINT for the search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any, TypeVar

from flint import fmpq, fmpz

from .errors import InputError
from .letters import Block, free_letter, require_name
from .rationals import rational
from .statement import Statement

Dimension = int | tuple[Block, ...]

Node = TypeVar("Node", bound="Expression")


class Expression:
    """A node; subclasses are Scalar, Matrix, Image, Operator and Function."""

    __slots__ = ("arguments", "name", "operation")

    def __init__(self, operation: str, *arguments: Any) -> None:
        self.operation = operation
        self.arguments = arguments
        self.name: str | None = None

    def __repr__(self) -> str:
        from .printing import formula

        return formula(self)

    def _repr_latex_(self) -> str:
        from .printing import latex

        return f"${latex(self)}$"

    def __bool__(self) -> bool:
        raise TypeError(f"{self!r} has no truth value; an expression is not a decided statement")


class Scalar(Expression):
    """A real number or an expression for one."""

    __slots__ = ()

    @property
    def value(self) -> fmpq | None:
        """The rational number, if the expression is one as it stands."""
        return self.arguments[0] if self.operation == "rational" else None

    def __add__(self, other: Any) -> Any:
        return _add(self, other)

    def __radd__(self, other: Any) -> Any:
        return _add(other, self)

    def __sub__(self, other: Any) -> Any:
        return self + -scalar(other) if is_scalar(other) else NotImplemented

    def __rsub__(self, other: Any) -> Any:
        return _add(other, -self)

    def __neg__(self) -> Scalar:
        return number(-self.value) if self.value is not None else Scalar("-", self)

    def __mul__(self, other: Any) -> Any:
        return _multiply(self, scalar(other)) if is_scalar(other) else NotImplemented

    def __rmul__(self, other: Any) -> Scalar:
        return _multiply(scalar(other), self) if is_scalar(other) else NotImplemented

    def __truediv__(self, other: Any) -> Scalar:
        return _multiply(self, scalar(other) ** -1) if is_scalar(other) else NotImplemented

    def __rtruediv__(self, other: Any) -> Scalar:
        return scalar(other) * self**-1 if is_scalar(other) else NotImplemented

    def __pow__(self, exponent: int) -> Scalar:
        if not isinstance(exponent, int) or isinstance(exponent, bool):
            raise InputError(f"exponent: {exponent!r} is not an integer")
        if self.value is not None:
            if exponent < 0 and self.value == 0:
                raise InputError("division by zero")
            return number(self.value**exponent)
        return self if exponent == 1 else Scalar("^", self, exponent)

    def __eq__(self, other: object) -> Statement:  # type: ignore[override]
        return comparison(self, "=", other)

    def __le__(self, other: Any) -> Statement:
        return comparison(self, "<=", other)

    def __lt__(self, other: Any) -> Statement:
        return comparison(self, "<", other)

    def __ge__(self, other: Any) -> Statement:
        return comparison(self, ">=", other)

    def __gt__(self, other: Any) -> Statement:
        return comparison(self, ">", other)

    __hash__ = object.__hash__

    def named(self, name: str) -> Scalar:
        """The same scalar under a name of its own in certificates."""
        return _named(self, name)


class Matrix(Expression):
    """A matrix, of known size or over blocks of letter size."""

    __slots__ = ("cols", "rows")

    def __init__(self, rows: Dimension, cols: Dimension, operation: str, *arguments: Any) -> None:
        super().__init__(operation, *arguments)
        self.rows, self.cols = rows, cols

    @property
    def shape(self) -> tuple[Dimension, Dimension]:
        """The numbers of rows and columns (or the blocks they consist of)."""
        return self.rows, self.cols

    @property
    def T(self) -> Matrix:  # noqa: N802 - the field's notation
        """The transpose."""
        return Matrix(self.cols, self.rows, "transpose", self)

    def __add__(self, other: Matrix) -> Matrix:
        require_shape("a sum", self, other)
        return Matrix(self.rows, self.cols, "+", self, other)

    def __sub__(self, other: Matrix) -> Matrix:
        return self + -other

    def __neg__(self) -> Matrix:
        return Matrix(self.rows, self.cols, "-", self)

    def __matmul__(self, other: Matrix) -> Matrix:
        require_matrix(other)
        if self.cols != other.rows:
            raise InputError(f"a product of a matrix with {self.cols} columns and one with {other.rows} rows")
        return Matrix(self.rows, other.cols, "*", self, other)

    def __mul__(self, factor: Any) -> Matrix:
        return Matrix(self.rows, self.cols, "*", scalar(factor), self) if is_scalar(factor) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, divisor: Any) -> Matrix:
        return self * scalar(divisor) ** -1 if is_scalar(divisor) else NotImplemented

    def __eq__(self, other: object) -> Statement:  # type: ignore[override]
        return _entrywise(self, "=", other)

    def __ge__(self, other: Any) -> Statement:
        return _entrywise(self, ">=", other)

    def __le__(self, other: Any) -> Statement:
        return _entrywise(self, "<=", other)

    def __gt__(self, other: Any) -> Statement:
        return _entrywise(self, ">", other)

    def __lt__(self, other: Any) -> Statement:
        return _entrywise(self, "<", other)

    __hash__ = object.__hash__

    def named(self, name: str) -> Matrix:
        """The same matrix under a name of its own in certificates."""
        return _named(self, name)


class Image(Expression):
    """The value A(X) of an operator; only inner products of it are taken."""

    __slots__ = ()


class Operator(Expression):
    """A linear operator on matrices: call it for A(X), `gram` for A^T A(X)."""

    __slots__ = ("cols", "rows")

    def __init__(self, rows: Dimension, cols: Dimension, operation: str, *arguments: Any) -> None:
        super().__init__(operation, *arguments)
        self.rows, self.cols = rows, cols

    def __call__(self, x: Matrix) -> Any:
        """A(x): a matrix of the same shape for an update of the identity, otherwise an image."""
        self._require_domain(x)
        if self.operation == "low rank update":
            return Matrix(x.rows, x.cols, "apply", self, x)
        return Image("apply", self, x)

    def gram(self, x: Matrix) -> Matrix:
        """A^T A(x)."""
        self._require_domain(x)
        return Matrix(x.rows, x.cols, "gram", self, x)

    def _require_domain(self, x: Matrix) -> None:
        require_matrix(x)
        if x.shape != (self.rows, self.cols):
            raise InputError(
                f"the operator acts on {self.rows} x {self.cols} matrices, not on {x.rows} x {x.cols} ones"
            )

    def named(self, name: str) -> Operator:
        """The same operator under a name of its own in certificates."""
        return _named(self, name)


class Function(Expression):
    """A real function of scalars and matrices: `arguments` are the variables and the body."""

    __slots__ = ()

    @property
    def variables(self) -> tuple[Scalar | Matrix, ...]:
        """The variables, as the expressions that the body contains."""
        return self.arguments[0]  # type: ignore[no-any-return]

    def __call__(self, *point: Any) -> Scalar:
        """The value at a point."""
        return Scalar("value", self, self.at(point))

    def at(self, point: Sequence[Any]) -> tuple[Scalar | Matrix, ...]:
        """The point as expressions, each of the shape of its variable."""
        if len(point) != len(self.variables):
            raise InputError(f"a function of {len(self.variables)} variables at a point with {len(point)} parts")
        return tuple(_fitted(variable, part) for variable, part in zip(self.variables, point, strict=True))

    def derivative(self, point: Sequence[Any], *directions: Sequence[Any]) -> Scalar:
        """The mixed derivative at the point along the directions (the Hessian form for twice the same)."""
        if not directions:
            raise InputError("a derivative needs a direction")
        return Scalar("derivative", self, self.at(point), tuple(self.at(direction) for direction in directions))

    def named(self, name: str) -> Function:
        """The same function under a name of its own in certificates."""
        return _named(self, name)


def function(body: Callable[..., Scalar], **variables: tuple[Dimension, Dimension] | None) -> Function:
    """The function with this body; each variable is given its shape, None for a scalar.

    Raises InputError if the body is no number, or contains a variable of another function.

    >>> function(lambda x, y: x**2 - y, x=None, y=None)
    (x, y) -> x^2 - y
    """
    names: list[Scalar | Matrix] = [
        Scalar("variable", name) if shape is None else Matrix(*shape, "variable", name)
        for name, shape in variables.items()
    ]
    value = scalar(body(*names), "body")
    for variable in variables_in(value):
        if all(variable is not own for own in names):
            raise InputError(f"body: the variable {variable.arguments[0]} belongs to another function")
    return Function("function", tuple(names), value)


def variables_in(node: Any) -> Iterator[Expression]:
    """The variables that an expression contains outside of the functions in it."""
    seen, waiting = set(), [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, (tuple, list)):
            waiting.extend(part)
        elif isinstance(part, Expression) and id(part) not in seen:
            seen.add(id(part))
            if part.operation == "variable":
                yield part
            elif part.operation != "function":
                waiting.extend(part.arguments)


def number(value: fmpq) -> Scalar:
    """A rational number as an expression."""
    return Scalar("rational", value)


def is_scalar(value: Any) -> bool:
    """True for what `scalar` accepts."""
    return isinstance(value, (int, Fraction, str, fmpq, fmpz, Scalar, float)) or _is_sympy(value)


def _is_sympy(value: Any) -> bool:
    return type(value).__module__.partition(".")[0] == "sympy"


def scalar(value: Any, argument: str = "a number") -> Scalar:
    """An expression from a number, a string "p/q", a sympy expression of numbers and roots, or an expression."""
    if isinstance(value, Scalar):
        return value
    if _is_sympy(value) and not getattr(value, "is_Rational", False):
        from .from_sympy import scalar_from_sympy

        return scalar_from_sympy(value)
    return number(rational(value, argument))


def letter(name: str, role: str = "parameter") -> Scalar:
    """A free letter: "parameter" or "point" for a real number, "size" for an integer >= 0."""
    return Scalar("letter", free_letter(name, role))


def point(name: str) -> Scalar:
    """A letter for every real number that is no parameter: a coordinate of an arbitrary point."""
    return letter(name, "point")


def _add(left: Any, right: Any) -> Any:
    if not (is_scalar(left) and is_scalar(right)):
        return NotImplemented
    a, b = scalar(left), scalar(right)
    if a.value is not None and b.value is not None:
        return number(a.value + b.value)
    if a.value == 0:
        return b
    return a if b.value == 0 else Scalar("+", a, b)


def _multiply(a: Scalar, b: Scalar) -> Scalar:
    if a.value is not None and b.value is not None:
        return number(a.value * b.value)
    if a.value == 0 or b.value == 1:
        return a
    return b if b.value == 0 or a.value == 1 else Scalar("*", a, b)


def comparison(left: Scalar, relation: str, right: Any) -> Statement:
    """The statement left relation right."""
    if not is_scalar(right):
        raise InputError(f"{right!r} cannot be compared with a scalar")
    return Statement("comparison", left=left, relation=relation, right=scalar(right))


def _entrywise(left: Matrix, relation: str, right: Any) -> Statement:
    """The statement that the relation holds for every entry; a scalar 0 stands for the zero matrix."""
    if is_scalar(right) and scalar(right).value == 0:
        right = zero(left.rows, left.cols)
    if not isinstance(right, Matrix):
        raise InputError(f"{right!r} cannot be compared with a matrix")
    require_shape("a comparison", left, right)
    return Statement("comparison", left=left, relation=relation, right=right)


def zero(rows: Dimension, cols: Dimension) -> Matrix:
    """The zero matrix."""
    if isinstance(rows, int) and isinstance(cols, int):
        return Matrix(rows, cols, "matrix", ())
    return 0 * Matrix(rows, cols, "ones")


def require_shape(what: str, left: Any, right: Any) -> None:
    """Raise InputError unless both are matrices of one shape."""
    if not isinstance(right, Matrix):
        raise InputError(f"{what} of a matrix and {right!r}")
    if left.shape != right.shape:
        raise InputError(f"{what} of a {left.rows} x {left.cols} and a {right.rows} x {right.cols} matrix")


def require_matrix(value: Any, argument: str = "a matrix") -> None:
    """Raise InputError unless the value is a matrix."""
    if not isinstance(value, Matrix):
        raise InputError(f"{argument}: {value!r} is not a matrix; make one with matrix([[...], ...])")


def _fitted(variable: Scalar | Matrix, part: Any) -> Scalar | Matrix:
    """A part of a point, as an expression of the shape of its variable."""
    if isinstance(variable, Scalar):
        return scalar(part)
    from .matrices import matrix

    value = part if isinstance(part, Matrix) else matrix(part)
    require_shape("a variable and its value, comparison", variable, value)
    return value


def _named(expression: Node, name: str) -> Node:
    """A copy of the node with a name."""
    require_name(name)
    copy = object.__new__(type(expression))
    for slot in ("operation", "arguments", "rows", "cols"):
        if hasattr(expression, slot):
            object.__setattr__(copy, slot, getattr(expression, slot))
    copy.name = name
    return copy
