"""Sums of squares in the kernel: proofs, functionals, points, and what settles nothing."""

import copy

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.speech import sentence
from exactcheck.kernel.statements import establish

X, Y, C = ["name", "x"], ["name", "y"], ["letter", "c"]
u, v, c = (["letter", letter] for letter in "uvc")
PARAMETER = [{"letter": "c", "role": "parameter"}]
ROOT = [{"letter": "r", "root": "2"}]


def stated(*terms, names="xy"):
    """The statement about a polynomial."""
    return {"kind": "sum of squares", "function": ["function", list(names), ["polynomial", [list(t) for t in terms]]]}


def of(body, names="xy"):
    """The statement about another function."""
    return {"kind": "sum of squares", "function": ["function", list(names), body]}


def squares(*terms, names="uv"):
    """A sum of squares."""
    return {"point": list(names), "squares": [list(term) for term in terms]}


def functional(values, congruence, names="uv", at=()):
    """A functional by its values."""
    moments = [[list(powers), value] for powers, value in values]
    return {"at": dict(at), "point": list(names), "functional": moments, "congruence": congruence}


def point(*coordinates, at=()):
    """A point."""
    return {"at": dict(at), "value": list(coordinates)}


def diagonal(size):
    """The identity as congruence."""
    return [[[k, "1"]] for k in range(size)]


FORM = stated(["1", {"x": 2}], ["-2", {"x": 1, "y": 1}], ["1", {"y": 2}])
HYPERBOLA = stated(["1", {"x": 2, "y": 2}], ["-3", {"x": 1, "y": 1}], ["1", {}])
CUBIC = stated(["1", {"x": 3}], names="x")
MOTZKIN = stated(["1", {"x": 4, "y": 2}], ["1", {"x": 2, "y": 4}], ["-3", {"x": 2, "y": 2}], ["1", {}])
WITH_LETTER = of(["+", ["^", X, 2], ["*", "2", C, X, Y], ["^", Y, 2]])
WITH_ROOT = of(["+", ["^", X, 2], ["*", "-2", ["letter", "r"], X], "1"], names="x")
# a positive semidefinite matrix of moments of 1, x y, x^2 y, x y^2, x^2, y^2, ... with a large fourth moment of x y
LOW = [
    ((0, 0), "2"),
    ((2, 2), "2"),
    ((4, 2), "1"),
    ((2, 4), "1"),
    ((2, 0), "5"),
    ((0, 2), "5"),
    ((4, 0), "40"),
    ((0, 4), "40"),
    ((6, 0), "2000"),
    ((0, 6), "2000"),
]
TRUE = {
    "proved": (FORM, "proved", squares(["1", ["+", u, ["-", v]]])),
    "proved with a letter": (
        of(["+", ["^", X, 2], ["*", "2", C, X, Y], ["*", ["^", C, 2], ["^", Y, 2]]]),
        "proved",
        squares(["1", ["+", u, ["*", c, v]]]),
        PARAMETER,
    ),
    "zero": (stated(), "proved", squares()),
    "a negative value": (HYPERBOLA, "refuted", point("1", "1")),
    "a negative value at a letter": (WITH_LETTER, "refuted", point("1", "-1", at={"c": "2"}), PARAMETER),
    "a negative value with a root": (WITH_ROOT, "refuted", point("1"), ROOT),
    "an odd degree": (CUBIC, "refuted", functional([((3,), "-1")], [], names="u")),
    "a functional with a root": (
        WITH_ROOT,
        "refuted",
        functional([((0,), "1"), ((1,), "1"), ((2,), "1")], [[[0, "1"]], [[0, "-1"], [1, "1"]]], names="u"),
        ROOT,
    ),
    "a functional at a letter": (
        WITH_LETTER,
        "refuted",
        functional([((2, 0), "1"), ((1, 1), "-1"), ((0, 2), "1")], [[[0, "1"]], [[0, "1"], [1, "1"]]], at={"c": "2"}),
        PARAMETER,
    ),
}
NEARLY = functional([((2, 0), "1"), ((1, 1), "1"), ((0, 2), "1")], [[[0, "1"]], [[0, "-1"], [1, "1"]]])
FALSE = {
    "other squares": (FORM, "proved", squares(["1", ["+", u, v]])),
    "a negative weight": (FORM, "proved", squares(["1", ["+", u, ["-", v]]], ["-1", "0"])),
    "a division by a coordinate": (
        FORM,
        "proved",
        squares(["1", ["*", ["^", u, -1], ["+", ["^", u, 2], ["-", ["*", u, v]]]]]),
    ),
    "a letter of the problem as coordinate": (
        WITH_LETTER,
        "proved",
        squares(["1", ["+", u, c]], names="uc"),
        PARAMETER,
    ),
    "a coordinate twice": (FORM, "proved", squares(names="uu")),
    "too few coordinates": (FORM, "proved", squares(names="u")),
    "the squares of a form that is none": (HYPERBOLA, "proved", squares(["1", ["+", ["*", u, v], "-1"]])),
    "a value that is not negative": (HYPERBOLA, "refuted", point("0", "1")),
    "a value that is zero": (FORM, "refuted", point("1", "1")),
    "a functional that is not negative": (FORM, "refuted", NEARLY),
    "a functional that is negative on a square": (
        stated(["1", {"x": 2}], ["1", {"y": 2}]),
        "refuted",
        functional([((2, 0), "-1"), ((0, 2), "-1")], diagonal(2)),
    ),
    "an indefinite functional": (
        FORM,
        "refuted",
        functional([((2, 0), "1"), ((1, 1), "2"), ((0, 2), "1")], [[[0, "1"]], [[0, "-2"], [1, "1"]]]),
    ),
    "moments of too few monomials": (
        CUBIC,
        "refuted",
        functional([((3,), "-1"), ((1,), "1"), ((2,), "-1")], [], names="u"),
    ),
    "a value of zero": (CUBIC, "refuted", functional([((3,), "-1"), ((1,), "0")], [], names="u")),
    "a value twice": (CUBIC, "refuted", functional([((3,), "-1"), ((3,), "-1")], [], names="u")),
    "a short monomial": (CUBIC, "refuted", functional([((), "-1")], [], names="u")),
    "a negative exponent": (CUBIC, "refuted", functional([((3,), "-1"), ((-1,), "1")], [], names="u")),
    "a letter without a value": (
        WITH_LETTER,
        "refuted",
        functional([((2, 0), "1"), ((1, 1), "-1"), ((0, 2), "1")], []),
        PARAMETER,
    ),
    "nothing": (FORM, "refuted", None),
}


def accepted(statement, verdict, proof, declarations=()):
    """True if the kernel accepts the proof."""
    try:
        establish(Problem(list(declarations)), copy.deepcopy(statement), verdict, proof)
    except Rejected:
        return False
    return True


@pytest.mark.parametrize("name", TRUE)
def test_what_is_accepted(name):
    assert accepted(*TRUE[name])


@pytest.mark.parametrize("name", FALSE)
def test_what_is_rejected(name):
    assert not accepted(*FALSE[name])


def test_the_motzkin_polynomial_by_hand():
    # L(1) = L(x^2 y^2) = 2, L(x^4 y^2) = L(x^2 y^4) = 1: 2 + 1 + 1 - 6 < 0
    basis = [(0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (0, 2), (3, 0), (2, 1), (1, 2), (0, 3)]
    values = {powers: int(value) for powers, value in LOW}
    matrix = [[values.get((a + i, b + j), 0) for i, j in basis] for a, b in basis]
    proof = functional(LOW, rows(matrix))
    assert accepted(MOTZKIN, "refuted", proof)
    assert not accepted(MOTZKIN, "refuted", functional([*LOW[:1], ((2, 2), "1"), *LOW[2:]], rows(matrix)))
    # the square of x y - 1 has the value 2 + 2: where it had less than 0, there is no congruence
    assert not accepted(MOTZKIN, "refuted", functional([*LOW, ((1, 1), "3")], rows(matrix)))


def rows(matrix):
    """The rows of W with a diagonal W M W^T, by elimination in sympy."""
    import sympy

    lower, _ = sympy.Matrix(matrix).LDLdecomposition()
    inverse = lower.inv()
    size = range(len(matrix))
    return [[[j, str(inverse[i, j])] for j in size if inverse[i, j]] for i in size]


def test_in_words():
    assert sentence(CUBIC) == "(x) -> x^3 is a sum of squares of polynomials with real coefficients"
