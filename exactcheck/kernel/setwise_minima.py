r"""Certificates (S, U) of setwise local minima: S closed and not empty, U open, S in U, f(x) <= f(y) on S x (U \ S).

S is given by polynomial equations and inequalities h >= 0, U by polynomial inequalities g > 0, so that S is closed and
U is open by continuity. The function is a quotient f = p / q of polynomials with q > 0 everywhere, of which q may be 1:
f(x) <= f(y) says p(x) q(y) <= p(y) q(x). The certificate may be strict (f(x) < f(y)), spurious (inf_S f > inf f), and
at infinity (S is unbounded). Source: Josz and Li (2023), Definitions 1 and 2.

A refutation shows that (S, U) is no such certificate; S may have another U, unless S is empty.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .arcs import cleared_values, read_arc
from .contradictions import NEGATED, require_all_hold, require_contradictory, require_holds
from .expression import Function
from .known_equations import Known
from .polynomial import Polynomial
from .problem import Problem
from .reading import array, integer, record, require
from .real_solutions import with_numbers
from .semialgebraic_sets import (
    CLOSED,
    OPEN,
    SemialgebraicSet,
    Values,
    arbitrary_point,
    point_of,
    read_set,
    require_satisfied,
    squared_norm,
    supposing_all,
    value_at,
)
from .stationary_points import valued_problem

Statement = dict[str, Any]


@dataclass(frozen=True)
class SetCertificate:
    """f, S and U, and what is said of them."""

    function: Function
    denominator: Function
    inner: SemialgebraicSet
    outer: SemialgebraicSet
    strict: bool
    spurious: bool
    unbounded: bool

    @property
    def size(self) -> int:
        """The number of coordinates."""
        return len(self.function.variables)

    def value(self, problem: Problem, point: list[Polynomial]) -> tuple[Polynomial, Polynomial]:
        """p and q at a point."""
        return value_at(problem, self.function, point), value_at(problem, self.denominator, point)

    def difference(self, problem: Problem, x: list[Polynomial], y: list[Polynomial]) -> Polynomial:
        """A positive multiple of f(y) - f(x), as q > 0: p(y) q(x) - p(x) q(y)."""
        (p, q), (p_other, q_other) = self.value(problem, x), self.value(problem, y)
        return Polynomial.of(p_other * q - p * q_other)

    def excess(self, problem: Problem, x: list[Polynomial], bound: Polynomial) -> Polynomial:
        """A positive multiple of f(x) - m: p(x) - m q(x)."""
        p, q = self.value(problem, x)
        return Polynomial.of(p - bound * q)

    @property
    def above(self) -> str:
        """How f(y) - f(x) is related to zero."""
        return ">" if self.strict else ">="


def read_certificate(problem: Problem, statement: Statement) -> SetCertificate:
    """The certificate of a statement."""
    flags = [statement[flag] for flag in ("strict", "spurious", "unbounded")]
    require(all(type(flag) is bool for flag in flags), "strict, spurious and unbounded are true or false")
    function = problem.function(statement["function"])
    size = len(function.variables)
    inner, outer = read_set(problem, statement["set"], CLOSED, size), read_set(problem, statement["around"], OPEN, size)
    denominator = problem.function(statement["denominator"])
    require(len(denominator.variables) == size, "a denominator with other variables")
    return SetCertificate(function, denominator, inner, outer, *flags)


def prove_setwise_minimum(problem: Problem, statement: Statement, proof: Any) -> None:
    """Each part of the definition; what is not claimed has null in the place of its proof."""
    numbers, positive, names, others, inside, beyond, member, above = record(
        proof, "numbers", "positive", "point", "other", "inside", "beyond", "member", "above"
    )
    known = Known(with_numbers(problem, numbers))
    certificate = read_certificate(known.problem, statement)
    require_positive_denominator(known, certificate, names, positive)
    require_contained(known, certificate, names, inside)
    require_lower(known, certificate, (names, others), beyond)
    require_member(known, certificate, member)
    if certificate.spurious:
        require_spurious(known, certificate, names, above)
    else:
        require(above is None, "a proof of what is not stated")


def require_positive_denominator(known: Known, of: SetCertificate, names: Any, tree: Any) -> None:
    """Reject unless q > 0 everywhere, so that f is defined and continuous everywhere."""
    known = arbitrary_point(known, names, of.size)
    require_holds(known, value_at(known.problem, of.denominator, known.point), ">", tree)


def require_contained(known: Known, of: SetCertificate, names: Any, inside: Any) -> None:
    """Reject unless S lies in U: at an arbitrary point of S each inequality of U holds."""
    known = arbitrary_point(known, names, of.size)
    in_outer = of.outer.values(known.problem, known.point)
    known = supposing_all(known, of.inner.values(known.problem, known.point))
    require_all_hold(known, in_outer, inside)


def require_lower(known: Known, of: SetCertificate, names: tuple[Any, Any], beyond: Any) -> None:
    """Reject unless f(x) <= f(y) (<) for x in S and y in U that violates a condition of S: there is one outside S."""
    known = arbitrary_point(arbitrary_point(known, names[0], of.size), names[1], of.size)
    x, y = (list(map(Polynomial.letter, each)) for each in names)
    problem = known.problem
    difference = of.difference(problem, x, y)
    violable = of.inner.values(problem, y)
    known = supposing_all(known, [*of.inner.values(problem, x), *of.outer.values(problem, y)])
    for (value, relation), tree in zip(violable, array(beyond, len(violable)), strict=True):
        require_holds(known.supposing(value, NEGATED[relation]), difference, of.above, tree)


def require_member(known: Known, of: SetCertificate, member: Any) -> None:
    """Reject unless an arc to infinity lies in S, or a point does if S need not be unbounded."""
    if of.unbounded:
        arc, inside = record(member, "arc", "inside")
        known, letter = read_arc(known, arc, of.size)
        wanted = cleared_values(of.inner.values(known.problem, known.point), letter)
    else:
        point, inside = record(member, "point", "inside")
        wanted = of.inner.values(known.problem, point_of(known.problem, point, of.size))
    require_all_hold(known, wanted, inside)


def require_spurious(known: Known, of: SetCertificate, names: Any, above: Any) -> None:
    """Reject unless for a number m f >= m on S and f(z) < m: inf_S f >= m > f(z) >= inf f.

    The number is evaluated before the coordinates of the point are declared, so that it does not depend on them.
    """
    bound, tree, lower, below = record(above, "bound", "tree", "lower", "below")
    m = known.setting.normal(known.problem.scalar(bound))
    z = point_of(known.problem, lower, of.size)
    require_holds(known, of.excess(known.problem, z, m), "<", below)
    known = arbitrary_point(known, names, of.size)
    excess = of.excess(known.problem, list(known.point), m)
    known = supposing_all(known, of.inner.values(known.problem, known.point))
    require_holds(known, excess, ">=", tree)


# Refutations


def refute_setwise_minimum(problem: Problem, statement: Statement, proof: Any) -> None:
    """A part of the definition that is violated at values of the letters."""
    require(isinstance(proof, dict), "an object was expected")
    common = ("at", "numbers", "names", "positive")
    violated = [(fields, rule) for fields, rule in VIOLATIONS if set(proof) == {*common, *fields}]
    require(len(violated) == 1, f"a refutation with the fields {sorted(proof)}")
    fields, rule = violated[0]
    values, numbers, names, positive, *parts = record(proof, *common, *fields)
    there = with_numbers(valued_problem(problem, values), numbers)
    certificate = read_certificate(there, statement)
    require_positive_denominator(Known(there), certificate, names, positive)
    rule(there, certificate, names, *parts)


def sticks_out(problem: Problem, of: SetCertificate, _: Any, point: Any, outer: Any) -> None:
    """A point of S that is not in U."""
    x = point_of(problem, point, of.size)
    value, relation = chosen(of.outer.values(problem, x), outer)
    require_satisfied(problem, [*of.inner.values(problem, x), (value, NEGATED[relation])])


def is_not_lower(problem: Problem, of: SetCertificate, _: Any, point: Any, other: Any, violated: Any) -> None:
    """Points x in S and y in U but not in S with f(y) < f(x) (<=)."""
    x, y = point_of(problem, point, of.size), point_of(problem, other, of.size)
    value, relation = chosen(of.inner.values(problem, y), violated)
    difference = of.difference(problem, x, y)
    located = [*of.inner.values(problem, x), *of.outer.values(problem, y), (value, NEGATED[relation])]
    require_satisfied(problem, [*located, (difference, NEGATED[of.above])])


def is_empty(problem: Problem, of: SetCertificate, names: Any, tree: Any) -> None:
    """S has no points."""
    known = arbitrary_point(Known(problem), names, of.size)
    require_contradictory(supposing_all(known, of.inner.values(known.problem, known.point)), tree)


def is_bounded(problem: Problem, of: SetCertificate, names: Any, radius: Any, tree: Any) -> None:
    """S should be unbounded, and ||x||^2 <= r on S for a number r, which does not depend on x."""
    require(of.unbounded, "a set that may be bounded")
    r = problem.setting.normal(problem.scalar(radius))
    known = arbitrary_point(Known(problem), names, of.size)
    known = supposing_all(known, of.inner.values(known.problem, known.point))
    require_holds(known, r - squared_norm(known.point), ">=", tree)


def is_global(problem: Problem, of: SetCertificate, names: Any, point: Any, trees: Any) -> None:
    """S should be spurious, and contains a point x, and every point y with f(y) < f(x).

    So inf_S f = inf f: no point outside of S has a smaller value than f(x) >= inf_S f.
    """
    require(of.spurious, "a set that may contain all points of small values")
    x = point_of(problem, point, of.size)
    require_satisfied(problem, of.inner.values(problem, x))
    known = arbitrary_point(Known(problem), names, of.size)
    y = list(known.point)
    difference, wanted = of.difference(known.problem, x, y), of.inner.values(known.problem, y)
    require_all_hold(known.supposing(difference, "<"), wanted, trees)


VIOLATIONS: list[tuple[tuple[str, ...], Callable[..., None]]] = [
    (("point", "outer"), sticks_out),
    (("point", "other", "violated"), is_not_lower),
    (("empty",), is_empty),
    (("radius", "bounded"), is_bounded),
    (("point", "global"), is_global),
]


def chosen(values: Values, index: Any) -> tuple[Polynomial, str]:
    """One of the conditions."""
    return values[integer(index, 0, len(values) - 1)]
