"""Example 1: the critical points of an instance of matrix completion, their values and their Hessians."""

from exactcheck import Positive, claim, function, point
from exactcheck.landscape import critical_points, family, hessian, inertia, not_a_local_minimum, real_solutions, value

from . import paper

WHERE = "section 1, Example 1"
LOSS = r"$f = (x_1 y_1 - 1)^2 + (x_2 y_1 - 1)^2 + (x_2 y_2 - 1)^2$"
CRITICAL_POINTS = "josz-li-2023/example-1/critical-points"


def residual(x1, x2, y1, y2):
    """The observed entries of x y^T less 1."""
    return x1 * y1 - 1, x2 * y1 - 1, x2 * y2 - 1


completion = function(lambda *at: sum(r**2 for r in residual(*at)), x1=None, x2=None, y1=None, y2=None).named("f")
COORDINATES = ("x1", "x2", "y1", "y2")
ORIGIN = (0, 0, 0, 0)
FAMILIES = {
    "C1": lambda t: (t, t, 1 / t, 1 / t),
    "C2": lambda t: (t, 0, 1 / t, -1 / t),
    "C3": lambda t: (t, -t, 0, -1 / t),
}
DOWN = {"C2": lambda t: (0, 1, 0, 2 / t**2), "C3": lambda t: (2 * t**2, 0, 1, 0)}
VALUES = {"C1": 0, "C2": 2, "C3": 2}


def punctured(name):
    """One of the three families, for all t != 0."""
    return family(FAMILIES[name], nonzero=lambda t: t)


def anywhere():
    """An arbitrary point."""
    return tuple(point(name) for name in COORDINATES)


@claim(
    paper,
    "Example 1",
    part="critical points",
    where=WHERE,
    record="josz-li/ex-1-crit",
    statement=rf"""The set of critical points of {LOSS} is $C_1 \cup C_2 \cup C_3 \cup C_4$: the points $(t, t,
1/t, 1/t)$, $(t, 0, 1/t, -1/t)$ and $(t, -t, 0, -1/t)$ for all real $t \ne 0$, and $0$.""",
    scope="exhaustive",
)
@claim.sample()
def critical_set():
    """Both inclusions."""
    yield critical_points(completion) == [*map(punctured, FAMILIES), ORIGIN]


@claim(
    paper,
    "Example 1",
    part="critical values",
    where=WHERE,
    record="josz-li/ex-1-values",
    statement=r"""$f(C_1) = \{0\}$, $f(C_2) = f(C_3) = \{2\}$ and $f(C_4) = \{3\}$.""",
    scope="parametric",
)
@claim.sample(t="3/2")
@claim.general()
def critical_values(t: Positive):
    """Along each family, at t and at -t."""
    for name, expected in VALUES.items():
        for parameter in (t, -t):
            yield value(completion, at=FAMILIES[name](parameter)) == expected
    yield value(completion, at=ORIGIN) == 3


@claim(
    paper,
    "Example 1",
    part="global minima",
    where=WHERE,
    record="josz-li/ex-1-globalmin",
    statement=r"""$C_1$ is the set of global minima of $f$: $f \ge 0$ everywhere, and $f = 0$ exactly on $C_1$.""",
    scope="exhaustive",
)
@claim.sample()
def global_minima():
    """The sum of squares is zero where all three of them are."""
    at = anywhere()
    residuals = [function(lambda *x, k=k: residual(*x)[k], **dict.fromkeys(COORDINATES)) for k in range(3)]

    yield completion(*at) == sum(r(*at) ** 2 for r in residuals)
    yield completion(*at) >= 0
    yield real_solutions(residuals) == [punctured("C1")]


@claim(
    paper,
    "Example 1",
    part="Hessians",
    where=WHERE,
    record="josz-li/ex-1-hessian",
    statement=r"""The Hessian has positive and negative eigenvalues at all points of $C_2$, $C_3$ and $C_4$: two
positive and one negative on $C_2$ and $C_3$, and two of each at $0$. These points are no local minima. As the other
critical points are global minima, $f$ has no spurious local minimum and its saddle points are strict.""",
    reading="a strict saddle is a critical point where the Hessian has a negative eigenvalue; f falls along a "
    "direction with slope zero and a negative second derivative; local minima are critical",
    uses=(CRITICAL_POINTS, "josz-li-2023/example-1/global-minima"),
    scope="parametric",
)
@claim.sample(t=2)
@claim.general()
def hessians(t: Positive):
    """The numbers of positive, negative and zero eigenvalues along the families, at t and at -t."""
    for name in ("C2", "C3"):
        for parameter in (t, -t):
            yield inertia(hessian(completion, at=FAMILIES[name](parameter)), 2, 1, 1)
            yield from falls(FAMILIES[name](parameter), DOWN[name](parameter))
    yield inertia(hessian(completion, at=ORIGIN), 2, 2, 0)
    yield not_a_local_minimum(completion, at=ORIGIN)


def falls(at, along):
    """The slope along this direction is zero, and the second derivative negative."""
    yield completion.derivative(at, along) == 0
    yield completion.derivative(at, along, along) < 0
