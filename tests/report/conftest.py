"""Reports that several tests read: one on part of the paper, one on a small paper of a user's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from exactcheck.claims.audit import audit
from exactcheck.claims.collection import Collected, collect, collect_all
from exactcheck.claims.ledger import open_ledger
from exactcheck.claims.result import Result
from exactcheck.report.writing import write_report
from tests.claims.papers import FALSE, LETTERS, TRUE, UNDECIDABLE, write_paper

DECIDED = (
    "theorem-2-as-printed",
    "assumption-1-as-printed",
    "lemma-3-eigenvalues-as-printed",
    "lemma-3-eigenvalues",
    "lemma-4-constant/n-2",
    "figure-1/spurious-point",
    "equation-9",
)
HOSTILE = '''
@claim(
    paper, "Lemma <script>alert(1)</script>", part='"><img src=x onerror=alert(2)>', where="section <b>9</b>",
    statement=r"""<script>alert("statement")</script> & $a < b$, $\\href{javascript:alert(3)}{x}$,
    $\\text{</math><script>}$, $\\unknown{x}$, an unpaired dollar $ and a closing </p>.""",
    reading="<style>body{display:none}</style> -->",
)
@claim.sample(a=1)
def hostile(a: Positive):
    yield a + 1 > 0
'''


@dataclass(frozen=True)
class Written:
    """A report with what it was written from."""

    folder: Path
    papers: list[Collected]
    results: list[Result]


@pytest.fixture(scope="session")
def paper_report(tmp_path_factory):
    """A report on the paper, of which a part has been decided."""
    folder = tmp_path_factory.mktemp("paper")
    papers = [paper for paper in collect_all() if paper.paper.key == "zhang-2025"]
    claims = [claim for paper in papers for claim in paper.claims]
    chosen = [claim for claim in claims if claim.name.partition("/")[2] in DECIDED]
    assert len(chosen) == len(DECIDED)
    found = {result.claim: result for result in audit(papers, chosen, open_ledger(folder / "ledger"))}
    results = [found.get(claim, Result(claim, ())) for claim in claims]
    write_report(folder / "report", papers, results)
    return Written(folder / "report", papers, results)


@pytest.fixture(scope="session")
def own_report(tmp_path_factory):
    """A report on a paper of a user's, with claims of every verdict and one full of markup."""
    folder = tmp_path_factory.mktemp("own")
    paper = collect(write_paper(folder, TRUE, FALSE, LETTERS, UNDECIDABLE, HOSTILE))
    results = audit([paper], list(paper.claims), open_ledger(folder / "ledger"))
    write_report(folder / "report", [paper], results)
    return Written(folder / "report", [paper], results)
