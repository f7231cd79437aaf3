"""Equation (1): f(u) = 1/2 ||u u^T - u* u*^T||_1 does not see changes of signs and permutations of coordinates."""

from itertools import combinations_with_replacement, permutations, product

from exactcheck import Integer, Natural, Partition, Real, arbitrary_matrix, claim, inner, scalar, sqrt

from . import paper
from .columns import arbitrary_column
from .residual import residual

LABEL, RECORD = "Equation 1, symmetry", "guan-so/eq-1-symmetry"
SIGN_CHANGES = "guan-so-2024/equation-1-symmetry/signs"
PERMUTATIONS = "guan-so-2024/equation-1-symmetry/permutations"
SYMMETRIES = (SIGN_CHANGES, PERMUTATIONS)
WHERE = "section 3, (1), and section 3.1, proof of Theorem 3.1"


@claim(
    paper,
    LABEL,
    part="signs",
    where=WHERE,
    record=RECORD,
    statement=r"""$f(-u) = f(u)$, and for $D$ diagonal with entries $\pm 1$ the pair $(D u, D u^*)$ has the same
value as $(u, u^*)$: $(D u)(D u)^T - (D u^*)(D u^*)^T = D (u u^T - u^* u^{*T}) D$, whose entries are the same up to
signs. For every $Z$: $(D Z D)(D u) = D (Z u)$, so that stationary points are carried along; and
$\mathrm{Sign}(u^*)^T u$ is the same.""",
    reading="for all sizes; D changes the signs of the last coordinates, and any others are the last ones in a "
    "suitable order; s is an arbitrary element of Sign(u*), which becomes D s",
    uses=("guan-so-2024/equation-1-symmetry/permutations",),
    scope="general",
)
@claim.sample(kept=1, turned=2)
@claim.sample(kept=0, turned=1)
@claim.general()
def signs(kept: Natural, turned: Integer):
    """Two blocks of coordinates, the second with its signs changed."""
    rows = Partition(kept=kept, turned=turned)
    K, T = rows.columns("kept"), rows.columns("turned")
    D = (K @ K.T - T @ T.T).named("D")
    u, truth, s = (arbitrary_column(name, rows.dimension) for name in ("u", "truth", "s"))
    Z = arbitrary_matrix("Z", rows.dimension, rows.dimension)
    before, after = residual(u, truth), residual(D @ u, D @ truth)

    yield residual(-u, truth) == before
    yield after == D @ before @ D
    for a, b, sign in ((K, K, 1), (K, T, -1), (T, T, 1)):
        yield a.T @ after @ b == sign * (a.T @ before @ b)
    yield (D @ Z @ D) @ (D @ u) == D @ (Z @ u)
    yield inner(D @ s, D @ u) == inner(s, u)


@claim(
    paper,
    LABEL,
    part="permutations",
    where=WHERE,
    record=RECORD,
    statement=r"""For a permutation matrix $P$ the pair $(P u, P u^*)$ has the same value as $(u, u^*)$: $(P u)(P
u)^T - (P u^*)(P u^*)^T = P (u u^T - u^* u^{*T}) P^T$, whose entries are the same in another order. For every $Z$:
$(P Z P^T)(P u) = P (Z u)$; and $\mathrm{Sign}(u^*)^T u$ is the same.""",
    reading="for all sizes; the identities hold for every orthogonal P, and s is an arbitrary element of Sign(u*), "
    "which becomes P s",
    scope="general",
)
@claim.general()
def orders(n: Integer):
    """With P^T P = I, as for permutation matrices."""
    size = Partition(coordinates=n).dimension
    P, Z = arbitrary_matrix("P", size, size, family="P"), arbitrary_matrix("Z", size, size)
    u, truth, s = (arbitrary_column(name, size) for name in ("u", "truth", "s"))

    yield residual(P @ u, P @ truth) == P @ residual(u, truth) @ P.T
    yield (P @ Z @ P.T) @ (P @ u) == P @ (Z @ u)
    yield inner(P @ s, P @ u) == inner(s, u)


def loss(u, truth):
    """f(u) = 1/2 sum_ij |u_i u_j - u*_i u*_j| with |x| as the root of x^2."""
    pairs = combinations_with_replacement(range(len(u)), 2)
    return sum(
        (scalar("1/2" if i == j else 1) * sqrt((u[i] * u[j] - truth[i] * truth[j]) ** 2) for i, j in pairs), scalar(0)
    )


@claim(
    paper,
    LABEL,
    part="values",
    where=WHERE,
    record=RECORD,
    statement=r"""For $n = 3$ the value of $f$ is the same for all 48 changes of signs and orders of the coordinates
of $u$ and $u^*$, and the same at $-u$.""",
    reading="at two pairs (u, u*), with zeros, with |u_i| = |u*_i| and with u_i u_j = u*_i u*_j",
)
@claim.sample(u_1=2, u_2=2, u_3=0, truth_1=1, truth_2=4, truth_3=-3)
@claim.sample(u_1="1/2", u_2=-5, u_3=3, truth_1=0, truth_2=5, truth_3=-1)
def values(u_1: Real, u_2: Real, u_3: Real, truth_1: Real, truth_2: Real, truth_3: Real):
    """All images of the point."""
    pairs = [(u_1, truth_1), (u_2, truth_2), (u_3, truth_3)]
    original = loss(*zip(*pairs, strict=True))

    yield loss([-u for u, _ in pairs], [truth for _, truth in pairs]) == original
    for order, turns in product(permutations(pairs), product((1, -1), repeat=3)):
        image = [(sign * u, sign * truth) for sign, (u, truth) in zip(turns, order, strict=True)]
        yield loss(*zip(*image, strict=True)) == original
