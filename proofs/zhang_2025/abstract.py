"""The abstract and the introduction: counterexamples for every RIP constant, however small."""

from exactcheck import Integer, Positive, assume, claim, scalar, sqrt
from exactcheck.landscape import rip_constant, strict_local_minimum, value

from . import paper
from .instances import construction


@claim(
    paper,
    "Abstract",
    part="every constant",
    where="abstract, sections 1 and 1.2",
    record="zhang/abs-3",
    statement=r"""For every $\delta \in (0, 1]$, all $r \ge r^* \ge 1$ and $n \ge r + r^*$, there is an operator with
RIP constant exactly $\delta$ at rank $r + r^*$ for which the nonnegative problem has a spurious strict local minimum.
(Here: the operator of Theorem 2 with $\epsilon = \sqrt{3 / (2 r^*)}$ and $\alpha = \sqrt{(\delta / 2) \sqrt{r^* /
r}}$.)""",
    constant="delta",
    uses=("zhang-2025/theorem-2",),
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, delta="1/1000")
@claim.sample(n=5, r=2, r_star=2, delta="4000/4000001")
@claim.sample(n=4, r=2, r_star=1, delta=1)
@claim.general()
def every_constant(n: Integer, r: Integer, r_star: Integer, delta: Positive):
    """The construction for a given constant."""
    assume(r >= r_star, n >= r + r_star, delta**2 <= 1)
    epsilon = sqrt(scalar(3) / (2 * r_star), "epsilon")
    alpha = sqrt(delta / 2 * sqrt(scalar(r_star) / r, "ratio"), "alpha")
    problem = construction(n, r, r_star, alpha, epsilon)
    f = problem.loss(problem.operator)

    yield rip_constant(problem.operator, rank=r + r_star) == delta
    yield strict_local_minimum(f, at=problem.spurious_point, lower_bounds=0)
    yield value(f, at=problem.spurious_point) > 0
