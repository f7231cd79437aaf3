"""The page of a claim: the statement, what is known of it, what was shown, the exact instance, the certificate."""

from __future__ import annotations

from ...claims.result import Result, written_parameters
from ...claims.run import Outcome
from ...kernel.speech import spoken_problem
from ..bundle import Bundle
from ..facts import Fact, facts, title
from ..failure import Failure, failure, sentence
from ..html import Markup, element, facts_list, joined, link, table
from ..instance import Definition, Instance, instance, latex_name
from ..mathml import line, mathematics, prose
from ..places import certificate_file, claim_page, paper_page, relative
from ..rederiving import check_commands, verify_command
from .figure import figure, figures_of_claim
from .layout import claim_link, document, verdict_word


def page(bundle: Bundle, result: Result) -> str:
    """The page of a claim."""
    here = claim_page(result.claim.name)
    return document(
        title(result.claim),
        here,
        [(bundle.paper.title, paper_page(bundle.paper.key))],
        element("div", prose(result.claim.statement), class_="statement"),
        facts_list([(fact.name, fact_value(bundle, fact, here)) for fact in shown_facts(bundle, result)]),
        refutation(failure(result)),
        [figure(bundle, drawn, here) for drawn in figures_of_claim(bundle, result.claim)],
        runs(bundle, result),
        exact_instance(result),
        certificate(bundle, result, here),
    )


def shown_facts(bundle: Bundle, result: Result) -> list[Fact]:
    """The facts, but for the certificate, which has a section of its own."""
    own = Fact("claim", result.claim.name)
    found = facts(result, bundle.rejections.get(result.claim.name, ""))
    return [own, *(fact for fact in found if fact.name not in ("certificate", "digest", "limits"))]


def fact_value(bundle: Bundle, fact: Fact, here: str) -> Markup:
    """The value of a fact, with links to claims and to the paper."""
    if fact.name == "paper":
        return link(relative(paper_page(bundle.paper.key), here), fact.text)
    if fact.claims:
        return joined(", ", [claim_link(name, here, bundle.known) for name in fact.claims])
    return element("code", fact.text) if fact.name == "claim" else line(fact.text)


def refutation(found: Failure | None) -> Markup | None:
    """Where a refuted claim fails."""
    if found is None:
        return None
    return element("section", element("h2", "Counterexample"), refutation_words(found))


def refutation_words(found: Failure) -> Markup:
    """A counterexample in words and numbers."""
    place = f" {sentence(found.place)}" if found.place else ""
    words: list[object] = [found.given, ": ", element("code", found.statement), " does not hold.", place]
    if found.sides:
        left, right = (mathematics(side[1]) for side in (found.sides.left, found.sides.right))
        words += [" There the left side is ", left, " and the right side ", right, "."]
    return element("p", words)


def runs(bundle: Bundle, result: Result) -> Markup | None:
    """What was shown, run by run."""
    if not result.outcomes:
        return None
    return element("section", element("h2", "What was shown"), [run(bundle, result, o) for o in result.outcomes])


def run(bundle: Bundle, result: Result, outcome: Outcome) -> Markup:
    """The statements of a run in words, with their verdicts, and how to decide them again."""
    given = written_parameters(outcome.parameters)
    rows: list[list[object]] = [
        [verdict_word(step["verdict"]), element("code", step["statement"]), step["reason"]]
        for step in outcome.statements
    ]
    reasons = any(step["reason"] for step in outcome.statements)
    headings = ["Verdict", "Statement", "Where, or why not"] if reasons else ["Verdict", "Statement"]
    return element(
        "section",
        element("h3", given[0].upper() + given[1:] if given == "as it stands" else given),
        table(f"Scope {outcome.scope}", headings, [row[: len(headings)] for row in rows]),
        definitions_in_words(outcome),
        commands(verify_command(result, outcome.parameters, bundle.collected.folder)),
    )


def commands(*lines: str) -> Markup:
    """Commands to copy."""
    return element("pre", element("code", "\n".join(lines)), tabindex="0")


def definitions_in_words(outcome: Outcome) -> Markup | None:
    """The definitions of a run as the checker reads them."""
    if outcome.certificate is None:
        return None
    words = spoken_problem(outcome.certificate["parameters"], outcome.certificate["problem"])
    return element(
        "details", element("summary", "Definitions, as the checker reads them"), element("pre", words, tabindex="0")
    )


def exact_instance(result: Result) -> Markup | None:
    """The named definitions of a run of known size."""
    found = instance(result)
    if found is None:
        return None
    given = written_parameters(found.parameters)
    return element(
        "section",
        element("h2", found.heading),
        element("p", f"For {given}." if found.parameters else "As it stands."),
        definitions(found),
    )


def definitions(found: Instance) -> Markup:
    """The definitions of an instance."""
    caption = "Definitions, as exact numbers and matrices"
    return table(caption, ["Name", "Value"], [definition(each) for each in found.definitions])


def definition(found: Definition) -> list[object]:
    """The names and the value of a definition."""
    return [joined(", ", [mathematics(latex_name(name)) for name in found.names]), mathematics(found.latex)]


def certificate(bundle: Bundle, result: Result, here: str) -> Markup | None:
    """The certificate, and how to check it."""
    if result.certificate is None:
        return None
    file = relative(certificate_file(result.claim.name), here)
    rejection = bundle.rejections.get(result.claim.name)
    return element(
        "section",
        element("h2", "Certificate"),
        element("p", f"The checker rejects the certificate on disk: {rejection}.") if rejection else None,
        element("p", link(file, "Certificate of this claim (JSON)", download=file.rpartition("/")[2])),
        facts_list(
            [
                ("digest", element("code", result.certificate["digest"])),
                ("limits", result.certificate["not_established"]),
            ]
        ),
        element("p", "Checked against the claim, and by the checker alone:"),
        commands(*check_commands(result, file.rpartition("/")[2], bundle.collected.folder)),
    )
