"""One small certificate for each kind of statement and each form of proof, decided by the library."""

from __future__ import annotations

import json
from functools import cache

from exactcheck import (
    Partition,
    function,
    identity,
    inner,
    lesser,
    letter,
    matrix,
    norm_squared,
    point,
    verify,
    verify_statements,
)
from exactcheck.landscape import (
    copositive,
    critical_cone,
    curvature,
    directional_derivative,
    first_order_critical_point,
    first_order_growth,
    inertia,
    infinity,
    l1_rank_one_loss,
    local_minimum,
    low_rank_update,
    measurements,
    not_a_local_minimum,
    not_second_order_stationary,
    not_stationary,
    positive_definite,
    positive_semidefinite,
    rip_constant,
    second_order_critical_point,
    second_order_stationary,
    second_subderivative,
    stationary,
    strict_local_minimum,
    strictly_copositive,
    sum_of_absolute_values,
)

HORN = [[1, -1, 1, 1, -1], [-1, 1, -1, 1, 1], [1, -1, 1, -1, 1], [1, 1, -1, 1, -1], [-1, 1, 1, -1, 1]]


def quadratic():
    """x^2 + y^2 - x y - x over x, y: its minimum over the orthant is at (2/3, 1/3)."""
    return function(lambda x, y: x**2 + y**2 - x * y - x, x=None, y=None)


def saddle():
    """(x - y)^2 - 3 y^2 + z, a saddle at the origin that z >= 0 does not mend."""
    return function(lambda x, y, z: (x - y) ** 2 - 3 * y**2 + z, x=None, y=None, z=None)


def update():
    """X + <E11, X> E22, whose form is indefinite but small."""
    return low_rank_update([(matrix([[0, 0], [0, "1/2"]]), matrix([[1, 0], [0, 0]]))])


def comparisons():
    """Comparisons by each form of proof, and refuted."""
    x, y = point("x"), point("y")
    yield "expansion", verify_statements((x + y) ** 2 == x**2 + 2 * x * y + y**2)
    yield "signs", verify_statements(x * y + y > 0, assuming=[x >= 0, y > 0])
    yield "sum", verify_statements(x * y**2 - x > 0, assuming=[x > 0, y >= 2])
    yield "squares", verify_statements(x**2 + y**2 >= 2 * x * y)
    yield "box", verify_statements(x**2 - x + "3/10" > 0, assuming=[x >= 0, x <= 1])
    yield "comparison refuted", verify_statements(x**2 + y**2 >= 3 * x * y)


def forms():
    """Definiteness, inertia and copositivity, both ways."""
    a = matrix([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])
    singular = matrix([[1, -1], [-1, 1]])
    indefinite = matrix([[1, 2], [2, 1]])
    yield "definite", verify_statements(positive_definite(a))
    yield "definite refuted", verify_statements(positive_definite(singular))
    yield "semidefinite", verify_statements(positive_semidefinite(singular))
    yield "semidefinite refuted", verify_statements(positive_semidefinite(indefinite))
    yield "inertia", verify_statements(inertia(indefinite, 1, 1, 0))
    yield "inertia refuted", verify_statements(inertia(indefinite, 2, 0, 0))
    yield "copositive", verify_statements(copositive(matrix(HORN)))
    yield "copositive, free", verify_statements(copositive(matrix([[1, -1, 2], [-1, 2, -3], [2, -3, 9]]), free=[0]))
    yield "strictly copositive", verify_statements(strictly_copositive(indefinite))
    yield "strictly copositive refuted", verify_statements(strictly_copositive(matrix(HORN)))
    yield "copositive refuted", verify_statements(copositive(matrix([[1, -2], [-2, 1]])))


def points():
    """Minima, critical points, cones and curvature, both ways."""
    f, g = quadratic(), saddle()
    best, origin = ("2/3", "1/3"), (0, 0, 0)
    bounds = (None, None, 0)
    yield "strict minimum", verify_statements(strict_local_minimum(f, at=best, lower_bounds=0))
    yield "no strict minimum", verify_statements(strict_local_minimum(g, at=origin, lower_bounds=bounds))
    yield "infeasible", verify_statements(strict_local_minimum(f, at=(-1, 0), lower_bounds=0))
    yield "not a minimum", verify_statements(not_a_local_minimum(g, at=origin, lower_bounds=bounds))
    yield "a minimum after all", verify_statements(not_a_local_minimum(f, at=best, lower_bounds=0))
    yield "first order", verify_statements(first_order_critical_point(g, at=origin, lower_bounds=bounds))
    yield "first order refuted", verify_statements(first_order_critical_point(f, at=(1, 1), lower_bounds=0))
    yield "second order", verify_statements(second_order_critical_point(f, at=best, lower_bounds=0))
    yield "second order refuted", verify_statements(second_order_critical_point(g, at=origin, lower_bounds=bounds))
    yield "curvature", verify_statements(curvature(f, at=best) >= "1/2")
    yield "curvature attained", verify_statements(curvature(f, at=best) == 1)
    yield "curvature refuted", verify_statements(curvature(f, at=best) >= 2)
    yield "larger curvature", verify_statements(curvature(f, at=best) == "1/2")
    flat = function(lambda x, y: x**2 * (1 - x) + x * y**2 + y**4, x=None, y=None)
    yield "flat minimum", verify_statements(local_minimum(flat, at=(0, 0), lower_bounds=(0, None)))
    yield "flat strict minimum", verify_statements(strict_local_minimum(flat, at=(0, 0), lower_bounds=(0, None)))
    labels = ["free", "free", "fixed"]
    yield "cone", verify_statements(critical_cone(g, at=origin, labels=labels, lower_bounds=bounds))
    yield "cone refuted", verify_statements(critical_cone(g, at=origin, labels=["free"] * 3, lower_bounds=bounds))


def kinked():
    """1/2 (x^2 + y^2) - x + 2 |x - y^2| + |y| over x, y, which is stationary at 0."""
    smooth = function(lambda x, y: (x**2 + y**2) / 2 - x, x=None, y=None)
    parabola = function(lambda x, y: x - y**2, x=None, y=None)
    return sum_of_absolute_values(smooth, [(2, parabola), function(lambda x, y: y, x=None, y=None)])


def kinks():
    """Stationarity, derivatives and growth of sums of absolute values, both ways."""
    f, origin, bowl = l1_rank_one_loss([1, 2]), (0, 0), kinked()
    spurious, planted = ("-1/2", "1/2"), (1, 2)
    yield "stationary", verify_statements(stationary(f, at=(-1, 1)))
    yield "stationary refuted", verify_statements(stationary(f, at=(1, 1)))
    yield "not stationary", verify_statements(not_stationary(bowl, at=(1, 1)))
    yield "slope", verify_statements(directional_derivative(f, at=planted, along=(1, -1)) == 4)
    yield "slope refuted", verify_statements(directional_derivative(f, at=planted, along=(1, -1)) < 4)
    yield "second", verify_statements(second_subderivative(f, at=(-1, 1), along=(2, 1)) == -9)
    yield "second below", verify_statements(second_subderivative(bowl, at=origin, along=(0, 0)) <= 0)
    yield "second refuted", verify_statements(second_subderivative(f, at=spurious, along=(1, 1)) >= 0)
    yield "second infinite", verify_statements(second_subderivative(bowl, at=origin, along=(1, 0)) == infinity)
    yield "second not infinite", verify_statements(second_subderivative(f, at=origin, along=(1, 0)) == infinity)
    yield "second order stationary", verify_statements(second_order_stationary(bowl, at=origin))
    yield "second order stationary refuted", verify_statements(second_order_stationary(f, at=spurious))
    yield "not second order stationary", verify_statements(not_second_order_stationary(bowl, at=(1, 1)))
    yield "growth", verify_statements(first_order_growth(bowl, at=origin) >= "1/2")
    yield "growth attained", verify_statements(first_order_growth(f, at=planted) == "5/3")
    yield "growth refuted", verify_statements(first_order_growth(f, at=planted) >= 2)
    yield "larger growth", verify_statements(first_order_growth(f, at=planted) == 1)


def isometries():
    """Restricted isometry constants, both ways."""
    diagonal = measurements([matrix([[1, 0]]), matrix([[0, "1/2"]])])
    yield "isometry", verify_statements(rip_constant(update(), rank=2) <= 1)
    yield "isometry refuted", verify_statements(rip_constant(update(), rank=2) <= "1/10")
    yield "isometry attained", verify_statements(rip_constant(diagonal, rank=1) == "3/4")
    yield "smaller isometry", verify_statements(rip_constant(diagonal, rank=1) == 1)


def of_letter_size():
    """Claims of the paper for all sizes."""
    letters = dict.fromkeys(("n", "r", "r_star", "alpha", "epsilon"), "letter")
    for name in ("theorem-2/symmetric", "theorem-2-rip-constant", "lemma-4", "lemma-4-critical-cone"):
        yield name, verify(f"zhang-2025/{name}", **letters)


def visible_forms():
    """Forms of letter size as squares and traces, and a best constant that one of two directions attains."""
    a, n = letter("a"), letter("n", "size")
    size = Partition(p=n).dimension
    one, zero = identity(size), 0 * identity(size)
    turned = function(lambda X: norm_squared(X - one) + inner(X - one, (X - one).T), X=(size, size)).named("f")
    two = function(lambda X, Y: a * norm_squared(X) + norm_squared(Y), X=(size, size), Y=(size, size)).named("g")
    least = lesser(a, 1)
    least_curvature = curvature(
        two,
        at=(zero, zero),
        witnesses=[(one, zero), (zero, one)],
        squares=lambda X, Y: [(2 * (a - least), X), (2 * (1 - least), Y)],
    )
    above = curvature(turned, at=one, lower_bounds=0, traces=lambda X: [(2, X)])
    yield "traces", verify_statements(above >= 2, assuming=[n >= 1])
    yield "attained by one of two", verify_statements(least_curvature == 2 * least, assuming=[a > 0, n >= 1])


@cache
def results():
    """All cases by name."""
    families = (comparisons, forms, points, kinks, isometries, of_letter_size, visible_forms)
    return {name: result for family in families for name, result in family()}


@cache
def documents():
    """The certificates by the name of the case, as JSON documents."""
    return {name: result.document for name, result in results().items()}


def certificate(name):
    """A fresh copy of a certificate."""
    return json.loads(documents()[name])
