"""Certificates of setwise local minima in the kernel: every part of a proof, and every way to violate one."""

import copy

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish

X = ["name", "x"]
S = ["letter", "s"]


def of(body):
    """A function of one variable."""
    return ["function", ["x"], body]


def leaf(fact, *terms, modulo=()):
    """A leaf by a sum of terms [coefficient, powers, facts], or by signs."""
    return {
        "fact": fact,
        "modulo": list(modulo),
        "positive": {"sum": [list(term) for term in terms]} if terms else "signs",
    }


def stated(**changes):
    """f = 1 / (1 + x^2), S = {x - 2 >= 0}, U = {x - 1 > 0}: a strict local minimum at infinity, not spurious."""
    statement = {
        "kind": "setwise minimum",
        "function": of("1"),
        "denominator": of(["+", "1", ["^", X, 2]]),
        "set": [[of(["+", X, "-2"]), ">="]],
        "around": [[of(["+", X, "-1"]), ">"]],
        "strict": True,
        "spurious": False,
        "unbounded": True,
    }
    return {**statement, **changes}


# facts in the order in which they are learned; 1 + x^2 <= 0 contradicts the signs of its terms
POSITIVE = leaf(0)
# 0: x - 2 >= 0, 1: 1 - x >= 0
INSIDE = [leaf(1, ["1", {}, [0]], ["1", {}, []])]
# 0: x - 2 >= 0, 1: z - 1 > 0, 2: 2 - z > 0, 3: z^2 - x^2 >= 0 as f(z) - f(x) <= 0 is (1 + x^2) - (1 + z^2) <= 0
# x^2 - z^2 = (x - 2)^2 + 4 (x - 2) + (2 - z) (z - 1) + 3 (2 - z)
BEYOND = [leaf(3, ["1", {}, [0, 0]], ["4", {}, [0]], ["1", {}, [2, 1]], ["3", {}, [2]])]
ARC = {"letter": "s", "from": [["1", "2"]], "arc": [S], "far": leaf(2, ["1", {"s": 1}, [1]], ["1", {"s": 1}, []])}
MEMBER = {"arc": ARC, "inside": [leaf(2, ["1", {}, [1]])]}


def proof(**changes):
    """A proof."""
    parts = {"inside": INSIDE, "beyond": BEYOND, "member": MEMBER, "above": None}
    return {"numbers": [], "positive": POSITIVE, "point": ["x"], "other": ["z"], **parts, **changes}


def check(statement, verdict, evidence, declarations=()):
    """Establish the statement."""
    establish(Problem(list(declarations)), statement, verdict, evidence)


def test_a_minimum_at_infinity():
    check(stated(), "proved", proof())


CUBIC = stated(
    function=of(["+", ["^", X, 3], ["*", "-3", X]]),
    denominator=of("1"),
    set=[[of(["+", X, "-1"]), "="]],
    around=[[of(["+", X, "2"]), ">"]],
    strict=False,
    spurious=True,
    unbounded=False,
)
SOLVED = {"solve": 0, "letter": "x", "inverse": "1"}
ROOT = ["+", ["letter", "z"], "-1"]
# 0: z + 2 > 0, 2: z^3 - 3 z + 2 < 0, 3: (z - 1)^2 >= 0
LEARNED = {"learn": ["^", ROOT, 2], "strict": False, "positive": {"squares": [["1", ROOT]]}}
TANGENT = proof(
    positive="impossible",
    inside=[{**SOLVED, "then": "impossible"}],
    beyond=[{**SOLVED, "then": {**LEARNED, "then": leaf(2, ["1", {}, [3, 0]])}}],
    member={"point": ["1"], "inside": ["impossible"]},
    above={"bound": "-2", "tree": {**SOLVED, "then": "impossible"}, "lower": ["-3"], "below": "impossible"},
)


def test_a_spurious_minimum():
    """x^3 - 3 x + 2 = (x - 1)^2 (x + 2)."""
    check(CUBIC, "proved", TANGENT)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"bound": "-1"}, "not known to be impossible"),
        ({"bound": "-18"}, "not known to be impossible"),
        ({"bound": ["letter", "x"]}, "not declared"),
        ({"lower": ["-2"]}, "not known to be impossible"),
        ({"lower": []}, "list of 0"),
    ],
)
def test_another_bound(changes, reason):
    with pytest.raises(Rejected, match=reason):
        check(CUBIC, "proved", {**TANGENT, "above": {**TANGENT["above"], **changes}})


def test_a_proof_of_what_is_not_stated():
    check({**CUBIC, "spurious": False}, "proved", {**TANGENT, "above": None})
    with pytest.raises(Rejected, match="not stated"):
        check({**CUBIC, "spurious": False}, "proved", TANGENT)


FLAT = stated(function=of("1"), denominator=of("1"), strict=False)
TRIVIAL = proof(positive="impossible", beyond=["impossible"])


def test_a_flat_function():
    check(FLAT, "proved", TRIVIAL)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"strict": 1}, "true or false"),
        ({"set": [[of(X), ">"]]}, "a relation other than"),
        ({"around": [[of(X), ">="]]}, "a relation other than"),
        ({"denominator": ["function", ["x", "y"], X]}, "call their variables differently"),
        ({"denominator": of(X)}, "impossible"),
        ({"spurious": True}, "not an object"),
        ({"strict": True}, "impossible"),
        ({"unbounded": False}, "fields"),
        ({"around": [[of(["+", X, "-2"]), ">"]]}, "sum is not equal"),
        ({"set": [[of(["+", X, "-5"]), ">="]]}, "sum is not equal"),
    ],
)
def test_another_statement(changes, reason):
    with pytest.raises(Rejected, match=reason):
        check({**FLAT, **changes}, "proved", TRIVIAL)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda p: p.update(other=["x"]), "declared twice"),
        (lambda p: p.update(other=[]), "list of 0"),
        (lambda p: p["beyond"].clear(), "list of 0"),
        (lambda p: p["inside"].clear(), "list of 0"),
        (lambda p: p["member"]["arc"].update({"from": [["-1", "2"]]}), "keep s from being large"),
        (lambda p: p["member"]["arc"].update({"from": [["1", S]]}), "not declared"),
        (lambda p: p["member"]["arc"].update({"from": [["1", "0"]]}), "sum is not equal"),
        (lambda p: p["member"]["arc"].update(letter="x y"), "not a name"),
        (lambda p: p["member"]["arc"].update(arc=["3"]), "sum is not equal"),
        (lambda p: p["member"]["arc"].update(arc=[["letter", "x"]]), "not declared"),
        (lambda p: p["member"]["inside"].clear(), "list of 0"),
    ],
)
def test_a_changed_proof(change, reason):
    forged = copy.deepcopy(proof())
    change(forged)
    with pytest.raises(Rejected, match=reason):
        check(stated(), "proved", forged)


# Violations: at least one for each rule, of f = x with q = 1

LINE = stated(function=of(X), denominator=of("1"))
HALF = {**LINE, "set": [[of(["+", "0", ["-", X]]), ">="]], "around": [[of(["+", "1", ["-", X]]), ">"]]}
UNIT = [[of(X), ">="], [of(["+", "1", ["-", X]]), ">="]]
BOUNDED = {**LINE, "set": UNIT, "around": [[of(["+", X, "1"]), ">"]]}
NOTHING = {**LINE, "set": [[of(["+", "-1", ["-", ["^", X, 2]]]), ">="]]}
LOWEST = {**LINE, "function": of(["^", X, 2]), "set": UNIT, "spurious": True}


def violation(**parts):
    """A refutation."""
    return {"at": {}, "numbers": [], "names": ["x"], "positive": "impossible", **parts}


VIOLATIONS = {
    "outside": ({**LINE, "set": UNIT}, violation(point=["1"], outer=0)),
    "not lower": (LINE, violation(point=["2"], other=["3/2"], violated=0)),
    "empty": (NOTHING, violation(empty=leaf(0, ["1", {"x": 2}, []], ["1", {}, []]))),
    # 1 - x^2 < 0, with 0 <= x <= 1: (1 - x) (1 + x) = (1 - x) + x (1 - x)
    "bounded": (BOUNDED, violation(radius="1", bounded=leaf(2, ["1", {}, [1]], ["1", {}, [0, 1]]))),
    # x^2 < 0 is impossible
    "global": (LOWEST, violation(point=["0"], **{"global": [leaf(0), leaf(0)]})),
}


@pytest.mark.parametrize("name", VIOLATIONS)
def test_violations(name):
    statement, evidence = VIOLATIONS[name]
    check(statement, "refuted", evidence)


@pytest.mark.parametrize(
    ("statement", "evidence", "reason"),
    [
        (LINE, violation(point=["2"], outer=0), "not known to satisfy"),
        (LINE, violation(point=["2"], other=["3"], violated=0), "not known to satisfy"),
        (LINE, violation(point=["2"], other=["0"], violated=0), "not known to satisfy"),
        ({**LINE, "function": of(["-", X])}, violation(point=["2"], other=["3/2"], violated=0), "not known to satisfy"),
        (LINE, violation(point=["2"], other=["3/2"], violated=1), "integer"),
        ({**BOUNDED, "unbounded": False}, VIOLATIONS["bounded"][1], "may be bounded"),
        (BOUNDED, {**VIOLATIONS["bounded"][1], "radius": ["^", ["letter", "x"], 2]}, "not declared"),
        ({**LOWEST, "spurious": False}, VIOLATIONS["global"][1], "small values"),
        (LOWEST, violation(point=["2"], **{"global": [leaf(0), leaf(0)]}), "not known to satisfy"),
        (LOWEST, violation(point=["1"], **{"global": [leaf(0), leaf(0)]}), "does not follow"),
        (LINE, violation(), "a refutation with the fields"),
        (LINE, [], "object"),
        ({**LINE, "denominator": of(X)}, VIOLATIONS["not lower"][1], "impossible"),
    ],
)
def test_what_violates_nothing(statement, evidence, reason):
    with pytest.raises(Rejected, match=reason):
        check(statement, "refuted", evidence)


def test_a_certificate_for_all_values_of_a_letter_is_refuted_at_one():
    declarations = [{"letter": "c", "role": "parameter"}, {"assume": [["letter", "c"], ">", "0"]}]
    statement = {**LINE, "set": [[of(["+", X, ["letter", "c"]]), ">="]]}
    check(statement, "refuted", violation(point=["0"], outer=0) | {"at": {"c": "1"}}, declarations)
    with pytest.raises(Rejected, match="violate an assumption"):
        check(statement, "refuted", violation(point=["0"], outer=0) | {"at": {"c": "-1"}}, declarations)
