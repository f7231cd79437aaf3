"""The figures of the paper, drawn anew."""

from exactcheck.report.figures import figure

from . import figure_4


@figure("Figure 4")
def infinitely_many_critical_values():
    """The function of Remark 2."""
    return figure_4.picture()
