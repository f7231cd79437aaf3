"""Section 2.3: subgradient trajectories that blow up, that descend, and that are not the only ones."""

from exactcheck import (
    Integer,
    Nonnegative,
    Partition,
    Positive,
    Real,
    assume,
    claim,
    function,
    inner,
    norm_squared,
    point,
)
from exactcheck.landscape import value

from . import paper
from .vectors import arbitrary_vector

product = function(lambda x, y: x * y, x=None, y=None)
DESCENT = "josz-li/inl-descent"
EKELAND = "josz-li/prop-3-ekeland"
BOUNDED = "josz-li/def-7"


@claim(
    paper,
    "Section 2.3, blow-up",
    where="section 2.3",
    record="josz-li/inl-cubic",
    statement=r"""For $f(x) = -\frac13 x^3$ and $x_0 = 1$ the gradient trajectory is $x(t) = \frac1{1 - t}$ on
$[0, 1)$, and it exceeds every bound before $t = 1$, so that there is none on $[0, \infty)$.""",
    reading="with d = 1 - t, so that x d = 1 and d' = -1; the uniqueness of solutions of x' = x^2 is known",
    scope="parametric",
)
@claim.sample(d="1/3", R=2)
@claim.general()
def blow_up(d: Positive, R: Positive):
    """That x' = -f'(x) is what makes the derivative of x d = 1 zero, and the values where d < 1/R."""
    assume(d <= 1, R * d < 1)
    f = function(lambda x: -(x**3) / 3, x=None).named("f")
    x = 1 / d

    yield product.derivative([x, d], [-f.derivative([x], [1]), -1]) == 0
    yield x > R


@claim(
    paper,
    "Section 2.3, descent",
    where="section 2.3, after Definition 8",
    record=DESCENT,
    statement=r"""If $f$ admits a chain rule and $x$ is a subgradient trajectory, then almost everywhere $(f \circ
x)' = -\|x'\|^2 = -d(0, \partial f(x))^2$, so that $f$ does not increase. (The chain rule with $-x' \in \partial
f(x)$ is the first equation. With any $v \in \partial f(x)$ it says $\langle v, x' \rangle = -\|x'\|^2$, and
$\|v\|^2 = \|x'\|^2 + \|v + x'\|^2 - 2 (\langle v, x' \rangle + \|x'\|^2) \ge \|x'\|^2$.)""",
    reading="for all sizes, and all v and p = x'",
    scope="general",
)
@claim.sample(n=3)
@claim.general()
def descent(n: Integer):
    """The chain rule for v = -p, and the length of v."""
    rows = Partition(rows=n).dimension
    v, p = arbitrary_vector("v", rows), arbitrary_vector("p", rows)

    yield inner(-p, p) == -norm_squared(p)
    yield -norm_squared(p) <= 0
    yield norm_squared(v) == norm_squared(p) + norm_squared(v + p) - 2 * (inner(v, p) + norm_squared(p))
    yield norm_squared(v + p) >= 0


@claim(
    paper,
    "Section 2.3, Ekeland",
    where="section 2.3, after Proposition 3, and footnote 4",
    record=EKELAND,
    statement=r"""With a chain rule $f(x(t)) - \inf f \ge \int_t^\infty d(0, \partial f(x(\tau)))^2 d\tau$, and so
for every $\epsilon > 0$ there is $(x, s)$ in the graph of $\partial f$ with $f(x) \le \inf f + \epsilon$ and
$\|s\| \le \epsilon$: where $f(x_0) \le \inf f + \epsilon$, the integral is at most $\epsilon$, while $d >
\epsilon$ up to the time $1 / \epsilon$ would make it greater than that.""",
    reading="for all values: I is the integral up to some time, f(x0) less the value there by the claim about descent; "
    "gap = f(x0) - inf f, least < d^2 up to the time T; f does not increase along the trajectory",
    uses=("josz-li-2023/section-2-3-descent",),
    scope="parametric",
)
@claim.sample(gap="1/10", least="1/50", epsilon="1/10")
@claim.general()
def ekeland(gap: Nonnegative, least: Positive, epsilon: Positive):
    """The bound of I by the gap; its bound least T for T = 1 / epsilon and least >= epsilon^2."""
    T, integral, start, there, infimum = 1 / epsilon, point("I"), point("f_x0"), point("f_x"), point("inf")
    assume(gap <= epsilon, least >= epsilon**2)
    assume(integral <= start - there, there >= infimum, start - infimum <= gap)
    yield integral <= gap
    yield epsilon**2 * T == epsilon
    yield least * T >= epsilon
    yield least * T >= gap


@claim(
    paper,
    "Section 2.3, Ekeland",
    part="exponential function",
    where="section 2.3, after Proposition 3, and footnote 4",
    record=EKELAND,
    statement=r"""For $f(x) = e^{-x}$: $x(t) = \log(t + c)$ is a trajectory, with equality in the first bound, and
at $x = \log(1/\epsilon)$ the value and the slope are $\epsilon$ and $-\epsilon$.""",
    reading="with r = exp(x(t)) = t + c, so that r' = x' r = 1 and f = 1/r, and -f' = 1/r = x'; the derivative "
    "of -1/r in t is 1/r^2, so that the integral of d^2 = 1/r^2 from t on is 1/r",
    scope="parametric",
)
@claim.sample(r=3, epsilon="1/5")
@claim.general()
def exponential(r: Positive, epsilon: Positive):
    """That r' = 1 and (1/r)' = -1/r^2, and the slope -exp(-x) = -1/r; then the pair, for r = 1/epsilon."""
    slope = -1 / r
    yield -slope * r == 1
    yield product.derivative([1 / r, r], [-(slope**2), 1]) == 0
    yield (1 / epsilon) ** -1 == epsilon


definition = claim.not_checkable(
    paper,
    "Definition 7",
    part="definition",
    where="section 2.3, Definition 7",
    record=BOUNDED,
    statement="A function has bounded subgradient trajectories if from every point there is a bounded one.",
    reading="one bounded trajectory from each start is enough, and the proof of Theorem 1 uses one",
    reason="a definition is neither true nor false; the other part of this claim shows why it speaks of one trajectory",
)


@claim(
    paper,
    "Definition 7",
    part="several trajectories",
    where="section 2.3, Definition 7",
    record=BOUNDED,
    statement=r"""Trajectories from one start may differ: for $f(x) = \frac12 x^2 - |x|$, which is bounded below,
$0$, $1 - e^{-t}$ and $e^{-t} - 1$ are trajectories from $0$. All three are bounded.""",
    reading="with E = exp(-t) in (0, 1], E' = -E; x = 1 - E or E - 1, f is x^2/2 -+ x on its side, and 0 is "
    "between the limits -1 and 1 of the slopes at 0, hence a Clarke subgradient; f >= -1/2",
    scope="parametric",
)
@claim.sample(E="1/3", z=2)
@claim.general()
def several(E: Positive, z: Real):
    """The differential equation on both sides, the slopes at 0, and the bounds."""
    assume(E <= 1)
    for sign in (1, -1):
        f = function(lambda x, sign=sign: x**2 / 2 - sign * x, x=None)
        x = function(lambda E, sign=sign: sign * (1 - E), E=None)
        yield x.derivative([E], [-E]) == -f.derivative([x(E)], [1])
        yield f.derivative([0], [1]) == -sign
        yield sign * x(E) >= 0
        yield sign * x(E) <= 1
        yield (z - sign) ** 2 >= 0
        yield value(f, at=z) >= "-1/2"
