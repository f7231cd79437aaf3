"""Expressions in letters as expressions in the variables of a function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..exact.elementary_functions import definition_of, parts_of
from ..exact.errors import InputError
from ..exact.expression import Expression, Function, Matrix, Scalar, scalar
from ..exact.letters import Letter


@dataclass(frozen=True)
class Letters:
    """Free letters for real numbers, and the variable that each becomes."""

    letters: tuple[Letter, ...]
    variables: tuple[Scalar, ...]

    @staticmethod
    def of(given: Sequence[Any]) -> Letters:
        """The letters of expressions, each of which must be one.

        Raises InputError for anything else, and for different letters of one name.
        """
        for each in given:
            if not isinstance(each, Scalar) or not is_free(each):
                raise InputError(f"box: {each!r} is no variable: no letter for real numbers and no symbol of sympy")
        letters = tuple(each.arguments[0] for each in given)
        names = [letter.name for letter in letters]
        if len(set(names)) < len(names):
            raise InputError(f"box: different letters of one name among {', '.join(names)}")
        return Letters(letters, tuple(Scalar("variable", name) for name in names))

    def variable(self, letter: Letter) -> Scalar | None:
        """The variable that a letter becomes, if it becomes one."""
        return next((x for own, x in zip(self.letters, self.variables, strict=True) if own is letter), None)


def is_free(value: Expression) -> bool:
    """True for a letter that stands for every real number."""
    return value.operation == "letter" and value.arguments[0].role in ("parameter", "point")


def free_letters_in(value: Any) -> list[Scalar]:
    """The free letters for real numbers in an expression, each once, in the order in which they occur."""
    found: dict[int, Scalar] = {}
    for part in parts_of(value):
        if isinstance(part, Scalar) and is_free(part):
            found.setdefault(id(part.arguments[0]), part)
    return list(found.values())


def with_variables(value: Scalar, letters: Letters) -> Scalar:
    """The expression with variables in the place of letters.

    A function that contains such a letter is replaced by its value; where it is differentiated, the letter is one more
    variable of it.

    Raises InputError for a root that depends on such a letter, and for a variable of the same name.
    """
    replaced: Scalar = _Replacing(letters, {}, {}).of(value)
    return replaced


class _Replacing:
    """One replacement; inside of a function that is called, its variables have values."""

    def __init__(self, letters: Letters, values: dict[str, Any], concerned: dict[int, bool]) -> None:
        self.letters, self.values, self.concerned = letters, values, concerned
        self.seen: dict[int, Any] = {}

    def of(self, part: Any) -> Any:
        """A part of an expression."""
        if isinstance(part, tuple):
            return tuple(map(self.of, part))
        if not isinstance(part, Expression) or not (self.values or self._concerns(part)):
            return part
        if id(part) not in self.seen:
            self.seen[id(part)] = self._replaced(part)
        return self.seen[id(part)]

    def _replaced(self, part: Expression) -> Any:
        if part.operation == "variable":
            return self.values.get(part.arguments[0], part)
        if part.operation == "letter":
            return self._letter(part)
        if part.operation == "value" and self._concerns(part.arguments[0]):
            function, point = part.arguments
            values = dict(zip([x.arguments[0] for x in function.variables], self.of(point), strict=True))
            return _Replacing(self.letters, values, self.concerned).of(function.arguments[1])
        if part.operation == "derivative" and self._concerns(part.arguments[0]):
            return self._derivative(*part.arguments)
        if isinstance(part, Function):
            return part
        arguments = tuple(map(self.of, part.arguments))
        if isinstance(part, Matrix):
            return Matrix(part.rows, part.cols, part.operation, *arguments)
        return type(part)(part.operation, *arguments)

    def _derivative(self, function: Function, at: Any, directions: Any) -> Scalar:
        """The derivative of the function with the letters as further variables, which stay as they are."""
        used = {id(part.arguments[0]) for part in free_letters_in(function.arguments[1])}
        pairs = zip(self.letters.letters, self.letters.variables, strict=True)
        more = tuple(variable for letter, variable in pairs if id(letter) in used)
        if {x.arguments[0] for x in function.variables} & {x.arguments[0] for x in more}:
            raise InputError(f"f: {function!r} has a variable and a letter of one name; give the variable another name")
        body = _Replacing(self.letters, {}, self.concerned).of(function.arguments[1])
        lifted = Function("function", (*function.variables, *more), body)
        along = tuple((*self.of(direction), *(scalar(0) for _ in more)) for direction in directions)
        return Scalar("derivative", lifted, (*self.of(at), *more), along)

    def _letter(self, part: Expression) -> Any:
        letter = part.arguments[0]
        if any(map(self._concerns, definition_of(letter))):
            raise InputError(f"f: the root or minimum {part!r} depends on a letter that becomes a variable")
        variable = self.letters.variable(letter)
        return part if variable is None else variable

    def _concerns(self, part: Any) -> bool:
        """True if a letter that becomes a variable occurs."""
        if isinstance(part, tuple):
            return any(map(self._concerns, part))
        if not isinstance(part, Expression):
            return False
        if id(part) not in self.concerned:
            self.concerned[id(part)] = self._decided(part)
        return self.concerned[id(part)]

    def _decided(self, part: Expression) -> bool:
        if part.operation != "letter":
            return any(map(self._concerns, part.arguments))
        letter = part.arguments[0]
        return any(own is letter for own in self.letters.letters) or any(map(self._concerns, definition_of(letter)))
