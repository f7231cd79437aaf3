"""Claims: their names, their domains, and what cannot be one."""

import pytest

from exactcheck import InputError, Integer, Positive, claim
from exactcheck.claims.claim import Claim
from exactcheck.claims.paper import Paper, slug
from exactcheck.claims.paper_code import CodeError
from tests.claims.papers import PAPER, claim_of


def square(a: Positive, n: Integer = 2):
    yield a**n > 0


def without_domain(a):
    yield a > 0


def test_a_name_is_made_of_paper_label_and_part():
    assert claim_of(square, label="Theorem 2 (i)").name == "mine/theorem-2-i"
    assert claim_of(square, label="Theorem 2", part="r = 1").name == "mine/theorem-2/r-1"


def test_domains_and_defaults_are_those_of_the_function():
    assert claim_of(square).domains == {"a": Positive, "n": Integer}
    assert claim_of(square).defaults == {"n": 2}


def test_runs_stand_in_the_order_of_the_decorators():
    @claim(PAPER, "Square")
    @claim.sample(a=1, n=1)
    @claim.parametric(n=2)
    @claim.general()
    def stated(a: Positive, n: Integer):
        """a^n > 0."""
        yield a**n > 0

    assert stated.runs == ({"a": 1, "n": 1}, {"n": 2}, {})
    assert stated.statement == "a^n > 0."


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ({"verdict": "true"}, "verdict='true' is none of proved, refuted, undecided"),
        ({"scope": "everywhere"}, "scope='everywhere' is none of instance"),
        ({"finding": "wrong"}, "finding='wrong' is none of false as stated"),
        ({"verdict": "not checkable"}, "has a function, or is not checkable"),
        ({"label": "定理"}, "neither letters from a to z nor digits"),
    ],
)
def test_what_cannot_be_recorded_is_named(about, words):
    with pytest.raises(InputError, match=words):
        claim_of(square, **about)


def test_a_claim_has_a_run():
    with pytest.raises(InputError, match="at least one sample"):
        Claim(PAPER, "Square", function=square)


def test_samples_stand_below_the_claim():
    with pytest.raises(InputError, match="stand below @claim"):
        claim.sample(a=2)(claim_of(square))


def test_what_cannot_be_checked_says_why():
    stated = claim.not_checkable(PAPER, "Remark", record="mine/remark", reason="it is an opinion")
    assert (stated.verdict, stated.reason, stated.domains) == ("not checkable", "it is an opinion", {})
    with pytest.raises(InputError, match="for a reason"):
        claim.not_checkable(PAPER, "Remark", record=(), reason="")


def test_every_parameter_has_a_domain():
    with pytest.raises(InputError, match="the parameter a has no domain such as Integer or Positive"):
        claim_of(without_domain).domains  # noqa: B018


def test_an_annotation_that_means_nothing_is_an_error_of_the_paper_s():
    square_of_nothing = lambda a: [a > 0]  # noqa: E731
    square_of_nothing.__annotations__ = {"a": "Complex"}
    with pytest.raises(CodeError, match="NameError: name 'Complex' is not defined"):
        claim_of(square_of_nothing).domains  # noqa: B018


@pytest.mark.parametrize("key", ["", "Zhang 2025", "zhang_2025", "zhang-2025/"])
def test_the_key_of_a_paper_is_a_slug(key):
    with pytest.raises(InputError, match="small letters, digits and hyphens"):
        Paper(key=key, title="", authors="", year=0)


def test_a_slug_keeps_letters_and_digits():
    assert slug("Theorem 2: r >= r^* (a)") == "theorem-2-r-r-a"
    assert slug("—") == ""
