"""Corollary 1 (4) with zero entries: then there are spurious local minima.

A zero entry u_i v_j of a matrix of rank one is in a column or in a row of zeros; here it is a column (the block N of y,
the others being S, where v > 0), and a row after transposition.
"""

from exactcheck import Integer, Real, assume, claim, inner, point, scalar
from exactcheck.landscape import local_minimum

from . import paper
from .corollary_1_small_sizes import rank_one_loss
from .vectors import arbitrary_vector, rows_of, total, vector_of_ones

WHERE = "section 4.4, Corollary 1 (4), M without zero entries"
RECORD = "josz-li/cor-1-4-nonzero"


@claim(
    paper,
    "Corollary 1 (4), zero entries",
    where=WHERE,
    record=RECORD,
    statement=r"""The hypothesis $M_{ij} \ne 0$ cannot be dropped: for $M = (1, 0)$, $f(x, y) = |x y_1 - 1| + |x y_2|
\ge 1$ whenever $|y_1| \le |y_2|$, so that every $(0, y_1, y_2)$ with $|y_1| < |y_2|$ is a local minimum of the value
$1$, while $\inf f = 0$.""",
    reading="|x y_1 - 1| >= 1 - x y_1, with |x|, |y_2| as letters and x = |x| or -|x|",
    scope="exhaustive",
)
@claim.sample()
def row_with_a_zero():
    """The lower bound."""
    size, y1, height = point("abs_x"), point("y_1"), point("abs_y_2")
    assume(size >= 0, height >= 0, y1 <= height, -y1 <= height)
    for sign in (1, -1):
        yield 1 - sign * size * y1 + size * height >= 1


@claim(
    paper,
    "Corollary 1 (4), zero entries",
    part="instances",
    where=WHERE,
    record=RECORD,
    statement=r"""$(0, y_1, y_2)$ with $|y_1| < |y_2|$ is a local minimum for $M = (1, 0)$, and so is $(0, 0, y_1,
y_2)$ for $M = (1, 0; 1, 0)$, of the values $1$ and $2$; $f = 0$ at $x_i = y_1 = 1$, $y_2 = 0$.""",
    reading="from the definition of f",
)
@claim.sample(y1=0, y2=1)
@claim.sample(y1="1/2", y2=-1)
@claim.sample(y1=-1, y2=-2)
def local_minima(y1: Real, y2: Real):
    """The points, with the residuals there and at the global minimum."""
    assume(y1**2 < y2**2)
    for u in ((scalar(1),), (scalar(1), scalar(1))):
        f, zeros = rank_one_loss(u, (scalar(1), scalar(0))), (0,) * len(u)
        yield local_minimum(f, (*zeros, y1, y2))
        for k, (_, piece) in enumerate(f.pieces):
            yield piece(*zeros, y1, y2) == (-1 if k % 2 == 0 else 0)
            yield piece(*(1,) * len(u), 1, 0) == 0


@claim(
    paper,
    "Corollary 1 (4), zero entries",
    part="every matrix of rank one with a zero entry",
    where=WHERE,
    record=RECORD,
    statement=r"""For every $M = u v^T$ with $v_j = 0$ for $j \in N$ and $v_j > 0$ for $j \in S$, $N$ not empty: $f(x,
y) \ge \|u\|_1 \|v\|_1$ whenever $|\sum_S y_j| \le \sum_N |y_j|$, with equality for $x = 0$; so that every $(0, y)$ with
$|\sum_S y_j| < \sum_N |y_j|$ is a spurious local minimum. (Row $i$, $u_i \ge 0$: $\sum_S |x_i y_j - u_i v_j| + |x_i|
\sum_N |y_j| \ge u_i \|v\|_1 - x_i \sum_S y_j + |x_i| \sum_N |y_j| \ge u_i \|v\|_1$.)""",
    reading="for all sizes, row by row; changes of signs make v and u nonnegative; |x_i| is a letter and x_i that or "
    "its negative, and sum_S y_j and sum_N |y_j| are letters in the last bound. With Corollary 1 (4): f has a "
    "spurious local minimum if and only if M has a zero entry",
    scope="general",
)
@claim.sample(support=2)
@claim.general()
def zero_column(support: Integer):
    """The sum over S of u v_j - x y_j; the value for x = 0; then the last two terms."""
    S = rows_of("support", support)
    v, y, u, x = arbitrary_vector("v", S, "all"), arbitrary_vector("y", S), point("u_i"), point("x_i")
    yield inner(vector_of_ones(S), u * v - x * y) == u * total(v) - x * total(y)
    yield inner(vector_of_ones(S), u * v - 0 * y) == u * total(v)

    size, along, outside = point("abs_x"), point("sum_S"), point("sum_N")
    assume(size >= 0, along <= outside, -along <= outside)
    for sign in (1, -1):
        yield size * outside - sign * size * along >= 0
