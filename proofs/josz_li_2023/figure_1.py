"""Figure 1: the gradient method with step size 1/100 gets stuck, from starts in [-1, 1]^4."""

from exactcheck import Positive, Real, assume, claim, scalar
from exactcheck.landscape import gradient_descent_ends_in, value

from . import paper
from .example_1 import completion
from .example_1_infinity import ABOVE_ONE
from .example_1_trajectories import gradient

RECORD = "josz-li/fig-1"
WHERE = "section 1, Figure 1"
ENTRY = "josz-li-2023/figure-1/entry"
STEP_SIZE = "1/100"
STUCK = {
    ("9/10", "-1/5", "1/3", "-4/5"): 46,
    ("3/4", "-1/2", "3/8", "-7/8"): 49,
    ("-7/8", "1/4", "-1/4", "3/4"): 52,
}
SUCCESSFUL = {
    ("-1/8", "-1/2", "3/8", "7/8"): 148,
    ("-3/4", -1, "7/8", 0): 150,
    ("1/2", "-1/2", "-1/8", "-1/2"): 228,
    (1, "1/2", -1, "-3/4"): 210,
    ("-3/8", "-7/8", "1/8", -1): 107,
    ("1/2", "3/4", "-1/2", "3/8"): 143,
    ("-5/8", "-7/8", "-1/2", "7/8"): 179,
}

runs = claim.not_checkable(
    paper,
    "Figure 1",
    part="three among ten",
    where=WHERE,
    record=RECORD,
    statement="Three among ten runs, started uniformly at random, get stuck.",
    reason="the starts that were drawn are not printed; the other parts of this claim show that there are starts "
    "from which the method gets stuck, and others from which it does not",
)


def within(x1, x2, y1, y2):
    """The region of the spurious local minimum at infinity."""
    return [completion(x1, x2, y1, y2) < 2, x2 * y1 < 0]


def near_a_global_minimum(x1, x2, y1, y2):
    """On the other side, with a small value."""
    return [completion(x1, x2, y1, y2) < "1/100", x2 * y1 > "9/10"]


def runs_end_in(region, runs):
    """The runs from these starts are in the region after these numbers of steps."""
    for start, steps in runs.items():
        yield gradient_descent_ends_in(completion, start, STEP_SIZE, steps, region)


@claim(
    paper,
    "Figure 1",
    part="stuck starts",
    where=WHERE,
    record=RECORD,
    statement=r"""With step size $1/100$ the method is in $\{f < 2, x_2 y_1 < 0\}$, where $f > 1$, after $46$ steps from
$(\frac9{10}, -\frac15, \frac13, -\frac45)$, after $49$ from $(\frac34, -\frac12, \frac38, -\frac78)$, and after $52$
from $(-\frac78, \frac14, -\frac14, \frac34)$.""",
    reading="the iterates themselves, in intervals that contain them",
    uses=(ABOVE_ONE,),
)
@claim.sample()
def stuck_starts():
    """The last iterates."""
    yield from runs_end_in(within, STUCK)


@claim(
    paper,
    "Figure 1",
    part="successful starts",
    where=WHERE,
    record=RECORD,
    statement=r"""From other starts in $[-1, 1]^4$ it succeeds: after at most $228$ steps from each of seven starts,
such as $(\frac12, -\frac12, -\frac18, -\frac12)$, it has $f < \frac1{100}$ and $x_2 y_1 > \frac9{10}$, where $x_2 y_1 =
1$ at the global minima.""",
    reading="the iterates themselves, in intervals that contain them",
)
@claim.sample()
def successful_starts():
    """The last iterates."""
    yield from runs_end_in(near_a_global_minimum, SUCCESSFUL)


def symmetric(s, b):
    """The points that the symmetry (x1, x2, y1, y2) -> -(y2, y1, x2, x1) of f leaves where they are."""
    return s, -b, b, -s


def step(a, at):
    """A step of the gradient method."""
    return tuple(x - a * g for x, g in zip(at, gradient(*at), strict=True))


def symmetric_step(a, s, b):
    """The same for the symmetric points."""
    return s + 2 * a * b * (1 - s * b), b + 2 * a * (s * (1 - s * b) - b - b**3)


@claim(
    paper,
    "Figure 1",
    part="symmetric starts",
    where=WHERE,
    record=RECORD,
    statement=r"""From every start $(s, -b, b, -s)$, with any step sizes, the gradient method never gets below
$1$, where the infimum of the spurious local minimum at infinity is: its steps lead to points of this form again,
where $f = 2 (s b - 1)^2 + (1 + b^2)^2 \ge 1$.""",
    reading="for gets stuck: f stays above 1 for ever, while its minimum is 0",
    scope="parametric",
)
@claim.sample(s=1, b="1/2", a="1/100")
@claim.general()
def symmetric_starts(s: Real, b: Real, a: Positive):
    """The step, and the values."""
    there = symmetric(*symmetric_step(a, s, b))
    for found, expected in zip(step(a, symmetric(s, b)), there, strict=True):
        yield found == expected
    yield value(completion, at=symmetric(s, b)) == 2 * (s * b - 1) ** 2 + (1 + b**2) ** 2
    yield (s * b - 1) ** 2 >= 0
    yield value(completion, at=symmetric(s, b)) >= 1


@claim(
    paper,
    "Figure 1",
    part="entry",
    where=WHERE,
    record=RECORD,
    statement=r"""With step size $a = 1/100$ the method enters $\{f < 2, x_2 y_1 < 0\}$ from $(1, -\frac12,
\frac12, -1)$ after at most $28$ steps, and so from all starts near it. (While $1 \le s \le \frac{11}{10}$ and
$\frac25 \le b \le \frac12$, a step increases $s$ by at least $\frac9{25} a$ and at most $\frac35 a$ and keeps $b$
between these bounds; and $f < 2$ and $x_2 y_1 < 0$ where $\frac{11}{10} \le s \le \frac{111}{100}$.)""",
    reading="for all step sizes 0 < a <= 1/100, and all points (s, -b, b, -s) of this rectangle; the set is open and a "
    "step is continuous",
    uses=("josz-li-2023/figure-1/symmetric-starts",),
    scope="parametric",
)
@claim.sample(s=1, beyond="1/100", b="1/2", a="1/100")
@claim.general()
def entry(s: Real, beyond: Real, b: Positive, a: Positive):
    """The step from the rectangle; f and x2 y1 for s = 11/10 + beyond; the number of steps, and the length of one."""
    assume(s >= 1, s <= "11/10", b >= "2/5", b <= "1/2", a <= "1/100", beyond >= 0, beyond <= "1/100")
    then_s, then_b = symmetric_step(a, s, b)

    yield then_s >= s + scalar("9/25") * a
    yield then_s <= s + scalar("3/5") * a
    yield then_b >= "2/5"
    yield then_b <= "1/2"
    there = symmetric(scalar("11/10") + beyond, b)
    yield value(completion, at=there) < 2
    yield there[1] * there[2] < 0
    yield 28 * scalar("9/25") / 100 >= "1/10"
    yield scalar("3/5") * a <= "1/100"
