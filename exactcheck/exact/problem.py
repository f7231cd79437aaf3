"""A problem: what statements need to be read - letters, assumptions, blocks, definitions - in the kernel's notation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any

from flint import fmpq

from .components import Component
from .elementary_functions import require_algebraic
from .errors import InputError
from .expression import Expression, Function, Matrix, Operator, Scalar, variables_in
from .letters import Block, Letter
from .rationals import written
from .statement import Statement


class Problem:
    """Declarations in the order in which they are needed.

    Writing an expression declares the letters, blocks and named definitions that it contains. Two things with one name
    are told apart by a number: root, root_2, ...; roots with one definition are one letter.
    """

    def __init__(self) -> None:
        self.declarations: list[dict[str, Any]] = []
        self.letters: dict[str, Letter] = {}
        self.assumptions: list[Statement] = []
        self._names: dict[int, str] = {}
        self._kept: list[Any] = []
        self._taken: set[str] = set()
        self._roots: dict[str, str] = {}
        self._variables: dict[str, str] = {}
        self._mentioned: set[str] = set()

    def assume(self, statement: Statement) -> None:
        """Add a comparison of scalars to the hypotheses."""
        if statement.kind != "comparison" or not isinstance(statement["left"], Scalar):
            raise InputError(f"({statement!r}) cannot be assumed; assumptions are comparisons of scalars")
        require_algebraic(statement)
        sides = [self.write(statement["left"]), statement["relation"], self.write(statement["right"])]
        self.assumptions.append(statement)
        self.declarations.append({"assume": sides})

    def state(self, statement: Statement) -> dict[str, Any]:
        """The statement in the kernel's notation; what its hints need is declared too."""
        require_algebraic(statement)
        for hint in statement.hints.values():
            self.write_hint(hint)
        return {"kind": statement.kind, **{field: self.write(value) for field, value in statement.fields.items()}}

    def write_hint(self, hint: Any) -> Any:
        """A hint in the kernel's notation; its variables are names that the kernel gives a value."""
        with self._scope({variable.arguments[0]: variable.arguments[0] for variable in variables_in(hint)}):
            return self.write(hint)

    def write(self, value: Any) -> Any:
        """An expression, or a list of expressions, in the kernel's notation."""
        if isinstance(value, Expression):
            return self._definition(value) if value.name else self._node(value)
        if isinstance(value, (tuple, list)):
            return [self.write(part) for part in value]
        if isinstance(value, dict):
            return {field: self.write(part) for field, part in value.items()}
        return written(value) if isinstance(value, fmpq) else value

    def definitions(self) -> dict[str, Expression]:
        """The named expressions, by the names that they have here."""
        return {self._names[id(thing)]: thing for thing in self._kept if isinstance(thing, Expression)}

    def _definition(self, value: Expression) -> Any:
        if id(value) not in self._names:
            with self._scope({}):
                expression = self._node(value)
            self.declarations.append({"define": self._new_name(value, value.name or ""), "as": expression})
        self._mentioned.add(self._names[id(value)])
        return ["name", self._names[id(value)]]

    @contextmanager
    def _scope(self, variables: dict[str, str]) -> Iterator[None]:
        """What is written inside knows these variables, and mentions its own definitions."""
        outer = self._variables, self._mentioned
        self._variables, self._mentioned = variables, set()
        yield
        self._variables, self._mentioned = outer

    def _new_name(self, thing: Any, wished: str) -> str:
        name, number = wished, 1
        while name in self._taken:
            number += 1
            name = f"{wished}_{number}"
        self._taken.add(name)
        self._kept.append(thing)
        self._names[id(thing)] = name
        return name

    def _node(self, value: Expression) -> Any:
        if value.operation == "rational":
            return written(value.arguments[0])
        return getattr(self, "_" + value.operation.replace(" ", "_"), self._plain)(value)

    def _plain(self, value: Expression) -> Any:
        symbols = {"+": "+", "-": "-", "*": "*", "^": "^"}
        return [symbols.get(value.operation, value.operation), *(self.write(part) for part in value.arguments)]

    def _variable(self, value: Expression) -> Any:
        name = value.arguments[0]
        if name not in self._variables:
            raise InputError(f"the variable {name} outside of its function, in a definition or in a root")
        return ["name", self._variables[name]]

    def _letter(self, value: Expression) -> Any:
        return ["letter", self.declare(value.arguments[0])]

    def declare(self, letter: Letter) -> str:
        """The name of a letter, declared when it is first met."""
        if id(letter) in self._names:
            return self._names[id(letter)]
        with self._scope({}):
            definition = self._letter_definition(letter)
        same = self._roots.get(str(definition))
        if same is not None:
            self._kept.append(letter)
            self._names[id(letter)] = same
            return same
        name = self._new_name(letter, letter.name)
        self.letters[name] = letter
        self.declarations.append({"letter": name, **definition})
        if not letter.role:
            self._roots[str(definition)] = name
        return name

    def name_of(self, letter: Letter) -> str:
        """The name of a letter that has been declared."""
        return self._names[id(letter)]

    def _letter_definition(self, letter: Letter) -> dict[str, Any]:
        if letter.square is not None:
            return {"root": self.write(letter.square)}
        if letter.minimum is not None:
            return {"minimum": self.write(letter.minimum)}
        if letter.polynomial is not None and letter.interval is not None:
            coefficients = [str(c) for c in letter.polynomial.coeffs()]
            return {"polynomial": coefficients, "interval": [written(end) for end in letter.interval]}
        return {"role": letter.role}

    def write_block(self, block: Block) -> str:
        """The name of a block, declared when it is first met."""
        if id(block) not in self._names:
            with self._scope({}):
                size = self.write(block.size)
            self.declarations.append({"block": self._new_name(block, block.name), "size": size})
        return self._names[id(block)]

    def _dimension(self, dimension: Any) -> Any:
        return dimension if isinstance(dimension, int) else [self.write_block(block) for block in dimension]

    def _matrix(self, value: Matrix) -> Any:
        entries = [[i, j, self.write(entry)] for i, j, entry in value.arguments[0]]
        return ["matrix", value.rows, value.cols, entries]

    def _identity(self, value: Matrix) -> Any:
        return ["identity", self._dimension(value.rows)]

    def _ones(self, value: Matrix) -> Any:
        return ["ones", self._dimension(value.rows), self._dimension(value.cols)]

    def _columns(self, value: Matrix) -> Any:
        return ["columns", self._dimension(value.rows), self._dimension(value.cols)]

    def _generic(self, value: Matrix) -> Any:
        return [
            "generic",
            value.arguments[0],
            self._dimension(value.rows),
            self._dimension(value.cols),
            *value.arguments[1:],
        ]

    def _abstract_operator(self, value: Operator) -> Any:
        return ["abstract operator", value.arguments[0], *self._dimension(value.rows), *self._dimension(value.cols)]

    def _function(self, value: Function) -> Any:
        return ["function", *self._binding(value.variables, value.arguments[1])]

    def _component(self, value: Component) -> Any:
        names, (where, point) = self._binding(value.variables, (value.where, value.point))
        return {"letters": names, "where": where, "point": point}

    def _binding(self, bound: Sequence[Expression], parts: Any) -> tuple[list[str], Any]:
        """Names of variables, and what they are bound in.

        A variable with the name of a definition that is mentioned there gets another name.
        """
        variables = {variable.arguments[0]: variable.arguments[0] for variable in bound}
        body, mentioned = self._body(parts, variables)
        if mentioned & variables.keys():
            variables = distinct(variables, mentioned)
            body, _ = self._body(parts, variables)
        self._mentioned |= mentioned
        return list(variables.values()), body

    def _body(self, parts: Any, variables: dict[str, str]) -> tuple[Any, set[str]]:
        """A body with these names of the variables, and the definitions that it mentions."""
        with self._scope(variables):
            return self.write(parts), self._mentioned


def distinct(variables: Iterable[str], taken: set[str]) -> dict[str, str]:
    """New names for variables: different ones, none of them taken."""
    found: dict[str, str] = {}
    for name in variables:
        unused = (name if k == 1 else f"{name}_{k}" for k in count(1))
        used = taken.union(found.values())
        found[name] = next(candidate for candidate in unused if candidate not in used)
    return found
