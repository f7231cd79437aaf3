"""Conjecture 4.5 fails for every u* != 0 with a zero coordinate: trapped cones, and how wide they are."""

from exactcheck import Integer, Positive, assume, claim, point, scalar

from . import paper
from .conjecture_4_5 import RECORD, WHERE
from .equation_1 import SYMMETRIES
from .letters import fractions_of_one
from .subdifferential import SUBDIFFERENTIAL
from .trapped_cones import INFERENCE, RUNS, TrappedCone, arbitrary_cone, leaves_from_the_edge

CONE = r"$R = \{u : |u_i| \le \kappa \sum_N |u_j|, i \in S\}$"
BOUNDS = r"""$\kappa > 0$ with $(1 + |S| \kappa)(1 + |N| \kappa) \le 2$ and steps $a \le a_0 = \frac{\kappa}{(1 + |N|
\kappa)(1 + (|S| - 1) \kappa)}$"""
CONCLUSION = rf"""no subgradient step leaves {CONE}, and $\max_N |u_j^+| \le (1 - a) \max_N |u_j|$. So every run from
$R$, which has inner points, with such steps of infinite sum converges to the spurious stationary point $0$, which is no
global minimizer"""
SIGNS = "u* > 0 on S and u_N >= 0, as changes of signs allow, and the zeros of u* are the last coordinates (equation 1)"
LARGEST = "the largest step is written kappa share, and is any number up to a0"


@claim(
    paper,
    "Conjecture 4.5, one zero coordinate",
    where=WHERE,
    record=RECORD,
    statement=rf"""Let $u^*$ have the nonzero coordinates $S$ and one zero coordinate, $N = \{{n\}}$. For {BOUNDS}
{CONCLUSION}. Here for $|S| = 1, 2$.""",
    reading=f"{SIGNS}; {LARGEST}. {RUNS}; {INFERENCE}",
    uses=SYMMETRIES,
    scope="parametric",
)
@claim.parametric(nonzero=1)
@claim.parametric(nonzero=2)
def one_zero(nonzero: Integer, kappa: Positive, share: Positive):
    """With letters for kappa, the largest step and u*."""
    at = arbitrary_cone(nonzero, 1, kappa, share)
    yield from at.around_a_spurious_point()
    yield from at.trapped()


@claim(
    paper,
    "Conjecture 4.5, several zero coordinates",
    where=WHERE,
    record=RECORD,
    statement=rf"""Let $u^*$ have the nonzero coordinates $S$ and the zero coordinates $N$. For {BOUNDS} that also
have $a (1 + |N| (1 + |S| \kappa)) \le 1$ {CONCLUSION}. Here for $|S| = 1$ and $|N| = 2$.""",
    reading=f"{SIGNS}; the last coordinate is the largest one of u_N, as permutations allow. After the step |u_i| <= "
    f"kappa sum_N u_j is shown, which is <= kappa sum_N |u_j|; {LARGEST}. {RUNS}; {INFERENCE}",
    uses=SYMMETRIES,
    scope="parametric",
)
@claim.parametric(nonzero=1, zeros=2)
def several_zeros(nonzero: Integer, zeros: Integer, kappa: Positive, share: Positive):
    """With letters for kappa, the largest step and u*."""
    assume(zeros >= 2)
    at = arbitrary_cone(nonzero, zeros, kappa, share)
    yield from at.around_a_spurious_point()
    yield from at.trapped()


BY_HAND = """taken for granted, by hand from the formula for the subdifferential: with sum_N |u_j| = nu > 0 and sum_S
|u_l| = t every subgradient g at u has |g_j| <= nu + t for j in N, and g_j = sign(u_j) (nu + t) if u_j != 0; for i in S
it has |g_i - sign(u_i) nu| <= t if u_i != 0, and |g_i| <= nu + t if u_i = 0"""
SCALED = "as the bounds are linear in u"


@claim(
    paper,
    "Conjecture 4.5, every number of zero coordinates",
    part="cone",
    where=WHERE,
    record=RECORD,
    statement=rf"""For all numbers $|S|, |N| \ge 1$ of nonzero and zero coordinates of $u^*$ and {BOUNDS} no step
leaves {CONE}: for $\sum_N |u_j| = 1$, $x = |u_i| \le \kappa$ for an $i \in S$ and the sum $r \le (|S| - 1) \kappa$
of the other $|u_l|$, $l \in S$, it has $|u_i^+| \le \max \{{x + a (x + r) - a, a + a r - (1 - a) x\}}$ and $\sum_N
|u_j^+| \ge 1 - |N| a (1 + x + r)$, and so $|u_i^+| \le \kappa \sum_N |u_j^+|$.""",
    reading=f"the last inequality is shown, for both numbers in the maximum; {BY_HAND}; sum_N |u_j| is 1 without loss "
    f"of generality, {SCALED}; a = kappa share",
    uses=(SUBDIFFERENTIAL,),
    scope="general",
)
@claim.general()
def every_cone(nonzero: Integer, zeros: Integer, kappa: Positive, share: Positive):
    """The two ends of |u_i+|, for parts of their bounds kappa and (|S| - 1) kappa as x and r."""
    part, other = fractions_of_one("part", "other")
    assume((1 + nonzero * kappa) * (1 + zeros * kappa) <= 2)
    assume(share * (1 + zeros * kappa) * (1 + (nonzero - 1) * kappa) <= 1)
    x, r, a = kappa * part, (nonzero - 1) * kappa * other, kappa * share
    bound = kappa * (1 - zeros * a * (1 + x + r))

    yield x + r <= nonzero * kappa
    yield (1 + zeros * kappa) * (x + r) <= 1 - zeros * kappa
    yield x + a * (x + r) - a <= bound
    yield zeros * kappa <= 1
    yield share * (1 + zeros * kappa) <= 1
    yield a * (1 + zeros * kappa) <= 1
    yield a * (1 + zeros * kappa) * (1 + r) <= kappa
    yield a + a * r - (1 - a) * x <= bound


@claim(
    paper,
    "Conjecture 4.5, every number of zero coordinates",
    part="zero coordinates",
    where=WHERE,
    record=RECORD,
    statement=r"""For all numbers $|S|, |N| \ge 1$ of nonzero and zero coordinates of $u^*$: with $\max_N |u_j| =
1$, $\nu = \sum_N |u_j| \le |N|$, $t = \sum_S |u_i| \le |S| \kappa \nu$ and $a (1 + |N| (1 + |S| \kappa)) \le 1$ a
step has $|u_j^+| = ||u_j| - a (\nu + t)|$ if $u_j \ne 0$, and $|u_j^+| \le a (\nu + t)$ if $u_j = 0$, and both are
at most $1 - a$.""",
    reading=f"the last inequality is shown; {BY_HAND}; the largest |u_j| is 1 without loss of generality, {SCALED}",
    uses=(SUBDIFFERENTIAL,),
    scope="general",
)
@claim.general()
def every_zero_coordinate(nonzero: Integer, zeros: Integer, kappa: Positive, a: Positive):
    """The two ends, for part of |S| kappa nu as t and |u_j| = u."""
    part, u = fractions_of_one("part", "u")
    nu = point("nu")
    assume(a * (1 + zeros * (1 + nonzero * kappa)) <= 1, nu >= 1, nu <= zeros)
    mass = nu + nonzero * kappa * nu * part

    yield u - a * mass <= 1 - a
    yield mass <= zeros * (1 + nonzero * kappa)
    yield a * mass - u <= 1 - a


@claim(
    paper,
    "Conjecture 4.5, no larger trapped cone for one zero coordinate",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (1, \dots, 1, 0)$ with $|S|$ nonzero coordinates and $\kappa < 1$ with $(1 + |S|
\kappa)(1 + \kappa) > 2$ some step of any size, however small, leaves the cone $\{u : |u_i| \le \kappa u_n, i \in
S\}$: from its edge with $u_i = \kappa u_n$ for all $i \in S$. Here for $|S| = 1, 2, 3$.""",
    reading="from the point (kappa, ..., kappa, 1); so (1 + |S| kappa)(1 + |N| kappa) <= 2 is the best possible bound "
    "for one zero coordinate",
    scope="parametric",
)
@claim.parametric(nonzero=1)
@claim.parametric(nonzero=2)
@claim.parametric(nonzero=3)
def no_larger_cone(nonzero: Integer, kappa: Positive, a: Positive):
    """The step from the edge."""
    assume(kappa**2 < 1, (1 + nonzero * kappa) * (1 + kappa) > 2)
    yield leaves_from_the_edge(nonzero, kappa, a)


@claim(
    paper,
    "Conjecture 4.5, trapped cones with simple constants",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (1, \dots, 1, 0)$ with $|S| = 1, 2, 3$ nonzero coordinates and the constants $\kappa =
\frac{1}{2 (|S| + 1)}$, $a_0 = \frac{2}{7 (|S| + 1)}$ no subgradient step of a size $a \le a_0$ leaves the cone $\{u
: |u_i| \le \kappa u_n, i \in S\}$, and each has $u_n^+ \le (1 - a) u_n$.""",
    reading="from the definition of f, without the claims for all constants",
    scope="exhaustive",
)
@claim.sample(nonzero=1)
@claim.sample(nonzero=2)
@claim.sample(nonzero=3)
def simple_constants(nonzero: Integer):
    """The cones with these constants."""
    kappa, largest = scalar(1) / (2 * (nonzero + 1)), scalar(2) / (7 * (nonzero + 1))
    yield from TrappedCone([scalar(1)] * nonzero, 1, kappa, largest).trapped()
