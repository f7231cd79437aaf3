"""What a decision procedure works with: the problem, values over FLINT, and the signs that the kernel will accept."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from fractions import Fraction
from functools import cached_property
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
from .simple_values import SimpleValues

SIMPLE = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (1, 10), (10, 1))
POSITIVE = [Fraction(p, q) for p, q in SIMPLE]
CHOICES = {
    "parameter": [*POSITIVE, Fraction(0), Fraction(-1)],
    "point": [Fraction(1), Fraction(0), Fraction(-1), Fraction(2), Fraction(-2), Fraction(1, 2)],
    "size": [Fraction(k) for k in range(1, 7)],
}
DISTANCES = [Fraction(x) for x in ("1", "-1", "1/100", "-1/100", "1/10000", "-1/10000")]


class Context:
    """One problem with the statements that are decided in it, in order."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.evaluator = Evaluator(problem.letters, problem.name_of)

    @cached_property
    def _reading(self) -> tuple[KernelProblem, set[str]]:
        """The kernel's reading of the problem, made when it is first asked for: numbers can be decided without it; and
        the free letters that it speaks of before anything is learned.
        """
        try:
            kernel = KernelProblem(self.problem.declarations)
        except Rejected as reason:
            raise InputError(f"the problem cannot be stated: {reason}") from None
        return kernel, kernel.setting.free_letters()

    @property
    def kernel(self) -> KernelProblem:
        """The problem as the kernel reads it."""
        return self._reading[0]

    @property
    def spoken(self) -> set[str]:
        """The free letters that the problem speaks of."""
        return self._reading[1]

    def in_case(self, kernel: KernelProblem) -> Context:
        """The same in a case, which the kernel reads as this problem."""
        other = copy(self)
        other._reading = kernel, self.spoken
        return other

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
        """Small values of the free letters that satisfy the assumptions, in order of simplicity; some, not all."""
        letters = {name: self._choices(name, x.role) for name, x in self.problem.letters.items() if x.role}
        return filter(self.allows, SimpleValues(letters, self.kernel.assumptions))

    def _choices(self, name: str, role: str) -> list[Fraction]:
        """Simple values of a letter, and values near its bounds."""
        near = [value for b in self._bounds(name) for value in (b / 2, b, *(b + d for d in DISTANCES))]
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


def fits(value: Fraction, role: str) -> bool:
    """True if a letter of the role may have the value."""
    return role != "size" or (value.denominator == 1 and value >= 0)


def monomial(powers: Powers) -> tuple[tuple[str, int], ...]:
    """Powers as the kernel's monomial."""
    return tuple(sorted((name, exponent) for name, exponent in powers.items() if exponent))
