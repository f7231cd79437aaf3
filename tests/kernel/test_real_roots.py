"""Counting, isolating and narrowing real roots against Sturm's theorem, sympy and FLINT."""

from fractions import Fraction
from itertools import pairwise

import pytest
import sympy
from flint import ctx, fmpq_poly, fmpz_poly
from hypothesis import assume, given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.integer_polynomials import primitive, squarefree_part, value_at
from exactcheck.kernel.real_roots import isolated, narrowed, require_isolated, root_bound, roots_between

coefficients = st.lists(st.integers(-9, 9), min_size=2, max_size=6).filter(lambda c: c[-1] != 0)
ends = st.tuples(st.fractions(-5, 5, max_denominator=4), st.fractions(-5, 5, max_denominator=4))
# linear factors with roots at 0, at ends, and in the middle of halved intervals, with multiplicities, and others
factors = st.lists(
    st.one_of(
        st.builds(lambda a, b: [-a, b], st.integers(-8, 8), st.sampled_from([1, 2, 4, 3])),
        st.lists(st.integers(-20, 20), min_size=3, max_size=5).filter(lambda c: c[-1] != 0),
    ),
    min_size=1,
    max_size=5,
)


def product(parts):
    """The product of polynomials."""
    result = fmpz_poly([1])
    for part in parts:
        result *= fmpz_poly(part)
    return tuple(int(c) for c in result.coeffs())


def sturm_chain(polynomial):
    """The polynomial, its derivative, and the negated remainders."""
    chain = [fmpq_poly(list(polynomial)), fmpq_poly(list(polynomial)).derivative()]
    while rest := -(chain[-2] % chain[-1]):
        chain.append(rest)
    return chain


def by_sturm(polynomial, lower, upper):
    """The number of different roots between two numbers that are no roots."""
    chain = sturm_chain(polynomial)
    signs = [[value for p in chain if (value := p(sympy_to_flint(end)))] for end in (lower, upper)]
    below, above = (sum((a > 0) != (b > 0) for a, b in pairwise(values)) for values in signs)
    return below - above


def sympy_to_flint(value):
    """A fraction of FLINT."""
    return fmpq_poly([value.numerator])(0) / value.denominator


def is_root(polynomial, x):
    """True if the polynomial is zero there."""
    return value_at(polynomial, x.numerator, x.denominator) == 0


def sign(polynomial, x):
    """The sign of a value."""
    value = value_at(polynomial, x.numerator, x.denominator)
    return (value > 0) - (value < 0)


def isolates(polynomial, interval):
    """What the kernel says."""
    try:
        require_isolated(primitive([Fraction(c) for c in polynomial]), interval)
    except Rejected:
        return False
    return True


@given(factors, ends)
def test_the_number_of_roots_is_the_one_of_sturm_and_of_sympy(parts, interval):
    polynomial, (lower, upper) = product(parts), sorted(interval)
    size = root_bound(polynomial)
    assert roots_between(polynomial) == by_sturm(polynomial, -size, size)
    assume(lower < upper)
    closed = sympy.Poly(polynomial[::-1], sympy.Symbol("x")).count_roots(*map(sympy.Rational, (lower, upper)))
    assert roots_between(polynomial, lower, upper) == closed - is_root(polynomial, lower) - is_root(polynomial, upper)
    if not is_root(polynomial, lower):
        assert roots_between(polynomial, lower) == by_sturm(polynomial, lower, size + abs(lower))
        assert roots_between(polynomial, None, lower) == by_sturm(polynomial, -size - abs(lower), lower)


@given(factors)
def test_the_intervals_are_disjoint_and_hold_one_root_each(parts):
    polynomial = product(parts)
    found = isolated(polynomial)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
    for lower, upper in found:
        assert is_root(polynomial, lower) if lower == upper else roots_between(polynomial, lower, upper) == 1


@pytest.mark.parametrize(("degree", "a", "count"), [(5, 50, 3), (12, 1000, 4), (24, 10**6, 4)])
def test_roots_close_to_each_other(degree, a, count):
    # Mignotte: x^n - 2 (a x - 1)^2 has two roots near 1 / a
    polynomial = (-2, 4 * a, -2 * a * a, *[0] * (degree - 3), 1)
    assert roots_between(polynomial) == count
    close = isolated(polynomial, Fraction(1, 2 * a), Fraction(2, a))
    assert len(close) == 2 and all(isolates(polynomial, interval) for interval in close)


@pytest.mark.parametrize("degree", [16, 40])
def test_the_number_of_roots_of_a_large_polynomial_is_the_one_of_flint(degree):
    parts = [[-(7**k) % 1009 - 500, k + 3] for k in range(degree // 4)]
    rest = [(-1) ** (k // 3) * (10**40 + 3) ** (k % 4) for k in range(degree + 1 - degree // 4)]
    polynomial = product([*parts, rest])
    roots = [root for root, _ in fmpz_poly(list(polynomial)).complex_roots() if root.imag == 0]
    assert roots_between(polynomial) == len(roots) >= len(parts)


def test_constants_have_no_roots_and_zero_is_rejected():
    assert roots_between((7,)) == roots_between((-7,), Fraction(0), Fraction(1)) == 0
    with pytest.raises(Rejected):
        roots_between((1, 1), Fraction(1), Fraction(1))


@given(coefficients)
def test_no_root_reaches_the_bound(polynomial):
    size = root_bound(tuple(polynomial))
    with ctx.workprec(100):
        assert all(abs(root) < int(size) or size < 1 for root, _ in fmpz_poly(polynomial).complex_roots())


@given(coefficients, ends)
def test_an_interval_is_accepted_exactly_if_it_holds_one_root(polynomial, interval):
    x = sympy.Symbol("x")
    p = sympy.Poly(polynomial[::-1], x)
    lower, upper = map(sympy.Rational, interval)
    squarefree = sympy.gcd(p, p.diff(x)).degree() == 0
    inside = lower < upper and p.eval(lower) != 0 and p.eval(upper) != 0 and p.count_roots(lower, upper) == 1
    assert isolates(polynomial, interval) == (squarefree and inside)


@given(factors, st.data(), st.integers(0, 200), st.integers(0, 200))
def test_narrowing_keeps_the_root(parts, data, bits, more):
    polynomial = squarefree_part(product(parts))
    intervals = [interval for interval in isolated(polynomial) if isolates(polynomial, interval)]
    assume(intervals)
    interval = data.draw(st.sampled_from(intervals))
    lower, upper = narrowed(polynomial, interval, bits)
    first, last = narrowed(polynomial, interval, bits + more)
    assert interval[0] <= lower <= first <= last <= upper <= interval[1]
    assert upper - lower <= Fraction(1, 2**bits)
    signs = {sign(polynomial, lower), sign(polynomial, upper)}
    assert signs == ({0} if lower == upper else {1, -1})


@pytest.mark.parametrize("bits", [5, 32, 64, 100, 1000])
def test_a_root_that_is_met_is_a_point(bits):
    interval, root = (Fraction(0), Fraction(1)), Fraction(3**20, 2**35)
    polynomial = primitive([-root, Fraction(1)])
    expected = (root, root) if bits >= 35 else (Fraction(int(root * 2**bits), 2**bits),) * 2
    lower, upper = narrowed(polynomial, interval, bits)
    assert lower == expected[0] and upper == expected[1] + (Fraction(1, 2**bits) if bits < 35 else 0)


@pytest.mark.parametrize("bits", [40, 300, 2000])
def test_narrow_intervals_are_the_ones_of_flint(bits):
    polynomial = (-3, 1, -(10**30), 0, 5, 10**9)
    (interval,) = isolated(polynomial, Fraction(0))
    with ctx.workprec(bits + 100):
        (root,) = (r.real for r, _ in fmpz_poly(list(polynomial)).complex_roots() if r.imag == 0 and r.real > 0)
        lower, upper = (sympy_to_flint(end) for end in narrowed(polynomial, interval, bits))
        assert root > lower and root < upper


@pytest.mark.parametrize(
    ("polynomial", "interval"),
    [
        ([4, -4, 1], (1, 3)),  # a double root
        ([-2, 0, 1], (-2, 2)),  # two roots
        ([1, 0, 1], (-2, 2)),  # none
        ([-2, 0, 1], (2, 1)),  # the ends the wrong way round
        ([0, -1, 1], (0, 2)),  # a root at an end
        ([5], (0, 1)),
        ([0, 0], (-1, 1)),
        ([], (-1, 1)),
    ],
)
def test_what_isolates_no_root_is_rejected(polynomial, interval):
    assert not isolates(polynomial, tuple(map(Fraction, interval)))
