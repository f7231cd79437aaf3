"""`exactcheck counterexample`: what is printed is read back, and checked, by programs without exactcheck."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.claims.papers import FALSE, TRUE, UNDECIDABLE, write_paper

HERE = Path(__file__).parent
ALONE = """
import runpy, sys
sys.modules["exactcheck"] = None
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
THEOREM = ("counterexample", "zhang-2025/theorem-2")
RATIONAL = [
    ("r=1", "r_star=1", "delta=7/25"),
    ("r=2", "r_star=2", "delta<1/100"),
    ("n=4", "r=2", "r_star=1", "alpha=2/3", "epsilon=7/8", "lam=1/100"),
    ("r=2", "r_star=2", "delta=4000/4000001"),
]
ALGEBRAIC = [
    ("r=2", "r_star=1", "delta=1/1000"),
    ("r=1", "r_star=1", "delta=1/10"),
    ("alpha=1/2", "epsilon=1/2"),
    ("r=3", "r_star=2", "delta=1/3"),
]


def alone(script, *arguments):
    """Run a script where exactcheck cannot be imported."""
    command = [sys.executable, "-I", "-c", ALONE, str(script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)


def asking(*constraints):
    """The options for these constraints."""
    return [part for constraint in constraints for part in ("-p", constraint)]


def test_exactcheck_cannot_be_imported_there(tmp_path):
    script = tmp_path / "script.py"
    script.write_text("import exactcheck")
    assert "ModuleNotFoundError" in alone(script).stderr


@pytest.mark.parametrize(
    ("reader", "constraints"),
    [*(("read_rational.py", c) for c in RATIONAL), *(("read_algebraic.py", c) for c in [*ALGEBRAIC, RATIONAL[0]])],
)
def test_json_is_read_back_and_checked(run, reader, constraints):
    ended = run(*THEOREM, *asking(*constraints), "--json", "-o", "found.json")
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    read = alone(HERE / reader, "found.json")
    assert (read.returncode, read.stdout) == (0, "reproduced\n"), read.stderr


@pytest.mark.parametrize("constraints", [RATIONAL[0], RATIONAL[2], *ALGEBRAIC])
def test_the_sympy_code_checks_itself(run, constraints):
    ended = run(*THEOREM, *asking(*constraints), "--as", "sympy")
    Path("found.py").write_text(ended.out)
    checked = alone("found.py")
    assert (checked.returncode, checked.stdout) == (0, "every assertion holds\n"), checked.stderr
    assert ended.out.count("\nassert ") == 8


def changed(document, path, value):
    """The document with one part replaced."""
    *way, last = path
    place = document
    for step in way:
        place = place[step]
    assert place[last] != value
    place[last] = value
    return document


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        (("U0", "entries", 1, 0), "0", "not copositive"),
        (("U0", "entries", 1, 0), "1/10", "descent to first order"),
        (("U0", "entries", 1, 0), "9/10", "no complementarity"),
        (("U0", "entries", 0, 0), "-1/2", "infeasible"),
        (("U_star", "entries", 1, 0), "1", "no solution"),
        (("M", "entries", 1, 1), "1", "no solution"),
        (("A", "terms", 0, "u", 0, 1), "28/225", "A^T A belongs to another A"),
        (("A", "gram", "terms", 0, "w", 1, 1), "1", "A^T A belongs to another A"),
        (("delta", "value"), "6/25", "delta is another number"),
    ],
)
def test_the_reader_notices_other_numbers(run, path, value, why):
    document = run(*THEOREM, *asking(*RATIONAL[0]), "--json").document
    changed(document["definitions"], path, value)
    Path("changed.json").write_text(json.dumps(document))
    read = alone(HERE / "read_rational.py", "changed.json")
    assert read.returncode == 1
    assert f"AssertionError: {why}" in read.stderr


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("U0", "entries", 1, 0), "1/30"),
        (("M", "entries", 1, 1), "1"),
        (("A", "terms", 0, "u", 1, 1), "1/1000"),
        (("delta", "value"), "1/999"),
    ],
)
def test_the_other_reader_notices_other_numbers_too(run, path, value):
    document = run(*THEOREM, *asking(*ALGEBRAIC[0]), "--json").document
    changed(document["definitions"], path, value)
    Path("changed.json").write_text(json.dumps(document))
    assert "AssertionError" in alone(HERE / "read_algebraic.py", "changed.json").stderr


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("[Rational(1, 150) * sqrt(15), 0],", "[Rational(1, 150) * sqrt(14), 0],"),
        ("[-1 + Rational(3, 1000) * sqrt(111111),", "[Rational(3, 1000) * sqrt(111111),"),
        ("delta = Rational(1, 1000)", "delta = Rational(1, 999)"),
        ("lower=[0], upper=[None]", "lower=[None], upper=[None]"),
    ],
)
def test_code_with_other_numbers_fails(run, wrong, right):
    code = run(*THEOREM, *asking(*ALGEBRAIC[0]), "--as", "sympy").out
    assert wrong in code
    Path("changed.py").write_text(code.replace(wrong, right))
    ended = alone("changed.py")
    assert (ended.returncode, "AssertionError" in ended.stderr) == (1, True)


def test_the_default_is_text(run):
    ended = run(*THEOREM, *asking(*RATIONAL[0]))
    assert ended.status == 0
    assert "# U0 (2 x 1): the spurious strict local minimum of f" in ended.out
    assert "-1/25 -28/225\n-28/225  49/225\n" in ended.out
    assert ended.out.count("# proved: ") == 7
    assert run(*THEOREM, *asking(*RATIONAL[0]), "--as", "text").out == ended.out


def test_json_and_as_json_are_the_same(run):
    document = run(*THEOREM, *asking(*RATIONAL[0]), "--json").document
    assert run(*THEOREM, *asking(*RATIONAL[0]), "--as", "json").document == document
    assert document["format"] == "exactcheck-counterexample/1"
    assert document["parameters"] == {
        "n": "2",
        "r": "1",
        "r_star": "1",
        "alpha": "7/15",
        "epsilon": "4/7",
        "lam": "1/4",
    }
    assert (document["verdict"], document["trust"]) == ("proved", "kernel")
    assert {statement["verdict"] for statement in document["statements"]} == {"proved"}


def test_latex_goes_to_a_file(run):
    assert run(*THEOREM, *asking(*RATIONAL[0]), "--as", "latex", "--output", "found.tex").out == ""
    assert r"\[ \delta = \tfrac{7}{25} \]" in Path("found.tex").read_text()


@pytest.mark.parametrize(
    ("constraints", "words"),
    [
        (["delta=0"], ["delta = 0: impossible", "(0, 1]"]),
        (["delta=-1/2"], ["delta = -1/2: impossible"]),
        (["delta=11/10"], ["delta = 11/10: impossible"]),
        (["delta>1"], ["delta > 1: impossible"]),
        (["delta<1/3", "delta>1/2"], ["delta < 1/3, delta > 1/2: impossible"]),
        (["alpha=0"], ["alpha = 0: impossible", "alpha is > 0"]),
        (["alpha=1/2", "epsilon=1/2", "delta=1/3"], ["contradictory", "delta = alpha^2 sqrt"]),
        (["alpha=2"], ["contradictory"]),
        (["alpha=9/10", "delta=1/10"], ["contradictory"]),
        (["beta=1"], ["unknown parameter beta", "n, r, r_star, alpha, epsilon, delta, lam"]),
        (["delta=<1/2"], ["delta: '=<' is none of the relations"]),
        (["delta"], ["write NAME=VALUE"]),
        (["delta=0.5"], ["delta", 'write "1/2"']),
        (["r>2"], ["r > 2: give a value"]),
        (["r=1/2"], ["r: 1/2 is not an integer"]),
        (["r=1", "r_star=2"], ["hypothesis violated: r >= r_star"]),
        (["n=2", "r=2"], ["hypothesis violated: n >= r + r_star"]),
        (["lam=0"], ["lam: 0 is not > 0"]),
        (["r=1", "r=2"], ["r: it is given as 1 and 2"]),
    ],
)
def test_what_is_impossible_is_refused(run, constraints, words):
    ended = run(*THEOREM, *asking(*constraints), "--json")
    assert ended.said(3, *words)
    assert ended.document["exit_status"] == 3


def test_where_it_cannot_be_written(run):
    assert run(*THEOREM, "-o", "nowhere/found.txt").said(3, "nowhere/found.txt", "No such file")


def test_a_claim_of_one_s_own(run, tmp_path):
    write_paper(tmp_path, TRUE, FALSE)
    assert "# proved: 5/4 >= 1\n" in run("counterexample", "./mine/square", "-p", "a=1/2").out
    refuted = run("counterexample", "./mine/root-as-printed", "--json").document
    assert (refuted["verdict"], refuted["parameters"]) == ("refuted", {"a": "1/2"})
    assert run("counterexample", "./mine/square").said(3, "no value for a (a positive number)")


def test_what_is_undecided_is_not_printed(run, tmp_path):
    everywhere = UNDECIDABLE.replace("(x: Real, y: Real):", "():\n    x, y = point('x'), point('y')")
    write_paper(tmp_path, everywhere)
    ended = run("counterexample", "./mine/motzkin", "--json")
    assert ended.said(2, "mine/motzkin is undecided")
    assert ended.document["exit_status"] == 2


def test_a_claim_refuted_by_its_own_counterexample(run):
    ended = run("counterexample", "zhang-2025/theorem-2-as-printed", "--as", "sympy")
    Path("found.py").write_text(ended.out)
    assert "refuted, certificate" in ended.out
    assert alone("found.py").returncode == 0


def test_a_large_one_is_printed(run):
    document = run(*THEOREM, *asking("n=40", "r=10", "r_star=3", "delta=1/7"), "--json").document
    assert [document["definitions"]["U0"][side] for side in ("rows", "columns")] == [40, 10]
    assert document["definitions"]["delta"]["value"] == "1/7"
