"""All real solutions of polynomial equations, and all critical points of a polynomial."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..exact.components import Component
from ..exact.errors import InputError
from ..exact.expression import Expression, Function, Matrix, Scalar
from ..exact.letters import Letter
from ..exact.matrices import matrix
from ..exact.statement import Statement
from .components import as_component, found_component
from .hessians import Inertia, inertia_along
from .polynomials import common_functions, is_sympy


class Unfinished(Exception):
    """The search gave up: not all solutions were found, or it was not seen that these are all."""


@dataclass(frozen=True, eq=False)
class SolutionSet:
    """A set of points, to be compared with a list of components whose union it is, or to be found.

    `most_cases` and `seconds` limit the search.
    """

    kind: str
    functions: tuple[Function, ...]
    most_cases: int
    seconds: float

    def __eq__(self, components: object) -> Statement:  # type: ignore[override]
        if not isinstance(components, (list, tuple)):
            raise InputError(f"components: {components!r} is not a list of points and families")
        return self._statement([as_component(len(self.functions[0].variables), each) for each in components])

    __hash__ = object.__hash__

    @cached_property
    def components(self) -> list[Component]:
        """The components, found and checked: the kernel has accepted that they are all solutions, and all of them.

        Raises Unfinished if the search gives up.
        """
        return _found(self)

    def statement(self) -> Statement:
        """The statement that the set consists of the components that are found."""
        return self._statement(self.components)

    def __repr__(self) -> str:
        points = ", ".join(map(repr, self.components)) or "no points"
        return "; ".join([points, *map(_spoken_root, algebraic_letters(self.components))])

    def _statement(self, components: Sequence[Component]) -> Statement:
        limits = {"most_cases": self.most_cases, "seconds": self.seconds}
        content: Any = {"equations": self.functions}
        if self.kind == "critical points":
            content = {"function": self.functions[0]}
        return Statement(self.kind, limits, **content, components=tuple(components))


class CriticalSet(SolutionSet):
    """The critical points of a function, with the Hessian at them."""

    @cached_property
    def inertias(self) -> list[Inertia | None]:
        """For each component the numbers of positive, negative and zero eigenvalues of the Hessian at all its points.

        Each has been accepted by the kernel; None where it is not constant, or not seen.
        """
        return [inertia_along(self.functions[0], component) for component in self.components]


def algebraic_letters(node: Any) -> list[Letter]:
    """The letters for roots of polynomials in an expression, each once."""
    if isinstance(node, (tuple, list)):
        return list(dict.fromkeys(found for part in node for found in algebraic_letters(part)))
    if isinstance(node, Letter):
        return [node] if node.polynomial is not None else []
    return algebraic_letters(node.arguments) if isinstance(node, Expression) else []


def _spoken_root(letter: Letter) -> str:
    """Which number a letter for a root is."""
    from ..kernel.speech import polynomial

    coefficients = enumerate(letter.polynomial.coeffs() if letter.polynomial is not None else [])
    terms = [[str(c), {"x": k} if k else {}] for k, c in coefficients if c]
    lower, upper = letter.interval or ("", "")
    return f"{letter.name}: the root of {polynomial(terms[::-1])} between {lower} and {upper}"


def real_solutions(
    equations: Any, variables: Iterable[Any] | None = None, *, most_cases: int = 400, seconds: float = 60
) -> SolutionSet:
    """The set of all real solutions of polynomial equations; compare it with a list of components, or look at it.

    Equations are functions, sympy expressions (that are zero) or sympy equations, of common variables. Components are
    points, and families such as `family(lambda t: (t, 1 / t), nonzero=lambda t: t)`.

    Complete where it answers: what it shows has been accepted by the kernel as all solutions. It is made for small
    systems with rational coefficients; `most_cases` and `seconds` limit the search, though not one Groebner basis. What
    is not resolved into points or parameters stays an equation between the letters of a family.

    >>> from sympy.abc import x, y
    >>> real_solutions([x**2 + y**2 - 5, x * y - 2])
    (-2, -1), (-1, -2), (1, 2), (2, 1)
    >>> real_solutions([x * y - x])
    {(x, 1) : x real}, {(0, y) : y real}
    >>> real_solutions([x**2 + y**2 + 1])
    no points

    Raises InputError for what is no polynomial over the reals, or has no variables.
    """
    given = list(equations) if isinstance(equations, (list, tuple)) else [equations]
    if not given:
        raise InputError("equations: there is none")
    functions = common_functions([("equations", _left_side(each)) for each in given], variables)
    if not all(isinstance(variable, Scalar) for variable in functions[0].variables):
        raise InputError("equations: they have variables that are matrices; all must be numbers")
    return SolutionSet("real solutions", tuple(functions), most_cases, seconds)


def critical_points(
    f: Any, variables: Iterable[Any] | None = None, *, most_cases: int = 400, seconds: float = 60
) -> CriticalSet:
    """The set of all critical points of a polynomial; compare it with a list of components, or look at it.

    The function may be a sympy expression; the entries of variables that are matrices are coordinates, row by row. The
    kernel differentiates the function itself.

    >>> from sympy.abc import x, y
    >>> critical_points((x * y - 1) ** 2)
    {(y^-1, y) : y != 0}, (0, 0)
    >>> critical_points((x**2 + y**2 - 1) ** 2)
    {(x, y) : x^2 + y^2 - 1 = 0}, (0, 0)
    >>> critical_points((x * y - 1) ** 2).inertias
    [(1, 0, 1), (1, 1, 0)]

    Raises InputError for what is no polynomial over the reals, or has no variables.
    """
    (function,) = common_functions([("f", f)], variables)
    return CriticalSet("critical points", (_of_numbers(function),), most_cases, seconds)


def _left_side(equation: Any) -> Any:
    """An equation of sympy as what is zero."""
    if is_sympy(equation) and getattr(equation, "is_Relational", False):
        if equation.rel_op != "==":
            raise InputError(f"equations: {equation} is no equation")
        return equation.lhs - equation.rhs
    return equation


def _of_numbers(function: Function) -> Function:
    """The function of the entries of its variables."""
    if all(isinstance(variable, Scalar) for variable in function.variables):
        return function
    entries: list[Scalar] = []
    parts: list[Scalar | Matrix] = []
    for variable in function.variables:
        name = variable.arguments[0]
        if isinstance(variable, Scalar):
            entries.append(Scalar("variable", name))
            parts.append(entries[-1])
            continue
        rows, cols = variable.shape
        if not isinstance(rows, int) or not isinstance(cols, int):
            raise InputError(f"f: the variable {name} is a matrix of letter size")
        table = [[Scalar("variable", f"{name}_{i + 1}_{j + 1}") for j in range(cols)] for i in range(rows)]
        entries += [x for row in table for x in row]
        parts.append(matrix(table))
    return Function("function", tuple(entries), function(*parts))


def _found(solutions: SolutionSet) -> list[Component]:
    """The components by a search, and the kernel's word that they are all."""
    from ..decide import Context, decide
    from ..decide.solution_discovery import discovered
    from ..decide.solution_search import GaveUp
    from ..exact.problem import Problem

    problem = Problem()
    stated = problem.state(solutions._statement([]))
    context = Context(problem)
    names = [variable.arguments[0] for variable in solutions.functions[0].variables]
    limits = {"most_cases": solutions.most_cases, "seconds": solutions.seconds}
    try:
        families, numbers = discovered(context.kernel, stated, names, limits)
    except GaveUp as gave_up:
        raise Unfinished(str(gave_up)) from None
    letters = {name: Scalar("letter", letter) for name, letter in problem.letters.items()}
    letters.update({name: _number(item) for name, item in numbers.declarations.items()})
    components = [found_component(each, letters) for each in families]
    statement = solutions._statement(components)
    checked = Problem()
    checked.state(statement)
    context = Context(checked)
    decision = decide(context, statement)
    reason = context.accepts(statement, "proved", decision.proof) if decision.verdict == "proved" else decision.reason
    if reason:
        raise Unfinished(f"{reason}; found so far: {', '.join(map(repr, components))}")
    return components


def _number(declaration: dict[str, Any]) -> Scalar:
    """A number of the search as an expression."""
    from ..exact.roots import real_root, sqrt

    if "root" in declaration:
        return sqrt(declaration["root"])
    lower, upper = declaration["interval"]
    return real_root(declaration["polynomial"], lower, upper, declaration["letter"])
