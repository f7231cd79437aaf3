"""Remark 3: f(x) = x^2 (1 + x^2) / (1 + x^4), a spurious local minimum at infinity without bounded trajectories.

With N = x^2 + x^4 and D = 1 + x^4 > 0, f = N / D, and what is said of f is said here of N and D. The critical points
other than 0 are +-r with r^2 = 1 + sqrt(2).
"""

from exactcheck import assume, claim, function, point, real_root, scalar, sqrt
from exactcheck.landscape import real_solutions

from . import paper

WHERE = "section 3, Remark 3"
DERIVATIVE, SETWISE = "josz-li/rem-3-derivative", "josz-li/rem-3-setwise"
NUMERATOR = function(lambda x: x**2 * (1 + x**2), x=None)
DENOMINATOR = function(lambda x: 1 + x**4, x=None)
ROOT2 = sqrt(2)
HALF = scalar("1/2")


def cubic_factor(x):
    """x^4 - 2 x^2 - 1."""
    return x**4 - 2 * x**2 - 1


def slope_of(f, x):
    """The derivative of a function of one number."""
    return f.derivative([x], [scalar(1)])


def derivative_times_denominator_squared(x):
    """f' D^2 = N' D - N D'."""
    return slope_of(NUMERATOR, x) * DENOMINATOR(x) - NUMERATOR(x) * slope_of(DENOMINATOR, x)


@claim(
    paper,
    "Remark 3",
    part="derivative",
    where=WHERE,
    record=DERIVATIVE,
    statement=r"""$f'(x) = -2 x (x^4 - 2 x^2 - 1) / (x^4 + 1)^2$.""",
    reading="by the quotient rule, after multiplication with D^2 = (x^4 + 1)^2 > 0",
    scope="exhaustive",
)
@claim.sample()
def derivative():
    """N' D - N D', and that D is positive."""
    x = point("x")
    yield derivative_times_denominator_squared(x) == -2 * x * cubic_factor(x)
    yield DENOMINATOR(x) > 0


@claim(
    paper,
    "Remark 3",
    part="critical points",
    where=WHERE,
    record=DERIVATIVE,
    statement=r"""The critical points are $0$ and $\pm (\sqrt2 - 1)^{-1/2}$: the only real roots of $x (x^4 - 2 x^2 - 1)
= x (x^2 - 1 + \sqrt2) (x^2 - 1 - \sqrt2)$ are $0$ and one number on either side of it, of which $(\sqrt2 - 1) x^2 = 1$,
as $(1 + \sqrt2) (x^2 - 1 + \sqrt2) = (1 + \sqrt2) x^2 + 1 > 0$.""",
    reading="the zeros of f' D^2, D > 0",
    scope="exhaustive",
)
@claim.sample()
def critical_points():
    """All zeros of N' D - N D'; the factors; (sqrt(2) - 1) (1 + sqrt(2)) = 1, so that x^2 = 1 / (sqrt(2) - 1)."""
    x = point("x")
    below_0, above_0 = (real_root([-1, 0, -2, 0, 1], *ends) for ends in (("-13/8", "-3/2"), ("3/2", "13/8")))
    yield real_solutions([function(derivative_times_denominator_squared, x=None)]) == [below_0, 0, above_0]
    yield x * cubic_factor(x) == x * (x**2 - 1 + ROOT2) * (x**2 - (1 + ROOT2))
    yield (1 + ROOT2) * (x**2 - 1 + ROOT2) == (1 + ROOT2) * x**2 + 1
    yield (1 + ROOT2) * x**2 + 1 > 0
    yield (ROOT2 - 1) * (x**2 - (1 + ROOT2)) == (ROOT2 - 1) * x**2 - 1


@claim(
    paper,
    "Remark 3",
    part="the number 1.55",
    where=WHERE,
    record=DERIVATIVE,
    statement=r"""$(\sqrt2 - 1)^{-1/2} = (1 + \sqrt2)^{1/2} \approx 1.55$.""",
    reading="between 1.553 and 1.554, and a critical point",
)
@claim.sample()
def rounded_critical_point():
    """The square, and the bounds."""
    r = sqrt(1 + ROOT2, "r")
    yield (ROOT2 - 1) * r**2 == 1
    yield cubic_factor(r) == 0
    yield r > "1553/1000"
    yield r < "1554/1000"


@claim(
    paper,
    "Remark 3",
    part="global minimum and maxima",
    where=WHERE,
    record=DERIVATIVE,
    statement=r"""$0$ is the only global minimum, and $\pm (\sqrt2 - 1)^{-1/2}$ are the only global maxima, with the
value $\frac12 (1 + \sqrt2)$. ($f \ge 0$, zero at $0$ only, and $(1 + \sqrt2) (\frac12 (1 + \sqrt2) - f(x)) = \frac12
(x^2 - 1 - \sqrt2)^2 / (1 + x^4)$.) So no local minimum is spurious.""",
    reading="f = N / D with D > 0; N(0) = 0 is in the claim about the interval from 2; the maxima are no "
    "local minima, as f is smaller at all other points",
    uses=("josz-li-2023/remark-3/the-interval-from-2",),
    scope="exhaustive",
)
@claim.sample()
def extrema():
    """N is x^2 (1 + x^2), positive off 0; the distance to the maximum is a square, positive off the maxima."""
    x, y, z = point("x"), point("y"), point("z")
    assume(y**2 > 0, (z**2 - 1 - ROOT2) ** 2 > 0)
    yield NUMERATOR(y) > 0
    yield (1 + ROOT2) * below_the_maximum(x) == HALF * (x**2 - 1 - ROOT2) ** 2
    yield (1 + ROOT2) * below_the_maximum(z) > 0


def below_the_maximum(x):
    """(1/2 (1 + sqrt(2)) - f) D."""
    return HALF * (1 + ROOT2) * DENOMINATOR(x) - NUMERATOR(x)


def below(X, Y):
    """f(x) < f(y) by the squares X and Y of x and y, as N(x) D(y) < N(y) D(x)."""
    return (X + X**2) * (1 + Y**2) < (Y + Y**2) * (1 + X**2)


@claim(
    paper,
    "Remark 3",
    part="local minimum at infinity",
    where=WHERE,
    record=SETWISE,
    statement=r"""$f$ is strictly decreasing for $x \ge r = (\sqrt2 - 1)^{-1/2}$, and $1 < f(x) < 1 + x^{-2}$ for $x >
1$, so that $f(x) \to 1$. Therefore $[a, \infty)$ is a spurious local minimum at infinity for every $a > r$, as $2$
is: with $U = (r, \infty)$, and $\inf_S f = 1 > 0 = f(0)$.""",
    reading="by the squares Y = r^2 + d and X = Y + e; f = N / D with D > 0",
    scope="exhaustive",
)
@claim.sample()
def local_minimum_at_infinity():
    """The difference, which has the factor (X - 1) (Y - 1) - 2 > 0; then the limit."""
    d, e, x = point("d"), point("e"), point("x")
    assume(d >= 0, e > 0, x > 1)
    Y = 1 + ROOT2 + d
    X = Y + e
    yield (X - 1) * (Y - 1) - 2 > 0
    difference = (Y + Y**2) * (1 + X**2) - (X + X**2) * (1 + Y**2)
    yield difference == e * ((X - 1) * (Y - 1) - 2)
    yield below(X, Y)
    yield NUMERATOR(x) - DENOMINATOR(x) > 0
    yield x**2 * (NUMERATOR(x) - DENOMINATOR(x)) < DENOMINATOR(x)


@claim(
    paper,
    "Remark 3",
    part="the interval from 2",
    where=WHERE,
    record=SETWISE,
    statement=r"""$2 > (\sqrt2 - 1)^{-1/2}$, $f(2) = \frac{20}{17}$, and $f(0) = 0$.""",
    reading="f = N / D",
)
@claim.sample()
def from_two():
    """The values."""
    yield sqrt(1 + ROOT2, "r") < 2
    yield 17 * NUMERATOR(2) == 20 * DENOMINATOR(2)
    yield NUMERATOR(0) == 0
