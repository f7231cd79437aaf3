"""Figure 1, left panel: the critical points of the rank-one counterexample over the whole plane."""

from exactcheck import Positive, Real, assume, claim, matrix, point, real_root, scalar, sqrt, unit
from exactcheck.landscape import inertia, positive_definite, strict_local_minimum, value

from . import paper
from .instances import construction

WHERE = "section 1, Figure 1, left panel"
RECORD = "zhang/fig-1b"
FAR = 1000


def loss(alpha, epsilon):
    """f on R^2 under Assumption 1 with n = 2, r = r* = 1 and u_* = (1, 0)."""
    problem = construction(2, 1, 1, alpha, epsilon)
    return problem.loss(problem.assumed)


def loss_of_theorem_2(alpha, epsilon):
    """The same loss, of an operator that there is."""
    problem = construction(2, 1, 1, alpha, epsilon)
    assume(problem.delta**2 <= 1)
    return problem.loss(problem.operator)


def gradient(f, x, y):
    """The two partial derivatives at (x, y)."""
    return [f.derivative([column(x, y)], [unit(2, 1, i, 0)]) for i in range(2)]


def column(x, y):
    """The point (x, y)."""
    return matrix([[x], [y]])


def slopes(a, epsilon):
    """The coefficients of the cubic c whose roots are the slopes of critical points off the first axis; a = alpha^2."""
    return [2 * a**2 * epsilon**2 - 1, -3 * a**2 * epsilon, a**2 + a - 1, a * epsilon]


def at_slope(coefficients, s):
    """c(s)."""
    low, linear, square, cube = coefficients
    return low + linear * s + square * s**2 + cube * s**3


@claim(
    paper,
    "Figure 1, critical points in the plane",
    part="equations",
    where=WHERE,
    record=RECORD,
    statement=r"""With $a = \alpha^2$, over all of $\mathbb R^2$: a critical point of $f$ satisfies $y \, (a \epsilon
y^3 + (a^2 + a - 1) x y^2 - 3 a^2 \epsilon x^2 y + (2 a^2 \epsilon^2 - 1) x^3) = 0$, which is a combination of the
partial derivatives. So it is the origin, or $y = 0$ and $x^2 = 1$, or $y = s x$ where $s$ is a root of $c(s) = a
\epsilon s^3 + (a^2 + a - 1) s^2 - 3 a^2 \epsilon s + 2 a^2 \epsilon^2 - 1$ and $x^2 ((1 + a) s^2 - 3 a \epsilon s +
1) = 1 - a \epsilon s$.""",
    reading="for all alpha and epsilon of Theorem 2; the figure does not name its epsilon",
    scope="parametric",
)
@claim.general()
def equations(alpha: Positive, epsilon: Positive):
    """The combination, and the derivatives on the two kinds of lines through the origin."""
    f, a, x, y, s = loss(alpha, epsilon), alpha**2, point("x"), point("y"), point("s")
    fx, fy = gradient(f, x, y)
    low, linear, square, cube = slopes(a, epsilon)
    cubic = low * x**3 + linear * x**2 * y + square * x * y**2 + cube * y**3
    scale = 2 * x * ((x**2) * ((1 + a) * s**2 - 3 * a * epsilon * s + 1) - (1 - a * epsilon * s))

    yield (2 * a * epsilon * x - 2 * a * y) * fx - (2 * a * epsilon * y - 2 * x) * fy == -4 * y * cubic
    yield gradient(f, x, 0)[0] == 2 * x * (x**2 - 1)
    yield gradient(f, x, s * x)[0] == scale
    yield gradient(f, 0, y)[0] == 2 * a * epsilon * y
    yield gradient(f, 0, y)[1] == 2 * y * (y**2 - a)


def slope(alpha, epsilon, lower=-FAR, upper=FAR):
    """The one root of the cubic between the bounds."""
    coefficients = slopes(alpha**2, epsilon)
    return real_root([coefficient.value for coefficient in coefficients], lower, upper, "s")


def hessian(f, at):
    """The matrix of second derivatives."""
    units = [unit(2, 1, i, 0) for i in range(2)]
    return matrix([[f.derivative([at], [e], [d]) for d in units] for e in units])


@claim(
    paper,
    "Figure 1, benign",
    where=WHERE,
    record=RECORD,
    statement=r"""Over all of $\mathbb R^2$ the critical points of $f$ are 0 (a maximum), $\pm u_*$ (strict minima,
the value is 0) and two saddle points $\pm (x, s x)$ off the axis, where $s > 0$ is the only real root of the cubic
$c$: no spurious local minimum.""",
    reading="for alpha = 1/2 with epsilon = 1/2 and 1/100, and for alpha = 7/15, epsilon = 4/7 (delta = 7/25); "
    "that these are all critical points rests on figure-1-critical-points-in-the-plane/equations",
    repairs="figure-1-benign-as-printed",
    uses=("zhang-2025/figure-1-critical-points-in-the-plane/equations",),
)
@claim.sample(alpha="1/2", epsilon="1/2", x0="-889/2459", x1="1864/2459", x2="-292/2459")
@claim.sample(
    alpha="1/2",
    epsilon="1/100",
    x0="-9898240009/8102974973",
    x1="236748500/8102974973",
    x2="-730000/8102974973",
)
@claim.sample(
    alpha="7/15",
    epsilon="4/7",
    x0="-2291129325/6005684857",
    x1="38140725296/42039793999",
    x2="-817023600/6005684857",
)
def benign_instances(alpha: Positive, epsilon: Positive, x0: Real, x1: Real, x2: Real):
    """The slope s is the only one; x^2 = x0 + x1 s + x2 s^2; then each critical point."""
    f, a, s, t = loss(alpha, epsilon), alpha**2, slope(alpha, epsilon), point("t")
    assume(t >= 0)
    square = x0 + x1 * s + x2 * s**2
    saddle = column(sqrt(square, "x"), s * sqrt(square, "x"))
    cubic = slopes(a, epsilon)

    assume(square * ((1 + a) * s**2 - 3 * a * epsilon * s + 1) == 1 - a * epsilon * s)

    yield at_slope(cubic, s) == 0
    yield at_slope(cubic, FAR + t) > 0
    yield at_slope(cubic, -FAR - t) < 0
    yield square > 0
    yield inertia(hessian(f, saddle), positive=1, negative=1, zero=0)
    yield inertia(hessian(f, column(0, 0)), positive=0, negative=2, zero=0)
    for sign in (1, -1):
        yield strict_local_minimum(f, at=column(sign, 0))
        yield value(f, at=column(sign, 0)) == 0


@claim(
    paper,
    "Figure 1, benign as printed",
    where=WHERE,
    record=RECORD,
    statement=r"""The landscape over $\mathbb R^2$ is benign: a strict local minimum of $f$ has the value 0. (Here,
for $\epsilon = 273/100$: the point near $(0.81959, -0.27582)$, $\delta = 0.99705$.)""",
    reading="for every epsilon that Theorem 2 allows with alpha = 1/2, as the figure names none",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample(epsilon="273/100", x0="7919988159/8872259477", x1="11371041500/26616778431", x2="-6045130000/8872259477")
def benign_as_printed(epsilon: Positive, x0: Real, x1: Real, x2: Real):
    """A strict local minimum, then its value."""
    alpha = scalar("1/2")
    assume(construction(2, 1, 1, alpha, epsilon).delta ** 2 <= 1)
    f, s = loss_of_theorem_2(alpha, epsilon), slope(alpha, epsilon, "-1/2", "-1/4")
    x = sqrt(x0 + x1 * s + x2 * s**2, "x")

    yield strict_local_minimum(f, at=column(x, s * x))
    yield value(f, at=column(x, s * x)) == 0


@claim(
    paper,
    "Figure 1, critical points in the plane",
    part="one line",
    where=WHERE,
    record=RECORD,
    statement=r"""For $\alpha = 1/2$ and every $\epsilon$ with $\delta \le 1/2$ the discriminant of the cubic $c$ is
negative, so that the critical points off the first axis lie on one line through the origin; there is no other one
with $y \ne 0$, and the Hessian at $\pm u_*$ is positive definite.""",
    reading="for delta <= 1/2; that the points on the line are saddle points is decided on instances only",
    uses=("zhang-2025/figure-1-critical-points-in-the-plane/equations",),
    scope="parametric",
)
@claim.sample(epsilon="1/2")
@claim.general()
def benign(epsilon: Positive):
    """The discriminant of a cubic from its coefficients, and the minima."""
    assume(epsilon**2 <= scalar("3/2"), epsilon <= 2)
    f = loss(scalar("1/2"), epsilon)
    d, c, b, a = slopes(scalar("1/4"), epsilon)
    discriminant = 18 * a * b * c * d - 4 * b**3 * d + b**2 * c**2 - 4 * a * c**3 - 27 * a**2 * d**2

    yield discriminant < 0
    yield 2 - epsilon**2 / 4 > 0
    for sign in (1, -1):
        yield gradient(f, sign, 0)[0] == 0
        yield gradient(f, sign, 0)[1] == 0
        yield positive_definite(hessian(f, column(sign, 0)))
