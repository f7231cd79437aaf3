"""`exactcheck show`: claims in full."""

from __future__ import annotations

import argparse
import json

from .arguments import add_names, papers_and_claims
from .status import AS_RECORDED, UsageError

DESCRIPTION = "a claim in full: statement, place, obligations, verdict, certificate"
add = add_names


def run(options: argparse.Namespace) -> int:
    """Print claims in full."""
    from ..claims.audit import known_results
    from ..claims.ledger import Ledger
    from ..claims.result import results_document
    from ..report.terminal import description

    if not options.names:
        raise UsageError("show takes the name of a claim, such as zhang-2025/theorem-2")
    papers, claims = papers_and_claims(options.names)
    results = known_results(papers, claims, Ledger(options.ledger))
    print(json.dumps(results_document(results), indent=1) if options.json else "\n\n".join(map(description, results)))
    return AS_RECORDED
