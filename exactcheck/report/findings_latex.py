"""The findings about a paper as a LaTeX document, fit to send to its authors."""

from __future__ import annotations

from ..claims.result import Result
from .bundle import Bundle
from .facts import title
from .failure import Failure, failure, sentence
from .findings import PREFACE, Findings, survival
from .instance import instance, latex_name
from .latex import escaped, mathematics, prose
from .places import certificate_file

PREAMBLE = r"""\documentclass[11pt]{article}
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\usepackage{textcomp}
\usepackage{amsmath,amssymb}
\usepackage[margin=25mm]{geometry}
\setlength{\parindent}{0pt}
\setlength{\parskip}{6pt}
\setlength{\emergencystretch}{3em}
"""


def findings_latex(bundle: Bundle) -> str:
    """The document."""
    findings, paper = Findings(bundle.results), bundle.paper
    sections = [
        section("The theorems", [theorem(bundle, result) for result in findings.theorems]),
        section("False as printed", [refuted(findings, result) for result in findings.false]),
        section("Misprints", [refuted(findings, result) for result in findings.misprints]),
        section("Constants that are not the best", [loose(result) for result in findings.loose]),
        section("Not settled", [unsettled(result) for result in findings.open]),
    ]
    body = "\n".join(filter(None, sections)) or "Every claim holds as printed.\n"
    heading = rf"\title{{Findings: {escaped(paper.title)}}}" + "\n"
    heading += rf"\author{{on the paper of {escaped(paper.authors)} ({paper.year})}}" + "\n" + r"\date{}" + "\n"
    return (
        "\n".join([PREAMBLE + heading, r"\begin{document}", r"\maketitle", PREFACE, "", body + r"\end{document}"])
        + "\n"
    )


def section(heading: str, entries: list[str]) -> str:
    """A section, empty without entries."""
    return rf"\section*{{{heading}}}" + "\n\n" + "\n".join(entries) if entries else ""


def entry(result: Result, *parts: str) -> str:
    """A claim under its title, with the statement as printed."""
    about = [("Printed in", result.claim.where), ("Reading", result.claim.reading), ("Finding", result.finding)]
    facts = [rf"{name}: {prose(text)}." for name, text in about if text]
    statement = rf"\begin{{quote}}{prose(result.claim.statement)}\end{{quote}}"
    head = rf"\subsection*{{{escaped(title(result.claim))}}}"
    return "\n\n".join(filter(None, (head, statement, r"\\ ".join(facts), *parts))) + "\n"


def theorem(bundle: Bundle, result: Result) -> str:
    """What was decided about a theorem, in a line."""
    reading = f" ({prose(result.claim.reading)})" if result.claim.reading else ""
    return (
        rf"\textbf{{{escaped(title(result.claim))}}}{reading}: {result.verdict}, scope {result.scope}, "
        f"trust {bundle.trust(result)}.\n"
    )


def refuted(findings: Findings, result: Result) -> str:
    """Where a claim fails, what holds instead, and whether the theorems survive."""
    failed, repaired = failure(result), findings.repaired(result)
    return entry(
        result,
        rf"\textit{{Counterexample.}} {refutation_words(failed)}" if failed else "",
        definitions(result),
        certificate(result),
        "" if repaired is None else instead(repaired),
        rf"\textit{{The theorems.}} {escaped(survives)}" if (survives := survival(findings, result)) else "",
    )


def refutation_words(found: Failure) -> str:
    """A counterexample in words and numbers."""
    words = rf"{escaped(found.given)}: \texttt{{{escaped(found.statement)}}} does not hold."
    if found.place:
        words += f" {escaped(sentence(found.place))}"
    if found.sides:
        left, right = (mathematics(side[1]) for side in (found.sides.left, found.sides.right))
        words += f" There the left side is {left} and the right side {right}."
    return words


def definitions(result: Result) -> str:
    """The definitions that the counterexample is about."""
    found = instance(result)
    if found is None:
        return ""
    lines = [
        rf"\item {', '.join(mathematics(latex_name(name)) for name in each.names)}: {mathematics(each.latex)}"
        for each in found.definitions
    ]
    return "\n".join(["Here", r"\begin{itemize}", *lines, r"\end{itemize}"])


def instead(result: Result) -> str:
    """The repaired statement with its verdict and certificate."""
    reading = f" Reading: {prose(result.claim.reading)}." if result.claim.reading else ""
    verdict = f"{result.verdict}, scope {result.scope}, trust {result.trust}."
    statement = rf"\begin{{quote}}{prose(result.claim.statement)}\end{{quote}}"
    head = rf"\textit{{What holds instead.}} {escaped(title(result.claim))}: {verdict}"
    return f"{head}{reading}{statement}{certificate(result)}"


def certificate(result: Result) -> str:
    """The name and the digest of the certificate."""
    if result.certificate is None:
        return ""
    file = certificate_file(result.claim.name).rpartition("/")[2]
    digest = result.certificate["digest"]
    return rf"{{\small Certificate \texttt{{{escaped(file)}}}, digest\\ \texttt{{{escaped(digest)}}}}}"


def loose(result: Result) -> str:
    """The printed constant and the best one."""
    printed, best = escaped(result.claim.constant), escaped(result.sharp or "")
    return entry(
        result, rf"Printed constant: \texttt{{{printed}}}; best constant: \texttt{{{best}}}.", certificate(result)
    )


def unsettled(result: Result) -> str:
    """Why a claim is not settled."""
    return entry(result, escaped(f"{result.verdict}: {result.reason or 'it has not been decided here yet'}."))
