"""Why a polynomial in letters is positive or nonnegative.

By the signs of its terms; as a sum, a combination of squares, a product; on a box; in one letter without a root in its
range; or because a multiple of it is.
"""

from __future__ import annotations

from typing import Any

from .bernstein import require_positive_on_box
from .expression import MATRICES, SCALARS
from .operators import Image
from .polynomial import Polynomial, Scalar, product, total
from .polynomial_signs import require_rootless
from .problem import Problem
from .reading import array, integer, rational, record, require, text
from .setting import Setting


def require_positive(problem: Problem, polynomial: Polynomial, strict: bool, proof: Any) -> None:
    """Reject unless polynomial >= 0 (> 0 if strict) follows for all allowed values of the letters."""
    setting = problem.setting
    if proof == "signs":
        known = setting.is_positive(polynomial) if strict else setting.is_nonnegative(polynomial)
        require(known, "the sign does not follow from the signs of the terms")
    elif isinstance(proof, dict) and "sum" in proof:
        require_sum(setting, polynomial, strict, record(proof, "sum")[0])
    elif isinstance(proof, dict) and "squares" in proof:
        require(not strict, "a sum of squares may be zero")
        require_squares(problem, polynomial, record(proof, "squares")[0])
    elif isinstance(proof, dict) and "multiples" in proof:
        require_multiples(problem, polynomial, strict, proof)
    elif isinstance(proof, dict) and "factors" in proof:
        require_factors(problem, polynomial, strict, record(proof, "factors")[0])
    elif isinstance(proof, dict) and "orthant" in proof:
        require(not strict, "where the multiplier is zero, the polynomial may be zero")
        require_almost_everywhere(problem, polynomial, proof)
    elif isinstance(proof, dict) and "multiplier" in proof:
        require_multiplier(problem, polynomial, strict, proof)
    elif isinstance(proof, dict) and "rootless" in proof:
        require_rootless(setting, polynomial, proof)
    else:
        box, tree = record(proof, "box", "tree")
        require_positive_on_box(setting, setting.normal(polynomial), strict, box, tree)


def require_squares(problem: Problem, polynomial: Polynomial, squares: Any) -> None:
    """The polynomial as a sum of positive multiples of squared norms ||X||^2 (of squares x^2 of scalars)."""
    difference = sum_of_squares(problem, squares) - polynomial
    require(problem.setting.is_zero(difference), "the sum of squares is not equal to the polynomial")


def sum_of_squares(problem: Problem, squares: Any) -> Polynomial:
    """The sum of pairs [positive coefficient, X], each of which stands for coefficient * ||X||^2."""
    return total(weighted_square(problem, *array(square, 2)) for square in array(squares))


def weighted_square(problem: Problem, coefficient: Any, expression: Any) -> Polynomial:
    """A positive multiple of a squared norm."""
    require(rational(coefficient) > 0, "a square with a coefficient that is not positive")
    return Polynomial.of(rational(coefficient) * squared(problem.evaluate(expression)))


def squared(value: Any) -> Scalar:
    """||X||^2, or x^2 for a scalar.

    Rejected for a value of which only a form is known: that the form is nonnegative is not known.
    """
    require(isinstance(value, (*SCALARS, *MATRICES, Image)), "a square of something that has no norm")
    return value**2 if isinstance(value, SCALARS) else value.inner(value)


def require_multiples(problem: Problem, polynomial: Polynomial, strict: bool, proof: Any) -> None:
    """The polynomial as a sum of products m s and a rest: each m is nonnegative, each s a sum of squares.

    All products are nonnegative, so that the polynomial is at least the rest, which has the sign that is asked for.
    """
    multiples, part = record(proof, "multiples", "rest")
    rest = polynomial
    for multiple in array(multiples):
        expression, sign, squares = array(multiple, 3)
        factor = Polynomial.of(problem.scalar(expression))
        require_positive(problem, factor, False, sign)
        rest = rest - factor * sum_of_squares(problem, squares)
    require_positive(problem, problem.setting.normal(rest), strict, part)


def require_factors(problem: Problem, polynomial: Polynomial, strict: bool, factors: Any) -> None:
    """The polynomial as a product of powers q^k, "[q, k, proof]".

    Even powers are nonnegative, and the other ones have q >= 0; for a positive product every q is positive.
    """
    found = Polynomial.of(1)
    for factor in array(factors):
        expression, exponent, sign = array(factor, 3)
        base, power = Polynomial.of(problem.scalar(expression)), integer(exponent, 1, 1000)
        if strict or power % 2 == 1:
            require_positive(problem, base, strict, sign)
        else:
            require(sign is None, "an even power needs no proof")
        found = found * base**power
    require(problem.setting.is_zero(found - polynomial), "the product is not equal to the polynomial")


def require_multiplier(problem: Problem, polynomial: Polynomial, strict: bool, proof: Any) -> None:
    """A multiple m p of the polynomial p has the sign.

    With m > 0 and m p >= 0, p = m p / m >= 0. With m >= 0 and m p > 0, m is not zero, hence positive, and p > 0.
    """
    expression, sign, part = record(proof, "multiplier", "sign", "product")
    multiplier = Polynomial.of(problem.scalar(expression))
    require_positive(problem, multiplier, not strict, sign)
    require_positive(problem, problem.setting.normal(multiplier * polynomial), strict, part)


def require_almost_everywhere(problem: Problem, polynomial: Polynomial, proof: Any) -> None:
    """A multiple m p of the polynomial p is nonnegative, where m >= 0 is not the zero polynomial and may have zeros.

    This uses nothing but x >= 0 for some letters x: it is shown for all real values of the letters of p, whatever these
    stand for, in the orthant C of these inequalities. If p were negative at a point of C, then also on an open set of
    points of C; there m p >= 0 and m >= 0 leave only m = 0, and a polynomial that is zero on an open set is the zero
    polynomial.
    """
    expression, orthant, sign, part = record(proof, "multiplier", "orthant", "sign", "product")
    polynomial = problem.setting.normal(polynomial)
    require(all(k > 0 for m in polynomial.terms for _, k in m), "a multiplier of something with negative powers")
    local = free_problem(problem.setting, polynomial, array(orthant))
    multiplier = Polynomial.of(local.scalar(expression))
    require(bool(multiplier), "a multiplier that is zero")
    require_positive(local, multiplier, False, sign)
    require_positive(local, multiplier * polynomial, False, part)


def free_problem(setting: Setting, polynomial: Polynomial, orthant: list[Any]) -> Problem:
    """The letters of the polynomial as any real numbers, some of them nonnegative as they are known to be."""
    problem = Problem([])
    for letter in sorted(polynomial.letters):
        problem.setting.declare_free(letter, "parameter")
    chosen = sorted(set(map(text, orthant)) & polynomial.letters)
    require(orthant == chosen, "an orthant of other letters than the polynomial has, or not in order")
    for letter in orthant:
        require(setting.is_nonnegative(Polynomial.letter(letter)), f"{letter} >= 0 is not known")
        problem.setting.learn(Polynomial.letter(letter), strict=False)
    return problem


def require_sum(setting: Setting, polynomial: Polynomial, strict: bool, terms: Any) -> None:
    """The polynomial as a sum of products of nonnegative letters, even powers and known facts, "#k" the k-th fact."""
    parts = [read_term(setting, *array(term, 3)) for term in array(terms)]
    expanded = total(part * facts for part, facts, _ in parts)
    require(setting.terms_nonnegative(total(part for part, _, _ in parts)), "a term that may be negative in a sum")
    require(setting.is_zero(expanded - polynomial), "the sum is not equal to the polynomial")
    positive = any(sure and setting.has_positive_term(part) for part, _, sure in parts)
    require(positive or not strict, "no term of the sum is known to be positive")


def read_term(setting: Setting, coefficient: Any, powers: Any, facts: Any) -> tuple[Polynomial, Polynomial, bool]:
    """A positive multiple of a monomial, the product of the facts it is multiplied by, and if these are strict."""
    require(rational(coefficient) > 0 and isinstance(powers, dict), "a term with a coefficient that is not positive")
    require(all(letter in setting.letters for letter in powers), "a letter of a sum is not declared")
    monomial = product(Polynomial.letter(letter, integer(k, -1000, 1000)) for letter, k in powers.items())
    used = [setting.facts[integer(k, 0, len(setting.facts) - 1)] for k in array(facts)]
    return monomial * rational(coefficient), product(fact.polynomial for fact in used), all(f.strict for f in used)
