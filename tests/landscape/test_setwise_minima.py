"""Setwise local minima: the paper's example, finite and unbounded sets, quotients, and false certificates."""

import pytest
from sympy.abc import x as x_

from exactcheck import InputError, function, letter
from exactcheck.landscape import setwise_local_minimum
from tests.decide.rechecking import decided, proves, refutes, verdict

COMPLETION = function(
    lambda x1, x2, y1, y2: (x1 * y1 - 1) ** 2 + (x2 * y1 - 1) ** 2 + (x2 * y2 - 1) ** 2,
    x1=None,
    x2=None,
    y1=None,
    y2=None,
).named("f")
WELL = function(lambda x: x**4 - 2 * x**2 + x / 4, x=None).named("f")
BOTH = function(lambda x: (x**2 - 1) ** 2, x=None).named("f")
C = letter("c")
EVERYTHING = {"strict": True, "spurious": True, "at_infinity": True}


def completion(c, **also):
    """S = {f <= c, x2 y1 <= 0} in U = {x2 y1 < 0}."""

    def region(x1, x2, y1, y2):
        return [COMPLETION(x1, x2, y1, y2) <= c, x2 * y1 <= 0]

    return setwise_local_minimum(COMPLETION, region, lambda x1, x2, y1, y2: x2 * y1 < 0, **also)


def right(f, c, **also):
    """S = {f <= c, x >= 0} in U = {x > 0}."""
    return setwise_local_minimum(f, lambda x: [f(x) <= c, x >= 0], lambda x: x > 0, **also)


def test_the_matrix_completion_at_a_number():
    assert proves(completion("3/2", **EVERYTHING))


@pytest.mark.parametrize("arc", [None, lambda s: (s, -1 / s, 1 / s, -s)])
def test_the_matrix_completion_for_all_levels(arc):
    assert proves(completion(C, arc=arc, **EVERYTHING), assuming=(C > 1, C < 2))


@pytest.mark.parametrize("c", ["2", "5/2", "1/2"])
def test_the_matrix_completion_at_other_levels(c):
    """At 2 and above S meets the border of U; below 1 it is empty."""
    assert refutes(completion(c, **EVERYTHING))


def test_a_line_of_minima_is_unbounded():
    """Along the line a condition is zero identically."""
    valley = function(lambda x, y: x**2 + 0 * y, x=None, y=None)
    line = lambda x, y: x == 0  # noqa: E731
    assert proves(setwise_local_minimum(valley, line, lambda x, y: x < 1, strict=True, at_infinity=True))
    assert refutes(setwise_local_minimum(valley, line, lambda x, y: x < 1, spurious=True))


def test_levels_that_are_too_wide():
    assert verdict(completion(C), assuming=(C > 1, C <= 2)) == "refuted"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (lambda: right(WELL, "-1/2", spurious=True, strict=True), "proved"),
        (lambda: right(WELL, "-1/2", at_infinity=True), "refuted"),
        (lambda: right(WELL, 0), "refuted"),
        (lambda: right(WELL, -2), "refuted"),
        (lambda: right(BOTH, "1/2", spurious=True), "refuted"),
        (lambda: right(BOTH, "1/2", strict=True), "proved"),
        (lambda: setwise_local_minimum(BOTH, lambda x: x == 1, lambda x: x > -2), "proved"),
        (lambda: setwise_local_minimum(BOTH, lambda x: x == 1, lambda x: x > -2, strict=True), "refuted"),
        (lambda: setwise_local_minimum(BOTH, lambda x: x == 0, lambda x: x > -2), "refuted"),
        (lambda: setwise_local_minimum(x_**2, lambda x: x**2 <= 1, lambda x: x**2 < 2), "proved"),
    ],
)
def test_one_dimension(statement, expected):
    assert verdict(statement()) == expected


def test_a_point_of_a_family_of_wells():
    """{a} for (x^2 - a^2)^2: a strict minimum in (0, 2 a), a global one, and none in (-2 a, 2 a)."""
    a = letter("a")
    wells = function(lambda x: (x**2 - a**2) ** 2, x=None)

    def at_a(lower, **of):
        return setwise_local_minimum(wells, lambda x: x == a, lambda x: [x > lower, x < 2 * a], strict=True, **of)

    assert proves(at_a(0, point=(a,)), assuming=(a > 0,))
    assert refutes(at_a(0, point=(a,), spurious=True), assuming=(a > 0,))
    assert refutes(at_a(-2 * a, point=(a,)), assuming=(a > 0,))


def test_a_left_well_is_not_spurious():
    deepest = setwise_local_minimum(WELL, lambda x: [WELL(x) <= "-1/2", x <= 0], lambda x: x < 0, spurious=True)
    assert list(decided(deepest).proof)[-1] == "global"


def test_a_global_minimum_at_infinity():
    f = function(lambda x, y: (x * y - 1) ** 2, x=None, y=None).named("f")

    def branch(spurious):
        return setwise_local_minimum(
            f, lambda x, y: [f(x, y) <= "1/2", x >= 0], lambda x, y: x > 0, at_infinity=True, spurious=spurious
        )

    assert proves(branch(False))
    assert refutes(branch(True))


def test_a_quotient():
    """1 / (1 + x^2) falls on [2, oo), and is not defined by a denominator that is zero somewhere."""
    one, bump = (function(body, x=None) for body in (lambda x: 1 + 0 * x, lambda x: 1 + x**2))

    def tail(denominator, **also):
        return setwise_local_minimum(one, lambda x: x >= 2, lambda x: x > 1, denominator=denominator, **also)

    assert proves(tail(bump, strict=True, at_infinity=True))
    assert verdict(tail(function(lambda x: x**2 + 0 * x, x=None))) == "undecided"
    humps = [function(body, x=None) for body in (lambda x: x**2 * (1 + x**2), lambda x: 1 + x**4)]
    wide = setwise_local_minimum(humps[0], lambda x: x >= 2, lambda x: x > 1, denominator=humps[1])
    assert refutes(wide)


def test_hints():
    t = letter("t")
    f = function(lambda x, y: (x**2 - 1) ** 2 + t * x + y**2, x=None, y=None)
    tilted = setwise_local_minimum(
        f,
        lambda x, y: [(x**2 - 1) ** 2 + t * x + y**2 <= t, x >= 0],
        lambda x, y: x > 0,
        spurious=True,
        point=(1, 0),
        lower=(-1, 0),
        bound=0,
    )
    assert proves(tilted, assuming=(t > 0, t <= "1/2"))


def test_it_reads_aloud():
    assert repr(right(BOTH, "1/2", spurious=True, at_infinity=True)) == (
        "(S, U) is a certificate that S is a spurious setwise local minimum at infinity of (x) -> (x^2 - 1)^2, where "
        "S = {-(f(x) - 1/2) >= 0, x >= 0} and U = {x > 0}"
    )


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: setwise_local_minimum(BOTH, lambda x: x > 0, lambda x: x > 0), "region: > is no relation here"),
        (lambda: setwise_local_minimum(BOTH, lambda x: x >= 0, lambda x: x >= 0), "around: >= is no relation here"),
        (lambda: setwise_local_minimum(BOTH, lambda x: [], lambda x: x > 0), "region: there is no condition"),
        (lambda: right(BOTH, 1, arc=lambda s: (s, s)), "arc: 2 coordinates instead of 1"),
        (lambda: right(BOTH, 1, arc=lambda s, t: s), "arc: a function of one number"),
        (lambda: right(BOTH, 1, point=(1, 2)), "point: 2 coordinates instead of 1"),
        (lambda: right(BOTH, 1, bound=0.5), "bound: the float 0.5"),
        (lambda: setwise_local_minimum(x_ ** (1 / 2), lambda x: x >= 0, lambda x: x > 0), "f: "),
    ],
)
def test_what_does_not_fit(make, words):
    with pytest.raises(InputError, match=words):
        make()
