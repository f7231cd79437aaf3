"""Expressions: values against sympy and by hand, and everything that is not well formed is rejected."""

from fractions import Fraction

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.expression import letters_of
from exactcheck.kernel.operators import Measurements
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.problem import Problem

A = ["matrix", 2, 2, [[0, 0, "1"], [0, 1, "2"], [1, 0, "3"], [1, 1, "4"]]]
X = ["letter", "x"]
BLOCKS = [
    {"letter": "n", "role": "size"},
    {"block": "p", "size": ["letter", "n"]},
    {"block": "q", "size": "2"},
]
LETTER = {"letter": "x", "role": "point"}
SQUARE = ["function", ["y"], ["^", ["name", "y"], 2]]


def value(expression, *declarations):
    """The value in a problem with the letter x, a block of n and one of 2 indices."""
    return Problem([LETTER, *BLOCKS, *declarations]).evaluate(expression)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (["trace", A], 5),
        (["determinant", A], -2),
        (["inner", A, A], 30),
        (["inner", ["vec", A], ["vec", A]], 30),
        (["trace", ["*", A, ["transpose", A]]], 30),
        (["^", "2/3", -2], Fraction(9, 4)),
        (["inner", ["ones", 2, 2], A], 10),
        (["inner", ["identity", 2], A], 5),
        (["value", SQUARE, ["7"]], 49),
        (["derivative", SQUARE, ["7"], [["1"]]], 14),
        (["derivative", SQUARE, ["7"], [["1"], ["3"]]], 6),
        (["derivative", SQUARE, ["7"], [["1"], ["3"], ["1"]]], 0),
        (["trace", ["identity", ["q"]]], 2),
        (["inner", ["ones", ["q"], ["q"]], ["identity", ["q"]]], 2),
        (["inner", ["apply", ["measurements", [A]], A], ["matrix", 1, 1, [[0, 0, "1"]]]], 30),
        (["inner", ["gram", ["measurements", [A]], A], A], 900),
        (["inner", ["apply", ["low rank update", [[A, A]]], A], A], 930),
        (["inner", ["gram", ["low rank update", [[A, A]]], A], A], 28830),
        (["value", ["function", ["y"], ["polynomial", [["2", {"y": 3}], ["-1", {}]]]], ["2"]], 15),
    ],
)
def test_values(expression, expected):
    assert value(expression) == expected


def test_the_trace_of_letter_size_is_the_size():
    size = value(["trace", ["identity", ["p"]]])
    assert size == value(["letter", "n"])
    assert value(["inner", ["ones", ["p"], ["p"]], ["ones", ["p"], ["p"]]]) == value(["^", ["letter", "n"], 2])


BAD = {
    "no operation": ["launch", "1"],
    "empty": [],
    "number": 3,
    "float": 0.5,
    "unknown letter": ["letter", "y"],
    "unknown name": ["name", "y"],
    "division by zero": ["^", "0", -1],
    "division by what may be zero": ["^", X, -1],
    "exponent": ["^", X, "2"],
    "true as an exponent": ["^", X, True],
    "sum of scalar and matrix": ["+", "1", A],
    "shapes": ["+", A, ["identity", 3]],
    "product of a function": ["*", SQUARE, "2"],
    "negative function": ["-", SQUARE],
    "scalar as matrix": ["transpose", "1"],
    "matrix as scalar": ["^", A, 2],
    "entry twice": ["matrix", 1, 1, [[0, 0, "1"], [0, 0, "2"]]],
    "entry outside": ["matrix", 1, 1, [[1, 0, "1"]]],
    "trace": ["trace", ["ones", 2, 3]],
    "determinant": ["determinant", ["identity", ["p"]]],
    "vec of letter size": ["vec", ["identity", ["p"]]],
    "inner of two kinds": ["inner", A, ["identity", ["q"]]],
    "mixed product": ["*", A, ["identity", ["q"]]],
    "no block": ["identity", ["z"]],
    "block twice": ["identity", ["q", "q"]],
    "columns": ["columns", ["q"], ["p"]],
    "pattern": ["generic", "G", ["p"], ["p"], "some", ""],
    "family of several blocks": ["generic", "G", ["p", "q"], ["p"], "none", "f"],
    "off-diagonal of a rectangle": ["generic", "G", ["p"], ["q"], "off-diagonal", ""],
    "no measurements": ["measurements", []],
    "measurements of letter size": ["measurements", [["identity", ["p"]]]],
    "no operator": ["apply", A, A],
    "no function": ["value", "1", ["1"]],
    "no variables": ["function", [], "1"],
    "variable twice": ["function", ["y", "y"], "1"],
    "too few arguments": ["value", SQUARE, []],
    "function as argument": ["value", SQUARE, [SQUARE]],
    "no direction": ["derivative", SQUARE, ["1"], []],
    "five directions": ["derivative", SQUARE, ["1"], [["1"]] * 5],
    "short direction": ["derivative", SQUARE, ["1"], [[]]],
    "matrix derivative": ["derivative", ["function", ["y"], ["*", ["name", "y"], A]], ["1"], [["1"]]],
    "powers": ["polynomial", [["1", []]]],
    "power zero": ["polynomial", [["1", {"y": 0}]]],
    "abstract twice": ["+", ["apply", ["abstract operator", "L", "p", "p"], A], "1"],
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_what_is_malformed_is_rejected(name):
    with pytest.raises((Rejected, TypeError)):
        value(BAD[name])


def test_a_generic_matrix_is_declared_once():
    generic = ["generic", "G", ["p"], ["p"], "none", ""]
    with pytest.raises(Rejected, match="twice"):
        value(["+", generic, generic])
    abstract = ["abstract operator", "G", "p", "p"]
    with pytest.raises(Rejected, match="twice"):
        value(["inner", ["apply", abstract, ["identity", ["p"]]], ["apply", abstract, ["identity", ["p"]]]])


def test_division_by_a_variable_is_rejected():
    inverse = ["function", ["y"], ["^", ["name", "y"], -1]]
    square = {"kind": "minimum", "function": inverse, "at": ["1"], "bounds": [[None, None]]}
    from exactcheck.kernel.statements import establish

    with pytest.raises(Rejected, match="divides"):
        establish(Problem([]), {**square, "property": "first-order critical point"}, "proved", "first order")


def test_measurements_are_an_operator():
    assert isinstance(value(["measurements", [A]]), Measurements)


LETTER_SIZE = ["identity", ["p"]]
CONSTANT = {"rank": "1", "relation": "<=", "constant": "9"}
MISPLACED = [
    {"kind": "definiteness", "matrix": LETTER_SIZE, "property": "positive definite"},
    {
        "kind": "isometry",
        "operator": ["abstract operator", "L", "p", "p"],
        "rank": "1",
        "relation": "<=",
        "constant": "1",
    },
    {
        "kind": "isometry",
        "operator": ["measurements", [A, ["identity", 3]]],
        "rank": "1",
        "relation": "<=",
        "constant": "9",
    },
    {"kind": "definiteness", "matrix": ["ones", 2, 3], "property": "positive definite"},
    {"kind": "unknown"},
    {"kind": "definiteness", "matrix": A},
    None,
]


@pytest.mark.parametrize("statement", MISPLACED)
def test_a_statement_about_the_wrong_thing_is_rejected(statement):
    from exactcheck.kernel.statements import establish

    for verdict in ("proved", "refuted", "undecided"):
        for proof in ([], {}, "signs", {"upper": [], "lower": []}):
            with pytest.raises(Rejected):
                establish(Problem([LETTER, *BLOCKS]), statement, verdict, proof)


def test_alternating_orthonormal_words_have_no_trace():
    family = [
        {"block": "rows", "size": "4"},
        {"define": "Q", "as": ["generic", "Q", ["rows"], ["q"], "none", "f"]},
        {"define": "R", "as": ["generic", "R", ["rows"], ["q"], "none", "f"]},
    ]
    assert value(["trace", ["*", ["name", "Q"], ["transpose", ["name", "R"]]]], *family) == 0
    assert value(["trace", ["*", ["name", "Q"], ["transpose", ["name", "Q"]]]], *family) == 2


TERMS = ["terms", [["1/2", {"a": 2}], ["-3", {}], ["1", {"b": 1, "a": 1}]]]
LETTERS = [{"letter": "a", "role": "parameter"}, {"letter": "b", "role": "parameter"}]


def test_terms_in_letters():
    a, b = Polynomial.letter("a"), Polynomial.letter("b")
    assert Problem(LETTERS).scalar(TERMS) == a**2 * Fraction(1, 2) - 3 + a * b
    assert letters_of(TERMS) == {"a", "b"}
    assert letters_of(["terms", "a"]) == set()


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ([["1", {"c": 1}]], "not declared"),
        ([["1", {"a": 1}], ["2", {"a": 1}]], "given twice"),
        ([["1", {"a": 0}]], "not an integer"),
        ([["1", {"a": -1}]], "not an integer"),
        ([["2/4", {"a": 1}]], "lowest terms"),
        ([["1", "a"]], "number and powers"),
        ([["1"]], "number and powers"),
        ("a", "not a list"),
    ],
)
def test_terms_that_are_none(terms, reason):
    with pytest.raises(Rejected, match=reason):
        Problem(LETTERS).scalar(["terms", terms])


def test_letters_in_terms_are_seen():
    hidden = ["function", ["x"], ["+", ["name", "x"], ["terms", [["1", {"c": 1}]]]]]
    with pytest.raises(Rejected, match="not declared"):
        Problem([*LETTERS, {"define": "f", "as": hidden}])
    bound = ["function", ["a"], ["+", ["name", "a"], ["terms", [["1", {"a": 1}]]]]]
    with pytest.raises(Rejected, match="names of variables and of letters"):
        Problem([*LETTERS, {"define": "f", "as": bound}])
    replaced = Problem([*LETTERS, {"letter": "c", "is": "2"}])
    with pytest.raises(Rejected, match="not declared"):
        replaced.scalar(["terms", [["1", {"c": 1}]]])
