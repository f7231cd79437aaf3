"""The number of connected components: what the rule accepts, and what it must not let through."""

import pytest

from exactcheck.kernel import Rejected, check
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish
from tests.kernel.point_set_cases import components

S, T = ["name", "s"], ["name", "t"]
A, B = ["letter", "a"], ["letter", "b"]
ROOT = [{"letter": "w", "root": "2"}]


def component(point, where=(), letters=""):
    """A component in the kernel's notation."""
    return {"letters": list(letters), "where": [list(condition) for condition in where], "point": list(point)}


def stated(components, number, relation="="):
    """The statement about a union."""
    return {"kind": "connected components", "set": {"components": components}, "relation": relation, "number": number}


def inside(index, values=(), trees=()):
    """Why a piece lies in a component."""
    return {"component": index, "values": list(values), "trees": list(trees)}


def leaf(index, values=()):
    """Where a point lies."""
    return {"component": index, "values": list(values)}


def proof(pieces, domains, within, cover, joined=(), apart=None, solutions=None):
    """A proof without numbers."""
    return {
        "numbers": [],
        "solutions": solutions,
        "pieces": pieces,
        "domains": [{"letters": list(letters), "blocks": blocks} for letters, blocks in domains],
        "inside": within,
        "cover": [{"letters": list(letters), "tree": tree} for letters, tree in cover],
        "joined": list(joined),
        "apart": apart,
    }


def prove(statement, given, declarations=()):
    """Established."""
    establish(Problem(list(declarations)), statement, "proved", given)


def refute(statement, given, at=None, declarations=()):
    """Refuted."""
    establish(Problem(list(declarations)), statement, "refuted", {"at": at or {}, **given})


# The points with t != 0 on a line, in two pieces

LINE = component([T], [(T, "!=")], "t")
SIDES = [component([T], [(T, ">")], "t"), component([T], [(T, "<")], "t")]
LOCAL = [("a", [["a"]]), ("a", [["a"]])]
WITHIN = [inside(0, [A], ["impossible", "impossible"])] * 2
SPLIT = {"sign": A, "cases": [[">", leaf(0, [A])], ["=", "impossible"], ["<", leaf(1, [A])]]}
COORDINATE = ["function", ["x"], ["name", "x"]]
POINTS = [
    {"piece": 0, "values": ["1"], "trees": ["impossible"]},
    {"piece": 1, "values": ["-1"], "trees": ["impossible"]},
]
APART = {"by": COORDINATE, "signs": [[">", "impossible"], ["<", "impossible"]], "above": POINTS[0], "below": POINTS[1]}
PUNCTURED = proof(SIDES, LOCAL, WITHIN, [("a", SPLIT)], apart=APART)


def test_a_punctured_line_has_two_components():
    prove(stated([LINE], 2), PUNCTURED)
    prove(stated([LINE], 2, ">="), PUNCTURED)
    prove(stated([LINE], 2, "<="), PUNCTURED)
    prove(stated([LINE], 1, ">="), PUNCTURED)
    prove(stated([LINE], 3, "<="), PUNCTURED)
    prove(stated([LINE], 2, "<="), {**PUNCTURED, "apart": None})
    for number, relation in ((1, "="), (3, "="), (3, ">="), (1, "<=")):
        refute(stated([LINE], number, relation), PUNCTURED)
        with pytest.raises(Rejected, match="from 2 to 2"):
            prove(stated([LINE], number, relation), PUNCTURED)
    for number, relation in ((2, "="), (2, ">="), (2, "<=")):
        with pytest.raises(Rejected, match="from 2 to 2"):
            refute(stated([LINE], number, relation), PUNCTURED)
    with pytest.raises(Rejected, match="not one of"):
        prove(stated([LINE], 2, "<"), PUNCTURED)
    with pytest.raises(Rejected, match="from 0 to 2"):
        prove(stated([LINE], 2), {**PUNCTURED, "apart": None})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"cover": [{"letters": ["a"], "tree": {**SPLIT, "cases": SPLIT["cases"][:2]}}]}, "leave out a sign"),
        ({"cover": [{"letters": ["a"], "tree": leaf(0, [A])}]}, "not known to allow"),
        ({"cover": []}, "a list of 0"),
        ({"pieces": [component([T], [], "t"), SIDES[1]]}, "not known to be impossible"),
        ({"pieces": [component([T], [(T, "!=")], "t"), SIDES[1]]}, "not known to be connected"),
        ({"apart": {**APART, "signs": [[">", "impossible"], [">", "impossible"]]}}, "not known to be impossible"),
        ({"apart": {**APART, "signs": [["=", "impossible"], ["<", "impossible"]]}}, "positive or negative"),
        ({"apart": {**APART, "by": ["function", ["x"], ["^", ["name", "x"], -1]]}}, "division"),
        ({"apart": {**APART, "by": ["function", ["x", "y"], ["name", "x"]]}}, "other coordinates"),
        ({"apart": {**APART, "by": ["function", ["x"], A]}}, "not declared"),
        ({"apart": {**APART, "above": POINTS[1]}}, "another part"),
        ({"apart": {**APART, "above": {**POINTS[0], "values": ["-1"]}}}, "not known to be impossible"),
        ({"apart": "impossible"}, "a node of a tree"),
        ({"solutions": {}}, "not to be found"),
        ({"inside": [inside(0, [A], ["impossible"])] * 2}, "a list of 1"),
        ({"inside": [inside(1, [A], ["impossible", "impossible"])] * 2}, "not an integer"),
        ({"domains": [{"letters": ["a"], "blocks": []}] * 2}, "no partition"),
        ({"domains": [{"letters": ["a"], "blocks": [["a"], ["a"]]}] * 2}, "no partition"),
    ],
)
def test_what_a_proof_must_not_leave_out(change, words):
    with pytest.raises(Rejected, match=words):
        prove(stated([LINE], 2), {**PUNCTURED, **change})


def test_a_piece_does_not_follow_the_point_that_it_should_hold():
    # as "the point a" it would cover every component, whatever the letter a of an arbitrary point is
    follower = proof([component([A])], [("", [])], [inside(0, [A], ["impossible"] * 2)], [("a", leaf(0))])
    with pytest.raises(Rejected, match=r"\['a'\] are not declared"):
        prove(stated([component([T], [], "t")], 1, "<="), follower)


def test_a_tree_may_take_several_kinds_of_steps():
    line = component([T], [(T, ">=")], "t")
    tree = {"sign": A, "cases": [[">", leaf(0, [A])], ["=", leaf(0, [A])], ["<", "impossible"]]}
    given = proof([line], [("a", [["a"]])], [inside(0, [A], ["impossible"] * 2)], [("a", tree)])
    prove(stated([line], 1, "<="), given)
    with pytest.raises(Rejected, match="several kinds"):
        prove(stated([line], 1), {**given, "cover": [{"letters": ["a"], "tree": {**tree, "keep": []}}]})
    with pytest.raises(Rejected, match="a node of a tree"):
        prove(stated([line], 1), {**given, "cover": [{"letters": ["a"], "tree": None}]})


# Pieces that touch

AXES = [component([T, "0"], [(T, ">")], "t"), component(["0", "0"]), component(["0", T], [(T, "<")], "t")]


def touching(arc, values=(), allowed=1, trees=2):
    """A point that is the limit of points along an arc."""
    seen = {"allowed": ["impossible"] * allowed, "trees": ["impossible"] * trees}
    return {"letter": "e", "arc": arc, "values": list(values), **seen}


def joined(first, second, *given, **named):
    """Two pieces that touch."""
    return {"first": first, "second": second, "touching": touching(*given, **named)}


E = ["letter", "e"]
CORNER = [joined(0, 1, [E]), joined(2, 1, [["*", "-1", E]])]
CORNERED = proof(
    AXES,
    [("a", [["a"]]), ("", []), ("a", [["a"]])],
    [inside(0, [A], ["impossible"] * 3), inside(1, [], ["impossible"] * 2), inside(2, [A], ["impossible"] * 3)],
    [("a", leaf(0, [A])), ("", leaf(1)), ("a", leaf(2, [A]))],
    CORNER,
    {"piece": 0, "values": ["1"], "trees": ["impossible"]},
)


def test_axes_meet_in_a_limit_point():
    prove(stated(AXES, 1), CORNERED)
    prove(stated(AXES, 2, "<="), {**CORNERED, "joined": CORNER[:1], "apart": None})
    with pytest.raises(Rejected, match="from 1 to 3"):
        prove(stated(AXES, 1), {**CORNERED, "joined": []})


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (joined(0, 1, [["*", "-1", E]]), "not known to be impossible"),
        (joined(0, 1, [["+", "1", E]]), "not known to be impossible"),
        (joined(0, 1, [["+", "1", ["*", "-1", E]]]), "not known to be impossible"),
        (joined(0, 1, [["^", E, -1]]), "need not have a limit"),
        (joined(0, 2, [E], [["*", "-1", E]], trees=3), "e is not declared"),
        (joined(0, 2, [E], ["-1"], trees=3), "not known to be impossible"),
        (joined(0, 3, [E]), "not an integer"),
    ],
)
def test_what_does_not_touch(wrong, words):
    with pytest.raises(Rejected, match=words):
        prove(stated(AXES, 1), {**CORNERED, "joined": [wrong, *CORNER]})


# Connected sets of letters


def sphere(relation="=", *others, body=None):
    """A condition on two letters."""
    square = body or ["+", ["^", S, 2], ["*", S, T], ["*", "2", ["^", T, 2]], ["*", "-3", S], "-5"]
    return component([S, T], [(square, relation), *others], "st")


def one_piece(given, blocks):
    """A proof that a component is its own only piece."""
    trees = ["impossible"] * (len(given["where"]) + len(given["point"]))
    return proof([given], [("ab", blocks)], [inside(0, [A, B], trees)], [("ab", leaf(0, [A, B]))])


TOGETHER, EACH = [["a", "b"]], [["a"], ["b"]]


@pytest.mark.parametrize(
    ("given", "blocks"),
    [
        (sphere("="), TOGETHER),
        (sphere(">"), TOGETHER),
        (sphere(">="), TOGETHER),
        (sphere("<"), TOGETHER),
        (sphere("=", (S, ">")), TOGETHER),
        (sphere("=", (["+", S, T], "<=")), TOGETHER),
        (component([S, T], [(S, ">"), (["+", T, "-1"], "<=")], "st"), EACH),
        (component([S, T], [(["+", S, T], ">"), (["+", S, T, "-1"], "<")], "st"), TOGETHER),
        (component([S, T], [(["+", S, T], "=")], "st"), TOGETHER),
    ],
)
def test_connected_domains(given, blocks):
    prove(stated([given], 1, "<="), one_piece(given, blocks))


@pytest.mark.parametrize(
    ("given", "blocks"),
    [
        (sphere("!="), TOGETHER),
        (sphere("=", (S, "!=")), TOGETHER),
        (sphere("=", (S, "=")), TOGETHER),
        (sphere("=", (S, ">"), (T, ">")), TOGETHER),
        (sphere(">", (S, ">")), TOGETHER),
        (sphere("=", body=["+", ["^", S, 2], ["*", "-1", ["^", T, 2]], "-1"]), TOGETHER),
        (sphere("=", body=["+", ["^", S, 2], ["*", "2", S, T], ["^", T, 2], "-1"]), TOGETHER),
        (sphere("=", body=["+", ["^", S, 2], ["^", T, 4], "-1"]), TOGETHER),
        (sphere("="), EACH),
        (component([S, T], [(["*", S, T], ">")], "st"), TOGETHER),
        (component([S, T], [(["+", ["^", S, 2], "-1"], "=")], "st"), EACH),
        (component([S, T], [(["+", ["^", S, 2], "-1"], "=")], "st"), TOGETHER),
        (component([S, T], [(S, "!=")], "st"), TOGETHER),
    ],
)
def test_domains_that_may_fall_apart(given, blocks):
    with pytest.raises(Rejected, match=r"not known to be connected|several blocks"):
        prove(stated([given], 1, "<="), one_piece(given, blocks))


# Sets of critical points

CUBIC = ["function", ["x"], ["+", ["^", ["name", "x"], 3], ["*", "-3", ["name", "x"]]]]


def test_sets_need_their_kind_and_coordinates_that_fit():
    statement = {**stated([], 0), "set": {"sphere": CUBIC}}
    empty = proof([], [], [], [])
    with pytest.raises(Rejected, match="no set of points"):
        prove(statement, empty)
    with pytest.raises(Rejected, match="was expected"):
        prove({**statement, "set": {}}, empty)
    with pytest.raises(Rejected, match="different numbers of coordinates"):
        prove(stated([component(["1"]), component(["1", "2"])], 2), empty)
    prove(stated([], 0), empty)
    mixed = proof([component(["1", "2"])], [("", [])], [inside(0, [], ["impossible"])], [("", leaf(0))])
    with pytest.raises(Rejected, match="different numbers of coordinates"):
        prove(stated([component(["1"])], 1), mixed)


def test_components_that_are_named_have_no_letters_of_a_point():
    solutions = {"components": [component([["letter", "p"]])], "proof": None}
    given = proof([], [], [], [("", leaf(0))], solutions=solutions)
    with pytest.raises(Rejected, match="not declared"):
        prove({**stated([], 1), "set": {"critical points": CUBIC}}, given)


def test_sets_of_critical_points_and_of_solutions():
    for name, result in components():
        assert result.verdict == ("refuted" if name.startswith("not") else "proved")
        assert check(result.document).verdict == result.verdict


def test_letters_of_the_problem_may_have_values_in_a_refutation():
    c = ["letter", "c"]
    declarations = [{"letter": "c", "role": "parameter"}]
    points = [component([c]), component(["0"])]
    apart = {
        "by": ["function", ["x"], ["+", ["name", "x"], "-1"]],
        "signs": [[">", "impossible"], ["<", "impossible"]],
        "above": {"piece": 0, "values": [], "trees": []},
        "below": {"piece": 1, "values": [], "trees": []},
    }
    within = [inside(0, [], ["impossible"]), inside(1, [], ["impossible"])]
    given = proof(points, [("", []), ("", [])], within, [("", leaf(0)), ("", leaf(1))], apart=apart)
    refute(stated(points, 1), given, {"c": "2"}, declarations)
    for wrong in ({"c": "1"}, {}):
        with pytest.raises(Rejected):
            refute(stated(points, 1), given, wrong, declarations)
    with pytest.raises(Rejected, match="are an object"):
        establish(Problem(declarations), stated(points, 1), "refuted", {"at": None, **given})
