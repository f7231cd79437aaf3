"""Definition 2.1: the three subdifferentials of f are the same."""

from exactcheck import Integer, Partition, Positive, assume, claim, inner, point, scalar
from exactcheck.landscape import stationary

from . import paper
from .columns import arbitrary_column
from .letters import bounded_letters
from .moduli import BOUNDED, bounded, matrix_and_moduli
from .residual import arbitrary_symmetric, weighted_residual
from .tilt import tilted

RECORD = "guan-so/def-2.1"


definition = claim.not_checkable(
    paper,
    "Definition 2.1",
    part="definition and hierarchy",
    where="section 2.2, Definition 2.1",
    record=RECORD,
    statement=r"""$\partial f(x) = \limsup_{y \to x, f(y) \to f(x)} \partial f(y)$; and $\hat\partial f(x) \subseteq
\partial f(x) \subseteq \partial_C f(x)$ for every locally Lipschitz $f$, with equality for regular $f$.""",
    reading="a misprint: the sets under the limit must be Frechet's, with a hat; as printed the limiting "
    "subdifferential is defined by itself",
    reason="a definition is neither true nor false, and the hierarchy is a cited theorem about all locally Lipschitz "
    "functions; the other parts of this claim check what it says of f",
)


@claim(
    paper,
    "Definition 2.1",
    part="the subdifferentials of f",
    where="section 2.2, after Definition 2.1",
    record=RECORD,
    statement=r"""The three subdifferentials of $f$ are equal. (Limits of gradients of $f$ are vectors $Z u$ with
$Z$ symmetric, $|Z_{ij}| \le 1$ and $Z_{ij}$ the sign of $u_i u_j - u^*_i u^*_j$ where that is not zero, and so are
their convex combinations. All such $Z u$ are subgradients of Frechet's: $f(v) \ge \frac12 \langle Z, v v^T - u^*
u^{*T} \rangle$, with equality at $u$, where the right-hand side has the gradient $Z u$.)""",
    reading="for all sizes; R = v v^T - u* u*^T as R1 - R2 and |R| as R1 + R2 with nonnegative matrices; " + BOUNDED,
    scope="general",
)
@claim.sample(n=2)
@claim.general()
def subdifferentials(n: Integer):
    """The bound, and the gradient."""
    rows = Partition(rows=n).dimension
    (R, moduli), (any_Z, ones) = matrix_and_moduli("R", rows, rows), bounded(rows, rows)
    us, u, w = (arbitrary_column(name, rows) for name in ("us", "u", "w"))
    Z = arbitrary_symmetric("root", rows).named("Z")

    yield inner(any_Z, R) <= inner(ones, moduli)
    yield weighted_residual(Z, us).derivative([u], [w]) / 2 == inner(Z @ u, w)


@claim(
    paper,
    "Definition 2.1",
    part="two coordinates",
    where="section 2.2, after Definition 2.1",
    record=RECORD,
    statement=r"""For $n = 2$, $u^* = (a, b)$ and $(a, 0)$, at ten points $u$ where all, some or none of the entries
$u_i u_j - u^*_i u^*_j$ are zero: $Z u$ is a subgradient of Frechet's for every such $Z$.""",
    reading="from the definition of f: g is a subgradient of Frechet's if f - <g, .> falls nowhere to first order; "
    "for a, b > 0 and numbers r > 1 at the points, as changes of signs and places allow",
    scope="parametric",
)
@claim.sample(a=1, b=2)
@claim.general()
def two_coordinates(a: Positive, b: Positive):
    """For each point the signs of the entries, None where the entry is zero."""
    r, free = point("r"), bounded_letters("z", 3)
    assume(r > 1)

    yield r**2 > 1
    for us, u, fixed in (
        ((a, b), (a, b), (None, None, None)),
        ((a, b), (-a, b), (None, -1, None)),
        ((a, b), (0, b), (-1, -1, None)),
        ((a, b), (r * a, b), (1, 1, None)),
        ((a, b), (r * a, b / r), (1, None, -1)),
        ((a, b), (r * a, -r * b), (1, -1, 1)),
        ((a, 0), (a, 0), (None, None, None)),
        ((a, 0), (r * a, 0), (1, None, None)),
        ((a, 0), (0, r * b), (-1, None, 1)),
        ((a, 0), (a, b), (None, 1, 1)),
    ):
        Z = [z if sign is None else scalar(sign) for z, sign in zip(free, fixed, strict=True)]
        slope = (Z[0] * u[0] + Z[1] * u[1], Z[1] * u[0] + Z[2] * u[1])
        yield stationary(tilted(us, slope), at=u, multipliers=Z)
