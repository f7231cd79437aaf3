"""One run of a claim: its statements for given values of its parameters, decided in order."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..decide import Context, Decision, decide
from ..exact.errors import InputError
from ..exact.expression import Scalar
from ..exact.problem import Problem
from ..exact.statement import Statement
from ..kernel import Rejected, canonical
from ..kernel.certificate import Run as KernelRun
from .claim import Claim
from .counterexample import counterexample
from .domains import Domain
from .finding import constant, finding
from .hypotheses import collecting
from .paper_code import paper_code

Step = dict[str, str]
StepListener = Callable[[Step], None]


class NoAllowedValues(InputError):
    """No values of the letters were found that satisfy the hypotheses; the statement may be vacuous."""


@dataclass(frozen=True)
class Built:
    """The statements of a claim at its parameters, written down and not yet decided."""

    claim: Claim
    parameters: dict[str, Any]
    problem: Problem
    declarations: list[dict[str, Any]]
    statements: list[Statement]
    written: list[dict[str, Any]]

    @property
    def key(self) -> str:
        """Everything that the decision depends on, as one string."""
        return canonical(
            [self.claim.name, self.claim.finding, self.claim.constant, self.parameters, self.declarations, self.written]
        )


def build(claim: Claim, values: dict[str, Any]) -> Built:
    """The statements of the claim; parameters without a value become letters.

    Raises InputError for values outside their domains, OutOfScope if they violate a hypothesis, and CodeError if the
    claim's function fails.
    """
    domains = claim.domains
    unknown = sorted(set(values) - set(domains))
    if unknown:
        expected = ", ".join(domains) or "no parameters"
        raise InputError(f"{claim.name}: unknown parameter {', '.join(unknown)}; it takes {expected}")
    problem = Problem()
    with collecting(problem):
        arguments = {name: argument(problem, name, domain, values) for name, domain in domains.items()}
        assert claim.function is not None, "only claims with a function are run"
        with paper_code(claim.name, Path(inspect.getfile(claim.function)).parent):
            statements = list(require_statements(claim, claim.function(**arguments)))
    written = [problem.state(statement) for statement in statements]
    parameters = {name: recorded(name, values, arguments[name]) for name in domains}
    return Built(claim, parameters, problem, list(problem.declarations), statements, written)


def argument(problem: Problem, name: str, domain: Domain, values: dict[str, Any]) -> int | Scalar:
    """The value of a parameter, or a letter for all of them."""
    if name in values:
        return domain.read(values[name], name)
    letter, assumptions = domain.letter(name)
    problem.write(letter)
    for assumption in assumptions:
        problem.assume(assumption)
    return letter


def recorded(name: str, values: dict[str, Any], value: int | Scalar) -> Any:
    """A parameter as the certificate records it: an integer, a rational number as a string, or the letter's name."""
    if name not in values:
        return name
    return value if isinstance(value, int) else str(value.value)


def require_statements(claim: Claim, statements: Any) -> Iterator[Statement]:
    """The statements that the claim yields.

    Raises InputError for anything else, and if there are none.
    """
    count = 0
    if isinstance(statements, Statement) or not isinstance(statements, Iterable):
        raise InputError(
            f"{claim.name}: it returns {statements!r:.60}; a claim yields its statements, as in `yield x > 0`"
        )
    for statement in statements:
        if not isinstance(statement, Statement):
            raise InputError(f"{claim.name}: it yields {statement!r}, which is not a statement")
        count += 1
        yield statement
    if not count:
        raise InputError(f"{claim.name}: it yields no statement")


@dataclass(frozen=True)
class Outcome:
    """What came of a run, as values that travel between processes and into the ledger.

    `certificate` is the run in the kernel's notation, accepted by the kernel, or None if the run is undecided.
    """

    parameters: dict[str, Any]
    verdict: str
    scope: str
    reason: str
    seconds: float
    statements: list[Step]
    finding: str
    sharp: str | None
    certificate: dict[str, Any] | None


def decide_run(built: Built, listen: StepListener = lambda step: None) -> Outcome:
    """Decide the statements in order, up to the first that is refuted, and have the kernel check the result.

    `listen` is told of each statement as soon as it is decided.
    """
    start = time.perf_counter()
    context = Context(built.problem)
    decisions = []
    for statement, decision in zip(built.statements, decisions_in_order(context, built.statements), strict=False):
        decisions.append(decision)
        listen(step_in_words(statement, decision))
    verdict, reason = decisions[-1].verdict, decisions[-1].reason
    certificate, scope = None, "instance"
    if verdict != "undecided":
        try:
            certificate = run_certificate(built, context, decisions)
            scope = KernelRun(certificate).check()[1]
        except (Rejected, NoAllowedValues) as error:
            verdict, reason, certificate = "undecided", f"no certificate that the kernel accepts: {error}", None
    found, sharp = findings(built, context, verdict)
    words = in_words(built, decisions)
    seconds = time.perf_counter() - start
    return Outcome(built.parameters, verdict, scope, reason, seconds, words, found, sharp, certificate)


def findings(built: Built, context: Context, verdict: str) -> tuple[str, str | None]:
    """What was found about the printed statement, with the best constant where one was established."""
    if verdict == "proved":
        return constant(built.claim, context, built.statements)
    return finding(built.claim, verdict), None


def in_words(built: Built, decisions: list[Decision]) -> list[Step]:
    """The statements that were decided, in words, each with its verdict."""
    return [step_in_words(*step) for step in zip(built.statements, decisions, strict=False)]


def step_in_words(statement: Statement, decision: Decision) -> Step:
    """A statement that was decided, in words, with its verdict."""
    return {"statement": repr(statement), "verdict": decision.verdict, "reason": why(decision)}


def why(decision: Decision) -> str:
    """Why a statement is undecided, or where it fails."""
    return counterexample(decision.proof) if decision.verdict == "refuted" else decision.reason


def decisions_in_order(context: Context, statements: list[Statement]) -> Iterator[Decision]:
    """The decisions up to the first that does not prove its statement; what is proved may be used later."""
    for statement in statements:
        decision = decision_on(context, statement)
        yield decision
        if decision.verdict != "proved":
            return


def decision_on(context: Context, statement: Statement) -> Decision:
    """The decision on one statement, learned if it is proved; undecided if the kernel does not read it, as with 1/0."""
    try:
        decision = decide(context, statement)
        if decision.verdict == "proved":
            context.learn(statement)
    except Rejected as reason:
        return Decision("undecided", reason=str(reason))
    return decision


def run_certificate(built: Built, context: Context, decisions: list[Decision]) -> dict[str, Any]:
    """The run in the kernel's notation."""
    steps = [
        {"statement": statement, "verdict": decision.verdict, "proof": decision.proof}
        for statement, decision in zip(built.written, decisions, strict=False)
    ]
    return {
        "parameters": built.parameters,
        "problem": built.declarations,
        "witness": witness(context),
        "steps": steps,
    }


def witness(context: Context) -> dict[str, str]:
    """Allowed values of the letters that the hypotheses speak of, which show that the statement is not vacuous.

    Raises NoAllowedValues if none of the values that are tried is allowed.
    """
    for values in context.points():
        return {name: str(values[name]) for name in sorted(context.spoken)}
    raise NoAllowedValues("no values of the letters were found that satisfy the hypotheses")
