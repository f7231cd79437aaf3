"""Example 1, the spurious local minimum at infinity, with a certificate."""

from exactcheck import Positive, Real, assume, claim
from exactcheck.landscape import setwise_local_minimum, value

from . import paper
from .example_1 import WHERE, anywhere, completion, residual

RECORD = "josz-li/ex-1-spurious-inf"
BARRIER = "josz-li-2023/example-1/barrier"
ABOVE_ONE = "josz-li-2023/example-1/spurious-local-minimum-at-infinity"


def beyond():
    """An arbitrary point with x2 y1 < 0."""
    at = anywhere()
    assume(at[1] * at[2] < 0)
    return at


def above_one():
    """f > 1 where x2 y1 < 0, where the second square is greater than 1."""
    at = beyond()
    first, second, third = residual(*at)

    yield first**2 >= 0
    yield third**2 >= 0
    yield second**2 > 1
    yield completion(*at) > 1


def receding(s):
    """Points along which f decreases to 1."""
    return s, -1 / s, 1 / s, -s


@claim(
    paper,
    "Example 1",
    part="barrier",
    where=WHERE,
    record=RECORD,
    statement=r"""$f \ge 2$ where $x_2 y_1 = 0$.""",
    reading="at all such points",
    scope="exhaustive",
)
@claim.sample()
def barrier():
    """By the factor that is zero: one of the other two squares is 1 as well."""
    x1, x2, y1, y2 = anywhere()

    yield residual(x1, x2, y1, y2)[0] ** 2 >= 0
    yield completion(x1, 0, y1, y2) >= 2
    yield residual(x1, x2, y1, y2)[2] ** 2 >= 0
    yield completion(x1, x2, 0, y2) >= 2


@claim(
    paper,
    "Example 1",
    part="spurious local minimum at infinity",
    where=WHERE,
    record=RECORD,
    statement=r"""$f$ has a spurious local minimum at infinity: for $1 < c < 2$ the set $S = \{f \le c, x_2 y_1 \le
0\}$, which is closed, lies in the open set $U = \{x_2 y_1 < 0\}$, as $f \ge 2 > c$ where $x_2 y_1 = 0$, and $f(y) > c
\ge f(x)$ for $x \in S$ and $y \in U \setminus S$, so that it is a strict setwise local minimum; it is unbounded and its
infimum is $1 > 0$, as $f > 1$ on $U$, and the points $(s, -1/s, 1/s, -s)$ lie in it for all large $s$, with $f \to 1$;
and $f = 0$ at $(1, 1, 1, 1)$.""",
    reading="a set certificate (S, U) by Definition 2; f is at most c at the points for any c > 1, if s is large",
    uses=(BARRIER,),
    scope="parametric",
)
@claim.sample(c="3/2", s=3)
@claim.general()
def spurious(c: Real, s: Positive):
    """The certificate; the bound on U; the points are in S as soon as s^2 >= 3 and s^2 (c - 1) >= 3."""
    assume(c > 1, c < 2, s**2 >= 3, s**2 * (c - 1) >= 3)
    yield setwise_local_minimum(
        completion,
        lambda x1, x2, y1, y2: [completion(x1, x2, y1, y2) <= c, x2 * y1 <= 0],
        lambda x1, x2, y1, y2: x2 * y1 < 0,
        strict=True,
        spurious=True,
        at_infinity=True,
        arc=receding,
        lower=(1, 1, 1, 1),
        bound=1,
    )
    _, x2, y1, _ = receding(s)

    yield from above_one()
    yield x2 * y1 < 0
    yield value(completion, at=receding(s)) == (1 + 1 / s**2) ** 2
    yield value(completion, at=receding(s)) <= c
    yield value(completion, at=(1, 1, 1, 1)) == 0
