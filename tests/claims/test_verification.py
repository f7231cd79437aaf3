"""`verify`: one claim, or all parts of a label, on one's own instance."""

import pytest

from exactcheck import InputError, verify
from exactcheck.claims import verification
from exactcheck.claims.verification import Results
from tests.claims.papers import FALSE, LETTERS, PARTS, TRUE, UNDECIDABLE, collected


@pytest.fixture(autouse=True)
def own_paper(tmp_path, monkeypatch):
    """Have `verify` know one paper alone."""
    papers = [collected(tmp_path, TRUE, FALSE, LETTERS, PARTS, UNDECIDABLE)]
    monkeypatch.setattr(verification, "collect_all", lambda: papers)


@pytest.mark.parametrize(
    ("name", "values", "verdict", "scope"),
    [
        ("mine/mean", {"a": 1, "b": "1/2"}, "proved", "instance"),
        ("mine/mean", {"a": "letter", "b": "letter"}, "proved", "parametric"),
        ("mine/mean", {"a": 1, "b": "letter"}, "proved", "instance"),
        ("mine/root-as-printed", {"a": "1/3"}, "refuted", "instance"),
        ("mine/root-as-printed", {"a": 3}, "proved", "instance"),
        ("mine/motzkin", {"x": "letter", "y": "letter"}, "undecided", "instance"),
    ],
)
def test_an_instance_is_decided(name, values, verdict, scope):
    found = verify(name, **values)
    assert (found.verdict, found.scope) == (verdict, scope)


def test_a_label_means_all_its_parts():
    found = verify("mine/pair", a=1, b=2)
    assert isinstance(found, Results)
    assert [part.claim.part for part in found] == ["sum", "double"]
    assert found.verdict == "proved"
    assert repr(found).count("proved") == 2
    assert [part["claim"] for part in found.to_json()] == ["mine/pair/sum", "mine/pair/double"]
    with pytest.raises(TypeError, match=r"results \(proved\) have no truth value"):
        bool(found)


def test_a_part_takes_what_it_has_and_no_more():
    assert verify("mine/pair/double", a=1).verdict == "proved"
    with pytest.raises(InputError, match="unknown parameter b; mine/pair/double takes a"):
        verify("mine/pair/double", a=1, b=2)
    with pytest.raises(InputError, match="unknown parameter c; mine/pair takes a, b"):
        verify("mine/pair", a=1, b=2, c=3)


@pytest.mark.parametrize(
    ("verdicts", "together"),
    [
        (["mine/square"], "proved"),
        (["mine/square", "mine/motzkin"], "undecided"),
        (["mine/square", "mine/motzkin", "mine/root-as-printed"], "refuted"),
    ],
)
def test_parts_are_proved_together_only_if_all_are(verdicts, together):
    values = {"mine/square": {"a": 1}, "mine/motzkin": dict.fromkeys("xy", "letter"), "mine/root-as-printed": {"a": 1}}
    assert Results(tuple(verify(name, **values[name]) for name in verdicts)).verdict == together


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("mine/mean", {"a": 1}, r'mine/mean: no value for b \(a positive number\); give a value, or "letter"'),
        ("mine/mean", {}, "no value for a .*, b "),
        ("mine/mean", {"a": 1, "b": 0}, "b: 0 is not > 0"),
        ("mine/mean", {"a": 1, "b": 0.5}, 'b: the float 0.5 is not exact; give "1/2"'),
        ("mine/mean", {"a": 1, "b": "letters"}, "b: 'letters' is not a rational number"),
        ("mine/root", {"a": 1}, "hypothesis violated: a > 1, here 1 > 1"),
        ("mine/maen", {"a": 1}, "did you mean mine/mean"),
    ],
)
def test_what_cannot_be_decided_is_named(name, values, words):
    with pytest.raises(InputError, match=words):
        verify(name, **values)
