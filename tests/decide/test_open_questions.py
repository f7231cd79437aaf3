"""What a procedure cannot settle stays undecided: it is no error, and never the wrong verdict."""

import pytest

from exactcheck import function, point, real_root, sqrt, verify_statements
from exactcheck.landscape import (
    copositive,
    curvature,
    inertia,
    measurements,
    positive_definite,
    positive_semidefinite,
    rip_constant,
    second_order_critical_point,
    strict_local_minimum,
)

X = point("x")
# zero, by a relation between roots that the normal form does not see
HIDDEN = sqrt(3 + 2 * sqrt(2)) - 1 - sqrt(2)
THETA = real_root([-2, 0, 0, 1], 1, 2)
BOWL = function(lambda x: HIDDEN * x**2, x=None)


@pytest.mark.parametrize(
    "statement",
    [
        HIDDEN == 0,
        HIDDEN >= 0,
        HIDDEN * X <= 0,
        positive_definite([[HIDDEN]]),
        positive_semidefinite([[1 + HIDDEN, 1], [1, 1]]),
        inertia([[HIDDEN]], 0, 0, 1),
        copositive([[HIDDEN]]),
        second_order_critical_point(BOWL, at=0),
        strict_local_minimum(BOWL, at=0),
        curvature(BOWL, at=0) >= 0,
        rip_constant(measurements([[[1]]]), rank=1) <= HIDDEN,
        1 / THETA == THETA**2 / 2,
        positive_definite([[1 / THETA]]),
    ],
    ids=repr,
)
def test_true_or_hard_to_tell(statement):
    assert verify_statements(statement).verdict in ("proved", "undecided")


@pytest.mark.parametrize(
    "statement", [HIDDEN > 0, HIDDEN < 0, HIDDEN == 1, positive_definite([[HIDDEN]]), 1 / THETA == THETA], ids=repr
)
def test_false_or_hard_to_tell(statement):
    assert verify_statements(statement).verdict in ("refuted", "undecided")


def test_entries_that_are_zero_by_the_definition_of_a_root():
    assert verify_statements(positive_semidefinite([[sqrt(2) ** 2 - 2]])).verdict == "proved"


def test_assumptions_that_leave_only_large_values():
    assert verify_statements(X >= 2, assuming=(X >= 3,)).verdict == "proved"


def test_a_quotient_by_what_may_be_zero_is_no_exception():
    assert verify_statements(X / X == 1).verdict == "undecided"
