"""How the documentation is built: `make docs`. Nothing is fetched; a warning is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version as version_of
from pkgutil import iter_modules
from typing import Any

from exactcheck import kernel

project = "exactcheck"
author = "the exactcheck contributors"
version = release = version_of("exactcheck")
extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]

nitpicky = True
nitpick_ignore_regex = [("py:.*", r"(?!exactcheck).*")]  # no network, so no inventory of what others document
myst_heading_anchors = 3
myst_enable_extensions = ["substitution"]

# every module of the kernel is in the reference, without being listed there
MODULES = [f"{kernel.__name__}.{info.name}" for info in iter_modules(kernel.__path__) if info.name != "__main__"]
DESCRIBED = "```{{eval-rst}}\n.. rubric:: {0}\n.. automodule:: {0}\n   :no-members:\n```"
myst_substitutions = {"kernel": "\n\n".join(map(DESCRIBED.format, MODULES))}

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
maximum_signature_line_length = 220
smartquotes = False
highlight_language = "text"

html_theme = "alabaster"
html_theme_options = {
    "description": "A referee that never rounds",
    "page_width": "1140px",
    "sidebar_width": "220px",
    "body_max_width": "none",
    "code_font_size": "0.8em",
}
html_show_sourcelink = False
html_copy_source = False
html_show_copyright = False

CODE = re.compile(r"(`+)(.+?)\1")
MARKUP = re.compile(r"([\\*|_])")


def setup(app: Any) -> None:
    """Read docstrings as the plain text that they are."""
    app.connect("autodoc-process-docstring", as_markup)


def as_markup(app: Any, what: str, name: str, thing: Any, options: Any, lines: list[str]) -> None:
    """Turn a docstring, plain text with `code`, into reStructuredText, in place.

    Examples and indented blocks are code; formulas such as ||x||^2 stay as they stand.
    """
    lines[:] = marked_up(lines)


def marked_up(lines: list[str]) -> Iterator[str]:
    """The lines of a docstring in reStructuredText."""
    example = block = False
    for line in lines:
        indented = line.startswith(" " * 4)
        example = bool(line) and (example or line.startswith(">>>"))
        if indented and not block and not example:
            yield from ("::", "")
        block = indented or (block and not line)
        yield line if indented or example else escaped(line)


def escaped(line: str) -> str:
    """A line of text whose code is marked as such, and in which nothing else is markup."""
    parts, end = [], 0
    for code in CODE.finditer(line):
        parts += [MARKUP.sub(r"\\\1", line[end : code.start()]), f"``{code[2]}``"]
        end = code.end()
    return "".join([*parts, MARKUP.sub(r"\\\1", line[end:])])
