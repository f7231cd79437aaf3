"""The sign of an expression between two numbers: what the rule accepts, and what it must not let through."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import assume, given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.known_equations import Known
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.signs_between_ends import known_between_ends

X, W = Polynomial.letter("x"), Polynomial.letter("w")
ROOT = [{"letter": "w", "root": "2"}, {"letter": "x", "role": "point"}]
LETTER, NUMBER = ["letter", "x"], ["letter", "w"]
SQUARE = ["+", ["^", LETTER, 2], "-2"]


def bounded(*conditions):
    """An x with these values above zero."""
    known = Known(Problem(ROOT))
    for value in conditions:
        known = known.supposing(value, ">")
    return known


def node(ends, outer, place, value=SQUARE):
    """What the rule reads."""
    return {"ends": ends, "letter": "x", "value": value, "range": outer, "at": place}


INSIDE = node([["*", "-1", NUMBER], NUMBER], ["-3/2", "3/2"], "0")
BEYOND = node([NUMBER, None], ["7/5", None], "2")


def test_the_sign_between_roots_and_beyond():
    negative = known_between_ends(bounded(X + W, W - X), INSIDE)
    assert negative.satisfies(X**2 - 2, "<") and not negative.satisfies(X**2 - 2, ">")
    positive = known_between_ends(bounded(X - W), BEYOND)
    assert positive.satisfies(X**2 - 2, ">")
    turned = node([None, ["*", "-1", NUMBER]], [None, "-7/5"], "-2")
    assert known_between_ends(bounded(-X - W), turned).satisfies(X**2 - 2, ">")
    everywhere = node([None, None], [None, None], "5", ["+", ["^", LETTER, 2], "1"])
    assert known_between_ends(bounded(), everywhere).satisfies(X**2 + 1, ">")
    divided = node(["1", None], ["0", None], "2", ["*", SQUARE, ["^", LETTER, -3]])
    with pytest.raises(Rejected, match="a root between"):
        known_between_ends(bounded(X - 1, X), divided)
    divided = {**divided, "ends": [NUMBER, None], "range": ["7/5", None]}
    assert known_between_ends(bounded(X - W, X), divided).satisfies((X**2 - 2) * X**-3, ">")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"range": ["1/2", None]}, None),
        ({"range": ["-2", None]}, "a root between"),
        ({"range": ["3/2", None]}, "not between the ends"),
        ({"at": "1"}, "not between the ends"),
        ({"range": [None, None]}, "other ends"),
        ({"range": ["7/5", "3"]}, "other ends"),
        ({"ends": ["1", None], "range": ["0", None]}, "not known to be beyond"),
        ({"ends": ["2", None], "range": ["1", None], "at": "3"}, "not known to be beyond"),
        ({"ends": [LETTER, None]}, "no number"),
        ({"value": ["+", SQUARE, NUMBER]}, "alone"),
        ({"value": "1"}, "alone"),
        ({"letter": "y"}, "."),
        ({"at": None}, "."),
    ],
)
def test_what_the_rule_must_not_let_through(change, words):
    if words is None:
        assert known_between_ends(bounded(X - W), {**BEYOND, **change}).satisfies(X**2 - 2, ">")
        return
    with pytest.raises(Rejected, match=words):
        known_between_ends(bounded(X - W), {**BEYOND, **change})


@given(
    st.lists(st.integers(-4, 4), min_size=2, max_size=5),
    st.lists(st.integers(-6, 6), min_size=3, max_size=3, unique=True),
    st.fractions(Fraction(1, 9), Fraction(8, 9), max_denominator=9),
)
def test_what_is_accepted_is_so_at_every_point(coefficients, places, part):
    # the ends may or may not be roots; what is accepted must hold at points between them
    lower, at, upper = sorted(places)
    assume(any(coefficients[1:]))
    value = ["+", *(["*", str(c), ["^", LETTER, k]] for k, c in enumerate(coefficients))]
    ends, outer = [str(lower), str(upper)], [str(lower - Fraction(1, 1000)), str(upper + Fraction(1, 1000))]
    p = sympy.Poly(coefficients[::-1], sympy.Symbol("x"))
    roots = [root for root in p.real_roots() if lower < root < upper]
    known = bounded(X - lower, upper - X)
    polynomial = sum((X**k * c for k, c in enumerate(coefficients)), Polynomial())
    try:
        found = known_between_ends(known, node(ends, outer, str(at), value))
    except Rejected:
        # a root close to an end, or between the ends
        assert any(lower - 1 < root < upper + 1 for root in p.real_roots())
        return
    assert not roots
    between = lower + (upper - lower) * part
    sign = p.eval(sympy.Rational(between.numerator, between.denominator))
    assert found.satisfies(polynomial, ">" if sign > 0 else "<")
