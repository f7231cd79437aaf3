"""Remark 2: which exponents make the function continuously differentiable."""

from exactcheck import Natural, Positive, assume, claim, point, scalar

from . import paper
from .remark_2 import POWERS, WHERE, Bump, bump_for, glued, left_pieces, pieces, slope_at

RECORD = "josz-li/rem-2-exponent"


@claim(
    paper,
    "Remark 2, exponent 2k + 1",
    where=WHERE,
    record=RECORD,
    statement=r"""$f$, with the exponent $2 k + 1$ in the pieces on $[2 k, 2 k + 1]$ and $[2 k - 1, 2 k]$, is
continuously differentiable.""",
    reading="with the exponent as it reads where the second superscript of 2^(k+1) is set like the first",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample(k=0)
def linear_exponent(k: Natural):
    """At 0 the slope is 0 on the left and -1 on the right."""
    yield from glued(k, lambda k: 2 * k + 1)


@claim(
    paper,
    "Remark 2, exponent",
    where=WHERE,
    record=RECORD,
    statement=r"""With the exponents $p_k$, $f$ is continuously differentiable exactly if $p_0 \ge 2$ and $p_{k+1} = 2
p_k$; for $p_0 = 2$: $p_k = 2^{k+1}$. (The values at $2 k + 1$ agree, and the slope jumps there by $2^{-k-1} (2 p_k -
p_{k+1})$. At $2 k$ all slopes are $0$ if the exponents are at least $2$; for $p_0 = 1$ the slope jumps at $0$ by
$-1$.)""",
    reading=f"{POWERS}; the exponents are integers from 1 on. From k = 1 on they are even (doubled ones are): with an "
    "odd one, (-1)^p = -1, the value at 2 k - 1 jumps by -2^(1-k)",
    repairs="remark-2-exponent-2k-1",
    scope="parametric",
)
@claim.sample(q="1/4")
@claim.general()
def doubled_exponents(q: Positive):
    """The jumps of value and slope at 2 k + 1, by the exponents; p_k = 2 / q; then at 0 for p_0 = 1."""
    bump, p, following = bump_for(q), point("p"), point("p_next")
    assume(p >= 1, following >= 1)
    yield bump.after(1) == bump.next.before(1)
    yield bump.next.before(-1) - bump.after(1) == -2 * bump.next.q
    yield bump.next.slope(following) - bump.slope(p) == bump.q / 2 * (2 * p - following)
    yield bump.next.exponent == 2 * bump.exponent
    yield Bump(scalar(1)).exponent == 2
    for around in (bump, bump.next):
        yield around.slope(0) == 0

    _, second = left_pieces()
    _, after = pieces(0, 1)
    yield slope_at(after, 0) - slope_at(second, 0) == -1


@claim(
    paper,
    "Remark 2, exponent",
    part="other readings",
    where=WHERE,
    record=RECORD,
    statement=r"""With the exponents $2 k + 1$ the slope jumps by $-1$ at $0$ and the value by $-1$ at $1$; with $2 k +
2$ the slope by $\frac12$ at $3$; with $2^k + 1$ the value by $-1$ at $1$.""",
    reading="the value or slope on the right less that on the left",
)
@claim.sample()
def other_exponents():
    """The jumps."""
    _, second = left_pieces()

    def sides(k, exponents):
        return pieces(k, exponents(k))[1], pieces(k + 1, exponents(k + 1))[0]

    yield slope_at(pieces(0, 1)[1], 0) - slope_at(second, 0) == -1
    left, right = sides(0, lambda k: 2 * k + 1)
    yield right(1) - left(1) == -1
    left, right = sides(1, lambda k: 2 * k + 2)
    yield slope_at(right, 3) - slope_at(left, 3) == scalar("1/2")
    left, right = sides(0, lambda k: 2**k + 1)
    yield right(1) - left(1) == -1
