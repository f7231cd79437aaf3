"""Remark 3.2: the mean distance of a standard Gaussian u* from the hyperplane of the spurious stationary points."""

from exactcheck import Integer, Partition, Positive, claim, function, inner, norm_squared, point, sqrt

from . import paper
from .columns import arbitrary_column, column_of_ones, total
from .equation_1 import SIGN_CHANGES

RECORD = "guan-so/rem-3.2"
WHERE = "section 3.1, Remark 3.2"


@claim(
    paper,
    "Remark 3.2",
    part="distance",
    where=WHERE,
    record=RECORD,
    statement=r"""If $u^*$ has no zero coordinate and $s$ is the vector of its signs, then $u^*$ and $-u^*$ have the
distance $s^T u^* / \|s\| = \|u^*\|_1 / \sqrt n$ from $\{u : s^T u = 0\}$. (The point $u^* - \frac{\|u^*\|_1}{n} s$
is in the set and at this distance; and $\|d\|^2 - (s^T d)^2 / n = \|d - \frac{s^T d}{n} s\|^2 \ge 0$ for $d = u^* -
u$, where $s^T d = \|u^*\|_1$.)""",
    reading="for all n; u* > 0, as changes of signs of coordinates allow (equation 1); a Gaussian u* has a zero "
    "coordinate with probability 0; by the squares of the distances, which are numbers > 0",
    uses=(SIGN_CHANGES,),
    scope="general",
)
@claim.sample(n=3)
@claim.general()
def distance(n: Integer):
    """The squares of the distances."""
    rows = Partition(rows=n).dimension
    us, d = arbitrary_column("us", rows, "all"), arbitrary_column("d", rows)
    s = column_of_ones(rows)
    norm = total(us).named("norm")
    foot = us - norm / n * s

    yield inner(s, us) == norm
    yield norm_squared(s) == n
    yield inner(s, foot) == 0
    yield norm_squared(us - foot) == norm**2 / n
    yield norm_squared(d) - total(d) ** 2 / n == norm_squared(d - total(d) / n * s)
    yield norm_squared(-us + foot) == norm**2 / n


@claim(
    paper,
    "Remark 3.2",
    part="expectation",
    where=WHERE,
    record=RECORD,
    statement=r"""$\mathbb E(\|u^*\|_1 / \sqrt n) = \sqrt{2 n / \pi}$ for a standard Gaussian $u^*$. (For the
density $e^{-t^2/2} / \sqrt{2 \pi}$ of a coordinate $-e^{-t^2/2}$ is an antiderivative of $t e^{-t^2/2}$, which is
$-1$ at $0$ and tends to $0$; so the mean modulus is $2 / \sqrt{2 \pi} = \sqrt{2 / \pi}$, and the expectation $n$
times that over $\sqrt n$.)""",
    reading="for all n. Taken for granted: the coordinates of u* have the density E / sqrt(2 pi), E = exp(-t^2/2), "
    "which is even; the derivative -t E and the limit 0 of E; that an antiderivative gives the integral, which is "
    "over t > 0 twice; and that expectations add up. pi stands for any number > 0",
    scope="general",
)
@claim.sample(n=3, pi=3)
@claim.general()
def expectation(n: Integer, pi: Positive):
    """The antiderivative along the curve (t, E), whose velocity is (1, -t E); then the squares of positive numbers."""
    t, E = point("t"), point("E")
    antiderivative = function(lambda t, E: -E, t=None, E=None)
    mean = 2 / sqrt(2 * pi, "normalization")
    found, stated = n * mean / sqrt(n, "root"), sqrt(2 * n / pi, "stated")

    yield antiderivative.derivative([t, E], [1, -t * E]) == t * E
    yield found > 0
    yield found**2 == stated**2
