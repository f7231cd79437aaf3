"""What the papers talk about: operators, losses, critical points, isometry constants, quadratic forms."""

from .absolute_values import l1_rank_one_loss, sum_of_absolute_values
from .block_labels import block_labels
from .forms import copositive, inertia, positive_definite, positive_semidefinite, strictly_copositive
from .isometry_constant import rip_constant
from .minima import (
    critical_cone,
    curvature,
    first_order_critical_point,
    local_minimum,
    not_a_local_minimum,
    second_order_critical_point,
    strict_local_minimum,
    value,
)
from .nonsmooth import (
    directional_derivative,
    first_order_growth,
    infinity,
    not_second_order_stationary,
    not_stationary,
    second_order_stationary,
    second_subderivative,
    stationary,
)
from .operators import arbitrary_operator, low_rank_update, measurements, operator_with_form
from .recovery import asymmetric_loss, balancing_regularizer, symmetric_loss

__all__ = [
    "arbitrary_operator",
    "asymmetric_loss",
    "balancing_regularizer",
    "block_labels",
    "copositive",
    "critical_cone",
    "curvature",
    "directional_derivative",
    "first_order_critical_point",
    "first_order_growth",
    "inertia",
    "infinity",
    "l1_rank_one_loss",
    "local_minimum",
    "low_rank_update",
    "measurements",
    "not_a_local_minimum",
    "not_second_order_stationary",
    "not_stationary",
    "operator_with_form",
    "positive_definite",
    "positive_semidefinite",
    "rip_constant",
    "second_order_critical_point",
    "second_order_stationary",
    "second_subderivative",
    "stationary",
    "strict_local_minimum",
    "strictly_copositive",
    "sum_of_absolute_values",
    "symmetric_loss",
    "value",
]
