"""Simple rational numbers in a range: what a search for parameters tries first.

The height of p/q in lowest terms is max(|p|, q). Nothing here decides anything: what is found is put to a claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, isqrt


@dataclass(frozen=True)
class Range:
    """The positive numbers between two ends; no upper end means that there is none, and open ends do not belong to it.

    >>> Fraction(1, 2) in Range(upper=Fraction(1, 2)), Fraction(1, 2) in Range(upper=Fraction(1, 2), upper_open=True)
    (True, False)
    """

    lower: Fraction = Fraction(0)
    upper: Fraction | None = None
    lower_open: bool = True
    upper_open: bool = False

    @staticmethod
    def of(value: Fraction) -> Range:
        """The range of one number."""
        return Range(value, value, lower_open=False)

    def side(self, x: Fraction) -> int:
        """-1 for a number below the range, 0 in it, 1 above."""
        if x < self.lower or (x == self.lower and self.lower_open):
            return -1
        return 1 if self.upper is not None and (x > self.upper or (x == self.upper and self.upper_open)) else 0

    def __contains__(self, x: Fraction) -> bool:
        return self.side(x) == 0

    @property
    def value(self) -> Fraction | None:
        """The number, if there is only one."""
        return self.lower if self.lower == self.upper and not self.empty else None

    @property
    def empty(self) -> bool:
        """True if no positive number is in it."""
        if self.upper is None:
            return False
        return self.upper < self.lower or (self.upper == self.lower and (self.lower_open or self.upper_open))

    def meet(self, other: Range) -> Range:
        """The numbers in both ranges."""
        lower, lower_open = max((self.lower, self.lower_open), (other.lower, other.lower_open))
        ends = [(end.upper, not end.upper_open) for end in (self, other) if end.upper is not None]
        upper, closed = min(ends) if ends else (None, True)
        return Range(lower, upper, lower_open, not closed)

    def power(self, exponent: int) -> Range:
        """The range of the powers."""
        upper = None if self.upper is None else self.upper**exponent
        return Range(self.lower**exponent, upper, self.lower_open, self.upper_open)

    def shifted(self, by: Fraction) -> Range:
        """The positive numbers x with x - by in the range."""
        upper = None if self.upper is None else self.upper + by
        return Range(self.lower + by, upper, self.lower_open, self.upper_open).meet(Range())

    def over(self, other: Range) -> Range:
        """The range of the quotients."""
        upper = None if self.upper is None or not other.lower else self.upper / other.lower
        lower = Fraction(0) if other.upper is None else self.lower / other.upper
        return Range(
            lower,
            upper,
            self.lower_open or other.upper_open or other.upper is None,
            self.upper_open or other.lower_open,
        ).meet(Range())

    def simplest_root(self, exponent: int) -> Fraction | None:
        """The simplest positive rational number whose power is in the range; exponent 1, 2 or 4.

        None if the range is one number that is no such power, or empty.

        >>> Range(Fraction(2), Fraction(3)).simplest_root(2)
        Fraction(3, 2)
        """
        if self.empty:
            return None
        if self.value is not None:
            return exact_root(self.value, exponent)
        return simplest(lambda x: self.side(x**exponent))


def simplest(side: Callable[[Fraction], int]) -> Fraction:
    """The simplest positive rational number x with side(x) = 0, where side tells on which side of an interval x lies.

    By the Stern-Brocot tree, runs of steps to one side doubled. The interval must contain more than one number.
    """
    low, high = (0, 1), (1, 0)
    while True:
        where = side(Fraction(low[0] + high[0], low[1] + high[1]))
        if where == 0:
            return Fraction(low[0] + high[0], low[1] + high[1])
        if where < 0:
            low = _run(low, high, lambda x: side(x) < 0)
        else:
            high = _run(high, low, lambda x: side(x) > 0)


def _run(start: tuple[int, int], toward: tuple[int, int], beyond: Callable[[Fraction], bool]) -> tuple[int, int]:
    """The last of start + k toward, k = 1, 2, ..., that is still beyond the interval."""
    steps = 1
    while beyond(_step(start, toward, 2 * steps)):
        steps *= 2
    low, high = steps, 2 * steps
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if beyond(_step(start, toward, middle)) else (low, middle)
    return start[0] + low * toward[0], start[1] + low * toward[1]


def _step(start: tuple[int, int], toward: tuple[int, int], steps: int) -> Fraction:
    return Fraction(start[0] + steps * toward[0], start[1] + steps * toward[1])


def exact_root(value: Fraction, exponent: int = 2) -> Fraction | None:
    """The positive rational root of a positive number, or None if it is irrational; exponent 1, 2 or 4.

    >>> exact_root(Fraction(16, 81), 4), exact_root(Fraction(2))
    (Fraction(2, 3), None)
    """
    if exponent == 1:
        return value
    root = Fraction(isqrt(value.numerator), isqrt(value.denominator))
    return exact_root(root, exponent // 2) if root * root == value else None


def height(value: Fraction) -> int:
    """The larger one of numerator and denominator."""
    return max(abs(value.numerator), value.denominator)


def of_height(number: int) -> Iterator[Fraction]:
    """The positive rational numbers of this height, p/number before number/q, each in rising order of p and q."""
    for smaller in range(1, number + 1):
        if gcd(smaller, number) == 1:
            yield Fraction(smaller, number)
    for smaller in range(1, number):
        if gcd(smaller, number) == 1:
            yield Fraction(number, smaller)


def by_height(limit: int) -> Iterator[Fraction]:
    """The positive rational numbers up to a height, the simplest first.

    >>> list(map(str, by_height(3)))
    ['1', '1/2', '2', '1/3', '2/3', '3', '3/2']
    """
    for number in range(1, limit + 1):
        yield from of_height(number)
