"""Equation (3): f grows at u* at least as fast as a multiple of the distance, on a ball that is known."""

from exactcheck import Natural, Positive, assume, claim, inner, point, scalar

from . import paper
from .equation_1 import SYMMETRIES
from .residual import residual
from .sign_blocks import SIGNS, sign_blocks

RECORD = "guan-so/eq-3"
WHERE = "section 3.2, (3)"
BOUND = r"$f(u^* + h) \ge c \|h\|_1 - \frac12 \|h\|_1^2$"
MAXIMUM = (
    "f(v) is the largest 1/2 <Z, v v^T - u* u*^T> over symmetric Z with entries in [-1, 1]; c is the best constant of "
    "Proposition 3.4"
)


@claim(
    paper,
    "Equation 3",
    where=WHERE,
    record=RECORD,
    statement=rf"""For $u^* \ne 0$ there is $\beta > 0$ with $f(u) \ge f(u^*) + \beta \|u - u^*\|_1$ near $u^*$.
({BOUND} for all $h$, so that every $\beta < c$ will do for $\|h\|_1 \le 2 (c - \beta)$. With $p$, $m$ and $Z$ as
for Proposition 3.4: $\langle Z, (u^* + h)(u^* + h)^T - u^* u^{{*T}} \rangle = 2 \langle Z u^*, h \rangle + \langle
Z h, h \rangle$, where $\langle Z u^*, h \rangle \ge \frac{{p^2 + m^2}}{{p + m}} \|h\|_1$ and $\langle Z h, h
\rangle \ge -\|h\|_1^2$.)""",
    reading=f"for all sizes, with a ball that depends on u* and beta only; {MAXIMUM}; {SIGNS}, with h for w",
    uses=("guan-so-2024/proposition-3-4-best-constant", *SYMMETRIES),
    scope="general",
)
@claim.sample(along=1, against=1, outside=0)
@claim.sample(along=1, against=1, outside=1)
@claim.general()
def growth(along: Natural, against: Natural, outside: Natural):
    """All is multiplied by s = ||u*||_1; then the ball, with letters for c, beta and ||h||_1."""
    at = sign_blocks(along, against, outside)
    (p, m), us, h, Z = at.masses, at.planted, at.w, at.Z
    norm, v = at.inside + at.outside, us + h
    c, beta, length = point("c"), point("beta"), point("length")
    assume(length >= 0, beta > 0, length <= 2 * (c - beta))

    yield Z == Z.T
    yield inner(Z, residual(v, us)) == 2 * inner(Z @ us, h) + inner(Z @ h, h)
    yield inner(Z @ us, h) >= (p**2 + m**2) * norm
    yield inner(Z @ h, h) >= -(p + m) * norm**2
    yield inner(Z, residual(v, us)) / 2 >= (p**2 + m**2) * norm - (p + m) * norm**2 / 2
    yield c * length - length**2 / 2 >= beta * length


@claim(
    paper,
    "Equation 3",
    part="the best constant itself",
    where=WHERE,
    record=RECORD,
    statement=rf"""{BOUND} is an equation for $n = 1$, $u^* = a > 0$ and $-a < h < 0$, where $c = a$: $f(a - t) = a
t - \frac12 t^2$. So $\beta = c$ will not do there.""",
    reading="for n = 1, where f(a - t) = |(a - t)^2 - a^2| / 2, and t = -h",
    scope="parametric",
)
@claim.sample(a=3)
@claim.general()
def best_constant_itself(a: Positive):
    """The sign of the entry, and the value."""
    t = point("t")
    assume(t > 0, t < a)
    entry = (a - t) ** 2 - a**2

    yield entry < 0
    yield -entry / 2 == a * t - scalar("1/2") * t**2
    yield -entry / 2 < a * t
