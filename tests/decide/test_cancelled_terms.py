"""Positivity by cancelling terms and by products of facts: what the kernel accepts, and false inequalities."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.decide.cancelled_terms import cancelled_terms
from exactcheck.decide.products_of_facts import MOST_COLUMNS, products_of_facts
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.positivity import require_positive
from exactcheck.kernel.problem import Problem

LETTERS = "xyz"
X, Y, Z = (Polynomial.letter(name) for name in LETTERS)
DECLARED = [{"letter": name, "role": "parameter"} for name in LETTERS]


def problem(*facts):
    """x, y, z >= 0, and what else is known to be >= 0 or (as a pair with True) > 0."""
    made = Problem(DECLARED)
    for fact in (X, Y, Z, *facts):
        polynomial, strict = fact if isinstance(fact, tuple) else (fact, False)
        made.setting.learn(polynomial, strict)
    return made


def pairs(setting, polynomial, strict):
    """Products of at most two facts."""
    return products_of_facts(setting, polynomial, strict, 2)


PROVED = [
    (cancelled_terms, X * X + Y, False, ()),
    (cancelled_terms, 1 - X, False, (1 - X,)),
    (cancelled_terms, 4 - X * X, False, (2 - X,)),
    (cancelled_terms, 4 - X * Y, True, (2 - X, (2 - Y, True))),
    (cancelled_terms, 9 - (X + Y) * (X + Y), False, (3 - X - Y,)),
    (cancelled_terms, X + 1, True, ()),
    (pairs, (2 - X) * (2 - Y), False, (2 - X, 2 - Y)),
    (pairs, (X + Y - 2) * (4 - X - Y), True, ((X + Y - 2, True), (2 - X, True), (2 - Y, True))),
    (pairs, (1 - X) * Y, False, (1 - X,)),
]


@pytest.mark.parametrize("case", range(len(PROVED)))
def test_proofs_that_the_kernel_accepts(case):
    find, polynomial, strict, facts = PROVED[case]
    known = problem(*facts)
    require_positive(known, polynomial, strict, find(known.setting, polynomial, strict))


@pytest.mark.parametrize("find", [cancelled_terms, pairs])
@pytest.mark.parametrize(
    ("polynomial", "strict", "facts"),
    [
        (1 - X, False, ()),
        (1 - X, True, (1 - X,)),
        (X * Y, True, ()),
        (4 - X * Y, False, (3 - X, 2 - Y)),
        (X - Y, False, (1 - X, 1 - Y)),
    ],
)
def test_false_inequalities_have_no_proof(find, polynomial, strict, facts):
    assert find(problem(*facts).setting, polynomial, strict) is None


def test_too_many_products_are_not_tried():
    many = [k - X - Y for k in range(1, 60)]
    assert len(many) ** 2 / 2 > MOST_COLUMNS
    assert pairs(problem(*many).setting, (1 - X - Y) * (2 - X - Y), False) is None


weights = st.integers(0, 3)


@given(st.lists(st.tuples(weights, st.integers(0, 2), st.integers(0, 1)), min_size=1, max_size=4))
def test_sums_of_multiples_of_bounds_are_found(terms):
    """sum_k weight_k x^i (2 - x) or x^i (3 - x - y), in any combination."""
    facts = (2 - X, 3 - X - Y)
    polynomial = Polynomial()
    for weight, power, which in terms:
        polynomial = polynomial + Fraction(weight) * X**power * facts[which]
    known = problem(*facts)
    require_positive(known, polynomial, False, products_of_facts(known.setting, polynomial, False, 1))
