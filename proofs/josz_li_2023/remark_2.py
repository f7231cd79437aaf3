"""Remark 2: a function with infinitely many critical values, no spurious local minimum, and one at infinity.

With q = 2^(-k), p = 2^(k+1) = 2 / q, x = 2 k + t on [2k, 2k+1] and x = 2 k - t on [2k-1, 2k], 0 <= t <= 1, it is

    - q t^p - 3 (1 - q)  on [2k, 2k+1] for k >= 0,     q t^p - 3 (1 - q)  on [2k-1, 2k] for k >= 1,

and (x + 4)^2 - 8 for x <= -2, -x^2 on [-2, 0].
"""

from dataclasses import dataclass

from exactcheck import Natural, Positive, assume, claim, function, point, scalar

from . import paper

WHERE = "section 3, Remark 2"
POWERS = """for all k at once by the letter q = 2^(-k) in (0, 1]; of powers t^p with p >= 2 it is known that they are 0
at 0, 1 at 1 and increasing in between, with the positive slope p t^(p-1), which is 0 at 0 and p at 1"""


@dataclass(frozen=True)
class Bump:
    """The two pieces around x = 2 k: value and slope by q, by t^p, and by the slope of t^p in t."""

    q: object

    @property
    def centre(self):
        """The value at 2 k."""
        return -3 * (1 - self.q)

    @property
    def end(self):
        """The value at 2 k + 2."""
        return -3 * (1 - self.q / 2)

    @property
    def exponent(self):
        """p = 2^(k+1)."""
        return 2 / self.q

    def after(self, power):
        """The value at 2 k + t."""
        return -self.q * power + self.centre

    def before(self, power):
        """The value at 2 k - t."""
        return self.q * power + self.centre

    def slope(self, slope_of_the_power):
        """The derivative in x on either side, d/dx = d/dt after 2 k and -d/dt before it."""
        return -self.q * slope_of_the_power

    @property
    def next(self):
        """The pieces around 2 k + 2."""
        return Bump(self.q / 2)


def bump_for(q):
    """The pieces for q in (0, 1]."""
    assume(q <= 1)
    return Bump(q)


def inner_power(name="T"):
    """The letters for t^p with 0 < t < 1 and for its slope."""
    power, slope = point(name), point(f"{name}_slope")
    assume(power > 0, power < 1, slope > 0)
    return power, slope


def left_pieces():
    """The pieces for x <= -2 and on [-2, 0]."""
    return function(lambda x: (x + 4) ** 2 - 8, x=None), function(lambda x: -(x**2), x=None)


def slope_at(f, x):
    """The derivative of a function of one number."""
    return f.derivative([scalar(x)], [scalar(1)])


def pieces(k, exponent):
    """The polynomials on [2k-1, 2k] and [2k, 2k+1] with this exponent."""
    q = scalar(f"1/{2**k}")
    before = function(lambda x: q * (x - 2 * k) ** exponent - 3 * (1 - q), x=None)
    return before, function(lambda x: -q * (x - 2 * k) ** exponent - 3 * (1 - q), x=None)


def glued(k, exponents):
    """Value and slope agree on both sides of 2 k and of 2 k + 1."""
    before, after = pieces(k, exponents(k))
    left = before if k else left_pieces()[1]
    following, _ = pieces(k + 1, exponents(k + 1))
    for first, second, x in ((left, after, 2 * k), (after, following, 2 * k + 1)):
        yield first(x) == second(x)
        yield slope_at(first, x) == slope_at(second, x)


@claim(
    paper,
    "Remark 2",
    part="continuously differentiable",
    where=WHERE,
    record="josz-li/rem-2-C1",
    statement=r"""$f$ is continuously differentiable. (The pieces for $x \le -2$ and $x \in [-2, 0]$ meet with the
value $-4$ and the slope $4$, those at $0$ and at $2 k$ with the value $-3 (1 - 2^{-k})$ and the slope $0$, and those
at $2 k + 1$ with the value $-3 + 2^{1-k}$ and the slope $-2$.)""",
    reading=POWERS,
    scope="parametric",
)
@claim.sample(q="1/4")
@claim.general()
def continuously_differentiable(q: Positive):
    """The left pieces; then 2 k and 2 k + 1 in letters."""
    first, second = left_pieces()
    for piece in (first, second):
        yield piece(-2) == -4
        yield slope_at(piece, -2) == 4
    yield second(0) == Bump(scalar(1)).centre
    yield slope_at(second, 0) == 0

    bump = bump_for(q)
    following = bump.next
    yield bump.exponent >= 2
    for value in (bump.before(0), bump.after(0)):
        yield value == bump.centre
    for value in (bump.after(1), following.before(1)):
        yield value == -3 + 2 * bump.q
    for around in (bump, following):
        yield around.slope(0) == 0
        yield around.slope(around.exponent) == -2


@claim(
    paper,
    "Remark 2",
    part="continuously differentiable, polynomials",
    where=WHERE,
    record="josz-li/rem-2-C1",
    statement=r"""At $2 k$ and $2 k + 1$ the polynomials on both sides agree in value and slope.""",
    reading="for single k, from the polynomials as they are printed",
)
@claim.sample(k=0)
@claim.sample(k=1)
@claim.sample(k=2)
@claim.sample(k=3)
def polynomials_meet(k: Natural):
    """The polynomials of degree 2^(k+1) and 2^(k+2)."""
    yield from glued(k, lambda k: 2 ** (k + 1))


@claim(
    paper,
    "Remark 2",
    part="limit and bound",
    where=WHERE,
    record="josz-li/rem-2-C1",
    statement=r"""$f(x) \to -3$ as $x \to \infty$, and $f \ge -8$. ($-3 \le f \le -3 + 3 \cdot 2^{-k}$ on $[2 k, 2 k +
2]$, $f \ge -4$ on $[-2, 0]$, and $f \ge -8$ for $x \le -2$.)""",
    reading=POWERS,
    scope="parametric",
)
@claim.sample(q="1/4")
@claim.general()
def limit_and_bound(q: Positive):
    """On the two halves of [2k, 2k+2], and on the left."""
    yield from values_near_the_limit(bump_for(q))
    x, y = point("x"), point("y")
    assume(y <= 0, y >= -2)
    first, second = left_pieces()
    yield first(x) >= -8
    yield second(y) >= -4


def values_near_the_limit(bump):
    """-3 < f <= -3 + 3 q on [2k, 2k+2]."""
    power = point("P")
    assume(power >= 0, power <= 1)
    for value in (bump.after(power), bump.next.before(power)):
        yield value > -3
        yield value <= -3 + 3 * bump.q


@claim(
    paper,
    "Remark 2",
    part="critical points",
    where=WHERE,
    record="josz-li/rem-2-crit",
    statement=r"""The critical points are $-4$, with the value $-8$, and $2 k$ for $k \ge 0$, with the values $-3 (1 -
2^{-k})$. (The slope is $2 (x + 4)$, $-2 x > 0$ on $[-2, 0)$, $0$ at $2 k$, $-2$ at $2 k + 1$, and negative in
between.)""",
    reading=POWERS,
    scope="parametric",
)
@claim.sample(q="1/4")
@claim.general()
def critical_points(q: Positive):
    """The slopes on the left, at the ends and inside of [2k, 2k+1] and [2k+1, 2k+2]."""
    bump, (_, slope), x, y = bump_for(q), inner_power(), point("x"), point("y")
    first, second = left_pieces()
    assume(y < 0, y >= -2)
    yield slope_at(first, x) == 2 * (x + 4)
    yield first(-4) == -8
    yield slope_at(second, y) > 0
    for around in (bump, bump.next):
        yield around.slope(0) == 0
        yield around.slope(around.exponent) == -2
        yield around.slope(slope) < 0
        yield around.after(0) == -3 * (1 - around.q)


@claim(
    paper,
    "Remark 2",
    part="no spurious local minimum",
    where=WHERE,
    record="josz-li/rem-2-crit",
    statement=r"""$-4$ is the global minimum, $0$ a local maximum, and $2 k$ for $k \ge 1$ neither: $f(2 k - t) > f(2
k) > f(2 k + t)$ for $0 < t \le 1$. So no local minimum is spurious.""",
    reading=f"{POWERS}; a local minimum is a critical point",
    scope="parametric",
)
@claim.sample(q="1/4")
@claim.general()
def no_spurious_local_minimum(q: Positive):
    """The values around the critical points; off -4 they are above -8."""
    bump, x, y, power = bump_for(q), point("x"), point("y"), point("T")
    assume(power > 0, power <= 1, x**2 > 0, y < 0, y >= -2)
    first, second = left_pieces()
    yield first(-4 + x) > first(-4)
    yield second(y) > first(-4)
    yield second(y) < second(0)
    yield Bump(scalar(1)).after(power) < Bump(scalar(1)).after(0)
    yield bump.before(power) > bump.centre
    yield bump.after(power) < bump.centre
    yield bump.after(power) > first(-4)


@claim(
    paper,
    "Remark 2",
    part="trajectories",
    where=WHERE,
    record="josz-li/rem-2-traj",
    statement=r"""The trajectory from $x_0 < 0$ converges to $-4$, the one from $0$ stays there, and the one from $2 k
< x_0 \le 2 k + 2$ converges to $2 k + 2$. So trajectories are bounded. ($\frac{d}{dt} (x + 4)^2 < 0$ along $\dot x =
-f'(x)$ for $x < 0$, $x \ne -4$; $\dot x > 0$ inside of $(2 k, 2 k + 2)$ and $\dot x = 0$ at its ends.)""",
    reading=f"{POWERS}; a bounded monotone trajectory on the line converges to a critical point, and trajectories do "
    "not cross",
    scope="parametric",
)
@claim.sample(q="1/4")
@claim.general()
def trajectories(q: Positive):
    """The distance to -4, whose derivative is 2 (x + 4) x'; then the direction in between."""
    first, second = left_pieces()
    x, y = point("x"), point("y")
    assume((x + 4) ** 2 > 0, y < 0, y >= -2)
    for place, f in ((x, first), (y, second)):
        yield 2 * (place + 4) * -slope_at(f, place) < 0
    yield from moves_right(bump_for(q))


def moves_right(bump):
    """The velocity -f' in (2k, 2k+2), and its zeros at the ends."""
    _, slope = inner_power()
    for around in (bump, bump.next):
        yield -around.slope(0) == 0
        yield -around.slope(slope) > 0
        yield -around.slope(around.exponent) > 0


@claim(
    paper,
    "Remark 2",
    part="local minimum at infinity",
    where=WHERE,
    record="josz-li/rem-2-setwise",
    statement=r"""$[a, \infty)$ is a spurious local minimum at infinity for every $a > 0$. ($f$ is strictly decreasing
on $[0, \infty)$, so that $f(x) \le f(a) < f(y)$ for $x \ge a$ and $y \in U \setminus S$ with $U = (0, \infty)$; and
$f > -3 > -8$ there.)""",
    reading=POWERS,
    uses=("josz-li-2023/remark-2/continuously-differentiable",),
    scope="parametric",
)
@claim.sample(q="1/4")
@claim.general()
def local_minimum_at_infinity(q: Positive):
    """f decreases on both halves of [2k, 2k+2], from one end to the next, and stays above -3."""
    bump = bump_for(q)
    yield from decreases(bump)
    yield from values_near_the_limit(bump)
    yield left_pieces()[0](-4) < -3


def decreases(bump):
    """f falls between two powers P1 < P2, of t after 2 k and of t before 2 k + 2."""
    low, high = point("P1"), point("P2")
    assume(low >= 0, low < high, high <= 1)
    following = bump.next
    yield bump.after(high) < bump.after(low)
    yield following.before(low) < following.before(high)
    yield bump.after(1) == following.before(1)
    yield following.before(0) == bump.end
    yield bump.end < bump.centre


@claim(
    paper,
    "Remark 2",
    part="local minimum at infinity, sharp",
    where=WHERE,
    record="josz-li/rem-2-setwise",
    statement=r"""The condition $a > 0$ cannot be dropped: $[0, \infty)$ is no setwise local minimum, as $f(-e) = -e^2
< 0 = f(0)$ for $0 < e \le 2$.""",
    reading="every open set around [0, oo) contains such -e",
    scope="exhaustive",
)
@claim.sample()
def not_from_zero():
    """The values to the left of 0."""
    e, piece = point("e"), left_pieces()[1]
    assume(e > 0, e <= 2)
    yield piece(-e) == -(e**2)
    yield piece(-e) < piece(0)
