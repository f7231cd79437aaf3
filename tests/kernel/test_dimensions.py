"""Dimensions: what the rule accepts, and what it must not let through."""

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.kernel import Rejected
from exactcheck.kernel.dimensions import derivative, gram_determinant
from exactcheck.kernel.known_equations import Known
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish

S, T = ["name", "s"], ["name", "t"]
A, B = ["letter", "a"], ["letter", "b"]


def component(point, where=(), letters="st"):
    """A component in the kernel's notation."""
    return {"letters": list(letters), "where": [list(condition) for condition in where], "point": list(point)}


def stated(components, number, relation="="):
    """The statement about a union."""
    return {"kind": "dimension", "set": {"components": components}, "relation": relation, "number": number}


def proof(lower=None, upper=None, solutions=None):
    """A proof without numbers."""
    return {"numbers": [], "solutions": solutions, "lower": lower, "upper": upper}


def above(*trees, letters="ab"):
    """Upper bounds by trees."""
    return [{"letters": list(letters), "tree": tree} for tree in trees]


def below(values, coordinates, columns, **more):
    """A lower bound by a minor."""
    trees = ["impossible"] * more.pop("trees", 1)
    plain = {"component": 0, "values": values, "trees": trees, "letters": ["a", "b"], "equations": [0], "others": []}
    minor = {"coordinates": coordinates, "letters": columns}
    return {**plain, "minor": minor, "unequal": "impossible", **more}


def prove(statement, given):
    """Established."""
    establish(Problem([]), statement, "proved", given)


def refute(statement, given):
    """Refuted."""
    establish(Problem([]), statement, "refuted", {"at": {}, **given})


CIRCLE = component([S, T], [(["+", ["^", S, 2], ["^", T, 2], "-1"], "=")])
# 4 a^2 + 4 b^2 = 4 (a^2 + b^2 - 1) + 4 > 0
FULL = {"fact": 0, "modulo": [[0, "-4"]], "positive": "signs"}
CURVE = {"rank": [0], "full": FULL}
THERE = below(["3/5", "4/5"], [0], [0, 1])


def test_a_circle_is_a_curve():
    both = proof(THERE, above(CURVE))
    prove(stated([CIRCLE], 1), both)
    prove(stated([CIRCLE], 1, ">="), proof(THERE))
    prove(stated([CIRCLE], 1, "<="), proof(None, above(CURVE)))
    prove(stated([CIRCLE], 0, ">="), both)
    prove(stated([CIRCLE], 2, "<="), proof())
    for number in (0, 2, -1):
        refute(stated([CIRCLE], number), both)
        with pytest.raises(Rejected, match="from 1 to 1"):
            prove(stated([CIRCLE], number), both)
    with pytest.raises(Rejected, match="from 1 to 2"):
        prove(stated([CIRCLE], 1), proof(THERE))
    with pytest.raises(Rejected, match="from 1 to 1"):
        refute(stated([CIRCLE], 1), both)
    plain = {"component": 0, "values": ["1", "0"], "trees": ["impossible"]}
    prove(stated([CIRCLE], 0, ">="), proof(plain))
    with pytest.raises(Rejected, match="impossible"):
        prove(stated([CIRCLE], 0, ">="), proof({**plain, "values": ["1", "1"]}))


@pytest.mark.parametrize(
    ("upper", "words"),
    [
        (above({"rank": [0, 0], "full": FULL}), "positive|sign"),
        (above({"rank": [1], "full": FULL}), "not an integer"),
        (above({"rank": [0], "full": "impossible"}), "not known to be impossible"),
        (above({"nowhere": "impossible"}), "not known to be impossible"),
        (above({"keep": [0]}), "fields"),
        (above({"keep": [], "rule": []}), "fields"),
        (above({"factor": 0, "keep": []}), "several kinds"),
        (above("impossible"), "an unknown kind"),
        ([], "a list of 0"),
    ],
)
def test_what_an_upper_bound_must_show(upper, words):
    with pytest.raises(Rejected, match=words):
        prove(stated([CIRCLE], 1, "<="), proof(None, upper))


@pytest.mark.parametrize(
    ("lower", "words"),
    [
        (below(["1", "1"], [0], [0, 1]), "not known to be impossible"),
        (below(["1", "0"], [0], [0, 1]), "not known to be impossible"),
        (below(["3/5", "4/5"], [0, 1], [0, 1]), "not square"),
        (below(["3/5", "4/5"], [0, 1], [0, 1, 1]), "not known to be impossible"),
        (below(["3/5", "4/5"], [0], [0, 2]), "not an integer"),
        (below(["3/5", "4/5"], [2], [0, 1]), "not an integer"),
        (below(["3/5", "4/5"], [0, 1], [0, 1], equations=[]), "a list of 0"),
        (below(["3/5", "4/5"], [0, 1], [0, 1], equations=[], others=[["1", []]]), "does not follow"),
        (below(["3/5", "4/5"], [0, 1], [0, 1], equations=[], others=[["1", [[0, "1"]]]]), "of other equations"),
        (below(["3/5", "4/5"], [0, 1], [0, 1], equations=[], others=[["0", []]]), "may be zero"),
        (below([A, "4/5"], [0], [0, 1]), "not declared"),
        ({**THERE, "component": 1}, "not an integer"),
        ({**THERE, "letters": ["a", "a"]}, "declared twice|defined twice"),
    ],
)
def test_what_a_lower_bound_must_show(lower, words):
    with pytest.raises(Rejected, match=words):
        prove(stated([CIRCLE], 1, ">="), proof(lower))


def test_equations_that_follow_from_others_near_a_point():
    # s t = 0 and s = 0: where t is not zero the first says what the second does
    twice = component([S, T], [(["*", S, T], "="), (S, "=")])
    more = {"equations": [0], "others": [["letter", "b"], [[0, "1"]]], "trees": 2}
    prove(stated([twice], 1, ">="), proof(below(["0", "1"], [1], [0, 1], **{**more, "others": [more["others"]]})))
    with pytest.raises(Rejected, match="may be zero"):
        prove(stated([twice], 1, ">="), proof(below(["0", "0"], [1], [0, 1], **{**more, "others": [more["others"]]})))


def test_a_boundary_has_a_smaller_dimension():
    # s >= 0 and s <= 0 leave a line, on which neither holds strictly
    line = component([S, T], [(S, ">="), (S, "<=")])
    inner = {"equations": [], "trees": 2}
    with pytest.raises(Rejected, match="not known to be impossible"):
        prove(stated([line], 2, ">="), proof(below(["0", "0"], [0, 1], [0, 1], **inner)))
    half = component([S, T], [(S, ">=")])
    prove(stated([half], 2), proof(below(["1", "0"], [0, 1], [0, 1], equations=[])))
    with pytest.raises(Rejected, match="not known to be impossible"):
        prove(stated([half], 2), proof(below(["0", "0"], [0, 1], [0, 1], equations=[])))
    leaf = {"rank": [], "full": "impossible"}
    between = {"between": A, "then": {"solve": 0, "letter": "a", "inverse": "1", "then": leaf}}
    prove(stated([line], 1, "<="), proof(None, above(between)))


def test_points_that_do_not_determine_their_letters():
    folded = component([["+", S, T], ["+", S, T]], [])
    prove(stated([folded], 1, ">="), proof(below(["0", "0"], [0], [0], equations=[], trees=0)))
    with pytest.raises(Rejected, match="not known to be impossible"):
        prove(stated([folded], 2, ">="), proof(below(["0", "0"], [0, 1], [0, 1], equations=[], trees=0)))
    add = {"letter": "c", "is": ["+", A, B], "then": None}
    leaf = {"rank": [], "full": "impossible"}
    add["then"] = {"solve": 0, "letter": "a", "inverse": "-1", "then": leaf}
    prove(stated([folded], 1, "<="), proof(None, above(add)))


def test_unions_and_sets_without_points():
    none = component([T], [(["^", T, 2], "<")], "t")
    prove(stated([none], -1), proof(None, above({"nowhere": "impossible"}, letters="a")))
    prove(stated([], -1), proof(None, []))
    prove(stated([], -1), proof())
    point = component(["1", "0"], [], "")
    trees = [*above(CURVE), {"letters": [], "tree": {"rank": [], "full": "impossible"}}]
    prove(stated([CIRCLE, point], 1), proof(THERE, trees))
    refute(stated([point], 1, ">="), proof(None, trees[1:]))


def test_cases_without_points_are_no_larger():
    # (s^2 + 1) (s - 1) = 0
    product = ["*", ["+", ["^", S, 2], "1"], ["+", S, "-1"]]
    line = component([S, T], [(product, "=")])
    factors = [["+", ["^", A, 2], "1"], ["+", A, "-1"]]
    leaves = [{"nowhere": "impossible"}, {"rank": [1], "full": "impossible"}]
    tree = {"factor": 0, "cases": [[factor, 1, leaf] for factor, leaf in zip(factors, leaves, strict=True)]}
    prove(stated([line], 1, "<="), proof(None, above(tree)))


LETTERS = ("x", "y", "z")
MONOMIALS = st.tuples(*[st.integers(0, 2)] * 3)
SPARSE = st.dictionaries(MONOMIALS, st.integers(-3, 3), min_size=1, max_size=4)


def both(terms):
    """A polynomial of the kernel, and the one of sympy."""
    powers = {tuple((x, k) for x, k in zip(LETTERS, exponents, strict=True) if k): c for exponents, c in terms.items()}
    x = sympy.symbols(LETTERS)
    symbolic = sum(c * sympy.prod(a**k for a, k in zip(x, exponents, strict=True)) for exponents, c in terms.items())
    return Polynomial({monomial: Polynomial.of(c).constant for monomial, c in powers.items()}), sympy.sympify(symbolic)


@given(st.lists(SPARSE, min_size=1, max_size=2))
def test_determinants_of_derivatives_are_those_of_sympy(given_terms):
    pairs = [both(terms) for terms in given_terms]
    known = Known(Problem([{"letter": x, "role": "point"} for x in LETTERS]))
    rows = [[derivative(p, x) for x in LETTERS] for p, _ in pairs]
    jacobian = sympy.Matrix([p for _, p in pairs]).jacobian(sympy.symbols(LETTERS))
    expected = sympy.Poly(sympy.expand((jacobian * jacobian.T).det()), *sympy.symbols(LETTERS))
    found = gram_determinant(known, rows).terms.items()
    dense = {tuple(dict(m).get(x, 0) for x in LETTERS): sympy.Rational(c.numerator, c.denominator) for m, c in found}
    assert dense == {exponents: c for exponents, c in expected.terms() if c}
