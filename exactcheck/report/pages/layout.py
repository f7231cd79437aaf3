"""What all pages share: the document around the content, the way back, verdicts and links to claims."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ...claims.result import Result
from ..facts import shown_verdict, title
from ..html import Markup, element, identifier, joined, link
from ..places import INDEX, claim_page, relative

GENERATOR = "exactcheck"


@cache
def style() -> str:
    """The style sheet."""
    return files("exactcheck.report").joinpath("style.css").read_text(encoding="utf-8")


def document(heading: str, here: str, trail: list[tuple[str, str]], *content: object) -> str:
    """A page at a place: the trail names the pages above it, as (title, place)."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=GENERATOR),
        element("title", f"{heading} - exactcheck"),
        element("style", Markup(style())),
    )
    body = element(
        "body",
        link("#content", "To the content", class_="skip"),
        element("header", way(heading, here, trail)) if here != INDEX else None,
        element("main", element("h1", heading), *content, id="content"),
        element(
            "footer", element("p", "Decided in exact arithmetic by exactcheck. No verdict here rests on rounding.")
        ),
    )
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def way(heading: str, here: str, trail: list[tuple[str, str]]) -> Markup:
    """The way from the first page to this one."""
    steps = [element("li", link(relative(place, here), name)) for name, place in [("Report", INDEX), *trail]]
    return element("nav", element("ol", steps, element("li", heading, aria_current="page")), aria_label="Way")


def verdict(result: Result) -> Markup:
    """The verdict on a claim; a star marks one that differs from the record."""
    mark = "" if result.as_recorded or not result.outcomes else " *"
    return verdict_word(shown_verdict(result), mark)


def verdict_word(word: str, mark: str = "") -> Markup:
    """A verdict, in words first and in colour second."""
    return element("span", word + mark, class_=f"verdict {identifier(word)}")


def claim_link(name: str, here: str, known: dict[str, Result]) -> Markup:
    """A link to a claim by its title, or its name where the report does not contain it."""
    if name in known:
        return link(relative(claim_page(name), here), title(known[name].claim))
    parts = [other for other in known if other.startswith(name.rstrip("/") + "/")]
    return joined(", ", [claim_link(part, here, known) for part in parts]) if parts else element("code", name)
