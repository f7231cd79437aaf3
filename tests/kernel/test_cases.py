"""Case trees in the kernel: what covers all values of the letters, and what does not."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.cases import paths
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish, learn

X, Y = ["letter", "x"], ["letter", "y"]
LETTERS = [{"letter": "y", "role": "parameter"}, {"letter": "x", "role": "point"}]
SQUARE = {"kind": "comparison", "left": ["*", X, X], "relation": ">=", "right": "0"}
PRODUCT = {"kind": "comparison", "left": ["*", X, Y], "relation": ">=", "right": "0"}
SIGNS = ["signs"]


def turned(letter, then, new="t"):
    """The letter replaced by the negative of a new one."""
    return {"replace": [[letter, ["-", ["letter", new]], new]], "then": then}


def split(expression, **cases):
    """A split by sign; the relations are called over, from, at, to and under zero."""
    words = {"over": ">", "from_": ">=", "at": "=", "to": "<=", "under": "<"}
    return {"sign": expression, "cases": [[words[name], node] for name, node in cases.items()]}


def accepted(statement, tree, *assumed, declarations=LETTERS, verdict="proved"):
    """True if the kernel accepts the tree."""
    problem = Problem([*declarations, *({"assume": condition} for condition in assumed)])
    try:
        establish(problem, statement, verdict, {"cases": tree})
    except Rejected:
        return False
    return True


TRUE = {
    "three signs": (SQUARE, split(X, over=SIGNS, at=SIGNS, under=SIGNS)),
    "two signs": (SQUARE, split(X, from_=SIGNS, under=SIGNS)),
    "more than is needed": (SQUARE, split(X, from_=SIGNS, to=SIGNS)),
    "nested": (SQUARE, split(X, from_=split(Y, from_=SIGNS, under=SIGNS), under=SIGNS)),
    "an expression": (SQUARE, split(["+", X, Y], from_=SIGNS, under=SIGNS)),
    "another letter": (SQUARE, split(X, from_=SIGNS, under=turned("x", SIGNS))),
    "two new letters": (
        SQUARE,
        {"replace": [["x", ["+", Y, ["letter", "s"]], "s"], ["y", ["+", "1", ["*", "2", ["letter", "t"]]], "t"]]}
        | {"then": [{"squares": [["1", X]]}]},
    ),
    "no letter": (SQUARE, {"replace": [], "then": SIGNS}),
}
CONDITIONAL = {
    "positive": (PRODUCT, SIGNS, [X, ">=", "0"], [Y, ">=", "0"]),
    "negative": (PRODUCT, turned("x", turned("y", SIGNS, "s")), [X, "<=", "0"], [Y, "<=", "0"]),
    "both at once": (
        PRODUCT,
        {"replace": [["x", ["-", ["letter", "s"]], "s"], ["y", ["-", ["letter", "t"]], "t"]], "then": SIGNS},
        [X, "<=", "0"],
        [Y, "<=", "0"],
    ),
    "zero": (PRODUCT, {"replace": [["x", "0", None]], "then": SIGNS}, [X, ">=", "0"], [X, "<=", "0"]),
    "a value": (PRODUCT, {"replace": [["x", Y, None]], "then": SIGNS}, [X, "=", Y]),
    "impossible": (PRODUCT, "impossible", [X, ">", "1"], [X, "<", "1"]),
    "impossible at once": (PRODUCT, split(X, over=SIGNS, to="impossible"), [X, ">", "0"], [Y, ">=", "0"]),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_covers_all_values_is_accepted(name):
    assert accepted(*TRUE[name])
    assert not accepted(*TRUE[name], verdict="refuted")


@pytest.mark.parametrize("name", CONDITIONAL)
def test_what_covers_all_allowed_values_is_accepted_only_there(name):
    statement, tree, *assumed = CONDITIONAL[name]
    assert accepted(statement, tree, *assumed)
    for k in range(len(assumed)):
        assert not accepted(statement, tree, *assumed[:k], *assumed[k + 1 :])


WRONG = {
    "a missing sign": split(X, over=SIGNS, under=SIGNS),
    "no case": split(X),
    "one case": split(X, from_=SIGNS),
    "another relation": {"sign": X, "cases": [["<>", SIGNS], ["=", SIGNS]]},
    "an unhashable relation": {"sign": X, "cases": [[[">"], SIGNS], ["<=", SIGNS]]},
    "a relation that is missing": {"sign": X, "cases": [[SIGNS], ["<=", SIGNS]]},
    "a case that is not impossible": split(X, from_=SIGNS, under="impossible"),
    "more fields": split(X, from_=SIGNS, under=SIGNS) | {"more": []},
    "a square": {"replace": [["x", ["^", ["letter", "t"], 2], "t"]], "then": SIGNS},
    "a product": {"replace": [["x", ["*", Y, ["letter", "t"]], "t"]], "then": SIGNS},
    "a constant": {"replace": [["x", "1", "t"]], "then": SIGNS},
    "an unknown value": {"replace": [["x", "0", None]], "then": SIGNS},
    "itself": {"replace": [["x", X, None]], "then": SIGNS},
    "the letter itself": {"replace": [["x", ["+", X, ["letter", "t"]], "t"]], "then": SIGNS},
    "a later letter": {"replace": [["y", ["+", X, ["letter", "t"]], "t"]], "then": SIGNS},
    "a letter twice": {"replace": [["x", ["letter", "t"], "t"], ["x", ["letter", "s"], "s"]], "then": SIGNS},
    "a new letter twice": {"replace": [["x", ["letter", "t"], "t"], ["y", ["letter", "t"], "t"]], "then": SIGNS},
    "an old letter": {"replace": [["x", Y, "y"]], "then": SIGNS},
    "an unknown letter": {"replace": [["z", ["letter", "t"], "t"]], "then": SIGNS},
    "no name": {"replace": [[["x"], ["letter", "t"], "t"]], "then": SIGNS},
    "dependent": {
        "replace": [[old, ["+", ["letter", "s"], ["letter", "t"]], new] for old, new in ("xs", "yt")],
        "then": SIGNS,
    },
}


@pytest.mark.parametrize("name", WRONG)
def test_what_may_leave_out_values_is_rejected(name):
    # the statement is true, so that only the cover is at fault
    assert not accepted(SQUARE, WRONG[name])


def test_a_later_letter_has_no_value_yet():
    earlier = {"replace": [["x", ["+", Y, ["letter", "t"]], "t"]], "then": [{"squares": [["1", X]]}]}
    assert accepted(SQUARE, earlier)
    assert not accepted(SQUARE, WRONG["a later letter"] | {"then": [{"squares": [["1", X]]}]})


@pytest.mark.parametrize(("letter", "known"), [({"role": "size"}, False), ({"root": "2"}, False)])
def test_only_letters_for_real_numbers_are_replaced(letter, known):
    tree = {"replace": [["x", ["letter", "t"], "t"]], "then": [{"squares": [["1", X]]}]}
    assert accepted(SQUARE, tree, declarations=[{"letter": "x", **letter}, LETTERS[0]]) is known


def test_roots_in_replacements_are_numbers():
    letters = [LETTERS[0], {"letter": "s", "root": ["^", Y, 2]}, LETTERS[1]]
    shifted = [["y", ["letter", "t"], "t"], ["x", ["+", ["letter", "s"], ["letter", "r"]], "r"]]
    assert not accepted(SQUARE, {"replace": shifted, "then": [{"squares": [["1", X]]}]}, declarations=letters)
    constant = [{"letter": "s", "root": "2"}, *LETTERS]
    assert accepted(SQUARE, {"replace": shifted[1:], "then": [{"squares": [["1", X]]}]}, declarations=constant)


def test_a_false_statement_has_no_tree():
    for tree in (*(tree for _, tree, *_ in (TRUE | CONDITIONAL).values()), *WRONG.values()):
        assert not accepted(PRODUCT, tree)


def test_what_was_proved_before_is_known_in_each_case():
    problem = Problem([*LETTERS, {"assume": [X, ">=", "1"]}, {"assume": [Y, ">=", "1"]}])
    before = {"kind": "comparison", "left": ["+", X, Y], "relation": ">=", "right": "2"}
    later = {"kind": "comparison", "left": ["+", X, Y], "relation": ">=", "right": "2"}
    tree = {"cases": {"replace": [["x", ["+", "2", ["letter", "t"]], "t"]], "then": [{"sum": [["1", {}, [2]]]}]}}
    with pytest.raises(Rejected):
        establish(problem, later, "proved", tree)
    establish(problem, before, "proved", [{"sum": [["1", {}, [0]], ["1", {}, [1]]]}])
    learn(problem, before)
    establish(problem, later, "proved", tree)


def test_one_of_the_paths_of_a_template_always_holds():
    template = split(X, over=None, to=split(Y, at=None, over=None, under=None))
    assert len(paths(template)) == 4
    assert paths(template)[1] == [[X, "<=", "0"], [Y, "=", "0"]]
    with pytest.raises(Rejected):
        paths(split(X, over=None, under=None))


@pytest.mark.parametrize(
    "declarations",
    [
        [*LETTERS, {"letter": "z", "is": X}, {"letter": "z", "role": "point"}],
        [*LETTERS, {"letter": "z", "is": X}, {"letter": "z", "is": Y}],
        [*LETTERS, {"letter": "x", "is": Y}],
        [*LETTERS, {"define": "z", "as": X}, {"letter": "z", "is": Y}],
        [*LETTERS, {"letter": "z", "is": Y}, {"define": "z", "as": X}],
        [{"letter": "z", "is": ["letter", "z"]}],
    ],
)
def test_a_name_has_one_meaning(declarations):
    with pytest.raises(Rejected):
        Problem(declarations)


def test_values_for_letters_satisfy_equations():
    from fractions import Fraction

    problem = Problem([*LETTERS, {"assume": [X, "=", Y]}])
    problem.at({"x": Fraction(1), "y": Fraction(1)})
    with pytest.raises(Rejected):
        problem.at({"x": Fraction(1), "y": Fraction(2)})
