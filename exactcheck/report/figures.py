"""Figures of a paper: what its module `figures.py` defines is drawn into its page of the report.

A figure is a function that returns a `Picture`: a caption and an alternative text, which name the exact data, and a
function that draws on matplotlib axes. Floating point draws; it decides nothing. matplotlib is needed for drawing alone
(the extra `report`), so that a module with figures can be read without it.

    from exactcheck.report.figures import INK, Picture, figure

    @figure("Figure 1")
    def first() -> Picture:
        return Picture("The point $(0, 1/2)$.", "A point.", lambda axes: axes.plot([0], [0.5], "o", color=INK))
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from ..exact.statement import Statement

# Colours by their meaning. A drawing uses these; the file gives each a value for light and one for dark surroundings.
INK, SOFT, FIRST, SECOND = "#010203", "#010204", "#010205", "#010206"
PALETTE = {
    INK: ("ink", "#1b1c1e", "#e4e6e8"),
    SOFT: ("soft", "#6b7178", "#98a0a8"),
    FIRST: ("first", "#0b529b", "#8fbcff"),
    SECOND: ("second", "#a1231a", "#ff9c92"),
}
SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",
    "font.size": 11,
    "axes.edgecolor": SOFT,
    **dict.fromkeys(("axes.labelcolor", "lines.color", "text.color", "xtick.color", "ytick.color"), INK),
}
METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


@dataclass(frozen=True)
class Picture:
    """What a figure shows: words with $formulas$, words for those who do not see it, and how to draw it on axes."""

    caption: str
    alt: str
    draw: Callable[[Any], object]
    size: tuple[float, float] = (6.0, 5.0)


@dataclass(frozen=True)
class Figure:
    """A figure under its title."""

    title: str
    picture: Callable[[], Picture]


@dataclass(frozen=True)
class Drawn:
    """A figure that has been drawn."""

    title: str
    caption: str
    alt: str
    svg: str


def figure(title: str) -> Callable[[Callable[[], Picture]], Figure]:
    """Declare a function that returns a picture a figure of the paper in whose module `figures.py` it stands."""
    return lambda picture: Figure(title, picture)


def require_proved(*statements: Statement, assuming: Sequence[Statement] = ()) -> None:
    """For what a caption says: raise ValueError unless the kernel accepts proofs of all the statements, in this order.

    >>> from exactcheck import point
    >>> x = point("x")
    >>> require_proved(x**2 >= 0)
    >>> require_proved(x >= 1, assuming=[x >= 0])
    Traceback (most recent call last):
        ...
    ValueError: what the caption says is refuted
    """
    from ..claims.question import verify_statements

    verdict = verify_statements(*statements, assuming=assuming).verdict
    if verdict != "proved":
        raise ValueError(f"what the caption says is {verdict}")


def figures_of(folder: Path) -> list[Figure]:
    """The figures of a paper that has been collected, in the order in which its module defines them."""
    file = str(folder / "figures.py")
    modules = [module for module in list(sys.modules.values()) if getattr(module, "__file__", None) == file]
    return list(dict.fromkeys(f for module in modules for f in vars(module).values() if isinstance(f, Figure)))


def draw_all(figures: list[Figure]) -> tuple[tuple[Drawn, ...], tuple[str, ...]]:
    """The figures that could be drawn, and a line for each reason why others could not."""
    if figures and not available():
        return (), ("The figures need matplotlib; install it with: pip install 'exactcheck[report]'",)
    found, missing = [], []
    for each in figures:
        try:
            found.append(drawn(each))
        except Exception as error:  # code of the paper's; the report does without its figure and says so
            missing.append(f"{each.title} could not be drawn: {type(error).__name__}: {error}")
    return tuple(found), tuple(missing)


def available() -> bool:
    """True if figures can be drawn."""
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        return False
    return True


@cache
def drawn(figure: Figure) -> Drawn:
    """The figure, drawn; the same figure gives the same bytes."""
    import matplotlib
    from matplotlib.figure import Figure as Canvas

    picture, file = figure.picture(), StringIO()
    settings: Any = {**SETTINGS, "svg.hashsalt": figure.title}
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(settings)
        canvas = Canvas(figsize=picture.size, layout="constrained")
        picture.draw(canvas.subplots())
        canvas.savefig(file, format="svg", transparent=True, metadata=METADATA)
    return Drawn(figure.title, picture.caption, picture.alt, in_both_lights(file.getvalue()))


def in_both_lights(svg: str) -> str:
    """The drawing without its prologue, its colours by their names, for light and for dark surroundings."""
    _, start, rest = svg.partition("<svg")
    opening, _, content = rest.partition(">")
    content = re.sub(r"(\d\.\d\d)\d+", r"\1", content)  # finer than anybody sees
    for colour, (name, _, _) in PALETTE.items():
        content = content.replace(colour, f"var(--{name})")
    light, dark = ("; ".join(f"--{name}: {pair[k]}" for name, *pair in PALETTE.values()) for k in (0, 1))
    style = f"<style>svg {{ {light} }} @media (prefers-color-scheme: dark) {{ svg {{ {dark} }} }}</style>"
    return f"{start}{opening}>{style}{content}"
