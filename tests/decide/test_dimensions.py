"""Dimensions, of sets for which they are known, and of random linear ones by their rank."""

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy.abc import x, y, z

from exactcheck import sqrt
from exactcheck.landscape import critical_points, dimension, family, real_solutions
from tests.decide.rechecking import verdict


def has_dimension(points, number):
    """True if the number is proved, and others are refuted."""
    found = dimension(points)
    others = [found == number + 1, found >= number + 1, *([found <= number - 1] if number >= 0 else [])]
    return verdict(found == number) == "proved" and {verdict(other) for other in others} == {"refuted"}


def where(*equations):
    """The points of space with conditions."""
    return family(lambda s, t, u: (s, t, u), where=lambda s, t, u: [each(s, t, u) for each in equations])


KNOWN = [
    ([], -1),
    ((0, 1), 0),
    ([(0, 1), family(lambda t: (t, sqrt(2)))], 1),
    (where(lambda s, t, u: s**2 + t**2 + u**2 == 1), 2),
    (where(lambda s, t, u: s**2 + t**2 + u**2 == 0), 0),
    (where(lambda s, t, u: s**2 + t**2 + u**2 == -1), -1),
    (where(lambda s, t, u: s * t == 0, lambda s, t, u: s * u == 0), 2),
    (family(lambda s, t: (s, t), where=lambda s, t: s**2 == t**3), 1),
    (where(lambda s, t, u: s > 0, lambda s, t, u: s + t + u < 1), 3),
    (family(lambda t: (t, 1 / t), nonzero=lambda t: t), 1),
    (real_solutions([x * y, y * z], [x, y, z]), 2),
    (critical_points((x**2 + y**2 - 1) ** 2), 1),
]


@pytest.mark.parametrize(("points", "number"), KNOWN)
def test_sets_whose_dimension_is_known(points, number):
    assert has_dimension(points, number)


ROWS = st.lists(st.tuples(*[st.integers(-2, 2)] * 3), min_size=1, max_size=3)


@settings(max_examples=10)
@given(ROWS)
def test_linear_equations(rows):
    planes = [lambda s, t, u, row=row: row[0] * s + row[1] * t + row[2] * u == 0 for row in rows]
    assert has_dimension(where(*planes), 3 - sympy.Matrix(rows).rank())


@settings(max_examples=10)
@given(ROWS)
def test_images_of_linear_maps_are_as_large_as_their_rank_at_least(rows):
    image = family(lambda s, t, u: [a * s + b * t + c * u for a, b, c in rows])
    rank = sympy.Matrix(rows).rank()
    assert verdict(dimension(image) >= rank) == "proved"
    assert verdict(dimension(image) <= rank - 1) == "refuted"
    assert verdict(dimension(image) >= rank + 1) != "proved"
