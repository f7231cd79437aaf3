"""Sparse polynomials in named letters over the rationals; exponents may be negative.

A term is a monomial ((letter, exponent), ...) sorted by letter, with a nonzero Fraction. Negative exponents are formal
here: `setting.Setting` admits them only for letters that cannot be zero.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from itertools import product as product_of_sets
from math import lcm
from typing import Any

from .reading import require

Monomial = tuple[tuple[str, int], ...]

# A scalar is a Fraction, a Polynomial or a Jet: they mix freely through their operators.
Scalar = Any


@lru_cache(maxsize=2**16)
def times(left: Monomial, right: Monomial) -> Monomial:
    """The product of two monomials."""
    exponents = dict(left)
    for letter, exponent in right:
        exponents[letter] = exponents.get(letter, 0) + exponent
    return tuple(sorted((letter, exponent) for letter, exponent in exponents.items() if exponent))


class Polynomial:
    """An immutable polynomial; equality compares terms, not values under relations."""

    __slots__ = ("terms",)

    def __init__(self, terms: dict[Monomial, Fraction] | None = None) -> None:
        self.terms = {monomial: value for monomial, value in (terms or {}).items() if value}

    @staticmethod
    def of(value: Scalar) -> Polynomial:
        """A rational number as a constant polynomial; polynomials as they are."""
        return value if isinstance(value, Polynomial) else Polynomial({(): Fraction(value)})

    @staticmethod
    def letter(name: str, exponent: int = 1) -> Polynomial:
        """The monomial name^exponent."""
        return Polynomial({((name, exponent),) if exponent else (): Fraction(1)})

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (int, Fraction, Polynomial)) and self.terms == Polynomial.of(other).terms

    def __hash__(self) -> int:
        return hash(frozenset(self.terms.items()))

    def __add__(self, other: Scalar) -> Polynomial:
        if not isinstance(other, (int, Fraction, Polynomial)):
            return NotImplemented
        total = dict(self.terms)
        for monomial, value in Polynomial.of(other).terms.items():
            total[monomial] = total[monomial] + value if monomial in total else value
        return Polynomial(total)

    def __mul__(self, other: Scalar) -> Polynomial:
        if isinstance(other, (int, Fraction)):
            return Polynomial({monomial: value * other for monomial, value in self.terms.items()})
        if not isinstance(other, Polynomial):
            return NotImplemented
        if len(self.terms) == 1 or len(other.terms) == 1:
            pairs = product_of_sets(self.terms.items(), other.terms.items())
            return Polynomial({times(left, right): a * b for (left, a), (right, b) in pairs})
        (scale, first), (other_scale, second) = self.integers(), other.integers()
        # integers over a common denominator: a fraction is brought to lowest terms once for each term of the result
        total: dict[Monomial, int] = {}
        for left, a in first:
            for right, b in second:
                monomial = times(left, right)
                total[monomial] = total.get(monomial, 0) + a * b
        scale *= other_scale
        return Polynomial({monomial: Fraction(value, scale) for monomial, value in total.items() if value})

    def integers(self) -> tuple[int, list[tuple[Monomial, int]]]:
        """(d, terms) with integer coefficients whose d-th part this is."""
        scale = lcm(*(value.denominator for value in self.terms.values()))
        terms = self.terms.items()
        return scale, [(monomial, value.numerator * (scale // value.denominator)) for monomial, value in terms]

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self) -> Polynomial:
        return Polynomial({monomial: -value for monomial, value in self.terms.items()})

    def __sub__(self, other: Scalar) -> Scalar:
        return self + -other

    def __rsub__(self, other: Scalar) -> Scalar:
        return other + -self

    def __pow__(self, exponent: int) -> Polynomial:
        """A power; negative ones only of a single term."""
        if exponent < 0:
            require(len(self.terms) == 1, "division by zero or by a sum of terms")
            ((monomial, value),) = self.terms.items()
            inverse = tuple((letter, -power) for letter, power in monomial)
            return Polynomial({inverse: 1 / value}) ** -exponent
        if len(self.terms) == 1:
            ((monomial, value),) = self.terms.items()
            powers = tuple((letter, power * exponent) for letter, power in monomial if exponent)
            return Polynomial({powers: value**exponent})
        result = Polynomial.of(1)
        for _ in range(exponent):
            result = result * self
        return result

    @property
    def letters(self) -> set[str]:
        """The letters that occur."""
        return {letter for monomial in self.terms for letter, _ in monomial}

    @property
    def constant(self) -> Fraction | None:
        """The value of a polynomial without letters, otherwise None."""
        return None if self.letters else self.terms.get((), Fraction(0))

    def coefficients(self, letter: str) -> dict[int, Polynomial]:
        """The polynomial sorted by powers of one letter."""
        found: dict[int, dict[Monomial, Fraction]] = {}
        for monomial, value in self.terms.items():
            rest = tuple(pair for pair in monomial if pair[0] != letter)
            found.setdefault(dict(monomial).get(letter, 0), {})[rest] = value
        return {power: Polynomial(terms) for power, terms in found.items()}

    def substitute(self, values: dict[str, Polynomial]) -> Polynomial:
        """Replace letters by polynomials (negative powers only by single terms)."""
        return total(
            product([Polynomial({(): value})] + [replaced(pair, values) for pair in monomial])
            for monomial, value in self.terms.items()
        )


def replaced(power: tuple[str, int], values: dict[str, Polynomial]) -> Polynomial:
    """One power of a letter, with the letter replaced if a value is given."""
    letter, exponent = power
    return values[letter] ** exponent if letter in values else Polynomial.letter(letter, exponent)


def total(polynomials: Iterable[Polynomial]) -> Polynomial:
    """The sum of polynomials."""
    found: dict[Monomial, Fraction] = {}
    for polynomial in polynomials:
        for monomial, value in polynomial.terms.items():
            found[monomial] = found[monomial] + value if monomial in found else value
    return Polynomial(found)


def product(polynomials: Iterable[Polynomial]) -> Polynomial:
    """The product of polynomials."""
    result = Polynomial.of(1)
    for polynomial in polynomials:
        result = result * polynomial
    return result


def split(polynomial: Polynomial) -> tuple[Monomial, Polynomial]:
    """The greatest common monomial, and the rest scaled to have a first coefficient of absolute value 1."""
    letters = sorted(polynomial.letters)
    least = {x: min(dict(monomial).get(x, 0) for monomial in polynomial.terms) for x in letters}
    common = tuple((x, k) for x, k in least.items() if k)
    inverse = tuple((x, -k) for x, k in common)
    primitive = {times(monomial, inverse): value for monomial, value in polynomial.terms.items()}
    scale = abs(primitive[min(primitive)]) if primitive else Fraction(1)
    return common, Polynomial({monomial: value / scale for monomial, value in primitive.items()})
