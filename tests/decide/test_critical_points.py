"""Critical points under bounds: labels, first-order conditions and the form on the cone, by the definition."""

from fractions import Fraction
from itertools import product

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import function, inner, matrix, norm_squared, point
from exactcheck.decide import Context
from exactcheck.decide.critical_points import NotStationary, Open, critical_point
from exactcheck.exact.problem import Problem
from exactcheck.landscape import critical_cone, first_order_critical_point, second_order_critical_point
from tests.decide.rechecking import verdict
from tests.decide.test_copositivity import classical
from tests.exact.trees import plain
from tests.kernel.strategies import symmetric

X = point("x")
small = st.integers(-1, 1)
SIDES = [(None, None), (0, None), (None, 0), (0, 0), (-1, 1), (0, 1), (-1, 0)]


def quadratic(a, b):
    """1/2 x^T A x + b^T x over the letters x, y."""

    def body(x, y):
        z = (x, y)
        form = sum((Fraction(a[i][j], 2) * z[i] * z[j] for i in range(2) for j in range(2)), 0 * x)
        return form + b[0] * x + b[1] * y

    return function(body, x=None, y=None)


def found_at(statement, assuming=()):
    """The critical point of a statement."""
    problem = Problem()
    for assumption in assuming:
        problem.assume(assumption)
    problem.state(statement)
    return critical_point(Context(problem), statement)


def expected_labels(a, b, at, sides):
    """Labels and inward signs; None if infeasible or not stationary."""
    labels = []
    for i, (low, high) in enumerate(sides):
        slope = sum(a[i][j] * at[j] for j in range(2)) + b[i]
        down, up = low is None or at[i] > low, high is None or at[i] < high
        if (low is not None and at[i] < low) or (high is not None and at[i] > high):
            return None
        if (slope > 0 and down) or (slope < 0 and up):
            return None
        if slope or not (down or up):
            labels.append(("fixed", 0))
        else:
            labels.append(("free", 1) if down and up else ("nonnegative", 1 if up else -1))
    return labels


@given(symmetric(2), st.tuples(small, small), st.tuples(small, small), st.tuples(*[st.sampled_from(SIDES)] * 2))
def test_labels_by_the_definition(a, b, at, sides):
    lows, highs = zip(*sides, strict=True)
    labels = expected_labels(a, b, at, sides)
    statement = first_order_critical_point(quadratic(a, b), at=at, lower_bounds=lows, upper_bounds=highs)
    assert verdict(statement) == ("refuted" if labels is None else "proved")
    if labels is None:
        with pytest.raises(NotStationary):
            found_at(statement)
        return
    found = found_at(statement)
    assert [c.label for c in found.coordinates] == [label for label, _ in labels]
    assert found.moving == [i for i, (label, _) in enumerate(labels) if label != "fixed"]
    assert [found.moving[k] for k in found.free] == [i for i, (label, _) in enumerate(labels) if label == "free"]
    signs = [labels[i][1] for i in found.moving]
    form = [[plain(found.cone_form()[k, m]) for m in range(len(signs))] for k in range(len(signs))]
    moving = list(zip(found.moving, signs, strict=True))
    assert form == [[s * t * a[i][j] for j, t in moving] for i, s in moving]
    words = [label for label, _ in labels]
    bounds = {"lower_bounds": lows, "upper_bounds": highs}
    assert verdict(critical_cone(quadratic(a, b), at=at, labels=words, **bounds)) == "proved"
    others = ["fixed" if words[0] != "fixed" else "free", words[1]]
    assert verdict(critical_cone(quadratic(a, b), at=at, labels=others, **bounds)) == "refuted"
    expected = "proved" if nonnegative_on(form, [words[i] for i in found.moving]) else "refuted"
    assert verdict(second_order_critical_point(quadratic(a, b), at=at, **bounds)) == expected


def nonnegative_on(form, labels):
    """Nonnegative on every orthant of the cone, by the determinant criterion for copositivity."""
    for signs in product(*[(1, -1) if label == "free" else (1,) for label in labels]):
        turned = [[s * t * v for t, v in zip(signs, row, strict=True)] for s, row in zip(signs, form, strict=True)]
        if form and not classical(turned, strict=False):
            return False
    return True


def test_a_direction_of_the_cone_is_a_displacement_of_all_coordinates():
    f = function(lambda x, y, z: -x + y**2 + z**2, x=None, y=None, z=None)
    at = found_at(first_order_critical_point(f, at=(1, 0, 0), upper_bounds=(1, None, 0)))
    assert [c.label for c in at.coordinates] == ["fixed", "free", "nonnegative"]
    assert at.displacement([sympy.Integer(2), sympy.Integer(3)]) == [0, 2, -3]


def test_entries_of_matrices_are_coordinates_row_by_row():
    f = function(lambda u, x: norm_squared(u) + x * inner(u, matrix([[1, 0]])), u=(1, 2), x=None)
    at = found_at(first_order_critical_point(f, at=([[0, 0]], 0), lower_bounds=(0, None)))
    assert [c.label for c in at.coordinates] == ["nonnegative", "nonnegative", "free"]
    form = at.cone_form()
    assert [[plain(form[i, j]) for j in range(3)] for i in range(3)] == [[2, 0, 1], [0, 2, 0], [1, 0, 0]]


@pytest.mark.parametrize(
    ("assuming", "labels"),
    [((X > 0,), ["free"]), ((X >= 0,), None), ((), None)],
)
def test_a_sign_that_is_not_known_leaves_the_labels_open(assuming, labels):
    f = function(lambda y: y**2 - 2 * X * y, y=None)
    statement = first_order_critical_point(f, at=X, lower_bounds=0)
    if labels is None:
        with pytest.raises(Open):
            found_at(statement, assuming)
        assert verdict(statement, assuming=assuming) == "undecided"
    else:
        assert [c.label for c in found_at(statement, assuming).coordinates] == labels
        assert verdict(statement, assuming=assuming) == "proved"
