"""False statements about functions with kinks, and statements of which nothing is left: no rule may settle them."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish

X, Y = ["name", "x"], ["name", "y"]
A, B, U, V = (["letter", name] for name in "abuv")


def minus(left, right):
    return ["+", left, ["-", right]]


def of_x(body):
    return ["function", ["x"], body]


def all_points(smooth, cells=()):
    """The statement that the stationary points of a smooth function are those of the cells."""
    return {"kind": "stationary points", "smooth": smooth, "pieces": [], "cells": list(cells)}


def split(expression, **cases):
    relations = {"above": ">", "below": "<", "at": "=", "not_below": ">=", "not_above": "<="}
    return {"sign": expression, "cases": [[relations[name], node] for name, node in cases.items()]}


def falling(direction, *facts, rest="1"):
    """A direction along which f falls by the sum of known facts and a number."""
    terms = [["1", {}, list(fact)] for fact in facts] + [[rest, {}, []]] * (rest != "0")
    return {"direction": direction, "falling": {"sum": terms}}


def test_a_symmetry_at_a_point_that_letters_of_the_function_have_replaced():
    """f = (x - a) (a - b + 2) + (x - a)^3 + (y - b)^2 is stationary at (a, b) = (-1, 1), and at no other values.

    At x = a and y = b it is 0, whether a and b are interchanged or not.
    """
    dx, slope = minus(X, A), ["+", A, ["-", B], "2"]
    f = ["function", ["x", "y"], ["+", ["*", dx, slope], ["^", dx, 3], ["^", minus(Y, B), 2]]]
    letters = [{"letter": name, "role": "parameter"} for name in "ab"]
    bounds = [{"assume": [x, relation, c]} for x in (A, B) for relation, c in ((">=", "-1"), ("<=", "1"))]
    # the facts 0 to 3 are a + 1, 1 - a, b + 1 and 1 - b, from 8 on those of a pattern
    left, beside = ["-1", "0"], {"direction": ["-1", "0"], "falling": {"sum": []}}
    beside["falling"]["sum"] = [["1", {}, [0]], ["1", {}, [3]], ["3", {}, [4, 4]]]
    patterns = [falling(left, [8], [3]), falling(left, [8], [9], rest="2"), falling(left, [0], [9])]
    symmetric = {"symmetric": [["a"], ["b"]], "template": split(A, not_below=None, below=None), "patterns": patterns}
    replaced = {"replace": [["u", A, None], ["v", B, None]], "then": symmetric}
    up, down = ({"direction": ["0", sign], "falling": "signs"} for sign in ("1", "-1"))
    at_a = split(minus(V, B), above=down, below=up, at=replaced)
    tree = split(minus(U, A), above=beside, below=beside, at=at_a)
    with pytest.raises(Rejected, match="letters of its own"):
        establish(Problem(letters + bounds), all_points(f), "proved", {"point": ["u", "v"], "tree": tree})


def test_a_function_that_knows_the_letters_of_the_point():
    """x u - 2 x is x^2 - 2 x at x = u, where its slope in x is u - 2; the stationary point of x^2 - 2 x is 1."""
    two = {"zero": [of_x(minus(X, "2"))], "nonnegative": []}
    general = {"smooth": of_x(["+", ["*", X, U], ["*", "-2", X]]), "pieces": [], "cells": [two]}
    up, down = ({"direction": [sign], "falling": "signs"} for sign in ("1", "-1"))
    tree = split(minus(U, "2"), above=down, below=up, at={"multipliers": []})
    statement = all_points(of_x(["+", ["^", X, 2], ["*", "-2", X]]), [two])
    proof = {"general": general, "letters": [], "signs": [1], "point": ["u"], "tree": tree}
    with pytest.raises(Rejected, match="not declared"):
        establish(Problem([]), statement, "proved", proof)


@pytest.mark.parametrize("kind", ["stationary points", "critical points"])
def test_nothing_is_refuted_about_an_operator_that_need_not_exist(kind):
    """No operator has ||A(x)||^2 = -3 x^2: of every one that has, anything may be said."""
    unit = ["matrix", 1, 1, [[0, 0, "1"]]]
    operator = ["quadratic form", [[["*", "-2", unit], unit]]]
    moved = ["*", X, unit]
    body = ["inner", moved, ["gram", operator, moved]]
    if kind == "stationary points":
        statement, proof = all_points(of_x(body)), {"at": {}, "coordinates": ["0"], "multipliers": []}
    else:
        statement = {"kind": kind, "function": of_x(body), "components": []}
        proof = {"at": {}, "numbers": [], "point": ["0"], "same": [], "outside": []}
    with pytest.raises(Rejected, match="need not exist"):
        establish(Problem([]), statement, "refuted", proof)


def steps(region, largest="1", **changes):
    """The statement that x - a > 5 after every step of f = x from the region."""
    outcome = [["function", ["a", "x", "next"], minus(["name", "next"], "5")], ">"]
    conditions = [[of_x(body), relation] for body, relation in region]
    stated = {"smooth": of_x(X), "pieces": [], "region": conditions, "largest": largest, "outcome": [outcome]}
    return {"kind": "subgradient steps", **stated, "property": "always"} | changes


BETWEEN = steps([(minus(X, "1"), ">="), (["-", X], ">=")])
NEGATIVE_SQUARE = steps([(["*", "-1", ["^", X, 2]], ">")])


# numbers of facts that cannot hold: in the whole region, and below, at and above a cut at 0
@pytest.mark.parametrize(
    ("statement", "whole", "parts"),
    [
        (BETWEEN, 3, [4, 4, 5]),
        (NEGATIVE_SQUARE, 2, [4, 4, 4]),
        (steps([(X, ">=")], largest="0"), 1, [1, 1, 1]),
        (steps([(X, ">=")], largest="-1"), 1, [1, 1, 1]),
    ],
)
@pytest.mark.parametrize("verdict", ["proved", "refuted"])
def test_nothing_is_said_of_no_steps(statement, whole, parts, verdict):
    if verdict == "refuted":
        statement = statement | {"property": "not always"}
    for proof in ({"empty": whole}, {"coordinate": 0, "where": "0", "parts": [{"empty": k} for k in parts]}):
        with pytest.raises(Rejected, match="every part is empty"):
            establish(Problem([]), statement, verdict, proof)
