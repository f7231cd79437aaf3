"""Parameters that are given, chosen, or refute a claim."""

import pytest

from exactcheck import InputError
from exactcheck.claims.choice import NotEstablished, decided_choice
from exactcheck.claims.collection import collect, find
from exactcheck.claims.request import request_of
from tests.claims.papers import FALSE, TRUE, write_paper

CHOOSING = """
from exactcheck import InputError
from exactcheck.claims.choice import Choice


def small(request):
    request.require_known(["a"], "Chosen")
    wanted = request.range("a")
    if wanted.empty:
        raise InputError("a: there is no such number")
    if request.values.get("a") == "13":
        raise KeyError("unlucky")
    return Choice("mine/chosen", {"a": str(wanted.simplest_root(1))}, {"b": "twice a"})


@claim(paper, "Chosen", where="section 5", record="mine/chosen", statement="2 a < 20.", verdict="proved")
@claim.choose(small)
@claim.sample(a=2)
def chosen(a: Positive):
    b = (2 * a).named("b")
    yield b < 20


@claim(paper, "Pair", part="one", where="section 6", record="mine/pair", statement="a >= 0.")
@claim.sample(a=1)
def one(a: Positive, b: Positive = 5):
    yield a + b >= 0


@claim(paper, "Pair", part="two", where="section 6", record="mine/pair", statement="a >= 0.")
@claim.sample(a=1)
def two(a: Positive):
    yield a >= 0


@claim(paper, "Open", where="section 7", record="mine/open", statement="Motzkin.", verdict="undecided")
@claim.sample(a=1)
def undecided(a: Positive):
    x, y = point("x"), point("y")
    yield x**120 * y**60 + x**60 * y**120 + a - 3 * x**60 * y**60 >= 0


nothing = claim.not_checkable(paper, "Nothing", record="mine/nothing", where="section 8", reason="it is prose")
"""
GENERAL = """
@claim(
    paper, "Square as printed", where="section 9", record="mine/square-of", statement="a^2 >= a.", reading="as printed",
    verdict="refuted",
)
@claim.general()
def square_as_printed(a: Positive):
    yield a**2 >= a


@claim(paper, "Square of", where="section 9", record="mine/square-of", statement="a^2 >= a for a >= 1.",
       reading="a >= 1", repairs="square-as-printed", scope="parametric")
@claim.general()
def square_of(a: Positive):
    assume(a >= 1)
    yield a**2 >= a
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """A paper with all kinds of claims."""
    return [collect(write_paper(tmp_path_factory.mktemp("papers"), TRUE, FALSE, CHOOSING, GENERAL))]


def decided(papers, name, **parameters):
    """The result and the choice for a request."""
    return decided_choice(find(f"mine/{name}", papers), request_of(parameters), papers)


@pytest.mark.parametrize(
    ("asked", "value"), [({}, "1"), ({"a": "<1/2"}, "1/3"), ({"a": (">2", "<3")}, "5/2"), ({"a": 7}, "7")]
)
def test_a_paper_chooses(papers, asked, value):
    result, choice = decided(papers, "chosen", **asked)
    assert result.verdict == "proved"
    assert result.outcomes[0].parameters == {"a": value}
    assert choice.legend == {"b": "twice a"}


def test_a_choice_is_decided_and_not_believed(papers):
    with pytest.raises(NotEstablished, match="mine/chosen is refuted at the parameters that were chosen"):
        decided(papers, "chosen", a=">=10")


def test_given_parameters_and_defaults(papers):
    result, choice = decided(papers, "pair/one", a="1/2")
    assert (result.verdict, choice.parameters) == ("proved", {"a": "1/2", "b": "5"})
    assert decided(papers, "square", a=3)[0].verdict == "proved"


@pytest.mark.parametrize(("name", "value"), [("root-as-printed", "1/2"), ("square-as-printed", "1/2")])
def test_a_false_claim_without_parameters_is_taken_where_it_fails(papers, name, value):
    result, choice = decided(papers, name)
    assert (result.verdict, choice.parameters) == ("refuted", {"a": value})
    assert decided(papers, name, a=value)[0].verdict == "refuted"
    assert decided(papers, name, a=2)[0].verdict == "proved"


@pytest.mark.parametrize(
    ("name", "asked", "words"),
    [
        ("chosen", {"b": 1}, "unknown parameter b; Chosen takes a"),
        ("chosen", {"a": "<0"}, "a: there is no such number"),
        ("chosen", {"a": "13"}, "mine/chosen: the choice of parameters.*KeyError"),
        ("square", {}, r"mine/square: no value for a \(a positive number\)"),
        ("square", {"b": 1}, "unknown parameter b; mine/square takes a"),
        ("square", {"a": "<1"}, "a < 1: mine/square does not choose parameters"),
        ("square", {"a": 0}, "a: 0 is not > 0"),
        ("root", {"a": "1/2"}, "hypothesis violated"),
        ("pair", {"a": 1}, "name one of the claims mine/pair/one, mine/pair/two"),
        ("nothing", {}, "it is not checkable: it is prose"),
    ],
)
def test_what_cannot_be_done_is_said(papers, name, asked, words):
    with pytest.raises(InputError, match=words):
        decided(papers, name, **asked)


def test_an_undecided_claim_is_no_counterexample(papers):
    with pytest.raises(NotEstablished, match="mine/open is undecided at these parameters"):
        decided(papers, "open", a=1)
