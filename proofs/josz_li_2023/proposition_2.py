"""Proposition 2: coercive functions have no spurious local minima at infinity."""

from exactcheck import Integer, Nonnegative, Partition, Real, claim, function, norm_squared, point
from exactcheck.landscape import coercive

from . import paper
from .vectors import arbitrary_vector

RECORD = "josz-li/prop-2"
WHERE = "section 2.1, Proposition 2"

every_function = claim.not_checkable(
    paper,
    "Proposition 2",
    part="every function",
    where=WHERE,
    record=RECORD,
    statement="A coercive continuous function has no spurious local minima at infinity.",
    reading="true: S lies in [f <= f(y)] for any y of U \\ S, which is not empty as S is closed, U is open and "
    "R^n is connected, and sublevel sets are bounded by the definition of coercive",
    reason="it follows from the definitions without a computation; the other part of this claim tests it on a family",
)


@claim(
    paper,
    "Proposition 2",
    part="quartics",
    where=WHERE,
    record=RECORD,
    statement=r"""For $f(x) = \|x\|^4 - 2 a \|x\|^2$ on $\mathbb R^n$, $a \ge 0$, every setwise local minimum $S
\ne \mathbb R^n$ is bounded: it lies in $[f \le f(y)]$ for some $y$, and $f > m$ where $\|x\|^2 > 1 + 2 a + m$, $m
\ge 0$.""",
    reading="for all n, a and m, with N for the square of the length, which exceeds the bound by d^2",
    scope="general",
)
@claim.sample(n=2, a=1, m=3)
@claim.general()
def quartics(n: Integer, a: Nonnegative, m: Nonnegative):
    """f is a function of N; its value beyond the bound."""
    x, excess = arbitrary_vector("x", Partition(rows=n).dimension), point("d")
    f = function(lambda v: norm_squared(v) ** 2 - 2 * a * norm_squared(v), v=x.shape).named("f")
    N = 1 + 2 * a + m + excess * excess

    yield f(x) == norm_squared(x) * (norm_squared(x) - 2 * a)
    yield N * (N - 2 * a) > m


@claim(
    paper,
    "Proposition 2",
    part="coercive functions",
    where=WHERE,
    record=RECORD,
    statement=r"""Functions of which Proposition 2 speaks: $\|x\|^4 - 2 a \|x\|^2$ on $\mathbb R^n$ for $n = 1, 2, 3$,
and $(x_1^2 - 1)^2 + a x_1 + x_2^2$, are coercive.""",
    reading="for all real a",
    scope="parametric",
)
@claim.sample(a="1/4")
@claim.general()
def coercive_functions(a: Real):
    """A bound of the norm by the value, for each of them."""
    for n in (1, 2, 3):
        yield coercive(function(lambda v: norm_squared(v) ** 2 - 2 * a * norm_squared(v), v=(n, 1)))
    yield coercive(function(lambda x, y: (x**2 - 1) ** 2 + a * x + y**2, x=None, y=None))
