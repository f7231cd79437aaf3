"""The planted vector of an l1 rank-one loss, recognized from its pieces c (x_i x_j - u*_i u*_j)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from ..kernel.polynomial import Monomial, Polynomial
from ..kernel.stationary_sets import Content

Pair = tuple[int, int]


@dataclass(frozen=True)
class PlantedVector:
    """|u*_i| and the sign of each u*_i up to a common one, 1 for zero; and which two coordinates each piece pairs."""

    magnitudes: list[Polynomial]
    signs: list[int]
    pairs: list[Pair]


def planted_vector(content: Content, point: list[str]) -> PlantedVector | None:
    """The vector of a function whose pieces are written in the letters of a point; None if it is no such loss."""
    found = [products(piece, point) for _, piece in content.pieces]
    planted = {each[0]: each[1] for each in found if each is not None}
    size = len(point)
    if content.smooth or len(planted) != len(found) or len(planted) != size * (size + 1) // 2:
        return None
    roots = [square_root(planted[i, i]) for i in range(size)]
    magnitudes = [root for root in roots if root is not None]
    if len(magnitudes) != size:
        return None
    first = next((i for i, value in enumerate(magnitudes) if value), 0)
    signs = [sign_of(planted[min(first, j), max(first, j)], magnitudes[first] * magnitudes[j]) for j in range(size)]
    consistent = all(planted[i, j] == magnitudes[i] * magnitudes[j] * (signs[i] * signs[j]) for i, j in planted)
    return PlantedVector(magnitudes, signs, list(planted)) if consistent else None


def products(piece: Polynomial, point: list[str]) -> tuple[Pair, Polynomial] | None:
    """The pair (i, j) and the q of a piece c (x_i x_j - q), q free of the letters of the point; None for others."""
    moving = {monomial: value for monomial, value in piece.terms.items() if not piece_is_fixed(monomial, point)}
    if len(moving) != 1:
        return None
    ((monomial, slope),) = moving.items()
    factors = [letter for letter, exponent in monomial for _ in range(exponent)]
    if len(factors) != 2 or not set(factors) <= set(point):
        return None
    i, j = sorted(map(point.index, factors))
    return (i, j), (Polynomial(moving) - piece) * (1 / slope)


def piece_is_fixed(monomial: Monomial, point: list[str]) -> bool:
    """True if none of the letters of the point occurs."""
    return not any(letter in point for letter, _ in monomial)


def square_root(polynomial: Polynomial) -> Polynomial | None:
    """The root of a square of a single term, with a nonnegative coefficient; None for others."""
    if len(polynomial.terms) > 1:
        return None
    for monomial, value in polynomial.terms.items():
        root = rational_root(value)
        if root is None or any(exponent % 2 for _, exponent in monomial):
            return None
        return Polynomial({tuple((letter, exponent // 2) for letter, exponent in monomial): root})
    return Polynomial()


def rational_root(value: Fraction) -> Fraction | None:
    """The rational square root, if there is one."""
    if value < 0:
        return None
    root = Fraction(isqrt(value.numerator), isqrt(value.denominator))
    return root if root**2 == value else None


def sign_of(value: Polynomial, magnitude: Polynomial) -> int:
    """-1 if the value is the negative of the magnitude and not zero, otherwise 1."""
    return -1 if value and value == -magnitude else 1
