"""Every page of a report is well formed, accessible, self-contained and linked; text never becomes markup."""

import re
import sys

import pytest

from exactcheck.claims.collection import collect_all
from exactcheck.report.writing import NotOurs, write_report
from tests.report.pages import broken_links, read_pages, snapshot


@pytest.fixture(scope="session", params=["paper_report", "own_report"])
def written(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def pages(written):
    return read_pages(written.folder)


def test_there_is_a_page_for_everything(written, pages):
    key = written.papers[0].paper.key
    claims = [result.claim.name for result in written.results]
    assert {"index.html", f"{key}/index.html", f"{key}/findings.html"} < set(pages)
    assert len(pages) == 3 + len(claims)
    assert len(list(written.folder.rglob("*.json"))) == sum(r.certificate is not None for r in written.results)


def test_pages_are_well_formed(pages):
    for place, page in pages.items():
        assert not page.faults, place
        assert len(page.ids) == len(set(page.ids)), place


def test_links_lead_somewhere_inside_the_report(written, pages):
    assert broken_links(written.folder, pages) == []


def test_every_page_is_reached_from_the_first(written, pages):
    reached, waiting = set(), ["index.html"]
    while waiting:
        place = waiting.pop()
        if place in pages and place not in reached:
            reached.add(place)
            folder = place.rpartition("/")[0]
            targets = (link.partition("#")[0] for link in pages[place].links if not link.startswith("data:"))
            resolved = ((written.folder / folder / target).resolve() for target in targets)
            waiting += [path.relative_to(written.folder.resolve()).as_posix() for path in resolved]
    assert reached == set(pages)


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs(pages):
    for place, page in pages.items():
        assert not {tag for tag, _ in page.tags} & {"script", "link", "iframe", "object", "embed", "base", "form"}, (
            place
        )
        assert not re.search(r"@import|url\(|//", page.text["style"]), place
        for tag, attributes in page.tags:
            assert not any(name.startswith("on") or name in ("style", "srcset", "http-equiv") for name in attributes), (
                tag
            )
            assert tag == "a" or "href" not in attributes, place
            assert (attributes.get("src") or "data:image/svg+xml;").startswith("data:image/svg+xml;"), place


def test_pages_are_accessible(pages):
    for place, page in pages.items():
        assert page.levels[0] == 1 and page.levels.count(1) == 1, place
        assert all(b <= a + 1 for a, b in zip(page.levels, page.levels[1:], strict=False)), place
        assert page.all("html", "lang") == ["en"], place
        assert page.text["title"].strip() and page.text["h1"].strip(), place
        assert all(page.all("img", "alt")), place
        assert all(scope in ("col", "row") for scope in page.all("th", "scope")), place
        assert [name for name in page.all("meta", "name") if name] == ["viewport", "color-scheme", "generator"], place


def luminance(colour):
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_colours_have_contrast(written):
    style = (written.folder / "index.html").read_text()
    palettes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", style, re.S)
    ]
    assert len(palettes) == 3
    for palette in palettes:
        for ground in ("paper", "field"):
            for name in ("ink", "soft", "link", "proved", "refuted", "open"):
                light, dark = sorted((luminance(palette[name]), luminance(palette[ground])), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (name, ground, palette)


def test_the_same_results_give_the_same_bytes(written, tmp_path):
    write_report(tmp_path, written.papers, written.results)
    assert snapshot(tmp_path) == snapshot(written.folder)


def test_a_claim_page_says_everything(paper_report):
    text = (paper_report.folder / "zhang-2025/claims/theorem-2-as-printed.html").read_text()
    for words in (
        "zhang/thm-2-delta", "section 1.2", "refuted, scope instance, trust kernel", "missing hypothesis",
        "theorem-2--symmetric.html", "alpha = 1", "<mn>2</mn>", "exactcheck verify zhang-2025/theorem-2-as-printed",
        "exactcheck check theorem-2-as-printed.json", "python -S -m exactcheck.kernel --expect", "<math>",
        "<mi>\N{GREEK SMALL LETTER RHO}</mi>",
    ):  # fmt: skip
        assert words in text, words


def test_the_exact_instance_is_shown(paper_report):
    page = read_pages(paper_report.folder)["zhang-2025/claims/assumption-1-as-printed.html"]
    assert "n=2, r=1, r_star=1, alpha=1, epsilon=1" in page.text["main"]
    assert page.text["mtable"].count("1") >= 4
    assert "brackets" in page.all("mtable", "class")


def test_the_paper_page_counts_verdicts_and_debts(own_report):
    text = read_pages(own_report.folder)["mine/index.html"].text["main"]
    assert "6 claims: 4 proved, 1 refuted, 1 undecided" in text
    assert "5 verdicts with trust kernel, 0 with trust engine, 0 with trust none" in text


def test_a_rejected_certificate_is_a_debt(own_report, tmp_path):
    write_report(tmp_path, own_report.papers, own_report.results, {"mine/square": "it does not hold"})
    pages = read_pages(tmp_path)
    assert (
        "4 verdicts with trust kernel, 0 with trust engine, 1 with trust none" in pages["mine/index.html"].text["main"]
    )
    page = pages["mine/claims/square.html"].text["main"]
    assert "trust none: the certificate is rejected, it does not hold" in page


def test_a_paper_of_one_s_own_is_named_by_its_folder(own_report):
    text = (own_report.folder / "mine/claims/square.html").read_text()
    assert "exactcheck verify ./mine/square -p a=1/2" in text
    assert "exactcheck check --paper ./mine square.json" in text


def test_hostile_text_stays_text(own_report):
    pages = read_pages(own_report.folder)
    (page,) = [page for place, page in pages.items() if "alert" in page.text["h1"]]
    assert "<script>alert(1)</script>" in page.text["h1"]
    assert '<script>alert("statement")</script> & ' in page.text["p"]
    assert "<style>body{display:none}</style> -->" in page.text["dd"]
    for each in pages.values():
        tags = {tag for tag, _ in each.tags}
        assert not tags & {"script", "b", "iframe"}
        assert all(not name.startswith("on") for _, attributes in each.tags for name in attributes)
        assert all(link and not link.startswith("javascript") for link in each.links)
        assert [tag for tag, _ in each.tags].count("style") == 1


def test_without_the_extra_the_report_is_written_all_the_same(paper_report, tmp_path, monkeypatch):
    from exactcheck.report import mathml

    for name in ("latex2mathml", "latex2mathml.converter", "matplotlib", "matplotlib.figure"):
        monkeypatch.setitem(sys.modules, name, None)
    mathml._tree.cache_clear()
    write_report(tmp_path, paper_report.papers, paper_report.results)
    monkeypatch.undo()
    mathml._tree.cache_clear()
    pages = read_pages(tmp_path)
    assert set(pages) == set(read_pages(paper_report.folder))
    assert "math" not in {tag for page in pages.values() for tag, _ in page.tags}
    assert "pip install 'exactcheck[report]'" in pages["zhang-2025/index.html"].text["p"]
    statement = pages["zhang-2025/claims/theorem-2-as-printed.html"].text["span"]
    assert "delta = alpha^2 sqrt(r/r* + 2 epsilon^2 r)" in statement
    assert broken_links(tmp_path, pages) == []


def test_a_folder_of_somebody_else_s_is_left_alone(own_report, tmp_path):
    (tmp_path / "index.html").write_text("<h1>My home page</h1>")
    with pytest.raises(NotOurs, match="not a page of a report"):
        write_report(tmp_path, own_report.papers, own_report.results)
    assert snapshot(tmp_path) == {"index.html": b"<h1>My home page</h1>"}


def test_every_statement_of_the_papers_becomes_mathml():
    from exactcheck.report.mathml import _tree
    from exactcheck.report.prose import pieces

    formulas = {
        piece.text
        for paper in collect_all()
        for claim in paper.claims
        for piece in pieces(claim.statement)
        if piece.mathematics
    }
    assert len(formulas) > 100
    assert [formula for formula in formulas if _tree(formula) is None] == []


def test_a_claim_shows_the_figures_under_whose_title_it_stands(paper_report):
    claims = paper_report.folder / "zhang-2025/claims"
    shown = re.findall(r'href="\.\./(figures/[^"]+)"', (claims / "figure-1--spurious-point.html").read_text())
    assert shown
    assert all((paper_report.folder / "zhang-2025" / file).exists() for file in shown)
    assert "<figure" not in (claims / "theorem-2-as-printed.html").read_text()
