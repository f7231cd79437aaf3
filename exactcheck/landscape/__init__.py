"""What the papers talk about: operators, losses, critical points, isometry constants, quadratic forms."""

from ..exact.elementary_functions import exp, log, sigmoid, tanh
from .absolute_values import l1_rank_one_loss, sum_of_absolute_values
from .block_labels import block_labels
from .by_cases import by_cases
from .coercivity import coercive
from .component_inertia import hessian_inertia
from .components import family
from .enclosures import for_all_reals, on_box
from .flows import SubgradientStep, every_step, invariant_region, not_every_step, not_invariant_region
from .forms import copositive, inertia, positive_definite, positive_semidefinite, strictly_copositive
from .gradient_descent import gradient_descent_ends_in, gradient_descent_stays_in
from .gradient_flow import conserved_quantity, nonincreasing_quantity
from .hessians import hessian
from .implications import empty, everywhere, implies, separated
from .isometry_constant import rip_constant
from .kinked_expressions import nonsmooth_function
from .kinked_points import cone
from .maxima import maximum
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
from .point_sets import dimension, number_of_connected_components
from .recovery import asymmetric_loss, balancing_regularizer, symmetric_loss
from .second_derivatives import (
    parabolic_subderivative,
    second_directional_derivative,
    second_subderivative_without_subgradient,
)
from .setwise_minima import setwise_local_minimum
from .solution_sets import critical_points, real_solutions
from .stationary_points import l1_stationary_set, stationary_points
from .sums_of_squares import sum_of_squares

__all__ = [
    "SubgradientStep",
    "arbitrary_operator",
    "asymmetric_loss",
    "balancing_regularizer",
    "block_labels",
    "by_cases",
    "coercive",
    "cone",
    "conserved_quantity",
    "copositive",
    "critical_cone",
    "critical_points",
    "curvature",
    "dimension",
    "directional_derivative",
    "empty",
    "every_step",
    "everywhere",
    "exp",
    "family",
    "first_order_critical_point",
    "first_order_growth",
    "for_all_reals",
    "gradient_descent_ends_in",
    "gradient_descent_stays_in",
    "hessian",
    "hessian_inertia",
    "implies",
    "inertia",
    "infinity",
    "invariant_region",
    "l1_rank_one_loss",
    "l1_stationary_set",
    "local_minimum",
    "log",
    "low_rank_update",
    "maximum",
    "measurements",
    "nonincreasing_quantity",
    "nonsmooth_function",
    "not_a_local_minimum",
    "not_every_step",
    "not_invariant_region",
    "not_second_order_stationary",
    "not_stationary",
    "number_of_connected_components",
    "on_box",
    "operator_with_form",
    "parabolic_subderivative",
    "positive_definite",
    "positive_semidefinite",
    "real_solutions",
    "rip_constant",
    "second_directional_derivative",
    "second_order_critical_point",
    "second_order_stationary",
    "second_subderivative",
    "second_subderivative_without_subgradient",
    "separated",
    "setwise_local_minimum",
    "sigmoid",
    "stationary",
    "stationary_points",
    "strict_local_minimum",
    "strictly_copositive",
    "sum_of_absolute_values",
    "sum_of_squares",
    "symmetric_loss",
    "tanh",
    "value",
]
