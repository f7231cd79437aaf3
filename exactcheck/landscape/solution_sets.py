"""All real solutions of polynomial equations, and all critical points of a polynomial."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..exact.components import Component
from ..exact.errors import InputError
from ..exact.expression import Expression, Function, Matrix, Scalar
from ..exact.letter_names import distinct_names, shown_name
from ..exact.letters import Letter
from ..exact.matrices import matrix
from ..exact.statement import Statement
from .component_inertia import differ, inertia_along, value_along
from .components import as_component, found_component, number_of, require_usual_names
from .hessians import Inertia
from .polynomials import common_functions, is_sympy

if TYPE_CHECKING:
    from ..decide.number_letters import NumberLetters
    from ..decide.solution_discovery import Discovered, Family
    from ..exact.problem import Problem


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
        return self._found_with_proof[0]

    @cached_property
    def _found_with_proof(self) -> tuple[list[Component], Any]:
        return _found(self)

    def statement(self) -> Statement:
        """The statement that the set consists of the components that are found; its proof is not searched for again."""
        components, proof = self._found_with_proof
        statement = self._statement(components)
        statement.hints["proof"] = proof
        return statement

    def __repr__(self) -> str:
        with distinct_names():
            points = ", ".join(map(repr, self.components)) or "no points"
            return "; ".join([points, *_spoken_roots(self.components)])

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
        return [counts if counts is not None else _only(parts) for counts, parts in self._along]

    @cached_property
    def values(self) -> list[Scalar | None]:
        """For each component the value of the function at all its points.

        Each has been accepted by the kernel; None where it is not seen to be constant.
        """
        return [value_along(self.functions[0], component) for component in self.components]

    @cached_property
    def strata(self) -> list[list[tuple[Component, Inertia]]]:
        """For each component on which the value or the inertia is not constant its parts, each with its inertia.

        These are intervals and points of a family with one letter; of others the connected pieces, and what they are
        divided into by signs of expressions. The kernel has accepted each inertia. The list is empty where both are
        constant, or no such parts are seen.
        """
        found = zip(self._along, self.values, self.inertias, strict=True)
        return [[] if value is not None and counts is not None else parts for (_, parts), value, counts in found]

    @cached_property
    def _along(self) -> list[tuple[Inertia | None, list[tuple[Component, Inertia]]]]:
        """The inertia of each component where it is seen as a whole, and parts if it is not, or if the value is not."""
        from .component_strata import strata_along

        found: list[tuple[Inertia | None, list[tuple[Component, Inertia]]]] = []
        for component, value in zip(self.components, self.values, strict=True):
            counts = inertia_along(self.functions[0], component)
            whole = counts is not None and value is not None
            found.append((counts, [] if whole else strata_along(self.functions[0], component)))
        return found

    @cached_property
    def dimensions(self) -> list[int | None]:
        """The dimension of each component, accepted by the kernel; None where it is not seen."""
        from .point_sets import seen_dimension

        return [seen_dimension([component]) for component in self.components]

    @cached_property
    def connected_components(self) -> list[int | None]:
        """The number of connected components of each component, accepted by the kernel; None where it is not seen."""
        from .point_sets import seen_number

        return [seen_number([component], self.functions[0]) for component in self.components]

    @cached_property
    def number_of_connected_components(self) -> int | None:
        """The number of connected components of the whole set, accepted by the kernel; None if it is not seen."""
        from .point_sets import seen_number

        return seen_number(self.components, self.functions[0])

    def table(self) -> str:
        """The components, a line for each, with what has been accepted by the kernel, and "?" for what is not seen.

        The columns are the value of the function, the inertia of its Hessian, the dimension of the component, and the
        pieces, its number of connected components. Where the inertia changes along a family, its parts follow with
        theirs. The line after the components is about the whole set.

        >>> from sympy.abc import x, y
        >>> print(critical_points((x**2 + y**2 - 1) ** 2).table())
        value  inertia    dimension  pieces  component
        0      (1, 0, 1)  1          1       {(x, y) : x^2 + y^2 - 1 = 0}
        1      (0, 2, 0)  0          1       (0, 0)
        connected components in all: 2
        >>> print(critical_points(x**2 * y).table())
        value  inertia    dimension  pieces  component
        0      varies     1          1       {(0, y) : y real}
               (0, 1, 1)                     - {(0, y) : y < 0}
               (0, 0, 2)                     - (0, 0)
               (1, 0, 1)                     - {(0, y) : y > 0}
        connected components in all: 1
        """
        with distinct_names():
            return "\n".join(self._lines())

    def _lines(self) -> list[str]:
        rows: list[tuple[str, ...]] = [("value", "inertia", "dimension", "pieces", "component")]
        columns = (self.values, self.inertias, self.dimensions, self.connected_components, self.strata, self.components)
        for value, inertia, dimension, count, strata, component in zip(*columns, strict=True):
            own = (
                [value_along(self.functions[0], part) for part, _ in strata] if value is None else [None] * len(strata)
            )
            first = "varies" if any(map(_differ, own, own[1:])) else _shown(value)
            second = "varies" if strata and inertia is None else _shown(inertia)
            rows.append((first, second, _shown(dimension), _shown(count), repr(component)))
            for (part, counts), number in zip(strata, own, strict=True):
                rows.append(("" if number is None else repr(number), repr(counts), "", "", f"- {part!r}"))
        widths = [max(len(row[k]) for row in rows) for k in range(4)]
        lines = ["  ".join([*map(str.ljust, row[:4], widths), row[4]]) for row in rows]
        parts = [self.components, *([part for part, _ in strata] for strata in self.strata)]
        lines.append(f"connected components in all: {_shown(self.number_of_connected_components)}")
        return [*lines, *_spoken_roots(parts)]


def _only(parts: list[tuple[Component, Inertia]]) -> Inertia | None:
    """The inertia that all parts have."""
    found = {counts for _, counts in parts}
    return found.pop() if len(found) == 1 else None


def _differ(left: Scalar | None, right: Scalar | None) -> bool:
    """True if two numbers are known to be different."""
    return left is not None and right is not None and differ(left, right)


def _shown(value: Any) -> str:
    """What is known, or a question mark."""
    return "?" if value is None else repr(value)


def algebraic_letters(node: Any) -> list[Letter]:
    """The letters for roots of polynomials, and of expressions in letters, in an expression, each once."""
    if isinstance(node, (tuple, list)):
        return list(dict.fromkeys(found for part in node for found in algebraic_letters(part)))
    if isinstance(node, Letter):
        nested = node.square is not None and node.square.value is None
        return [*algebraic_letters(node.square), node] if nested else [node] if node.polynomial is not None else []
    return algebraic_letters(node.arguments) if isinstance(node, Expression) else []


def _spoken_roots(node: Any) -> list[str]:
    """Which numbers the letters for roots in an expression are."""
    return list(dict.fromkeys(map(_spoken_root, algebraic_letters(node))))


def _spoken_root(letter: Letter) -> str:
    """Which number a letter for a root is."""
    from ..kernel.speech import polynomial

    if letter.square is not None:
        return f"{shown_name(letter)}: the square root of {letter.square!r}"
    coefficients = enumerate(letter.polynomial.coeffs() if letter.polynomial is not None else [])
    terms = [[str(c), {"x": k} if k else {}] for k, c in coefficients if c]
    lower, upper = letter.interval or ("", "")
    return f"{shown_name(letter)}: the root of {polynomial(terms[::-1])} between {lower} and {upper}"


def real_solutions(
    equations: Any, variables: Iterable[Any] | None = None, *, most_cases: int = 400, seconds: float = 60
) -> SolutionSet:
    """The set of all real solutions of polynomial equations; compare it with a list of components, or look at it.

    Equations are functions, sympy expressions (that are zero) or sympy equations, of common variables. Components are
    points, and families such as `family(lambda t: (t, 1 / t), nonzero=lambda t: t)`.

    Complete where it answers: what it shows has been accepted by the kernel as all solutions. It is made for small
    systems whose coefficients are rational or roots of polynomials; `most_cases` and `seconds` limit the search, though
    not one Groebner basis. What is not resolved into points or parameters stays an equation between the letters of a
    family.

    >>> from sympy.abc import x, y
    >>> real_solutions([x**2 + y**2 - 5, x * y - 2])
    (-2, -1), (-1, -2), (1, 2), (2, 1)
    >>> real_solutions([x * y - x])
    {(x, 1) : x real}, {(0, y) : y real}
    >>> real_solutions([x**2 + y**2 + 1])
    no points

    Raises InputError for what is no polynomial over the reals, or has no variables, and for limits that are none.
    """
    given = list(equations) if isinstance(equations, (list, tuple)) else [equations]
    if not given:
        raise InputError("equations: there is none")
    require_limits(most_cases, seconds)
    functions = common_functions([("equations", _left_side(each)) for each in given], variables)
    if not all(isinstance(variable, Scalar) for variable in functions[0].variables):
        raise InputError("equations: they have variables that are matrices; all must be numbers")
    require_usual_names("equations", functions[0].variables)
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

    Raises InputError for what is no polynomial over the reals, or has no variables, and for limits that are none.
    """
    require_limits(most_cases, seconds)
    (function,) = common_functions([("f", f)], variables)
    require_usual_names("f", function.variables)
    return CriticalSet("critical points", (_of_numbers(function),), most_cases, seconds)


def require_limits(most_cases: Any, seconds: Any) -> None:
    """Raise InputError unless these can be the limits of a search."""
    if type(most_cases) is not int or most_cases < 1:
        raise InputError(f"most_cases: {most_cases!r} is no number of cases, which is an integer above zero")
    if type(seconds) not in (int, float) or not seconds >= 0:
        raise InputError(f"seconds: {seconds!r} is no time, which is a number that is not negative")


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


def _found(solutions: SolutionSet) -> tuple[list[Component], Any]:
    """The components by a search, with a proof that the kernel has accepted: that they are all solutions."""
    from ..decide import Context
    from ..decide.solution_discovery import Stopped, discovered
    from ..exact.problem import Problem

    problem = Problem()
    stated = problem.state(solutions._statement([]))
    names = [variable.arguments[0] for variable in solutions.functions[0].variables]
    limits = {"most_cases": solutions.most_cases, "seconds": solutions.seconds}
    try:
        found = discovered(Context(problem).kernel, stated, names, limits)
    except Stopped as stopped:
        raise _unfinished(str(stopped), _components(problem, stopped.families, stopped.numbers)) from None
    components = _components(problem, found.families, found.numbers)
    proof, reason = _accepted(solutions._statement(components), names, found)
    if reason:
        raise _unfinished(reason, components)
    return components, proof


def _unfinished(reason: str, components: list[Component]) -> Unfinished:
    return Unfinished(f"{reason}; found so far: {', '.join(map(repr, components)) or 'nothing'}")


def _components(problem: Problem, families: list[Family], numbers: NumberLetters) -> list[Component]:
    """Families that were found, as components; the numbers in them become letters."""
    letters = {name: Scalar("letter", letter) for name, letter in problem.letters.items()}
    for name, item in numbers.declarations.items():
        letters[name] = number_of(item, numbers.squares.get(name), letters)
    return [found_component(each, letters) for each in families]


def _accepted(statement: Statement, names: list[str], found: Discovered) -> tuple[Any, str]:
    """A proof and an empty reason, or no proof and the reason why there is none.

    It is made from the tree of the search where that is possible, otherwise by another search.
    """
    from ..decide import Context, decide
    from ..decide.found_solutions import proof_from
    from ..exact.problem import Problem

    checked = Problem()
    stated = checked.state(statement)
    context = Context(checked)
    proof = proof_from(context.kernel, stated, names, found)
    if proof is not None and not context.accepts(statement, "proved", proof):
        return proof, ""
    decision = decide(context, statement)
    if decision.verdict != "proved":
        return None, decision.reason or "the search and the check do not agree"
    return decision.proof, context.accepts(statement, "proved", decision.proof)
