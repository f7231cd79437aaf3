"""Figure 1, right panel: the point (0, 1/2) of the rank-one counterexample."""

from exactcheck import Positive, assume, claim, scalar
from exactcheck.landscape import strict_local_minimum, value

from . import paper
from .instances import construction


@claim(
    paper,
    "Figure 1",
    part="spurious point",
    where="section 1, Figure 1",
    record="zhang/fig-1a",
    statement=r"""For $n = 2$, $u_* = (1, 0)$ the point $u_0 = (0, 1/2)$ is a strict local minimum of $f(u) = \frac12
\|A(u u^T - u_* u_*^T)\|^2$ over the nonnegative quadrant, with $f(u_0) = 15/32 > 0$.""",
    reading="the operator of Theorem 2 with alpha = 1/2, for every epsilon with delta <= 1 (the figure names none)",
    scope="parametric",
)
@claim.sample(epsilon="1/2")
@claim.sample(epsilon="1/100")
@claim.general()
def spurious_point(epsilon: Positive):
    """The figure's point for all operators of Theorem 2 that have it."""
    problem = construction(2, 1, 1, scalar("1/2"), epsilon)
    assume(problem.delta**2 <= 1)
    f = problem.loss(problem.operator)

    yield strict_local_minimum(f, at=problem.spurious_point, lower_bounds=0)
    yield value(f, at=problem.spurious_point) == "15/32"
