"""`exactcheck list`: papers and claims, with what the ledger knows of them."""

from __future__ import annotations

import argparse
import json

from .arguments import add_names, papers_and_claims
from .status import AS_RECORDED

DESCRIPTION = "papers and claims, with verdict, scope and trust"
add = add_names


def run(options: argparse.Namespace) -> int:
    """Print papers and claims, with what the ledger knows of them."""
    from ..claims.audit import known_results
    from ..claims.ledger import Ledger
    from ..claims.result import results_document
    from ..report.terminal import verdict_table

    papers, claims = papers_and_claims(options.names)
    results = known_results(papers, claims, Ledger(options.ledger))
    print(json.dumps(results_document(results), indent=1) if options.json else verdict_table(results))
    return AS_RECORDED
