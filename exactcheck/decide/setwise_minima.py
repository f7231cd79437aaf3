"""Certificates (S, U) of setwise local minima: trees for each part of the definition, or what violates one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, product
from typing import Any

from ..exact.statement import Statement
from ..kernel.contradictions import NEGATED
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.semialgebraic_sets import Values, arbitrary_point, squared_norm, supposing_all
from ..kernel.setwise_minima import SetCertificate, read_certificate
from ..kernel.stationary_points import valued_problem
from .arcs import Arcs, monomial_arcs, written_arc
from .context import Context
from .contradictions import Contradictions
from .decision import Decision, proved, refuted, undecided
from .empty_sets import contradictions
from .number_letters import sharpened
from .simple_points import simple_points
from .solution_search import GaveUp

Stated = dict[str, Any]
MARGINS = [Fraction(x) for x in ("1", "1/2", "1/10", "1/100", "1/10000")]
RADII = ["1", "2", "4", "10", "100"]
GRID = [Fraction(x) for x in ("0", "1", "-1", "2", "-2", "1/2", "-1/2")]
MOST_VALUES, FEW = 3000, 3


def decide_setwise_minimum(context: Context, statement: Statement) -> Decision:
    """The parts of the definition in turn; the first one that is not shown is looked at for a violation."""
    stated = context.problem.state(statement)
    of = read_certificate(context.kernel, stated)
    functions = [of.function, *of.inner.functions, *of.outer.functions]
    parts = Parts(context, statement, of, contradictions(context, statement, stated, functions))
    proof: dict[str, Any] = {"point": parts.names, "other": parts.others, "above": None}
    try:
        proof["positive"] = parts.positive()
    except GaveUp as reason:
        return undecided(f"whether the denominator is positive everywhere: {reason}")
    for field, search, violations in parts.steps():
        found = shown_or_violated(parts, proof["positive"], search, violations)
        if isinstance(found, Decision):
            return undecided(f"{WORDS[field]}: {found.reason}") if found.verdict == "undecided" else found
        proof[field] = found
    return proved({"numbers": parts.search.declared, **proof})


def shown_or_violated(
    parts: Parts, positive: Any, search: Callable[[], Any], violations: Callable[[], Violations]
) -> Any:
    """The proof of a part; or a refutation, for which is looked before all cases are told apart; or undecided."""
    thorough = parts.search
    try:
        parts.search = thorough.shallow()
        return search()
    except GaveUp:
        pass
    finally:
        parts.search = thorough
    for violation in violations():
        common = {"numbers": thorough.declared, "names": parts.names, "positive": positive}
        refutation = {**common, **violation}
        if not parts.context.accepts(parts.statement, "refuted", refutation):
            return refuted(refutation)
    try:
        return search()
    except GaveUp as reason:
        return undecided(str(reason))


WORDS = {
    "inside": "whether S lies in U",
    "beyond": "whether f is no smaller on U outside of S than on S",
    "member": "whether S contains what it should",
    "above": "whether the infimum over S is above the global one",
}
Violations = Iterator[dict[str, Any]]
Step = tuple[str, Callable[[], Any], Callable[[], Violations]]


@dataclass
class Parts:
    """The search for the parts of a proof, and for violations."""

    context: Context
    statement: Statement
    of: SetCertificate
    search: Contradictions

    def __post_init__(self) -> None:
        """Names for the coordinates of two arbitrary points."""
        unused, variables = self.search.numbers.unused, self.of.function.variables
        self.names, self.others = [unused(x) for x in variables], [unused(f"{x}_other") for x in variables]
        self.known = sharpened(Known(self.context.kernel))

    def steps(self) -> Iterator[Step]:
        """Names of the parts, how they are shown, and how they can be violated."""
        yield "inside", self.inside, self.sticking_out
        yield "member", self.member, self.without_members
        yield "beyond", self.beyond, self.not_lower
        if self.of.spurious:
            yield "above", self.above, self.attained

    def positive(self) -> Any:
        """A tree that shows that the denominator is positive everywhere."""
        known = arbitrary_point(self.known, self.names, self.of.size)
        return self.search.holds(known, self.of.value(known.problem, list(known.point))[1], ">", [known.point])

    def inside(self) -> list[Any]:
        """Trees that show that S lies in U."""
        known, inner, outer = self._at_point()
        known = supposing_all(known, inner)
        return [self.search.holds(known, value, relation, [known.point]) for value, relation in outer]

    def _at_point(self) -> tuple[Known, Values, Values]:
        """An arbitrary point with the conditions of S and of U."""
        known = arbitrary_point(self.known, self.names, self.of.size)
        inner, outer = (each.values(known.problem, known.point) for each in (self.of.inner, self.of.outer))
        return known, inner, outer

    def _at_two_points(self) -> tuple[Known, Polynomial, Values, Values]:
        """Two arbitrary points x and y: f(y) - f(x), the conditions for x in S and y in U, those of S at y."""
        known = arbitrary_point(arbitrary_point(self.known, self.names, self.of.size), self.others, self.of.size)
        x, y = (list(map(Polynomial.letter, names)) for names in (self.names, self.others))
        problem = known.problem
        located = [*self.of.inner.values(problem, x), *self.of.outer.values(problem, y)]
        return known, self.of.difference(problem, x, y), located, self.of.inner.values(problem, y)

    def beyond(self) -> list[Any]:
        """Trees that show that f is no smaller on U outside of S than on S."""
        known, difference, located, violable = self._at_two_points()
        known = supposing_all(known, located)
        points = [list(map(Polynomial.letter, names)) for names in (self.names, self.others)]
        return [
            self.search.holds(known.supposing(value, NEGATED[relation]), difference, self.of.above, points)
            for value, relation in violable
        ]

    def member(self) -> dict[str, Any]:
        """An arc in S, or a point of S."""
        return self._arc() if self.of.unbounded else self._point()

    def _arc(self) -> dict[str, Any]:
        arcs = Arcs(self.search, self.search.numbers.unused("s"))
        reason = GaveUp("no arc to infinity in S was found")
        for arc in self._candidate_arcs(arcs):
            try:
                found, inside = arcs.shown(self.known, arc, lambda at: self.of.inner.values(at.problem, at.point))
            except GaveUp as gave_up:
                reason = gave_up
                continue
            return {"arc": found, "inside": inside}
        raise reason

    def _candidate_arcs(self, arcs: Arcs) -> Iterator[list[Any]]:
        named = arcs.named(self.context, self.statement)
        if named is not None:
            yield named
            return
        replaced = {x: Polynomial.of(v) for x, v in next(self.context.points(), {}).items()}
        _, inner, _ = self._at_point()
        conditions = [(value.substitute(replaced), relation) for value, relation in inner]
        if all(value.letters <= set(self.names) for value, _ in conditions):
            for coordinates in islice(monomial_arcs(self.of.size, conditions, self.names), FEW):
                yield written_arc(coordinates, arcs.letter)

    def _point(self) -> dict[str, Any]:
        reason = GaveUp("no point of S was found")
        for point in self._candidate_points():
            coordinates = [self.known.setting.normal(self.known.problem.scalar(x)) for x in point]
            values = self.of.inner.values(self.known.problem, coordinates)
            try:
                inside = [self.search.holds(self.known, *each, [coordinates]) for each in values]
            except GaveUp as gave_up:
                reason = gave_up
                continue
            return {"point": list(point), "inside": inside}
        raise reason

    def _candidate_points(self) -> Iterator[list[Any]]:
        if "point" in self.statement.hints:
            yield self.context.problem.write_hint(self.statement.hints["point"])
        else:
            _, inner, _ = self._at_point()
            yield from (point for _, point in islice(simple_points(self.context, self.names, inner), FEW))

    def above(self) -> dict[str, Any]:
        """A number below f on S, and a point at which f is smaller."""
        point = self.search_lower()
        z = [Polynomial.of(self.known.problem.scalar(x)) for x in point]
        known, inner, _ = self._at_point()
        x = list(known.point)
        known, reason = supposing_all(known, inner), GaveUp("no bound of f on S was found")
        for bound in self._bounds(z):
            m = known.setting.normal(known.problem.scalar(bound))
            try:
                tree = self.search.holds(known, self.of.excess(known.problem, x, m), ">=", [x])
                below = self.search.holds(self.known, self.of.excess(known.problem, z, m), "<", [])
            except GaveUp as gave_up:
                reason = gave_up
                continue
            return {"bound": bound, "tree": tree, "lower": point, "below": below}
        raise reason

    def _bounds(self, point: list[Polynomial]) -> Iterator[Any]:
        """Numbers that f may stay above on S: the one that a hint names, or some above a value."""
        if "bound" in self.statement.hints:
            yield self.context.problem.write_hint(self.statement.hints["bound"])
            return
        p, q = (value.constant for value in self.of.value(self.known.problem, point))
        if p is not None and q:
            yield from (str(p / q + margin) for margin in MARGINS)

    def search_lower(self) -> list[Any]:
        """The point that a hint names, or the simple one at which f is least, at simple values of the letters."""
        if "lower" in self.statement.hints:
            return list(self.context.problem.write_hint(self.statement.hints["lower"]))
        known = arbitrary_point(self.known, self.names, self.of.size)
        replaced = {x: Polynomial.of(v) for x, v in next(self.context.points(), {}).items()}
        p, q = (value.substitute(replaced) for value in self.of.value(known.problem, list(known.point)))
        if not p.letters | q.letters <= set(self.names):
            raise GaveUp("a point below the infimum over S is not named")
        points = islice(product(GRID, repeat=self.of.size), MOST_VALUES)
        return min(([str(x) for x in point] for point in points), key=lambda point: self._height(p, q, point))

    # Violations

    def sticking_out(self) -> Violations:
        """Points of S that are not in U."""
        _, inner, outer = self._at_point()
        for index, (value, relation) in enumerate(outer):
            for values, point in simple_points(self.context, self.names, [*inner, (value, NEGATED[relation])]):
                yield {"at": values, "point": point, "outer": index}

    def not_lower(self) -> Violations:
        """Points of U outside of S at which f is smaller than at a point of S."""
        _, difference, located, violable = self._at_two_points()
        names = [*self.names, *self.others]
        for index, (value, relation) in enumerate(violable):
            conditions = [*located, (value, NEGATED[relation]), (difference, NEGATED[self.of.above])]
            for values, both in simple_points(self.context, names, conditions):
                yield {"at": values, "point": both[: self.of.size], "other": both[self.of.size :], "violated": index}

    def without_members(self) -> Violations:
        """S is empty, or bounded."""
        known, inner, _ = self._at_point()
        known, values = supposing_all(known, inner), {x: str(v) for x, v in next(self.context.points(), {}).items()}
        try:
            yield {"at": values, "empty": self.search.tree(known, [known.point])}
        except GaveUp:
            for radius in RADII if self.of.unbounded else []:
                difference = Polynomial.of(int(radius)) - squared_norm(known.point)
                try:
                    tree = self.search.holds(known, difference, ">=", [known.point])
                except GaveUp:
                    continue
                yield {"at": values, "radius": radius, "bounded": tree}

    def attained(self) -> Violations:
        """A point of S such that all points with smaller values are in S."""
        known, inner, _ = self._at_point()
        y = list(known.point)
        p, q = self.of.value(known.problem, y)
        points = list(simple_points(self.context, self.names, inner))
        rational = p.letters | q.letters <= set(self.names)
        points.sort(key=lambda each: self._height(p, q, each[1]) if rational else Fraction(0))
        for values, point in points[:FEW]:
            x = [Polynomial.of(Fraction(each)) for each in point]
            valued = sharpened(Known(valued_problem(self.context.kernel, values)))
            there = arbitrary_point(valued, self.names, self.of.size)
            lower = there.supposing(self.of.difference(there.problem, x, y), "<")
            try:
                trees = [self.search.holds(lower, *each, [y]) for each in self.of.inner.values(there.problem, y)]
            except GaveUp:
                continue
            yield {"at": values, "point": point, "global": trees}

    def _height(self, p: Polynomial, q: Polynomial, point: list[str]) -> Fraction:
        """The value at a rational point."""
        numbers = tuple(map(Fraction, point))
        return at(p, self.names, numbers) / at(q, self.names, numbers)


def at(polynomial: Polynomial, names: list[str], point: tuple[Fraction, ...]) -> Fraction:
    """The value at a rational point."""
    values, total = dict(zip(names, point, strict=True)), Fraction(0)
    for monomial, term in polynomial.terms.items():
        for x, k in monomial:
            term *= values[x] ** k
        total += term
    return total
