"""Points in components: the values of the letters of a component at which its point is a given one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from operator import sub
from typing import Any

from ..kernel import Rejected
from ..kernel.components import Component
from ..kernel.intervals import Interval
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.solution_trees import require_inside
from .written_polynomials import written

Node = Any
Values = dict[str, Polynomial]


class Locator:
    """Finds the component that a point is in; the coordinates of components are read once."""

    def __init__(self, known: Known, components: Sequence[Component] = ()) -> None:
        self.components: list[Component] = []
        self.points: list[list[Polynomial]] = []
        self.equations: list[list[Polynomial]] = []
        self.enclosures: dict[Polynomial, Interval] = {}
        for component in components:
            self.add(known, component)

    def add(self, known: Known, component: Component) -> None:
        """One more component, in whose coordinates are numbers of a case."""
        member = component.member(known, local_names(component))
        self.components.append(component)
        self.points.append(list(member.point))
        self.equations.append(list(member.equations))

    def without(self, index: int) -> Locator:
        """The same without one of the components, which are not read again."""
        other = Locator.__new__(Locator)
        other.components = [*self.components[:index], *self.components[index + 1 :]]
        other.points = [*self.points[:index], *self.points[index + 1 :]]
        other.equations = [*self.equations[:index], *self.equations[index + 1 :]]
        other.enclosures = self.enclosures
        return other

    def __call__(self, known: Known) -> Node:
        """A leaf, or None if the point is not known to be in a component."""
        for k, values in self._candidates(known):
            if not self._satisfied(known, k, values):
                continue
            node = {"component": k, "values": list(map(written, values))}
            try:
                require_inside(known, self.components, node)
            except Rejected:
                continue
            return node
        return None

    def open_condition(self, known: Known) -> Polynomial | None:
        """What a component that the point could be in asks for without its sign being known."""
        for k, values in self._candidates(known):
            component = self.components[k]
            try:
                same = all(map(known.is_zero, map(sub, component.values(known.problem, values), known.point)))
                conditions = component.conditions(known.problem, values)
            except Rejected:
                continue
            for value, _ in conditions if same else []:
                if not any(known.satisfies(value, relation) for relation in (">", "=", "<")):
                    return known.setting.normal(value)
        return None

    def _candidates(self, known: Known) -> Iterator[tuple[int, list[Polynomial]]]:
        """Components with values of their letters that the coordinates determine."""
        for k, (component, point) in enumerate(zip(self.components, self.points, strict=True)):
            if not any(map(partial(self._differ, known), point, known.point)):
                values = letter_values(known, point)
                if all(letter in values for letter in local_names(component)):
                    yield k, [values[x] for x in local_names(component)]

    def _satisfied(self, known: Known, index: int, values: list[Polynomial]) -> bool:
        """True if the equations of a component are seen to hold, before the kernel reads them once more."""
        at = dict(zip(local_names(self.components[index]), values, strict=True))
        try:
            return all(known.is_zero(equation.substitute(at)) for equation in self.equations[index])
        except Rejected:
            return False

    def _differ(self, known: Known, left: Polynomial, right: Polynomial) -> bool:
        """True if two numbers are different at first sight.

        The kernel would take long to tell equal numbers in different letters apart.
        """
        if left == right or not all(self._is_number(known, each) for each in (left, right)):
            return False
        (first, last), (other_first, other_last) = (self._enclosure(known, each) for each in (left, right))
        return last < other_first or other_last < first

    def _is_number(self, known: Known, value: Polynomial) -> bool:
        """True for a number in letters of the case."""
        if value in self.enclosures:
            return True
        return all(x in known.setting.letters for x in value.letters) and known.setting.is_constant(value)

    def _enclosure(self, known: Known, number: Polynomial) -> Interval:
        """An interval around a number, computed once: letters for numbers have one meaning in all cases."""
        if number not in self.enclosures:
            self.enclosures[number] = known.setting.enclosure(number, 64)
        return self.enclosures[number]


def local_names(component: Component) -> list[str]:
    """Names of the letters of a component that no other letters have."""
    return [f"{x}__" for x in component.letters]


def letter_values(known: Known, point: Sequence[Polynomial]) -> Values:
    """Values of letters from coordinates of the form c x^k + rest with k = 1 or -1 and one unknown letter x."""
    values: Values = {}
    waiting = [pair for pair in zip(point, known.point, strict=False) if unknown_letters(pair[0], values)]
    while waiting:
        still: list[tuple[Polynomial, Polynomial]] = []
        for general, actual in waiting:
            missing = unknown_letters(general, values)
            found = letter_value(known, replaced(general, values), actual, *missing) if len(missing) == 1 else None
            if found is not None:
                values[missing.pop()] = found
            elif missing:
                still.append((general, actual))
        if len(still) == len(waiting):
            break
        waiting = still
    return values


def unknown_letters(general: Polynomial, values: Values) -> set[str]:
    """The letters of a component that have no values yet."""
    return {x for x in general.letters if x.endswith("__") and x not in values}


def replaced(polynomial: Polynomial, values: Values) -> Polynomial:
    """The polynomial at values, as far as these can be divided by."""
    if not polynomial.letters & set(values):
        return polynomial
    try:
        return polynomial.substitute(values)
    except Rejected:
        return Polynomial()


def letter_value(known: Known, general: Polynomial, actual: Polynomial, letter: str) -> Polynomial | None:
    """The value of the letter for which the two are equal."""
    parts = general.coefficients(letter)
    for power in (1, -1):
        scale = parts.get(power, Polynomial()).constant
        if set(parts) <= {0, power} and scale:
            difference = actual - parts.get(0, Polynomial())
            value = known.setting.normal(difference * (1 / scale))
            try:
                return value if power == 1 else known.setting.inverse(value, 1)
            except Rejected:
                return None
    return None
