"""Lemma 1: on the boundary of a setwise local minimum f is constant, the supremum over it."""

from exactcheck import Positive, Real, assume, claim, point, sqrt
from exactcheck.landscape import setwise_local_minimum, value

from . import paper
from .double_well import double_well
from .line import line

LEMMA = "josz-li/lem-1"
PROOF = "josz-li/app-A"
CHAIN = "josz-li-2023/appendix-a/chain"


class Chain:
    """Values near a boundary point z: at x in S and at y in U without S, less than e away from f(z)."""

    def __init__(self, e):
        self.e, self.infimum, self.supremum = e, point("infimum"), point("supremum")
        self.at_x, self.at_y, self.at_z = point("f_x"), point("f_y"), point("f_z")
        assume(self.supremum <= self.infimum, self.at_x <= self.supremum, self.infimum <= self.at_y)
        for near in (self.at_x, self.at_y):
            assume(near < self.at_z + e, near > self.at_z - e)


@claim(
    paper,
    "Appendix A",
    part="chain",
    where="Appendix A",
    record=(PROOF, LEMMA),
    statement=r"""$\inf_{U \setminus S} f - \epsilon \le f(y) - \epsilon < f(z) < f(x) + \epsilon \le \sup_S f +
\epsilon \le \inf_{U \setminus S} f + \epsilon$ for $z \in \partial S$ and $x \in S$, $y \in U \setminus S$ near
$z$; for every $\epsilon > 0$, so that $\inf_{U \setminus S} f = f(z) = \sup_S f$.""",
    reading="for all values of f that a setwise local minimum allows: sup over S <= inf over U \\ S; every "
    "neighbourhood of a boundary point of the closed set S meets S and U \\ S",
    scope="parametric",
)
@claim.sample(e="1/10")
@claim.general()
def chain(e: Positive):
    """Each link, and that the three numbers differ by less than e."""
    at = Chain(e)
    yield at.infimum - e <= at.at_y - e
    yield at.at_y - e < at.at_z
    yield at.at_z < at.at_x + e
    yield at.at_x + e <= at.supremum + e
    yield at.supremum + e <= at.infimum + e
    for number in (at.infimum, at.supremum):
        yield number - at.at_z < e
        yield at.at_z - number < e


@claim(
    paper,
    "Appendix A, last sentence as printed",
    where="Appendix A",
    record=PROOF,
    statement=r"""$f$ attains its maximum over a setwise local minimum $S$ on the boundary of $S$.""",
    reading="for S = R, a setwise local minimum of f(x) = x by the remark before Lemma 1: f would be bounded "
    "from above on S by its value at some m; x = m + d, and for no m is it so, see the repaired claim",
    verdict="refuted",
    finding="missing hypothesis",
)
@claim.sample(m=0, d=1)
@claim.general()
def maximum_on_the_boundary(m: Real, d: Positive):
    """f at another point of S."""
    yield value(line, at=m + d) <= value(line, at=m)


@claim(
    paper,
    "Appendix A, last sentence",
    where="Appendix A",
    record=PROOF,
    statement=r"""For $S \ne \mathbb R^n$, where there is a $z \in \partial S$: $f(s) < f(z) + e$ for $s \in S$, if
values at points near $z$ differ from $f(z)$ by less than $e$. For $S = \mathbb R$ and $f(x) = x$ no $m$ is a maximum:
$f(m + e) > f(m)$.""",
    reading="numbers in the place of the values. For every e > 0 this makes f(z) the maximum over S; that the "
    "boundary of a closed set other than the empty set and R^n is not empty, as R^n is connected, is taken as known",
    repairs="appendix-a-last-sentence-as-printed",
    uses=(CHAIN,),
    scope="parametric",
)
@claim.sample(e=1)
@claim.general()
def attained(e: Positive):
    """Another point of S; then all m and e for f(x) = x."""
    at, elsewhere, m = Chain(e), point("f_s"), point("m")
    assume(elsewhere <= at.supremum)
    yield elsewhere < at.at_z + e
    yield line(m + e) > line(m)


every_function = claim.not_checkable(
    paper,
    "Lemma 1",
    part="every function",
    where="section 2.1, Lemma 1",
    record=LEMMA,
    statement=r"""If $S$ is a setwise local minimum of a continuous function $f$, then $f(z) = \sup_S f$ for all
$z \in \partial S$.""",
    reading="true: every neighbourhood of z meets S and U without S, and the values there are in the order of "
    "Appendix A",
    reason="a statement about all continuous functions; the inequalities of Appendix A and an instance are decided",
    uses=(CHAIN,),
)


@claim(
    paper,
    "Lemma 1",
    part="two wells",
    where="section 2.1, Lemma 1",
    record=LEMMA,
    statement=r"""For $f(x) = (x^2 - 1)^2$ and $0 < c < 1$ the set $S = \{f \le c, x > 0\}$ is the interval $\{x >
0, 1 - \sqrt c \le x^2 \le 1 + \sqrt c\}$, a strict setwise local minimum with $U = \{x > 0\}$; $f = c$ at its ends.""",
    reading="with c = s^2; at the points x of the interval, and at those with x^2 = 1 + s + d or 1 - s - e",
    scope="parametric",
)
@claim.sample(s="1/2", x=1, d=2, e="1/3")
@claim.general()
def two_wells(s: Positive, x: Positive, d: Positive, e: Positive):
    """The certificate; the ends, the inside, the outside on both sides, and 0."""
    assume(s < 1, s + e < 1, x**2 - 1 <= s, 1 - x**2 <= s)
    f = double_well(1)

    yield setwise_local_minimum(f, lambda x: [f(x) <= s**2, x >= 0], lambda x: x > 0, strict=True, point=[1])
    for square in (1 - s, 1 + s):
        yield value(f, at=sqrt(square)) == s**2
    yield value(f, at=x) <= s**2
    for square in (1 + s + d, 1 - s - e):
        yield value(f, at=sqrt(square)) > s**2
    yield value(f, at=0) > s**2
