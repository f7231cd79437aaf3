"""Figures: collected by convention, drawn the same way every time, exact where they are marked."""

import re
from xml.etree import ElementTree

import pytest
import sympy

from exactcheck import point
from exactcheck.claims.collection import collect, collect_all
from exactcheck.landscape import exp, for_all_reals, log
from exactcheck.report import figures
from exactcheck.report.figures import Figure, Picture, draw_all, figures_of, require_proved
from tests.claims.papers import TRUE, write_paper

OWN = """
from exactcheck.report.figures import FIRST, INK, Picture, figure

@figure("A line")
def line():
    return Picture("From $0$ to $1$.", "A line.", lambda axes: axes.plot([0, 1], [0, 1], color=FIRST))

@figure("A failure")
def failure():
    raise ZeroDivisionError("no picture")
"""


@pytest.fixture(scope="module")
def paper():
    return next(paper for paper in collect_all() if paper.paper.key == "zhang-2025")


def test_a_paper_of_one_s_own_has_figures(tmp_path):
    found = figures_of(collect(write_paper(tmp_path, TRUE, figures=OWN)).folder)
    drawn, missing = draw_all(found)
    assert [figure.title for figure in found] == ["A line", "A failure"]
    assert [(d.title, d.caption, d.alt) for d in drawn] == [("A line", "From $0$ to $1$.", "A line.")]
    assert missing == ("A failure could not be drawn: ZeroDivisionError: no picture",)


def test_what_a_caption_says_must_be_proved():
    x = point("x")
    require_proved(x**2 >= 0, x**4 + x**2 >= 0)
    require_proved(x >= 0, assuming=[x >= 1])
    for statement, verdict in ((x >= 0, "refuted"), (for_all_reals(2 * exp(x) >= 4 * x + 4 - 2 * log(4)), "undecided")):
        with pytest.raises(ValueError, match=f"what the caption says is {verdict}"):
            require_proved(x**2 >= 0, statement)


def test_a_paper_without_figures_has_none(tmp_path):
    assert draw_all(figures_of(collect(write_paper(tmp_path, TRUE, key="plain")).folder)) == ((), ())


def test_both_panels_are_drawn_for_light_and_dark(paper):
    drawn, missing = draw_all(figures_of(paper.folder))
    assert missing == ()
    assert [d.title for d in drawn] == ["Figure 1, left", "Figure 1, right"]
    for d in drawn:
        tree = ElementTree.fromstring(d.svg)
        assert tree.tag.endswith("svg")
        assert "prefers-color-scheme: dark" in d.svg
        rest = d.svg.partition("</style>")[2]
        assert not re.search(r"#[0-9a-f]{6}\b", rest)
        assert set(re.findall(r"var\(--(\w+)\)", rest)) == {"ink", "soft", "first", "second"}
        for name in ("u₀", "u*", "saddle"):
            assert name in d.svg
        assert "2459 x^{6} + 1686 x^{4} + 2318 x^{2} - 15" in d.caption
        assert "f(u_0) = 15/32" in d.caption


def test_drawing_again_gives_the_same_bytes(paper):
    first, _ = draw_all(figures_of(paper.folder))
    figures.drawn.cache_clear()
    assert draw_all(figures_of(paper.folder))[0] == first


def test_the_marked_points_are_exact_and_lie_where_they_should(paper):
    module = next(f.picture for f in figures_of(paper.folder)).__globals__
    _, f = module["loss"]()
    at = module["points"]()
    assert at["u0"] == (0, sympy.Rational(1, 2))
    assert at["u_star"] == (1, 0)
    x, y = at["saddle"]
    for variable in f.variables:
        slope = sympy.diff(f.expr, variable)
        value = slope.subs(dict(zip(f.variables, (x.evalf(60), y.evalf(60)), strict=True)))
        assert abs(value) < sympy.Float(10) ** -50
    assert 0 < x < sympy.Rational(1, 10) and 0 < y < sympy.Rational(1, 2)


def test_a_caption_that_does_not_hold_is_not_drawn(paper):
    module = next(f.picture for f in figures_of(paper.folder)).__globals__
    f, _ = module["loss"]()
    with pytest.raises(ValueError, match="refuted"):
        module["require"](module["counterexample"]().alpha > 1, f(module["counterexample"]().spurious_point) > 1)


def test_a_figure_is_an_ordinary_value():
    figure = Figure("T", lambda: Picture("c", "a", lambda axes: None))
    assert figures.drawn(figure).svg.startswith("<svg")
