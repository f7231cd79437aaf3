"""Figure 1: the function of Example 3.3, f for u* = (1, 0), and its stationary points."""

from exactcheck import Positive, assume, claim, point, scalar
from exactcheck.landscape import (
    l1_rank_one_loss,
    l1_stationary_set,
    not_stationary,
    stationary,
    stationary_points,
)
from exactcheck.report.figures import FIRST, INK, SECOND, SOFT, Picture, require_proved

from . import paper

RECORD = "guan-so/fig-1"
WHERE = "section 3.1, Figure 1"


@claim(
    paper,
    "Figure 1",
    part="stationary points",
    where=WHERE,
    record=RECORD,
    statement=r"""The stationary points of $f(u) = \frac12 |u_1^2 - a^2| + |u_1 u_2| + \frac12 u_2^2$, which is $f$
for $u^* = (a, 0)$ (drawn: $a = 1$), are $(0, 0)$, $(a, 0)$ and $(-a, 0)$, as Theorem 3.1 says.""",
    reading="from the definition of f, for all a > 0 and at all points of the plane: those with u_2 = 0 by the order "
    "of |u_1|, 0 and a, and those with u_2 != 0 likewise",
    scope="parametric",
)
@claim.sample(a=1)
@claim.general()
def every_other_point_descends(a: Positive):
    """The three points, and a direction of descent at every other one."""
    yield from three_points(a)
    f, inner, beyond, height = l1_rank_one_loss((a, 0)), point("inner"), point("beyond"), point("height")
    assume(inner > 0, inner < a, beyond > 0, height > 0)

    yield a - inner > 0
    yield a**2 - inner**2 > 0
    for side in (1, -1):
        yield not_stationary(f, at=(side * inner, 0), descent=(side, 0))
        yield not_stationary(f, at=(side * (a + beyond), 0), descent=(-side, 0))
    for above in (1, -1):
        for x in (0, inner, -inner, a, -a, a + beyond, -(a + beyond)):
            yield not_stationary(f, at=(x, above * height), descent=(0, -above))


def three_points(a):
    """The points of the figure are stationary."""
    f = l1_rank_one_loss((a, 0))
    for x, first in ((0, -1), (a, 0), (-a, 0)):
        yield stationary(f, at=(x, 0), multipliers=[first, 0, 0])


@claim(
    paper,
    "Figure 1",
    part="complete set",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (1, 0)$ the stationary points of $f$ are $\{u : |u_1| \le 1, |u_2| \le 0, u_1 = 0\}
\cup \{u^*, -u^*\}$.""",
    reading="from the definition of f, at all points of the plane; the set as Theorem 3.1 gives it",
    scope="exhaustive",
)
@claim.sample()
def complete_set():
    """Both inclusions."""
    yield stationary_points(l1_rank_one_loss((1, 0))) == l1_stationary_set((1, 0))


@claim(
    paper,
    "Figure 1",
    part="heights",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (a, 0)$: $f(0, 0) = \frac12 a^2$ and $f(a, 0) = f(-a, 0) = 0$. (The entries $u_1^2 -
a^2$, $u_1 u_2$ and $u_2^2$ are $-a^2$, $0$, $0$ at the first point, and $0$ at the others.)""",
    reading="by the values of the entries, of which f is half the sum of the moduli; for all a > 0",
    scope="parametric",
)
@claim.sample(a=1)
@claim.general()
def heights(a: Positive):
    """The values of the entries."""
    yield from entries_at_the_points(a)


def entries_at_the_points(a):
    """The values between the bars."""
    for x, first in ((0, -(a**2)), (a, 0), (-a, 0)):
        for (_, piece), expected in zip(l1_rank_one_loss((a, 0)).pieces, (first, 0, 0), strict=True):
            yield piece(x, 0) == expected


def draw(axes):
    """Level sets of f, in full strength the one through the origin, its kinks, and the stationary points."""
    import numpy

    x, y = numpy.meshgrid(numpy.linspace(-1.8, 1.8, 241), numpy.linspace(-1.4, 1.4, 187))
    f = abs(x**2 - 1) / 2 + abs(x * y) + y**2 / 2
    axes.contour(x, y, f, levels=[k / 8 for k in range(1, 25) if k != 4], colors=SOFT, linewidths=0.5)
    axes.contour(x, y, f, levels=[0.5], colors=FIRST, linewidths=1.4)
    for line, places in ((axes.axvline, (-1, 0, 1)), (axes.axhline, (0,))):
        for place in places:
            line(place, color=SOFT, linewidth=0.8, linestyle="--")
    for marker, name, place in (("D", "u*", 1), ("D", "-u*", -1), ("s", "0", 0)):
        axes.plot([place], [0], marker, color=SECOND, markersize=8, zorder=5)
        axes.annotate(name, (place, 0), (8, 8), textcoords="offset points", color=INK, fontsize=13)
    axes.set(xlabel="u₁", ylabel="u₂", aspect="equal")


def picture():
    """The picture, whose points the kernel accepts as stationary, with their heights, before they are drawn."""
    require_proved(*three_points(scalar(1)), *entries_at_the_points(scalar(1)))
    caption = (
        "Level sets of $-f$ for $u^* = (1, 0)$, where $f(u) = \\frac12 |u_1^2 - 1| + |u_1 u_2| + \\frac12 u_2^2$. The "
        "stationary points are the two global maxima $u^*$ and $-u^*$ of $-f$, of height $0$, and the origin, of "
        "height $-\\frac12$ (level in full strength), from where $-f$ rises along the first axis and falls along the "
        "second. Dashed: the kinks of $f$."
    )
    alt = (
        "Contour lines of a function of two variables with sharp peaks at (1, 0) and (-1, 0) and a saddle at the "
        "origin between them. The lines have corners on both axes and on the two vertical lines through the peaks."
    )
    return Picture(caption, alt, draw)
