"""Components of a set of points: {"letters": names, "where": [[expression, relation], ...], "point": [expressions]}.

A component consists of the points for all real values of its letters that satisfy the conditions, each an expression
and its relation to zero (>, >=, =, !=, <= or <). A component without letters is one point. The letters are written as
names, as the variables of a function are; conditions and coordinates may divide by letters that an earlier condition
makes different from zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .expression import SCALARS, Environment
from .known_equations import RELATIONS, Known
from .polynomial import Polynomial, Scalar
from .problem import Problem
from .reading import array, name, record, require


@dataclass(frozen=True)
class Component:
    """A family of points."""

    letters: list[str]
    where: list[tuple[Any, str]]
    point: list[Any]

    def values(self, problem: Problem, letters: Sequence[Scalar]) -> Iterator[Scalar]:
        """The coordinates at values of the letters, evaluated one by one."""
        scope = self._scope(problem, letters)
        return (scalar(problem, x, scope) for x in self.point)

    def conditions(self, problem: Problem, letters: Sequence[Scalar]) -> list[tuple[Scalar, str]]:
        """What must stand in which relation to zero, at values of the letters."""
        scope = self._scope(problem, letters)
        return [(scalar(problem, expression, scope), relation) for expression, relation in self.where]

    def member(self, known: Known, names: Any) -> Known:
        """An arbitrary point of the component, for new letters with these names."""
        for letter in array(names, len(self.letters)):
            known = known.declaring(name(letter))
        letters = list(map(Polynomial.letter, names))
        for expression, relation in self.where:
            # a condition that divides must come after the one that allows it
            value = scalar(known.problem, expression, self._scope(known.problem, letters))
            known = known.supposing(value, relation)
        return known.at(self.values(known.problem, letters))

    def _scope(self, problem: Problem, letters: Sequence[Scalar]) -> Environment:
        return {**problem.definitions, **dict(zip(self.letters, letters, strict=True))}


def read_components(data: Any) -> list[Component]:
    """The components of a statement."""
    return [read_component(*record(each, "letters", "where", "point")) for each in array(data)]


def read_component(letters: Any, where: Any, point: Any) -> Component:
    """One component; rejected if two of its letters have one name."""
    names = [name(letter) for letter in array(letters)]
    require(len(set(names)) == len(names), "letters of a component with one name")
    conditions = [array(condition, 2) for condition in array(where)]
    require(all(relation in RELATIONS for _, relation in conditions), "a condition that is not a relation to zero")
    return Component(names, [(expression, relation) for expression, relation in conditions], array(point))


def scalar(problem: Problem, expression: Any, scope: Environment) -> Polynomial:
    """The value of an expression that must be a scalar."""
    value = problem.evaluate(expression, scope)
    require(isinstance(value, SCALARS), "a coordinate or a condition that is no scalar")
    return problem.setting.normal(value)
