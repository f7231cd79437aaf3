"""Example 4.2: a weakly convex function of one variable whose minimizer every tilt drives to infinity."""

from dataclasses import dataclass
from itertools import combinations

from exactcheck import Positive, Real, assume, claim, function, point, scalar
from exactcheck.exact.expression import Function, Scalar
from exactcheck.landscape import value

from . import paper
from .letters import fractions_of_one, nonnegative_letters

RECORD, WHERE = "guan-so/ex-4.2", "section 4.2, Example 4.2"
HALF = scalar("1/2")
FORMULA = r"""For $g(x) = \frac12$ where $|x| \ge 2$, $-\frac12 (x + 2)^2 + \frac12$ on $(-2, -1]$, $\frac12 x^2 -
\frac12$ on $(-1, 1]$, $-\frac12 (x - 2)^2 + \frac12$ on $(1, 2]$"""


@dataclass(frozen=True)
class Piece:
    """The function g and its printed slope on the points start + step t: for t from 0 to 1, or for all t >= 0."""

    g: Function
    slope: Function
    start: int
    step: int
    bounded: bool = True

    def at(self, inside: Scalar, outside: Scalar) -> Scalar:
        """The point with the parameter `inside` of a bounded piece, or `outside` of an unbounded one."""
        return self.start + self.step * (inside if self.bounded else outside)

    def derivative(self, x) -> Scalar:
        """The slope at x, from the formula for g."""
        return self.g.derivative([x], [1])


def quadratic(factor, centre, height, slope, start, step, bounded=True):
    """The piece factor (x - centre)^2 + height."""
    g = function(lambda x: scalar(factor) * (x - centre) ** 2 + height, x=None)
    return Piece(g, function(slope, x=None), start, step, bounded)


def pieces() -> list[Piece]:
    """The five pieces from left to right."""
    return [
        quadratic(0, 0, HALF, lambda x: 0 * x, -2, -1, bounded=False),
        quadratic("-1/2", -2, HALF, lambda x: -x - 2, -2, 1),
        quadratic("1/2", 0, -HALF, lambda x: x, -1, 2),
        quadratic("-1/2", 2, HALF, lambda x: 2 - x, 1, 1),
        quadratic(0, 0, HALF, lambda x: 0 * x, 2, 1, bounded=False),
    ]


def parameters(inside, outside):
    """Letters from 0 to 1 and from 0 on, for the points of a piece."""
    return *fractions_of_one(inside), *nonnegative_letters(outside)


@claim(
    paper,
    "Example 4.2",
    part="smooth",
    where=WHERE,
    record=RECORD,
    statement=rf"""{FORMULA}: $g$ is continuously differentiable, as values and slopes agree at $-2$, $-1$, $1$,
$2$.""",
    reading="the pieces are quadratic functions",
)
@claim.sample()
def smooth():
    """The four points where two pieces meet."""
    for left, right, meeting in zip(pieces(), pieces()[1:], (-2, -1, 1, 2), strict=False):
        yield value(left.g, at=meeting) == value(right.g, at=meeting)
        yield left.derivative(meeting) == right.derivative(meeting)


@claim(
    paper,
    "Example 4.2",
    part="slopes and minimizer",
    where=WHERE,
    record=RECORD,
    statement=rf"""{FORMULA}: $g'$ is as printed, and $\arg\min g = \{{0\}}$.""",
    reading="piece by piece, on the whole line",
    scope="exhaustive",
)
@claim.sample()
def minimizer():
    """The slopes of the five formulas, and the values above g(0)."""
    x, (t, p), r = point("x"), parameters("t", "p"), point("r")
    assume(r > 0, r <= 1)
    far_left, left, centre, right, far_right = pieces()
    least = value(centre.g, at=0)
    for piece in pieces():
        yield piece.derivative(x) == value(piece.slope, at=x)
    for piece in (far_left, left, right, far_right):
        yield value(piece.g, at=piece.at(t, p)) > least
    for y in (r, -r):
        yield value(centre.g, at=y) > least


@claim(
    paper,
    "Example 4.2",
    part="weakly convex",
    where=WHERE,
    record=RECORD,
    statement=rf"""{FORMULA}: $|g'(x) - g'(y)| \le |x - y|$ for all $x$, $y$, and $(g'(x) - g'(y)) (x - y) \ge -(x -
y)^2$: $g$ is 1-weakly convex. On $[-2, -1]$ the second inequality is an equation, so that the modulus cannot be
smaller.""",
    reading="for x and y in the same piece, and for x <= y in different ones; that the inequality says that g is "
    "1-weakly convex is the result that the paper cites",
    scope="exhaustive",
)
@claim.sample()
def weakly_convex():
    """For x <= y in different pieces, and for all pairs in one piece."""
    (t, p), (s, q) = parameters("t", "p"), parameters("s", "q")
    for first, second in combinations(pieces(), 2):
        x, y = first.at(t, p), second.at(s, q)
        rise = second.derivative(y) - first.derivative(x)
        yield rise <= y - x
        yield rise >= x - y
    for piece in pieces():
        x, y = piece.at(t, p), piece.at(s, q)
        rise = piece.derivative(y) - piece.derivative(x)
        yield rise**2 <= (y - x) ** 2
        yield rise * (y - x) >= -((y - x) ** 2)
    left = pieces()[1]
    x, y = left.at(t, p), left.at(s, q)
    yield (left.derivative(y) - left.derivative(x)) * (y - x) == -((x - y) ** 2)


@claim(
    paper,
    "Example 4.2",
    part="tilted",
    where=WHERE,
    record=RECORD,
    statement=rf"""{FORMULA}: for every $a \ne 0$, $\arg\min \{{g(x) - a x\}} = \{{\mathrm{{sign}}(a) \infty\}}$.
(For all $a > 0$, $C \ge 0$ and $x \ge 2 + (C + \frac12) / a$: $g(x) - a x < -C$; and $g(x) - a x \ge -\frac12 - a
R$ for all $x \le R$. For $a < 0$ the same with $-x$.)""",
    reading="the point at infinity is a convention: as a subset of the real line the set is empty, and what tends to "
    "the infimum tends to sign(a) infinity; the tilt is a or -a with a > 0",
    scope="parametric",
)
@claim.sample(a="1/100")
@claim.general()
def tilted(a: Positive):
    """Unbounded below on the one side, bounded below on the other, for both signs of the tilt."""
    (t, p), (depth, room) = parameters("t", "p"), nonnegative_letters("C", "d")
    far_left, *_, far_right = pieces()
    for sign, far in ((1, far_right), (-1, far_left)):
        x = sign * (2 + (depth + HALF) / a + p)
        yield value(far.g, at=x) - sign * a * x < -depth
        for piece in pieces():
            x = piece.at(t, p)
            yield value(piece.g, at=x) - sign * a * x >= -HALF - a * (sign * x + room)


@claim(
    paper,
    "Example 4.2",
    part="where the minimizer goes",
    where=WHERE,
    record=RECORD,
    statement=rf"""{FORMULA}: the minimizer $0$ of $g$ does not disappear under a tilt with $|a| < 1$, but moves to
$a$, a strict local minimum: $g(y) - a y = -\frac12 a^2 - \frac12 + \frac12 (y - a)^2$ for $|y| \le 1$.""",
    reading="beside the infimum at infinity; by the formula for the piece of g around 0",
    scope="parametric",
)
@claim.sample(a="-1/100")
@claim.general()
def drifting(a: Real):
    """The parabola around a, and its value there."""
    y = point("y")
    assume(a > -1, a < 1)
    centre = pieces()[2]

    yield value(centre.g, at=y) - a * y == -HALF * a**2 - HALF + HALF * (y - a) ** 2
    yield value(centre.g, at=a) - a * a == -HALF * a**2 - HALF
