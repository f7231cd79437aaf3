"""The letters of a statement, what is assumed of them, and what follows about signs.

A statement is universal: it speaks of all real values of its letters that satisfy the assumptions.

- parameter, point: any real number; size: any integer >= 0;
- root: the nonnegative square root of an expression in earlier letters;
- minimum: the smaller one of two expressions in earlier letters;
- algebraic: one real number, given by an integer polynomial and an isolating interval.

Every answer here is one-sided: `is_positive(p)` being false means "not established", never "not positive".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from .integer_polynomials import Integers, primitive, pseudo_remainder
from .intervals import Interval, interval_powers, interval_product, interval_root
from .polynomial import Monomial, Polynomial, Scalar, split, times, total
from .reading import Rejected, require
from .real_roots import narrowed, require_isolated

FREE = ("parameter", "point", "size")
PRECISIONS = [2**k for k in range(5, 13)]


@dataclass
class Letter:
    """A letter with its role, its definition if it has one, and what is known of its sign."""

    name: str
    role: str
    square: Polynomial | None = None
    minimum: tuple[Polynomial, Polynomial] | None = None
    polynomial: Integers | None = None
    interval: Interval | None = None
    nonnegative: bool = False
    positive: bool = False
    nonzero: bool = False

    @property
    def defined(self) -> bool:
        """True for a root, a minimum or an algebraic number, whose powers are rewritten."""
        return self.square is not None or self.minimum is not None or self.polynomial is not None

    @property
    def degree(self) -> int:
        """The degree of the definition: lower powers, from 0 on, are not rewritten."""
        return len(self.polynomial) - 1 if self.polynomial is not None else 2


@dataclass(frozen=True)
class Fact:
    """polynomial >= 0, or > 0 if strict, for all values of the letters; likewise its primitive part.

    The parts are the common monomial and the rest: polynomials with the same parts are positive multiples.
    """

    polynomial: Polynomial
    parts: tuple[Monomial, Polynomial]
    primitive: Polynomial
    strict: bool


class Setting:
    """Letters in the order of their definitions, and facts about them."""

    def __init__(self) -> None:
        self.letters: dict[str, Letter] = {}
        self.facts: list[Fact] = []
        self.blocks: dict[str, Polynomial] = {}
        self.families: dict[str, tuple[str, Polynomial]] = {}

    def copy(self) -> Setting:
        """The same letters and facts, to which others can be added; what is learned there of a letter stays there."""
        other = Setting()
        other.letters = {name: replace(letter) for name, letter in self.letters.items()}
        other.facts = list(self.facts)
        other.blocks, other.families = dict(self.blocks), dict(self.families)
        return other

    def _declare(self, letter: Letter) -> None:
        require(letter.name not in self.letters, f"the letter {letter.name} is declared twice")
        self.letters[letter.name] = letter

    def declare_free(self, name: str, role: str) -> None:
        """A letter that stands for every real number (a size: for every integer >= 0)."""
        require(role in FREE, f"{role!r:.40} is not a role of a letter")
        self._declare(Letter(name, role, nonnegative=role == "size"))

    def declare_root(self, name: str, square: Polynomial) -> None:
        """The nonnegative square root of an expression that is known to be nonnegative."""
        square = self.normal(square)
        require(self.is_nonnegative(square), f"{name} is the root of something that is not known to be >= 0")
        self._declare(Letter(name, "root", square=square, nonnegative=True, positive=self.is_positive(square)))

    def declare_minimum(self, name: str, left: Polynomial, right: Polynomial) -> None:
        """The smaller one of two expressions; that it is none the larger is a fact."""
        pair = self.normal(left), self.normal(right)
        positive, nonnegative = all(map(self.is_positive, pair)), all(map(self.is_nonnegative, pair))
        self._declare(Letter(name, "minimum", minimum=pair, positive=positive, nonnegative=nonnegative))
        for side in pair:
            self.learn(side - Polynomial.letter(name), strict=False)

    def declare_algebraic(self, name: str, coefficients: Sequence[Fraction | int], interval: Interval) -> None:
        """The root in the interval of the polynomial with these coefficients, lowest first."""
        require(any(coefficients[-1:]), "the leading coefficient of the polynomial of an algebraic number is zero")
        polynomial = primitive(coefficients)
        require_isolated(polynomial, interval)
        letter = Letter(name, "algebraic", polynomial=polynomial, interval=interval)
        letter.positive = letter.nonnegative = interval[0] >= 0
        self._declare(letter)

    def declare_atom(self, name: str, nonnegative: bool) -> None:
        """A scalar made of generic matrices: their trace or the sum of their entries."""
        self._declare(Letter(name, "atom", nonnegative=nonnegative))

    def declare_block(self, name: str, size: Scalar) -> None:
        """A block of indices of letter size."""
        require(name not in self.blocks, f"the block {name} is declared twice")
        self.blocks[name] = self.normal(size)
        require(self.is_integer(self.blocks[name]), f"the size of the block {name} is not known to be an integer")
        require(self.is_nonnegative(size), f"the size of the block {name} is not known to be >= 0")

    def join_family(self, family: str, row: str, col: str) -> None:
        """Another matrix of an orthonormal family: all have the same rows, and together no more columns than rows.

        For fewer rows than columns there is no such matrix, and what is said of one would hold for want of cases.
        """
        rows, columns = self.families.get(family, (row, Polynomial()))
        require(rows == row, f"matrices of the family {family} with different rows")
        columns = columns + self.blocks[col]
        fits = self.is_nonnegative(self.blocks[row] - columns)
        require(fits, f"the columns of the family {family} are not known to fit into its rows")
        self.families[family] = (row, columns)

    def learn(self, polynomial: Scalar, strict: bool) -> None:
        """Keep polynomial >= 0 (> 0) as a fact; a bound x >= c >= 0 also says the sign of the letter x."""
        polynomial = self.normal(polynomial)
        linear = {monomial: value for monomial, value in polynomial.terms.items() if monomial}
        offset = polynomial.terms.get((), Fraction(0))
        if len(linear) == 1 and offset <= 0:
            ((monomial, value),) = linear.items()
            if len(monomial) == 1 and monomial[0][1] == 1 and value > 0:
                letter = self.letters[monomial[0][0]]
                letter.nonnegative = True
                letter.positive = letter.positive or strict or offset < 0
        monomial, primitive = split(polynomial)
        known = primitive if self._monomial_positive(monomial) else polynomial
        self.facts.append(Fact(polynomial, (monomial, primitive), known, strict))

    def learn_unequal(self, polynomial: Polynomial) -> None:
        """Keep polynomial != 0, if it is a single term, as a fact about its letters: none of them is zero.

        Division by them has a meaning then; nothing is said of their signs.
        """
        if len(polynomial.terms) == 1:
            for name in polynomial.letters:
                self.letters[name].nonzero = True

    def is_unequal(self, polynomial: Polynomial) -> bool:
        """True if polynomial != 0 is established: a single term in letters that are known not to be zero."""
        nonzero = all(self.letters[name].nonzero or self.letters[name].positive for name in polynomial.letters)
        return len(polynomial.terms) == 1 and nonzero

    def free_letters(self) -> set[str]:
        """The free letters that assumptions, roots and block sizes speak of (each must have an allowed value)."""
        spoken = [letter.square for letter in self.letters.values() if letter.square is not None]
        spoken += [fact.polynomial for fact in self.facts] + list(self.blocks.values())
        return {name for p in spoken for name in p.letters if self.letters[name].role in FREE}

    def at(self, values: dict[str, Fraction]) -> Setting:
        """The same definitions at values of free letters; sizes and blocks must be integers >= 0."""
        point = Setting()
        for name in values:
            require(name in self.letters and self.letters[name].role in FREE, f"{name} is not a free letter")
        replaced = {name: Polynomial.of(value) for name, value in values.items()}
        for letter in self.letters.values():
            if letter.square is not None:
                point.declare_root(letter.name, letter.square.substitute(replaced))
            elif letter.minimum is not None:
                point.declare_minimum(letter.name, *(side.substitute(replaced) for side in letter.minimum))
            elif letter.polynomial is not None and letter.interval is not None:
                point.declare_algebraic(letter.name, letter.polynomial, letter.interval)
        sizes = [size.substitute(replaced).constant for size in self.blocks.values()]
        integers = [*sizes, *(v for name, v in values.items() if self.letters[name].role == "size")]
        # the columns of an orthonormal family must fit into its rows
        integers += [
            (self.blocks[row] - columns).substitute(replaced).constant for row, columns in self.families.values()
        ]
        fits = all(v is not None and v >= 0 and v.denominator == 1 for v in integers)
        require(fits, "a size that is no integer >= 0")
        return point

    # Normal forms

    def normal(self, value: Scalar) -> Polynomial:
        """Rewrite by the definitions of roots and algebraic letters, later letters first."""
        polynomial = Polynomial.of(value)
        present = polynomial.letters
        for name in present:
            require(name in self.letters, f"the letter {name} is not declared")
        for letter in reversed(self.letters.values()):
            if letter.name in present and letter.defined:
                powers = polynomial.coefficients(letter.name)
                if not all(0 <= k < letter.degree for k in powers):
                    polynomial = self._rewritten(letter, polynomial)
                    present = polynomial.letters
        return polynomial

    def inverse(self, value: Scalar, exponent: int) -> Polynomial:
        """value^-exponent, for a single term in letters that are known to be positive, or not to be zero."""
        polynomial = Polynomial.of(value)
        require(len(polynomial.terms) == 1, "division by something that is not a single term")
        require(self.is_unequal(polynomial), "division by what could be zero")
        return polynomial**-exponent

    def _rewritten(self, letter: Letter, polynomial: Polynomial) -> Polynomial:
        """The same with exponents of the letter that are below the degree of its definition."""
        if letter.polynomial is not None:
            return remainder(polynomial, letter.name, letter.polynomial)
        return total(self._power(letter, k) * c for k, c in polynomial.coefficients(letter.name).items())

    def _power(self, letter: Letter, exponent: int) -> Polynomial:
        """letter^exponent for a minimum or a square root."""
        if letter.minimum is not None:
            return self._minimum_power(letter.name, *letter.minimum, exponent)
        square, (half, rest) = Polynomial.of(letter.square), divmod(exponent, 2)
        require(half >= 0 or len(square.terms) == 1, f"division by {letter.name}")
        return square**half * Polynomial.letter(letter.name, rest)

    def _minimum_power(self, name: str, left: Polynomial, right: Polynomial, exponent: int) -> Polynomial:
        """m^exponent for m = min(a, b) by (a - m) (b - m) = 0, as constant + linear * m."""
        require(exponent >= 0, f"division by {name}")
        constant, linear = Polynomial.of(1), Polynomial()
        for _ in range(exponent):
            constant, linear = -linear * left * right, constant + linear * (left + right)
        return constant + linear * Polynomial.letter(name)

    def definition(self, name: str) -> Polynomial:
        """What is zero by the definition of a square root or of a root of a polynomial."""
        letter = self.letters.get(name)
        if letter is not None and letter.square is not None:
            return Polynomial.letter(name, 2) + -letter.square
        if letter is None or letter.polynomial is None:
            raise Rejected(f"{name} is no letter for a root")
        return total(Polynomial.letter(name, k) * c for k, c in enumerate(letter.polynomial))

    def is_the_root(self, name: str, value: Polynomial) -> bool:
        """True if a number is established to be the one that a letter is defined to be.

        It is zero in the definition, and nonnegative, or between the ends of the interval that holds one root only.
        """
        letter = self.letters[name]
        if not self.is_constant(value) or self.normal(self.definition(name).substitute({name: value})):
            return False
        if letter.interval is None:
            return self.sign(value) >= 0
        return self.sign(value - letter.interval[0]) > 0 and self.sign(letter.interval[1] - value) > 0

    # Numbers: polynomials in letters that have one value each

    def is_constant(self, polynomial: Polynomial) -> bool:
        """True if every letter that occurs, or that a definition uses, stands for one number."""
        return all(self._is_number(self.letters[name]) for name in polynomial.letters)

    def _is_number(self, letter: Letter) -> bool:
        """True if the letter stands for one number."""
        if letter.square is not None:
            return self.is_constant(letter.square)
        if letter.minimum is not None:
            return all(map(self.is_constant, letter.minimum))
        return letter.polynomial is not None

    def sign(self, value: Scalar) -> int:
        """The exact sign of a number; rejected when 4096 bits leave it open."""
        polynomial = self.normal(value)
        for bits in PRECISIONS:
            lower, upper = self.enclosure(polynomial, bits)
            if lower > 0 or upper < 0 or lower == upper:
                return (lower > 0) - (upper < 0)
        raise Rejected("the sign of a number is not determined")

    def enclosure(self, polynomial: Polynomial, bits: int) -> Interval:
        """An interval that holds the number, from intervals for its letters that are no wider than 2^-bits."""
        degrees: dict[str, int] = {}
        for name, exponent in (power for monomial in polynomial.terms for power in monomial):
            require(exponent > 0, f"a negative power of {name}")
            degrees[name] = max(exponent, degrees.get(name, 0))
        powers = {name: interval_powers(self._letter_enclosure(name, bits), k) for name, k in degrees.items()}
        (scale, terms), lower, upper = polynomial.integers(), 0, 0
        for monomial, value in terms:
            exponents, ends = dict(monomial), (value, value)
            for name, intervals in powers.items():
                ends = interval_product(ends, intervals[exponents.get(name, 0)])
            lower, upper = lower + ends[0], upper + ends[1]
        for intervals in powers.values():
            scale *= intervals[0][0]
        return Fraction(lower, scale), Fraction(upper, scale)

    def _letter_enclosure(self, name: str, bits: int) -> Interval:
        letter = self.letters[name]
        if letter.square is not None:
            return interval_root(self.enclosure(letter.square, 2 * bits), bits)
        if letter.minimum is not None:
            left, right = (self.enclosure(side, bits) for side in letter.minimum)
            return min(left[0], right[0]), min(left[1], right[1])
        if letter.polynomial is not None and letter.interval is not None:
            return narrowed(letter.polynomial, letter.interval, bits)
        raise Rejected(f"the letter {name} has no single value")

    # Signs over all values of the letters

    def is_zero(self, value: Scalar) -> bool:
        """True if value = 0 is established."""
        polynomial = self.normal(value)
        return not polynomial or (self.is_constant(polynomial) and self.sign(polynomial) == 0)

    def is_nonnegative(self, value: Scalar) -> bool:
        """True if value >= 0 is established: a number, a known fact, or no term that could be negative."""
        polynomial = self.normal(value)
        if self.is_constant(polynomial):
            return self.sign(polynomial) >= 0
        monomial, primitive = split(polynomial)
        if any(fact.parts == (monomial, primitive) for fact in self.facts):
            return True
        if not self._monomial_nonnegative(monomial):
            return False
        if self.is_constant(primitive):
            return self.sign(primitive) >= 0
        return any(fact.primitive == primitive for fact in self.facts) or self.terms_nonnegative(primitive)

    def is_integer(self, polynomial: Polynomial) -> bool:
        """True for a polynomial with integer coefficients in size letters."""
        sizes = all(self.letters[name].role == "size" for name in polynomial.letters)
        terms = polynomial.terms.items()
        return sizes and all(v.denominator == 1 and all(k > 0 for _, k in monomial) for monomial, v in terms)

    def is_positive(self, value: Scalar) -> bool:
        """True if value > 0 is established: a number, a known fact, or no negative and one positive term."""
        polynomial = self.normal(value)
        if self.is_constant(polynomial):
            return self.sign(polynomial) > 0
        monomial, primitive = split(polynomial)
        if any(fact.strict and fact.parts == (monomial, primitive) for fact in self.facts):
            return True
        if not self._monomial_positive(monomial):
            return False
        if self.is_constant(primitive):
            return self.sign(primitive) > 0
        known = any(fact.strict and fact.primitive == primitive for fact in self.facts)
        return known or (self.terms_nonnegative(primitive) and self.has_positive_term(primitive))

    def terms_nonnegative(self, polynomial: Polynomial) -> bool:
        """True if no term can be negative (terms taken as they stand, without rewriting)."""
        return all(value > 0 and self._monomial_nonnegative(monomial) for monomial, value in polynomial.terms.items())

    def has_positive_term(self, polynomial: Polynomial) -> bool:
        """True if some term is always positive."""
        return any(value > 0 and self._monomial_positive(monomial) for monomial, value in polynomial.terms.items())

    def _monomial_nonnegative(self, monomial: Monomial) -> bool:
        return all(self._power_nonnegative(self.letters[name], exponent) for name, exponent in monomial)

    def _power_nonnegative(self, letter: Letter, exponent: int) -> bool:
        return letter.positive or (exponent > 0 and (exponent % 2 == 0 or letter.nonnegative))

    def _monomial_positive(self, monomial: Monomial) -> bool:
        return all(self.letters[name].positive for name, _ in monomial)


def remainder(polynomial: Polynomial, name: str, definition: Integers) -> Polynomial:
    """The same where p(x) = 0 for one letter x: multiples of p(x) are taken away until the degree in x is below its."""
    scale, terms = polynomial.integers()
    rows: dict[Monomial, dict[int, int]] = {}
    for monomial, value in terms:
        rest = tuple(power for power in monomial if power[0] != name)
        rows.setdefault(rest, {})[dict(monomial).get(name, 0)] = value
    found: dict[Monomial, Fraction] = {}
    for rest, row in rows.items():
        require(min(row) >= 0, f"division by {name}")
        factor, reduced = pseudo_remainder([row.get(k, 0) for k in range(max(row) + 1)], definition)
        found |= {times(rest, ((name, k),)): Fraction(value, scale * factor) for k, value in enumerate(reduced)}
    return Polynomial(found)
