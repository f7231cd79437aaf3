"""All stationary points in the kernel: right proofs, and changed sets, trees and symmetries, which prove nothing."""

import json
from itertools import product

import pytest

from exactcheck import letter, verify_statements
from exactcheck.exact.problem import Problem as Written
from exactcheck.kernel import Rejected
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.speech import sentence
from exactcheck.kernel.statements import establish, learn
from exactcheck.landscape import l1_rank_one_loss, l1_stationary_set, stationary_points

POINT = ["x", "y"]
X, Y = (["letter", name] for name in POINT)


def of(body):
    """A function of x and y."""
    return ["function", POINT, body]


def name(variable):
    return ["name", variable]


def decided(*truths, assuming=()):
    """Problem, statement and proof of the last claim, as the library finds them."""
    statements = [stationary_points(l1_rank_one_loss(truth)) == l1_stationary_set(truth) for truth in truths]
    result = verify_statements(*statements, assuming=assuming)
    run = json.loads(result.document)["runs"][0]
    return run["problem"], run["steps"]


def accepted(declarations, statement, verdict, proof, before=()):
    """True if the kernel accepts the proof."""
    problem = Problem(declarations)
    for each in before:
        learn(problem, each)
    try:
        establish(problem, statement, verdict, proof)
    except Rejected:
        return False
    return True


def symmetric_problem():
    """us = (a, b) with letters a, b > 0."""
    a, b = letter("a"), letter("b")
    declarations, (step,) = decided([a, b], assuming=[a > 0, b > 0])
    return declarations, step["statement"], step["proof"]


def nodes(tree):
    """All nodes of a tree, the tree itself first."""
    yield tree
    children = [tree["then"]] if "then" in tree else [node for _, node in tree.get("cases", ())]
    for child in [*children, *tree.get("patterns", ())]:
        if isinstance(child, dict):
            yield from nodes(child)


def test_the_statement_is_spoken():
    _, statement, _ = symmetric_problem()
    assert sentence(statement).startswith("the stationary points of f = ")
    assert sentence(statement | {"cells": []}).endswith("are none")
    assert sentence(statement | {"cells": [{"zero": [], "nonnegative": []}]}).endswith("are all points")


def test_the_opposite_verdict_is_rejected():
    declarations, statement, proof = symmetric_problem()
    assert accepted(declarations, statement, "proved", proof)
    assert not accepted(declarations, statement, "refuted", proof)


def changed_sets(cells):
    """Sets that differ from the stationary set."""
    box, plus, minus = cells
    yield "no box", [plus, minus]
    yield "no us", [box, minus]
    yield "no -us", [box, plus]
    yield "none", []
    yield "everything", [*cells, {"zero": [], "nonnegative": []}]
    yield (
        "another point",
        [*cells, {"zero": [of(["+", name("x"), "-7"]), of(["+", name("y"), "-7"])], "nonnegative": []}],
    )
    yield "a box without the equation", [{**box, "zero": []}, plus, minus]
    yield "an equation without the box", [{**box, "nonnegative": []}, plus, minus]
    yield "a line for us", [box, {**plus, "zero": plus["zero"][:1]}, minus]
    for k in range(4):
        yield (
            f"side {k} missing",
            [{**box, "nonnegative": box["nonnegative"][:k] + box["nonnegative"][k + 1 :]}, plus, minus],
        )
        turned = [["function", *f[1:2], ["-", f[2]]] if i == k else f for i, f in enumerate(box["nonnegative"])]
        yield f"side {k} turned", [{**box, "nonnegative": turned}, plus, minus]


def test_other_sets_are_rejected():
    declarations, statement, proof = symmetric_problem()
    for why, cells in changed_sets(statement["cells"]):
        assert not accepted(declarations, {**statement, "cells": cells}, "proved", proof), why


def test_the_same_set_in_other_words_is_accepted():
    declarations, statement, proof = symmetric_problem()
    cells = statement["cells"]
    for same in (cells[::-1], [*cells, cells[0]], [cells[0], cells[0], *cells[1:]]):
        assert accepted(declarations, {**statement, "cells": same}, "proved", proof)


def test_other_functions_are_rejected():
    declarations, statement, proof = symmetric_problem()
    pieces = statement["pieces"]
    for other in (
        pieces[:-1],
        [*pieces, pieces[1]],
        [["2", pieces[0][1]], *pieces[1:]],
        [["-1", pieces[0][1]], *pieces[1:]],
    ):
        assert not accepted(declarations, {**statement, "pieces": other}, "proved", proof)
    tilted = {**statement, "smooth": of(name("x"))}
    assert not accepted(declarations, tilted, "proved", proof)


def test_each_part_of_a_tree_is_needed():
    declarations, statement, proof = symmetric_problem()
    count = len(list(nodes(proof["tree"])))
    for k, change in product(range(count), range(4)):
        forged = json.loads(json.dumps(proof))
        node = list(nodes(forged["tree"]))[k]
        if "patterns" in node:
            changes = [node["patterns"][:-1], node["patterns"][1:], node["patterns"][::-1], []]
            node["patterns"] = changes[change]
        elif "direction" in node:
            node["direction"] = [["-", d] for d in node["direction"]] if change else ["0", "0"]
        elif "multipliers" in node:
            node["multipliers"] = [["1", "1", "1"], ["-2", "-1", "-1"], ["-1", "-1"], ["1/2", "0", "0"]][change]
            if change == 3 and list(nodes(proof["tree"]))[k]["multipliers"] == ["0", "0", "0"]:
                continue
        elif "cases" in node:
            node["cases"] = [node["cases"][:-1], node["cases"][1:], [["=", case[1]] for case in node["cases"]], []][
                change
            ]
        else:
            continue
        assert not accepted(declarations, statement, "proved", forged), (k, change)


def symmetries():
    """Symmetric nodes that are none."""
    yield "other letters", [["x", "a"], ["y", "c"]]
    yield "crossed", [["x", "a"], ["b", "y"]]
    yield "of different sizes", [["x", "a"], ["y"]]
    yield "a letter twice", [["x", "a"], ["x", "b"]]
    yield "coordinates alone", [["x"], ["y"]]
    yield "planted letters alone", [["a"], ["b"]]
    yield "none", []
    yield "no names", [[1], [2]]


def fallen():
    """A tree for f = x^2 + y^2 - a x - b y, whose parts are the same up to the symmetry x, a <-> y, b."""

    def leaf(first, second):
        moved = [at("x", "a", "s", first), at("y", "b", "t", second)]
        falling = {"direction": [str(-first), str(-second)], "falling": "signs"}
        return {"replace": moved, "then": falling if first or second else {"multipliers": []}}

    half = ["+", X, ["*", "-1/2", ["letter", "a"]]]
    template = {"sign": half, "cases": [["=", None], [">", None], ["<", None]]}
    patterns = [leaf(*signs) for signs in ((0, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, -1))]
    return {"symmetric": [["x", "a"], ["y", "b"]], "template": template, "patterns": patterns}


def at(variable, planted, new, sign):
    """The variable is half of the other letter, plus or minus a new one."""
    middle = ["*", "1/2", ["letter", planted]]
    return [variable, ["+", middle, ["*", str(sign), ["letter", new]]] if sign else middle, new if sign else None]


def bowl():
    """The stationary points of x^2 + y^2 - a x - b y: the point (a/2, b/2)."""
    a, b = ["letter", "a"], ["letter", "b"]
    square = of(["+", ["^", name("x"), 2], ["^", name("y"), 2], ["-", ["*", a, name("x")]], ["-", ["*", b, name("y")]]])
    at = [of(["+", name(v), ["*", "-1/2", c]]) for v, c in (("x", a), ("y", b))]
    return {"kind": "stationary points", "smooth": square, "pieces": [], "cells": [{"zero": at, "nonnegative": []}]}


LETTERS = [{"letter": x, "role": "parameter"} for x in "abc"]


def test_a_smooth_function():
    assert accepted(LETTERS, bowl(), "proved", {"point": POINT, "tree": fallen()})
    assert not accepted(LETTERS, bowl() | {"cells": []}, "proved", {"point": POINT, "tree": fallen()})


@pytest.mark.parametrize("letter", "ab")
def test_hypotheses_that_single_out_a_coordinate_break_the_symmetry(letter):
    proof = {"point": POINT, "tree": fallen()}
    one = {"assume": [["letter", letter], ">", "1"]}
    both = [{"assume": [["letter", each], ">", "1"]} for each in "ab"]
    assert accepted([*LETTERS, *both], bowl(), "proved", proof)
    assert not accepted([*LETTERS, one], bowl(), "proved", proof)
    assert not accepted([*LETTERS, *both, one], bowl(), "proved", proof)
    assert not accepted([*LETTERS, *both, {"letter": "r", "root": ["letter", letter]}], bowl(), "proved", proof)
    assert accepted([*LETTERS, *both, {"letter": "r", "root": "2"}], bowl(), "proved", proof)


@pytest.mark.parametrize(("why", "groups"), list(symmetries()))
def test_groups_that_cannot_be_interchanged(why, groups):
    assert not accepted(LETTERS, bowl(), "proved", {"point": POINT, "tree": fallen() | {"symmetric": groups}}), why


def test_a_condition_of_a_template_is_about_one_group():
    for other in (["letter", "y"], ["letter", "b"], ["+", X, ["*", "-1/2", ["letter", "b"]]]):
        tree = fallen()
        tree["template"]["sign"] = other
        assert not accepted(LETTERS, bowl(), "proved", {"point": POINT, "tree": tree})


def test_a_symmetry_needs_coordinates_that_are_letters():
    moved = {"replace": [["x", ["+", ["letter", "s"], "1"], "s"]], "then": fallen()}
    assert not accepted(LETTERS, bowl(), "proved", {"point": POINT, "tree": moved})


def test_a_symmetry_needs_different_coordinates():
    # on the diagonal x = y the roles of x and y in 2 x^2 + y^2 - 3 z cannot be told apart
    equal = {"sign": ["+", X, ["-", Y]], "cases": [["=", None], [">", "impossible"], ["<", "impossible"]]}
    three = [*POINT, "z"]

    def function(body):
        return ["function", three, body]

    body = ["+", ["^", name("x"), 2], ["^", name("y"), 2], ["*", "2", ["^", name("z"), 2]]]
    statement = {"kind": "stationary points", "smooth": function(body), "pieces": [], "cells": []}
    template = {"sign": Y, "cases": [[">", None], ["<=", None]]}
    falling = {"direction": ["-1", "-1", "0"], "falling": "signs"}
    for groups, reason in (([["y"], ["z"]], "different letters"), ([["x"], ["z"]], "different letters")):
        tree = json.loads(json.dumps(equal))
        node = {"symmetric": groups, "template": template, "patterns": [falling] * 3}
        tree["cases"][0][1] = {"replace": [["y", X, None]], "then": node}
        with pytest.raises(Rejected, match=reason):
            establish(Problem([]), statement, "proved", {"point": three, "tree": tree})


EVEN = {
    "kind": "stationary points",
    "smooth": of(["+", ["^", name("x"), 2], ["*", name("y"), name("y")]]),
    "pieces": [],
    "cells": [{"zero": [of(name("x")), of(name("y"))], "nonnegative": []}],
}


FALLING_X = {"direction": [["-", X], "0"], "falling": "signs"}
EVEN_AT_ZERO = {
    "replace": [["y", "0", None]],
    "then": {
        "sign": X,
        "cases": [
            [">", FALLING_X],
            ["<", {"replace": [["x", ["-", ["letter", "t"]], "t"]], "then": FALLING_X}],
            ["=", {"replace": [["x", "0", None]], "then": {"multipliers": ["0"]}}],
        ],
    },
}


def even_tree(odd):
    """The tree for x^2 + y^2 where odd >= 0."""
    falling = {"direction": [["-", X], ["-", Y]], "falling": "signs"}
    turned = {"replace": [["y", ["-", ["letter", "t"]], "t"]], "then": falling}
    zero = {
        "replace": [["x", "0", None]],
        "then": {"sign": Y, "cases": [[">", falling], ["<", turned], ["=", {"multipliers": []}]]},
    }
    zero["then"]["cases"][2][1] = {"replace": [["y", "0", None]], "then": {"multipliers": []}}
    return {"mirrored": odd, "then": {"sign": X, "cases": [[">", falling], ["<=", zero]]}}


def test_a_change_of_all_signs():
    assert accepted([], EVEN, "proved", {"point": POINT, "tree": even_tree(X)})
    for odd in (["*", X, X], ["+", X, "1"], Y, ["-", X], "0"):
        assert not accepted([], EVEN, "proved", {"point": POINT, "tree": even_tree(odd)})
    shifted = EVEN | {"smooth": of(["+", ["^", name("x"), 2], ["^", name("y"), 2], name("x")])}
    assert not accepted([], shifted, "proved", {"point": POINT, "tree": even_tree(X)})
    replaced = {"replace": [["x", ["letter", "s"], "s"]], "then": even_tree(X)}
    assert not accepted([], EVEN, "proved", {"point": POINT, "tree": replaced})


def test_an_instance_has_positive_values_and_the_same_function():
    declarations, (step,) = decided([1, -2])
    statement, proof = step["statement"], step["proof"]
    assert accepted(declarations, statement, "proved", proof)
    others = [["1", "1"], ["1"], ["-1", "2"], ["0", "2"], ["2", "1"]]
    for values in others:
        pairs = [[a, v] for (a, _), v in zip(proof["letters"], values, strict=False)]
        assert not accepted(declarations, statement, "proved", {**proof, "letters": pairs})
    for signs in ([1, 1], [1, 0], [1], [True, -1], [2, -1]):
        assert not accepted(declarations, statement, "proved", {**proof, "signs": signs})
    assert accepted(declarations, statement, "proved", {**proof, "signs": [-1, 1]})
    for why, cells in changed_sets(statement["cells"]):
        if why != "another point":
            assert not accepted(declarations, {**statement, "cells": cells}, "proved", proof), why


def test_an_earlier_set_serves_with_other_signs_only():
    a, b = letter("a"), letter("b")
    declarations, steps = decided([a, b], [a, -b], assuming=[a > 0, b > 0])
    first, second = steps
    proof = second["proof"]
    assert set(proof) == {"earlier", "signs", "point"}
    assert accepted(declarations, second["statement"], "proved", proof, [first["statement"]])
    assert not accepted(declarations, second["statement"], "proved", proof)
    for change in ({"signs": [1, 1]}, {"earlier": 1}, {"earlier": -1}, {"point": ["x"]}, {"point": ["x", "x"]}):
        assert not accepted(declarations, second["statement"], "proved", {**proof, **change}, [first["statement"]])


def refutation(**fields):
    return {"at": {}, "coordinates": ["0", "0"], **fields}


def test_a_point_refutes_a_set():
    written = Written()
    statement = written.state(stationary_points(l1_rank_one_loss([1, 2])) == [(1, 2), (3, 3)])

    def accepts(proof, verdict="refuted"):
        return accepted(written.declarations, statement, verdict, proof)

    assert accepts(refutation(multipliers=[]))
    assert accepts(refutation(coordinates=["3", "3"], direction=["-1", "-1"]))
    wrong = [
        refutation(coordinates=["1", "2"], multipliers=["0", "0", "0"]),
        refutation(coordinates=["3", "3"], multipliers=[]),
        refutation(coordinates=["3", "3"], direction=["1", "1"]),
        refutation(coordinates=["4", "4"], direction=["-1", "-1"]),
        refutation(coordinates=["0", "0"], direction=["-1", "-1"]),
        refutation(coordinates=["0"], multipliers=[]),
        refutation(at={"a": "1"}, multipliers=[]),
        refutation(at=[], multipliers=[]),
        refutation(),
        "signs",
    ]
    assert not any(map(accepts, wrong))
    for proof in (refutation(multipliers=[]), "signs", {"point": POINT, "tree": "signs"}):
        assert not accepts(proof, "proved")


def test_values_of_letters_in_a_refutation_are_allowed():
    a = letter("a")
    written = Written()
    written.assume(a > 1)
    statement = written.state(stationary_points(l1_rank_one_loss([a])) == [a, -a])
    proof = {"at": {"a": "2"}, "coordinates": ["0"], "multipliers": []}
    assert accepted(written.declarations, statement, "refuted", proof)
    assert not accepted(written.declarations, statement, "refuted", {**proof, "at": {"a": "1"}})
    assert not accepted(written.declarations, statement, "refuted", {**proof, "at": {}})


def test_a_slope_of_unknown_sign_bounds_nothing():
    # |x y| along (0, 1) has the slope z x, along (0, -y) at most -|x y|
    statement = EVEN | {"pieces": [["1", of(["*", name("x"), name("y")])]], "cells": [EVEN["cells"][0]]}

    def tree(direction):
        falling = {"direction": direction, "falling": "signs"}
        down = {"replace": [["y", ["-", ["letter", "t"]], "t"]], "then": falling}
        return {"sign": Y, "cases": [[">", falling], ["<", down], ["=", EVEN_AT_ZERO]]}

    assert accepted([], statement, "proved", {"point": POINT, "tree": tree(["0", ["-", Y]])})
    assert not accepted([], statement, "proved", {"point": POINT, "tree": tree(["0", "-1"])})


def test_functions_are_scalars():
    statement = EVEN | {"cells": [{"zero": [of(["matrix", 1, 1, []])], "nonnegative": []}]}
    falling = {"direction": ["1", "1"], "falling": "signs"}
    assert not accepted([], statement, "proved", {"point": POINT, "tree": falling})
