"""The proof of Proposition 3.6: normal cones of the subdifferential, of H(v) and of the symmetric box."""

from exactcheck import (
    Integer,
    Natural,
    Partition,
    Positive,
    Real,
    arbitrary_matrix,
    assume,
    claim,
    inner,
    point,
)

from . import paper
from .absolute_values import absolute
from .columns import arbitrary_column, column_of_ones, total
from .equation_1 import PERMUTATIONS
from .spurious_points import HALF, USES
from .subdifferential import SUBDIFFERENTIAL

WHERE = "section 3.3, proof of Proposition 3.6"
LABEL = "Proposition 3.6, proof"


class Signed:
    """v = D c for D = diag(sign(v)) and c = |v|, the positive coordinates first; c is any vector >= 0."""

    def __init__(self, positive, negative):
        rows = Partition(positive=positive, negative=negative)
        P, M = rows.columns("positive"), rows.columns("negative")
        self.rows = rows.dimension
        self.D = (P @ P.T - M @ M.T).named("D")
        self.sizes = arbitrary_column("c", rows.dimension, "all")
        self.v = (self.D @ self.sizes).named("v")
        self.signs = (self.D @ column_of_ones(rows.dimension)).named("sigma")
        self.norm = total(self.sizes)

    def symmetric(self, name, nonnegative="none"):
        """W + W^T for an arbitrary W."""
        W = arbitrary_matrix(name, self.rows, self.rows, nonnegative)
        return W + W.T


@claim(
    paper,
    LABEL,
    part="normal cone",
    where=WHERE,
    record="guan-so/prop-3.6-normal",
    statement=r"""For $0 \in \partial f(u)$: $\{w : df(u)(w) = 0\} = N_{\partial f(u)}(0)$, "from the very
definition". (With $df(u)(w) = \langle g, w \rangle + \sum_k |a_k|$ and the subgradients $g + \sum_k z_k q_k$, $a_k
= \langle q_k, w \rangle$ and $|z_k| \le 1$: $z_k a_k \le |a_k|$, with equality for a sign $z_k$ of $a_k$. So
$df(u)(w)$ is the largest product of $w$ with a subgradient, and it is $\ge 0$; it is 0 exactly if none is
positive.)""",
    reading="taken for granted: f is a sum of absolute values whose slopes at u are those of the statement, by the "
    "formula for the subdifferential; one summand, with z and a in letters, as the summands do not depend on each "
    "other",
    uses=(SUBDIFFERENTIAL,),
    scope="parametric",
)
@claim.sample(a=-2, z="1/3")
@claim.general()
def normal_cone(a: Real, z: Real):
    """|a| is the largest z a."""
    assume(z >= -1, z <= 1)

    yield absolute(a) >= z * a
    yield (absolute(a) - a) * (absolute(a) + a) == 0


@claim(
    paper,
    LABEL,
    part="shift",
    where=WHERE,
    record="guan-so/prop-3.6-shift",
    statement=r"""For $v$ without zeros: $-\mathrm{Sign}(v v^T) v = -\|v\|_1 \mathrm{Sign}(v)$, where
$-\mathrm{Sign}(v v^T)$ is symmetric with entries in $[-1, 1]$; so $N_{H(v)}(0) = N_{H'(v)}(-\|v\|_1
\mathrm{Sign}(v))$ for the sets $H(v) = \{Z v + \|v\|_1 \mathrm{Sign}(v)\}$ and $H'(v) = \{Z v\}$ over the symmetric
$Z$ with entries in $[-1, 1]$: a $y$ has the same product with $Z v + \|v\|_1 \mathrm{Sign}(v) - 0$ as with $Z v -
(-\|v\|_1 \mathrm{Sign}(v))$.""",
    reading="for all sizes, with the positive coordinates of v first",
    scope="general",
)
@claim.sample(positive=1, negative=2)
@claim.sample(positive=0, negative=1)
@claim.general()
def shift(positive: Natural, negative: Natural):
    """Sign(v v^T) = sigma sigma^T."""
    of = Signed(positive, negative)
    y, box = arbitrary_column("y", of.rows), -of.signs @ of.signs.T
    at, Z = -of.norm * of.signs, of.symmetric("W")

    yield box == box.T
    yield box @ of.v == at
    yield inner(y, Z @ of.v + of.norm * of.signs) == inner(y, Z @ of.v - at)


@claim(
    paper,
    LABEL,
    part="normal cone of the box",
    where=WHERE,
    record="guan-so/prop-3.6-Nbox",
    statement=r"""For $v$ without zeros the normal cone of $[-1, 1]^{n \times n} \cap \mathbb R^{n \times n}_{sym}$
at $-\mathrm{Sign}(v v^T)$ is $\{T : t_{ii} \le 0, \mathrm{Sign}(v_i v_j)(t_{ij} + t_{ji}) \le 0\}$, which is also
$\{-\sum p_{ij} \mathrm{Sign}(v_i v_j) e_i e_j^T + \sum_{j > i} (q_{ij} - r_{ij})(e_i e_j^T - e_j e_i^T)\}$ over $p,
q, r \ge 0$.""",
    reading="for all sizes, with the positive coordinates of v first and D = diag(sign(v)): the elements of the box "
    "are those with Z + D 1 1^T D = D E D, E >= 0; the T of the second kind are -D P D + K - K^T with P >= 0; those "
    "of the first have -D (T + T^T) D >= 0, and E = e_i e_j^T + e_j e_i^T shows that no others are normal",
    uses=("guan-so-2024/lemma-3-5",),
    scope="general",
)
@claim.sample(positive=1, negative=1)
@claim.sample(positive=0, negative=3)
@claim.general()
def box(positive: Natural, negative: Natural):
    """Elements of the box are -D 1 1^T D + D E D with E >= 0; the smallest ones are E = e_i e_j^T + e_j e_i^T."""
    of = Signed(positive, negative)
    D = of.D
    P, K, T = (
        arbitrary_matrix(name, of.rows, of.rows, kind) for name, kind in (("P", "all"), ("K", "none"), ("T", "none"))
    )
    step = D @ of.symmetric("E", "all") @ D
    of_the_second_kind = -D @ P @ D + K - K.T

    yield inner(of_the_second_kind, step) <= 0
    yield -D @ (of_the_second_kind + of_the_second_kind.T) @ D == P + P.T
    yield T == -D @ (-HALF * D @ (T + T.T) @ D) @ D + HALF * T - HALF * T.T
    e, g = arbitrary_column("e", of.rows), arbitrary_column("g", of.rows)
    yield inner(T, D @ (e @ g.T + g @ e.T) @ D) == inner(e, D @ (T + T.T) @ D @ g)


@claim(
    paper,
    LABEL,
    part="normal cone of H(v)",
    where=WHERE,
    record="guan-so/prop-3.6-NH",
    statement=r"""For $v$ without zeros and $H(v) = \{Z v + \|v\|_1 \mathrm{Sign}(v)\}$ over the symmetric $Z$ with
entries in $[-1, 1]$: $N_{H(v)}(0) = \prod_i \mathrm{Sign}(v_i) \cdot \mathbb R_-$; the inequalities $|v_i|
\mathrm{Sign}(v_j) y_j + |v_j| \mathrm{Sign}(v_i) y_i \le 0$ follow from the others.""",
    reading="for all sizes, with the positive coordinates of v first; Z = -Sign(v v^T) + D E D with E >= 0 and D = "
    "diag(sign(v)); E = e_i e_i^T shows that no other y is normal",
    scope="general",
)
@claim.sample(positive=1, negative=1)
@claim.sample(positive=3, negative=0)
@claim.general()
def sum_set(positive: Natural, negative: Natural):
    """The elements of H(v) are D E |v|."""
    of = Signed(positive, negative)
    E, p = of.symmetric("E", "all"), arbitrary_column("p", of.rows, "all")
    e, y = arbitrary_column("e", of.rows), arbitrary_column("y", of.rows)
    least = -of.signs @ of.signs.T

    yield (least + of.D @ E @ of.D) @ of.v + of.norm * of.signs == of.D @ E @ of.sizes
    yield inner(-of.D @ p, of.D @ E @ of.sizes) <= 0
    yield inner(y, of.D @ e @ e.T @ of.sizes) == inner(e, of.D @ y) * inner(e, of.sizes)

    a, b, i, j = (point(name) for name in ("v_i", "v_j", "p_i", "p_j"))
    assume(a > 0, b > 0, i >= 0, j >= 0)
    yield a * -j + b * -i <= 0


@claim(
    paper,
    LABEL,
    part="zero coordinates",
    where=WHERE,
    record="guan-so/prop-3.6-zerocoord",
    statement=r"""A coordinate with $u^*_i = 0$, hence $u_i = 0$, contributes to $\partial f(u)$ an independent
coordinate with the values $\{\langle z, u \rangle : z \in [-1, 1]^n\} = [-\|u\|_1, \|u\|_1]$: the other coordinates
of $Z u$ do not contain its row and column, although $Z$ is symmetric.""",
    reading="for all sizes; the coordinates are sorted: u_i >= 0, u_i <= 0, and u*_i = u_i = 0",
    uses=(*USES, PERMUTATIONS, SUBDIFFERENTIAL),
    scope="general",
)
@claim.sample(positive=1, negative=2, outside=1)
@claim.sample(positive=1, negative=1, outside=2)
@claim.general()
def zero_coordinates(positive: Natural, negative: Natural, outside: Integer):
    """The block Y of Z beside these coordinates is arbitrary; rows of Y are z = 1 - p and -1 + q with p, q >= 0."""
    rows = Partition(positive=positive, negative=negative, outside=outside)
    P, M, N = (rows.columns(name) for name in ("positive", "negative", "outside"))
    a, b = arbitrary_column("a", P.cols, "all"), arbitrary_column("b", M.cols, "all")
    u, norm = (P @ a - M @ b).named("u"), total(a) + total(b)
    inside = arbitrary_matrix("Z", rows.dimension, rows.dimension)
    kept = P @ P.T + M @ M.T
    Y, X = arbitrary_matrix("Y", rows.dimension, N.cols), arbitrary_matrix("X", N.cols, N.cols)
    Z = kept @ (inside + inside.T) @ kept + kept @ Y @ N.T + N @ Y.T @ kept + N @ (X + X.T) @ N.T
    p, q = arbitrary_column("p", P.cols, "all"), arbitrary_column("q", M.cols, "all")
    one, other = P @ column_of_ones(P.cols), M @ column_of_ones(M.cols)

    yield Z @ u == kept @ (inside + inside.T) @ u + N @ (Y.T @ u)
    yield inner(one - P @ p - other + M @ q, u) <= norm
    yield inner(one - other, u) == norm


@claim(
    paper,
    LABEL,
    part="normal cone of a segment",
    where=WHERE,
    record="guan-so/prop-3.6-zerocoord",
    statement=r"""The normal cone of $[-c, c] = \{\langle z, u \rangle : z \in [-1, 1]^n\}$ at $0$, $c = \|u\|_1$,
is $\{0\}$ for $u \ne 0$ and $\mathbb R$ for $u = 0$.""",
    reading="y > 0 has a positive product with c > 0, and -y with -c; for c = 0 all products are zero",
    scope="parametric",
)
@claim.sample(c=2, y=3, share="-1/2")
@claim.general()
def segment(c: Positive, y: Positive, share: Real):
    """For c > 0 neither y > 0 nor -y is normal; for c = 0 every number is."""
    yield y * c > 0
    yield -y * -c > 0
    yield share * 0 <= 0
