"""What is known of the letters of a case: signs, equations, and what is not zero.

The letters are those of an arbitrary solution of equations, or of an arbitrary point of a component.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from .cases import require_contradiction
from .polynomial import Polynomial, Scalar, total
from .problem import Problem
from .reading import array, integer, require
from .setting import Setting

RELATIONS = (">", ">=", "=", "!=", "<=", "<")


@dataclass(frozen=True)
class Known:
    """A problem with its facts, expressions that are zero, expressions that are not, and the coordinates of a point."""

    problem: Problem
    point: tuple[Polynomial, ...] = ()
    equations: tuple[Polynomial, ...] = ()
    unequal: tuple[Polynomial, ...] = ()

    @property
    def setting(self) -> Setting:
        """The letters and the facts about their signs."""
        return self.problem.setting

    def equation(self, index: Any) -> Polynomial:
        """An expression that is known to be zero."""
        return self.equations[integer(index, 0, len(self.equations) - 1)]

    def combination(self, pairs: Any) -> Polynomial:
        """The sum of multiples of equations, from pairs [index, cofactor]: it is zero where they are."""
        cofactors = [array(pair, 2) for pair in array(pairs)]
        return total(self.equation(k) * Polynomial.of(self.problem.scalar(c)) for k, c in cofactors)

    def at(self, point: Iterable[Polynomial]) -> Known:
        """The same about another point."""
        return replace(self, point=tuple(point))

    def declaring(self, letter: str) -> Known:
        """The same with one more letter for any real number."""
        require(letter not in self.problem.values, f"{letter} is defined twice")
        problem = extended(self.problem)
        problem.setting.declare_free(letter, "point")
        return replace(self, problem=problem)

    def supposing(self, value: Scalar, relation: str) -> Known:
        """The same where the expression stands in the relation to zero."""
        require(relation in RELATIONS, f"{relation!r:.20} is not a relation to zero")
        problem = extended(self.problem)
        value = problem.setting.normal(value)
        if relation == "=":
            return replace(self, problem=problem, equations=(*self.equations, value))
        if relation != "!=":
            problem.setting.learn(-value if relation in ("<", "<=") else value, relation in ("<", ">"))
        if relation in ("<=", ">="):
            return replace(self, problem=problem)
        problem.setting.learn_unequal(value)
        return replace(self, problem=problem, unequal=(*self.unequal, value))

    def replacing(self, letter: str, value: Polynomial, inverse: Polynomial | None = None) -> Known:
        """The same where a letter that is known to have the value is replaced wherever it occurs.

        Where it divides, the inverse of the value takes its place, if one is given.
        """

        def replaced(polynomial: Polynomial) -> Polynomial:
            if inverse is None:
                return self.setting.normal(polynomial.substitute({letter: value}))
            parts = polynomial.coefficients(letter).items()
            return self.setting.normal(total(c * (value**k if k >= 0 else inverse**-k) for k, c in parts))

        unequal = tuple(polynomial for polynomial in self.unequal if letter not in polynomial.letters)
        equations = tuple(map(replaced, self.equations))
        result = replace(self, point=tuple(map(replaced, self.point)), equations=equations, unequal=unequal)
        for fact in self.setting.facts:
            if letter in fact.polynomial.letters:
                result = result.supposing(replaced(fact.polynomial), ">" if fact.strict else ">=")
        for polynomial in self.unequal:
            if letter in polynomial.letters:
                result = result.supposing(replaced(polynomial), "!=")
        return result

    def is_zero(self, value: Scalar) -> bool:
        """True if value = 0 is established, as an identity or as a multiple of an equation."""
        polynomial = self.setting.normal(value)
        return self.setting.is_zero(polynomial) or any(is_multiple(polynomial, each) for each in self.equations)

    def is_unequal(self, value: Scalar) -> bool:
        """True if value != 0 is established."""
        polynomial = self.setting.normal(value)
        signs = self.setting.is_positive(polynomial) or self.setting.is_positive(-polynomial)
        return signs or self.setting.is_unequal(polynomial) or polynomial in self.unequal

    def satisfies(self, value: Scalar, relation: str) -> bool:
        """True if the expression is known to stand in the relation to zero."""
        require(relation in RELATIONS, f"{relation!r:.20} is not a relation to zero")
        if relation in ("=", "!="):
            return self.is_zero(value) if relation == "=" else self.is_unequal(value)
        turned = -value if relation in ("<", "<=") else value
        return self.setting.is_positive(turned) if relation in ("<", ">") else self.setting.is_nonnegative(turned)

    def require_impossible(self) -> None:
        """Reject unless an equation is known to be violated, something is zero and not zero, or facts contradict."""
        equations = any(map(self.is_unequal, self.equations))
        if not equations and not any(map(self.setting.is_zero, self.unequal)):
            require_contradiction(self.setting)


def extended(problem: Problem) -> Problem:
    """A copy to which letters and facts can be added."""
    other = copy(problem)
    other.setting = problem.setting.copy()
    return other


def is_multiple(value: Polynomial, of: Polynomial) -> bool:
    """True if value = c * of for a rational number c."""
    monomial = next(iter(of.terms), None)
    if monomial is None or value.terms.keys() != of.terms.keys():
        return not value
    return value == of * (value.terms.get(monomial, 0) / of.terms[monomial])
