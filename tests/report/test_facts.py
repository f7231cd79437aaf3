"""`exactcheck show` says what the page of a claim says."""

import re

from exactcheck.report.facts import counts, facts
from exactcheck.report.terminal import description
from tests.report.pages import read_pages


def in_a_line(text):
    return " ".join(text.split())


def test_the_terminal_and_the_page_state_the_same_facts(paper_report):
    pages = read_pages(paper_report.folder)
    decided = [result for result in paper_report.results if result.outcomes]
    assert len(decided) > 5
    for result in decided:
        place = "--".join(result.claim.name.split("/")[1:])
        printed = in_a_line(description(result))
        shown = in_a_line(pages[f"zhang-2025/claims/{place}.html"].text["main"])
        for fact in facts(result):
            assert in_a_line(fact.text) in printed, fact
            assert fact.claims or fact.name == "certificate" or in_a_line(fact.text) in shown, fact
        for outcome in result.outcomes:
            for step in outcome.statements:
                assert in_a_line(step["statement"]) in printed
                assert in_a_line(step["statement"]) in shown


def test_a_statement_is_readable(paper_report):
    (result,) = [r for r in paper_report.results if r.claim.name == "zhang-2025/theorem-2-as-printed"]
    text = description(result)
    assert not re.search(r"[$\\]", text)
    assert "delta = alpha^2 sqrt(r/r* + 2" in text
    assert "the left side is -2, the right 0" in in_a_line(text)
    assert "rho := sqrt(2*epsilon^2*r + r/r_star)" in text
    assert f"exactcheck check {result.path}" in text


def test_lines_fit_the_terminal(paper_report):
    for result in paper_report.results:
        lines = description(result).splitlines()
        assert all(len(line) <= 100 for line in lines if "/" not in line and ":=" not in line)


def test_counts_come_in_the_order_of_the_verdicts(own_report):
    assert counts(own_report.results) == "6 claims: 4 proved, 1 refuted, 1 undecided"
