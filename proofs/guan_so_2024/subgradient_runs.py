"""Exact runs of the subgradient method for u* = (1, 0) and u* = (1, 1), drawn: the trapped region, and Figure 5."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations_with_replacement

from exactcheck.report.figures import FIRST, INK, SECOND, SOFT, Picture, require_proved

from .conjecture_4_5 import CONE, trapped_halves
from .figure_5 import bounds

STEPS, FIRST_SIZE = 60, 4
TRAPPED = [("1/3", "9/10"), ("-2/5", "1"), ("1/10", "1/2"), ("-3/10", "-4/5"), ("1/5", "-1")]
FREE = [("7/10", "6/5"), ("-6/5", "7/5"), ("-1/2", "2/5"), ("3/5", "-1"), ("8/5", "-1/2"), ("-1", "-7/5")]
AROUND = [
    (Fraction(x, 4), Fraction(y, 4))
    for x, y in ((-6, 5), (-7, 2), (5, -3), (-3, -6), (7, -5), (1, 7), (-2, 3), (7, 1), (-6, -1), (3, -5), (-5, 7))
]


def run(us, start):
    """The points of a run with the steps 1/4, 1/5, 1/6, ..., and the multiplier 0 where a summand is zero; exact."""
    u = [Fraction(x) for x in start]
    points = [tuple(u)]
    for t in range(STEPS):
        g = subgradient(us, u)
        u = [x - slope / (t + FIRST_SIZE) for x, slope in zip(u, g, strict=True)]
        points.append(tuple(u))
    return points


def subgradient(us, u):
    """The subgradient of 1/2 sum_ij |u_i u_j - u*_i u*_j| with the multipliers sign(u_i u_j - u*_i u*_j)."""
    g = [Fraction(0)] * len(u)
    for i, j in combinations_with_replacement(range(len(u)), 2):
        between = u[i] * u[j] - us[i] * us[j]
        sign = (between > 0) - (between < 0)
        g[i] += sign * u[j]
        g[j] += sign * u[i] if i != j else 0
    return g


def draw_run(axes, points, color):
    """The points of a run, and its beginning."""
    x, y = ([float(point[k]) for point in points] for k in (0, 1))
    axes.plot(x, y, ".-", color=color, linewidth=0.8, markersize=3)
    axes.plot(x[:1], y[:1], "o", color=color, markersize=5)


def background(axes, us, size):
    """Level sets of f, and the points u* and -u*."""
    import numpy

    x, y = numpy.meshgrid(numpy.linspace(-size, size, 241), numpy.linspace(-size, size, 241))
    a, b = us
    f = abs(x**2 - a**2) / 2 + abs(x * y - a * b) + abs(y**2 - b**2) / 2
    axes.contour(x, y, f, levels=[k / 4 for k in range(1, 17)], colors=SOFT, linewidths=0.4)
    for name, (left, up), offset in (("u*", us, (10, 16)), ("-u*", (-a, -b), (-34, -26))):
        axes.plot([left], [up], "D", color=INK, markersize=7, zorder=5)
        axes.annotate(name, (left, up), offset, textcoords="offset points", color=INK, fontsize=13)
    axes.set(xlim=(-size, size), ylim=(-size, size), xlabel="u₁", ylabel="u₂", aspect="equal")


def draw_trapped(axes):
    """The region, runs from it, and runs from other points."""
    background(axes, (1, 0), 1.6)
    for side in (1, -1):
        axes.fill([0, -0.4, 0.4], [0, side, side], color=FIRST, alpha=0.18, linewidth=0)
    for start in FREE:
        draw_run(axes, run((1, 0), start), SECOND)
    for start in TRAPPED:
        draw_run(axes, run((1, 0), start), FIRST)
    axes.plot([0], [0], "s", color=INK, markersize=7, zorder=5)


def draw_flow(axes):
    """The segment of spurious stationary points, and runs on either side of its line."""
    background(axes, (1, 1), 1.9)
    axes.plot([-1, 1], [1, -1], color=INK, linewidth=3)
    for start in AROUND:
        draw_run(axes, run((1, 1), start), FIRST if sum(start) > 0 else SECOND)


def trapped_region():
    """The picture to Conjecture 4.5, whose region the kernel accepts as trapped before it is drawn."""
    require_proved(*CONE.around_a_spurious_point(), *trapped_halves())
    caption = (
        "Exact runs of the subgradient method for $u^* = (1, 0)$ with the steps $\\frac14, \\frac15, \\dots$ "
        "No step of a size $a \\le \\frac14$ leaves the shaded region $|u_1| \\le \\frac25 |u_2|$, $|u_2| \\le 1$, and "
        "$|u_2^+| \\le (1 - a) |u_2|$: every run from it converges to the spurious stationary point $0$ (square); "
        f"others approach $\\pm u^*$ (diamonds). {STEPS} steps each, from rational starts."
    )
    alt = (
        "A plane with two shaded triangles that meet at the origin, above and below it. Paths of points that begin in "
        "the triangles run along them to the origin; paths that begin elsewhere run to (1, 0) or (-1, 0)."
    )
    return Picture(caption, alt, draw_trapped)


def flow():
    """Figure 5: runs with small steps in the place of the flow, from both sides of the line u1 + u2 = 0."""
    require_proved(*bounds())
    caption = (
        "Exact runs of the subgradient method for $u^* = (1, 1)$ with the steps $\\frac14, \\frac15, \\dots$, "
        "in the place of the flow. Thick: the spurious stationary points. The flow does not cross the line through "
        f"them, and leads to $u^*$ or $-u^*$ on either side of it. {STEPS} steps each, from rational starts."
    )
    alt = (
        "A plane with a thick segment from (-1, 1) to (1, -1). Paths of points that begin above the line through it "
        "run to (1, 1), those that begin below it to (-1, -1)."
    )
    return Picture(caption, alt, draw_flow)
