"""Second derivatives without a subgradient in the kernel: what rules accept, and what none may settle."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.speech import sentence
from exactcheck.kernel.statements import establish
from tests.kernel.kinked_tables import NOTHING, OPPOSITE, ORIGIN, PARABOLA, X, accepted, of, stated

A = ["letter", "a"]
FREE = {"letter": "a", "role": "parameter"}
MAXIMUM = [PARABOLA, of("xy", ("-1", 1, 0)), of("xy", ("-3", 1, 0), ("1", 0, 2))]  # max(x - y^2, -x, -3 x + y^2)
EQUAL = [of("xy", ("1", 0, 2)), of("xy", ("-1", 0, 2)), of("xy", ("3", 0, 2))]


def second(relation, constant, smooth=NOTHING, pieces=(PARABOLA,), along=("0", "1"), at=ORIGIN):
    fields = {"along": list(along), "relation": relation, "constant": constant}
    return stated("second directional derivative", smooth, pieces, at, **fields)


def parabolic(relation, constant, acceleration, smooth=NOTHING, pieces=(PARABOLA,), along=("0", "1"), at=ORIGIN):
    fields = {"along": list(along), "acceleration": list(acceleration), "relation": relation, "constant": constant}
    return stated("parabolic subderivative", smooth, pieces, at, **fields)


def lowest(relation, constant, smooth=NOTHING, pieces=(PARABOLA,), along=("0", "1"), at=ORIGIN):
    fields = {"along": list(along), "relation": relation, "constant": constant}
    return stated("second subderivative without a subgradient", smooth, pieces, at, **fields)


LEAST = {"least": "-2", "choices": "bound"}
TURN = {"turn": ["1", "0"]}
SIDES = {"kink": 0, "branches": ["bound", "bound"]}
# of x - y^2 and -x - y^2 at most one is negative beside w = (0, 1)
OPPOSED = [PARABOLA, of("xy", ("-1", 1, 0), ("-1", 0, 2))]
EXCLUDED = {
    "least": "0",
    "choices": {
        "kink": 0,
        "branches": [
            {"kink": 1, "branches": [{"excluded": [[0, 1, "1"], [1, 1, "1"]]}, "bound"]},
            {"kink": 1, "branches": ["bound", {"excluded": [[0, 0, "1"], [1, 0, "1"]]}]},
        ],
    },
}
TRUE = {
    "second": (second("=", "2"), "proved", "second order"),
    "second refuted": (second("<", "2"), "refuted", "second order"),
    "second beside the kink": (second("=", "0", along=["1", "0"]), "proved", "second order"),
    "second across": (second("=", "-2", along=["1", "1"]), "proved", "second order"),
    "second back": (second("=", "2", along=["-1", "1"]), "proved", "second order"),
    "second of the smooth part": (second("=", "2", smooth=of("xy", ("1", 0, 2)), pieces=[]), "proved", "second order"),
    "second of a maximum": (second("=", "2", pieces=[MAXIMUM]), "proved", "second order"),
    "second of a maximum, one leader": (
        second("=", "-2", pieces=[MAXIMUM], along=["1", "1"]),
        "proved",
        "second order",
    ),
    "parabolic": (parabolic("=", "0", ["2", "0"]), "proved", "second order"),
    "parabolic, other side": (parabolic("=", "5", ["-3", "7"]), "proved", "second order"),
    "parabolic refuted": (parabolic("=", "2", ["2", "0"]), "refuted", "second order"),
    "parabolic, smooth slope": (parabolic(">=", "1", ["1", "0"], smooth=X), "proved", "second order"),
    "lowest": (lowest("=", "-2"), "proved", {**LEAST, **TURN}),
    "lowest, sides": (lowest("=", "-2"), "proved", {"least": "-2", "choices": SIDES, **TURN}),
    "lowest >=": (lowest(">=", "-2"), "proved", LEAST),
    "lowest > refuted": (lowest(">", "-2"), "refuted", TURN),
    "lowest < refuted": (lowest("<", "-2"), "refuted", LEAST),
    "lowest of a maximum": (lowest("=", "-2", pieces=[MAXIMUM]), "proved", {**LEAST, **TURN}),
    "lowest straight": (lowest("<=", "2"), "proved", {"turn": ["0", "0"]}),
    "lowest, no kink along w": (
        lowest("=", "-2", along=["1", "1"]),
        "proved",
        {"least": "-2", "choices": "bound", "turn": ["0", "0"]},
    ),
    "lowest, excluded choices": (lowest("=", "0", pieces=OPPOSED), "proved", {**EXCLUDED, **TURN}),
    "lowest, branches with one gradient": (
        lowest("=", "6", pieces=[EQUAL]),
        "proved",
        {"least": "6", "choices": "bound", "turn": ["0", "0"]},
    ),
    "lowest of a kink without slope": (
        lowest("=", "2", pieces=[of("xy", ("-1", 0, 2))]),
        "proved",
        {"least": "2", "choices": "bound", "turn": ["1", "1"]},
    ),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_shown_is_accepted_and_its_opposite_is_not(name):
    statement, verdict, proof = TRUE[name]
    establish(Problem([]), statement, verdict, proof)
    assert not any(accepted(statement, OPPOSITE[verdict], other) for _, _, other in TRUE.values())
    assert sentence(statement)


def excluded(*entries):
    """A bound of 0 for the opposed kinks by one exclusion of the first choice."""
    first = {"kink": 1, "branches": [{"excluded": [list(entry) for entry in entries]}, "bound"]}
    other = EXCLUDED["choices"]["branches"][1]
    return {"least": "0", "choices": {"kink": 0, "branches": [first, other]}}


FALSE = {
    "the straight line for the liminf": (lowest("=", "2"), "proved", {"least": "2", "choices": "bound", **TURN}),
    "a bound above a choice": (lowest(">=", "-1"), "proved", {"least": "-1", "choices": SIDES}),
    "a turn to the higher side": (lowest("<=", "-2"), "proved", {"turn": ["-1", "0"]}),
    "opposed kinks both low": (lowest(">=", "0", pieces=OPPOSED), "proved", {"least": "0", "choices": "bound"}),
    "excluded by nothing": (lowest(">=", "0", pieces=OPPOSED), "proved", excluded()),
    "excluded by one of two": (lowest(">=", "0", pieces=OPPOSED), "proved", excluded((0, 1, "1"))),
    "excluded by weights zero": (lowest(">=", "0", pieces=OPPOSED), "proved", excluded((0, 1, "0"), (1, 1, "0"))),
    "excluded by a negative weight": (
        lowest(">=", "0", pieces=[PARABOLA, PARABOLA]),
        "proved",
        excluded((0, 1, "1"), (1, 1, "-1")),
    ),
    "excluded by the chosen one itself": (
        lowest(">=", "0", pieces=OPPOSED),
        "proved",
        excluded((0, 0, "1"), (1, 0, "1")),
    ),
    "excluded by a kink without a choice": (
        lowest(">=", "0", pieces=OPPOSED),
        "proved",
        {"least": "0", "choices": {"excluded": [[0, 1, "1"], [1, 1, "1"]]}},
    ),
    "a second derivative by bounds": (second("=", "2"), "proved", {"turn": ["0", "0"]}),
    "the larger branch along w only": (second("=", "6", pieces=[MAXIMUM]), "proved", "second order"),
    "a parabolic subderivative without acceleration": (parabolic("=", "2", ["2", "0"]), "proved", "second order"),
}
MALFORMED = {
    "no bounds": (lowest("<=", "2"), "proved", {}),
    "half a bound": (lowest(">=", "-2"), "proved", {"least": "-2"}),
    "bounds and more": (lowest(">=", "-2"), "proved", {**LEAST, "more": "0"}),
    "bounds that are a word": (lowest(">=", "-2"), "proved", "bound"),
    "a turn too short": (lowest("<=", "2"), "proved", {"turn": ["0"]}),
    "a kink twice": (
        lowest(">=", "-2"),
        "proved",
        {"least": "-2", "choices": {"kink": 0, "branches": [SIDES, "bound"]}},
    ),
    "a kink that is none": (lowest(">=", "-2"), "proved", {"least": "-2", "choices": {"kink": 1, "branches": []}}),
    "a branch too few": (lowest(">=", "-2"), "proved", {"least": "-2", "choices": {"kink": 0, "branches": ["bound"]}}),
    "an acceleration too short": (parabolic("=", "0", ["2"]), "proved", "second order"),
    "no relation": (second("!=", "1"), "proved", "second order"),
    "an infinite constant": (second("<", "infinity"), "proved", "second order"),
}


@pytest.mark.parametrize("name", [*FALSE, *MALFORMED])
def test_what_is_false_or_malformed_is_rejected(name):
    statement, verdict, proof = {**FALSE, **MALFORMED}[name]
    with pytest.raises(Rejected):
        establish(Problem([]), statement, verdict, proof)


BENT = ["function", ["x", "y"], ["+", ["name", "x"], ["*", A, ["^", ["name", "y"], 2]]]]
TWICE = ["*", "-2", A]


@pytest.mark.parametrize(
    ("statement", "proof"),
    [
        (second("=", ["*", "2", A], pieces=[BENT]), "second order"),
        (lowest(">=", TWICE, pieces=[BENT]), {"least": TWICE, "choices": "bound"}),
        (lowest("=", TWICE, pieces=[BENT]), {"least": TWICE, "choices": "bound", "turn": ["-1", "0"]}),
    ],
)
def test_letters_need_known_signs(statement, proof):
    assert accepted(statement, "proved", proof, [FREE, {"assume": [A, ">", "0"]}])
    assert not accepted(statement, "proved", proof, [FREE])
