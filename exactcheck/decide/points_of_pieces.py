"""Points of connected pieces: values of the letters, simple ones first, at which the conditions hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, product
from math import floor

from ..kernel import Rejected
from ..kernel.known_equations import Known
from ..kernel.polynomial import Polynomial
from .connected_pieces import Piece
from .number_fields import real_roots
from .number_letters import NumberLetters
from .piece_conditions import Conditions
from .simplest_rationals import simplest

Values = dict[str, Polynomial]
SIMPLE = [Fraction(p, q) for p, q in ((0, 1), (1, 1), (-1, 1), (2, 1), (-2, 1), (1, 2), (-1, 2), (3, 1), (-3, 1))]
MOST, FEW = 200, 4
BITS = 48


def points_of(known: Known, numbers: NumberLetters, piece: Piece) -> Iterator[tuple[Known, Values]]:
    """Some points of a piece, each with the case in which the numbers in it are declared."""
    choices = []
    for block in piece.blocks:
        own = [condition for condition in piece.family.where if condition[0].letters & set(block)]
        found = list(islice(block_points(known, numbers, block, own), FEW))
        known = max([known, *(case for case, _ in found)], key=lambda case: len(case.setting.letters))
        choices.append([values for _, values in found])
    for parts in product(*choices):
        values = {x: value for part in parts for x, value in part.items()}
        if all(holds(known, *condition, values) for condition in piece.family.where):
            yield known, values


def block_points(
    known: Known, numbers: NumberLetters, letters: Sequence[str], where: Conditions
) -> Iterator[tuple[Known, Values]]:
    """Values of the letters of a block that satisfy its conditions."""
    if len(letters) == 1 and all(relation != "=" for _, relation in where):
        yield from ((known, {letters[0]: Polynomial.of(x)}) for x in between(known, letters[0], where))
    *others, last = letters
    equation = next((value for value, relation in where if relation == "="), None)
    for chosen in islice(product(SIMPLE, repeat=len(others if equation is not None else letters)), MOST):
        values = {x: Polynomial.of(v) for x, v in zip(letters, chosen, strict=False)}
        if equation is None:
            candidates = [(known, values)]
        else:
            candidates = [
                (case, {**values, last: root}) for case, root in roots(known, numbers, equation, values, last)
            ]
        for case, found in candidates:
            if all(holds(case, *condition, found) for condition in where):
                yield case, found


def roots(
    known: Known, numbers: NumberLetters, equation: Polynomial, values: Values, letter: str
) -> list[tuple[Known, Polynomial]]:
    """The values of the last letter."""
    parts = equation.substitute(values).coefficients(letter)
    dense = [known.setting.normal(parts.get(k, Polynomial())) for k in range(max(parts, default=0) + 1)]
    found = real_roots(numbers, known, dense) if all(map(known.setting.is_constant, dense)) else None
    return [] if found is None else [(found[0], root) for root in found[1]]


def between(known: Known, letter: str, where: Conditions) -> list[Fraction]:
    """Rational numbers between the bounds of a letter, if these are numbers."""
    lower, upper = list[Fraction](), list[Fraction]()
    for value, _ in where:
        parts = value.coefficients(letter)
        slope, offset = parts.get(1, Polynomial()).constant, parts.get(0, Polynomial())
        if not slope or not set(parts) <= {0, 1} or not known.setting.is_constant(offset):
            return []
        ends = known.setting.enclosure(offset * (-1 / slope), BITS)
        (lower if slope > 0 else upper).append(ends[1] if slope > 0 else ends[0])
    if lower and upper:
        a, b = max(lower), min(upper)
        return [simplest(a + (b - a) / 4, b - (b - a) / 4)] if a < b else []
    if lower:
        return [x for x in (Fraction(1), Fraction(2), *beyond(max(lower), 1)) if x > max(lower)]
    if upper:
        return [x for x in (Fraction(-1), Fraction(-2), *beyond(min(upper), -1)) if x < min(upper)]
    return SIMPLE[:4]


def beyond(end: Fraction, side: int) -> list[Fraction]:
    """Integers above an end, or below it."""
    return [Fraction(floor(end) + side * step) for step in (1, 2)]


def holds(known: Known, value: Polynomial, relation: str, values: Values) -> bool:
    """True if a condition is known to hold at these values."""
    try:
        return known.satisfies(value.substitute(values), relation)
    except Rejected:
        return False
