"""Critical cones of functions with kinks in the kernel: what rules accept, and what none may settle."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.speech import sentence
from exactcheck.kernel.statements import establish
from tests.kernel.kinked_tables import NOTHING, OPPOSITE, ORIGIN, X, Y, accepted, of, stated

A = ["letter", "a"]
SUM = of("xy", ("1", 1, 0), ("1", 0, 1))
ONE = (X, [X])  # x + |x|: the halfplane x <= 0
QUADRANT = (SUM, [X, Y])  # x + y + |x| + |y|
CORNER = (NOTHING, [[X, NOTHING, of("xy", ("-1", 1, 0))]])  # max(x, 0, -x)
SIDE = (NOTHING, [[X, NOTHING]])  # max(x, 0)
MIXED = (Y, [X, Y])  # |x| + y + |y|: the half-line x = 0, y <= 0


def cone(f, stated_cone, at=ORIGIN):
    return stated("critical directions", *f, at, cone=stated_cone)


def labels(*words):
    return ["labels", list(words)]


def halfspaces(inequalities, equations=()):
    return ["halfspaces", [list(a) for a in inequalities], [list(b) for b in equations]]


def generators(rays, lines=()):
    return ["generators", [list(v) for v in rays], [list(v) for v in lines]]


def both(multipliers, only, all_):
    """Combinations without a multiple."""
    return {"multipliers": multipliers, "only": [["1", c] for c in only], "all": [["1", c] for c in all_]}


def spanned(multipliers, coordinates, only):
    return {"multipliers": multipliers, "coordinates": coordinates, "only": [["1", c] for c in only]}


HALFPLANE = both(["-1"], [[[0, "1/2"]]], [[[0, "2"]]])
HALF_LINE = both(
    ["0", "-1"],
    [[[0, "1/2"]], [[1, "1/2"]], [[1, "-1/2"]]],
    [[[0, "2"]], [[1, "2"]], [[1, "-2"]]],
)
NEGATIVE = [["-1", "0"], ["0", "-1"]]
TRUE = {
    "a halfplane": (cone(ONE, labels("nonpositive", "free")), "proved", HALFPLANE),
    "a halfplane by an inequality": (cone(ONE, halfspaces([["-1", "0"]])), "proved", HALFPLANE),
    "a multiple": (
        cone(ONE, halfspaces([["-3", "0"]])),
        "proved",
        {"multipliers": ["-1"], "only": [["2/3", [[0, "1"]]]], "all": [["3", [[0, "2"]]]]},
    ),
    "a redundant inequality": (
        cone(QUADRANT, halfspaces([*NEGATIVE, ["-1", "-2"]])),
        "proved",
        both(
            ["-1", "-1"],
            [[[0, "1/2"]], [[1, "1/2"]], [[0, "1/2"], [1, "1"]]],
            [[[0, "2"]], [[1, "2"]]],
        ),
    ),
    "a half-line": (cone(MIXED, labels("fixed", "nonpositive")), "proved", HALF_LINE),
    "the whole plane": (cone((NOTHING, []), labels("free", "free")), "proved", both([], [], [])),
    "one point": (
        cone((NOTHING, [X, Y]), labels("fixed", "fixed")),
        "proved",
        both(
            ["0", "0"],
            [[[0, "1/2"]], [[1, "1/2"]], [[0, "-1/2"]], [[1, "-1/2"]]],
            [[[0, "2"]], [[1, "2"]], [[0, "-2"]], [[1, "-2"]]],
        ),
    ),
    "a maximum": (
        cone(CORNER, labels("fixed", "free")),
        "proved",
        both([["1/3", "1/3", "1/3"]], [[[0, "1"]], [[0, "-1"]]], [[[0, "1"]], [[0, "2"]], [[0, "-1"]], [[0, "-2"]]]),
    ),
    "a side of a maximum": (
        cone(SIDE, labels("nonpositive", "free")),
        "proved",
        both([["0", "1"]], [[[0, "1"]]], [[[0, "1"]]]),
    ),
    "generators": (
        cone(QUADRANT, generators(NEGATIVE)),
        "proved",
        spanned(["-1", "-1"], NEGATIVE, [[[0, "1/2"]], [[1, "1/2"]], [], [], [], []]),
    ),
    "a ray and a line": (
        cone(ONE, generators([["-1", "5"]], [["0", "2"]])),
        "proved",
        spanned(["-1"], [["-1", "0"], ["5/2", "1/2"]], [[[0, "1/2"]], [], [], [], []]),
    ),
    "nothing but a ray": (
        cone(MIXED, generators([["0", "-1"]])),
        "proved",
        spanned(["0", "-1"], [["0", "-1"]], [[[0, "1/2"]], [[1, "1/2"]], [[1, "-1/2"]], [], []]),
    ),
    "too large": (cone(ONE, labels("free", "free")), "refuted", {"stated": ["1", "0"]}),
    "too small": (cone(ONE, labels("nonpositive", "fixed")), "refuted", {"critical": ["0", "1"]}),
    "on the other side": (cone(ONE, labels("nonnegative", "free")), "refuted", {"critical": ["-1", "0"]}),
    "not stationary": (cone((X, []), labels("fixed", "free")), "refuted", {"descent": ["-1", "0"]}),
    "generators too large": (cone(ONE, generators([["-1", "0"], ["1", "0"]])), "refuted", {"generator": 1}),
    "lines too large": (cone(ONE, generators([], [["-1", "0"]])), "refuted", {"generator": 1}),
    "generators too small": (
        cone(ONE, generators([["-1", "0"]])),
        "refuted",
        {"critical": ["0", "1"], "separator": ["0", "-1"]},
    ),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_shown_is_accepted_and_its_opposite_is_not(name):
    statement, verdict, proof = TRUE[name]
    establish(Problem([]), statement, verdict, proof)
    assert not any(accepted(statement, OPPOSITE[verdict], other) for _, _, other in TRUE.values())
    assert sentence(statement)


FALSE = {
    "one inclusion": (
        cone(QUADRANT, labels("nonpositive", "free")),
        "proved",
        both(["-1", "-1"], [[[0, "1/2"]]], [[[0, "2"]], []]),
    ),
    "the other inclusion": (
        cone(ONE, labels("nonpositive", "nonpositive")),
        "proved",
        both(["-1"], [[[0, "1/2"]], []], [[[0, "2"]]]),
    ),
    "a negative weight": (
        cone(ONE, labels("nonnegative", "free")),
        "proved",
        both(["-1"], [[[0, "-1/2"]]], [[[0, "-2"]]]),
    ),
    "a negative multiple": (
        cone(ONE, labels("nonnegative", "free")),
        "proved",
        {"multipliers": ["-1"], "only": [["-1", [[0, "1/2"]]]], "all": [["-1", [[0, "2"]]]]},
    ),
    "a multiple zero": (
        cone(ONE, labels("free", "nonpositive")),
        "proved",
        {"multipliers": ["-1"], "only": [["0", []]], "all": [["0", []]]},
    ),
    "an inequality as an equation": (
        cone(ONE, labels("fixed", "free")),
        "proved",
        both(["-1"], [[[0, "1/2"]], [[0, "-1/2"]]], [[[0, "2"]]]),
    ),
    "multipliers of another subgradient": (
        cone(ONE, labels("fixed", "free")),
        "proved",
        both(["0"], [[[0, "1/2"]], [[0, "-1/2"]]], [[[0, "2"]], [[0, "-2"]]]),
    ),
    "a generator that is not critical": (
        cone(ONE, generators(NEGATIVE, [["1", "0"]])),
        "proved",
        spanned(["-1"], [*NEGATIVE, ["0", "0"]], [[[0, "1/2"]], [], [], [], [], []]),
    ),
    "a ray for a line": (
        cone(ONE, generators([["-1", "0"], ["0", "1"]])),
        "proved",
        spanned(["-1"], [["-1", "0"], ["0", "1"]], [[[0, "1/2"]], [], [], [], [], []]),
    ),
    "coordinates that leave something": (
        cone(ONE, generators([["-1", "0"]])),
        "proved",
        spanned(["-1"], [["-1", "0"]], [[[0, "1/2"]], [], [], [], []]),
    ),
    "a direction inside of the cone": (cone(ONE, labels("nonpositive", "free")), "refuted", {"critical": ["-1", "0"]}),
    "a direction that is not critical": (cone(ONE, labels("nonpositive", "free")), "refuted", {"critical": ["1", "0"]}),
    "a stated direction outside": (cone(ONE, labels("nonpositive", "free")), "refuted", {"stated": ["1", "0"]}),
    "a stated direction that is critical": (cone(ONE, labels("free", "free")), "refuted", {"stated": ["-1", "0"]}),
    "a generator that is critical": (cone(ONE, generators([["-1", "0"]])), "refuted", {"generator": 0}),
    "a direction that is not separated": (
        cone(ONE, generators([["-1", "0"]])),
        "refuted",
        {"critical": ["0", "1"], "separator": ["1", "-1"]},
    ),
    "a separator that does not separate": (
        cone(ONE, generators([["-1", "0"]])),
        "refuted",
        {"critical": ["-1", "0"], "separator": ["-1", "0"]},
    ),
    "no descent": (cone(ONE, labels("nonpositive", "free")), "refuted", {"descent": ["1", "0"]}),
}
WHOLE = both([], [], [])
MALFORMED = {
    "no cone": (cone((NOTHING, []), []), "proved", WHOLE),
    "a cone that is a word": (cone((NOTHING, []), "labels"), "proved", WHOLE),
    "another kind of cone": (cone((NOTHING, []), ["cones", [], []]), "proved", WHOLE),
    "a label too few": (cone((NOTHING, []), labels("free")), "proved", WHOLE),
    "an unknown label": (cone((NOTHING, []), labels("free", "loose")), "proved", WHOLE),
    "a label that is a number": (cone((NOTHING, []), ["labels", [1, 1]]), "proved", WHOLE),
    "labels and more": (cone((NOTHING, []), ["labels", ["free", "free"], []]), "proved", WHOLE),
    "one list": (cone((NOTHING, []), ["halfspaces", []]), "proved", WHOLE),
    "a vector too short": (cone((NOTHING, []), halfspaces([["1"]])), "proved", WHOLE),
    "no direction": (cone(ONE, labels("free", "free")), "refuted", []),
    "a generator that is none": (cone(ONE, generators([["-1", "0"]])), "refuted", {"generator": 1}),
    "a row that is none": (cone(ONE, labels("nonpositive", "free")), "proved", both(["-1"], [[[1, "1"]]], [[]])),
    "a combination too few": (cone(ONE, labels("nonpositive", "free")), "proved", both(["-1"], [], [[[0, "2"]]])),
}


@pytest.mark.parametrize("name", [*FALSE, *MALFORMED])
def test_what_is_false_or_malformed_is_rejected(name):
    statement, verdict, proof = {**FALSE, **MALFORMED}[name]
    with pytest.raises(Rejected):
        establish(Problem([]), statement, verdict, proof)


SCALED = ["function", ["x", "y"], ["*", A, ["name", "x"]]]
DOUBLED = {"multipliers": ["-1"], "only": [[["*", "2", A], [[0, "1"]]]], "all": [["1", [[0, ["*", "2", A]]]]]}


def test_letters_need_known_signs():
    """a x + |a x|, which is a x + a |x| only for a >= 0, and 0 for a = 0."""
    statement, free = cone((SCALED, [SCALED]), labels("nonpositive", "free")), {"letter": "a", "role": "parameter"}
    assert accepted(statement, "proved", DOUBLED, [free, {"assume": [A, ">", "0"]}])
    assert not accepted(statement, "proved", DOUBLED, [free, {"assume": [A, ">=", "0"]}])
    inside = {**DOUBLED, "multipliers": [["letter", "b"]]}
    unknown = {"letter": "b", "role": "parameter"}
    bounds = [{"assume": [["letter", "b"], ">=", "-1"]}, {"assume": [["letter", "b"], "<=", "1"]}]
    level = cone((NOTHING, [NOTHING]), labels("free", "free"))
    assert accepted(level, "proved", both(["0"], [], [[], []]))
    assert not accepted(level, "proved", {**inside, "only": [], "all": [["1", []]]}, [free, unknown, *bounds])
