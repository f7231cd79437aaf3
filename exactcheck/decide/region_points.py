"""Points of a region that is given by inequalities: corners where they are linear, what lies between, simple points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, islice, product

from flint import fmpq, fmpq_mat

from ..kernel.polynomial import Monomial
from ..kernel.subgradient_steps import Part, Steps, known

Point = list[Fraction]
Plane = tuple[list[fmpq], fmpq]

MOST_CORNERS = 400
MOST_PAIRED = 12
SIMPLE = [Fraction(k, 4) for k in (0, 4, -4, 2, -2, 1, -1, 8, -8, 3, -3, 6, -6)]
MOST_SIMPLE = 300


def region_points(steps: Steps, ends: list[Fraction]) -> list[Point]:
    """Points of the region, corners first. Where letters occur they must have values.

    Coordinates that are equal to one of the ends count as borders too.
    """
    found = list(between(list(corners(steps, ends))))
    several = next(k for k in range(len(SIMPLE), 0, -1) if k == 1 or k**steps.size <= MOST_SIMPLE)
    found += [list(point) for point in product(SIMPLE[:several], repeat=steps.size)]
    return [list(point) for point in dict.fromkeys(map(tuple, found)) if lies_inside(steps, list(point))]


def lies_inside(steps: Steps, point: Point) -> bool:
    """True if the point is known to lie in the region."""
    setting = steps.problem.setting
    return all(known(setting, value, strict) for value, strict in steps.inside(steps.problem, list(point)))


def between(points: list[Point]) -> Iterator[Point]:
    """The points, the middle of each pair of the first ones, the middle of all, and points on the way there."""
    yield from points
    for left, right in combinations(points[:MOST_PAIRED], 2):
        yield [(a + b) / 2 for a, b in zip(left, right, strict=True)]
    if points:
        middle = [sum(values, Fraction(0)) / len(points) for values in zip(*points, strict=True)]
        yield middle
        yield from ([(a + 7 * b) / 8 for a, b in zip(middle, point, strict=True)] for point in points)


def corners(steps: Steps, ends: list[Fraction]) -> Iterator[Point]:
    """The points of the region in which as many borders meet as there are coordinates."""
    size = steps.size
    borders = [plane for plane in planes(steps) if any(plane[0])]
    for k, end in product(range(size), ends):
        borders.append(([fmpq(i == k) for i in range(size)], fmpq(end.numerator, end.denominator)))
    for chosen in islice(combinations(borders, size), MOST_CORNERS):
        rows = fmpq_mat(size, size, [x for row, _ in chosen for x in row])
        if rows.det():
            point = rows.solve(fmpq_mat(size, 1, [offset for _, offset in chosen]))
            found = [Fraction(int(x.p), int(x.q)) for x in point.entries()]
            if lies_inside(steps, found):
                yield found


def planes(steps: Steps) -> Iterator[Plane]:
    """The borders <row, x> = offset of the inequalities that are linear with rational coefficients."""
    part = Part(steps, [])
    names = [name for x in part.point for name in x.letters]
    for value, _ in steps.inside(part.problem, part.point):
        terms = part.setting.normal(value).terms
        places: dict[Monomial, int] = {(): 0, **{((name, 1),): k for k, name in enumerate(names, 1)}}
        if set(terms) <= set(places):
            row = [fmpq(0)] * (steps.size + 1)
            for monomial, coefficient in terms.items():
                row[places[monomial]] = fmpq(coefficient.numerator, coefficient.denominator)
            yield row[1:], -row[0]
