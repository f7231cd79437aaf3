"""Steps of a tree of cases for equations with finitely many complex solutions: all coordinates by one number.

A Groebner basis makes them polynomials in one element of the quotient algebra, a root of its characteristic polynomial;
for each irreducible factor of that the coordinates are polynomials of smaller degree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from flint import fmpq_poly

from ..kernel.known_equations import Known, is_multiple
from ..kernel.polynomial import Monomial, Polynomial
from .cofactors import Combination
from .critical_pairs import successive_cofactors
from .polynomial_rings import BASIS, PolynomialRing
from .quotient_algebras import QuotientAlgebra, standard_monomials
from .solution_moves import Live, definitions, forms_to_try, is_polynomial
from .solution_nodes import Steps, shown
from .univariate_representations import Element, Quotient, at_letter, coefficients, inverse_modulo
from .written_polynomials import written

Node = Any


@dataclass(frozen=True)
class Basis:
    """The algebra of a Groebner basis of some equations of a case and of definitions of the numbers in them.

    Each member of the basis, or of what leads to it, is a combination of these and of those before it.
    """

    algebra: QuotientAlgebra
    live: Live
    numbers: dict[str, Polynomial]
    members: list[tuple[Polynomial, Combination]]

    @staticmethod
    def of(known: Known, live: Live) -> Basis | None:
        """The one of equations without negative powers; None if it is not found, or if solutions are not finite."""
        if not all(is_polynomial(e) for _, e in live):
            return None
        numbers = definitions(known, {x for _, e in live for x in e.letters})
        generators = [*(e for _, e in live), *numbers.values()]
        ring = PolynomialRing({x for e in generators for x in e.letters})
        basis = ring.groebner_basis(generators, BASIS)
        monomials = standard_monomials(ring, basis) if basis else []
        found = successive_cofactors(ring, basis, generators) if monomials else None
        if found is None:
            return None
        return Basis(QuotientAlgebra(ring, basis, monomials), live, numbers, found)

    def steps(self, known: Known, heads: Sequence[Monomial]) -> tuple[Steps, list[int | str]]:
        """The members with these leading monomials become equations, with all that leads to them; their numbers.

        What the definition of a number says is not zero by a combination: the name of the number stands for it.
        """
        leading = {self.algebra.ring.monomial(self.algebra.ring.leading(g)): g for g in self.algebra.basis}
        chosen = [k for k, (member, _) in enumerate(self.members) if member in [leading[head] for head in heads]]
        names = {k: x for k in chosen for x, definition in self.numbers.items() if self.is_definition(k, definition)}
        places, combinations = {k: number for k, (number, _) in enumerate(self.live)}, list[Any]()
        for k in self.closure(chosen):
            combinations.append(shown([(places[j], c) for j, c in self.members[k][1] if j in places]))
            places[self.start + k] = len(known.equations) + len(combinations) - 1
        return Steps(known).then({"combine": combinations}), [names.get(k, places[self.start + k]) for k in chosen]

    @property
    def start(self) -> int:
        """How many equations and definitions there are before the members."""
        return len(self.live) + len(self.numbers)

    def is_definition(self, k: int, definition: Polynomial) -> bool:
        """True for a member that is a multiple of a definition."""
        return is_multiple(self.members[k][0], definition)

    def closure(self, chosen: Sequence[int]) -> list[int]:
        """Members with those of whose combinations they are, in order."""
        waiting, found = list(chosen), set[int]()
        while waiting:
            k = waiting.pop()
            if k not in found:
                found.add(k)
                waiting += [j - self.start for j, _ in self.members[k][1] if j >= self.start]
        return sorted(found)

    def element(self) -> Element | None:
        """A generator of the algebra, or an element whose polynomial is a product; letters are tried first."""
        letters, elements = self.algebra.ring.letters, list[Element]()
        # multiplication by the last letters has the simplest matrices
        for form in [*map(Polynomial.letter, reversed(letters)), *forms_to_try(letters)[len(letters) :]]:
            elements.append(Element.of(self.algebra, form))
            if elements[-1].generates:
                return elements[-1]
        return next((each for each in elements if is_product(each)), None)


def is_product(element: Element) -> bool:
    """True if the polynomial of an element is not irreducible."""
    _, factors = element.vanishing.numer().factor()
    return len(factors) > 1 or factors[0][1] > 1


def by_powers(known: Known, basis: Basis, element: Element, letter: str) -> Steps:
    """The letter for an element, its polynomial, and the coordinates if it generates the algebra.

    These equations are the only ones that are kept then; the first of them is the polynomial.
    """
    algebra, coordinates = basis.algebra, element.coordinates if element.generates else []
    heads, border = algebra.needed_for([element.value])
    for x, _ in coordinates:
        heads += [m for m in x.terms if m not in algebra.combinations.places and m not in heads]
    steps, equations = basis.steps(known, heads)
    node = {
        "powers": written(element.value),
        "letter": letter,
        "basis": list(map(monomial, algebra.monomials)),
        "equations": equations,
        "border": list(map(monomial, border)),
        "vanishing": numbers(element.vanishing),
        "denominator": numbers(element.denominator),
        "coordinates": [[written(x), numbers(h)] for x, h in coordinates],
    }
    steps = steps.then(node)
    if not element.generates:
        return steps
    # all other equations follow from these
    start = len(steps.known.equations) - 1 - len(coordinates)
    return steps.then({"keep": list(range(start, len(steps.known.equations)))})


def in_number_field(known: Known, representation: Element, letter: str, factor: fmpq_poly) -> Steps:
    """The coordinates x as polynomials in a letter w for a root of an irreducible factor.

    The last equations are d(w) x - h(w), one for each coordinate, and the factor. The factor is kept, and after it the
    equations between w and the numbers among the coordinates.
    """
    inverse, last = inverse_modulo(representation.denominator, factor), len(known.equations) - 1
    combinations, coordinates = [], representation.coordinates
    for k, (x, h) in enumerate(coordinates):
        quotient = Quotient.of(h, inverse, factor)
        a, b, c = (at_letter(p, letter) for p in (quotient.multiple, quotient.linear, quotient.constant))
        combinations.append(shown([(last - len(coordinates) + k, a), (last, b * x + c)]))
    steps = Steps(known).then({"combine": combinations})
    steps = steps.then({"keep": [last, *range(last + 1, len(steps.known.equations))]})
    kept = [0]
    for k, (x, _) in enumerate(coordinates, 1):
        if known.setting.is_constant(x):
            kept.append(k)
        else:
            steps = steps.then({"solve": k, "letter": min(x.letters), "inverse": "1"})
    return steps.then({"keep": kept})


def monomial(powers: Monomial) -> Any:
    """A monomial in the kernel's notation."""
    return written(Polynomial({powers: Fraction(1)}))


def numbers(polynomial: fmpq_poly) -> list[str]:
    """The coefficients in the kernel's notation."""
    return list(map(str, coefficients(polynomial)))
