"""Critical cones of functions with kinks, against the directional derivative on a grid, and a published theorem."""

from fractions import Fraction
from itertools import product
from math import gcd

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exactcheck import function, letter, sqrt
from exactcheck.landscape import cone, critical_cone, l1_rank_one_loss, sum_of_absolute_values
from tests.decide.kinked import AT, stationary_sums, sums
from tests.decide.mixed import mixed, stationary_mixed
from tests.decide.rechecking import decided, verdict

INSIDE = {
    "free": lambda x: True,
    "nonnegative": lambda x: x >= 0,
    "nonpositive": lambda x: x <= 0,
    "fixed": lambda x: x == 0,
}
# edges of cones are orthogonal to differences of integers up to 2: this holds all of them
GRID = [w for w in product(range(-4, 5), repeat=2) if gcd(*w) == 1]
vectors = st.tuples(st.integers(-2, 2), st.integers(-2, 2)).filter(any)


def compared(f, stationary, inside):
    """What is expected of the statement that the critical directions are those inside."""
    return "proved" if stationary and all((f.slope(w) == 0) == inside(w) for w in GRID) else "refuted"


@given(sums | stationary_sums | stationary_sums, st.tuples(*[st.sampled_from(sorted(INSIDE))] * 2))
def test_labels_hold_exactly_if_they_agree_with_the_slopes(f, labels):
    outcome = compared(
        f, bool(f.multipliers()), lambda w: all(INSIDE[label](x) for label, x in zip(labels, w, strict=True))
    )
    assert verdict(critical_cone(f.expression(), AT, labels)) == outcome


@given(stationary_mixed)
def test_the_labels_of_a_grid(f):
    """The labels that the grid suggests, if there are any, are proved."""
    critical = [w for w in GRID if f.slope(w) == 0]
    for labels in product(INSIDE, repeat=2):
        inside = [w for w in GRID if all(INSIDE[label](x) for label, x in zip(labels, w, strict=True))]
        if inside == critical:
            assert verdict(critical_cone(f.expression(), AT, list(labels))) == "proved"


@given(mixed | stationary_mixed, st.lists(vectors, max_size=3), st.lists(vectors, max_size=1))
def test_halfspaces(f, inequalities, equations):
    def inside(w):
        return all(dot(a, w) >= 0 for a in inequalities) and all(dot(b, w) == 0 for b in equations)

    stated = cone(inequalities=inequalities, equations=equations)
    assert verdict(critical_cone(f.expression(), AT, stated)) == compared(f, f.is_stationary(), inside)


@given(stationary_sums, vectors, vectors, st.booleans())
def test_two_generators(f, v, w, is_line):
    """Independent ones: by Cramer's rule."""
    determinant = v[0] * w[1] - v[1] * w[0]
    assume(determinant)

    def inside(x):
        first = Fraction(x[0] * w[1] - x[1] * w[0], determinant)
        second = Fraction(v[0] * x[1] - v[1] * x[0], determinant)
        return first >= 0 and (is_line or second >= 0)

    stated = cone(rays=[v], lines=[w]) if is_line else cone(rays=[v, w])
    assert verdict(critical_cone(f.expression(), AT, stated)) == compared(f, True, inside)


def dot(a, w):
    return sum(x * y for x, y in zip(a, w, strict=True))


def by_theorem(truth, u):
    """Guan and So (2024), Proposition 3.6, at spurious stationary points."""
    if not any(u):
        return ["free"] * len(u)
    return [
        "fixed" if not t else "free" if abs(x) < abs(t) else "nonpositive" if x > 0 else "nonnegative"
        for t, x in zip(truth, u, strict=True)
    ]


@pytest.mark.parametrize(
    ("truth", "u"),
    [
        ((1, 1), (-1, 1)),
        ((1, 1, 0), ("1/2", "-1/2", 0)),
        ((1, 0), (0, 0)),
        ((1, 2, 3), (1, 2, -3)),
        ((1, -2, 3), (1, 1, 0)),
        ((2, -2, 0, 1), (-1, -1, 0, 0)),
    ],
)
def test_published_cones(truth, u):
    f, point = l1_rank_one_loss(truth), [Fraction(x) for x in u]
    labels = by_theorem(truth, point)
    assert verdict(critical_cone(f, point, labels)) == "proved"
    for k, label in enumerate(labels):
        other = "fixed" if label == "free" else "free"
        assert verdict(critical_cone(f, point, [*labels[:k], other, *labels[k + 1 :]])) == "refuted"


class TestGenerators:
    corner = l1_rank_one_loss([1, 1]), (-1, 1)

    def test_redundant_ones(self):
        assert verdict(critical_cone(*self.corner, cone(rays=[(1, 0), (0, -1), (2, -3)]))) == "proved"

    def test_a_point(self):
        planted = l1_rank_one_loss([1, 1]), (1, 1)
        assert verdict(critical_cone(*planted, cone(rays=[]))) == "proved"
        assert verdict(critical_cone(*self.corner, cone(rays=[]))) == "refuted"

    def test_slanted_lines(self):
        f, u = l1_rank_one_loss([1, 1, 0]), ("1/2", "-1/2", 0)
        assert verdict(critical_cone(f, u, cone(lines=[(1, 0, 0), (3, 1, 0)]))) == "proved"
        assert verdict(critical_cone(f, u, cone(lines=[(1, 0, 0)]))) == "refuted"
        assert verdict(critical_cone(f, u, cone(lines=[(1, 0, 0), (3, 1, 1)]))) == "refuted"

    def test_a_cone_that_is_not_simplicial(self):
        """z + |z| with kinks that leave |x| + |y| <= -z: four rays."""
        names = dict.fromkeys("xyz")
        pieces = [function(lambda x, y, z, a=a, b=b: a * x + b * y + z, **names) for a, b in PAIRS]
        f = sum_of_absolute_values(function(lambda x, y, z: 4 * z, **names), pieces)
        rays = [(1, 0, -1), (-1, 0, -1), (0, 1, -1), (0, -1, -1)]
        found = decided(critical_cone(f, (0, 0, 0), cone(rays=rays)))
        assert (found.verdict, "inequalities" in found.reason) == ("undecided", True)
        assert verdict(critical_cone(f, (0, 0, 0), cone(rays=rays[:3]))) == "refuted"
        facets = [(-a, -b, -1) for a, b in PAIRS]
        assert verdict(critical_cone(f, (0, 0, 0), cone(inequalities=facets))) == "proved"


PAIRS = list(product((1, -1), repeat=2))


class TestPointsThatAreNotRational:
    a, b = letter("a"), letter("b")
    signs = (a > 0, b > 0)
    f = l1_rank_one_loss([a, b, a + b])
    u = (a, b, -(a + b))
    labels = ("nonpositive", "nonpositive", "nonnegative")
    minus = (-1, -1, 1, -1, 1, -1)

    def test_labels(self):
        statement = critical_cone(self.f, self.u, self.labels, multipliers=self.minus)
        assert verdict(statement, assuming=self.signs) == "proved"
        assert verdict(statement) == "undecided"

    def test_halfspaces(self):
        stated = cone(inequalities=[(-1, 0, 0), (0, -1, 0), (0, 0, self.a)])
        assert verdict(critical_cone(self.f, self.u, stated, multipliers=self.minus), assuming=self.signs) == "proved"
        stated = cone(inequalities=[(-1, 0, 0), (0, -1, 0), (0, 0, self.a - 1)])
        assert "sign" in decided(critical_cone(self.f, self.u, stated, multipliers=self.minus)).reason

    def test_zero_coordinates(self):
        f, u = l1_rank_one_loss([self.a, self.a, 0]), (self.a / 2, -self.a / 2, 0)
        statement = critical_cone(f, u, ("free", "free", "fixed"), multipliers=(-1, -1, 0, -1, 0, 0))
        assert verdict(statement, assuming=self.signs) == "proved"

    @pytest.mark.parametrize(
        ("labels", "multipliers", "reason"),
        [
            (labels, None, "name multipliers"),
            (("free", "nonpositive", "nonnegative"), minus, "not a visible combination"),
            (labels, (1, 1, 1, 1, 1, 1), "another subgradient"),
            (cone(rays=[(-1, 0, 0)]), minus, "generators"),
        ],
    )
    def test_what_stays_open(self, labels, multipliers, reason):
        statement = critical_cone(self.f, self.u, labels, multipliers=multipliers)
        assert reason in decided(statement, assuming=self.signs).reason

    def test_roots(self):
        circle = sum_of_absolute_values(0, [function(lambda x: x**2 - 2, x=None)])
        assert verdict(critical_cone(circle, sqrt(2), ["fixed"], multipliers=[0])) == "proved"
