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
    real_root,
    sqrt,
    verify,
    verify_statements,
)
from exactcheck.landscape import (
    by_cases,
    cone,
    copositive,
    critical_cone,
    critical_points,
    curvature,
    directional_derivative,
    every_step,
    exp,
    family,
    first_order_critical_point,
    first_order_growth,
    for_all_reals,
    hessian_inertia,
    inertia,
    infinity,
    invariant_region,
    l1_rank_one_loss,
    l1_stationary_set,
    local_minimum,
    log,
    low_rank_update,
    measurements,
    not_a_local_minimum,
    not_invariant_region,
    not_second_order_stationary,
    not_stationary,
    on_box,
    parabolic_subderivative,
    positive_definite,
    positive_semidefinite,
    real_solutions,
    rip_constant,
    second_directional_derivative,
    second_order_critical_point,
    second_order_stationary,
    second_subderivative,
    second_subderivative_without_subgradient,
    sigmoid,
    stationary,
    stationary_points,
    strict_local_minimum,
    strictly_copositive,
    sum_of_absolute_values,
    sum_of_squares,
    tanh,
)
from tests.kernel.point_set_cases import FAMILIES as ABOUT_POINT_SETS
from tests.kernel.region_cases import FAMILIES as ABOUT_REGIONS

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
    x, y, z = point("x"), point("y"), point("z")
    yield "expansion", verify_statements((x + y) ** 2 == x**2 + 2 * x * y + y**2)
    yield "signs", verify_statements(x * y + y > 0, assuming=[x >= 0, y > 0])
    yield "sum", verify_statements(x * y**2 - x > 0, assuming=[x > 0, y >= 2])
    yield "squares", verify_statements(x**2 + y**2 >= 2 * x * y)
    yield "box", verify_statements(x**2 + y**2 - x - y + "51/100" > 0, assuming=[x >= 0, x <= 1, y >= 0, y <= 1])
    yield "squares and a constant", verify_statements(x**2 - x * y + y**2 + 1 > 0)
    yield "weights", verify_statements(2 - x - y >= 0, assuming=[x**2 + y**2 <= 2])
    yield "factors", verify_statements((x - y) ** 3 * (x * y - y) ** 2 >= 0, assuming=[x >= y])
    yield "no roots", verify_statements(x**3 - 3 * x + 3 > 0, assuming=[x >= -1, x <= 5])
    yield "positive multiplier", verify_statements((x * y - 1) ** 2 + x**2 > 0)
    yield "almost everywhere", verify_statements(x**4 * y**2 + x**2 * y**4 + 1 >= 3 * x**2 * y**2)
    schur = x * (x - y) * (x - z) + y * (y - x) * (y - z) + z * (z - x) * (z - y)
    yield "in an orthant", verify_statements(schur >= 0, assuming=[x >= 0, y >= 0, z >= 0])
    yield "modulo an equation", verify_statements(x**2 + y**2 >= 1, assuming=[x + y == 2])
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


def corners():
    """The same for a maximum beside an absolute value: x y + y^2 + max(x - y^2, -x, y - 1) + |y| over x, y."""
    smooth = function(lambda x, y: x * y + y**2, x=None, y=None)
    members = [function(body, x=None, y=None) for body in (lambda x, y: x - y**2, lambda x, y: -x, lambda x, y: y - 1)]
    f, origin = sum_of_absolute_values(smooth, [function(lambda x, y: y, x=None, y=None)], maxima=[members]), (0, 0)
    yield "corner stationary", verify_statements(stationary(f, at=origin))
    yield "corner not stationary", verify_statements(stationary(f, at=(1, 0)))
    yield "corner slope", verify_statements(directional_derivative(f, at=origin, along=(-1, 0)) == 1)
    yield "corner second", verify_statements(second_subderivative(f, at=origin, along=(0, 0)) == 0)
    yield "corner second order", verify_statements(second_order_stationary(f, at=origin))
    yield "corner growth", verify_statements(first_order_growth(f, at=origin) == 1)


def cones():
    """Critical cones of functions with kinks, both ways."""
    f, at = l1_rank_one_loss([1, 1]), (-1, 1)
    yield "critical labels", verify_statements(critical_cone(f, at, ["nonnegative", "nonpositive"]))
    yield "critical halfspaces", verify_statements(critical_cone(f, at, cone(inequalities=[(2, 0), (1, -1), (0, -1)])))
    yield "critical generators", verify_statements(critical_cone(f, at, cone(rays=[(1, 0), (0, -2)])))
    yield "critical lines", verify_statements(critical_cone(kinked(), (0, 0), cone(rays=[(0, 0)])))
    yield "critical labels refuted", verify_statements(critical_cone(f, at, ["free", "nonpositive"]))
    yield "critical halfspaces refuted", verify_statements(critical_cone(f, at, cone(equations=[(1, 0)])))
    yield "critical generators refuted", verify_statements(critical_cone(f, at, cone(rays=[(1, 0), (0, 1)])))
    yield "missing generators", verify_statements(critical_cone(f, at, cone(rays=[(1, 0)])))
    yield "no critical cone", verify_statements(critical_cone(f, (1, 0), ["free", "free"]))


def bends():
    """Second derivatives of functions with kinks without a subgradient, both ways."""
    f, origin, w = kinked(), (0, 0), (0, 1)
    fan = sum_of_absolute_values(0, [function(body, x=None, y=None) for body in FAN])
    yield "bend", verify_statements(second_directional_derivative(f, origin, w) == 5)
    yield "bend refuted", verify_statements(second_directional_derivative(f, origin, w) < 5)
    yield "parabolic", verify_statements(parabolic_subderivative(f, origin, w, (1, -1)) == 1)
    yield "lowest", verify_statements(second_subderivative_without_subgradient(fan, origin, w) == 0)
    yield "lowest below", verify_statements(second_subderivative_without_subgradient(f, origin, w) <= 0)
    yield "lowest refuted", verify_statements(second_subderivative_without_subgradient(f, origin, w) > 1)


FAN = (lambda x, y: x - y**2, lambda x, y: -x - y**2)


def kinked_minima():
    """Local minima of functions with kinks, and second-order points by cells, both ways."""
    bowl = function(lambda x, y: x + y + x * y, x=None, y=None)
    x, y, product = (function(body, x=None, y=None) for body in (lambda x, y: x, lambda x, y: y, lambda x, y: x * y))
    quadrant, flat, origin = sum_of_absolute_values(bowl, [x, y]), sum_of_absolute_values(0, [x]), (0, 0)
    crossed = sum_of_absolute_values(product, [(2, product)])
    yield "cell", verify_statements(second_order_stationary(quadrant, origin))
    yield "four cells", verify_statements(second_order_stationary(crossed, origin))
    yield "kinked minimum", verify_statements(strict_local_minimum(kinked(), origin))
    yield "kinked minimum refuted", verify_statements(local_minimum(kinked(), (1, 1)))
    yield "kinked neighbourhood", verify_statements(local_minimum(flat, origin))
    yield "not a kinked minimum", verify_statements(not_a_local_minimum(l1_rank_one_loss([1]), (0,)))


def steps():
    """Steps of the subgradient method from a region, both ways."""
    one, axis, c = l1_rank_one_loss([1]), l1_rank_one_loss([1, 0]), letter("c")

    def cone(x, y):
        return [y >= 3 * x, y >= -3 * x, y <= 1]

    growing = invariant_region(one, lambda u: [u >= 0, u <= c], "1/2")
    downhill = every_step(one, lambda u: u > 0, 1, lambda a, x, y: (x[0] - y[0]) * (x[0] ** 2 - 1) >= 0, cuts=[])
    yield "invariant region", verify_statements(invariant_region(one, lambda u: [u >= 0, u <= 2], "1/2", cuts=[1]))
    yield "region that is left", verify_statements(growing, assuming=[c > 0])
    yield "trapped", verify_statements(not_invariant_region(one, lambda u: [u >= 0, u <= 2], "1/2", cuts=[0, 1]))
    yield "not trapped", verify_statements(not_invariant_region(axis, cone, 1))
    yield "downhill steps", verify_statements(downhill)


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


def stationary_sets():
    """All stationary points, both ways, and a statement by cases."""
    a, x, y = letter("b"), point("x"), point("y")

    def claimed(truth):
        return stationary_points(l1_rank_one_loss(truth)) == l1_stationary_set(truth)

    yield "stationary set", verify_statements(claimed([a]), assuming=[a > 0])
    yield "stationary set of numbers", verify_statements(claimed([-3]))
    yield "stationary set from another one", verify_statements(claimed([0]), claimed([0]))
    yield "stationary set refuted", verify_statements(stationary_points(l1_rank_one_loss([1])) == [1, -1])
    yield (
        "stationary set with another point",
        verify_statements(stationary_points(l1_rank_one_loss([1])) == [0, 1, -1, 2]),
    )
    yield "by cases", verify_statements(by_cases(x**4 + y**4 >= x**3 * y, x - y), assuming=[x >= 0, y >= 0])


def solutions():
    """All real solutions and all critical points, both ways."""
    circle = function(lambda x, y: (x**2 + y**2 - 1) ** 2, x=None, y=None)
    hyperbola = function(lambda x, y: (x * y - 1) ** 2, x=None, y=None)
    branches = family(lambda t: (t, 1 / t), nonzero=lambda t: t)
    round_ = family(lambda s, t: (s, t), where=lambda s, t: s**2 + t**2 == 1)
    forms = [(lambda x, y: x**2 + y**2 - 4), (lambda x, y: x**2 - 2 * y**2 + 2)]
    squares, bowl = ([function(body, x=None, y=None) for body in bodies] for bodies in (forms, BOWL))
    cubic = [function(lambda x: x**3 - x**2 - x - 1, x=None)]
    root = sqrt(2)
    yield "hyperbola", verify_statements(critical_points(hyperbola) == [branches, (0, 0)])
    yield "circle", verify_statements(critical_points(circle) == [round_, (0, 0)])
    yield "four solutions", verify_statements(real_solutions(squares) == [(s * root, t * root) for s, t in SIGNS])
    yield "one root", verify_statements(real_solutions(cubic) == [real_root([-1, -1, -1, 1], 1, 2)])
    yield "sum of squares", verify_statements(real_solutions(bowl) == [(1, 0)])
    yield "solution left out", verify_statements(critical_points(hyperbola) == [branches])
    yield "root left out", verify_statements(real_solutions(cubic) == [])
    yield "square root left out", verify_statements(real_solutions(squares) == [(s * root, s * root) for s in (1, -1)])
    yield "no solution in a family", verify_statements(critical_points(circle) == [branches, (0, 0)])
    yield "no solution", verify_statements(critical_points(hyperbola) == [branches, (0, 0), (1, 2)])
    apart = [function(body, x=None, y=None, z=None) for body in APART]
    meeting = [function(body, x=None, y=None) for body in MEETING]
    yield "by powers", verify_statements(real_solutions(meeting) == [("2/3", "7/3"), ("-2/3", "-7/3")])
    third_root = [function(lambda x: x**3 - sqrt(2), x=None)]
    yield "same number", verify_statements(real_solutions(third_root) == [real_root([-2, 0, 0, 0, 0, 0, 1], 1, 2)])
    yield "number left out", verify_statements(real_solutions(third_root) == [])
    divided = [function(body, x=None, y=None, z=None) for body in DIVIDED]
    yield "divided by a root", verify_statements(real_solutions(divided).statement())
    yield "no solutions at all", verify_statements(real_solutions(apart) == [])
    yield "inertia on a circle", verify_statements(hessian_inertia(circle, round_, 1, 0, 1))
    yield "no inertia on a circle", verify_statements(hessian_inertia(circle, round_, 2, 0, 0))


def squares():
    """Sums of squares, both ways."""
    form, motzkin, saddle = (function(body, x=None, y=None) for body in POLYNOMIALS)
    yield "is a sum of squares", verify_statements(sum_of_squares(form))
    yield "separated from squares", verify_statements(sum_of_squares(motzkin))
    yield "negative somewhere", verify_statements(sum_of_squares(saddle))


POLYNOMIALS = (
    lambda x, y: x**4 - 2 * x * y + y**2 + 1,
    lambda x, y: x**4 * y**2 + x**2 * y**4 - 3 * x**2 * y**2 + 1,
    lambda x, y: x**2 - 3 * x * y + y**2,
)


def enclosures():
    """Comparisons on a box by each form of proof, and refuted."""
    x, w, c = point("x"), point("w"), letter("c")
    yield "box tree", verify_statements(on_box(exp(x) - 3 * x, {x: (0, 3)}) > "-3/10")
    yield "box identity", verify_statements(for_all_reals(tanh(w) == 1 - 2 / (1 + exp(2 * w))))
    yield "box tangents", verify_statements(for_all_reals(exp(w) >= 1 + w))
    yield "box all tangents", verify_statements(for_all_reals(log(1 + exp(w)) > w))
    yield "box signs", verify_statements(on_box(log(2 * x - 3), {x: (2, None)}) <= 2 * x - 4)
    yield "box along", verify_statements(on_box(tanh(w), {w: (0, None)}) <= w)
    yield "box refuted", verify_statements(on_box(c * sigmoid(x), {x: (0, None)}) >= "1/2", assuming=[c > 0])


APART = [lambda x, y, z: x**3 - 2, lambda x, y, z: y * z - 1, lambda x, y, z: y * z - 2]
DIVIDED = [
    lambda x, y, z: 3 * x * y - 2,
    lambda x, y, z: -2 * x * y**2 + 2 * x * y + 2 * x,
    lambda x, y, z: 2 * x**2 * y + x * z,
]
MEETING = [lambda x, y: x**2 + x * y - 2, lambda x, y: y**2 + x * y - 7]
BOWL = [lambda x, y: x**2 + 3 * y**2 - 2 * x + 1]
SIGNS = [(-1, -1), (-1, 1), (1, -1), (1, 1)]


@cache
def results():
    """All cases by name."""
    nonsmooth = (kinks, corners, cones, bends, kinked_minima)
    families = (
        comparisons,
        forms,
        points,
        *nonsmooth,
        steps,
        isometries,
        of_letter_size,
        visible_forms,
        stationary_sets,
        solutions,
        enclosures,
        squares,
        *ABOUT_REGIONS,
        *ABOUT_POINT_SETS,
    )
    return {name: result for family in families for name, result in family()}


@cache
def documents():
    """The certificates by the name of the case, as JSON documents."""
    return {name: result.document for name, result in results().items()}


def certificate(name):
    """A fresh copy of a certificate."""
    return json.loads(documents()[name])
