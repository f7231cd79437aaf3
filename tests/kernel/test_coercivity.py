"""Coercivity in the kernel: bounds that depend on the level alone, and arcs to infinity."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish

X, Y = ["name", "x"], ["name", "y"]
T, S = ["letter", "t"], ["letter", "s"]


def of(body):
    """The statement about a function of two variables."""
    return {"kind": "coercivity", "function": ["function", ["x", "y"], body]}


def leaf(fact, *terms):
    """A leaf by a sum of terms [coefficient, powers, facts], or by signs."""
    return {"fact": fact, "modulo": [], "positive": {"sum": [list(term) for term in terms]} if terms else "signs"}


def check(statement, verdict, proof, declarations=()):
    """Establish the statement."""
    establish(Problem(list(declarations)), statement, verdict, proof)


BOWL = of(["+", ["^", X, 2], ["*", "2", ["^", Y, 2]]])
# 0: t - x^2 - 2 y^2 >= 0, 1: x^2 + y^2 - t > 0
BOUND = {
    "numbers": [],
    "scale": ["1", "signs"],
    "level": "t",
    "point": ["x", "y"],
    "power": 1,
    "bound": T,
    "tree": leaf(1, ["1", {}, [0]], ["1", {"y": 2}, []]),
}
HYPERBOLA = of(["^", ["+", ["*", X, Y], "-1"], 2])
FAR = {
    "letter": "s",
    "from": [["1", "1"]],
    "arc": [S, ["^", S, -1]],
    "far": leaf(2, ["1", {"s": 3}, [1]], ["1", {}, []]),
}
ARC = {"at": {}, "numbers": [], "arc": FAR, "bound": "0", "tree": "impossible"}


def test_a_bound_and_an_arc():
    check(BOWL, "proved", BOUND)
    check(HYPERBOLA, "refuted", ARC)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"bound": ["^", ["letter", "x"], 2]}, "not declared"),
        ({"bound": "1"}, "sum is not equal"),
        ({"power": 2}, "sum is not equal"),
        ({"power": 0}, "not an integer from 1"),
        ({"level": "x", "bound": ["letter", "x"]}, "declared twice"),
        ({"point": ["x"]}, "list of 1"),
        ({"tree": "impossible"}, "not known to be impossible"),
        ({"scale": ["0", "signs"]}, "sign does not follow"),
        ({"scale": ["-1", "signs"]}, "sign does not follow"),
        ({"scale": ["2", "signs"]}, "sum is not equal"),
        ({"scale": [["^", ["letter", "x"], 2], "signs"]}, "not declared"),
        ({"scale": [T, "signs"]}, "not declared"),
    ],
)
def test_another_bound(changes, reason):
    with pytest.raises(Rejected, match=reason):
        check(BOWL, "proved", {**BOUND, **changes})


def test_a_line_is_not_coercive():
    """A bound for the levels of a function of one of the coordinates does not exist."""
    with pytest.raises(Rejected):
        check(of(["^", X, 2]), "proved", BOUND)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"bound": "-1"}, "not known to be impossible"),
        ({"bound": S}, "not declared"),
        ({"arc": {**FAR, "arc": ["1", "1"]}}, "sum is not equal"),
        ({"arc": {**FAR, "arc": [["^", S, -1], ["^", S, -1]]}}, "sum is not equal"),
        ({"arc": {**FAR, "far": "impossible"}}, "not known to be impossible"),
    ],
)
def test_another_arc(changes, reason):
    with pytest.raises(Rejected, match=reason):
        check(HYPERBOLA, "refuted", {**ARC, **changes})


def test_a_function_that_is_not_defined_everywhere():
    """x^-2 - y^2 - ... is defined on the arc, where x is positive, but not at all points."""
    with pytest.raises(Rejected, match="could be zero"):
        check(of(["+", ["*", X, Y], "-1", ["*", "0", ["^", X, -1]]]), "refuted", ARC)


POSITIVE = [{"letter": "a", "role": "parameter"}, {"assume": [["letter", "a"], ">", "0"]}]
A = ["letter", "a"]
WEIGHTED = of(["+", ["*", A, ["^", X, 2]], ["^", Y, 2]])
# 0: a > 0, 1: t - a x^2 - y^2 >= 0, 2: a (x^2 + y^2) - (1 + a) t > 0
SCALED = {
    **BOUND,
    "scale": [A, "signs"],
    "bound": ["*", ["+", "1", A], T],
    "tree": leaf(2, ["1", {}, [1]], ["1", {"a": 1}, [1]], ["1", {"a": 2, "x": 2}, []], ["1", {"y": 2}, []]),
}


def test_a_scale_that_is_a_letter():
    """||x||^2 <= (1 + 1/a) t for a > 0; there is no such bound for a = 0."""
    check(WEIGHTED, "proved", SCALED, POSITIVE)
    nonnegative = [POSITIVE[0], {"assume": [A, ">=", "0"]}]
    with pytest.raises(Rejected, match="sign does not follow"):
        check(WEIGHTED, "proved", SCALED, nonnegative)
    with pytest.raises(Rejected):
        check(WEIGHTED, "proved", {**SCALED, "scale": ["1", "signs"]}, POSITIVE)


def test_values_of_a_letter():
    declarations = [{"letter": "a", "role": "parameter"}, {"assume": [["letter", "a"], ">=", "0"]}]
    weighted = of(["+", ["^", X, 2], ["*", ["letter", "a"], ["^", Y, 2]]])
    # the assumption is the first fact
    line = {**FAR, "arc": ["0", S], "far": leaf(3, ["1", {"s": 1}, [2]])}
    arc = {"at": {"a": "0"}, "numbers": [], "arc": line, "bound": "0", "tree": "impossible"}
    check(weighted, "refuted", arc, declarations)
    with pytest.raises(Rejected):
        check(weighted, "refuted", {**arc, "at": {"a": "1"}}, declarations)
