"""Theorem 3.1 at every point u for u* of fixed size: in letters, and for given u*; and u* = 0, which it leaves out.

Nothing is computed by hand here: the set is stated as in the theorem, and decided from the definition of f.
"""

from itertools import product

from exactcheck import Integer, Natural, Nonnegative, Partition, Positive, Real, arbitrary_matrix, assume, claim, point
from exactcheck.landscape import l1_rank_one_loss, l1_stationary_set, stationary_points

from . import paper
from .columns import arbitrary_column
from .planted import planted
from .theorem_3_1_reduction import outside_of_the_support

RECORD, WHERE = "guan-so/thm-3.1", "section 3.1, Theorem 3.1"
ZERO_RECORD, ZERO_WHERE = "guan-so/thm-3.1-us-zero", "section 3.4, Corollary 3.11, and Theorem 3.1, hypothesis"
SET = r"""$\{u : |u_i| \le |u^*_i|, i \in [n], (\mathrm{Sign}(u^*))^T u = 0\} \cup \{\pm u^*\}$"""


def theorem(us):
    """The stationary points of f are those of the theorem."""
    return stationary_points(l1_rank_one_loss(us)) == l1_stationary_set(us)


def signs(n):
    """Signs of the coordinates, the first one 1; of more than four those with the negative ones last."""
    return product((1,), *[(1, -1)] * (n - 1)) if n <= 4 else [(1,) * (n - k) + (-1,) * k for k in range(n)]


@claim(
    paper,
    "Theorem 3.1, every point",
    part="sizes",
    where=WHERE,
    record=RECORD,
    statement=rf"""For every $u^* \in \mathbb R^n$ and every $u \in \mathbb R^n$: $0 \in \partial f(u)$ if and only if
$u \in$ {SET}. (Shown for $n = 1, \dots, 5$.)""",
    reading="for all moduli |u*_i|, zeros and u* = 0 included, and all signs of u* (f and the set are the same for "
    "-u*); for n = 5 with the negative coordinates last, as permutations of coordinates allow",
    uses=("guan-so-2024/equation-1-symmetry/permutations",),
    scope="parametric",
)
@claim.sample(n=1, modulus=3)
@claim.sample(n=1, modulus=0)
@claim.parametric(n=1)
@claim.parametric(n=2)
@claim.parametric(n=3)
@claim.parametric(n=4)
@claim.parametric(n=5)
def sizes(n: Integer, modulus: Nonnegative):
    """The modulus of the first coordinate, and letters for those of the others."""
    moduli = [modulus, *(point(f"modulus_{i}") for i in range(2, n + 1))]
    assume(*(each >= 0 for each in moduli[1:]))
    for s in signs(n):
        yield theorem([a if sign == 1 else -a for sign, a in zip(s, moduli, strict=True)])


@claim(
    paper,
    "Theorem 3.1, every point",
    part="given vectors",
    where=WHERE,
    record=RECORD,
    statement=rf"""For $u^* \ne 0$ and every $u \in \mathbb R^n$: $0 \in \partial f(u)$ if and only if $u \in$
{SET}.""",
    reading="at given u*, among them ones with zeros, equal moduli and both signs",
    scope="exhaustive",
)
@claim.sample(n=1, first=3)
@claim.sample(n=2, first=1, second=1)
@claim.sample(n=2, first=1, second=0)
@claim.sample(n=2, first=1, second=2)
@claim.sample(n=2, first="-2/3", second="1/7")
@claim.sample(n=3, first=1, second=-2, third=3)
@claim.sample(n=3, first=0, second=0, third=-1)
@claim.sample(n=4, first=2, second=3, third=5, fourth=7)
@claim.sample(n=5, first=1, second=-1, third=1, fourth=-1, fifth=2)
@claim.sample(n=6, first=1, second=2, third=3, fourth=4, fifth=5, sixth=6)
@claim.sample(n=6, first=1, second=1, third=0, fourth=0, fifth=2, sixth=0)
def given_vectors(
    n: Integer, first: Real, second: Real = 0, third: Real = 0, fourth: Real = 0, fifth: Real = 0, sixth: Real = 0
):
    """The set from the definition of f."""
    yield theorem(planted(n, first, second, third, fourth, fifth, sixth))


@claim(
    paper,
    "Theorem 3.1, u* = 0",
    part="all sizes",
    where=ZERO_WHERE,
    record=ZERO_RECORD,
    statement=r"""For $u^* = 0$ the only stationary point is $0$: every $g \in \partial f(u)$ has $g_i =
\mathrm{sign}(u_i) \|u\|_1 \ne 0$ where $u_i \ne 0$, and $0 \in \partial f(0)$. So the formula of the theorem, which
assumes $u^* \ne 0$, is right there too.""",
    reading="for all sizes, with u_i = size or u_i = -size, and the other coordinates sorted by their signs; for the "
    "sign of u_i u_j the smaller one of |u_i| and |u_j| is called size",
    uses=("guan-so-2024/subdifferential/all-sizes",),
    scope="general",
)
@claim.sample(positive=1, negative=2, zero=1, size="1/2")
@claim.general()
def only_zero(positive: Natural, negative: Natural, zero: Natural, size: Positive):
    """A coordinate that is not zero, by the reduction; at 0 every matrix Z has Z u = 0."""
    yield from outside_of_the_support.function(positive, negative, zero, size)

    rows = Partition(coordinates=positive + negative + zero + 1).dimension
    origin = 0 * arbitrary_column("v", rows)
    yield arbitrary_matrix("Z", rows, rows) @ origin == origin


@claim(
    paper,
    "Theorem 3.1, u* = 0",
    part="every point",
    where=ZERO_WHERE,
    record=ZERO_RECORD,
    statement=r"""For $u^* = 0$ and every $u \in \mathbb R^n$: $0 \in \partial f(u)$ if and only if $u = 0$.""",
    reading="from the definition of f, for n <= 6",
    scope="exhaustive",
)
@claim.sample(n=1)
@claim.sample(n=2)
@claim.sample(n=3)
@claim.sample(n=4)
@claim.sample(n=6)
def only_zero_at_small_sizes(n: Integer):
    """The set from the definition of f."""
    yield stationary_points(l1_rank_one_loss([0] * n)) == [(0,) * n]
