"""Definition 3: setwise global minima are setwise local minima, with the same infimum as f."""

from exactcheck import Nonnegative, Positive, claim
from exactcheck.landscape import setwise_local_minimum, value

from . import paper
from .double_well import double_well

RECORD = "josz-li/def-3"

definition = claim.not_checkable(
    paper,
    "Definition 3",
    part="definition",
    where="section 2.1, after Definition 3",
    record=RECORD,
    statement="Setwise local minima include setwise global minima as a special case.",
    reading="true by Definition 3, which asks for a setwise local minimum with one more property",
    reason="it is a part of the definition; the other part of this claim tests it on a family of functions",
)


@claim(
    paper,
    "Definition 3",
    part="two wells",
    where="section 2.1, after Definition 3",
    record=RECORD,
    statement=r"""For $f(x) = (x^2 - a^2)^2$, whose infimum is $0$, the sets $\{a\}$ and $\{a, -a\} = \{f \le 0\}$
are setwise global minima: both are setwise local minima, with $U = \{x > 0\}$ and $U = \mathbb R$, and $f = 0$ on
them.""",
    reading="for every a > 0, at the points y and -y of U",
    scope="parametric",
)
@claim.sample(a=3, y=1)
@claim.general()
def two_wells(a: Positive, y: Nonnegative):
    """The certificates; the values on the sets and at U."""
    f = double_well(a)
    yield setwise_local_minimum(f, lambda x: x == a, lambda x: x > 0, point=[a])
    yield setwise_local_minimum(f, lambda x: x**2 == a**2, lambda x: x**2 + 1 > 0, point=[a])
    yield (y**2 - a**2) ** 2 >= 0
    for at in (a, -a):
        yield value(f, at=at) == 0
        for other in (y, -y):
            yield value(f, at=at) <= value(f, at=other)
