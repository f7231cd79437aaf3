"""The number of connected components, against intervals by sympy, lines by slopes, and circles by distances."""

from fractions import Fraction
from itertools import combinations

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy.abc import x, y

from exactcheck import letter, sqrt
from exactcheck.landscape import critical_points, family, number_of_connected_components, real_solutions
from tests.decide.rechecking import verdict

RELATIONS = {
    ">": lambda p: p > 0,
    ">=": lambda p: p >= 0,
    "<": lambda p: p < 0,
    "=": lambda p: p == 0,
}


def counted(points, number):
    """True if the number is proved and the next one and the one before are refuted."""
    found = number_of_connected_components(points)
    others = [found == number + 1, found >= number + 1, *([found <= number - 1] if number else [])]
    return verdict(found == number) == "proved" and {verdict(other) for other in others} == {"refuted"}


def value(coefficients, t):
    """The value of a polynomial, lowest coefficient first."""
    return sum(c * t**k for k, c in enumerate(coefficients))


@settings(max_examples=12)
@given(st.lists(st.integers(-3, 3), min_size=2, max_size=4).filter(lambda c: any(c[1:])), st.sampled_from([*RELATIONS]))
def test_a_condition_on_one_letter(coefficients, relation):
    t = sympy.Symbol("t", real=True)
    solved = sympy.solveset(sympy.Rel(value(coefficients, t), 0, {"=": "=="}.get(relation, relation)), t, sympy.S.Reals)
    parts = solved.args if isinstance(solved, sympy.Union) else [solved]
    number = sum(len(part) if isinstance(part, sympy.FiniteSet) else part is not sympy.S.EmptySet for part in parts)
    line = family(lambda t: (t, t**2), where=lambda t: RELATIONS[relation](value(coefficients, t)))
    assert counted(line, number)


LINES = st.tuples(st.integers(-2, 2), st.integers(-2, 2), st.integers(-3, 3)).filter(lambda line: line[:2] != (0, 0))


@settings(max_examples=12)
@given(st.lists(LINES, min_size=1, max_size=3))
def test_lines_meet_unless_they_are_parallel(lines):
    product = sympy.expand(sympy.prod([a * x + b * y - c for a, b, c in lines]))
    crossing = any(a * e != b * d for (a, b, _), (d, e, _) in combinations(lines, 2))
    apart = {(1, Fraction(b, a), Fraction(c, a)) if a else (0, 1, Fraction(c, b)) for a, b, c in lines}
    assert counted(real_solutions(product, [x, y]), 1 if crossing else len(apart))


@settings(max_examples=12)
@given(st.integers(-3, 3), st.integers(1, 3), st.integers(1, 3))
def test_two_circles(distance, first, second):
    def circle(center, radius):
        return family(lambda s, t: (s, t), where=lambda s, t: (s - center) ** 2 + t**2 == radius**2)

    meet = abs(first - second) <= abs(distance) <= first + second
    found = number_of_connected_components([circle(0, first), circle(distance, second)])
    # circles that meet in points with long coordinates may stay undecided; nothing false is ever proved
    assert verdict(found == (2 if meet else 1)) != "proved"
    if distance == 0 or not meet:
        assert verdict(found == (1 if meet else 2)) == "proved"


def conic_components(a, b, c, d, e, f):
    """How many components a x^2 + b x y + c y^2 + d x + e y + f = 0 has, by its invariants; it is not 0 = 0."""
    square = b * b - 4 * a * c
    determinant = sympy.Matrix([[2 * a, b, d], [b, 2 * c, e], [d, e, 2 * f]]).det()
    if square < 0:
        return 1 if determinant == 0 else int(bool((a + c) * determinant < 0))
    if square > 0:
        return 1 if determinant == 0 else 2
    if (a, b, c) == (0, 0, 0):
        return int((d, e) != (0, 0))
    if determinant != 0:
        return 1
    level = d * d - 4 * a * f if a else e * e - 4 * c * f
    return int(level >= 0) + int(level > 0)


@settings(max_examples=15)
@given(st.lists(st.integers(-2, 2), min_size=6, max_size=6).filter(any))
def test_conics(coefficients):
    monomials = (x**2, x * y, y**2, x, y, sympy.S.One)
    equation = sum(c * m for c, m in zip(coefficients, monomials, strict=True))
    assert counted(real_solutions(equation, [x, y]), conic_components(*coefficients))


HALF = family(lambda t: (t, 0), where=lambda t: t > 0)
UP = family(lambda t: (0, t), where=lambda t: t > 0)
ROUND = family(lambda s, t: (s, t), where=lambda s, t: s**2 + t**2 == 2)
ELLIPSE = family(lambda s, t: (s, t), where=lambda s, t: s**2 + s * t + t**2 == 7)
ROOT = sqrt(2)
KNOWN = [
    ([], 0),
    ([(0, 0), (0, 1), (0, 0)], 2),
    ([HALF, UP], 2),
    ([HALF, UP, (0, 0)], 1),
    ([HALF, (-1, 0)], 2),
    ([family(lambda t: (t, 1 / t), nonzero=lambda t: t), family(lambda t: (t, 0))], 3),
    ([ROUND, family(lambda t: (t, t))], 1),
    ([ROUND, family(lambda t: (t, 2))], 2),
    ([ROUND, (0, 0), (ROOT, 0)], 2),
    (ELLIPSE, 1),
    (family(lambda s, t: (s, t), where=lambda s, t: [s**2 + t**2 == 1, s > 0]), 1),
    (family(lambda s, t: (s, t), where=lambda s, t: s**2 + t**2 > 1), 1),
    (family(lambda s, t: (s, t), where=lambda s, t: s * t > 0), 2),
    (family(lambda s, t: (s, t), nonzero=lambda s, t: s * t), 4),
    (family(lambda s, t: (s**2, t), where=lambda s, t: [s**2 >= 1, t > 0]), 1),
    ([(0,), (ROOT,), (-ROOT,)], 3),
    (family(lambda t: (t, t), where=lambda t: [t > ROOT, t < 2]), 1),
    (family(lambda t: t, where=lambda t: [t > 2, t < 1]), 0),
    (family(lambda t: t, nonzero=lambda t: t**3 - 3 * t + 1), 4),
    (critical_points((x**2 - 1) ** 2 * (y**2 - 1) ** 2), 2),
]


@pytest.mark.parametrize(("points", "number"), KNOWN)
def test_sets_whose_components_are_known(points, number):
    assert counted(points, number)


def test_what_is_not_taken_apart_stays_open():
    curve = family(lambda s, t: (s, t), where=lambda s, t: s**4 + s * t + t**4 == 1)
    assert verdict(number_of_connected_components(curve) == 1) == "undecided"
    assert verdict(number_of_connected_components(critical_points((x * y - 1) ** 2, most_cases=1)) == 3) == "undecided"


def test_letters_of_the_problem():
    a = letter("a")
    points = number_of_connected_components([(a,), (0,)])
    assert verdict(points == 2, assuming=(a > 1,)) == "proved"
    assert verdict(points == 1, assuming=(a > 1,)) == "refuted"
    assert verdict(points == 2, assuming=(a >= 0,)) != "proved"
