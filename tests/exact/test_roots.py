"""Square roots and real roots against sympy's."""

from fractions import Fraction
from math import isqrt

import pytest
import sympy
from hypothesis import assume, given
from hypothesis import strategies as st

from exactcheck import InputError, point, real_root, sqrt
from tests.exact.test_ring import normal
from tests.exact.trees import plain
from tests.kernel.strategies import fractions

T = sympy.Symbol("t")
coefficients = st.lists(st.integers(-5, 5), min_size=2, max_size=6).filter(any)


@given(fractions.map(abs))
def test_a_square_root_squares_to_its_argument(value):
    assert normal(sqrt(value) ** 2) == ({(): value} if value else {})
    p, q = value.numerator, value.denominator
    is_square = isqrt(p) ** 2 == p and isqrt(q) ** 2 == q
    assert (sqrt(value).value is not None) == is_square
    if is_square:
        assert plain(sqrt(value).value) == Fraction(isqrt(p), isqrt(q))


@given(st.integers(1, 200))
def test_the_part_outside_of_the_root_is_that_of_sympy(value):
    ((powers, outside),) = normal(sqrt(value)).items()
    inside = 1
    for name, exponent in powers:
        assert exponent == 1
        inside *= int(name.removeprefix("sqrt"))
    assert outside * sympy.sqrt(inside) == sympy.sqrt(value)
    assert sympy.ntheory.factor_.core(inside) == inside


@pytest.mark.parametrize("value", [-1, "-1/2", -2])
def test_negative_numbers_have_no_root(value):
    with pytest.raises(InputError, match=f"square root of the negative number {value}"):
        sqrt(value)


@pytest.mark.parametrize(("value", "words"), [(0.25, "float 0.25"), ("0.25", "1/4"), ("two", "not a rational")])
def test_roots_of_what_is_no_number(value, words):
    with pytest.raises(InputError, match=words):
        sqrt(value)


def test_the_root_of_an_expression_is_a_letter_with_a_name():
    assert repr(sqrt(point("x") + 1, "h")) == "h"
    assert repr(sqrt(12)) == "2 sqrt3"


@given(coefficients, fractions, fractions)
def test_a_real_root_is_isolated_as_sympy_counts(lowest_first, one, other):
    lower, upper = sorted((one, other))
    polynomial = sympy.Poly(lowest_first[::-1], T, domain="QQ")
    assume(polynomial.degree() > 0 and lower < upper)
    at_ends = any(polynomial.eval(sympy.Rational(end)) == 0 for end in (lower, upper))
    inside = [] if at_ends else [r for r in set(sympy.real_roots(polynomial)) if lower < r < upper]
    if len(inside) != 1:
        with pytest.raises(InputError, match="exactly one root"):
            real_root(lowest_first, lower, upper)
        return
    found, (expected,) = real_root(lowest_first, lower, upper), inside
    if expected.is_Rational:
        assert plain(found.value) == Fraction(int(expected.p), int(expected.q))
        return
    letter = found.arguments[0]
    minimal = sympy.Poly([int(c) for c in reversed(letter.polynomial.coeffs())], T)
    assert minimal.is_irreducible
    assert sympy.Poly(sympy.minimal_polynomial(expected, T), T).primitive()[1] in (minimal, -minimal)
    assert [plain(end) for end in letter.interval] == [lower, upper]


def near_root_2(digits):
    """The largest multiple of 10^-digits below the root of 2."""
    return Fraction(isqrt(2 * 100**digits), 10**digits)


@pytest.mark.parametrize("digits", [10, 40, 300])
def test_ends_that_are_close_to_the_root(digits):
    below = near_root_2(digits)
    above = below + Fraction(1, 10**digits)
    assert repr(real_root([-2, 0, 1], below, above)) == "theta"
    for outside in ((1, below), (above, 2)):
        with pytest.raises(InputError, match="exactly one root"):
            real_root([-2, 0, 1], *outside)


def test_a_second_root_close_to_an_end_is_seen():
    # the roots of (t^2 - 2) (t^2 - 3)
    with pytest.raises(InputError, match="exactly one root"):
        real_root([6, 0, -5, 0, 1], near_root_2(40), 2)


def test_a_multiple_rational_root_is_a_number():
    assert plain(real_root([1, -2, 1], 0, 2).value) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([3], 0, 1), "constant polynomial"),
        (([], 0, 1), "constant polynomial"),
        (([0, 0], 0, 1), "constant polynomial"),
        (([-2, 0, 1], 2, 1), "exactly one root"),
        (([-2, 0, 1], -2, 2), "exactly one root"),
        (([-4, 0, 1], 0, 2), "exactly one root"),
        (([1, 0, 1], -2, 2), "exactly one root"),
        (([-2, 0, 1], 1.5, 2), "lower: the float 1.5"),
        (([-2, 0, 1], 1, "1.5"), 'upper: .* write "3/2"'),
        (([-2, 0.5, 1], 1, 2), "coefficients: the float 0.5"),
    ],
)
def test_what_does_not_isolate_one_root(arguments, words):
    with pytest.raises(InputError, match=words):
        real_root(*arguments)
