"""Where the pages of a report are, and how one links to another."""

from __future__ import annotations

import posixpath

INDEX = "index.html"


def paper_page(key: str) -> str:
    """The page of a paper."""
    return f"{key}/index.html"


def findings_page(key: str) -> str:
    """The page of the findings about a paper."""
    return f"{key}/findings.html"


def findings_document(key: str) -> str:
    """The findings about a paper in LaTeX."""
    return f"{key}/findings.tex"


def claim_page(name: str) -> str:
    """The page of a claim.

    >>> claim_page("zhang-2025/theorem-2/symmetric")
    'zhang-2025/claims/theorem-2--symmetric.html'
    """
    return f"{_key(name)}/claims/{_file(name)}.html"


def certificate_file(name: str) -> str:
    """The copy of the certificate of a claim."""
    return f"{_key(name)}/certificates/{_file(name)}.json"


def figure_file(key: str, name: str) -> str:
    """A figure of a paper."""
    return f"{key}/figures/{name}.svg"


def relative(target: str, here: str) -> str:
    """The address of one place as a link from another.

    >>> relative("zhang-2025/index.html", "zhang-2025/claims/lemma-4.html")
    '../index.html'
    """
    return posixpath.relpath(target, posixpath.dirname(here) or ".")


def _key(name: str) -> str:
    return name.split("/")[0]


def _file(name: str) -> str:
    """No label contains two hyphens in a row, so that different claims have different files."""
    return "--".join(name.split("/")[1:])
