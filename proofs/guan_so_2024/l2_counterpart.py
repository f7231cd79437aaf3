"""The smooth counterpart 1/4 ||u u^T - u* u*^T||_F^2: its stationary points, and its Hessian at the origin."""

from exactcheck import Integer, Partition, claim, function, inner, norm_squared, scalar

from . import paper
from .columns import arbitrary_column


class Counterpart:
    """g(u) = 1/4 ||u u^T - u* u*^T||_F^2 with arbitrary u*, u and a direction w."""

    def __init__(self, n):
        rows = Partition(rows=n).dimension
        self.planted, self.u, self.w = (arbitrary_column(name, rows) for name in ("us", "u", "w"))
        truth = (self.planted @ self.planted.T).named("M")
        body = {"u": self.u.shape}
        self.g = function(lambda u: scalar("1/4") * norm_squared(u @ u.T - truth), **body).named("g")

    def gradient(self, u):
        """The gradient, as the first claim finds it."""
        return norm_squared(u) * u - inner(self.planted, u) * self.planted


@claim(
    paper,
    "Section 3.1, the smooth counterpart",
    where="section 3.1, after Theorem 3.1",
    record="guan-so/inl-l2-three-points",
    statement=r"""For $u^* \ne 0$ the stationary points of $g(u) = \frac14 \|u u^T - u^* u^{*T}\|_F^2$ are exactly
$u^*$, $-u^*$ and $0$. ($\nabla g(u) = \|u\|^2 u - \langle u^*, u \rangle u^*$, which is zero at the three points.
With $q = \|u\|^2$, $s = \|u^*\|^2$, $t = \langle u^*, u \rangle$, $x = \langle \nabla g(u), u \rangle$ and $y =
\langle \nabla g(u), u^* \rangle$, for all $u$: $q^2 \|u - u^*\|^2 \|u + u^*\|^2 = 4 q^2 x - (t y + (q - s) x)(s + 3
q)$, which is zero where $\nabla g(u) = 0$; and $u = 0$ where $q = 0$.)""",
    reading="for all n; a positive factor of g does not matter",
    scope="general",
)
@claim.sample(n=1)
@claim.sample(n=2)
@claim.general()
def three_points(n: Integer):
    """The gradient, its zeros, and that there are no others."""
    at = Counterpart(n)
    g, u, us, w = at.g, at.u, at.planted, at.w
    q, s, t = norm_squared(u), norm_squared(us), inner(us, u)
    x, y = g.derivative([u], [u]), g.derivative([u], [us])
    distances = norm_squared(u - us) * norm_squared(u + us)

    yield g.derivative([u], [w]) == inner(at.gradient(u), w)
    for factor in (1, -1, 0):
        yield at.gradient(factor * us) == 0
    yield q**2 * distances == 4 * q**2 * x - (t * y + (q - s) * x) * (s + 3 * q)


@claim(
    paper,
    "Section 3.1, the smooth counterpart",
    part="Hessian at the origin",
    where="section 3.1, before Example 3.3",
    record="guan-so/inl-l2-hessian",
    statement=r"""The Hessian of $g(u) = \frac14 \|u u^T - u^* u^{*T}\|_F^2$ at $0$ is $-u^* u^{*T}$, which is
negative semidefinite.""",
    reading="for all n; a positive factor of g is one of the Hessian",
    scope="general",
)
@claim.sample(n=2)
@claim.general()
def hessian(n: Integer):
    """The Hessian form along every direction, and its sign."""
    at = Counterpart(n)
    origin, along = 0 * at.u, inner(at.planted, at.w)

    yield at.g.derivative([origin], [at.w]) == 0
    yield at.g.derivative([origin], [at.w], [at.w]) == -(along**2)
    yield along**2 >= 0
