"""The findings as LaTeX: it compiles as far as a grammar can tell, whatever the statements contain."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.claims.collection import collect_all
from exactcheck.report.bundle import Bundle
from exactcheck.report.findings_latex import findings_latex
from exactcheck.report.formula_grammar import compiles
from exactcheck.report.latex import escaped, prose
from exactcheck.report.prose import pieces

GOOD = [
    r"\frac12 \|A(U)\|^2", r"x^{a+b}_{ij}", r"\left[\begin{matrix}1 & 2\\3 & 4\end{matrix}\right]", r"\sqrt[3]{x}",
    r"\mathrm{tr}(X) \, \text{for all x}", r"\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}", r"X_\pm",
    r"\|x\|_2^2", r"\dot L \dot R^T", r"\mathbf{1}^\top", r"|y - \alpha|", r"X \mapsto A(X), \ x", "",
]  # fmt: skip
BAD = [
    r"\input{secret}", r"\write18{rm}", "{", "}", r"x^a^b", r"x^{a}^{b}", "x_", r"\frac{1}", r"\frac\sqrt2 3", "a & b",
    r"a \\ b", r"\begin{matrix} 1", r"\end{matrix}", r"\begin{document}\end{document}", r"\left( x", r"\right)", "50%",
    "#1", r"\text{a_b}", r"\text{$x$}", r"\def\x{1}", "\u03b1", r"\begin{bmatrix}1\end{pmatrix}", "a\nb", r"\foo",
]  # fmt: skip


@pytest.mark.parametrize("formula", GOOD)
def test_a_formula_that_compiles(formula):
    assert compiles(formula)


@pytest.mark.parametrize("formula", BAD)
def test_a_formula_that_would_not_compile_or_does_more_than_that(formula):
    assert not compiles(formula)


def test_the_formulas_of_the_papers_stay_formulas():
    statements = [claim.statement for paper in collect_all() for claim in paper.claims]
    formulas = [piece.text for statement in statements for piece in pieces(statement) if piece.mathematics]
    assert len(formulas) > 100
    assert [formula for formula in formulas if not compiles(formula)] == []


def faults(document):
    """What a LaTeX document would stumble over: braces, environments, dollars, and signs that mean something else."""
    found = []
    body = re.sub(r"\\[%&#_$\\]", "", document)
    if body.count("$") % 2:
        found.append("dollars")
    depth = 0
    for sign in re.sub(r"\\[{}]", "", document):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            found.append("a brace that closes nothing")
    found += ["braces"] * (depth != 0)
    opened: list[str] = []
    for kind, name in re.findall(r"\\(begin|end)\{(\w+)\}", document):
        if kind == "begin":
            opened.append(name)
        elif not opened or opened.pop() != name:
            found.append(f"end of {name}")
    words = re.sub(r"\$[^$]*\$", "", body)
    found += [f"{sign} among words" for sign in "#%^&_" if sign in words.partition(r"\begin{document}")[2]]
    return found + opened


def test_the_sanity_check_finds_faults():
    for wrong in (
        "{",
        "}",
        "a $b",
        r"\begin{x}",
        r"\end{x}",
        r"\begin{document}a_b",
        r"\begin{document}50% \end{document}",
    ):
        assert faults(wrong), wrong
    assert not faults(r"\begin{document}\{ \_ $x_1$ \% \end{document}")


@pytest.mark.parametrize("report", ["paper_report", "own_report"])
def test_the_findings_compile_as_far_as_can_be_told(report, request):
    written = request.getfixturevalue(report)
    document = findings_latex(Bundle(written.papers[0], tuple(written.results)))
    key = written.papers[0].paper.key
    assert (written.folder / key / "findings.tex").read_text() == document
    assert faults(document) == []
    assert document.isascii()


def test_the_findings_tell_what_is_wrong_and_what_holds(paper_report):
    document = (paper_report.folder / "zhang-2025/findings.tex").read_text()
    for words in (
        "False as printed", "Misprints", "Constants that are not the best", "Not settled", "alpha = 1, epsilon = 1",
        r"the left side is $-2$", r"$\frac{81}{256}$", r"best constant: \texttt{4 alpha\textasciicircum{}2}",
        "What holds instead", "lemma-3-eigenvalues.json", r"$\sqrt{2 \epsilon^{2} r", "the authors to judge",
    ):  # fmt: skip
        assert words.replace("the authors", "its authors") in document, words


@given(st.text(max_size=60))
def test_any_text_compiles(text):
    assert faults(rf"\begin{{document}}{prose(text)}{escaped(text)}\end{{document}}") == []
