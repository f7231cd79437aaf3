"""The checks that are printed with sympy code, against the engine and against other algorithms."""

from itertools import product

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy import Integer, Matrix, Rational, cos, root, sqrt, symbols

from exactcheck import matrix, verify_statements
from exactcheck.landscape import strictly_copositive as stated_strictly_copositive
from exactcheck.report.exports import checks

SMALL = st.integers(-3, 3)
RADICALS = st.sampled_from([sqrt(2), sqrt(3), sqrt(6), root(2, 4), sqrt(1 + sqrt(2)), Rational(1, 3), Integer(2)])


def symmetric(entries):
    """The symmetric matrix with these entries on and above the diagonal."""
    size = next(n for n in range(1, 9) if n * (n + 1) // 2 == len(entries))
    places = [(i, j) for i in range(size) for j in range(i, size)]
    found = dict(zip(places, entries, strict=True))
    return Matrix(size, size, lambda i, j: found[min(i, j), max(i, j)])


FORMS = st.sampled_from([1, 3, 6, 10]).flatmap(lambda n: st.lists(SMALL, min_size=n, max_size=n)).map(symmetric)


@given(st.lists(st.tuples(SMALL, RADICALS, RADICALS), min_size=1, max_size=4))
def test_signs_of_sums_of_radicals(terms):
    value = sum(c * a * b for c, a, b in terms)
    near = sympy.N(value, 60)
    assert checks.sign(value) == (0 if abs(near) < Rational(1, 10**50) else sympy.sign(near))
    low, high = checks.bounds(sympy.expand(value), 20)
    assert Rational(low.numerator, low.denominator) <= near + Rational(1, 10**50)
    assert Rational(high.numerator, high.denominator) >= near - Rational(1, 10**50)


def test_signs_that_need_many_digits_or_are_not_found():
    tiny = sqrt(2) - Rational(sympy.integer_nthroot(2 * 10**120, 2)[0], 10**60)
    assert checks.sign(tiny) == 1
    assert checks.sign(-tiny) == -1
    assert checks.sign(1 / (sqrt(2) - Rational(1, 10**9))) == 1
    with pytest.raises(ValueError, match="is not found"):
        checks.sign(sqrt(2 + sqrt(3)) - sqrt(6) / 2 - sqrt(2) / 2)
    with pytest.raises(AssertionError, match="not made of rational numbers and roots"):
        checks.sign(cos(1))
    assert checks.sign(checks.real_root_between([-2, 0, 0, 1], 1, 2) - Rational(126, 100)) == -1
    with pytest.raises(AssertionError):
        checks.real_root_between([-1, 0, 1], -2, 2)


@given(FORMS)
def test_strict_copositivity_as_the_engine_decides_it(form):
    decided = verify_statements(stated_strictly_copositive(matrix(form.tolist()))).verdict
    assert checks.strictly_copositive(form) == (decided == "proved")
    assert checks.positive_on_cone(form, []) == (decided == "proved")


@given(FORMS, st.sets(st.integers(0, 3)))
def test_cones_with_free_coordinates_as_the_engine_decides_them(form, chosen):
    free = [i for i in chosen if i < form.rows]
    decided = verify_statements(stated_strictly_copositive(matrix(form.tolist()), free=free)).verdict
    assert checks.positive_on_cone(form, free) == (decided == "proved")


@given(FORMS)
def test_components_are_the_finest_blocks(form):
    blocks = checks.components(form)
    assert sorted(i for block in blocks for i in block) == list(range(form.rows))
    owner = {i: k for k, block in enumerate(blocks) for i in block}
    assert all(owner[i] == owner[j] for i, j in product(range(form.rows), repeat=2) if form[i, j] != 0)
    assert all(len(block) == 1 or all(any(form[i, j] for j in block if j != i) for i in block) for block in blocks)


def test_the_horn_matrix_is_not_strictly_copositive_but_nearly():
    horn = Matrix(5, 5, lambda i, j: -1 if (i - j) % 5 in (1, 4) else 1)
    assert not checks.strictly_copositive(horn)
    assert checks.strictly_copositive(horn + Rational(1, 10**6) * sympy.eye(5))
    assert not checks.strictly_copositive(horn - Rational(1, 10**6) * sympy.eye(5))


@given(st.lists(SMALL, min_size=15, max_size=15), st.tuples(SMALL, SMALL))
def test_taylor_is_what_sympy_differentiates(coefficients, at):
    def f(x):
        powers = [(i, j) for i in range(5) for j in range(5 - i)]
        return sum(c * x[0] ** i * x[1] ** j for c, (i, j) in zip(coefficients, powers, strict=True))

    point = Matrix(at)
    gradient, hessian = checks.taylor(f, [point])
    x = Matrix(symbols("x y"))
    values = dict(zip(x, point, strict=True))
    assert gradient == [f(x).diff(v).subs(values) for v in x]
    assert hessian == sympy.hessian(f(x), list(x)).subs(values)
    along = Matrix([1, 2])
    assert checks.directional_derivative(f, [point], [along]) == gradient[0] + 2 * gradient[1]
    assert checks.directional_derivative(f, [point], [along], [along]) == (along.T * hessian * along)[0]


ONE, NONE = Integer(1), None


@pytest.mark.parametrize(
    ("f", "at", "lower", "upper", "strict"),
    [
        (lambda x: x**2, [Integer(0)], [NONE], [NONE], True),
        (lambda x: x**2, [ONE], [NONE], [NONE], False),
        (lambda x: x**3, [Integer(0)], [NONE], [NONE], False),
        (lambda x: x, [Integer(0)], [0], [NONE], True),
        (lambda x: -x, [Integer(0)], [0], [NONE], False),
        (lambda x: -x, [ONE], [0], [ONE], True),
        (lambda x: x, [ONE], [0], [ONE], False),
        (lambda x: x, [ONE], [ONE], [ONE], True),
        (lambda x: x**2, [Integer(-1)], [0], [NONE], False),
        (lambda x: x**2, [Integer(2)], [0], [ONE], False),
        (lambda x: (x - 1) ** 2, [ONE], [NONE], [ONE], True),
        (lambda x: -((x - 1) ** 2), [ONE], [NONE], [ONE], False),
        (lambda x: x[0] ** 2 + 3 * x[0] * x[1] + x[1] ** 2, [Matrix([0, 0])], [0], [NONE], True),
        (lambda x: x[0] ** 2 - 3 * x[0] * x[1] + x[1] ** 2, [Matrix([0, 0])], [0], [NONE], False),
        (lambda x: x[0] ** 2 - 3 * x[0] * x[1] + x[1] ** 2, [Matrix([0, 0])], [NONE], [0], False),
        (lambda x, y: (x**2 - 2) ** 2 + y, [sqrt(2), Integer(0)], [NONE, 0], [NONE, NONE], True),
    ],
)
def test_strict_local_minima(f, at, lower, upper, strict):
    assert checks.is_strict_local_minimum(f, at, lower, upper) is strict


@given(st.lists(SMALL, min_size=8, max_size=8), st.fractions(0, 20, max_denominator=4))
def test_the_isometry_constant_is_the_largest_eigenvalue(entries, delta):
    v, w = Matrix(2, 2, entries[:4]), Matrix(2, 2, entries[4:])
    flat = [Matrix(list(part)) for part in (v, w)]
    form = flat[0] * flat[1].T + flat[1] * flat[0].T
    number = Rational(delta.numerator, delta.denominator)
    bounded = all(
        minor.is_positive_semidefinite for minor in (number * sympy.eye(4) - form, number * sympy.eye(4) + form)
    )
    assert checks.is_isometry_constant(number, v, w, best=False) == bounded
    largest = sqrt(checks.norm_squared(v) * checks.norm_squared(w)) + abs(checks.inner(v, w))
    assert checks.is_isometry_constant(largest, v, w, best=True)
    assert not checks.is_isometry_constant(largest + 1, v, w, best=True)


def test_the_same_form():
    one, other = Matrix([[1, 2], [0, 1]]), Matrix([[0, 1], [1, 0]])

    def operator(x):
        return x + checks.inner(other, x) * one

    def gram(x):
        image = operator(x)
        return image + checks.inner(one, image) * other

    assert checks.same_form(operator, gram, 2, 2)
    assert not checks.same_form(operator, operator, 2, 2)
    assert checks.stacked(one) == Matrix([1, 2, 0, 1])
