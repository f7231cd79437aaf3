"""Proposition 3.4: growth of f at u* to first order, the printed constant and the best one."""

from itertools import combinations_with_replacement

from exactcheck import Integer, Natural, Positive, Real, assume, claim, inner, lesser, scalar
from exactcheck.landscape import directional_derivative, first_order_growth, l1_rank_one_loss, stationary

from . import paper
from .columns import total
from .equation_1 import SYMMETRIES
from .letters import positive_letters, signs
from .planted import planted, planted_with_signs, signs_of_planted
from .sign_blocks import SIGNS, sign_blocks
from .tilt import tilted

RECORD = "guan-so/prop-3.4"
WHERE = "section 3.2, Proposition 3.4"
PRINTED = r"""$df(u^*)(w) \ge \min\{\alpha, \frac12 \alpha |S|\} \|w\|_1$ for all $w$, with $S = \mathrm{supp}(u^*) \ne
\emptyset$ and $\alpha = \min\{|u^*_i| : i \in S\}$"""
BEST = r"""$c(u^*) = \min_\epsilon (\|u^*\|_1^2 + (\sum_{i \in S} \epsilon_i |u^*_i|)^2) / (2 \|u^*\|_1)$ over all
$\epsilon \in \{-1, 1\}^S$"""
MAXIMUM = "df(u*)(w) is the largest <Z u*, w> over symmetric Z with entries in [-1, 1], as in the proof"


@claim(
    paper,
    "Proposition 3.4",
    where=WHERE,
    record=RECORD,
    statement=rf"""{PRINTED}. (With $p$ and $m$ the sums of $|u^*_i|$ over the coordinates of $S$ along which $w$
has the sign of $u^*$ and against which it has not, the symmetric matrix with the entries $1$, $(m - p) / (p + m)$
and $-1$ times $\mathrm{{sign}}(u^*_i u^*_j)$ in these blocks, and $\mathrm{{sign}}(w_i u^*_j)$ for $i \notin S$,
gives $df(u^*)(w) \ge \frac{{p^2 + m^2}}{{p + m}} \sum_S |w_i| + (p + m) \sum_{{i \notin S}} |w_i|$, and $2 (p^2 +
m^2) \ge (p + m)^2 \ge \alpha |S| (p + m)$.)""",
    reading=f"for all sizes, with any alpha > 0 that is at most the least |u*_i|, i in S; {MAXIMUM}; {SIGNS}",
    uses=("guan-so-2024/proposition-3-4-directional-derivative", *SYMMETRIES),
    scope="general",
)
@claim.sample(along=1, against=1, outside=0, alpha=1)
@claim.sample(along=1, against=2, outside=1, alpha="1/2")
@claim.general()
def printed(along: Natural, against: Natural, outside: Natural, alpha: Positive):
    """All is multiplied by s = ||u*||_1."""
    assume(along + against >= 1)
    at = sign_blocks(along, against, outside, alpha)
    p, m = at.masses
    constant, s = lesser(alpha, alpha * scalar(along + against) / 2, "printed"), p + m

    yield at.Z == at.Z.T
    yield m - p <= s
    yield m - p >= -s
    yield inner(at.Z @ at.planted, at.w) == (p**2 + m**2) * at.inside + s**2 * at.outside
    yield (p - m) ** 2 >= 0
    yield p**2 + m**2 >= s**2 / 2
    yield s >= 2 * constant
    yield p**2 + m**2 >= s * constant
    yield s**2 >= s * constant
    yield inner(at.Z @ at.planted, at.w) >= s * constant * (at.inside + at.outside)


@claim(
    paper,
    "Proposition 3.4, best constant",
    where=WHERE,
    record=RECORD,
    statement=rf"""For $u^* \ne 0$ the largest $c$ with $df(u^*)(w) \ge c \|w\|_1$ for all $w$ is {BEST}, which is
at least $\frac12 \|u^*\|_1$. (With $p$, $m$ and $Z$ as for Proposition 3.4, $df(u^*)(w) \ge \frac{{p^2 + m^2}}{{p +
m}} \|w\|_1$, with equality for $w_i = \epsilon_i u^*_i$, and $2 (p^2 + m^2) = (p + m)^2 + (p - m)^2$.)""",
    reading=f"for all sizes; {MAXIMUM}; {SIGNS}, so that the choices of epsilon are the ways to split the support",
    uses=("guan-so-2024/proposition-3-4-directional-derivative", *SYMMETRIES),
    scope="general",
)
@claim.sample(along=2, against=1, outside=0)
@claim.sample(along=1, against=1, outside=1)
@claim.general()
def best(along: Natural, against: Natural, outside: Natural):
    """The bound for all directions of these signs, then the direction (a, -b, 0): its |u*_i w_j + u*_j w_i|, summed."""
    at = sign_blocks(along, against, outside)
    p, m = at.masses
    P, M, _ = at.places
    w = (P @ at.a - M @ at.b).named("attained")
    alike, unlike = at.a @ at.a.T, at.b @ at.b.T

    yield at.Z == at.Z.T
    yield m - p <= p + m
    yield m - p >= -(p + m)
    yield inner(at.Z @ at.planted, at.w) == (p**2 + m**2) * at.inside + (p + m) ** 2 * at.outside
    yield inner(at.Z @ at.planted, at.w) >= (p**2 + m**2) * (at.inside + at.outside)
    yield at.planted @ w.T + w @ at.planted.T == 2 * (P @ alike @ P.T - M @ unlike @ M.T)
    yield total(alike) + total(unlike) == p**2 + m**2
    yield 2 * (p**2 + m**2) == (p + m) ** 2 + (p - m) ** 2


@claim(
    paper,
    "Proposition 3.4, best constant",
    part="small sizes",
    where=WHERE,
    record=RECORD,
    statement=rf"""For $|S| \le 4$ the best constant is {BEST}. For each $\epsilon$ the vector with the coordinates
$\frac{{p^2 + m^2}}{{p + m}} \epsilon_i \mathrm{{sign}}(u^*_i)$ for $i \in S$ and $\pm \|u^*\|_1$ for the others is
a subgradient of $f$ at $u^*$, and $df(u^*)(w) = \frac{{p^2 + m^2}}{{p + m}} \|w\|_1$ for $w_i = \epsilon_i u^*_i$,
where $p$ and $m$ are the sums of $|u^*_i|$ over the $i \in S$ with $\epsilon_i = 1$ and $\epsilon_i = -1$.""",
    reading="from the definition of f; a vector g is a subgradient if u* is stationary for f - <g, .>; for |S| = 1 "
    "with no zero and with two, |S| = 2, 3 with none and with one, |S| = 4 with none, the zeros being the last "
    "coordinates; for all signs if |S| <= 2, otherwise for u* >= 0, as changes of signs of coordinates allow "
    "(equation 1)",
    uses=SYMMETRIES,
    scope="parametric",
)
@claim.sample(support=2, zeros=1, norm=3)
@claim.parametric(support=1, zeros=0)
@claim.parametric(support=1, zeros=2)
@claim.parametric(support=2, zeros=0)
@claim.parametric(support=2, zeros=1)
@claim.parametric(support=3, zeros=0)
@claim.parametric(support=3, zeros=1)
@claim.parametric(support=4, zeros=0)
def best_at_small_sizes(support: Integer, zeros: Natural, norm: Positive):
    """||u*||_1 is a letter, and the last coordinate in the support is what the others leave of it."""
    assume(support <= 4, zeros <= 2)
    a = positive_letters("a", support - 1)
    a = [*a, norm - sum(a, scalar(0))]
    assume(a[-1] > 0)

    yield a[-1] ** 2 > 0
    for epsilon in signs(support):
        yield masses(a, epsilon)[0] >= 0
    for sigma in signs_of_planted(support):
        for epsilon in signs(support):
            yield from subgradients(a, sigma, epsilon, zeros, norm)


def masses(a, epsilon):
    """p and m: the sums of the |u*_i| along w and against it."""
    return [sum((x for e, x in zip(epsilon, a, strict=True) if e == side), scalar(0)) for side in (1, -1)]


def subgradients(a, sigma, epsilon, zeros, norm):
    """The subgradients for these signs of u* and w in the support and all signs outside, and the slope along w."""
    us = planted_with_signs(sigma, a, zeros)
    p, m = masses(a, epsilon)
    growth = (p**2 + m**2) / norm
    for outer in signs(zeros):
        slope = [e * s * growth for e, s in zip(epsilon, sigma, strict=True)] + [t * norm for t in outer]
        Z = list(multipliers(sigma, epsilon, outer, (m - p) / norm))
        yield stationary(tilted(us, slope), at=us, multipliers=Z)
    w = (*(e * x for e, x in zip(epsilon, us, strict=False)), *[scalar(0)] * zeros)
    yield directional_derivative(l1_rank_one_loss(us), us, along=w) == growth * norm


def multipliers(sigma, epsilon, outer, mixed):
    """The entries of Z in the order of the pieces of f: pairs of coordinates of the support before the others."""
    coordinates = [*zip(sigma, epsilon, strict=True), *((t, 0) for t in outer)]
    for (s, e), (t, d) in combinations_with_replacement(coordinates, 2):
        if d == 0:
            yield s * t * abs(e)
        else:
            yield s * t * (e if e == d else mixed)


@claim(
    paper,
    "Proposition 3.4, constant",
    part="loose",
    where=WHERE,
    record=RECORD,
    constant="min{alpha, alpha |S| / 2}",
    statement=rf"""{PRINTED}; the best constant is {BEST}, which is larger: $1$ for $u^* = (1)$ with the printed
$\frac12$, $\frac53$ for $(1, 2)$ and for $(1, 1, 1)$ with the printed $1$, $3$ for $(1, 2, 3)$ with the printed
$1$, $\frac{{145}}{{17}}$ for $(2, 3, 5, 7)$ with the printed $2$.""",
    reading="for all w, from the definition of f, at given u* where the best constant is larger",
    scope="exhaustive",
)
@claim.sample(n=1, first=1)
@claim.sample(n=2, first=1, second=2)
@claim.sample(n=2, first=-3, second=0)
@claim.sample(n=3, first=1, second=1, third=1)
@claim.sample(n=3, first=1, second=-2, third=3)
@claim.sample(n=3, first="1/2", second=0, third="-2/3")
@claim.sample(n=4, first=2, second=3, third=5, fourth=7)
@claim.sample(n=4, first=-1, second=0, third=4, fourth=0)
def loose(n: Integer, first: Real, second: Real = 0, third: Real = 0, fourth: Real = 0):
    """Both constants, from the definition of f."""
    us = planted(n, first, second, third, fourth)
    f = l1_rank_one_loss(us)
    assume(best_constant(us) > printed_constant(us))

    yield first_order_growth(f, us) >= printed_constant(us)
    yield first_order_growth(f, us) == best_constant(us)


@claim(
    paper,
    "Proposition 3.4, constant",
    part="sharp for two equal moduli",
    where=WHERE,
    record=RECORD,
    constant="min{alpha, alpha |S| / 2}",
    statement=r"""For $|S| = 2$ and $|u^*_i| = |u^*_j|$ the printed constant $\alpha$ is the best one; otherwise it
is not, as $c(u^*) \ge \frac12 \|u^*\|_1$ is larger for $|S| \ge 3$ or different moduli, and for $|S| = 1$.""",
    reading="for all w, from the definition of f, at given u* where the two constants are equal; that they are not "
    "elsewhere is the bound of the best constant for all sizes",
    uses=("guan-so-2024/proposition-3-4-best-constant",),
    scope="exhaustive",
)
@claim.sample(n=2, first=1, second=1)
@claim.sample(n=2, first="2/3", second="-2/3")
@claim.sample(n=3, first=0, second=-3, third=3)
def sharp(n: Integer, first: Real, second: Real = 0, third: Real = 0, fourth: Real = 0):
    """The printed constant is attained."""
    us = planted(n, first, second, third, fourth)
    f = l1_rank_one_loss(us)
    assume(best_constant(us) <= printed_constant(us))

    yield first_order_growth(f, us) >= printed_constant(us)
    yield first_order_growth(f, us) == printed_constant(us)


def moduli(us):
    """The moduli in the support."""
    return [abs(x.value) for x in us if x.value != 0]


def printed_constant(us):
    """min{alpha, alpha |S| / 2}."""
    alpha = scalar(min(moduli(us)))
    return lesser(alpha, alpha * len(moduli(us)) / 2)


def best_constant(us):
    """The least (||u*||_1^2 + (sum_i epsilon_i |u*_i|)^2) / (2 ||u*||_1)."""
    a = moduli(us)
    norm = sum(a)
    return scalar(
        min(
            (norm**2 + sum(e * x for e, x in zip(epsilon, a, strict=True)) ** 2) / (2 * norm)
            for epsilon in signs(len(a))
        )
    )
