"""Section 2.1: definitions, and what testing the second-order conditions amounts to."""

from exactcheck import (
    Integer,
    Partition,
    Real,
    arbitrary_matrix,
    assume,
    claim,
    function,
    inner,
    matrix,
    norm_squared,
    point,
)
from exactcheck.landscape import (
    copositive,
    not_a_local_minimum,
    second_order_critical_point,
)

from . import paper
from .instances import arbitrary_vector


@claim(
    paper,
    "Section 2.1, definitions",
    where="section 2.1",
    record="zhang/sec2-1",
    statement=r"""A second-order critical point can be a local minimum or a higher-order saddle point: 0 is a
second-order critical point of $x^2 - y^4$ and of $x^2 + y^4$, no local minimum of the first, and a strict one of the
second. (The value there is larger at all other points.)""",
)
@claim.sample()
def higher_orders():
    """Both functions at 0, and the second one at all points off the axes and on them."""
    saddle, minimum = (
        function(lambda x, y, k=k: x**2 + k * y**4, x=None, y=None).named(name) for k, name in ((-1, "f"), (1, "g"))
    )
    x, y, s, t = (point(name) for name in "xyst")
    assume(s > 0, t > 0)

    yield second_order_critical_point(saddle, at=(0, 0))
    yield not_a_local_minimum(saddle, at=(0, 0))
    yield second_order_critical_point(minimum, at=(0, 0))
    for sign in (1, -1):
        yield minimum(sign * s, y) >= minimum(0, 0) + s**2
        yield minimum(x, sign * t) >= minimum(0, 0) + t**4
    yield s**2 > 0
    yield t**4 > 0


COPOSITIVE = "sections 1.2 and 2.1, below (7)"


@claim(
    paper,
    "Section 2.1, copositivity as printed",
    where=COPOSITIVE,
    record="zhang/sec2-cop",
    statement=r"""(7) amounts to testing whether a submatrix of the Hessian is copositive: the submatrix of the
coordinates that may move. (Here: $H = [1, 2; 2, 1]$ with a free first and a nonnegative second coordinate.)""",
    reading="with copositivity over the nonnegative orthant, which ignores that coordinates with U_ij > 0 are free",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample(off_diagonal=2)
def copositivity_as_printed(off_diagonal: Real):
    """The matrix is copositive, then the form on the cone."""
    H = matrix([[1, off_diagonal], [off_diagonal, 1]])

    yield copositive(H)
    yield copositive(H, free=[0])


@claim(
    paper,
    "Section 2.1, copositivity",
    where=COPOSITIVE,
    record="zhang/sec2-cop",
    statement=r"""With a positive definite block $F$ of the free coordinates and the coupling $C$ to the others, (7)
is copositivity of the Schur complement $N - C^T F^{-1} C$: the form is $\|w\|_F^2 + z^T (N - C^T F^{-1} C) z$ with
$w = x + F^{-1} C z$. Without free coordinates it is copositivity of the submatrix itself.""",
    reading="with the free coordinates eliminated; the identity for all sizes with F = I, to which a change of the "
    "free coordinates reduces it",
    repairs="section-2-1-copositivity-as-printed",
    scope="general",
)
@claim.general()
def copositivity(free: Integer, bound: Integer):
    """The form as a square and the form of the Schur complement."""
    x_rows, z_rows = Partition(free=free).dimension, Partition(bound=bound).dimension
    x, z = arbitrary_vector("x", x_rows), arbitrary_vector("z", z_rows)
    C, N = arbitrary_matrix("C", x_rows, z_rows), arbitrary_matrix("N", z_rows, z_rows)
    form = norm_squared(x) + 2 * inner(x, C @ z) + inner(z, N @ z)

    yield form == norm_squared(x + C @ z) + inner(z, (N - C.T @ C) @ z)
