"""The figures of the paper, drawn anew."""

from exactcheck.report.figures import figure

from . import figure_2, figure_3, figure_4, gradient_runs


@figure("Figure 1")
def stuck_and_successful_runs():
    """The value of the function of Example 1 along gradient descent."""
    return gradient_runs.picture()


@figure("Figure 2")
def flat_region():
    """Level sets, and the region where the function is constant."""
    return figure_2.picture()


@figure("Figure 3")
def set_and_neighbourhood():
    """Level sets, and the certificate (S, U) of a local minimum at infinity."""
    return figure_3.picture()


@figure("Figure 4")
def infinitely_many_critical_values():
    """The function of Remark 2."""
    return figure_4.picture()
