"""Example 4.3: a weakly convex function that every small tilt gives infinitely many local minimizers.

A number is sign (k + t) with an integer k >= 0 and 0 <= t <= 1: then floor(|x|) = k for t < 1, and the formula for k at
t = 1 agrees with that for k + 1 at t = 0. So letters for k and t speak of all numbers.
"""

from exactcheck import Natural, Positive, assume, claim, function, lesser, point, scalar
from exactcheck.landscape import value

from . import paper

WHERE = "section 4.2, Example 4.3"
TILT = "guan-so/ex-4.3-tilt"
HALF = scalar("1/2")
NUMBERS = "numbers are written as k + t and -(k + t) with an integer k >= 0 and 0 <= t <= 1"


def branch(sign, floor):
    """g for sign x >= 0 where floor(|x|) is `floor`, as a function of x: the printed branches for sign = 1 and -1."""
    return function(lambda x: HALF + HALF * floor - HALF * (x - sign * (floor + 1)) ** 2, x=None)


def g(k, t, sign=1):
    """The value of g at sign (k + t)."""
    return value(branch(sign, k), at=sign * (k + t))


def slope(k, t, sign=1):
    """The slope at sign (k + t) of the branch for k."""
    return branch(sign, k).derivative([sign * (k + t)], [1])


def tilted(a, k, t, sign=1):
    """The value of g(x) - a x at x = sign (k + t)."""
    return g(k, t, sign) - a * sign * (k + t)


def node_slopes(k, sign=1):
    """The slopes of g at the integer sign (k + 1), on the side of zero and on the other one."""
    return slope(k, 1, sign), slope(k + 1, 0, sign)


def fraction(name):
    """A letter for 0 < t < 1."""
    t = point(name)
    assume(t > 0, t < 1)
    return t


def ordered(low, high):
    """Letters 0 <= s < t <= 1."""
    s, t = point(low), point(high)
    assume(s >= 0, t > s, t <= 1)
    return s, t


@claim(
    paper,
    "Example 4.3, the function",
    where=WHERE,
    record="guan-so/ex-4.3-formula",
    statement=r"""$g(x) = -\frac12 (x - \lfloor x \rfloor - 1)^2 + \frac12 + \frac12 \lfloor x \rfloor$ for $x > 0$
and $g(-x) = g(x)$ is continuous with $g(0) = 0$, and has the subdifferential $\{\lfloor x \rfloor - x\}$ at $x < 0$
and $\{1 + \lfloor x \rfloor - x\}$ at $x > 0$ that are no integers, $[-1, 0]$ at negative and $[0, 1]$ at positive
integers, $[-1, 1]$ at $0$. (At each integer it is the interval between the slopes on both sides, of which the left
one is smaller.)""",
    reading="with floor brackets in the first line, where the text shows (-x): -(x + floor(-x) + 1)^2 / 2 + 1/2 + "
    f"floor(-x) / 2 for x <= 0; {NUMBERS}",
    scope="general",
)
@claim.sample(k=2)
@claim.general()
def formula(k: Natural):
    """Both branches at -x and x, where two meet, and the slopes inside and at the integers."""
    t = fraction("t")
    yield g(k, t, -1) == g(k, t)
    yield g(k, 1) == g(k + 1, 0)
    yield g(0, 0) == 0
    # floor(k + t) = k and floor(-k - t) = -k - 1
    yield slope(k, t) == 1 + k - (k + t)
    yield slope(k, t, -1) == (-k - 1) - (-k - t)
    for sign in (1, -1):
        near, far = node_slopes(k, sign)
        yield near == 0
        yield far == sign
        yield slope(0, 0, sign) == sign


@claim(
    paper,
    "Example 4.3, weak convexity",
    where=WHERE,
    record="guan-so/ex-4.3-weak",
    statement=r"""$(v - w) (x - y) \ge -(x - y)^2$ for all $x, y \in \mathbb R$, $v \in \partial g(x)$, $w \in
\partial g(y)$; between two integers with equality, so that the modulus 1 cannot be smaller.""",
    reading=f"all pairs of numbers inside of intervals, integers and zero, up to one common sign; {NUMBERS}, and the "
    "subgradients at integers as -t or t, those at zero as a letter between -1 and 1",
    scope="general",
)
@claim.general()
def weakly_convex(k: Natural, m: Natural):
    """The larger one of two numbers lies in the same interval, or in one that is m + 1 further or beyond zero.

    The letters s and t are places in intervals, ends included, or subgradients at integers.
    """
    s, t, z = point("s"), point("t"), point("z")
    assume(s >= 0, s <= 1, t >= 0, t <= 1, z >= -1, z <= 1)

    def inside(j, r, sign=1):
        return sign * (j + r), slope(j, r, sign)

    def integer(j, subgradient, sign=1):
        return sign * (j + 1), sign * subgradient

    zero = (scalar(0), z)
    here, further = (inside(k, t), integer(k, t)), (inside(k + m + 1, t), integer(k + m + 1, t))
    pairs = [
        (inside(k, t), inside(k, s)),
        (integer(k, t), inside(k, s)),
        (integer(k, t), integer(k, s)),
        *((x, y) for x in further for y in (inside(k, s), integer(k, s))),
        *((x, y) for x in here for y in (zero, inside(m, s, -1), integer(m, s, -1))),
    ]
    for (x, subgradient), (y, other) in pairs:
        yield (subgradient - other) * (x - y) >= -((x - y) ** 2)
    yield (slope(k, t) - slope(k, s)) * (t - s) == -((t - s) ** 2)


@claim(
    paper,
    "Example 4.3, only minimizer",
    where=WHERE,
    record="guan-so/ex-4.3-unique",
    statement=r"""$x = 0$ is the only local minimizer of $g$, and its global one: $g(x) > g(0)$ for $x \ne 0$, and
$g$ increases strictly with $|x|$.""",
    reading=f"on the whole line; {NUMBERS}",
    scope="general",
)
@claim.general()
def only_minimizer(k: Natural):
    """Every number other than zero has lower values next to it, on the side of zero."""
    s, t = ordered("s", "t")
    for sign in (1, -1):
        yield g(k, t, sign) > g(0, 0)
        yield g(k, s, sign) < g(k, t, sign)


@claim(
    paper,
    "Example 4.3, tilted",
    part="new minimizers",
    where=WHERE,
    record=TILT,
    statement=r"""For $h_a(x) = g(x) - a x$, $a \in (-1, 1) \setminus \{0\}$ and every integer $x$ with
$\mathrm{sign}(a) x > 0$: $\partial h_a(x) = \mathrm{conv} \{-a, \mathrm{sign}(a) - a\}$, $d h_a(x)(d) \ge \min
\{|a|, |\mathrm{sign}(a) - a|\} |d|$, and $x$ is a strict local minimizer; so there are countably infinitely many.
($h_a(y) > h_a(x)$ for $0 < |y - x| < \min\{1, 2 |a|, 2 |\mathrm{sign}(a) - a|\}$.)""",
    reading="the integer is k + 1 or -(k + 1), and the tilt is a or -a with a > 0; the subdifferential is the "
    "interval between the two slopes",
    scope="general",
)
@claim.sample(a="9/20", k=0)
@claim.general()
def tilted_minimizers(a: Positive, k: Natural):
    """At sign (k + 1), with the tilt sign a: slopes towards zero and away from it, and the values nearby."""
    least, r = lesser(a, 1 - a, "m"), point("r")
    assume(a < 1, r > 0, r < 1, r < 2 * a, r < 2 - 2 * a)
    for sign in (1, -1):
        near, far = (each - sign * a for each in node_slopes(k, sign))
        here = tilted(sign * a, k, 1, sign)
        yield near == -(sign * a)
        yield far == sign - sign * a
        yield -sign * near >= least
        yield sign * far >= least
        yield least > 0
        yield tilted(sign * a, k, 1 - r, sign) > here
        yield tilted(sign * a, k + 1, r, sign) > here


@claim(
    paper,
    "Example 4.3, tilted",
    part="where algorithms are stuck",
    where=WHERE,
    record=TILT,
    statement=r"""For $a \in (-1, 1) \setminus \{0\}$ every local minimizer of $h_a$ other than the origin is a
spurious stationary point of $g$. (They are the integers $x$ with $\mathrm{sign}(a) x > 0$, where $0 \in \partial
g(x)$ and $g(x) > 0$: between them and zero $h_a$ is strictly concave, and on the other side of zero it is strictly
monotone.)""",
    reading=f"{NUMBERS}, and the tilt is a or -a with 0 < a < 1; the origin is a local minimizer too",
    scope="general",
)
@claim.sample(a="9/20", k=0)
@claim.general()
def where_algorithms_are_stuck(a: Positive, k: Natural):
    """No minimizers between the integers or beyond zero; zero is one; the integers are stationary points of g."""
    (s, t), d = ordered("s", "t"), point("d")
    assume(a < 1, d > 0, d < 1 - a)
    for sign in (1, -1):
        tilt, near, far = sign * a, *node_slopes(k, sign)
        yield tilted(tilt, k, s, sign) + tilted(tilt, k, t, sign) < 2 * tilted(tilt, k, HALF * (s + t), sign)
        yield tilted(tilt, k, s, -sign) < tilted(tilt, k, t, -sign)
        for side in (1, -1):
            yield tilted(tilt, 0, d, side) > tilted(tilt, 0, 0)
        yield sign * near <= 0
        yield sign * far >= 0
        yield g(k, 1, sign) > g(0, 0)


@claim(
    paper,
    "Example 4.3, tilts",
    where=f"{WHERE}, and below it",
    record="guan-so/ex-4.3-measure",
    statement=r"""The tilts with this defect, $(-1, 1) \setminus \{0\}$, have the measure 2. No others have it: for
$|a| \ge 1$ the function $h_a$ is strictly monotone.""",
    reading=f"{NUMBERS}, and the tilt is a or -a with a >= 1; a = 0 is no tilt; that the measure 2 is small is left to "
    "the reader",
    scope="general",
)
@claim.general()
def tilts(a: Positive, k: Natural):
    """The two intervals, and the values along both half-lines for a >= 1 and a <= -1."""
    s, t = ordered("s", "t")
    assume(a >= 1)
    yield (scalar(0) - scalar(-1)) + (scalar(1) - scalar(0)) == 2
    for sign in (1, -1):
        yield tilted(sign * a, k, t, sign) < tilted(sign * a, k, s, sign)
        yield tilted(sign * a, k, s, -sign) < tilted(sign * a, k, t, -sign)


@claim(
    paper,
    "Example 4.3, stationary points as printed",
    where=WHERE,
    record="guan-so/ex-4.3-zeroset",
    statement=r"""$\{x : 0 \in g(x)\} = \mathbb Z$.""",
    reading="as printed, with the function in the place of its subdifferential; at the integer 1",
    verdict="refuted",
    finding="misprint",
)
@claim.sample()
def stationary_points_as_printed():
    """The integer 1."""
    yield g(1, 0) == 0


@claim(
    paper,
    "Example 4.3, stationary points",
    where=WHERE,
    record="guan-so/ex-4.3-zeroset",
    statement=r"""$\{x : 0 \in \partial g(x)\} = \mathbb Z$.""",
    reading=f"with the subdifferential; {NUMBERS}",
    repairs="example-4-3-stationary-points-as-printed",
    scope="general",
)
@claim.general()
def stationary_points(k: Natural):
    """The slope is not zero between integers; at the integers, zero included, it changes from <= 0 to >= 0."""
    t = fraction("t")
    for sign in (1, -1):
        near, far = node_slopes(k, sign)
        yield sign * slope(k, t, sign) > 0
        yield sign * near <= 0
        yield sign * far >= 0
        yield sign * slope(0, 0, sign) > 0
