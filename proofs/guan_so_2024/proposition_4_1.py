"""Proposition 4.1: for u* = (1, 1) there is no active manifold around the spurious stationary point u0 = (-1, 1)."""

from exactcheck import Positive, assume, claim, function, point, scalar
from exactcheck.landscape import directional_derivative, stationary

from . import paper
from .section_4 import SPURIOUS, along_the_valley, loss, with_signs

PROOF = "section 4.1, proof of Proposition 4.1"
SEGMENT = "guan-so/eq-7-segment"
BEYOND, WITHIN = (1, -1, 1), (-1, -1, -1)
KNOWN = """taken for granted: an active manifold M of any order p >= 1 around u0 is near u0 a C^1 manifold; it contains
all stationary points near u0 (sharpness); f is continuously differentiable along every C^1 curve in M (smoothness); and
a C^1 manifold that contains the segment near its end u0 contains a C^1 curve that goes on beyond u0"""


def within():
    """The formula for f where u_1^2, u_2^2 and u_1 u_2 are at most 1."""
    return function(lambda x, y: (4 - x**2 - y**2 - 2 * x * y) / 2, u_1=None, u_2=None)


def beyond():
    """The formula for f where u_1^2 and u_2^2 are at least 1 and u_1 u_2 is at most 1."""
    return function(lambda x, y: (x**2 + y**2 - 2 * x * y) / 2, u_1=None, u_2=None)


def valley_is_stationary():
    """The points (-t, t) with |t| < 1."""
    t = point("t")
    assume(t**2 < 1)
    yield stationary(loss(), at=along_the_valley(t), multipliers=(-1, -1, -1))


def ends_are_stationary():
    """The points u0 and -u0."""
    for end in (1, -1):
        yield stationary(loss(), at=along_the_valley(end))


@claim(
    paper,
    "Proposition 4.1",
    where="section 4.1, Proposition 4.1",
    record="guan-so/prop-4.1",
    statement=r"""For $u^* = (1, 1)$ there is no $C^p$-active manifold around $u_0 = (-1, 1)$ of any order $p \ge
1$. (It would contain a curve $c$ through $u_0$ with $c'(1) = \delta (-1, 1)$, as all $(-t, t)$ with $|t| \le 1$ are
stationary. But $f \circ c$ has the slopes $-df(u_0)(-c'(1)) = 0$ before and $df(u_0)(c'(1)) = 4 \delta$ after
$u_0$.)""",
    reading=f"for every C^1 curve through the segment, by its velocity delta (-1, 1) at u0; {KNOWN}",
    uses=("guan-so-2024/proposition-4-1-the-segment-is-forced", "guan-so-2024/proposition-4-1-pieces"),
    scope="parametric",
)
@claim.sample(delta="1/2")
@claim.general()
def no_active_manifold(delta: Positive):
    """The two slopes of f along any curve with this velocity, and the segment that prescribes it."""
    f = loss()
    yield from valley_is_stationary()
    yield from ends_are_stationary()
    yield directional_derivative(f, at=SPURIOUS, along=(delta, -delta)) == 0
    yield directional_derivative(f, at=SPURIOUS, along=(-delta, delta)) == 4 * delta
    yield 4 * delta > 0


@claim(
    paper,
    "Proposition 4.1, the segment is forced",
    where=f"{PROOF}, (6)",
    record="guan-so/eq-6",
    statement=r"""Sharpness forces $\{(x, y) : x + y = 0, |x|, |y| \le 1\}$ near $u_0$ into $M$: $0 \in \partial f$
there.""",
    reading="for the open segment; taken for granted: sharpness keeps the subgradients at points outside of M away "
    "from zero",
    scope="exhaustive",
)
@claim.sample()
def segment_is_forced():
    """All points of the open segment."""
    yield from valley_is_stationary()


@claim(
    paper,
    "Proposition 4.1, the segment is forced",
    part="ends",
    where=f"{PROOF}, (6)",
    record="guan-so/eq-6",
    statement=r"""Sharpness forces the ends of the segment, $u_0$ and $-u_0$, into $M$ if they are near $u_0$: $0
\in \partial f$ there.""",
    reading="for |x| = |y| = 1",
)
@claim.sample()
def ends_are_forced():
    """The two points."""
    yield from ends_are_stationary()


def spot(delta, t):
    """The point c(t) of the segment."""
    return along_the_valley(1 - delta + delta * t)


def distance_squared(at):
    """||at - u0||^2."""
    return sum(((x - y) ** 2 for x, y in zip(at, SPURIOUS, strict=True)), scalar(0))


@claim(
    paper,
    "Proposition 4.1, segment as printed",
    where=f"{PROOF}, below (7)",
    record=SEGMENT,
    statement=r"""There is a $\delta > 0$ with $\{x + y = 0, 1 - \delta \le |x|, |y| \le 1\} \subseteq M \cap (u_0 +
\epsilon B)$, for a small $\epsilon$. (For every $\delta$ this set contains $-u_0 = (1, -1)$; then $-u_0$ would lie
in the ball.)""",
    reading="as printed, for every small ball: here for a ball of radius 1 and for every delta, and what the "
    "inclusion says of the point -u0",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample()
def segment_as_printed():
    """The conditions of the set at -u0, whatever delta is, and its distance from u0."""
    delta, (x, y) = point("delta"), along_the_valley(-1)
    assume(delta > 0)
    yield x + y == 0
    for size in (x, -y):
        yield size >= 1 - delta
        yield size <= 1
    yield distance_squared((x, y)) < 1


@claim(
    paper,
    "Proposition 4.1, segment",
    where=f"{PROOF}, below (7)",
    record=SEGMENT,
    statement=r"""$\{x + y = 0, 1 - \delta \le |x|, |y| \le 1, x \le 0 \le y\} \subseteq M \cap (u_0 + \epsilon B)$
for $0 < \delta \le 1$ with $2 \delta^2 < \epsilon^2$: these are the points $c(t)$, $0 \le t \le 1$, of the proof;
they lie in the ball, and in $M$ by (6).""",
    reading="with x <= 0 <= y, which the text does not ask for; that the points are in M is (6)",
    repairs="proposition-4-1-segment-as-printed",
    uses=("guan-so-2024/proposition-4-1-the-segment-is-forced",),
    scope="parametric",
)
@claim.sample(delta="1/2", epsilon=1)
@claim.general()
def segment(delta: Positive, epsilon: Positive):
    """The bounds, and the distance from u0."""
    t = point("t")
    assume(delta <= 1, 2 * delta**2 < epsilon**2, t >= 0, t <= 1)
    x, y = spot(delta, t)
    yield x + y == 0
    yield y >= 1 - delta
    yield y <= 1
    yield distance_squared((x, y)) == 2 * delta**2 * (1 - t) ** 2
    yield distance_squared((x, y)) < epsilon**2


@claim(
    paper,
    "Proposition 4.1, pieces",
    where=PROOF,
    record="guan-so/prop-4.1-pieces",
    statement=r"""On every $C^1$ extension of $c(t) = (-(1 - \delta + \delta t), 1 - \delta + \delta t)$, near $t =
1$: $f = \frac12 (4 - u_1^2 - u_2^2 - 2 u_1 u_2)$ before and $f = \frac12 (u_1^2 + u_2^2 - 2 u_1 u_2)$ after $t =
1$, and $g = f \circ c$ has $\lim g' = 0$ and $4 \delta$ there. ($c(1 \pm h) = u_0 \pm h (-p, q)$ with $p, q \to
\delta$, so that $p, q > 0$ and $h p, h q < 1$ near $u_0$; and $\lim g'$ is the derivative of the piece at $u_0$
along $\delta (-1, 1)$.)""",
    reading="for u0 + (p, -q) and u0 + (-p, q) with 0 < p, q < 1, where the curve is just before and after t = 1",
    scope="parametric",
)
@claim.sample(delta=1)
@claim.general()
def pieces(delta: Positive):
    """At u0 + (p, -q) and u0 + (-p, q), p and q being as small as needed, and the two limits."""
    p, q, f = point("p"), point("q"), loss()
    assume(p > 0, p < 1, q > 0, q < 1)
    for sign, signs, formula in ((1, WITHIN, within()), (-1, BEYOND, beyond())):
        at = (-1 + sign * p, 1 - sign * q)
        total, conditions = with_signs(f, at, signs)
        yield from conditions
        yield total == formula(*at)
    for formula, limit in ((within(), 0), (beyond(), 4 * delta)):
        yield formula.derivative(SPURIOUS, (-delta, delta)) == limit
