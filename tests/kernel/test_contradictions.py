"""Trees of contradictions: every rule and leaf, and what they must not let through."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.contradictions import require_contradictory, require_holds
from exactcheck.kernel.known_equations import Known
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish

X, Y = ["name", "x"], ["name", "y"]
x, y = ["letter", "x"], ["letter", "y"]


def known(*facts):
    """Facts about the letters x and y: triples (expression, relation)."""
    found = Known(Problem([])).declaring("x").declaring("y")
    for expression, relation in facts:
        found = found.supposing(found.problem.scalar(expression), relation)
    return found


def leaf(fact, positive, modulo=()):
    """A leaf."""
    return {"fact": fact, "modulo": list(modulo), "positive": positive}


def of(*terms):
    """A sum of terms [coefficient, powers, facts]."""
    return {"sum": [list(term) for term in terms]}


SQUARE = {"squares": [["1", x]]}
NEGATIVE = [(["+", x, "1"], "<=")]
DISK = [(["+", "1", ["-", ["^", x, 2]], ["-", ["^", y, 2]]], ">="), (["+", x, y, "-2"], ">=")]


@pytest.mark.parametrize(
    ("facts", "node"),
    [
        ([(x, ">"), (x, "<")], "impossible"),
        ([(["+", ["^", x, 2], "1"], "<=")], leaf(0, of(["1", {"x": 2}, []], ["1", {}, []]))),
        ([(["^", x, 2], "<")], leaf(0, "signs")),
        ([(["+", ["^", x, 2], "1"], "=")], leaf(None, of(["1", {"x": 2}, []], ["1", {}, []]), [[0, "1"]])),
        # x >= 1 and x <= 1/2
        (
            [(["+", x, "-1"], ">="), (["+", ["*", "-2", x], "1"], ">=")],
            leaf(0, of(["1/2", {}, [1]], ["1/2", {}, []])),
        ),
        (
            [(["+", x, "-1"], ">="), (["+", ["*", "-2", x], "1"], ">=")],
            leaf(None, of(["2", {}, [0]], ["1", {}, [1]], ["1", {}, []])),
        ),
        # a square that is learned: y - x^2 >= 0 and y < 0
        ([(["+", y, ["-", ["^", x, 2]]], ">="), (y, "<")], leaf(1, of(["1", {}, [0]], ["1", {"x": 2}, []]))),
        (
            [(["+", ["^", x, 2], "1"], "<=")],
            {
                "learn": ["^", x, 2],
                "strict": False,
                "positive": SQUARE,
                "then": leaf(0, of(["1", {}, [1]], ["1", {}, []])),
            },
        ),
        # 0 <= x <= 0, x^2 + 1 = 0 and x != 0
        (
            [(x, ">="), (x, "<="), (x, "!=")],
            {"between": x, "then": "impossible"},
        ),
        (
            [(["*", x, y], "="), (x, ">"), (y, "!=")],
            {"factor": 0, "cases": [[x, 1, "impossible"], [y, 1, "impossible"]]},
        ),
    ],
)
def test_trees(facts, node):
    require_contradictory(known(*facts), node)


@pytest.mark.parametrize(
    ("facts", "node"),
    [
        ([(x, ">")], "impossible"),
        ([(x, ">")], None),
        ([(x, ">")], {}),
        ([(x, ">=")], leaf(0, "signs")),
        # 0 >= 0 is no contradiction
        ([(["^", x, 2], "<=")], leaf(0, "signs")),
        ([(x, "=")], leaf(None, "signs", [[0, x]])),
        ([], leaf(None, of())),
        ([], leaf(None, "signs")),
        ([(x, ">=")], leaf(None, of(["1", {}, [0]]))),
        ([(x, ">=")], {"between": x, "then": "impossible"}),
        ([(x, ">=")], {"learn": x, "strict": True, "positive": "signs", "then": "impossible"}),
        ([(x, ">=")], {"learn": x, "strict": 0, "positive": "signs", "then": "impossible"}),
        (DISK, leaf(0, of(["1", {}, [1]]))),
        (DISK, leaf(7, of(["1", {}, [1]]))),
    ],
)
def test_what_is_no_contradiction(facts, node):
    with pytest.raises(Rejected):
        require_contradictory(known(*facts), node)


def test_what_is_learned_in_one_case_is_not_known_in_another():
    positive = {"learn": y, "strict": True, "positive": "signs", "then": leaf(0, "signs")}
    node = {"sign": y, "cases": [[">", positive], ["<=", positive]]}
    with pytest.raises(Rejected):
        require_contradictory(known((x, "<=")), node)


def test_a_relation_by_the_negation_of_it():
    case = known(*NEGATIVE)
    require_holds(case, Polynomial.letter("x"), "<", leaf(1, of(["1", {}, [0]], ["1", {}, []])))
    with pytest.raises(Rejected):
        require_holds(case, Polynomial.letter("x"), ">", leaf(1, of(["1", {}, [0]], ["1", {}, []])))


# Statements

EMPTY = {"kind": "empty set", "conditions": [[["function", ["x"], ["+", ["^", X, 2], "1"]], "="]]}
TREE = {"numbers": [], "point": ["x"], "tree": leaf(None, of(["1", {"x": 2}, []], ["1", {}, []]), [[0, "1"]])}
ROOT = {"kind": "empty set", "conditions": [[["function", ["x"], ["+", ["^", X, 2], "-2"]], "="]]}
W = [{"letter": "w", "root": "2"}]
TRIANGLE = {
    "kind": "implication",
    "conditions": [[["function", ["x"], X], ">"]],
    "conclusions": [[["function", ["x"], ["+", X, "1"]], ">"], [["function", ["x"], ["+", X, "-1"]], ">="]],
}


def check(statement, verdict, proof, declarations=()):
    """Establish a statement."""
    establish(Problem(list(declarations)), statement, verdict, proof)


def test_an_empty_set_and_a_point():
    check(EMPTY, "proved", TREE)
    check(ROOT, "refuted", {"at": {}, "numbers": W, "point": [["letter", "w"]]})


@pytest.mark.parametrize(
    "change",
    [
        {"point": []},
        {"point": ["x", "y"]},
        {"point": ["x", "x"]},
        {"tree": leaf(None, of(["1", {}, []]), [[0, "1"]])},
        {"numbers": [{"letter": "x", "role": "point"}]},
    ],
)
def test_a_changed_tree(change):
    with pytest.raises(Rejected):
        check(EMPTY, "proved", {**TREE, **change})


def test_a_point_that_may_lie_outside():
    with pytest.raises(Rejected, match="not known to satisfy"):
        check(ROOT, "refuted", {"at": {}, "numbers": [], "point": ["1"]})
    with pytest.raises(Rejected, match="no condition says"):
        check({"kind": "empty set", "conditions": []}, "refuted", {"at": {}, "numbers": [], "point": []})


def test_an_implication():
    first = {**TRIANGLE, "conclusions": TRIANGLE["conclusions"][:1]}
    check(first, "proved", {"numbers": [], "point": ["x"], "trees": [leaf(1, of(["1", {}, [0]], ["1", {}, []]))]})
    check(TRIANGLE, "refuted", {"at": {}, "numbers": [], "point": ["1/2"], "conclusion": 1})
    for point, conclusion in ((["1/2"], 0), (["-1/2"], 1), (["1"], 1)):
        with pytest.raises(Rejected, match="not known to satisfy"):
            check(TRIANGLE, "refuted", {"at": {}, "numbers": [], "point": point, "conclusion": conclusion})


@pytest.mark.parametrize(
    ("conditions", "reason"),
    [
        ([[["function", ["x"], X], "<"]], "a relation other than"),
        ([[["function", ["x"], X], "="], [["function", ["x", "y"], X], "="]], "call their variables differently"),
        ([[["function", ["x"], ["matrix", 1, 1, []]], "="]], "no scalar"),
        # a function that is not defined everywhere: x^-1 where x is positive
        ([[["function", ["x"], X], ">"], [["function", ["x"], ["^", X, -1]], ">"]], "could be zero"),
    ],
)
def test_what_is_no_set(conditions, reason):
    with pytest.raises(Rejected, match=reason):
        check({"kind": "empty set", "conditions": conditions}, "proved", TREE)
