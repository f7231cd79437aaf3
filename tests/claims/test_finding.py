"""What is found about a printed statement and its constant."""

import pytest

from exactcheck import matrix, scalar
from exactcheck.claims.run import build, decide_run
from exactcheck.landscape import measurements, rip_constant
from tests.claims.papers import claim_of


def operator():
    """X -> (X_1, X_2 / 2), whose isometry constant is 3/4."""
    return measurements([matrix([[1, 0]]), matrix([[0, "1/2"]])])


def bounded(bound, best):
    """A claim that prints a bound on the constant, with a statement of the best one."""

    def claimed():
        yield rip_constant(operator(), rank=1) <= bound
        yield rip_constant(operator(), rank=1) == best

    return claimed


@pytest.mark.parametrize(
    ("bound", "best", "finding", "sharp"),
    [
        ("3/4", "3/4", "holds and the constant is sharp", "3/4"),
        ("4/5", "3/4", "holds and the constant is loose", "3/4"),
        ("1/2", "3/4", "false as stated", None),
        ("4/5", "4/5", "false as stated", None),
    ],
)
def test_a_constant_is_sharp_or_loose(bound, best, finding, sharp):
    outcome = decide_run(build(claim_of(bounded(bound, best), constant="delta"), {}))
    assert (outcome.finding, outcome.sharp) == (finding, sharp)


def test_a_claim_that_is_about_no_constant_just_holds():
    outcome = decide_run(build(claim_of(bounded("4/5", "3/4")), {}))
    assert (outcome.finding, outcome.sharp) == ("holds", None)


def test_a_bound_without_the_best_constant_just_holds():
    def claimed():
        yield rip_constant(operator(), rank=1) <= "4/5"

    assert decide_run(build(claim_of(claimed, constant="delta"), {})).finding == "holds"


@pytest.mark.parametrize("wrong", ["", "misprint", "missing hypothesis", "depends on the reading"])
def test_a_refuted_claim_says_what_is_wrong_with_it(wrong):
    def claimed():
        yield scalar(1) > 1

    outcome = decide_run(build(claim_of(claimed, finding=wrong), {}))
    assert outcome.finding == (wrong or "false as stated")
