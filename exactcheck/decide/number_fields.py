"""Arithmetic with numbers in letters for roots: inverses, and the roots of polynomials of degree one and two."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

from flint import fmpq, fmpq_mat

from ..kernel.known_equations import Known
from ..kernel.polynomial import Monomial, Polynomial, times
from ..kernel.setting import Setting
from .number_letters import NumberLetters, square_root
from .polynomial_rings import fraction, rational

LARGEST = 64


def inverse(setting: Setting, value: Polynomial) -> Polynomial | None:
    """The inverse of a number as a polynomial in its letters and in those of their definitions; None if none is found.

    Multiplication by the number is a matrix on the products of powers of the letters.
    """
    basis = power_products(setting, value)
    if not 0 < len(basis) <= LARGEST:
        return None
    places = {monomial: i for i, monomial in enumerate(basis)}
    matrix = fmpq_mat(len(basis), len(basis))
    for j, monomial in enumerate(basis):
        for found, coefficient in setting.normal(value * Polynomial({monomial: Fraction(1)})).terms.items():
            matrix[places[found], j] = rational(coefficient)
    unit = fmpq_mat(len(basis), 1, [fmpq(not monomial) for monomial in basis])
    try:
        solution = matrix.solve(unit)
    except ZeroDivisionError:
        return None
    return Polynomial({monomial: fraction(solution[i, 0]) for i, monomial in enumerate(basis)})


def power_products(setting: Setting, value: Polynomial) -> list[Monomial]:
    """The products of powers below their degrees of the letters of a number; empty for other letters than roots."""
    waiting, degrees = set(value.letters), dict[str, int]()
    while waiting:
        letter = setting.letters[waiting.pop()]
        if letter.square is None and letter.polynomial is None:
            return []
        degrees[letter.name] = 2 if letter.square is not None else len(letter.polynomial or []) - 1
        waiting |= (letter.square.letters if letter.square is not None else set()) - set(degrees)
    found: list[Monomial] = []
    for exponents in product(*map(range, degrees.values())):
        monomial: Monomial = ()
        for name, k in zip(degrees, exponents, strict=True):
            monomial = times(monomial, ((name, k),))
        found.append(monomial)
    return found


def real_roots(
    numbers: NumberLetters, known: Known, coefficients: Sequence[Polynomial]
) -> tuple[Known, list[Polynomial]] | None:
    """The real roots of a polynomial over numbers in increasing order, lowest coefficient first, with their letters.

    None if its degree is above two, or if the leading coefficient is not seen to have an inverse.
    """
    scale = inverse(known.setting, coefficients[-1]) if 2 <= len(coefficients) <= 3 else None
    if scale is None:
        return None
    c, b = (known.setting.normal(value * scale) for value in coefficients[:2])
    if len(coefficients) == 2:
        return known, [-c]
    discriminant = known.setting.normal(b * b - c * 4)
    sign = known.setting.sign(discriminant)
    if sign <= 0:
        return known, [b * Fraction(-1, 2)] if sign == 0 else []
    known, root = root_of_number(numbers, known, discriminant)
    return known, [(side * root - b) * Fraction(1, 2) for side in (-1, 1)]


def root_of_number(numbers: NumberLetters, known: Known, value: Polynomial) -> tuple[Known, Polynomial]:
    """The square root of a positive number, in letters for square roots of simple ones."""
    if value.constant is not None:
        return numbers.square_root(known, value.constant)
    halves = denested(known, value)
    if halves is not None:
        left, right, sign = halves
        known, first = numbers.square_root(known, left)
        known, second = numbers.square_root(known, right)
        return known, first + second * sign
    return numbers.nested_root(known, value)


def denested(known: Known, value: Polynomial) -> tuple[Fraction, Fraction, Fraction] | None:
    """(p, q, s) with the root of a + b w, w^2 = m rational, equal to the root of p and s times the root of q.

    For a^2 - b^2 m = n^2: p = (a + n) / 2, q = (a - n) / 2, and s is the sign of b.
    """
    (name, *others) = value.letters
    square = known.setting.letters[name].square
    if others or square is None or square.constant is None:
        return None
    parts = value.coefficients(name)
    a, b = (parts.get(k, Polynomial()).constant or Fraction(0) for k in (0, 1))
    norm = a * a - b * b * square.constant
    if norm < 0 or a <= 0:
        return None
    n, primes = square_root(norm) if norm else (Fraction(0), [])
    return None if primes else ((a + n) / 2, (a - n) / 2, Fraction(1 if b > 0 else -1))
