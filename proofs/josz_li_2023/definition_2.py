"""Definition 2: local minima as setwise local minima, and the whole space as one."""

from exactcheck import Integer, Partition, Positive, assume, claim, norm_squared, point
from exactcheck.landscape import local_minimum, setwise_local_minimum, value

from . import paper
from .double_well import double_well
from .vectors import vector_of_ones

POINT, SPACE = "josz-li/def-2-point", "josz-li/def-2-Rn"


every_function = claim.not_checkable(
    paper,
    "Definition 2, local minima",
    part="every function",
    where="section 2.1, after Definition 2",
    record=POINT,
    statement=r"""A local minimum $x$ of $f$ is a setwise local minimum, as $S = \{x\}$.""",
    reading="true: with the ball U = B(x, epsilon) of Definition 1, Definition 2 says the same of x",
    reason="two definitions are compared word by word; the other part of this claim tests them on a family of "
    "functions",
)


@claim(
    paper,
    "Definition 2, local minima",
    part="two wells",
    where="section 2.1, after Definition 2",
    record=POINT,
    statement=r"""For $f(x) = (x^2 - a^2)^2$, $a > 0$: $a$ is a local minimum, and $\{a\}$ a setwise local minimum with
$U = B(a, a)$, even a strict one: $f(a) < f(y)$ for $0 < y < 2 a$, $y \ne a$.""",
    reading="for every a > 0",
    scope="parametric",
)
@claim.sample(a=2)
@claim.general()
def points(a: Positive):
    """By Definition 1, by Definition 2, and by the values at the points y of U."""
    f, y = double_well(a), point("y")
    assume(y > 0, y < 2 * a, (y - a) ** 2 > 0)

    yield local_minimum(f, at=a)
    yield setwise_local_minimum(f, lambda x: x == a, lambda x: [x > 0, x < 2 * a], strict=True, point=(a,))
    yield f(y) == (y - a) ** 2 * (y + a) ** 2
    yield value(f, at=a) < f(y)


@claim(
    paper,
    "Definition 2, the whole space",
    part="unbounded",
    where="section 2.1, before Lemma 1",
    record=SPACE,
    statement=r"""$\mathbb R^n$ is unbounded, for $n \ge 1$: $\|R (1, \dots, 1)\| \ge R$.""",
    reading="for all n and R",
    scope="general",
)
@claim.sample(n=3, R=7)
@claim.general()
def unbounded(n: Integer, R: Positive):
    """The square of the length."""
    yield norm_squared(R * vector_of_ones(Partition(rows=n).dimension)) >= R**2


strict = claim.not_checkable(
    paper,
    "Definition 2, the whole space",
    part="strict",
    where="section 2.1, before Lemma 1",
    record=SPACE,
    statement=r"""$\mathbb R^n$ is a strict setwise local minimum of every continuous function, and no spurious
one.""",
    reading="true, as U = S = R^n leaves no y in U \\ S, and the infima over S and R^n are the same",
    reason="nothing is to be computed: the condition speaks of the points of an empty set",
)
