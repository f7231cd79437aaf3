"""Quantities along the gradient flow in the kernel, which differentiates both functions itself."""

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.flow_quantities import rates_of_change
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish

X, Y = ["name", "x"], ["name", "y"]


def of(body):
    """A function of two variables."""
    return ["function", ["x", "y"], body]


def stated(function, quantity, relation="=", conditions=()):
    """A statement."""
    fields = {"function": of(function), "quantity": of(quantity), "relation": relation, "conditions": list(conditions)}
    return {"kind": "flow quantity", **fields}


def check(statement, verdict, proof):
    """Establish the statement."""
    establish(Problem([]), statement, verdict, proof)


PRODUCT = ["*", X, Y]
BALANCE = ["+", ["^", X, 2], ["-", ["^", Y, 2]]]
TWICE = ["matrix", 1, 2, [[0, 0, BALANCE], [0, 1, BALANCE]]]
EXACT = {"numbers": [], "point": ["x", "y"], "trees": ["impossible"]}
# d/dt (x^2 + y^2) = -4 x y < 0 where x y > 0
NORM = stated(PRODUCT, ["+", ["^", X, 2], ["^", Y, 2]], "<", [[of(PRODUCT), ">"]])
LEAF = {"fact": 1, "modulo": [], "positive": {"sum": [["4", {}, [0]]]}}


def test_conserved_and_decreasing_quantities():
    check(stated(PRODUCT, BALANCE), "proved", EXACT)
    check(stated(PRODUCT, TWICE), "proved", {**EXACT, "trees": ["impossible", "impossible"]})
    check(NORM, "proved", {**EXACT, "trees": [LEAF]})


@pytest.mark.parametrize("relation", ["=", "<=", ">", ">="])
def test_a_point(relation):
    point = ["1", "-1"] if relation in ("=", "<=") else ["1", "1"]
    at = {"at": {}, "numbers": [], "point": point, "entry": 0}
    check({**NORM, "relation": relation, "conditions": []}, "refuted", at)
    stays = {**at, "point": ["1", "1"] if relation == "<=" else ["1", "-1"] if relation != "=" else ["0", "0"]}
    with pytest.raises(Rejected, match="not known to satisfy"):
        check({**NORM, "relation": relation, "conditions": []}, "refuted", stays)


@pytest.mark.parametrize(
    ("statement", "trees", "reason"),
    [
        (stated(PRODUCT, TWICE), ["impossible"], "list of 1"),
        (stated(PRODUCT, PRODUCT), ["impossible"], "not known to be impossible"),
        (stated(PRODUCT, BALANCE, "!="), ["impossible"], "not a relation"),
        ({**NORM, "conditions": []}, [LEAF], "fact|index|integer"),
        (stated(["matrix", 1, 1, []], BALANCE), ["impossible"], "no scalar"),
        (stated(PRODUCT, ["identity", 2]), ["impossible"], "list of 1"),
    ],
)
def test_what_is_rejected(statement, trees, reason):
    with pytest.raises(Rejected, match=reason):
        check(statement, "proved", {**EXACT, "trees": trees})


def test_a_point_outside_of_the_conditions():
    with pytest.raises(Rejected, match="not known to satisfy"):
        check(NORM, "refuted", {"at": {}, "numbers": [], "point": ["1", "-1"], "entry": 0})


TERMS = st.lists(st.tuples(st.integers(-3, 3), st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=4)


@given(TERMS, TERMS)
def test_rates_of_change_as_sympy_finds_them(first, second):
    def body(terms):
        return ["polynomial", [[str(c), {k: e for k, e in (("x", i), ("y", j)) if e}] for c, i, j in terms]]

    a, b = sympy.symbols("x y")
    f, q = (sum(c * a**i * b**j for c, i, j in terms) for terms in (first, second))
    expected = sympy.Poly(-sum(sympy.diff(f, v) * sympy.diff(q, v) for v in (a, b)), a, b)
    problem = Problem([{"letter": "x", "role": "point"}, {"letter": "y", "role": "point"}])
    (found,) = rates_of_change(problem, stated(body(first), body(second)), list(map(Polynomial.letter, "xy")))
    powers = {(dict(m).get("x", 0), dict(m).get("y", 0)): v for m, v in found.terms.items()}
    assert powers == {m: v for m, v in expected.terms() if v}
