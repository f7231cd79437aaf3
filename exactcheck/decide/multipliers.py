"""Polynomials that are nonnegative because a multiple of them is: by sums of variables (Polya) and of their squares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

from ..kernel.polynomial import Polynomial, total
from ..kernel.setting import Setting
from .sample_points import Number, value
from .weighted_squares import ONE, Weight, combination_proof, free_squares
from .written_polynomials import written

MOST_POWERS = 12
MOST_TERMS = 400
WORK = 150_000


def is_form(polynomial: Polynomial) -> bool:
    """True if all terms have the same degree."""
    return len({sum(k for _, k in monomial) for monomial in polynomial.terms}) == 1


def powers(polynomial: Polynomial, letters: Iterable[str], power: int) -> Polynomial:
    """The sum of the letters to this power; for a polynomial that is no form, with 1 added."""
    found = total(Polynomial.letter(x, power) for x in sorted(letters))
    return found if is_form(polynomial) else found + 1


def by_polya(setting: Setting, polynomial: Polynomial, strict: bool) -> Any:
    """A proof by a power of the sum of nonnegative letters that leaves no negative coefficient, or None.

    By a theorem of Polya there is one for a form that is positive where the letters are nonnegative and not all zero.
    """
    letters = sorted(polynomial.letters)
    base = powers(polynomial, letters, 1)
    multiplier = base
    for _ in range(MOST_POWERS):
        multiple = multiplier * polynomial
        if len(multiple.terms) > MOST_TERMS:
            return None
        if setting.is_positive(multiple) if strict else setting.is_nonnegative(multiple):
            proof = {"multiplier": written(multiplier), "sign": "signs", "product": "signs"}
            return proof if strict or setting.is_positive(multiplier) else {**proof, "orthant": letters}
        multiplier = multiplier * base
    return None


def by_even_squares(setting: Setting, polynomial: Polynomial, strict: bool) -> Iterator[Any]:
    """Proofs by squares weighted by products of different nonnegative letters, or None for each that fails.

    These are the squares whose sum is the polynomial, or a multiple of it, with squares in the place of letters.
    """
    letters = sorted(polynomial.letters)
    for multiplier in (Polynomial.of(1), powers(polynomial, letters, 1)):
        found = free_squares(squared_letters(multiplier * polynomial), (), WORK)
        weighted = [] if found is None else [halved(setting, root, coefficient) for _, coefficient, root in found]
        proof = combination_proof(weighted, strict) if weighted else None
        if proof is None or multiplier.constant:
            yield proof
        elif strict or setting.is_positive(multiplier):
            yield {"multiplier": written(multiplier), "sign": "signs", "product": proof}
        else:
            yield {"multiplier": written(multiplier), "orthant": letters, "sign": "signs", "product": proof}


def squared_letters(polynomial: Polynomial) -> Polynomial:
    """The polynomial at the squares of its letters."""
    return Polynomial({tuple((x, 2 * k) for x, k in m): c for m, c in polynomial.terms.items()})


def halved(setting: Setting, root: Polynomial, coefficient: Polynomial) -> tuple[Weight, Polynomial, Polynomial]:
    """A square q(y)^2 as x^s r(x)^2 for x = y^2: all monomials of q have the parity s."""
    odd = tuple((x, 1) for x, k in next(iter(root.terms)) if k % 2)
    halves = {tuple((x, k // 2) for x, k in m if k > 1): c for m, c in root.terms.items()}
    weight = Polynomial({odd: Fraction(1)})
    sign = Weight(weight, "signs", setting.is_positive(weight)) if odd else ONE
    return sign, coefficient, Polynomial(halves)


def by_squares(polynomial: Polynomial, strict: bool, points: Sequence[dict[str, Number]]) -> Any:
    """A proof by a sum of squares of letters with which the multiple is a sum of squares, or None."""
    for multiplier in sums_of_letter_squares(polynomial):
        multiple = multiplier * polynomial
        zeros = [point for point in points if not value(multiple, point)]
        found = free_squares(multiple, zeros, WORK)
        proof = None if found is None else combination_proof(found, strict)
        if proof is not None:
            found_proof = {"multiplier": written(multiplier), "sign": "signs", "product": proof}
            return found_proof if strict else {**found_proof, "orthant": []}
    return None


def sums_of_letter_squares(polynomial: Polynomial) -> Iterator[Polynomial]:
    """The multipliers to try: the sum of the squares of all letters, then of few, then its square."""
    letters = sorted(polynomial.letters)
    full = powers(polynomial, letters, 2)
    yield full
    for chosen in (c for size in (2, 1) if size < len(letters) <= 4 for c in combinations(letters, size)):
        if size_matters(polynomial, chosen):
            yield powers(polynomial, chosen, 2)
    yield full * full


def size_matters(polynomial: Polynomial, chosen: Sequence[str]) -> bool:
    """False for a form with a single letter: its square divides out again."""
    return len(chosen) > 1 or not is_form(polynomial)
