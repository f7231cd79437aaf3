"""Conjecture 4.5 (section 4.3): the subgradient method finds a global minimizer from almost every start.

It fails where u* has a zero coordinate. For u* = (1, 0) every run from a region of positive area goes to 0.
"""

from exactcheck import Positive, assume, claim, scalar
from exactcheck.landscape import SubgradientStep, every_step, invariant_region, not_invariant_region

from . import paper
from .trapped_cones import INFERENCE, RUNS, TrappedCone, leaves_from_the_edge, strictly

WHERE, RECORD = "section 4.3, Conjecture 4.5", "guan-so/conj-4.5"
CONE = TrappedCone([scalar(1)], 1, scalar("2/5"), scalar("1/4"))


def triangle(x, y):
    """The half of R with u_2 >= 0."""
    return [*CONE.cone(x, y), y <= 1]


def mirrored(x, y):
    """The half of R with u_2 <= 0."""
    return triangle(-x, -y)


@claim(
    paper,
    "Conjecture 4.5, as printed",
    where=WHERE,
    record=RECORD,
    statement=r"""For every $u^*$ the subgradient method with a random start (absolutely continuous with respect to
the Lebesgue measure) and sufficiently small steps that are positive, tend to zero and have an infinite sum
converges to a global minimizer almost surely.""",
    reading="a consequence is decided: for u* = (1, 0) some step with 0 < a <= 1/4 leads out of the set R of all u "
    "with |u_1| <= 2/5 u_2 and u_2 <= 1. Every step from R ends where |u_1| <= 2/5, at a distance of at least 3/5 "
    "from u* and -u*. If none led out of R, then every run with steps a_t <= 1/4 from a start in R would stay there; "
    "R is compact, has inner points and contains no minimizer, so that neither the points nor their values would "
    "become optimal, and a start in R has a positive probability for every density that is positive on R, such as a "
    f"Gaussian one. {RUNS}; which steps are sufficiently small does not matter, as what holds for all a <= 1/4 holds "
    "for smaller ones. Read for every u*, as the paper excludes none",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample()
def as_printed():
    """R has inner points, every step from it ends far from u* and -u*, and one would have to leave it."""
    f = CONE.loss
    yield from strictly(triangle, (scalar(0), scalar("1/2")))
    yield every_step(f, triangle, "1/4", lambda a, u, reached: [reached[0] <= "2/5", reached[0] >= "-2/5"])
    yield not_invariant_region(f, triangle, "1/4")


@claim(
    paper,
    "Conjecture 4.5, trapped region",
    where=WHERE,
    record=RECORD,
    statement=r"""Let $u^* = (1, 0)$, so that $f(u) = \frac12 (|u_1^2 - 1| + 2 |u_1 u_2| + u_2^2)$, and $R = \{u :
|u_1| \le \frac25 |u_2|, |u_2| \le 1\}$, a set of area $\frac45$. No subgradient step of a size $a \le \frac14$
leaves $R$, and each has $|u_2^+| \le (1 - a) |u_2|$. So every run from $R$ with steps $a_t \le \frac14$ of infinite
sum converges to the spurious stationary point $0$, whatever subgradients it takes: for a start with a density that
is positive on $R$ with positive probability.""",
    reading=f"by the halves of R with u_2 >= 0 and with u_2 <= 0, one after the other. {RUNS}; {INFERENCE}",
    scope="exhaustive",
    repairs="conjecture-4-5-as-printed",
    uses=("guan-so-2024/conjecture-4-5-the-point-in-the-trapped-region",),
)
@claim.sample()
def trapped_region():
    """Both halves of R."""
    yield from trapped_halves()


def trapped_halves():
    """No step leaves a half of R, and each shrinks u_2."""
    f = CONE.loss
    yield invariant_region(f, triangle, "1/4")
    yield every_step(f, triangle, "1/4", lambda a, u, reached: reached[1] <= (1 - a) * u[1])
    yield invariant_region(f, mirrored, "1/4")
    yield every_step(f, mirrored, "1/4", lambda a, u, reached: reached[1] >= (1 - a) * u[1])


@claim(
    paper,
    "Conjecture 4.5, the point in the trapped region",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (1, 0)$ the limit $0$ of the runs from $R$ is a stationary point, and no global
minimizer: $f(0) > 0 = f(u^*)$.""",
    reading="by the summands of f: all of them are zero at u*, and the first one is not at 0. The cone of all u with "
    "|u_1| <= 2/5 u_2 has inner points",
)
@claim.sample()
def trapping_point():
    """0 is stationary, and no global minimizer."""
    yield from CONE.around_a_spurious_point()


@claim(
    paper,
    "Conjecture 4.5, trapped cone",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (u^*_1, 0)$ with $u^*_1 > 0$, $\kappa > 0$ with $\kappa^2 + 2 \kappa \le 1$, that is
$\kappa \le \sqrt 2 - 1$, and steps $a \le \frac{\kappa}{1 + \kappa}$ no subgradient step leaves the cone $\{u :
|u_1| \le \kappa u_2\}$, and $u_2^+ \le (1 - a) u_2$.""",
    reading="the whole cone, of infinite area, in the place of its part with u_2 <= 1; for the largest step any "
    "number a0 with a0 (1 + kappa) <= kappa",
    scope="parametric",
)
@claim.sample(us="1", kappa="2/5", largest="2/7")
@claim.general()
def trapped_cone(us: Positive, kappa: Positive, largest: Positive):
    """With letters for u*_1, kappa and the largest step."""
    assume(kappa**2 + 2 * kappa <= 1, largest * (1 + kappa) <= kappa)
    yield from TrappedCone([us], 1, kappa, largest).trapped()


@claim(
    paper,
    "Conjecture 4.5, no larger trapped cone",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (1, 0)$ and $\kappa < 1$ with $\kappa^2 + 2 \kappa > 1$ some step of any size, however
small, leaves the cone $\{u : |u_1| \le \kappa u_2\}$: from $(\kappa, 1)$.""",
    reading="so kappa <= sqrt(2) - 1 is the best possible bound for the trapped cone",
    scope="parametric",
)
@claim.sample(kappa="1/2", largest="1/1000")
@claim.general()
def no_larger_cone(kappa: Positive, largest: Positive):
    """The step from the edge."""
    assume(kappa**2 < 1, kappa**2 + 2 * kappa > 1)
    yield leaves_from_the_edge(1, kappa, largest)


@claim(
    paper,
    "Conjecture 4.5, no larger steps",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (1, 0)$, $\kappa > 0$ and any $a_0 > \frac{\kappa}{1 + \kappa}$ some step with $a \le
a_0$ leaves the cone $\{u : |u_1| \le \kappa u_2\}$: that of the size $a_0$ from $(0, 1)$ along the subgradient with
the multiplier $-1$ of $|u_1 u_2|$.""",
    reading="so kappa / (1 + kappa) is the best possible bound of the steps",
    scope="parametric",
)
@claim.sample(kappa="2/5", largest="3/10")
@claim.general()
def no_larger_steps(kappa: Positive, largest: Positive):
    """The step from the axis of the cone."""
    assume(largest * (1 + kappa) > kappa)
    at = TrappedCone([scalar(1)], 1, kappa, largest)
    axis = SubgradientStep((0, 1), largest, (-1, -1, 1))
    yield not_invariant_region(at.loss, at.cone, largest, step=axis)


nonzero_coordinates = claim.not_checkable(
    paper,
    "Conjecture 4.5, for us without zero coordinates",
    where=WHERE,
    record="guan-so/conj-4.5-nonzero",
    statement=r"""For every $u^*$ with all $u^*_i \ne 0$ the subgradient method with a random start (absolutely
continuous with respect to the Lebesgue measure) and sufficiently small steps that are positive, tend to zero and
have an infinite sum converges to a global minimizer almost surely.""",
    reading="the conjecture with the hypothesis that the trapped cones leave: there is one for every u* != 0 with a "
    "zero coordinate",
    reason="an open question about every run of the method; a finite exact check can neither prove nor refute it",
)
