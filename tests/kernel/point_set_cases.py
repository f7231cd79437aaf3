"""Certificates about dimensions, connected components and inertias along families, for each form of proof."""

from __future__ import annotations

from exactcheck import function, verify_statements
from exactcheck.landscape import (
    critical_points,
    dimension,
    family,
    hessian_inertia,
    number_of_connected_components,
    real_solutions,
)

AXES = [(0, 0), family(lambda t: (t, 0), where=lambda t: t > 0), family(lambda t: (0, t), where=lambda t: t > 0)]
ROUND = family(lambda s, t: (s, t), where=lambda s, t: s**2 + t**2 == 1)
LINE = family(lambda t: (t, 1))
CUSP = family(lambda s, t: (s, t), where=lambda s, t: s**2 == t**3)
TWICE = family(lambda s, t: (s, t), where=lambda s, t: [s == t, s**2 == t**2])
BETWEEN = family(lambda t: (t,), where=lambda t: t**2 >= 4)


def two_points():
    """The critical points of x^3 - 3 x."""
    return critical_points(function(lambda x: x**3 - 3 * x, x=None))


def components():
    """The number of connected components."""
    circle = [function(lambda x, y: x**2 + y**2 - 1, x=None, y=None)]
    yield "two components", verify_statements(number_of_connected_components(two_points()) == 2)
    yield "not one component", verify_statements(number_of_connected_components(two_points()) <= 1)
    yield "one circle", verify_statements(number_of_connected_components(real_solutions(circle)) == 1)
    yield "joined axes", verify_statements(number_of_connected_components(AXES) == 1)
    yield "joined to a line", verify_statements(number_of_connected_components([ROUND, LINE]) == 1)
    yield "beyond two roots", verify_statements(number_of_connected_components(BETWEEN) == 2)


def dimensions():
    """The dimension, from above and from below."""
    yield "a curve", verify_statements(dimension(ROUND) == 1)
    yield "no curve", verify_statements(dimension(two_points()) >= 1)
    yield "a cusp", verify_statements(dimension(CUSP) == 1)
    yield "an equation twice", verify_statements(dimension(TWICE) == 1)
    yield "only points", verify_statements(dimension([(0, 1), (1, 0)]) == 0)
    yield "nothing", verify_statements(dimension(family(lambda t: t, where=lambda t: t**2 < 0)) == -1)


def inertias():
    """The inertia along families where a coefficient of the characteristic polynomial is zero somewhere."""
    f = function(lambda x, y: x**2 * (y**2 - 2) * (y**2 + 1), x=None, y=None)
    saddle = function(lambda x, y, z: x**2 * z + 3 * x * z - y**2, x=None, y=None, z=None)
    inner = family(lambda t: (0, t), where=lambda t: [t > -1, t < 1])
    yield "inertia between roots", verify_statements(hessian_inertia(f, inner, 0, 1, 1))
    yield "inertia at roots", verify_statements(hessian_inertia(saddle, family(lambda t: (0, 0, t)), 1, 2, 0))


FAMILIES = (components, dimensions, inertias)
