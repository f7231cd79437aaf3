"""Example 4.4, beyond the paper: for which c the point u0 is a global minimizer of the tilt f(u) - c <u0, u>."""

from exactcheck import Real, assume, claim, point, scalar
from exactcheck.landscape import value

from . import paper
from .example_4_4 import TILTS, WHERE
from .section_4 import SPURIOUS, TRUTH, loss, tilted_loss, with_signs

BELOW = """f is a sum of weighted moduli w_k |p_k|, and at least the sum of the w_k z_k p_k for all |z_k| <= 1"""


def below(at, z):
    """A lower bound of f at a point by multipliers of its pieces."""
    return sum((weight * factor * value(p, at=at) for (weight, p), factor in zip(loss().pieces, z, strict=True)), 0)


def difference(at):
    """<u0, u> = u_2 - u_1."""
    return at[1] - at[0]


def regions():
    """The plane in parts, up to the reflection (u_1, u_2) -> (-u_2, -u_1), each with multipliers for its points.

    Both coordinates in [-1, 1]; both outside; for u_2 >= 1 the u_1 in [-1, 0], and those in [0, 1] with u_1 + u_2 <= 2
    and with u_1 + u_2 >= 2; for u_2 <= -1 the u_1 in [-1, 1].
    """
    a, b, p, q, r, u = (point(name) for name in ("a", "b", "p", "q", "r", "u"))
    assume(a >= 0, a <= 2, b >= 0, b <= 2, p >= 0, q >= 0, r >= 0, u >= 0, r + u <= 1)
    return [
        ((-1 + a, 1 - b), (-1, -1, -1)),
        ((-1 - p, -1 - q), (1, 1, 1)),
        ((-1 - p, 1 + q), (1, -1, 1)),
        ((1 + p, -1 - q), (1, -1, 1)),
        ((1 + p, 1 + q), (1, 1, 1)),
        ((-r, 1 + q), (-1, -1, 1)),
        ((1 - (r + u), 1 + r), (-1, -1, 1)),
        ((1 - r, 1 + r + p), (-1, 0, 1)),
        ((-1 + a, -1 - q), (0, 0, 0)),
    ]


@claim(
    paper,
    "Example 4.4, global minimizer",
    part="the two ends",
    where=WHERE,
    record=TILTS,
    statement=r"""$f(u) \ge \langle u_0, u \rangle$ and $f(u) \ge 2 \langle u_0, u \rangle - 2$ for all $u$.""",
    reading=f"beyond the paper; {BELOW}; the plane is covered by nine regions and their images under (u_1, u_2) -> "
    "(-u_2, -u_1), which keeps f and <u0, u>",
    scope="exhaustive",
)
@claim.sample()
def both_ends():
    """The first bound part by part and in the reflected parts; the second one everywhere."""
    for at, z in regions():
        yield below(at, z) >= difference(at)
        reflected = (-at[1], -at[0])
        yield below(reflected, z[::-1]) >= difference(reflected)
    u = (point("x"), point("y"))
    yield below(u, (1, -1, 1)) - 2 * difference(u) + 2 == scalar("1/2") * (difference(u) - 2) ** 2


@claim(
    paper,
    "Example 4.4, global minimizer",
    part="tilts along u0",
    where=WHERE,
    record=TILTS,
    statement=r"""$u_0$ is a global minimizer of $f(u) - c \langle u_0, u \rangle$ for $1 \le c \le 2$: $f(u) - c d
- (2 - 2 c) = (2 - c) (f(u) - d) + (c - 1) (f(u) - 2 d + 2)$ for $d = \langle u_0, u \rangle$.""",
    reading="beyond the paper; for c > 2 it is no local minimizer",
    uses=("guan-so-2024/example-4-4-global-minimizer/the-two-ends", "guan-so-2024/example-4-4/all-tilts-that-do-not"),
    scope="parametric",
)
@claim.sample(c=1)
@claim.sample(c="3/2")
@claim.general()
def tilts_that_do(c: Real):
    """The value at u0, and the identity for all values F of f."""
    assume(c >= 1, c <= 2)
    height, d = point("F"), point("d")
    total, conditions = with_signs(tilted_loss(-c, c), SPURIOUS, (1, -1, 1))
    yield from conditions
    yield total == 2 - 2 * c
    yield height - c * d - total == (2 - c) * (height - d) + (c - 1) * (height - 2 * d + 2)
    yield 2 - c >= 0
    yield c - 1 >= 0


@claim(
    paper,
    "Example 4.4, global minimizer",
    part="smaller tilts",
    where=WHERE,
    record=TILTS,
    statement=r"""For $c < 1$ the point $u_0$ is no global minimizer of $f(u) - c \langle u_0, u \rangle$: the value
at $u^*$ is $0$ and that at $u_0$ is $2 - 2 c > 0$.""",
    reading="beyond the paper",
    scope="parametric",
)
@claim.sample(c="99/100")
@claim.general()
def tilts_that_do_not(c: Real):
    """The values at u* and u0."""
    assume(c < 1)
    planted, first = with_signs(tilted_loss(-c, c), TRUTH, (1, 1, 1))
    spurious, second = with_signs(tilted_loss(-c, c), SPURIOUS, (1, -1, 1))
    yield from (*first, *second)
    yield planted == 0
    yield planted < spurious
