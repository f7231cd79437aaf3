"""Appendix D: the steps of the proof of Proposition 3."""

from exactcheck import (
    Integer,
    Natural,
    Nonnegative,
    Partition,
    Positive,
    Real,
    arbitrary_matrix,
    assume,
    claim,
    norm_squared,
    point,
    scalar,
)
from exactcheck.landscape import stationary

from . import paper
from .definitions_4_5 import tilted_modulus
from .proposition_3 import descends_the_modulus
from .vectors import arbitrary_vector, vector_of_ones

WHERE = "Appendix D"
STEP, INCLUSION, RESTART = (f"josz-li/app-D-{name}" for name in ("step", "incl", "restart"))


@claim(
    paper,
    "Appendix D, sum of the steps",
    where=WHERE,
    record=STEP,
    statement=r"""$\sum_{k \le l} \frac{\|x_{k+1} - x_k\|^2}{2 \tau} \le f(x_0) - f(x_{l+1}) \le C = f(x_0) - \inf
f$, where every summand is $\frac\tau2 \|v_{k+1}\|^2$, the integral of $\frac12 \|v_{k+1}\|^2$ over its interval.""",
    reading="by induction over l, for all values: the sum up to x_k is at most f(x0) - f(x_k), and the "
    "optimality of x_{k+1} against x_k gives the next summand; v = (x_{k+1} - x_k) / tau in all sizes",
    scope="general",
)
@claim.sample(n=2, tau="1/10")
@claim.general()
def sum_of_steps(n: Integer, tau: Positive):
    """One step of the induction, the end, and the summand."""
    start, here, after, least, so_far, summand = (point(x) for x in ("f_0", "f_k", "f_l", "inf", "sum", "summand"))
    assume(so_far <= start - here, after + summand <= here, least <= after)
    v = arbitrary_vector("v", Partition(rows=n).dimension)

    yield so_far + summand <= start - after
    yield so_far + summand <= start - least
    yield norm_squared(tau * v) / (2 * tau) == tau / 2 * norm_squared(v)


@claim(
    paper,
    "Appendix D, sum of the steps",
    part="absolute value",
    where=WHERE,
    record=STEP,
    statement=r"""For $f(x) = |x|$ and $x > 0$ the proximal step leads to $x - \tau$, or to $0$ where $x \le
\tau$: $-v$ is a subgradient there, and $f$ falls by at least $\frac{\|x_{k+1} - x_k\|^2}{2 \tau}$.""",
    reading="x is y + tau with y > 0, or tau z with 0 <= z <= 1",
    scope="parametric",
)
@claim.sample(tau="1/10", y=1, z="1/2")
@claim.general()
def proximal_step(tau: Positive, y: Positive, z: Nonnegative):
    """The inclusion and the descent in both cases."""
    assume(z <= 1)
    yield stationary(tilted_modulus(1, 1), at=y, multipliers=[1])
    yield y + tau**2 / (2 * tau) <= y + tau
    yield stationary(tilted_modulus(1, z), at=0, multipliers=[z])
    yield (tau * z) ** 2 / (2 * tau) <= tau * z


@claim(
    paper,
    "Appendix D, Hoelder estimate",
    where=WHERE,
    record=STEP,
    statement=r"""(18): $\|\tilde x(t) - \tilde x(s)\|^2 \le |t - s| \int \|\tilde x'\|^2 \le 2 C |t - s|$.""",
    reading="the inequality of Cauchy and Schwarz for piecewise constant velocities: for m intervals of the "
    "length tau and all sizes, where tau ||V||^2 is the integral, which is 2 C less some slack by (17); and for two of "
    "any lengths h and k, as at the ends, with the velocities u and v",
    scope="general",
)
@claim.sample(n=2, m=3, tau="1/10", h=1, k=2, slack=5)
@claim.general()
def hoelder(n: Integer, m: Integer, tau: Positive, h: Positive, k: Positive, slack: Nonnegative):
    """m ||V||^2 - ||V 1||^2 as a square over m, for the matrix V of velocities; then two lengths h and k."""
    rows, cols = Partition(rows=n).dimension, Partition(columns=m).dimension
    V, ones = arbitrary_matrix("V", rows, cols), vector_of_ones(cols)
    u, v = arbitrary_vector("u", rows), arbitrary_vector("v", rows)
    spread, sum_of_squares = m * V - V @ ones @ ones.T, norm_squared(V)

    yield norm_squared(spread) == m * (m * sum_of_squares - norm_squared(V @ ones))
    yield norm_squared(spread) >= 0
    yield norm_squared(tau * (V @ ones)) <= m * tau * (tau * sum_of_squares + slack)
    difference = (h + k) * (h * norm_squared(u) + k * norm_squared(v)) - norm_squared(h * u + k * v)
    yield difference == h * k * norm_squared(u - v)
    yield norm_squared(u - v) >= 0


@claim(
    paper,
    "Appendix D, end of a step as printed",
    where=WHERE,
    record=STEP,
    statement=r"""$\|\tilde x(t) - \tilde x((k + 1) \tau)\| \le \sqrt{2 C \tau}$ for $t \in (k \tau, (k + 1)
\tau]$, $t \le T$, by (18) with $s = (k + 1) \tau$: this $s$ is in $[0, T]$.""",
    reading="(18) is printed for s and t in [0, T]",
    verdict="refuted",
    finding="missing hypothesis",
)
@claim.sample(T=1, t=1, k=1, tau="2/3")
def end_of_a_step(T: Positive, t: Positive, k: Natural, tau: Positive):
    """The end of the step to which t belongs."""
    assume(t <= T, k * tau < t, t <= (k + 1) * tau)
    yield (k + 1) * tau <= T


@claim(
    paper,
    "Appendix D, end of a step",
    where=WHERE,
    record=STEP,
    statement=r"""$s = (k + 1) \tau$ is at most $T + \tau$, and as $C$ does not depend on $T$, (18) holds there
too; directly: $\|\tilde x(t) - \tilde x(s)\|^2 = (s - t)^2 \|v_{k+1}\|^2 \le 2 C \tau$.""",
    reading="h = s - t is at most tau, q = ||v||^2, and tau q <= 2 C is one summand of (17)",
    repairs="appendix-d-end-of-a-step-as-printed",
    uses=("josz-li-2023/appendix-d-sum-of-the-steps",),
    scope="parametric",
)
@claim.sample(tau="1/10", share="1/2", q=2, C=1, k=3, T=1)
@claim.general()
def later_end(tau: Positive, share: Nonnegative, q: Nonnegative, C: Positive, k: Nonnegative, T: Positive):
    """The distance with h = share tau, and the end of the last step."""
    assume(share <= 1, tau * q <= 2 * C, k * tau < T)
    h = share * tau
    yield share**2 <= 1
    yield h**2 * q <= tau**2 * q
    yield h**2 * q <= 2 * C * tau
    yield (k + 1) * tau <= T + tau


@claim(
    paper,
    "Appendix D, inclusion as printed",
    where=WHERE,
    record=INCLUSION,
    statement=r"""$(x^*)'(t) = -\partial f(x^*(t))$ for almost every $t$.""",
    reading="an equation of sets: every subgradient is -x'; for f(x) = |x| and the trajectory x = 0, whose "
    "derivative is 0 and where each number z in [-1, 1] is a subgradient",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(z="1/2")
def equation(z: Real):
    """Another subgradient at 0."""
    assume(z >= -1, z <= 1)
    yield stationary(tilted_modulus(1, z), at=0, multipliers=[z])
    yield z == 0


@claim(
    paper,
    "Appendix D, inclusion",
    where=WHERE,
    record=INCLUSION,
    statement=r"""$(x^*)'(t) \in -\partial f(x^*(t))$ for almost every $t$, where the equation fails: for $f(x) = |x|$
and $x^* = 0$, $0 \in \partial f(0)$; and for every other start the derivative is $-1$ or $1$ until $0$ is reached.""",
    reading="on the instance that refutes the equation; that the proof shows this inclusion in general is part of "
    "what is said about Proposition 3",
    repairs="appendix-d-inclusion-as-printed",
    uses=("josz-li-2023/proposition-3/absolute-value",),
    scope="parametric",
)
@claim.sample(x=1)
@claim.general()
def inclusion(x: Positive):
    """The subgradients along the trajectories."""
    yield from descends_the_modulus(scalar(1), x)


@claim(
    paper,
    "Appendix D, restart as printed",
    where=WHERE,
    record=RESTART,
    statement=r"""With $x_k(0) = x_{k-1}(1)$ for all $k \ge 0$, where $x_{-1}(0) = x_0$, the function $x(t) =
x_k(t - k)$ on $[k, k + 1)$ starts at $x_0$.""",
    reading="x_{-1} is a trajectory on [0, 1] as the others; f(x) = |x|, where x_{-1}(t) = x0 - t for x0 > 1",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(x0=2)
@claim.general()
def restart_as_printed(x0: Positive):
    """x(0) = x_0(0) = x_{-1}(1)."""
    assume(x0 > 1)
    yield modulus_trajectory(x0, 1) == x0


def modulus_trajectory(x0, t):
    """The trajectory of |x| from x0 while t < x0."""
    return x0 - t


@claim(
    paper,
    "Appendix D, restart",
    where=WHERE,
    record=RESTART,
    statement=r"""With $x_k(0) = x_{k-1}(1)$ for all $k \ge 1$ and $x_0(0) = x_0$ (that is, $x_{-1}(1) = x_0$) the
function starts at $x_0$ and is continuous at $1, 2, \dots$. For $f(x) = |x|$ it is $x_0 - t$ while $t < x_0$.""",
    reading="tested on the instance that refutes what is printed, for the pieces before 0 is reached",
    repairs="appendix-d-restart-as-printed",
    scope="parametric",
)
@claim.sample(x0=5, k=2, s="1/2")
@claim.general()
def restart(x0: Positive, k: Nonnegative, s: Nonnegative):
    """The start; the k-th piece starts at x0 - k, and after the time s is at x0 - (k + s)."""
    assume(s < 1, k + 1 < x0)
    piece = modulus_trajectory(x0, k)
    yield modulus_trajectory(x0, 0) == x0
    yield modulus_trajectory(piece, s) == modulus_trajectory(x0, k + s)
    yield modulus_trajectory(piece, 1) == modulus_trajectory(x0, k + 1)
    yield modulus_trajectory(piece, s) > 0
