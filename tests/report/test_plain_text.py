"""LaTeX as text: what is written in the papers, what users write, and what is no LaTeX at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactcheck.claims.collection import collect_all
from exactcheck.report.plain_text import plain, plain_formula
from exactcheck.report.prose import pieces

FORMULAS = {
    r"2\alpha": "2 alpha",
    r"\delta\ge1": "delta >= 1",
    r"\alpha^2 r/r^* - \alpha^{-2}": "alpha^2 r/r* - alpha^-2",
    r"\left( \frac{a+b}{c} \right)^{n+1}": "((a+b)/c)^(n+1)",
    r"\frac12 \|A(U U^T - U_* U_*^T)\|^2": "1/2 ||A(U U^T - U_* U_*^T)||^2",
    r"\langle c, X \rangle b": "<c, X> b",
    r"Y_{ij} \ne 0": "Y_ij != 0",
    r"\sqrt{r^* / r}": "sqrt(r* / r)",
    r"\sqrt[3]{x}": "root(x, 3)",
    r"X \mapsto X + \mathrm{tr}(X) I": "X -> X + tr(X) I",
    r"\begin{bmatrix} a & -b \\ 0 & \alpha \end{bmatrix}": "[[a, -b], [0, alpha]]",
    r"\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}": "1, x > 0; 0, x <= 0",
    r"\mathbf{1}_{r}\mathbf{1}^T": "1_r 1^T",
    r"[Q_1\ Q_2]\,x": "[Q_1 Q_2] x",
    r"\dot L\hat{x}_1": "dot L hat x_1",
    r"X_\pm": "X_+-",
    r"\foo{x}": "foo x",
    r"x^{": "x^",
    "": "",
}


@pytest.mark.parametrize(("latex", "text"), FORMULAS.items())
def test_a_formula(latex, text):
    assert plain_formula(latex) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For $r \\ge 1$, $x$.", "For r >= 1, x."),
        ("no formula: a^2 <= b_1", "no formula: a^2 <= b_1"),
        ("it costs 5$ or \\$6", "it costs 5$ or $6"),
        ("$$\\alpha$$ and $x$", "alpha and x"),
        ("$x$$y$", "xy"),
    ],
)
def test_words_stay_as_they_are(text, expected):
    assert plain(text) == expected


def test_the_statements_of_the_papers_read_without_latex():
    statements = [claim.statement for paper in collect_all() for claim in paper.claims]
    assert len(statements) > 30
    for statement in statements:
        assert "$" not in plain(statement)
        assert "\\" not in plain(statement)


@given(st.text(alphabet="ab1 $\\{}^_&<>|[]\n", max_size=40))
def test_any_text_has_a_reading(text):
    assert isinstance(plain(text), str)
    assert "\0" not in plain(text)
    assert "".join(piece.text for piece in pieces(text) if not piece.mathematics).count("$") <= text.count("$")
