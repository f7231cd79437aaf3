"""A sum of absolute values and maxima at a point as a sum of maxima alone: |q| is the larger one of q and -q.

So f = s + sum_g max_j r_gj near x, with r_gj(x) = 0: the branches r_gj of a kink g. Which branch is the largest along a
direction is a question of known signs.
"""

from __future__ import annotations

from fractions import Fraction

from .jet import Jet
from .kinks import KinkedPoint, Vector, known_sign, largest, linear, quadratic
from .polynomial import Scalar
from .setting import Setting

Branches = list[Jet]


def branches(at: KinkedPoint) -> list[Branches]:
    """The branches of the absolute values, then those of the maxima."""
    return [*([kink, -kink] for kink in at.kinks), *at.maxima]


def shares(at: KinkedPoint, z: Vector) -> list[Vector]:
    """Positive multiples of the weights of the branches in the subgradient with these multipliers."""
    kinks, maxima = at.parts(z)
    return [*([1 + value, 1 - value] for value in kinks), *maxima]


def leaders(setting: Setting, members: Branches, d: Vector) -> Branches:
    """The branches with the largest slope along d; rejected unless they are known."""
    slopes = [linear(member, d) for member in members]
    most = slopes[largest(setting, slopes)]
    return [member for member, slope in zip(members, slopes, strict=True) if known_sign(setting, most - slope) == 0]


def most(setting: Setting, values: Vector) -> Scalar:
    """The largest value; rejected unless it is known."""
    return values[largest(setting, values)]


def gradient(size: int, of: Jet) -> Vector:
    """The gradient with its zeros."""
    return [of.linear.get(i, Fraction(0)) for i in range(size)]


def bend(of: Jet, w: Vector, y: Vector) -> Scalar:
    """The second derivative along the arc x + t w + t^2/2 y."""
    return quadratic(of, w) + linear(of, y)
