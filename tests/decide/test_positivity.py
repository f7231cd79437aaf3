"""Positivity of polynomials: what is proved holds on a grid, and each method is reached."""

from fractions import Fraction
from itertools import pairwise, product

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactcheck import point, scalar, sqrt
from exactcheck.decide import Context
from exactcheck.decide.multipliers import by_polya
from exactcheck.decide.positivity import as_sum, positivity, side_of, subdivided
from exactcheck.exact.expression import letter
from exactcheck.exact.problem import Problem
from exactcheck.kernel.positivity import require_positive
from tests.decide.rechecking import decided, verdict
from tests.kernel.strategies import fractions, value

X, Y = point("x"), point("y")


def asked(expression, assuming=()):
    """What is known of the letters, and the expression as a polynomial in them."""
    problem = Problem()
    for assumption in assuming:
        problem.assume(assumption)
    problem.write(expression)
    context = Context(problem)
    return context.setting, context.polynomial(context.evaluator.number(expression))


@pytest.mark.parametrize(
    ("expression", "assuming", "strict", "method"),
    [
        (X**2 + 1, (), False, "signs"),
        (X * Y, (X >= 0, Y >= 0), False, "signs"),
        (X * Y + 1, (X >= 0, Y >= 0), True, "signs"),
        (X**2 - 2 * X * Y + Y**2, (), False, "squares"),
        (X * Y - Y, (X >= 1, Y >= 0), False, "signs"),
        (X**3 - 8, (X >= 2,), False, "factors"),
        (X**3 - 8 + Y, (X >= 2, Y >= 0), False, "sum"),
        (X * Y - 1, (X > 1, Y > 1), True, "sum"),
        (1 - X * Y, (X >= 0, X <= 1, Y >= 0, Y <= 1), False, "sum"),
        (X**2 - X + "3/10", (X >= 0, X <= 1), True, "range"),
        (X**4 - X**3 - X + "11/10" + X**2, (X >= 0,), True, "range"),
        (X**2 + Y**2 - X - Y + "51/100", (X >= 0, X <= 1, Y >= 0, Y <= 1), True, "box"),
        (X**4 - X**3 * Y + Y**4 + 1, (), True, "multiples"),
        (X**4 - X**3 * Y + Y**4, (), False, "squares"),
        (2 - X - Y, (X**2 + Y**2 <= 2,), False, "multiples"),
        ((X**2 - 2) ** 2 * (X - 1), (X >= 1,), False, "factors"),
        ((X - Y) ** 3 * (X * Y - Y) ** 2, (X >= Y,), False, "factors"),
        ((X - Y) * (X**2 + Y**2 - X + 2), (X > Y,), True, "factors"),
        ((X * Y - 1) ** 2 + X**2, (), True, "multiplier"),
        (X**4 * Y**2 + X**2 * Y**4 + 1 - 3 * X**2 * Y**2, (), False, "multiplier"),
        (X**4 * Y**2 + X**2 * Y**4 + 2 - 3 * X**2 * Y**2, (), True, "multiplier"),
        (X - 1, (), False, None),
        (X, (X >= 0,), True, None),
        (X**2 - 2 * X + 1, (X >= 0, X <= 2), True, None),
        ((X**2 - 2) ** 2, (), True, None),
        (X**4 * Y**2 + X**2 * Y**4 + "99/100" - 3 * X**2 * Y**2, (), False, None),
        (X**3 - X, (X >= 0,), False, None),
        (X * Y, (X >= 0,), False, None),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_methods(expression, assuming, strict, method):
    proof = positivity(*asked(expression, assuming), strict)
    assert (proof if proof is None or isinstance(proof, str) else next(iter(sorted(proof)))) == method
    if method:
        assert verdict(expression > 0 if strict else expression >= 0, assuming=assuming) == "proved"


terms = st.lists(st.tuples(fractions, st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=4)
GRID = [Fraction(k, 8) for k in range(9)]


@given(terms, st.booleans())
def test_on_the_unit_square(given_terms, strict):
    p = sum((c * X**i * Y**j for c, i, j in given_terms), scalar(0))
    square = (X >= 0, X <= 1, Y >= 0, Y <= 1)
    decision = decided(p > 0 if strict else p >= 0, assuming=square)
    values = [sum(c * x**i * y**j for c, i, j in given_terms) for x, y in product(GRID, GRID)]
    if decision.verdict == "proved":
        assert min(values) > 0 if strict else min(values) >= 0
    if decision.verdict == "refuted":
        at = {name: Fraction(v) for name, v in decision.proof["at"].items()}
        x, y = at.get("x", Fraction(0)), at.get("y", Fraction(0))
        value = sum(c * x**i * y**j for c, i, j in given_terms)
        assert 0 <= x <= 1 and 0 <= y <= 1 and (value <= 0 if strict else value < 0)


@given(fractions, fractions, fractions)
def test_quadratic_polynomials_of_one_letter_are_decided_completely(a, b, c):
    holds = (a > 0 and b * b <= 4 * a * c) or (a == 0 == b and c >= 0)
    found = verdict(a * X**2 + b * X + c >= 0)
    assert (found == "proved") == holds
    assert found in (("proved",) if holds else ("refuted", "undecided"))


@given(
    st.lists(st.tuples(fractions.map(abs), st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=3),
    st.integers(-2, 1),
)
def test_products_of_gaps_are_sums(given_terms, corner):
    p = sum((c * (X - corner) ** i * (2 - Y) ** j for c, i, j in given_terms if i + j < 3), scalar(0))
    assert verdict(p >= 0, assuming=(corner <= X, Y <= 2)) == "proved"


@pytest.mark.parametrize(
    ("assuming", "expected"),
    [
        ((X >= 0,), (0, None, False, True)),
        ((X > 0,), (0, None, True, True)),
        ((X >= "1/2", X <= 3), ("1/2", 3, False, False)),
        ((X > 1, X < 2), (1, 2, True, True)),
        ((X >= 0, X >= 1, X <= 5, X <= 4), (1, 4, False, False)),
        ((2 * X >= 3, 2 * X <= 4), ("3/2", 2, False, False)),
    ],
    ids=repr,
)
def test_ranges_of_letters(assuming, expected):
    setting, _ = asked(X, assuming)
    side = side_of(setting, "x")
    lower, upper = (None if end is None else Fraction(end) for end in expected[:2])
    assert (side.lower, side.upper) == (lower, upper)


def test_a_letter_without_a_lower_bound_has_no_range():
    assert side_of(asked(X, (X <= 1,))[0], "x") is None
    setting, p = asked(1 - X, (X <= 1,))
    assert subdivided(setting, p, False) is None
    assert side_of(asked(letter("n", "size"))[0], "n").lower == 0


def test_a_sum_uses_the_squares_of_roots_before_products_of_facts():
    assuming = (X >= -1, Y >= 0)
    setting, p = asked(Y**2 + (X + 1) * Y, assuming)
    assert as_sum(setting, p, False, 0) is None and as_sum(setting, p, False, 1) is not None
    setting, p = asked(Y**2 + sqrt(X + 1, "h") ** 2 * Y, assuming)
    found = as_sum(setting, p, False, 0)
    assert sorted(found["sum"], key=str) == [["1", {"h": 2, "y": 1}, []], ["1", {"y": 2}, []]]


def test_inverse_powers_are_left_to_signs_and_sums():
    setting, p = asked(X - 1 / X, (X >= 1,))
    assert subdivided(setting, p, False) is None
    assert subdivided(*asked(X - 1, (X >= 0,)), False) is None


STRICT = [
    (Y**2, (X > 0, Y**2 >= X**2), True),
    (Y**2, (X >= 0, Y**2 >= X**2), False),
    (X * Y - 1, (X > 1, Y >= 1), True),
]


@pytest.mark.parametrize(("expression", "assuming", "positive"), STRICT)
def test_a_strict_sum_uses_what_is_positive(expression, assuming, positive):
    found = as_sum(*asked(expression, assuming), True, 1)
    assert (found is not None) == positive


Z, V, W = point("z"), point("v"), point("w")
ALL = (X, Y, Z, V, W)
HORN = [[1, -1, 1, 1, -1], [-1, 1, -1, 1, 1], [1, -1, 1, -1, 1], [1, 1, -1, 1, -1], [-1, 1, 1, -1, 1]]


def nonnegative(*letters):
    """The assumptions that letters are nonnegative."""
    return tuple(each >= 0 for each in letters)


def cyclic(body):
    """The sum over the cyclic shifts of x, y, z."""
    return body(X, Y, Z) + body(Y, Z, X) + body(Z, X, Y)


def horn(power):
    """The Horn form in powers of its variables."""
    return sum((HORN[i][j] * ALL[i] ** power * ALL[j] ** power for i in range(5) for j in range(5)), scalar(0))


MOTZKIN = X**4 * Y**2 + X**2 * Y**4 + Z**6 - 3 * X**2 * Y**2 * Z**2
ROBINSON = cyclic(lambda x, y, z: x**6 - x**4 * y**2 - x**2 * y**4) + 3 * X**2 * Y**2 * Z**2
CHOI_LAM = cyclic(lambda x, y, z: x**4 * y**2) - 3 * X**2 * Y**2 * Z**2
QUARTIC = W**4 + cyclic(lambda x, y, z: x**2 * y**2) - 4 * X * Y * Z * W
SCHUR = cyclic(lambda x, y, z: x * (x - y) * (x - z))
MEANS = cyclic(lambda x, y, z: x**3) - 3 * X * Y * Z
SCHEIDERER = X**4 + X * Y**3 + Y**4 - 3 * X**2 * Y * Z - 4 * X * Y**2 * Z + 2 * X**2 * Z**2 + X * Z**3 + Y * Z**3 + Z**4
CLASSICAL = {
    "Motzkin": (MOTZKIN, ()),
    "Robinson": (ROBINSON, ()),
    "Choi and Lam, three variables": (CHOI_LAM, ()),
    "Choi and Lam, four variables": (QUARTIC, ()),
    "Horn, squares": (horn(2), ()),
    "Horn": (horn(1), nonnegative(*ALL)),
    "Schur": (SCHUR, nonnegative(X, Y, Z)),
    "arithmetic and geometric mean": (MEANS, nonnegative(X, Y, Z)),
}


@pytest.mark.parametrize("name", CLASSICAL)
def test_classical_inequalities(name):
    p, assuming = CLASSICAL[name]
    assert verdict(p >= 0, assuming=assuming) == "proved"
    assert verdict(p > 0, assuming=assuming) == "refuted"
    assert verdict(p - sum(x**2 for x in ALL) ** 3 / 1000 >= 0, assuming=assuming) == "refuted"


def test_what_only_irrational_squares_show_is_left_open():
    assert verdict(SCHEIDERER >= 0) == "undecided"


def test_strictly_positive_where_some_letters_are():
    p = cyclic(lambda x, y, z: x**3) - 2 * X * Y * Z
    assert verdict(p > 0, assuming=(X > 0, Y > 0, Z >= 0)) == "proved"
    assert verdict(p > 0, assuming=nonnegative(X, Y, Z)) == "refuted"


@pytest.mark.parametrize(
    ("p", "assuming"),
    [
        (X**4 - 3 * X**2 + 2, ()),
        (X**2 * Y**2 - 2 * X * Y + X**2 + "9/10", ()),
        (X**3 - X + "9/25", (X >= 0,)),
        (3 - X - Y - X * Y - "1/100", (X**2 + Y**2 <= 2, X + Y >= 0)),
    ],
    ids=repr,
)
def test_negative_between_simple_points(p, assuming):
    assert verdict(p >= 0, assuming=assuming) == "refuted"


whole = st.integers(-3, 3)
monomials = st.sampled_from([scalar(1), X, Y, X * Y, X**2, Y**2])
roots = st.lists(st.tuples(whole, monomials), min_size=1, max_size=3)


def combined(pairs):
    """A combination of monomials."""
    return sum((c * m for c, m in pairs), scalar(0))


@given(st.lists(roots, min_size=1, max_size=3), st.booleans())
def test_sums_of_squares_are_proved(given_roots, strict):
    p = sum((combined(pairs) ** 2 for pairs in given_roots), scalar(int(strict)))
    assert verdict(p > 0 if strict else p >= 0) == "proved"


@given(st.lists(st.tuples(whole, monomials, monomials), min_size=1, max_size=5), st.tuples(whole, whole))
def test_what_is_negative_somewhere_is_never_proved(products, at):
    p = sum((c * a * b for c, a, b in products), scalar(0))
    values = dict(zip("xy", map(Fraction, at), strict=True))
    setting, polynomial = asked(p)
    shifted = polynomial - Fraction(1, 10) - value(polynomial, values)
    assert positivity(setting, shifted, False) is None


@settings(max_examples=30)
@given(st.lists(whole, min_size=2, max_size=6), whole, st.booleans())
def test_polynomials_in_one_letter_are_decided_on_a_half_line(coefficients, lower, strict):
    t = sympy.Symbol("t")
    exact = sympy.Poly(coefficients, t)
    p = sum((c * X**k for k, c in enumerate(reversed(coefficients))), scalar(0))
    proof = positivity(*asked(p, (lower <= X,)), strict)
    assert (proof is not None) == holds(exact, lower, strict)
    if proof is not None:
        assert verdict(p > 0 if strict else p >= 0, assuming=(lower <= X,)) == "proved"


def holds(polynomial, lower, strict):
    """True if the polynomial is nonnegative (positive) from the lower end on, by its values between its roots."""
    roots = sorted({r for r in polynomial.real_roots() if r >= lower}) if polynomial.degree() > 0 else []
    ends = [sympy.Integer(lower), *roots]
    between = [(a + b) / 2 for a, b in pairwise(ends)] + [ends[-1] + 1, sympy.Integer(lower)]
    signs = [sympy.sign(polynomial.eval(each)) for each in between]
    return all(s >= 0 for s in signs) and not (strict and (roots or 0 in signs))


BINARY = X**2 - X * Y + Y**2
POLYA = [
    (BINARY, (X >= 0, Y >= 0), False, ["multiplier", "orthant", "product", "sign"]),
    (BINARY, (X > 0, Y > 0), False, ["multiplier", "product", "sign"]),
    (BINARY, (X > 0, Y >= 0), True, ["multiplier", "product", "sign"]),
    (BINARY + 1, (X >= 0, Y >= 0), True, ["multiplier", "product", "sign"]),
    (X**2 - 2 * X * Y + Y**2, (X >= 0, Y >= 0), False, None),
]


@pytest.mark.parametrize(("p", "assuming", "strict", "fields"), POLYA, ids=repr)
def test_powers_of_the_sum_of_nonnegative_letters(p, assuming, strict, fields):
    setting, polynomial = asked(p, assuming)
    proof = by_polya(setting, polynomial, strict)
    assert (proof if proof is None else sorted(proof)) == fields
    if proof is not None:
        problem = Problem()
        for assumption in assuming:
            problem.assume(assumption)
        kernel = Context(problem).kernel
        require_positive(kernel, polynomial, strict, proof)


@pytest.mark.parametrize("strict", [False, True])
def test_negative_points_that_are_not_allowed_do_no_harm(strict):
    p = X**2 * Y + Y + X * Y
    assert verdict(p > 0 if strict else p >= 0, assuming=(Y > 0, X >= -1)) == "proved"
