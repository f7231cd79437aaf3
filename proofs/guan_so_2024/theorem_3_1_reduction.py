"""The proof of Theorem 3.1, first paragraphs: coordinates with u*_i = 0 are deleted, the others form seven classes."""

from itertools import combinations, product

from exactcheck import Integer, Natural, Partition, Positive, arbitrary_matrix, claim, inner, point, scalar

from . import paper
from .columns import arbitrary_column, column_of_ones
from .equation_1 import PERMUTATIONS
from .residual import residual
from .subdifferential import SUBDIFFERENTIAL

LABEL, RECORD = "Theorem 3.1, reduction", "guan-so/thm-3.1-reduction"
PROOF = "section 3.1, proof of Theorem 3.1"
LEVELS = ("J_>", "J_=", "J_<")
CASES = (("J_>",), ("J_=",), ("J_<",), ("J_>", "J_="), ("J_=", "J_<"), ("J_>", "J_<"), ("J_>", "J_=", "J_<"))


@claim(
    paper,
    LABEL,
    part="outside of the support",
    where=PROOF,
    record=RECORD,
    statement=r"""If $u^*_i = 0$ and $u_i \ne 0$, then every $g \in \partial f(u)$ has $g_i = \mathrm{sign}(u_i)
\|u\|_1 \ne 0$.""",
    reading="for all sizes, with u_i = size or u_i = -size, and the other coordinates sorted by their signs; row i of "
    "Z is sign(u_i u_j) where u_j != 0, and arbitrary where u_j = 0; for the sign of u_i u_j - u*_i u*_j the smaller "
    "one of |u_i| and |u_j| is called size",
    uses=(SUBDIFFERENTIAL, PERMUTATIONS),
    scope="general",
)
@claim.sample(positive=1, negative=0, zero=0, size=2)
@claim.sample(positive=1, negative=2, zero=1, size="1/2")
@claim.general()
def outside_of_the_support(positive: Natural, negative: Natural, zero: Natural, size: Positive):
    """The coordinate u_i = size or -size, and the others sorted by their signs."""
    rows = Partition(positive=positive, negative=negative, zero=zero)
    P, N, F = (rows.columns(name) for name in ("positive", "negative", "zero"))
    x, y = arbitrary_column("x", P.cols, "all"), arbitrary_column("y", N.cols, "all")
    u, free = P @ x - N @ y, F @ arbitrary_column("z", F.cols)
    norm = size + inner(column_of_ones(P.cols), x) + inner(column_of_ones(N.cols), y)

    for sign in (1, -1):
        row = sign * (P @ column_of_ones(P.cols) - N @ column_of_ones(N.cols)) + free
        yield sign * size + inner(row, u) == sign * norm
    yield norm > 0

    other, truth = size * point("ratio") ** 2 + size, point("truth")
    for a, b in product((1, -1), repeat=2):
        yield a * b * ((a * size) * (b * other) - 0 * truth) > 0


@claim(
    paper,
    LABEL,
    part="deleted coordinates",
    where=PROOF,
    record=RECORD,
    statement=r"""If $u_i = u^*_i = 0$, the $i$-th coordinates of $\partial f(u)$ contain zero, and the others are
those of the problem without coordinate $i$: $0 \in \partial f(u)$ there if and only if it is here.""",
    reading="for all sizes, with any number of coordinates deleted at once, which are the last ones: their rows of u "
    "u^T - u* u*^T are zero, so that these rows of Z are free; they multiply zeros in the other rows of Z u, and may "
    "be zero themselves",
    uses=(SUBDIFFERENTIAL, PERMUTATIONS),
    scope="general",
)
@claim.sample(kept=2, deleted=1)
@claim.general()
def deleted_coordinates(kept: Integer, deleted: Integer):
    """Z u for an arbitrary Z, from its block of kept coordinates."""
    rows = Partition(kept=kept, deleted=deleted)
    K, D = rows.columns("kept"), rows.columns("deleted")
    v, truth, s = (arbitrary_column(name, K.cols) for name in ("v", "truth", "s"))
    inside, across, rest = (
        arbitrary_matrix(name, *shape)
        for name, shape in (("Z", (K.cols, K.cols)), ("Y", (K.cols, D.cols)), ("W", (D.cols, D.cols)))
    )
    Z = K @ inside @ K.T + K @ across @ D.T + D @ across.T @ K.T + D @ rest @ D.T
    u = K @ v

    yield residual(u, K @ truth) == K @ residual(v, truth) @ K.T
    yield K.T @ Z @ u == inside @ v
    yield D.T @ Z @ u == across.T @ v
    yield D.T @ (Z - K @ across @ D.T - D @ across.T @ K.T) @ u == 0
    yield inner(K @ s + D @ arbitrary_column("t", D.cols), u) == inner(s, v)


def indicators(a, b, c):
    """1 or 0 for each of the seven classes, from the signs of u_i, u*_i and |u_i| - |u*_i|."""
    half = scalar("1/2")
    levels = (half * c * (c + 1), scalar(1 - c**2), half * c * (c - 1))
    sides = (half * a * b * (a * b + 1), half * a * b * (a * b - 1))
    return [level * side for level in levels for side in sides] + [levels[2] * (1 - a**2)]


@claim(
    paper,
    "Theorem 3.1, partition",
    where=PROOF,
    record="guan-so/thm-3.1-partition",
    statement=r"""For $u^*$ without zeros the sets $J_{>,\sim}$, $J_{>,\nsim}$, $J_{=,\sim}$, $J_{=,\nsim}$,
$J_{<,\sim}$, $J_{<,\nsim}$ and $J_{<,0}$ are a partition of $[n]$, and the seven cases list every possibility for
which of $J_>$, $J_=$ and $J_<$ are not empty.""",
    reading="with all seven sets, of which the text of the ordered partition does not show every one; for each sign "
    "of u*_i, each sign of u_i and each order of |u_i| and |u*_i|, one of their indicators is 1; u_i = u*_i = 0 would "
    "be in two of them, and is deleted before",
    uses=("guan-so-2024/theorem-3-1-reduction/deleted-coordinates",),
    scope="parametric",
)
@claim.general()
def classes(size: Positive):
    """u_i = 0 implies |u_i| < |u*_i|; with the other signs of u_i, u*_i and |u_i| - |u*_i| one class is right."""
    yield (-size) ** 2 - scalar(0) ** 2 > 0
    yield size**2 - scalar(0) ** 2 > 0

    for b in (1, -1):
        for a, c in [(0, -1), *product((1, -1), (1, 0, -1))]:
            found = indicators(scalar(a), scalar(b), scalar(c))
            for value in found:
                yield value**2 == value
            yield sum(found, scalar(0)) == 1

    for number in (1, 2, 3):
        for levels in combinations(LEVELS, number):
            yield scalar(CASES.count(levels)) == 1
