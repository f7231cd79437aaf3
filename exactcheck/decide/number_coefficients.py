"""Positivity of polynomials whose coefficients are numbers in letters, such as 1 + 2^(1/2).

By completed squares; by the signs of the coefficients from a lower bound of each letter on; or by a polynomial with
rational coefficients below, for which another proof is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from ..kernel import Rejected
from ..kernel.polynomial import Monomial, Polynomial
from ..kernel.setting import Setting
from .simplest_rationals import simplest
from .solution_moves import is_polynomial
from .written_polynomials import written

BITS = 64
GAPS = [Fraction(1, 2**k) for k in (4, 20)]
ONE = [["1", "1"]]
Prove = Callable[[Polynomial], Any]
Coefficients = dict[Monomial, Polynomial]


def coefficients(setting: Setting, polynomial: Polynomial) -> Coefficients:
    """The numbers with which monomials in the other letters occur."""
    found: Coefficients = {}
    for monomial, value in polynomial.terms.items():
        numbers = tuple((x, k) for x, k in monomial if setting.is_constant(Polynomial.letter(x)))
        others = tuple((x, k) for x, k in monomial if not setting.is_constant(Polynomial.letter(x)))
        found[others] = found.get(others, Polynomial()) + Polynomial({numbers: value})
    return found


def by_number_coefficients(setting: Setting, polynomial: Polynomial, strict: bool, prove: Prove) -> Iterator[Any]:
    """Proofs in the kernel's notation, or None for each that fails; nothing for rational coefficients."""
    given = coefficients(setting, polynomial)
    if all(c.constant is not None for c in given.values()) or not is_polynomial(polynomial):
        return
    yield completed_squares(setting, polynomial, strict)
    yield from_lower_bounds(setting, polynomial, strict)
    for gap in GAPS:
        multiples, below = rational_below(setting, given, gap)
        proof = prove(below)
        yield None if proof is None else {"multiples": multiples, "rest": proof}


def completed_squares(setting: Setting, polynomial: Polynomial, strict: bool) -> Any:
    """A quadratic polynomial as squares and a number, or None; the squares of letters have rational coefficients."""
    squares, rest = [], polynomial
    while pivot := next(pivots(setting, rest), None):
        letter, weight, slope = pivot
        root = Polynomial.letter(letter) + slope * (1 / (2 * weight))
        squares.append([str(weight), written(root)])
        rest = setting.normal(rest - root**2 * weight)
    if not setting.is_constant(rest) or not is_at_least(setting, rest, strict):
        return None
    return {"multiples": [["1", "signs", squares]], "rest": "signs"}


def pivots(setting: Setting, polynomial: Polynomial) -> Iterator[tuple[str, Fraction, Polynomial]]:
    """The letters x in which a polynomial is c x^2 + b x + a with a positive rational number c, with c and b."""
    for letter in sorted(polynomial.letters):
        powers = polynomial.coefficients(letter)
        weight = powers.get(2, Polynomial()).constant
        if not setting.is_constant(Polynomial.letter(letter)) and set(powers) <= {0, 1, 2} and weight and weight > 0:
            yield letter, weight, powers.get(1, Polynomial())


def from_lower_bounds(setting: Setting, polynomial: Polynomial, strict: bool) -> Any:
    """The polynomial as nonnegative numbers times products of letters less their lower bounds, or None."""
    letters = sorted(x for x in polynomial.letters if not setting.is_constant(Polynomial.letter(x)))
    bounds = {x: lower_bound(setting, x) for x in letters}
    moved = {x: Polynomial.letter(x) + bound for x, bound in bounds.items() if bound is not None}
    if len(moved) < len(letters):
        return None
    shifted = coefficients(setting, setting.normal(polynomial.substitute(moved)))
    constant = shifted.pop((), Polynomial())
    if not is_at_least(setting, constant, strict) or not all(is_at_least(setting, c) for c in shifted.values()):
        return None
    distances = {x: written(Polynomial.letter(x) - (bounds[x] or Polynomial())) for x in letters}
    multiples = []
    for monomial, c in shifted.items():
        factors = [[written(c), 1, "signs"], *([distances[x], k, "signs" if k % 2 else None] for x, k in monomial)]
        expression = ["*", written(c), *(["^", distances[x], k] for x, k in monomial)]
        multiples.append([expression, {"factors": factors}, ONE])
    return {"multiples": multiples, "rest": "signs"}


def lower_bound(setting: Setting, letter: str) -> Polynomial | None:
    """The largest number c for which x >= c is a known fact about the letter x, or None."""
    found = [Polynomial()] if setting.letters[letter].nonnegative else []
    for fact in setting.facts:
        powers = fact.polynomial.coefficients(letter)
        slope, offset = powers.get(1, Polynomial()).constant, powers.get(0, Polynomial())
        if set(powers) <= {0, 1} and slope and slope > 0 and setting.is_constant(offset):
            found.append(offset * (-1 / slope))
    largest = found[:1]
    for bound in found[1:]:
        largest = [bound] if is_at_least(setting, bound - largest[0], strict=True) else largest
    return largest[0] if largest else None


def is_at_least(setting: Setting, number: Polynomial, strict: bool = False) -> bool:
    """True for a number that is seen to be >= 0 (> 0 if strict)."""
    try:
        return setting.sign(number) >= strict
    except Rejected:
        return False


def rational_below(setting: Setting, given: Coefficients, gap: Fraction) -> tuple[list[Any], Polynomial]:
    """Nonnegative products, and a polynomial with rational coefficients which they exceed by the given one."""
    multiples, below = [], Polynomial()
    for monomial, c in given.items():
        power = Polynomial({monomial: Fraction(1)})
        least, difference = lowered(setting, c, gap)
        below = below + power * least
        if not difference:
            continue
        if setting.is_nonnegative(power):
            multiples.append([written(difference * power), "signs", ONE])
            continue
        # d u v = d / 2 (u + v)^2 - d / 2 (u^2 + v^2) with 0 <= d <= most
        u, v = halves(monomial)
        most = simplest(setting.enclosure(difference, BITS)[1], 2 * gap)
        multiples.append([written(difference), "signs", [["1/2", written(u + v)]]])
        multiples.append([written(most - difference), "signs", [["1/2", written(u)], ["1/2", written(v)]]])
        below = below - (u**2 + v**2) * (most / 2)
    return multiples, below


def lowered(setting: Setting, number: Polynomial, gap: Fraction) -> tuple[Fraction, Polynomial]:
    """A rational number at most by the gap below a number, and their difference."""
    if number.constant is not None:
        return number.constant, Polynomial()
    lower, _ = setting.enclosure(number, BITS)
    found = simplest(lower - gap, lower)
    return found, number - found


def halves(monomial: Monomial) -> tuple[Polynomial, Polynomial]:
    """Two factors of a monomial whose degrees are as equal as they can be."""
    parts: tuple[dict[str, int], dict[str, int]] = {}, {}
    odd = 0
    for x, k in monomial:
        for side in (0, 1):
            parts[side][x] = k // 2 + (k % 2 if odd % 2 == side else 0)
        odd += k % 2
    u, v = (Polynomial({tuple((x, k) for x, k in part.items() if k): Fraction(1)}) for part in parts)
    return u, v
