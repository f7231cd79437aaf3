"""Claims about functions with exp, log, tanh and sigmoid in every form in which they are printed."""

import pytest
from latex2mathml.converter import convert

from exactcheck import function
from exactcheck.claims.collection import collect, find
from exactcheck.claims.request import request_of
from exactcheck.landscape import sigmoid
from exactcheck.report.counterexample import found_counterexample
from exactcheck.report.exports.expression_code import WRITERS, Code
from tests.claims.papers import write_paper
from tests.report.exports.test_exports import execute

PAPER = '''
@claim(paper, "Exponentials", where="section 1", record="mine/exponentials", statement="Exponentials in functions.",
       scope="exhaustive")
@claim.sample()
def exponentials():
    """A function with a name that a file of sympy gives to something else, and one without."""
    f = function(lambda x, y: exp(x) * tanh(y) + log(2 + x**2) / 2, x=None, y=None).named("exp")
    yield on_box(f, [(0, 1), (0, 1)]) > 0
    yield for_all_reals(sigmoid(point("w")) < 1)
'''


class Plain(Code):
    """Code without definitions."""

    def __init__(self):
        self.names = {}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The claim at its own numbers."""
    papers = [collect(write_paper(tmp_path_factory.mktemp("papers"), PAPER))]
    (claim,) = find("mine/exponentials", papers)
    return found_counterexample([claim], request_of(claim.runs[0]), papers)


def test_the_code_runs_and_leaves_the_statements_to_the_certificate(printed):
    code = printed.to_sympy_code()
    assert "def exp_(x, y):\n    return exp(x) * tanh(y) + log(2 + x**2) * Rational(1, 2)\n" in code
    assert code.count("(proved by the certificate)") == 2
    ended = execute(code)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_text_json_and_latex(printed):
    assert "exp(x) tanh(y) + log(2 + x^2) 1/2" in printed.to_text()
    assert printed.to_json()["definitions"]["exp"]["formula"].endswith("-> exp(x) tanh(y) + log(2 + x^2) 1/2")
    assert r"\exp(x)\,\tanh(y)" in printed.to_latex()
    assert "<math" in convert(r"\exp(x)\,\tanh(y) + \sigma(w)")


def test_the_sigmoid_is_written_by_an_exponential():
    body = function(lambda x: sigmoid(-x) ** 2, x=None).arguments[1]
    assert WRITERS["^"](Plain(), body)[0] == "(1 / (1 + exp(-(-x))))**2"
