"""Exponentials as letters: exp, tanh and sigmoid of polynomials as quotients of polynomials in positive letters.

exp(q_1 m_1 + ... + q_k m_k), for monomials m_j and rational q_j, is the product of powers of the positive numbers
E_j = exp(u_j m_j), where u_j divides q_j. With E = exp(z) the sigmoid of z is E / (1 + E), and tanh(z) is
(E^2 - 1) / (E^2 + 1). What holds for all positive values of the letters E_j holds at those that they have. The
logarithm of a positive quotient is a letter for any real number, the same one for the same quotient, and so is the
exponential of a quotient that is no polynomial a letter for any positive number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from .known_equations import Known
from .polynomial import Monomial, Polynomial, Scalar, product, split
from .reading import Rejected, array, name, require
from .setting import Setting
from .transcendental import LARGEST_EXPONENT, exp_bounds

RANGE_BITS = 24
ALL = "all"

Unit = tuple[str, Fraction]
Side = tuple[Fraction | None, Fraction | None]
Argument = tuple[Polynomial, frozenset[tuple[Polynomial, int]]]


class UnknownSign(Rejected):
    """A quotient needs the sign of a polynomial that is not known."""

    def __init__(self, polynomial: Polynomial) -> None:
        super().__init__("division by, or a logarithm of, something whose sign is not known")
        self.polynomial = polynomial


@dataclass(frozen=True)
class Exponentials:
    """The letters for exponentials: by the monomial m the name of the letter for exp(u m), and u."""

    setting: Setting
    units: dict[Monomial, Unit]
    tangents: bool | str
    logarithms: dict[Argument, str] = field(default_factory=dict)
    composed: dict[str, Quotient] = field(default_factory=dict)

    def constant(self, value: Scalar) -> Quotient:
        """A polynomial in letters as a quotient."""
        return Quotient(self, self.setting.normal(value), {})

    def exponential(self, exponent: Polynomial) -> Polynomial:
        """exp of a polynomial, as a product of powers of the letters."""
        return product(self._power(m, q) for m, q in exponent.terms.items())

    def _power(self, monomial: Monomial, coefficient: Fraction) -> Polynomial:
        require(monomial in self.units, "an exponential without a letter")
        letter, unit = self.units[monomial]
        ratio = coefficient / unit
        require(ratio.denominator == 1, "an exponential that is no power of its letter")
        return Polynomial.letter(letter, ratio.numerator)

    def exponential_of(self, argument: Quotient) -> Polynomial:
        """exp of a quotient; of one that is no polynomial a power of a letter for an integer part of it."""
        if not argument.denominators or not argument.numerator:
            return self.exponential(argument.numerator)
        for letter, known in self.composed.items():
            ratio = multiple_of(known.numerator, argument.numerator)
            if known.denominators == argument.denominators and ratio is not None and ratio.denominator == 1:
                return Polynomial.letter(letter, ratio.numerator)
        letter = self._declared(f"exp_{len(self.composed) + 1}")
        self.setting.learn(Polynomial.letter(letter), strict=True)
        self.composed[letter] = argument
        return Polynomial.letter(letter)

    def logarithm(self, argument: Quotient) -> Polynomial:
        """The logarithm of something positive: log(E^k q) is k z for E = exp(z), and a letter for log(q)."""
        if self.sign(argument.numerator) < 0:
            raise Rejected("a logarithm of something negative")
        numerator, exponent = argument.numerator, Polynomial()
        for monomial, (letter, unit) in self.units.items():
            power = min(numerator.coefficients(letter), default=0)
            numerator = numerator * Polynomial.letter(letter, -power) if power else numerator
            exponent = exponent + Polynomial({monomial: unit * power})
        if numerator == 1 and not argument.denominators:
            return exponent
        return exponent + self._logarithm(Quotient(self, numerator, argument.denominators))

    def _logarithm(self, argument: Quotient) -> Polynomial:
        """A letter for a logarithm, with 1 - v / q <= log(q) - log(v) <= q / v - 1 if there are tangents.

        The logarithm is concave and has the tangent q - 1 at 1, so that log(q / v) <= q / v - 1 for all positive q and
        v; and log(q / v) = -log(v / q). v is 1; with all tangents also each product of exponentials in a sum q, and for
        a number q each of the exponentials that have letters.
        """
        key = argument.numerator, frozenset(argument.denominators.items())
        if key in self.logarithms:
            return Polynomial.letter(self.logarithms[key])
        self.logarithms[key] = self._declared(f"log_{len(self.logarithms) + 1}")
        letter = Polynomial.letter(self.logarithms[key])
        if self.tangents:
            numerator, denominator = argument.numerator, product(d**k for d, k in argument.denominators.items())
            for v, log_v in self._references(numerator):
                part = v * denominator
                self.setting.learn(self.cleared(numerator - part * (1 + letter - log_v)), strict=False)
                self.setting.learn(self.cleared(numerator * (letter - log_v - 1) + part), strict=False)
        return letter

    def _references(self, numerator: Polynomial) -> Iterator[tuple[Polynomial, Polynomial]]:
        """What a positive number is compared with by its logarithm, each with its own one, see `_logarithm`."""
        yield Polynomial.of(1), Polynomial()
        if self.tangents != ALL:
            return
        logarithms = {letter: Polynomial({monomial: unit}) for monomial, (letter, unit) in self.units.items()}
        if numerator.constant is not None:
            yield from ((Polynomial.letter(letter), z) for letter, z in logarithms.items())
        for monomial in sorted(numerator.terms if len(numerator.terms) > 1 else ()):
            if monomial and all(letter in logarithms for letter, _ in monomial):
                log = sum((logarithms[letter] * Fraction(k) for letter, k in monomial), Polynomial())
                yield Polynomial({monomial: Fraction(1)}), log

    def _declared(self, letter: str) -> str:
        """A new letter for a real number; rejected if the problem has one of this name, which it is not."""
        self.setting.declare_free(letter, "point")
        return letter

    def sign(self, polynomial: Polynomial) -> int:
        """1 for a polynomial that is known to be positive, -1 for one that is known to be negative.

        Raises UnknownSign for others.
        """
        if self.setting.is_positive(polynomial):
            return 1
        if self.setting.is_positive(-polynomial):
            return -1
        raise UnknownSign(polynomial)

    def cleared(self, polynomial: Polynomial) -> Polynomial:
        """A multiple by powers of positive letters, in which none of these has a negative power."""
        for letter in sorted(polynomial.letters):
            least = min(polynomial.coefficients(letter))
            if least < 0 and self.setting.letters[letter].positive:
                polynomial = polynomial * Polynomial.letter(letter, -least)
        return polynomial


@dataclass(frozen=True)
class Quotient:
    """A polynomial divided by powers of polynomials that are known to be positive."""

    field: Exponentials
    numerator: Polynomial
    denominators: dict[Polynomial, int]

    def __add__(self, other: Any) -> Quotient:
        if not isinstance(other, (Fraction, Quotient)):
            return NotImplemented
        other = self._lifted(other)
        common = {
            d: max(self.denominators.get(d, 0), other.denominators.get(d, 0))
            for d in {**self.denominators, **other.denominators}
        }
        return Quotient(self.field, self._over(common) + other._over(common), common)

    def _over(self, common: dict[Polynomial, int]) -> Polynomial:
        """The numerator over a common denominator."""
        return self.numerator * product(d ** (k - self.denominators.get(d, 0)) for d, k in common.items())

    def __mul__(self, other: Any) -> Quotient:
        if not isinstance(other, (Fraction, Quotient)):
            return NotImplemented
        other = self._lifted(other)
        powers = dict(self.denominators)
        for d, k in other.denominators.items():
            powers[d] = powers.get(d, 0) + k
        return Quotient(self.field, self.field.setting.normal(self.numerator * other.numerator), powers)

    __radd__ = __add__
    __rmul__ = __mul__

    def _lifted(self, other: Any) -> Quotient:
        return other if isinstance(other, Quotient) else self.field.constant(other)

    def power(self, exponent: int) -> Quotient:
        """An integer power."""
        base = self if exponent >= 0 else self._inverse()
        k = abs(exponent)
        numerator = self.field.setting.normal(base.numerator**k)
        return Quotient(self.field, numerator, {d: n * k for d, n in base.denominators.items() if k})

    def _inverse(self) -> Quotient:
        """1 / n for a numerator n that is a product of letters that are not zero and of something of a known sign."""
        setting, (common, _) = self.field.setting, split(self.numerator)
        monomial = Polynomial({common: Fraction(1)})
        require(setting.is_unequal(monomial), "division by what could be zero")
        inverse = product([monomial**-1, *(d**k for d, k in self.denominators.items())])
        rest = setting.normal(self.numerator * monomial**-1)
        if rest.constant:
            return Quotient(self.field, inverse * (1 / rest.constant), {})
        sign = Fraction(self.field.sign(rest))
        return Quotient(self.field, inverse * sign, {rest * sign: 1})

    def elementary(self, name: str) -> Quotient:
        """The exponential, the sigmoid, the hyperbolic tangent, or the logarithm."""
        if name == "log":
            return self.field.constant(self.field.logarithm(self))
        times = Fraction(2 if name == "tanh" else 1)
        e = self.field.constant(self.field.exponential_of(self * times))
        if name == "exp":
            return e
        return (e if name == "sigmoid" else e + Fraction(-1)) * (e + Fraction(1)).power(-1)


def multiple_of(base: Polynomial, polynomial: Polynomial) -> Fraction | None:
    """The number c with polynomial = c base, for a base that is not zero; None if there is none."""
    monomial, coefficient = next(iter(base.terms.items()))
    ratio = polynomial.terms.get(monomial, Fraction(0)) / coefficient
    return ratio if polynomial == base * ratio else None


def with_exponentials(
    known: Known, letters: Any, tangents: Any, sides: dict[str, Side]
) -> tuple[Known, dict[Monomial, Unit]]:
    """Letters for exponentials, from pairs of a name and the exponent u m, with what is known of them.

    They are positive, and within the bounds that the exponential has on the range of its exponent; `sides` are the
    ranges of letters. With tangents also exp(z) >= 1 + z for the exponent z, as exp is convex, and the same for -z,
    multiplied by exp(z): exp(z) (1 - z) <= 1.
    """
    require(type(tangents) is bool or tangents == ALL, f"whether tangents are used is true, false or {ALL}")
    units: dict[Monomial, Unit] = {}
    for pair in array(letters):
        letter, exponent = array(pair, 2)
        z = known.setting.normal(known.problem.scalar(exponent))
        require(len(z.terms) == 1, "a letter for an exponential of something that is no single term")
        ((monomial, unit),) = z.terms.items()
        require(monomial not in units, "two letters for exponentials of one monomial")
        units[monomial] = name(letter), unit
        e = Polynomial.letter(letter)
        known = known.declaring(letter).supposing(e, ">")
        if tangents:
            known = known.supposing(e - 1 - z, ">=").supposing(1 - e + e * z, ">=")
        lower, upper = exponent_range(monomial, unit, sides)
        if lower is not None and lower <= LARGEST_EXPONENT:
            known = known.supposing(e - exp_bounds(lower, RANGE_BITS)[0], ">=")
        if upper is not None and upper <= LARGEST_EXPONENT:
            known = known.supposing(exp_bounds(upper, RANGE_BITS)[1] - e, ">=")
    return known, units


def exponent_range(monomial: Monomial, unit: Fraction, sides: dict[str, Side]) -> Side:
    """The range of u m for a number and for a letter, without ends for other monomials."""
    if not monomial:
        return unit, unit
    ((letter, power), *others) = monomial
    lower, upper = (None, None) if others or power != 1 else sides.get(letter, (None, None))
    ends = tuple(None if end is None else unit * end for end in (lower, upper))
    return (ends[0], ends[1]) if unit > 0 else (ends[1], ends[0])
