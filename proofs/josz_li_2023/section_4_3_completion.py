"""Section 4.3 with Example 1: matrix completion is not lower bounded, and its trajectories may be unbounded."""

from exactcheck import Positive, assume, claim, function, matrix, norm_squared, point
from exactcheck.landscape import measurements

from . import paper
from .example_1 import COORDINATES, anywhere, completion
from .example_1_infinity import BARRIER

RECORD, WHERE = "josz-li/sec-4.3-completion", "section 4.3, with Example 1"


@claim(
    paper,
    "Section 4.3, completion",
    where=WHERE,
    record=RECORD,
    statement=r"""Example 1 is matrix sensing with $m = 3$, $n_1 = n_2 = 2$, $r = 1$, the matrices $E_{11}, E_{21},
E_{22}$ and $b_i = \langle A_i, M \rangle = 1$ for the rank-one $M$ of ones, up to the factor $6$. They are not lower
bounded: $E_{12}$ has rank one and $\langle A_i, E_{12} \rangle = 0$.""",
    reading="E_12 = e_1 e_2^T; the factor makes the gradient flow slower and no other curve. So they have no RIP",
    scope="parametric",
)
@claim.general()
def not_lower_bounded(c: Positive):
    """The loss (12), and a matrix of rank one that is not seen."""
    x_1, x_2, y_1, y_2 = at = anywhere()
    A = measurements([[[1, 0], [0, 0]], [[0, 0], [1, 0]], [[0, 0], [0, 1]]]).named("A")
    X, Y = matrix([[x_1], [x_2]]), matrix([[y_1], [y_2]])
    M = matrix([[1], [1]]) @ matrix([[1, 1]])
    unseen = matrix([[1], [0]]) @ matrix([[0, 1]])

    yield norm_squared(A(X @ Y.T - M)) / (2 * 3) == completion(*at) / 6
    yield norm_squared(A(unseen)) == 0
    yield norm_squared(A(unseen)) / 3 < c * norm_squared(unseen)


@claim(
    paper,
    "Section 4.3, completion",
    part="unbounded trajectories",
    where=WHERE,
    record=RECORD,
    statement=r"""Where $f \le 2 - h$, $h > 0$, $x_2 y_1 < 0$ and $|x_1|, |y_2| \le R$, the derivative of $y_2^2 -
x_2^2$ along the gradient flow is at least $\frac{h^4}{4 R^4}$.""",
    reading="x_2 > 0 > y_1 after a change of all signs, which changes neither f nor the squares; x_1 = -2 a, x_2 = b / "
    "2, y_1 = -c / 2, y_2 = 2 d. Without lower boundedness trajectories may be unbounded: every one that starts with f "
    "<= 2 - h and x_2 y_1 < 0, such as at (2, -1/2, 1/2, -2), keeps both (the barrier), and |x_1|, |y_2| <= R lasts "
    "for a time of at most (R^2 + x_2(0)^2) 4 R^4 / h^4",
    uses=(BARRIER, "josz-li-2023/example-1-almost-all-initial-points"),
    scope="parametric",
)
@claim.general()
def every_ball_is_left(h: Positive, R: Positive):
    """First x_1 y_1 and x_2 y_2 are bounded below, then y_1^2 and x_2^2, then the rate."""
    a, b, c, d = map(point, "abcd")
    at = (-2 * a, b / 2, -c / 2, 2 * d)
    p = at[1] * at[2]
    assume(b > 0, c > 0, 2 * a <= R, 2 * d <= R, completion(*at) <= 2 - h)
    rate = derivative_along_the_flow(lambda x_1, x_2, y_1, y_2: y_2**2 - x_2**2, at)

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


def derivative_along_the_flow(body, at):
    """The derivative of a function of x_1, x_2, y_1, y_2 along minus the gradient of f."""
    flow = [-completion.derivative(at, [int(i == k) for i in range(4)]) for k in range(4)]
    return function(body, **dict.fromkeys(COORDINATES)).derivative(at, flow)
