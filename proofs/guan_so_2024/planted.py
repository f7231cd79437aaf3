"""Planted vectors u* of known size."""

from __future__ import annotations

from exactcheck import assume, scalar

from .letters import signs
from .tilt import dot


def planted(n, *coordinates):
    """The vector u* of the first n coordinates, which is not zero; the others are."""
    assume(n <= len(coordinates))
    us = tuple(scalar(x) for x in coordinates[:n])
    assume(dot(us, us) > 0)
    for unused in coordinates[n:]:
        assume(scalar(unused) ** 2 <= 0)
    return us


def planted_with_signs(sigma, moduli, zeros=0):
    """The vector u* with these signs and moduli in its support, which is first, and so many zeros behind it."""
    return (*(sign * x for sign, x in zip(sigma, moduli, strict=True)), *[scalar(0)] * zeros)


def signs_of_planted(count):
    """All signs of up to two coordinates; of more only 1, which changes of signs of coordinates reach."""
    return signs(count) if count <= 2 else [(1,) * count]
