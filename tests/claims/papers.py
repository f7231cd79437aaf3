"""Small papers of a user, written into a folder by the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from exactcheck import Paper
from exactcheck.claims.audit import audit
from exactcheck.claims.claim import Claim
from exactcheck.claims.collection import Collected, collect
from exactcheck.claims.ledger import open_ledger
from exactcheck.claims.result import Result

HEAD = "from exactcheck import *\nfrom exactcheck.landscape import *\n\nfrom . import paper\n\n\n"

TRUE = """
@claim(paper, "Square", where="section 1", record="mine/square", statement="a^2 + 1 >= 2 a for every a > 0.")
@claim.sample(a="1/2")
@claim.sample(a=3)
def square(a: Positive):
    yield a**2 + 1 >= 2 * a
"""

FALSE = """
@claim(
    paper, "Root as printed", where="section 2", record="mine/root", statement="a^2 > a for every a > 0.",
    reading="as printed", verdict="refuted", finding="missing hypothesis",
)
@claim.sample(a=2)
@claim.sample(a="1/2")
def as_printed(a: Positive):
    yield a**2 > a


@claim(
    paper, "Root", where="section 2", record="mine/root", statement="a^2 > a for every a > 1.",
    reading="with a > 1", repairs="root-as-printed", scope="parametric",
)
@claim.sample(a="3/2")
@claim.general()
def repaired(a: Positive):
    assume(a > 1)
    yield a**2 > a
"""

# true, and of a degree at which nobody looks for a sum of squares
UNDECIDABLE = """
@claim(
    paper, "Motzkin", where="section 3", record="mine/motzkin",
    statement="x^120 y^60 + x^60 y^120 + 1 >= 3 x^60 y^60.",
)
@claim.general()
def motzkin(x: Real, y: Real):
    yield x**120 * y**60 + x**60 * y**120 + 1 - 3 * x**60 * y**60 >= 0
"""

LETTERS = '''
@claim(paper, "Mean", where="section 4", record="mine/mean", scope="parametric")
@claim.sample(a=1, b=2)
@claim.general()
def mean(a: Positive, b: Positive):
    """(a + b)^2 >= 4 a b for all a, b > 0."""
    yield (a + b) ** 2 >= 4 * a * b
'''

PARTS = """
@claim(paper, "Pair", part="sum", where="section 5", statement="a + b > 0 for a, b > 0.")
@claim.sample(a=1, b=2)
def pair_sum(a: Positive, b: Positive):
    yield a + b > 0


@claim(paper, "Pair", part="double", where="section 5", statement="2 a > 0 for a > 0.")
@claim.sample(a=1)
def pair_double(a: Positive):
    yield 2 * a > 0
"""

PAPER = Paper(key="mine", title="A paper", authors="A. User", year=2025)


def write_paper(parent: Path, *claims: str, key: str = "mine", **modules: str) -> Path:
    """A paper with these claims in one module, and with further modules as they stand; returns its folder."""
    folder = parent / key
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "__init__.py").write_text(
        f'from exactcheck import Paper\n\npaper = Paper(key="{key}", title="A paper", authors="A. User", year=2025)\n',
        encoding="utf-8",
    )
    if claims:
        (folder / "section.py").write_text(HEAD + "\n\n".join(claims), encoding="utf-8")
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder


def claim_of(function: Callable[..., Any], *runs: dict[str, Any], label: str = "Claim", **about: Any) -> Claim:
    """A claim without a folder around it; with letters for everything unless runs are given."""
    return Claim(PAPER, label, function=function, runs=runs or ({},), **about)


def collected(parent: Path, *claims: str, **modules: str) -> Collected:
    """A paper with these claims, written and found again."""
    return collect(write_paper(parent, *claims, **modules))


def audited(paper: Collected, ledger: Path, **options: Any) -> dict[str, Result]:
    """The results of an audit of the paper, by the labels of the claims."""
    results = audit([paper], list(paper.claims), open_ledger(ledger), **options)
    return {result.claim.name.removeprefix("mine/"): result for result in results}
