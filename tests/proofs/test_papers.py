"""The claims of all papers: a sample of each is as recorded, refuted ones are repaired, proved ones hold elsewhere."""

from itertools import cycle

import pytest

from exactcheck import InputError
from exactcheck.claims.collection import collect_all
from exactcheck.claims.verification import verified

PAPERS = {paper.paper.key: paper for paper in collect_all()}
CHECKABLE = [claim for paper in PAPERS.values() for claim in paper.claims if claim.function is not None]


@pytest.mark.parametrize("claim", CHECKABLE, ids=lambda claim: claim.name)
def test_a_sample_has_the_recorded_verdict(claim):
    values = {**dict.fromkeys(claim.domains, "letter"), **claim.runs[0]}
    result = verified(claim, values, [PAPERS[claim.paper.key]])
    assert result.verdict == claim.verdict
    assert result.trust == "kernel"


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.paper.key)
def test_every_refuted_claim_has_a_repair_that_is_recorded_as_proved(paper):
    for claim in paper.claims:
        if claim.verdict == "refuted":
            repairs = [c for c in paper.claims if c.repairs and claim.name.endswith(c.repairs)]
            assert repairs
            assert all(c.verdict == "proved" for c in repairs)


SIZES = [{"n": 4, "n1": 2, "n2": 1, "r": 2, "r_star": 1}, {"n": 3, "n1": 1, "n2": 2, "r": 1, "r_star": 1}]
NUMBERS = {"alpha": "1/2", "epsilon": "1/3", "lam": "1/7", "weight": "2/5"}
PROVED = [claim for claim in CHECKABLE if claim.verdict == "proved" and claim.domains]


def instance_of(claim, sizes):
    """The claim at small numbers that are none of its samples; None where they are out of its scope."""
    numbers = {name: 2 if domain.integer else "2/3" for name, domain in claim.domains.items()}
    values = {name: {**numbers, **NUMBERS, **sizes}[name] for name in claim.domains}
    try:
        return verified(claim, values, [PAPERS[claim.paper.key]])
    except InputError:
        return None


def test_no_instance_of_a_proved_claim_is_refuted():
    instances = (instance_of(claim, sizes) for claim, sizes in zip(PROVED, cycle(SIZES), strict=False))
    found = [result for result in instances if result is not None]
    assert len(found) > 200
    assert not [result for result in found if result.verdict == "refuted"]
    assert len([result for result in found if result.verdict == "proved"]) > 0.9 * len(found)
