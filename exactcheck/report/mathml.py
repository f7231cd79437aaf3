"""Mathematics for a page: MathML where latex2mathml (the extra `report`) is there and accepts it, or plain text."""

from __future__ import annotations

from functools import cache
from html import escape
from itertools import pairwise
from xml.etree import ElementTree

from .html import Markup, element, markup
from .plain_text import plain_formula
from .prose import Piece, paragraphs, pieces

NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
ELEMENTS = {
    "math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup",
    "munder", "mover", "munderover", "mmultiscripts", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom",
    "mprescripts", "none", "mfenced", "menclose",
}  # fmt: skip
ATTRIBUTES = {
    "mathvariant", "stretchy", "fence", "separator", "form", "accent", "accentunder", "displaystyle", "scriptlevel",
    "linethickness", "width", "height", "depth", "lspace", "rspace", "minsize", "maxsize", "columnalign", "rowspacing",
    "columnspacing", "columnlines", "rowlines", "movablelimits", "symmetric", "largeop", "notation", "voffset",
}  # fmt: skip
PUNCTUATION = tuple(".,;:")
WIDEST = 34  # signs of a formula that stands in a line of a telephone


def available() -> bool:
    """True if formulas can be MathML."""
    try:
        import latex2mathml.converter  # noqa: F401
    except ImportError:
        return False
    return True


def mathematics(latex: str, tail: str = "") -> Markup:
    """A formula, in its line if it is short, otherwise in a box of its own, where `tail` (a comma) follows it."""
    tree = _tree(latex)
    if tree is None:
        return markup([element("span", plain_formula(latex), class_="formula"), tail])
    wide = _width(tree) > WIDEST
    formula = Markup(_written(tree, ' displaystyle="true"' if wide else ""))
    if wide:
        return element("span", formula, tail, class_="display")
    return element("span", formula, tail, class_="tie") if tail else formula


def prose(text: str) -> Markup:
    """A text of words and formulas as paragraphs."""
    return markup([element("p", line(paragraph)) for paragraph in paragraphs(text)])


def line(text: str) -> Markup:
    """One paragraph of words and formulas, without the element around it."""
    parts: list[object] = []
    tail = ""
    for piece, following in pairwise([*pieces(text), Piece("")]):
        if piece.mathematics:
            tail = following.text[:1] if following.text[:1] in PUNCTUATION and not following.mathematics else ""
            parts.append(mathematics(piece.text, tail))
        else:
            parts.append(piece.text.removeprefix(tail))
            tail = ""
    return markup(parts)


@cache
def _tree(latex: str) -> ElementTree.Element | None:
    """The formula as MathML, or None if that cannot be had.

    Only elements and attributes that draw are accepted: a formula sets no links, classes or styles.
    """
    try:
        from latex2mathml.converter import convert
    except ImportError:
        return None
    try:
        tree = ElementTree.fromstring(convert(latex))
    except Exception:  # the converter has no error of its own for mathematics that it cannot read
        return None
    drawn = all(
        node.tag.removeprefix(NAMESPACE) in ELEMENTS and (node is tree or set(node.attrib) <= ATTRIBUTES)
        for node in tree.iter()
    )
    return _with_brackets(tree) if drawn else None


def _with_brackets(tree: ElementTree.Element) -> ElementTree.Element:
    """The formula with matrices that draw their own brackets, as few fonts have brackets of every height."""
    for parent in list(tree.iter()):
        for left, middle, right in list(zip(parent[:], parent[1:], parent[2:], strict=False)):
            if (left.text, middle.tag, right.text) == ("[", f"{NAMESPACE}mtable", "]"):
                parent.remove(left)
                parent.remove(right)
                middle.set("class", "brackets")
    return tree


def _width(tree: ElementTree.Element) -> int:
    """The signs of a formula, those of a matrix by its widest row."""
    tag = tree.tag.removeprefix(NAMESPACE)
    if tag == "mtable":
        return max(map(_width, tree), default=0)
    if tag in ("mfrac", "munder", "mover", "munderover"):
        return max(map(_width, tree), default=0)
    own = len((tree.text or "").strip()) + (tag == "mo")
    return own + sum(map(_width, tree))


def _written(node: ElementTree.Element, more: str = "") -> str:
    tag = node.tag.removeprefix(NAMESPACE)
    attributes = "" if tag == "math" else "".join(f' {key}="{escape(value)}"' for key, value in node.attrib.items())
    return f"<{tag}{attributes}{more}>{markup(node.text)}{''.join(map(_written, node))}</{tag}>"
