"""The exact instance behind a result: the named definitions of a run of known size, as numbers and matrices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..claims.result import Result
from ..exact.errors import InputError

if TYPE_CHECKING:
    from ..claims.run import Built

MOST_VARIABLES = 6
MOST_TERMS = 20
MOST_ENTRIES = 400


@dataclass(frozen=True)
class Definition:
    """A definition under all the names that it has, as text and as LaTeX."""

    names: tuple[str, ...]
    text: str
    latex: str


@dataclass(frozen=True)
class Instance:
    """The parameters of a run, and what is defined in it."""

    parameters: dict[str, Any]
    definitions: tuple[Definition, ...]

    @property
    def heading(self) -> str:
        """What the definitions are: numbers and matrices of numbers, or expressions in letters."""
        letters = any(name == value for name, value in self.parameters.items())
        return "Exact definitions" if letters else "Exact instance"


def instance(result: Result) -> Instance | None:
    """The definitions of the first run with the verdict of the result whose sizes are known; None if there is none.

    A run without matrices of letter size counts too: what is defined in it are roots.
    """
    for built in _runs(result):
        if any("block" in item for item in built.declarations):
            continue
        definitions = _merged(_definitions(built))
        if definitions:
            return Instance(built.parameters, definitions)
    return None


def _definitions(built: Built) -> Iterator[Definition]:
    """The roots of expressions in letters, and the named expressions."""
    from ..exact.expression import Scalar

    found = built.problem.definitions()
    write = _Writer({id(value): name for name, value in found.items()})
    roots = {k: Scalar("letter", v) for k, v in built.problem.letters.items() if v.square is not None}
    for name, value in {**roots, **found}.items():
        text, latex = write.definition(value)
        if name in found or not text.startswith("sqrt(") or not text[5:-1].isdigit():
            yield Definition((name,), text, latex)


def _runs(result: Result) -> Iterator[Built]:
    from ..claims.rebuild import rebuilt

    for outcome in sorted(result.outcomes, key=lambda outcome: outcome.verdict != result.verdict):
        yield rebuilt(replace(result, outcomes=(outcome,)))


def _merged(definitions: Iterator[Definition]) -> tuple[Definition, ...]:
    """Definitions that are the same under several names, once."""
    found: dict[tuple[str, str], Definition] = {}
    for definition in definitions:
        key = (definition.text, definition.latex)
        names = found[key].names if key in found else ()
        found[key] = replace(definition, names=(*names, *definition.names))
    return tuple(found.values())


class _Writer:
    """Writes definitions as text and as LaTeX; parts that have a name in the problem are written by it."""

    def __init__(self, names: dict[int, str]) -> None:
        self.names = names

    def definition(self, value: Any) -> tuple[str, str]:
        """A definition; by its formula where it has no exact value of its own."""
        from ..exact.printing import formula, latex

        writers = {
            "function": self._function,
            "low rank update": self._update,
            "quadratic form": self._form,
            "measurements": self._measurements,
        }
        try:
            return writers.get(value.operation, self._exact)(value)
        except InputError:
            return formula(value), latex(value)

    def _exact(self, value: Any) -> tuple[str, str]:
        """A number or a matrix."""
        import sympy

        from ..exact.to_sympy import to_sympy

        size = value.rows * value.cols if hasattr(value, "rows") else 1
        if size > MOST_ENTRIES:
            text = f"a matrix with {size} entries; it is in the certificate"
            return text, rf"\text{{{text}}}"
        found = to_sympy(value)
        text = found.tolist() if isinstance(found, sympy.MatrixBase) else found
        return str(text).replace("**", "^"), sympy.latex(found)

    def _function(self, value: Any) -> tuple[str, str]:
        """A function as a polynomial in the entries of its variables, if that is short."""
        import sympy

        from ..exact.printing import formula, latex
        from ..exact.to_sympy import to_sympy

        entries = sum(v.rows * v.cols if hasattr(v, "rows") else 1 for v in value.variables)
        found = to_sympy(value) if entries <= MOST_VARIABLES else None
        if found is None or len(sympy.Add.make_args(found.expr)) > MOST_TERMS:
            return formula(value), latex(value)
        text = f"({', '.join(map(str, found.variables))}) -> {found.expr}".replace("**", "^")
        arguments = ", ".join(map(sympy.latex, found.variables))
        return text, rf"({arguments}) \mapsto {sympy.latex(found.expr)}"

    def _update(self, value: Any) -> tuple[str, str]:
        """X -> X + <v, X> u."""
        terms = [(self._part(u), self._part(v)) for u, v in value.arguments[0]]
        text = "".join(f" + <{v[0]}, X> {u[0]}" for u, v in terms)
        latex = "".join(rf" + \langle {v[1]}, X \rangle {u[1]}" for u, v in terms)
        return f"X -> X{text}", rf"X \mapsto X{latex}"

    def _form(self, value: Any) -> tuple[str, str]:
        """An operator of which ||A(X)||^2 is known."""
        terms = [(self._part(b), self._part(c)) for b, c in value.arguments[0]]
        text = "".join(f" + 2 <{b[0]}, X> <{c[0]}, X>" for b, c in terms)
        latex = "".join(rf" + 2 \langle {b[1]}, X \rangle \langle {c[1]}, X \rangle" for b, c in terms)
        return f"an operator with ||A(X)||^2 = ||X||^2{text}", rf"X \mapsto A(X), \ \|A(X)\|^2 = \|X\|^2{latex}"

    def _measurements(self, value: Any) -> tuple[str, str]:
        """X -> (<a_1, X>, ..., <a_m, X>)."""
        rows = [self._part(row) for row in value.arguments[0]]
        latex = ", ".join(rf"\langle {row[1]}, X \rangle" for row in rows)
        return f"X -> ({', '.join(f'<{row[0]}, X>' for row in rows)})", rf"X \mapsto ({latex})"

    def _part(self, value: Any) -> tuple[str, str]:
        """The name of a matrix, or its entries if it has none."""
        name = self.names.get(id(value))
        return (name, latex_name(name)) if name else self._exact(value)


def latex_name(name: str) -> str:
    r"""A name as LaTeX.

    >>> print(latex_name("U0"), latex_name("alpha"))
    U_{0} \alpha
    """
    import sympy

    return str(sympy.latex(sympy.Symbol(name)))
