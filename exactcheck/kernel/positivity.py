"""Why a polynomial in letters is positive or nonnegative: by signs, as a sum, by squares, or on a box."""

from typing import Any

from .bernstein import require_positive_on_box
from .expression import MATRICES, SCALARS
from .operators import Image
from .polynomial import Polynomial, Scalar, product, total
from .problem import Problem
from .reading import array, integer, rational, record, require
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
    else:
        box, tree = record(proof, "box", "tree")
        require_positive_on_box(setting, setting.normal(polynomial), strict, box, tree)


def require_squares(problem: Problem, polynomial: Polynomial, squares: Any) -> None:
    """The polynomial as a sum of positive multiples of squared norms ||X||^2 (of squares x^2 of scalars)."""
    total_ = Polynomial()
    for square in array(squares):
        coefficient, expression = array(square, 2)
        require(rational(coefficient) > 0, "a square with a coefficient that is not positive")
        value = problem.evaluate(expression)
        total_ = total_ + rational(coefficient) * squared(value)
    require(problem.setting.is_zero(total_ - polynomial), "the sum of squares is not equal to the polynomial")


def squared(value: Any) -> Scalar:
    """||X||^2, or x^2 for a scalar.

    Rejected for a value of which only a form is known: that the form is nonnegative is not known.
    """
    require(isinstance(value, (*SCALARS, *MATRICES, Image)), "a square of something that has no norm")
    return value**2 if isinstance(value, SCALARS) else value.inner(value)


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
