"""The hypotheses of a claim: checked for numbers, assumed of letters, and never contradictory."""

import pytest

from exactcheck import InputError, Integer, Positive, Real, assume, point, sqrt, verify_statements
from exactcheck.claims.hypotheses import OutOfScope
from exactcheck.claims.run import build, decide_run
from tests.claims.papers import claim_of


def ordered(r: Integer, r_star: Integer, delta: Positive):
    assume(r >= r_star, delta <= 1)
    yield delta > 0


def rooted(a: Positive):
    assume(sqrt(a) <= 1)
    yield a > 0


@pytest.mark.parametrize(
    ("function", "values", "words"),
    [
        (ordered, {"r": 1, "r_star": 2, "delta": 1}, "r >= r_star does not hold for r = 1, r_star = 2"),
        (ordered, {"r": 2, "r_star": 1, "delta": "3/2"}, "delta <= 1, here 3/2 <= 1"),
        (ordered, {"r": 2, "r_star": "letter", "delta": 2}, "delta <= 1, here 2 <= 1"),
        (rooted, {"a": 2}, r"sqrt\(a\) <= 1"),
    ],
)
def test_a_violated_hypothesis_is_quoted(function, values, words):
    known = {name: value for name, value in values.items() if value != "letter"}
    with pytest.raises(OutOfScope, match=f"^hypothesis violated: {words}"):
        build(claim_of(function), known)


def test_a_hypothesis_on_letters_becomes_an_assumption():
    built = build(claim_of(ordered), {"delta": 1})
    assert {"assume": [["letter", "r"], ">=", ["letter", "r_star"]]} in built.declarations


def test_what_is_no_comparison_cannot_be_assumed():
    for bad in (1, "a > 0", None, point("x")):
        with pytest.raises(InputError, match="is not a comparison"):
            assume(bad)


def test_a_root_of_a_negative_number_is_no_hypothesis():
    def impossible(a: Positive):
        assume(a >= 2)
        yield sqrt(1 - a**2) > 5

    with pytest.raises(InputError, match="root"):
        decide_run(build(claim_of(impossible), {}))


def contradicted(*conditions):
    """A claim that follows from the conditions on a and b, whatever it says, because they contradict each other."""

    def claimed(a: Real, b: Real):
        assume(*(condition(a, b) for condition in conditions))
        yield a > b

    return claim_of(claimed)


CONTRADICTIONS = [
    (lambda a, b: a > 1, lambda a, b: a < 0),
    (lambda a, b: a > b, lambda a, b: b > a),
    (lambda a, b: a * b > 0, lambda a, b: a > 0, lambda a, b: b < 0),
    (lambda a, b: a**2 < 0,),
    (lambda a, b: a > 1, lambda a, b: a <= 1),
]


@pytest.mark.parametrize("conditions", CONTRADICTIONS)
def test_contradictory_hypotheses_prove_nothing(conditions):
    outcome = decide_run(build(contradicted(*conditions), {}))
    assert outcome.verdict == "undecided"
    assert outcome.certificate is None


def test_the_same_conclusion_is_proved_from_hypotheses_that_can_hold():
    outcome = decide_run(build(contradicted(lambda a, b: a > 1, lambda a, b: b < 0), {}))
    assert outcome.verdict == "proved"


def test_a_question_with_contradictory_assumptions_stays_open():
    x = point("x")
    assert verify_statements(x >= 5, assuming=[x > 1, x < 0]).verdict == "undecided"
    assert verify_statements(x >= -5, assuming=[x > 1]).verdict == "proved"


def test_a_size_that_cannot_be_is_no_size():
    def small(n: Integer):
        assume(n <= 0)
        yield n >= 7

    assert decide_run(build(claim_of(small), {})).verdict == "undecided"


def test_a_hypothesis_on_letters_belongs_to_a_claim():
    with pytest.raises(InputError, match="assuming"):
        assume(point("x") >= 1)
