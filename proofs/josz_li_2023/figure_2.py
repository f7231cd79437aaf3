"""Figure 2: (x1, x2) -> (x2 max(x1, 0) - 1)^2 has a spurious local minimum at infinity, but no spurious valley."""

from exactcheck import Nonnegative, Positive, Real, assume, claim, lesser, point, scalar, to_sympy
from exactcheck.report.figures import FIRST, INK, SECOND, SOFT, Picture, require_proved

from . import paper

WHERE = "section 1, Figure 2"
FUNCTION = r"$f(x_1, x_2) = (x_2 \max\{x_1, 0\} - 1)^2$"


def relu(x):
    """max(x, 0)."""
    return -lesser(-x, 0)


def network(m, x2):
    """The value of f where m = max(x1, 0)."""
    return (x2 * m - 1) ** 2


def sides(x):
    """For x > 0: max(x, 0) = x and max(-x, 0) = 0."""
    for at, m in ((x, x), (-x, 0)):
        yield relu(at) >= m
        yield relu(at) <= m


@claim(
    paper,
    "Figure 2, local minimum at infinity",
    where=WHERE,
    record="josz-li/fig-2-spurious",
    statement=rf"""{FUNCTION} has a spurious local minimum at infinity: $f = 1$ on the open set $U = \{{x_1 <
0\}}$, so that $S = \{{x_1 \le -1\}}$ is a setwise local minimum. It is unbounded, and $f(1, 1) = 0 < 1$.""",
    reading="a set certificate (S, U) by Definition 2, at all points -x of U",
    scope="parametric",
)
@claim.sample(x=1, x2=5)
@claim.sample(x="1/2", x2="-7/3")
@claim.general()
def flat(x: Positive, x2: Real):
    """The values at U, and at a global minimum."""
    yield from sides(x)
    yield network(0, x2) == 1
    yield network(1, scalar(1)) == 0


@claim(
    paper,
    "Figure 2, valleys",
    where="section 1, caption of Figure 2",
    record="josz-li/fig-2-novalley",
    statement=rf"""{FUNCTION} has no spurious valley: from every point a path along which $f$ is never above its
first value leads to a global minimum, so that every path-connected component of a sublevel set contains one. (For
$x_1 > 0$: straight to $(x_1, 1/x_1)$. For $x_1 \le 0$: straight to $(0, x_2)$ and on to $(0, 1)$, where $f = 1$
all the time, and from there to $(1, 1)$.)""",
    reading="spurious: without a global minimum of f, whose least value is 0; for every point x and every time t "
    "in [0, 1] of each part of the path",
    scope="parametric",
)
@claim.sample(x=2, t="1/3", x2=-3)
@claim.general()
def descending_paths(x: Positive, x2: Real, t: Nonnegative):
    """Along the path from (x, x2); then along the parts of the one from (-x, x2) or (0, x2)."""
    assume(t <= 1)
    target = 1 / x
    start, along = network(x, x2), network(x, x2 + t * (target - x2))

    yield from sides(x)
    yield along == (1 - t) ** 2 * start
    yield start >= 0
    yield along <= start
    yield network(x, target) == 0
    yield network(0, x2) == 1
    yield network(0, x2 + t * (1 - x2)) == 1
    yield network(t, scalar(1)) <= 1
    yield network(1, scalar(1)) == 0


DISTANCES = tuple(map(scalar, ("1/4", "1/2", "3/4", 1, 2, 3)))
WINDOW = (-2, 3, -3, 3)


def values_in_the_caption(x1, s):
    """f on the flat region, at a global minimum, and where x1 x2 = 1 + s or 1 - s."""
    yield network(0, point("x2")) == 1
    yield network(1, scalar(1)) == 0
    for product in (1 + s, 1 - s):
        yield network(x1, product / x1) == s**2


def draw(axes):
    """The flat region, the branches of the level sets of s^2, and the global minima."""
    left, right, low, high = WINDOW
    x1 = [right * k / 400 for k in range(1, 401)]
    axes.fill([left, 0, 0, left], [low, low, high, high], color=SECOND, alpha=0.18, linewidth=0)
    for s in map(to_sympy, DISTANCES):
        for product in (1 + s, 1 - s):
            axes.plot(x1, [float(product) / x for x in x1], color=SOFT, linewidth=0.8)
    axes.plot(x1, [1 / x for x in x1], color=FIRST, linewidth=2)
    axes.annotate("f = 1", (left, low), (12, 12), textcoords="offset points", color=INK)
    axes.set(xlim=(left, right), ylim=(low, high), xlabel="x₁", ylabel="x₂")


def picture():
    """The picture, of which the kernel accepts the values in the caption before it is drawn."""
    x1, s = point("x1"), point("s")
    require_proved(*values_in_the_caption(x1, s), assuming=[x1 > 0])
    levels = ", ".join(f"{to_sympy(s) ** 2}" for s in DISTANCES)
    caption = (
        f"Level sets of $f(x_1, x_2) = (x_2 \\max\\{{x_1, 0\\}} - 1)^2$ where $x_1 > 0$: $x_1 x_2 = 1 \\pm s$ for the "
        f"levels $s^2 = {levels}$, and the global minima $x_1 x_2 = 1$ (thick). In the shaded region $f = 1$: "
        "a spurious local minimum at infinity lies in it, and from its edge $x_1 = 0$ paths lead down to global minima."
    )
    alt = (
        "A plane whose left half is shaded. In the right half hyperbolas lie on both sides of a thick one, all of them "
        "steep near the shaded half."
    )
    return Picture(caption, alt, draw, size=(6.0, 4.5))
