"""Figure 4: -f and -(f - <u0, u>) around the spurious stationary point u0 = (-1, 1), for u* = (1, 1)."""

from exactcheck import claim
from exactcheck.landscape import first_order_growth, not_second_order_stationary, stationary
from exactcheck.report.figures import FIRST, INK, SECOND, SOFT, Picture, require_proved

from . import paper
from .section_4 import SPURIOUS, TRUTH, loss, tilted_loss, with_signs

WHERE, RECORD = "section 4.2, Figure 4", "guan-so/fig-4"
AT_U0, AT_TRUTH = (1, -1, 1), (1, 1, 1)


def height(f, at, signs, expected):
    """The value of f at a point by the signs of its pieces."""
    total, conditions = with_signs(f, at, signs)
    yield from conditions
    yield total == expected


def before():
    """What is seen of f: u0 is stationary at the height 2, and no local minimizer."""
    f = loss()
    yield from height(f, SPURIOUS, AT_U0, 2)
    yield stationary(f, at=SPURIOUS)
    yield not_second_order_stationary(f, at=SPURIOUS)


def after():
    """What is seen of the tilted function: it grows from u0 at the rate 1, and is 0 there and at +-u*."""
    h = tilted_loss(*SPURIOUS)
    yield from height(h, SPURIOUS, AT_U0, 0)
    for side in (1, -1):
        yield from height(h, [side * x for x in TRUTH], AT_TRUTH, 0)
    yield first_order_growth(h, at=SPURIOUS) == 1


@claim(
    paper,
    "Figure 4",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (1, 1)$: $f(u_0) = 2$, and $u_0 = (-1, 1)$ is stationary, but no local minimizer of
$f$; it is a local minimizer of $h(u) = f(u) - \langle u_0, u \rangle$, with $dh(u_0)(d) \ge \|d\|_1$ and the value
$0$, which is also that at $\pm u^*$.""",
    reading="no local minimizer, as it is not second-order stationary; the slopes in all directions d by their best "
    "constant, which is 1",
)
@claim.sample()
def both_panels():
    """The statements about both functions."""
    yield from before()
    yield from after()


def level_sets(axes, tilt):
    """Level sets around u0, that through u0 in full strength, and the kinks."""
    import numpy

    x, y = numpy.meshgrid(numpy.linspace(-1.6, -0.4, 241), numpy.linspace(0.4, 1.6, 241))
    f = abs(x**2 - 1) / 2 + abs(x * y - 1) + abs(y**2 - 1) / 2 - tilt * (y - x)
    through = 2 - 2 * tilt
    axes.contour(x, y, f, levels=[through + k / 10 for k in range(-8, 16) if k], colors=SOFT, linewidths=0.5)
    if not tilt:
        axes.contour(x, y, f, levels=[through], colors=FIRST, linewidths=1.4)
        axes.plot([-1, -0.4], [1, 0.4], color=FIRST, linewidth=2.5)
    axes.axvline(-1, color=SOFT, linewidth=0.8, linestyle="--")
    axes.axhline(1, color=SOFT, linewidth=0.8, linestyle="--")
    axes.plot([-1], [1], "s", color=SECOND, markersize=8, zorder=5)
    axes.annotate("u₀", (-1, 1), (8, 8), textcoords="offset points", color=INK, fontsize=13)
    axes.set(xlabel="u₁", ylabel="u₂", aspect="equal")


def original():
    """The left panel."""
    require_proved(*before())
    caption = (
        "Level sets of $-f$ around $u_0 = (-1, 1)$ for $u^* = (1, 1)$, in full strength that of the height $-f(u_0) = "
        "-2$, with the stationary points $(-t, t)$, $t \\le 1$, on it. $u_0$ is stationary, and no local maximizer of "
        "$-f$. Dashed: the kinks of $f$."
    )
    alt = (
        "Contour lines around the point (-1, 1), at which a level valley from the lower right ends; to the upper left "
        "the function falls steeply, and on both sides of the valley it rises."
    )
    return Picture(caption, alt, lambda axes: level_sets(axes, 0))


def with_a_tilt():
    """The right panel."""
    require_proved(*after())
    caption = (
        "The same for $-(f(u) - \\langle u_0, u \\rangle)$: now $u_0$ is a local maximizer, of the height $0$, which "
        "falls at least at the rate $\\|d\\|_1$ in every direction $d$. The height at $\\pm u^*$ is $0$ too."
    )
    alt = "Closed contour lines with corners around the point (-1, 1), a peak."
    return Picture(caption, alt, lambda axes: level_sets(axes, 1))
