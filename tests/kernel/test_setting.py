"""Signs: of algebraic numbers against sympy, and over letters only what holds for all values."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.setting import Setting
from tests.kernel.strategies import fractions, points, polynomials, value

NUMBERS = [
    {"letter": "a", "root": "2"},
    {"letter": "b", "root": "3"},
    {"letter": "c", "root": ["+", ["letter", "a"], "1"]},
    {"letter": "d", "polynomial": ["-2", "0", "0", "1"], "interval": ["1", "2"]},
]
VALUES = {"a": sympy.sqrt(2), "b": sympy.sqrt(3), "c": sympy.sqrt(sympy.sqrt(2) + 1), "d": sympy.cbrt(2)}
exponents = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 3), max_size=2)
sums = st.lists(st.tuples(fractions, exponents), max_size=4)


def number(terms):
    """The polynomial in the algebraic letters, and its value in sympy."""
    polynomial, exact = Polynomial(), sympy.Integer(0)
    for coefficient, powers in terms:
        polynomial = polynomial + Polynomial({tuple(sorted(powers.items())): coefficient})
        exact += sympy.Rational(coefficient) * sympy.prod(VALUES[x] ** k for x, k in powers.items())
    return polynomial, exact


@given(sums)
def test_the_sign_of_an_algebraic_number_agrees_with_sympy(terms):
    polynomial, exact = number(terms)
    expected = sympy.N(exact, 60)
    if abs(expected) > sympy.Float("1e-40"):
        assert Problem(NUMBERS).setting.sign(polynomial) == (1 if expected > 0 else -1)
    else:
        assert Problem(NUMBERS).setting.sign(polynomial) == 0


@given(sums, st.integers(0, 60), st.integers(0, 60))
def test_enclosures_hold_the_number_and_are_nested(terms, bits, more):
    polynomial, exact = number(terms)
    setting = Problem(NUMBERS).setting
    (lower, upper), (first, last) = setting.enclosure(polynomial, bits), setting.enclosure(polynomial, bits + more)
    assert lower <= first <= last <= upper
    assert first - Fraction(1, 10**40) < Fraction(str(sympy.N(exact, 60))) < last + Fraction(1, 10**40)


@pytest.mark.parametrize("polynomial", [["-2", "0", "1", "0"], ["0"], []])
def test_a_polynomial_is_written_without_leading_zeros(polynomial):
    with pytest.raises(Rejected, match="leading coefficient"):
        Problem([{"letter": "a", "polynomial": polynomial, "interval": ["1", "2"]}])


def test_numbers_with_negative_powers_have_no_enclosure():
    with pytest.raises(Rejected, match="negative power"):
        Problem(NUMBERS).setting.enclosure(Polynomial.letter("a", -1), 32)


def test_a_difference_of_1e_40_is_seen():
    setting = Problem(NUMBERS).setting
    a = Polynomial.letter("a")
    near = Fraction(int(sympy.floor(sympy.sqrt(2) * 10**40)), 10**40)
    assert setting.sign(a - near) == 1
    assert setting.sign(near + Fraction(1, 10**40) - a) == 1


def test_a_zero_that_no_rule_shows_is_not_decided():
    setting = Problem([*NUMBERS, {"letter": "e", "root": "6"}]).setting
    with pytest.raises(Rejected, match="not determined"):
        setting.sign(Polynomial.letter("a") * Polynomial.letter("b") - Polynomial.letter("e"))


def with_letters(*assumptions):
    """Letters x, y, z with assumptions of the form (name, relation, bound)."""
    letters = [{"letter": x, "role": "point"} for x in "xyz"]
    assumed = [{"assume": [["letter", x], relation, bound]} for x, relation, bound in assumptions]
    return Problem([*letters, *assumed]).setting


@given(polynomials, points)
def test_what_is_called_positive_is_positive(p, at):
    setting = with_letters(("x", ">", "0"), ("y", ">=", "0"))
    allowed = {"x": abs(at["x"]) + 1, "y": abs(at["y"]), "z": at["z"]}
    if setting.is_positive(p):
        assert value(p, allowed) > 0
    if setting.is_nonnegative(p):
        assert value(p, allowed) >= 0
    if setting.is_zero(p):
        assert value(p, allowed) == 0


def test_signs_of_letters_are_not_guessed():
    setting = with_letters()
    x = Polynomial.letter("x")
    assert not setting.is_nonnegative(x)
    assert setting.is_nonnegative(x**2)
    assert not setting.is_positive(x**2)
    assert setting.is_positive(x**2 + 1)
    assert not setting.is_nonnegative(x**2 - x + 1)


@pytest.mark.parametrize(
    ("relation", "nonnegative", "positive"), [(">", True, True), (">=", True, False), ("<", False, False)]
)
def test_a_number_times_a_letter(relation, nonnegative, positive):
    letters = [{"letter": "x", "role": "point"}, {"assume": [["letter", "x"], relation, "0"]}]
    setting = Problem([*NUMBERS, *letters]).setting
    a, x = Polynomial.letter("a"), Polynomial.letter("x")
    assert setting.is_nonnegative(x * (2 - a)) == nonnegative
    assert setting.is_positive(x * (2 - a)) == positive
    assert not setting.is_nonnegative(x * (1 - a)) or relation == "<"
    assert not setting.is_positive(x**2 * (1 - a))


def test_a_letter_can_be_inverted_only_if_it_is_positive():
    assert with_letters(("x", ">", "0")).inverse(Polynomial.letter("x"), 2) == Polynomial.letter("x", -2)
    for setting in (with_letters(("x", ">=", "0")), with_letters()):
        with pytest.raises(Rejected):
            setting.inverse(Polynomial.letter("x"), 1)
    with pytest.raises(Rejected):
        with_letters(("x", ">", "0")).inverse(Polynomial.letter("x") + 1, 1)


def test_bounds_give_signs():
    assert with_letters(("x", ">=", "1")).is_positive(Polynomial.letter("x"))
    assert with_letters(("x", ">", "0")).is_positive(Polynomial.letter("x"))
    assert not with_letters(("x", ">=", "-1")).is_nonnegative(Polynomial.letter("x"))
    assert not with_letters(("x", "<=", "1")).is_nonnegative(Polynomial.letter("x"))


BAD = {
    "twice": [{"letter": "x", "role": "point"}, {"letter": "x", "role": "size"}],
    "no role": [{"letter": "x", "role": "atom"}],
    "root of a negative number": [{"letter": "x", "root": "-1"}],
    "root that may not be real": [{"letter": "x", "role": "point"}, {"letter": "y", "root": ["letter", "x"]}],
    "block that may be negative": [
        {"letter": "n", "role": "size"},
        {"block": "p", "size": ["+", ["letter", "n"], "-1"]},
    ],
    "half a block": [{"letter": "n", "role": "size"}, {"block": "p", "size": ["*", "1/2", ["letter", "n"]]}],
    "block of a parameter": [
        {"letter": "x", "role": "parameter"},
        {"assume": [["letter", "x"], ">", "0"]},
        {"block": "p", "size": ["letter", "x"]},
    ],
    "no isolated root": [{"letter": "x", "polynomial": ["-2", "0", "1"], "interval": ["-2", "2"]}],
    "unknown field": [{"letter": "x", "role": "point", "more": 1}],
    "empty": [{}],
    "no object": ["x"],
    "undeclared letter": [{"assume": [["letter", "x"], ">", "0"]}],
    "no comparison": [{"letter": "x", "role": "point"}, {"assume": [["letter", "x"], "!=", "0"]}],
    "block twice": [{"block": "p", "size": "2"}, {"block": "p", "size": "2"}],
    "name twice": [{"define": "p", "as": "2"}, {"define": "p", "as": "2"}],
    "not in lowest terms": [{"define": "p", "as": "2/4"}],
    "float": [{"define": "p", "as": 0.5}],
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_declaration_is_rejected(name):
    with pytest.raises(Rejected):
        Problem(BAD[name])


def test_values_must_be_allowed():
    setting_problem = Problem([{"letter": "x", "role": "point"}, {"assume": [["letter", "x"], ">", "0"]}])
    assert setting_problem.at({"x": Fraction(1)}).letters == {}
    for values in ({"x": Fraction(0)}, {"x": Fraction(-1)}, {"y": Fraction(1)}):
        with pytest.raises(Rejected):
            setting_problem.at(values)


def test_a_size_is_a_whole_number():
    problem = Problem([{"letter": "n", "role": "size"}, {"block": "p", "size": ["letter", "n"]}])
    assert isinstance(problem.at({"n": Fraction(2)}), Setting)
    for bad in (Fraction(-1), Fraction(1, 2)):
        with pytest.raises(Rejected):
            problem.at({"n": bad})


def test_an_orthonormal_family_must_fit():
    letters = [{"letter": "n", "role": "size"}, {"letter": "r", "role": "size"}]
    blocks = [{"block": "p", "size": ["letter", "n"]}, {"block": "q", "size": ["letter", "r"]}]
    family = [{"define": "Q", "as": ["generic", "Q", ["p"], ["q"], "none", "f"]}]
    with pytest.raises(Rejected, match="fit"):
        Problem([*letters, *blocks, *family])
    problem = Problem([*letters, {"assume": [["letter", "n"], ">=", ["letter", "r"]]}, *blocks, *family])
    problem.at({"n": Fraction(2), "r": Fraction(2)})
    with pytest.raises(Rejected):
        problem.at({"n": Fraction(1), "r": Fraction(2)})


def test_algebraic_letters_survive_in_a_setting_with_values():
    problem = Problem([*NUMBERS, {"letter": "x", "role": "point"}])
    assert problem.at({"x": Fraction(1)}).sign(Polynomial.letter("d") - 1) == 1


def test_a_letter_has_no_sign_as_a_number():
    with pytest.raises(Rejected, match="no single value"):
        with_letters(("x", ">", "0")).sign(Polynomial.letter("x"))


MINIMUM = [
    {"letter": "x", "role": "point"},
    {"assume": [["letter", "x"], ">=", "0"]},
    {"letter": "m", "minimum": [["letter", "x"], "2"]},
]


def test_a_minimum_is_none_the_larger_and_one_of_the_two():
    setting = Problem(MINIMUM).setting
    m, x = Polynomial.letter("m"), Polynomial.letter("x")
    assert setting.is_nonnegative(m)
    assert not setting.is_positive(m)
    assert setting.is_nonnegative(x - m)
    assert setting.is_nonnegative(2 - m)
    assert not setting.is_nonnegative(m - x)
    assert setting.is_zero((x - m) * (2 - m))
    assert setting.is_zero(m**3 - m * ((x + 2) * m - 2 * x))
    assert not setting.is_zero(m - x)


@pytest.mark.parametrize(("x", "least"), [("1", "1"), ("2", "2"), ("5/2", "2"), ("0", "0")])
def test_a_minimum_at_values(x, least):
    setting = Problem(MINIMUM).at({"x": Fraction(x)})
    m = Polynomial.letter("m")
    assert setting.sign(m - Fraction(least)) == 0
    assert setting.sign(m - Fraction(least) - 1) == -1


def test_the_minimum_of_irrational_numbers():
    problem = Problem([*NUMBERS, {"letter": "least", "minimum": [["letter", "d"], "1"]}])
    assert problem.setting.sign(Polynomial.letter("least") - 1) == 0


def test_a_minimum_that_may_be_zero_does_not_divide():
    setting = Problem(MINIMUM).setting
    with pytest.raises(Rejected):
        setting.normal(Polynomial.letter("m", -1))
