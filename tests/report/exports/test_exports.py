"""Claims at numbers in every form: the sympy code runs by itself, the LaTeX can be read, the text is made of arrays."""

import json
import re
import subprocess
import sys

import pytest
from latex2mathml.converter import convert

from exactcheck import InputError, counterexample, verify
from exactcheck.claims.choice import Choice
from exactcheck.claims.collection import collect, collect_all, find
from exactcheck.claims.request import request_of
from exactcheck.report.counterexample import Counterexample, found_counterexample
from exactcheck.report.exports.vocabulary import imports, needed_checks, own_names
from tests.claims.papers import write_paper

KINDS = '''
@claim(paper, "Kinds", where="section 1", record="mine/kinds", statement="All kinds of things.")
@claim.sample(a=2)
def kinds(a: Positive):
    """Names that collide with those of the file, letters, operators without a name, a minimum, an algebraic number."""
    X = arbitrary_matrix("X", 2, 2)
    v, w = matrix([[1, 0], [0, 2]]).named("sqrt"), (sqrt(a) * identity(2)).named("lambda_")
    A = low_rank_update([(w, v), (v, ones(2, 2))]).named("A")
    B = operator_with_form([(matrix([["1/2", 0], [0, 0]]), matrix([[0, 0], [0, 1]]))]).named("B")
    C = measurements([[[1, 0], [0, 1]], [[0, a], [a, 0]]]).named("C")
    f = function(lambda U: norm_squared(A(U @ U.T) - v) / 2, U=(2, 2)).named("f")
    h = function(lambda x, sqrt: (x - sqrt) ** 2 + (x * sqrt) ** 2, x=None, sqrt=None)
    theta = real_root([-2, 0, 0, 1], 1, 2, "theta")
    U = matrix([[0, 1], [1, 0]]).named("U")

    yield f(U) > 0
    yield f.derivative([U], [v], [v]) == f.derivative([U], [v], [v])
    yield A.gram(X) == A.gram(X)
    yield norm_squared(B(X)) == norm_squared(X) + X.arguments[0][0][2] * X.arguments[0][3][2]
    yield norm_squared(C(X)) == inner(X, C.gram(X))
    yield low_rank_update([(v, v)])(X) == X + inner(v, X) * v
    yield h(1, theta) > 1
    yield lesser(sqrt(a), 2, "least") <= 2
    yield trace(v) + determinant(v) == 5
    yield vec(v) == matrix([[1], [0], [0], [2]])
    yield ones(2, 2) >= 0
    yield norm_squared(X) >= 0
    yield copositive(matrix([[1, -1], [-1, 1]]))
    yield strictly_copositive(matrix([[1, 2], [2, 1]]))
    yield strictly_copositive(matrix([[2, -1], [-1, 1]]), free=[0])
    yield positive_definite(matrix([[2, -1], [-1, 1]]))
    yield positive_semidefinite(matrix([[1, 1], [1, 1]]))
    yield rip_constant(B, rank=2) <= 1
    yield strict_local_minimum(function(lambda x: x**2 + x, x=None), at=0, lower_bounds=0, upper_bounds=3)
    yield rip_constant(B, rank=1) <= a
'''
FALSE = """
@claim(paper, "Matrix as printed", where="section 2", record="mine/matrix", statement="M X >= 0.", reading="as printed",
       verdict="refuted", finding="false as stated")
@claim.sample()
def as_printed():
    x = point("x")
    assume(x >= -1)
    yield (matrix([[1, x], [0, 1]]) @ matrix([[1], [1]])).named("M") >= 0
    yield (matrix([[1, x], [0, 1]]) @ matrix([[1], [2]])).named("N") >= 0


@claim(paper, "Matrix", where="section 2", record="mine/matrix", statement="M X >= 0.", reading="x >= 0",
       repairs="matrix-as-printed", scope="exhaustive")
@claim.sample()
def repaired():
    x = point("x")
    assume(x >= 0)
    yield matrix([[1, x], [0, 1]]) >= 0
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """A paper with all kinds of objects."""
    return [collect(write_paper(tmp_path_factory.mktemp("papers"), KINDS, FALSE))]


def found(papers, name):
    """A claim of the paper at its own numbers."""
    (claim,) = find(f"mine/{name}", papers)
    return found_counterexample([claim], request_of(claim.runs[0]), papers)


def execute(code):
    """Run code where exactcheck cannot be imported."""
    alone = "import sys; sys.modules['exactcheck'] = None; exec(sys.stdin.read(), {'__name__': '__main__'})"
    return subprocess.run([sys.executable, "-I", "-c", alone], input=code, capture_output=True, text=True, check=False)


def test_code_for_all_kinds_of_objects_runs(papers):
    code = found(papers, "kinds").to_sympy_code()
    ended = execute(code)
    assert (ended.returncode, ended.stdout) == (0, "every assertion holds\n"), ended.stderr
    assert code.count("(proved by the certificate)") == 3
    assert code.count("\nassert ") == 20 - 3 + len(["A_gram", "C_gram"])


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("assert sign(f(U)) > 0", "assert sign(f(U)) < 0"),
        ("sqrt_ = Matrix([\n    [1, 0]", "sqrt_ = Matrix([\n    [1, 1]"),
        ("A_w1 = Matrix([\n    [", "A_w1 = Matrix([\n    [1 + "),
        ("lower=[0], upper=[3]", "lower=[None], upper=[3]"),
    ],
)
def test_code_with_other_numbers_fails(papers, right, wrong):
    code = found(papers, "kinds").to_sympy_code()
    assert right in code
    ended = execute(code.replace(right, wrong))
    assert ended.returncode == 1
    assert "AssertionError" in ended.stderr


def test_code_for_a_refuted_claim_shows_where_it_fails(papers):
    refuted = found(papers, "matrix-as-printed")
    assert refuted.result.verdict == "refuted"
    code = refuted.to_sympy_code()
    assert "x = Integer(-1)" in code
    assert "\nassert not (all(sign(entry) >= 0 for entry in N" in code
    assert execute(code).returncode == 0
    assert execute(code.replace("assert not (", "assert (")).returncode == 1
    last = refuted.to_json()["statements"][-1]
    assert (last["verdict"], last["proof"]["at"]) == ("refuted", {"x": "-1"})
    assert "it fails at x = -1" in last["reason"]


def test_json_has_every_definition_and_statement(papers):
    document = found(papers, "kinds").to_json()
    assert json.loads(json.dumps(document)) == document
    assert list(document)[:4] == ["format", "claim", "label", "paper"]
    kinds = {name: item["kind"] for name, item in document["definitions"].items()}
    assert {kinds[name] for name in ("A", "B", "C")} == {"operator"}
    assert kinds["f"] == "function"
    assert document["definitions"]["sqrt"]["entries"] == [["1", "0"], ["0", "2"]]
    assert document["definitions"]["lambda_"]["entries"][0] == [{"sqrt": "2"}, "0"]
    assert len(document["definitions"]["A"]["terms"]) == 2
    assert set(document["definitions"]["C"]["terms"][0]) == {"a"}
    assert document["definitions"]["B"]["gram"]["terms"][0]["v"] == [["1/2", "0"], ["0", "0"]]
    assert document["free_letters"] == ["X_1_1", "X_1_2", "X_2_1", "X_2_2"]
    assert (document["statements"][0]["relation"], document["statements"][0]["right"]) == (">", "0")


def test_text_is_made_of_arrays(papers):
    text = found(papers, "kinds").to_text()
    assert "# sqrt (2 x 2)\n1 0\n0 2\n" in text
    assert "# lambda_ (2 x 2)\nsqrt(2)       0\n      0 sqrt(2)\n" in text
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[-+*/^()\[\],.\w ]+", row) for row in rows)


@pytest.mark.parametrize("name", ["kinds", "matrix-as-printed"])
def test_latex_is_balanced_and_can_be_read(papers, name):
    latex = found(papers, name).to_latex()
    for line in latex.splitlines():
        if line.startswith("%"):
            continue
        assert line.startswith(r"\[ ") and line.endswith(r" \]")
        assert line.count("{") - line.count(r"\{") == line.count("}") - line.count(r"\}")
        words = re.sub(r"\\text\{.*\}", "", line)
        assert "_" not in re.sub(r"_\{|\\_", "", words)
        convert(line[3:-3])


def test_names_that_are_taken_get_another_one():
    assert own_names(["sqrt", "sqrt_", "sum", "None", "x"]) == {
        "sqrt": "sqrt_",
        "sqrt_": "sqrt__",
        "sum": "sum_",
        "None": "None_",
        "x": "x",
    }


def test_only_what_is_used_is_printed():
    assert needed_checks("x = 1") == []
    sources = "\n".join(needed_checks("assert sign(x) > 0"))
    assert "def bounds(" in sources and "def taylor(" not in sources
    assert list(imports("x = sqrt(2)")) == ["\nfrom sympy import sqrt"]
    assert list(imports("x = Fraction(1)")) == ["from fractions import Fraction"]


def test_letter_sizes_have_no_entries():
    letters = dict.fromkeys(("n", "r", "r_star", "alpha", "epsilon"), "letter")
    general = verify("zhang-2025/lemma-4-gradient", **letters)
    with pytest.raises(InputError, match="give the sizes"):
        Counterexample(general, Choice("", {})).to_json()


def test_the_library_call():
    result = counterexample("zhang-2025/theorem-2", r=2, r_star=1, delta="1/1000")
    assert result.result.verdict == "proved"
    assert result.parameters["alpha_fourth"] == "1/2250000"
    assert "proved at n=3, r=2, r_star=1" in repr(result)
    shown = result._repr_latex_()
    assert shown in result.to_latex()
    assert shown.startswith("\\[")
    assert "%" not in shown
    (claim,) = find("zhang-2025/lemma-5", collect_all())
    assert counterexample(claim, n=2, r=1, r_star=1, alpha="7/15", epsilon="4/7").result.verdict == "proved"
