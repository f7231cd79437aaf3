"""Sums of absolute values and maxima in the kernel: what rules accept, and false statements that none may settle."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.kinks import kinked_point
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.speech import sentence
from exactcheck.kernel.statements import establish

ROOT = {"letter": "s", "root": "2"}
A = ["letter", "a"]


def of(variables, terms):
    """A polynomial function from its terms."""
    return ["function", list(variables), ["polynomial", terms]]


def line(*slopes):
    """The linear function of x (and y) with these slopes."""
    names = "xy"[: len(slopes)]
    return of(names, [[s, {x: 1}] for x, s in zip(names, slopes, strict=True) if s != "0"])


X = line("1")
ZERO = of("x", [])
SQUARE = of("x", [["1", {"x": 2}]])


def stated(kind, smooth, pieces, at, **fields):
    """A statement about a sum of absolute values."""
    return {"kind": kind, "smooth": smooth, "pieces": pieces, "at": at, **fields}


def stationary(smooth, pieces, at=("0",), property_="stationary"):
    return stated("stationarity", smooth, pieces, list(at), property=property_)


def second(smooth, pieces, along, relation, constant, at=("0",)):
    return stated(
        "second subderivative", smooth, pieces, list(at), along=list(along), relation=relation, constant=constant
    )


def slope(smooth, pieces, along, relation, constant, at=("0",)):
    return stated(
        "directional derivative", smooth, pieces, list(at), along=list(along), relation=relation, constant=constant
    )


def growth(smooth, pieces, relation, constant, at=("0",)):
    return stated("first-order growth", smooth, pieces, list(at), relation=relation, constant=constant)


def accepted(statement, verdict, proof, declarations=()):
    """True if the kernel accepts the proof."""
    try:
        establish(Problem(list(declarations)), statement, verdict, proof)
    except Rejected:
        return False
    return True


SECOND = "second-order stationary"
PLUS = [["1", X]]  # |x|
TWICE = [["1", X], ["1", X]]
BENT = of("x", [["1", {"x": 1}], ["-1", {"x": 2}]])  # x - x^2
BACK = of("x", [["-1", {"x": 1}]])
CORNER = [["1", [X, BACK]]]  # max(x, -x)
THREE = [["1", [X, BACK, SQUARE]]]
LINES = of("xy", []), [["1", [line("1", "0"), line("0", "1"), line("-1", "-1")]]]  # max(x, y, -x-y)
PARABOLAS = [["1", [of("x", [["-1", {"x": 2}]]), of("x", [["-2", {"x": 2}]])]]]  # max(-x^2, -2 x^2)
HALVES = ["1/2", "1/2"]
TRUE = {
    "no pieces": (stationary(SQUARE, []), "proved", {"multipliers": []}),
    "no pieces, refuted": (stationary(X, []), "refuted", {"direction": ["-1"]}),
    "a kink": (stationary(X, PLUS), "proved", {"multipliers": ["-1"]}),
    "a kink, not": (stationary(X, PLUS, property_="not stationary"), "refuted", {"multipliers": ["-1"]}),
    "not stationary": (stationary(X, [], property_="not stationary"), "proved", {"direction": ["-1"]}),
    "repeated pieces": (stationary(line("2"), TWICE), "proved", {"multipliers": ["-1", "-1"]}),
    "a piece that is zero": (stationary(ZERO, [["1", ZERO]]), "proved", {"multipliers": ["1/2"]}),
    "weight zero": (stationary(ZERO, [["0", X]], at=["1"]), "proved", {"multipliers": ["0"]}),
    "weight zero, kink": (stationary(X, [["0", X]]), "refuted", {"direction": ["-1"]}),
    "negative piece": (stationary(ZERO, PLUS, at=["-1"]), "refuted", {"direction": ["1"]}),
    "positive piece": (stationary(ZERO, PLUS, at=["1"]), "refuted", {"direction": ["-1"]}),
    "slope": (slope(X, PLUS, ["1"], "=", "2"), "proved", "first order"),
    "slope back": (slope(X, PLUS, ["-1"], "=", "0"), "proved", "first order"),
    "slope nowhere": (slope(X, PLUS, ["0"], "<=", "0"), "proved", "first order"),
    "slope refuted": (slope(X, PLUS, ["1"], "=", "1"), "refuted", "first order"),
    "slope <": (slope(X, PLUS, ["1"], "<", "2"), "refuted", "first order"),
    "slope >": (slope(X, PLUS, ["1"], ">", "1"), "proved", "first order"),
    "second": (second(BENT, PLUS, ["-1"], "=", "-2"), "proved", {"multipliers": ["-1"], "acceleration": ["0"]}),
    "second >=": (second(BENT, PLUS, ["-1"], ">=", "-2"), "proved", {"multipliers": ["-1"]}),
    "second <": (second(BENT, PLUS, ["-1"], "<", "-1"), "proved", {"acceleration": ["0"]}),
    "second refuted": (second(BENT, PLUS, ["-1"], ">", "-2"), "refuted", {"acceleration": ["0"]}),
    "second = refuted": (second(BENT, PLUS, ["-1"], "=", "-3"), "refuted", {"multipliers": ["-1"]}),
    "infinite": (second(BENT, PLUS, ["1"], "=", "infinity"), "proved", "first order"),
    "infinite, above": (second(BENT, PLUS, ["1"], ">", "7"), "proved", "first order"),
    "finite": (second(BENT, PLUS, ["-1"], "=", "infinity"), "refuted", "first order"),
    "finite, below": (second(BENT, PLUS, ["-1"], "<", "infinity"), "proved", "first order"),
    "-infinity": (second(X, [], ["-1"], "<", "-7"), "proved", "first order"),
    "-infinity is not infinity": (second(X, [], ["-1"], "=", "infinity"), "refuted", "first order"),
    "nowhere": (second(BENT, PLUS, ["0"], "=", "0"), "proved", {"multipliers": ["-1"], "acceleration": ["0"]}),
    "second order": (
        stationary(ZERO, PLUS, property_=SECOND),
        "proved",
        {"multipliers": ["0"], "tangent": [], "congruence": [[[0, "1"]]]},
    ),
    "second order by a product": (
        stationary(of("x", [["-1", {"x": 2}]]), PLUS, property_=SECOND),
        "proved",
        {"multipliers": ["0"], "tangent": [[0, ["1"]]], "congruence": [[[0, "1"]]]},
    ),
    "second order refuted": (
        stationary(BENT, PLUS, property_=SECOND),
        "refuted",
        {"direction": ["-1"], "acceleration": ["0"]},
    ),
    "second order refuted to first": (stationary(X, [], property_=SECOND), "refuted", {"direction": ["-1"]}),
    "growth": (growth(line("1/2"), PLUS, ">=", "1/2"), "proved", {"multipliers": [["0"], ["-1"]]}),
    "best growth": (
        growth(line("1/2"), PLUS, "=", "1/2"),
        "proved",
        {"multipliers": [["0"], ["-1"]], "attained": ["-1"]},
    ),
    "growth refuted": (growth(line("1/2"), PLUS, ">=", "3/4"), "refuted", {"direction": ["-1"]}),
    "larger growth": (
        growth(line("1/2"), PLUS, "=", "1/4"),
        "refuted",
        {"larger": "1/2", "multipliers": [["0"], ["-1"]]},
    ),
    "a maximum": (stationary(ZERO, CORNER), "proved", {"multipliers": [HALVES]}),
    "a maximum, tilted": (stationary(X, CORNER), "proved", {"multipliers": [["0", "1"]]}),
    "a maximum, too tilted": (stationary(line("2"), CORNER), "refuted", {"direction": ["-1"]}),
    "a maximum after a kink": (stationary(X, [*CORNER, *PLUS]), "proved", {"multipliers": ["-1/2", ["1/4", "3/4"]]}),
    "a weighted maximum": (stationary(X, [["2", [X, BACK]]]), "proved", {"multipliers": [["1/4", "3/4"]]}),
    "a maximum of weight zero": (stationary(ZERO, [["0", [X, BACK]]]), "proved", {"multipliers": [["1", "0"]]}),
    "a maximum of one": (stationary(ZERO, [["1", [X]]]), "refuted", {"direction": ["-1"]}),
    "a maximum of equal ones": (stationary(ZERO, [["1", [X, X]]]), "refuted", {"direction": ["-1"]}),
    "the largest member": (stationary(ZERO, CORNER, at=["-2"]), "refuted", {"direction": ["1"]}),
    "a maximum of three": (stationary(ZERO, THREE), "proved", {"multipliers": [["0", "0", "1"]]}),
    "a maximum in the plane": (
        stationary(*LINES, at=["0", "0"]),
        "proved",
        {"multipliers": [["1/3", "1/3", "1/3"]]},
    ),
    "slope of a maximum": (slope(X, CORNER, ["-1"], "=", "0"), "proved", "first order"),
    "slope of a maximum in the plane": (
        slope(*LINES, ["1", "-3"], "=", "2", at=["0", "0"]),
        "proved",
        "first order",
    ),
    "slope where one member is the largest": (slope(ZERO, THREE, ["1"], "=", "6", at=["3"]), "proved", "first order"),
    "second, three members": (
        second(ZERO, THREE, ["0"], "=", "0"),
        "proved",
        {"multipliers": [["0", "0", "1"]], "acceleration": ["0"]},
    ),
    "second, the larger parabola": (
        second(ZERO, PARABOLAS, ["1"], "=", "-2"),
        "proved",
        {"multipliers": [["1", "0"]], "acceleration": ["0"]},
    ),
    "second of a maximum, infinite": (second(ZERO, CORNER, ["1"], "=", "infinity"), "proved", "first order"),
    "second of a maximum, bent": (
        second(ZERO, [["1", [BENT, BACK]]], ["0"], "<=", "2"),
        "proved",
        {"acceleration": ["-2"]},
    ),
    "second order of a maximum": (
        stationary(of("x", [["-1", {"x": 2}]]), CORNER, property_=SECOND),
        "proved",
        {"multipliers": [HALVES], "tangent": [[[0, 0, 1], ["1/2"]]], "congruence": [[[0, "1"]]]},
    ),
    "second order of a maximum refuted": (
        stationary(ZERO, PARABOLAS, property_=SECOND),
        "refuted",
        {"direction": ["1"], "acceleration": ["0"]},
    ),
    "growth of a maximum": (
        growth(line("1/2"), CORNER, "=", "1/2"),
        "proved",
        {"multipliers": [[HALVES], [["0", "1"]]], "attained": ["-1"]},
    ),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_shown_is_accepted_and_its_opposite_is_not(name):
    statement, verdict, proof = TRUE[name]
    establish(Problem([]), statement, verdict, proof)
    opposite = {"proved": "refuted", "refuted": "proved"}[verdict]
    assert not any(accepted(statement, opposite, other) for _, _, other in TRUE.values())
    assert sentence(statement)


FALSE = {
    "a negative weight": (stationary(ZERO, [["-1", X]], at=["0"]), "proved", {"multipliers": ["0"]}),
    "a multiplier above 1": (stationary(line("-2"), PLUS), "proved", {"multipliers": ["2"]}),
    "a multiplier below -1": (stationary(line("2"), PLUS), "proved", {"multipliers": ["-2"]}),
    "a multiplier for a piece that is no kink": (
        stationary(line("1"), PLUS, at=["1"]),
        "proved",
        {"multipliers": ["-1"]},
    ),
    "a multiplier too few": (stationary(X, TWICE), "proved", {"multipliers": ["-1"]}),
    "a direction with no fall": (stationary(ZERO, PLUS), "refuted", {"direction": ["0"]}),
    "a direction that grows": (stationary(ZERO, PLUS), "refuted", {"direction": ["1"]}),
    "the second order for the first": (
        stationary(BENT, PLUS, property_="not stationary"),
        "proved",
        {"direction": ["-1"], "acceleration": ["0"]},
    ),
    "a form that is tangent where the multiplier is at its end": (
        stationary(BENT, PLUS, property_=SECOND),
        "proved",
        {"multipliers": ["-1"], "tangent": [[0, ["1"]]], "congruence": [[[0, "1"]]]},
    ),
    "a form with a negative eigenvalue": (
        stationary(BENT, PLUS, property_=SECOND),
        "proved",
        {"multipliers": ["-1"], "tangent": [], "congruence": [[[0, "1"]]]},
    ),
    "first-order multipliers for the second order": (
        stationary(BENT, PLUS, property_=SECOND),
        "proved",
        {"multipliers": ["-1"]},
    ),
    "multipliers of another subgradient": (second(X, PLUS, ["-1"], ">=", "0"), "proved", {"multipliers": ["0"]}),
    "an arc along which f grows": (second(ZERO, PLUS, ["1"], "<=", "0"), "proved", {"acceleration": ["0"]}),
    "an arc that bends too much": (second(BENT, PLUS, ["-1"], "<=", "-2"), "proved", {"acceleration": ["1"]}),
    "an infinity that is none": (second(BENT, PLUS, ["-1"], "<", "7"), "proved", "first order"),
    "an infinity by multipliers": (second(BENT, PLUS, ["-1"], "=", "infinity"), "proved", {"multipliers": ["-1"]}),
    "bounds that leave a gap": (second(BENT, PLUS, ["-1"], "=", "-2"), "proved", {"multipliers": ["-1"]}),
    "no bounds": (second(BENT, PLUS, ["-1"], "=", "-2"), "refuted", {}),
    "other bounds": (second(BENT, PLUS, ["-1"], "=", "-2"), "proved", {"multipliers": ["-1"], "at": {}}),
    "growth on one side": (growth(ZERO, PLUS, ">=", "1"), "proved", {"multipliers": [["1"]]}),
    "growth by one subgradient": (growth(line("1"), PLUS, ">=", "1"), "proved", {"multipliers": [["0"], ["0"]]}),
    "growth attained nowhere": (
        growth(ZERO, PLUS, "=", "1/2"),
        "proved",
        {"multipliers": [["1/2"], ["-1/2"]], "attained": ["0"]},
    ),
    "growth not attained": (
        growth(ZERO, PLUS, "=", "1/2"),
        "proved",
        {"multipliers": [["1/2"], ["-1/2"]], "attained": ["1"]},
    ),
    "the same growth as a larger one": (
        growth(ZERO, PLUS, "=", "1"),
        "refuted",
        {"larger": "1", "multipliers": [["1"], ["-1"]]},
    ),
    "a form that is tangent at the other end": (
        stationary(of("x", [["-1", {"x": 1}], ["-1", {"x": 2}]]), PLUS, property_=SECOND),
        "proved",
        {"multipliers": ["1"], "tangent": [[0, ["1"]]], "congruence": [[[0, "1"]]]},
    ),
    "an arc along which nothing changes": (
        stationary(ZERO, [], property_=SECOND),
        "refuted",
        {"direction": ["1"], "acceleration": ["0"]},
    ),
    "more than bounds": (second(BENT, PLUS, ["-1"], ">=", "-2"), "proved", {"multipliers": ["-1"], "at": {}}),
    "growth that is attained and no bound": (
        growth(line("1/2"), PLUS, "=", "3/2"),
        "proved",
        {"multipliers": [["1"], ["-1"]], "attained": ["1"]},
    ),
    "a larger growth that is none": (
        growth(ZERO, PLUS, "=", "1"),
        "refuted",
        {"larger": "2", "multipliers": [["1"], ["-1"]]},
    ),
    "a larger growth for a bound": (
        growth(ZERO, PLUS, ">=", "1/2"),
        "refuted",
        {"larger": "1", "multipliers": [["1"], ["-1"]]},
    ),
}
ONE_SIDED = [["1", [X, ZERO]]]  # max(x, 0)
FALSE |= {
    "weights that add up to more": (stationary(line("-2"), CORNER), "proved", {"multipliers": [["2", "0"]]}),
    "weights that add up to less": (stationary(line("-1/2"), ONE_SIDED), "proved", {"multipliers": [["1/2", "0"]]}),
    "a negative weight of a member": (stationary(line("1/2"), ONE_SIDED), "proved", {"multipliers": [["-1/2", "3/2"]]}),
    "a negative weight of a maximum": (stationary(ZERO, [["-1", [X, BACK]]]), "proved", {"multipliers": [HALVES]}),
    "the minimum for the maximum": (slope(ZERO, CORNER, ["1"], "=", "-1"), "proved", "first order"),
    "the sum for the maximum": (slope(ZERO, CORNER, ["1"], "=", "0"), "proved", "first order"),
    "a weight for a member that is not the largest": (
        stationary(ZERO, CORNER, at=["1"]),
        "proved",
        {"multipliers": [HALVES]},
    ),
    "the smaller parabola": (second(ZERO, PARABOLAS, ["1"], "<=", "-4"), "proved", {"acceleration": ["0"]}),
    "a mean of the parabolas": (
        second(ZERO, PARABOLAS, ["1"], "=", "-3"),
        "proved",
        {"multipliers": [HALVES], "acceleration": ["0"]},
    ),
    "members that are tangent where one has no weight": (
        stationary(of("x", [["1", {"x": 1}], ["-1", {"x": 2}]]), CORNER, property_=SECOND),
        "proved",
        {"multipliers": [["0", "1"]], "tangent": [[[0, 0, 1], ["1/2"]]], "congruence": [[[0, "1"]]]},
    ),
    "members that are tangent where the other has no weight": (
        stationary(of("x", [["1", {"x": 1}], ["-1", {"x": 2}]]), CORNER, property_=SECOND),
        "proved",
        {"multipliers": [["0", "1"]], "tangent": [[[0, 1, 0], ["-1/2"]]], "congruence": [[[0, "1"]]]},
    ),
    "growth of one member": (
        growth(ZERO, ONE_SIDED, ">=", "1/2"),
        "proved",
        {"multipliers": [[HALVES], [["1/2", "1/2"]]]},
    ),
}
MATRIX = ["matrix", 1, 1, [[0, 0, "1"]]]
MALFORMED = {
    "a function that is a matrix": (stationary(["function", ["x"], MATRIX], []), "proved", {"multipliers": []}),
    "a piece that is a matrix": (stationary(ZERO, [["1", ["function", ["x"], MATRIX]]]), "proved", {"multipliers": []}),
    "a piece that is no function": (stationary(ZERO, [["1", "0"]]), "proved", {"multipliers": ["0"]}),
    "a piece without weight": (stationary(ZERO, [X]), "proved", {"multipliers": ["0"]}),
    "a piece of other variables": (stationary(ZERO, [["1", line("1", "1")]]), "proved", {"multipliers": ["0"]}),
    "a point of another size": (stationary(ZERO, [], at=["0", "0"]), "proved", {"multipliers": []}),
    "a point that is a function": (stationary(ZERO, [], at=[ZERO]), "proved", {"multipliers": []}),
    "a direction too long": (stationary(X, []), "refuted", {"direction": ["-1", "0"]}),
    "a direction of another shape": (slope(ZERO, PLUS, [["ones", 2, 1]], "=", "2"), "proved", "first order"),
    "a direction with more parts": (slope(ZERO, PLUS, ["1", "1"], "=", "1"), "proved", "first order"),
    "an unknown relation": (slope(ZERO, PLUS, ["1"], "!=", "2"), "proved", "first order"),
    "an unknown relation, refuted": (slope(ZERO, PLUS, ["1"], None, "2"), "refuted", "first order"),
    "an unknown property": (stationary(ZERO, [], property_="third-order stationary"), "proved", {"multipliers": []}),
    "a property that is none": (stationary(ZERO, [], property_=1), "proved", {"multipliers": []}),
    "an upper growth": (
        growth(ZERO, PLUS, "<=", "1"),
        "proved",
        {"multipliers": [["1"], ["-1"]], "attained": ["1"]},
    ),
    "bounds that are a word": (second(BENT, PLUS, ["-1"], ">=", "-2"), "proved", "multipliers"),
    "bounds that are a list": (second(BENT, PLUS, ["-1"], ">=", "-2"), "proved", ["multipliers"]),
    "a slope with a proof": (slope(ZERO, PLUS, ["1"], "=", "1"), "proved", {"multipliers": ["0"]}),
    "an infinite slope": (slope(ZERO, PLUS, ["1"], "<", "infinity"), "proved", "first order"),
    "a constant that is no number": (second(ZERO, PLUS, ["1"], ">", "much"), "proved", "first order"),
    "a constant of too many digits": (growth(ZERO, PLUS, ">=", "1" * 5000), "refuted", {"direction": ["1"]}),
    "no direction": (stationary(X, []), "refuted", {"multipliers": []}),
    "more than a direction": (stationary(X, []), "refuted", {"direction": ["-1"], "more": []}),
    "no members": (stationary(ZERO, [["1", []]]), "proved", {"multipliers": []}),
    "a member that is no function": (stationary(ZERO, [["1", [X, "0"]]]), "proved", {"multipliers": [HALVES]}),
    "members in a list of lists": (stationary(ZERO, [["1", [[X, BACK]]]]), "proved", {"multipliers": [HALVES]}),
    "a member of other variables": (
        stationary(ZERO, [["1", [X, line("1", "1")]]]),
        "proved",
        {"multipliers": [HALVES]},
    ),
    "a multiplier for a maximum": (stationary(ZERO, CORNER), "proved", {"multipliers": ["1"]}),
    "multipliers without their maximum": (stationary(ZERO, CORNER), "proved", {"multipliers": HALVES}),
    "a weight too few": (stationary(ZERO, THREE), "proved", {"multipliers": [HALVES]}),
    "a maximum too few": (stationary(ZERO, CORNER), "proved", {"multipliers": []}),
    "weights for a kink": (stationary(ZERO, PLUS), "proved", {"multipliers": [HALVES]}),
    "a tangent of no maximum": (
        stationary(ZERO, CORNER, property_=SECOND),
        "proved",
        {"multipliers": [HALVES], "tangent": [[[1, 0, 1], ["1"]]], "congruence": [[[0, "1"]]]},
    ),
    "a tangent of no member": (
        stationary(ZERO, CORNER, property_=SECOND),
        "proved",
        {"multipliers": [HALVES], "tangent": [[[0, 0, 2], ["1"]]], "congruence": [[[0, "1"]]]},
    ),
    "a tangent of one member": (
        stationary(ZERO, CORNER, property_=SECOND),
        "proved",
        {"multipliers": [HALVES], "tangent": [[[0, 0], ["1"]]], "congruence": [[[0, "1"]]]},
    ),
    "a tangent of a kink that is a maximum": (
        stationary(ZERO, CORNER, property_=SECOND),
        "proved",
        {"multipliers": [HALVES], "tangent": [[0, ["1"]]], "congruence": [[[0, "1"]]]},
    ),
    "a tangent of no kink": (
        stationary(ZERO, PLUS, property_=SECOND),
        "proved",
        {"multipliers": ["0"], "tangent": [[1, ["1"]]], "congruence": [[[0, "1"]]]},
    ),
}


@pytest.mark.parametrize("name", [*FALSE, *MALFORMED])
def test_what_is_false_or_malformed_is_rejected(name):
    statement, verdict, proof = {**FALSE, **MALFORMED}[name]
    with pytest.raises(Rejected):
        establish(Problem([]), statement, verdict, proof)


TILTED = ["function", ["x"], ["*", ["-", A], ["name", "x"]]]
FREE = {"letter": "a", "role": "parameter"}


@pytest.mark.parametrize(
    ("assumed", "verdict"),
    [
        ([[A, "<=", "1"], [A, ">=", "-1"]], "proved"),
        ([[A, "<=", "1"]], None),
        ([[A, ">", "1"]], "refuted"),
        ([], None),
    ],
)
def test_a_tilt_by_a_letter_is_settled_for_all_its_values_or_not_at_all(assumed, verdict):
    declarations = [FREE, *({"assume": comparison} for comparison in assumed)]
    for claimed, proof in (("proved", {"multipliers": [A]}), ("refuted", {"direction": ["1"]})):
        assert accepted(stationary(TILTED, PLUS), claimed, proof, declarations) == (claimed == verdict)


@pytest.mark.parametrize(("at", "falls"), [(A, "-1"), (["-", A], "1")])
def test_a_sign_at_the_point_must_be_known(at, falls):
    statement = stationary(ZERO, PLUS, at=[at])
    assert accepted(statement, "refuted", {"direction": [falls]}, [FREE, {"assume": [A, ">", "0"]}])
    for assumed in ([{"assume": [A, ">=", "0"]}], []):
        assert not accepted(statement, "refuted", {"direction": [falls]}, [FREE, *assumed])
        assert not accepted(statement, "proved", {"multipliers": ["0"]}, [FREE, *assumed])


def test_a_weight_that_is_a_letter_must_be_known_to_be_nonnegative():
    statement = stationary(ZERO, [[A, X]])
    assert accepted(statement, "proved", {"multipliers": ["0"]}, [FREE, {"assume": [A, ">=", "0"]}])
    assert not accepted(statement, "proved", {"multipliers": ["0"]}, [FREE])


def test_a_maximum_is_read_aloud():
    assert sentence(stationary(X, [*PLUS, *CORNER])) == (
        "f = (x) -> x + 1 |(x) -> x| + 1 max((x) -> x; (x) -> -x) at (0): stationary"
    )


def test_the_largest_member_must_be_known():
    """max(x, a) at 1."""
    statement = slope(ZERO, [["1", [X, ["function", ["x"], A]]]], ["1"], "=", "1", at=["1"])
    assert accepted(statement, "proved", "first order", [FREE, {"assume": [A, "<", "1"]}])
    assert accepted(statement, "refuted", "first order", [FREE, {"assume": [A, ">", "1"]}])
    for assumed in ([{"assume": [A, "<=", "1"]}], [{"assume": [A, ">=", "1"]}], []):
        assert not any(accepted(statement, v, "first order", [FREE, *assumed]) for v in ("proved", "refuted"))


def test_the_largest_slope_of_the_members_must_be_known():
    """max(a x, 0) at 0 along 1."""
    statement = slope(ZERO, [["1", [["function", ["x"], ["*", A, ["name", "x"]]], ZERO]]], ["1"], "=", A)
    assert accepted(statement, "proved", "first order", [FREE, {"assume": [A, ">=", "0"]}])
    assert not accepted(statement, "proved", "first order", [FREE])
    assert not accepted(statement, "proved", "first order", [FREE, {"assume": [A, "<=", "0"]}])


@pytest.mark.parametrize(("pieces", "at", "known"), [(CORNER, "0", False), (CORNER, "1", True), (PLUS, "0", True)])
def test_a_rule_for_absolute_values_alone_can_say_so(pieces, at, known):
    found = kinked_point(Problem([]), stationary(ZERO, pieces, at=[at]))
    if known:
        found.require_no_maxima()
    else:
        with pytest.raises(Rejected, match="only absolute values are understood"):
            found.require_no_maxima()


def test_an_algebraic_point_has_its_kinks():
    """x^2 - 2 is zero at sqrt 2, with the slope 2 sqrt 2."""
    root = ["letter", "s"]
    pieces = [["1", of("x", [["1", {"x": 2}], ["-2", {}]])]]
    assert accepted(stationary(ZERO, pieces, at=[root]), "proved", {"multipliers": ["0"]}, [ROOT])
    assert accepted(slope(ZERO, pieces, ["1"], "=", ["*", "2", root], at=[root]), "proved", "first order", [ROOT])
    second_ = second(ZERO, pieces, ["1"], "=", "infinity", at=[root])
    assert accepted(second_, "proved", "first order", [ROOT])
    assert not accepted(stationary(X, pieces, at=[root]), "proved", {"multipliers": ["-1/3"]}, [ROOT])
    quarter = ["*", "-1/4", root]
    assert accepted(stationary(X, pieces, at=[root]), "proved", {"multipliers": [quarter]}, [ROOT])


def test_a_matrix_is_a_point_row_by_row():
    entry = ["inner", ["matrix", 2, 1, [[1, 0, "1"]]], ["name", "u"]]
    f, at = ["function", ["u"], "0"], [["ones", 2, 1]]
    pieces = [["3", ["function", ["u"], ["+", entry, "-1"]]]]
    along = [["matrix", 2, 1, [[0, 0, "5"], [1, 0, "-1"]]]]
    assert accepted(slope(f, pieces, along, "=", "3", at=at), "proved", "first order")
    assert accepted(stationary(f, pieces, at=at), "proved", {"multipliers": ["1/2"]}) is False
    assert accepted(stationary(f, pieces, at=at), "proved", {"multipliers": ["0"]})
    assert not accepted(slope(f, pieces, [["ones", 1, 2]], "=", "3", at=at), "proved", "first order")


def test_a_point_of_letter_size_is_rejected():
    blocks = [{"letter": "n", "role": "size"}, {"block": "p", "size": ["letter", "n"]}]
    f = ["function", ["u"], ["inner", ["name", "u"], ["name", "u"]]]
    statement = stationary(f, [], at=[["*", "0", ["identity", ["p"]]]])
    with pytest.raises(Rejected, match="known size"):
        establish(Problem(blocks), statement, "proved", {"multipliers": []})


def test_a_point_without_coordinates_is_stationary_and_grows_at_every_rate():
    f, at = ["function", ["u"], "0"], [["matrix", 0, 1, []]]
    assert accepted(stationary(f, [], at=at), "proved", {"multipliers": []})
    assert accepted(growth(f, [], ">=", "5", at=at), "proved", {"multipliers": [[]]})
    assert not accepted(growth(f, [], "=", "5", at=at), "proved", {"multipliers": [[]], "attained": []})


def test_a_growth_has_few_coordinates():
    f, at = ["function", ["u"], "0"], [["ones", 13, 1]]
    with pytest.raises(Rejected, match="12 coordinates"):
        establish(Problem([]), growth(f, [], ">=", "0", at=at), "proved", {"multipliers": []})


@pytest.mark.parametrize(("relation", "known"), [(">=", True), ("<=", True), (None, False)])
def test_an_absolute_value_needs_a_sign_that_is_known(relation, known):
    declarations = [{"letter": "a", "role": "parameter"}]
    if relation:
        declarations.append({"assume": [["letter", "a"], relation, "0"]})
    a = ["letter", "a"] if relation != "<=" else ["-", ["letter", "a"]]
    zero = of("x", [])
    assert accepted(slope(zero, PLUS, [["letter", "a"]], "=", a), "proved", "first order", declarations) == known
