"""Conditions (6), (7) and (8) of section 2.1: what they say about local minima under bounds."""

from exactcheck import Positive, assume, claim, matrix, point, scalar
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
without them, $f(x, y) > f(u_0)$ at every other point of the box $0 \le x \le w$, $|y - \alpha| \le h$ for $w = \min
\{\frac12, \frac12 \alpha^3 \epsilon\}$, $h = \frac12 \alpha$.""",
    scope="parametric",
)
@claim.sample(alpha="1/2", epsilon="1/2")
@claim.sample(alpha="7/15", epsilon="4/7")
@claim.general()
def sufficient(alpha: Positive, epsilon: Positive):
    """The difference; then 0 < x <= w, where the linear term outweighs x^2; then x = 0 and y = alpha +- t, t <= h."""
    f, u0 = rank_one(alpha, epsilon)
    across, y, along = point("across"), point("y"), point("along")
    x, t = across * alpha**3 * epsilon / 2, along * alpha / 2
    assume(across > 0, across <= 1, 2 * x <= 1, 2 * y >= alpha, along > 0, along <= 1)
    linear = 2 * alpha**2 * epsilon * x * y

    yield value(f, at=matrix([[x], [y]])) - value(f, at=u0) == (
        linear * (1 - x**2) - x**2 + (1 + alpha**2) * x**2 * y**2 + (y**2 - alpha**2) ** 2 / 2 + x**4 / 2
    )
    yield y > 0
    yield x**2 <= "1/4"
    yield linear >= alpha**3 * epsilon * x
    yield linear >= 2 * x**2
    yield linear * (1 - x**2) >= scalar("3/4") * linear
    yield (y**2 - alpha**2) ** 2 >= 0
    yield value(f, at=matrix([[x], [y]])) > value(f, at=u0)

    yield value(f, at=matrix([[0], [alpha + t]])) > value(f, at=u0)
    yield value(f, at=matrix([[0], [alpha - t]])) > value(f, at=u0)


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
