"""Section 2.1, after Lemma 1: a setwise local minimum that is no valley, and a valley that is none."""

from exactcheck import Nonnegative, Positive, Real, assume, claim, function, point
from exactcheck.landscape import setwise_local_minimum

from . import paper

WHERE = "section 2.1, after Lemma 1"
SINE = "josz-li/inl-topologist"
zero = function(lambda x: 0 * x, x=None).named("f")


@claim(
    paper,
    "Section 2.1, no valley",
    where=WHERE,
    record="josz-li/inl-notvalley",
    statement=r"""$[-1, 1]$ is a setwise local minimum of $f = 0$ on $\mathbb R$, but no valley: with every level
$c$ for which $[f \le c]$ contains it, $[f \le c]$ contains all of $[-1, 2]$.""",
    reading="for all points x of S, y of U = R and all levels c >= 0; 1 + t runs over [1, 2]",
    scope="parametric",
)
@claim.sample(c=0, t=1)
@claim.general()
def no_valley(c: Nonnegative, t: Positive):
    """The certificate of Definition 2 with U = R, in both notations; then the larger interval."""
    assume(t <= 1)
    yield setwise_local_minimum(zero, lambda x: [x >= -1, x <= 1], lambda x: x**2 + 1 > 0, point=[0])
    yield zero(point("x")) <= zero(point("y"))
    yield zero(1 + t) <= c
    yield 1 + t > 1


def on_the_curve(p, sine):
    """The point (1/p, sin p) of the curve x2 = sin(1 / x1)."""
    return 1 / p, sine


@claim(
    paper,
    "Section 2.1, sine curve as printed",
    where=WHERE,
    record=SINE,
    statement=r"""$X = \{(x_1, x_2) : x_1 \ne 0, x_2 = \sin(1/x_1)\}$ is a valley of its distance function: $X$ is
a path-connected component of the sublevel set of $0$.""",
    reading="on a path-connected set x1, which is nowhere zero on X, has the same sign at any two points; these "
    "are (1/p, sin p) and (1/q, sin q)",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample(p=1, q=-1)
def one_sign(p: Real, q: Real):
    """The signs of the first coordinates, which do not depend on the sines."""
    assume(p**2 > 0, q**2 > 0)
    yield on_the_curve(p, point("sin_p"))[0] * on_the_curve(q, point("sin_q"))[0] > 0


valley = claim.not_checkable(
    paper,
    "Section 2.1, sine curve",
    part="valley",
    where=WHERE,
    record=SINE,
    statement=r"""$X_+ = \{(x_1, x_2) : x_1 > 0, x_2 = \sin(1/x_1)\}$ is a valley of its distance function: the sublevel
set of $0$ has the two path-connected components $X_+$ and $\{0\} \times [-1, 1]$.""",
    reading="true; with x1 < 0 as well, as printed, there are three components, of which X is none",
    reason="topology: the graph and the segment, which is in its closure, are not joined by a path",
)


@claim(
    paper,
    "Section 2.1, sine curve",
    where=WHERE,
    record=SINE,
    statement=r"""For $X_+ = \{(x_1, x_2) : x_1 > 0, x_2 = \sin(1/x_1)\}$: as near to each point $(0, u)$ with $-1 \le
u \le 1$ as one likes there are points $(1/p, \sin p)$ with $\sin p = u$, whose first coordinate is positive. So $X_+$
is not closed, and no setwise local minimum.""",
    reading="sin takes each value u in [-1, 1] at arbitrarily large p",
    repairs="section-2-1-sine-curve-as-printed",
    scope="parametric",
)
@claim.sample(p=100, u="1/2", distance="1/10")
@claim.general()
def right_half(p: Positive, u: Real, distance: Positive):
    """Points of X_+ that are as close to (0, u) as one likes, and the first coordinates."""
    assume(u >= -1, u <= 1, p * distance > 1)
    x1, x2 = on_the_curve(p, u)
    yield x1 > 0
    yield x1**2 + (x2 - u) ** 2 < distance**2
