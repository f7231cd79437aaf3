"""Second derivatives without a subgradient, against exact quotients along short arcs."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck import function, letter, sqrt
from exactcheck.landscape import (
    l1_rank_one_loss,
    parabolic_subderivative,
    second_directional_derivative,
    second_subderivative,
    second_subderivative_without_subgradient,
    sum_of_absolute_values,
)
from tests.decide.kinked import AT, directions
from tests.decide.mixed import mixed
from tests.decide.rechecking import decided, verdict
from tests.decide.test_nonsmooth import compared, expected, offsets, relations

ZERO = Fraction(0)


def bend(f, w, y=(0, 0)):
    """The limit of the quotients along AT + t w + t^2/2 y; near AT they are it plus a small multiple of t."""
    t = Fraction(1, 10**9)
    rise = f.at(*(t * a + t**2 / 2 * b for a, b in zip(w, y, strict=True))) - f.at(ZERO, ZERO) - t * f.slope(w)
    return Fraction(round(8 * rise / (t**2 / 2)), 8)


@given(mixed, directions, relations, offsets)
def test_a_second_directional_derivative_is_a_limit_of_quotients(f, w, relation, offset):
    value = bend(f, w)
    statement = compared(second_directional_derivative(f.expression(), AT, w), relation, value + offset)
    assert verdict(statement) == expected(value, relation, value + offset)


@given(mixed, directions, directions, relations, offsets)
def test_a_parabolic_subderivative_is_a_limit_of_quotients(f, w, y, relation, offset):
    value = bend(f, w, y)
    statement = compared(parabolic_subderivative(f.expression(), AT, w, y), relation, value + offset)
    assert verdict(statement) == expected(value, relation, value + offset)


@dataclass(frozen=True)
class Fan:
    """sum_k |a_k x + b_k y + c_k z^2 / 2| at 0, along w = (0, 0, 1), where every kink has the slope 0."""

    kinks: tuple[tuple[int, int, int], ...]

    def at(self, x, y, z):
        """The value."""
        return sum(abs(a * x + b * y + c * z**2 / 2) for a, b, c in self.kinks)

    def expression(self):
        """The same for exactcheck."""
        pieces = [
            function(lambda x, y, z, a=a, b=b, c=c: a * x + b * y + c * z**2 / 2, x=None, y=None, z=None)
            for a, b, c in self.kinks
        ]
        return sum_of_absolute_values(function(lambda x, y, z: 0 * x, x=None, y=None, z=None), pieces)

    def quotient(self, x, y):
        """The quotient at w' = w + s (x, y, 0) for a tiny s, and a step that is tiny to it."""
        s, t = Fraction(1, 10**6), Fraction(1, 10**14)
        slope = sum(abs(a * x + b * y) for a, b, _ in self.kinks) * s
        return (self.at(t * s * x, t * s * y, t) - t * slope) / (t**2 / 2)


GRID = list(product(range(-6, 7), repeat=2))
fans = st.builds(Fan, st.lists(st.tuples(*[st.integers(-2, 2)] * 2, st.integers(-3, 3)), max_size=6).map(tuple))


@given(fans, relations, offsets)
def test_the_lowest_second_subderivative_is_the_least_quotient_beside_w(f, relation, offset):
    """Each sector in which the slopes of the kinks have fixed signs contains a vector of the grid."""
    value = min(f.quotient(x, y) for x, y in GRID)
    derivative = second_subderivative_without_subgradient(f.expression(), (0, 0, 0), (0, 0, 1))
    assert verdict(compared(derivative, relation, value + offset)) == expected(value, relation, value + offset)


@given(mixed, directions)
def test_it_is_below_the_other_two(f, w):
    """Below f''(x; w), and below d2f(x; 0)(w) at a stationary point where df(x)(w) = 0; both to three digits."""
    g, bound = f.expression(), bend(f, w)
    assert verdict(second_subderivative_without_subgradient(g, AT, w) <= bound) == "proved"
    if f.slope(w) == 0 and f.is_stationary():
        assert verdict(second_subderivative_without_subgradient(g, AT, w) <= f.second(w)) == "proved"


class TestExamples:
    parabola = sum_of_absolute_values(0, [function(lambda x, y: x - y**2, x=None, y=None)])

    @pytest.mark.parametrize(
        ("derivative", "value"),
        [
            (second_directional_derivative, 2),
            (second_subderivative, 0),
            (second_subderivative_without_subgradient, -2),
        ],
    )
    def test_three_second_derivatives_of_one_kink(self, derivative, value):
        assert verdict(derivative(self.parabola, (0, 0), (0, 1)) == value) == "proved"

    @pytest.mark.parametrize(("relation", "bounds"), [("=", 3), (">=", 2), ("<", 2), ("<=", 1), (">", 1)])
    def test_proofs_hold_the_bounds_that_decide(self, relation, bounds):
        derivative = second_subderivative_without_subgradient(self.parabola, (0, 0), (0, 1))
        assert len(decided(compared(derivative, relation, -2)).proof) == bounds

    @pytest.mark.parametrize(
        ("truth", "u", "w", "value"),
        [((1, 1), (-1, 1), (2, 0), -4), ((1, 2, 3), (1, 2, -3), (0, 0, 6), -36), ((1, 0), (0, 0), (1, 0), -1)],
    )
    def test_all_are_equal_towards_the_planted_vector(self, truth, u, w, value):
        """Guan and So (2024), Corollary 3.9."""
        f = l1_rank_one_loss(truth)
        for derivative in (
            second_subderivative_without_subgradient,
            second_subderivative,
            second_directional_derivative,
        ):
            assert verdict(derivative(f, u, w) == value) == "proved"
        assert verdict(parabolic_subderivative(f, u, w, [0] * len(u)) == value) == "proved"

    def test_they_differ_elsewhere(self):
        """Remark 3.10: the loss is not twice semidifferentiable there."""
        f, u, w = l1_rank_one_loss([1, 1, 2]), (1, 1, -2), (1, -1, 0)
        assert verdict(second_subderivative_without_subgradient(f, u, w) == -2) == "proved"
        assert verdict(second_directional_derivative(f, u, w) == 2) == "proved"

    def test_letters(self):
        a, b = letter("a"), letter("b")
        f, u, w = l1_rank_one_loss([a, b, a + b]), (a, b, -(a + b)), (-2 * a, -2 * b, 0)
        signs = (a > 0, b > 0)
        lowest = second_subderivative_without_subgradient(f, u, w)
        value = -4 * (a + b) ** 2
        assert verdict(lowest == value, assuming=signs) == "proved"
        assert verdict(lowest >= value, assuming=signs) == "proved"
        assert verdict(lowest > value, assuming=signs) == "refuted"
        assert verdict(lowest == value) == "undecided"
        assert verdict(second_directional_derivative(f, u, w) == value, assuming=signs) == "proved"
        assert verdict(second_directional_derivative(f, u, w) == value) == "undecided"

    def test_roots(self):
        circle = sum_of_absolute_values(0, [function(lambda x: x**2 - 2, x=None)])
        assert verdict(second_directional_derivative(circle, sqrt(2), 1) == 2) == "proved"
        assert verdict(second_subderivative_without_subgradient(circle, sqrt(2), -1) == -2) == "proved"
