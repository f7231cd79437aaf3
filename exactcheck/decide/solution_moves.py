"""What can be done next about equations: which one to solve for which letter, which one to take apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from ..kernel.known_equations import Known
from ..kernel.polynomial import Monomial, Polynomial, split
from ..kernel.root_counts import coefficients_in, numbers_in, trimmed
from .polynomial_rings import PolynomialRing

Live = list[tuple[int, Polynomial]]
Squares = list[tuple[Fraction, Polynomial]]


@dataclass(frozen=True)
class Solved:
    """An equation that is linear in a letter with a coefficient that is a single term."""

    index: int
    letter: str
    coefficient: Polynomial
    rest: Polynomial


def live_equations(known: Known) -> Live:
    """The equations that are not trivial, each once and without multiples of others, the shortest first."""
    found: dict[Polynomial, tuple[int, Polynomial]] = {}
    for k, equation in enumerate(known.equations):
        if equation:
            found.setdefault(canonical(known, equation), (k, equation))
            if is_clear(known, equation):
                found[canonical(known, equation)] = k, equation
    ordered = sorted(found.values(), key=lambda pair: (len(pair[1].terms), degree_of(pair[1]), pair[0]))
    return without_multiples(ordered)


def without_multiples(live: Live) -> Live:
    """The equations without those that another one implies by itself."""
    ring = PolynomialRing({x for _, e in live for x in e.letters})
    elements = {k: ring.element(e) for k, e in live if is_polynomial(e)}
    kept: Live = []
    # a divisor has a smaller degree
    for k, e in sorted(live, key=lambda pair: degree_of(pair[1])):
        divisors = [elements[j] for j, _ in kept if j in elements]
        if k not in elements or not any(divmod(elements[k], divisor)[1] == 0 for divisor in divisors):
            kept.append((k, e))
    return [pair for pair in live if pair in kept]


def degree_of(polynomial: Polynomial) -> int:
    """The largest sum of exponents of a term."""
    return max(sum(k for _, k in monomial) for monomial in polynomial.terms)


def canonical(known: Known, equation: Polynomial) -> Polynomial:
    """The equation up to factors that are known not to be zero."""
    rest = equation * Polynomial({cleared(known, equation): Fraction(1)})
    scale = rest.terms[min(rest.terms)]
    return rest * (1 / scale)


def cleared(known: Known, equation: Polynomial) -> Monomial:
    """The monomial in letters that are not zero by which negative and common powers of these disappear."""
    common, _ = split(equation)
    return tuple((x, -k) for x, k in common if k < 0 or is_unit(known, x))


def is_clear(known: Known, equation: Polynomial) -> bool:
    """True if there are no such powers."""
    return not cleared(known, equation)


def is_unit(known: Known, letter: str) -> bool:
    """True for a letter that is known not to be zero."""
    return known.setting.is_unequal(Polynomial.letter(letter))


def relations(known: Known, letters: Iterable[str]) -> list[Polynomial]:
    """What is zero by the definitions of the numbers among some letters."""
    return list(definitions(known, letters).values())


def definitions(known: Known, letters: Iterable[str]) -> dict[str, Polynomial]:
    """What is zero by the definitions of the roots among some letters, and among the letters of these definitions."""
    waiting, found = sorted(letters), dict[str, Polynomial]()
    while waiting:
        name = waiting.pop(0)
        letter = known.setting.letters[name]
        if name not in found and (letter.square is not None or letter.polynomial is not None):
            definition = known.setting.definition(name)
            if is_polynomial(definition):
                found[name] = definition
                waiting += sorted(definition.letters - {name})
    return found


def solved_forms(known: Known, live: Live, unknowns: Iterable[str]) -> list[Solved]:
    """All equations that are linear in an unknown, which does not divide anything."""
    found = []
    for k, equation in live:
        for letter in equation.letters & set(unknowns):
            parts = equation.coefficients(letter)
            rest = parts.get(0, Polynomial())
            divides = is_unit(known, letter) and len(rest.terms) > 1
            if set(parts) <= {0, 1} and len(parts[1].terms) == 1 and not divides:
                found.append(Solved(k, letter, parts[1], rest))
    return sorted(found, key=lambda s: (len(s.rest.terms), degree_of(s.rest) if s.rest else 0, s.letter))


def is_invertible(known: Known, form: Solved) -> bool:
    """True if the coefficient is known not to be zero."""
    numbers = [known.setting.letters[name].polynomial for name in form.coefficient.letters]
    return known.setting.is_unequal(form.coefficient) and not any(numbers)


def product_of(equation: Polynomial) -> list[tuple[Polynomial, int]]:
    """The factors of an equation without negative powers; empty if it is irreducible."""
    factors = PolynomialRing(equation.letters).factors(equation)
    return factors if len(factors) > 1 or factors[0][1] > 1 else []


@dataclass(frozen=True)
class Product:
    """An equation that is a product, and its irreducible factors with their exponents."""

    index: int
    factors: list[tuple[Polynomial, int]]


def products(live: Live) -> list[Product]:
    """The equations that are products; factors that many equations have come first.

    So what solves these all is met before its special cases.
    """
    found = [Product(k, product_of(equation)) for k, equation in live]
    return [Product(p.index, by_divisibility(p.factors, live)) for p in found if p.factors]


def without_branches(known: Known, found: Sequence[Product]) -> list[Product]:
    """Powers, and products in which all factors but one are known not to be zero, these last."""
    kept = []
    for each in found:
        factors = sorted(each.factors, key=lambda pair: known.is_unequal(pair[0]))
        if len(factors) == 1 or known.is_unequal(factors[1][0]):
            kept.append(Product(each.index, factors))
    return kept[:1]


def shared_factor(known: Known, found: Sequence[Product]) -> Polynomial | None:
    """The factor that most products have, if several have one; sums rather than single letters."""
    counted: dict[Polynomial, int] = {}
    for each in found:
        for factor, _ in each.factors:
            counted[factor] = counted.get(factor, 0) + 1
    shared = [
        (len(factor.terms) > 1, count, factor)
        for factor, count in counted.items()
        if count > 1 and not known.is_unequal(factor)
    ]
    return max(shared, key=lambda each: each[:2])[2] if shared else None


def by_divisibility(factors: list[tuple[Polynomial, int]], live: Live) -> list[tuple[Polynomial, int]]:
    """The factors that many equations have first."""
    ring = PolynomialRing({x for _, e in live for x in e.letters})
    elements = [ring.element(e) for _, e in live if is_polynomial(e)]

    def shared(pair: tuple[Polynomial, int]) -> int:
        return sum(divmod(element, ring.element(pair[0]))[1] == 0 for element in elements)

    return sorted(factors, key=shared, reverse=True)


def is_polynomial(equation: Polynomial) -> bool:
    """True if no letter has a negative power."""
    return all(k > 0 for monomial in equation.terms for _, k in monomial)


def univariate(live: Live, unknowns: Iterable[str]) -> list[tuple[int, str, list[Fraction]]]:
    """The equations in one unknown alone, those of small degree first."""
    found = []
    for k, equation in live:
        if len(equation.letters) == 1 and is_polynomial(equation):
            (letter,) = equation.letters
            if letter in unknowns:
                found.append((k, letter, coefficients_in(equation, letter)))
    return sorted(found, key=lambda each: len(each[2]))


def univariate_over_numbers(
    known: Known, live: Live, unknowns: Iterable[str]
) -> list[tuple[int, str, list[Polynomial]]]:
    """The equations in one unknown and in letters for numbers, those of small degree first."""
    found = []
    for k, equation in live:
        letters = [x for x in equation.letters if not known.setting.is_constant(Polynomial.letter(x))]
        if len(letters) == 1 and letters[0] in unknowns and len(equation.letters) > 1 and is_polynomial(equation):
            found.append((k, letters[0], trimmed(known.setting, numbers_in(known.setting, equation, letters[0]))))
    return sorted((each for each in found if len(each[2]) > 1), key=lambda each: len(each[2]))


def sum_of_squares(equation: Polynomial) -> Squares:
    """The equation, or its negative, as a sum of squares and a constant >= 0; empty if none was found."""
    for sign in (1, -1):
        found = even_terms(equation * Fraction(sign)) or quadratic_form(equation * Fraction(sign))
        if found:
            return [(sign * weight, root) for weight, root in found]
    return []


def even_terms(polynomial: Polynomial) -> Squares:
    """The terms as squares, if all are."""
    if not all(value > 0 and all(k % 2 == 0 for _, k in monomial) for monomial, value in polynomial.terms.items()):
        return []
    halves = {
        tuple((x, k // 2) for x, k in monomial): value for monomial, value in polynomial.terms.items() if monomial
    }
    return [(value, Polynomial({monomial: Fraction(1)})) for monomial, value in halves.items()]


def quadratic_form(polynomial: Polynomial) -> Squares:
    """A polynomial of degree two as a sum of squares of linear ones and a constant >= 0, by completing squares."""
    if degree_of(polynomial) != 2 or not is_polynomial(polynomial):
        return []
    found, rest = [], polynomial
    for letter in sorted(polynomial.letters):
        parts = rest.coefficients(letter)
        leading = parts.get(2, Polynomial()).constant
        if leading is None or leading < 0 or (leading == 0 and 1 in parts):
            return []
        if leading:
            root = Polynomial.letter(letter) + parts.get(1, Polynomial()) * (1 / (2 * leading))
            found.append((leading, root))
            rest = rest - root**2 * leading
    return found if rest.constant is not None and rest.constant >= 0 else []


def forms_to_try(letters: Sequence[str]) -> list[Polynomial]:
    """Linear forms, of which one separates finitely many points: letters, then small sums."""
    x = [Polynomial.letter(letter) for letter in letters]
    pairs = [a + b * c for c in (1, -1, 2) for a, b in combinations(x, 2)]
    weighted = [
        sum((letter * Fraction(step**k) for k, letter in enumerate(x)), Polynomial()) for step in (2, 3, 5, -2, 7)
    ]
    return [*x, *pairs[:12], *weighted]
