"""The page of the findings about a paper, fit to send to its authors."""

from __future__ import annotations

from collections.abc import Callable

from ...claims.result import Result
from ..bundle import Bundle
from ..facts import title
from ..failure import failure
from ..findings import PREFACE, Findings, survival
from ..html import Markup, element, facts_list, link
from ..instance import instance
from ..mathml import line, prose
from ..places import certificate_file, findings_document, findings_page, paper_page, relative
from .claim import definitions, refutation_words
from .layout import claim_link, document, verdict


def page(bundle: Bundle) -> str:
    """The findings page."""
    return _Page(bundle).document()


class _Page:
    """The parts of the page."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.findings = Findings(bundle.results)
        self.here = findings_page(bundle.paper.key)

    def document(self) -> str:
        """The page."""
        paper = self.bundle.paper
        parts = [
            self.theorems(),
            self.section("False as printed", self.findings.false, self.refuted),
            self.section("Misprints", self.findings.misprints, self.refuted),
            self.section("Constants that are not the best", self.findings.loose, self.loose),
            self.section("Not settled", self.findings.open, self.open),
        ]
        return document(
            f"Findings: {paper.title}",
            self.here,
            [(paper.title, paper_page(paper.key))],
            element("p", f"{paper.authors} ({paper.year})", f", version of {paper.version}" if paper.version else ""),
            element(
                "p",
                PREFACE,
            ),
            element("p", link(relative(findings_document(paper.key), self.here), "The same in LaTeX")),
            parts if any(parts) else element("p", "Every claim holds as printed."),
        )

    def section(self, heading: str, results: list[Result], entry: Callable[[Result], object]) -> Markup | None:
        """The entries under a heading, if there are any."""
        if not results:
            return None
        entries = [element("section", element("h3", self.link(result)), entry(result)) for result in results]
        return element("section", element("h2", heading), entries)

    def link(self, result: Result) -> Markup:
        """A link to the claim."""
        return claim_link(result.claim.name, self.here, self.bundle.known)

    def theorems(self) -> Markup | None:
        """The theorems that are not refuted."""
        if not self.findings.theorems:
            return None
        entries = [element("li", self.decided(result)) for result in self.findings.theorems]
        return element("section", element("h2", "The theorems"), element("ul", entries))

    def decided(self, result: Result) -> list[object]:
        """A claim with its verdict, in a line."""
        reading = [" (", line(result.claim.reading), ")"] if result.claim.reading else []
        found = f", scope {result.scope}, trust {self.bundle.trust(result)}"
        return [self.link(result), *reading, ": ", verdict(result), found]

    def refuted(self, result: Result) -> list[object]:
        """What is printed, where it fails, what holds instead, and whether the theorems survive."""
        failed, repaired = failure(result), self.findings.repaired(result)
        survives, exact = survival(self.findings, result), instance(result)
        return [
            self.printed(result),
            element("h4", "Counterexample") if failed else None,
            refutation_words(failed) if failed else None,
            definitions(exact) if failed and exact else None,
            self.certificate(result),
            None if repaired is None else [element("h4", "What holds instead"), self.repaired(repaired)],
            [element("h4", "The theorems"), element("p", survives)] if survives else None,
        ]

    def printed(self, result: Result) -> list[object]:
        """The statement, its place and its reading."""
        about: list[tuple[str, object]] = [("printed in", result.claim.where), ("reading", line(result.claim.reading))]
        about.append(("finding", result.finding))
        return [
            element("div", prose(result.claim.statement), class_="statement"),
            facts_list([(name, value) for name, value in about if value]),
        ]

    def repaired(self, result: Result) -> list[object]:
        """The repaired statement with its verdict and certificate."""
        return [
            element("p", self.decided(result), "."),
            element("div", prose(result.claim.statement), class_="statement"),
            self.certificate(result),
        ]

    def certificate(self, result: Result) -> Markup | None:
        """A link to the certificate, with its digest."""
        if result.certificate is None:
            return None
        place = relative(certificate_file(result.claim.name), self.here)
        return element(
            "p",
            link(place, f"Certificate: {title(result.claim)}"),
            ", digest ",
            element("code", result.certificate["digest"]),
        )

    def loose(self, result: Result) -> list[object]:
        """The printed constant and the best one."""
        constants: list[tuple[str, object]] = [
            ("printed constant", result.claim.constant),
            ("best constant", result.sharp),
        ]
        return [self.printed(result), facts_list(constants), self.certificate(result)]

    def open(self, result: Result) -> list[object]:
        """Why a claim is not settled."""
        reason = result.reason or "it has not been decided here yet"
        return [self.printed(result), element("p", verdict(result), f": {reason}.")]
