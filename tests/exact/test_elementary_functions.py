"""exp, log, tanh and the sigmoid in expressions: written, printed, and to and from sympy."""

import pytest
import sympy
from sympy.abc import x

from exactcheck import InputError, function, point, scalar, to_sympy
from exactcheck.exact.elementary_functions import elementary_in, exp, log, sigmoid, tanh
from exactcheck.exact.from_sympy import scalar_from_sympy
from exactcheck.exact.printing import latex

w = point("w")
W = sympy.Symbol("w", real=True)


@pytest.mark.parametrize(
    ("expression", "words", "in_latex", "in_sympy"),
    [
        (exp(2 * w), "exp(2 w)", r"\exp(2\,w)", sympy.exp(2 * W)),
        (log(1 + w**2), "log(1 + w^2)", r"\log(1 + {w}^{2})", sympy.log(1 + W**2)),
        (tanh(w) ** 2, "tanh(w)^2", r"{\tanh(w)}^{2}", sympy.tanh(W) ** 2),
        (sigmoid(-w) * 3, "sigmoid(-w) 3", r"\sigma(-w)\,3", 3 / (1 + sympy.exp(W))),
    ],
    ids=["exp", "log", "tanh", "sigmoid"],
)
def test_they_are_written_and_have_a_counterpart(expression, words, in_latex, in_sympy):
    assert repr(expression) == words
    assert latex(expression) == in_latex
    assert sympy.simplify(to_sympy(expression) - in_sympy) == 0


@pytest.mark.parametrize(
    "value",
    [
        sympy.exp(2 * x) - sympy.E,
        sympy.log(x**2 + 1) / 3,
        sympy.tanh(-x) ** 2,
        1 / (1 + sympy.exp(-x)),
        sympy.sqrt(2) * sympy.exp(x / 2),
    ],
    ids=str,
)
def test_there_and_back(value):
    there = scalar_from_sympy(value, {x: w})
    back = to_sympy(there)
    assert sympy.simplify(back.subs(W, x) - value) == 0


@pytest.mark.parametrize("value", [sympy.sin(x), sympy.log(x, 2), sympy.Abs(x)], ids=str)
def test_other_functions_are_refused(value):
    if value.func is sympy.Mul:
        assert list(elementary_in(scalar_from_sympy(value, {x: w})))
        return
    with pytest.raises(InputError):
        scalar_from_sympy(value, {x: w})


def test_they_are_found_in_functions_and_lists():
    f = function(lambda s: 1 + tanh(exp(s)), s=None)
    found = [part.operation for part in elementary_in({"function": f, "at": ((scalar(1), log(w)),)})]
    assert sorted(found) == ["exp", "log", "tanh"]
    assert not list(elementary_in((w**2, "exp")))


@pytest.mark.parametrize("value", [0, -1, "-1/2"])
def test_only_positive_numbers_have_logarithms(value):
    with pytest.raises(InputError, match="no logarithm"):
        log(value)
