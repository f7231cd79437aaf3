"""The end of section 3: a stationary point is easy to find, as 0 is one for every u*."""

from exactcheck import Integer, Partition, arbitrary_matrix, claim
from exactcheck.landscape import l1_rank_one_loss, stationary

from . import paper
from .columns import column_of_ones
from .equation_1 import SYMMETRIES
from .letters import positive_letters
from .subdifferential import SUBDIFFERENTIAL

WHERE, RECORD = "section 3.4, end, with reference [56]", "guan-so/inl-stationary-trivial"


@claim(
    paper,
    "Section 3, a trivial stationary point",
    part="fixed sizes",
    where=WHERE,
    record=RECORD,
    statement=r"""To compute a stationary point is trivial: $0$ is one for every $u^*$. Here for $n \le 4$.""",
    reading="for n <= 4 and u* with any number of zeros, the last coordinates; signs of coordinates are changed so "
    "that u* >= 0, and their order as needed (equation 1)",
    uses=SYMMETRIES,
    scope="instance",
)
@claim.sample(n=1)
@claim.sample(n=2)
@claim.sample(n=3)
@claim.sample(n=4)
def fixed_sizes(n: Integer):
    """0 for all u* > 0 with n coordinates, and with zeros in the place of the last ones."""
    us = positive_letters("us", n)
    for zeros in range(n + 1):
        yield stationary(l1_rank_one_loss([*us[: n - zeros], *[0] * zeros]), at=(0,) * n)


@claim(
    paper,
    "Section 3, a trivial stationary point",
    part="every size",
    where=WHERE,
    record=RECORD,
    statement=r"""$0 \in \partial f(0)$ for every $u^*$ and $n$: every subgradient at $u$ is $Z u$ for some matrix
$Z$, and $Z 0 = 0$.""",
    reading="for all sizes, by the formula for the subdifferential; Z may be any matrix",
    uses=(SUBDIFFERENTIAL,),
    scope="general",
)
@claim.general()
def every_size(n: Integer):
    """Z 0 = 0."""
    rows = Partition(rows=n).dimension
    zero = 0 * column_of_ones(rows)
    yield arbitrary_matrix("Z", rows, rows) @ zero == zero
