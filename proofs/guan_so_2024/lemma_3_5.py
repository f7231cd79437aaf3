"""Lemma 3.5: a cone in the plane as a halfplane."""

from exactcheck import Nonnegative, Positive, Real, claim, matrix, scalar

from . import paper
from .absolute_values import absolute

HALF = scalar("1/2")


@claim(
    paper,
    "Lemma 3.5",
    where="section 3.3, Lemma 3.5",
    record="guan-so/lem-3.5",
    statement=r"""For every $s \ne 0$: $\{(s p_1 + q - r, s p_2 - q + r) : p_1, p_2, q, r \ge 0\} = \{(x, y) : s (x
+ y) \ge 0\}$. A point of the halfplane is reached with the printed $p_1 = 0$, $p_2 = (x + y) / s$, $q = (|x| + x) /
2$, $r = (|x| - x) / 2$.""",
    reading="for s = size and s = -size; x + y is excess or -excess at a point of the halfplane, and the other "
    "numbers are those of the cone",
    scope="parametric",
)
@claim.sample(size=2, p_1=1, p_2=3, q="1/2", r=4, x=-5, excess=7)
@claim.sample(size="1/3", p_1=0, p_2=0, q=0, r=0, x=1, excess=0)
@claim.general()
def halfplane(
    size: Positive, p_1: Nonnegative, p_2: Nonnegative, q: Nonnegative, r: Nonnegative, x: Real, excess: Nonnegative
):
    """Both inclusions, for s = size and s = -size; a point of the halfplane has x + y = excess or -excess."""
    for sign in (1, -1):
        s = sign * size
        y = sign * excess - x
        above, below = HALF * (absolute(x) + x), HALF * (absolute(x) - x)
        reached = matrix([[s * 0 + above - below], [s * (excess / size) - above + below]])

        yield s * ((s * p_1 + q - r) + (s * p_2 - q + r)) >= 0
        yield excess / size >= 0
        yield above >= 0
        yield below >= 0
        yield reached == matrix([[x], [y]])
