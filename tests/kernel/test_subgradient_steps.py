"""Steps of the subgradient method in the kernel: what each form of proof needs, and what settles no statement."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.speech import sentence
from exactcheck.kernel.statements import establish

C = {"letter": "c", "role": "parameter"}
POSITIVE = {"assume": [["letter", "c"], ">", "0"]}


def of(names, terms):
    """A polynomial function from its terms."""
    return ["function", list(names), ["polynomial", terms]]


X, Y = of("x", [["1", {"x": 1}]]), of("xy", [["1", {"y": 1}]])
ZERO, SQUARE = of("x", []), of("x", [["1", {"x": 2}], ["-1", {}]])
UNIT = [X, ">="]
ABSOLUTE = [["1", X]]  # |x|
FALLS = [of("axy", [["1", {"x": 1}], ["-1", {"y": 1}]]), ">"]


def steps(pieces, region, outcome="region", largest="1", property_="always", smooth=ZERO):
    """A statement about steps."""
    return {
        "kind": "subgradient steps",
        "smooth": smooth,
        "pieces": pieces,
        "region": region,
        "largest": largest,
        "outcome": outcome,
        "property": property_,
    }


def part(*outcome, signs=()):
    """A part of a cover."""
    return {"signs": list(signs), "outcome": list(outcome)}


def cut(*parts, where="0"):
    """A cut of the only coordinate."""
    return {"coordinate": 0, "where": where, "parts": list(parts)}


def step(point, size, multipliers, outcome=0, at=None):
    """One step."""
    return {"at": at, "point": point, "step": size, "multipliers": multipliers, "outcome": outcome}


def accepted(statement, verdict, proof, declarations=()):
    """True if the kernel accepts the proof."""
    try:
        establish(Problem(list(declarations)), statement, verdict, proof)
    except Rejected:
        return False
    return True


# facts on a part of {x >= 0}: 0 step > 0, 1 largest - step >= 0, then t > 0, the sides of the part, the region
INSIDE = steps(
    ABSOLUTE, [[of("x", [["1", {}], ["1", {"x": 1}]]), ">="], [of("x", [["1", {}], ["-1", {"x": 1}]]), ">="]]
)
SUM = {"sum": [["1", {"coordinate1": 1}, []], ["1", {}, [1]]]}
COVER = cut(
    part(
        [{"sum": [["1", {}, [4]], ["1", {"step": 1}, []]]}], [{"sum": [["1", {"coordinate1": 1}, []], ["1", {}, [1]]]}]
    ),
    part(["signs", {"sum": [["1", {}, [1]]]}], [{"sum": [["1", {}, [1]]]}, "signs"]),
    part([SUM], [{"sum": [["1", {}, [5]], ["1", {"step": 1}, []]]}]),
)
RISING = steps(ABSOLUTE, [[X, ">"]], [[of("axy", [["-1", {"y": 1}], ["1", {"x": 1}]]), ">"]])
ONLY = part(["signs"])
TRUE = {
    "both ends": (INSIDE, "proved", COVER),
    "both ends, denied": ({**INSIDE, "property": "not always"}, "refuted", COVER),
    "a known sign": (RISING, "proved", ONLY),
    "a sign that is shown": (
        {**RISING, "region": [[of("x", [["1", {"x": 1}], ["-1/2", {}]]), ">="]]},
        "proved",
        part(["signs"], signs=[[0, 1, {"sum": [["1", {}, [2]], ["1/2", {}, []]]}]]),
    ),
    "a part without points": (RISING, "proved", cut({"empty": 4}, {"empty": 4}, part(["signs"]))),
    "no kinks": (steps([], [UNIT], smooth=ZERO), "proved", part([{"sum": [["1", {}, [2]]]}])),
    "left": (steps(ABSOLUTE, [UNIT]), "refuted", step(["1/2"], "1", ["1"])),
    "left, stated": (steps(ABSOLUTE, [UNIT], property_="not always"), "proved", step(["1/2"], "1", ["1"])),
    "left from a kink": (steps(ABSOLUTE, [UNIT]), "refuted", step(["0"], "1", ["1/2"])),
    "strict outcome": (steps([], [UNIT], [FALLS]), "refuted", step(["1"], "1", [])),
    "a curved region": (
        steps(ABSOLUTE, [[of("x", [["1", {"x": 1}], ["-1", {"x": 2}]]), ">="]]),
        "refuted",
        step(["1/2"], "1", ["1"]),
    ),
}
LETTERS = {
    "at values": (
        steps(ABSOLUTE, [UNIT], largest=["letter", "c"]),
        "refuted",
        step(["1/2"], "1", ["1"], at={"c": "1"}),
    ),
    "at a small value": (
        steps(ABSOLUTE, [UNIT], largest=["letter", "c"]),
        "refuted",
        step(["1/9"], "1/8", ["1"], at={"c": "1/8"}),
    ),
    "at a value <= 0": (
        steps(ABSOLUTE, [[["function", ["x"], ["+", ["name", "x"], ["letter", "c"]]], ">="]]),
        "refuted",
        step(["0"], "1", ["1"], at={"c": "0"}),
    ),
    "for all values": (
        steps(ABSOLUTE, [UNIT], largest=["letter", "c"], property_="not always"),
        "proved",
        step(["0"], ["letter", "c"], ["1"]),
    ),
}
SOME = steps(ABSOLUTE, [UNIT], largest=["letter", "c"], property_="not always")


@pytest.mark.parametrize("name", TRUE)
def test_true_statements(name):
    statement, verdict, proof = TRUE[name]
    assert accepted(statement, verdict, proof)
    assert not accepted(statement, {"proved": "refuted", "refuted": "proved"}[verdict], proof)


@pytest.mark.parametrize("name", LETTERS)
def test_statements_with_a_letter(name):
    statement, verdict, proof = LETTERS[name]
    free = [C] if name == "at a value <= 0" else [C, POSITIVE]
    assert accepted(statement, verdict, proof, free)
    assert not accepted(statement, {"proved": "refuted", "refuted": "proved"}[verdict], proof, free)


MANY = [["1", X]] * 11
REJECTED = {
    "another property": ({**INSIDE, "property": "often"}, COVER),
    "another outcome": ({**INSIDE, "outcome": "elsewhere"}, COVER),
    "another relation": (steps([], [[X, "="]]), part(["signs"])),
    "nothing said": (steps([], [UNIT], []), part()),
    "no region to stay in": (steps([], []), part()),
    "a wrong number of variables": (steps([], [[Y, ">="]]), part(["signs"])),
    "a wrong number of variables of the outcome": (steps([], [UNIT], [UNIT]), part(["signs"])),
    "a missing vertex": (INSIDE, cut(COVER["parts"][0], part([SUM], [SUM]), COVER["parts"][2])),
    "a missing part": (INSIDE, {**COVER, "parts": COVER["parts"][:2]}),
    "a cut of no coordinate": (INSIDE, {**COVER, "coordinate": 1}),
    "a cut at the point itself": (INSIDE, {**COVER, "where": ["letter", "coordinate1"]}),
    "a cut of a summand that is not there": (INSIDE, {"summand": 1, "parts": [ONLY, ONLY, ONLY]}),
    "a part that has points": (INSIDE, {"empty": 2}),
    "a wrong sign": (RISING, part(["signs"], signs=[[0, -1, "signs"]])),
    "no sign": (RISING, part(["signs"], signs=[[0, 0, "signs"]])),
    "a sign that is not shown": (INSIDE, part(["signs"], ["signs"], signs=[[0, 1, "signs"]])),
    "a kink": (steps(ABSOLUTE, [UNIT]), part(["signs", "signs"])),
    "a convex outcome": (
        steps(ABSOLUTE, [UNIT], [[of("axy", [["1", {"y": 2}]]), ">="]]),
        part([{"squares": []}, {"squares": []}]),
    ),
    "a cubic outcome": (steps(ABSOLUTE, [UNIT], [[of("axy", [["1", {"y": 3}]]), ">="]]), part(["signs", "signs"])),
    "many multipliers": (steps(MANY, [UNIT]), part(["signs"] * 2048)),
    "a weight that may be negative": (steps([["-1", X]], [UNIT]), part(["signs", "signs"])),
    "no scalar": (
        steps([], [[["function", ["x"], ["matrix", 1, 1, []]], ">="]]),
        part(["signs"]),
    ),
}


@pytest.mark.parametrize("name", REJECTED)
def test_covers_that_show_nothing(name):
    statement, proof = REJECTED[name]
    assert not accepted(statement, "proved", proof)


LEFT = steps(ABSOLUTE, [UNIT])
NO_STEP = {
    "another size": step(["1/2"], "2", ["1"]),
    "no size": step(["1/2"], "0", ["1"]),
    "a point outside": step(["-1/2"], "1", ["-1"]),
    "a multiplier of no subgradient": step(["1/2"], "1", ["-1"]),
    "a multiplier beyond the ends": step(["0"], "1", ["2"]),
    "too few multipliers": step(["1/2"], "1", []),
    "too few coordinates": step([], "1", ["1"]),
    "an outcome that is kept": step(["1"], "1", ["1"]),
    "no outcome": step(["1/2"], "1", ["1"], outcome=1),
    "letters that are not there": step(["1/2"], "1", ["1"], at={"c": "1"}),
}


@pytest.mark.parametrize("name", NO_STEP)
def test_steps_that_violate_nothing(name):
    assert not accepted(LEFT, "refuted", NO_STEP[name])


def test_a_violation_at_some_values_shows_no_violation_for_all():
    at_one = step(["1/2"], "1", ["1"], at={"c": "1"})
    assert not accepted(SOME, "proved", at_one, [C, POSITIVE])
    assert not accepted(SOME, "proved", step(["1/2"], "1", ["1"]), [C, POSITIVE])
    assert not accepted(LEFT | {"largest": ["letter", "c"]}, "refuted", at_one | {"at": {"c": "-1"}}, [C, POSITIVE])


@pytest.mark.parametrize(
    "declaration", [{"letter": "coordinate1", "role": "point"}, {"letter": "step", "role": "size"}]
)
def test_letters_of_the_parts_are_new(declaration):
    assert accepted(RISING, "proved", ONLY)
    assert not accepted(RISING, "proved", ONLY, [declaration])


def test_a_letter_that_is_replaced_does_not_become_the_point():
    """x = 5 would make |x| smooth; the statement is about all x."""
    five = {"letter": "coordinate1", "is": "5"}
    assert not accepted(LEFT, "proved", part(["signs"]), [five])


def test_a_curved_cut_by_a_summand():
    pieces = [["1", SQUARE]]
    downhill = [of("axy", [["1", {"x": 3}], ["-1", {"x": 1}], ["-1", {"x": 2, "y": 1}], ["1", {"y": 1}]]), ">="]
    proof = {"summand": 0, "parts": [part(["signs"]), part(["signs", "signs"]), part(["signs"])]}
    assert accepted(steps(pieces, [[X, ">"]], [downhill]), "proved", proof)
    assert not accepted(steps(pieces, [], [downhill]), "proved", proof)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (
            LEFT,
            "for every x with x >= 0 and every a with 0 < a <= 1 each step x - a g, g in df(x), ends in that region",
        ),
        (SOME, "not for every x with x >= 0 and every a with 0 < a <= c each step"),
        (RISING, "ends with x - y > 0"),
        (steps([], [], [FALLS]), "every x with no condition"),
    ],
)
def test_sentences(statement, words):
    assert words.replace("x - y", "-y + x") in sentence(statement) or words in sentence(statement)
