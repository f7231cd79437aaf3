"""Comparisons on a box as they are written, and what cannot be compared."""

import math

import pytest
import sympy
from sympy.abc import x, y

from exactcheck import InputError, function, lesser, letter, matrix, point, sqrt, trace, verify_statements
from exactcheck.exact.problem import Problem
from exactcheck.landscape import critical_points, exp, for_all_reals, log, on_box, sigmoid, tanh

w, v = point("w"), point("v")
two = function(lambda s, t: exp(s) + t, s=None, t=None)
LINE = function(lambda s, t: s + 1, s=None, t=None)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (on_box(exp(w) + v, {w: (0, 1), v: ("1/2", None)}) > 0, "exp(w) + v > 0 for all w in [0, 1], v >= 1/2"),
        (on_box(two, [(0, 1), (None, 2)]) <= 5, "exp(s) + t - 5 <= 0 for all s in [0, 1], t <= 2"),
        (on_box(two, {"t": (None, None), "s": (0, 1)}) < LINE, "exp(s) + t - (s + 1) < 0 for all s in [0, 1], real t"),
        (on_box(two, {sympy.Symbol("s"): (0, 1), "t": (0, 1)}) == 0, "exp(s) + t = 0 for all s in [0, 1], t in [0, 1]"),
        (on_box(sympy.tanh(x), {x: (0, 1)}) >= 0, "tanh(x) >= 0 for all x in [0, 1]"),
        (for_all_reals(sigmoid(w) < 1), "sigmoid(w) - 1 < 0 for all real w"),
        (for_all_reals(sympy.Eq(x * sympy.exp(y), 1)), "x exp(y) - 1 = 0 for all real x, real y"),
    ],
    ids=range(7),
)
def test_a_statement_reads_aloud(statement, words):
    assert repr(statement) == words
    assert statement.kind == "comparison on a box"
    assert Problem().state(statement)["box"] == [
        [None if end is None else str(end) for end in side] for side in statement["box"]
    ]


def test_the_certificate_carries_what_was_written():
    stated = Problem().state(on_box(exp(2 * w) - w, {w: (0, "1/3")}) >= "1/2")
    assert stated["function"] == [
        "function",
        ["w"],
        ["+", ["+", ["exp", ["*", "2", ["name", "w"]]], ["-", ["name", "w"]]], "-1/2"],
    ]
    assert (stated["box"], stated["relation"]) == ([["0", "1/3"]], ">=")


def test_letters_become_variables_wherever_they_are():
    square = function(lambda s: s * w, s=None)
    a = letter("a")
    statement = for_all_reals(square(exp(w)) + a * sqrt(2) > lesser(a, 1))
    stated = Problem().state(statement)
    assert '["letter", "w"]' not in str(stated).replace("'", '"')
    assert '["letter", "a"]' in str(stated).replace("'", '"')
    unchanged = function(lambda s: s**2, s=None)
    assert verify_statements(for_all_reals(unchanged(exp(w)) == exp(2 * w))).verdict == "proved"
    assert verify_statements(for_all_reals(exp(square(v)) == exp(v * w))).verdict == "proved"
    slope = function(lambda s: s**3, s=None)
    assert verify_statements(for_all_reals(slope.derivative([exp(w)], [1]) == 3 * exp(2 * w))).verdict == "proved"
    traced = for_all_reals(trace(matrix([[w, 1], [1, w]])) * exp(w) == 2 * w * exp(w))
    assert verify_statements(traced).verdict == "undecided"
    times = function(lambda s: sigmoid(s * w), s=None)
    slope = w * sigmoid(v * w) * (1 - sigmoid(v * w))
    assert verify_statements(for_all_reals(times.derivative([v], [1]) == slope)).verdict == "proved"
    assert verify_statements(for_all_reals(times.derivative([v], [1]) == slope / 2)).verdict == "refuted"
    network = function(lambda a, b: (b * sigmoid(a) - 1) ** 2 + b * exp(2), a=None, b=None)
    bound = for_all_reals(network(w, v) >= v * exp(2))
    assert verify_statements(bound).verdict == "proved"
    assert '["letter", "v"]' in str(Problem().state(bound)).replace("'", '"')
    assert verify_statements(for_all_reals(network(w, v) > v * exp(2))).verdict != "proved"
    own = function(lambda s: exp(s) * function(lambda t: t + w, t=None)(s), s=None)
    assert verify_statements(for_all_reals(own(w) == 2 * w * exp(w))).verdict == "proved"


WRONG = {
    "no range for each variable": lambda: on_box(exp(w), [(0, 1)]),
    "no range for each": lambda: on_box(exp(w), {}),
    "no integer from 1 on": lambda: on_box(exp(w), {w: (0, 1)}, parts=0),
    "no range of w": lambda: on_box(exp(w), {w: 1}),
    "range of w from 1 to 0 is empty": lambda: on_box(exp(w), {w: (1, 0)}),
    "the float 0.5 is not exact": lambda: on_box(exp(w), {w: (0, 0.5)}),
    "is no variable": lambda: on_box(exp(w), {2 * w: (0, 1)}),
    "no letter for real numbers": lambda: on_box(exp(w), {letter("n", "size"): (0, 1)}),
    "different letters of one name": lambda: on_box(exp(w), {w: (0, 1), point("w"): (0, 1)}),
    "y in y\\*exp\\(x\\) has no range": lambda: on_box(y * sympy.exp(x), {x: (0, 1)}) > 0,
    "instead of s, t": lambda: on_box(two, {"s": (0, 1)}),
    "no list of ranges": lambda: on_box(two, [(0, 1)]),
    "other variables": lambda: on_box(two, [(0, 1)] * 2) > function(lambda s: s, s=None),
    "variables that are matrices": lambda: on_box(function(lambda U: U.arguments and 1, U=(1, 1)), [(0, 1)]),
    "depends on a letter": lambda: for_all_reals(exp(w) > sqrt(w)),
    "or minimum .* depends": lambda: for_all_reals(exp(w) > lesser(w, 1)),
    "variable and a letter of one name": lambda: for_all_reals(
        exp(w) > function(lambda *u: u[0] * w, w=None).derivative([1], [1])
    ),
    "no comparison such as": lambda: for_all_reals(exp(w)),
    "no comparison such": lambda: for_all_reals(True),
    "with a variable inside": lambda: for_all_reals(w**2 >= 0),
    "no equation or inequality": lambda: for_all_reals(sympy.Ne(sympy.exp(x), x)),
    "no algebraic number": lambda: verify_statements(exp(w) > 0),
    "on_box\\(f": lambda: verify_statements(w > 0, assuming=[tanh(w) > 0]),
    "for_all_reals\\(left": lambda: verify_statements(critical_points(function(lambda s: exp(s), s=None)) == []),
    "root or a minimum of exp": lambda: verify_statements(for_all_reals(exp(w) > sqrt(1 + exp(1)))),
    "minimum of tanh\\(1\\); the root": lambda: verify_statements(w > sqrt(lesser(tanh(1), 1))),
    "has no logarithm": lambda: log(0),
}


@pytest.mark.parametrize("message", WRONG)
def test_errors_say_what_is_accepted(message):
    with pytest.raises(InputError, match=message):
        WRONG[message]()


def test_a_function_on_a_box_is_no_statement_yet():
    compared = on_box(exp(w), {w: (0, 1)})
    assert repr(compared) == "<exp(w) on a box, to be compared with a number>"
    assert len({compared, on_box(exp(w), {w: (0, 1)})}) == 2
    with pytest.raises(InputError, match="what is decided are statements"):
        verify_statements(compared)


@pytest.mark.parametrize("f", [exp, log, tanh, sigmoid])
def test_values_lie_between_enclosures(f):
    value = {exp: math.exp, log: math.log, tanh: math.tanh, sigmoid: lambda t: 1 / (1 + math.exp(-t))}[f](1.5)
    box = {w: ("3/2", "3/2")}
    below, above = (sympy.Rational(value).limit_denominator(10**6) + sympy.Rational(k, 10**5) for k in (-1, 1))
    assert verify_statements(on_box(f(w), box) > below, on_box(f(w), box) < above).verdict == "proved"
