"""The problem of a certificate: letters, assumptions, blocks and definitions, read in order, and values in it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from .bound_names import require_distinct
from .expression import Environment, Function, Reader, Value, evaluate, letters_of
from .operators import Operator
from .polynomial import Polynomial, Scalar, total
from .reading import Rejected, array, integer, name, rational, record, require, text
from .setting import Setting


class Problem:
    """The declarations of a certificate read in order: letters, assumptions, blocks and definitions."""

    def __init__(self, declarations: Any) -> None:
        self.declarations = array(declarations)
        self.setting = Setting()
        self.definitions: Environment = {}
        self.values: dict[str, Polynomial] = {}
        self.symbols: set[str] = set()
        self.steps = 0
        self.hypothetical: set[str] = set()
        self.assumptions: list[tuple[Polynomial, bool]] = []
        self.equations: list[Polynomial] = []
        self.learned: list[dict[str, Any]] = []
        self.stationary_sets: list[dict[str, Any]] = []
        for declaration in self.declarations:
            require(isinstance(declaration, dict) and len(declaration) > 0, "a declaration that is not an object")
            self._declare(declaration)

    def _declare_unused(self, letter: Any) -> str:
        """The name of a new letter, which no definition and no replaced letter has."""
        require(name(letter) not in self.definitions and letter not in self.values, f"{letter} is defined twice")
        return str(letter)

    def _declare(self, item: dict[str, Any]) -> None:
        kind = next((kind for kind in DECLARATIONS if set(DECLARATIONS[kind][0]) == set(item)), None)
        if kind is None:
            raise Rejected(f"a declaration with the fields {sorted(item)}")
        fields, method = DECLARATIONS[kind]
        method(self, *record(item, *fields))

    def _letter(self, letter: Any, role: Any) -> None:
        self.setting.declare_free(self._declare_unused(letter), text(role))

    def _replaced(self, letter: Any, value: Any) -> None:
        """A letter that stands for an expression in earlier ones."""
        require(self._declare_unused(letter) not in self.setting.letters, f"{letter} is defined twice")
        self.values[letter] = Polynomial.of(self.scalar(value))

    def _root(self, letter: Any, square: Any) -> None:
        self.setting.declare_root(self._declare_unused(letter), Polynomial.of(self.scalar(square)))

    def _minimum(self, letter: Any, sides: Any) -> None:
        left, right = (Polynomial.of(self.scalar(side)) for side in array(sides, 2))
        self.setting.declare_minimum(self._declare_unused(letter), left, right)

    def _algebraic(self, letter: Any, polynomial: Any, interval: Any) -> None:
        lower, upper = map(rational, array(interval, 2))
        self.setting.declare_algebraic(
            self._declare_unused(letter), [rational(c) for c in array(polynomial)], (lower, upper)
        )

    def _block(self, block: Any, size: Any) -> None:
        self.setting.declare_block(name(block), self.scalar(size))

    def _assume(self, assumption: Any) -> None:
        left, relation, right = array(assumption, 3)
        for inequality in (">=", "<=") if relation == "=" else (relation,):
            difference, strict = self.difference(left, inequality, right)
            self.assumptions.append((difference, strict))
            self.setting.learn(difference, strict)
        if relation == "=":
            self.equations.append(self.assumptions[-2][0])

    def combination(self, pairs: Any) -> Polynomial:
        """The sum of multiples of assumed equations, from pairs [index, cofactor]: it is zero where they hold."""
        found = [array(pair, 2) for pair in array(pairs)]
        last = len(self.equations) - 1
        return total(self.equations[integer(k, 0, last)] * Polynomial.of(self.scalar(c)) for k, c in found)

    def _define(self, word: Any, expression: Any) -> None:
        taken = name(word) in self.definitions or word in self.setting.letters or word in self.values
        require(not taken, f"{word} is defined twice")
        self.require_declared(expression)
        self.definitions[word] = self.evaluate(expression)

    def require_declared(self, expression: Any) -> None:
        """Reject an expression with a letter that is not declared here, or with a variable of the name of a letter.

        The body of a function is not evaluated before it is called, and a rule that then had a letter of this name for
        its own use would give the expression a meaning that it does not have.
        """
        unknown = letters_of(expression) - self.setting.letters.keys() - self.values.keys()
        require(not unknown, f"the letters {sorted(unknown)} are not declared")
        require_distinct(expression)

    def difference(self, left: Any, relation: Any, right: Any) -> tuple[Polynomial, bool]:
        """The polynomial that a comparison of scalars says to be >= 0 (> 0 if strict)."""
        require(relation in (">=", ">", "<=", "<"), f"{relation!r:.20} is not an inequality")
        sign = 1 if relation in (">=", ">") else -1
        return Polynomial.of(sign * (self.scalar(left) - self.scalar(right))), relation in (">", "<")

    # Values

    def evaluate(self, expression: Any, scope: Environment | None = None) -> Value:
        """The value of an expression; `scope` holds the variables of a function."""
        return evaluate(Reader(self, scope or self.definitions), expression)

    def scalar(self, expression: Any) -> Scalar:
        """The value of an expression that must be a scalar."""
        return Reader(self, self.definitions).scalar(expression)

    def matrix(self, expression: Any) -> Any:
        """The value of an expression that must be a matrix: a Matrix or a BlockMatrix."""
        return Reader(self, self.definitions).matrix(expression)

    def function(self, expression: Any) -> Function:
        """The value of an expression that must be a function."""
        return Reader(self, self.definitions).function(expression)

    def step(self) -> str:
        """A new name for the step of a derivative or for an arbitrary direction: none is ever used twice.

        Signs are remembered by name, so that two directions with different signs must not share one.
        """
        self.steps += 1
        return f"@{self.steps}"

    def operator(self, expression: Any) -> Operator:
        """The value of an expression that must be a linear operator."""
        return Reader(self, self.definitions).operator(expression)

    def at(self, values: dict[str, Fraction]) -> Setting:
        """The setting with values for its free letters; rejected unless these satisfy the assumptions."""
        setting = self.setting.at(values)
        replaced = {letter: Polynomial.of(value) for letter, value in values.items()}
        for difference, strict in self.assumptions:
            value = setting.sign(difference.substitute(replaced))
            require(value > 0 or (value == 0 and not strict), "values of letters that violate an assumption")
        return setting

    def call(self, function: Function, arguments: list[Value]) -> Value:
        """The value of a function."""
        require(len(arguments) == len(function.variables), "a function with a wrong number of arguments")
        scope = {**function.scope, **dict(zip(function.variables, arguments, strict=True))}
        return self.evaluate(function.body, scope)


DECLARATIONS: dict[str, tuple[list[str], Callable[..., None]]] = {
    "letter": (["letter", "role"], Problem._letter),
    "replaced": (["letter", "is"], Problem._replaced),
    "root": (["letter", "root"], Problem._root),
    "minimum": (["letter", "minimum"], Problem._minimum),
    "algebraic": (["letter", "polynomial", "interval"], Problem._algebraic),
    "block": (["block", "size"], Problem._block),
    "assume": (["assume"], Problem._assume),
    "define": (["define", "as"], Problem._define),
}
