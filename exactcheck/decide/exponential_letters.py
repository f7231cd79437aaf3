"""Letters for the exponentials of a comparison on a box, and the sign of the polynomial that is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from time import monotonic
from typing import Any

from ..kernel import Rejected
from ..kernel.elementary import values_of
from ..kernel.enclosures import OnBox, in_letters, numerator_of
from ..kernel.exponentials import ALL, Exponentials, UnknownSign
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from ..kernel.setting import Setting
from .deadlines import OutOfTime, ending
from .nonnegative_polynomials import by_squares_and_factors
from .number_letters import NumberLetters
from .positivity import as_sum, by_signs, positivity
from .written_polynomials import written

MOST_SIGNS, FEW_FACTS = 6, 3
FEW_SECONDS, MOST_SECONDS = 0.5, 2.0
ZERO = Polynomial()
Letters = list[Any]


def by_letters(comparison: OnBox, thorough: bool = False) -> Any:
    """A proof with letters for exponentials, or None. Tangents of exponentials are supposed only if they are needed.

    If it is to be thorough, longer sums of products of tangents are searched for, and no others.

    Raises Rejected if there are no such letters.
    """
    problem = comparison.problem
    taken = NumberLetters({*problem.setting.letters, *problem.values, *problem.definitions})
    names = [taken.unused(x) for x in comparison.function.variables]
    letters = exponentials(comparison, names, taken)
    for tangents in (False, True, ALL):
        signs, proof, logarithms = signed(comparison, names, letters, tangents, thorough)
        if proof is not None:
            return {"point": names, "letters": letters, "tangents": tangents, "signs": signs, "positive": proof}
        if not logarithms and tangents:
            break
    return None


def signed(
    comparison: OnBox, names: list[str], letters: Letters, tangents: bool | str, thorough: bool
) -> tuple[list[Any], Any, bool]:
    """Signs of what is divided by and of arguments of logarithms, why the numerator has its sign, or None; and whether
    there are logarithms.
    """
    signs: list[Any] = []
    for _ in range(MOST_SIGNS):
        known, field = in_letters(comparison, names, letters, tangents, signs)
        try:
            numerator = numerator_of(comparison, known, field)
        except UnknownSign as unknown:
            signs.append(shown_sign(known, unknown.polynomial))
            continue
        if comparison.relation == "=":
            return signs, "expansion" if known.setting.is_zero(numerator) else None, False
        return signs, positive(field, numerator, comparison.relation == ">", thorough), bool(field.logarithms)
    raise Rejected("the signs of too many polynomials are needed")


def positive(field: Exponentials, polynomial: Polynomial, strict: bool, thorough: bool) -> Any:
    """Why a polynomial is >= 0 (> 0 if strict), or None.

    With tangents there are too many facts to search for more than sums of products of these, also for multiples by
    arguments of logarithms; and for what is left where a tangent takes the place of its exponential.
    """
    setting = field.setting
    if not field.tangents:
        return None if thorough else positivity(setting, polynomial, strict)
    rounds = 2 if thorough else 1
    if (found := sum_of_facts(setting, polynomial, strict, rounds)) is not None:
        return found
    for multiplier, _ in field.logarithms:
        product = sum_of_facts(setting, multiplier * polynomial, strict, rounds)
        if product is not None and setting.is_positive(multiplier):
            return {"multiplier": written(multiplier), "sign": "signs", "product": product}
    return None if thorough else below_tangents(setting, polynomial, strict)


def below_tangents(setting: Setting, polynomial: Polynomial, strict: bool) -> Any:
    """A polynomial as a positive multiple of a fact and a rest without a letter that is linear in both, or None."""
    try:
        with ending(monotonic() + FEW_SECONDS):
            for fact, weight in tangents_below(setting, polynomial):
                rest = setting.normal(polynomial - fact * weight)
                proof = by_squares_and_factors(setting, rest, strict)
                if proof is not None:
                    return {"multiples": [[written(fact), "signs", [[str(weight), "1"]]]], "rest": proof}
    except OutOfTime:
        pass
    return None


def tangents_below(setting: Setting, polynomial: Polynomial) -> Iterator[tuple[Polynomial, Fraction]]:
    """Facts, and the positive number of times that they contain a letter linearly as the polynomial does."""
    for fact in (each.polynomial for each in setting.facts):
        for letter in sorted(fact.letters & polynomial.letters):
            slopes = [p.coefficients(letter) for p in (polynomial, fact)]
            if all(set(slope) <= {0, 1} for slope in slopes):
                c, unit = (slope[1].constant for slope in slopes)
                if c and unit and c / unit > 0:
                    yield fact, c / unit


def sum_of_facts(setting: Setting, polynomial: Polynomial, strict: bool, rounds: int) -> Any:
    """A polynomial as a sum of products of known facts, or None."""
    if by_signs(setting, polynomial, strict):
        return "signs"
    try:
        with ending(monotonic() + MOST_SECONDS):
            most = 2 if len(setting.facts) <= FEW_FACTS else 1
            return as_sum(setting, setting.normal(polynomial), strict, most, (rounds,))
    except OutOfTime:
        return None


def shown_sign(known: Known, polynomial: Polynomial) -> list[Any]:
    """The polynomial, or what is opposite to it, with a proof that it is positive.

    Raises Rejected if there is none.
    """
    for candidate in (polynomial, -polynomial):
        proof = positivity(known.setting, candidate, True)
        if proof is not None:
            return [written(candidate), proof]
    raise Rejected("it divides by, or takes the logarithm of, something whose sign is not known")


@dataclass(frozen=True)
class Units(Exponentials):
    """The largest exponents of which those of all exponentials are multiples, as they are met; one letter for all."""

    letter: Polynomial = ZERO

    def exponential(self, exponent: Polynomial) -> Polynomial:
        """A letter, after a look at the exponent."""
        for monomial, coefficient in exponent.terms.items():
            _, unit = self.units.get(monomial, ("", Fraction(0)))
            self.units[monomial] = "", common_divisor(unit, coefficient)
        return self.letter

    def sign(self, polynomial: Polynomial) -> int:
        """Signs do not matter for the exponents."""
        return 1


def exponentials(comparison: OnBox, names: list[str], taken: NumberLetters) -> Letters:
    """Letters for exponentials with their exponents, in the kernel's notation."""
    known, _ = in_letters(comparison, names, [], False, [])
    name = taken.unused("E")
    known = known.declaring(name).supposing(Polynomial.letter(name), ">")
    field = Units(known.setting, {}, False, letter=Polynomial.letter(name))
    comparison.evaluated(values_of(known.problem, field.constant), [field.constant(x) for x in known.point])
    found = [written(Polynomial({monomial: unit})) for monomial, (_, unit) in field.units.items()]
    return [[name if k == 0 else taken.unused("E"), exponent] for k, exponent in enumerate(found)]


def common_divisor(left: Fraction, right: Fraction) -> Fraction:
    """The largest number of which both are multiples; one of them may be zero."""
    numerator = gcd(left.numerator * right.denominator, right.numerator * left.denominator)
    return Fraction(numerator, left.denominator * right.denominator)
