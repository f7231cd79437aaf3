"""Iterates of gradient descent in the kernel, exact and in boxes, against plain fractions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.gradient_iterates import read_descent
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish

X, Y = ["name", "x"], ["name", "y"]


def of(body):
    """A function of two variables."""
    return ["function", ["x", "y"], body]


def run(region, steps=2, iterates="last", **changes):
    """Steps of size 1/4 from (1, 2) for x^2 + x y^2: the first iterate is (-1/2, 1), the second (-1/2, 3/2)."""
    fields = {"start": ["1", "2"], "step": "1/4", "steps": steps, "iterates": iterates}
    function = of(["+", ["^", X, 2], ["*", X, ["^", Y, 2]]])
    return {"kind": "gradient descent", "function": function, "region": region, **fields, **changes}


def check(statement, verdict, proof, declarations=()):
    """Establish the statement."""
    establish(Problem(list(declarations)), statement, verdict, proof)


LEFT, HALF = [of(["-", X]), ">"], [of(["+", ["*", "2", X], "1"]), ">="]
BITS = [None, 1, 20, 200]


@pytest.mark.parametrize("bits", BITS)
def test_the_last_iterate(bits):
    check(run([LEFT, HALF]), "proved", {"precision": bits})
    check(run([LEFT], iterates="all"), "refuted", {"precision": bits, "iterate": 0, "condition": 0})
    check(run([[of(X), ">="]]), "refuted", {"precision": bits, "iterate": 2, "condition": 0})


def test_a_precision_that_does_not_tell():
    # after one step x = 1 - (2 + 4) / 3 = -1, after a second one -1 + (2 - ...) / 3: thirds are no multiples of 2^-b
    third = run([[of(["+", X, "1"]), ">="], [of(["+", "-1", ["-", X]]), ">="]], steps=1, step="1/3")
    check(third, "proved", {"precision": None})
    flat = {**third, "function": of(["*", "1/7", X]), "region": [[of(["+", ["*", "21", X], "-20"]), ">="]]}
    check(flat, "proved", {"precision": None})
    with pytest.raises(Rejected, match="may be outside"):
        check(flat, "proved", {"precision": 8})
    with pytest.raises(Rejected, match="may satisfy"):
        check(
            {**flat, "region": [[of(["+", ["*", "21", X], "-20"]), ">"]]},
            "refuted",
            {"precision": 8, "iterate": 1, "condition": 0},
        )


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (run([LEFT], step="0"), "not positive"),
        (run([LEFT], step="-1"), "not positive"),
        (run([LEFT], steps=-1), "not an integer"),
        (run([LEFT], iterates="some"), "neither last nor all"),
        (run([LEFT], start=["1"]), "list of 1"),
        (run([]), "without an inequality"),
        (run([[of(X), "="]]), "a relation other than"),
        (run([LEFT], start=["1", ["letter", "a"]]), "not rational"),
        (run([[of(["*", ["letter", "a"], X]), ">="]]), "not rational"),
        (run([LEFT], function=of(["*", ["letter", "a"], X])), "not rational"),
        (run([LEFT], function=of(["matrix", 1, 1, []])), "no scalar"),
        (run([[of(X), ">="]]), "may be outside"),
    ],
)
def test_what_is_rejected(statement, reason):
    with pytest.raises(Rejected, match=reason):
        check(statement, "proved", {"precision": None}, [{"letter": "a", "role": "parameter"}])


@pytest.mark.parametrize("proof", [(2, 1), (1, 0), (3, 0), (-1, 0)])
def test_other_iterates_and_conditions(proof):
    with pytest.raises(Rejected):
        check(run([[of(X), ">="]]), "refuted", {"precision": None, "iterate": proof[0], "condition": proof[1]})


NUMBERS = st.fractions(-2, 2, max_denominator=6)


@given(NUMBERS, NUMBERS, st.integers(0, 3), st.integers(1, 30))
def test_boxes_contain_the_iterates(x, y, steps, bits):
    statement = run([LEFT], steps=steps, start=[str(x), str(y)])
    exact = [(x, y)]
    for _ in range(steps):
        x, y = x - Fraction(1, 4) * (2 * x + y * y), y - Fraction(1, 2) * x * y
        exact.append((x, y))
    descent = read_descent(Problem([]), statement)
    for precise, box, point in zip(descent.boxes(None), descent.boxes(bits), exact, strict=True):
        assert precise == [(c, c) for c in point]
        assert all(low <= c <= high for (low, high), c in zip(box, point, strict=True))
