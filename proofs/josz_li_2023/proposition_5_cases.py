"""The proof of Proposition 5 from the last layer down: signs, and the two cases in which a layer is bounded."""

from exactcheck import Positive, Real, assume, claim, point

from . import paper
from .sigmoid_chain import HALF, SIGMA, between_0_and_1

WHERE = "section 4.2, proof of Proposition 5"
NOTATION = (
    "q is the product of the next weight and its derivative, u' u; by (9b) the derivative of the weight w is p (1 - "
    f"s) q; {SIGMA}"
)
TIMES = (
    "known: a function whose derivative has a sign is monotone, so that values at a time t stand in the same relation "
    "to those at T <= t (a for w, v for u)"
)
TWO = "for every L >= 2; for L = 2 it is p_(L-2) = x"
USES = ("josz-li-2023/equation-9a", "josz-li-2023/equation-9b")


@claim(
    paper,
    "Proposition 5, signs",
    where=WHERE,
    record="josz-li/prop-5-lastlayer",
    statement=r"""If $\dot w_L = 0$ at one time then the residual is zero. For $i \ge 2$, $\dot w_i$ has the sign of
$\dot w_{i+1} w_{i+1}$, and $\dot w_1$ that of $x \dot w_2 w_2$.""",
    reading=f"for all L >= 2; {NOTATION}. So if the residual is zero at one time then all derivatives are; otherwise "
    "w_L' keeps its sign, and from a time on no w_i and no w_i' changes its sign; known: a solution that reaches a "
    "critical point stays there, and a weight that is monotone from a time on has a sign from a time on",
    uses=USES,
    scope="parametric",
)
@claim.sample(y=2)
@claim.general()
def signs(y: Real):
    """The residual from the last derivative; each derivative as a multiple of the next; the signs of the factors."""
    (p, s), w, x, u, next_flow = between_0_and_1("p", "s"), *(point(name) for name in ("w_L", "x", "u", "next_flow"))
    positive, negative = point("q_plus"), point("q_minus")
    last = -(w * s - y) * s

    yield (w * s - y) ** 2 == s**-2 * last**2
    assume(positive > 0, negative < 0)
    yield p * (1 - s) * positive > 0
    yield p * (1 - s) * negative < 0
    yield x * (x * (1 - s) * next_flow * u) * (next_flow * u) == (1 - s) * (x * next_flow * u) ** 2
    yield (1 - s) * (x * next_flow * u) ** 2 >= 0


CASE_A = r"""If $\dot w_L w_L \ge 0$ on $[T, \infty)$: $\dot w_{L-1} \ge 0$"""


@claim(
    paper,
    "Proposition 5, first case as printed",
    where=WHERE,
    record="josz-li/prop-5-caseA",
    statement=rf"""{CASE_A}, as $p_{{L-2}} \in (0, 1)$.""",
    reading=f"{TWO}; {SIGMA}; with w_2 > 0 and w_2 s < y at one time, w_2' w_2 > 0 forever",
    verdict="refuted",
    finding="missing hypothesis",
)
@claim.sample(x=-1, y=1, s="1/2", w_2=1)
def first_case_for_two_layers(x: Real, y: Real, s: Positive, w_2: Positive):
    """L = 2 at w_1 = 0, where sigma is 1/2: w_1' = -1/8."""
    assume(s < 1, w_2 * s < y)
    flow = -(w_2 * s - y) * s

    yield x * (1 - s) * flow * w_2 >= 0


@claim(
    paper,
    "Proposition 5, first case",
    where=WHERE,
    record="josz-li/prop-5-caseA",
    statement=rf"""For $L \ge 3$: {CASE_A}, so that $w_{{L-1}} \ge -|c|$ and $\sigma(w_{{L-1}} p_{{L-2}}) \ge
\sigma(-|c|) = s_0$; from $f \le C$ follows $s_0^2 w_L^2 \le 4 C + 2 y^2$; and $w_{{L-1}} - \frac12 w_L^2$ does
not increase, so that $w_{{L-1}} \le a + \frac12 b^2$ if $|w_L| \le b$, with $a = w_{{L-1}}(T)$.""",
    reading=f"{NOTATION}; {TIMES}; 2 C is the squared residual plus a decrease >= 0; known: sigma increases",
    repairs="proposition-5-first-case-as-printed",
    uses=USES,
    scope="parametric",
)
@claim.sample(y=2)
@claim.general()
def first_case(y: Real):
    """The derivatives, then the bounds on w_L and on w_(L-1)."""
    p, s = between_0_and_1("p", "s")
    q, c, w = point("q"), point("c"), point("w")
    assume(q >= 0, c >= 0, w >= -c)
    yield p * (1 - s) * q >= 0
    yield p * (1 - s) * q - q <= 0
    yield w * p >= -c

    yield from last_weight_bounded(y)
    yield from bounded_above()


def last_weight_bounded(y):
    """From f <= C: the square of w_L s in terms of the residual, and that s is at least s_0."""
    (s, lowest), w, decrease = between_0_and_1("s_now", "s_0"), point("w_L"), point("decrease")
    twice = (w * s - y) ** 2 + decrease
    yield 2 * twice + 2 * y**2 - w**2 * s**2 == (w * s - 2 * y) ** 2 + 2 * decrease
    yield (w * s - 2 * y) ** 2 >= 0
    assume(s >= lowest)
    yield w**2 * s**2 >= w**2 * lowest**2


def bounded_above():
    """w <= a + b^2 / 2 if w - u^2 / 2 has not increased and |u| <= b."""
    w, a, u, v, b = (point(name) for name in ("w_t", "a", "u", "v", "b"))
    assume(w - HALF * u**2 <= a - HALF * v**2, u <= b, u >= -b)
    yield u**2 <= b**2
    yield w <= a + HALF * b**2


CASE_B = r"""If $\dot w_L w_L < 0$ on $[T, \infty)$: $\dot w_{L-1} \le 0$"""


@claim(
    paper,
    "Proposition 5, second case as printed",
    where=WHERE,
    record="josz-li/prop-5-caseB",
    statement=rf"""{CASE_B}, as $p_{{L-2}} / (1 + e^{{w_{{L-1}} p_{{L-2}}}}) \in (0, 1)$.""",
    reading=f"{TWO}; {SIGMA}; with y = 0 and w_2 > 0 at one time, w_2' w_2 < 0 forever",
    verdict="refuted",
    finding="missing hypothesis",
)
@claim.sample(x=-1, s="1/2", w_2=1)
def second_case_for_two_layers(x: Real, s: Positive, w_2: Positive):
    """L = 2, y = 0 at w_1 = 0, where sigma is 1/2: w_1' = 1/8."""
    assume(s < 1)
    flow = -(w_2 * s) * s

    yield x * (1 - s) * flow * w_2 <= 0


@claim(
    paper,
    "Proposition 5, second case",
    where=WHERE,
    record="josz-li/prop-5-caseB",
    statement=rf"""For $L \ge 3$: {CASE_B} and $\dot w_{{L-1}} \ge \dot w_L w_L$; so $w_{{L-1}} - \frac12 w_L^2$
increases, and $a - \frac12 v^2 \le w_{{L-1}} \le a$ with $a = w_{{L-1}}(T)$, $v = w_L(T)$; and $w_L^2 \le v^2$.""",
    reading=f"{NOTATION}; {TIMES}",
    repairs="proposition-5-second-case-as-printed",
    uses=USES,
    scope="exhaustive",
)
@claim.general()
def second_case():
    """The derivatives of w_(L-1), of w_(L-1) - w_L^2 / 2 and of w_L^2; and the lower bound."""
    p, s = between_0_and_1("p", "s")
    q = point("q")
    assume(q < 0)
    yield p * (1 - s) > 0
    yield p * (1 - s) < 1
    yield p * (1 - s) * q <= 0
    yield p * (1 - s) * q - q >= 0
    yield 2 * q <= 0

    yield from bounded_below()


def bounded_below():
    """w >= a - v^2 / 2 if w - u^2 / 2 has not decreased."""
    w, a, u, v = (point(name) for name in ("w_t", "a", "u", "v"))
    assume(w - HALF * u**2 >= a - HALF * v**2)
    yield w >= a - HALF * v**2


@claim(
    paper,
    "Proposition 5, induction",
    where=WHERE,
    record="josz-li/prop-5-induction",
    statement=r"""For $i = L - 2, \dots, 2$, if $|w_{i+1}| \le b$ on $[T, \infty)$: with $a = w_i(T)$ either $a
\le w_i \le a + \frac12 b^2$ (where $\dot w_{i+1} w_{i+1} \ge 0$) or $a - \frac12 b^2 \le w_i \le a$ (where it is
$\le 0$).""",
    reading=f"{NOTATION}; {TIMES}; here p = p_(i-1) is in (0, 1) as i >= 2",
    uses=USES,
    scope="exhaustive",
)
@claim.general()
def induction():
    """The derivatives of w and of w - u^2 / 2 in both cases, then the bounds."""
    p, s = between_0_and_1("p", "s")
    q, b, v = point("q"), point("b"), point("v")
    assume(q >= 0)
    for sign in (1, -1):
        yield sign * (p * (1 - s) * (sign * q)) >= 0
        yield sign * (p * (1 - s) * (sign * q) - sign * q) <= 0
    yield from bounded_above()
    assume(v <= b, v >= -b)
    yield HALF * v**2 <= HALF * b**2
