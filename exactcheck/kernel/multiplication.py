"""Powers of an element u modulo equations with finitely many complex solutions: the rule {"powers": u, ...}.

Some monomials b_0 = 1, ..., b_d are a basis: known equations, and the definitions of letters for roots, say which
combinations of them some other monomials are at the point, and so which ones the products of these with letters are. If
u b_j = sum_i M_ji b_i at the point, with rational M, then (v b) u = (v M) b for every row v of rational numbers, and
p(u) = (e_0 p(M)) b for every polynomial p: an identity between rows of numbers is an equation for u.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from .known_equations import Known
from .polynomial import Monomial, Polynomial, times, total
from .reading import array, name, rational, record, require

Coefficients = list[Fraction]
Row = dict[int, int]


@dataclass
class Basis:
    """Combinations of the monomials of a basis, as (d, row): integers over the denominator d, zeros left out."""

    places: dict[Monomial, int]
    combinations: dict[Monomial, tuple[int, Row]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.monomials = list(self.places)
        self.combinations.update({monomial: (1, {j: 1}) for monomial, j in self.places.items()})

    def learn(self, equation: Polynomial) -> None:
        """What an equation says about the one monomial in it that is not in the basis."""
        others = [monomial for monomial in equation.terms if monomial not in self.places]
        require(len(others) == 1, "an equation with several monomials that are not in the basis")
        rest = equation * (-1 / equation.terms[others[0]])
        inside = Polynomial({monomial: value for monomial, value in rest.terms.items() if monomial in self.places})
        self.combinations[others[0]] = self.of(inside)

    def derive(self, monomial: Monomial) -> None:
        """A monomial y t is sum_i r_i (y b_i) where t = sum_i r_i b_i, for combinations y b_i that are known."""
        rest, letter = self.split(monomial)
        self.combinations[monomial] = self.shifted(self.combinations[rest], letter)

    def split(self, monomial: Monomial) -> tuple[Monomial, Monomial]:
        """A monomial that is known, and is not in the basis, and the letter whose product with it this one is."""
        found = [(times(monomial, ((letter, -1),)), ((letter, 1),)) for letter, _ in monomial]
        known = [pair for pair in found if pair[0] in self.combinations and pair[0] not in self.places]
        require(len(known) > 0, "a monomial that no letter times one before it is")
        return known[0]

    def shifted(self, combination: tuple[int, Row], factor: Monomial) -> tuple[int, Row]:
        """The product of a combination with a monomial."""
        scale, row = combination
        return self.sum(scale, [(value, times(self.monomials[i], factor)) for i, value in row.items()])

    def of(self, polynomial: Polynomial) -> tuple[int, Row]:
        """The combination that is equal to a polynomial."""
        scale, terms = polynomial.integers()
        return self.sum(scale, [(value, monomial) for monomial, value in terms])

    def sum(self, scale: int, terms: list[tuple[int, Monomial]]) -> tuple[int, Row]:
        """The combination that is equal to a sum of terms, divided by a number."""
        require(all(m in self.combinations for _, m in terms), "a monomial that is not known in terms of the basis")
        parts = [(value, *self.combinations[monomial]) for value, monomial in terms]
        common, found = lcm(*(d for _, d, _ in parts)), dict[int, int]()
        for value, d, row in parts:
            weight = value * (common // d)
            for i, entry in row.items():
                found[i] = found.get(i, 0) + weight * entry
        divisor = gcd(scale * common, *found.values())
        return scale * common // divisor, {i: value // divisor for i, value in found.items() if value}


@dataclass(frozen=True)
class Multiplication:
    """Multiplication by an element: the entries (i, M_ji) for each j, as integers over one denominator."""

    denominator: int
    rows: list[list[tuple[int, int]]]

    @staticmethod
    def by(u: Polynomial, basis: Basis) -> Multiplication:
        """The products of an element with the basis."""
        products = [basis.of(u * Polynomial({monomial: Fraction(1)})) for monomial in basis.places]
        common = lcm(*(d for d, _ in products))
        return Multiplication(common, [[(i, v * (common // d)) for i, v in row.items()] for d, row in products])

    def at_powers(self, polynomial: Coefficients, start: tuple[int, Row]) -> Coefficients:
        """The row v p(M), by Horner's rule with integers: after k steps they are the numbers times scale d^k."""
        scale = lcm(*(value.denominator for value in polynomial))
        first = [start[1].get(i, 0) for i in range(len(self.rows))]
        found, power = [0] * len(first), 1
        for k, weight in enumerate(reversed(polynomial)):
            if k:
                found, power = self._times(found), power * self.denominator
            factor = weight.numerator * (scale // weight.denominator) * power
            found = [value + factor * entry for value, entry in zip(found, first, strict=True)]
        return [Fraction(value, start[0] * scale * power) for value in found]

    def _times(self, row: list[int]) -> list[int]:
        """The row times M, without its denominator."""
        found = [0] * len(row)
        for value, entries in zip(row, self.rows, strict=True):
            if value:
                for i, entry in entries:
                    found[i] += value * entry
        return found


def powers(known: Known, node: Any) -> tuple[Known, Any]:
    """The point with a letter w = u, with p(w) = 0, and with d(w) x = h(w) for expressions x such as coordinates.

    The rows e_0 p(M) and x d(M) - e_0 h(M) are zero, where x stands for its combination of the basis.
    """
    parts = record(node, "powers", "letter", "basis", "equations", "border", *REPRESENTATION, "then")
    element, letter, monomials, equations, border, vanishing, denominator, coordinates, then = parts
    basis = read_basis(known, array(monomials))
    for index in array(equations):
        basis.learn(known.setting.definition(index) if isinstance(index, str) else known.equation(index))
    for monomial in array(border):
        basis.derive(single(known, monomial))
    u, w, unit = Polynomial.of(known.problem.scalar(element)), Polynomial.letter(name(letter)), (1, {0: 1})
    multiplication, p, d = Multiplication.by(u, basis), numbers(vanishing), numbers(denominator)
    require(not any(multiplication.at_powers(p, unit)), "a polynomial that is not known to vanish at the element")
    case = known.declaring(str(letter)).supposing(w - u, "=").supposing(at(p, w), "=")
    for coordinate in array(coordinates):
        expression, numerator = array(coordinate, 2)
        x, h = Polynomial.of(known.problem.scalar(expression)), numbers(numerator)
        same = multiplication.at_powers(d, basis.of(x)) == multiplication.at_powers(h, unit)
        require(same, "a coordinate that is not known to be this function of the element")
        case = case.supposing(at(d, w) * x - at(h, w), "=")
    return case, then


REPRESENTATION = ("vanishing", "denominator", "coordinates")


def read_basis(known: Known, monomials: list[Any]) -> Basis:
    """The basis, which starts with 1."""
    places = {single(known, monomial): j for j, monomial in enumerate(monomials)}
    require(len(places) == len(monomials) > 0 and places.get(()) == 0, "a basis of 1 and other monomials was expected")
    return Basis(places)


def single(known: Known, expression: Any) -> Monomial:
    """A monomial."""
    terms = Polynomial.of(known.problem.scalar(expression)).terms
    require(list(terms.values()) == [1], "a monomial was expected")
    return next(iter(terms))


def numbers(coefficients: Any) -> Coefficients:
    """The coefficients of a polynomial in one letter, lowest first."""
    return [rational(value) for value in array(coefficients)]


def at(coefficients: Coefficients, w: Polynomial) -> Polynomial:
    """The polynomial at a letter."""
    return total(w**k * value for k, value in enumerate(coefficients))
