"""Components of a set of points: families with letters of their own, conditions on these, and single points."""

from __future__ import annotations

from .expression import Expression, Scalar

Condition = tuple[Scalar, str]


class Component(Expression):
    """The points for all values of some variables that stand in relations to zero; one point without variables.

    `arguments` are the variables, the conditions (each an expression and its relation to zero, "!=" among these) and
    the coordinates.
    """

    __slots__ = ()

    def __init__(self, variables: tuple[Scalar, ...], where: tuple[Condition, ...], point: tuple[Scalar, ...]) -> None:
        super().__init__("component", variables, where, point)

    @property
    def variables(self) -> tuple[Scalar, ...]:
        """The letters of the family, as the expressions that conditions and coordinates contain."""
        return self.arguments[0]  # type: ignore[no-any-return]

    @property
    def where(self) -> tuple[Condition, ...]:
        """What stands in which relation to zero."""
        return self.arguments[1]  # type: ignore[no-any-return]

    @property
    def point(self) -> tuple[Scalar, ...]:
        """The coordinates."""
        return self.arguments[2]  # type: ignore[no-any-return]

    __hash__ = object.__hash__
