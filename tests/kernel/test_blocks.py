"""The algebra of matrices of letter size against explicit matrices at random sizes."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.problem import Problem

SIZES = [
    {"letter": "n", "role": "size"},
    {"letter": "m", "role": "size"},
    {"block": "p", "size": ["letter", "n"]},
    {"block": "q", "size": ["letter", "m"]},
]
DIMENSIONS = [("p",), ("q",), ("p", "q")]


def factors(left, right):
    """Matrices of letter size between two dimensions, each with the function that builds it explicitly."""
    rows, cols = list(left), list(right)
    yield ["ones", rows, cols], lambda size: ones(total(left, size), total(right, size))
    if left == right:
        yield ["identity", rows], lambda size: unit(total(left, size))
    if set(right) < set(left):
        yield ["columns", rows, cols], lambda size: columns(left, right, size)
    if set(left) < set(right):
        yield ["transpose", ["columns", cols, rows]], lambda size: transposed(columns(right, left, size))


def total(dimension, size):
    return sum(size[block] for block in dimension)


def ones(rows, cols):
    return [[Fraction(1)] * cols for _ in range(rows)]


def unit(size):
    return [[Fraction(i == j) for j in range(size)] for i in range(size)]


def transposed(a):
    return [list(column) for column in zip(*a, strict=True)]


def columns(rows, chosen, size):
    """The columns of the identity over `rows` that belong to the one chosen block."""
    start = total(rows[: rows.index(chosen[0])], size)
    one = unit(total(rows, size))
    return [row[start : start + size[chosen[0]]] for row in one]


def times(a, b):
    return [
        [sum((x * y for x, y in zip(row, col, strict=True)), Fraction(0)) for col in zip(*b, strict=True)] for row in a
    ]


@st.composite
def closed_products(draw):
    """A product of one to four matrices that begins and ends in the same dimension."""
    stops = draw(st.lists(st.sampled_from(DIMENSIONS), min_size=1, max_size=4))
    return [draw(st.sampled_from(list(factors(a, b)))) for a, b in zip(stops, [*stops[1:], stops[0]], strict=True)]


def explicit_trace(product, size):
    """The trace of the explicit product."""
    result = product[0][1](size)
    for _, build in product[1:]:
        result = times(result, build(size))
    return sum(result[i][i] for i in range(len(result)))


def at(value, size):
    """The value of a polynomial in n and m."""
    replaced = {"n": Polynomial.of(size["p"]), "m": Polynomial.of(size["q"])}
    return Polynomial.of(value).substitute(replaced).constant


sizes = st.fixed_dictionaries({"p": st.integers(1, 4), "q": st.integers(1, 4)})


@given(closed_products(), sizes)
def test_a_trace_is_that_of_the_explicit_product(product, size):
    expressions = [expression for expression, _ in product]
    value = Problem(SIZES).evaluate(["trace", ["*", *expressions]])
    assert at(value, size) == explicit_trace(product, size)


@given(closed_products(), closed_products(), sizes)
def test_an_inner_product_is_that_of_the_explicit_matrices(left, right, size):
    a, b = (["*", *[expression for expression, _ in product]] for product in (left, right))
    if left[0][0][1] != right[0][0][1] or left[0][0][0] != right[0][0][0]:
        return
    first = Problem(SIZES).evaluate(["inner", a, a])
    explicit = left[0][1](size)
    for _, build in left[1:]:
        explicit = times(explicit, build(size))
    assert at(first, size) == sum(x * x for row in explicit for x in row)
    assert Problem(SIZES).evaluate(["inner", a, b]) == Problem(SIZES).evaluate(["inner", b, a])


X = {"define": "X", "as": ["generic", "X", ["p"], ["p"], "none", ""]}
Y = {"define": "Y", "as": ["generic", "Y", ["p"], ["p"], "none", ""]}
P = {"define": "P", "as": ["generic", "P", ["p"], ["q"], "all", ""]}
FITS = {"assume": [["letter", "n"], ">=", ["letter", "m"]]}
Q = {"define": "Q", "as": ["generic", "Q", ["p"], ["q"], "none", "f"]}


def trace(*words):
    """The trace of a product of X, Y, X', ..."""
    named = {word: ["name", word] if len(word) == 1 else ["transpose", ["name", word[0]]] for word in words}
    return ["trace", ["*", *(named[word] for word in words)]]


TRUE = [
    (trace("X", "Y"), trace("Y", "X")),
    (trace("X", "Y"), trace("Y'", "X'")),
    (trace("X"), trace("X'")),
    (["inner", ["name", "X"], ["name", "Y"]], trace("X'", "Y")),
    (
        trace("X", "Y", "Y", "X'"),
        ["inner", ["*", ["name", "X"], ["name", "Y"]], ["*", ["name", "X"], ["transpose", ["name", "Y"]]]],
    ),
    (trace("Q'", "Q"), ["letter", "m"]),
]
FALSE = [
    (trace("X", "Y"), trace("X", "Y'")),
    (trace("X", "X"), trace("X", "X'")),
    (trace("X", "X", "Y", "Y"), trace("X", "Y", "X", "Y")),
    (trace("X"), trace("Y")),
    (trace("Q", "Q'"), ["letter", "n"]),
    (["*", ["name", "Q"], ["transpose", ["name", "Q"]]], ["identity", ["p"]]),
]


def difference_is_zero(left, right):
    """What the kernel knows."""
    problem = Problem([*SIZES, X, Y, P, FITS, Q])
    a, b = problem.evaluate(left), problem.evaluate(right)
    if hasattr(a, "inner"):
        return all(problem.setting.is_zero(v) for terms in (a - b).entries.values() for v in terms.values())
    return problem.setting.is_zero(a - b)


@pytest.mark.parametrize(("left", "right"), TRUE)
def test_identities_of_arbitrary_matrices(left, right):
    assert difference_is_zero(left, right)


@pytest.mark.parametrize(("left", "right"), FALSE)
def test_what_fails_for_some_matrices_is_not_shown(left, right):
    assert not difference_is_zero(left, right)


def test_signs_of_traces():
    problem = Problem([*SIZES, X, Y, P, FITS, Q])
    square = problem.evaluate(["inner", ["name", "X"], ["name", "X"]])
    assert problem.setting.is_nonnegative(square)
    assert not problem.setting.is_positive(square)
    assert not problem.setting.is_nonnegative(problem.evaluate(trace("X", "Y")))
    assert not problem.setting.is_nonnegative(problem.evaluate(trace("X", "X")))
    assert problem.setting.is_nonnegative(problem.evaluate(["inner", ["name", "P"], ["ones", ["p"], ["q"]]]))
    assert not problem.setting.is_nonnegative(problem.evaluate(["inner", ["name", "Q"], ["ones", ["p"], ["q"]]]))
    assert problem.setting.is_nonnegative(problem.evaluate(["inner", ["name", "P"], ["name", "P"]]))
    assert not problem.setting.is_nonnegative(problem.evaluate(["inner", ["name", "P"], ["name", "Q"]]))
