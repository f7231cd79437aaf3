"""Comparisons of functions made of exp, log, tanh and sigmoid, on a box or for all real values of their variables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flint import fmpq

from ..exact.elementary_functions import ELEMENTARY, parts_of
from ..exact.errors import InputError
from ..exact.expression import Expression, Function, Scalar, scalar, variables_in
from ..exact.letters import require_name
from ..exact.rationals import rational
from ..exact.statement import Statement
from .letters_as_variables import Letters, free_letters_in, with_variables
from .polynomials import is_sympy, signature
from .regions import SYMPY_RELATIONS

Side = tuple[fmpq | None, fmpq | None]
MOST_PARTS = 1000


@dataclass(frozen=True, eq=False, repr=False)
class OnBox:
    """A function on a box, to be compared with a number, or with another function of the same kind."""

    variables: tuple[Scalar, ...]
    sides: tuple[Side, ...]
    given: Any
    read: Callable[[str, Any], Scalar]
    hints: dict[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<{self.given!r} on a box, to be compared with a number>"

    def __ge__(self, other: Any) -> Statement:
        return self._statement(">=", other)

    def __gt__(self, other: Any) -> Statement:
        return self._statement(">", other)

    def __le__(self, other: Any) -> Statement:
        return self._statement("<=", other)

    def __lt__(self, other: Any) -> Statement:
        return self._statement("<", other)

    def __eq__(self, other: object) -> Statement:  # type: ignore[override]
        return self._statement("=", other)

    __hash__ = object.__hash__

    def _statement(self, relation: str, other: Any) -> Statement:
        body, bound = self.read("f", self.given), self.read("the other side", other)
        # a function that is compared with zero keeps its name
        same = isinstance(self.given, Function) and bound.value == 0
        function = self.given if same else Function("function", self.variables, body - bound)
        return Statement("comparison on a box", self.hints, function=function, box=self.sides, relation=relation)


def on_box(f: Any, box: Any, *, parts: int = MOST_PARTS) -> OnBox:
    """A function on a box, such as exp(x) - y for {x: (0, 1), y: ("1/2", None)}, to be compared with a number.

    The statement says that the function is defined and stands in the relation to the number at all points of the box. f
    is a function, an expression in letters, or an expression of sympy; it may contain exp, log, tanh and sigmoid. The
    box gives each variable its closed range: rational ends, or None for no end. A function also takes a list of ranges
    in the order of its variables. `parts` is a hint: into how many parts the box may be cut.

    A proof cuts the box into parts on which intervals enclose the function, which fails where it touches the bound at
    no rational point; or replaces exponentials by positive letters, which needs no ends. `>=` and `==` may be compared
    too.

    >>> from exactcheck import point, verify_statements
    >>> from exactcheck.landscape import exp, on_box
    >>> x = point("x")
    >>> verify_statements(on_box(exp(x) - x**2, {x: (-1, 2)}) > "-7/10").verdict
    'proved'
    >>> verify_statements(on_box(exp(x) - x**2, {x: (-1, 2)}) > 0).verdict
    'refuted'

    Raises InputError for a box that does not give each variable a range.
    """
    if type(parts) is not int or parts < 1:
        raise InputError(f"parts: {parts!r} is no integer from 1 on")
    if isinstance(f, Function):
        variables, sides = _of_function(f, box)
        return OnBox(variables, sides, f, _reader_of_function(f), {"parts": parts})
    if not isinstance(box, Mapping) or not box:
        raise InputError(f"box: {box!r} is no range for each variable, such as {{x: (0, 1), y: (0, None)}}")
    keys, sides = list(box), tuple(_side(str(key), side) for key, side in box.items())
    variables, read = _of_symbols(keys) if all(map(is_sympy, keys)) else _of_letters(keys)
    return OnBox(variables, sides, f, read, {"parts": parts})


def for_all_reals(comparison: Any) -> Statement:
    """A comparison for all real values of the variables of its elementary functions: an identity, or an inequality.

    The comparison is written as usual, with letters or as a relation of sympy. The letters inside of exp, tanh and
    sigmoid, also as arguments of a function, become variables that take every real value, whatever is assumed of them;
    other letters keep their meaning. All symbols of sympy are variables.

    >>> from exactcheck import point, verify_statements
    >>> from exactcheck.landscape import exp, for_all_reals, sigmoid, tanh
    >>> w = point("w")
    >>> verify_statements(for_all_reals(sigmoid(w) + sigmoid(-w) == 1)).verdict
    'proved'
    >>> verify_statements(for_all_reals(tanh(w) == 1 - 2 / (1 + exp(2 * w)))).verdict
    'proved'

    Raises InputError for what is no comparison of numbers, and for one without exp, tanh and sigmoid.
    """
    if is_sympy(comparison) and getattr(comparison, "is_Relational", False):
        left, right, relation = comparison.lhs, comparison.rhs, SYMPY_RELATIONS[comparison.rel_op]
        keys = sorted(comparison.free_symbols, key=str)
    elif isinstance(comparison, Statement) and comparison.kind == "comparison":
        left, right, relation = (comparison[part] for part in ("left", "right", "relation"))
        keys = free_letters_in(elementary_arguments((left, right)))
    else:
        raise InputError(f"comparison: {comparison!r} is no comparison such as tanh(w) <= 1")
    if not keys or relation == "!=":
        raise InputError(f"comparison: {comparison!r} is no equation or inequality with a variable inside exp or tanh")
    compared = on_box(left, dict.fromkeys(keys, (None, None)))
    return compared._statement(relation, right)


def elementary_arguments(value: Any) -> list[Expression]:
    """What stands inside of exp, log, tanh and sigmoid, and the arguments of functions that have these inside there."""
    found: list[Expression] = []
    for part in parts_of(value):
        if part.operation in ELEMENTARY:
            found.extend(part.arguments)
        elif part.operation in ("value", "derivative"):
            f, point = part.arguments[:2]
            inside = {id(x) for x in variables_in(elementary_arguments(f.arguments[1]))}
            found.extend(x for variable, x in zip(f.variables, point, strict=True) if id(variable) in inside)
    return found


def _of_function(f: Function, box: Any) -> tuple[tuple[Scalar, ...], tuple[Side, ...]]:
    """The variables of a function and their ranges."""
    variables = tuple(x for x in f.variables if isinstance(x, Scalar))
    if len(variables) < len(f.variables):
        raise InputError(f"f: {f!r} has variables that are matrices; a box is for functions of numbers")
    names = [x.arguments[0] for x in variables]
    if isinstance(box, Mapping):
        ranges = {str(getattr(key, "name", key) or key): side for key, side in box.items()}
        if set(ranges) != set(names):
            raise InputError(f"box: ranges for {', '.join(ranges)} instead of {', '.join(names)}")
        box = [ranges[name] for name in names]
    if not isinstance(box, (list, tuple)) or len(box) != len(names):
        raise InputError(f"box: {box!r} is no list of ranges, one for each of the variables {', '.join(names)}")
    return variables, tuple(_side(name, side) for name, side in zip(names, box, strict=True))


def _reader_of_function(f: Function) -> Callable[[str, Any], Scalar]:
    def read(argument: str, value: Any) -> Scalar:
        if not isinstance(value, Function):
            return scalar(value, argument)
        if signature(value.variables) != signature(f.variables):
            raise InputError(f"{argument}: {value!r} has other variables than {f!r}")
        body: Scalar = value.arguments[1]
        return body

    return read


def _of_symbols(keys: list[Any]) -> tuple[tuple[Scalar, ...], Callable[[str, Any], Scalar]]:
    """The variables for symbols of sympy, and how expressions in these are read."""
    from ..exact.from_sympy import scalar_from_sympy

    known = {key: Scalar("variable", require_name(getattr(key, "name", str(key)))) for key in keys}

    def read(argument: str, value: Any) -> Scalar:
        if not is_sympy(value):
            return scalar(value, argument)
        foreign = sorted(str(symbol) for symbol in value.free_symbols - set(known))
        if foreign:
            raise InputError(f"{argument}: {', '.join(foreign)} in {value} has no range in the box")
        return scalar_from_sympy(value, dict(known))

    return tuple(known.values()), read


def _of_letters(keys: list[Any]) -> tuple[tuple[Scalar, ...], Callable[[str, Any], Scalar]]:
    """The variables for letters, and how expressions in these are read."""
    letters = Letters.of(keys)
    return letters.variables, lambda argument, value: with_variables(scalar(value, argument), letters)


def _side(name: str, side: Any) -> Side:
    """A range with rational ends, or without."""
    if not isinstance(side, (list, tuple)) or len(side) != 2:
        raise InputError(f"box: {side!r} is no range of {name}, such as (0, 1) or (0, None)")
    lower, upper = (None if end is None else rational(end, f"box: an end of the range of {name}") for end in side)
    if lower is not None and upper is not None and lower > upper:
        raise InputError(f"box: the range of {name} from {lower} to {upper} is empty")
    return lower, upper
