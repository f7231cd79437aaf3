"""Reading the pages of a report: their structure, and where their links lead."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "link", "img", "br", "hr", "input"}


class Page(HTMLParser):
    """What a page contains; `faults` are violations of its structure."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        self.feed(text)
        self.close()
        self.faults += [f"{tag} is not closed" for tag in self.open]

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.faults.append(f"{tag} with an attribute twice")
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{tag} is closed where it is not open")

    def handle_data(self, data):
        for tag in set(self.open):
            self.text[tag] = self.text.get(tag, "") + data

    def all(self, name, attribute):
        """The values of an attribute on all elements of this name."""
        return [attributes.get(attribute) for tag, attributes in self.tags if tag == name]

    @property
    def ids(self):
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    @property
    def links(self):
        return [a[key] for _, a in self.tags for key in ("href", "src", "action", "poster", "data") if a.get(key)]

    @property
    def levels(self):
        return [int(tag[1]) for tag, _ in self.tags if tag in ("h1", "h2", "h3", "h4", "h5", "h6")]


def read_pages(folder: Path) -> dict[str, Page]:
    """All pages of a report by their places."""
    return {
        path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }


def broken_links(folder: Path, pages: dict[str, Page]) -> list[str]:
    """The links that lead nowhere, inside the report or outside of it."""
    broken = []
    for place, page in pages.items():
        for link in page.links:
            if link.startswith("data:image/svg+xml;base64,"):
                continue
            file, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(place), file)) if file else place
            known = target in pages and (not anchor or anchor in pages[target].ids)
            if ":" in link or target.startswith("..") or not (known or (not anchor and (folder / target).is_file())):
                broken.append(f"{place}: {link}")
    return broken


def snapshot(folder: Path) -> dict[str, bytes]:
    """All files of a report with their contents."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
