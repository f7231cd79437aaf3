"""The first page: the papers with their counts."""

from __future__ import annotations

from ..bundle import Bundle
from ..facts import counts
from ..html import Markup, element, link
from ..places import INDEX, findings_page, paper_page
from .layout import document


def page(bundles: list[Bundle]) -> str:
    """The first page of a report."""
    return document(
        "Claims decided exactly",
        INDEX,
        [],
        element(
            "p",
            "A claim is proved or refuted in exact arithmetic, with a certificate that a small checker derives again "
            "from the definitions with nothing but Python's standard library.",
        ),
        [section(bundle) for bundle in bundles],
    )


def section(bundle: Bundle) -> Markup:
    """A paper with its counts."""
    paper = bundle.paper
    return element(
        "section",
        element("h2", link(paper_page(paper.key), paper.title)),
        element("p", f"{paper.authors} ({paper.year})"),
        element("p", counts(bundle.results)),
        element("p", link(findings_page(paper.key), "Findings for the authors")),
    )
