"""Figure 2: the function g of Example 4.2, and g(x) + x / 100."""

from exactcheck import assume, claim, point, scalar
from exactcheck.landscape import value
from exactcheck.report.figures import FIRST, INK, SECOND, SOFT, Picture, require_proved

from . import paper
from .example_4_2 import pieces

WHERE, RECORD = "section 4.2, Figure 2", "guan-so/fig-2"
TILT = scalar("1/100")
MINIMIZER, LOWEST = scalar("-1/100"), scalar("-10001/20000")
CROSSING = scalar("-20001/200")


def tilted(piece, x):
    """The value of g(x) + x / 100 by the formula of a piece."""
    return value(piece.g, at=x) + TILT * x


def at_the_minimizers():
    """The value of g at 0, and that of g(x) + x / 100 at -1/100, where its slope is zero."""
    centre = pieces()[2]
    yield value(centre.g, at=0) == scalar("-1/2")
    yield tilted(centre, MINIMIZER) == LOWEST
    yield centre.derivative(MINIMIZER) + TILT == 0


@claim(
    paper,
    "Figure 2",
    part="minimizers",
    where=WHERE,
    record=RECORD,
    statement=r"""The minimum of $g$ that is seen is $g(0) = -\frac12$; the value of $g(x) + \frac{x}{100}$ at
$-\frac{1}{100}$, where its slope is zero, is $-\frac{10001}{20000}$.""",
    reading="what the two curves look like near zero; the minimum of the second one there is that of a parabola",
)
@claim.sample()
def minimizers():
    """Values and slope."""
    yield from at_the_minimizers()


@claim(
    paper,
    "Figure 2",
    part="what it does not show",
    where=WHERE,
    record=RECORD,
    statement=r"""$g(x) + \frac{x}{100}$ is smaller than at $-\frac{1}{100}$ exactly for $x < -\frac{20001}{200}$,
far to the left.""",
    reading="on the whole line, piece by piece; near zero by an equation between polynomials",
    scope="exhaustive",
)
@claim.sample()
def where_it_is_lower():
    """The five pieces, the left one on both sides of the crossing; near zero the curve is a parabola."""
    t, p, r = point("t"), point("p"), point("r")
    assume(t >= 0, t <= 1, p >= 0, r > 0)
    far_left, left, centre, right, far_right = pieces()
    yield tilted(far_left, CROSSING - r) < LOWEST
    yield tilted(far_left, CROSSING + p) >= LOWEST
    for piece in (left, right, far_right):
        yield tilted(piece, piece.at(t, p)) > LOWEST
    yield tilted(centre, r) == LOWEST + scalar("1/2") * (r - MINIMIZER) ** 2


def draw(axes):
    """Both curves, and their minimizers near zero."""
    from exactcheck import to_sympy

    x = [k / 50 for k in range(-250, 251)]
    places = {-2: 0, -1: 1, 1: 2, 2: 3}
    formulas = [to_sympy(piece.g) for piece in pieces()]
    g = [float(formulas[next((k for end, k in places.items() if v <= end), 4)](v)) for v in x]
    axes.plot(x, g, color=SOFT, label="g(x)")
    axes.plot(x, [height + v / 100 for v, height in zip(x, g, strict=True)], color=FIRST, label="g(x) + x/100")
    axes.plot([0], [-0.5], "o", color=SECOND)
    axes.set(xlabel="x")
    axes.legend(labelcolor=INK, framealpha=0)


def picture():
    """The picture, of which the kernel accepts the values in the caption before they are drawn."""
    require_proved(*at_the_minimizers())
    caption = (
        "$g$ and $g(x) + \\frac{x}{100}$. The minimum $g(0) = -\\frac12$ becomes a local one, "
        "$-\\frac{10001}{20000}$ at $-\\frac{1}{100}$, and the infimum $-\\infty$; but values below the local minimum "
        "are found only for $x < -\\frac{20001}{200}$, outside of the picture."
    )
    alt = (
        "Two nearly equal curves with one smooth valley at zero, flat beyond 2 and -2. The second one falls slightly "
        "towards the left."
    )
    return Picture(caption, alt, draw, size=(6.0, 4.0))
