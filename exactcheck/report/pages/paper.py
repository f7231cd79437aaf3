"""The page of a paper: counts, figures, and the table of all its claims."""

from __future__ import annotations

from ...claims.result import Result
from ..bundle import Bundle
from ..facts import counts, debts, found_line, shown_scope
from ..html import Markup, element, link, table
from ..places import findings_page, paper_page, relative
from .figure import figure
from .layout import claim_link, document, verdict

HEADINGS = ["Claim", "Verdict", "Scope", "Trust", "Finding", "Printed in"]


def page(bundle: Bundle) -> str:
    """The page of a paper."""
    paper, here = bundle.paper, paper_page(bundle.paper.key)
    version = f", version of {paper.version}" if paper.version else ""
    return document(
        paper.title,
        here,
        [],
        element("p", f"{paper.authors} ({paper.year}){version}"),
        element("p", counts(bundle.results)),
        element("p", debts(bundle.results, bundle.rejections)),
        element("p", link(relative(findings_page(paper.key), here), "Findings for the authors")),
        element("h2", "Claims", id="claims"),
        table(
            "Every claim, in the order of the paper", HEADINGS, [row(bundle, result, here) for result in bundle.results]
        ),
        reading_help(),
        figures(bundle, here),
    )


def row(bundle: Bundle, result: Result, here: str) -> list[object]:
    """One line of the table."""
    repaired = result.repaired_by
    found: list[object] = [found_line(result)]
    if repaired:
        found += ["; repaired: ", claim_link(repaired, here, bundle.known)]
    return [
        claim_link(result.claim.name, here, bundle.known),
        verdict(result),
        shown_scope(result),
        bundle.trust(result),
        found,
        result.claim.where,
    ]


def reading_help() -> Markup:
    """What the words in the table mean."""
    return element(
        "p",
        "Scope: instance, these parameters; exhaustive, these parameters and every point of the domain; parametric, "
        "these sizes and every value of the other parameters; general, every size too. Trust: kernel, the checker has "
        "accepted a certificate; engine, an exact engine says so; none, nothing stands behind it. A star marks a "
        "verdict that differs from the one recorded beside the claim.",
    )


def figures(bundle: Bundle, here: str) -> Markup | None:
    """The figures of the paper, or why there are none."""
    if not bundle.drawn and not bundle.undrawn:
        return None
    return element(
        "section",
        element("h2", "Figures", id="figures"),
        element("div", [figure(bundle, drawn, here) for drawn in bundle.drawn], class_="figures")
        if bundle.drawn
        else None,
        [element("p", reason) for reason in bundle.undrawn],
    )
