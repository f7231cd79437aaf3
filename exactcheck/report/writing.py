"""Writing a report: every page, the certificates, the figures and the findings, into one folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..claims.collection import Collected
from ..claims.result import Result
from ..exact.errors import InputError
from .bundle import Bundle
from .figures import draw_all, figures_of
from .findings_latex import findings_latex
from .html import identifier
from .pages import claim, findings, index, paper
from .pages.layout import GENERATOR
from .places import INDEX, certificate_file, claim_page, figure_file, findings_document, findings_page, paper_page


class NotOurs(InputError):
    """The folder holds pages that are not a report's."""


def write_report(
    folder: Path, papers: Sequence[Collected], results: Sequence[Result], rejections: Mapping[str, str] | None = None
) -> Path:
    """Write the report on the results about these papers; returns its first page.

    The same results give the same files, byte by byte. Raises NotOurs if the folder holds an index.html of somebody
    else's, and OSError if it cannot be written.
    """
    first = folder / INDEX
    if first.exists() and f'content="{GENERATOR}"' not in first.read_text(encoding="utf-8", errors="replace"):
        raise NotOurs(f"{first} is not a page of a report; name another folder")
    for place, text in files(bundles(papers, results, rejections or {})):
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return first


def bundles(papers: Sequence[Collected], results: Sequence[Result], rejections: Mapping[str, str]) -> list[Bundle]:
    """The papers that have results, with their figures."""
    found = []
    for collected in papers:
        own = tuple(result for result in results if result.claim.paper == collected.paper)
        if own:
            drawn, undrawn = draw_all(figures_of(collected.folder))
            found.append(Bundle(collected, own, dict(rejections), drawn, undrawn))
    return found


def files(found: list[Bundle]) -> Iterator[tuple[str, str]]:
    """The places and the texts of all files, the first page last, so that a report that is there is complete."""
    for bundle in found:
        yield from paper_files(bundle)
    yield INDEX, index.page(found)


def paper_files(bundle: Bundle) -> Iterator[tuple[str, str]]:
    """The files about one paper."""
    key = bundle.paper.key
    for result in bundle.results:
        yield claim_page(result.claim.name), claim.page(bundle, result)
        if result.certificate is not None:
            yield certificate_file(result.claim.name), result.document
    for drawn in bundle.drawn:
        yield figure_file(key, identifier(drawn.title).lower()), drawn.svg
    yield findings_document(key), findings_latex(bundle)
    yield findings_page(key), findings.page(bundle)
    yield paper_page(key), paper.page(bundle)
