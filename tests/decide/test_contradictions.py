"""The search for contradictions: what ends it, hints, arcs to infinity, and points that show that there is none."""

from fractions import Fraction
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.decide.arcs import holds_far_out, monomial_arcs, powers_along
from exactcheck.decide.contradictions import Contradictions, Hints, satisfied_somewhere
from exactcheck.decide.number_letters import NumberLetters
from exactcheck.decide.solution_search import GaveUp
from exactcheck.decide.squares_within import squares_within
from exactcheck.kernel.contradictions import require_contradictory
from exactcheck.kernel.expression import Function
from exactcheck.kernel.known_equations import Known
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.problem import Problem

X, Y = map(Polynomial.letter, "xy")


def known(*conditions):
    """What is known of x and y."""
    found = Known(Problem([])).declaring("x").declaring("y").at((X, Y))
    for value, relation in conditions:
        found = found.supposing(value, relation)
    return found


def searched(case, **hints):
    """The tree that is found, which the kernel accepts."""
    tree = Contradictions(NumberLetters({"x", "y"}), Hints(**hints)).tree(case, [[X, Y]])
    require_contradictory(case, tree)
    return tree


@pytest.mark.parametrize(
    "case",
    [
        known((X, ">"), (X, "<")),
        known((X * Y - 1, "="), (X, "=")),
        known((X * Y, ">="), (X * Y, "<="), (X, ">"), (Y - 1, ">=")),
        known((X - 2, ">="), (Y - 1, ">"), (X * Y - 1, "<=")),
        known((X * X + Y * Y - 1, "<="), (X + Y - 2, ">=")),
        # by the signs of the letters
        known((X * Y, ">"), (X**3 + Y**3 + X + Y, "="), (X + Y, "!=")),
        known((X * Y - 1, "="), (X, ">"), (X + Y - 2, "<")),
    ],
)
def test_what_is_found(case):
    searched(case)


@pytest.mark.parametrize("case", [known(), known((X, ">=")), known((X * Y - 1, "=")), known((X * X - 2, "="))])
def test_what_is_not_found(case):
    with pytest.raises(GaveUp):
        searched(case, seconds=2)


def test_a_point_ends_the_search():
    assert satisfied_somewhere(known((X * Y - 1, "="), (X, ">"), (Y - 3, "!=")))
    assert not satisfied_somewhere(known((X * X + 1, "<=")))
    assert not satisfied_somewhere(known((X, "="), (X, "!=")))


def test_limits():
    hard = known((X**4 + Y**4 - X * Y - 3, "<="), (X * Y - 7, ">="))
    with pytest.raises(GaveUp, match="limit"):
        searched(hard, most_cases=0)


def test_squares_that_occur_in_a_function():
    inner = Function(["u"], ["^", ["+", ["name", "u"], "1"], 2], {})
    body = [
        "+",
        ["*", "2", ["^", ["+", ["name", "x"], "-1"], 4]],
        ["-", ["value", ["name", "h"], [["name", "x"]]]],
        ["name", "x"],
    ]
    found = squares_within([Function(["x"], body, {"h": inner})])
    assert [root.body[0] for root in found] == ["^", "value"]
    problem = Problem([])
    problem.setting.declare_free("x", "point")
    values = [problem.call(root, [X]) for root in found]
    assert values == [(X - 1) ** 2, X + 1]


TERMS = st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(-3, 3), max_size=4)


@given(TERMS, st.sampled_from([">", ">=", "="]))
def test_conditions_hold_far_out_on_arcs(terms, relation):
    """At s = 10^6, where no power is outweighed by smaller ones with coefficients up to 12."""
    p = Polynomial({tuple((x, k) for x, k in zip("xy", m, strict=True) if k): Fraction(v) for m, v in terms.items()})
    for coordinates in islice(monomial_arcs(2, [], "xy"), 12):
        point = dict(zip("xy", coordinates, strict=True))
        s = Fraction(10**6)
        value = p.substitute({x: Polynomial.of(c * s**k) for x, (c, k) in point.items()}).constant
        held = {">": value > 0, ">=": value >= 0, "=": value == 0}[relation]
        assert holds_far_out(powers_along(p, point), relation) == held
        assert any(c and k > 0 for c, k in coordinates)
