"""After Definition 2.2: what is said of the second subderivative in general."""

from itertools import product

from exactcheck import Positive, Real, assume, claim, function, point, scalar
from exactcheck.landscape import (
    directional_derivative,
    infinity,
    l1_rank_one_loss,
    second_subderivative,
    stationary,
    sum_of_absolute_values,
)

from . import paper

RECORD = "guan-so/def-2.2-facts"
WHERE = "section 2.2, after Definition 2.2"


@claim(
    paper,
    "Definition 2.2, smooth functions",
    where=WHERE,
    record=RECORD,
    statement=r"""$d^2 g(x; \nabla g(x))(w) = w^T \nabla^2 g(x) w$ for smooth $g$. (For every cubic polynomial of
two variables the second-order quotient at $x$ along $w$ is $w^T \nabla^2 g(x) w + 2 t c(w)$, with $c$ the cubic
part of $g$; it tends to the first summand as $t \to 0$ and $w' \to w$.)""",
    reading="for all polynomials of two variables of degree at most three; for all C^2 functions it is Taylor's "
    "theorem",
    scope="exhaustive",
)
@claim.sample()
def smooth():
    """Taylor's formula in letters."""
    powers = [(i, j) for i in range(4) for j in range(4 - i)]
    coefficients = {(i, j): point(f"c_{i}_{j}") for i, j in powers}
    x, y, v, w, t = (point(name) for name in ("x", "y", "v", "w", "t"))
    g = function(lambda x, y: sum((c * x**i * y**j for (i, j), c in coefficients.items()), scalar(0)), x=None, y=None)
    cubic = sum((c * v**i * w**j for (i, j), c in coefficients.items() if i + j == 3), scalar(0))
    rise = g(x + t * v, y + t * w) - g(x, y) - t * g.derivative([x, y], [v, w])

    yield rise == t**2 / 2 * (g.derivative([x, y], [v, w], [v, w]) + 2 * t * cubic)


@claim(
    paper,
    "Definition 2.2, smooth functions",
    part="on an instance",
    where=WHERE,
    record=RECORD,
    statement=r"""For $g(x, y) = x^3 + 2 x^2 y - x y + y^2$: $d^2 g((x, y); \nabla g(x, y))(v, w)$ is the Hessian
form at $(x, y)$ along $(v, w)$.""",
    reading="at given points and directions, from the definition, for g less its linear part at the point",
)
@claim.sample(x=1, y=2, v=1, w=-1)
@claim.sample(x="1/2", y=-3, v=2, w=5)
def smooth_on_an_instance(x: Real, y: Real, v: Real, w: Real):
    """The second subderivative of a sum without absolute values."""
    g = function(lambda x, y: x**3 + 2 * x**2 * y - x * y + y**2, x=None, y=None).named("g")
    slope = [g.derivative([x, y], axis) for axis in ([1, 0], [0, 1])]
    rest = function(lambda p, q: g(p, q) - slope[0] * p - slope[1] * q, p=None, q=None)

    yield second_subderivative(sum_of_absolute_values(rest, []), (x, y), along=(v, w)) == g.derivative(
        [x, y], [v, w], [v, w]
    )


@claim(
    paper,
    "Definition 2.2, homogeneity",
    where=WHERE,
    record=RECORD,
    statement=r"""$d^2 f(x; v)(\lambda w) = \lambda^2 d^2 f(x; v)(w)$ for $\lambda > 0$. (With $\tau = \lambda t$
the quotient $\frac{f(x + t \lambda w') - f(x) - t v^T \lambda w'}{t^2 / 2}$ is $\lambda^2$ times the one for $\tau$
and $w'$.)""",
    reading="for every function f: the numbers f(x + tau w') - f(x) and <v, w'> are letters, and the limits inferior "
    "are those of the quotients",
    scope="parametric",
)
@claim.sample(factor=3)
@claim.general()
def homogeneity(factor: Positive):
    """The quotients."""
    t, rise, slope = point("t"), point("rise"), point("slope")
    assume(t > 0)
    tau = factor * t

    yield (rise - t * (factor * slope)) / (t**2 / 2) == factor**2 * (rise - tau * slope) / (tau**2 / 2)


@claim(
    paper,
    "Definition 2.2, homogeneity",
    part="on an instance",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (1, 0)$ and $w = (v_1, v_2)$: $d^2 f(0; 0)(w) = -v_1^2 + 2 |v_1 v_2| + v_2^2$, and with
$\lambda w$ it is $\lambda^2$ times that.""",
    reading="from the definition, at given v_1, v_2 > 0 and lambda",
)
@claim.sample(v1=1, v2=2, factor=3)
@claim.sample(v1=5, v2="1/2", factor="2/3")
def homogeneity_on_an_instance(v1: Positive, v2: Positive, factor: Positive):
    """At w and at its multiple."""
    value = -(v1**2) + 2 * v1 * v2 + v2**2

    yield second_subderivative(l1_rank_one_loss((1, 0)), (0, 0), along=(v1, v2)) == value
    yield second_subderivative(l1_rank_one_loss((1, 0)), (0, 0), along=(factor * v1, factor * v2)) == factor**2 * value


@claim(
    paper,
    "Definition 2.2, outside of the critical cone",
    where="section 3.4, before Lemma 3.7",
    record=RECORD,
    statement=r"""$d^2 f(x; 0)(w) = \infty$ where $df(x)(w) > 0$: here for $u^* = (a, a)$, $x = (-a, a)$ and all $w$
outside of the critical cone $\{w_1 \ge 0 \ge w_2\}$.""",
    reading="from the definition, for n = 2 and a > 0",
    scope="parametric",
)
@claim.sample(a=1)
@claim.general()
def outside_of_the_critical_cone(a: Positive):
    """Directions by the signs of their coordinates."""
    x, y = point("x"), point("y")
    assume(x > 0, y > 0)
    f, u = l1_rank_one_loss((a, a)), (-a, a)

    yield stationary(f, u, multipliers=[-1, -1, -1])
    for p, q in product((1, 0, -1), repeat=2):
        if p < 0 or q > 0:
            yield directional_derivative(f, u, along=(p * x, q * y)) > 0
            yield second_subderivative(f, u, along=(p * x, q * y)) == infinity
