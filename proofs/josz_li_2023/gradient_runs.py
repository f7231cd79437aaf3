"""Figure 1: runs of gradient descent on the function of Example 1, in intervals that certainly contain the iterates."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from exactcheck.report.figures import FIRST, INK, SECOND, SOFT, Picture, require_proved

from .example_1 import residual
from .figure_1 import STEP_SIZE, STUCK, SUCCESSFUL, near_a_global_minimum, runs_end_in, step, within

BITS = 320
UNIT = 1 << BITS
STEPS = 600


@dataclass(frozen=True)
class Interval:
    """The numbers between two multiples of 2^-320, the results of arithmetic being rounded outwards."""

    low: int
    high: int

    def __add__(self, other):
        other = interval(other)
        return Interval(self.low + other.low, self.high + other.high)

    def __neg__(self):
        return Interval(-self.high, -self.low)

    def __sub__(self, other):
        return self + -interval(other)

    def __mul__(self, other):
        other = interval(other)
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends) >> BITS, -(-max(ends) >> BITS))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __pow__(self, exponent):
        return self if exponent == 1 else self * self ** (exponent - 1)

    def __float__(self):
        """A number of the interval, for drawing; ValueError unless the interval is shorter than 2^-40."""
        if self.high - self.low > UNIT >> 40:
            raise ValueError("the intervals have become too long to be drawn; take more binary digits")
        return float(Fraction(self.low, UNIT))


def interval(number):
    """The shortest interval that contains a number, such as "-1/3"; an interval is left as it is."""
    if isinstance(number, Interval):
        return number
    exact = Fraction(number) * UNIT
    return Interval(floor(exact), ceil(exact))


def values_along(start, size, steps):
    """The values of f at a start and after each of so many steps of this size, as intervals."""
    at, size = tuple(map(interval, start)), interval(size)
    found = [value_at(at)]
    for _ in range(steps):
        at = step(size, at)
        found.append(value_at(at))
    return found


def value_at(at):
    """The sum of the squares of the residuals."""
    return sum(r**2 for r in residual(*at))


def draw(axes):
    """The values of f along the runs, and the bounds of the region where some of them stay."""
    for bound in (1, 2):
        axes.axhline(bound, color=SOFT, linewidth=0.8, linestyle="--")
        axes.annotate(str(bound), (STEPS, bound), (4, -4), textcoords="offset points", color=INK)
    for starts, color in ((STUCK, SECOND), (SUCCESSFUL, FIRST)):
        for start in starts:
            axes.plot([float(value) for value in values_along(start, STEP_SIZE, STEPS)], color=color, linewidth=1.2)
    axes.set(xlabel="step", ylabel="f", yscale="log", xlim=(0, STEPS), ylim=(1e-3, 10))


def picture():
    """The picture, of which the kernel accepts where the runs lead before they are drawn."""
    require_proved(*runs_end_in(within, STUCK), *runs_end_in(near_a_global_minimum, SUCCESSFUL))
    caption = (
        f"Values of $f$ along the gradient method with step size $\\frac1{{100}}$ from ten rational starts in $[-1, "
        f"1]^4$. {len(STUCK)} runs enter the region $f < 2$, $x_2 y_1 < 0$, where $f > 1$; the others approach "
        "global minima. The iterates are enclosed in intervals."
    )
    alt = (
        "Ten falling curves. Seven of them fall below a thousandth before step 400; three level off between 1 and 2, "
        "where they fall ever more slowly."
    )
    return Picture(caption, alt, draw, size=(6.0, 4.0))
