"""HTML as values: elements whose text is escaped unless it is HTML already."""

from __future__ import annotations

from html import escape

VOID = {"meta", "link", "img", "br", "hr"}


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def markup(content: object) -> Markup:
    """The content as HTML: lists one after the other, text escaped, None as nothing."""
    if isinstance(content, Markup):
        return content
    if isinstance(content, (list, tuple)):
        return Markup("".join(map(markup, content)))
    return Markup("" if content is None else escape(str(content), quote=False))


def element(tag: str, /, *content: object, **attributes: str | None) -> Markup:
    """An element; attributes that are None are left out, underscores in their names become hyphens.

    >>> element("p", "1 < 2", class_="note")
    '<p class="note">1 &lt; 2</p>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if tag in VOID:
        return Markup(f"<{tag}{written}>")
    return Markup(f"<{tag}{written}>{markup(content)}</{tag}>")


def link(address: str, *content: object, **attributes: str | None) -> Markup:
    """A link."""
    return element("a", *content, href=address, **attributes)


def joined(separator: object, parts: list[Markup]) -> Markup:
    """The parts with a separator between them."""
    return Markup(markup(separator).join(parts))


def table(caption: str, headings: list[str], rows: list[list[object]]) -> Markup:
    """A table whose first column heads the rows, in a box of its own that scrolls where it is too wide."""
    head = element("tr", [element("th", heading, scope="col") for heading in headings])
    body = [
        element("tr", element("th", row[0], scope="row"), [element("td", cell) for cell in row[1:]]) for row in rows
    ]
    inside = element(
        "table", element("caption", element("span", caption)), element("thead", head), element("tbody", body)
    )
    return element("div", inside, class_="wide", tabindex="0", role="group", aria_label=caption)


def facts_list(facts: list[tuple[str, object]]) -> Markup:
    """Names and values, one below the other."""
    entries = [element("div", element("dt", name), element("dd", value)) for name, value in facts]
    return element("dl", entries, class_="facts")


def identifier(text: str) -> str:
    """The text as the id of an element.

    >>> identifier("zhang-2025/theorem-2")
    'zhang-2025-theorem-2'
    """
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in text).split())
