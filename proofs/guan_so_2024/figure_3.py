"""Figure 3: the function g of Example 4.3, and g(x) + 0.45 x."""

from exactcheck import Natural, assume, claim, point, scalar
from exactcheck.report.figures import FIRST, INK, SECOND, SOFT, Picture, require_proved

from . import paper
from .example_4_3 import NUMBERS, g, tilted

WHERE, RECORD = "section 4.2, Figure 3", "guan-so/fig-3"
TILT = scalar("-9/20")
SHOWN = 4


def heights(k):
    """The value of g(x) + 9/20 x at x = -k, which is g(0) = 0 at zero."""
    yield tilted(TILT, k, 0, -1) == k * scalar("1/20")


@claim(
    paper,
    "Figure 3",
    where=WHERE,
    record=RECORD,
    statement=r"""$g$ has one local minimizer, $0$, and rises on both sides of it; $g(x) + 0.45 x$ has the local
minimizers $0, -1, -2, \dots$ with the values $\frac{k}{20}$ at $-k$, is strictly concave between them, and
increases for $x \ge 0$.""",
    reading=f"on the whole line; {NUMBERS}; that g has no other minimizer is a claim of Example 4.3",
    uses=("guan-so-2024/example-4-3-only-minimizer",),
    scope="general",
)
@claim.sample(k=1)
@claim.general()
def local_minimizers(k: Natural):
    """Values at steps r < 9/10 around -k - 1 and around 0, the values at -k, and the two remarks about the curve."""
    r, s, t = point("r"), point("s"), point("t")
    assume(r > 0, r < scalar("9/10"), s >= 0, t > s, t <= 1)
    yield from heights(k)
    for there in (tilted(TILT, k, 1 - r, -1), tilted(TILT, k + 1, r, -1)):
        yield there > tilted(TILT, k, 1, -1)
    for side in (1, -1):
        yield tilted(TILT, 0, r, side) > g(0, 0)
    yield tilted(TILT, k, s, -1) + tilted(TILT, k, t, -1) < 2 * tilted(TILT, k, scalar("1/2") * (s + t), -1)
    yield tilted(TILT, k, s) < tilted(TILT, k, t)


def draw(axes):
    """Both curves, and the local minimizers of the second one."""
    x = [k / 100 for k in range(-100 * SHOWN - 50, 100 * SHOWN + 51)]
    curve = [(1 - (abs(v) % 1 - 1) ** 2 + abs(v) // 1) / 2 for v in x]
    axes.plot(x, curve, color=SOFT, label="g(x)")
    axes.plot(x, [height + 0.45 * v for v, height in zip(x, curve, strict=True)], color=FIRST, label="g(x) + 0.45 x")
    axes.plot(range(-SHOWN, 1), [k / 20 for k in range(SHOWN, -1, -1)], "o", color=SECOND)
    axes.set(xlabel="x")
    axes.legend(labelcolor=INK, framealpha=0)


def picture():
    """The picture, of which the kernel accepts the heights of the marked points before they are drawn."""
    require_proved(*(each for k in range(SHOWN + 1) for each in heights(scalar(k))))
    caption = (
        "$g$ and $g(x) + 0.45 x$. The only local minimizer of $g$ is $0$; the tilt adds local minimizers at $-1, -2, "
        "\\dots$ (marked), of height $\\frac{k}{20}$ at $-k$."
    )
    alt = (
        "A curve made of arcs, symmetric about zero, which rises on both sides. The tilted curve rises to the right, "
        "and to the left it is nearly level, with a row of corners that point down, each a little higher than "
        "the one before."
    )
    return Picture(caption, alt, draw, size=(6.0, 4.0))
