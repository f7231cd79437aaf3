"""What a decision procedure works with: the problem, values over FLINT, and the signs that the kernel will accept."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

from flint import fmpq

from ..exact.errors import InputError
from ..exact.evaluation import Evaluator
from ..exact.problem import Problem
from ..exact.ring import Number, Powers
from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.polynomial import Polynomial
from ..kernel.problem import Problem as KernelProblem
from ..kernel.setting import Setting
from ..kernel.statements import establish, learn

POSITIVE = [fmpq(p, q) for p, q in ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (1, 10), (10, 1))]
CHOICES = {
    "parameter": [*POSITIVE, fmpq(0), fmpq(-1)],
    "point": [fmpq(1), fmpq(0), fmpq(-1), fmpq(2), fmpq(-2), fmpq(1, 2)],
    "size": [fmpq(k) for k in range(1, 7)],
}
EXHAUSTED = 5
TRIALS = 4000


class Context:
    """One problem with the statements that are decided in it, in order."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        try:
            self.kernel = KernelProblem(problem.declarations)
        except Rejected as reason:
            raise InputError(f"the problem cannot be stated: {reason}") from None
        self.spoken = self.kernel.setting.free_letters()
        self.evaluator = Evaluator(problem.letters, problem.name_of)

    @property
    def setting(self) -> Setting:
        """The kernel's knowledge of letters and facts; a proof by signs is what it accepts."""
        return self.kernel.setting

    def polynomial(self, value: Number) -> Polynomial:
        """A number in the kernel's representation."""
        return Polynomial({monomial(powers): Fraction(int(c.p), int(c.q)) for powers, c in self.terms(value)})

    def terms(self, value: Number) -> list[tuple[Powers, fmpq]]:
        """The terms of a number."""
        return self.evaluator.ring.terms(value)

    def write(self, value: Number) -> Any:
        """A number in the kernel's notation."""
        return str(value) if isinstance(value, fmpq) else self.evaluator.ring.write(value)

    def is_zero(self, value: Number) -> bool:
        """True if value = 0 is known."""
        return not value if isinstance(value, fmpq) else self.setting.is_zero(self.polynomial(value))

    def is_positive(self, value: Number) -> bool:
        """True if value > 0 is known."""
        return bool(value > 0) if isinstance(value, fmpq) else self.setting.is_positive(self.polynomial(value))

    def is_nonnegative(self, value: Number) -> bool:
        """True if value >= 0 is known."""
        return bool(value >= 0) if isinstance(value, fmpq) else self.setting.is_nonnegative(self.polynomial(value))

    def accepts(self, statement: Statement, verdict: str, proof: Any) -> str:
        """Empty if the kernel accepts the proof, otherwise its reason.

        Where the proof is the expansion itself, as for matrices of letter size, there is nothing to search for.
        """
        try:
            establish(self.kernel, self.problem.state(statement), verdict, proof)
        except Rejected as reason:
            return str(reason)
        return ""

    def learn(self, statement: Statement) -> None:
        """Keep a proved statement as a fact, as the kernel will."""
        learn(self.kernel, self.problem.state(statement))

    def points(self) -> Iterator[dict[str, Fraction]]:
        """Small values of the free letters that satisfy the assumptions: all combinations of a few letters in order of
        simplicity, a sample of those of many.
        """
        letters = {
            name: self._choices(name, letter.role) for name, letter in self.problem.letters.items() if letter.role
        }
        for indices in combinations([len(choice) for choice in letters.values()]):
            chosen = zip(letters.items(), indices, strict=True)
            values = {name: Fraction(int(choice[k].p), int(choice[k].q)) for (name, choice), k in chosen}
            if self.allows(values):
                yield values

    def _choices(self, name: str, role: str) -> list[fmpq]:
        """Simple values of a letter, and values near its bounds."""
        bounds = [fmpq(b.numerator, b.denominator) for b in self._bounds(name)]
        near = [value for b in bounds for value in (b / 2, b, b + 1, b - 1)]
        return [*CHOICES[role], *(v for v in dict.fromkeys(near) if v not in CHOICES[role] and fits(v, role))]

    def _bounds(self, name: str) -> list[Fraction]:
        """The numbers c for which x <= c or x >= c is a known fact about the letter x."""
        slope = ((name, 1),)
        linear = [fact.polynomial.terms for fact in self.setting.facts if set(fact.polynomial.terms) == {(), slope}]
        return [-terms[()] / terms[slope] for terms in linear]

    def allows(self, values: dict[str, Fraction]) -> bool:
        """True if values of the free letters satisfy the assumptions."""
        try:
            self.kernel.at(values)
        except Rejected:
            return False
        return True


def fits(value: fmpq, role: str) -> bool:
    """True if a letter of the role may have the value."""
    return role != "size" or (value.q == 1 and value >= 0)


def combinations(sizes: list[int]) -> list[tuple[int, ...]]:
    """Index vectors below the sizes, those with a small sum first."""
    if len(sizes) <= EXHAUSTED:
        return sorted(product(*map(range, sizes)), key=sum)[:TRIALS]
    source = Random(0)
    drawn = {tuple(min(source.randrange(size), source.randrange(size)) for size in sizes) for _ in range(TRIALS // 10)}
    return sorted({(0,) * len(sizes), *drawn}, key=lambda indices: (sum(indices), indices))


def monomial(powers: Powers) -> tuple[tuple[str, int], ...]:
    """Powers as the kernel's monomial."""
    return tuple(sorted((name, exponent) for name, exponent in powers.items() if exponent))
