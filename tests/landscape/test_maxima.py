"""Maxima: what they are made of, and input that does not fit."""

import pytest
import sympy
from sympy.abc import x, y

from exactcheck import InputError, function
from exactcheck.landscape import maximum

LINE = function(lambda x, y: x - y, x=None, y=None)


@pytest.mark.parametrize(
    ("made", "printed"),
    [
        (lambda: maximum([x**2, y, 0]), "(x, y) -> max(x^2, y, 0)"),
        (lambda: maximum((y, x)), "(x, y) -> max(y, x)"),
        (lambda: maximum([x, y], variables=[y, x]), "(y, x) -> max(x, y)"),
        (lambda: maximum([x], variables=["x", "z"]), "(x, z) -> max(x)"),
        (lambda: maximum([LINE, "1/2", x * y]), "(x, y) -> max(x - y, 1/2, x y)"),
        (lambda: maximum([0], variables="x"), "(x) -> max(0)"),
    ],
)
def test_members_are_functions_of_common_variables(made, printed):
    assert repr(made()) == printed


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: maximum([]), r"functions: \[\] is not a list of at least one function"),
        (lambda: maximum("xy"), "functions: 'xy' is not a list"),
        (lambda: maximum(x), "functions: x is not a list"),
        (lambda: maximum([1, 2]), r"functions: no function and no variable; .* variables=\[x, y\]"),
        (lambda: maximum([x, [y]]), r"functions: \[y\] is neither a function nor a sympy expression nor a number"),
        (lambda: maximum([x, "y"]), "functions: 'y' is not a rational number"),
        (lambda: maximum([x, True]), "functions: True is a truth value"),
        (lambda: maximum([LINE, sympy.Symbol("z")]), "functions: z in z is none of the variables x, y"),
        (lambda: maximum([x, y], variables=[x]), "functions: y in y is none of the variables x"),
        (lambda: maximum([x], variables=[x, x]), "variables: x, x are not different"),
        (lambda: maximum([x], variables=[1]), "name: 1 is not a letter followed by"),
        (lambda: maximum([sympy.Symbol("x^2")]), r"name: 'x\^2' is not a letter followed by"),
    ],
)
def test_what_is_no_maximum(make, words):
    with pytest.raises(InputError, match=words):
        make()
