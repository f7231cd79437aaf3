"""Proposition 1: path-connected components of setwise local minima, and components of sublevel sets."""

from exactcheck import Positive, Real, assume, claim, point, sqrt
from exactcheck.landscape import setwise_local_minimum, value

from . import paper
from .double_well import double_well
from .lemma_1 import CHAIN
from .line import line
from .section_2_1_valleys import on_the_curve

WHERE = "section 2.1, Proposition 1"
PROOF = "Appendix B"
FIRST, CLOSED, SECOND, SEPARATED = (f"josz-li/{x}" for x in ("prop-1a", "prop-1a-proof", "prop-1b", "app-B-b"))


@claim(
    paper,
    "Proposition 1, first part as printed",
    where=WHERE,
    record=FIRST,
    statement=r"""A path-connected component of a (strict) setwise local minimum is a valley (or a subset of one).""",
    reading="for f(x) = x on R and S = R, which is a strict setwise local minimum by the remark before Lemma 1, "
    "and path-connected: f would be at most c on all of R, c being the level of the valley; x = c + d, and for no c "
    "is it so, see the repaired claim",
    verdict="refuted",
    finding="missing hypothesis",
)
@claim.sample(c=0, d=1)
@claim.general()
def inside_a_sublevel_set(c: Real, d: Positive):
    """f at a point of S."""
    yield value(line, at=c + d) <= c


whole_first_part = claim.not_checkable(
    paper,
    "Proposition 1, first part",
    part="every function",
    where=WHERE,
    record=FIRST,
    statement=r"""A path-connected component of a setwise local minimum $S \ne \mathbb R^n$ is a subset of a valley, and
a valley if $S$ is a strict one.""",
    reading="true with this hypothesis, or for f bounded from above: c = sup_S f is finite then, and paths in [f <= "
    "c] do not leave S where it is strict",
    reason="general topology; its level and its inequalities are decided beside it",
)


@claim(
    paper,
    "Proposition 1, first part",
    where=WHERE,
    record=FIRST,
    statement=r"""With the hypothesis $S \ne \mathbb R^n$ the level $c = \sup_S f$ is right: for $x \in S$, $w \in U
\setminus S$ and $z \in \partial S$ with $f(x) \le c < f(z) + d$ and $f(w) \ge f(z) + d$ one has $f(w) > c$ and $f(w) >
f(x)$. For $S = \mathbb R$ and $f(x) = x$ no level is right: $f(c + d) > c$.""",
    part="the level",
    reading="numbers in the place of the values, with a gap d > 0 for a strict setwise local minimum; by Lemma 1 c is "
    "finite and equal to f(z)",
    repairs="proposition-1-first-part-as-printed",
    uses=(CHAIN, "josz-li-2023/proposition-1-closed-sets"),
    scope="parametric",
)
@claim.sample(gap="1/10")
@claim.general()
def level_of_the_valley(gap: Positive):
    """f at w is above the level, and above f at x; then all levels for f(x) = x."""
    c, at_x, at_z, at_w = (point(name) for name in ("c", "f_x", "f_z", "f_w"))
    assume(at_x <= c, c - at_z < gap, at_w >= at_z + gap)
    yield at_w > c
    yield at_w > at_x
    yield line(c + gap) > c


@claim(
    paper,
    "Proposition 1, closed sets as printed",
    where=PROOF,
    record=CLOSED,
    statement=r"""$V \cap S$ is closed because the path-connected component $V$ of $[f \le c]$ and $S$ are closed.""",
    reading="for V closed: f is the distance to S, the closure of the curve V = {x1 > 0, x2 = sin(1/x1)}, c = 0, U is "
    "the plane. The point (0, 1) is not in V, so that it would keep some distance from a closed V, and so from the "
    "points (1/p, sin p) with sin p = 1, of which there are some with arbitrarily large p. It keeps none: see the "
    "claim about the sine curve",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample(p=100, distance="1/10")
def closed_component(p: Positive, distance: Positive):
    """The distance of the points from (0, 1)."""
    assume(p * distance > 1)
    x1, x2 = on_the_curve(p, 1)
    yield x1**2 + (x2 - 1) ** 2 >= distance**2


@claim(
    paper,
    "Proposition 1, closed sets",
    where=PROOF,
    record=CLOSED,
    statement=r"""$V \cap S$ need only be closed in $V$, as it is for a closed $S$, and $V$ does not meet $U \setminus
S$: $f(w) > f(v)$ for $w \in U \setminus S$ and $v \in V$, if $f(v) \le c < f(z) + d \le f(w)$.""",
    reading="numbers in the place of the values, with a gap d as above. That V is connected, and so lies in one of the "
    "disjoint closed sets S and the complement of U, is not decided here",
    repairs="proposition-1-closed-sets-as-printed",
    uses=("josz-li-2023/section-2-1-sine-curve",),
    scope="parametric",
)
@claim.sample(gap=1)
@claim.general()
def disjoint_closed_sets(gap: Positive):
    """f at w is greater than at all points of V."""
    c, at_v, at_z, at_w = (point(name) for name in ("c", "f_v", "f_z", "f_w"))
    assume(at_v <= c, c - at_z < gap, at_w >= at_z + gap)
    yield at_w > at_v


every_function = claim.not_checkable(
    paper,
    "Proposition 1, second part",
    part="every function",
    where=WHERE,
    record=SECOND,
    statement=r"""If a sublevel set of a continuous function has finitely many connected components, then each of
them is a strict setwise local minimum.""",
    reading="true: the components are closed, as is each union of some of them, and R^n is normal",
    reason="general topology; the other part of this claim tests it on a family of functions",
)


@claim(
    paper,
    "Proposition 1, second part",
    part="two wells",
    where=WHERE,
    record=SECOND,
    statement=r"""For $f(x) = (x^2 - 1)^2$ and $0 < c < 1$ the two components of $[f \le c]$, where $x > 0$ and
where $x < 0$, are strict setwise local minima, with the half-lines as $U$.""",
    reading="with c = s^2; |x^2 - 1| is at most s at the points x and -x of the components, and s + d or s + e "
    "at the other points of the half-lines, on both sides of it",
    scope="parametric",
)
@claim.sample(s="1/2", x=1, d="1/3", e=3)
@claim.general()
def components(s: Positive, x: Positive, d: Positive, e: Positive):
    """The certificates; f at the points of a component, at the other points of its half-line, and between the two."""
    assume(s < 1, s + d < 1, x**2 - 1 <= s, 1 - x**2 <= s)
    f = double_well(1)

    for sign in (1, -1):
        yield setwise_local_minimum(
            f,
            lambda x, side=sign: [f(x) <= s**2, side * x >= 0],
            lambda x, side=sign: side * x > 0,
            strict=True,
            point=[sign],
        )
        yield value(f, at=sign * x) <= s**2
        for square in (1 - s - d, 1 + s + e):
            yield value(f, at=sign * sqrt(square)) > s**2
    yield value(f, at=0) > s**2


separation = claim.not_checkable(
    paper,
    "Proposition 1, separated components",
    part="every function",
    where=PROOF,
    record=SEPARATED,
    statement=r"""Each of finitely many components $C_i$ of $[f \le a]$ is closed, and disjoint open sets $D$ and $E$
contain $C_i$ and the other components; with $U = D$, $f > a$ on $U \setminus C_i$.""",
    reading="true, by the normality of R^n; printed: let a be a nonempty sublevel set; a is a number whose sublevel "
    "set is not empty",
    reason="general topology; the other part of this claim tests it on a family of functions",
)


@claim(
    paper,
    "Proposition 1, separated components",
    part="two wells",
    where=PROOF,
    record=SEPARATED,
    statement=r"""For $f(x) = (x^2 - 1)^2$ and $0 < a < 1$ the disjoint open sets $D = \{x > 0\}$ and $E = \{x < 0\}$
contain $C_1 = \{x \ge 0, f \le a\}$, which is closed, and $C_2 = -C_1$, and together $[f \le a]$; both are not
empty.""",
    reading="as f(0) > a, and f(-x) = f(x) for x > 0; that C_1 and C_2 are connected, as intervals, is the claim about "
    "two wells beside it",
    uses=("josz-li-2023/proposition-1-second-part/two-wells",),
    scope="parametric",
)
@claim.sample(a="1/4", x=1)
@claim.general()
def separated(a: Positive, x: Positive):
    """No point of the sublevel set lies between D and E; it has points in both, -x where it has x."""
    assume(a < 1)
    f = double_well(1)
    yield value(f, at=0) > a
    yield value(f, at=1) <= a
    yield value(f, at=-x) == value(f, at=x)
