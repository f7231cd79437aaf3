"""The inertia along families, constant or on parts of them, against the eigenvalues at many points."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy.abc import x, y

from exactcheck import verify_statements
from exactcheck.exact.expression import Function
from exactcheck.landscape import critical_points, family, hessian_inertia
from exactcheck.landscape.component_strata import strata_along
from tests.decide.rechecking import verdict


def inertia_at(f, point):
    """By Descartes' rule for the characteristic polynomial at a rational point."""
    form = sympy.hessian(f, (x, y)).subs(dict(zip((x, y), point, strict=True)))
    signs = [sympy.sign(root) for root in sympy.Poly(form.charpoly().as_expr()).real_roots()]
    return tuple(signs.count(wanted) for wanted in (1, -1, 0))


AXIS = family(lambda t: (0, t))


@pytest.mark.parametrize(
    ("f", "where", "counts"),
    [
        (x**2 * y + 3 * x * y, [], (1, 1, 0)),
        (x**2 * (y**2 - 2), [lambda t: t > -1, lambda t: t < 1], (0, 1, 1)),
        (x**2 * (y**2 - 2), [lambda t: t > 2], (1, 0, 1)),
        (x**2 * (y**2 + y + 1), [], (1, 0, 1)),
        (x**2 * (y**3 - y - 1) + 4 * x * y, [lambda t: t > 2], None),
    ],
)
def test_signs_between_bounds(f, where, counts):
    axis = family(lambda t: (0, t), where=lambda t: [each(t) for each in where])
    wrong = {(2, 0, 0), (1, 1, 0), (0, 2, 0), (1, 0, 1), (0, 1, 1), (0, 0, 2)} - {counts}
    if counts is not None:
        assert verdict(hessian_inertia(f, axis, *counts)) == "proved"
    assert all(verdict(hessian_inertia(f, axis, *each)) != "proved" for each in wrong - {(1, 1, 0)})


COEFFICIENTS = st.lists(st.integers(-2, 2), min_size=1, max_size=4)


@settings(max_examples=15)
@given(COEFFICIENTS, COEFFICIENTS)
def test_strata_have_the_inertia_of_each_of_their_points(first, second):
    # along x = 0 the Hessian is [[2 p(y), q'(y)], [q'(y), 0]]
    p, q = (sum(c * y**k for k, c in enumerate(each)) for each in (first, second))
    f = x**2 * p + x * q
    found = critical_points(f, [x, y]).functions[0]
    strata = strata_along(found, AXIS)
    assert strata
    for place in [Fraction(k, 2) for k in range(-7, 8)]:
        inside = [counts for part, counts in strata if holds(part, place)]
        assert inside == [inertia_at(f, (0, sympy.Rational(place.numerator, place.denominator)))]


def holds(part, place):
    """True if the point (0, place) is in the part, by the library's own comparisons."""
    if not part.variables:
        return verify_statements(part.point[1] == place).verdict == "proved"
    values = [(Function("function", part.variables, value)(place), relation) for value, relation in part.where]
    return all(verdict(compared(*condition)) == "proved" for condition in values)


def compared(value, relation):
    """The condition as a statement."""
    return value > 0 if relation == ">" else value < 0


def test_parts_are_points_and_intervals_in_order():
    found = critical_points(x**2 * (y**2 - 2), [x, y])
    ((_, strata),) = [(c, s) for c, s in zip(found.components, found.strata, strict=True) if s]
    assert [counts for _, counts in strata] == [(1, 0, 1), (0, 0, 2), (0, 1, 1), (0, 0, 2), (1, 0, 1)]
    assert [repr(part) for part, _ in strata][1::2] == ["(0, -sqrt2)", "(0, sqrt2)"]
    assert all(verdict(hessian_inertia(x**2 * (y**2 - 2), part, *counts)) == "proved" for part, counts in strata)


def test_families_whose_letters_divide_or_are_bounded():
    branch = family(lambda t: (1 / t, t), where=lambda t: [t > 0, t <= 3])
    f = (x * y - 1) ** 2 * (x + y - 3)
    strata = strata_along(critical_points(f).functions[0], branch)
    assert [counts for _, counts in strata] == [(1, 0, 1), (0, 0, 2), (0, 1, 1), (0, 0, 2), (1, 0, 1), (1, 0, 1)]
    wide = family(lambda s, t: (s, t))
    assert strata_along(critical_points(f).functions[0], wide) == []
