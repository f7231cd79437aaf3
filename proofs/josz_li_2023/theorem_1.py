"""Theorem 1: its proof as a whole, and instances where both sides hold and where both fail.

Under Assumption 1 a function has no spurious local minima if and only if it has no spurious setwise local minima.
"""

from exactcheck import Positive, assume, claim, function, point, scalar
from exactcheck.landscape import (
    conserved_quantity,
    critical_points,
    family,
    nonincreasing_quantity,
    setwise_local_minimum,
)

from . import paper

WHERE = "section 3, Theorem 1"
RECORD = "josz-li/thm-1"
STEPS = tuple(
    f"josz-li-2023/theorem-1-{name}"
    for name in (
        "empty-interior",
        "a-trajectory-stays",
        "limit-points",
        "lowest-critical-point",
        "a-lower-point-inside",
        "the-smaller-set",
    )
)
PATHS = """a setwise local minimum contains every path that starts in it and runs below the value at its start, by the
definition: where the path left the set it would be in U outside of S, and not below"""


every_function = claim.not_checkable(
    paper,
    "Theorem 1",
    part="every function",
    where=WHERE,
    record=RECORD,
    statement=r"""Under Assumption 1, $f$ has no spurious local minima if and only if it has no spurious setwise local
minima.""",
    reading="the proof was read step by step: what it says of values and of sets are claims of their own, and its "
    "slips are mended there. It stands on Lemma 1, the existence of trajectories (Proposition 3), the closed graph "
    "of the subdifferential, Bolzano-Weierstrass, and connectedness",
    reason="a theorem about all such functions, by topology; its inequalities and instances are decided beside it",
    uses=STEPS,
)


def two_factors(c):
    """f(x, y) = (x y - c)^2."""
    return function(lambda x, y: (x * y - c) ** 2, x=None, y=None)


@claim(
    paper,
    "Theorem 1",
    part="an instance without spurious minima",
    where=WHERE,
    record=RECORD,
    statement=r"""$f(x, y) = (x y - c)^2$ with $c > 0$ has neither spurious local minima nor spurious setwise local
minima, though it is not coercive. (From every point a path runs to a global minimum below the value at its start: $y$
moves straight to $c / x$ if $x \ne 0$, $f(s) = (1 - s)^2 f(0)$, likewise $x$ if $y \ne 0$, and from the origin $(s,
s)$ with $f = (c - s^2)^2$.)""",
    reading=PATHS,
    scope="parametric",
)
@claim.sample(c=2)
@claim.general()
def no_spurious_minima_of_two_factors(c: Positive):
    """The paths, for x of both signs; the one from the origin ends at s^2 = c."""
    f, x, y, s, r = two_factors(c), point("x"), point("y"), point("s"), point("r")
    assume(x > 0, s >= 0, s <= 1, r > 0, r**2 <= c)
    for sign in (1, -1):
        at = sign * x
        yield f(at, y + s * (sign * c / x - y)) == (1 - s) ** 2 * f(at, y)
        yield f(y + s * (sign * c / x - y), at) == (1 - s) ** 2 * f(y, at)
    yield f(r, r) == (c - r**2) ** 2
    yield f(r, r) < f(scalar(0), scalar(0))


@claim(
    paper,
    "Theorem 1",
    part="Assumption 1 in this instance",
    where=WHERE,
    record=RECORD,
    statement=r"""$f(x, y) = (x y - c)^2$ satisfies Assumption 1: $f \ge 0$; it is a polynomial; its critical points
are those with $x y = c$ and $(0, 0)$, of the values $0$ and $c^2$; and along $\dot x = -f_x$, $\dot y = -f_y$ the
difference $x^2 - y^2$ is constant and $f$ does not rise, so that $(x^2 + y^2)^2 = (x^2 - y^2)^2 + 4 (x y)^2$ is
bounded.""",
    reading="(x y)^2 <= 2 f + 2 c^2",
    scope="parametric",
)
@claim.sample(c=2)
@claim.general()
def assumptions_for_two_factors(c: Positive):
    """All critical points and their values; the conserved quantity, the descent, and the bound."""
    f, x, y, t = two_factors(c), point("x"), point("y"), point("t")
    assume(t > 0)
    difference = function(lambda x, y: x**2 - y**2, x=None, y=None)

    yield f(x, y) >= 0
    yield critical_points(f) == [family(lambda t: (t, c / t), nonzero=lambda t: t), (0, 0)]
    for at in (t, -t):
        yield f(at, c / at) == 0
    yield f(scalar(0), scalar(0)) == c**2
    yield conserved_quantity(f, difference)
    yield nonincreasing_quantity(f, f)
    yield (x**2 + y**2) ** 2 == difference(x, y) ** 2 + 4 * (x * y) ** 2
    yield 2 * f(x, y) + 2 * c**2 - (x * y) ** 2 == (x * y - 2 * c) ** 2


@claim(
    paper,
    "Theorem 1",
    part="an instance with spurious minima",
    where=WHERE,
    record=RECORD,
    statement=r"""$f(x, y) = (x^2 - 1)^2 + e x + y^2$ with $0 < e \le \frac12$ has a spurious local minimum, and a
spurious setwise local minimum: $S = \{f \le c, x \ge 0\}$ for $e \le c < 1$, which contains $(1, 0)$ and does not
meet the line $x = 0$, where $f \ge 1$. ($f(-x, y) < f(x, y)$ for $x > 0$.)""",
    reading="f >= x^2 + y^2 - 3, so that S is compact and f has a minimum on it, which is a local one, as U is the "
    "half plane x > 0, and spurious",
    scope="parametric",
)
@claim.sample(e="1/4")
@claim.general()
def spurious_minima_of_a_double_well(e: Positive):
    """The certificate, for every level c; f at (1, 0), and on the line x = 0; the comparison of the two wells."""
    f = function(lambda x, y: (x**2 - 1) ** 2 + e * x + y**2, x=None, y=None)
    x, y, c = point("x"), point("y"), point("c")
    assume(e <= "1/2", x > 0, c >= e, c < 1)
    yield setwise_local_minimum(
        f,
        lambda x, y: [f(x, y) <= c, x >= 0],
        lambda x, y: x > 0,
        strict=True,
        spurious=True,
        point=(1, 0),
        lower=(-1, 0),
        bound=0,
    )
    yield f(scalar(1), scalar(0)) == e
    yield f(0 * y, y) >= 1
    yield e < 1
    yield f(-x, y) < f(x, y)
    yield f(-x, y) >= x**2 + y**2 - 3
