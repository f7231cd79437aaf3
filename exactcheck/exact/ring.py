"""Polynomials in the letters of a problem, modulo the definitions of its roots and algebraic letters.

The ring is FLINT's fmpq_mpoly with one generator for each letter and one for its inverse; normal forms are remainders
by the defining relations, later letters first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from .errors import InputError
from .letters import Letter

Number = Any  # fmpq, or fmpq_mpoly of one ring: they mix through their operators
Powers = dict[str, int]


class Ring:
    """The ring of a list of letters, in the order of their definitions."""

    def __init__(self, letters: dict[str, Letter], evaluate: Callable[[Any, Ring], Number]) -> None:
        self.letters = letters
        # no letter is called 1/name
        names = [prefix + name for name in reversed(letters) for prefix in ("", "1/")]
        self.context = fmpq_mpoly_ctx.get(names or ["none"], Ordering.lex)
        generators = dict(zip(names, self.context.gens(), strict=False))
        self.generators = {name: generators[name] for name in letters}
        self.inverses = {name: generators["1/" + name] for name in letters}
        self.relations: list[fmpq_mpoly] = []
        self.squares: dict[str, fmpq_mpoly] = {}
        for name, letter in letters.items():
            if letter.square is not None:
                self.squares[name] = self.normal(evaluate(letter.square, self))
                self.relations.insert(0, self.generators[name] ** 2 - self.squares[name])
            elif letter.minimum is not None:
                left, right = (evaluate(side, self) for side in letter.minimum)
                minimum = self.generators[name]
                self.relations.insert(0, (minimum - left) * (minimum - right))
            elif letter.polynomial is not None:
                powers = enumerate(letter.polynomial.coeffs())
                self.relations.insert(0, sum(fmpq(c) * self.generators[name] ** k for k, c in powers))

    def normal(self, value: Number) -> fmpq_mpoly:
        """The normal form: zero only for zero, and for all zeros unless the definitions hide a relation."""
        result = self._cancelled(value if isinstance(value, fmpq_mpoly) else self.context.constant(value))
        for relation in self.relations:
            result = self._cancelled(result % relation)
        return result

    def _cancelled(self, value: fmpq_mpoly) -> fmpq_mpoly:
        for name, inverse in self.inverses.items():
            value = value % (self.generators[name] * inverse - 1)
        return value

    def inverse(self, value: Number) -> Number:
        """1 / value, for a number or a single term.

        Raises InputError for zero and for a sum.
        """
        terms = self.terms(value)
        if not terms:
            raise InputError("division by zero")
        if not isinstance(value, fmpq_mpoly):
            return 1 / fmpq(value)
        if len(terms) != 1:
            raise InputError("division by a sum of letters; only single terms can be divided by")
        ((powers, coefficient),) = terms
        result = self.context.constant(1 / coefficient)
        for name, power in powers.items():
            result *= self._inverse_letter(name) ** power if power > 0 else self.generators[name] ** -power
        return result

    def _inverse_letter(self, name: str) -> fmpq_mpoly:
        if name in self.squares:
            return self.generators[name] * self.inverse(self.squares[name])
        return self.inverses[name]

    def terms(self, value: Number) -> list[tuple[Powers, fmpq]]:
        """The terms of the normal form as (powers of the letters, coefficient)."""
        generators = [(name, sign) for name in reversed(self.letters) for sign in (1, -1)]
        found = []
        for exponents, coefficient in self.normal(value).to_dict().items():
            powers = {
                name: sign * int(exponent)
                for (name, sign), exponent in zip(generators, exponents, strict=False)
                if exponent
            }
            found.append((powers, coefficient))
        return found

    def write(self, value: Number) -> Any:
        """The number in the kernel's notation."""
        parts = []
        for powers, coefficient in self.terms(value):
            factors: list[Any] = [str(coefficient)] if coefficient != 1 or not powers else []
            factors += [["letter", x] if k == 1 else ["^", ["letter", x], k] for x, k in sorted(powers.items())]
            parts.append(factors[0] if len(factors) == 1 else ["*", *factors])
        if not parts:
            return "0"
        return parts[0] if len(parts) == 1 else ["+", *parts]
