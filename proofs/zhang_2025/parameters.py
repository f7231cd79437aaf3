"""Parameters of Theorem 2 for what somebody asks of alpha, epsilon and delta: rational where possible, and simple.

Everything is said of the rational numbers alpha^4, epsilon^2 and delta^2 = alpha^4 S with S = r/r* + 2 r epsilon^2,
whose ranges determine each other. A is rational exactly if kappa = sqrt(1 - delta^2), alpha^2 and epsilon are, and
A^T A if alpha^2 and epsilon are. Nothing is proved here: the claims in `counterexample` decide what is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import gcd, isqrt

from exactcheck import InputError, Integer, Positive
from exactcheck.claims.choice import Choice
from exactcheck.claims.request import Request
from exactcheck.claims.small_rationals import Range, by_height, exact_root, height, simplest

from .counterexample import LEGEND

NAMES = ("n", "r", "r_star", "alpha", "epsilon", "delta", "lam")
HEIGHTS = (16, 32, 56, 80, 100)
FEW, MANY = 8, 64


def choose(request: Request) -> Choice:
    """The simplest parameters found; sizes that are not given are the least possible.

    Raises InputError if nothing fits the request.
    """
    request.require_known(NAMES, "Theorem 2")
    sizes = read_sizes(request)
    box = Box(Fraction(sizes["r"]), Fraction(sizes["r_star"]), *ranges(request))
    alpha_fourth, epsilon_squared = best(box)
    weight = {"lam": request.values["lam"]} if "lam" in request.values else {"lam": "1/4"}
    alpha, epsilon = exact_root(alpha_fourth, 4), exact_root(epsilon_squared)
    if alpha is not None and epsilon is not None:
        real = {"alpha": str(alpha), "epsilon": str(epsilon)}
        return Choice(f"{CLAIM}/rational-parameters", {**sizes, **real, **weight}, LEGEND)
    real = {"alpha_fourth": str(alpha_fourth), "epsilon_squared": str(epsilon_squared)}
    return Choice(f"{CLAIM}/roots", {**sizes, **real, **weight}, LEGEND)


CLAIM = "zhang-2025/theorem-2-counterexample"


def read_sizes(request: Request) -> dict[str, int]:
    """n, r and r*: r* = 1, r = r* and n = r + r* unless they are given."""
    for bound in request.bounds:
        if bound.name in ("n", "r", "r_star", "lam"):
            raise InputError(f"{bound}: give a value, such as {bound.name}=2; bounds are for alpha, epsilon and delta")
    given = {name: Integer.read(request.values[name], name) for name in ("n", "r", "r_star") if name in request.values}
    if "lam" in request.values:
        Positive.read(request.values["lam"], "lam")
    r_star = given.get("r_star", 1)
    r = given.get("r", r_star)
    return {"n": given.get("n", r + r_star), "r": r, "r_star": r_star}


def ranges(request: Request) -> tuple[Range, Range, Range]:
    """The ranges of alpha^4, epsilon^2 and delta^2 that are asked for.

    Raises InputError if one of them is empty.
    """
    allowed = {"alpha": Range(), "epsilon": Range(), "delta": Range(upper=Fraction(1))}
    words = {"alpha": "> 0", "epsilon": "> 0", "delta": "in (0, 1]"}
    found = {name: request.range(name).meet(whole) for name, whole in allowed.items()}
    for name, wanted in found.items():
        if wanted.empty:
            asked = ", ".join(str(constraint) for constraint in request if constraint.name == name)
            raise InputError(f"{asked}: impossible; in Theorem 2 {name} is {words[name]}")
    return found["alpha"].power(4), found["epsilon"].power(2), found["delta"].power(2)


@dataclass(frozen=True)
class Box:
    """The ranges of alpha^4, epsilon^2 and delta^2 for given r and r*."""

    r: Fraction
    r_star: Fraction
    alpha: Range
    epsilon: Range
    delta: Range

    def spread(self, epsilon_squared: Fraction) -> Fraction:
        """S = r/r* + 2 r epsilon^2."""
        return self.r / self.r_star + 2 * self.r * epsilon_squared

    def __contains__(self, pair: tuple[Fraction, Fraction]) -> bool:
        alpha, epsilon = pair
        return alpha in self.alpha and epsilon in self.epsilon and alpha * self.spread(epsilon) in self.delta

    @cached_property
    def epsilons(self) -> Range:
        """The values of epsilon^2 for which some alpha^4 fits."""
        return self._epsilons(self.alpha)

    def epsilons_at(self, alpha_fourth: Fraction) -> Range:
        """The values of epsilon^2 that fit to a value of alpha^4."""
        return self._epsilons(Range.of(alpha_fourth))

    def _epsilons(self, alphas: Range) -> Range:
        spreads = self.delta.over(alphas).shifted(-self.r / self.r_star)
        return self.epsilon.meet(spreads.over(Range.of(2 * self.r)))

    @cached_property
    def alphas(self) -> Range:
        """A range with all values of alpha^4 for which some epsilon^2 fits."""
        low, high = self.epsilons.lower, self.epsilons.upper
        spreads = Range(self.spread(low), high and self.spread(high), False)
        return self.alpha.meet(self.delta.over(spreads))

    def alphas_at(self, epsilon_squared: Fraction) -> Range:
        """The values of alpha^4 that fit to a value of epsilon^2."""
        return self.alpha.meet(self.delta.over(Range.of(self.spread(epsilon_squared))))


def best(box: Box) -> tuple[Fraction, Fraction]:
    """(alpha^4, epsilon^2): among what is found, as rational as possible, then of the smallest height.

    Raises InputError if nothing fits.
    """
    found = [simple_pair(box)]
    if box.delta.value is None:
        found += [*rational_pairs(box), *family(box), *rational_operators(box)]
    else:
        found += pairs_for_delta(box, box.delta.value)
    return min((pair for pair in found if pair in box), key=lambda pair: (irrationality(box, *pair), cost(*pair)))


def irrationality(box: Box, alpha_fourth: Fraction, epsilon_squared: Fraction) -> tuple[bool, bool, bool]:
    """What is irrational, the worst first: A, A^T A, U0."""
    square = exact_root(alpha_fourth) is not None and exact_root(epsilon_squared) is not None
    rest = 1 - alpha_fourth * box.spread(epsilon_squared)
    kappa = rest == 0 or exact_root(rest) is not None
    return not (square and kappa), not square, exact_root(alpha_fourth, 4) is None


def cost(alpha_fourth: Fraction, epsilon_squared: Fraction) -> tuple[int, Fraction, Fraction]:
    """The height of alpha and epsilon, or of their powers where they are irrational; equal ones in a fixed order."""
    alpha = exact_root(alpha_fourth, 4) or exact_root(alpha_fourth) or alpha_fourth
    epsilon = exact_root(epsilon_squared) or epsilon_squared
    return max(height(alpha), height(epsilon)), epsilon, alpha


def simple_pair(box: Box) -> tuple[Fraction, Fraction]:
    """A pair with a simple epsilon, and with a simple alpha if delta leaves a choice.

    Raises InputError if nothing fits.
    """
    if box.epsilons.empty:
        relation = f"delta = alpha^2 sqrt(r/r* + 2 epsilon^2 r) with r = {box.r}, r* = {box.r_star}"
        raise InputError(f"alpha, epsilon, delta: what is asked for is contradictory, for {relation}")
    epsilon = box.epsilons.simplest_root(2)
    epsilon_squared = box.epsilons.lower if epsilon is None else epsilon**2
    alphas = box.alphas_at(epsilon_squared)
    alpha = alphas.simplest_root(4)
    return (alphas.lower if alpha is None else alpha**4), epsilon_squared


def rational_pairs(box: Box) -> list[tuple[Fraction, Fraction]]:
    """Rational alpha and epsilon with a rational kappa, up to the first of a few heights at which there are any."""
    for limit in HEIGHTS:
        found = [pair for alpha in alphas_up_to(box, limit) for pair in partners(box, alpha, limit) if pair in box]
        if found:
            return found
    return []


def alphas_up_to(box: Box, limit: int) -> list[Fraction]:
    """The rational alpha in the box up to a height; the only one, if there is one, of any height."""
    if box.alphas.value is not None:
        root = exact_root(box.alphas.value, 4)
        return [] if root is None else [root]
    return [alpha for alpha in by_height(limit) if alpha**4 in box.alphas]


def partners(box: Box, alpha: Fraction, limit: int) -> Iterator[tuple[Fraction, Fraction]]:
    """Rational epsilon up to a height, or the one that is given, for which kappa is rational.

    Tried in integers: kappa^2 = 1 - (u/v)^4 (r/r* + 2 r (a/b)^2) is a square exactly if
    r* ((v^4 r* - u^4 r) b^2 - 2 r r* u^4 a^2) is.
    """
    r, r_star, u, v = int(box.r), int(box.r_star), alpha.numerator**4, alpha.denominator**4
    one, other = r_star * (v * r_star - u * r), 2 * r * r_star * r_star * u
    for a, b in epsilons_up_to(box, alpha, limit):
        rest = one * b * b - other * a * a
        if rest >= 0 and isqrt(rest) ** 2 == rest and gcd(a, b) == 1:
            yield alpha**4, Fraction(a * a, b * b)


def epsilons_up_to(box: Box, alpha: Fraction, limit: int) -> Iterator[tuple[int, int]]:
    """Numerators and denominators of the epsilon that may fit to alpha."""
    wanted = box.epsilons_at(alpha**4)
    if wanted.value is not None:
        root = exact_root(wanted.value)
        yield from [] if root is None else [(root.numerator, root.denominator)]
        return
    upper = Fraction(limit**2) if wanted.upper is None else wanted.upper
    ends = [end.as_integer_ratio() for end in (wanted.lower, upper)]
    for b in range(1, limit + 1):
        low, high = (isqrt(p * b * b // q) for p, q in ends)
        yield from ((a, b) for a in range(max(low, 1), min(high, limit) + 1))


def family(box: Box) -> Iterator[tuple[Fraction, Fraction]]:
    """alpha = q delta with a rational kappa, for small q: for r = r* = 2 and q = 1 epsilon is kappa / (2 delta)."""
    k = simplest(lambda k: -box.delta.side((2 * k / (k * k + 1)) ** 2) if k > 1 else -1)
    yield from multiples(box, (2 * k / (k * k + 1)) ** 2)


def multiples(box: Box, delta_squared: Fraction) -> Iterator[tuple[Fraction, Fraction]]:
    """alpha = q delta for small q."""
    for q in by_height(FEW):
        alpha = (q * q * delta_squared) ** 2
        yield alpha, (delta_squared / alpha - box.r / box.r_star) / (2 * box.r)


def rational_operators(box: Box) -> Iterator[tuple[Fraction, Fraction]]:
    """Rational alpha^2, epsilon and kappa: alpha^2 = 2 p / (1 + p^2 S) gives kappa = (1 - p^2 S) / (1 + p^2 S)."""
    for epsilon in by_height(FEW):
        spread, wanted = box.spread(epsilon**2), box.alphas_at(epsilon**2)
        if epsilon**2 in box.epsilon and not wanted.empty and wanted.value is None:
            p = simplest(lambda p, s=spread, w=wanted: 1 if p * p * s > 1 else w.side((2 * p / (1 + p * p * s)) ** 2))
            yield (2 * p / (1 + p * p * spread)) ** 2, epsilon**2


def pairs_for_delta(box: Box, delta_squared: Fraction) -> Iterator[tuple[Fraction, Fraction]]:
    """For a given delta: small epsilon, and alpha = q delta for small q."""
    yield from ((delta_squared / box.spread(x * x), x * x) for x in by_height(MANY))
    yield from multiples(box, delta_squared)
