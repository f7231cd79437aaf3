"""Conditions (6), (7) and (8) of section 2.1: what they say about local minima under bounds."""

from exactcheck import Positive, assume, claim, matrix, point
from exactcheck.landscape import (
    first_order_critical_point,
    not_a_local_minimum,
    second_order_critical_point,
    strict_local_minimum,
    value,
)

from . import paper
from .instances import construction

RECORD = "zhang/eq-6-7-8"

claim_for_every_function = claim.not_checkable(
    paper,
    "Conditions 6, 7, 8",
    part="every function",
    where="section 2.1",
    record=RECORD,
    statement=r"""For every twice differentiable $f$, (6) and (7) imply a strict local minimum over the nonnegative
orthant, and every local minimum satisfies (6) and (8).""",
    reason="it speaks of all twice differentiable functions; the theorem (Nocedal and Wright, 12.5 and 12.6) is a rule "
    "that the kernel trusts, and the other parts of this claim test it on instances without using it",
)


def rank_one(alpha, epsilon):
    """The loss of Figure 1 for given alpha and epsilon, and its spurious point (0, alpha)."""
    problem = construction(2, 1, 1, alpha, epsilon)
    assume(problem.delta**2 <= 1)
    return problem.loss(problem.operator), problem.spurious_point


@claim(
    paper,
    "Conditions 6, 7, 8",
    part="sufficient",
    where="section 2.1, (6) and (7)",
    record=RECORD,
    statement=r"""At the spurious point $u_0 = (0, \alpha)$ of the rank-one counterexample (6) and (7) hold; and, shown
without them, $f(x, y) > f(u_0)$ at every other point of a box $0 \le x \le w$, $|y - \alpha| \le h$ with $w \le
\frac{2}{11} \alpha$ and $h \le \frac15 \alpha$, for $\alpha \ge \frac25$ and $\epsilon \ge \frac12$.""",
    scope="exhaustive",
)
@claim.sample(alpha="1/2", epsilon="1/2", w="1/11", h="1/10")
@claim.sample(alpha="7/15", epsilon="4/7", w="1/12", h="1/15")
def sufficient(alpha: Positive, epsilon: Positive, w: Positive, h: Positive):
    """All of the box: y = alpha +- t with x >= 0 and t > 0, then y = alpha with x > 0."""
    f, u0 = rank_one(alpha, epsilon)
    x, t, along = point("x"), point("t"), point("along")
    assume(alpha >= "2/5", epsilon >= "1/2", 11 * w <= 2 * alpha, 5 * h <= alpha)
    assume(x >= 0, x <= w, t > 0, t <= h, along > 0, along <= w)

    yield value(f, at=matrix([[x], [alpha + t]])) > value(f, at=u0)
    yield value(f, at=matrix([[x], [alpha - t]])) > value(f, at=u0)
    yield value(f, at=matrix([[along], [alpha]])) > value(f, at=u0)


@claim(
    paper,
    "Conditions 6, 7, 8",
    part="sufficient condition holds",
    where="section 2.1, (6) and (7)",
    record=RECORD,
    statement=r"""At $u_0 = (0, \alpha)$ the conditions (6) and (7) hold.""",
)
@claim.sample(alpha="1/2", epsilon="1/2")
@claim.sample(alpha="7/15", epsilon="4/7")
def condition_holds(alpha: Positive, epsilon: Positive):
    """The conditions at the points whose neighbourhoods the part "sufficient" examines."""
    f, u0 = rank_one(alpha, epsilon)

    yield strict_local_minimum(f, at=u0, lower_bounds=0)


@claim(
    paper,
    "Conditions 6, 7, 8",
    part="necessary",
    where="section 2.1, (6) and (8)",
    record=RECORD,
    statement=r"""Points that are no local minima, and how the conditions see it: $(0, \alpha / 2)$ violates (6), the
origin satisfies (6) and violates (8); while $u_0$ satisfies (6) and (8).""",
)
@claim.sample(alpha="1/2", epsilon="1/2")
@claim.sample(alpha="7/15", epsilon="4/7")
def necessary(alpha: Positive, epsilon: Positive):
    """Descent where a condition fails."""
    f, u0 = rank_one(alpha, epsilon)

    yield not_a_local_minimum(f, at=matrix([[0], [alpha / 2]]), lower_bounds=0)
    yield first_order_critical_point(f, at=matrix([[0], [0]]), lower_bounds=0)
    yield not_a_local_minimum(f, at=matrix([[0], [0]]), lower_bounds=0)
    yield second_order_critical_point(f, at=u0, lower_bounds=0)
