"""Section 4.3 with Example 1: matrix completion is not lower bounded, and its trajectories may be unbounded."""

from exactcheck import Positive, assume, claim, function, matrix, norm_squared, point, scalar
from exactcheck.landscape import measurements

from . import paper

RECORD, WHERE = "josz-li/sec-4.3-completion", "section 4.3, with Example 1"
NAMES = ("x_1", "x_2", "y_1", "y_2")


class Completion:
    """E(x, y) = (x_1 y_1 - 1)^2 + (x_2 y_1 - 1)^2 + (x_2 y_2 - 1)^2 at a point, by default an arbitrary one."""

    f = function(
        lambda x_1, x_2, y_1, y_2: (x_1 * y_1 - 1) ** 2 + (x_2 * y_1 - 1) ** 2 + (x_2 * y_2 - 1) ** 2,
        **dict.fromkeys(NAMES),
    ).named("f")

    def __init__(self, at=None):
        self.at = tuple(map(scalar, at)) if at else tuple(map(point, NAMES))
        self.x_1, self.x_2, self.y_1, self.y_2 = self.at
        self.value, self.middle = self.f(*self.at), self.x_2 * self.y_1

    def partial(self, k):
        """The k-th partial derivative."""
        return self.f.derivative(self.at, tuple(int(i == k) for i in range(4)))

    def rate(self, body):
        """The derivative along the flow x' = -grad f of a function of x_1, x_2, y_1, y_2."""
        return function(body, **dict.fromkeys(NAMES)).derivative(self.at, [-self.partial(k) for k in range(4)])


@claim(
    paper,
    "Section 4.3, completion",
    where=WHERE,
    record=RECORD,
    statement=r"""Example 1 is matrix sensing with $m = 3$, $n_1 = n_2 = 2$, $r = 1$, the matrices $E_{11}, E_{21},
E_{22}$ and $b_i = \langle A_i, M \rangle = 1$ for the rank-one $M$ of ones, up to the factor $6$. They are not lower
bounded: $E_{12}$ has rank one and $\langle A_i, E_{12} \rangle = 0$. So they have no RIP.""",
    reading="E_12 = e_1 e_2^T; the factor makes the gradient flow slower and no other curve",
    scope="parametric",
)
@claim.general()
def completion(c: Positive):
    """The loss (12), and a matrix of rank one that is not seen."""
    at = Completion()
    A = measurements([[[1, 0], [0, 0]], [[0, 0], [1, 0]], [[0, 0], [0, 1]]]).named("A")
    X, Y = matrix([[at.x_1], [at.x_2]]), matrix([[at.y_1], [at.y_2]])
    M = matrix([[1], [1]]) @ matrix([[1, 1]])
    unseen = matrix([[1], [0]]) @ matrix([[0, 1]])

    yield norm_squared(A(X @ Y.T - M)) / (2 * 3) == at.value / 6
    yield norm_squared(A(unseen)) / 3 < c * norm_squared(unseen)


@claim(
    paper,
    "Section 4.3, completion",
    part="barrier",
    where=WHERE,
    record=RECORD,
    statement=r"""A gradient trajectory that starts with $f < 2$ and $x_2 y_1 < 0$ keeps both, because $f \ge 2$ where
$x_2 y_1 = 0$; and there is no critical point with $x_2 y_1 < 0$, because $x_2 f_{x_2} - y_2 f_{y_2} = 2 x_2 y_1 (x_2
y_1 - 1)$.""",
    reading="f does not increase along the flow, and x_2 y_1 is continuous",
    scope="exhaustive",
)
@claim.sample()
def barrier():
    """The two parts x_2 = 0 and y_1 = 0 of the border, and the identity."""
    x, y, z, at = point("x"), point("y"), point("z"), Completion()
    left, right = Completion((x, 0, y, z)), Completion((x, y, 0, z))

    yield (left.x_1 * left.y_1 - 1) ** 2 >= 0
    yield left.value >= 2
    yield (right.x_2 * right.y_2 - 1) ** 2 >= 0
    yield right.value >= 2
    yield at.x_2 * at.partial(1) - at.y_2 * at.partial(3) == 2 * at.middle * (at.middle - 1)


@claim(
    paper,
    "Section 4.3, completion",
    part="every ball is left",
    where=WHERE,
    record=RECORD,
    statement=r"""Without lower boundedness trajectories may be unbounded: every gradient trajectory that starts with
$f \le 2 - h$, $h > 0$, and $x_2 y_1 < 0$ is. As long as $|x_1|, |y_2| \le R$, $\frac{d}{dt} (y_2^2 - x_2^2) \ge
\frac{h^4}{4 R^4}$, so that this lasts for a time of at most $(R^2 + x_2(0)^2) \frac{4 R^4}{h^4}$.""",
    reading="for all points with f <= 2 - h and x_2 y_1 < 0, which a trajectory does not leave (the barrier); x_2 > "
    "0 > y_1 after a change of all signs, which changes neither f nor the squares; x_1 = -2 a, x_2 = b / 2, y_1 = -c "
    "/ 2, y_2 = 2 d",
    uses=("josz-li-2023/section-4-3-completion/barrier",),
    scope="parametric",
)
@claim.general()
def every_ball_is_left(h: Positive, R: Positive):
    """First x_1 y_1 and x_2 y_2 are bounded below, then y_1^2 and x_2^2, then the rate."""
    a, b, c, d = map(point, "abcd")
    at = Completion((-2 * a, b / 2, -c / 2, 2 * d))
    p = at.middle
    assume(b > 0, c > 0, 2 * a <= R, 2 * d <= R, at.value <= 2 - h)
    rate = at.rate(lambda x_1, x_2, y_1, y_2: y_2**2 - x_2**2)

    for product in (a * c, b * d):
        yield (product - 1) ** 2 >= 0
    for product in (a * c, b * d):
        yield 2 * product >= h
    yield R * c >= h
    yield R * b >= h
    yield -4 * R**2 * p >= h**2
    yield 16 * R**4 * p**2 >= h**4
    yield rate == 4 * p**2 - 4 * p
    yield rate >= h**4 / (4 * R**4)


@claim(
    paper,
    "Section 4.3, completion",
    part="an open set of starting points",
    where=WHERE,
    record=RECORD,
    statement=r"""$(2, -\frac12, \frac12, -2)$ has $f = \frac{25}{16} < 2$ and $x_2 y_1 = -\frac14 < 0$; both
inequalities hold in a neighbourhood.""",
    reading="they are strict, and f is continuous",
)
@claim.sample()
def starting_point():
    """The two numbers."""
    at = Completion((scalar(2), scalar("-1/2"), scalar("1/2"), scalar(-2)))

    yield at.value == scalar("25/16")
    yield at.value < 2
    yield at.middle < 0
