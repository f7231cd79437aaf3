"""Figure 1: the gradient method with step size 1/100 gets stuck, from starts in [-1, 1]^4."""

from exactcheck import Positive, Real, assume, claim, scalar
from exactcheck.landscape import value

from . import paper
from .example_1 import completion
from .example_1_trajectories import gradient

RECORD = "josz-li/fig-1"
WHERE = "section 1, Figure 1"
ENTRY = "josz-li-2023/figure-1/entry"

runs = claim.not_checkable(
    paper,
    "Figure 1",
    part="three among ten",
    where=WHERE,
    record=RECORD,
    statement="Three among ten runs, started uniformly at random, get stuck.",
    reason="the starts that were drawn are not printed; the other parts of this claim show that there are starts "
    "from which the method gets stuck",
)


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
between these bounds; and $f < 2$ where $\frac{11}{10} \le s \le \frac{111}{100}$.)""",
    reading="for all step sizes 0 < a <= 1/100, and all points (s, -b, b, -s) of this rectangle",
    uses=("josz-li-2023/figure-1/symmetric-starts",),
    scope="parametric",
)
@claim.sample(s=1, beyond="1/100", b="1/2", a="1/100")
@claim.general()
def entry(s: Real, beyond: Real, b: Positive, a: Positive):
    """The step from the rectangle; then f for s = 11/10 + beyond."""
    assume(s >= 1, s <= "11/10", b >= "2/5", b <= "1/2", a <= "1/100", beyond >= 0, beyond <= "1/100")
    then_s, then_b = symmetric_step(a, s, b)

    yield then_s >= s + scalar("9/25") * a
    yield then_s <= s + scalar("3/5") * a
    yield then_b >= "2/5"
    yield then_b <= "1/2"
    yield value(completion, at=symmetric(scalar("11/10") + beyond, b)) < 2
