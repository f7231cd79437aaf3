"""Equation (10): the bound on the last but one layer."""

from exactcheck import Positive, Real, assume, claim, point

from . import paper
from .sigmoid_chain import SIGMA, between_0_and_1

RECORD = "josz-li/eq-10"
WHERE = "section 4.2, equation (10)"
INEQUALITY = r"""$\dot w_{L-1} = \frac{p_{L-2}}{1 + e^{w_{L-1} p_{L-2}}} \dot w_L w_L \le \dot w_L w_L$"""


@claim(
    paper,
    "Equation (10) as printed",
    where=WHERE,
    record=RECORD,
    statement=rf"""Where $\dot w_L w_L \ge 0$ from a time on and $w_{{L-1}} > 0$: {INEQUALITY}.""",
    reading="for every L >= 2; for L = 2, p_0 = x, which need not lie in (0, 1); with x > 0, w_1 > 0 means s > 1/2; "
    f"{SIGMA}; if w_2 > 0 and the residual is negative at one time then w_2' w_2 > 0 forever. The text supposes "
    "besides that w_(L-1) is unbounded, in order to contradict it: then nothing satisfies the hypotheses",
    verdict="refuted",
    finding="missing hypothesis",
)
@claim.sample(x=3, y=1, s="3/5", w_2=1)
def two_layers(x: Positive, y: Real, s: Positive, w_2: Positive):
    """L = 2 with x = 3 and w_1 = log(3/2) / 3: the left-hand side is 3 (2/5) times the right-hand side."""
    assume(s < 1, s > "1/2", w_2 * s < y)
    flow = -(w_2 * s - y) * s

    yield x * (1 - s) * flow * w_2 <= flow * w_2


@claim(
    paper,
    "Equation (10)",
    where=WHERE,
    record=RECORD,
    statement=rf"""For $L \ge 3$, where $\dot w_L w_L \ge 0$: {INEQUALITY}, as $p_{{L-2}} \in (0, 1)$ and $1 +
e^{{w_{{L-1}} p_{{L-2}}}} > 1$.""",
    reading=f"q is w_L' w_L; {SIGMA}, of z = w_(L-1) p_(L-2)",
    repairs="equation-10-as-printed",
    uses=("josz-li-2023/equation-9b",),
    scope="exhaustive",
)
@claim.general()
def three_or_more_layers():
    """The factor p (1 - s) is at most 1."""
    p, s = between_0_and_1("p", "s")
    q = point("q")
    assume(q >= 0)

    yield p * (1 - s) > 0
    yield p * (1 - s) < 1
    yield p * (1 - s) * q <= q


@claim(
    paper,
    "Equation (10), reason as printed",
    where="section 4.2, below equation (10)",
    record=RECORD,
    statement=r"""The denominator that exceeds 1 is $1 + e^{w_L p_{L-2}}$.""",
    reading="the denominator of (10) is named by this; E = e^(w_(L-1) p_(L-2)) and D = e^(w_L p_(L-2))",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(E=1, D=2)
def index_as_printed(E: Positive, D: Positive):
    """w_(L-1) = 0 and w_L p_(L-2) = log 2: the denominator of (10) is 2 and the printed one is 3."""
    yield 1 + E == 1 + D


@claim(
    paper,
    "Equation (10), reason",
    where="section 4.2, below equation (10)",
    record=RECORD,
    statement=r"""The denominator that exceeds 1 is $1 + e^{w_{L-1} p_{L-2}}$; the printed one exceeds 1 too.""",
    reading="with E > 0 and D > 0 for the two exponentials",
    repairs="equation-10-reason-as-printed",
    scope="parametric",
)
@claim.sample(E=1, D=2)
@claim.general()
def index(E: Positive, D: Positive):
    """The exponentials are positive."""
    yield 1 + E > 1
    yield 1 + D > 1
