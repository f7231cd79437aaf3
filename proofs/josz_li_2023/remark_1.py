"""Remark 1: a component that is no setwise local minimum, where the sublevel set has infinitely many components."""

from exactcheck import Natural, Positive, Real, assume, claim, point, scalar

from . import paper

RECORD = "josz-li/rem-1"
WHERE = "section 2.1, Remark 1"
SINE = "f at x = 1/p > 0 is sin(p) / p^2"


def oscillation(p, sine):
    """f at 1/p > 0, where sin p has this value."""
    return sine / p**2


@claim(
    paper,
    "Remark 1, continuous function",
    where=WHERE,
    record=RECORD,
    statement=r"""$f(x) = 0$ ($x \le 0$), $x^2 \sin(1/x)$ ($x > 0$) is continuous at $0$: $|f(x)| \le x^2$.""",
    reading=f"{SINE}, and the sine is between -1 and 1",
    scope="parametric",
)
@claim.sample(p=5, sine="-1/2")
@claim.general()
def squeezed(p: Positive, sine: Real):
    """The bounds at x = 1/p."""
    assume(sine >= -1, sine <= 1)
    yield oscillation(p, sine) <= (1 / p) ** 2
    yield oscillation(p, sine) >= -((1 / p) ** 2)


@claim(
    paper,
    "Remark 1, infinitely many components",
    where=WHERE,
    record=RECORD,
    statement=r"""For $f(x) = 0$ ($x \le 0$), $x^2 \sin(1/x)$ ($x > 0$) the set $[f \le 0]$ has infinitely many
components: the intervals $[\frac1{(2k + 2) \pi}, \frac1{(2k + 1) \pi}]$ with $k \ge 0$, on which $f \le 0$, are
in different ones, as there are points with $f > 0$ before and after each.""",
    reading=f"{SINE}; pi is a letter for a positive number, and sin p <= 0 for p in [(2 k + 1) pi, (2 k + 2) pi], "
    "sin p = 1 at (2 k + 1/2) pi, where f is positive by the claim about separating points",
    uses=("josz-li-2023/remark-1-values-at-the-separating-points",),
    scope="general",
)
@claim.sample(k=2, pi="22/7")
@claim.general()
def separated(k: Natural, pi: Positive):
    """The k-th interval in terms of p, points before and after it, and f on it."""
    before, after = (2 * k + scalar("1/2")) * pi, (2 * k + scalar("5/2")) * pi
    p, depth = point("p"), point("depth")
    assume(p >= (2 * k + 1) * pi, p <= (2 * k + 2) * pi, depth >= 0)
    yield before < (2 * k + 1) * pi
    yield (2 * k + 1) * pi < (2 * k + 2) * pi
    yield (2 * k + 2) * pi < after
    yield before > 0
    yield p > 0
    yield oscillation(p, -depth) <= 0


@claim(
    paper,
    "Remark 1, values at the separating points",
    where=WHERE,
    record=RECORD,
    statement=r"""$f(1/p) > 0$ where $\sin p = 1$, and such points are arbitrarily close to $0$, so that
$(-\infty, 0]$ is a component of $[f \le 0]$.""",
    reading=f"{SINE}; sin p = 1 for arbitrarily large p",
    scope="parametric",
)
@claim.sample(p=200, distance="1/100")
@claim.general()
def first_component(p: Positive, distance: Positive):
    """The value, and the distance to 0."""
    assume(p * distance > 1)
    yield oscillation(p, 1) > 0
    yield 1 / p < distance


@claim(
    paper,
    "Remark 1, as printed",
    where=WHERE,
    record=RECORD,
    statement=r"""For every open $U$ that contains $C_1 = (-\infty, 0]$ there is some $x_0 \in N$ with $f(x_0) <
0$.""",
    reading=f"N is the set of natural numbers, as in the proofs; {SINE}, here at x0 = 1/p a positive integer, so that "
    "p <= 1 and sin p > 0, and f > 0 at all of them, see the repaired claim; f(0) = 0",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(p="1/2", sine="1/3")
@claim.general()
def natural_numbers(p: Positive, sine: Positive):
    """The value."""
    assume(p <= 1, sine <= 1)
    yield oscillation(p, sine) < 0


@claim(
    paper,
    "Remark 1",
    where=WHERE,
    record=RECORD,
    statement=r"""For every open $U$ that contains $C_1 = (-\infty, 0]$ there is some $x_0 \in U$ with $f(x_0) < 0
= f(0)$, so that $C_1$ is no setwise local minimum. Such an $x_0$ is no natural number: $f > 0$ on $[1, \infty)$.""",
    reading=f"{SINE}; U contains all x < distance for some distance > 0, and sin p = -1 for arbitrarily large p; sin "
    "q > 0 for 0 < q <= 1, by a letter",
    repairs="remark-1-as-printed",
    scope="parametric",
)
@claim.sample(p=200, distance="1/100")
@claim.general()
def no_setwise_local_minimum(p: Positive, distance: Positive):
    """x0 = 1/p is in U, and f is negative there; it is positive where the sine is."""
    q, sine = point("q"), point("sine")
    assume(p * distance > 1, q > 0, q <= 1, sine > 0)
    yield 1 / p < distance
    yield oscillation(p, -1) < 0
    yield oscillation(q, sine) > 0
