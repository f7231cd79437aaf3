"""What the papers talk about: operators, losses, critical points, isometry constants, quadratic forms."""

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
    "first_order_critical_point",
    "inertia",
    "local_minimum",
    "low_rank_update",
    "measurements",
    "not_a_local_minimum",
    "operator_with_form",
    "positive_definite",
    "positive_semidefinite",
    "rip_constant",
    "second_order_critical_point",
    "strict_local_minimum",
    "strictly_copositive",
    "symmetric_loss",
    "value",
]
