"""Results as plain text."""

from dataclasses import replace

import pytest

from exactcheck import Positive, Real, claim
from exactcheck.claims.result import Result
from exactcheck.claims.run import build, decide_run
from exactcheck.report.terminal import description, row, summary, verdict_table, wrapped
from tests.claims.papers import PAPER, claim_of


def square(a: Positive):
    yield a + 1 > 0
    yield a**2 > a


def motzkin(x: Real, y: Real):
    yield x**120 * y**60 + x**60 * y**120 + 1 - 3 * x**60 * y**60 >= 0


def result(function, *runs, **about):
    stated = claim_of(function, *runs, **about)
    return Result(stated, tuple(decide_run(build(stated, run)) for run in stated.runs))


PROVED = result(square, {"a": 2}, {"a": 3}, label="Proved", statement="a^2 > a.", records=("mine/1",), reading="as is")
REFUTED = result(square, {"a": "1/2"}, label="Refuted", verdict="refuted", finding="missing hypothesis")
OPEN = result(motzkin, label="Open")
LOOSE = replace(PROVED, outcomes=(replace(PROVED.outcomes[0], finding="holds and the constant is loose", sharp="1/4"),))
REMARK = Result(claim.not_checkable(PAPER, "Remark", record=(), reason="it is an opinion"), ())
NOT_RUN = Result(PROVED.claim, ())
PARTLY = replace(PROVED, outcomes=PROVED.outcomes[:1])


@pytest.mark.parametrize(
    ("found", "cells"),
    [
        (PROVED, ("mine/proved", "proved", "instance", "kernel", "holds")),
        (replace(REFUTED, repaired_by="mine/proved"), ("refuted", "missing hypothesis (repaired: mine/proved)")),
        (OPEN, ("mine/open", "undecided *", "-", "none", "")),
        (LOOSE, ("holds and the constant is loose: 1/4",)),
        (REMARK, ("mine/remark", "not checkable", "-", "none", "not checkable")),
        (NOT_RUN, ("not run", "-", "none", "")),
        (PARTLY, ("proved (1 of 2 runs)",)),
        (result(square, {"a": 2}, scope="general"), ("proved *",)),
        (result(square, {"a": 2}, verdict="refuted"), ("proved *",)),
        (result(square, {"a": 1}), ("refuted *",)),
    ],
)
def test_a_line_says_what_was_found_and_marks_what_differs(found, cells):
    assert set(cells) <= set(row(found))


def test_the_table_is_aligned_and_counts():
    lines = verdict_table([PROVED, REFUTED, OPEN, REMARK, NOT_RUN]).splitlines()
    assert lines[0].split() == ["claim", "verdict", "scope", "trust", "finding"]
    assert set(lines[1]) == {"-"}
    column = lines[0].index("verdict")
    assert [line[column:].split()[0] for line in lines[2:7]] == ["proved", "refuted", "undecided", "not", "not"]
    assert all(line == line.rstrip() for line in lines)
    for words in ("5 claims", "1 proved", "1 refuted", "1 undecided", "1 not checkable", "1 not run"):
        assert words in lines[-1]


def test_only_what_the_kernel_has_rechecked_is_said_to_be():
    assert "every verdict rechecked by the kernel" in summary([PROVED, REFUTED, OPEN])
    assert "rechecked" not in summary([OPEN, REMARK, NOT_RUN])
    uncertified = replace(PROVED, outcomes=tuple(replace(o, certificate=None) for o in PROVED.outcomes))
    assert "1 without a certificate" in summary([PROVED, uncertified])
    assert verdict_table([]).endswith("0 claims: ")


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            PROVED,
            ["mine/proved", "a^2 > a.", "mine/1", "as is", "A. User (2025)", "proved, scope instance, trust kernel"],
        ),
        (PROVED, ["for a=2 (instance", "for a=3 (instance", "digest:", PROVED.certificate["digest"]]),
        (REFUTED, ["refuted, scope instance", "missing hypothesis", "proved     3/2 > 0", "refuted    1/4 > 1/2"]),
        (OPEN, ["undecided", "reason:", "all x, y", "recorded: proved"]),
        (REMARK, ["not checkable", "it is an opinion"]),
        (NOT_RUN, ["not decided here yet", "exactcheck audit mine"]),
        (replace(PROVED, path="there.json"), ["certificate: there.json"]),
    ],
)
def test_a_description_says_everything(found, words):
    text = description(found)
    for word in words:
        assert word in text


@pytest.mark.parametrize("found", [PROVED, REFUTED, OPEN, REMARK, NOT_RUN])
def test_a_description_fits_a_terminal(found):
    assert all(len(line) <= 100 for line in description(found).splitlines())


def test_wrapped_text_keeps_paragraphs_and_words():
    text = "one two\nthree\n\n" + "word " * 60
    first, _, *rest = wrapped(text, 4).splitlines()
    assert first == "one two three"
    assert all(line.startswith("    word") for line in rest)
    assert " ".join(" ".join(rest).split()) == ("word " * 60).strip()
    assert wrapped("x" * 200, 0) == "x" * 200
