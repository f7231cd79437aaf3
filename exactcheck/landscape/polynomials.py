"""Polynomials over common variables from what users have: functions, sympy expressions and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Function, Matrix, Scalar, is_scalar, scalar, variables_in
from ..exact.letters import require_name

Variable = Scalar | Matrix
# a value with the name of the argument that it was given for
Given = tuple[str, Any]


def is_sympy(value: Any) -> bool:
    """True for an object of sympy."""
    return type(value).__module__.partition(".")[0] == "sympy"


def common_functions(given: Sequence[Given], variables: Iterable[Any] | None = None) -> list[Function]:
    """The values as functions of the same variables, constants included.

    These are `variables`, symbols or names, if they are given; otherwise those of the first function; otherwise the
    free symbols of all sympy expressions, sorted by name.

    Raises InputError for a value that is no polynomial in these variables.
    """
    chosen = _variables(given, variables)
    return [_function(argument, value, chosen) for argument, value in given]


def smooth_function(given: Any, variables: Iterable[Any] | None = None) -> Any:
    """A polynomial of sympy as a function of `variables`, see `common_functions`; anything else as it is."""
    return common_functions([("function", given)], variables)[0] if is_sympy(given) else given


def signature(variables: Iterable[Variable]) -> list[tuple[str, Any]]:
    """The names and shapes of variables."""
    return [(variable.arguments[0], getattr(variable, "shape", None)) for variable in variables]


def _variables(given: Sequence[Given], named: Iterable[Any] | None) -> tuple[Variable, ...]:
    first = next((value for _, value in given if isinstance(value, Function)), None)
    if named is None and first is not None:
        return first.variables
    symbols = _symbols(given) if named is None else list(named)
    if not symbols:
        arguments = ", ".join(dict.fromkeys(argument for argument, _ in given))
        raise InputError(f"{arguments}: no function and no variable; name the variables, as in variables=[x, y]")
    names = [require_name(symbol if isinstance(symbol, str) else getattr(symbol, "name", symbol)) for symbol in symbols]
    if len(set(names)) < len(names):
        raise InputError(f"variables: {', '.join(names)} are not different")
    return tuple(Scalar("variable", name) for name in names)


def _symbols(given: Sequence[Given]) -> list[Any]:
    """The free symbols, sorted by name."""
    return sorted({symbol for _, value in given if is_sympy(value) for symbol in value.free_symbols}, key=str)


def _function(argument: str, value: Any, variables: tuple[Variable, ...]) -> Function:
    """One value as a function of the variables."""
    if isinstance(value, Function):
        if signature(value.variables) != signature(variables):
            names = ", ".join(name for name, _ in signature(variables))
            raise InputError(f"{argument}: {value!r} has other variables than the rest, which are {names}")
        return value
    if is_sympy(value):
        return Function("function", variables, _polynomial(argument, value, variables))
    if not is_scalar(value) or list(variables_in(scalar(value, argument))):
        raise InputError(f"{argument}: {value!r} is neither a function nor a sympy expression nor a number")
    return Function("function", variables, scalar(value, argument))


def _polynomial(argument: str, value: Any, variables: tuple[Variable, ...]) -> Scalar:
    """A sympy expression over the variables that are numbers, its terms in sympy's order."""
    import sympy

    if not isinstance(value, sympy.Expr):
        raise InputError(f"{argument}: {value} is no sympy expression for a number")
    numbers = {str(variable.arguments[0]): variable for variable in variables if isinstance(variable, Scalar)}
    foreign = [str(symbol) for symbol in value.free_symbols if str(symbol) not in numbers]
    if foreign:
        words = f"{', '.join(sorted(foreign))} in {value} is none of the variables {', '.join(numbers)}"
        raise InputError(f"{argument}: {words}")
    _require_polynomial(argument, value)
    return _value(argument, value, {symbol: numbers[str(symbol)] for symbol in value.free_symbols})


def _value(argument: str, value: Any, known: dict[Any, Scalar]) -> Scalar:
    """A polynomial of sympy, its terms and factors in sympy's order."""
    if not value.free_symbols:
        return _number(argument, value)
    if value.is_Symbol:
        return known[value]
    if value.as_coeff_Mul()[0].is_negative:
        return -_value(argument, -value, known)
    if value.is_Pow:
        return _value(argument, value.base, known) ** int(value.exp)
    total = scalar(0 if value.is_Add else 1)
    for part in value.as_ordered_terms() if value.is_Add else value.as_ordered_factors():
        negative = value.is_Add and part.as_coeff_Mul()[0].is_negative
        term = _value(argument, -part if negative else part, known)
        total = total - term if negative else total + term if value.is_Add else total * term
    return total


def named_scalar(argument: str, value: Any) -> Scalar:
    """A number as an expression; an InputError names the argument also for numbers of sympy."""
    if not is_sympy(value):
        return scalar(value, argument)
    _require_polynomial(argument, value)
    return _number(argument, value)


def _require_polynomial(argument: str, value: Any) -> None:
    """Raise InputError with a part of the expression that no polynomial has."""
    symbols = value.free_symbols
    if len({symbol.name for symbol in symbols}) < len(symbols):
        raise InputError(f"{argument}: different symbols of the same name in {value}")
    for number in value.atoms():
        if number.is_Float:
            scalar(float(number), argument)
    for part in _parts(value):
        whole = part.is_Pow and part.exp.is_Integer and part.exp >= 0
        if part.free_symbols and not (part.is_Symbol or part.is_Add or part.is_Mul or whole):
            allowed = "sums, products and powers with exponents 0, 1, 2, ..."
            raise InputError(f"{argument}: {part} is no polynomial; accepted are {allowed} of {_names(symbols)}")


def _parts(value: Any) -> Iterable[Any]:
    """The expression and its parts, those of exponents left out."""
    yield value
    for part in value.args[:1] if value.is_Pow else value.args:
        yield from _parts(part)


def _names(symbols: Any) -> str:
    return ", ".join(sorted(map(str, symbols)))


def _number(argument: str, value: Any) -> Scalar:
    from ..exact.from_sympy import scalar_from_sympy

    try:
        return scalar_from_sympy(value)
    except InputError as reason:
        raise InputError(f"{argument}: {reason}") from None
