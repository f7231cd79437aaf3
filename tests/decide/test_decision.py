"""Decisions: three verdicts, and none of them is true or false."""

import pytest

from exactcheck import point
from exactcheck.decide import PROCEDURES
from exactcheck.decide.decision import proved, refuted, undecided
from exactcheck.kernel.statements import KINDS
from tests.decide.rechecking import decided

X = point("x")


@pytest.mark.parametrize(
    ("decision", "verdict"), [(proved("signs"), "proved"), (refuted([]), "refuted"), (undecided("open"), "undecided")]
)
def test_a_decision_has_a_verdict_and_no_truth_value(decision, verdict):
    assert decision.verdict == verdict
    with pytest.raises(TypeError, match=rf"a decision \({verdict}\) has no truth value"):
        bool(decision)


def test_only_what_is_undecided_has_a_reason():
    assert (proved("signs").reason, refuted([]).proof, undecided("open").reason) == ("", [], "open")
    assert undecided("open").proof is None


def test_every_kind_of_statement_has_its_procedure():
    assert set(PROCEDURES) == set(KINDS)


def test_what_is_proved_is_used_later_and_what_follows_a_refutation_is_not_reached():
    assert decided(X**2 + 1 > 0, X**2 + 1 >= 0).verdict == "proved"
    assert decided(X**2 < 0, X**2 >= 0).verdict == "refuted"
