"""A figure in a page, and the figures that belong to a claim."""

from __future__ import annotations

from base64 import b64encode

from ...claims.claim import Claim
from ..bundle import Bundle
from ..figures import Drawn
from ..html import Markup, element, identifier, link
from ..mathml import line
from ..places import figure_file, relative


def figure(bundle: Bundle, drawn: Drawn, here: str) -> Markup:
    """One figure, inside of the page, so that it can be sent alone, and as a file."""
    file = relative(figure_file(bundle.paper.key, identifier(drawn.title).lower()), here)
    source = f"data:image/svg+xml;base64,{b64encode(drawn.svg.encode()).decode()}"
    return element(
        "figure",
        element("img", src=source, alt=drawn.alt, width="480", height="400"),
        element(
            "figcaption", element("strong", drawn.title + "."), " ", line(drawn.caption), " ", link(file, "SVG file")
        ),
    )


def figures_of_claim(bundle: Bundle, claim: Claim) -> list[Drawn]:
    """The figures under whose title the claim stands: of "Figure 4, left" those on "Figure 4", or on a part of it."""
    return [drawn for drawn in bundle.drawn if stands_under(claim.label, drawn.title.split(",")[0])]


def stands_under(label: str, title: str) -> bool:
    """True if the label is the title, or the title and what follows after a comma or a blank.

    >>> stands_under("Conjecture 4.5, trapped region", "Conjecture 4.5"), stands_under("Figure 10", "Figure 1")
    (True, False)
    """
    return label == title or label.startswith((f"{title},", f"{title} "))
