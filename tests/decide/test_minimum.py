"""Critical points, minima and curvature: textbook cases, and random quadratics against the definition."""

import pytest
from hypothesis import given

from exactcheck import function, verify_statements
from exactcheck.landscape import (
    curvature,
    first_order_critical_point,
    local_minimum,
    not_a_local_minimum,
    second_order_critical_point,
    strict_local_minimum,
)
from tests.decide.test_copositivity import classical, verdict
from tests.kernel.strategies import symmetric

ORIGIN = (0, 0)


def of_two(body):
    """A function of x and y."""
    return function(body, x=None, y=None)


@pytest.mark.parametrize(
    ("body", "statement", "expected"),
    [
        (lambda x, y: x**2 + y**2, strict_local_minimum, {"proved"}),
        (lambda x, y: x**2 + y**2, not_a_local_minimum, {"refuted"}),
        (lambda x, y: x**2 - y**2, local_minimum, {"refuted"}),
        (lambda x, y: x**2 - y**2, not_a_local_minimum, {"proved"}),
        (lambda x, y: x**2 - y**2, first_order_critical_point, {"proved"}),
        (lambda x, y: x**2 - y**2, second_order_critical_point, {"refuted"}),
        (lambda x, y: x**4 - y**4, local_minimum, {"refuted"}),
        (lambda x, y: x**2 - y**4, second_order_critical_point, {"proved"}),
        (lambda x, y: x**2 - y**4, local_minimum, {"refuted"}),
        (lambda x, y: x**2 + y**3, local_minimum, {"refuted", "undecided"}),
        (lambda x, y: x**2, strict_local_minimum, {"refuted"}),
        # degenerate: true, or false for a reason of higher order; never the opposite
        (lambda x, y: x**2, local_minimum, {"proved", "undecided"}),
        (lambda x, y: x**4 + y**4, strict_local_minimum, {"proved", "undecided"}),
        (lambda x, y: (y - x**2) * (y - 2 * x**2), local_minimum, {"refuted", "undecided"}),
        (lambda x, y: (y - x**2) ** 2, local_minimum, {"proved", "undecided"}),
        (lambda x, y: x + y**2, local_minimum, {"refuted"}),
    ],
)
def test_textbook_cases_at_the_origin(body, statement, expected):
    assert verdict(statement(of_two(body), at=ORIGIN)) in expected


def test_bounds_make_a_minimum():
    f = of_two(lambda x, y: x + y**2 - 3 * x * y)
    assert verdict(strict_local_minimum(f, at=ORIGIN, lower_bounds=0)) == "proved"
    assert verdict(local_minimum(f, at=ORIGIN)) == "refuted"
    assert verdict(local_minimum(f, at=ORIGIN, upper_bounds=0)) == "refuted"


def test_an_upper_bound_turns_the_direction():
    f = of_two(lambda x, y: -x + y**2)
    assert verdict(strict_local_minimum(f, at=(1, 0), upper_bounds=1)) == "proved"
    assert verdict(strict_local_minimum(f, at=(1, 0), lower_bounds=(1, None))) == "refuted"


def test_a_point_that_descends_and_violates_a_bound_is_no_minimum():
    f = of_two(lambda x, y: -x + y**2)
    assert verdict(strict_local_minimum(f, at=(1, 0), lower_bounds=1)) == "refuted"


def test_a_point_outside_the_bounds_is_no_minimum():
    f = of_two(lambda x, y: x**2 + y**2)
    assert verdict(local_minimum(f, at=ORIGIN, lower_bounds=1)) == "refuted"
    assert verdict(not_a_local_minimum(f, at=ORIGIN, lower_bounds=1)) == "proved"


@given(symmetric(3))
def test_a_quadratic_on_the_orthant_is_strict_exactly_if_strictly_copositive(rows):
    f = function(lambda x, y, z: sum_of(rows, (x, y, z)), x=None, y=None, z=None)
    expected = "proved" if classical(rows, strict=True) else "refuted"
    assert verdict(strict_local_minimum(f, at=(0, 0, 0), lower_bounds=0)) == expected
    if not classical(rows, strict=False):
        assert verdict(local_minimum(f, at=(0, 0, 0), lower_bounds=0)) == "refuted"


def sum_of(a, x):
    """x^T A x, written out."""
    return sum((a[i][j] * x[i] * x[j] for i in range(3) for j in range(3)), 0 * x[0])


def test_the_least_curvature_is_the_least_eigenvalue():
    f = of_two(lambda x, y: 2 * x**2 + 2 * x * y + 2 * y**2)
    assert verdict(curvature(f, at=ORIGIN) == 2) == "proved"
    assert verdict(curvature(f, at=ORIGIN) >= 2) == "proved"
    assert verdict(curvature(f, at=ORIGIN) >= "2000001/1000000") == "refuted"
    assert verdict(curvature(f, at=ORIGIN) == 1) == "refuted"
    assert verdict(curvature(f, at=ORIGIN, lower_bounds=0) == 4) == "proved"


def test_curvature_at_a_point_that_is_not_stationary_is_an_error():
    from exactcheck import InputError

    with pytest.raises(InputError, match="stationary"):
        verify_statements(curvature(of_two(lambda x, y: x), at=ORIGIN) >= 0)
