"""Example 3.3 and the sentence before it: the second subderivative of f at the origin can be positive."""

from exactcheck import (
    Integer,
    Natural,
    Partition,
    Positive,
    assume,
    claim,
    inner,
    matrix,
    point,
)
from exactcheck.landscape import l1_rank_one_loss, second_subderivative, stationary

from . import paper
from .columns import arbitrary_column, column_of_ones, total
from .equation_1 import PERMUTATIONS, SYMMETRIES
from .letters import positive_letters, signs
from .planted import planted_with_signs
from .residual import weighted_residual

EXAMPLE = "guan-so/ex-3.3"
GENERAL = "guan-so/ex-3.3-general"
BEFORE = "section 3.1, before Example 3.3"


@claim(
    paper,
    "Example 3.3",
    where="section 3.1, Example 3.3",
    record=EXAMPLE,
    statement=r"""For $u^* = (a, 0)$, $a \ne 0$ (printed: $a = 1$), and $w = (0, 1)$: $d^2 f(0; 0)(w) = 1 > 0$.""",
    reading="from the definition of the second subderivative, for both signs of a number; 0 is stationary",
    scope="parametric",
)
@claim.sample(a=1)
@claim.general()
def example(a: Positive):
    """Both signs of the planted number."""
    for sign in (1, -1):
        f = l1_rank_one_loss((sign * a, 0))
        yield stationary(f, (0, 0), multipliers=[-1, 0, 0])
        yield second_subderivative(f, (0, 0), along=(0, 1)) == 1


@claim(
    paper,
    "Example 3.3",
    part="the maximum",
    where="section 3.1, Example 3.3",
    record=EXAMPLE,
    statement=r"""$\max \{q_{22} : q_{11} = -1, q_{12} = q_{21}, q_{12}, q_{22} \in [-1, 1]\} = 1$, and $q_{22} =
\langle Q w, w \rangle$ for $w = (0, 1)$.""",
    reading="for all such Q",
    scope="exhaustive",
)
@claim.sample()
def maximum():
    """The value at Q, its bound, and where it is attained."""
    q12, q22, w = point("q_1_2"), point("q_2_2"), matrix([[0], [1]])
    assume(q12 >= -1, q12 <= 1, q22 >= -1, q22 <= 1)

    def value(last):
        return inner(matrix([[-1, q12], [q12, last]]) @ w, w)

    yield value(q22) == q22
    yield value(q22) <= 1
    yield value(1) == 1


@claim(
    paper,
    "Section 3.1, curvature at the origin as printed",
    where=BEFORE,
    record=GENERAL,
    statement=r"""Negative semidefiniteness at the origin is no longer true in the $\ell_1$ case: some $w$ has $d^2
f(0; 0)(w) > 0$.""",
    reading="for every u* != 0; for u* = (1) and w = 1, and the same holds for all w != 0, as d2f is homogeneous of "
    "degree two and f is even",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample()
def every_planted_vector():
    """The value is -1."""
    yield second_subderivative(l1_rank_one_loss((1,)), 0, along=1) > 0


@claim(
    paper,
    "Section 3.1, curvature at the origin",
    where=BEFORE,
    record=GENERAL,
    statement=r"""For $u^* \ne 0$ some $w$ has $d^2 f(0; 0)(w) > 0$ exactly if $u^*$ has a zero coordinate. (With
$s$ the signs of $u^*$ and $|v_i| = 1$ on the set $N$ of the zero coordinates, $f(u) \ge f(0) + \frac12 (v^T u_N)^2
- \frac12 (s^T u)^2$ for all $u$, so that $d^2 f(0; 0)(w) \ge (v^T w_N)^2$ for $w$ with $w_i = 0$ outside of $N$. If
$N$ is empty, then $f(u) = f(0) - \frac12 (s^T u)^2$ where all $|u_i| \le |u^*_i|$, and $d^2 f(0; 0)(w) = -(s^T w)^2
\le 0$ for all $w$.)""",
    reading="for all sizes; f(u) is the largest 1/2 <Z, u u^T - u* u*^T> over symmetric Z with entries in [-1, 1], "
    "and for N empty the one where Z is the sign of -u* u*^T; u* >= 0, with its zeros last, and v = 1, as the "
    "symmetries of f allow (equation 1)",
    repairs="section-3-1-curvature-at-the-origin-as-printed",
    uses=SYMMETRIES,
    scope="general",
)
@claim.sample(support=2, zeros=1)
@claim.sample(support=1, zeros=2)
@claim.general()
def zero_coordinates(support: Integer, zeros: Integer):
    """The quadratic minorant with zero coordinates, and f without; the sign of u*_i u*_j - u_i u_j."""
    rows = Partition(support=support, zeros=zeros)
    S, N = rows.columns("support"), rows.columns("zeros")
    s, v, ones = S @ column_of_ones(S.cols), N @ column_of_ones(N.cols), column_of_ones(S.cols)
    planted = arbitrary_column("a", S.cols, "all")
    a, b, x, y = (point(name) for name in "abxy")
    assume(x <= a, -x <= a, y <= b, -y <= b, a >= 0, b >= 0)

    yield from quadratic(v @ v.T - s @ s.T, S @ planted, lambda w: inner(v, w) ** 2 - inner(s, w) ** 2, "w")
    yield inner(v, v) ** 2 - inner(s, v) ** 2 > 0
    yield from quadratic(-ones @ ones.T, planted, lambda w: -(inner(ones, w) ** 2), "u")
    yield a * b - x * y >= 0


def quadratic(Z, us, form, name):
    """<Z, u u^T - u* u*^T> is ||u*||_1^2 at the origin, and its first and second derivatives there."""
    w = arbitrary_column(name, us.rows)
    twice = weighted_residual(Z, us)

    yield twice(0 * w) == total(us) ** 2
    yield twice.derivative([0 * w], [w]) == 0
    yield twice.derivative([0 * w], [w], [w]) == 2 * form(w)


@claim(
    paper,
    "Section 3.1, curvature at the origin",
    part="small sizes",
    where=BEFORE,
    record=GENERAL,
    statement=r"""With $S$ the support of $u^*$, $|S| \le 3$, up to two zero coordinates and all signs: $d^2 f(0;
0)(e_k) = 1$ for the zero coordinates $k$, $d^2 f(0; 0)(e_i) = -1$ for the others, and $d^2 f(0; 0)(s) = -|S|^2$ for
the vector $s$ of the signs of $u^*$.""",
    reading="from the definition of the second subderivative, for |S| = 1 with no zero and with two, |S| = 2 with "
    "one, |S| = 3 with none and with one, the zeros being the last coordinates (equation 1)",
    uses=(PERMUTATIONS,),
    scope="parametric",
)
@claim.sample(support=1, zeros=1, first=1)
@claim.parametric(support=1, zeros=0)
@claim.parametric(support=1, zeros=2)
@claim.parametric(support=2, zeros=1)
@claim.parametric(support=3, zeros=0)
@claim.parametric(support=3, zeros=1)
def small_sizes(support: Integer, zeros: Natural, first: Positive):
    """Along the axes and along the signs."""
    assume(support <= 3, zeros <= 2)
    n, a = support + zeros, (first, *positive_letters("a", support - 1))
    for sigma in signs(support):
        f = l1_rank_one_loss(planted_with_signs(sigma, a, zeros))
        for i in range(n):
            axis = tuple(int(k == i) for k in range(n))
            yield second_subderivative(f, (0,) * n, along=axis) == (-1 if i < support else 1)
        yield second_subderivative(f, (0,) * n, along=(*sigma, *[0] * zeros)) == -(support**2)
