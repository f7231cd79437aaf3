"""The proof of Theorem 1, section 3: its inequalities and set identities, step by step.

Letters stand for values of f: `top` is sup f over S, which f has on the boundary of S by Lemma 1.
"""

from itertools import product

from exactcheck import (
    Integer,
    Partition,
    Positive,
    assume,
    claim,
    function,
    inner,
    lesser,
    norm_squared,
    point,
    scalar,
)

from . import paper
from .line import line
from .remark_2 import bump_for
from .vectors import arbitrary_vector

SECTION = "section 3, proof of Theorem 1"
EMPTY, STAY, CRITICAL, SOLUTION, LOWER, SMALLER = (
    f"josz-li/thm-1-{name}" for name in ("emptyint", "stay", "crit", "sol", "s0", "Sprime")
)
KNOWN = "Lemma 1 is taken as known"
DOWNWARDS = function(lambda t: -t, t=None)


@claim(
    paper,
    "Theorem 1, empty interior",
    where=SECTION,
    record=EMPTY,
    statement=r"""The inequalities for $S^\circ = \emptyset$: if $f(x), f(w) \le \sup_S f \le f(y) < f(x) + e$ and
$\sup_S f \le f(z)$, then $\sup_S f - f(x) < e$, $f(w) - f(x) < e$ and $f(z) \ge f(x)$.""",
    reading="numbers in the place of the values at x and w in S, at y in U outside of S and near x, and at z in U "
    "outside of S. As every e > 0 has such a y, f is constant on S and no smaller on U: this conclusion is not "
    "decided here",
    scope="exhaustive",
)
@claim.sample()
def empty_interior():
    """The supremum exceeds f(x) by less than e, so that f(x) and f(w) differ by less; f at z in U outside of S."""
    x, w, y, z, top, e = (point(name) for name in ("f_x", "f_w", "f_y", "f_z", "top", "e"))
    assume(e > 0, x <= top, w <= top, top <= y, y < x + e, top <= z)
    yield top - x < e
    yield w - x < e
    yield z >= x


@claim(
    paper,
    "Theorem 1, empty interior",
    part="an unbounded instance",
    where=SECTION,
    record=EMPTY,
    statement=r"""For $f(x, y) = 3 x^4 - 4 x^3 - 12 x^2$ the line $S = \{-1\} \times R$ is a setwise local minimum
with empty interior, where $f = -5$, and each of its points is a local minimum: $f(-1 + d, y) - f(-1, y) = d^2 (3 d^2
- 16 d + 18) > 0$ for $0 < |d| \le 1$. Here both are spurious, as $f(2, y) = -32$.""",
    scope="exhaustive",
)
@claim.sample()
def line_of_local_minima():
    """The values, the difference and its sign."""
    d, y = point("d"), point("y")
    f = function(lambda x, y: 3 * x**4 - 4 * x**3 - 12 * x**2 + 0 * y, x=None, y=None)
    assume(d**2 > 0, d <= 1, d >= -1)
    yield f(0 * d - 1, y) == -5
    yield f(0 * d + 2, y) == -32
    yield f(d - 1, y) - f(scalar(-1), y) == d**2 * (3 * d**2 - 16 * d + 18)
    yield 3 * d**2 - 16 * d + 18 > 0
    yield f(d - 1, y) > f(scalar(-1), y)


@claim(
    paper,
    "Theorem 1, a trajectory stays",
    where=SECTION,
    record=STAY,
    statement=r"""The inequality for a trajectory from $x_0 \in S$: $f(x_0) - I < \sup_S f$ for $I > 0$ and $f(x_0) \le
\sup_S f$.""",
    reading=f"I stands for the integral of ||x'||^2, which is positive where x_0 is not critical; {KNOWN}. That the "
    "trajectory stays in S, as a path from the interior of S to its complement meets the boundary, is not decided here",
    scope="exhaustive",
)
@claim.sample()
def trajectory_stays():
    """The value on the trajectory is below that on the boundary."""
    start, integral, top = point("f_x0"), point("integral"), point("top")
    assume(integral > 0, start <= top)
    yield start - integral < top


@claim(
    paper,
    "Theorem 1, a trajectory stays",
    part="an instance",
    where=SECTION,
    record=STAY,
    statement=r"""For the function of Remark 2, $S = [a, \infty)$ and $0 < a < x_0$ with $x_0 E \le 1$: $x(t) = x_0
e^{2 t}$, along which $f(x(t)) = -x_0^2 e^{4 t} < f(x_0) < f(a)$ and $x(t) > a$ for $t > 0$. (E.g. $a = \frac14$, $x_0
= \frac12$.)""",
    reading="E = e^(2 t), of which E > 1 for t > 0 and E' = 2 E are known, is 1 + h with a letter h > 0; f(x) = "
    "-x^2 on [0, 1]",
    scope="parametric",
)
@claim.sample(a="1/4")
@claim.general()
def trajectory_of_remark_2(a: Positive):
    """The equation x' = -f'(x), with x' = x_0 E'; the values."""
    start, h = point("x0"), point("h")
    E = 1 + h
    assume(start > a, h > 0, start * E <= 1)
    f = function(lambda x: -(x**2), x=None)
    x = function(lambda E: start * E, E=None)
    yield x.derivative([E], [2 * E]) == -f.derivative([x(E)], [scalar(1)])
    yield x(E) > a
    yield f(x(E)) < f(start)
    yield f(start) < f(a)
    yield bump_for(scalar(1)).after(start**2) == f(start)


@claim(
    paper,
    "Theorem 1, footnote 5 as printed",
    where=f"{SECTION}, footnote 5",
    record=STAY,
    statement=r"""$f(x(t)) - f(x(0)) = \int_0^t \|x'(s)\|^2 ds$ along a subgradient trajectory.""",
    reading="as a formula for all t; the footnote uses it only where both sides are zero, and there the sign does "
    "not matter; for f(x) = x and x(t) = -t, where the integral is t",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(t=1)
def rise_along_a_trajectory(t: Positive):
    """x' = -1 = -f'."""
    yield from values_along_a_line(t, rise=t)


def values_along_a_line(t, rise):
    """For f(x) = x: x(t) = -t is a trajectory, |x'|^2 = 1, and f(x(t)) - f(x(0)) is `rise`."""
    velocity = DOWNWARDS.derivative([t], [scalar(1)])
    yield velocity == -line.derivative([DOWNWARDS(t)], [scalar(1)])
    yield velocity**2 == 1
    yield line(DOWNWARDS(t)) - line(DOWNWARDS(0)) == rise


@claim(
    paper,
    "Theorem 1, footnote 5",
    where=f"{SECTION}, footnote 5",
    record=STAY,
    statement=r"""$(f \circ x)' = -\|x'\|^2$ almost everywhere, so that $f(x(t)) - f(x(0)) = -\int_0^t \|x'(s)\|^2
ds$. (By the chain rule with the subgradient $v = -x'$.)""",
    reading="the chain rule, <v, x'> for every subgradient v; for all dimensions",
    repairs="theorem-1-footnote-5-as-printed",
    scope="general",
)
@claim.sample(n=2)
@claim.general()
def descent_along_a_trajectory(n: Integer):
    """<-x', x'>, and that it is at most 0."""
    velocity = arbitrary_vector("v", Partition(coordinates=n).dimension)
    yield inner(-velocity, velocity) == -norm_squared(velocity)
    yield inner(-velocity, velocity) <= 0


@claim(
    paper,
    "Theorem 1, limit points as printed",
    where=SECTION,
    record=CRITICAL,
    statement=r"""If $\|x'(t)\| \ge \epsilon > 0$ for almost all $t \ge T$, then $f(x(t)) - f(x(T)) \le -\epsilon^2 t$
for $t \ge T$.""",
    reading="for f(x) = x, x(t) = -t and epsilon = 1, as the step of integration stands; the proof refutes its "
    "premise for bounded trajectories, so that the slip is harmless",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(T=1, t=2)
def descent_from_the_wrong_time(T: Positive, t: Positive):
    """f(x(t)) - f(x(T)) = -(t - T)."""
    assume(t >= T)
    yield from values_along_a_line(t, rise=-t)
    yield line(DOWNWARDS(t)) - line(DOWNWARDS(T)) <= -t


@claim(
    paper,
    "Theorem 1, limit points",
    where=SECTION,
    record=CRITICAL,
    statement=r"""If $\|x'(t)\| \ge \epsilon > 0$ for almost all $t \ge T$, then $f(x(t)) - f(x(T)) = -\int_T^t \|x'\|^2
\le -\epsilon^2 (t - T)$ for $t \ge T$, which is below every bound $-b$ for $t > T + b / \epsilon^2$.""",
    reading="with a letter for the mean of |x'|^2 over [T, t]. That a bounded trajectory then has a critical limit "
    "point, by the closed graph of the subdifferential and Bolzano-Weierstrass, is not decided here",
    repairs="theorem-1-limit-points-as-printed",
    scope="parametric",
)
@claim.sample(T=1, epsilon=1)
@claim.general()
def descent_from_the_time(T: Positive, epsilon: Positive):
    """The bound of the integral, then the time after which it is below -b."""
    t, later, mean, bound = (point(name) for name in ("t", "later", "mean", "b"))
    assume(t >= T, mean >= epsilon**2, bound >= 0, later > T + bound / epsilon**2)
    yield -mean * (t - T) <= -(epsilon**2) * (t - T)
    yield later - T > bound / epsilon**2
    yield -(epsilon**2) * (later - T) < -bound


@claim(
    paper,
    "Theorem 1, lowest critical point",
    where=SECTION,
    record=SOLUTION,
    statement=r"""$\min_C f$ is attained, if $f$ has finitely many critical values and $C \ne \emptyset$.""",
    reading="the least one of finitely many numbers is one of them: for one more number m and the least one l of "
    "the others, by induction",
    scope="exhaustive",
)
@claim.sample()
def least_of_finitely_many():
    """The lesser of l and m is a lower bound of both, and equal to one of them."""
    others, more = point("l"), point("m")
    least = lesser(others, more)
    yield least <= others
    yield least <= more
    yield (least - others) * (least - more) == 0


@claim(
    paper,
    "Theorem 1, lowest critical point",
    part="not without (d)",
    where=SECTION,
    record=SOLUTION,
    statement=r"""For the function of Remark 2 and $S = [1, \infty)$ it is not attained: to each critical value $-3 (1
- 2^{-k})$ of points in $S$ the one of $2 k + 2$ is lower, and $-3$ is none of them.""",
    reading="for all k at once by the letter q = 2^(-k) in (0, 1]",
    scope="parametric",
)
@claim.sample(q="1/2")
@claim.general()
def no_least_critical_value(q: Positive):
    """The values at 2 k and 2 k + 2, and the infimum."""
    bump = bump_for(q)
    yield bump.end < bump.centre
    yield bump.end > -3


@claim(
    paper,
    "Theorem 1, a lower point inside",
    where=SECTION,
    record=LOWER,
    statement=r"""The inequalities behind a lower point $s_0$ in $S^\circ$: if $f(x^*) = \sup_S f$ and $f(x^*) \le f(y)
\le \sup_S f \le f(z)$, then $f(y) = f(x^*)$ and $f(z) \ge f(x^*)$.""",
    reading=f"numbers in the place of the values at x* on the boundary of S, at y inside of S and at z in U outside of "
    f"S; {KNOWN}. That x* would be a local minimum then is not decided here",
    scope="exhaustive",
)
@claim.sample()
def lower_point_inside():
    """f(y) = f(x*) inside, and f(z) >= f(x*) outside."""
    lowest, top, y, z = (point(name) for name in ("f_crit", "top", "f_y", "f_z"))
    assume(lowest <= top, lowest >= top, lowest <= y, y <= top, z >= top)
    yield y <= lowest
    yield y >= lowest
    yield z >= lowest


@claim(
    paper,
    "Theorem 1, the smaller set",
    where=SECTION,
    record=SMALLER,
    statement=r"""The inequalities for $S' = S \cap [f \le m]$ with $m = \frac12 (f(s_0) + f(x^*))$: if $f(s_0) < f(x^*)
\le \sup_S f \le f(y)$ and $f(c) \ge f(x^*)$, then $f(s_0) < m < f(x^*)$, $f(y) > m$ and $f(c) > m$.""",
    reading="numbers in the place of the values, y in U outside of S and c a critical point in S. That S' is a setwise "
    "local minimum with s_0 in its interior and without critical points is not decided here",
    scope="exhaustive",
)
@claim.sample()
def smaller_set():
    """The order of the values, then the two cases, then a critical point of S."""
    s0, lowest, top, outside, critical = (point(name) for name in ("f_s0", "f_crit", "top", "f_y", "f_c"))
    assume(s0 < lowest, lowest <= top, top <= outside, critical >= lowest)
    middle = (s0 + lowest) / 2
    yield s0 < middle
    yield middle < lowest
    yield outside > middle
    yield critical > middle


@claim(
    paper,
    "Theorem 1, footnote 6",
    where=f"{SECTION}, footnote 6",
    record=SMALLER,
    statement=r"""$A \setminus (B \cap C) = (A \setminus B) \cup (A \setminus C)$ for all sets.""",
    reading="by the indicators a, b, c with values 0 and 1 of the sets: that of a complement is 1 - b, of an "
    "intersection b c, of a union u + v - u v; the difference of both sides is a multiple of a^2 - a = 0",
    scope="exhaustive",
)
@claim.sample()
def difference_with_an_intersection():
    """Both sides as polynomials."""
    a, b, c = point("a"), point("b"), point("c")
    yield left_side(a, b, c) - right_side(a, b, c) == (a**2 - a) * (1 - b) * (1 - c)


def left_side(a, b, c):
    """The indicator of A less the intersection of B and C."""
    return a * (1 - b * c)


def right_side(a, b, c):
    """The indicator of the union of A less B and A less C."""
    u, v = a * (1 - b), a * (1 - c)
    return u + v - u * v


@claim(
    paper,
    "Theorem 1, footnote 6",
    part="all cases",
    where=f"{SECTION}, footnote 6",
    record=SMALLER,
    statement=r"""$A \setminus (B \cap C) = (A \setminus B) \cup (A \setminus C)$.""",
    reading="by the indicators, in each of the eight cases",
)
@claim.sample()
def eight_cases():
    """A point in A, B, C or not."""
    for a, b, c in product((scalar(0), scalar(1)), repeat=3):
        yield left_side(a, b, c) == right_side(a, b, c)
