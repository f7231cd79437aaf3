"""Figure 5 (section 4.3): the subgradient flow for u* = (1, 1) leads to u* and -u*.

The flow is every absolutely continuous curve with u' in minus the subdifferential at almost all times. What is shown of
it are inequalities between u and a step u+ = u - a g, for every a in (0, 1] and every subgradient g, that are linear in
g: they bound derivatives along the flow.
"""

from exactcheck import claim
from exactcheck.landscape import every_step, invariant_region

from . import paper
from .equation_1 import SIGN_CHANGES
from .section_4 import loss

WHERE, RECORD = "section 4.3, Figure 5", "guan-so/fig-5"
CUTS = (1, -1, 0)
FLOW = """the flow consists of the absolutely continuous curves with u' = -g for a subgradient g at almost all times;
taken for granted: along them polynomials grow by the integral of their derivative. Inequalities for all steps u+ = u -
a g, 0 < a <= 1, that are linear in a g are inequalities for g. u1 + u2 > 0 is no restriction, as f(-u) = f(u)"""


@claim(
    paper,
    "Figure 5, closer to the truth",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (1, 1)$ and every $u \ne u^*$ with $u_1 + u_2 > 0$, every subgradient $g$ at $u$ has
$\langle g, u - u^* \rangle > 0$: along the flow the distance to $u^*$ decreases there.""",
    reading=FLOW,
    uses=(SIGN_CHANGES,),
    scope="exhaustive",
)
@claim.sample()
def closer():
    """<u - u+, u - u*> > 0."""
    yield every_step(
        loss(),
        lambda x, y: [x + y > 0, (x - 1) ** 2 + (y - 1) ** 2 > 0],
        1,
        lambda a, u, reached: (u[0] - reached[0]) * (u[0] - 1) + (u[1] - reached[1]) * (u[1] - 1) > 0,
        cuts=CUTS,
    )


@claim(
    paper,
    "Figure 5, half planes",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (1, 1)$ with $s = u_1 + u_2$: where $s > 0$ and $u_2 \le 0$, $u_2$ grows along the flow
at a rate of at least $s$ (likewise $u_1$ where $u_1 \le 0$); where $s > 0$ and $u_2 < -1$ (or $u_1 < -1$), $s$ is
constant; where $|u_1|, |u_2| < 1$, $s$ grows at the rate $2 s$. So the flow does not leave the half plane $s > 0$.""",
    reading=f"{FLOW}. The last sentence in words: if s were zero for the first time at T, at u2 <= 0 say, then s would "
    "have been constant or would have grown just before, where u2 < -1 or |u1|, |u2| < 1; if u2 = -1 at T, it was "
    "approached from below, as u2 grew",
    uses=(SIGN_CHANGES,),
    scope="exhaustive",
)
@claim.sample()
def half_planes():
    """Bounds of both coordinates, and of their sum."""
    yield from bounds()


def bounds():
    """How fast a coordinate grows, and the sum."""
    f = loss()
    for k in (1, 0):
        yield every_step(
            f, lambda *u, k=k: [both(u) > 0, u[k] <= 0], 1, lambda a, u, v, k=k: v[k] >= u[k] + a * both(u), cuts=CUTS
        )
    for k in (1, 0):
        yield every_step(
            f, lambda *u, k=k: [both(u) > 0, u[k] < -1], 1, lambda a, u, v: equal(both(v), both(u)), cuts=CUTS
        )
    yield every_step(f, square, 1, lambda a, u, v: equal(both(v), (1 + 2 * a) * both(u)), cuts=CUTS)


def square(x, y):
    """The region |u_1|, |u_2| < 1."""
    return [x < 1, -x < 1, y < 1, -y < 1]


def both(u):
    """s = u_1 + u_2."""
    return u[0] + u[1]


def equal(left, right):
    """The inequalities that make an equation."""
    return [left <= right, left >= right]


@claim(
    paper,
    "Figure 5, the flow",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (1, 1)$: where $s = u_1 + u_2 > 0$, $s$ does not fall along the flow unless $u_1 u_2
\ge 1$, or one coordinate is at least $1$ and the other negative. With the claims before, the flow leads from every
point with $u_1 + u_2 > 0$ to $(1, 1)$, and from every point with $u_1 + u_2 < 0$ to $(-1, -1)$.""",
    reading=f"{FLOW}. The second sentence in words: while u2 < -1, s is constant and u2 grows at least at the rate s, "
    "so that u2 comes above -1; then it stays above some number c > -1, as it grows where u2 <= 0; likewise u1. So s "
    "stays above some delta > 0, as it is >= 2 where u1 u2 >= 1, and >= 1 + c where one coordinate is at least 1 and "
    "the other negative. Where s >= delta and |u - u*| lies between any epsilon > 0 and its first value, <g, u - u*> "
    "has a least value over all subgradients, which depend closedly on u in a compact set; it is > 0, so that |u - "
    "u*| falls below epsilon",
    uses=("guan-so-2024/figure-5-closer-to-the-truth", "guan-so-2024/figure-5-half-planes", SIGN_CHANGES),
    scope="exhaustive",
)
@claim.sample()
def flow():
    """s does not fall where both coordinates are below 1, nor where they are >= 0 with a product below 1."""
    for region in (lambda x, y: [x + y > 0, x < 1, y < 1], lambda x, y: [x >= 0, y >= 0, x * y < 1]):
        yield every_step(loss(), region, 1, lambda a, u, v: both(v) >= both(u), cuts=CUTS)


@claim(
    paper,
    "Figure 5, steps instead of the flow",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (1, 1)$ no subgradient step of a size $a \le \frac15$ leaves the square $[0, 2]^2$.""",
    reading="of the method with steps, for which Conjecture 4.5 was made: a neighbourhood of the truth that it does "
    "not leave",
    scope="exhaustive",
)
@claim.sample()
def neighbourhood():
    """The square is invariant."""
    yield invariant_region(loss(), lambda x, y: [x >= 0, y >= 0, x <= 2, y <= 2], "1/5", cuts=CUTS)
