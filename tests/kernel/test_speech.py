"""Declarations in words."""

import pytest

from exactcheck.kernel.speech import formula, sentence, spoken_problem

WORDS = [
    ({"letter": "d", "polynomial": ["-2", "0", "1"], "interval": ["1", "2"]}, "the root in (1, 2)"),
    ({"letter": "a", "root": "2"}, "a := sqrt(2)"),
    ({"letter": "n", "role": "size"}, "any integer >= 0"),
    ({"letter": "x", "is": "2"}, "x := 2"),
    ({"block": "p", "size": ["letter", "n"]}, "a block of n indices"),
]


@pytest.mark.parametrize(("declaration", "words"), WORDS)
def test_a_declaration_in_words(declaration, words):
    assert words in spoken_problem({}, [declaration])


GROUPED = [
    (["^", ["*", ["letter", "x"], ["letter", "y"]], 2], "(x y)^2"),
    (["^", ["letter", "x"], 2], "x^2"),
    (["transpose", ["*", ["name", "A"], ["name", "B"]]], "(A B)'"),
    (["value", ["function", ["x"], ["name", "x"]], ["1"]], "((x) -> x)(1)"),
    (["value", ["name", "f"], ["1"]], "f(1)"),
]


@pytest.mark.parametrize(("expression", "words"), GROUPED)
def test_what_an_operation_takes_is_seen(expression, words):
    assert formula(expression) == words


def test_a_minimum_of_two_numbers_in_words():
    assert "m := min(x, 2)" in spoken_problem({}, [{"letter": "m", "minimum": [["letter", "x"], "2"]}])


def test_a_polynomial_in_words():
    assert formula(["polynomial", [["2", {"x": 3}], ["1/2", {}]]]) == "2 x^3 + 1/2"
    assert formula(["polynomial", [["-1", {"x": 1, "y": 2}], ["1", {}], ["-3/2", {"x": 1}]]]) == "-x y^2 + 1 - 3/2 x"
    assert formula(["polynomial", []]) == "0"


def test_solutions_are_told_with_their_coordinates():
    first, other = ["function", ["x", "y"], ["name", "x"]], ["function", ["y", "x"], ["name", "x"]]
    line = {"letters": ["t"], "where": [], "point": [["name", "t"], "0"]}
    told = [sentence({"kind": "real solutions", "equations": [f], "components": [line]}) for f in (first, other)]
    assert told[0].startswith("the real solutions (x, y) of x = 0 are ")
    assert told[1].startswith("the real solutions (y, x) of x = 0 are ")
    named = {"kind": "real solutions", "equations": [["name", "f"]], "components": [line]}
    assert sentence(named).startswith("the real solutions of f = 0 are ")
