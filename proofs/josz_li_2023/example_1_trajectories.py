"""Example 1, gradient trajectories: from an open set of starts they do not converge to a global minimum."""

from exactcheck import Positive, claim, point, scalar
from exactcheck.landscape import value

from . import paper
from .example_1 import CRITICAL_POINTS, FAMILIES, WHERE, anywhere, completion, residual
from .example_1_infinity import ABOVE_ONE, BARRIER

START = (2, scalar("-1/2"), scalar("1/2"), -2)


def pulled_back(x1, x2, y1, y2, r1, r2, r3):
    """The sum of the gradients of the residuals with the factors r1, r2, r3."""
    return r1 * y1, r2 * y1 + r3 * y2, r1 * x1 + r2 * x2, r3 * x2


def gradient(*at):
    """The gradient of f."""
    return tuple(2 * g for g in pulled_back(*at, *residual(*at)))


def norm(vector):
    """The square of the length."""
    return sum(x**2 for x in vector)


@claim(
    paper,
    "Example 1, almost all initial points",
    where=WHERE,
    record="josz-li/ex-1-lee",
    statement=r"""That $f$ has no spurious local minimum and that its saddle points are strict does not make
first-order methods converge to a global minimum from almost all points: no gradient trajectory leaves the
nonempty open set $\{f < 2, x_2 y_1 < 0\}$, where $f > 1$ and where there is no critical point. ($f$ does not
increase along trajectories, $(f \circ x)' = -\|\nabla f(x)\|^2$, and they would have to pass $x_2 y_1 = 0$, where
$f \ge 2$. Every point of $C_1$ has $x_2 y_1 = 1$, and $f \ge 2$ on $C_2$, $C_3$ and $C_4$; limit points of a
trajectory are critical, so that these trajectories are unbounded.)""",
    reading="about gradient trajectories, the limit of gradient descent for small steps; the start is (2, -1/2, "
    "1/2, -2), and by continuity all points near it; known: a continuous function with values of both signs is zero in "
    "between, and limit points of a bounded trajectory are critical",
    uses=(CRITICAL_POINTS, BARRIER, ABOVE_ONE),
    scope="parametric",
)
@claim.sample(t=1)
@claim.general()
def trapped(t: Positive):
    """The descent at an arbitrary point, the start, and the critical points."""
    at, along = anywhere(), tuple(point(f"w{k}") for k in range(1, 5))
    found = gradient(*at)

    yield completion.derivative(at, along) == sum(g * w for g, w in zip(found, along, strict=True))
    yield completion.derivative(at, [-g for g in found]) == -norm(found)
    yield value(completion, at=START) < 2
    yield START[1] * START[2] < 0
    for parameter in (t, -t):
        _, x2, y1, _ = FAMILIES["C1"](parameter)
        yield x2 * y1 == 1
        for name in ("C2", "C3"):
            yield value(completion, at=FAMILIES[name](parameter)) >= 2
    yield value(completion, at=(0, 0, 0, 0)) >= 2
