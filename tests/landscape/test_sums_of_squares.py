"""Statements about sums of squares, and what is none."""

import pytest
import sympy
from sympy.abc import x, y

from exactcheck import InputError, function, norm_squared
from exactcheck.landscape import sum_of_squares


def test_the_statement():
    made = sum_of_squares(x**2 + y**2)
    assert (made.kind, list(made.fields)) == ("sum of squares", ["function"])
    assert [v.arguments[0] for v in made["function"].variables] == ["x", "y"]
    ours = function(lambda x, y: x**2 + y**2, x=None, y=None)
    assert sum_of_squares(ours)["function"] is ours
    assert [v.arguments[0] for v in sum_of_squares(x**2, [y, x])["function"].variables] == ["y", "x"]


@pytest.mark.parametrize(
    ("f", "words"),
    [
        (sympy.sqrt(x), "no polynomial"),
        (1 / x, "no polynomial"),
        (function(lambda A: norm_squared(A), A=(2, 2)), "matrices"),
        (0.5 * x, "f: "),
        ("x", "f: "),
    ],
    ids=repr,
)
def test_what_is_no_polynomial(f, words):
    with pytest.raises(InputError, match=words):
        sum_of_squares(f, None if isinstance(f, sympy.Basic) else ["x"] if isinstance(f, str) else None)
