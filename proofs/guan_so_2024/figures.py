"""The figures of the paper, drawn anew."""

from exactcheck.report.figures import figure

from . import figure_1, figure_2, figure_3, figure_4, subgradient_runs


@figure("Figure 1")
def planted_on_an_axis():
    """Level sets of -f for u* = (1, 0), with the stationary points."""
    return figure_1.picture()


@figure("Figure 2")
def tilt_to_infinity():
    """The function of Example 4.2 before and after its tilt."""
    return figure_2.picture()


@figure("Figure 3")
def tilt_with_many_minimizers():
    """The function of Example 4.3 before and after its tilt."""
    return figure_3.picture()


@figure("Figure 4, left")
def around_the_spurious_point():
    """Level sets of -f for u* = (1, 1) around u0."""
    return figure_4.original()


@figure("Figure 4, right")
def around_the_spurious_point_tilted():
    """Level sets of -(f - <u0, u>) around u0."""
    return figure_4.with_a_tilt()


@figure("Figure 5")
def subgradient_flow():
    """Runs for u* = (1, 1) on both sides of the segment of spurious stationary points."""
    return subgradient_runs.flow()


@figure("Conjecture 4.5")
def trapped_runs():
    """Runs for u* = (1, 0) inside and outside of the trapped region."""
    return subgradient_runs.trapped_region()
