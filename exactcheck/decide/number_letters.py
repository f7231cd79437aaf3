"""Letters for real roots of polynomials: those that a problem has, and new ones."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from flint import fmpz

from ..kernel.integer_polynomials import Integers, primitive
from ..kernel.intervals import Interval
from ..kernel.known_equations import Known, extended, is_multiple
from ..kernel.polynomial import Polynomial, product
from ..kernel.real_roots import isolated, narrowed
from ..kernel.root_counts import Coefficients
from ..kernel.setting import Letter
from .written_polynomials import written

WIDEST = 3
NARROW = 70


@dataclass
class NumberLetters:
    """The declarations of new letters, each for a square root of a number or for a real root.

    `same` has, for letters, what they turned out to be in terms of others.
    """

    taken: set[str]
    declarations: dict[str, dict[str, Any]] = field(default_factory=dict)
    squares: dict[str, Polynomial] = field(default_factory=dict)
    same: dict[str, list[Polynomial]] = field(default_factory=dict)

    def roots(self, known: Known, coefficients: Coefficients) -> tuple[Known, list[Polynomial]]:
        """The real roots of an irreducible polynomial in increasing order, with their letters declared."""
        if len(coefficients) == 2:
            return known, [Polynomial.of(-coefficients[0] / coefficients[1])]
        if len(coefficients) == 3:
            return self._quadratic(known, coefficients)
        found = []
        polynomial = primitive([c / coefficients[-1] for c in coefficients])
        for interval in (narrowed(polynomial, interval, WIDEST) for interval in isolated(polynomial)):
            name, sign = self._root(known, polynomial, interval)
            known = self.declared(known, name)
            found.append(Polynomial.letter(name) * sign)
        return known, found

    def _root(self, known: Known, polynomial: Integers, interval: Interval) -> tuple[str, int]:
        """A letter and a sign for the root in an isolating interval.

        The roots of an even polynomial are opposite numbers: one letter serves for both, a positive one if it is new.
        """
        opposite = -interval[1], -interval[0]
        even = not any(polynomial[1::2])
        for place, sign in ((interval, 1), (opposite, -1)) if even else ((interval, 1),):
            if name := owner(known, polynomial, place):
                return name, sign
        if even and interval[1] <= 0:
            return self._new_root(polynomial, opposite), -1
        return self._new_root(polynomial, interval), 1

    def declared(self, known: Known, name: str) -> Known:
        """The case with a number declared."""
        if name in known.setting.letters:
            return known
        problem = extended(known.problem)
        problem._declare(self.declarations[name])
        return sharpened(replace(known, problem=problem))

    def _quadratic(self, known: Known, coefficients: Coefficients) -> tuple[Known, list[Polynomial]]:
        c, b, a = coefficients
        discriminant = b * b - 4 * a * c
        if discriminant < 0:
            return known, []
        known, root = self.square_root(known, discriminant)
        middle, half = Polynomial.of(-b / (2 * a)), root * (1 / abs(2 * a))
        return known, [middle - half, middle + half]

    def square_root(self, known: Known, value: Fraction) -> tuple[Known, Polynomial]:
        """The square root of a number >= 0 in letters for square roots of prime numbers, which are declared."""
        if not value:
            return known, Polynomial()
        outside, primes = square_root(value)
        names = [root_of(known, prime) or self._new_square_root(prime) for prime in primes]
        for name in names:
            known = self.declared(known, name)
        return known, product(map(Polynomial.letter, names)) * outside

    def nested_root(self, known: Known, value: Polynomial) -> tuple[Known, Polynomial]:
        """The square root of a positive number in letters: a multiple of a letter that there is, or of a new one."""
        for name, letter in known.setting.letters.items():
            if letter.square is not None and is_multiple(value, letter.square):
                monomial = next(iter(value.terms))
                outside, primes = square_root(value.terms[monomial] / letter.square.terms[monomial])
                if not primes:
                    return known, Polynomial.letter(name) * outside
        outside, _ = square_root(abs(value.terms[min(value.terms)]))
        inside = value * (1 / outside**2)
        name = self._new("root", {"root": written(inside)})
        self.squares[name] = inside
        return self.declared(known, name), Polynomial.letter(name) * outside

    def _new_square_root(self, prime: int) -> str:
        name = self._new(f"sqrt{prime}", {"root": str(prime)})
        self.squares[name] = Polynomial.of(prime)
        return name

    def _new_root(self, polynomial: Integers, interval: Interval) -> str:
        definition = {"polynomial": [str(c) for c in polynomial], "interval": [str(end) for end in interval]}
        return self._new("theta", definition)

    def _new(self, wished: str, definition: dict[str, Any]) -> str:
        for name, known in self.declarations.items():
            if known == {"letter": name, **definition}:
                return name
        name = self.unused(wished)
        self.declarations[name] = {"letter": name, **definition}
        return name

    def unused(self, wished: str) -> str:
        """A name that no letter has."""
        name, number = wished, 1
        while name in self.taken:
            number += 1
            name = f"{wished}_{number}"
        self.taken.add(name)
        return name


def sharpened(known: Known) -> Known:
    """The same with narrow intervals around algebraic numbers, which a search need not narrow again and again."""
    problem = extended(known.problem)
    for letter in problem.setting.letters.values():
        if letter.polynomial is not None and letter.interval is not None:
            letter.interval = narrowed(letter.polynomial, letter.interval, NARROW)
    return replace(known, problem=problem)


def square_root(value: Fraction) -> tuple[Fraction, list[int]]:
    """(s, primes) with the root of a positive number = s times the product of the roots of different primes."""
    inside, outside, primes = value.numerator * value.denominator, 1, []
    for prime, exponent in fmpz(inside).factor():
        outside *= int(prime) ** (int(exponent) // 2)
        primes += [int(prime)] * (int(exponent) % 2)
    return Fraction(outside, value.denominator), primes


def root_of(known: Known, prime: int) -> str:
    """The letter for the square root of a number, if there is one."""
    letters = known.setting.letters.items()
    return next((name for name, letter in letters if letter.square is not None and letter.square == prime), "")


def owner(known: Known, polynomial: Integers, interval: Interval) -> str:
    """The letter for the root in an isolating interval, if there is one."""
    names = (name for name, letter in known.setting.letters.items() if is_root(letter, polynomial, interval))
    return next(names, "")


def is_root(letter: Letter, polynomial: Integers, interval: Interval) -> bool:
    """True if a letter is the root of an irreducible polynomial in an isolating interval."""
    if letter.interval is None or letter.polynomial not in (polynomial, tuple(-c for c in polynomial)):
        return False
    bits, (lower, upper) = 0, letter.interval
    while (lower < interval[0] < upper) or (lower < interval[1] < upper):
        bits, (lower, upper) = bits + 8, narrowed(letter.polynomial, letter.interval, bits)
    return interval[0] <= lower and upper <= interval[1]
