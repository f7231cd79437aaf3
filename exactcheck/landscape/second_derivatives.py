"""Second derivatives of a function with kinks along a direction that name no subgradient, compared with a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..exact.expression import scalar
from ..exact.statement import Statement
from .nonsmooth import Along, kinked_statement, place
from .points import Point


def second_directional_derivative(f: Any, at: Point, along: Any) -> Along:
    """f''(x; w) = lim (f(x + t w) - f(x) - t df(x)(w)) / (t^2/2) over t -> 0+, to be compared with a number.

    Source: Guan and So (2024), section 2.2; Rockafellar and Wets (1998), section 13.B.
    """
    return Along("second directional derivative", f, at, along)


def second_subderivative_without_subgradient(f: Any, at: Point, along: Any) -> Along:
    """d2f(x)(w) = liminf (f(x + t w') - f(x) - t df(x)(w')) / (t^2/2) over t -> 0+ and w' -> w, to be compared with a
    number.

    It is at most f''(x; w), and at most d2f(x; v)(w) for every subgradient v.

    Source: Rockafellar and Wets (1998), Definition 13.3.
    """
    return Along("second subderivative without a subgradient", f, at, along)


@dataclass(frozen=True, eq=False)
class AlongArc(Along):
    """A derivative of f at a point along an arc, to be compared with a number."""

    acceleration: Any = None

    def _statement(self, relation: str, constant: Any) -> Statement:
        arc = {"along": place(self.f, self.along), "acceleration": place(self.f, self.acceleration)}
        return kinked_statement(
            self.kind, self.f, self.at, **arc, relation=relation, constant=scalar(constant, "constant")
        )


def parabolic_subderivative(f: Any, at: Point, along: Any, acceleration: Any) -> AlongArc:
    """d2f(x)(w; z) = liminf (f(x + t w + t^2/2 z') - f(x) - t df(x)(w)) / (t^2/2) over t -> 0+ and z' -> z, to be
    compared with a number; w is `along` and z is `acceleration`.

    For sums of absolute values and maxima of polynomials it is a limit.

    Source: Rockafellar and Wets (1998), Definition 13.59; Guan and So (2024), section 2.2.
    """
    return AlongArc("parabolic subderivative", f, at, along, acceleration=acceleration)
