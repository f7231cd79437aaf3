"""Trees of cases that lead an arbitrary solution of equations into one of several components. The nodes:

- {"combine": [[[k, cofactor], ...], ...], "then": node}: combinations of known equations are equations, too;
- {"factor": k, "cases": [[factor, exponent, node], ...]}: equation k is a product, one of whose factors is zero;
- {"squares": k, "terms": [[coefficient, square root], ...], "then": node}: equation k is a sum of squares with positive
  coefficients and of a rest that is nonnegative: each of these is zero;
- {"roots": k, "letter": x, "cases": [[value, inverse, node], ...]}: equation k is a polynomial in x over numbers, and
  these its roots, with their inverses where something is divided by x (otherwise null);
- {"solve": k, "letter": x, "inverse": expression, "then": node}: equation k is linear in x, which gets its value;
- {"sign": expression, "cases": [[relation, node], ...]}: in each case the expression stands in the relation to zero;
- {"keep": [k, ...], "then": node}: the other equations are not needed any more;
- {"letter": u, "is": expression, "then": node}: a new letter for the value of an expression;
- {"powers": u, "letter": w, ...}: a new letter for u, with equations from products of u (see `multiplication`);
- "impossible": what is known contradicts itself;
- {"component": k, "values": [expressions]}: the point is the one of component k at these values of its letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from .cases import SIGNS, branches
from .components import Component
from .known_equations import Known, is_multiple
from .multiplication import powers
from .polynomial import Polynomial, product
from .reading import array, integer, name, record, require
from .root_counts import coefficients_in, number_of_real_roots, number_of_real_roots_over, numbers_in

Node = Any
Cases = Iterator[tuple[Known, Node]]
RELATIONS = {**SIGNS, "!=": {-1, 1}}


def require_complete(known: Known, components: list[Component], node: Node) -> None:
    """Reject unless the tree shows that every point of which this is known is in a component.

    By induction on the tree: in each rule, every point of the case is one of a case that the rule goes on with.
    """
    if node == "impossible":
        known.require_impossible()
        return
    require(isinstance(node, dict), "a node of a tree was expected")
    if "component" in node:
        require_inside(known, components, node)
        return
    rules = [rule for key, rule in RULES.items() if key in node]
    require(len(rules) == 1, "a node of an unknown kind")
    for case, branch in rules[0](known, node):
        require_complete(case, components, branch)


def require_inside(known: Known, components: list[Component], node: Node) -> None:
    """Reject unless the point is the one of a component at some values of its letters that satisfy its conditions."""
    index, values = record(node, "component", "values")
    component = components[integer(index, 0, len(components) - 1)]
    letters = [known.problem.scalar(x) for x in array(values, len(component.letters))]
    allowed = all(known.satisfies(*condition) for condition in component.conditions(known.problem, letters))
    require(allowed, "values that the component is not known to allow")
    located = zip(component.values(known.problem, letters), known.point, strict=True)
    same = all(known.is_zero(x - y) for x, y in located)
    require(same, "the point is not known to be the one of the component")


def combine(known: Known, node: Node) -> Cases:
    """Combinations of equations: where each e_k = 0, sum_k c_k e_k = 0 for any expressions c_k."""
    combinations, then = record(node, "combine", "then")
    for pairs in array(combinations):
        known = known.supposing(known.combination(pairs), "=")
    yield known, then


def factor(known: Known, node: Node) -> Cases:
    """A product of real numbers that is zero has a factor that is zero.

    If f_1^m_1 ... f_l^m_l = c e for a number c, then e = 0 makes this product zero.
    """
    index, cases = record(node, "factor", "cases")
    parts = [array(case, 3) for case in array(cases)]
    factors = [Polynomial.of(known.problem.scalar(part)) for part, _, _ in parts]
    powers = [part ** integer(exponent, 1, 100) for part, (_, exponent, _) in zip(factors, parts, strict=True)]
    multiple = is_multiple(known.setting.normal(product(powers)), known.equation(index))
    require(multiple, "an equation that is not a multiple of the product")
    for part, (_, _, branch) in zip(factors, parts, strict=True):
        yield known.supposing(part, "="), branch


def squares(known: Known, node: Node) -> Cases:
    """If c_1 q_1^2 + ... + c_l q_l^2 + r = 0, all c_j > 0 and r >= 0, then no summand is positive: all are zero."""
    index, terms, then = record(node, "squares", "terms", "then")
    pairs = [[Polynomial.of(known.problem.scalar(x)) for x in array(term, 2)] for term in array(terms)]
    require(all(known.setting.is_positive(c) for c, _ in pairs), "a coefficient that is not known to be positive")
    rest = known.equation(index)
    for c, q in pairs:
        rest = rest - c * q**2
    require(known.setting.is_nonnegative(rest), "a rest that is not known to be nonnegative")
    for value in [*(q for _, q in pairs), rest]:
        known = known.supposing(value, "=")
    yield known, then


def roots(known: Known, node: Node) -> Cases:
    """An equation p(x) = 0 whose coefficients are numbers: x is one of its real roots.

    As many different numbers with p = 0 as there are real roots are all of them.
    """
    index, letter, cases = record(node, "roots", "letter", "cases")
    parts = [array(case, 3) for case in array(cases)]
    equation = known.equation(index)
    require(name(letter) in equation.letters, f"an equation that is not one in {letter}")
    values = [Polynomial.of(known.problem.scalar(value)) for value, _, _ in parts]
    require(all(map(known.setting.is_constant, values)), "a root that is no number")
    rising = all(known.setting.sign(right - left) > 0 for left, right in pairwise(values))
    require(rising, "roots that are not in increasing order")
    found = all(known.setting.is_zero(equation.substitute({letter: value})) for value in values)
    require(found, "a number that is not known to be a root")
    count = real_root_count(known, equation, letter)
    require(len(values) == count, f"{len(values)} of {count} roots")
    for value, (_, inverse, branch) in zip(values, parts, strict=True):
        yield known.replacing(letter, value, inverse_of(known, value, inverse)), branch


def inverse_of(known: Known, value: Polynomial, stated: Any) -> Polynomial | None:
    """The inverse of a number, if one is stated."""
    if stated is None:
        return None
    inverse = Polynomial.of(known.problem.scalar(stated))
    require(known.setting.is_zero(value * inverse - 1), "a number that is not the inverse of a root")
    return inverse


def real_root_count(known: Known, equation: Polynomial, letter: str) -> int:
    """How many real roots a polynomial in one letter over numbers has."""
    if equation.letters == {letter}:
        return number_of_real_roots(coefficients_in(equation, letter))
    return number_of_real_roots_over(known.setting, numbers_in(known.setting, equation, letter))


def solve(known: Known, node: Node) -> Cases:
    """If a x + b = 0, with a and b without x, and h a = 1, then x = -h b."""
    index, letter, inverse, then = record(node, "solve", "letter", "inverse", "then")
    parts = known.equation(index).coefficients(name(letter))
    require(set(parts) <= {0, 1}, f"an equation that is not linear in {letter}")
    reciprocal = Polynomial.of(known.problem.scalar(inverse))
    unit = known.setting.is_zero(parts.get(1, Polynomial()) * reciprocal - 1)
    require(unit and letter not in reciprocal.letters, "the inverse of a coefficient is another one")
    value = known.setting.normal(-reciprocal * parts.get(0, Polynomial()))
    yield known.replacing(letter, value), then


def keep(known: Known, node: Node) -> Cases:
    """Some of the equations hold where all of them do."""
    indices, then = record(node, "keep", "then")
    yield replace(known, equations=tuple(map(known.equation, array(indices)))), then


def sign(known: Known, node: Node) -> Cases:
    """A real number stands in one of the relations to zero if these cover all signs."""
    for (expression, relation, _), branch in branches(node, RELATIONS):
        yield known.supposing(known.problem.scalar(expression), relation), branch


def element(known: Known, node: Node) -> Cases:
    """A new letter for an element whose products with finitely many monomials are known."""
    yield powers(known, node)


def abbreviate(known: Known, node: Node) -> Cases:
    """A new letter u for the value of an expression e: then u - e = 0."""
    letter, expression, then = record(node, "letter", "is", "then")
    value = known.problem.scalar(expression)
    yield known.declaring(name(letter)).supposing(Polynomial.letter(letter) - value, "="), then


RULES = {
    "combine": combine,
    "factor": factor,
    "squares": squares,
    "roots": roots,
    "solve": solve,
    "keep": keep,
    "sign": sign,
    "is": abbreviate,
    "powers": element,
}
