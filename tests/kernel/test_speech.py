"""Declarations in words."""

import pytest

from exactcheck.kernel.speech import formula, spoken_problem

WORDS = [
    ({"letter": "d", "polynomial": ["-2", "0", "1"], "interval": ["1", "2"]}, "the root in (1, 2)"),
    ({"letter": "a", "root": "2"}, "a := sqrt(2)"),
    ({"letter": "n", "role": "size"}, "any integer >= 0"),
    ({"block": "p", "size": ["letter", "n"]}, "a block of n indices"),
]


@pytest.mark.parametrize(("declaration", "words"), WORDS)
def test_a_declaration_in_words(declaration, words):
    assert words in spoken_problem({}, [declaration])


def test_a_polynomial_in_words():
    assert formula(["polynomial", [["2", {"x": 3}], ["1/2", {}]]]) == "2 x^3 + 1/2"
    assert formula(["polynomial", []]) == "0"
